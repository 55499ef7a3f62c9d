"""Splits a text into sentences and clauses and looks up those that speak of what a sentence speaks of (pure).

Words are compared by their stems: a word without its language's commonest endings, cut; in scripts without spaces by
pairs of characters.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from summarizer.numbers.quantities import plain_digits
from summarizer.scripts import (
    FIRST_EAST_ASIAN,
    FIRST_UNSPACED,
    HAN,
    KATAKANA,
    LATIN,
    LETTERS,
    UNSPACED,
    folded_in_place,
)
from summarizer.sentences import split_sentences
from summarizer.words.loader import words_of
from summarizer.words.terms import terms_of

MAX_STEM_CHARS = 6
MIN_STEM_CHARS = 3  # what is left of a word without its ending
MAX_SHORT_CHARS = 3  # of a word that says little by itself: an article, a preposition
SHORT_WEIGHT = 0.25
NEAR_SHARE = 0.7  # of the best match: what speaks of the same thing

_SPACED = re.compile(rf"{LETTERS}|\d+(?:[.,]\d+)*")
_UNSPACED = re.compile(
    rf"[{LATIN}]+|(?P<kana>[{KATAKANA}]{{2,}})|\d+(?:[.,]\d+)*|(?P<run>[{HAN}\u3040-\u309f々]+|{LETTERS})"
)
_UNSPACED_SCRIPT = re.compile(f"[{UNSPACED}]")
_CLAUSE_END = re.compile(r"(?:(?<!\d)[,،:]|[,،:](?!\d)|[;；：，、。؛।!?！？()（）]|\s[–—-]\s)+")


class Token(NamedTuple):
    """A word, or two neighbouring characters of a script without spaces."""

    key: str  # its stem
    text: str  # case folded
    start: int
    end: int

    @property
    def is_short(self) -> bool:
        """Whether it is a word that says little by itself: an article, a preposition."""
        return is_short(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence or a clause: its text, its tokens and their stems."""

    text: str
    tokens: tuple[Token, ...]
    keys: frozenset[str]
    folded: str = ""  # the text in small letters
    index: int = 0  # of its sentence
    spaced: bool = True  # whether its tokens are words

    @classmethod
    def read(cls, text: str, language: str, index: int = 0) -> Passage:
        """Read one sentence or clause."""
        text = plain_digits(text)
        return cls.made(text, tuple(read_tokens(text, language)), index=index, spaced=words_of(language).spaced)

    @classmethod
    def made(cls, text: str, tokens: tuple[Token, ...], *, index: int, spaced: bool) -> Passage:
        """Return a passage of tokens that have been read."""
        keys = frozenset(token.key for token in tokens)
        return cls(text=text, tokens=tokens, keys=keys, folded=folded_in_place(text), index=index, spaced=spaced)

    def clauses(self, language: str) -> Iterator[Passage]:
        """Return its clauses; their tokens count from the beginning of each."""
        at = 0
        for start, end in clause_spans(self.text, language):
            found = []
            while at < len(self.tokens) and self.tokens[at].start < end:
                token = self.tokens[at]
                if token.start >= start and token.end <= end:
                    found.append(Token(token.key, token.text, token.start - start, token.end - start))
                at += 1
            yield Passage.made(self.text[start:end], tuple(found), index=self.index, spaced=self.spaced)

    def beside(self, start: int, end: int, reach: int) -> list[Token]:
        """Return the nearest tokens on both sides of a place in the text, leaving out words that say little."""
        after = [token for token in self.tokens if token.start >= end and not token.is_short]
        before = [token for token in self.tokens if token.end <= start and not token.is_short]
        return after[:reach] or before[-reach:]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Passages:
    """An article's sentences and their clauses, with the weight of each stem: the rarer, the more it tells."""

    language: str
    text: str  # case folded
    sentences: tuple[Passage, ...]
    clauses: tuple[Passage, ...]
    weights: Mapping[str, float]

    def weight(self, keys: Iterable[str]) -> float:
        """Sum up the weights of stems; one that the article does not hold counts as a rare one."""
        return sum(self.weights.get(key, self._rare(key)) for key in keys)

    def near(self, keys: Collection[str], among: Iterable[Passage], share: float = NEAR_SHARE) -> list[Passage]:
        """Return the passages that have most of these stems in common, the best first; none if nothing is."""
        scored = [(self.shared(keys, passage.keys), passage) for passage in among]
        best = max((score for score, _ in scored), default=0.0)
        if best <= 0:
            return []
        found = [pair for pair in scored if pair[0] >= share * best]
        return [passage for _, passage in sorted(found, key=lambda pair: -pair[0])]

    def shared(self, keys: Iterable[str], others: Collection[str]) -> float:
        """Sum up the weights of the stems that are in both."""
        return sum(self.weights.get(key, 0.0) for key in keys if key in others)

    def _rare(self, key: str) -> float:
        return _weight(1, len(self.sentences), key)


