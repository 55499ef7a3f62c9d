"""Finds the days, weeks, months and years that a text names from its own time: "yesterday", "next week" (pure)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from summarizer.checks.terms import pattern
from summarizer.words.loader import words_of

DOUBTFUL = "?"  # before a word that has another meaning, too


def relative_dates(text: str, language: str, *, sure: bool) -> frozenset[str]:
    """Return what a text names, as "day-1" or "year+1"; `sure` leaves out words that have another meaning, too."""
    folded = text if words_of(language).noun_capitals else text.casefold()  # "morgen" is no "Morgen"
    return frozenset(when for when, words in _patterns(language, sure).items() if words.search(folded))


@lru_cache(maxsize=64)
def _patterns(language: str, sure: bool) -> Mapping[str, re.Pattern[str]]:  # noqa: FBT001  # a key of the cache
    own = words_of(language)
    entries = (entry.split() for entry in own.dates.relative)
    return {
        when: pattern(
            [word.removeprefix(DOUBTFUL) for word in words if not (sure and word.startswith(DOUBTFUL))],
            spaced=own.spaced,
        )
        for when, *words in entries
    }
