"""Steps that run again and again, and rest while the store takes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from bot.errors import StoreError
from bot.ticking import REST_SECONDS, tick, tick_overlapping
from tests.fakes import FakeClock

Ticking = Callable[..., Coroutine[Any, Any, None]]


async def ticks_in(clock: FakeClock, ticking: Ticking, seconds: int, *errors: Exception) -> int:
    """How often a step that first meets these errors runs in so many seconds, one a second."""
    left, ran = list(errors), 0

    async def step() -> None:
        nonlocal ran
        ran += 1
        if left:
            raise left.pop(0)

    task = asyncio.create_task(ticking("load", step, clock, 1.0))
    for _ in range(seconds):
        for _ in range(5):
            await asyncio.sleep(0)
        clock.advance(1)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return ran


@pytest.mark.parametrize("ticking", [tick, tick_overlapping])
async def test_a_step_that_fails_is_logged_and_tried_at_the_next_tick(
    ticking: Ticking, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    assert await ticks_in(clock, ticking, 5, KeyError("oops")) == 5
    assert "tick failed name=load" in caplog.text
    assert "Traceback" in caplog.text


@pytest.mark.parametrize("ticking", [tick, tick_overlapping])
async def test_while_the_store_takes_nothing_steps_rest_and_the_log_gets_a_line(
    ticking: Ticking, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    full = StoreError("the database cannot be used: database or disk is full")
    assert await ticks_in(clock, ticking, int(REST_SECONDS) + 5, full) == 6
    assert len(caplog.records) == 1
    assert "Traceback" not in caplog.text
