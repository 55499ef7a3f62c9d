"""Finds the months, weekdays and days of the month that a text names, in the words of its language (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from summarizer.numbers.lexicon import Lexicon, lexicon
from summarizer.numbers.quantities import plain_digits
from summarizer.scripts import FIRST_EAST_ASIAN, LETTERS
from summarizer.words.loader import every
from summarizer.words.patterns import any_sign, any_word

_NUMERIC = re.compile(  # with points only if there is one behind the month: "3.2" is a number, and "3-2" a score
    r"(?<![\d.,])(?:(\d{4})[-./](\d{1,2})[-./](\d{1,2})|(\d{1,2})(?:\.(\d{1,2})\.(?:\d{4}|\d\d)?"
    r"|/(\d{1,2})(?:/(?:\d{4}|\d\d))?|-(\d{1,2})-(?:\d{4}|\d\d)))(?![\d/])"
)
_WORD = re.compile(rf"{LETTERS}(?:-{LETTERS})?")
_DAY_BEHIND = re.compile(r"\.?\s+(\d{1,2})(?![\d.,:%]*\d)(?!\s*%)")


_TENS, _UNITS = "十", "一二"
MIN_NAME_CHARS = 4  # shorter names are not looked for in text without spaces


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """Dates whose words are those of any language."""

    signed: re.Pattern[str]  # 5月3日
    worded: re.Pattern[str]  # tháng 5
    day_before: re.Pattern[str]  # "3rd of ", before a month


@cache
def _patterns() -> _Patterns:
    month, day, span = (
        any_sign(every(choose))
        for choose in (
            lambda words: words.dates.month_signs,
            lambda words: words.dates.day_signs,
            lambda words: words.dates.span_signs,
        )
    )
    month_word = any_word(every(lambda words: words.dates.month_words))
    endings = any_word(every(lambda words: words.dates.ordinal_endings))
    links = any_word(every(lambda words: words.dates.day_links))
    return _Patterns(
        signed=re.compile(
            rf"(?<!\d)(\d{{1,2}})\s?{month}(?!{span})(?:\s?(\d{{1,2}})\s?{day})?|(?<!\d)(\d{{1,2}}){day}(?!{span})"
        ),
        worded=re.compile(rf"(?:(\d{{1,2}})\s+)?{month_word}\s+(\d{{1,2}})(?!\d)", re.IGNORECASE),
        day_before=re.compile(rf"(?<![\d.,])(\d{{1,2}})(?:{endings}|\.|-?[^\W\d_]{{1,2}})?\s+(?:{links}\s)?$"),
    )


@dataclass(frozen=True, slots=True)
class Date:
    """A month (1-12), a day of the month, or a weekday (0 is Monday), or a day with its month, as one mention.

    `start` and `end` are its position in the text. A doubtful one may be something else: "3.11.", "thứ hai" (Vietnamese
    for Monday and for the second), "march".
    """

    start: int
    end: int
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    doubtful: bool = False


def read_dates(text: str, language: str) -> list[Date]:
    """Read the dates of a text; of the numeric ones ("3/11") both orders."""
    text = plain_digits(text)
    words = lexicon(language)
    named = _written(text, language) if words.spaced else _unspaced(text, words)
    found = [*_signed(text), *named, *_numeric(text)]
    found += [
        Date(match.start(), match.end(), month=int(match[2]), day=int(match[1]) if match[1] else None)
        for match in _patterns().worded.finditer(text)
    ]
    return found


def _signed(text: str) -> Iterator[Date]:
    for match in _patterns().signed.finditer(text):
        month, day, lone = (int(group) if group else None for group in match.groups())
        yield Date(match.start(), match.end(), month=month, day=lone or day)


def _written(text: str, language: str) -> Iterator[Date]:
    words = lexicon(language)
    for match in _WORD.finditer(text):
        word = match[0].casefold()
        capital = match[0][:1].isupper()
        doubtful = words.capitalised and not capital
        if word in words.abbreviations and (doubtful or not words.capitalised) and not _is_marked(text, match):
            continue
        if (month := words.months.find(word.rpartition("-")[2])) is not None:
            yield _with_day(text, match, month, doubtful=doubtful)
        elif (weekday := words.weekdays.find(word)) is not None:
            yield Date(match.start(), match.end(), weekday=weekday, doubtful=doubtful)
    phrases = _phrases(language)
    for match in phrases.finditer(text) if phrases else ():
        name = match[0].casefold()
        doubtful = words.capitalised and match[0].split()[-1][0].islower()
        month, weekday = words.months.words.get(name), words.weekdays.words.get(name)
        yield Date(match.start(), match.end(), month=month, weekday=weekday, doubtful=doubtful)


def _is_marked(text: str, match: re.Match[str]) -> bool:
    """Whether an abbreviation has its point or a day beside it: "sept" is French for seven, "sun" a word."""
    return text[match.end() : match.end() + 1] == "." or bool(
        _patterns().day_before.search(text, max(match.start() - 12, 0), match.start())
        or _DAY_BEHIND.match(text, match.end())
    )


@lru_cache(maxsize=32)
def _phrases(language: str) -> re.Pattern[str] | None:
    """Find the names of months and weekdays that are several words, such as "thứ Hai"."""
    words = lexicon(language)
    names = [name for table in (words.months, words.weekdays) for name in table.words if " " in name]
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE) if names else None


def _with_day(text: str, match: re.Match[str], month: int, *, doubtful: bool) -> Date:
    start, end = match.span()
    before = _patterns().day_before.search(text, max(start - 12, 0), start)
    behind = None if before else _DAY_BEHIND.match(text, end)
    if before:
        return Date(before.start(), end, month=month, day=int(before[1]))
    if behind:
        return Date(start, behind.end(), month=month, day=int(behind[1]))
    return Date(start, end, month=month, doubtful=doubtful)


def _unspaced(text: str, words: Lexicon) -> Iterator[Date]:
    for name, month in words.months.words.items():
        if _is_distinct(name) and not name[0].isdigit() and (at := _find_whole(name, text)) >= 0:
            yield Date(at, at + len(name), month=month)
    for name, weekday in words.weekdays.words.items():
        if _is_distinct(name) and (at := text.find(name)) >= 0:
            yield Date(at, at + len(name), weekday=weekday)


def _find_whole(name: str, text: str) -> int:
    """Find a month that is no part of another: 一月 is the end of 十一月."""
    at = text.find(name)
    while at > 0 and text[at - 1] in _TENS and name[0] in _UNITS:
        at = text.find(name, at + 1)
    return at


def _is_distinct(name: str) -> bool:
    """Whether a name is distinct within unspaced text: Thai "อา" for Sunday is part of many words."""
    return len(name) >= MIN_NAME_CHARS or "." in name or (len(name) > 1 and name > FIRST_EAST_ASIAN)


def _numeric(text: str) -> Iterator[Date]:
    for match in _NUMERIC.finditer(text):
        _, month, day, one, *twos = (int(group) if group else 0 for group in match.groups())
        two = max(twos)
        pairs = {(month, day)} if month else {(one, two), (two, one)}
        for first, second in pairs:
            if 1 <= first <= 12 and 1 <= second <= 31:
                yield Date(match.start(), match.end(), month=first, day=second, doubtful=True)
