"""Summaries of links: a placeholder at once, then title, picture, summary, source and reading time in its place."""

from __future__ import annotations

import asyncio
import logging
import re
from dataclasses import dataclass, replace
from functools import partial

from telegram import Message, MessageEntity

from bot.chat.access import may_reach_own_hosts
from bot.chat.handlers.start import send_article
from bot.chat.keyboards import summary_keyboard
from bot.chat.links import Busy
from bot.chat.presses import ReadHere, Resize
from bot.chat.turn import Turn
from bot.digest.draw import is_untranslated
from bot.ingest.load import LinkRefused
from bot.models.articles import Article, ParsedArticle
from bot.models.chats import ORIGINAL
from bot.models.digests import PictureRef
from bot.pictures.gather import first_picture
from bot.render.link_card import LinkCard, card_classic, card_rich
from bot.render.phrases import language_name
from bot.text.markup import escape, host
from bot.texts import has_text, text_key
from summarizer import Document, Summary, same_language

logger = logging.getLogger(__name__)

LINK_SECONDS = 90.0  # for reading, picture and summary together
PATIENCE_SECONDS = 3.0  # how long one looks at a placeholder before sentences of the article stand there
_LINKS: list[str | None] = [MessageEntity.URL, MessageEntity.TEXT_LINK]
_WEB_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a link's summary is wanted; `language` "": as the chat reads summaries."""

    sentences: int
    language: str = ""


async def summary(turn: Turn) -> None:
    """`/summary LINK`, or `/summary` as a reply to a message with a link."""
    url = _link_of(turn.message, words=turn.words)
    if url is None and turn.message is not None:
        url = _link_of(turn.message.reply_to_message)
    if url is None:
        await turn.reply(turn.say("chat-link-usage"), quote=True)
    else:
        await _begin(turn, url)


async def bare_message(turn: Turn) -> None:
    """A message in a private chat that is no command: its link is summarised, else a hint."""
    url = _link_of(turn.message, words=(turn.message.text or "") if turn.message else "")
    if url is None:
        await turn.reply(turn.say("chat-hint"))
    else:
        await _begin(turn, url)


async def on_resize(turn: Turn, press: Resize) -> None:
    """A longer or shorter summary in place of this one."""
    if (url := await _admitted_link(turn)) is not None:
        await turn.toast(turn.say("chat-link-working"))
        wish = Wish(sentences=press.sentences, language=press.language)
        turn.later(_show(turn, url, message_id=turn.message.message_id if turn.message else None, wish=wish))


async def on_read_here(turn: Turn, press: ReadHere) -> None:
    """The whole article, or a page of a long one, as a message of its own."""
    if (url := await _admitted_link(turn)) is not None:
        await turn.toast(turn.say("chat-link-working"))
        turn.later(_send_whole(turn, url, page=press.page))


def _link_of(message: Message | None, *, words: str = "") -> str | None:
    """The first link of a message, or of the words where the message marks none."""
    if message is not None:
        entities = message.parse_entities(_LINKS) | message.parse_caption_entities(_LINKS)
        for entity in sorted(entities, key=lambda entity: entity.offset):
            url = entity.url or entities[entity]
            return url if _WEB_LINK.match(url) else f"https://{url}"
    if match := _WEB_LINK.search(words):
        return match[0]
    return f"https://{words}" if _BARE_HOST.fullmatch(words) else None


def _link_below(message: Message | None) -> str | None:
    """The link of the button below a summary: Telegram keeps it for us."""
    rows = message.reply_markup.inline_keyboard if message is not None and message.reply_markup else ()
    return next((button.url for row in rows for button in row if button.url), None)


def _user_id(turn: Turn) -> int:
    return turn.user.id if turn.user is not None else turn.place.id


async def _read(turn: Turn, url: str) -> ParsedArticle | LinkRefused:
    owned = _is_owners(turn)
    return await turn.hub.links.read(url, partial(turn.services.loader.read_link, for_owner=owned), for_owner=owned)


def _is_owners(turn: Turn) -> bool:
    return may_reach_own_hosts(_user_id(turn), owners=turn.services.settings.telegram_admin_ids)


def _admit(turn: Turn, *, resize: bool = False) -> Busy | None:
    group_id = None if turn.is_private else turn.place.id
    return turn.hub.links.admit(user_id=_user_id(turn), group_id=group_id, resize=resize)


async def _begin(turn: Turn, url: str) -> None:
    busy = _admit(turn)
    if busy is None:
        wish = Wish(sentences=turn.services.settings.summary_sentences)
        turn.later(_show(turn, url, message_id=None, wish=wish))
    elif turn.hub.links.may_notify(_user_id(turn)):
        await turn.reply(turn.say(text_key(f"chat-link-{busy}")), quote=True)


async def _admitted_link(turn: Turn) -> str | None:
    """The link of the pressed message if there is room for it; the toast says why not."""
    url = _link_below(turn.message)
    if url is None:
        await turn.toast(turn.say("chat-message-too-old"), alert=True)
        return None
    busy = _admit(turn, resize=True)
    if busy is not None:
        await turn.toast(turn.say(text_key(f"chat-link-{busy}")), alert=True)
        return None
    return url


