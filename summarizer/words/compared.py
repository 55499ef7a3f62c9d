"""Patterns of the words that say who has more and who has less; made once a language (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.words.loader import words_of
from summarizer.words.terms import pattern

Word = tuple[re.Pattern[str], bool, str]  # whether what stands before it is the greater, and the list that it is of


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A language's patterns; all for case-folded text. What each holds: the section `Compared`."""

    words: tuple[Word, ...]  # "amounts", "grades", "beats" and "moves"
    than: re.Pattern[str]
    behind: re.Pattern[str]
    objects: re.Pattern[str]
    topics: re.Pattern[str]
    past: re.Pattern[str]
    hoped: re.Pattern[str]
    tops: re.Pattern[str]
    postposed: bool  # whether the second one stands before "than"


@lru_cache(maxsize=64)
def compared_of(language: str) -> Compared:
    """Return the patterns of a language by its tag; without words of its own, those that find nothing."""
    own, spaced = words_of(language).compared, words_of(language).spaced
    lists = {"amounts": own.scales[:1], "grades": own.scales[1:], "beats": own.beats, "moves": own.moves}
    return Compared(
        words=tuple(
            (pattern(side.split(), spaced=spaced), up, kind)
            for kind, lines in lists.items()
            for line in lines
            for side, up in zip(line.split(" | "), (True, False), strict=True)
        ),
        than=pattern(own.than, spaced=spaced),
        behind=pattern(own.than_behind, spaced=spaced),
        objects=pattern(own.objects, spaced=spaced),
        topics=pattern(own.topics, spaced=False),
        past=pattern(own.past, spaced=spaced),
        hoped=pattern(own.hoped, spaced=spaced),
        tops=pattern(own.tops, spaced=spaced),
        postposed=bool(own.than_behind),
    )
