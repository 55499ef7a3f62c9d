"""Finds what a sentence says more surely or more widely than its article (pure): "all", and what has yet to happen.

"All ferries were damaged" of "ferries were damaged"; "the minister has approved it" of "the minister must still approve
it". Knows the words of the section `[claims]`.
"""

from __future__ import annotations

from itertools import islice

from summarizer.checks.clauses import Passage, Passages, Token
from summarizer.checks.telling import small_words
from summarizer.words.terms import Terms, terms_of

ROOT_CHARS = 5  # by which a verb and the noun made of it are known to be one
MAX_MARKS = 4  # of a clause
NEAR = 0.5  # of the best sentence's share of a claim: another one that may tell it


def overstated(claim: Passage, article: Passages) -> str | None:
    """Return "all" or "done", as a sentence says more than its article; None if it does not."""
    terms = terms_of(article.language)
    if _is_widened(claim, article, terms):
        return "all"
    if any(_is_done_early(clause, article, terms) for clause in claim.clauses(article.language)):
        return "done"
    return None


def _is_widened(claim: Passage, article: Passages, terms: Terms) -> bool:
    """Whether a sentence allows no exception, and no sentence that may tell it does so, or says "none"."""
    if not terms.absolutes.search(claim.folded) or terms.negators.search(claim.folded):
        return False
    near = article.near(claim.keys, article.sentences, share=NEAR)
    return bool(near) and not any(
        words.search(sentence.folded) for sentence in near for words in (terms.absolutes, terms.negators)
    )


def _is_done_early(clause: Passage, article: Passages, terms: Terms) -> bool:
    """Whether a clause says that something has happened which the article only expects, wherever it speaks of it."""
    if terms.unreal.search(clause.folded) or terms.negators.search(clause.folded):
        return False
    for mark in islice(terms.done.finditer(clause.folded), MAX_MARKS):
        behind = [token for token in clause.tokens if token.start >= mark.end() and not _tells_little(token, article)]
        if behind and _is_expected(behind[0], article, terms):
            return True
    return False


def _tells_little(token: Token, article: Passages) -> bool:
    return token.is_short or token.text in small_words(article.language)


def _is_expected(verb: Token, article: Passages, terms: Terms) -> bool:
    """Whether a verb stands in the article behind words such as "must" or "plans to" only."""
    found = [
        (clause, token)
        for clause in article.clauses
        for token in clause.tokens
        if token.key[:ROOT_CHARS] == verb.key[:ROOT_CHARS] and not token.is_short
    ]
    return bool(found) and all(
        any(match.end() <= token.start for match in terms.unreal.finditer(clause.folded)) for clause, token in found
    )