async def _show(turn: Turn, url: str, *, message_id: int | None, wish: Wish) -> None:
    """Read and summarise in the background; `message_id`: the summary that is replaced, None for a new one."""
    try:
        if message_id is None:
            reading = turn.say("chat-link-reading", host=escape(host(url)))
            message_id = await turn.reply(reading, quote=True, fleeting=True)
        async with asyncio.timeout(LINK_SECONDS):
            answer = await _read(turn, url)
            match answer:
                case LinkRefused():
                    await turn.revise(message_id, _refusal(turn, answer))
                case ParsedArticle():
                    await _show_article(turn, url, answer, message_id=message_id, wish=wish)
    except TimeoutError:
        await turn.revise(message_id, turn.say("chat-link-too-slow"))
    except Exception:
        logger.exception("link summary failed host=%s", host(url))
        await turn.revise(message_id, turn.say("chat-link-failed"))
    finally:
        turn.hub.links.leave(_user_id(turn))


async def _show_article(turn: Turn, url: str, article: ParsedArticle, *, message_id: int | None, wish: Wish) -> None:
    """The card as soon as there is something to show; sentences of the article while the engine writes."""
    document = Document(text=article.text, title=article.title, language=article.language)
    language = wish.language or turn.chat.summary_language
    summaries = turn.services.summaries
    writing = asyncio.create_task(summaries.for_document(document, sentences=wish.sentences, language=language))
    try:
        picture = await _picture(turn, article)
        card = LinkCard(url=article.url or url, article=article, summary=None, picture=picture)
        await asyncio.wait({writing}, timeout=PATIENCE_SECONDS)
        if not writing.done():
            extract = await summaries.sentences_of(document, sentences=wish.sentences, language=language)
            begun = replace(card, summary=extract, note=turn.say("chat-link-writing"))
            message_id = await _show_card(turn, begun, message_id=message_id, wish=wish)
        answer = await writing
    finally:
        writing.cancel()
    summary = answer if isinstance(answer, Summary) else None
    note = ""
    if summary is not None and is_untranslated(summary, language):
        name = language_name(summary.language, turn.chat.ui_language)
        note = turn.say("digest-original-language", language=name)
    await _show_card(turn, replace(card, summary=summary, note=note), message_id=message_id, wish=wish)


async def _picture(turn: Turn, article: ParsedArticle) -> PictureRef | None:
    """The article's best; no card for want of one: it would say what stands right below it."""
    if not turn.chat.pictures:
        return None
    return await first_picture(turn.services.thumbnails, article, for_owner=_is_owners(turn))


async def _show_card(turn: Turn, card: LinkCard, *, message_id: int | None, wish: Wish) -> int | None:
    """Turn the placeholder, or the card that was pressed, into this card; the message's id."""
    keyboard = summary_keyboard(
        card.url,
        host=host(card.url),
        sentences=wish.sentences,
        say=turn.say,
        language=wish.language,
        offered=_offered_language(turn, card, wish),
    )
    pressed = turn.message if turn.query is not None else None
    if turn.wants_classic or (pressed is not None and (pressed.photo or pressed.text)):  # rich ones have neither
        keep_photo = pressed is not None and bool(pressed.photo)
        return await turn.revise(message_id, card_classic(card, say=turn.say, keep_photo=keep_photo), keyboard=keyboard)
    rich, classic = card_rich(card, say=turn.say), card_classic(card, say=turn.say)
    return await turn.revise(message_id, rich, fallback=(classic,), keyboard=keyboard)


def _offered_language(turn: Turn, card: LinkCard, wish: Wish) -> str:
    """The reader's language where the summary is in another and the engine translates; else none."""
    mine = turn.chat.summary_language if turn.chat.summary_language != ORIGINAL else turn.chat.ui_language
    if card.summary is None or wish.language or same_language(card.summary.language, mine):
        return ""
    return mine if turn.services.summaries.translates else ""


async def _send_whole(turn: Turn, url: str, *, page: int) -> None:
    try:
        answer = await _read(turn, url)
        if isinstance(answer, LinkRefused):
            await turn.reply(_refusal(turn, answer), quote=True)
        else:
            await send_article(turn, _as_stored(turn, answer, url), page=page)
    finally:
        turn.hub.links.leave(_user_id(turn))


def _refusal(turn: Turn, refused: LinkRefused) -> str:
    return turn.say(refused.reason_key if has_text(refused.reason_key) else "chat-link-failed")


def _as_stored(turn: Turn, article: ParsedArticle, url: str) -> Article:
    """A page that was read for someone, in the shape of an article of ours."""
    now = turn.services.clock.now()
    return Article(
        id=0,
        source_id=0,
        source_name=article.site or host(url),
        key=article.key,
        url=article.url or url,
        title=article.title,
        authors=article.authors,
        categories=article.categories,
        text=article.text,
        blocks=article.blocks,
        language=article.language or "und",
        published_at=article.published_at or now,
        seen_at=now,
        thumbnail_url=article.thumbnail_url,
        more_pictures=article.more_pictures,
        story_id="",
    )
