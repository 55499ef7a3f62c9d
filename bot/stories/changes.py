"""Finds what a telling of a story adds to the earlier ones: its sentences with new figures, names or words (pure).

Compares words, not meanings: what is only said in other words counts as known where names and figures are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.models.articles import Article
from bot.stories.names import NOUNS_CAPITALISED
from bot.stories.sketches import is_slot, terms_of
from summarizer import split_sentences

MAX_NEWS = 2  # sentences of one telling
READ_CHARS = 8000  # of each text: what stands further down is background
MIN_TERMS = 5  # a sentence of fewer says too little, or is no sentence: a caption, a byline
# A sentence is new by its words alone where so many of its terms are; with a new name, where so many are.
NEW_SHARE, NAMED_SHARE = 0.7, 0.3

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DIGIT = re.compile(r"\d")


def news_of(articles: Sequence[Article]) -> list[tuple[str, ...]]:
    """For each of a story's articles, in order of time, its sentences that tell what no earlier article does.

    The first of each language has none: there is nothing to compare it with.
    """
    known: dict[str, frozenset[int]] = {}
    found: list[tuple[str, ...]] = []
    for article in articles:
        language = article.language.split("-")[0]
        before = known.get(language)
        found.append(() if before is None else tuple(_news(article, language, before)))
        text = f"{article.title}\n{article.text[:READ_CHARS]}"
        known[language] = (before or frozenset()) | terms_of(text, language=language)
    return found


def _news(article: Article, language: str, known: frozenset[int]) -> Iterator[str]:
    left = MAX_NEWS
    for sentence in split_sentences(article.text[:READ_CHARS], article.language):
        terms = terms_of(sentence, language=language)
        if len(terms) < MIN_TERMS or not _is_new(sentence, terms, known, language):
            continue
        yield sentence
        left -= 1
        if not left:
            return
        known |= terms


def _is_new(sentence: str, terms: frozenset[int], known: frozenset[int], language: str) -> bool:
    share = len(terms - known) / len(terms)
    if share >= NEW_SHARE or any(_is_new_figure(word, known, language) for word in _WORD.findall(sentence)):
        return True
    return share >= NAMED_SHARE and any(_is_new_name(word, known, language) for word in _names(sentence, language))


def _is_new_figure(word: str, known: frozenset[int], language: str) -> bool:
    if not _DIGIT.search(word):
        return False
    figures = [term for term in terms_of(word, language=language) if is_slot(term)]
    return bool(figures) and known.isdisjoint(figures)


def _is_new_name(word: str, known: frozenset[int], language: str) -> bool:
    terms = terms_of(word, language=language)
    return known.isdisjoint(terms) and not any(map(is_slot, terms))  # a weekday names nothing


def _names(sentence: str, language: str) -> list[str]:
    """The words that begin with a capital within the sentence, where that marks names."""
    if language in NOUNS_CAPITALISED:
        return []
    return [word for word in _WORD.findall(sentence)[1:] if word[0].isupper() and len(word) > 2]
