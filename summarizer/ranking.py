"""Scores sentences and chooses the set that tells an article best; pure arithmetic on strings.

A choice is scored as a set, since length and overlap belong to sets: each sentence gives its own features (position,
likeness to the title and to the whole, length, digits, quotes, question), each pair of sentences those of the two
together. The score is linear in both; `summarizer/weights.py` holds the weights and says how they were made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, log, sqrt

from summarizer.weights import PAIR_WEIGHTS, RANKED_LANGUAGES, SENTENCE_WEIGHTS

RANKED_SENTENCES = 20  # of an article's beginning: news carries its substance first
LEADING_CANDIDATES = 10  # of those, the ones that may be chosen for their place ...
TITLE_CANDIDATES = 3  # ... and those that may be chosen for their likeness to the title wherever they stand
SAME_TEXT = 0.85  # cosine from which two sentences say the same
STEM_CHARS = 5  # words with this beginning in common count as one, a stemmer for every language
MIN_TITLE_WORD_CHARS = 4  # shorter words of a title are mostly articles and prepositions
MAX_DIGITS = 6  # more in a sentence do not count
FLOOR_IDF = 0.3  # what a piece of text is worth that stands in every sentence

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_NOT_WORD = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_QUOTE = re.compile(r'["“”«»„「」『』]')
_QUESTION_ENDS = ("?", "？", "؟", "!", "！", ":")
_CLOSERS = '"”»」 )'

Vector = Mapping[str, float]


def choose(
    sentences: Sequence[str], title: str, *, count: int, max_chars: int, joint: int, language: str = "und"
) -> list[int]:
    """Choose up to `count` sentences that, with `joint` characters between each two, fit `max_chars`.

    Gives their indexes, ascending; none if no sentence fits. Where ranking has not proved
    better for the language, the first two stand if they fit.
    """
    article = Article.read(sentences[:RANKED_SENTENCES], title, max_chars=max_chars)
    able = [index for index in article.candidates() if len(sentences[index]) <= max_chars]
    if not able or count < 1:
        return able[:0]
    values = {index: _weigh(SENTENCE_WEIGHTS, article.sentence_features(index)) for index in able}
    pairs = list(combinations(able, 2)) if count > 1 else []
    overlaps = {pair: article.overlap(*pair) for pair in pairs}
    links = {
        pair: _weigh(PAIR_WEIGHTS, article.pair_features(*pair, overlap=overlap))
        for pair, overlap in overlaps.items()
        if overlap < SAME_TEXT
    }
    fitting = [pair for pair in links if _length(sentences, pair, joint) <= max_chars]
    if not fitting:
        return [max(able, key=lambda index: values[index])]
    best = max(fitting, key=lambda pair: values[pair[0]] + values[pair[1]] + links[pair])
    chosen: tuple[int, ...] = best if language in RANKED_LANGUAGES or (0, 1) not in fitting else (0, 1)
    while len(chosen) < count:
        more = [
            (values[index] + sum(links[_ordered(index, other)] for other in chosen) / len(chosen), index)
            for index in able
            if all(_ordered(index, other) in links for other in chosen)
            and _length(sentences, (*chosen, index), joint) <= max_chars
        ]
        if not more:
            break
        chosen = (*chosen, max(more)[1])
    return sorted(chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """The figures that the features of sentences and pairs are worked out from."""

    sentences: Sequence[str]
    vectors: Sequence[Vector]  # unit tf-idf of character n-grams
    title_grams: Sequence[frozenset[str]]  # of the title's, those that stand in the sentence
    idf: Vector
    title_worth: float  # sum of idf over the title's n-grams; 0 without a title
    title_likeness: Sequence[float]  # cosines to the title
    centrality: Sequence[float]  # cosines to the sum of all sentences
    title_words: Sequence[float]  # shares of the title's words in the sentence, weighed by idf
    lengths: Sequence[float]  # as shares of the summary's limit

    @classmethod
    def read(cls, sentences: Sequence[str], title: str, *, max_chars: int) -> Article:
        """Work the figures out; the cost grows with the characters of the sentences."""
        plain = [_plain(sentence) for sentence in sentences]
        plain_title = _plain(title)
        size = 2 if sum(len(_UNSPACED.findall(text)) for text in plain) * 2 > sum(map(len, plain)) else 3
        counts = [_grams(text, size) for text in plain]
        title_counts = _grams(plain_title, size) if plain_title.strip() else Counter[str]()
        idf = _idf(counts, [*counts, title_counts])
        vectors = [_tf_idf(grams, idf) for grams in counts]
        title_vector = _tf_idf(title_counts, idf)
        total: dict[str, float] = {}
        for vector in vectors:
            for gram, value in vector.items():
                total[gram] = total.get(gram, 0.0) + value
        centre = _unit(total)
        return cls(
            sentences=sentences,
            vectors=vectors,
            title_grams=[frozenset(title_counts.keys() & grams.keys()) for grams in counts],
            idf=idf,
            title_worth=sum(idf[gram] for gram in title_counts),
            title_likeness=[_dot(title_vector, vector) for vector in vectors],
            centrality=[_dot(vector, centre) for vector in vectors],
            title_words=_title_words(plain, plain_title),
            lengths=[len(sentence) / max_chars for sentence in sentences],
        )

    def candidates(self) -> list[int]:
        """Give the sentences worth choosing from: the first ones and those most like the title."""
        leading = range(min(LEADING_CANDIDATES, len(self.sentences)))
        if not self.title_worth:
            return list(leading)
        by_title = sorted(range(len(self.sentences)), key=lambda index: -self.title_likeness[index])
        return sorted({*leading, *by_title[:TITLE_CANDIDATES]})

    def overlap(self, left: int, right: int) -> float:
        """Give how much two sentences have in common: the cosine of their vectors."""
        return _dot(self.vectors[left], self.vectors[right])

    def sentence_features(self, index: int) -> dict[str, float]:
        """Give one sentence's features, named as in SENTENCE_WEIGHTS."""
        text = self.sentences[index]
        likeness = self.title_likeness[index]
        most_like = max(self.title_likeness)
        words = _WORD.findall(text)[1:]
        untitled = not self.title_worth
        return {
            "decay": exp(-index / 3),
            "first": float(index == 0),
            "second": float(index == 1),
            "late": float(index >= 3),
            "title": likeness,
            "title_best": float(not untitled and likeness == most_like),
            "title_relative": likeness / (most_like or 1.0),
            "title_coverage": self._worth(self.title_grams[index]),
            "title_words": self.title_words[index],
            "centrality": self.centrality[index],
            "length": self.lengths[index],
            "digits": min(len(_DIGIT.findall(text)), MAX_DIGITS) / MAX_DIGITS,
            "quote": float(bool(_QUOTE.search(text))),
            "question": float(text.rstrip(_CLOSERS).endswith(_QUESTION_ENDS)),
            "capitals": sum(word[0].isupper() for word in words) / (len(words) or 1),
            "untitled_first": float(untitled and index == 0),
            "untitled_centrality": self.centrality[index] * untitled,
        }

    def pair_features(self, left: int, right: int, *, overlap: float) -> dict[str, float]:
        """Give the features of two sentences together, `left` before `right`, named as in PAIR_WEIGHTS."""
        length = self.lengths[left] + self.lengths[right]
        norm = sqrt(2 + 2 * overlap)  # of the sum of two unit vectors
        return {
            "length": length,
            "length_squared": length * length,
            "untitled_length": 0.0 if self.title_worth else length,
            "title_coverage": self._worth(self.title_grams[left] | self.title_grams[right]),
            "title": (self.title_likeness[left] + self.title_likeness[right]) / norm,
            "title_max": max(self.title_likeness[left], self.title_likeness[right]),
            "centrality": (self.centrality[left] + self.centrality[right]) / norm,
            "overlap": overlap,
            "adjacent": float(right == left + 1),
            "lead": float((left, right) == (0, 1)),
        }

    def _worth(self, title_grams: frozenset[str]) -> float:
        return sum(self.idf[gram] for gram in title_grams) / (self.title_worth or 1.0)


