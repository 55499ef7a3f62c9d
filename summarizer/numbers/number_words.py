"""The words for whole numbers of each language ("two", "vingt et un"), and signs that things are counted with (pure).

Apart from what reads numbers by them (`spelled`): comparing stories needs the words alone, and they are there sooner.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from summarizer.words.loader import languages, words_of

HUNDRED = 100.0
DOUBTFUL = "?"  # before a word that has another meaning, too


def number_words(language: str) -> Collection[str]:
    """The words for whole numbers: "two", "twenty"."""
    return (written_numbers(language).values | number_signs(language)).keys()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The words for numbers in a language, and those of them that have another meaning, too."""

    values: dict[str, float]
    doubtful: frozenset[str]


@lru_cache(maxsize=64)
def written_numbers(language: str) -> Written:
    """The words for numbers, without a pattern for them: that of a language takes up to a tenth of a second."""
    own = words_of(language).numbers
    entries = [(float(value), words) for value, *words in map(str.split, own.cardinals)]
    values = {word.replace("_", " "): value for value, words in entries for word in words}
    doubtful = frozenset(word[1:] for word in values if word.startswith(DOUBTFUL))
    values = {word.removeprefix(DOUBTFUL): value for word, value in values.items()}
    if own.cardinal_joint:
        units = {word: value for word, value in values.items() if value < 10} | {"ein": 1.0}
        tens = {word: value for word, value in values.items() if 20 <= value < HUNDRED}
        values |= {f"{u}{own.cardinal_joint}{t}": units[u] + tens[t] for u in units for t in tens}
    joints = (" ", "-", *(f"{edge}{link}{edge}" for link in own.cardinal_links for edge in " -"))
    tens = {word: value for word, value in values.items() if 20 <= value < HUNDRED and value % 10 == 0}
    values |= {f"{ten}{joint}{one}": value + 1 for ten, value in tens.items() for joint in joints for one in own.ones}
    return Written(values=values, doubtful=doubtful)


def number_signs(language: str) -> dict[str, float]:
    """The signs for numbers of two and more, where a language counts things with signs."""
    rows = [words_of(code).numbers.digits for code in languages()] if words_of(language).numbers.counters else []
    return {sign: float(value) for row in rows for value, signs in enumerate(row) for sign in signs if value > 1}
