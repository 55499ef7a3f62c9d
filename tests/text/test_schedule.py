"""Schedules as people write them, and the moments they mean across changes of the clocks."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.chats import DigestMode, Schedule
from bot.text.schedule import (
    format_schedule,
    local_midnight,
    local_time,
    next_digest_at,
    parse_schedule,
    zone_info,
)

ZONES = ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia", "UTC")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def at(*times: str) -> Schedule:
    return Schedule(mode=DigestMode.TIMES, times=tuple(time.fromisoformat(text) for text in times))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("08:00", "08:00"),
        ("  8 ", "08:00"),
        ("8:05", "08:05"),
        ("8.30", "08:30"),
        ("8h30", "08:30"),
        ("18:30 08:00 8:00", "08:00 18:30"),
        ("08:00, 18:30", "08:00 18:30"),
        ("8 and 18:30", "08:00 18:30"),
        ("8am", "08:00"),
        ("8 PM", "20:00"),
        ("8 p.m.", "20:00"),
        ("12am", "00:00"),
        ("12:15 pm", "12:15"),
        ("０８：００　１８：３０", "08:00 18:30"),
        ("早上8點半、下午6點", "08:30 18:00"),
        ("8點15分", "08:15"),
        ("週二二十點", "tue 20:00"),
        ("每天早上八點、兩點零五分", "02:05 08:00"),
        ("週二十點", "tue 10:00"),
        ("晚上8点", "20:00"),
        ("晚上20:30", "20:30"),
        ("晚上12點", "00:00"),
        ("凌晨1點", "01:00"),
        ("中午", "12:00"),
        ("中午12點半", "12:30"),
        ("中午11點半", "11:30"),
        ("中午1點", "13:00"),
        ("noon and midnight", "00:00 12:00"),
        ("Monday, Wednesdays 8:00", "mon wed 08:00"),
        ("每週一 8:00", "mon 08:00"),
        ("星期天、禮拜六 9點", "weekends 09:00"),
        ("每個小時", "hourly"),
        ("實時", "instant"),
        ("關", "off"),
        ("Weekdays 07:30", "weekdays 07:30"),
        ("07:30 weekday", "weekdays 07:30"),
        ("平日 7:30", "weekdays 07:30"),
        ("工作日7点", "weekdays 07:00"),
        ("WEEKENDS 10:00", "weekends 10:00"),
        ("週末10:00", "weekends 10:00"),
        ("weekdays weekends 9", "09:00"),
        ("daily at 9", "09:00"),
        ("mon fri 9:00", "mon fri 09:00"),
        ("Monday 9", "mon 09:00"),
        ("Mondays and Fridays at 9:00", "mon fri 09:00"),
        ("週一 週五 9:00", "mon fri 09:00"),
        ("星期一、星期日 9點", "mon sun 09:00"),
        ("Hourly", "hourly"),
        ("每小時", "hourly"),
        ("every hour", "hourly"),
        ("weekdays hourly", "weekdays hourly"),
        ("INSTANT", "instant"),
        ("即時", "instant"),
        ("off", "off"),
        ("關閉", "off"),
        ("关闭", "off"),
    ],
)
def test_a_schedule_is_read_as_people_write_it(text: str, canonical: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert format_schedule(schedule) == canonical
    assert parse_schedule(canonical) == schedule


@pytest.mark.parametrize(
    ("typed", "canonical"),
    [
        ("every monday at 9:00", "mon 09:00"),
        ("on weekdays at 7:30 in the morning", "weekdays 07:30"),
        ("at 4 at night", "04:00"),
        ("每天早上8点", "08:00"),
        ("每周日18:00", "sun 18:00"),
        ("todos los días a las 8", "08:00"),
        ("lunes y viernes a las 18h", "mon fri 18:00"),
        ("8 de la mañana y 9 de la noche", "08:00 21:00"),
        ("entre semana 7:30", "weekdays 07:30"),
        ("по будням в 8 утра", "weekdays 08:00"),
        ("каждый понедельник в 18:30", "mon 18:30"),
        ("в 8 часов и в 21 час", "08:00 21:00"),
        ("12 ночи", "00:00"),
        ("كل يوم الساعة ٨", "08:00"),
        ("٨:٣٠ صباحًا و ٦ مساءً", "08:30 18:00"),
        ("الاثنين والجمعة ٩", "mon fri 09:00"),
        ("٧ و٩", "07:00 09:00"),
        ("毎日8時", "08:00"),
        ("平日 午前8時半", "weekdays 08:30"),
        ("毎週月曜日と金曜日 18時", "mon fri 18:00"),
        ("夜9時", "21:00"),
        ("täglich um 8 Uhr", "08:00"),
        ("werktags 7:30 Uhr und 18.30 Uhr", "weekdays 07:30 18:30"),
        ("montags  und freitags um 9", "mon fri 09:00"),
        ("Jeden Sonntag 18 Uhr", "sun 18:00"),
        ("tous les jours à 8h", "08:00"),
        ("en semaine à 7h30 et 18h", "weekdays 07:30 18:00"),
        ("le lundi et le jeudi à 9 heures du soir", "mon thu 21:00"),
        ("todos os dias às 8h", "08:00"),
        ("toda segunda e sexta às 18h30", "mon fri 18:30"),
        ("de segunda a sexta 7h", "weekdays 07:00"),
        ("हर दिन सुबह 8 बजे", "08:00"),
        ("सोमवार और शुक्रवार को ९ बजे", "mon fri 09:00"),
        ("रात 12 बजे", "00:00"),
        ("setiap hari jam 8 pagi", "08:00"),
        ("hari kerja pukul 07.30", "weekdays 07:30"),
        ("jam 11 siang", "11:00"),
        ("Mon-Fri 7:30", "weekdays 07:30"),
        ("monday to thursday at 9", "mon tue wed thu 09:00"),
        ("周一至周五 7:30", "weekdays 07:30"),
        ("月〜木 7時半", "mon tue wed thu 07:30"),
        ("пн–пт 8:00", "weekdays 08:00"),
        ("من الأحد إلى الثلاثاء 8:00", "mon tue sun 08:00"),
        ("mon 8:00 tue 8:00", "mon tue 08:00"),
    ],
)
def test_schedules_are_typed_in_every_language(typed: str, canonical: str) -> None:
    schedule = parse_schedule(typed)
    assert schedule is not None
    assert format_schedule(schedule) == canonical


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "soon",
        "24:00",
        "8:60",
        "25",
        "123",
        "13pm",
        "0am",
        "8:5",
        "-8",
        "weekdays",
        "off 8:00",
        "off off",
        "weekdays off",
        "instant weekends",
        "8:00 tomorrow",
        "weekdays 8:00 weekends 10:00",
        "8:00 on weekdays and 10:00 at weekends",
        "mon - soon 8:00",
        "offside",
        "20 and pm",
        "3 de la tarde y noche",
        " ".join(f"{hour}:{minute}" for hour in range(10, 15) for minute in range(10, 16)),
    ],
)
def test_what_is_no_schedule_is_refused(text: str) -> None:
    assert parse_schedule(text) is None


@settings(max_examples=50)
@given(st.text(alphabet="0123456789:.hapm 點半分weekdysof週平日", max_size=20))
def test_any_text_is_read_or_refused_and_reads_back(text: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is None or parse_schedule(format_schedule(schedule)) == schedule


@pytest.mark.parametrize(
    ("zone", "times", "after", "expected"),
    [
        # An ordinary day: strictly after.
        ("UTC", ["08:00"], "2026-03-02T07:59:59", "2026-03-02T08:00"),
        ("UTC", ["08:00"], "2026-03-02T08:00", "2026-03-03T08:00"),
        ("UTC", ["08:00", "18:30"], "2026-03-02T12:00", "2026-03-02T18:30"),
        ("Asia/Kathmandu", ["08:00"], "2026-03-02T00:00", "2026-03-02T02:15"),
        # Berlin skips 02:00-03:00 on 29 March 2026 and repeats it on 25 October.
        ("Europe/Berlin", ["08:00"], "2026-03-28T12:00", "2026-03-29T06:00"),
        ("Europe/Berlin", ["02:30"], "2026-03-28T12:00", "2026-03-29T01:00"),
        ("Europe/Berlin", ["02:00", "02:30"], "2026-03-29T01:00", "2026-03-30T00:00"),
        ("Europe/Berlin", ["02:30"], "2026-10-24T12:00", "2026-10-25T00:30"),
        ("Europe/Berlin", ["02:30"], "2026-10-25T00:30", "2026-10-26T01:30"),
        # New York: 8 March and 1 November 2026.
        ("America/New_York", ["02:15"], "2026-03-08T00:00", "2026-03-08T07:00"),
        ("America/New_York", ["01:30"], "2026-11-01T00:00", "2026-11-01T05:30"),
        ("America/New_York", ["01:30"], "2026-11-01T05:30", "2026-11-02T06:30"),
        # Lord Howe moves by half an hour: 02:00 -> 02:30 on 4 October, 02:00 -> 01:30 on 5 April.
        ("Australia/Lord_Howe", ["02:10"], "2026-10-03T12:00", "2026-10-03T15:30"),
        ("Australia/Lord_Howe", ["01:45"], "2026-04-04T00:00", "2026-04-04T14:45"),
        ("Australia/Lord_Howe", ["01:45"], "2026-04-04T14:45", "2026-04-05T15:15"),
        # Apia had no 30 December 2011.
        ("Pacific/Apia", ["08:00"], "2011-12-29T12:00", "2011-12-29T18:00"),
        ("Pacific/Apia", ["08:00"], "2011-12-29T18:00", "2011-12-30T18:00"),
        # A gap at midnight, and one that crosses it (Toronto 1919: 23:30 -> 00:30).
        ("America/Sao_Paulo", ["00:00"], "2018-11-03T12:00", "2018-11-04T03:00"),
        ("America/Toronto", ["23:45"], "1919-03-30T12:00", "1919-03-31T04:30"),
        ("No/Such_Zone", ["08:00"], "2026-03-02T00:00", "2026-03-02T08:00"),
    ],
)
def test_the_next_digest_is_at_the_local_time(zone: str, times: list[str], after: str, expected: str) -> None:
    assert next_digest_at(at(*times), zone, utc(after)) == utc(expected)


@pytest.mark.parametrize(
    ("text", "after", "expected"),
    [
        ("weekdays 07:30", "2026-03-06T08:00", "2026-03-09T07:30"),  # Friday to Monday
        ("weekends 10:00", "2026-03-02T12:00", "2026-03-07T10:00"),
        ("mon 10:00", "2026-03-02T12:00", "2026-03-09T10:00"),
        ("hourly", "2026-03-02T12:00", "2026-03-02T13:00"),
        ("hourly", "2026-03-02T12:59:59", "2026-03-02T13:00"),
        ("weekends hourly", "2026-03-02T12:00", "2026-03-07T00:00"),
    ],
)
def test_days_and_hours_are_kept(text: str, after: str, expected: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert next_digest_at(schedule, "UTC", utc(after)) == utc(expected)


@pytest.mark.parametrize(
    ("zone", "after", "expected"),
    [
        ("Asia/Kathmandu", "2026-03-02T12:00", "2026-03-02T12:15"),
        ("Europe/Berlin", "2026-10-25T00:00", "2026-10-25T01:00"),
        ("Australia/Lord_Howe", "2026-10-03T15:00", "2026-10-03T16:00"),  # 02:30 is no full hour
    ],
)
def test_hourly_follows_the_local_clock(zone: str, after: str, expected: str) -> None:
    assert next_digest_at(Schedule(mode=DigestMode.HOURLY), zone, utc(after)) == utc(expected)


@pytest.mark.parametrize("mode", [DigestMode.OFF, DigestMode.INSTANT])
def test_without_a_clock_there_is_no_next_time(mode: DigestMode) -> None:
    assert next_digest_at(Schedule(mode=mode), "UTC", utc("2026-03-02T12:00")) is None


@pytest.mark.parametrize("mode", [DigestMode.TIMES, DigestMode.HOURLY])
def test_without_a_day_there_is_no_next_time(mode: DigestMode) -> None:
    never = Schedule(mode=mode, times=(time(8),), weekdays=frozenset())
    assert next_digest_at(never, "UTC", utc("2026-03-02T12:00")) is None


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("moment", ["00:00", "01:45", "02:00", "02:30", "08:00", "23:59"])
def test_every_local_day_of_a_year_has_exactly_one_digest(zone: str, moment: str) -> None:
    after, days = utc("2011-06-01T00:00"), []
    for _ in range(380):
        due = next_digest_at(at(moment), zone, after)
        assert due is not None
        assert due > after
        days.append(local_time(due, zone).date())
        after = due
    assert max(Counter(days).values()) == 1
    skipped = {late - early for early, late in pairwise(days)} - {timedelta(days=1)}
    assert skipped <= ({timedelta(days=2)} if zone == "Pacific/Apia" else set())


def test_the_local_day_begins_at_its_first_moment() -> None:
    assert local_midnight(utc("2026-03-02T12:00"), "Asia/Kathmandu") == utc("2026-03-01T18:15")
    assert local_midnight(utc("2018-11-04T12:00"), "America/Sao_Paulo") == utc("2018-11-04T03:00")


def test_an_unknown_zone_counts_as_utc() -> None:
    assert [zone_info(name).key for name in ("No/Such_Zone", "../etc/passwd", "")] == ["UTC"] * 3
