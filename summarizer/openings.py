"""Sees a sentence that leans on the one before it: "But he did not say when." Pure.

A sentence leans if it begins with a pronoun, a connective or a phrase of `[openings]` in `summarizer/words/LANG.toml`,
or ascribes a quotation to somebody unnamed. In languages that leave pronouns out, phrases hold the verbs that begin
such sentences. In a language without these words no sentence is seen to lean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from summarizer.scripts import MARKS, UNSPACED
from summarizer.words.loader import words_of
from summarizer.words.patterns import any_phrase

_OPENING_CHARS = 80  # of a sentence: enough for the longest word of several parts
_BEFORE = " \u00a0\t\"'“”«»„‟‘’‚‹›`´「『《〈（([【-–—―•·*…"
_WORD = re.compile(rf"[\w{MARKS}\u200c\u200d'’‘ʻ.-]+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_MARKS_BEHIND = ",;:.!?…-–—\"”»’'、，،؛"
_DOT_ABOVE = "\u0307"  # what is left of a Turkish capital I in small letters


@dataclass(frozen=True, slots=True, kw_only=True)
class _Openings:
    words: frozenset[str]
    titles: frozenset[str]
    first_words: frozenset[str]  # of these
    most_words: int  # that one of these has
    prefixes: tuple[str, ...]  # words of scripts in which nothing stands between two
    phrases: re.Pattern[str]
    excused: re.Pattern[str]
    inside: re.Pattern[str]


def leans_back(sentence: str, language: str) -> bool:
    """Whether a sentence needs the one before it to be understood, by the words of its language."""
    openings = _openings(language.split("-")[0].lower())
    text = sentence.lstrip(_BEFORE)
    text = text[:1].lower().removesuffix(_DOT_ABOVE) + text[1:]
    if _begins_with_a_word(text, openings) or openings.phrases.match(text):
        return openings.excused.match(text) is None
    return openings.inside.search(sentence) is not None


def _begins_with_a_word(text: str, openings: _Openings) -> bool:
    if text.startswith(openings.prefixes):
        return True
    first = text[:_OPENING_CHARS].split(maxsplit=1)[:1]
    if not first or first[0].rstrip(_MARKS_BEHIND).lower() not in openings.first_words:
        return False
    end = 0
    for match in islice(_WORD.finditer(text, 0, _OPENING_CHARS), openings.most_words):
        if match.start() > end + 1:  # a mark stands between
            return False
        end = match.end()
        words = " ".join(text[:end].lower().split()).rstrip(".-")
        if words in openings.words:
            return True
        if words in openings.titles:
            return not text[end:].lstrip()[:1].isupper()
    return False


@lru_cache(maxsize=128)
def _openings(language: str) -> _Openings:
    words = words_of(language).openings
    spaced = {word for word in words.words if not _UNSPACED.match(word[-1])}
    return _Openings(
        words=frozenset(spaced),
        titles=frozenset(words.titles),
        first_words=frozenset(word.split(" ")[0] for word in (*spaced, *words.titles)),
        most_words=max((word.count(" ") + 1 for word in (*spaced, *words.titles)), default=0),
        prefixes=tuple(word for word in words.words if word not in spaced),
        phrases=re.compile(any_phrase(words.phrases)),
        excused=re.compile(any_phrase(words.excused)),
        inside=re.compile(any_phrase(words.inside)),
    )