def _plain(text: str) -> str:
    return f" {_NOT_WORD.sub(' ', text.casefold()).strip()} "


def _grams(text: str, size: int) -> Counter[str]:
    return Counter(text[index : index + size] for index in range(len(text) - size + 1))


def _idf(sentences: Sequence[Counter[str]], known: Sequence[Counter[str]]) -> dict[str, float]:
    """Give the inverse sentence frequency of every n-gram of `known`, smoothed."""
    frequency = Counter(gram for grams in sentences for gram in grams)
    by_frequency = [log((1 + len(sentences)) / (1 + times)) + FLOOR_IDF for times in range(len(sentences) + 1)]
    return {gram: by_frequency[frequency[gram]] for grams in known for gram in grams}


def _title_words(plain: Sequence[str], plain_title: str) -> list[float]:
    """Give for each sentence the share of the title's words that it holds, by their beginnings."""
    stems = [{word[:STEM_CHARS] for word in text.split()} for text in plain]
    wanted = {word[:STEM_CHARS] for word in plain_title.split() if len(word) >= MIN_TITLE_WORD_CHARS}
    worth = {
        stem: log((1 + len(stems)) / (1 + sum(stem in words for words in stems))) + FLOOR_IDF for stem in sorted(wanted)
    }
    total = sum(worth.values()) or 1.0
    return [sum(value for stem, value in worth.items() if stem in words) / total for words in stems]


def _tf_idf(grams: Counter[str], idf: Vector) -> dict[str, float]:
    return _unit({gram: idf[gram] if times == 1 else (1 + log(times)) * idf[gram] for gram, times in grams.items()})


def _unit(vector: Vector) -> dict[str, float]:
    length = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {key: value / length for key, value in vector.items()}


def _dot(left: Vector, right: Vector) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(left[key] * right[key] for key in left.keys() & right.keys())


def _weigh(weights: Vector, features: Vector) -> float:
    return sum(weights[name] * value for name, value in features.items())


def _length(sentences: Sequence[str], chosen: Sequence[int], joint: int) -> int:
    return sum(len(sentences[index]) for index in chosen) + joint * (len(chosen) - 1)


def _ordered(left: int, right: int) -> tuple[int, int]:
    return (left, right) if left < right else (right, left)
