from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.clock import MovableClock, SystemClock


async def test_the_system_clock_speaks_utc_and_never_goes_back() -> None:
    clock = SystemClock()
    before = clock.monotonic()
    await clock.sleep(0)
    assert clock.now().tzinfo is UTC
    assert clock.monotonic() >= before


async def test_a_moved_clock_runs_on_from_there_and_wakes_its_sleepers() -> None:
    start = datetime(2030, 1, 1, tzinfo=UTC)
    clock = MovableClock(start)
    sleeper = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    clock.move_to(start + timedelta(days=1))
    async with asyncio.timeout(5):
        await sleeper
    assert start + timedelta(days=1) <= clock.now() < start + timedelta(days=1, minutes=1)


def test_what_waits_a_while_sees_a_moved_clock_and_never_one_that_goes_back() -> None:
    start = datetime(2030, 1, 1, tzinfo=UTC)
    clock = MovableClock(start)
    before = clock.monotonic()
    clock.move_to(start + timedelta(hours=1))
    an_hour_on = clock.monotonic()
    assert 3500 < an_hour_on - before < 3700
    clock.move_to(start)
    assert clock.monotonic() >= an_hour_on


async def test_an_unmoved_clock_sleeps_its_time() -> None:
    clock = MovableClock()
    before = clock.monotonic()
    await clock.sleep(0.001)
    assert clock.monotonic() - before >= 0.001
