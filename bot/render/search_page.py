"""Renders what a search found as a message, a page at a time, with the found words in bold (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.filters.matching import Finder
from bot.filters.places import best_part, places_in
from bot.models.articles import UNDATED, Article
from bot.models.buttons.search_presses import ShowResults
from bot.models.messages import Keyboard
from bot.render.keyboards import button, count_pages, page_buttons
from bot.render.phrases import SEPARATOR, Reader, article_url, story_deep_link, title_text
from bot.text.markup import escape, link, linked, shorten

RESULTS_PER_PAGE = 5
MAX_MARKED = 6  # words of one text: a message holds a hundred entities
TITLE_UNITS = 200
SNIPPET_UNITS = 200
_BEFORE = 60  # characters of a sentence that stay before the first word found


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """A page of what was found; `query` as it was typed."""

    query: str
    articles: Sequence[Article]
    page: int  # from 0
    count: int  # of all that was found
    uncounted: int | None  # of how many articles it is not known how many stories they tell
    is_cut: bool  # there is more than that, older
    filtered: bool  # the chat's rules hold


def render_results(results: ResultPage, *, finder: Finder, reader: Reader) -> str:
    """The page as HTML. The query is the only code in it, so that it can be read back."""
    note = f"{SEPARATOR}{escape(reader.say('search-filtered'))}" if results.filtered else ""
    head = f"🔎 {query_code(results.query)}{SEPARATOR}{escape(_count(results, reader))}{note}"
    return "\n\n".join((head, *(_result(article, finder, reader) for article in results.articles)))


def _count(results: ResultPage, reader: Reader) -> str:
    if results.uncounted is None:
        return reader.say("search-newest" if results.is_cut else "search-count", count=results.count)
    return reader.say("search-newest" if results.is_cut else "articles-count", count=results.uncounted)


def query_code(query: str) -> str:
    """What was searched for."""
    return f"<code>{escape(query)}</code>"


def results_keyboard(results: ResultPage, *, has_rules: bool, reader: Reader) -> Keyboard:
    """The buttons to the other pages, and to the same search with the chat's rules or without."""
    pages = range(count_pages(results.count, RESULTS_PER_PAGE))
    turning = page_buttons(
        [ShowResults(page=page, filtered=results.filtered) for page in pages],
        page=results.page,
        total=results.uncounted is None,
    )
    return (*turning, *(rules_button(filtered=results.filtered, reader=reader) if has_rules else ()))


def rules_button(*, filtered: bool, reader: Reader) -> Keyboard:
    """The button that searches with the chat's rules, or without where they hold."""
    label = reader.say("search-button-all" if filtered else "search-button-filtered")
    return ((button(label, ShowResults(page=0, filtered=not filtered)),),)


def _result(article: Article, finder: Finder, reader: Reader) -> str:
    title = marked(shorten(title_text(article), TITLE_UNITS), finder)
    snippet = marked(snippet_of(article.text, finder), finder)
    day = reader.day(article.published_at) if article.published_at != UNDATED else ""
    about = [escape(part) for part in (article.source_name, day) if part]
    about.append(link(story_deep_link(article.id, reader.bot_username), reader.say("digest-whole-story")))
    lines = (linked(article_url(article, reader.bot_username), title), snippet, f"<i>{SEPARATOR.join(about)}</i>")
    return "\n".join(filter(None, lines))


def marked(text: str, finder: Finder) -> str:
    """The text as HTML with the first of the words found in it in bold."""
    pieces, last = [], 0
    for start, end in places_in(text, finder)[:MAX_MARKED]:
        pieces += [escape(text[last:start]), f"<b>{escape(text[start:end])}</b>"]
        last = end
    return "".join((*pieces, escape(text[last:])))


def snippet_of(text: str, finder: Finder) -> str:
    """A piece of the text around the first of the words, or its beginning. Plain text."""
    part = " ".join(best_part(text, finder).split())
    if not part:
        return shorten(" ".join(text[: 4 * SNIPPET_UNITS].split()), SNIPPET_UNITS)
    first = next((start for start, _ in places_in(part, finder)), 0)
    start = max(first - _BEFORE, 0)
    if start:
        space = part.find(" ", start, first)
        part = f"…{part[space + 1 if space >= 0 else start :]}"
    return shorten(part, SNIPPET_UNITS)
