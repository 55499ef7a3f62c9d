"""Finds a cause that an article does not give (pure): "because" between two things that it tells apart.

The effect and the cause must stand in one sentence of the article, or in neighbouring ones, with such a word there, or
with one that tells what came first ("after"), from which a reader infers as much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from summarizer.checks.borrowing import places
from summarizer.checks.clauses import Passage, Passages, clause_spans
from summarizer.checks.telling import Told, Words, telling
from summarizer.words.terms import Terms, terms_of

CAUSE_WORDS = 2  # that name a cause at the beginning of a sentence without a comma behind it
BEGINNING_CHARS = 20  # of a sentence that joins itself to the one before it
NEW_WORDS = 4  # of an effect or a cause ...
NEW_TIMES = 4  # ... of which an article has less than a quarter
LEAD_REACH = 3  # sentences from the lead to one that begins with a word for the reason of what it tells

_COMMA = re.compile(r"[,،，、]")
_SEMICOLON = re.compile("[;；؛]")


def unfounded_cause(claim: Passage, article: Passages, told: Told) -> str | None:
    """Return the word by which a sentence joins an effect with what its article does not give as the cause."""
    terms = terms_of(article.language)
    words = telling(claim, article.language)
    for match in terms.causes.finditer(claim.folded):
        if _is_unknown(claim, match.span(), article.language, terms):
            continue
        start, end = _part(claim.folded, match.span())
        apart = tuple(
            word for word in words if start <= word.start < end and not match.start() <= word.start < match.end()
        )
        ways = [(left, right) for left, right in _sides(apart, match.span(), claim.folded, told) if left and right]
        if ways and all(any(_is_new(side, told) for side in way) for way in ways):
            return match[0]
        if ways and not any(_are_joined(left, right, article, told, terms) for left, right in ways):
            return match[0]
    return None


def _is_unknown(claim: Passage, span: tuple[int, int], language: str, terms: Terms) -> bool:
    """Whether the clause denies something behind such a word: "the cause is not known yet"."""
    ends = (end for start, end in clause_spans(claim.text, language) if start <= span[0] < end)
    return terms.negators.search(claim.folded, span[1], next(ends, span[1])) is not None


def _part(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return where the part of a sentence between semicolons stands that has such a word."""
    ends = [match.start() for match in _SEMICOLON.finditer(text, span[1])]
    starts = [match.end() for match in _SEMICOLON.finditer(text, 0, span[0])]
    return max(starts, default=0), min(ends, default=len(text))


def _sides(words: Words, span: tuple[int, int], text: str, told: Told) -> Iterator[tuple[Words, Words]]:
    """Give what stands on both sides of such a word.

    Where it begins the sentence, the two parts behind it: up to the comma, or the first words ("Because of gulls he"),
    unless these only name the article's subject ("Thanks to the new bridge").
    """
    start, end = span
    if any(word.start < start for word in words):
        yield _parted(words, start, end)
        return
    comma = _COMMA.search(text, end)
    cut = comma.start() if comma else len(text)
    yield _parted(words, cut, cut)
    first, rest = words[:CAUSE_WORDS], words[CAUSE_WORDS:]
    if not told.subject.issuperset(word.root for word in first if word.root in told.counts):
        yield first, rest
        near = tuple(word for word in rest if word.start < cut)
        if any(word.root in told.subject for word in near):  # the effect, not the end of what is behind "because"
            yield first, near


def _parted(words: Words, start: int, end: int) -> tuple[Words, Words]:
    return tuple(word for word in words if word.start < start), tuple(word for word in words if word.start >= end)


def _is_new(side: Words, told: Told) -> bool:
    """Whether an article has hardly a word of an effect or a cause: it gives none of which so much can be told."""
    return len(side) >= NEW_WORDS and NEW_TIMES * sum(word.root in told.counts for word in side) < len(side)


def _are_joined(left: Words, right: Words, article: Passages, told: Told, terms: Terms) -> bool:
    """Whether both stand in one sentence, or the later one of two neighbours begins with such a word."""
    both = [
        at for at in places((*left, *right), told) if all(_has_most(told.roots[at], side) for side in (left, right))
    ]
    pairs = [*((at, at) for at in both), *product(places(left, told), places(right, told))]
    return any(_is_one_telling(one, other, article, told, terms) for one, other in pairs)


def _has_most(roots: frozenset[str], side: Words) -> bool:
    return 2 * sum(word.root in roots for word in side) > len(side)


def _is_one_telling(one: int, other: int, article: Passages, told: Told, terms: Terms) -> bool:
    """Whether an effect and its cause, told by these sentences, are joined there; the first explains the title."""
    if one == other:
        return True
    later = article.sentences[max(one, other)]
    first, last = sorted((one, other))
    if last - first == 1 and first <= told.titled:
        return True
    return last - first <= (1 if first > told.titled else LEAD_REACH) and _tells_why(later, terms)


def _tells_why(sentence: Passage, terms: Terms) -> bool:
    """Whether a sentence begins with such a word."""
    text = sentence.folded[:BEGINNING_CHARS]
    return terms.causes.search(text) is not None or terms.sequels.search(text) is not None
