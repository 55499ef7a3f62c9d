"""Compares how far a number reaches (pure): "most" where the article has 42 %, "over 300" where it has "under 300".

A number with such a word, and a share without a number ("most"), stand for all values between two. They follow from
the article if its own number lies there, or reaches there; they are wrong if no number that it has of the same does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from math import inf
from typing import NamedTuple

from summarizer.checks.bindings import read_places
from summarizer.checks.clauses import Passage, Passages, clause_spans, passages
from summarizer.numbers.quantities import Quantity
from summarizer.numbers.relative import is_same
from summarizer.scripts import folded_in_place
from summarizer.words.loader import words_of
from summarizer.words.patterns import any_phrase

HALF, HUNDRED = 50.0, 100.0
BEFORE_CHARS = 28  # of "more than" before a number
BEHIND_CHARS = 24
ALIKE = 0.4  # of a clause's weight that a sentence must have to tell the same


Span = tuple[int, int]


class Bound(NamedTuple):
    """A number, or a share without one, with all values that it may stand for."""

    start: int
    end: int
    low: float
    high: float
    number: Quantity | None  # None of "most"
    limits: Span = (0, 0)  # where the words stand that say how far it reaches
    limited: bool = False  # whether there are any

    @property
    def is_share(self) -> bool:
        """Whether it is a part of a hundred."""
        return self.number is None or self.number.unit == "percent"

    def meets(self, other: Bound) -> bool:
        """Whether both may be one: they reach in one direction, or have more than an edge in common."""
        if {self.low, other.low} == {-inf, max(self.low, other.low)} and inf in (self.high, other.high):
            return min(self.high, other.high) > max(self.low, other.low)
        return self.low <= other.high and other.low <= self.high


class Bounded(NamedTuple):
    """Those numbers of a sentence that follow from the article's, and whether one contradicts it."""

    met: tuple[Bound, ...] = ()
    wrong: bool = False

    @property
    def starts(self) -> frozenset[int]:
        """Where they begin; 半数 of 過半数 does so within."""
        return frozenset(at for bound in self.met for at in range(bound.start, bound.end))

    def without_limits(self, text: str, negators: re.Pattern[str]) -> str:
        """Return the sentence with spaces for those limits that have a "not": 不到一半 denies nothing."""
        for start, end in (bound.limits for bound in self.met):
            if negators.search(text[start:end].casefold()):
                text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
        return text


@lru_cache(maxsize=16)
def bounded(sentence: str, title: str, text: str, language: str) -> Bounded:
    """Compare the shares and the limited numbers of a sentence with those of its article."""
    if not words_of(language).compared.majorities:
        return Bounded()
    article = passages(title, text, language)
    claim = Passage.read(sentence, language)
    found = {bound: _is_met(bound, claim, article) for bound in read_bounds(claim.text, language) if bound.limited}
    return Bounded(tuple(bound for bound, met in found.items() if met), wrong=False in found.values())


@lru_cache(maxsize=2048)
def read_bounds(text: str, language: str) -> tuple[Bound, ...]:
    """Read the numbers and the shares without a number of a text."""
    worded = tuple(_worded(text, language))
    numbers = (_bound(place.quantity, text, language) for place in read_places(text, language))
    return (*worded, *(one for one in numbers if not any(two.start <= one.start < two.end for two in worded)))


def _bound(number: Quantity, text: str, language: str) -> Bound:
    value = max(number.readings)
    before, behind = text[max(number.start - BEFORE_CHARS, 0) : number.start], text[number.end :][:BEHIND_CHARS]
    for (left, right), kind in zip(_limits(language), ("least", "ceiling", "under", "over", "ceiling"), strict=True):
        words, shift = left.search(folded_in_place(before)), number.start - len(before)
        if not words:
            words, shift = right.match(folded_in_place(behind)), number.end
        if words:
            limits = (words.start() + shift, words.end() + shift)
            return Bound(number.start, number.end, *_reach(kind, value), number, limits, limited=True)
    return Bound(number.start, number.end, min(number.readings), value, number)


def _reach(kind: str, value: float) -> tuple[float, float]:
    """Return between which values lies what is said to be more, or less, than one."""
    edge = value * 1e-9
    return {
        "least": (value, inf),
        "ceiling": (-inf, value),
        "under": (-inf, value - edge),
        "over": (value + edge, inf),
    }[kind]


def _worded(text: str, language: str) -> Iterator[Bound]:
    """Give the shares without a number: "most of"."""
    more, fewer = _shares(language)
    folded = folded_in_place(text)
    for words, (low, high) in ((more, (HALF + 1e-6, HUNDRED)), (fewer, (0.0, HALF - 1e-6))):
        for match in words.finditer(folded):
            yield Bound(match.start(), match.end(), low, high, None, limited=True)


def _is_met(bound: Bound, claim: Passage, article: Passages) -> bool | None:
    """Whether a number of the article lies where this one reaches; None if it has none to compare with."""
    theirs = list(_same(bound, claim, article)) or (list(_shares_near(bound, claim, article)) if bound.is_share else [])
    return any(bound.meets(one) for one in theirs) if theirs else None


def _same(bound: Bound, claim: Passage, article: Passages) -> Iterator[Bound]:
    """Give the same number of the article, if it is limited as well, in a sentence that shares a word."""
    number = bound.number
    if number is None:
        return
    keys = {token.key for token in claim.tokens if not token.is_short and not token.text[0].isdigit()}
    for sentence in article.sentences:
        if article.shared(keys, sentence.keys) > 0:
            for one in read_bounds(sentence.text, article.language):
                if one.limited and one.number and is_same(one.number, number) and one.number.unit == number.unit:
                    yield one


def _shares_near(bound: Bound, claim: Passage, article: Passages) -> Iterator[Bound]:
    """Give the shares of the sentences that tell the clause of this one."""
    spans = clause_spans(claim.text, article.language)
    start, end = next((span for span in spans if span[0] <= bound.start < span[1]), (0, len(claim.text)))
    inside = [token for token in claim.tokens if start <= token.start < end]
    keys = {token.key for token in inside if not bound.start <= token.start < bound.end}
    for sentence in article.near(keys, article.sentences):
        if article.shared(keys, sentence.keys) >= ALIKE * article.weight(keys):
            yield from (one for one in read_bounds(sentence.text, article.language) if one.is_share)


@lru_cache(maxsize=64)
def _limits(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    own, numbers = words_of(language).compared, words_of(language).numbers
    left = r"(?<!\w)" if words_of(language).spaced else ""
    before = (own.least, own.ceiling, own.under, own.over, numbers.nearly)  # "no more than" before "more than"
    behind = (own.least_behind, own.ceiling_behind, own.under_behind, own.over_behind, ())
    return tuple(
        (
            re.compile(rf"{left}{any_phrase(one)}[\s\u00a0]?(?:\w{{1,4}}[\s'’]\s?)?[^\w\s]?$"),
            re.compile(rf"\w{{0,2}}{any_phrase(two)}"),
        )
        for one, two in zip(before, behind, strict=True)
    )


@lru_cache(maxsize=64)
def _shares(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    own = words_of(language).compared
    left = r"(?<!\w)" if words_of(language).spaced else ""
    more, fewer = (re.compile(f"{left}{any_phrase(words)}") for words in (own.majorities, own.minorities))
    return more, fewer
