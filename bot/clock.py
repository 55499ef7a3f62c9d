"""The clock of the system, and one that the playground can move forward."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime, timedelta


class SystemClock:
    """The clock of the operating system, in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class MovableClock(SystemClock):
    """The clock of the system plus an offset. A move wakes every sleeper, so whatever is due happens at once."""

    def __init__(self, start: datetime | None = None) -> None:
        self._offset = (start - datetime.now(UTC)) if start else timedelta()
        self._ahead = timedelta()  # the sum of all moves: quotas and pauses, on the monotonic clock, pass with them
        self._moved = asyncio.Event()

    def now(self) -> datetime:
        return super().now() + self._offset

    def monotonic(self) -> float:
        return super().monotonic() + self._ahead.total_seconds()

    def move_to(self, moment: datetime) -> None:
        """Set the clock to `moment` (aware, not in the past); it runs on from there."""
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
