"""Handles /categories, /subscribe, /unsubscribe and /subscriptions, and their buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.chat.lookup import Found, find_category
from bot.chat.turn import Turn
from bot.chat.wording import categories_text
from bot.models.articles import CategoryCount, CategoryPath
from bot.models.messages import Keyboard
from bot.models.presses import Join, Leave, ShowCategories, ShowSubscriptions, Tick
from bot.render.keyboards import (
    categories_button,
    categories_keyboard,
    digest_buttons,
    is_covered,
    offers_keyboard,
    subscriptions_keyboard,
)
from bot.render.moments import next_digest
from bot.render.phrases import path_name
from bot.text.markup import escape, shorten
from bot.text.schedule import local_midnight, next_digest_at
from bot.text.words import merged
from bot.text_keys import TextKey
from bot.texts import Say

MAX_SUBSCRIPTIONS = 100
MAX_NAME_CHARACTERS = 300
_NAME_UNITS = 60


@dataclass(frozen=True, slots=True)
class _Outcome:
    """The result of a change as a text key and its values, for a message (HTML) or a toast (plain text)."""

    key: TextKey
    values: dict[str, str | int]

    def plain(self, say: Say) -> str:
        return say(self.key, **self.values)

    def html(self, say: Say) -> str:
        return escape(self.plain(say))


def typed(turn: Turn) -> str:
    """What the person typed, shortened and escaped for a message."""
    return escape(shorten(turn.words, _NAME_UNITS))


# --- commands ---------------------------------------------------------------------------------


async def categories(turn: Turn) -> None:
    """Handle `/categories`: show the category tree with today's counts."""
    tree = await category_tree(turn)
    if not tree:
        await turn.reply(turn.say("chat-start-empty"))
        return
    followed = await turn.services.store.chats.subscriptions(turn.chat.key)
    keyboard = categories_keyboard(tree, followed, page=0, say=turn.say)
    await turn.reply(categories_text(tree, say=turn.say), keyboard=keyboard)


async def subscribe(turn: Turn) -> None:
    """Handle `/subscribe NAME`; without a name, show the tree."""
    if not turn.words:
        await categories(turn)
        return
    if not await turn.may_change():
        return
    tree = await category_tree(turn)
    found = find_category(turn.words[:MAX_NAME_CHARACTERS], [entry.path for entry in tree])
    if found.path is not None:
        await join(turn, found.path)
        return
    offers = offered(found, tree)
    key: TextKey = "chat-join-ambiguous" if found.ambiguous else "chat-join-near" if offers else "chat-join-unknown"
    keyboard = offers_keyboard(offers) or categories_button(turn.say)
    await turn.reply(turn.say(key, name=typed(turn)), keyboard=keyboard)


async def unsubscribe(turn: Turn) -> None:
    """Handle `/unsubscribe NAME` or `all`; without a name, show the list with its buttons."""
    if not turn.words:
        await subscriptions(turn)
        return
    if not await turn.may_change():
        return
    if turn.words.casefold() in ("*", *merged().commands.everything):
        await turn.reply((await _leave_all(turn)).html(turn.say))
        return
    followed = await turn.services.store.chats.subscriptions(turn.chat.key)
    found = find_category(turn.words[:MAX_NAME_CHARACTERS], followed)
    if found.path is not None:
        await turn.reply((await _leave(turn, found.path)).html(turn.say))
        return
    tree = await category_tree(turn)
    wanted = find_category(turn.words[:MAX_NAME_CHARACTERS], [entry.path for entry in tree]).path
    parent = next((parent for parent in followed if wanted and is_covered(wanted, [parent])), None)
    if wanted and parent:
        covered = _Outcome("chat-leave-covered", {"name": path_name(wanted), "parent": path_name(parent)})
        await turn.reply(covered.html(turn.say))
        return
    text, keyboard = await _list(turn, page=0)
    await turn.reply(f"{turn.say('chat-leave-unknown', name=typed(turn))}\n\n{text}", keyboard=keyboard)


async def subscriptions(turn: Turn) -> None:
    """Handle `/subscriptions`: list what the chat follows, with remove buttons."""
    text, keyboard = await _list(turn, page=0)
    await turn.reply(text, keyboard=keyboard)


# --- presses ----------------------------------------------------------------------------------


async def on_tick(turn: Turn, press: Tick) -> None:
    """Subscribe to the category or unsubscribe from it, and show the page again."""
    path = await turn.services.store.articles.category(press.category_id)
    if path is None:
        await turn.toast(turn.say("chat-category-gone"))
    else:
        outcome = await (_join(turn, path) if press.on else _leave(turn, path))
        await turn.toast(outcome.plain(turn.say))
    followed = await turn.services.store.chats.subscriptions(turn.chat.key)
    keyboard = categories_keyboard(await category_tree(turn), followed, page=press.page, say=turn.say)
    await turn.redraw_buttons(keyboard)


async def on_show_categories(turn: Turn, press: ShowCategories) -> None:
    """Show a page of the tree in place of the message."""
    await turn.toast()
    followed = await turn.services.store.chats.subscriptions(turn.chat.key)
    tree = await category_tree(turn)
    keyboard = categories_keyboard(tree, followed, page=press.page, say=turn.say)
    await turn.redraw(categories_text(tree, say=turn.say), keyboard=keyboard)


