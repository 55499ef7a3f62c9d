"""Manners towards other people's servers: two requests a host at a time, spaced. Forgets hosts nobody waits for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.ports import Clock

REQUESTS_AT_A_TIME = 2
MAX_IDLE_HOSTS = 500


@dataclass(slots=True)
class _Host:
    slots: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(REQUESTS_AT_A_TIME))
    next_start: float = 0.0  # monotonic seconds
    users: int = 0


class HostPace:
    """Hands out turns to start a request at a host. For one event loop."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._hosts: dict[str, _Host] = {}

    @asynccontextmanager
    async def turn(self, host: str, *, gap_seconds: float) -> AsyncIterator[None]:
        """Wait for one of the host's slots, and until `gap_seconds` after the start of the request before."""
        entry = self._hosts.setdefault(host, _Host())
        entry.users += 1
        try:
            async with entry.slots:
                now = self._clock.monotonic()
                start = max(now, entry.next_start)
                entry.next_start = start + gap_seconds
                if start > now:
                    await self._clock.sleep(start - now)
                yield
        finally:
            entry.users -= 1
            self._forget_idle()

    def _forget_idle(self) -> None:
        if len(self._hosts) <= MAX_IDLE_HOSTS:
            return
        now = self._clock.monotonic()
        self._hosts = {name: entry for name, entry in self._hosts.items() if entry.users or entry.next_start > now}
