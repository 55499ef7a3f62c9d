"""Scores sentences and chooses those that tell an article; pure arithmetic on strings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import exp, log, sqrt

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_NOT_WORD = re.compile(r"[\W_]+")
WEIGHTS = {"first": 0.25, "decay": 0.3, "title": 1.0, "centroid": 0.4}


def choose(sentences: Sequence[str], title: str, *, count: int, max_chars: int, joint: int) -> list[int]:
    """Choose up to `count` sentences that together with `joint` characters between fit `max_chars`; ascending."""
    scores = _scores(sentences, title)
    chosen: list[int] = []
    room = max_chars
    for index in sorted(range(len(sentences)), key=lambda i: -scores[i]):
        cost = len(sentences[index]) + (joint if chosen else 0)
        if len(chosen) < count and cost <= room and sentences[index] not in [sentences[i] for i in chosen]:
            chosen.append(index)
            room -= cost
    return sorted(chosen)


def _scores(sentences: Sequence[str], title: str) -> list[float]:
    grams = [_grams(sentence) for sentence in [*sentences, title]]
    df = Counter(gram for gram_counts in grams for gram in gram_counts)
    vectors = [
        _unit({gram: times * log((1 + len(grams)) / df[gram]) for gram, times in counts.items()}) for counts in grams
    ]
    centroid: Counter[str] = Counter()
    for vector in vectors[:-1]:
        centroid.update(vector)
    unit_centroid = _unit(centroid)
    return [
        WEIGHTS["first"] * (index == 0)
        + WEIGHTS["decay"] * exp(-index / 3)
        + WEIGHTS["title"] * _dot(vector, vectors[-1])
        + WEIGHTS["centroid"] * _dot(vector, unit_centroid)
        for index, vector in enumerate(vectors[:-1])
    ]


def _grams(text: str) -> Counter[str]:
    plain = _NOT_WORD.sub(" ", text.casefold())
    size = 2 if len(_UNSPACED.findall(plain)) * 2 > len(plain) else 3
    return Counter(plain[i : i + size] for i in range(len(plain) - size + 1))


def _unit(vector: Mapping[str, float]) -> dict[str, float]:
    length = sqrt(sum(value * value for value in vector.values())) or 1.0
    return {key: value / length for key, value in vector.items()}


def _dot(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right[key] for key, value in left.items() if key in right)