async def on_join(turn: Turn, press: Join) -> None:
    """Subscribe to a category that was suggested by name."""
    path = await turn.services.store.articles.category(press.category_id)
    if path is None:
        await turn.toast(turn.say("chat-category-gone"))
        return
    outcome = await _join(turn, path)
    await turn.toast(outcome.plain(turn.say))
    await turn.redraw(_outcome_html(turn, outcome), keyboard=_next_steps(turn))


async def on_leave(turn: Turn, press: Leave) -> None:
    """Remove one subscription, or all of them."""
    if press.category_id is None:
        outcome = await _leave_all(turn)
        await turn.toast(outcome.plain(turn.say))
        await turn.redraw(outcome.html(turn.say))
        return
    path = await turn.services.store.articles.category(press.category_id)
    if path is None:
        await turn.toast(turn.say("chat-category-gone"))
        return
    outcome = await _leave(turn, path)
    await turn.toast(outcome.plain(turn.say))
    text, keyboard = await _list(turn, page=0)
    await turn.redraw(text, keyboard=keyboard)


async def on_show_subscriptions(turn: Turn, press: ShowSubscriptions) -> None:
    """Show a page of the subscriptions in place of the message."""
    await turn.toast()
    text, keyboard = await _list(turn, page=press.page)
    await turn.redraw(text, keyboard=keyboard)


# --- shared -----------------------------------------------------------------------------------


async def category_tree(turn: Turn) -> list[CategoryCount]:
    """Every category with how many articles it has since midnight in the chat's zone."""
    since = local_midnight(turn.services.clock.now(), turn.chat.zone)
    return await turn.services.store.articles.categories(since=since)


def offered(found: Found, tree: Sequence[CategoryCount]) -> list[CategoryCount]:
    """The entries of the tree that a search suggests, best first."""
    return [entry for path in found.offers for entry in tree if entry.path == path]


async def join(turn: Turn, path: CategoryPath) -> None:
    """Subscribe to a category and send the outcome with the time of the next digest."""
    outcome = await _join(turn, path)
    await turn.reply(_outcome_html(turn, outcome), keyboard=_next_steps(turn))


async def _join(turn: Turn, path: CategoryPath) -> _Outcome:
    """Subscribe to a category. After the first one, the next digest holds the news from now on."""
    chats = turn.services.store.chats
    followed = await chats.subscriptions(turn.chat.key)
    if path in followed:
        return _Outcome("chat-already-following", {"name": path_name(path)})
    if parent := next((parent for parent in followed if is_covered(path, [parent])), None):
        return _Outcome("chat-join-covered", {"name": path_name(path), "parent": path_name(parent)})
    if len(followed) >= MAX_SUBSCRIPTIONS:
        return _Outcome("chat-join-too-many", {"count": MAX_SUBSCRIPTIONS})
    if not followed:
        now = turn.services.clock.now()
        await turn.change(
            cursor=await turn.services.store.articles.max_id(),
            next_digest_at=next_digest_at(turn.chat.schedule, turn.chat.zone, now),
        )
    await chats.subscribe(turn.chat.key, path)
    return _Outcome("chat-joined", {"name": path_name(path)})


async def _leave(turn: Turn, path: CategoryPath) -> _Outcome:
    """Unsubscribe from a category and from those below it: a parent includes its children."""
    chats = turn.services.store.chats
    followed = await chats.subscriptions(turn.chat.key)
    below = [entry for entry in followed if entry[: len(path)] == path]
    for entry in below:
        await chats.unsubscribe(turn.chat.key, entry)
    return _Outcome("chat-left" if below else "chat-not-following", {"name": path_name(path)})


async def _leave_all(turn: Turn) -> _Outcome:
    count = await turn.services.store.chats.unsubscribe_all(turn.chat.key)
    return _Outcome("chat-left-all" if count else "chat-subscriptions-empty", {"count": count})


def _outcome_html(turn: Turn, outcome: _Outcome) -> str:
    """The outcome as HTML, after a new subscription with the time of the next digest."""
    text = outcome.html(turn.say)
    if outcome.key != "chat-joined":
        return text
    return f"{text}\n\n{_next(turn)}"


def _next(turn: Turn) -> str:
    return next_digest(turn.chat, now=turn.services.clock.now(), say=turn.say)


def _next_steps(turn: Turn) -> Keyboard:
    """The buttons below a new subscription."""
    return (*digest_buttons(turn.say), *categories_button(turn.say))


async def _list(turn: Turn, *, page: int) -> tuple[str, Keyboard]:
    """A page of the subscriptions: the text and the remove buttons."""
    followed = set(await turn.services.store.chats.subscriptions(turn.chat.key))
    if not followed:
        return turn.say("chat-subscriptions-empty"), categories_button(turn.say)
    entries = [entry for entry in await category_tree(turn) if entry.path in followed]
    text = f"{turn.say('chat-subscriptions', count=len(followed))}\n{_next(turn)}"
    return text, subscriptions_keyboard(entries, page=page, say=turn.say)
