"""Hours as people say them, as digits: "half past seven", "halb acht" and "в полвосьмого" become 7:30.

What is before, behind and between stays as it is. The words of every language stand in its data file. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.text.characters import ATTACHED_PREFIXES, WORD_MARKS
from bot.text.words import any_of, by_language, merged

if TYPE_CHECKING:
    from bot.text.word_sections import ScheduleWords

_PLACE = "..."  # of the hour, in a spoken form
_LETTER = rf"[\w{WORD_MARKS}]"
_HALF_DAY = 12
_OF_HOURS = frozenset(("hours", "hour", "spoken", "noon"))  # the keys in which an hour is one


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spoken:
    pattern: re.Pattern[str]
    hours: Mapping[str, int]
    minutes: Mapping[str, int]  # that a form adds to the hour or takes from it


def with_clock(text: str) -> str:
    """The text, folded, with its spoken hours in digits: "abends um halb acht" becomes "abends um 7:30"."""
    spoken = _spoken()
    return spoken.pattern.sub(lambda match: _digits(match, spoken), text)


def _digits(match: re.Match[str], spoken: _Spoken) -> str:
    number = match["number"]
    if number is None:
        return match[0]  # a phrase that only holds the word of an hour: "once a day"
    form = match["before"] or match["after"]
    if form is None:
        return match[0] if number.isdecimal() else f"{spoken.hours[number]}{match[0][len(number) :]}"
    hour = spoken.hours[number] if number in spoken.hours else int(number)
    if hour > 2 * _HALF_DAY:
        return match[0]
    minutes = 60 * hour + spoken.minutes[form]
    if hour == 1 and minutes < 60:
        minutes += 60 * _HALF_DAY  # half an hour to one is half past twelve
    return f"{minutes // 60 % 24}:{minutes % 60:02}"


@lru_cache(maxsize=1)
def _spoken() -> _Spoken:
    words = merged().schedule
    hours = {
        word: number
        for one in by_language().values()
        for number, written in enumerate(one.schedule.hours, start=1)
        for word in map(_fold, written.split("|"))
    }
    forms: tuple[list[str], list[str]] = ([], [])  # before the hour, behind it
    minutes = {}
    for said in words.spoken:
        form, _, change = _fold(said).rpartition(" ")
        is_behind = form.startswith(_PLACE)
        form = form.replace(_PLACE, "").strip()
        forms[is_behind].append(form)
        minutes[form] = int(change)
    before = _any(forms[0])
    unit = _any(map(_fold, words.hour))
    hour_too = f"{_any(hours.keys() & {*forms[1]})}(?!\\s*{unit})"  # "dix heures vingt heures" names two hours
    after = f"(?:{_any({*forms[1]} - hours.keys())}|{hour_too})"
    number = rf"(?P<number>{_any(hours)}(?!{_LETTER})|\d{{1,2}}(?!\d|[:.]\d))"
    spoken = rf"(?:(?P<before>{before})\s*)?{number}(?:\s*{unit}(?!{_LETTER}))?(?:\s*(?P<after>{after})(?!{_LETTER}))?"
    whole = rf"{_any(_phrases(words, hours))}(?!{_LETTER})"
    prefixes = {prefix for _, prefixes in ATTACHED_PREFIXES for prefix in prefixes if len(prefix) == 1}
    attached = any_of(rf"(?<=\s{prefix})" for prefix in sorted(prefixes.intersection(words.and_)))  # "and" in Arabic
    pattern = re.compile(rf"(?:(?<!{_LETTER})|{attached})(?<!\d[ :.])(?:{whole}|{spoken})")
    return _Spoken(pattern=pattern, hours=hours, minutes=minutes)


def _phrases(words: ScheduleWords, hours: Iterable[str]) -> Iterator[str]:
    """Everything that schedules say with the word of an hour in it."""
    hour = re.compile(rf"(?<!{_LETTER}){_any(hours)}(?!{_LETTER})")
    for key, phrases in zip(words._fields, words, strict=True):
        if key not in _OF_HOURS:
            yield from filter(hour.search, map(_fold, phrases))


def _any(words: Iterable[str]) -> str:
    return any_of(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _fold(word: str) -> str:
    """A word as `parse_schedule` compares it."""
    return unicodedata.normalize("NFKC", word).casefold().strip()
