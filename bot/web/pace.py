"""Manners towards other people's servers: when the next request to a host may start, and which hosts want none at all.

Pure: the clock is passed in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

MAX_HOSTS = 500

_T = TypeVar("_T")


def in_turns(items: Iterable[_T], host: Callable[[_T], str]) -> list[_T]:
    """The items so that hosts take turns, else in their order: one host with hundreds holds up no other."""
    seen: Counter[str] = Counter()
    numbered = []
    for item in items:
        seen[host(item)] += 1
        numbered.append((seen[host(item)], item))
    return [item for _, item in sorted(numbered, key=lambda pair: pair[0])]


class HostPace:
    """Spaces the starts of requests to each host; forgets hosts whose turn is long over."""

    def __init__(self) -> None:
        self._next_start: dict[str, float] = {}
        self._paused_until: dict[tuple[str, str], float] = {}

    def take_turn(self, host: str, *, now: float, gap_seconds: float) -> float:
        """Reserve the host's next turn; the seconds until then. `now` is monotonic."""
        start = max(now, self._next_start.get(host, now))
        self._next_start[host] = start + gap_seconds
        if len(self._next_start) > MAX_HOSTS:
            self._next_start = {name: until for name, until in self._next_start.items() if until > now}
        return start - now

    def pause(self, host: str, kind: str, *, now: float, seconds: float) -> None:
        """Leave the host alone for so long, as far as this kind of request goes."""
        self._paused_until = {key: until for key, until in self._paused_until.items() if until > now}
        self._paused_until[host, kind] = now + seconds

    def paused_for(self, host: str, kind: str, *, now: float) -> float:
        """The seconds until this kind of request may go to the host again; 0 if it may."""
        return max(self._paused_until.get((host, kind), now) - now, 0.0)
