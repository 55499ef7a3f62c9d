"""Parses schedules as people write them, and computes the next due time of a digest in local time, DST-safe.

With `zone_offsets` the only module that computes with time zones. Pure: the time is an argument.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import assert_never
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.models.chats import DigestMode, Schedule
from bot.text.han_hours import with_digits
from bot.text.said_times import SaidTimes
from bot.text.schedule_grammar import EVERY_DAY, WEEKEND, WORKDAYS, Grammar, grammar
from bot.text.spoken_hours import with_clock

MAX_TIMES_A_DAY = 24
# A week, the day before (a zone may lag), and days that a zone left out.
_DAYS_AHEAD = 10
_HOUR = timedelta(hours=1)
USUAL_RECAP = Schedule(mode=DigestMode.TIMES, times=(time(18),), weekdays=frozenset({6}))
# The form that `format_schedule` writes, in every language.
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def parse_schedule(text: str, *, exact: bool = False) -> Schedule | None:
    """The schedule that `text` means ("08:00 18:30", "weekdays 7:30", "8 pm", "平日 ８點半", "早上八點"), or None.

    `exact`: a part of the day without an hour ("mornings") is none.
    """
    read = _read(text, exact=exact)
    if read is None:
        return None
    mode, times, days = read
    said = times.end()
    return None if said is None else _schedule(mode, said, days)


def differs_by_day(text: str) -> bool:
    """Whether `text` names other times for other days ("mon 8:00 tue 9:00"), which no schedule has."""
    read = _read(text)
    return read is not None and read[1].end() is None


def _read(text: str, *, exact: bool = False) -> tuple[DigestMode | None, SaidTimes, frozenset[int]] | None:
    """What a text says of when digests come; None for one that says anything else."""
    words = grammar()
    rest = with_clock(with_digits(" ".join(unicodedata.normalize("NFKC", text).casefold().split())))
    mode: DigestMode | None = None
    days: frozenset[int] = frozenset()
    times = SaidTimes(words, exact=exact)
    while rest:
        match = words.token.match(rest)
        if match is None:  # only now: a phrase may begin like a word of another language that separates
            separator = words.separator.match(rest)
            if separator is None:
                return None
            rest = rest[separator.end() :]
            continue
        word, rest = match["word"], rest[match.end() :]
        is_read = True
        if match["part"]:
            is_read = times.add_part(match["part"])
        elif word is None:
            is_read = times.add_clock(match)
        elif word in words.modes:
            mode, is_read = words.modes[word], mode is None
        elif word in words.days:
            is_read = times.begin_days(first=not days)
            more, rest = _days(words.days[word], rest, words)
            days |= more
        else:
            times.add((words.times[word],))
        if not is_read:
            return None
    return mode, times, days


def parse_recap(text: str) -> Schedule | None:
    """When recaps are to come ("sundays 18:00 recap", "recap off"), or None for a text that speaks of none.

    Without a day it is Sunday, without a time 18:00. None come every day.
    """
    asked = unicodedata.normalize("NFKC", text).casefold()
    rest = grammar().recap.sub(" ", asked).strip()
    if rest == asked.strip():
        return None
    if not rest:
        return USUAL_RECAP
    wanted = parse_schedule(rest) or parse_schedule(f"{rest} {USUAL_RECAP.times[0]:%H:%M}")
    if wanted is None or wanted.mode in (DigestMode.INSTANT, DigestMode.HOURLY):
        return None
    if wanted.mode is DigestMode.OFF or wanted.weekdays != EVERY_DAY:
        return wanted
    on_sunday = parse_schedule(f"{rest} {format_schedule(USUAL_RECAP)}")  # a day more, unless every day was said
    if on_sunday is None or on_sunday.weekdays == EVERY_DAY:
        return None
    return replace(wanted, weekdays=USUAL_RECAP.weekdays)


def format_schedule(schedule: Schedule) -> str:
    """The schedule as one types it, the same in every language; `parse_schedule` reads it back."""
    words = [*_day_words(schedule.weekdays)]
    if schedule.mode is DigestMode.TIMES:
        words += [f"{moment:%H:%M}" for moment in sorted(schedule.times)]
    else:
        words.append(schedule.mode.value)
    return " ".join(words)


def next_digest_at(schedule: Schedule, zone: str, after: datetime) -> datetime | None:
    """Next due time (UTC) of a digest strictly after `after`, or None if the schedule has no times.

    Every local day has each of its times once: a time that the clocks skip moves to the first moment
    after the gap, one that they repeat counts the first time. A day the zone left out has none.
    """
    match schedule.mode:
        case DigestMode.OFF | DigestMode.INSTANT:
            return None
        case DigestMode.HOURLY:
            return _next_hour(schedule, zone_info(zone), after)
        case DigestMode.TIMES:
            return min(
                (moment for moment in _moments(schedule, zone_info(zone), after) if moment > after), default=None
            )
        case mode:
            assert_never(mode)


def is_zone(name: str) -> bool:
    """Whether this machine knows an IANA zone of that name."""
    return name == "UTC" or name in all_zones()  # the usual answer needs no walk


@lru_cache(maxsize=1)
def all_zones() -> frozenset[str]:
    """All IANA zones of this machine; cached, since each call walks the whole zone database."""
    return frozenset(available_timezones())


@lru_cache(maxsize=512)
def zone_info(name: str) -> ZoneInfo:
    """The zone by its IANA name; UTC for a name that the zone database does not know (any more)."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def local_time(moment: datetime, zone: str) -> datetime:
    """The moment as the clocks of the zone show it."""
    return moment.astimezone(zone_info(zone))


