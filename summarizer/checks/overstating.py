"""Finds what a sentence says more surely or more widely than its article (pure): "all", and what has yet to happen.

"All ferries were damaged" of "ferries were damaged"; "the minister has approved it" of "the minister must still approve
it". Knows the words of the section `[claims]`.
"""

from __future__ import annotations

from summarizer.checks.clauses import Passage, Passages
from summarizer.checks.moods import is_done_early
from summarizer.words.terms import Terms, terms_of

NEAR = 0.5  # of the best sentence's share of a claim: another one that may tell it


def overstated(claim: Passage, article: Passages) -> str | None:
    """Return "all" or "done", as a sentence says more than its article; None if it does not."""
    terms = terms_of(article.language)
    if _is_widened(claim, article, terms):
        return "all"
    if any(is_done_early(clause, article) for clause in claim.clauses(article.language)):
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
