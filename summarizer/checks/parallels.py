"""Tells whose a number is: "the north has 60 places, the south 25", "nine were taken to hospital and one died" (pure).

In a row of numbers each has a clause of its own. What stands before the numbers tells the two apart; what the first
clause has besides is meant in the second one, too. What befalls people is known by the words of `fates` in the section
`[claims]`: deaths, injuries, arrests and the like. A name must not have the number of another one of a sentence, nor
must a time that is to come be told as gone by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from summarizer.checks.clauses import Passage, Passages, Token, clause_spans, is_short, stem
from summarizer.checks.roles import Cast
from summarizer.numbers.lexicon import CURRENCIES, lexicon
from summarizer.numbers.quantities import TIMES, YEARS, Quantity, read_quantities
from summarizer.words.common import common_words
from summarizer.words.loader import words_of
from summarizer.words.terms import Terms, terms_of

YEAR_CHARS = 4
SIGNS = ("$", "€", "£")  # "R$" is no word
MIN_LETTERS = 3  # of a word that tells something, unless it is a name: "sud", but "B"

_GAP = re.compile(r"(?:\s[–—-]\s|[:：,])\s*$")
NEAR_CHARS = 24  # between a number of days and "ago"
FAR_CHARS = 40  # from a number to the word for what befell those that it counts

_Item = tuple[int, int | None]  # where a number or a word begins, and of which fate the word is


@dataclass(frozen=True, slots=True)
class Row:
    """A number's clause, and those words of it that tell something: before it, in order, and behind what it counts."""

    span: tuple[int, int]
    before: tuple[str, ...]
    behind: tuple[str, ...]
    bare: bool  # nothing follows that it counts: its unit may be that of the number before


def rows_of(passage: Passage, quantities: Sequence[Quantity], language: str) -> list[Row]:
    """Return the rows of a sentence's numbers, which stand in their order."""
    cuts = _cuts(passage.text, language)
    words = [token for token in passage.tokens if _tells(token, passage.text, language)]
    found = []
    for at, one in enumerate(quantities):
        start, end = next((left, right) for left, right in pairwise(cuts) if left <= one.start < right)
        first = max([start, *(other.end for other in quantities[:at])])
        if not any(first <= token.start and token.end <= one.start for token in words):
            first = _from_gap(passage.text, first, max([0, *(other.end for other in quantities[:at])]), cuts)
        last = min([end, *(other.start for other in quantities[at + 1 :])])
        before = [token for token in words if first <= token.start and token.end <= one.start]
        behind = [token for token in words if one.end <= token.start and token.end <= last]
        bare = one.unit is None and _is_bare(passage, one.end, last, words, language)
        if behind and not bare and (one.unit is None or lexicon(language).counts(behind[0].text)):
            del behind[0]  # what it counts
        keys = [tuple(token.key for token in side) for side in (before, behind)]
        found.append(Row((start, end), keys[0], keys[1], bare))
    return found


def _is_bare(passage: Passage, start: int, end: int, words: Sequence[Token], language: str) -> bool:
    """Whether a number is followed by nothing that it counts: "29" of "58 euros for adults, 29 for children"."""
    behind = (token for token in passage.tokens if start <= token.start and token.end <= end)
    first = next((token for token in behind if not lexicon(language).multipliers.find(token.text)), None)
    return first is None or (passage.spaced and first not in words)


def _from_gap(text: str, start: int, least: int, cuts: Sequence[int]) -> int:
    """Return where a clause begins whose verb a dash or comma stands for: "the south — 25", but not before `least`."""
    before = max((cut for cut in cuts if cut < start), default=0)
    return before if before >= least and _GAP.search(text, least, start) else start


def _cuts(text: str, language: str) -> list[int]:
    """Return where clauses begin, and the end of the text; "and" may be written together with the next word."""
    attached = words_of(language).claims.attached
    found = {start for start, _ in clause_spans(text, language)}
    if attached:
        found |= {match.start() for match in re.finditer(rf"(?<=\s)[{attached}](?=\w{{3}})", text)}
    return [0, *sorted(found - {0}), len(text) + 1]


def _tells(token: Token, text: str, language: str) -> bool:
    if token.start > 0 and text[token.start : token.start + 1].isupper():
        return text[token.end : token.end + 1] not in SIGNS  # "Estado" is no "estado"
    if token.text[0].isdigit() or token.key in _small(language):
        return False
    return not token.is_short or len(token.text) >= MIN_LETTERS


