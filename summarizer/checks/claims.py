"""Compares what a sentence claims with what its article says of the same thing, clause by clause (pure).

Knows the words of the languages that have a section `[claims]` in `summarizer/words`; in others it finds less.
"""

from __future__ import annotations

from summarizer.checks.actors import are_turned
from summarizer.checks.bindings import misplaced_number
from summarizer.checks.borrowing import borrowed_word
from summarizer.checks.bounds import bounded
from summarizer.checks.causes import unfounded_cause
from summarizer.checks.clauses import Passage, Passages, passages
from summarizer.checks.comparing import in_order_of
from summarizer.checks.derived import derived_numbers
from summarizer.checks.order import has_other_s_top, turned_actors
from summarizer.checks.overstating import overstated
from summarizer.checks.parallels import misjoined
from summarizer.checks.polarity import contradiction
from summarizer.checks.quotes import is_said_by_another
from summarizer.checks.roles import cast_of, misplaced_name
from summarizer.checks.slots import misplaced_word
from summarizer.checks.telling import is_readable, told_by
from summarizer.words.loader import words_of
from summarizer.words.terms import terms_of


def unsupported(sentence: str, title: str, text: str, language: str) -> str | None:
    """Return what a sentence of an article's own language claims against it; None if nothing is found.

    A sentence that stands in the article is supported. One word for tests and benchmarks: "grave", "opposite",
    "negation", "order" and the like. Takes some milliseconds a sentence, and once an article some
    tens of milliseconds more.
    """
    article = passages(title, text, language)
    claim = Passage.read(sentence, language)
    if claim.folded in article.text:
        return None
    ordered = in_order_of(claim, article)
    if ordered is None:
        return "compared"
    claim = ordered
    cast = cast_of(title, text, language)
    derived = derived_numbers(claim.text, title, text, language)
    limited = bounded(claim.text, title, text, language)
    if limited.wrong:
        return "share"
    claim = Passage.read(limited.without_limits(claim.text, terms_of(language).negators), language)
    if misplaced_number(claim, article, derived.starts, derived.sources):
        return "number"
    return (
        misplaced_word(claim, article, cast.aliases if words_of(language).claims.roles else ())
        or contradiction(claim, article)
        or misplaced_name(claim, article, cast)
        or misjoined(claim, article, cast)
        or overstated(claim, article)
        or ("order" if are_turned(claim, article) or has_other_s_top(claim, article) else None)
        or ("speaker" if is_said_by_another(claim, article, cast) else None)
        or _untold(claim, article, title, text)
    )


def _untold(claim: Passage, article: Passages, title: str, text: str) -> str | None:
    """Return how a sentence departs from the one place of the article that tells each of its clauses."""
    if not is_readable(article.language):
        return None
    told = told_by(title, text, article.language)
    if borrowed_word(claim, article, told):
        return "borrowed"
    if unfounded_cause(claim, article, told):
        return "cause"
    return "order" if turned_actors(claim, article, told) else None
