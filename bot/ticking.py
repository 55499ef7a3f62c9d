"""Tickers: steps that run again and again while the bot does. A step that fails is logged and tried again.

While the store accepts no writes (a full disk) a ticker pauses: nothing is fetched that cannot be kept, and the log
stays short. A step with much to reckon takes breaks.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.errors import StoreError
from bot.models.ports import Clock

logger = logging.getLogger(__name__)

STORE_PAUSE_SECONDS = 30.0
WORK_SECONDS = 0.01  # between two breaks
BREAK_SECONDS = 0.001

Step = Callable[[], Awaitable[object]]


class Breaks:
    """Lets other tasks and threads run every hundredth of a second of a long step.

    `asyncio.sleep(0)` would let tasks alone run: the event loop takes the interpreter's lock again before a thread that
    waits for it has woken up, and so the thread that writes to the database waited for all of the step.
    """

    def __init__(self) -> None:
        self._since = time.monotonic()

    async def take(self) -> None:
        """Take a break if it is time for one."""
        if time.monotonic() - self._since >= WORK_SECONDS:
            await asyncio.sleep(BREAK_SECONDS)
            self._since = time.monotonic()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticker:
    """A step and its pace.

    `seconds` pass from the end of a step to the start of the next. Where steps may be `overlapping`, they pass from
    start to start: a step that takes long, for a site that hangs, delays no later one.
    """

    name: str
    step: Step
    seconds: float
    overlapping: bool = False

    async def run(self, clock: Clock) -> None:
        """Run the step for ever; only a cancellation ends it."""
        if self.overlapping:
            await self._run_overlapping(clock)
            return
        while True:
            pause = await self._try_step()
            await clock.sleep(max(self.seconds, pause))

    async def _run_overlapping(self, clock: Clock) -> None:
        paused_until = 0.0  # monotonic seconds

        async def run_one() -> None:
            nonlocal paused_until
            if pause := await self._try_step():
                paused_until = clock.monotonic() + pause

        async with asyncio.TaskGroup() as steps:
            while True:
                if clock.monotonic() >= paused_until:
                    steps.create_task(run_one())
                await clock.sleep(self.seconds)

    async def _try_step(self) -> float:
        """Run the step once; the seconds to pause after it, 0.0 unless the store failed."""
        try:
            await self.step()
        except StoreError as error:
            logger.error("ticker paused ticker=%s seconds=%d error=%s", self.name, STORE_PAUSE_SECONDS, error)
            return STORE_PAUSE_SECONDS
        except Exception:
            logger.exception("tick failed ticker=%s", self.name)
        return 0.0


@asynccontextmanager
async def running(tickers: Iterable[Ticker], clock: Clock) -> AsyncIterator[list[asyncio.Task[None]]]:
    """Run the tickers while the block runs, each in the task that it gives."""
    tasks = [asyncio.create_task(ticker.run(clock), name=ticker.name) for ticker in tickers]
    try:
        yield tasks
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
