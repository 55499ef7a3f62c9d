"""Summarises links: sends a placeholder, then replaces it with title, picture, summary, source and reading time."""

from __future__ import annotations

import logging
import re

from telegram import Message, MessageEntity

from bot.chat.access import may_reach_own_hosts
from bot.chat.handlers.adding_sources import offer_channel, sent_channel
from bot.chat.handlers.link_answer import SummaryRequest, read_link, refusal_text, show_summary
from bot.chat.handlers.start import send_article
from bot.chat.handlers.time_zone import take_named_place
from bot.chat.handlers.unknown import offer_category, offer_command
from bot.chat.own_messages import link_below
from bot.chat.turn import Turn
from bot.ingest.load import LinkRefused
from bot.models.articles import UNDATED, Article, ParsedArticle
from bot.models.buttons.presses import ReadHere, Resize, Translate
from bot.text.markup import host
from bot.texts import text_key
from bot.web.channels import is_telegram

logger = logging.getLogger(__name__)

_LINKS: list[str | None] = [MessageEntity.URL, MessageEntity.TEXT_LINK]
_WEB_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


async def summary(turn: Turn) -> None:
    """Handle `/summary LINK`, or `/summary` as a reply to a message with a link."""
    url = _link_of(turn.message, words=turn.words)
    owned = _is_owners(turn)
    if url is None and turn.message is not None:
        url, owned = _link_of(turn.message.reply_to_message), False  # anybody may have written it
    if url is None:
        await turn.reply(turn.say("chat-link-usage"), quote=True)
    else:
        await _start_summary(turn, url, owned=owned)


async def bare_message(turn: Turn) -> None:
    """Summarise the link of a private message that is no command; send a hint where it has none.

    A command without its slash is offered; a place answers the question for the time zone.
    """
    url = _link_of(turn.message, words=(turn.message.text or "") if turn.message else "")
    channel = sent_channel(turn)
    if url is not None:
        await _start_summary(turn, url, owned=_is_owners(turn))
    if channel is not None and (url is None or not is_telegram(url)):
        await offer_channel(turn, channel)
    elif url is None:
        words = (turn.message.text or "") if turn.message is not None else ""
        if await offer_command(turn, words) or await take_named_place(turn, words) or await offer_category(turn, words):
            return
        await turn.reply(turn.say("chat-hint"))


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
            show_summary(
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


def _link_of(message: Message | None, *, words: str = "") -> str | None:
    """The first link that Telegram marked in the message, else the first that `words` hold, or None."""
    if message is not None:
        entities = message.parse_entities(_LINKS) | message.parse_caption_entities(_LINKS)
        for entity in sorted(entities, key=lambda entity: entity.offset):
            url = entity.url or entities[entity]
            return url if _WEB_LINK.match(url) else f"https://{url}"
    if match := _WEB_LINK.search(words):
        return match[0]
    return f"https://{words}" if _BARE_HOST.fullmatch(words) else None


def _is_owners(turn: Turn) -> bool:
    """Whether an owner wrote the message, or pressed the button. What somebody else wrote and they forward does not
    count: they may not have looked where it leads.
    """
    if turn.query is None and turn.message is not None and turn.message.forward_origin is not None:
        return False
    return may_reach_own_hosts(turn.user_id, owners=turn.services.settings.telegram_admin_ids)


async def _start_summary(turn: Turn, url: str, *, owned: bool) -> None:
    busy = turn.admit_link()
    if busy is None:
        request = SummaryRequest(sentences=turn.services.settings.summary_sentences)
        turn.in_background(show_summary(turn, url, owned=owned, request=request))
    elif turn.state.links.may_notify(turn.user_id):
        await turn.reply(turn.say(text_key(f"chat-link-{busy}")), quote=True)


async def _admitted_link(turn: Turn) -> str | None:
    """The link of the pressed message if the quotas admit it, else None, and a toast says why."""
    url = link_below(turn.message)
    if url is None:
        await turn.toast(turn.say("chat-message-too-old"), alert=True)
        return None
    busy = turn.admit_link(resize=True)
    if busy is not None:
        await turn.toast(turn.say(text_key(f"chat-link-{busy}")), alert=True)
        return None
    return url


async def _send_whole(turn: Turn, url: str, *, page: int) -> None:
    try:
        answer = await read_link(turn, url, owned=_is_owners(turn))
        if isinstance(answer, LinkRefused):
            await turn.reply(refusal_text(turn, answer), quote=True)
        else:
            await send_article(turn, _as_stored(turn, answer, url), page=page)
    finally:
        turn.release_link()


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
        blocks=tuple(article.blocks),
        language=article.language or "und",
        published_at=article.published_at or UNDATED,
        seen_at=now,
        thumbnail_url=article.thumbnail_url,
        more_pictures=article.more_pictures,
        story_id="",
    )
