"""Finds a number of the article in another's place: "24 percent" where the article has 4.5 percent (pure)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from summarizer.checks.clauses import Passage, Passages, is_short
from summarizer.checks.dates import read_dates
from summarizer.checks.quantities import TIMES, Quantity, read_quantities
from summarizer.checks.spelled import read_spelled
from summarizer.words.loader import words_of

WINDOW_TOKENS = 7  # on each side of a number: what it counts
MIN_SHARED = 1  # words that a sentence must share with the claim to be looked at
NOUN_TOKENS = 2  # behind a number: in these stands what it counts
NEIGHBOUR = 0.6  # what the same word right beside a number adds to its likeness
CLEARLY = 1.7  # times as like must the other number be
ENOUGH = 1.3  # in words that only one sentence has


@dataclass(frozen=True, slots=True)
class _Place:
    """A number with the words around it: before it and behind it, the nearest first."""

    quantity: Quantity
    before: tuple[str, ...]
    behind: tuple[str, ...]
    spaced: bool


def misplaced_number(claim: Passage, article: Passages) -> bool:
    """Whether a number of a sentence stands in the article, but another one where the article says the same."""
    claimed = _places(claim.text, article.language)
    if not claimed:
        return False
    near = (one for one in article.sentences if sum(not is_short(key) for key in one.keys & claim.keys) >= MIN_SHARED)
    places = [place for sentence in near for place in _places(sentence.text, article.language)]
    said = {value for place in claimed for value in place.quantity.readings}
    for number in claimed:
        values = number.quantity.readings
        own = [place for place in places if values & place.quantity.readings]
        others = [
            place
            for place in places
            if not values & place.quantity.readings
            and _is_alike(number, place)
            and (not said & place.quantity.readings or _has_its_place(number, place, own))
        ]
        if not others:
            continue
        support = max((_likeness(number, place, article) for place in own), default=0.0)
        rival, best = max(((_likeness(number, place, article), place) for place in others), key=lambda pair: pair[0])
        if rival >= ENOUGH and rival > (CLEARLY * support if not said & best.quantity.readings else support):
            return True
    return False


def _has_its_place(number: _Place, place: _Place, own: list[_Place]) -> bool:
    """Whether a number stands behind the word that is before the other one only: "from 24 to 31", turned round."""
    before = number.before[:1]
    return (
        number.spaced and bool(before) and place.before[:1] == before and all(one.before[:1] != before for one in own)
    )


@lru_cache(maxsize=2048)
def _places(text: str, language: str) -> tuple[_Place, ...]:
    """Read the numbers of a text; what is said of "6 of 18" is said of the part, and both count the same."""
    passage = Passage.read(text, language)
    tokens = passage.tokens
    spelled = read_spelled(text, language, sure=True)
    digits = [one for one in read_quantities(text, language) if not any(one.start in at.span for at in spelled)]
    dates = read_dates(text, language) if digits else []
    found = [
        _Place(
            quantity,
            tuple(token.key for token in reversed(tokens) if token.end <= quantity.start)[:WINDOW_TOKENS],
            tuple(token.key for token in tokens if token.start >= quantity.end)[:WINDOW_TOKENS],
            passage.spaced,
        )
        for quantity in sorted((*digits, *spelled), key=lambda quantity: quantity.start)
        if quantity.readings and not any(date.start <= quantity.start < date.end for date in dates)
    ]
    parts = words_of(language).numbers.parts
    for at, (part, whole) in enumerate(pairwise(found)):
        if " ".join(text[part.quantity.end : whole.quantity.start].casefold().split()) in parts:
            found[at] = replace(part, behind=whole.behind)
            found[at + 1] = replace(whole, before=(), behind=whole.behind[:1])
    return tuple(found)


def _is_alike(left: _Place, right: _Place) -> bool:
    """Whether two numbers may count the same: in one unit, or in none before one noun."""
    one, other = left.quantity.unit, right.quantity.unit
    if one is not None or other is not None:
        return one == other or (one in TIMES and other in TIMES)
    if not left.spaced:
        return bool(left.behind and right.behind and left.behind[0][0] == right.behind[0][0])
    return bool(set(left.behind[:NOUN_TOKENS]) & set(right.behind[:NOUN_TOKENS]))


def _likeness(number: _Place, place: _Place, article: Passages) -> float:
    """Sum up the words that two numbers have around them, the nearer the more; 1 for a rare one right beside both."""
    unit = article.weight(["\0"])
    total = 0.0
    for own, other in ((number.before, place.before), (number.behind, place.behind)):
        for at, key in enumerate(own):
            if key in other:
                far = max(at, other.index(key))
                total += article.weights.get(key, 0.0) / unit / (1 + far / 3)
        if own and other and own[0] == other[0]:
            total += NEIGHBOUR
    return total
