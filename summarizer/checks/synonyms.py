"""Finds words of one meaning in two texts of a language, and retells one with the other's words (pure).

In scripts whose words do not stand apart, or carry their particles, a word is no token: 委员会 is read as 委员 and
员会. There the words of `same` are looked for wherever they stand, the longest first; both scripts of Chinese as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summarizer.checks.clauses import stem
from summarizer.chinese import simplified_characters
from summarizer.scripts import LETTERS, folded_in_place
from summarizer.words.loader import words_of
from summarizer.words.terms import Terms
from summarizer.words.thesaurus import MAX_PHRASE_WORDS, meanings, thesaurus

_WORD = re.compile(LETTERS)


class Said(NamedTuple):
    """A word or a phrase that others may stand for, where it stands; in small letters."""

    text: str
    start: int
    end: int
    groups: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Article:
    """A text in whose words another one is retold."""

    plain: str  # in small letters and one script
    stems: frozenset[str]  # where words stand apart
    said: Mapping[int, Said]  # the first word of each group

    def has(self, word: str, language: str) -> bool:
        """Whether the text has a word itself, perhaps with another ending."""
        if not words_of(language).spaced:
            return word in self.plain
        return all(stem(one, language) in self.stems for one in word.split())


def one_script(text: str, language: str) -> str:
    """Return a Chinese text in Simplified characters, in which the words of Chinese are listed; others as they are."""
    return text.translate(simplified_characters()) if language.split("-")[0].lower() == "zh" else text


@lru_cache(maxsize=512)
def synonyms_in(text: str, language: str) -> tuple[Said, ...]:
    """Return the words of a sentence that others may stand for, in their order, without those within a longer one."""
    return tuple(_synonyms(text, language))


def _synonyms(text: str, language: str) -> Iterator[Said]:
    if not words_of(language).claims.same:
        return
    plain = one_script(folded_in_place(text), language)
    yield from (_phrases if words_of(language).spaced else _anywhere)(plain, language)


def _phrases(text: str, language: str) -> Iterator[Said]:
    """Give words that stand apart, and phrases of them."""
    known = thesaurus(language)
    words = [(match[0], *match.span()) for match in _WORD.finditer(text)]
    last = 0
    for at, (word, start, end) in enumerate(words):
        if start < last:
            continue
        reach = MAX_PHRASE_WORDS if known.begins_phrase(word) else 1
        ends = [
            (" ".join(one for one, *_ in words[at : at + size]), words[at : at + size][-1][2])
            for size in range(reach, 1, -1)
        ]
        for phrase, to in (*ends, (word, end)):
            if groups := meanings(phrase, language):
                yield Said(phrase, start, to, groups)
                last = to
                break


def _anywhere(text: str, language: str) -> Iterator[Said]:
    """Give words wherever they stand, the longest first."""
    known = thesaurus(language)
    longest, last = known.longest, 0
    for start in range(len(text)):
        for end in range(min(start + longest, len(text)), max(start, last), -1):
            if groups := known.whole.get(text[start:end]):
                yield Said(text[start:end], start, end, frozenset(groups))
                last = end
                break


def is_no_said_otherwise(text: str, other: str, terms: Terms, language: str) -> bool:
    """Whether each "not" of a text belongs to what another text has another word for: "did not survive" for "died".

    Or to the opposite of a word of the other text: "not open" for "closed". Both are in small letters.
    """
    if any(own.search(text) and opposite.search(other) for own, opposite in terms.opposites):
        return True
    spans = [match.span() for match in terms.negators.finditer(text)]
    return bool(spans) and all(is_said_otherwise(*span, text, other, language, within=True) for span in spans)


def is_said_otherwise(start: int, end: int, text: str, other: str, language: str, *, within: bool = False) -> bool:
    """Whether a place of a text belongs to a word for which another text has another one; `within`: to a longer one."""
    words = (word for word in synonyms_in(text, language) if word.start < end and start < word.end)
    own = {group for word in words if not within or word.end - word.start > end - start for group in word.groups}
    if not own:
        return False
    said = one_script(folded_in_place(text), language)
    return any(own & word.groups and word.text not in said for word in synonyms_in(other, language))


def retold(text: str, article: str, language: str) -> str:
    """Return a text with the article's own words, those that it has first, for others of their meaning."""
    told = _read(article, language)
    found: list[str] = []
    at = 0
    for word in synonyms_in(text, language):
        if word.start < at or told.has(word.text, language):
            continue
        other = min((told.said[group] for group in word.groups if group in told.said), default=None, key=_start)
        if other:
            found += [text[at : word.start], _as_written(article[other.start : other.end], text[word.start])]
            at = word.end
    return "".join((*found, text[at:]))


def _start(word: Said) -> int:
    return word.start


def _as_written(word: str, first: str) -> str:
    """Give a word a small letter where the one that it stands for has one: a capital may tell a name."""
    return word[:1].lower() + word[1:] if first.islower() else word


@lru_cache(maxsize=16)
def _read(article: str, language: str) -> _Article:
    plain = one_script(folded_in_place(article), language)
    said: dict[int, Said] = {}
    for word in _synonyms(article, language):
        for group in word.groups:
            said.setdefault(group, word)
    spaced = words_of(language).spaced
    stems = frozenset(stem(match[0], language) for match in _WORD.finditer(plain)) if spaced else frozenset()
    return _Article(plain, stems, said)
