"""Finds words for which an article has others of their meaning (pure).

In scripts whose words do not stand apart, or carry their particles, a word is no token: 委员会 is read as 委员 and
员会. There the words of `same` are looked for wherever they stand, the longest first; both scripts of Chinese as one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summarizer.checks.lexicon import LETTERS
from summarizer.checks.terms import meanings
from summarizer.chinese import simplified_characters
from summarizer.words.loader import words_of

_WORD = re.compile(LETTERS)


class Said(NamedTuple):
    """A word that others may stand for, where it stands."""

    text: str
    start: int
    end: int
    groups: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Thesaurus:
    groups: tuple[tuple[str, ...], ...]
    of: Mapping[str, frozenset[int]]  # the groups to which a word belongs
    longest: int


@lru_cache(maxsize=64)
def _thesaurus(language: str) -> _Thesaurus:
    own = words_of(language)
    same = () if own.spaced else own.claims.same
    groups = tuple(tuple(word.replace("_", " ") for word in group.split()) for group in same)
    of: dict[str, frozenset[int]] = {}
    for at, group in enumerate(groups):
        for word in group:
            of[word] = of.get(word, frozenset()) | {at}
    return _Thesaurus(groups, of, max(map(len, of), default=0))


def one_script(text: str, language: str) -> str:
    """Return a Chinese text in Simplified characters, in which the words of Chinese are listed; others as they are."""
    return text.translate(simplified_characters()) if language.split("-")[0].lower() == "zh" else text


@lru_cache(maxsize=4096)
def synonyms_in(text: str, language: str) -> tuple[Said, ...]:
    """Return the words of a text that others may stand for, in their order, without those within a longer one."""
    known = _thesaurus(language)
    text = one_script(text, language)
    found: list[Said] = []
    for start in range(len(text)):
        last = found[-1].end if found else 0
        for end in range(min(start + known.longest, len(text)), max(start, last), -1):
            groups = known.of.get(text[start:end])
            if groups:
                found.append(Said(text[start:end], start, end, groups))
                break
    return tuple(found)


def is_said_otherwise(start: int, end: int, text: str, other: str, language: str) -> bool:
    """Whether a place of a text belongs to a word for which another text has another one."""
    own = {
        group for word in synonyms_in(text, language) if word.start < end and start < word.end for group in word.groups
    }
    if not own:
        return False
    said = one_script(text, language)
    return any(own & word.groups and word.text not in said for word in synonyms_in(other, language))


def retold(text: str, article: str, language: str) -> str:
    """Return a text with the article's own words, those that it has first, for others of their meaning."""
    if words_of(language).spaced:
        words, first = _told_first(article.casefold(), language)
        return _WORD.sub(lambda match: _own_word(match[0], words, first, language), text)
    known, plain = _thesaurus(language), one_script(article, language)
    found: list[str] = []
    at = 0
    for word in synonyms_in(text, language):
        if word.start < at or word.text in plain:
            continue
        others = {other: plain.find(other) for group in word.groups for other in known.groups[group]}
        start, other = min(((start, other) for other, start in others.items() if start >= 0), default=(0, ""))
        if other:
            found += [text[at : word.start], article[start : start + len(other)]]
            at = word.end
    return "".join((*found, text[at:]))


def _own_word(word: str, words: frozenset[str], first: Mapping[int, tuple[int, str]], language: str) -> str:
    """Return the article's first word of the same meaning for one that it does not have."""
    key = word.casefold()
    own = () if key in words else meanings(key, language)
    return min((first[group] for group in own if group in first), default=(0, word))[1]


@lru_cache(maxsize=16)
def _told_first(article: str, language: str) -> tuple[frozenset[str], Mapping[int, tuple[int, str]]]:
    """Return an article's words, and the first one of each meaning with its place."""
    first: dict[int, tuple[int, str]] = {}
    words = dict.fromkeys(_WORD.findall(article))
    for at, word in enumerate(words):
        for group in meanings(word, language):
            first.setdefault(group, (at, word))
    return frozenset(words), first
