"""Throttles requests by host: spaces them, and makes none while a host has asked for a pause.

Pure: the clock is passed in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

MAX_HOSTS = 500

_T = TypeVar("_T")


def interleaved(items: Iterable[_T], host: Callable[[_T], str]) -> list[_T]:
    """The items, one of each host in turn, else in their order: a host with hundreds of them holds up no other."""
    seen: Counter[str] = Counter()
    numbered = []
    for item in items:
        seen[host(item)] += 1
        numbered.append((seen[host(item)], item))
    return [item for _, item in sorted(numbered, key=lambda pair: pair[0])]


class HostThrottle:
    """Spaces the starts of requests to each host. Memory is bounded: hosts without a request to come are forgotten."""

    def __init__(self) -> None:
        self._next_start: dict[str, float] = {}
        self._paused_until: dict[tuple[str, str], float] = {}

    def reserve(self, host: str, *, now: float, gap_seconds: float) -> float:
        """Reserve the host's next request; the seconds until it may start. `now` is monotonic."""
        start = max(now, self._next_start.get(host, now))
        self._next_start[host] = start + gap_seconds
        if len(self._next_start) > MAX_HOSTS:
            self._next_start = {name: until for name, until in self._next_start.items() if until > now}
        return start - now

    def pause(self, host: str, kind: str, *, now: float, seconds: float) -> None:
        """Allow no request of this kind to the host for so long."""
        self._paused_until = {key: until for key, until in self._paused_until.items() if until > now}
        self._paused_until[host, kind] = now + seconds

    def paused_for(self, host: str, kind: str, *, now: float) -> float:
        """The seconds until this kind of request may go to the host again; 0 if it may."""
        return max(self._paused_until.get((host, kind), now) - now, 0.0)
