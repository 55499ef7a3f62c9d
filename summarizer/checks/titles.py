"""Finds a name with the title of another one (pure): "the auditor Solís", where the article calls Cifuentes so.

A title is any word right before a name, whether or not a list of roles has it.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.checks.clauses import Passage, Passages, Token
from summarizer.checks.persons import Mention, is_beside
from summarizer.checks.telling import small_words
from summarizer.words.loader import words_of

MIN_TITLE_CHARS = 5
MAX_NAME_TOKENS = 2  # of somebody, as most are named
MAX_ENDING_CHARS = 3


def is_titled_as_another(
    mention: Mention, claim: Passage, article: Passages, names: Sequence[tuple[Mention, ...]]
) -> bool:
    """Whether the word right before a name stands in the article beside other names only: "the auditor Solís"."""
    title = _title_of(mention, claim, article.language)
    found = False
    for index, sentence in enumerate(article.sentences if title else ()):
        named = names[index]
        for token in sentence.tokens:
            if title is None or not _is_form(token.text, title.text):
                continue
            if any(one.words & mention.words - {title.text} for one in named):
                return False
            if not any(_is_titled(sentence, token, one, named, article.language) for one in named):
                return False
            found = True
    return found


def _title_of(mention: Mention, claim: Passage, language: str) -> Token | None:
    """Return the word right before a name of somebody; where nouns have capitals, it may have been taken for one."""
    if not claim.spaced:
        return None
    before = [token for token in claim.tokens if token.end <= mention.start]
    inside = [token for token in claim.tokens if mention.start <= token.start < mention.end]
    if words_of(language).noun_capitals and len(inside) > MAX_NAME_TOKENS:
        title = inside[0]
    elif not before or len(inside) < MAX_NAME_TOKENS or claim.text[before[-1].end : mention.start].strip():
        return None
    else:
        title = before[-1]
    is_title = len(title.text) >= MIN_TITLE_CHARS and title.text not in small_words(language)
    return title if is_title else None


def _is_titled(sentence: Passage, token: Token, name: Mention, named: tuple[Mention, ...], language: str) -> bool:
    """Whether a word stands right before a name, or right behind it after a comma."""
    if name.start <= token.start < name.end:
        return token.start == name.start and len(name.words) > 1
    others = [(one.words, one.start, one.end) for one in named if one is not name]
    return is_beside(sentence.text, (token.start, token.end), (name.start, name.end), others, language)


def _is_form(one: str, other: str) -> bool:
    """Whether two words are one with endings of its own."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short[:-1]) and len(short) >= MIN_TITLE_CHARS and len(long) - len(short) <= MAX_ENDING_CHARS
