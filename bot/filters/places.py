"""Where the words of a search stand in a text as it is shown, which is not the text in which they are found."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

from bot.filters.folding import fold
from bot.filters.matching import Finder
from bot.text.characters import NO_MARKS
from bot.text.patterns import late

_MAY_BE_ONE = late(rf"\s\s|[^\w\s{NO_MARKS}]")
_CHARACTERS = re.compile(r"\s+|\S")
_PARTS = re.compile(r"(?<=[.!?؟।]\s)|(?<=[。！？\n])")


def places_in(text: str, finder: Finder) -> list[tuple[int, int]]:
    """Where the words begin and end in the text, in order."""
    folded = fold(text)
    if text.isascii() and len(folded) == len(text):
        return finder.places(folded)  # each character is folded to one
    characters = _characters(text)
    pieces = [*map(_folded, characters)]
    places = finder.places("".join(pieces))
    if not places:
        return []
    ends = [*accumulate(map(len, pieces))]  # of each character in the folded text
    starts = [*accumulate(map(len, characters), initial=0)]  # of each in the text as it is
    return [(starts[bisect(ends, start)], starts[bisect(ends, end - 1) + 1]) for start, end in places]


def best_part(text: str, finder: Finder) -> str:
    """The first of the sentences of a text that has the most of the words; "" where none has one."""
    best, most = "", 0
    for part in _PARTS.split(text):
        found = len(finder.found(fold(part)))
        if found > most:
            best, most = part.strip(), found
        if most == len(finder.terms):
            break
    return best


def _characters(text: str) -> Sequence[str]:
    """The characters of a text, each with the marks behind it; spaces side by side are one."""
    if not _MAY_BE_ONE.search(text):
        return text
    together: list[str] = []
    for character in _CHARACTERS.findall(text):
        if together and unicodedata.category(character[0]) in ("Mn", "Mc", "Me"):
            together[-1] += character
        else:
            together.append(character)
    return together


@lru_cache(maxsize=4096)  # the characters of a language are few
def _folded(characters: str) -> str:
    return " " if characters.isspace() else fold(characters)
