"""Finds words that stand for a date or a number: "yesterday", "next week"; "a third", "half of" (pure)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from summarizer.checks.quantities import plain_digits
from summarizer.checks.terms import pattern
from summarizer.words.loader import Words, words_of

_PLAIN = re.compile(r"[^*_()|\[\]?+.^$\\]*(?!\?)")  # what comes before "?" may be left out
DOUBTFUL = "?"  # before a word that has another meaning, too


def relative_dates(text: str, language: str, *, sure: bool) -> frozenset[str]:
    """Return what a text names from its own time, as "day-1" or "year+1"; `sure` leaves out words of two meanings."""
    own = words_of(language)
    return frozenset(_named(text, language, own.dates.relative, sure=sure, no_nouns=own.noun_capitals))


def fractions(text: str, language: str, *, sure: bool) -> frozenset[float]:
    """Return the fractions that a text names in words, in per cent."""
    found = _named(plain_digits(text), language, words_of(language).numbers.fractions, sure=sure)
    return frozenset(map(float, found))


def _named(text: str, language: str, entries: Words, *, sure: bool, no_nouns: bool = False) -> Iterator[str]:
    folded = text.casefold()
    for meaning, (beginnings, words) in _patterns(language, entries, sure).items():
        if not any(beginning in folded for beginning in beginnings):
            continue
        if any(not (no_nouns and _is_noun(match, text)) for match in words.finditer(folded)):
            yield meaning


def _is_noun(match: re.Match[str], text: str) -> bool:
    """Whether a single word has a capital within a sentence: "Morgen" is no "morgen"."""
    return " " not in match[0] and match.start() > 0 and text[match.start() : match.start() + 1].isupper()


@lru_cache(maxsize=128)
def _patterns(language: str, entries: Words, sure: bool) -> Mapping[str, tuple[Words, re.Pattern[str]]]:
    """Return for each meaning its words' beginnings, which are quickly looked up, and their pattern."""
    found: dict[str, tuple[Words, re.Pattern[str]]] = {}
    for meaning, *words in map(str.split, entries):
        kept = [word.removeprefix(DOUBTFUL) for word in words if not (sure and word.startswith(DOUBTFUL))]
        beginnings = tuple(_PLAIN.match(word)[0] for word in kept)  # type: ignore[index]  # it may be empty
        found[meaning] = beginnings, pattern(kept, spaced=words_of(language).spaced)
    return found
