"""Finds the numbers of an article that may be compared with each other: of one unit, or before one noun (pure).

And how long or large something is, in other units: 18 months of "a year and six months".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise

from summarizer.checks.bindings import Place, nouns_of, part_words, read_places
from summarizer.checks.clauses import Passage, passages, stem
from summarizer.checks.parallels import is_year
from summarizer.numbers.quantities import TIMES, Quantity
from summarizer.words.loader import words_of
from summarizer.words.terms import pattern

MAX_APART = 4  # sentences between which two numbers may lie
MAX_PLACES = 24  # of a sentence that are joined with each other: one with more is a table

MAX_JOINT_CHARS = 12  # of "and" between "three years" and "four months", and the first one's unit
ALIKE = 1e-6  # of a number: what a division loses

_MEASURES = (
    {"year": 12.0, "month": 1.0},
    {"week": 10080.0, "day": 1440.0, "hour": 60.0, "minute": 1.0},
    {"century": 100.0, "decade": 10.0, "year": 1.0},
    {"km": 1000.0, "m": 1.0, "cm": 0.01, "mm": 0.001},
    {"ton": 1000.0, "kg": 1.0, "g": 0.001},
)
_BRACKET = re.compile(r"[(（]\s*$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers that may be compared, with the words of their sentences."""

    left: Place
    right: Place
    nouns: frozenset[str]  # that stand behind either of them in the article
    keys: frozenset[str]
    apart: int  # how many sentences lie between them; 0 in one sentence
    beside: bool  # ... and no other one of their kind between them
    rest: bool  # their sentences speak of the rest

    @property
    def together(self) -> bool:
        """Whether both stand in one sentence."""
        return self.apart == 0

    @property
    def unit(self) -> str | None:
        """Their unit, which one of the two may leave out."""
        return self.left.quantity.unit or self.right.quantity.unit


@lru_cache(maxsize=8)
def pairs_of(title: str, text: str, language: str) -> tuple[Pair, ...]:
    """Return the pairs of numbers of an article, the nearer ones of two sentences only."""
    sentences = passages(title, text, language).sentences
    rows = [_row(one, language) for one in sentences]
    told = [frozenset(token.key for token in one.tokens if not token.is_short) for one in sentences]
    rests = rests_of(language)
    rest = [bool(rests.search(one.folded)) for one in sentences]
    named = _named(rows, language)
    found: list[Pair] = []
    for at, row in enumerate(rows):
        for left, right in combinations(range(len(row)), 2):
            one, two = row[left], row[right]
            beside = not any(_is_alike(one.quantity, other.quantity) for other in row[left + 1 : right])
            found.append(Pair(one, two, named[one] | named[two], told[at], apart=0, beside=beside, rest=rest[at]))
        for far in range(at + 1, min(at + MAX_APART + 1, len(rows))):
            keys, left = told[at] | told[far], rest[at] or rest[far]
            found += [
                Pair(one, two, named[one] | named[two], keys, apart=far - at, beside=False, rest=left)
                for one in row
                for two in rows[far]
            ]
    return tuple(pair for pair in found if _are_of_a_kind(pair, language))


def rivals_in(sentence: Passage, language: str) -> Iterator[tuple[Place, Place]]:
    """Give the neighbouring numbers of a sentence that measure the same of two: of one unit, but no times or years."""
    for one, two in pairwise(_row(sentence, language)):
        left, right = one.quantity, two.quantity
        bare = two.row.bare or one.row.bare
        if (
            (left.unit == right.unit or (bare and None in (left.unit, right.unit)))
            and not {left.unit, right.unit} & TIMES
            and not (is_year(left) or is_year(right))
            and not left.readings & right.readings
            and one.row.span != two.row.span
        ):
            yield one, two


def _row(sentence: Passage, language: str) -> list[Place]:
    """Return the numbers of a sentence but for ages in brackets."""
    row = read_places(sentence.text, language)[:MAX_PLACES]
    return [one for one in row if one.quantity.unit or not _BRACKET.search(sentence.text, 0, one.quantity.start)]


def _is_alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit and is_year(one) == is_year(other)


def _are_of_a_kind(pair: Pair, language: str) -> bool:
    one, other = pair.left.quantity, pair.right.quantity
    if is_year(one) or is_year(other):
        return (is_year(one) and is_year(other)) or "year" in (one.unit, other.unit)
    if "percent" in (one.unit, other.unit) and one.unit != other.unit:
        whole = other.unit if one.unit == "percent" else one.unit
        in_words = not (one if one.unit == "percent" else other).bare  # "The state pays half."
        return (pair.beside or (in_words and pair.apart == 1)) and whole is not None and whole not in TIMES
    if one.unit is not None or other.unit is not None:
        lacking = one.unit is None or other.unit is None  # "5.6 billion roubles, 4.2 billion of them"
        scaled = one.scale > 1 and other.scale > 1
        return one.unit == other.unit or (lacking and pair.together and (scaled or _is_left_out(pair)))
    if pair.beside and (pair.right.row.bare or is_part(pair, language)):
        return True
    return bool(counted(pair.left, language) & counted(pair.right, language))


