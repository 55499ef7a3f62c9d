"""Summarises links: sends a placeholder, then replaces it with title, picture, summary, source and reading time."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from functools import partial

from bot.chat.access import may_reach_own_hosts
from bot.chat.handlers.start import send_article
from bot.chat.handlers.time_zone import take_named_place
from bot.chat.links import Busy
from bot.chat.message_links import link_below, link_of
from bot.chat.turn import Turn
from bot.digest.material import is_untranslated
from bot.ingest.load import LinkRefused
from bot.models.articles import UNDATED, Article, ParsedArticle
from bot.models.chats import ORIGINAL
from bot.models.digests import PictureRef
from bot.models.presses import ReadHere, Resize, Translate
from bot.pictures.gather import first_picture
from bot.render.keyboards import summary_keyboard
from bot.render.link_card import LinkCard, card_classic, card_rich
from bot.render.phrases import language_name
from bot.text.markup import escape, host
from bot.texts import has_text, text_key
from bot.web.sites import host_of
from summarizer import Document, EngineKind, Summary, same_language, split_sentences

logger = logging.getLogger(__name__)

LINK_SECONDS = 90.0  # limit for page, picture and summary together
EXTRACT_AFTER_SECONDS = 3.0  # when the engine takes longer, sentences of the article replace the placeholder


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryRequest:
    """What a summary should be like. `language` "" is the chat's own language of summaries."""

    sentences: int
    language: str = ""
    is_all: bool = False  # there are no more sentences


async def summary(turn: Turn) -> None:
    """Handle `/summary LINK`, or `/summary` as a reply to a message with a link."""
    url = link_of(turn.message, words=turn.words)
    owned = _is_owners(turn)
    if url is None and turn.message is not None:
        url, owned = link_of(turn.message.reply_to_message), False  # anybody may have written it
    if url is None:
        await turn.reply(turn.say("chat-link-usage"), quote=True)
    else:
        await _start_summary(turn, url, owned=owned)


async def bare_message(turn: Turn) -> None:
    """Summarise the link of a private message that is no command; send a hint where it has none."""
    url = link_of(turn.message, words=(turn.message.text or "") if turn.message else "")
    if url is None:
        words = (turn.message.text or "") if turn.message is not None else ""
        if not await take_named_place(turn, words):
            await turn.reply(turn.say("chat-hint"))
    else:
        await _start_summary(turn, url, owned=_is_owners(turn))


async def on_resize(turn: Turn, press: Resize) -> None:
    """Replace the summary with a longer or shorter one."""
    await _summarize_again(turn, SummaryRequest(sentences=press.sentences))


async def on_translate(turn: Turn, press: Translate) -> None:
    """Replace the summary with one in another language."""
    await _summarize_again(turn, SummaryRequest(sentences=press.sentences, language=press.language))


async def _summarize_again(turn: Turn, request: SummaryRequest) -> None:
    if (url := await _admitted_link(turn)) is not None:
        await turn.toast(turn.say("chat-link-working"))
        turn.in_background(
            _show(
                turn,
                url,
                owned=_is_owners(turn),
                message_id=turn.message.message_id if turn.message else None,
                request=request,
            )
        )


async def on_read_here(turn: Turn, press: ReadHere) -> None:
    """Send the whole article, or a page of a long one, as a new message."""
    if (url := await _admitted_link(turn)) is not None:
        await turn.toast(turn.say("chat-link-working"))
        turn.in_background(_send_whole(turn, url, page=press.page))


def _user_id(turn: Turn) -> int:
    return turn.user.id if turn.user is not None else turn.telegram_chat.id


async def _read(turn: Turn, url: str, *, owned: bool) -> ParsedArticle | LinkRefused:
    """The link's article; only an owner's own link (`owned`) may lead to FETCH_TRUSTED_HOSTS."""
    return await turn.state.links.read(url, partial(turn.services.loader.read_link, for_owner=owned), for_owner=owned)


def _is_owners(turn: Turn) -> bool:
    """Whether an owner wrote the message, or pressed the button. What somebody else wrote and they forward does not
    count: they may not have looked where it leads.
    """
    if turn.query is None and turn.message is not None and turn.message.forward_origin is not None:
        return False
    return may_reach_own_hosts(_user_id(turn), owners=turn.services.settings.telegram_admin_ids)


def _admit(turn: Turn, *, resize: bool = False) -> Busy | None:
    group_id = None if turn.is_private else turn.telegram_chat.id
    return turn.state.links.admit(user_id=_user_id(turn), group_id=group_id, resize=resize)


async def _start_summary(turn: Turn, url: str, *, owned: bool) -> None:
    busy = _admit(turn)
    if busy is None:
        request = SummaryRequest(sentences=turn.services.settings.summary_sentences)
        turn.in_background(_show(turn, url, owned=owned, message_id=None, request=request))
    elif turn.state.links.may_notify(_user_id(turn)):
        await turn.reply(turn.say(text_key(f"chat-link-{busy}")), quote=True)


async def _admitted_link(turn: Turn) -> str | None:
    """The link of the pressed message if the quotas admit it, else None, and a toast says why."""
    url = link_below(turn.message)
    if url is None:
        await turn.toast(turn.say("chat-message-too-old"), alert=True)
        return None
    busy = _admit(turn, resize=True)
    if busy is not None:
        await turn.toast(turn.say(text_key(f"chat-link-{busy}")), alert=True)
        return None
    return url


