"""Finds what a sentence says more surely or more widely than its article (pure): "all", and what has yet to happen.

"All ferries were damaged" of "ferries were damaged"; "the minister has approved it" of "the minister must still approve
it"; and a death, an arrest or a verdict that the article does not tell, denies or only supposes. Knows the words of the
section `[claims]`.
"""

from __future__ import annotations

import re

from summarizer.checks.clauses import Passage, Passages
from summarizer.checks.moods import is_done_early
from summarizer.numbers.lexicon import lexicon
from summarizer.numbers.quantities import TIMES
from summarizer.words.loader import words_of
from summarizer.words.terms import Terms, terms_of

NEAR = 0.5  # of the best sentence's share of a claim: another one that may tell it
TIME_WORDS = 2  # from "every" to a span of time: "tous les ans"
DENYING_WORDS = 4  # between an event and the "not" that denies it


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
    if not _is_absolute(claim, article.language, terms) or terms.negators.search(claim.folded):
        return False
    near = article.near(claim.keys, article.sentences, share=NEAR)
    for clause in claim.clauses(article.language):
        if _is_absolute(clause, article.language, terms):  # what the rest of the sentence tells may stand elsewhere
            near = [*near, *article.near(clause.keys, article.sentences, share=NEAR)]
    return bool(near) and not any(
        words.search(sentence.folded) for sentence in near for words in (terms.absolutes, terms.negators)
    )


def without_phrases(text: str, terms: Terms) -> str:
    """Return a text without the phrases for grave events, a word of which may say no: "lost their lives"."""
    for event, _ in terms.grave:
        text = event.sub(lambda match: " " if " " in match[0] else match[0], text)
    return text


def _is_absolute(passage: Passage, language: str, terms: Terms) -> bool:
    """Whether a passage allows no exception: "all ships", not "every 94 days" or "tous les lundis"."""
    return any(not _is_of_time(passage, match.end(), language) for match in terms.absolutes.finditer(passage.folded))


def _is_of_time(passage: Passage, start: int, language: str) -> bool:
    """Whether one of the next words names a span of time or a weekday: such a word says how often."""
    words, behind = lexicon(language), [token.text for token in passage.tokens if token.start >= start]
    return any(words.units.find(word) in TIMES or words.weekdays.find(word) is not None for word in behind[:TIME_WORDS])


def is_grave(text: str, article: Passages, terms: Terms) -> bool:
    """Whether a clause names a death, an arrest or the like of which the article has no word, or only a demand."""
    found = [(event, telling) for event, telling in terms.grave if event.search(text)]
    if not found or terms.modals.search(text):
        return False
    if any(not telling.search(article.text) for _, telling in found):
        return True
    spaced = words_of(article.language).spaced
    for _, telling in found:
        told = [clause.folded for clause in article.clauses if telling.search(clause.folded)]
        told = [clause for clause in told if not _is_supposed(clause, telling, article.language, terms)]
        if all(_is_denied_event(clause, telling, terms, spaced=spaced) for clause in told):
            return True
    return False


def _is_denied_event(clause: str, event: re.Pattern[str], terms: Terms, *, spaced: bool) -> bool:
    """Whether a clause says "not" near each event: "jailed for selling what was never his" denies no verdict."""
    denials = [match.span() for match in terms.negators.finditer(clause)]
    if not spaced:
        return bool(denials)
    return all(
        any(
            len(clause[min(end, match.end()) : max(start, match.start())].split()) <= DENYING_WORDS
            for start, end in denials
        )
        for match in event.finditer(clause)
    )


def _is_supposed(clause: str, event: re.Pattern[str], language: str, terms: Terms) -> bool:
    """Whether a clause has an event beside "may" or "accused of"; behind it, "arrested on suspicion" is a fact."""
    match = event.search(clause) if words_of(language).claims.ordered else None
    return terms.modals.search(clause, 0, match.start() if match else len(clause)) is not None
