"""Builds the pattern and the tables that read schedules, from the words of every language with a data file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import time
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.models.chats import DigestMode
from bot.text.characters import MINUS_SIGNS, TILDES, UNSPACED
from bot.text.words import any_of, any_word, by_language, merged

if TYPE_CHECKING:
    from bot.text.word_sections import ScheduleWords

EVERY_DAY = frozenset(range(7))
WORKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """How schedules are read. `token` has the groups `word`, `part` (of the day, alone), or those of an hour."""

    token: re.Pattern[str]
    span: re.Pattern[str]  # what stands between the first and the last day of several: "mon - fri", "周一至周五"
    separator: re.Pattern[str]
    recap: re.Pattern[str]  # the word that asks for recaps
    modes: Mapping[str, DigestMode]
    days: Mapping[str, frozenset[int]]  # 0 is Monday
    times: Mapping[str, time]
    midday: frozenset[str]  # words before or after the hour; this and the next two
    evening: frozenset[str]
    afternoon: frozenset[str]  # evening and midday are not among them
    of_twelve: frozenset[str]  # words after the hour that no hour above twelve has


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The grammar, built once."""
    words = merged().schedule
    modes = {
        **dict.fromkeys(_folded(words.off), DigestMode.OFF),
        **dict.fromkeys(_folded(words.instant), DigestMode.INSTANT),
        **dict.fromkeys(_folded(words.hourly), DigestMode.HOURLY),
    }
    days = {name: day for one in by_language().values() for name, day in _days(one.schedule)}
    times = {**dict.fromkeys(_folded(words.noon), time(12)), **dict.fromkeys(_folded(words.midnight), time())}
    return Grammar(
        token=re.compile(
            rf"{_clock_pattern(words)}|{_part_pattern(words)}"
            rf"|(?P<word>{_literal((*modes, *days, *times))}){_behind_word(words)}"
        ),
        span=re.compile(
            rf"\s*(?:[{MINUS_SIGNS}{TILDES}]|{_literal({*words.until} - {*words.and_} | {*words.through})})\s*"
        ),
        separator=re.compile(
            rf"(?:[\s,;、，；،؛・/&+@]|{any_word(_folded(words.and_))}|{_literal(words.and_)}(?=\d|{_literal(_parts(words))}))"
        ),
        recap=re.compile(rf"(?<![^\W\d{UNSPACED}])(?:{_literal(words.recap)})(?![^\W\d{UNSPACED}])"),
        modes=modes,
        days=days,
        times=times,
        midday=_folded((*words.midday, *words.at_midday)),
        evening=_folded((*words.evening, *words.in_the_evening, *words.midnight)),  # "12 midnight"
        afternoon=_folded((*words.afternoon, *words.in_the_afternoon, *words.pm)),
        of_twelve=_folded((*words.am, *words.pm)),
    )


def _clock_pattern(words: ScheduleWords) -> str:
    """A time of day: "8:05", "8.30 pm", "早上8點半", "8點15分", "8 часов утра", "18.30 Uhr", "abends um 8"."""
    before = _before_hour(words)
    joining = rf"\s*(?:{_literal(words.at)})?\s*"
    noon = rf"(?:{_literal(words.midday)})(?={joining}(?:1[0-2]|[1-3])(?!\d))"  # otherwise a time by itself
    next_part = rf"(?:{before}|{_literal(words.midday)}){joining}\d"  # of another time: "morgens 8 abends 6"
    next_noon = rf"{noon}{joining}\d"
    midnight = _literal(words.midnight)
    parts_of_day = (words.in_the_morning, words.at_midday, words.in_the_afternoon, words.in_the_evening)
    after = _literal((*words.am, *words.pm, *(word for part in parts_of_day for word in part)))
    hour, half, minute = _literal(words.hour), _literal(words.half), _literal(words.minute)
    behind_hour = any_of(f"(?<={re.escape(word)})" for word in sorted(_folded(words.hour)))
    return (
        rf"(?:(?P<before>{before}|{noon}|{midnight}(?={joining}12(?!\d))){joining})?"
        rf"(?P<hour>(?P<twelve>12(?!\d))|\d{{1,2}})"
        rf"(?:\s*{hour}\s*(?P<half>{half})?|[:.h](?=\d))?"
        rf"(?P<minute>{behind_hour}\s*(?:\d{{1,2}}(?=\s*{minute})|\d{{2}}(?!\s*(?:\d|{hour}|[:.]\d)))"
        rf"|(?<=[:.h])\d{{2}})?(?:\s*{minute})?(?:\s*{hour})?"
        rf"\s*(?:(?(before)(?!{next_part})|(?!{next_noon}))(?P<after>{after}|(?(twelve){midnight}|(?!)))(?!\w)\.?)?(?!\d)"
    )


def _part_pattern(words: ScheduleWords) -> str:
    """A part of the day by itself: "mornings and evenings", 早晚, the second one of "8 am and pm". Noon is a time."""
    part = _literal({*_parts(words), *words.pm} - {*words.noon})
    end = rf"(?![^\W\d{UNSPACED}])"
    return rf"(?!{_literal(words.noon)})(?P<part>{part}){end}\.?(?:\s*[{MINUS_SIGNS}]\s*(?={part}{end}))?"


def _parts(words: ScheduleWords) -> Iterator[str]:
    yield from (*words.morning, *words.midday, *words.afternoon, *words.evening)
    yield from (*words.in_the_morning, *words.at_midday, *words.in_the_afternoon, *words.in_the_evening)


def _before_hour(words: ScheduleWords) -> str:
    return _literal((*words.morning, *words.afternoon, *words.evening))


def _behind_word(words: ScheduleWords) -> str:
    """A name ends before what is no Latin letter, or before a part of the day: "sonntagabend"."""
    return f"(?:(?![a-z])|(?={_before_hour(words)}))"


def _days(words: ScheduleWords) -> Iterator[tuple[str, frozenset[int]]]:
    """Every name of days with what it means, in one language."""
    yield from ((word, EVERY_DAY) for word in _folded(words.every_day))
    yield from ((word, WORKDAYS) for word in _folded(words.workdays))
    yield from ((word, WEEKEND) for word in _folded(words.weekend))
    names = (
        words.monday,
        words.tuesday,
        words.wednesday,
        words.thursday,
        words.friday,
        words.saturday,
        words.sunday,
    )
    for day, written in enumerate(names):
        for name in _folded(written):
            yield from ((f"{every}{name}", frozenset({day})) for every in ("", *_folded(words.every)))


def _literal(words: Iterable[str]) -> str:
    """A pattern for any of the words as they stand, the longest first."""
    return any_of(map(re.escape, sorted(_folded(words), key=lambda word: (-len(word), word))))


def _folded(words: Iterable[str]) -> frozenset[str]:
    """The words as `parse_schedule` compares them: without case, and in one width."""
    return frozenset(unicodedata.normalize("NFKC", word).casefold() for word in words)
