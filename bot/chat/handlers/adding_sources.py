"""Handles the owner's /addsource and the offer below a link: finds the feeds, asks which one and in which category.

What was found stands in the bot's own message, as code: a press reads it there, so a restart in between loses nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Sequence
from datetime import timedelta
from typing import TypeVar

from telegram import MessageOriginChannel

from bot.chat.handlers.owners import for_owners
from bot.chat.handlers.subscribe import category_tree
from bot.chat.lookup import find_category
from bot.chat.own_messages import coded, link_below
from bot.chat.turn import Turn
from bot.errors import SourceRejected
from bot.ingest.load import FeedChoice
from bot.models.articles import CategoryPath
from bot.models.buttons.owner_presses import CancelAdding, OfferFeeds, PickCategory, PickFeed
from bot.models.sources import Source
from bot.render.owner_keyboards import added_keyboard, feed_categories_keyboard, feeds_keyboard, offer_button
from bot.render.phrases import path_name
from bot.render.source_lines import STOPS, with_detail
from bot.text.clean import category_path
from bot.text.markup import escape, host, sentences, shorten
from bot.texts import has_text, text_key
from bot.web.channels import channel_address

logger = logging.getLogger(__name__)

T = TypeVar("T")

MAX_FEEDS = 8  # that are listed; their addresses stand in the message
MAX_ADDRESS_CHARS = 400
MAX_TITLE_UNITS = 60


@for_owners
async def addsource(turn: Turn) -> None:
    """Handle `/addsource URL [CATEGORY]`."""
    address, _, rest = turn.words.partition(" ")
    if not address:
        await turn.reply(turn.say("adding-usage"))
        return
    turn.in_background(_look(turn, address.strip("<>"), await _category(turn, rest)))


async def on_offer(turn: Turn, press: OfferFeeds) -> None:
    """Look for the feeds of the link that the message is about."""
    address = link_below(turn.message) or next(iter(coded(turn.message)), None)
    if address is None:
        await turn.toast(turn.say("chat-message-too-old"), alert=True)
        return
    await turn.toast(turn.say("adding-looking", host=host(address)))
    turn.in_background(_look(turn, address, None))


async def on_pick_feed(turn: Turn, press: PickFeed) -> None:
    """Go on with one of the feeds that the message lists."""
    addresses = [text for text in coded(turn.message) if "://" in text]
    category = next((text for text in coded(turn.message) if "://" not in text), "")
    if press.number >= len(addresses):
        await turn.toast(turn.say("chat-message-too-old"), alert=True)
        return
    await turn.toast(turn.say("adding-looking", host=host(addresses[press.number])))
    turn.in_background(_go_on(turn, addresses[press.number], await _category(turn, category)))


async def on_pick_category(turn: Turn, press: PickCategory) -> None:
    """Add the feed that the message names."""
    category = await turn.services.store.articles.category(press.category_id) if press.category_id else None
    address = next(iter(coded(turn.message)), None)
    if address is None or (press.category_id and category is None):
        await turn.toast(turn.say("chat-message-too-old"), alert=True)
        return
    await turn.toast(turn.say("adding-looking", host=host(address)))
    turn.in_background(_add(turn, address, category))


async def on_cancel(turn: Turn, press: CancelAdding) -> None:
    """Add nothing."""
    await turn.toast()
    await turn.redraw(turn.say("adding-cancelled"))


# --- a channel that the owner sent ------------------------------------------------------------


def sent_channel(turn: Turn) -> str | None:
    """The public channel that an owner names in a private message, or from which they forward it; or None."""
    message = turn.message
    if message is None or not (turn.is_owner and turn.is_private):
        return None
    if isinstance(message.forward_origin, MessageOriginChannel):
        name = message.forward_origin.chat.username
        return channel_address(f"@{name}") if name else None
    return channel_address(message.text or message.caption or "")


async def forwarded(turn: Turn) -> None:
    """Handle a forwarded message without text: an owner is offered the channel that it is from."""
    if (channel := sent_channel(turn)) is not None:
        await offer_channel(turn, channel)


async def offer_channel(turn: Turn, address: str) -> None:
    """Offer a channel as a source."""
    text = turn.say("adding-offer-channel", address=f"<code>{escape(address)}</code>")
    await turn.reply(text, keyboard=(offer_button(turn.say),))


# --- steps ------------------------------------------------------------------------------------


async def _look(turn: Turn, address: str, category: CategoryPath | None) -> None:
    """Look for feeds, then list several, ask for the category of one, or add it."""
    message_id = await turn.reply(turn.say("adding-looking", host=escape(host(address) or address)))
    found = await _tried(turn, _found(turn, address), address, message_id=message_id)
    if found is None:
        return
    listed = _listed(found)
    if len(listed) == 1:
        await _ask_or_add(turn, listed[0].url, listed[0], category, message_id=message_id)
        return
    await _offer(turn, address, listed, category, message_id=message_id)


def _listed(found: Sequence[FeedChoice]) -> list[FeedChoice]:
    """Those of the feeds that a message can list; one at least."""
    return [choice for choice in found if len(choice.url) <= MAX_ADDRESS_CHARS][:MAX_FEEDS] or list(found[:1])


async def _offer(
    turn: Turn, address: str, choices: Sequence[FeedChoice], category: CategoryPath | None, *, message_id: int | None
) -> None:
    """List feeds to choose from, in place of the message."""
    keyboard = feeds_keyboard([choice.title for choice in choices], say=turn.say)
    await turn.edit(message_id, _choices_text(turn, address, choices, category), keyboard=keyboard)


async def _found(turn: Turn, address: str) -> Sequence[FeedChoice]:
    """The feeds at an address. Raises SourceRejected where there are none, or the bot reads them already."""
    found = await turn.services.loader.find(address)
    if await _have(turn, found):
        raise SourceRejected("source-exists", await _name_of(turn, found[0]))
    return found


async def _tried(turn: Turn, work: Awaitable[T], address: str, *, message_id: int | None) -> T | None:
    """The result of work on an address; None where it failed, which is told in place of the message."""
    try:
        return await work
    except SourceRejected as rejected:
        await _refuse(turn, rejected, message_id=message_id)
    except Exception:
        logger.exception("source not added host=%s", host(address))
        await turn.edit(message_id, turn.say("adding-failed"))
    return None


async def _go_on(turn: Turn, address: str, category: CategoryPath | None) -> None:
    """Ask for the category of a feed that was picked, in place of the list, or add it."""
    await _ask_or_add(turn, address, None, category, message_id=turn.message.message_id if turn.message else None)


async def _ask_or_add(
    turn: Turn, address: str, choice: FeedChoice | None, category: CategoryPath | None, *, message_id: int | None
) -> None:
    if category is not None:
        await _add(turn, address, category, message_id=message_id)
        return
    lines = [_described(turn, choice)] if choice else []
    lines += [f"<code>{escape(address)}</code>", "", turn.say("adding-which-category")]
    tree = await category_tree(turn)
    await turn.edit(message_id, "\n".join(lines), keyboard=feed_categories_keyboard(tree, say=turn.say))


async def _add(turn: Turn, address: str, category: CategoryPath | None, *, message_id: int | None = None) -> None:
    """Add the feed with its first articles, and say so in place of the message."""
    message_id = message_id or (turn.message.message_id if turn.message else None)
    added = await _tried(turn, turn.services.loader.add_source(address, category), address, message_id=message_id)
    if added is None:
        return
    if not isinstance(added, Source):  # the site has several by now
        await _offer(turn, address, _listed(added), category, message_id=message_id)
        return
    count = len(await turn.services.store.articles.by_source(added.id))
    text = turn.say("adding-added", name=escape(added.spec.name), count=count)
    if category:
        text = sentences(text, turn.say("adding-in-category", name=escape(path_name(category))))
    await turn.edit(message_id, text, keyboard=added_keyboard(added))


async def _category(turn: Turn, text: str) -> CategoryPath | None:
    """The category that was typed: one there is, however it is written, else a new one; None for none."""
    path = category_path(text.split("/"))
    if not path:
        return None
    known = [entry.path for entry in await category_tree(turn)]
    return find_category(text, known).path or path


async def _have(turn: Turn, found: Sequence[FeedChoice]) -> bool:
    return len(found) == 1 and await turn.services.store.sources.by_location(found[0].url) is not None


async def _name_of(turn: Turn, choice: FeedChoice) -> str:
    held = await turn.services.store.sources.by_location(choice.url)
    return held.spec.name if held else choice.title


# --- texts ------------------------------------------------------------------------------------


def _choices_text(turn: Turn, address: str, choices: Sequence[FeedChoice], category: CategoryPath | None) -> str:
    lines = [turn.say("adding-which-feed", host=escape(host(address) or address), count=len(choices)), ""]
    for number, choice in enumerate(choices, start=1):
        lines.append(f"{number}. {_described(turn, choice)}\n<code>{escape(choice.url)}</code>")
    if category:
        lines += ["", turn.say("adding-category", name=f"<code>{escape('/'.join(category))}</code>")]
    return "\n".join(lines)


def _described(turn: Turn, choice: FeedChoice) -> str:
    """A feed in a line: its title, how much it holds and when it last wrote."""
    parts = [f"<b>{escape(shorten(choice.title, MAX_TITLE_UNITS))}</b>"]
    parts.append(turn.say("articles-count", count=choice.articles))
    if choice.newest is not None and turn.services.clock.now() - choice.newest > timedelta(0):
        parts.append(turn.say("adding-newest", day=turn.reader.day(choice.newest)))
    return " · ".join(parts)


async def _refuse(turn: Turn, rejected: SourceRejected, *, message_id: int | None) -> None:
    """Say why there is no feed to add, and what helps; a source that is here already has its button."""
    held = await turn.services.store.sources.get(rejected.detail) if rejected.text_key == "source-exists" else None
    keyboard = added_keyboard(held) if held is not None else ()
    await turn.edit(message_id, _refusal(turn, rejected), keyboard=keyboard)


def _refusal(turn: Turn, rejected: SourceRejected) -> str:
    key = rejected.text_key
    if key == "source-exists":
        return escape(turn.say("adding-problem", problem=turn.say(key).rstrip(STOPS), detail=rejected.detail))
    problem = with_detail(turn.say(key), rejected.detail, say=turn.say)
    helps = [turn.say(text_key(f"{key}{end}")) for end in ("-remedy", "-remedy-feed") if has_text(f"{key}{end}")]
    return escape(sentences(problem, *helps))
