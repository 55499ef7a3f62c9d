"""Quiet hours: how they are typed, when they end, and what they do to due times."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.chats import DigestMode, Schedule
from bot.models.quiet import QuietHours
from bot.text.quiet import changed_due_at, format_quiet, means_off, next_due_at, parse_quiet, quiet_until
from bot.text.schedule import parse_schedule

NIGHT = QuietHours(start=time(22), end=time(7))
BERLIN = "Europe/Berlin"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("22:00-07:00", "22:00-07:00"),
        (" 22.30 – 6:15", "22:30-06:15"),
        ("22-7", "22:00-07:00"),
        ("22:00 07:00", "22:00-07:00"),
        ("10 pm to 7 am", "22:00-07:00"),
        ("13:00~14:00", "13:00-14:00"),
        ("midnight to noon", "00:00-12:00"),
        ("晚上10點到早上7點半", "22:00-07:30"),
        ("２２：００－０７：００", "22:00-07:00"),
        ("晚上十一點到早上七點", "23:00-07:00"),
        ("晚上十点四十至隔天早上六点三刻", "22:40-06:45"),
        ("二十二時から翌日七時半まで", "22:00-07:30"),
        ("nights", "22:00-07:00"),
        ("nachts, außer Alarme", "22:00-07:00 except alerts"),
        ("晚上", "22:00-07:00"),
        ("夜、アラートを除く", "22:00-07:00 except alerts"),
        ("रात को", "22:00-07:00"),
        ("in the morning", "07:00-12:00"),
        ("from 10 to 7", "22:00-07:00"),
        ("von 12 bis 7", "00:00-07:00"),
        ("05 to 03", "05:00-03:00"),
        ("10:00-07:00", "10:00-07:00"),
        ("10 in the morning to 7", "10:00-07:00"),
        ("noon to 7", "12:00-07:00"),
        ("10 pm to morning", "22:00-07:00"),
        ("between 10 pm and 7 am", "22:00-07:00"),
        ("entre las 22 y las 7", "22:00-07:00"),
        ("22:00-07:00 except alerts", "22:00-07:00 except alerts"),
        ("22:00-07:00 (EXCEPT ALERTS)", "22:00-07:00 except alerts"),
        ("22:00-07:00, except alerts.", "22:00-07:00 except alerts"),
        ("22:00-07:00，提醒除外", "22:00-07:00 except alerts"),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, meant: str) -> None:
    read = parse_quiet(typed)
    assert read is not None
    assert format_quiet(read) == meant
    assert parse_quiet(meant) == read


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "off",
        "afternoons",
        "mittags um",
        "昼",
        "morning to night",
        "утра 18:30 - 7",
        "22:00",
        "8-8",
        "25-7",
        "9 pm and nights",
        "mon 22:00-07:00",
        "22:00-07:00-08:00",
    ],
)
def test_anything_else_is_refused(typed: str) -> None:
    assert parse_quiet(typed) is None
    assert means_off(typed) == (typed == "off")


def local(text: str, zone: str, *, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)


@pytest.mark.parametrize(
    ("hours", "zone", "moment", "fold", "until"),
    [
        ("22:00-07:00", BERLIN, "2026-03-10T21:59", 0, None),
        ("22:00-07:00", BERLIN, "2026-03-10T22:00", 0, "2026-03-11T07:00+01:00"),
        ("22:00-07:00", BERLIN, "2026-03-11T06:59", 0, "2026-03-11T07:00+01:00"),
        ("22:00-07:00", BERLIN, "2026-03-11T07:00", 0, None),
        ("13:00-14:30", BERLIN, "2026-03-11T13:30", 0, "2026-03-11T14:30+01:00"),
        ("13:00-14:30", BERLIN, "2026-03-11T12:30", 0, None),
        # An hour is left out: the night is shorter, and an end that no clock shows comes with the jump.
        ("22:00-07:00", BERLIN, "2026-03-28T23:00", 0, "2026-03-29T07:00+02:00"),
        ("22:00-02:30", BERLIN, "2026-03-28T23:00", 0, "2026-03-29T03:00+02:00"),
        ("02:30-07:00", BERLIN, "2026-03-29T03:00", 0, "2026-03-29T07:00+02:00"),
        # An hour comes twice: the night holds both.
        ("22:00-02:30", BERLIN, "2026-10-25T02:15", 0, "2026-10-25T02:30+01:00"),
        ("22:00-02:30", BERLIN, "2026-10-25T02:45", 0, "2026-10-25T02:30+01:00"),
        ("22:00-02:30", BERLIN, "2026-10-25T02:15", 1, "2026-10-25T02:30+01:00"),
        ("22:00-02:30", BERLIN, "2026-10-25T02:30", 1, None),
        ("02:30-07:00", BERLIN, "2026-10-25T02:15", 0, None),
        ("02:30-07:00", BERLIN, "2026-10-25T02:15", 1, "2026-10-25T07:00+01:00"),
        # Half an hour comes twice, and a whole day is left out.
        ("01:45-06:00", "Australia/Lord_Howe", "2026-04-05T01:40", 1, "2026-04-05T06:00+10:30"),
        ("22:00-07:00", "Pacific/Apia", "2011-12-29T23:00", 0, "2011-12-31T07:00+14:00"),
    ],
)
def test_the_night_ends_by_the_clocks_of_the_zone(
    hours: str, zone: str, moment: str, fold: int, until: str | None
) -> None:
    found = quiet_until(parse_quiet(hours), zone, local(moment, zone, fold=fold).astimezone(UTC))
    assert found == (None if until is None else datetime.fromisoformat(until))


@settings(max_examples=40)
@given(
    start=st.times(timezones=st.none()).map(lambda at: at.replace(second=0, microsecond=0)),
    end=st.times(timezones=st.none()).map(lambda at: at.replace(second=0, microsecond=0)),
    minutes=st.integers(min_value=0, max_value=365 * 24 * 60),
    zone=st.sampled_from([BERLIN, "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_what_waits_is_due_outside_of_quiet_hours(start: time, end: time, minutes: int, zone: str) -> None:
    if start == end:
        return
    quiet = QuietHours(start=start, end=end)
    at = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    until = quiet_until(quiet, zone, at)
    shown = at.astimezone(ZoneInfo(zone)).time().replace(tzinfo=None)
    within = start <= shown < end if start < end else not end <= shown < start
    assert until is not None or not within
    if until is not None:
        assert until > at
        assert quiet_until(quiet, zone, until) is None


def test_times_within_are_due_once_at_the_end() -> None:
    hourly = parse_schedule("hourly")
    assert hourly is not None
    evening = local("2026-03-10T21:30", BERLIN)
    morning = local("2026-03-11T07:00", BERLIN)
    assert next_due_at(hourly, NIGHT, BERLIN, evening) == morning
    assert next_due_at(hourly, NIGHT, BERLIN, morning) == local("2026-03-11T08:00", BERLIN)
    assert next_due_at(hourly, None, BERLIN, evening) == local("2026-03-10T22:00", BERLIN)
    assert next_due_at(Schedule(mode=DigestMode.OFF), NIGHT, BERLIN, evening) is None


def test_what_other_hours_held_is_due_when_the_new_ones_let_it() -> None:
    late = parse_schedule("22:30")
    assert late is not None
    night = local("2026-03-10T23:00", BERLIN)
    held = local("2026-03-11T07:00", BERLIN)
    assert changed_due_at(late, NIGHT, None, BERLIN, night, planned=held) == night
    shorter = QuietHours(start=time(22), end=time(6))
    assert changed_due_at(late, NIGHT, shorter, BERLIN, night, planned=held) == local("2026-03-11T06:00", BERLIN)
    before = local("2026-03-10T22:10", BERLIN)
    assert changed_due_at(late, NIGHT, None, BERLIN, before, planned=held) == local("2026-03-10T22:30", BERLIN)
    assert changed_due_at(late, None, NIGHT, BERLIN, before, planned=held) == held


def test_hours_that_are_set_after_a_digest_hold_it_not() -> None:
    early = parse_schedule("22:30")
    assert early is not None
    night, tomorrow = local("2026-03-10T23:00", BERLIN), local("2026-03-11T22:30", BERLIN)
    assert changed_due_at(early, NIGHT, None, BERLIN, night, planned=local("2026-03-12T07:00", BERLIN)) == tomorrow


def test_a_long_text_names_no_quiet_hours() -> None:
    assert parse_quiet("mon " * 1000 + "22:00-07:00") is None
