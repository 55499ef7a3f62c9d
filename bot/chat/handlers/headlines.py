"""Handles /today, which shows today's headlines in pages, and /digest. Composes in the background."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any, TypeVar

from bot.chat.handlers.subscribe import category_tree, offered
from bot.chat.handlers.topics import topics_settings
from bot.chat.lookup import find_category
from bot.chat.quotas import Limit
from bot.chat.turn import Turn
from bot.chat.wording import MAX_NAME_CHARACTERS, typed
from bot.models.articles import CategoryPath
from bot.models.buttons.presses import DigestNow, ShowHeadlines
from bot.models.digests import Headlines
from bot.models.messages import Content, Keyboard, RichContent, TextContent
from bot.render.classic import render_classic
from bot.render.filter_keyboards import filters_button
from bot.render.keyboards import categories_button, headlines_keyboard, headlines_offers
from bot.render.rich import render_rich
from bot.text.markup import escape
from bot.text_keys import TextKey

PLACEHOLDER_AFTER_SECONDS = 0.15  # a quicker answer comes without a placeholder
PAGE_SIZE = 5
# A digest takes the model's time and the chat's share of Telegram's rate limit.
DIGEST_LIMITS = (Limit(count=6, seconds=600),)

T = TypeVar("T")


async def today(turn: Turn) -> None:
    """Handle `/today [CATEGORY]`: the headlines since midnight."""
    category: CategoryPath | None = None
    if turn.words:
        tree = await category_tree(turn)
        found = find_category(turn.words[:MAX_NAME_CHARACTERS], [entry.path for entry in tree])
        if found.path is None:
            offers = offered(found, tree)
            key: TextKey = "chat-today-which" if offers else "chat-today-unknown"
            await turn.reply(turn.say(key, name=typed(turn.words)), keyboard=headlines_offers(offers))
            return
        category = found.path
    turn.in_background(_send_headlines(turn, category))


async def digest(turn: Turn) -> None:
    """Handle `/digest`: send the digest now. The schedule stays as it is."""
    if not await turn.services.store.chats.subscriptions(turn.chat.key):
        in_topics, _ = await topics_settings(turn)
        text = escape("\n".join(in_topics)) or turn.say("chat-digest-follow-first")
        await turn.reply(text, keyboard=categories_button(turn.say))
    elif not may_compose(turn):
        await turn.reply(turn.say("chat-digest-too-often"))
    else:
        turn.in_background(_send_digest(turn))


async def on_digest_now(turn: Turn, press: DigestNow) -> None:
    """Send the digest now, as `/digest` does."""
    if not await turn.services.store.chats.subscriptions(turn.chat.key):
        await turn.toast(turn.say("chat-digest-follow-first"), alert=True)
    elif not may_compose(turn):
        await turn.toast(turn.say("chat-digest-too-often"), alert=True)
    else:
        await turn.toast(turn.say("chat-digest-coming"))
        turn.in_background(_send_digest(turn))


async def on_show_headlines(turn: Turn, press: ShowHeadlines) -> None:
    """Show another page of the headlines in place of this one."""
    category = None
    if press.category_id is not None:
        category = await turn.services.store.articles.category(press.category_id)
        if category is None:
            await turn.toast(turn.say("chat-category-gone"))
            return
    await turn.toast()
    turn.in_background(_show_page(turn, category, page=press.page))


def may_compose(turn: Turn) -> bool:
    """Whether the chat may have another digest made now; counts it."""
    now = turn.services.clock.monotonic()
    key = turn.chat.key  # as numbers, by which `Quotas.forget` finds it
    return turn.state.quotas.take([(("digest", key.chat_id, key.thread_id), DIGEST_LIMITS)], now=now) is None


async def _send_digest(turn: Turn) -> None:
    count = await with_placeholder(turn, turn.services.composer.compose_now(turn.chat), waiting="chat-digest-coming")
    if count:
        turn.services.deliverer.wake()
        if turn.target is not None:
            await turn.reply(turn.say("place-digest-sent"))
    elif await turn.services.store.outbox.is_waiting(turn.chat.key):
        await turn.reply(turn.say("chat-digest-waiting"))
    else:
        had_one = await turn.services.store.sent_digests.last(turn.chat.key) is not None
        await _reply_empty(turn, turn.say("chat-digest-empty" if had_one else "chat-today-empty"))


async def _send_headlines(turn: Turn, category: CategoryPath | None) -> None:
    work = turn.services.composer.headlines(turn.chat, category, page=0, page_size=PAGE_SIZE)
    headlines = await with_placeholder(turn, work, waiting="chat-today-gathering")
    if headlines.digest.items:
        await _send_page(turn, category, headlines)
        return
    name = escape(category[-1]) if category else ""
    await _reply_empty(turn, turn.say("chat-today-empty-category", name=name) if name else turn.say("chat-today-empty"))


async def _reply_empty(turn: Turn, text: str) -> None:
    """Say that there is nothing; where the chat has filters, that it may be theirs."""
    if await turn.services.store.filters.of(turn.chat.key):
        await turn.reply(f"{text}\n{turn.say('chat-digest-filters')}", keyboard=filters_button(turn.say))
    else:
        await turn.reply(text)


async def _send_page(turn: Turn, category: CategoryPath | None, headlines: Headlines) -> None:
    keyboard = await _pages(turn, category, headlines)
    rich, classic = _rendered(turn, headlines)
    if not turn.wants_classic:
        await turn.reply(rich, fallback=classic, keyboard=keyboard)
        return
    for content in classic[:-1]:
        await turn.reply(content)
    await turn.reply(classic[-1], keyboard=keyboard)


async def _show_page(turn: Turn, category: CategoryPath | None, *, page: int) -> None:
    headlines = await turn.services.composer.headlines(turn.chat, category, page=page, page_size=PAGE_SIZE)
    if not headlines.digest.items or turn.message is None:
        return
    if turn.message.photo:  # Telegram cannot edit a photo into a text or a rich message
        await _send_page(turn, category, headlines)
        return
    keyboard = await _pages(turn, category, headlines)
    rich, classic = _rendered(turn, headlines)
    text = _as_text(classic[0])  # Telegram cannot edit a text into an album
    if turn.wants_classic:
        await turn.edit(turn.message.message_id, text, keyboard=keyboard)
    else:
        await turn.edit(turn.message.message_id, rich, fallback=(text,), keyboard=keyboard)


async def _pages(turn: Turn, category: CategoryPath | None, headlines: Headlines) -> Keyboard:
    category_id = await turn.services.store.articles.category_id(category) if category else None
    return headlines_keyboard(category_id, page=headlines.page, pages=headlines.pages)


def _rendered(turn: Turn, headlines: Headlines) -> tuple[RichContent, tuple[Content, ...]]:
    """The page in both formats, with a note where it shows the last 24 hours because today has too little."""
    rich = render_rich(headlines.digest, turn.reader)
    classic = render_classic(headlines.digest, turn.reader)
    if not headlines.since_midnight:
        note = escape(turn.say("chat-today-last-24-hours"))
        rich = replace(rich, html=f"<p><i>{note}</i></p>{rich.html}")
        classic = (*classic, TextContent(html=f"<i>{note}</i>"))
    return rich, classic


def _as_text(content: Content) -> TextContent:
    return content if isinstance(content, TextContent) else TextContent(html=content.html)


async def with_placeholder(turn: Turn, work: Coroutine[Any, Any, T], *, waiting: TextKey) -> T:
    """The result of `work`. Where it takes longer than a moment, a placeholder stands in the chat meanwhile."""
    task = asyncio.ensure_future(work)
    done, _ = await asyncio.wait({task}, timeout=PLACEHOLDER_AFTER_SECONDS)
    if done:
        return task.result()
    placeholder = await turn.reply(turn.say(waiting), placeholder=True)
    try:
        return await task
    finally:
        if placeholder is not None:
            await turn.delete(placeholder)
