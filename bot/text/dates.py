"""Parses dates as generators, feeds and people write them, into UTC. Guesses no missing day and asks no clock."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache

from dateutil import parser as dateutil_parser

from bot.text.words import any_of, merged

MAX_DATE_CHARS = 100
FIRST_YEAR = 1971  # the epoch and what lies before it are programs' ways to say "unknown"

# Names that dateutil does not know, as offsets in hours; any other name counts as UTC.
_ZONE_HOURS = {
    "UT": 0, "GMT": 0, "UTC": 0, "WET": 0, "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2,
    "EEST": 3, "MSK": 3, "HKT": 8, "SGT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_LEAP_SECOND = re.compile(r"(?<=:\d\d:)60\b")
_EPOCH = re.compile(r"(\d{10})(\d{3})?")
# Two defaults that share nothing: a field that the text does not name shows as a difference.
_DEFAULTS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2004, 2, 2, tzinfo=UTC))


def parse_date(text: str) -> datetime | None:
    """The moment a text names: RFC 822, ISO 8601, Chinese, Japanese and Korean dates, Unix times, other usual forms.

    Without a zone it is read as UTC. None for no date, an incomplete one, or one before FIRST_YEAR.
    """
    text = _LEAP_SECOND.sub("59", text.strip())
    if not text or len(text) > MAX_DATE_CHARS:
        return None
    for read in (_iso, _rfc822, _epoch, _east_asian, _other):
        try:
            found = read(text)
            moment = _in_utc(found) if found else None
        except (ValueError, OverflowError, TypeError, AttributeError, IndexError, RecursionError):
            continue
        if moment:
            return moment if moment.year >= FIRST_YEAR else None
    return None


def _in_utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _iso(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _rfc822(text: str) -> datetime | None:
    # The email module reads nearly anything; without a month's name and a time it is not RFC 822.
    return parsedate_to_datetime(text) if re.search(r"\b[A-Za-z]{3,9}\.?[ -].*\d:\d", text) else None


def _epoch(text: str) -> datetime | None:
    match = _EPOCH.fullmatch(text)
    return datetime.fromtimestamp(int(match[1]), tz=UTC) if match else None


def _east_asian(text: str) -> datetime | None:
    written, afternoon = _numbers_with_words()
    match = written.search(text)
    if not match:
        return None
    year, hour = int(match["year"]), int(match["hour"] or 0)
    if hour < 12 and afternoon.search(match["between"] or ""):
        hour += 12
    return datetime(
        year if year >= 100 else 2000 + year,
        int(match["month"]),
        int(match["day"]),
        hour,
        int(match["minute"] or 0),
        int(match["second"] or 0),
        tzinfo=UTC,
    )


@lru_cache(maxsize=1)
def _numbers_with_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The pattern of dates with a word after each number ("2026年3月4日 下午3時5分"), and that of "afternoon"."""
    words = merged().dates
    year, month, day, hour, minute, afternoon = (
        any_of(map(re.escape, written))
        for written in (
            words.year,
            words.month,
            words.day,
            (*words.hour, *":："),
            (*words.minute, *":："),
            words.afternoon,
        )
    )
    written = (
        rf"(?P<year>\d{{4}}|\d{{2}})\s*{year}\s*(?P<month>\d{{1,2}})\s*{month}\s*(?P<day>\d{{1,2}})\s*{day}?"
        rf"(?:(?P<between>[^\d]*)(?P<hour>\d{{1,2}})\s*{hour}\s*"
        rf"(?P<minute>\d{{1,2}})(?:\s*{minute}\s*(?P<second>\d{{1,2}}))?)?"
    )
    return re.compile(written), re.compile(afternoon)


def _other(text: str) -> datetime | None:
    first, second = (dateutil_parser.parse(text, default=default, tzinfos=_zone) for default in _DEFAULTS)
    return first if first == second else None


def _zone(name: str | None, offset_seconds: int | None) -> int:
    if offset_seconds is not None:
        return offset_seconds
    return int(timedelta(hours=_ZONE_HOURS.get((name or "").upper(), 0)).total_seconds())