@lru_cache(maxsize=64)
def _small(language: str) -> frozenset[str]:
    own = words_of(language).claims
    words = (*own.light, *own.prepositions, *own.definites, *own.obliques, *own.joints, *own.auxiliaries)
    common = filter(is_short, common_words().get(language.split("-")[0], "").split())
    return frozenset(stem(word, language) for word in (*words, *common))


def is_row(left: Quantity, right: Quantity, *, bare: bool) -> bool:
    """Whether two numbers of a sentence have one kind of unit, which a `bare` one need not say; years have none."""
    if is_year(left) or is_year(right):
        return False
    if bare or left.unit is None:
        return (bare or right.unit is None) and (left.scale > 1) == (right.scale > 1)
    return _kind(left.unit) == _kind(right.unit)


def is_year(number: Quantity) -> bool:
    """Whether a number may be a year: it counts nothing, and has no mark between its thousands."""
    short = number.end - number.start <= YEAR_CHARS
    return short and number.unit is None and all(int(value) in YEARS for value in number.readings)


def _kind(unit: str | None) -> str | None:
    return "money" if unit == "cent" or unit in CURRENCIES else unit


def owner(claim: Row, keys: frozenset[str], own: Row, rival: Row) -> bool | None:
    """Whether a sentence with the number of `own` speaks of what has it (True) or of what has the rival's (False)."""
    if own.span == rival.span:
        return None
    if _is_named_by_its_noun(claim, own, rival):
        return None
    before = bool(own.before and rival.before)
    ours, theirs = (own.before, rival.before) if before else (own.behind, rival.behind)
    size = min(len(ours), len(theirs))
    if before and _is_exchanged(claim.before, ours, theirs, keys):
        return False
    for left, right in ((ours[:size], theirs[:size]), (ours[len(ours) - size :], theirs[len(theirs) - size :])):
        has_ours = bool(keys.intersection(left).difference(rival.before, rival.behind))
        has_theirs = bool(keys.intersection(right).difference(own.before, own.behind))
        if has_ours != has_theirs:
            return has_ours
        if not before or not has_theirs or not set(claim.before) <= {*ours, *theirs}:
            return None
    return None


def _is_named_by_its_noun(claim: Row, own: Row, rival: Row) -> bool:
    """Whether only what a number counts tells which is meant: "a two-year term" of "two years, suspended for three"."""
    theirs = {*rival.before, *rival.behind}
    named = set(claim.before) & (set(rival.before) - set(own.before))
    counted = set(claim.behind) & set(own.behind)
    return bool(counted - theirs) and (rival.bare or not named) and not set(claim.behind) & set(rival.behind)


def _is_exchanged(claimed: Sequence[str], ours: Sequence[str], theirs: Sequence[str], keys: frozenset[str]) -> bool:
    """Whether words of the other's stand for some of its own: "the south site had" for "the north site had"."""
    new = set(claimed) - set(ours)
    return bool(new) and new <= set(theirs) and 2 * len(set(ours) - keys) >= len(new)


def fates_of(
    text: str, span: tuple[int, int], number: Quantity, numbers: Sequence[Quantity], language: str
) -> frozenset[int]:
    """Return what may befall those that a number counts, by the words beside it in its clause, or else in the sentence.

    Of "six died and 15 were hurt" each number has the word behind it, of "it killed six and hurt 15" the one before.
    """
    items = _items(text, span, numbers, language)
    if not any(fate is not None for _, fate in items):
        return frozenset(fate for _, fate in _items(text, (0, len(text)), (), language) if fate is not None)
    at = items.index((number.start, None))
    before = {items[at - 1][1]} if at else set()
    behind = {items[at + 1][1]} if at + 1 < len(items) else set()
    if None not in before | behind and before and behind:
        if items[0][1] is None:
            before = set()
        elif items[-1][1] is None:
            behind = set()
    return frozenset(fate for fate in before | behind if fate is not None)


