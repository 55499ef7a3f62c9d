"""Tells which numbers of a sentence follow from those of its article: "up by 2.7 to 6.8" of "from 4.1 to 6.8" (pure).

Two numbers of the article that have one unit, or stand before one noun, and lie near each other make a difference, a
total or a share; a word beside the new number says which (`changes`, `rests` and `totals` of the section `[numbers]`).
How long something lasts may be told in another unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from summarizer.checks.bindings import Place, read_places
from summarizer.checks.bounds import bounded
from summarizer.checks.clauses import Passage, clause_spans, passages
from summarizer.checks.pairs import Pair, counted, is_part, lengths_in, pairs_of, rests_of
from summarizer.checks.parallels import is_year
from summarizer.numbers.lexicon import CURRENCIES
from summarizer.numbers.quantities import Quantity, read_quantities
from summarizer.numbers.relative import is_same, read_shares
from summarizer.numbers.spelled import read_spelled
from summarizer.words.loader import words_of
from summarizer.words.terms import pattern, terms_of

HUNDRED = 100.0
NEAR_CHARS, NEAR_SIGNS = 48, 14  # from a number to the word that tells a difference or a total; without spaces
MIN_SHARED = 1  # words that a sentence has in common with the numbers' own ones ...
MIN_SHARED_FAR = 2  # ... where it does not say what is counted, or counts years
ALIKE = 1e-6  # of a number: what sums of decimals lose
PART_ALIKE = 0.006  # ... and what a share of it may be rounded by
WORDED, ROUNDED = 2.0, 0.6  # per cent between a share and the numbers that it follows from: in words, and in digits


@dataclass(frozen=True, slots=True)
class Derived:
    """Where the numbers of a sentence begin that follow from others, and which of these others it leaves out."""

    starts: frozenset[int] = frozenset()
    sources: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class _Claim:
    """A sentence with its numbers."""

    passage: Passage
    places: Sequence[Place]
    language: str

    def says(self, number: Quantity) -> bool:
        return any(is_same(number, place.quantity) for place in self.places)

    def tells(self, words: re.Pattern[str], place: Place) -> bool:
        """Whether one of these words stands beside a number."""
        start, end = place.quantity.start, place.quantity.end
        far = NEAR_CHARS if self.passage.spaced else NEAR_SIGNS
        text = self.passage.folded
        return bool(words.search(text, max(start - far, 0), start) or words.search(text, end, end + far))

    def counts_nothing(self, place: Place) -> bool:
        """Whether no noun stands behind a number, but a word such as "more"."""
        changes = _terms(self.language)[0]
        return place.row.bare or changes.match(self.passage.folded, place.quantity.end + 1) is not None


@lru_cache(maxsize=256)
def derived_numbers(sentence: str, title: str, text: str, language: str) -> Derived:
    """Return the numbers of a sentence that its article does not have and that follow from others."""
    passage = Passage.read(sentence, language)
    claim = _Claim(passage, read_places(passage.text, language), language)
    said = _told(title, text, language) if claim.places else ()
    new = [place for place in claim.places if not _is_held(place.quantity, said)]
    if not new:
        return Derived()
    pairs = pairs_of(title, text, language)
    hits = [(place, pair) for place in new for pair in pairs if _follows(place, pair, claim)]
    found = {place.quantity.start for place, _ in hits} | {
        place.quantity.start
        for place in new
        if _adds_up(place, claim) or _is_rest_of_share(place, claim, title, text) or _is_one(place, claim, title, text)
    }
    found |= {place.quantity.start for place in new} & lengths_in(passage, claim.places, title, text, language)
    found |= bounded(sentence, title, text, language).starts
    meant = (
        other
        for place, pair in hits
        for one, other in ((pair.left.quantity, pair.right.quantity), (pair.right.quantity, pair.left.quantity))
        if claim.says(one) and place.quantity.unit == other.unit
    )
    return Derived(frozenset(found), tuple(meant))


@lru_cache(maxsize=8)
def _told(title: str, text: str, language: str) -> tuple[Quantity, ...]:
    """Return the shares of an article, and all that may be a number."""
    whole = f"{title}\n{text}"
    return (
        *read_quantities(whole, language),
        *read_spelled(whole, language, sure=False),
        *read_shares(whole, language, sure=True),
    )


def _is_held(number: Quantity, told: Iterable[Quantity]) -> bool:
    return any(
        is_same(number, one)
        and (number.unit in (None, one.unit) or (one.unit is None and one.scale > 1 and number.unit in CURRENCIES))
        for one in told
    )


def _follows(place: Place, pair: Pair, claim: _Claim) -> bool:
    """Whether a number is a difference, a total or a share of two others."""
    if len(pair.keys & claim.passage.keys) < MIN_SHARED:
        return False
    number, one, other = place.quantity, pair.left.quantity, pair.right.quantity
    if is_year(one) or is_year(other):
        return len(pair.keys & claim.passage.keys) >= MIN_SHARED_FAR and _is_in_years(number, pair)
    if "percent" in (one.unit, other.unit) and one.unit != other.unit:
        return _is_part(number, pair)
    if number.unit == "percent" and pair.unit != "percent":
        return _is_share(place, pair, claim)
    alone = number.unit is None and claim.counts_nothing(place)
    unit = "point" if pair.unit == "percent" else pair.unit
    if not (alone or number.unit == unit or _is_small_money(number, pair)):
        return False
    if unit is None and not (alone or counted(place, claim.language) & pair.nouns):
        return False
    return _is_difference(place, pair, claim) or _is_total(place, pair, claim)


def _is_small_money(number: Quantity, pair: Pair) -> bool:
    return number.unit == "cent" and pair.unit in CURRENCIES


def _is_difference(place: Place, pair: Pair, claim: _Claim) -> bool:
    number, one, other = place.quantity, pair.left.quantity, pair.right.quantity
    if not _has(number, _differences(one, other), 100 if _is_small_money(number, pair) else 1):
        return False
    if pair.rest or claim.tells(_terms(claim.language)[0], place):
        return True
    return is_part(pair, claim.language) and not (claim.says(one) or claim.says(other) or place.row.bare)


def _is_total(place: Place, pair: Pair, claim: _Claim) -> bool:
    number, one, other = place.quantity, pair.left.quantity, pair.right.quantity
    if pair.unit == "percent" or not pair.together or not _has(number, _sums(one, other)):
        return False
    return claim.tells(_terms(claim.language)[1], place)


def _is_in_years(number: Quantity, pair: Pair) -> bool:
    """Whether so many years lie between two years, or a year so many years from another one."""
    one, other = pair.left.quantity, pair.right.quantity
    if number.unit == "year":
        return is_year(one) and is_year(other) and _has(number, _differences(one, other))
    near = pair.together and is_year(number) and is_year(one) != is_year(other)
    return near and _has(number, [*_sums(one, other), *_differences(one, other)])


def _is_part(number: Quantity, pair: Pair) -> bool:
    """Whether a number is so many per cent of another one, or the rest."""
    one, other = pair.left.quantity, pair.right.quantity
    share, whole = (one, other) if one.unit == "percent" else (other, one)
    if number.unit != whole.unit:
        return False
    parts = [left * right / HUNDRED for left in share.readings for right in whole.readings]
    rests = [right - part for right in whole.readings for part in parts if right > part]
    return any(abs(value - part) <= PART_ALIKE * part for part in (*parts, *rests) for value in number.readings)


def _is_share(place: Place, pair: Pair, claim: _Claim) -> bool:
    """Whether a share is that of one number in the other, or of the first one in what came to it."""
    number = place.quantity
    shared = len(pair.keys & claim.passage.keys) >= MIN_SHARED_FAR and pair.together
    if pair.unit is None and not (shared or pair.nouns & claim.passage.keys):
        return False
    near = ROUNDED if number.bare else WORDED
    changed = claim.tells(_terms(claim.language)[0], place)
    return any(
        abs(share - value) <= near
        for one in pair.left.quantity.readings
        for other in pair.right.quantity.readings
        for share in _shares_of(one, other, changed=changed)
        for value in number.readings
    )


def _shares_of(one: float, other: float, *, changed: bool) -> list[float]:
    """Return how many per cent the smaller is of the larger number, and what came to either if something changed."""
    less, more = sorted((one, other))
    if not 0 < less < more:
        return []
    return [HUNDRED * less / more, *(HUNDRED * (more - less) / base for base in (one, other) if changed)]


def _is_rest_of_share(place: Place, claim: _Claim, title: str, text: str) -> bool:
    """Whether a share is what another one leaves, and one of the two sentences says "not", or this one "the rest"."""
    number = place.quantity
    if number.unit != "percent":
        return False
    negators, rest = terms_of(claim.language).negators, claim.tells(rests_of(claim.language), place)
    spans = clause_spans(claim.passage.text, claim.language)
    own = next(span for span in spans if span[1] > number.start)
    negated = bool(negators.search(claim.passage.folded, *own))
    return any(
        rest or negated != bool(negators.search(clause.folded))
        for one in passages(title, text, claim.language).sentences
        if len(_words(one) & claim.passage.keys) >= MIN_SHARED_FAR
        for clause in one.clauses(claim.language)
        if any(_leaves(share, number) for share in _shares(clause.text, claim.language))
    )


def _is_one(place: Place, claim: _Claim, title: str, text: str) -> bool:
    """Whether "1" stands for an article's "a man": nothing of the kind, and nobody whom the same befell, is counted."""
    if place.quantity.unit is not None or place.quantity.readings != {1.0} or place.row.bare:
        return False
    nouns = counted(place, claim.language)
    return not any(
        nouns & counted(other, claim.language) and (place.spaced or place.fates & other.fates)
        for one in passages(title, text, claim.language).sentences
        for other in read_places(one.text, claim.language)
    )


