"""Handles /categories, /subscribe, /unsubscribe and /subscriptions, and their buttons."""

from __future__ import annotations

from collections.abc import Sequence

from bot.chat.following import Outcome, follow, unfollow, unfollow_all
from bot.chat.handlers.time_zone import ask_zone
from bot.chat.handlers.topics import topics_offer, topics_settings
from bot.chat.lookup import Found, find_category, names_in
from bot.chat.turn import Turn
from bot.chat.wording import MAX_NAME_CHARACTERS, categories_text, typed
from bot.models.articles import CategoryCount, CategoryPath
from bot.models.buttons.presses import Join, Leave, ShowCategories, ShowSubscriptions, Tick
from bot.models.messages import Keyboard
from bot.render.keyboards import (
    categories_button,
    categories_keyboard,
    digest_buttons,
    is_covered,
    offers_keyboard,
    rejoin_buttons,
    subscriptions_keyboard,
)
from bot.render.moments import next_digest
from bot.render.phrases import path_name
from bot.text.cldr import series
from bot.text.markup import escape
from bot.text.schedule import local_midnight
from bot.text.words import merged
from bot.text_keys import TextKey

OFFERS_EACH = 2  # for each of several names that are not known


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
    """Handle `/subscribe NAME`, several names or `all`; without a name, show the tree."""
    if not turn.words:
        await categories(turn)
        return
    if not await turn.may_change():
        return
    tree = await category_tree(turn)
    paths = [entry.path for entry in tree]
    wanted = turn.words[:MAX_NAME_CHARACTERS]
    found = find_category(wanted, paths)
    names = names_in(wanted, found)
    if _means_all(turn.words):
        roots = [path for path in paths if not is_covered(path, paths)]
        await _tell(turn, [await follow(turn, path) for path in roots])
    elif len(names) > 1:
        await _follow_each(turn, names, tree)
    else:
        await _follow_one(turn, found, tree)


async def _follow_one(turn: Turn, found: Found, tree: Sequence[CategoryCount]) -> None:
    if found.path is not None:
        await join(turn, found.path)
        return
    offers = offered(found, tree)
    key: TextKey = "chat-join-ambiguous" if found.ambiguous else "chat-join-near" if offers else "chat-join-unknown"
    keyboard = offers_keyboard(offers) or categories_button(turn.say)
    await turn.reply(turn.say(key, name=typed(turn.words)), keyboard=keyboard)


async def _follow_each(turn: Turn, names: Sequence[str], tree: Sequence[CategoryCount]) -> None:
    """Subscribe to all that are found; the others are named, with a button for what each may mean."""
    outcomes, unknown, offers = [], [], []
    for name in names:
        found = find_category(name, [entry.path for entry in tree])
        if found.path is not None:
            outcomes.append(await follow(turn, found.path))
        else:
            unknown.append(name)
            offers += offered(found, tree)[:OFFERS_EACH]
    missing = [
        turn.say("chat-join-near" if offers else "chat-join-unknown", name=typed(series(unknown, turn.language)))
    ]
    keyboard = offers_keyboard(list(dict.fromkeys(offers))) or categories_button(turn.say)
    await _tell(turn, outcomes, more=missing if unknown else (), keyboard=keyboard if unknown else ())


async def _tell(turn: Turn, outcomes: Sequence[Outcome], *, more: Sequence[str] = (), keyboard: Keyboard = ()) -> None:
    """Say what became of several categories in one message; what was new comes first."""
    keys: tuple[TextKey, ...] = ("chat-joined", "chat-already-following")
    names = {key: [str(outcome.values["name"]) for outcome in outcomes if outcome.key == key] for key in keys}
    lines = [escape(turn.say(key, name=series(named, turn.language))) for key, named in names.items() if named]
    others = dict.fromkeys(outcome.html(turn.say) for outcome in outcomes if outcome.key not in keys)
    after = [_next(turn)] if names["chat-joined"] else []
    text = "\n\n".join(["\n".join((*lines, *others)), *after, *more])
    await turn.reply(text.strip(), keyboard=keyboard or (*_next_steps(turn), *topics_offer(turn)))
    if any(outcome.is_first for outcome in outcomes):
        await ask_zone(turn)


async def unsubscribe(turn: Turn) -> None:
    """Handle `/unsubscribe NAME`, several names or `all`; without a name, show the list with its buttons."""
    if not turn.words:
        await subscriptions(turn)
        return
    if not await turn.may_change():
        return
    followed = await turn.services.store.chats.subscriptions(turn.chat.key)
    if _means_all(turn.words):
        await turn.reply((await unfollow_all(turn)).html(turn.say), keyboard=await _way_back(turn, followed))
        return
    wanted = turn.words[:MAX_NAME_CHARACTERS]
    names = names_in(wanted, find_category(wanted, followed))
    answers = {name: await _unfollowed(turn, name, followed) for name in names}
    done = "\n".join(filter(None, answers.values()))
    unknown = [name for name, answer in answers.items() if answer is None]
    if not unknown:
        await turn.reply(done, keyboard=await _way_back(turn, followed))
        return
    text, keyboard = await _list(turn, page=0)
    missing = turn.say("chat-leave-unknown", name=typed(series(unknown, turn.language)))
    await turn.reply("\n\n".join(filter(None, (done, missing, text))), keyboard=keyboard)


