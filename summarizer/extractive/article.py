"""Describes an article's sentences, and sets of one or two of them, by figures; pure arithmetic on strings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise
from math import exp, log, sqrt
from operator import mul

from summarizer.scripts import UNSPACED

RANKED_SENTENCES = 20  # of an article's beginning: news carries its substance first
LEADING_CANDIDATES = 7  # of those, the ones that may be chosen for their position ...
TITLE_CANDIDATES = 3  # ... and those that may be chosen for their likeness to the title wherever they stand
SCRIPT_SENTENCES = 3  # enough to detect the script
SAME_TEXT = 0.85  # cosine from which two sentences say the same
CONTAINED = 0.85  # share of a sentence's weight that stands in another or in the title, from which it adds nothing
STEM_CHARS = 4  # words with this beginning in common count as one, a stemmer for every language
MAX_DIGITS = 6  # more in a sentence do not count
ABSENT = -1  # in place of the index of a sentence that is no candidate
FLOOR_IDF = 0.3  # importance of a word that stands in every sentence
SHORT_LENGTH = 0.05  # share of the limit below which a text is hardly worse for being shorter
SCALE = 1 << 16  # importances are whole multiples of 1/SCALE, so that the order of adding changes no sum

SENTENCE_FEATURES = (
    "decay", "late", "title", "title_best", "title_coverage", "centrality", "digits", "capitals",
)  # fmt: skip
SET_FEATURES = (
    "length", "length_squared", "length_log", "untitled_length", "title_coverage", "title", "centrality", "overlap",
    "lead",
)  # fmt: skip

_UNSPACED = re.compile(f"[{UNSPACED}]")
_STEM = re.compile(rf"([^\W_]{{1,{STEM_CHARS}}})[^\W_]*")
_NOT_WORD = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"\d")
_DECAY = [exp(-index / 3) for index in range(RANKED_SENTENCES)]

Words = frozenset[str]
Needs = Callable[[int], int]  # the index of the sentence that must stand beside one: its own if it stands alone


def itself(index: int) -> int:
    """Need no other sentence."""
    return index


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Figures from which the features of sentences and pairs are computed."""

    sentences: Sequence[str]
    words: Sequence[Words]  # beginnings of words; pairs of characters in scripts without spaces
    importance: Mapping[str, int]  # squared inverse sentence frequency, in parts of SCALE
    norms: Sequence[float]  # lengths of the sentences' vectors of idf
    title_words: Sequence[Words]  # of the title's words, those that stand in the sentence
    title_importance: int  # of all the title's words; 0 without a title
    title_likeness: Sequence[float]  # cosines to the title
    centrality: Sequence[float]  # cosines to the sum of all sentences
    lengths: Sequence[float]  # as shares of the summary's limit

    @classmethod
    def read(cls, sentences: Sequence[str], title: str, *, max_chars: int) -> Article:
        """Compute the figures; the cost grows with the characters of the sentences."""
        split = _pairs_of_characters if _is_unspaced("".join(sentences[:SCRIPT_SENTENCES])) else _stems
        words = [split(sentence) for sentence in sentences]
        title_words = split(title)
        frequency = Counter(chain.from_iterable(words))
        importances = [
            round(SCALE * (log((1 + len(words)) / (1 + times)) + FLOOR_IDF) ** 2) for times in range(len(words) + 1)
        ]
        importance = {word: importances[times] for word, times in frequency.items()}
        norms = [sqrt(_sum(importance, found)) or 1.0 for found in words]
        title_importance = sum(importance.get(word, importances[0]) for word in title_words)
        common = [title_words & found for found in words]
        title_norm = sqrt(title_importance) or 1.0
        return cls(
            sentences=sentences,
            words=words,
            importance=importance,
            norms=norms,
            title_words=common,
            title_importance=title_importance,
            title_likeness=[
                _sum(importance, found) / (norm * title_norm) for found, norm in zip(common, norms, strict=True)
            ],
            centrality=_centrality(words, importance, norms),
            lengths=[len(sentence) / max_chars for sentence in sentences],
        )

    def candidates(self, needs: Needs = itself) -> list[int]:
        """Return the candidates: the first sentences and those most like the title.

        Without those that need an absent one, and those that say what the title says, if there are others.
        """
        everything = range(len(self.sentences))
        able = (index for index in everything if needs(index) != ABSENT and not self._repeats_title(index))
        leading = list(islice(able, LEADING_CANDIDATES)) or list(everything)[:LEADING_CANDIDATES]
        if not self.title_importance:
            return leading
        by_title = sorted(everything, key=lambda index: -self.title_likeness[index])
        titled = (index for index in by_title if needs(index) != ABSENT and not self._repeats_title(index))
        return sorted({*leading, *islice(titled, TITLE_CANDIDATES)})

    def size(self, chosen: Collection[int], *, joint: int) -> int:
        """Return how many characters a summary of these sentences has."""
        return sum(len(self.sentences[index]) + joint for index in chosen) - joint

    def say_the_same(self, left: int, right: int, *, overlap: float) -> bool:
        """Whether two sentences have nearly all words in common, or the words of one stand in the other."""
        ratio = self.norms[left] / self.norms[right]
        return overlap >= SAME_TEXT or overlap * ratio >= CONTAINED or overlap >= CONTAINED * ratio

    def _repeats_title(self, index: int) -> bool:
        likeness = self.title_likeness[index]
        return likeness > 0 and likeness * sqrt(self.title_importance) >= CONTAINED * self.norms[index]

    def overlap(self, left: int, right: int) -> float:
        """Return how much two sentences have in common: the cosine of their vectors."""
        common = self.words[left] & self.words[right]
        return _sum(self.importance, common) / (self.norms[left] * self.norms[right]) if common else 0.0

    def sentence_features(self, index: int) -> tuple[float, ...]:
        """Return one sentence's features, in the order of SENTENCE_FEATURES."""
        text = self.sentences[index]
        likeness = self.title_likeness[index]
        return (
            _DECAY[index],
            1.0 if index >= 3 else 0.0,
            likeness,
            1.0 if likeness and likeness == max(self.title_likeness) else 0.0,
            self._coverage(self.title_words[index]),
            self.centrality[index],
            min(len(_DIGIT.findall(text)), MAX_DIGITS) / MAX_DIGITS,
            _capitals(text),
        )

    def single_features(self, index: int) -> tuple[float, ...]:
        """Return the features of one sentence as a set, in the order of SET_FEATURES."""
        likeness, centrality = self.title_likeness[index], self.centrality[index]
        return self._set_features(self.lengths[index], self.title_words[index], likeness, centrality, 0.0, 0.0)

    def pair_features(self, left: int, right: int, *, overlap: float) -> tuple[float, ...]:
        """Return the features of two sentences together, `left` before `right`, in the order of SET_FEATURES."""
        norm = sqrt(2 + 2 * overlap)  # of the sum of two unit vectors
        return self._set_features(
            self.lengths[left] + self.lengths[right],
            self.title_words[left] | self.title_words[right],
            (self.title_likeness[left] + self.title_likeness[right]) / norm,
            (self.centrality[left] + self.centrality[right]) / norm,
            overlap,
            1.0 if right == 1 else 0.0,
        )

    def _set_features(
        self, length: float, title_words: Words, likeness: float, centrality: float, overlap: float, lead: float
    ) -> tuple[float, ...]:
        return (
            length,
            length * length,
            log(length + SHORT_LENGTH),
            0.0 if self.title_importance else length,
            self._coverage(title_words),
            likeness,
            centrality,
            overlap,
            lead,
        )

    def _coverage(self, title_words: Words) -> float:
        return _sum(self.importance, title_words) / self.title_importance if title_words else 0.0


