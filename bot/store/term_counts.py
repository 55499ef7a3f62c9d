"""Counts in how many articles each term stands, languages apart: a usual word of one is a rare one in another.

The counters are a table that does not grow; terms that fall together only make each other a little less rare. It is
read whole for a reading of a source, half a megabyte, and written where it changed; nothing is kept in memory.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlite_utils import Database

from bot.models.articles import StorySketch
from bot.store.rows import all_rows, one_value
from bot.stories.clusters import term_worth

COUNTERS = 1 << 17
BLOCK_COUNTERS = 1000  # kept in one row: they fill a page of the database
COUNTER = "I"  # of 32 bits, in the machine's order, as in the sketches of `stories`


class TermWorth(dict[int, float]):
    """What each term says in a language (`bot.stories.clusters.term_worth`), worked out when it is first asked for."""

    def __init__(self, language: int, counts: Sequence[int], *, among: int) -> None:
        self._language = language
        self._counts = counts
        self._among = among

    def __missing__(self, term: int) -> float:
        held_by = self._counts[(term >> 1 ^ self._language) % COUNTERS]
        worth = self[term] = _worth(held_by or 1, self._among)
        return worth

    @property
    def held_once(self) -> float:
        """The worth of a term that stands in one article alone."""
        return _worth(1, self._among)


def count_terms(db: Database, sketches: Iterable[StorySketch]) -> dict[int, TermWorth]:
    """Count the terms of these articles; what terms are worth since then, by the articles' languages."""
    languages: Counter[int] = Counter()
    blocks: list[bytes] = []
    counts = array(COUNTER)
    for sketch in sketches:
        if not languages:
            blocks = [row["counts"] for row in all_rows(db, "SELECT counts FROM term_counts ORDER BY block")]
            counts = array(COUNTER, b"".join(blocks))
        languages[sketch.language] += 1
        language = sketch.language
        for counter in {(term >> 1 ^ language) % COUNTERS for term in sketch.terms}:
            counts[counter] += 1
    _write(db, blocks, counts)
    return {
        language: TermWorth(language, counts, among=_count_articles(db, language, articles))
        for language, articles in languages.items()
    }


def blocks_of(counts: array[int]) -> list[bytes]:
    """The counters as rows of the table hold them, in order."""
    content, size = counts.tobytes(), BLOCK_COUNTERS * counts.itemsize
    return [content[start : start + size] for start in range(0, len(content), size)]


def _write(db: Database, before: Sequence[bytes], counts: array[int]) -> None:
    blocks = zip(before, blocks_of(counts), strict=True)
    changed = [(new, block) for block, (old, new) in enumerate(blocks) if new != old]
    db.conn.executemany("UPDATE term_counts SET counts = ? WHERE block = ?", changed)


def _count_articles(db: Database, language: int, articles: int) -> int:
    """Add to the articles in a language; how many they are now."""
    now: int = one_value(
        db,
        """INSERT INTO language_counts (language, articles) VALUES (:language, :articles)
           ON CONFLICT (language) DO UPDATE SET articles = articles + :articles RETURNING articles""",
        {"language": language, "articles": articles},
    )
    return now


@lru_cache(maxsize=4096)
def _worth(articles: int, among: int) -> float:
    return term_worth(articles, among)
