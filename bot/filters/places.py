"""Where the words of a search stand in a text as it is shown, which is not the text in which they are found."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.filters.folding import fold
from bot.filters.matching import Finder

_PARTS = re.compile(r"(?<=[.!?؟।]\s)|(?<=[。！？\n])")


def places_in(text: str, finder: Finder) -> list[tuple[int, int]]:
    """Where the words begin and end in the text, in order."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in _characters(text):
        piece = _folded(text[start:end])
        if piece == " " and (not folded or folded[-1] == " "):
            continue  # one space for many, as in a folded text
        for character in piece:
            folded.append(character)
            starts.append(start)
            ends.append(end)
    return [(starts[start], ends[end - 1]) for start, end in finder.places("".join(folded))]


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


def _characters(text: str) -> list[tuple[int, int]]:
    """Where each character with the marks behind it begins and ends."""
    found: list[tuple[int, int]] = []
    for index, character in enumerate(text):
        if found and unicodedata.category(character) in ("Mn", "Mc", "Me"):
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found


@lru_cache(maxsize=4096)  # the characters of a language are few
def _folded(characters: str) -> str:
    return " " if characters.isspace() else fold(characters)