def _is_unspaced(text: str) -> bool:
    return not text.isascii() and len(_UNSPACED.findall(text)) * 2 > len(text)


def _stems(text: str) -> Words:
    return frozenset(_STEM.findall(text.casefold()))


def _pairs_of_characters(text: str) -> Words:
    plain = f" {_NOT_WORD.sub(' ', text.casefold()).strip()} "
    return frozenset(map("".join, pairwise(plain))) if plain.strip() else frozenset()


def _centrality(words: Sequence[Words], importance: Mapping[str, int], norms: Sequence[float]) -> list[float]:
    """Return each sentence's cosine to the sum of all their unit vectors."""
    shares = dict.fromkeys(importance, 0)  # in parts of SCALE
    for found, norm in zip(words, norms, strict=True):
        share = round(SCALE * SCALE / norm)
        for word in found:
            shares[word] += share
    pull = {word: importance[word] * share for word, share in shares.items()}
    length = sqrt(sum(map(mul, pull.values(), shares.values()))) or 1.0
    return [_sum(pull, found) / (norm * length) for found, norm in zip(words, norms, strict=True)]


def _capitals(text: str) -> float:
    """Return the share of words that begin with a capital, the first word aside."""
    initials = [word[0] for word in text.split()][1:]
    return sum(map(str.isupper, initials)) / (len(initials) or 1)


def _sum(values: Mapping[str, int], words: Words) -> int:
    return sum(map(values.__getitem__, words))
