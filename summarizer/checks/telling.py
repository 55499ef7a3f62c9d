"""Reads which words of a sentence tell something, with the clause in which each stands (pure).

Words that every article has, short ones and particles tell nothing. Two words count as one if their beginnings agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from summarizer.checks.clauses import Passage, Passages, Token, bare, clause_spans, passages
from summarizer.checks.synonyms import one_script
from summarizer.numbers.lexicon import lexicon
from summarizer.words.common import common_words
from summarizer.words.loader import words_of
from summarizer.words.terms import terms_of

ROOT_CHARS = 5  # by which two forms of a word are known to be one ...
COMPOUND_ROOT_CHARS = 9  # ... where words are made one ("Feuerwehrhaus"), or hardly have endings
MIN_WORDS = 2  # a clause of fewer telling words is read together with its neighbour
OFTEN = 0.3  # of an article's sentences that have a word of its subject ...
MIN_OFTEN = 3  # ... but at least so many
TOPIC_MARK = "は"
READABLE = frozenset({"zh", "ja", "ko"})  # scripts without spaces of which two characters tell something

_PARTICLE = re.compile("[\u3040-\u309f的了]|[은는을를의에]$")


class Word(NamedTuple):
    """A word that tells something."""

    root: str
    text: str
    start: int
    clause: int  # of its sentence
    lead: str  # the words right before it that tell nothing: prepositions, articles


Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An article as the words that its sentences tell, and those that name its subject."""

    sentences: tuple[Words, ...]
    roots: tuple[frozenset[str], ...]  # of each sentence
    counts: Mapping[str, int]  # sentences that have a root
    subject: frozenset[str]  # roots of its title and first sentence, and those that return in it
    beside: frozenset[tuple[str, str]]  # roots that stand side by side somewhere
    titled: bool  # whether the first sentence is a title, which the second one repeats

    def weight(self, root: str) -> float:
        """The rarer a word, the more it tells."""
        return 1.0 / (1 + self.counts.get(root, 0))


def is_readable(language: str) -> bool:
    """Whether the telling words of a language are known well enough to compare clauses."""
    base = language.split("-")[0].lower()
    own = words_of(language)
    return base in common_words() and (own.spaced or base in READABLE) and not own.syllables


@lru_cache(maxsize=16)
def told_by(title: str, text: str, language: str) -> Told:
    """Read an article; the title counts as its first sentence."""
    article: Passages = passages(title, text, language)
    sentences = tuple(telling(sentence, language) for sentence in article.sentences)
    roots = tuple(frozenset(word.root for word in words) for words in sentences)
    counts = Counter(root for found in roots for root in found)
    often = max(MIN_OFTEN, OFTEN * len(sentences))
    return Told(
        sentences=sentences,
        roots=roots,
        counts=counts,
        subject=frozenset().union(*roots[: 1 + bool(title)], (root for root in counts if counts[root] >= often)),
        beside=frozenset((one.root, two.root) for words in sentences for one, two in pairwise(words)),
        titled=bool(title),
    )


def telling(passage: Passage, language: str) -> Words:
    """Return the telling words of a sentence in their order."""
    spans = _clauses(passage, language)
    found: list[Word] = []
    before: list[str] = []
    joined = 0
    attached = words_of(language).claims.attached
    for token in passage.tokens:
        if not _tells(token, language, spaced=passage.spaced):
            before.append(token.text)
            continue
        if attached and found and token.text.startswith(attached):
            joined += 1
        clause = next((at for at, (start, end) in enumerate(spans) if start <= token.start < end), 0)
        found.append(Word(root_of(token.text, language), token.text, token.start, clause + joined, " ".join(before)))
        before = []
    return _renumbered(found)


def by_clause(words: Words) -> list[Words]:
    """Divide a sentence's words by its clauses."""
    return [tuple(clause) for _, clause in groupby(words, key=lambda word: word.clause)]


def _renumbered(words: list[Word]) -> Words:
    """Number the clauses anew: one that tells too little is read together with the one before it, or behind it."""
    found: list[list[Word]] = []
    for word in words:
        if found and (found[-1][-1].clause == word.clause or len(found[-1]) < MIN_WORDS):
            found[-1].append(word)
        else:
            found.append([word])
    if len(found) > 1 and len(found[-1]) < MIN_WORDS:
        last = found.pop()
        found[-1] += last
    return tuple(word._replace(clause=at) for at, clause in enumerate(found) for word in clause)


@lru_cache(maxsize=16384)
def root_of(word: str, language: str) -> str:
    """Return that by which a word is compared: the beginning of its stem, without accents."""
    own = words_of(language)
    if not own.spaced or word[0].isdigit():
        return word
    if not own.inflected:
        return bare(word, language)[:COMPOUND_ROOT_CHARS]
    plain = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    return bare(plain, language)[: COMPOUND_ROOT_CHARS if own.noun_capitals else ROOT_CHARS]


def _tells(token: Token, language: str, *, spaced: bool) -> bool:
    if token.text[0].isdigit():
        return True
    if _actors(language).fullmatch(token.text):
        return True
    measures = lexicon(language)
    if spaced and (token.text in measures.multipliers.words or token.text in measures.units.words):
        return False
    short = len(token.text) < words_of(language).claims.telling_letters if spaced else token.is_short
    if short or one_script(token.text, language) in small_words(language):
        return False
    return spaced or _PARTICLE.search(token.text) is None


def _clauses(passage: Passage, language: str) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence stand; a Japanese topic and its comma belong to what follows."""
    found: list[tuple[int, int]] = []
    for start, end in clause_spans(passage.text, language):
        if found and passage.text[found[-1][1] - 1] == TOPIC_MARK:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _actors(language: str) -> re.Pattern[str]:
    return terms_of(language).actors


@lru_cache(maxsize=64)
def small_words(language: str) -> frozenset[str]:
    """Words that tell nothing, Chinese ones in Simplified characters; a common syllable may be part of any word."""
    own = words_of(language)
    common = "" if own.syllables else common_words().get(language.split("-")[0].lower(), "")
    return frozenset((*common.split(), *own.claims.light))