@lru_cache(maxsize=16)
def passages(title: str, text: str, language: str) -> Passages:
    """Read an article; an article is read once, however many sentences are checked against it."""
    found = [title, *split_sentences(text, language)] if title else split_sentences(text, language)
    sentences = tuple(Passage.read(one, language, index) for index, one in enumerate(found))
    counts = Counter(key for sentence in sentences for key in sentence.keys)
    return Passages(
        language=language,
        text=plain_digits(folded_in_place(f"{title}\n{text}")),
        sentences=sentences,
        clauses=tuple(clause for sentence in sentences for clause in sentence.clauses(language)),
        weights={key: _weight(count, len(sentences), key) for key, count in counts.items()},
    )


def clause_spans(sentence: str, language: str) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence stand: between commas, colons, dashes, brackets, "but" and "and"."""
    cuts = sorted(
        match.span()
        for cut in (_CLAUSE_END, terms_of(language).joints)
        for match in cut.finditer(folded_in_place(sentence) if cut is not _CLAUSE_END else sentence)
    )
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if sentence[start:end].strip()]


def read_tokens(text: str, language: str) -> Iterable[Token]:
    """Read the words of a text with their stems and positions."""
    folded = folded_in_place(text)
    spaced = words_of(language).spaced
    for match in (_SPACED if spaced else _UNSPACED).finditer(folded):
        word, start = match[0], match.start()
        if spaced or not match["run"]:
            yield Token(stem(word, language), word, start, match.end())
        else:
            for at in range(len(word) - 1):
                pair = word[at : at + 2]
                yield Token(pair, pair, start + at, start + at + 2)
            if len(word) == 1:
                yield Token(word, word, start, start + 1)


@lru_cache(maxsize=16384)
def stem(word: str, language: str) -> str:
    """Cut a word's beginnings and endings that its language adds to words, and what is left to a few letters."""
    return bare(word, language)[:MAX_STEM_CHARS]


@lru_cache(maxsize=16384)
def bare(word: str, language: str) -> str:
    """Cut a word's beginnings and endings that its language adds to words."""
    claims = words_of(language).claims
    if word[:1].isdigit():
        return word
    for prefix in claims.prefixes:
        if word.startswith(prefix) and len(word) - len(prefix) >= MIN_STEM_CHARS:
            word = word[len(prefix) :]
            break
    for ending in claims.endings:
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM_CHARS:
            word = word[: -len(ending)]
            break
    return word


def _weight(count: int, of: int, key: str) -> float:
    value = math.log(1 + of / count)
    return value * SHORT_WEIGHT if is_short(key) else value


def is_short(word: str) -> bool:
    """Whether a word of an alphabet has so few letters that it says little by itself."""
    return (
        len(word) <= MAX_SHORT_CHARS
        and (word < FIRST_UNSPACED or (word < FIRST_EAST_ASIAN and not _UNSPACED_SCRIPT.match(word)))
        and not word[0].isdigit()
    )
