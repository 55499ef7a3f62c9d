"""What a chat follows: the category tree to tick, subscribing by name, leaving, the list."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat.keyboards import (
    button,
    categories_keyboard,
    is_covered,
    offers_keyboard,
    path_name,
    subscriptions_keyboard,
)
from bot.chat.lookup import find_category
from bot.chat.presses import DigestNow, Join, Leave, ShowCategories, ShowSchedule, ShowSubscriptions, Tick
from bot.chat.turn import Turn
from bot.chat.wording import invitation, next_digest
from bot.models.articles import CategoryCount, CategoryPath
from bot.models.messages import Keyboard
from bot.text.markup import escape, shorten
from bot.text.schedule import local_midnight, next_digest_at
from bot.text_keys import TextKey
from bot.texts import Say

MAX_SUBSCRIPTIONS = 100
MAX_NAME_CHARACTERS = 300
_NAME_UNITS = 60
_EVERYTHING = frozenset({"all", "*", "全部", "所有"})


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of a wish, as a text key and its values, for a message (HTML) or a toast (plain)."""

    key: TextKey
    values: dict[str, str | int]

    def plain(self, say: Say) -> str:
        return say(self.key, **self.values)

    def html(self, say: Say) -> str:
        return escape(self.plain(say))


def typed(turn: Turn) -> str:
    """What the person typed, short and safe to show back."""
    return escape(shorten(turn.words, _NAME_UNITS))


# --- commands ---------------------------------------------------------------------------------


async def categories(turn: Turn) -> None:
    """The tree with today's counts, to tick."""
    tree = await category_tree(turn)
    if not tree:
        await turn.reply(turn.say("chat-start-empty"))
        return
    followed = await turn.services.store.chats.subscriptions(turn.chat.key)
    keyboard = categories_keyboard(tree, followed, page=0, say=turn.say)
    await turn.reply(invitation(tree, say=turn.say), keyboard=keyboard)


async def subscribe(turn: Turn) -> None:
    """`/subscribe NAME`; without a name the tree."""
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
    offers = [entry for path in found.offers for entry in tree if entry.path == path]
    key: TextKey = "chat-join-ambiguous" if found.ambiguous else "chat-join-near" if offers else "chat-join-unknown"
    keyboard = offers_keyboard(offers) or ((button(turn.say("chat-button-categories"), ShowCategories(page=0)),),)
    await turn.reply(turn.say(key, name=typed(turn)), keyboard=keyboard)


async def unsubscribe(turn: Turn) -> None:
    """`/unsubscribe NAME` or `all`; without a name the list with its buttons."""
    if not turn.words:
        await subscriptions(turn)
        return
    if not await turn.may_change():
        return
    if turn.words.casefold() in _EVERYTHING:
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
    """What the chat follows, with remove buttons."""
    text, keyboard = await _list(turn, page=0)
    await turn.reply(text, keyboard=keyboard)


# --- presses ----------------------------------------------------------------------------------


async def on_tick(turn: Turn, press: Tick) -> None:
    """Follow or leave the ticked category and draw the page again."""
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
    """Turn the page of the tree, or open it in place of another message."""
    await turn.toast()
    followed = await turn.services.store.chats.subscriptions(turn.chat.key)
    tree = await category_tree(turn)
    keyboard = categories_keyboard(tree, followed, page=press.page, say=turn.say)
    await turn.redraw(invitation(tree, say=turn.say), keyboard=keyboard)


async def on_join(turn: Turn, press: Join) -> None:
    """Follow a category that was offered by name."""
    path = await turn.services.store.articles.category(press.category_id)
    if path is None:
        await turn.toast(turn.say("chat-category-gone"))
        return
    outcome = await _join(turn, path)
    await turn.toast(outcome.plain(turn.say))
    await turn.redraw(_outcome_html(turn, outcome), keyboard=_next_steps(turn))


async def on_leave(turn: Turn, press: Leave) -> None:
    """Remove a subscription from the list, or all."""
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
    """Turn the page of the list."""
    await turn.toast()
    text, keyboard = await _list(turn, page=press.page)
    await turn.redraw(text, keyboard=keyboard)


# --- what they share --------------------------------------------------------------------------


async def category_tree(turn: Turn) -> list[CategoryCount]:
    """Every category with its count of the chat's today."""
    since = local_midnight(turn.services.clock.now(), turn.chat.zone)
    return await turn.services.store.articles.categories(since=since)


async def join(turn: Turn, path: CategoryPath) -> None:
    """Follow a category and say what happens next."""
    outcome = await _join(turn, path)
    await turn.reply(_outcome_html(turn, outcome), keyboard=_next_steps(turn))


async def _join(turn: Turn, path: CategoryPath) -> _Outcome:
    """Follow a category. The first one starts the clock: from now on news count for the next digest."""
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
    """Leave a category and everything followed below it: a parent includes its children."""
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
    """The outcome as a message; after a subscription with the time of the next digest."""
    text = outcome.html(turn.say)
    if outcome.key != "chat-joined":
        return text
    return f"{text}\n\n{_next(turn)}"


def _next(turn: Turn) -> str:
    return next_digest(turn.chat, now=turn.services.clock.now(), say=turn.say)


def _next_steps(turn: Turn) -> Keyboard:
    """The ways on after a subscription."""
    return (
        (
            button(turn.say("chat-button-digest-now"), DigestNow()),
            button(turn.say("chat-button-schedule"), ShowSchedule()),
        ),
        (button(turn.say("chat-button-categories"), ShowCategories(page=0)),),
    )


async def _list(turn: Turn, *, page: int) -> tuple[str, Keyboard]:
    """What the chat follows, as text and remove buttons."""
    followed = set(await turn.services.store.chats.subscriptions(turn.chat.key))
    if not followed:
        tree = (((button(turn.say("chat-button-categories"), ShowCategories(page=0)),)),)
        return turn.say("chat-subscriptions-empty"), tree
    entries = [entry for entry in await category_tree(turn) if entry.path in followed]
    text = f"{turn.say('chat-subscriptions', count=len(followed))}\n{_next(turn)}"
    return text, subscriptions_keyboard(entries, page=page, say=turn.say)
