"""Reads how often a feed asks to be fetched: <ttl>, the syndication module, <skipHours>, <skipDays>. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

HEAD_CHARS = 50_000  # where a channel says such things: before its entries
MAX_SKIPPED_HOURS = 23  # a feed that is never to be read is a mistake
MAX_SKIPPED_DAYS = 6

_UPDATE_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SKIP_HOURS = re.compile(r"<skipHours>(.{0,2000}?)</skipHours>", re.IGNORECASE | re.DOTALL)
_SKIP_DAYS = re.compile(r"<skipDays>(.{0,1000}?)</skipDays>", re.IGNORECASE | re.DOTALL)
_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>", re.IGNORECASE)
_DAY = re.compile(r"<day>\s*([a-z]{6,9})\s*</day>", re.IGNORECASE)


def time_to_live(head: Mapping[str, Any]) -> timedelta | None:
    """The time between two updates of the feed: <ttl> in minutes, else sy:updatePeriod through sy:updateFrequency.

    `head` is feedparser's. https://www.rssboard.org/rss-specification, https://web.resource.org/rss/1.0/modules/syndication/
    """
    minutes = _number(head.get("ttl"), digits=6)
    if minutes:
        return timedelta(minutes=minutes)
    period = _UPDATE_PERIODS.get(str(head.get("sy_updateperiod") or "").strip().lower())
    times = _number(head.get("sy_updatefrequency"), digits=4)
    return period / max(times or 1, 1) if period else None


def skip_hours(text: str) -> frozenset[int]:
    """The hours (0-23, UTC) in which the RSS feed asks not to be read; 24 is a way to write 0."""
    found = _SKIP_HOURS.search(text[:HEAD_CHARS])
    hours = frozenset(int(hour) % 24 for hour in _HOUR.findall(found[1]) if int(hour) <= 24) if found else frozenset()
    return hours if len(hours) <= MAX_SKIPPED_HOURS else frozenset()


def skip_days(text: str) -> frozenset[int]:
    """The weekdays (0 is Monday) on which the RSS feed asks not to be read."""
    found = _SKIP_DAYS.search(text[:HEAD_CHARS])
    names = {day.lower() for day in _DAY.findall(found[1])} if found else set()
    days = frozenset(number for number, name in enumerate(_DAYS) if name in names)
    return days if len(days) <= MAX_SKIPPED_DAYS else frozenset()


def _number(value: object, *, digits: int) -> int:
    text = value.strip() if isinstance(value, str) else ""
    return int(text[:digits]) if text.isascii() and text.isdigit() else 0
