"""Handles inline mode, `@bot words` in any chat: a card for each article found; without words, for today's top stories.

Whoever types is answered at once: a summary that is not made yet is not waited for.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from telegram import InlineQueryResultsButton, Update, User
from telegram.constants import InlineQueryLimit, ParseMode
from telegram.error import BadRequest, TelegramError

from bot.chat.quotas import Limit
from bot.chat.state import AppState
from bot.digest.filtering import Filtering
from bot.digest.languages import Aside, aside_of, is_read, language_of
from bot.digest.pick import rank
from bot.filters.grammar import RuleProblem
from bot.filters.query import parse_unfinished
from bot.models.articles import Article
from bot.models.chats import ORIGINAL, Chat, ChatKey, DigestFormat
from bot.models.digests import FIRST_WINDOW, StoredPicture
from bot.pictures.illustrate import candidates
from bot.render.inline_card import InlineCard, inline_card
from bot.render.phrases import Reader
from bot.text.clean import clean_line
from bot.text_keys import TextKey
from bot.texts import match_language, speaker
from summarizer import Document, Summary

logger = logging.getLogger(__name__)

CARDS_AT_ONCE = 20  # Telegram takes 50, but people see five of them and then type on
# A query comes with every letter that is typed.
LIMITS = (Limit(count=30, seconds=10), Limit(count=120, seconds=60))
CACHE_SECONDS = 60  # Telegram answers the same query of the same person by itself so long
EXTRACT_SECONDS = 0.3  # for summaries that nobody asked for before; then the beginning of the text does
SEARCH_PARAMETER = "search"  # of the button that leads to the chat with the bot

assert CARDS_AT_ONCE <= InlineQueryLimit.RESULTS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asker:
    """Who asks: their chat with the bot, if there is one, and how they read."""

    chat: Chat | None
    reader: Reader
    languages: tuple[str, ...]  # of summaries, the preferred one first


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A page of articles for a query, or the hint where there are none. Without blocks and categories."""

    articles: Sequence[Article]
    has_more: bool = False
    hint: TextKey = "search-inline-more"


async def on_inline_query(state: AppState, update: Update) -> None:
    """Answer with a page of cards; the query is too old to be answered where that fails."""
    query = update.inline_query
    assert query is not None
    now = state.services.clock.monotonic()
    if state.quotas.take([(("inline", query.from_user.id), LIMITS)], now=now) is not None:
        return  # whoever types that fast asks again
    asker = await _asker(state, query.from_user)
    start = int(query.offset) if query.offset.isdecimal() and len(query.offset) < 5 else 0
    found = await _found(state, asker, query.query, start=start)
    cards = await _cards(state, asker, found.articles)
    answer: dict[str, Any] = {
        "inline_query_id": query.id,
        "cache_time": CACHE_SECONDS,
        "is_personal": True,
        "next_offset": str(start + CARDS_AT_ONCE) if found.has_more else "",
    }
    if not cards and not start:
        answer["button"] = InlineQueryResultsButton(asker.reader.say(found.hint), start_parameter=SEARCH_PARAMETER)
    await _send(state, answer, cards, rich=_takes_rich(state, asker))


async def _asker(state: AppState, user: User) -> _Asker:
    services = state.services
    chat = await services.store.chats.get(ChatKey(chat_id=user.id))
    language = chat.ui_language if chat else match_language(user.language_code or services.settings.default_language)
    wanted = (
        chat.summary_language
        if chat and chat.summary_language != ORIGINAL
        else language_of(user.language_code or language)
    )
    reader = Reader(
        say=speaker(language),
        language=language,
        zone=chat.zone if chat else services.settings.default_timezone,
        bot_username=services.bot_username,
    )
    return _Asker(chat=chat, reader=reader, languages=(wanted, ORIGINAL))


async def _found(state: AppState, asker: _Asker, typed: str, *, start: int) -> _Found:
    text, end = clean_line(typed).strip(), start + CARDS_AT_ONCE
    if not text:
        stories = await _top_stories(state, asker)
        return _Found(articles=stories[start:end], has_more=len(stories) > end)
    rules = parse_unfinished(text)
    if isinstance(rules, RuleProblem):
        return _Found(
            articles=(), hint="search-inline-whole" if rules.key == "search-one-letter" else "search-inline-more"
        )
    found = await state.services.store.search.find(rules, upto=end, shown=CARDS_AT_ONCE)
    return _Found(articles=found.shown if len(found.ids) > start else (), has_more=len(found.ids) > end)


async def _top_stories(state: AppState, asker: _Asker) -> list[Article]:
    """The stories of the last day that most sources tell: of what the asker follows, by their rules.

    Those in languages that the asker reads come first.
    """
    services, chat = state.services, asker.chat
    since = services.clock.now() - FIRST_WINDOW
    if chat is None:
        articles = await services.store.articles.recent(None, since=since)
    else:
        categories = await services.store.chats.subscriptions(chat.key) or None
        articles = await Filtering(services.store, services.summaries).recent(chat, categories, since=since)
    languages = {article.language for article in articles}
    if chat is None:
        aside = Aside(languages=frozenset(tag for tag in languages if not is_read(tag, asker.languages[:1])))
    else:
        aside = aside_of(chat, languages, translates=services.summaries.translates)
    ranked = [article for article, _ in rank(articles) if not (aside.left_out and aside.holds(article))]
    return sorted(ranked, key=aside.holds)