def fate_of(
    text: str, span: tuple[int, int], number: Quantity, numbers: Sequence[Quantity], language: str
) -> int | None:
    """Return what a clause says for sure befell those that a number counts: its one word stands nearest to them."""
    items = _items(text, span, numbers, language)
    fates = {fate for _, fate in items if fate is not None}
    if len(fates) != 1:
        return None
    at = next(at for at, (_, fate) in enumerate(items) if fate is not None)
    nearest = items[at - 1] if at else next((one for one in items if one[1] is None), (0, None))
    is_near = nearest == (number.start, None) and abs(items[at][0] - number.start) <= FAR_CHARS
    return fates.pop() if is_near else None


def _items(text: str, span: tuple[int, int], numbers: Sequence[Quantity], language: str) -> list[_Item]:
    """Return the numbers of a clause and its words for fates, in order."""
    start, end = span
    found = [
        *_words_of_fates(text, span, language),
        *((one.start, None) for one in numbers if start <= one.start < end),
    ]
    return sorted(found, key=lambda item: item[0])


@lru_cache(maxsize=256)
def _words_of_fates(text: str, span: tuple[int, int], language: str) -> tuple[_Item, ...]:
    return tuple(
        (match.start(), fate)
        for fate, pattern in enumerate(terms_of(language).fates)
        for match in pattern.finditer(text, *span)
    )


def misjoined(claim: Passage, article: Passages, cast: Cast) -> str | None:
    """Return what is joined wrongly: "crossed" or "time"; None if nothing is."""
    terms = terms_of(article.language)
    if _is_in_other_time(claim, article, terms):
        return "time"
    return "crossed" if _is_crossed(claim, article, cast) else None


def _is_in_other_time(claim: Passage, article: Passages, terms: Terms) -> bool:
    """Whether a number of days is gone by here and yet to come there, or the other way round."""
    for own, other in ((terms.gone, terms.to_come), (terms.to_come, terms.gone)):
        for quantity in _times(claim, own, article.language):
            same = [
                sentence
                for sentence in article.sentences
                if any(one.readings & quantity.readings for one in _times(sentence, None, article.language))
            ]
            if (
                same
                and not any(own.search(one.folded) for one in same)
                and any(
                    one.readings & quantity.readings
                    for sentence in same
                    for one in _times(sentence, other, article.language)
                )
            ):
                return True
    return False


def _times(passage: Passage, mark: re.Pattern[str] | None, language: str) -> Iterator[Quantity]:
    """Give the numbers of days, weeks and so on; those with such a word near them."""
    spans = [match.span() for match in mark.finditer(passage.folded)] if mark else []
    for quantity in read_quantities(passage.text, language):
        near = any(
            -NEAR_CHARS <= start - quantity.end <= NEAR_CHARS or -NEAR_CHARS <= quantity.start - end <= NEAR_CHARS
            for start, end in spans
        )
        if quantity.unit in TIMES and (mark is None or near):
            yield quantity


def _is_crossed(claim: Passage, article: Passages, cast: Cast) -> bool:
    """Whether a name stands with a number that a sentence of the article gives to another one, beside its own."""
    language = article.language
    for clause in claim.clauses(language):
        numbers = read_quantities(clause.text, language)
        names = [token for token in clause.tokens if token.text in cast.aliases]
        if len(numbers) != 1 or not names:
            continue
        sentences = [list(sentence.clauses(language)) for sentence in article.sentences]
        rivals = [clauses for clauses in sentences if any(_has(one, numbers[0], language) for one in clauses)]
        if rivals and all(_is_another_s(numbers[0], names, clauses, cast, language) for clauses in rivals):
            return True
    return False


def _is_another_s(
    number: Quantity, names: Sequence[Token], clauses: Sequence[Passage], cast: Cast, language: str
) -> bool:
    """Whether one of the names stands behind the number's clause, with a number of its own in the same unit."""
    at = next(index for index, clause in enumerate(clauses) if _has(clause, number, language))
    theirs = {token.text for token in clauses[at].tokens if token.text in cast.aliases}
    for name in names:
        words = cast.aliases[name.text] | {name.text}
        if words & theirs:
            continue
        for clause in clauses[at + 1 :]:
            own = [one for one in read_quantities(clause.text, language) if one.unit == number.unit]
            if own and words & {token.text for token in clause.tokens}:
                return True
    return False


def _has(passage: Passage, number: Quantity, language: str) -> bool:
    return any(
        one.readings & number.readings and one.unit == number.unit for one in read_quantities(passage.text, language)
    )
