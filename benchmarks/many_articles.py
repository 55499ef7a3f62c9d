"""A database with many articles, written in bulk: what benchmarks of its growth run on.

The words follow Zipf's law, in Latin, Han and Arabic script.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from bot.store import Store
from bot.store.database.rows import to_us
from bot.store.database.worker import connect
from bot.store.search_index import VERSION_FACT, bring_up_to_date

WORDS = 30  # of an article
LATIN_WORDS = 100_000
HAN_CHARACTERS = 3000
BATCH = 20_000
CHILDREN = 4  # of each category at the top

_SYLLABLES = [a + b for a in "bcdfghklmnprstvz" for b in "aeiou"]
_ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """How many articles, over how many days up to now, of how many sources, in how many categories at the top."""

    articles: int
    days: float = 90.0
    sources: int = 200
    roots: int = 12


class Language:
    """Words by Zipf's law, in three scripts."""

    def __init__(self, chance: np.random.Generator) -> None:
        self._chance = chance
        self.latin = ["the", "a", "of", "to", "in", "i", *(_latin_word(number) for number in range(LATIN_WORDS))]
        self.han = [chr(0x4E00 + number * 5) for number in range(HAN_CHARACTERS)]
        self.arabic = ["".join(_ARABIC[(number // 28**place) % 28] for place in range(3)) for number in range(20_000)]

    def texts(self, count: int) -> Iterator[tuple[str, str, str]]:
        """So many articles: language, title and text."""
        kinds = self._chance.choice(["en", "zh-Hant", "ar"], count, p=[0.75, 0.2, 0.05])
        numbers = {
            "en": self._zipf(len(self.latin), count),
            "zh-Hant": self._zipf(len(self.han), count),
            "ar": self._zipf(len(self.arabic), count),
        }
        for row, kind in enumerate(map(str, kinds)):
            words, gap = {"en": (self.latin, " "), "zh-Hant": (self.han, ""), "ar": (self.arabic, " ")}[kind]
            text = gap.join(words[number] for number in numbers[kind][row])
            title = gap.join(words[number] for number in numbers[kind][row][:6][::-1])
            yield kind, title, text

    def _zipf(self, words: int, rows: int) -> NDArray[np.int64]:
        weights = 1 / np.arange(1, words + 1)
        edges = np.cumsum(weights / weights.sum())
        return np.minimum(np.searchsorted(edges, self._chance.random((rows, WORDS))), words - 1)


async def fill(path: Path, stock: Stock, *, now: datetime, language: Language | None = None) -> None:
    """Make the database at this path, write the articles and index them."""
    async with Store.open(path):
        pass
    language = language or Language(np.random.default_rng(7))
    with contextlib.closing(connect(path)) as db:
        db.execute("PRAGMA synchronous=OFF")
        db.execute("BEGIN")
        _write_categories(db.conn, stock)
        later = to_us(now + timedelta(days=365))  # none of them is read meanwhile
        sources = [(f"Paper {number}", f"https://{number}.example/feed", later) for number in range(stock.sources)]
        db.conn.executemany(_SOURCE, sources)
        for start in range(0, stock.articles, BATCH):
            numbers = range(start, min(start + BATCH, stock.articles))
            texts = language.texts(len(numbers))
            db.conn.executemany(_ARTICLE, (_row(number, stock, now, *next(texts)) for number in numbers))
            db.conn.executemany(_LINK, (link for number in numbers for link in _links(number, stock)))
        db.execute("COMMIT")
        index(db)


def _write_categories(connection: Any, stock: Stock) -> None:
    for root in range(stock.roots):
        name = f"Subject {root + 1}"
        connection.execute(_CATEGORY, (None, name, name.casefold(), name.casefold()))
        parent = connection.execute("SELECT last_insert_rowid()").fetchone()[0]
        for child in range(CHILDREN):
            path = f"{name}/Field {child + 1}"
            connection.execute(_CATEGORY, (parent, path, path.casefold(), f"field {child + 1}"))


def _links(number: int, stock: Stock) -> Iterator[tuple[int, int, int | None]]:
    """The categories of an article: one below the top, which is linked, too; every fifth article has another."""
    for position in range(2 if number % 5 == 0 else 1):
        root = (number * 7 + position) % stock.roots
        first = 1 + root * (CHILDREN + 1)
        yield first, number + 1, None
        yield first + 1 + number // stock.roots % CHILDREN, number + 1, position


def _row(number: int, stock: Stock, now: datetime, language: str, title: str, text: str) -> tuple[object, ...]:
    at = to_us(now - timedelta(days=stock.days) * (1 - (number + 1) / stock.articles))
    source = number % stock.sources
    url = f"https://{source}.example/{number}"
    return (source + 1, f"key-{number}", url, url, title, text, language, at, at, f"story-{number}")


def _latin_word(number: int) -> str:
    """A word of its own for each number, of two syllables or more."""
    word = ""
    number += len(_SYLLABLES)
    while number:
        number, digit = divmod(number, len(_SYLLABLES))
        word = _SYLLABLES[digit] + word
    return word


_CATEGORY = "INSERT INTO categories (parent_id, path, path_key, name_key) VALUES (?, ?, ?, ?)"
_SOURCE = "INSERT INTO sources (name, kind, location, origin, next_check_at) VALUES (?, 'feed', ?, 'file', ?)"
_ARTICLE = """INSERT INTO articles (source_id, key, fingerprint, url, url_key, title, authors, text, blocks, language,
                                    published_at, seen_at, story_id, pushable)
              VALUES (?, ?, '', ?, ?, ?, '[]', ?, '[]', ?, ?, ?, ?, 1)"""
_LINK = "INSERT INTO article_categories (category_id, article_id, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"


def index(db: Database) -> None:
    """Index all articles that were written."""
    db.execute("DELETE FROM facts WHERE name = ?", [VERSION_FACT])
    bring_up_to_date(db)
