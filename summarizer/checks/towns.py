"""Finds a town that an article does not name, where no capital tells a name (pure): what stands beside "city".

Only where the article names another one with the same word, so that "the whole county" is not taken for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from summarizer.checks.telling import small_words
from summarizer.scripts import FIRST_EAST_ASIAN, HAN, HANGUL, LETTERS
from summarizer.words.loader import words_of
from summarizer.words.patterns import any_phrase

NAME_CHARS = 2  # right before "city" in Chinese, Japanese and Korean, of a longer name the last ones


def unknown_town(sentence: str, article: str, language: str) -> str | None:
    """Return a town of a sentence that its article, case folded, does not name; None if it names all."""
    theirs = dict(_towns(article, language))
    for kind, name in _towns(sentence, language):
        if kind in theirs and name not in article:
            return name
    return None


def _towns(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Give the names of a text with the word beside each."""
    others = words_of(language).names.no_towns
    pattern = _pattern(language)
    for match in pattern.finditer(text) if pattern else ():
        name = match["name"] or match["named"]
        if name not in small_words(language) and not any(part in others for part in (name, *name)):
            yield match["kind"] or match["before"], name


@lru_cache(maxsize=32)
def _pattern(language: str) -> re.Pattern[str] | None:
    names = words_of(language).names
    behind, before = any_phrase(names.towns), any_phrase(names.towns_behind)
    if not names.towns and not names.towns_behind:
        return None
    if names.towns and names.towns[0][0] > FIRST_EAST_ASIAN:
        own = rf"(?P<name>[{HAN}{HANGUL}]{{{NAME_CHARS}}})(?P<kind>{behind})"
    else:
        own = rf"(?<!\w)(?P<name>{LETTERS}) (?P<kind>{behind})(?!\w)"
    return re.compile(rf"{own}|(?<!\w)(?P<before>{before}) (?P<named>{LETTERS})")
