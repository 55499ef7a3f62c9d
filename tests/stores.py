"""New stores for tests: migrated once, then copied, since a migration costs more than most tests."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sqlite_utils import Database

from bot.filters.grammar import parse_rules
from bot.store import Store
from bot.store.search_index import reindex, texts_of

_migrated: list[bytes] = []


async def new_database(path: Path) -> None:
    """Write an empty database."""
    if not _migrated:
        async with Store.open(path):
            pass
        _migrated.append(path.read_bytes())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_migrated[0])


@asynccontextmanager
async def a_store(path: Path) -> AsyncIterator[Store]:
    """An empty store in a file of its own."""
    await new_database(path)
    async with Store.open(path) as store:
        yield store


async def searched(store: Store, query: str) -> list[int]:
    """The articles that a search finds, the best first."""
    rules = parse_rules(query, bare_shows=True)
    assert isinstance(rules, tuple), rules
    return list((await store.search.find(rules)).ids)


def assert_index_is_exact(db: Database) -> None:
    """The search index holds every word of every stored article at its place, and nothing else."""
    db.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, articles_text, instance)")
    held = db.execute("SELECT * FROM temp.words").fetchall()
    db.execute("INSERT INTO articles_text (articles_text) VALUES ('delete-all')")
    article_ids = [article_id for (article_id,) in db.execute("SELECT id FROM articles").fetchall()]
    reindex(db, old={}, new={article_id: texts_of(db, article_id) for article_id in article_ids})
    assert [tuple(row) for row in held] == [tuple(row) for row in db.execute("SELECT * FROM temp.words").fetchall()]


def assert_hours_are_exact(db: Database) -> None:
    """As many articles are counted for each hour and category as there are."""
    counted = "SELECT hour, category_id, articles FROM hourly_counts WHERE articles <> 0 ORDER BY 1, 2"
    held = """SELECT published_at / 3600000000, category_id, count(*)
              FROM article_categories JOIN articles ON id = article_id GROUP BY 1, 2 ORDER BY 1, 2"""
    assert [tuple(row) for row in db.execute(counted)] == [tuple(row) for row in db.execute(held)]
