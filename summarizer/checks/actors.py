"""Finds two who changed places where something beside them says who acts (pure): "X sued Y" for the reverse.

A preposition, an article of another case ("dem"), a particle or a postposition ("を", "को") marks the one who does not
act. Two must have changed their marks, against a sentence of the article that has the same verb in the same voice.
"""

from __future__ import annotations

from typing import NamedTuple

from summarizer.checks.clauses import Passage, Passages
from summarizer.checks.moods import deeds_told
from summarizer.checks.telling import root_of, telling
from summarizer.words.deeds import deeds_of
from summarizer.words.terms import terms_of

ALIKE = 0.6  # of a sentence's weight that another one must have to tell the same
FIRST_WORDS = 4  # of a clause, among which those who act stand
MIN_WORDS = 4  # of a sentence in which only prepositions tell who acts


class _Sides(NamedTuple):
    """Who may act in a sentence, who does not, and what may be its verb."""

    acting: frozenset[str]
    others: frozenset[str]
    verbs: frozenset[str]


def are_turned(claim: Passage, article: Passages) -> bool:
    """Whether one who acts in a sentence of the article is acted upon in this one, and the other way round."""
    language, passives = article.language, terms_of(article.language).passives
    own = _sides(claim, language)
    if not own.acting or not own.others:
        return False
    found = [
        _sides(sentence, language)
        for sentence in article.sentences
        if article.shared(claim.keys, sentence.keys) >= ALIKE * article.weight(claim.keys)
        and bool(passives.search(sentence.folded)) == bool(passives.search(claim.folded))
    ]
    turned = {
        (one, other)
        for theirs in found
        for one in own.acting & theirs.others
        for other in own.others & theirs.acting
        if deeds_of(language).marked or (own.verbs & theirs.verbs) - {one, other}
    }
    return any(not any(one in theirs.acting and other in theirs.others for theirs in found) for one, other in turned)


def _sides(passage: Passage, language: str) -> _Sides:
    """Read the sides of a sentence; a word that stands on both is on none."""
    sides = _marked(passage, language) if deeds_of(language).marked else _led(passage, language)
    return _Sides(sides.acting - sides.others, sides.others - sides.acting, sides.verbs - sides.others)


def _marked(passage: Passage, language: str) -> _Sides:
    """Divide words by the particles or postpositions right behind them."""
    deeds = deeds_of(language)
    acting, others = (
        frozenset(match[1] for match in marks.finditer(passage.folded)) for marks in (deeds.agents, deeds.patients)
    )
    return _Sides(acting, others, frozenset())


def _led(passage: Passage, language: str) -> _Sides:
    """Divide words by the prepositions and articles before them."""
    terms, words = terms_of(language), telling(passage, language)
    acting: set[str] = set()
    others: set[str] = set()
    inner, clause, at = False, -1, 0
    for word in words if len(words) >= MIN_WORDS else ():
        at = at + 1 if word.clause == clause else 0
        led = terms.prepositions.search(word.lead) or terms.obliques.search(word.lead)
        inner = bool(led) or (inner and not word.lead and word.clause == clause)
        clause = word.clause
        if word.root[0].isdigit():
            continue
        if inner:
            others.add(word.root)
        elif at < FIRST_WORDS:
            acting.add(word.root)
    verbs = {
        root_of(verb.text, language) for clause in passage.clauses(language) for verb in deeds_told(clause, language)
    }
    return _Sides(frozenset(acting), frozenset(others), frozenset(verbs))
