"""Tickers: steps that run again and again, and pause while the store accepts no writes."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest

from bot.errors import StoreError
from bot.ticking import BREAK_SECONDS, STORE_PAUSE_SECONDS, WORK_SECONDS, Breaks, Ticker, running
from tests.fakes import FakeClock


async def ticks_in(clock: FakeClock, seconds: int, *errors: Exception, overlapping: bool) -> int:
    """How often a step that first meets these errors runs in so many seconds, one a second."""
    left, ran = list(errors), 0

    async def step() -> None:
        nonlocal ran
        ran += 1
        if left:
            raise left.pop(0)

    ticker = Ticker(name="load", step=step, seconds=1.0, overlapping=overlapping)
    async with running([ticker], clock):
        for _ in range(seconds):
            for _ in range(5):
                await asyncio.sleep(0)
            clock.advance(1)
    return ran


@pytest.mark.parametrize("overlapping", [False, True])
async def test_a_step_that_fails_is_logged_and_tried_at_the_next_tick(
    overlapping: bool, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    assert await ticks_in(clock, 5, KeyError("oops"), overlapping=overlapping) == 5
    assert "tick failed ticker=load" in caplog.text
    assert "Traceback" in caplog.text


@pytest.mark.parametrize("overlapping", [False, True])
async def test_while_the_store_accepts_nothing_steps_pause_and_the_log_gets_a_line(
    overlapping: bool, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    full = StoreError("the database cannot be used: database or disk is full")
    assert await ticks_in(clock, int(STORE_PAUSE_SECONDS) + 5, full, overlapping=overlapping) == 6
    assert len(caplog.records) == 1
    assert "Traceback" not in caplog.text


async def test_a_long_step_rests_for_a_moment_each_time_that_it_worked_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seconds, rests = [0.0], list[float]()

    async def sleep(rest: float) -> None:
        rests.append(rest)

    monkeypatch.setattr("bot.ticking.time", SimpleNamespace(monotonic=lambda: seconds[0]))
    monkeypatch.setattr("bot.ticking.asyncio", SimpleNamespace(sleep=sleep))
    breaks = Breaks()
    for worked in (WORK_SECONDS / 2, WORK_SECONDS / 2, WORK_SECONDS / 2, WORK_SECONDS / 4):
        seconds[0] += worked
        await breaks.take()
    assert rests == [BREAK_SECONDS]
