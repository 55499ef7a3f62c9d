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
    nouns = words_of(language).noun_capitals
    return frozenset(
        when
        for when, words in _patterns(language, sure).items()
        if any(not (nouns and _is_noun(match, text)) for match in words.finditer(text.casefold()))
    )


def _is_noun(match: re.Match[str], text: str) -> bool:
    """Whether a single word has a capital within a sentence: "Morgen" is no "morgen"."""
    return " " not in match[0] and match.start() > 0 and text[match.start() : match.start() + 1].isupper()


@lru_cache(maxsize=64)
def _patterns(language: str, sure: bool) -> Mapping[str, re.Pattern[str]]:  # a key of the cache
    own = words_of(language)
    entries = (entry.split() for entry in own.dates.relative)
    return {
        when: pattern(
            [word.removeprefix(DOUBTFUL) for word in words if not (sure and word.startswith(DOUBTFUL))],
            spaced=own.spaced,
        )
        for when, *words in entries
    }
