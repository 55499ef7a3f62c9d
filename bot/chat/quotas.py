"""Quotas of requests by person, chat or anything else: rate limits in sliding windows. The caller passes the time."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

_SWEEP_KEYS = 10_000  # keys without recent uses are dropped when there are more


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most `count` within any `seconds`."""

    count: int
    seconds: float


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

    def _count(self, key: Hashable, *, since: float) -> int:
        return sum(use > since for use in self._uses.get(key, ()))

    def _sweep(self, now: float) -> None:
        idle = [key for key, uses in self._uses.items() if uses[-1] <= now - self._keep[key]]
        for key in idle:
            del self._uses[key], self._keep[key]
