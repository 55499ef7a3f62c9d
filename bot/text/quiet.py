"""Quiet hours as people write them, and when they end: in local time, over changes of the clocks. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise

from bot.models.chats import DigestMode, Schedule
from bot.models.quiet import QuietHours
from bot.text.characters import LIST_MARKS, MINUS_SIGNS, SENTENCE_ENDS, TILDES
from bot.text.schedule import first_moment, next_digest_at, parse_schedule, zone_info
from bot.text.schedule_grammar import EVERY_DAY, grammar
from bot.text.words import any_word, merged

MAX_TYPED_CHARACTERS = 150  # each space may part the two times: a long text would take seconds
_NIGHT, _MORNING = (time(22), time(7)), (time(7), time(12))
_NOON = time(12)
EXCEPT_ALERTS = "except alerts"  # as `format_quiet` writes it, and buttons carry it


def parse_quiet(text: str) -> QuietHours | None:
    """The quiet hours that `text` means ("22:00-07:00", "10 pm to 7 except alerts", "晚上10點到早上7點"), or None."""
    if len(text) > MAX_TYPED_CHARACTERS:
        return None
    rest = _folded(text)
    hours = _exception().sub(" ", rest).strip()
    if span := _part_of_day(hours):
        return QuietHours(start=span[0], end=span[1], except_alerts=hours != rest)
    # A space alone comes last: "from 10 at night to 7" does not begin at 10 in the morning.
    for divider in sorted(_divider().finditer(hours), key=lambda match: match[0].isspace()):
        start, until = _time(hours[: divider.start()]), hours[divider.end() :]
        end = _MORNING[0] if _part_of_day(until) == _MORNING else _time(until)
        if start is not None and end is not None and start != end:
            if end < start <= _NOON and _is_bare(hours[: divider.start()]):
                start = start.replace(hour=(start.hour + 12) % 24)  # "from 10 to 7": a night, not all but three hours
            return QuietHours(start=start, end=end, except_alerts=hours != rest)
    return None


def lets_alerts_through(text: str) -> bool:
    """Whether `text` says only that alerts come all the same: "except alerts"."""
    return _exception().fullmatch(_folded(text)) is not None


def means_off(text: str) -> bool:
    """Whether `text` switches quiet hours off."""
    wanted = parse_schedule(text)
    return wanted is not None and wanted.mode is DigestMode.OFF


def format_quiet(quiet: QuietHours) -> str:
    """The hours as one types them, the same in every language; `parse_quiet` reads it back."""
    hours = f"{quiet.start:%H:%M}-{quiet.end:%H:%M}"
    return f"{hours} {EXCEPT_ALERTS}" if quiet.except_alerts else hours


def quiet_until(quiet: QuietHours | None, zone: str, moment: datetime) -> datetime | None:
    """When the quiet hours end (UTC) in which `moment` is; None where it is in none.

    Hours that begin or end while the clocks are set back are as long as they can be: from the first time that the
    clocks show their beginning to the last time that they show their end.
    """
    if quiet is None:
        return None
    found: datetime | None = None
    while (span := _span(quiet, zone, found or moment)) is not None:  # again where a zone leaves out what is between
        found = span[1]
    return found


def changed_due_at(
    schedule: Schedule,
    before: QuietHours | None,
    after: QuietHours | None,
    zone: str,
    now: datetime,
    *,
    planned: datetime | None,
) -> datetime | None:
    """Next due time (UTC) of a digest once quiet hours change: what those before held is due at once, if it may.

    `planned`: when the digest was due so far. What came before the hours were set is not held by them.
    """
    span = _span(before, zone, now) if before else None
    held = next_digest_at(schedule, zone, span[0] - timedelta(microseconds=1)) if span else None
    if span and planned is not None and planned <= span[1] and held is not None and held <= now:
        return quiet_until(after, zone, now) or now
    return next_due_at(schedule, after, zone, now)


def next_due_at(schedule: Schedule, quiet: QuietHours | None, zone: str, after: datetime) -> datetime | None:
    """Next due time (UTC) of a digest strictly after `after`: what falls into quiet hours is due when they end."""
    due = next_digest_at(schedule, zone, after)
    return due if due is None else quiet_until(quiet, zone, due) or due


def _span(quiet: QuietHours, zone: str, moment: datetime) -> tuple[datetime, datetime] | None:
    """When the quiet hours begin and end in which `moment` is."""
    local = moment.astimezone(zone_info(zone)).date()
    days = [local + timedelta(days=offset) for offset in (-2, -1, 0, 1)]
    for day, following in pairwise(days):
        ends_on = following if quiet.end < quiet.start else day
        start, end = _start(quiet.start, day, zone), _end(quiet.end, ends_on, zone)
        if start <= moment < end:
            return start, end
    return None


@lru_cache(maxsize=4096)  # many chats have the same hours
def _start(at: time, day: date, zone: str) -> datetime:
    return first_moment(day, at, zone_info(zone))


@lru_cache(maxsize=4096)
def _end(at: time, day: date, zone: str) -> datetime:
    """The last moment at which the clocks show this time, or skip it."""
    info = zone_info(zone)
    wanted = datetime.combine(day, at, info).replace(fold=1)
    found = wanted.astimezone(UTC)
    is_shown = found.astimezone(info).replace(tzinfo=None, fold=0) == wanted.replace(tzinfo=None, fold=0)
    return found if is_shown else first_moment(day, at, info)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip(f" {LIST_MARKS}{SENTENCE_ENDS}")


def _time(text: str) -> time | None:
    """The one time of day that a text names, or None."""
    found = parse_schedule(text, exact=True)
    if found is None or len(found.times) != 1 or found.weekdays != EVERY_DAY:
        return None
    return found.times[0]


def _is_bare(text: str) -> bool:
    """Whether an hour stands there alone, which may be one of the morning or of the evening."""
    match = grammar().token.search(text)
    if not match or not match["hour"] or match["hour"].startswith("0"):  # "05" is of a clock with 24 hours
        return False
    return not (match["before"] or match["after"] or match["minute"])


def _part_of_day(text: str) -> tuple[time, time] | None:
    """From when to when a night or a morning is that stands by itself: "at night". Afternoons may be evenings."""
    words = grammar()
    match = words.token.fullmatch(text.strip())
    part = match and match["part"]
    if not part or part in words.afternoon | words.midday:
        return None
    return _NIGHT if part in words.evening else _MORNING


@lru_cache(maxsize=1)
def _divider() -> re.Pattern[str]:
    """What may stand between the two times."""
    return re.compile(f"[{MINUS_SIGNS}{TILDES}]|{_any(merged().schedule.until)}|\\s+")


@lru_cache(maxsize=1)
def _exception() -> re.Pattern[str]:
    """The words that let alerts through."""
    return re.compile(rf"\s*[{LIST_MARKS}(]?\s*{_any(merged().schedule.except_alerts)}\s*\)?\s*")


def _any(words: Iterable[str]) -> str:
    return any_word(unicodedata.normalize("NFKC", word).casefold() for word in words)
