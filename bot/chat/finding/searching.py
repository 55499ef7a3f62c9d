"""Handles /search: what was found comes in pages, and the message holds what was searched for."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.own_messages import coded
from bot.chat.turn import Turn
from bot.chat.wording import typed
from bot.digest.filtering import Filtering
from bot.filters.grammar import RuleProblem, rule_text
from bot.filters.matching import Finder
from bot.filters.query import MAX_QUERY_CHARACTERS, parse_query, words_of
from bot.models.articles import Article
from bot.models.buttons.search_presses import ShowResults
from bot.models.filters import Rule
from bot.models.messages import Keyboard
from bot.render.keyboards import page_of
from bot.render.search_page import (
    RESULTS_PER_PAGE,
    ResultPage,
    query_code,
    render_results,
    results_keyboard,
    rules_button,
)
from bot.store.search import Found
from bot.text.clean import clean_line
from bot.text.markup import escape

MOST_FILTERED = 100  # of the results, which the chat's rules are tried on


async def search(turn: Turn) -> None:
    """Handle `/search RULE…`: show the first page of what is found."""
    text, keyboard = await _answer(turn, clean_line(turn.words), page=0, filtered=False)
    await turn.reply(text, keyboard=keyboard)


async def on_show_results(turn: Turn, press: ShowResults) -> None:
    """Show another page of what is found for the words in the message, with the chat's rules or without."""
    await turn.toast()
    text, keyboard = await _answer(turn, "".join(coded(turn.message)[:1]), page=press.page, filtered=press.filtered)
    await turn.redraw(text, keyboard=keyboard)


async def _answer(turn: Turn, query: str, *, page: int, filtered: bool) -> tuple[str, Keyboard]:
    rules = parse_query(query)
    if isinstance(rules, RuleProblem):
        return turn.say(rules.key, part=typed(rules.part), count=MAX_QUERY_CHARACTERS), ()
    reader = turn.reader
    has_rules = bool(await turn.services.store.filters.of(turn.chat.key))
    upto = MOST_FILTERED if filtered else (page + 1) * RESULTS_PER_PAGE
    size = 0 if filtered else RESULTS_PER_PAGE
    found = await turn.services.store.search.find(rules, upto=upto, shown=size)
    ids = await _left(turn, found.ids) if filtered else found.ids
    if not ids:
        keyboard = rules_button(filtered=filtered, reader=reader) if found.ids else ()
        return _nothing(turn, query, found), keyboard
    page, shown = page_of(ids, page, RESULTS_PER_PAGE)
    results = ResultPage(
        query=query,
        articles=await turn.services.store.articles.many(shown) if filtered else found.shown,
        page=page,
        count=len(ids),
        uncounted=None if filtered else found.articles,
        is_cut=found.is_cut,
        filtered=filtered,
    )
    html = render_results(results, finder=Finder(words_of(rules)), reader=reader)
    return html, results_keyboard(results, has_rules=has_rules, reader=reader)


async def _left(turn: Turn, ids: Sequence[int]) -> list[int]:
    """What the chat's rules leave of the best of what was found."""
    filtering = Filtering(turn.services.store, turn.services.summaries)
    articles: list[Article] = await turn.services.store.articles.many(ids[:MOST_FILTERED])
    rules = (await filtering.rules_of([turn.chat.key])).get(turn.chat.key)
    if rules is not None:
        articles = await filtering.visible(articles, rules, language=turn.chat.summary_language)
    return [article.id for article in articles]


def _nothing(turn: Turn, query: str, found: Found) -> str:
    """That nothing was found, which of the words stand nowhere, and what to try."""
    if found.ids:
        return turn.say("search-all-hidden", query=query_code(query))
    lines = [turn.say("search-nothing", query=query_code(query))]
    if found.unknown:
        lines.append(turn.say("search-unknown", words=_listed(found.unknown)))
    return "\n".join((*lines, turn.say("search-try")))


def _listed(rules: Sequence[Rule]) -> str:
    return ", ".join(f"<i>{escape(rule_text(rule).removeprefix('+'))}</i>" for rule in rules)
