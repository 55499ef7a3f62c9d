"""Tells abbreviations that name nobody, or what an article has in full (pure): "TV", "XIX" for "19th"."""

from __future__ import annotations

import re
from functools import cache

from summarizer.words.loader import UNDETERMINED, words_of

MIN_ROMAN = 2  # letters of a Roman numeral: "I" and "V" may be anything

_ROMAN = re.compile(r"(?=[XVI])X{0,3}(?:IX|IV|V?I{0,3})")
_VALUES = {"X": 10, "V": 5, "I": 1}


def is_abbreviation(word: str, text: str, initials: str) -> bool:
    """Whether a word is one of every newspaper, the initials of a whole name, or a numeral that stands here in digits.

    `text` is the article without white space, `initials` are those of its names, with a space between two.
    """
    if not word.isupper():
        return False
    key = word.casefold()
    if key in _common() or any(run.endswith(key) for run in initials.split()):
        return True
    return len(word) >= MIN_ROMAN and bool(_ROMAN.fullmatch(word)) and _has_number(_value(word), text)


@cache
def _common() -> frozenset[str]:
    return frozenset(words_of(UNDETERMINED).names.bodies)


def _value(numeral: str) -> int:
    total = 0
    for letter, after in zip(numeral, f"{numeral[1:]} ", strict=True):
        value = _VALUES[letter]
        total += -value if value < _VALUES.get(after, 0) else value
    return total


def _has_number(value: int, text: str) -> bool:
    return re.search(rf"(?<!\d){value}(?!\d)", text) is not None
