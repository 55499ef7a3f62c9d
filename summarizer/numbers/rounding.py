"""Finds the number of an article that a sentence names by a round one (pure): "over 600,000" of 618,000."""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.numbers.quantities import YEARS, Quantity, read_quantities
from summarizer.words.loader import words_of
from summarizer.words.patterns import any_phrase

FAR = 0.1  # of a number: "over 600" of up to 660, "nearly 600" of at least 540 ...
NEAR = 0.05  # ... and "about 600" of either side
BEFORE_CHARS = 16  # of "more than" before a number, and the currency's sign between
BEHIND_CHARS = 6


def exact(sentence: str, article: str, language: str) -> str:
    """Return a sentence with the article's numbers for round ones that are said to be more, less or about as much."""
    numbers = words_of(language).numbers
    if not (numbers.over or numbers.over_behind):
        return sentence
    told = _numbers_of(article, language)
    values = {value for one in told for value in one.readings}
    found: list[str] = []
    at = 0
    for quantity in read_quantities(sentence, language):
        low, high = _reach(quantity, sentence, language)
        if low == high or quantity.readings & values or quantity.start < at or _is_year(quantity):
            continue
        value = max(quantity.readings, default=0.0)
        near = [
            one
            for one in told
            if (one.unit, one.scale) == (quantity.unit, quantity.scale)
            and any(low * value <= other <= high * value and _is_rounder(value, other) for other in one.readings)
        ]
        if near:
            best = min(near, key=lambda one: abs(max(one.readings) - value))
            found += [sentence[at : quantity.start], article[best.start : best.end]]
            at = quantity.end
    return "".join((*found, sentence[at:]))


def _is_year(quantity: Quantity) -> bool:
    """Whether a number may be a year; 1600, 1700 and the like may be rounded."""
    return quantity.unit is None and all(value in YEARS and value % 100 for value in quantity.readings)


def _is_rounder(value: float, other: float) -> bool:
    """Whether a number is near: by less than one in the last digit of the round one that is no nought, five in a 5."""
    digits = f"{value:.12g}".replace(".", "").strip("0")
    return abs(other - value) < (5 if digits.endswith("5") else 1) * _unit_of(value)


def _unit_of(value: float) -> float:
    """Return what one in the last digit of a number that is no nought amounts to: 100,000 of 600,000."""
    whole, _, decimals = f"{value:.12f}".rstrip("0").partition(".")
    noughts = len(whole) - len(whole.rstrip("0"))
    return float(10 ** -len(decimals) if decimals else 10**noughts)


@lru_cache(maxsize=16)
def _numbers_of(article: str, language: str) -> list[Quantity]:
    return [one for one in read_quantities(article, language) if one.readings]


def _reach(quantity: Quantity, sentence: str, language: str) -> tuple[float, float]:
    """Return between which multiples of a round number the one meant may lie; both 1 if it is not said to be round."""
    over, nearly, about, behind = _words(language)
    before = sentence[max(quantity.start - BEFORE_CHARS, 0) : quantity.start].casefold()
    after = sentence[quantity.end : quantity.end + BEHIND_CHARS].casefold()
    if over.search(before) or behind.match(after):
        return 1.0, 1 + FAR
    if nearly.search(before):
        return 1 - FAR, 1.0
    return (1 - NEAR, 1 + NEAR) if about.search(before) else (1.0, 1.0)


@lru_cache(maxsize=64)
def _words(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    numbers = words_of(language).numbers
    left = r"(?<!\w)" if words_of(language).spaced else ""
    over, nearly, about = (
        re.compile(rf"{left}{any_phrase(words)}[\s\u00a0]?[^\w\s]?$")
        for words in (numbers.over, numbers.nearly, numbers.about)
    )
    return over, nearly, about, re.compile(rf"\w{{0,2}}{any_phrase(numbers.over_behind)}")