async def _cards(state: AppState, asker: _Asker, articles: Sequence[Article]) -> list[InlineCard]:
    summaries = await _summaries(state, asker, articles)
    pictures = await _pictures(state, articles)
    return [
        inline_card(article, summaries.get(article.id), picture=pictures.get(article.id), reader=asker.reader)
        for article in articles
    ]


async def _summaries(state: AppState, asker: _Asker, articles: Sequence[Article]) -> dict[int, Summary]:
    """The summaries that are made already, in the asker's language where there is one; else the article's sentences."""
    service, clock = state.services.summaries, state.services.clock
    found: dict[int, Summary] = {}
    for language in asker.languages:
        missing = [article for article in articles if article.id not in found]
        found |= await service.known(missing, language=language)
    until, sentences = clock.monotonic() + EXTRACT_SECONDS, state.services.settings.summary_sentences
    for article in articles:
        if article.id in found or not article.text.strip() or clock.monotonic() > until:
            continue
        document = Document(text=article.text, title=article.title, language=article.language)
        if summary := await service.sentences_of(document, sentences=sentences):
            found[article.id] = summary
    return found


async def _pictures(state: AppState, articles: Sequence[Article]) -> dict[int, StoredPicture]:
    """The best picture of each article that Telegram has already."""
    urls = {article.id: candidates(article) for article in articles}
    known = await state.services.thumbnails.known([url for some in urls.values() for url in some])
    stored = await state.services.store.pictures.get([ref.key for ref in known.values()])
    uploaded = {key: picture for key, picture in stored.items() if picture.file_id}
    return {
        number: uploaded[known[url].key]
        for number, some in urls.items()
        for url in reversed(some)
        if url in known and known[url].key in uploaded
    }


# --- the answer: https://core.telegram.org/bots/api#answerinlinequery -------------------------------------------------


def _takes_rich(state: AppState, asker: _Asker) -> bool:
    """Whether messages of cards are rich: the server is known to take them, and the asker reads rich messages."""
    usual = state.services.settings.digest_format
    is_classic = asker.chat.reads_classic(usual) if asker.chat else usual is DigestFormat.CLASSIC
    return not is_classic and state.services.deliverer.knows_rich and not state.inline.refuses_rich


async def _send(state: AppState, answer: dict[str, Any], cards: Sequence[InlineCard], *, rich: bool) -> None:
    """Answer the query in the first form that Telegram takes.

    Where that is the classic one after a rich one, it is so from then on. One picture that Telegram refuses costs all.
    """
    forms = {"rich": [_result(card, rich=True) for card in cards]} if rich else {}
    forms["classic"] = [_result(card, rich=False) for card in cards]
    forms["bare"] = [_without_links(result) for result in forms["classic"]]
    refused: list[str] = []
    for form, results in forms.items():
        try:
            await _answer(state, answer, results)
        except BadRequest as error:
            if "query" in error.message.lower():  # too old: the person typed on
                return
            logger.warning("inline answer refused error=%s", error)
            refused.append(form)
        except TelegramError as error:
            logger.warning("inline query not answered error=%s", error)
            return
        else:
            state.inline.refuses_rich |= refused == ["rich"]
            return


async def _answer(state: AppState, answer: dict[str, Any], results: list[dict[str, Any]]) -> None:
    """Results as Telegram takes them: PTB has no type for rich contents."""
    await state.bot.answer_inline_query(**answer, results=(), api_kwargs={"results": results})


def _result(card: InlineCard, *, rich: bool) -> dict[str, Any]:
    result: dict[str, Any] = {
        "type": "article",
        "id": str(card.article_id),
        "title": card.title,
        "description": card.description,
        "input_message_content": _rich_content(card) if rich else _classic_content(card),
    }
    if card.url:
        result["url"] = card.url
    if card.thumbnail_url:
        result["thumbnail_url"] = card.thumbnail_url
    return result


def _without_links(result: dict[str, Any]) -> dict[str, Any]:
    """The result without the addresses that Telegram may refuse."""
    return {name: value for name, value in result.items() if name not in ("thumbnail_url", "url")}


def _classic_content(card: InlineCard) -> dict[str, Any]:
    preview = {"url": card.url, "prefer_small_media": True} if card.url else {"is_disabled": True}
    return {"message_text": card.html, "parse_mode": ParseMode.HTML, "link_preview_options": preview}


def _rich_content(card: InlineCard) -> dict[str, Any]:
    message: dict[str, Any] = {"html": card.rich_html, "skip_entity_detection": True}
    if card.picture:
        media = {"type": "photo", "media": card.picture.file_id}
        message["media"] = [{"id": card.picture.ref.key, "media": media}]
    if card.rtl:
        message["is_rtl"] = True
    return {"rich_message": message}
