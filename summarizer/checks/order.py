"""Finds two who changed places around a verb (pure): "the union accused the council" for the reverse.

For languages in which the order of words, or an article ("den"), tells who acts. Compares with every sentence of the
article that has both and the verb; a sentence in another voice says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from summarizer.checks.clauses import Passage, Passages, Token, clause_spans
from summarizer.checks.telling import Told, root_of, telling
from summarizer.numbers.dates import read_dates
from summarizer.numbers.quantities import read_quantities
from summarizer.words.compared import compared_of
from summarizer.words.loader import words_of
from summarizer.words.terms import Terms, terms_of

MIN_SHARED = 0.5  # of a clause's long words that stand in the other: they tell the same
CONTEXT = 3  # words that they have in common
UNIT_CHARS = 2  # behind a number: where its unit begins
ENDING_CHARS = 2  # in which two forms of a verb may differ


Turned = tuple[str, str, str]


class _At(NamedTuple):
    start: int
    text: str
    inner: bool  # behind a preposition, with a capital, or telling nothing: no verb
    passive: bool  # behind "was": if a verb, one that says what happened to somebody
    light: bool  # a word that tells nothing: no actor
    before: str  # the name before it, which may belong to it


def turned_actors(claim: Passage, article: Passages, told: Told) -> Turned | None:
    """Return two words, and between them a third one, around which they stand the other way round in the article.

    Not if a word that the article does not have stands between the first and the third: it may be the verb.
    """
    claims, terms = words_of(article.language).claims, terms_of(article.language)
    if not claims.ordered and not claims.obliques:
        return None
    own = _positions(claim, article.language, terms)
    actors = _actors(claim, article.language, terms)
    words = telling(claim, article.language) if claim.spaced else ()
    new = [word.start for word in words if word.root not in told.counts]
    passages = [
        _positions(passage, article.language, terms)
        for passage in (*article.sentences, *article.clauses)
        if _has_enough(passage, own, article.language)
        and bool(terms.passives.search(claim.folded)) == bool(terms.passives.search(passage.folded))
    ]
    for theirs in passages:
        found = _turned(own, theirs, actors)
        if found is None or any(_stands(found, one) for one in passages):
            continue
        if not any(own[found[0]].start < start < own[found[1]].start for start in new):
            return found
    return None


def has_other_s_top(claim: Passage, article: Passages) -> bool:
    """Whether somebody is told to be "the largest" who is "the oldest" beside the one that is the largest."""
    tops = compared_of(article.language).tops
    for clause in claim.clauses(article.language):
        named, owner = _topped(clause, tops)
        same = [one for one in article.clauses if named and _topped(one, tops)[0] == named]
        if not owner or any(owner <= one.keys for one in same):
            continue
        if any(_is_beside(owner - one.keys, named, one.index, article, tops) for one in same):
            return True
    return False


def _topped(clause: Passage, tops: re.Pattern[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the stems of a clause's first "largest", and those of what stands before it."""
    found = tops.search(clause.folded)
    if found is None:
        return frozenset(), frozenset()
    telling_ones = [one for one in clause.tokens if not one.is_short or clause.text[one.start].isupper()]
    named = (one.key for one in telling_ones if found.start() < one.end and one.start < found.end())
    return frozenset(named), frozenset(one.key for one in telling_ones if one.end <= found.start())


def _is_beside(
    keys: frozenset[str], named: frozenset[str], index: int, article: Passages, tops: re.Pattern[str]
) -> bool:
    """Whether a clause of a sentence has these words, with another "largest"."""
    beside = [(one, _topped(one, tops)[0]) for one in article.clauses if one.index == index]
    return any(keys <= one.keys and other and other != named for one, other in beside)


def _has_enough(passage: Passage, own: Mapping[str, _At], language: str) -> bool:
    """Whether a passage may share enough words to be compared: dates and numbers cost much to read."""
    return len({root_of(token.text, language) for token in passage.tokens} & own.keys()) >= CONTEXT


def _stands(words: Turned, theirs: Mapping[str, _At]) -> bool:
    """Whether a passage has the words in their order, too."""
    found = [theirs[word].start for word in words if word in theirs]
    return len(found) == len(words) and found == sorted(found)


