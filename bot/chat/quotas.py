"""How much one person or chat may ask of the bot: sliding windows, with the time passed in."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

_SWEEP_KEYS = 10_000  # idle keys are dropped when there are more


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most `count` within any `seconds`."""

    count: int
    seconds: float


class Quotas:
    """Counts uses by key. `now` is monotonic seconds and never goes back."""

    def __init__(self) -> None:
        self._uses: dict[Hashable, deque[float]] = {}
        self._keep: dict[Hashable, float] = {}

    def take(self, wants: Sequence[tuple[Hashable, Sequence[Limit]]], *, now: float) -> Hashable | None:
        """Count one use under every key, or under none: then the key whose limit is reached."""
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