def _is_left_out(pair: Pair) -> bool:
    """Whether the second one lacks the unit that the first one has: "4,800 tonnes, after 3,200 a year before"."""
    return pair.beside and pair.right.quantity.unit is None and pair.right.row.bare


def is_part(pair: Pair, language: str) -> bool:
    """Whether one of two numbers is said to be a part of the other: "240 of 1,200", "24, eight of them"."""
    joined = not pair.right.before  # what "of" joins is read as one
    return pair.beside and (joined or _is_whole(pair.left, language) or _is_portion(pair.right, language))


def _is_whole(place: Place, language: str) -> bool:
    """Whether "of" stands before a number: "of the 12 houses nine burnt"."""
    return bool(place.before) and place.before[0] in part_words(language)


def _is_portion(place: Place, language: str) -> bool:
    """Whether a number is said to be a part of the one before: "24 buses, eight of them electric"."""
    words = _portions(language)
    return any(words.search(" ".join(side)) for side in (place.before[1::-1], place.behind[:2]))


@lru_cache(maxsize=64)
def _portions(language: str) -> re.Pattern[str]:
    own = words_of(language)
    stems = (" ".join(stem(word, language) for word in words.split("_")) for words in own.numbers.portions)
    return pattern(tuple(stems), spaced=own.spaced)


def _named(rows: Iterable[Iterable[Place]], language: str) -> dict[Place, frozenset[str]]:
    """Return for each number the nouns that stand behind it, here or elsewhere in the article."""
    places = {place for row in rows for place in row}
    nouns: defaultdict[float, set[str]] = defaultdict(set)
    for place in places:
        for value in place.quantity.readings:
            nouns[value] |= counted(place, language)
    return {place: frozenset().union(*(nouns[value] for value in place.quantity.readings)) for place in places}


def counted(place: Place, language: str) -> set[str]:
    """Return what a number without a unit may count; the first sign of it where words do not stand apart."""
    if place.quantity.unit is not None:
        return set()
    if not place.spaced:
        return {_alike(language).get(key[0], key[0]) for key in place.behind[:1]}
    return nouns_of(place, language) or set(() if place.row.bare else place.behind[:1])  # "people" is a small word


@lru_cache(maxsize=64)
def _alike(language: str) -> dict[str, str]:
    """Return for each sign that things are counted with the first one of its meaning."""
    return {sign: group[0] for group in words_of(language).numbers.alike for sign in group}


@lru_cache(maxsize=64)
def rests_of(language: str) -> re.Pattern[str]:
    """Return the pattern of words for what is left."""
    own = words_of(language)
    return pattern(own.numbers.rests, spaced=own.spaced)


def lengths_in(claim: Passage, row: Sequence[Place], title: str, text: str, language: str) -> set[int]:
    """Return where the numbers of a sentence begin that tell a length of its article in another unit."""
    told = _lengths_of(title, text, language)
    return {
        one.start
        for numbers, measure, length in _lengths(claim.text, row)
        if any(measure == other and _is_near(length, size) and keys & claim.keys for other, size, keys in told)
        for one in numbers
    }


@lru_cache(maxsize=8)
def _lengths_of(title: str, text: str, language: str) -> tuple[tuple[int, float, frozenset[str]], ...]:
    """Return how long or large something is in an article, each with the words of its sentence."""
    found = []
    for one in passages(title, text, language).sentences:
        keys = frozenset(token.key for token in one.tokens if not token.is_short)
        found += [(measure, size, keys) for _, measure, size in _lengths(one.text, read_places(one.text, language))]
    return tuple(found)


def _lengths(text: str, row: Sequence[Place]) -> Iterator[tuple[tuple[Quantity, ...], int, float]]:
    """Give how long or large something is, in one measure, with the numbers that say so: "1 year and 6 months"."""
    for index, measures in enumerate(_MEASURES):
        known = [one.quantity for one in row if one.quantity.unit in measures]
        for one in known:
            yield from (((one,), index, value * measures[str(one.unit)]) for value in one.readings)
        for one, other in pairwise(known):
            longer, shorter = measures[str(one.unit)], measures[str(other.unit)]
            if longer > shorter and len(text[one.end : other.start].strip()) <= MAX_JOINT_CHARS:
                for value in one.readings:
                    for rest in other.readings:
                        yield (one, other), index, value * longer + rest * shorter


def _is_near(left: float, right: float) -> bool:
    return abs(left - right) <= ALIKE * max(left, right)