def _turned(own: Mapping[str, _At], theirs: Mapping[str, _At], actors: Mapping[str, int]) -> Turned | None:
    shared = [root for root in own if root in theirs]
    if len(shared) < max(CONTEXT, MIN_SHARED * len(own)):
        return None
    for at, first in enumerate(shared):
        if own[first].light:
            continue
        for index in range(at + 1, len(shared) - 1):
            middle = shared[index]
            if (
                own[middle].inner
                or (own[middle].before and own[middle].before == theirs[middle].before)  # "Carrow valley"
                or own[middle].start > actors.get(first, 0)
                or own[middle].passive != theirs[middle].passive
                or theirs[middle].start > theirs[first].start
                or _is_of_noun(own[first], own[middle], theirs[middle], theirs[first])
            ):
                continue
            if not _is_one_form(own[middle].text, theirs[middle].text):
                continue
            last = next((one for one in shared[index + 1 :] if theirs[one].start < theirs[middle].start), None)
            if last is not None:
                return first, middle, last
    return None


def _is_of_noun(noun: _At, behind: _At, before: _At, same: _At) -> bool:
    """Whether a word agrees with one that it stands beside on either side: "salários melhores", "melhores salários"."""
    pairs = ((noun, behind), (before, same))
    return all(one.start + len(one.text) + 1 == two.start and one.text[-1] == two.text[-1] for one, two in pairs)


def _is_one_form(left: str, right: str) -> bool:
    """Whether two words differ in their endings at most, as forms of one verb do; a noun made of it ends otherwise."""
    longest = max(len(left), len(right))
    return left[: max(longest - ENDING_CHARS, 1)] == right[: max(longest - ENDING_CHARS, 1)]


def _positions(passage: Passage, language: str, terms: Terms) -> Mapping[str, _At]:
    """Return where the long words stand that a passage has once; no numbers, dates or words for speaking."""
    apart = [(date.start, date.end) for date in read_dates(passage.text, language)]
    apart += [(one.start, one.end + UNIT_CHARS) for one in read_quantities(passage.text, language) if one.unit]
    light = words_of(language).claims.light
    inner = _inner(passage, terms)
    fixed = not words_of(language).noun_capitals  # in German the object, and "had", may stand before who acts
    found = [
        (
            root_of(token.text, language),
            _At(
                token.start,
                token.text,
                token.start in inner or _is_noun(token, passage) or (fixed and token.text in light),
                _is(before, terms.auxiliaries),
                token.text in light,
                before.text if fixed and before and _is_noun(before, passage) else "",
            ),
        )
        for token, before in zip(passage.tokens, (None, *passage.tokens), strict=False)
        if not token.is_short
        and not token.text[0].isdigit()
        and not (passage.spaced and (terms.speech.fullmatch(token.text) or terms.prepositions.fullmatch(token.text)))
        and not any(start <= token.start < end for start, end in apart)
    ]
    counts = Counter(root for root, _ in found)
    return {root: at for root, at in found if counts[root] == 1}


def _inner(passage: Passage, terms: Terms) -> set[int]:
    """Return where the words begin that a preposition leads, an article between them or none: "for the flood"."""
    found: set[int] = set()
    led = False
    for token in passage.tokens:
        if terms.prepositions.fullmatch(token.text):
            led = True
        elif not token.is_short:
            if led:
                found.add(token.start)
            led = False
    return found


def _is_noun(token: Token, passage: Passage) -> bool:
    """Whether a word has a capital or owns something, and so is no verb."""
    return passage.text[token.start].isupper() or passage.folded[token.end : token.end + 2] in ("'s", "’s")


def _is(before: Token | None, words: re.Pattern[str]) -> bool:
    return before is not None and words.fullmatch(before.text) is not None


def _actors(passage: Passage, language: str, terms: Terms) -> Mapping[str, int]:
    """Return the words that may name who acts, with the end of their clause: behind no preposition or other case."""
    ends = [end for _, end in clause_spans(passage.text, language)]
    found: dict[str, int] = {}
    inner, clause = False, -1
    for word in telling(passage, language):
        led = terms.prepositions.search(word.lead) or terms.obliques.search(word.lead)
        inner = bool(led) or (inner and not word.lead and word.clause == clause)  # "in the cod quota"
        clause = word.clause
        if not inner:
            found[word.root] = next((end for end in ends if end > word.start), len(passage.text))
    return found
