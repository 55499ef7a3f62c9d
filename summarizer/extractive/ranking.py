"""Chooses the set of sentences that sums an article up best, by weights; pure arithmetic.

A choice is scored as a set, since length and overlap belong to sets: each sentence gives its own features (position,
likeness to the title and to the whole, digits, names), and each set of one or two those of the whole (`article`). The
score is linear in both; `weights.toml` holds the weights and says how they were made. One sentence may score more than
any two.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from operator import mul

from summarizer.extractive.article import RANKED_SENTENCES, SENTENCE_FEATURES, SET_FEATURES, Article, Needs, itself
from summarizer.extractive.weights import weights

LONG_ENOUGH = 0.4  # of the limit: from there on one sentence may tell as much as two


def choose(
    sentences: Sequence[str],
    title: str,
    *,
    count: int,
    max_chars: int,
    joint: int,
    language: str = "und",
    needs: Needs = itself,
) -> list[int]:
    """Choose up to `count` sentences that, with `joint` characters between each two, fit `max_chars`.

    Gives their indexes, ascending; none if no sentence fits. A sentence that `needs` another is chosen with that one
    only, unless no sentence that fits stands alone. Up to two, as many are chosen as score most; further ones fill the
    room. In the lead languages the first sentence is chosen and the next that fits, if there is one.
    """
    if count < 1:
        return []
    article = Article.read(sentences[:RANKED_SENTENCES], title, max_chars=max_chars)
    options = options_of(article, needs, max_chars=max_chars, joint=joint)
    if not options.alone:
        return []
    values = {index: _weigh(_sentence_weights(), article.sentence_features(index)) for index in options.able}
    standing = options.standing if count > 1 else []
    pairs = options.pairs if count > 2 else standing
    links = {pair: _weigh(_set_weights(), article.pair_features(*pair, overlap=options.pairs[pair])) for pair in pairs}
    if language in weights().lead_languages:
        chosen = opening(options, standing)
    else:
        scores: dict[tuple[int, ...], float] = {
            pair: values[pair[0]] + values[pair[1]] + links[pair] for pair in standing
        }
        for index in () if count > 2 and standing else options.singles if count > 1 else options.alone:
            scores[index,] = values[index] + _weigh(_set_weights(), article.single_features(index))
        chosen = max(scores, key=scores.__getitem__)
    for _ in range(count - 2):
        more = [
            (values[index] + sum(links[_ordered(index, other)] for other in chosen) / len(chosen), -index)
            for index in options.able
            if all(_ordered(index, other) in links for other in chosen)
            and article.size((*chosen, index), joint=joint) <= max_chars
            and _stands((*chosen, index), options.needs)
        ]
        chosen = (*chosen, -max(more)[1]) if more else chosen
    return sorted(chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What may be chosen of an article."""

    able: Sequence[int]  # sentences
    alone: Sequence[int]  # of these, those that need no other
    needs: Needs  # `itself` if every sentence needs another: then any is better than none
    pairs: Mapping[tuple[int, int], float]  # that fit and do not say the same, and how much they overlap
    standing: Sequence[tuple[int, int]]  # of these, those in which each has what it needs
    singles: Sequence[int]  # sentences that may stand in place of two


def options_of(article: Article, needs: Needs, *, max_chars: int, joint: int) -> Options:
    """Return what may be chosen within `max_chars`."""
    sizes = [len(sentence) + joint for sentence in article.sentences]
    able = [index for index in article.candidates(needs) if sizes[index] <= max_chars + joint]
    alone = [index for index in able if needs(index) == index]
    if not alone:
        needs, alone = itself, able
    overlaps = {
        (left, right): article.overlap(left, right)
        for left, right in combinations(able, 2)
        if sizes[left] + sizes[right] <= max_chars + joint
    }
    pairs = {pair: overlap for pair, overlap in overlaps.items() if not article.say_the_same(*pair, overlap=overlap)}
    standing = [pair for pair in pairs if _stands(pair, needs)]
    singles = [index for index in alone if not standing or article.lengths[index] >= LONG_ENOUGH]
    return Options(able=able, alone=alone, needs=needs, pairs=pairs, standing=standing, singles=singles)


def opening(options: Options, standing: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """Return the first sentence that stands alone, with the next that fits."""
    first = options.alone[0]
    return min((pair for pair in standing if first in pair), default=(first,))


def _stands(chosen: Collection[int], needs: Needs) -> bool:
    """Whether each of the chosen sentences has the one that it needs beside it."""
    return all(needs(index) in chosen for index in chosen)


@cache
def _sentence_weights() -> tuple[float, ...]:
    return tuple(weights().sentence[name] for name in SENTENCE_FEATURES)


@cache
def _set_weights() -> tuple[float, ...]:
    return tuple(weights().set[name] for name in SET_FEATURES)


def _weigh(weights: Sequence[float], features: Sequence[float]) -> float:
    return sum(map(mul, weights, features), 0.0)


def _ordered(left: int, right: int) -> tuple[int, int]:
    return (left, right) if left < right else (right, left)
