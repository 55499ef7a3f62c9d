"""Subscribes chats to categories and unsubscribes them, and says what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat.turn import Turn
from bot.models.articles import CategoryPath
from bot.render.keyboards import is_covered
from bot.render.phrases import path_name
from bot.text.markup import escape
from bot.text.quiet import next_due_at
from bot.text_keys import TextKey
from bot.texts import Say

MAX_SUBSCRIPTIONS = 100


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a change as a text key and its values, for a message (HTML) or a toast (plain text)."""

    key: TextKey
    values: dict[str, str | int]
    is_first: bool = False  # the chat followed nothing before

    def plain(self, say: Say) -> str:
        return say(self.key, **self.values)

    def html(self, say: Say) -> str:
        return escape(self.plain(say))


async def follow(turn: Turn, path: CategoryPath) -> Outcome:
    """Subscribe to a category. After the first one, the next digest holds the news from now on."""
    chats = turn.services.store.chats
    followed = await chats.subscriptions(turn.chat.key)
    if path in followed:
        return Outcome("chat-already-following", {"name": path_name(path)})
    if parent := next((parent for parent in followed if is_covered(path, [parent])), None):
        return Outcome("chat-join-covered", {"name": path_name(path), "parent": path_name(parent)})
    if len(followed) >= MAX_SUBSCRIPTIONS:
        return Outcome("chat-join-too-many", {"count": MAX_SUBSCRIPTIONS})
    if not followed:
        now = turn.services.clock.now()
        await turn.change(
            cursor=await turn.services.store.articles.max_id(),
            next_digest_at=next_due_at(turn.chat.schedule, turn.chat.quiet, turn.chat.zone, now),
        )
    await chats.subscribe(turn.chat.key, path)
    return Outcome("chat-joined", {"name": path_name(path)}, is_first=not followed)


async def unfollow(turn: Turn, path: CategoryPath) -> Outcome:
    """Unsubscribe from a category and from those below it: a parent includes its children."""
    chats = turn.services.store.chats
    followed = await chats.subscriptions(turn.chat.key)
    below = [entry for entry in followed if entry[: len(path)] == path]
    for entry in below:
        await chats.unsubscribe(turn.chat.key, entry)
    return Outcome("chat-left" if below else "chat-not-following", {"name": path_name(path)})


async def unfollow_all(turn: Turn) -> Outcome:
    """End all subscriptions."""
    count = await turn.services.store.chats.unsubscribe_all(turn.chat.key)
    return Outcome("chat-left-all" if count else "chat-subscriptions-empty", {"count": count})