async def _show(turn: Turn, url: str, *, owned: bool, message_id: int | None, request: SummaryRequest) -> None:
    """Read and summarise the link, and show the result in `message_id`, or in a new message where that is None.

    A failure is told in place of the placeholder; a summary that someone reads already stays, and the failure is told
    below it.
    """
    tell: Callable[[str], Awaitable[object]] = partial(turn.reply, quote=True)
    try:
        if message_id is None:
            reading = turn.say("chat-link-reading", host=escape(host(url)))
            message_id = await turn.reply(reading, quote=True, placeholder=True)
            tell = partial(turn.edit, message_id)
        async with asyncio.timeout(LINK_SECONDS) as limit:
            answer = await _read(turn, url, owned=owned)
            match answer:
                case LinkRefused():
                    await tell(_refusal(turn, answer))
                case ParsedArticle():
                    card = LinkCard(url=answer.url or url, article=answer, summary=None, picture=None)
                    await _show_article(
                        turn, card, own_page=url if owned else "", message_id=message_id, request=request, limit=limit
                    )
    except TimeoutError:
        await tell(turn.say("chat-link-too-slow"))
    except Exception:
        logger.exception("link summary failed host=%s", host_of(url))
        await tell(turn.say("chat-link-failed"))
    finally:
        turn.state.links.release(_user_id(turn))


async def _show_article(
    turn: Turn,
    card: LinkCard,
    *,
    own_page: str,
    message_id: int | None,
    request: SummaryRequest,
    limit: asyncio.Timeout,
) -> None:
    """Show the article's card: with sentences of the article while a slow engine works, then with its summary."""
    article = card.article
    document = Document(text=article.text, title=article.title, language=article.language)
    language = request.language or turn.chat.summary_language
    summaries = turn.services.summaries
    writing = asyncio.create_task(summaries.for_document(document, sentences=request.sentences, language=language))
    extract: Summary | None = None
    try:
        card = replace(card, picture=await _picture(turn, article, own_page=own_page))
        await asyncio.wait({writing}, timeout=EXTRACT_AFTER_SECONDS)
        if not writing.done():
            extract = await summaries.sentences_of(document, sentences=request.sentences, language=language)
            preview = replace(card, summary=extract, note=turn.say("chat-link-writing"))
            message_id = await _show_card(turn, preview, message_id=message_id, request=request)
            limit.reschedule(None)  # there is something to read now, and the service keeps to a deadline of its own
        answer = await writing
    finally:
        writing.cancel()
    summary = answer if isinstance(answer, Summary) else extract
    if summary is not None:
        request = _measured(document, summary, request)
    note = ""
    if summary is not None and is_untranslated(summary, language):
        name = language_name(summary.language, turn.chat.ui_language)
        note = turn.say("digest-original-language", language=name)
    await _show_card(turn, replace(card, summary=summary, note=note), message_id=message_id, request=request)


def _measured(document: Document, summary: Summary, request: SummaryRequest) -> SummaryRequest:
    """The request, with as many sentences as there are where the summary cannot get longer."""
    shown = len(split_sentences(summary.text, summary.language))
    there = len(split_sentences(document.text, document.language or summary.language))
    ends = summary.kind is EngineKind.EXTRACTIVE and shown < request.sentences
    if not ends and there > shown:
        return request
    return replace(request, sentences=max(1, min(shown, request.sentences)), is_all=True)


async def _picture(turn: Turn, article: ParsedArticle, *, own_page: str) -> PictureRef | None:
    """The article's best picture, or None. No drawn card stands in for it: it would repeat the title below it."""
    if not turn.chat.pictures:
        return None
    return await first_picture(turn.services.thumbnails, article, own_page=own_page)


async def _show_card(turn: Turn, card: LinkCard, *, message_id: int | None, request: SummaryRequest) -> int | None:
    """Replace the placeholder, or the card whose button was pressed, with this card; return the message's id."""
    keyboard = summary_keyboard(
        card.url,
        host=host(card.url),
        sentences=request.sentences,
        say=turn.say,
        language=request.language,
        is_all=request.is_all,
        offered=_offered_language(turn, card, request),
    )
    pressed = turn.message if turn.query is not None else None
    if turn.wants_classic or (pressed is not None and (pressed.photo or pressed.text)):  # rich messages have neither
        keep_photo = pressed is not None and bool(pressed.photo)
        return await turn.edit(message_id, card_classic(card, say=turn.say, keep_photo=keep_photo), keyboard=keyboard)
    rich, classic = card_rich(card, say=turn.say), card_classic(card, say=turn.say)
    return await turn.edit(message_id, rich, fallback=(classic,), keyboard=keyboard)


def _offered_language(turn: Turn, card: LinkCard, request: SummaryRequest) -> str:
    """The reader's language if the summary is in another and the engine translates, else ""."""
    mine = turn.chat.summary_language if turn.chat.summary_language != ORIGINAL else turn.chat.ui_language
    if card.summary is None or request.language or same_language(card.summary.language, mine):
        return ""
    return mine if turn.services.summaries.translates else ""


async def _send_whole(turn: Turn, url: str, *, page: int) -> None:
    try:
        answer = await _read(turn, url, owned=_is_owners(turn))
        if isinstance(answer, LinkRefused):
            await turn.reply(_refusal(turn, answer), quote=True)
        else:
            await send_article(turn, _as_stored(turn, answer, url), page=page)
    finally:
        turn.state.links.release(_user_id(turn))


def _refusal(turn: Turn, refused: LinkRefused) -> str:
    return turn.say(refused.reason_key if has_text(refused.reason_key) else "chat-link-failed")


def _as_stored(turn: Turn, article: ParsedArticle, url: str) -> Article:
    """The page as an `Article` with id 0: it is not in the store."""
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
        published_at=article.published_at or UNDATED,
        seen_at=now,
        thumbnail_url=article.thumbnail_url,
        more_pictures=article.more_pictures,
        story_id="",
    )
