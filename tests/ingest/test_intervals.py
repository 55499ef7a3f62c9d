from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.intervals import MAX_WAIT, adapted_interval, backed_off, next_check, observed_rate
from tests.fakes import NOON

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
QUARTER = 15 * MINUTE


@pytest.mark.parametrize(
    ("articles_per_day", "interval"),
    [
        (None, QUARTER),
        (0.0, 2 * HOUR),
        (3.0, 2 * HOUR),
        (6.0, HOUR),
        (24.0, QUARTER),
        (48.0, 7.5 * MINUTE),
        (1e9, 7.5 * MINUTE),
    ],
)
def test_busy_sources_are_read_sooner_and_sleepy_ones_later(
    articles_per_day: float | None, interval: timedelta
) -> None:
    assert adapted_interval(QUARTER, articles_per_day) == interval


@pytest.mark.parametrize(
    ("base", "shortest", "longest"),
    [
        (30 * timedelta(seconds=1), timedelta(seconds=30), 4 * MINUTE),
        (8 * MINUTE, 5 * MINUTE, 64 * MINUTE),
        (12 * HOUR, 6 * HOUR, DAY),
        (2 * DAY, DAY, 2 * DAY),
    ],
)
def test_no_source_is_read_more_often_than_is_polite_or_left_alone_for_days(
    base: timedelta, shortest: timedelta, longest: timedelta
) -> None:
    assert (adapted_interval(base, 1e9), adapted_interval(base, 0.0)) == (shortest, longest)


def test_the_rate_starts_at_the_owners_interval_and_follows_what_comes() -> None:
    assert observed_rate(None, new=30, elapsed=None, interval=QUARTER) is None
    at_once = observed_rate(None, new=0, elapsed=timedelta(), interval=QUARTER)
    assert at_once == pytest.approx(24.0)
    assert adapted_interval(QUARTER, at_once) == pytest.approx(QUARTER, abs=timedelta(seconds=1))


@pytest.mark.parametrize("step", [QUARTER, 6 * HOUR])
@pytest.mark.parametrize("per_day", [0, 4, 100])
def test_a_steady_source_is_known_after_some_days_however_often_it_is_read(step: timedelta, per_day: int) -> None:
    rate: float | None = None
    owed = 0.0
    for _ in range(int(10 * DAY / step)):
        owed += per_day * (step / DAY)
        new, owed = int(owed), owed % 1
        rate = observed_rate(rate, new=new, elapsed=step, interval=QUARTER)
    assert rate == pytest.approx(per_day, rel=0.2, abs=0.5)


def test_a_source_falls_asleep_in_about_two_days() -> None:
    rate: float | None = None
    hours = 0
    while adapted_interval(QUARTER, rate) < 2 * HOUR:
        hours += 1
        rate = observed_rate(rate, new=0, elapsed=HOUR, interval=QUARTER)
    assert 44 <= hours <= 54


@pytest.mark.parametrize(
    ("interval", "asked", "wait"),
    [
        (QUARTER, (), QUARTER),
        (QUARTER, (None, None), QUARTER),
        (QUARTER, (MINUTE, None), QUARTER),
        (QUARTER, (HOUR, 2 * HOUR), 2 * HOUR),
        (QUARTER, (30 * DAY,), DAY),
        (3 * DAY, (HOUR,), 3 * DAY),
    ],
)
def test_what_a_server_asks_for_can_only_add_to_the_interval(
    interval: timedelta, asked: tuple[timedelta | None, ...], wait: timedelta
) -> None:
    assert next_check(NOON, interval, *asked) == NOON + wait


@pytest.mark.parametrize(
    ("hours", "days", "moment"),
    [
        ((12, 13), (), NOON + 2 * HOUR),
        ((13,), (), NOON + QUARTER),
        (range(24), (), NOON + DAY),
        ((), (0,), NOON + 12 * HOUR),
        ((0, 1), (0,), NOON + 14 * HOUR),
        ((), (0, 1), NOON + DAY),
    ],
)
def test_hours_and_days_in_which_a_feed_wants_no_visit_are_left_out(
    hours: tuple[int, ...], days: tuple[int, ...], moment: datetime
) -> None:
    assert next_check(NOON, QUARTER, skip_hours=hours, skip_days=days) == moment


def test_failures_double_the_wait_up_to_a_day_and_dice_spread_it() -> None:
    waits = [backed_off(QUARTER, failures, jitter=0.5) for failures in (1, 2, 3, 11, 500)]
    assert waits == [QUARTER, 2 * QUARTER, 4 * QUARTER, MAX_WAIT, MAX_WAIT]
    assert [backed_off(HOUR, 1, jitter=jitter) for jitter in (0.0, 1.0)] == [45 * MINUTE, 75 * MINUTE]
    assert backed_off(2 * DAY, 5, jitter=0.5) == 2 * DAY


@given(
    st.timedeltas(timedelta(seconds=1), timedelta(days=3)),
    st.none() | st.floats(0, 1e6),
    st.none() | st.timedeltas(timedelta(), timedelta(days=90)),
)
def test_the_next_reading_is_never_too_soon_nor_further_than_a_day(
    interval: timedelta, rate: float | None, asked: timedelta | None
) -> None:
    own = adapted_interval(interval, rate)
    wait = next_check(NOON, own, asked) - NOON
    assert own >= interval / 2 - timedelta(microseconds=1)
    assert wait >= own
    assert asked is None or wait >= min(asked, MAX_WAIT)
    assert wait <= max(MAX_WAIT, interval)
