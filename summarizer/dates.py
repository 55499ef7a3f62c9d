"""Finds the months, weekdays and days of the month that a text names, in the words of its language (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.lexicon import Lexicon, lexicon
from summarizer.quantities import plain_digits

_EAST_ASIAN = re.compile(
    r"(?<!\d)(\d{1,2})\s?[月월](?![間间])(?:\s?(\d{1,2})\s?[日号號일])?|(?<!\d)(\d{1,2})[日号號일](?![間间])"
)
_VIETNAMESE = re.compile(r"(?:(\d{1,2})\s+)?tháng\s+(\d{1,2})(?!\d)", re.IGNORECASE)
_NUMERIC = re.compile(  # with points only if there is one behind the month: "3.2" is a number
    r"(?<![\d.,])(?:(\d{4})[-./](\d{1,2})[-./](\d{1,2})|(\d{1,2})(?:\.(\d{1,2})\.(?:\d{4}|\d\d)?"
    r"|[-/](\d{1,2})(?:[-/](?:\d{4}|\d\d))?))(?![\d/])"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_DAY_BEFORE = re.compile(r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.|-?[^\W\d_]{1,2})?\s+(?:(?:de|of|d'|η)\s)?$")
_DAY_BEHIND = re.compile(r"\.?\s+(\d{1,2})(?![\d.,:%]*\d)(?!\s*%)")


MIN_NAME_CHARS = 4  # shorter names of days and months are told by their capital only


@dataclass(frozen=True, slots=True)
class Date:
    """A month (1-12), a day of the month, or a weekday (0 is Monday), or a day with its month, as one mention.

    `start` and `end` are its place in the text.
    """

    start: int
    end: int
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    numeric: bool = False  # "3.11." may be a date, and may be something else


def read_dates(text: str, language: str) -> list[Date]:
    """Read the dates of a text; of the numeric ones ("3/11") both orders."""
    text = plain_digits(text)
    words = lexicon(language)
    found = [*_east_asian(text), *_written(text, words), *_numeric(text)]
    found += [
        Date(match.start(), match.end(), month=int(match[2]), day=int(match[1]) if match[1] else None)
        for match in _VIETNAMESE.finditer(text)
    ]
    return found


def _east_asian(text: str) -> Iterator[Date]:
    for match in _EAST_ASIAN.finditer(text):
        month, day, lone = (int(group) if group else None for group in match.groups())
        yield Date(match.start(), match.end(), month=month, day=lone or day)


def _written(text: str, words: Lexicon) -> Iterator[Date]:
    if not words.spaced:
        yield from _unspaced(text, words)
        return
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        if len(word) < MIN_NAME_CHARS and not match[0][:1].isupper():  # "sun" and "mar" are words
            continue
        if (month := words.months.find(word.rpartition("-")[2])) is not None:
            yield _with_day(text, match, month)
        elif (weekday := words.weekdays.find(word)) is not None:
            yield Date(match.start(), match.end(), weekday=weekday)


def _with_day(text: str, match: re.Match[str], month: int) -> Date:
    start, end = match.span()
    before = _DAY_BEFORE.search(text, max(start - 12, 0), start)
    behind = None if before else _DAY_BEHIND.match(text, end)
    if before:
        return Date(before.start(), end, month=month, day=int(before[1]))
    return Date(start, behind.end(), month=month, day=int(behind[1])) if behind else Date(start, end, month=month)


def _unspaced(text: str, words: Lexicon) -> Iterator[Date]:
    for name, month in words.months.words.items():
        if len(name) >= MIN_NAME_CHARS and not name[0].isdigit() and (at := text.find(name)) >= 0:
            yield Date(at, at + len(name), month=month)
    for name, weekday in words.weekdays.words.items():
        if len(name) > 1 and (at := text.find(name)) >= 0:
            yield Date(at, at + len(name), weekday=weekday)


def _numeric(text: str) -> Iterator[Date]:
    for match in _NUMERIC.finditer(text):
        _, month, day, one, dotted, other = (int(group) if group else 0 for group in match.groups())
        two = dotted or other
        pairs = {(month, day)} if month else {(one, two), (two, one)}
        for first, second in pairs:
            if 1 <= first <= 12 and 1 <= second <= 31:
                yield Date(match.start(), match.end(), month=first, day=second, numeric=True)
