"""The queue of updates that wait for the bot: long polling with offsets, one poller at a time, as in the Bot API."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Collection
from typing import Any

from bot.playground.messages.errors import BotApiError

KINDS = frozenset(
    [
        "message",
        "edited_message",
        "channel_post",
        "edited_channel_post",
        "business_connection",
        "business_message",
        "edited_business_message",
        "deleted_business_messages",
        "message_reaction",
        "message_reaction_count",
        "inline_query",
        "chosen_inline_result",
        "callback_query",
        "shipping_query",
        "pre_checkout_query",
        "purchased_paid_media",
        "poll",
        "poll_answer",
        "my_chat_member",
        "chat_member",
        "chat_join_request",
        "chat_boost",
        "removed_chat_boost",
        "stopped_message_generation",
    ]
)
NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
MAX_TIMEOUT_SECONDS = 50
_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"


class Updates:
    """Updates in order; confirmed ones are forgotten."""

    def __init__(self) -> None:
        self._queue: deque[dict[str, Any]] = deque()
        self._last_id = 100_000_000
        self._allowed: Collection[str] = KINDS - NOT_BY_DEFAULT
        self._poller: asyncio.Future[None] | None = None
        self._closed = False

    def __len__(self) -> int:
        return len(self._queue)

    def allow(self, kinds: Collection[str] | None) -> None:
        """Set which kinds are queued from now on. An empty list means the default, None changes nothing."""
        if kinds is not None:
            self._allowed = frozenset(kinds) & KINDS or KINDS - NOT_BY_DEFAULT

    def add(self, kind: str, content: dict[str, Any]) -> int | None:
        """Queue an update and return its id; None where the bot has not asked for this kind."""
        if kind not in self._allowed:
            return None
        self._last_id += 1
        self._queue.append({"update_id": self._last_id, kind: content})
        self._wake()
        return self._last_id

    def clear(self) -> None:
        self._queue.clear()

    async def poll(self, *, offset: int, limit: int, timeout: float) -> list[dict[str, Any]]:  # noqa: ASYNC109 - the API's word
        """The next updates; confirms those below `offset`. Waits up to `timeout` seconds for the first.

        A second poller ends the first with 409, as on Telegram.
        """
        self._end_other_poller()
        self._confirm(offset)
        if not self._queue and timeout > 0 and not self._closed:
            await self._wait(min(timeout, MAX_TIMEOUT_SECONDS))
        return [update for update, _ in zip(self._queue, range(max(1, min(limit, 100))), strict=False)]

    def close(self) -> None:
        """End a waiting poll with no updates."""
        self._closed = True
        self._wake()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._queue) > -offset:
                self._queue.popleft()
        while self._queue and self._queue[0]["update_id"] < offset:
            self._queue.popleft()

    async def _wait(self, seconds: float) -> None:
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poller = mine
        try:
            async with asyncio.timeout(seconds):
                await mine
        except TimeoutError:
            return
        finally:
            if self._poller is mine:
                self._poller = None

    def _wake(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_result(None)

    def _end_other_poller(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(BotApiError(409, _CONFLICT))
        self._poller = None
