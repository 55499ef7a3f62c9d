"""The system's clock, and one that can be moved forward for the playground."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """Wall time in UTC from the operating system."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class MovableClock(SystemClock):
    """The system's clock plus an offset: moving it wakes every sleeper, so what is due happens at once."""

    def __init__(self, start: datetime | None = None) -> None:
        self._offset = (start - datetime.now(UTC)) if start else timedelta()
        self._ahead = timedelta()  # by all moves; what waits a while, such as a quota, waits by this clock, too
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return super().now() + self._offset

    def monotonic(self) -> float:
        return super().monotonic() + self._ahead.total_seconds()

    def move_to(self, moment: datetime) -> None:
        """Set the clock to `moment` (aware, not before now). It runs on from there."""
        self._ahead += max(moment - self.now(), timedelta())
        self._offset = moment - super().now()
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await self._moved.wait()
        except TimeoutError:
            return
