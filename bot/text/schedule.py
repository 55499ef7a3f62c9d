"""When a chat's next digest is due: schedules as people write them, local times, DST-safe.

The only module that knows zones. Takes `now` as an argument and keeps nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import assert_never
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.models.chats import DigestMode, Schedule

MAX_TIMES_A_DAY = 24
# A week, the day before (a zone may lag), and days that a zone left out.
_DAYS_AHEAD = 10
_HOUR = timedelta(hours=1)
_EVERY_DAY = frozenset(range(7))
_WORKDAYS = frozenset(range(5))
_WEEKEND = frozenset({5, 6})
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LONG_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MODES = {
    DigestMode.OFF: ("off", "stop", "never", "關閉", "关闭", "停止", "關", "关"),
    DigestMode.INSTANT: ("instant", "instantly", "immediately", "即時", "即时", "實時", "实时", "立即"),
    DigestMode.HOURLY: ("hourly", "every hour", "每小時", "每小时", "每個小時", "每个小时"),
}
_DAYS: dict[str, frozenset[int]] = {
    **dict.fromkeys(("daily", "every day", "每天", "每日"), _EVERY_DAY),
    **dict.fromkeys(("weekdays", "weekday", "workdays", "平日", "工作日"), _WORKDAYS),
    **dict.fromkeys(("weekends", "weekend", "週末", "周末"), _WEEKEND),
    **{name: frozenset({day}) for day, name in enumerate(_DAY_NAMES)},
    **{f"{name}{end}": frozenset({day}) for day, name in enumerate(_LONG_DAY_NAMES) for end in ("", "s")},
    **{
        f"{each}{week}{name}": frozenset({day})
        for each in ("", "每")
        for week in ("週", "周", "星期", "禮拜", "礼拜")
        for day, name in (*enumerate("一二三四五六日"), (6, "天"))
    },
}
_TIMES = {
    **dict.fromkeys(("noon", "midday", "中午", "正午"), time(12)),
    **dict.fromkeys(("midnight", "午夜", "半夜"), time()),
}
_MODE_OF = {word: mode for mode, words in _MODES.items() for word in words}
_WORDS = "|".join(sorted(map(re.escape, (*_MODE_OF, *_DAYS, *_TIMES)), key=len, reverse=True))
_TOKEN = re.compile(
    r"(?P<before>上午|早上|凌晨|中午|下午|晚上)?\s*(?P<hour>\d{1,2})"
    r"(?:\s*[點点時时]\s*(?P<half>半)?|[:.h](?=\d))?(?P<minute>(?<=[點点時时])\d{1,2}(?=分)|(?<=[:.h])\d{2})?分?"
    r"\s*(?P<after>[ap]\.?m\b\.?)?(?!\d)"
    rf"|(?P<word>{_WORDS})(?![a-z])"
)
_SEPARATOR = re.compile(r"(?:[\s,;、，；&+]|\band\b|\bat\b|和)*")


def parse_schedule(text: str) -> Schedule | None:
    """The schedule that `text` means ("08:00 18:30", "weekdays 7:30", "8 pm", "hourly", "平日 ８點半"), or None."""
    rest = unicodedata.normalize("NFKC", text).casefold().strip()
    mode: DigestMode | None = None
    days: frozenset[int] = frozenset()
    times: set[time] = set()
    while rest:
        match = _TOKEN.match(rest)
        if match is None:
            return None
        word = match["word"]
        if word in _MODE_OF and mode is None:
            mode = _MODE_OF[word]
        elif word in _DAYS:
            days |= _DAYS[word]
        elif word in _TIMES:
            times.add(_TIMES[word])
        elif word is None and (moment := _time(match)) is not None:
            times.add(moment)
        else:
            return None
        rest = _SEPARATOR.sub("", rest[match.end() :], count=1)
    return _schedule(mode, times, days)


def format_schedule(schedule: Schedule) -> str:
    """The schedule as one types it, the same in every language; `parse_schedule` reads it back."""
    words = [*_day_words(schedule.weekdays)]
    if schedule.mode is DigestMode.TIMES:
        words += [f"{moment:%H:%M}" for moment in sorted(schedule.times)]
    else:
        words.append(schedule.mode.value)
    return " ".join(words)


def next_digest_at(schedule: Schedule, zone: str, after: datetime) -> datetime | None:
    """The first moment (UTC) strictly after `after` at which a digest is due; None if none ever is by the clock.

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
    return name in _zones()


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    """Asked once: each time the whole zone database is walked."""
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
    """When (UTC) the local day of `moment` began."""
    info = zone_info(zone)
    return _first_moment(moment.astimezone(info).date(), time(), info)


def _schedule(mode: DigestMode | None, times: set[time], days: frozenset[int]) -> Schedule | None:
    """What the words together mean; None where they contradict each other or name no time."""
    if mode is None:
        if not 0 < len(times) <= MAX_TIMES_A_DAY:
            return None
        return Schedule(mode=DigestMode.TIMES, times=tuple(sorted(times)), weekdays=days or _EVERY_DAY)
    if times or (days and mode is not DigestMode.HOURLY):
        return None
    return Schedule(mode=mode, weekdays=days or _EVERY_DAY)


def _time(match: re.Match[str]) -> time | None:
    hour = int(match["hour"])
    minute = 30 if match["half"] else int(match["minute"] or 0)
    noon = match["before"] == "中午" and hour not in (10, 11)  # a little before it is still the morning
    afternoon = noon or match["before"] in ("下午", "晚上") or (match["after"] or "").startswith("p")
    if match["after"] and not 1 <= hour <= 12:
        return None
    if match["before"] == "晚上" and hour == 12:
        hour = 0  # of the night, as in 凌晨12點
    elif match["after"] or match["before"]:
        hour = hour % 12 + 12 * afternoon if hour <= 12 else hour
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day_words(weekdays: frozenset[int]) -> tuple[str, ...]:
    match weekdays:
        case days if days == _EVERY_DAY:
            return ()
        case days if days == _WORKDAYS:
            return ("weekdays",)
        case days if days == _WEEKEND:
            return ("weekends",)
        case days:
            return tuple(_DAY_NAMES[day] for day in sorted(days))


def _moments(schedule: Schedule, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    """Every due moment of the days around `after`."""
    first = after.astimezone(zone).date() - timedelta(days=1)
    for offset in range(_DAYS_AHEAD):
        day = first + timedelta(days=offset)
        if day.weekday() in schedule.weekdays and _exists(day, zone):
            yield from (_first_moment(day, moment, zone) for moment in schedule.times)


def _exists(day: date, zone: ZoneInfo) -> bool:
    """False for a day that the zone skipped as a whole (30 December 2011 in Apia)."""
    return _first_moment(day, time(), zone).astimezone(zone).date() == day


def _first_moment(day: date, moment: time, zone: ZoneInfo) -> datetime:
    """When (UTC) the local clocks first show this time, or first pass over it."""
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