@lru_cache(maxsize=256)
def _shares(text: str, language: str) -> tuple[Quantity, ...]:
    return (*read_shares(text, language, sure=True), *read_quantities(text, language))


def _leaves(share: Quantity, number: Quantity) -> bool:
    near = ROUNDED if number.bare and share.bare else WORDED
    return share.unit == "percent" and any(
        abs(HUNDRED - one - other) <= near for one in share.readings for other in number.readings
    )


def _words(passage: Passage) -> set[str]:
    return {token.key for token in passage.tokens if not token.is_short}


def _adds_up(place: Place, claim: _Claim) -> bool:
    """Whether a sentence has the two numbers that another of it follows from: "24, three now, the other 21 later"."""
    number = place.quantity
    others = [one.quantity for one in claim.places if one is not place and one.quantity.unit == number.unit]
    pairs = [] if is_year(number) else [pair for pair in combinations(others, 2) if not any(map(is_year, pair))]
    changes, totals = _terms(claim.language)
    return (claim.tells(changes, place) and any(_has(number, _differences(*pair)) for pair in pairs)) or (
        claim.tells(totals, place) and any(_has(number, _sums(*pair)) for pair in pairs)
    )


def _differences(one: Quantity, other: Quantity) -> list[float]:
    return [abs(left - right) for left in one.readings for right in other.readings]


def _sums(one: Quantity, other: Quantity) -> list[float]:
    return [left + right for left in one.readings for right in other.readings]


def _has(number: Quantity, values: Iterable[float], times: int = 1) -> bool:
    return any(
        value > 0 and abs(times * value - reading) <= ALIKE * reading for value in values for reading in number.readings
    )


@lru_cache(maxsize=64)
def _terms(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of words for a difference and for a total."""
    own = words_of(language)
    numbers = own.numbers
    return pattern((*numbers.changes, *numbers.rests), spaced=own.spaced), pattern(numbers.totals, spaced=own.spaced)
