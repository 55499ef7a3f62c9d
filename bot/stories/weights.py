"""How much a term says about an article's story: rare terms weigh more than usual ones (pure).

Weights follow from how many articles hold a term. The store keeps those counts in a table of fixed size; this module
says which counter belongs to a term, and turns counts into weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import log

COUNTERS = 1 << 17  # terms that fall together in one only make each other a little less rare
UNKNOWN_ARTICLES = 21  # what a store is short of to tell a rare word from a usual one


class TermWeights(dict[int, float]):
    """The weight of each term in a language, computed when it is first asked for.

    `counts` holds for each counter how many articles fall into it, `among` how many articles there are.
    """

    def __init__(self, language: int, counts: Sequence[int], *, among: int) -> None:
        self._language = language
        self._counts = counts
        self._among = among

    def __missing__(self, term: int) -> float:
        held_by = self._counts[(term >> 1 ^ self._language) % COUNTERS]  # as `counters_of`, without a call a term
        weight = self[term] = _weight(held_by or 1, self._among)
        return weight

    def prepare(self, terms: Iterable[int]) -> None:
        """Compute the weights of these terms at once, in a third of the time that asking for each takes."""
        language, counts, among = self._language, self._counts, self._among
        held = {term: counts[(term >> 1 ^ language) % COUNTERS] or 1 for term in terms}
        weighed = {articles: _weight(articles, among) for articles in set(held.values())}
        self.update(zip(held, map(weighed.__getitem__, held.values()), strict=True))

    @property
    def held_once(self) -> float:
        """The weight of a term that one article alone holds."""
        return _weight(1, self._among)


def counters_of(terms: Iterable[int], language: int) -> set[int]:
    """The counters that count these terms in a language: a usual word of one is a rare one in another."""
    return {(term >> 1 ^ language) % COUNTERS for term in terms}


def term_weight(articles: int, among: int) -> float:
    """The weight of a term that `articles` of `among` hold: 0 to 1, the square of its inverse document frequency.

    Sparck Jones (1972), on the scale of a term that two articles alone hold, so that it means the same in small and
    large stores. While few articles are known every word looks rare: terms weigh less then.
    """
    idf = log((among + 1) / (articles + 0.5))
    return min(max(idf, 0.0) / log((among + UNKNOWN_ARTICLES) / 2.5), 1.0) ** 2


@lru_cache(maxsize=4096)
def _weight(articles: int, among: int) -> float:
    return term_weight(articles, among)
