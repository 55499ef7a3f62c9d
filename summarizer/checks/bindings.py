"""Finds a number of the article in another's place: "24 percent" where the article has 4.5 percent (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from summarizer.checks.clauses import Passage, Passages, is_short, stem
from summarizer.checks.parallels import Row, fate_of, fates_of, is_row, is_year, owner, rows_of
from summarizer.checks.telling import small_words
from summarizer.numbers.dates import read_dates
from summarizer.numbers.quantities import TIMES, Quantity, outside, read_quantities
from summarizer.numbers.relative import is_same, read_shares
from summarizer.numbers.spelled import read_spelled
from summarizer.words.loader import words_of
from summarizer.words.terms import pattern, terms_of

WINDOW_TOKENS = 7  # on each side of a number: what it counts
MIN_SHARED = 1  # words that a sentence must share with the claim to be looked at
MAX_NUMBERS = 40  # of a sentence that are read: one with more is a table
NOUN_TOKENS = 2  # behind a number: in these stands what it counts
NEIGHBOUR = 0.6  # what the same word right beside a number adds to its likeness
CLEARLY = 1.7  # times as like must the other number be
ENOUGH = 1.3  # in words that only one sentence has


@dataclass(frozen=True, slots=True)
class Place:
    """A number with the words around it: before it and behind it, the nearest first."""

    quantity: Quantity
    before: tuple[str, ...]
    behind: tuple[str, ...]
    spaced: bool
    row: Row
    fate: int | None  # what for sure befell those that it counts
    fates: frozenset[int]  # what may have


def misplaced_number(
    claim: Passage, article: Passages, derived: frozenset[int] = frozenset(), sources: Sequence[Quantity] = ()
) -> bool:
    """Whether a number of a sentence stands in the article, but another one where the article says the same.

    `derived` says where those begin that follow from others of the article, the `sources`.
    """
    claimed = read_places(claim.text, article.language)
    if not claimed:
        return False
    near = (one for one in article.sentences if sum(not is_short(key) for key in one.keys & claim.keys) >= MIN_SHARED)
    rows = [read_places(sentence.text, article.language) for sentence in near]
    said = [*(place.quantity for place in claimed), *sources]
    return any(
        _has_other_fate(number, said, article)
        or _is_another_s(number, said, rows, claim.keys, article.language)
        or _has_rival(number, claimed, said, rows, claim.keys, article)
        for number in claimed
        if number.quantity.start not in derived
    )


def _has_other_fate(number: Place, said: Sequence[Quantity], article: Passages) -> bool:
    """Whether the article counts others, as nine dead instead of nine injured, and has another number of those."""
    if number.fate is None or not _counts_some(number):
        return False
    places = [place for one in article.sentences for place in read_places(one.text, article.language)]
    own = [place for place in places if is_same(number.quantity, place.quantity)]
    if not own or any(number.fate in place.fates for place in own):
        return False
    rivals = (place for place in places if _counts_some(place) and not _is_said(place, said))
    if any(place.fates == {number.fate} for place in rivals):
        return True
    return all(place.fates for place in own) and _has_one(number.fate, article)


def _counts_some(place: Place) -> bool:
    """Whether a number may count people, several of them."""
    number = place.quantity
    return number.unit is None and not is_year(number) and min(number.readings) > 1


def _has_one(fate: int, article: Passages) -> bool:
    """Whether the article says that something befell one person: "one man died"."""
    words, one = terms_of(article.language).fates[fate], _one(article.language)
    return any(words.search(clause.folded) and one.search(clause.folded) for clause in article.clauses)


@lru_cache(maxsize=64)
def _one(language: str) -> re.Pattern[str]:
    return pattern([*words_of(language).numbers.ones, "1"], spaced=words_of(language).spaced)


def _is_another_s(
    number: Place, said: Sequence[Quantity], rows: list[tuple[Place, ...]], keys: frozenset[str], language: str
) -> bool:
    """Whether a sentence gives to one the number that the article gives to another in the same breath."""
    owners = _owners(number, rows, keys, language) if min(number.quantity.readings) > 1 else []
    return bool(owners) and all(
        found and not any(whose or _is_said(rival, said) for rival, whose in found.items()) for found in owners
    )


def _has_rival(
    number: Place,
    claimed: Sequence[Place],
    said: Sequence[Quantity],
    rows: list[tuple[Place, ...]],
    keys: frozenset[str],
    article: Passages,
) -> bool:
    """Whether another number stands among more of the words that this one stands among."""
    places = [place for row in rows for place in row]
    own = [place for place in places if is_same(number.quantity, place.quantity)]
    ours = {rival for found in _owners(number, rows, keys, article.language) for rival, whose in found.items() if whose}
    told = number.fate is not None and any(number.fate in place.fates for place in own)
    others = [
        place
        for place in places
        if not is_same(number.quantity, place.quantity)
        and _is_alike(number, place, article.language)
        and (not _is_said(place, said) or _has_its_place(number, place, own, claimed, article.language))
        and place not in ours
        and not (told and number.fate not in place.fates)
    ]
    if not others or (not own and any(len(row) == MAX_NUMBERS for row in rows)):  # it may stand in the unread part
        return False
    support = max((_likeness(number, place, article) for place in own), default=0.0)
    rival, best = max(((_likeness(number, place, article), place) for place in others), key=lambda pair: pair[0])
    return rival >= ENOUGH and rival > (CLEARLY * support if not _is_said(best, said) else support)


def _owners(
    number: Place, rows: list[tuple[Place, ...]], keys: frozenset[str], language: str
) -> list[dict[Place, bool]]:
    """For each place of this number: whether a sentence means what has it there, as against the others of its row."""
    found = []
    for row in rows:
        for own in (place for place in row if is_same(number.quantity, place.quantity)):
            rivals = [
                one
                for one in row
                if _is_row(own, one)
                and not is_same(one.quantity, own.quantity)
                and not _is_its_whole(one, own, language)
            ]
            owners = {rival: owner(number.row, keys, own.row, rival.row) for rival in rivals}
            found.append({rival: whose for rival, whose in owners.items() if whose is not None})
    return found


def _is_its_whole(whole: Place, part: Place, language: str) -> bool:
    """Whether a number is a part of the other: what both count stands behind the whole, "of 1,900 hectares, 1,200"."""
    first = whole.before[0] if whole.before else ""
    return part.row.bare and whole.quantity.end <= part.quantity.start and first in part_words(language)


@lru_cache(maxsize=64)
def part_words(language: str) -> frozenset[str]:
    """Return the words before the number of a whole: "of", "of the"."""
    return frozenset(word for words in words_of(language).numbers.parts for word in words.split())


def _is_row(left: Place, right: Place) -> bool:
    """Whether two numbers of a sentence may be those of two; not "12 stations at 10 o'clock" in signs."""
    counted = all(one.behind and one.quantity.unit is None and not one.row.bare for one in (left, right))
    if not left.spaced and counted and left.behind[0][0] != right.behind[0][0]:
        return False
    bare = (left.row.bare and left.quantity.unit is None) or (right.row.bare and right.quantity.unit is None)
    return is_row(left.quantity, right.quantity, bare=bare)


def _is_said(place: Place, said: Sequence[Quantity]) -> bool:
    """Whether the claim has a number, too."""
    return any(is_same(place.quantity, one) for one in said)


def _has_its_place(number: Place, place: Place, own: list[Place], claimed: Sequence[Place], language: str) -> bool:
    """Whether a number stands behind the word that is before the other one only: "from 24 to 31", turned round.

    A small word is before many a number: if the sentence has both, the other one must have this one's word, too.
    """
    before = number.before[:1]
    if not (number.spaced and before and place.before[:1] == before) or any(one.before[:1] == before for one in own):
        return False
    other = [one.before[:1] for one in claimed if is_same(one.quantity, place.quantity)]
    is_told = before[0] not in _small_stems(language)
    return is_told or not own or not other or any(one.before[:1] in other for one in own)


@lru_cache(maxsize=2048)
def read_places(text: str, language: str) -> tuple[Place, ...]:
    """Read the numbers of a text; what is said of "6 of 18" is said of the part, and both count the same."""
    passage = Passage.read(text, language)
    tokens = passage.tokens
    shares = [share for share in read_shares(text, language, sure=True) if not share.parts]
    spelled = outside(shares, read_spelled(text, language, sure=True))
    digits = outside([*shares, *spelled], read_quantities(text, language))
    dates = read_dates(text, language) if digits else []
    quantities = [
        quantity
        for quantity in sorted((*digits, *spelled, *shares), key=lambda quantity: quantity.start)
        if quantity.readings and not any(date.start <= quantity.start < date.end for date in dates)
    ][:MAX_NUMBERS]
    found = [
        Place(
            quantity,
            tuple(token.key for token in reversed(tokens) if token.end <= quantity.start)[:WINDOW_TOKENS],
            tuple(token.key for token in tokens if token.start >= quantity.end)[:WINDOW_TOKENS],
            passage.spaced,
            row,
            fate_of(passage.folded, row.span, quantity, quantities, language),
            fates_of(passage.folded, row.span, quantity, quantities, language),
        )
        for quantity, row in zip(quantities, rows_of(passage, quantities, language), strict=True)
    ]
    parts = words_of(language).numbers.parts
    for at, (part, whole) in enumerate(pairwise(found)):
        if " ".join(text[part.quantity.end : whole.quantity.start].casefold().split()) in parts:
            found[at] = replace(part, behind=whole.behind)
            found[at + 1] = replace(whole, before=(), behind=whole.behind[:1])
        elif _is_its_whole(part, whole, language):  # "of 1,900 hectares 1,200": the second one is the part
            found[at + 1] = replace(whole, behind=(*part.behind[:NOUN_TOKENS], *whole.behind))
    return tuple(found)


def _is_alike(left: Place, right: Place, language: str) -> bool:
    """Whether two numbers may count the same: in one unit, or in none before one noun."""
    one, other = left.quantity.unit, right.quantity.unit
    if one is not None or other is not None:
        return one == other or (one in TIMES and other in TIMES)
    if not left.spaced:
        return bool(left.behind and right.behind and left.behind[0][0] == right.behind[0][0])
    return bool(nouns_of(left, language) & nouns_of(right, language))


def nouns_of(place: Place, language: str) -> set[str]:
    """Return what a number may count: the words behind it that are more than "have" or "of"."""
    return {key for key in place.behind[:NOUN_TOKENS] if key not in _small_stems(language)}


@lru_cache(maxsize=64)
def _small_stems(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in small_words(language))


def _likeness(number: Place, place: Place, article: Passages) -> float:
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
