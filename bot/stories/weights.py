"""How much a term says about an article's story: rare terms weigh more than usual ones (pure).

Weights follow from how many articles hold a term. The store keeps those counts in a table of fixed size; this module
says which counter belongs to a term, and turns counts into weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import log

COUNTERS = 1 << 17  # terms that fall together in one only make each other a little less rare
UNKNOWN_ARTICLES = 21  # what a store is short of to tell a rare word from a usual one
# A store that knows few articles weighs terms as if it had read so many more, of which a share holds each usual word.
ASSUMED_ARTICLES = 40
USUAL_SHARE = 0.3
NONE_USUAL: frozenset[int] = frozenset()

Weights = Mapping[int, float]  # of terms


class TermWeights(dict[int, float]):
    """The weight of each term in a language, computed when it is first asked for.

    `counts` holds for each counter how many articles fall into it, `among` how many articles there are, `usual` the
    usual words of the language, none where they are not known.
    """

    def __init__(self, language: int, counts: Sequence[int], *, among: int, usual: frozenset[int] = NONE_USUAL) -> None:
        self._language = language
        self._counts = counts
        self._among = among + ASSUMED_ARTICLES * bool(usual)
        self._usual = usual

    def __missing__(self, term: int) -> float:
        held: float = self._counts[(term >> 1 ^ self._language) % COUNTERS] or 1
        if term in self._usual:
            held += USUAL_SHARE * ASSUMED_ARTICLES
        weight = self[term] = _weight(held, self._among)
        return weight

    def prepare(self, counters: Mapping[int, int]) -> None:
        """Compute the weights of counted terms at once, in less time than asking for each takes."""
        held: dict[int, float] = dict(zip(counters, map(self._counts.__getitem__, counters.values()), strict=True))
        for term in self._usual.intersection(held):
            held[term] += USUAL_SHARE * ASSUMED_ARTICLES
        weighed = {articles: _weight(articles, self._among) for articles in set(held.values())}
        self.update(zip(held, map(weighed.__getitem__, held.values()), strict=True))

    @property
    def held_once(self) -> float:
        """The weight of a term that one article alone holds."""
        return _weight(1, self._among)


def counters_of(terms: Iterable[int], language: int) -> dict[int, int]:
    """The counter of each of these terms in a language: a usual word of one is a rare one in another."""
    return {term: (term >> 1 ^ language) % COUNTERS for term in terms}


def term_weight(articles: float, among: int) -> float:
    """The weight of a term that `articles` of `among` hold: 0 to 1, the square of its inverse document frequency.

    Sparck Jones (1972), on the scale of a term that two articles alone hold, so that it means the same in small and
    large stores. While few articles are known every word looks rare: terms weigh less then.
    """
    idf = log((among + 1) / (articles + 0.5))
    return min(max(idf, 0.0) / log((among + UNKNOWN_ARTICLES) / 2.5), 1.0) ** 2


@lru_cache(maxsize=4096)
def _weight(articles: float, among: int) -> float:
    return term_weight(articles, among)


def weight_of(terms: Iterable[int], weights: Weights) -> float:
    """How much the terms weigh together."""
    return sum(map(weights.__getitem__, terms))


def covered(title: frozenset[int], terms: frozenset[int], weights: Weights) -> float:
    """The share of a title, by weight, that is among the terms."""
    whole = weight_of(title, weights)
    return weight_of(title & terms, weights) / whole if whole else 0.0