async def _way_back(turn: Turn, followed: Sequence[CategoryPath]) -> Keyboard:
    """Buttons that follow again what is followed no more, and the tree for all else."""
    kept = set(await turn.services.store.chats.subscriptions(turn.chat.key))
    left = set(followed) - kept
    again = rejoin_buttons([entry for entry in await category_tree(turn) if entry.path in left])
    return (*again, *categories_button(turn.say))


async def _unfollowed(turn: Turn, name: str, followed: Sequence[CategoryPath]) -> str | None:
    """Unsubscribe from the category of this name, and say so; None where nothing followed has it."""
    found = find_category(name, followed)
    if found.path is not None:
        return (await unfollow(turn, found.path)).html(turn.say)
    tree = await category_tree(turn)
    wanted = find_category(name, [entry.path for entry in tree]).path
    parent = next((parent for parent in followed if wanted and is_covered(wanted, [parent])), None)
    if wanted and parent:
        values: dict[str, str | int] = {"name": path_name(wanted), "parent": path_name(parent)}
        return Outcome("chat-leave-covered", values).html(turn.say)
    return None


def _means_all(words: str) -> bool:
    return words.casefold() in ("*", *merged().commands.everything)


async def subscriptions(turn: Turn) -> None:
    """Handle `/subscriptions`: list what the chat follows, with remove buttons."""
    text, keyboard = await _list(turn, page=0)
    await turn.reply(text, keyboard=keyboard)


# --- presses ----------------------------------------------------------------------------------


async def on_tick(turn: Turn, press: Tick) -> None:
    """Subscribe to the category or unsubscribe from it, and show the page again."""
    path = await turn.services.store.articles.category(press.category_id)
    outcome: Outcome | None = None
    if path is None:
        await turn.toast(turn.say("chat-category-gone"))
    else:
        outcome = await (follow(turn, path) if press.on else unfollow(turn, path))
        await turn.toast(outcome.plain(turn.say))
    followed = await turn.services.store.chats.subscriptions(turn.chat.key)
    keyboard = categories_keyboard(await category_tree(turn), followed, page=press.page, say=turn.say)
    await turn.redraw_buttons(keyboard)
    if outcome is not None and outcome.is_first:
        await ask_zone(turn)


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
    outcome = await follow(turn, path)
    await turn.toast(outcome.plain(turn.say))
    await turn.redraw(_outcome_html(turn, outcome), keyboard=_next_steps(turn))
    if outcome.is_first:
        await ask_zone(turn)


async def on_leave(turn: Turn, press: Leave) -> None:
    """Remove one subscription, or all of them."""
    if press.category_id is None:
        followed = await turn.services.store.chats.subscriptions(turn.chat.key)
        outcome = await unfollow_all(turn)
        await turn.toast(outcome.plain(turn.say))
        await turn.redraw(outcome.html(turn.say), keyboard=await _way_back(turn, followed))
        return
    path = await turn.services.store.articles.category(press.category_id)
    if path is None:
        await turn.toast(turn.say("chat-category-gone"))
        return
    outcome = await unfollow(turn, path)
    await turn.toast(outcome.plain(turn.say))
    text, keyboard = await _list(turn, page=0)
    left = [entry for entry in await category_tree(turn) if entry.path == path and outcome.key == "chat-left"]
    await turn.redraw(text, keyboard=(*keyboard, *rejoin_buttons(left)))


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
    outcome = await follow(turn, path)
    await turn.reply(_outcome_html(turn, outcome), keyboard=_next_steps(turn))
    if outcome.is_first:
        await ask_zone(turn)


def _outcome_html(turn: Turn, outcome: Outcome) -> str:
    """The outcome as HTML, after a new subscription with the time of the next digest."""
    text = outcome.html(turn.say)
    if outcome.key != "chat-joined":
        return text
    return f"{text}\n\n{_next(turn)}"


def _next(turn: Turn) -> str:
    return next_digest(turn.chat, now=turn.services.clock.now(), say=turn.say, language=turn.language)


def _next_steps(turn: Turn) -> Keyboard:
    """The buttons below a new subscription."""
    return (*digest_buttons(turn.say), *categories_button(turn.say))


async def _list(turn: Turn, *, page: int) -> tuple[str, Keyboard]:
    """A page of the subscriptions: the text and the remove buttons."""
    followed = set(await turn.services.store.chats.subscriptions(turn.chat.key))
    if not followed:
        in_topics, _ = await topics_settings(turn)
        return escape("\n".join(in_topics)) or turn.say("chat-subscriptions-empty"), categories_button(turn.say)
    entries = [entry for entry in await category_tree(turn) if entry.path in followed]
    text = f"{turn.say('chat-subscriptions', count=len(followed))}\n{_next(turn)}"
    return text, subscriptions_keyboard(entries, page=page, say=turn.say)
