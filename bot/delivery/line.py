"""The line before Telegram's rate limit: whose message goes next. Pure.

Chats take turns, so that one chat's many messages hold up no other. Replies go before digests, but not always: while
digests wait, every fifth message is one.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.delivery.limiter import Limiter

REPLIES_A_DIGEST = 4


@dataclass(slots=True, kw_only=True, eq=False)
class Waiter:
    """A message in the line. `turn` belongs to who waits; the line never looks at it."""

    chat_id: int
    cost: int
    reply: bool
    since: float  # monotonic seconds
    turn: Any


_Lane = OrderedDict[int, deque[Waiter]]


@dataclass(slots=True)
class Line:
    """The messages that wait, by chat, in the order of their turns."""

    _replies: _Lane = field(default_factory=OrderedDict)
    _digests: _Lane = field(default_factory=OrderedDict)
    _replies_before: int = 0  # since the last digest

    def __bool__(self) -> bool:
        return bool(self._replies or self._digests)

    def __iter__(self) -> Iterator[Waiter]:
        for lane in (self._replies, self._digests):
            for waiters in lane.values():
                yield from waiters

    @property
    def digests(self) -> int:
        """How many digests wait."""
        return sum(map(len, self._digests.values()))

    def add(self, waiter: Waiter) -> None:
        """Join the line behind the other messages of the chat."""
        lane = self._replies if waiter.reply else self._digests
        lane.setdefault(waiter.chat_id, deque()).append(waiter)

    def remove(self, waiter: Waiter) -> None:
        """Leave the line."""
        lane = self._replies if waiter.reply else self._digests
        lane[waiter.chat_id].remove(waiter)
        if not lane[waiter.chat_id]:
            del lane[waiter.chat_id]

    def next(self, limiter: Limiter, *, now: float) -> tuple[Waiter | None, float]:
        """The waiter whose turn it is, out of the line; else None, and the seconds after which to ask again."""
        if wait := limiter.wait_of_all(now=now):
            return None, wait
        soonest = float("inf")
        digests_first = bool(self._digests) and self._replies_before >= REPLIES_A_DIGEST
        for lane in (self._digests, self._replies) if digests_first else (self._replies, self._digests):
            waiter, wait = self._ready(lane, limiter, now)
            if waiter is not None:
                self._replies_before = self._replies_before + 1 if waiter.reply and self._digests else 0
                return waiter, 0.0
            soonest = min(soonest, wait)
        return None, soonest

    def _ready(self, lane: _Lane, limiter: Limiter, now: float) -> tuple[Waiter | None, float]:
        soonest = float("inf")
        for chat_id, waiters in lane.items():
            waiter = waiters[0]
            wait = limiter.wait(chat_id, now=now, cost=waiter.cost, reply=waiter.reply)
            if not wait:
                self.remove(waiter)
                if chat_id in lane:
                    lane.move_to_end(chat_id)  # the others come first
                return waiter, 0.0
            soonest = min(soonest, wait)
        return None, soonest