def local_midnight(moment: datetime, zone: str) -> datetime:
    """Start (UTC) of the local day of `moment`."""
    info = zone_info(zone)
    return first_moment(moment.astimezone(info).date(), time(), info)


def _schedule(mode: DigestMode | None, times: set[time], days: frozenset[int]) -> Schedule | None:
    """The schedule that the words mean together; None where they contradict each other or name no time."""
    if mode is None:
        if not 0 < len(times) <= MAX_TIMES_A_DAY:
            return None
        return Schedule(mode=DigestMode.TIMES, times=tuple(sorted(times)), weekdays=days or EVERY_DAY)
    if times or (days and mode is not DigestMode.HOURLY):
        return None
    return Schedule(mode=mode, weekdays=days or EVERY_DAY)


def _days(first: frozenset[int], rest: str, words: Grammar) -> tuple[frozenset[int], str]:
    """The days that a name begins, up to another one behind it: "mon - fri"; and what is left of the text."""
    span = words.span.match(rest)
    last = span and words.token.match(rest, span.end())
    if not last or len(first) != 1 or len(until := words.days.get(last["word"], EVERY_DAY)) != 1:
        return first, rest
    (start,), (end,) = first, until
    return frozenset((start + offset) % 7 for offset in range((end - start) % 7 + 1)), rest[last.end() :]


def _day_words(weekdays: frozenset[int]) -> tuple[str, ...]:
    match weekdays:
        case days if days == EVERY_DAY:
            return ()
        case days if days == WORKDAYS:
            return ("weekdays",)
        case days if days == WEEKEND:
            return ("weekends",)
        case days:
            return tuple(_DAY_NAMES[day] for day in sorted(days))


def _moments(schedule: Schedule, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    """Every due moment of the days around `after`."""
    first = after.astimezone(zone).date() - timedelta(days=1)
    for offset in range(_DAYS_AHEAD):
        day = first + timedelta(days=offset)
        if day.weekday() in schedule.weekdays and _exists(day, zone):
            yield from (first_moment(day, moment, zone) for moment in schedule.times)


def _exists(day: date, zone: ZoneInfo) -> bool:
    """False for a day that the zone skipped as a whole (30 December 2011 in Apia)."""
    return first_moment(day, time(), zone).astimezone(zone).date() == day


def first_moment(day: date, moment: time, zone: ZoneInfo) -> datetime:
    """The first moment (UTC) at which the local clocks show this time, or skip it."""
    wanted = datetime.combine(day, moment, zone)
    found = wanted.astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) == wanted.replace(tzinfo=None):
        return found
    # In a gap fold=0 reads the offset before it, fold=1 the one after: the clocks jump in between (PEP 495).
    early, late = int(wanted.replace(fold=1).timestamp()), int(found.timestamp())
    before = datetime.fromtimestamp(early, zone).utcoffset()
    while late - early > 1:
        middle = (early + late) // 2
        if datetime.fromtimestamp(middle, zone).utcoffset() == before:
            early = middle
        else:
            late = middle
    return datetime.fromtimestamp(late, UTC)


def _next_hour(schedule: Schedule, zone: ZoneInfo, after: datetime) -> datetime | None:
    """The next full hour of the local clocks on a day of the schedule."""
    moment = after.astimezone(UTC)
    for _ in range(24 * _DAYS_AHEAD):
        local = moment.astimezone(zone)
        moment += _HOUR - timedelta(minutes=local.minute, seconds=local.second, microseconds=local.microsecond)
        local = moment.astimezone(zone)
        if local.minute == 0 and local.weekday() in schedule.weekdays:
            return moment
    return None
