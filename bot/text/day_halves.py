"""Which hour of the day a number means beside the word for a part of the day, and the name of noon alone. Pure.

Where such a word leaves two hours open, there is none: a missing date is a lesser evil than a wrong hour.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.text.characters import UNSPACED
from bot.text.words import any_of

MAX_JOINING_LETTERS = 2
# Each part of the day: the numbers that name its hours, by which 12 is added and by which not; more than 12 stay.
_AS_THEY_ARE = {
    "morning": range(12),
    "noon": range(10, 13),
    "afternoon": range(12, 13),
    "evening": range(0),
    "night": range(5),
}
_LATER = {
    "morning": range(0),
    "noon": range(1, 6),
    "afternoon": range(12),
    "evening": range(5, 12),
    "night": range(8, 12),
}


def hour_of(number: int, half: str) -> int:
    """The hour that a number means in a part of the day, "" for none; ValueError where it means none, or one of two."""
    if not half or number in _AS_THEY_ARE[half]:
        return number
    if half == "morning" and number == 12:
        return 0
    if number in _LATER[half]:
        return number + 12
    if half == "morning" or number <= 12:
        raise ValueError("no such hour")
    return number


def noon_pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Finds the names of noon, as in "20 March 2021, 12 noon", with the word before them if there is any."""
    beside: list[str] = []
    spaced: list[str] = []
    for name in names:
        (beside if re.match(f"[{UNSPACED}]", name) else spaced).append(re.escape(name))
    alone = rf"(?<![^\W\d_])(?<!-)(?:(?P<before>[^\W\d_]+)\s+)?(?:12\s+)?(?<![\w-]){any_of(spaced)}(?![\w-])"
    return re.compile(rf"{any_of(beside)}|{alone}")


def with_noon_as_clock(line: str, noon: re.Pattern[str]) -> str:
    """The line with the name of noon as a time; ValueError for "after noon" and "before noon", which are none.

    Words of one or two letters only join ("at", "um", "в").
    """
    match = noon.search(line)
    if match is None:
        return line
    if len(match["before"] or "") > MAX_JOINING_LETTERS:
        raise ValueError("no time of day")
    return f"{line[: match.start()]} 12:00 {line[match.end() :]}"
