"""Telegram's rate limits as token buckets: about 30 messages a second over all chats, 1 a second in one,
20 a minute in a group or channel (core.telegram.org/bots/faq).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from bot.playground.messages.errors import BotApiError
from bot.playground.world.chats import Chat


@dataclass(slots=True)
class _Bucket:
    per_second: float
    size: float
    level: float
    at: float

    def wait(self, now: float, amount: float) -> float:
        """Seconds until `amount` fits; 0 if it does now."""
        self.level = min(self.size, self.level + (now - self.at) * self.per_second)
        self.at = now
        missing = min(amount, self.size) - self.level
        return max(0.0, missing / self.per_second)


class RateLimits:
    """Counts messages and refuses those that come too fast."""

    def __init__(self, monotonic: Callable[[], float], *, per_second: float = 30, burst_in_chat: float = 3) -> None:
        self._monotonic = monotonic
        self._all = _Bucket(per_second, per_second, per_second, monotonic())
        self._burst = burst_in_chat
        self._rooms: dict[int, _Bucket] = {}

    def check(self, room: Chat, messages: int) -> None:
        """Counts `messages` for a chat; raises a 429 with retry_after instead where they are too many."""
        now = self._monotonic()
        bucket = self._rooms.get(room.id)
        if bucket is None:
            private = room.type == "private"
            size, rate = (self._burst, 1.0) if private else (20.0, 20 / 60)
            bucket = self._rooms[room.id] = _Bucket(rate, size, size, now)
        wait = max(bucket.wait(now, messages), self._all.wait(now, messages))
        if wait > 0:
            raise _too_many_requests(max(1, math.ceil(wait)))
        bucket.level -= messages
        self._all.level -= messages


def _too_many_requests(retry_after: int) -> BotApiError:
    """A 429 that says when to come back, in seconds."""
    return BotApiError(429, f"Too Many Requests: retry after {retry_after}", parameters={"retry_after": retry_after})
