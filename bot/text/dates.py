"""Parses dates as generators, feeds and people write them, into UTC: right to the minute, or none.

Guesses no missing day, no unknown zone and no order of day and month, and asks no clock. dateutil and dateparser do:
they take a zone that they do not know for UTC, and 01/02 for a day of their choice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache

from bot.text.calendar_forms import CalendarForms, with_months_once
from bot.text.characters import THAI
from bot.text.day_halves import hour_of, noon_pattern, with_noon_as_clock
from bot.text.patterns import late
from bot.text.words import any_of, merged
from bot.text.zone_offsets import MAX_OFFSET
from bot.text.zones_in_dates import ZoneFinder, utc_of

MAX_DATE_CHARS = 100
MAX_OTHER_WORDS = 4  # beside the date: its weekday, "Published on"
BUDDHIST_YEARS = range(2500, 2601)  # from 1957 on
FIRST_YEAR = 1971  # the epoch and what lies before it are programs' ways to say "unknown"

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RFC822 = late(
    r"(?:[a-z]{3},\s*)?(\d{1,2})\s+([a-z]{3})\s+(\d{2}|\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,4})?",
    re.IGNORECASE | re.ASCII,
)
_EPOCH = late(r"(\d{10})(?:\d{3}|\.\d{1,9})?", re.ASCII)
_LEAP_SECOND = late(r"(?<=:\d\d:)60\b")
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er|o)?"
_OF = r"[\s.,\-/]*(?:(?:de|del|of|di|den|nam)\s)?\s*"
_LONG_YEAR = r"(\d{4})(?!\d)"
_DATES = tuple(
    (late(rf"(?<!\d){pattern}"), order)
    for pattern, order in (
        (rf"{_DAY}{_OF}«(\d+)»{_OF}'?(\d{{4}}|\d{{2}})(?!\d)", "dmy"),
        (rf"«(\d+)»[\s.\-/]*{_DAY}[\s.,\-/]+(?:de\s)?{_LONG_YEAR}", "mdy"),
        (rf"{_LONG_YEAR}{_OF}«(\d+)»{_OF}{_DAY}(?!\d)", "ymd"),
        (r"(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)", "ymd"),
        (rf"(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?{_LONG_YEAR}", "dmy"),
        (rf"(\d{{1,2}})([-/])(\d{{1,2}})\2{_LONG_YEAR}", "?"),
        (r"(\d{4})(\d{2})(\d{2})(?!\d)", "ymd"),
    )
)
_CLOCK = late(
    r"(?<![\d:+-])(?P<hour>\d{1,2})(?:\s?[:h]\s?(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?)?(?![\d:])"
)
_DOTTED_CLOCK = late(r"(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.])")  # a day and its month have two dots, or a year
_WORD = late(r"[^\W\d_]+")
# October in Croatian, November in Polish, which writes no dot; Thai years of two digits, which count from another year.
_UNCLEAR = late(rf"\d\.\s*listopada|^(?!.*\d{{4}}).*[{THAI}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """Patterns of the words of all languages, and the months of their names."""

    months: dict[str, int]
    month: re.Pattern[str]
    east_asian_day: re.Pattern[str]
    east_asian_time: re.Pattern[str]
    half: re.Pattern[str]  # of the day
    halves: dict[str, str]
    behind_clock: re.Pattern[str]
    noon: re.Pattern[str]  # without a clock time
    zones: ZoneFinder
    forms: CalendarForms


def parse_date(text: str) -> datetime | None:
    """The moment a text names: RFC 822, ISO 8601, Unix times, and what people write in the languages of `words`.

    Without a zone it is read as UTC. None for no date, an incomplete or ambiguous one, one in a zone that is not known,
    or one before FIRST_YEAR.
    """
    text = text.strip()
    if not text or len(text) > MAX_DATE_CHARS:
        return None
    text = _LEAP_SECOND.sub("59", text)
    for read in (_epoch, _iso, _rfc822, _written):
        try:
            found = read(text)
            moment = _in_utc(found) if found else None
        except (ValueError, OverflowError):
            continue
        if moment:
            return moment if moment.year >= FIRST_YEAR else None
    return None


def _in_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _iso(text: str) -> datetime | None:
    if not text[:4].isdigit() or "W" in text:
        return None
    found = datetime.fromisoformat(text)
    return found if abs(found.utcoffset() or timedelta()) <= MAX_OFFSET else None


def _rfc822(text: str) -> datetime | None:
    """The most usual form, in a fraction of the time that `_written` takes."""
    match = _RFC822.fullmatch(text)
    if not match:
        return None
    day, name, year, hour, minute, second, zone = match.groups()
    at = datetime(
        _year(year), _MONTHS.index(name.lower()) + 1, int(day), int(hour), int(minute), int(second or 0), tzinfo=UTC
    )
    return utc_of(at, zone, is_rfc822=True) if zone else at


def _epoch(text: str) -> datetime | None:
    match = _EPOCH.fullmatch(text)
    return datetime.fromtimestamp(int(match[1]), tz=UTC) if match else None


def _written(text: str) -> datetime | None:
    """A date and maybe a time in any order and language; every number of the text must belong to one of them."""
    words = _words()
    line = _folded(text)
    if _UNCLEAR.search(line):
        raise ValueError("a month or a year that may be another")
    said, line = words.forms.without_zone(words.forms.with_common_years(line))
    line = words.east_asian_day.sub(lambda match: f" {_year(match[1])}-{match[2]}-{match[3]} ", line)
    line = words.east_asian_time.sub(_with_colons, line)
    line = with_months_once(words.month.sub(lambda match: f"«{words.months[match[0]]}»", line))
    line = _DOTTED_CLOCK.sub(r"\1:\2", line)
    line = re.sub(r"^«3»(?=[^«]*«)", "", line)  # "mar." is Tuesday, too
    clock, zone, line = _clock_in(line, words)
    day, rest = _day_in(line)
    if (
        day is None
        or re.search(r"[\d«]", rest)
        or len(_WORD.findall(words.zones.without_labels(rest))) > MAX_OTHER_WORDS
    ):
        return None
    if clock is None:
        return day
    if zone and said and zone[0] not in "+-":
        raise ValueError("two zones")
    zone = zone or said or words.zones.in_dateline(rest)
    return utc_of(day + clock, zone) if zone else day + clock


def _day_in(line: str) -> tuple[datetime | None, str]:
    """The day, and the rest of the text."""
    for pattern, order in _DATES:
        match = pattern.search(line)
        if match:
            numbers = [group for group in match.groups() if group.isdigit()]
            if order == "?":
                numbers, order = _day_first(numbers), "dmy"
            named = dict(zip(order, numbers, strict=True))
            day = datetime(_year(named["y"]), int(named["m"]), int(named["d"]), tzinfo=UTC)
            return day, f"{line[: match.start()]},{line[match.end() :]}"
    return None, line


def _day_first(numbers: list[str]) -> list[str]:
    """Day, month and year of 28/10/2023 and of 10/28/2023; ValueError where it may be either."""
    first, second, year = numbers
    if first != second and int(first) <= 12 and int(second) <= 12:
        raise ValueError("day and month may be either")
    return [second, first, year] if int(second) > 12 else numbers


def _clock_in(line: str, words: _Words) -> tuple[timedelta | None, str, str]:
    """The time of day (None: none is told), its zone ("" for none), and the rest; ValueError where it is not clear."""
    clocks = [found for found in _CLOCK.finditer(line) if found["minute"] or _ends_hour(line[found.end() :], words)]
    # "2026/11/3 下午 05:07": a bare number is the hour only where no time has minutes.
    match = next((found for found in clocks if found["minute"]), next(iter(clocks), None))
    if match is None:
        told = with_noon_as_clock(line, words.noon)
        return (None, "", line) if told is line else _clock_in(told, words)
    before, after = line[: match.start()], words.behind_clock.sub("", line[match.end() :], count=1)
    half = words.half.match(after)
    if half:
        after = after[half.end() :]
    elif half := next((found for found in words.half.finditer(before) if not before[found.end() :].strip()), None):
        before = before[: half.start()]
    hour, minute, second = (int(match[part] or 0) for part in ("hour", "minute", "second"))
    if not half and words.forms.names_unknown_half(before, hour):
        raise ValueError("an unknown part of the day")
    clock = time() if hour == 24 else time(hour_of(hour, words.halves[half["word"]] if half else ""), minute, second)
    if hour == 24 and (minute or second or half):
        raise ValueError("no such hour")
    zone, before, after = words.zones.beside_clock(before, words.behind_clock.sub("", after, count=1))
    since_midnight = timedelta(days=hour // 24, hours=clock.hour, minutes=clock.minute, seconds=clock.second)
    return since_midnight, zone, f"{before} {after}"


def _ends_hour(after: str, words: _Words) -> bool:
    """Whether what follows a number says that it is an hour."""
    return bool(words.half.match(after) or words.behind_clock.match(after))


def _year(digits: str) -> int:
    """A year; of two digits one from 1970 on. Buddhists count theirs from 543 years earlier."""
    year = int(digits)
    if year in BUDDHIST_YEARS:
        return year - 543
    return year if len(digits) == 4 else year + (1900 if year >= 70 else 2000)


def _with_colons(match: re.Match[str]) -> str:
    return " " + ":".join(f"{int(group):02}" for group in match.groups("0"))


def _folded(text: str) -> str:
    """The text without capitals, in ASCII digits, and without marks that some leave out: accents, hamza, directions."""
    if text.isascii():
        return text.lower()
    bare = (sign for sign in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(sign))
    signs = (str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in bare)
    line = "".join(sign for sign in signs if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFKC", line).replace("\N{MINUS SIGN}", "-")


def _any_name(names: Iterable[str]) -> str:
    return any_of(re.escape(name) for name in sorted(map(_folded, names), key=len, reverse=True))


@lru_cache(maxsize=1)
def _words() -> _Words:
    words = merged().dates
    named = (
        words.january, words.february, words.march, words.april, words.may, words.june, words.july, words.august,
        words.september, words.october, words.november, words.december,
    )  # fmt: skip
    months = {_folded(name): number for number, names in enumerate(named, start=1) for name in names}
    halves = {
        _folded(name): half
        for half in ("morning", "noon", "afternoon", "evening", "night")
        for name in getattr(words, half)
    }

    return _Words(
        months=months,
        month=re.compile(rf"(?<!rio de )(?:^|(?<=[\s\d,.\-/(])){_any_name(months)}(?=$|[\s\d,.\-/)])"),
        east_asian_day=re.compile(
            # Of two digits it is a year of our count only if no era's name stands before it.
            rf"(?:(?<!\d)(?=\d{{4}})|(?<!\w))(\d{{4}}|\d{{2}})\s*{_any_name(words.year)}\s*(\d{{1,2}})\s*{_any_name(words.month)}"
            rf"\s*(\d{{1,2}})\s*{_any_name(words.day)}?"
        ),
        east_asian_time=re.compile(
            rf"(?<![\d:])(\d{{1,2}})\s*{_any_name(words.hour)}\s*(?:(\d{{1,2}})\s*{_any_name(words.minute)}"
            rf"\s*(?:(\d{{1,2}})\s*{_any_name(words.second)}?)?)?"
        ),
        half=re.compile(rf"\s*(?<![^\W\d_])(?P<word>{_any_name(halves)})\.?(?=$|[\s\d,)|])|(?!)"),
        halves=halves,
        behind_clock=re.compile(rf"^\s*{_any_name(words.o_clock)}(?![^\W\d_])"),
        noon=noon_pattern(map(_folded, (*merged().schedule.noon, *words.at_noon))),
        zones=ZoneFinder(_folded),
        forms=CalendarForms(_folded),
    )
