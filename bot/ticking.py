"""Runs a step again and again: one that fails is logged and tried anew, and ends nothing.

While the store takes nothing (a full disk) the steps rest: what cannot be kept need not be fetched, and the log is not
filled either.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.errors import StoreError
from bot.models.ports import Clock

logger = logging.getLogger(__name__)

REST_SECONDS = 30.0

Step = Callable[[], Awaitable[None]]


async def tick(name: str, step: Step, clock: Clock, pause: float) -> None:
    """Run `step` for ever, `pause` seconds from the end of one to the next."""
    while True:
        rest = await _rest_after(name, step)
        await clock.sleep(max(pause, rest))


async def tick_overlapping(name: str, step: Step, clock: Clock, pause: float) -> None:
    """Start `step` every `pause` seconds: one that takes long, for a site that hangs, holds up no later one."""
    rests_until = 0.0

    async def run() -> None:
        nonlocal rests_until
        if rest := await _rest_after(name, step):
            rests_until = clock.monotonic() + rest

    async with asyncio.TaskGroup() as steps:
        while True:
            if clock.monotonic() >= rests_until:
                steps.create_task(run())
            await clock.sleep(pause)


async def _rest_after(name: str, step: Step) -> float:
    """Run it once; for how many seconds it should rest then."""
    try:
        await step()
    except StoreError as error:
        logger.error("%s rests seconds=%d error=%s", name, REST_SECONDS, error)
        return REST_SECONDS
    except Exception:
        logger.exception("tick failed name=%s", name)
    return 0.0
