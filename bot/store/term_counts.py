"""Counts in how many articles each term stands, languages apart. What the counts mean: `bot.stories.weights`.

The counters are a table that does not grow. It is read whole for a reading of a source, half a megabyte, and written
where it changed; nothing is kept in memory.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.models.articles import CountedTerms, StorySketch
from bot.store.database import Database
from bot.store.database.rows import all_rows, one_value
from bot.stories.sketches import usual_terms
from bot.stories.weights import COUNTERS as COUNTERS
from bot.stories.weights import TermWeights, counters_of

BLOCK_COUNTERS = 1000  # kept in one row: they fill a page of the database
COUNTER = "I"  # of 32 bits, in the machine's order, as in the sketches of `stories`


def count_terms(
    db: Database, sketches: Iterable[StorySketch], *, sample: Iterable[CountedTerms] = ()
) -> dict[int, TermWeights]:
    """Count the terms of these articles; the weights of terms since then, by the languages of those with sketches."""
    by_language: defaultdict[int, list[StorySketch | CountedTerms]] = defaultdict(list)
    compared = list(sketches)
    counted: list[StorySketch | CountedTerms] = [*compared, *sample]
    for article in counted:
        by_language[article.language].append(article)
    if not by_language:
        return {}
    blocks = [row["counts"] for row in all_rows(db, "SELECT counts FROM term_counts ORDER BY block")]
    counts = array(COUNTER, b"".join(blocks))
    counters: dict[int, dict[int, int]] = {}  # by language, of each term
    for language, alike in by_language.items():
        found = counters[language] = counters_of(frozenset().union(*(one.terms for one in alike)), language)
        for article in alike:
            for counter in set(map(found.__getitem__, article.terms)):
                counts[counter] += 1
    _write(db, blocks, counts)
    among = {language: _count_articles(db, language, len(alike)) for language, alike in by_language.items()}
    weights = {}
    for language in {sketch.language for sketch in compared}:
        weights[language] = TermWeights(language, counts, among=among[language], usual=usual_terms(language))
        weights[language].prepare(counters[language])
    return weights


def blocks_of(counts: array[int]) -> list[bytes]:
    """The counters as rows of the table hold them, in order."""
    content, size = counts.tobytes(), BLOCK_COUNTERS * counts.itemsize
    return [content[start : start + size] for start in range(0, len(content), size)]


def _write(db: Database, before: Sequence[bytes], counts: array[int]) -> None:
    blocks = zip(before, blocks_of(counts), strict=True)
    changed = [(new, block) for block, (old, new) in enumerate(blocks) if new != old]
    db.conn.executemany("UPDATE term_counts SET counts = ? WHERE block = ?", changed)


def _count_articles(db: Database, language: int, articles: int) -> int:
    """Add to the number of articles in a language; returns the sum."""
    now: int = one_value(
        db,
        """INSERT INTO language_counts (language, articles) VALUES (:language, :articles)
           ON CONFLICT (language) DO UPDATE SET articles = articles + :articles RETURNING articles""",
        {"language": language, "articles": articles},
    )
    return now
