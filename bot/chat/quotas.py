"""Quotas of requests by person, chat or anything else: rate limits in sliding windows. The caller passes the time."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

_SWEEP_KEYS = 10_000  # keys without recent uses are dropped when there are more


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most `count` within any `seconds`."""

    count: int
    seconds: float


# Commands and other messages that the bot answers. Telegram takes a message a second in a private chat, and 20 a minute
# in a group, which all of its members share.
PERSON_LIMITS = (Limit(count=20, seconds=15), Limit(count=40, seconds=60))
MEMBER_LIMITS = (Limit(count=5, seconds=10), Limit(count=10, seconds=60))
NOTICE_LIMITS = (Limit(count=1, seconds=60),)


class Admission(Enum):
    """Whether a message is answered; NOTICE: only by saying that there were too many."""

    ADMITTED = auto()
    NOTICE = auto()
    REFUSED = auto()


class Quotas:
    """Counts uses by key. `now` is in monotonic seconds and never decreases."""

    def __init__(self) -> None:
        self._uses: dict[Hashable, deque[float]] = {}
        self._keep: dict[Hashable, float] = {}

    def take(self, wants: Sequence[tuple[Hashable, Sequence[Limit]]], *, now: float) -> Hashable | None:
        """Count one use for every key and return None; if a limit is reached, count none and return its key."""
        for key, limits in wants:
            if any(self._count(key, since=now - limit.seconds) >= limit.count for limit in limits):
                return key
        for key, limits in wants:
            self._keep[key] = max(limit.seconds for limit in limits)
            uses = self._uses.setdefault(key, deque())
            uses.append(now)
            while uses[0] <= now - self._keep[key]:
                uses.popleft()
        if len(self._uses) > _SWEEP_KEYS:
            self._sweep(now)
        return None

    def admit(self, chat_id: int, person_id: int, is_private: bool, *, now: float) -> Admission:
        """Count a message of a person in a chat; too many at once are refused, with one notice a minute."""
        limits = PERSON_LIMITS if is_private else MEMBER_LIMITS
        return self.admit_by((("person", chat_id, person_id), limits), ("notice", chat_id, person_id), now=now)

    def admit_by(self, want: tuple[Hashable, Sequence[Limit]], notice: Hashable, *, now: float) -> Admission:
        """Count a use for a key; too many at once are refused, with one notice a minute for the key of notices."""
        if self.take([want], now=now) is None:
            return Admission.ADMITTED
        return Admission.NOTICE if self.take([(notice, NOTICE_LIMITS)], now=now) is None else Admission.REFUSED

    def forget(self, number: int) -> None:
        """Forget the uses of a chat or person: of every key with this id in it."""
        for key in [key for key in self._uses if isinstance(key, tuple) and number in key]:
            del self._uses[key], self._keep[key]

    def _count(self, key: Hashable, *, since: float) -> int:
        return sum(use > since for use in self._uses.get(key, ()))

    def _sweep(self, now: float) -> None:
        idle = [key for key, uses in self._uses.items() if uses[-1] <= now - self._keep[key]]
        for key in idle:
            del self._uses[key], self._keep[key]
