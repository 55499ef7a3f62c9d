"""Finds what a sentence joins that its article holds apart (pure).

A name with the number of another one, and a time that is to come told as gone by. Compares clause by clause; knows the
words of the section `[claims]`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.checks.clauses import Passage, Passages, Token
from summarizer.checks.roles import Cast
from summarizer.numbers.quantities import TIMES, Quantity, read_quantities
from summarizer.words.terms import Terms, terms_of

NEAR_CHARS = 24  # between a number of days and "ago"


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
