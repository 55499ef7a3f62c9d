"""Reads what is stored of a feed's entries, for `bot.stories.entries` to find them again. Writes nothing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.articles import ParsedArticle
from bot.store.database import Database
from bot.store.database.rows import Row, Value, all_rows, from_us, json_list
from bot.stories.entries import MAX_BODY, HeldEntry
from bot.web.sites import address_key

MAX_AT_ADDRESSES = 500

_COLUMNS = "id, key, fingerprint, title, url, published_at, seen_at"


def held_entries(db: Database, source_id: int, entries: Sequence[ParsedArticle]) -> list[HeldEntry]:
    """What is stored under the keys of these entries, and the newest at their pages, newest first."""
    pages = {address_key(entry.url).partition("#")[0] for entry in entries if entry.url}
    values: dict[str, Value] = {
        "source": source_id,
        "keys": json_list(entry.key for entry in entries),
        "pages": json_list(sorted(pages)),
        "limit": MAX_AT_ADDRESSES,
    }
    columns = _columns(with_text=len(entries) == 1)
    rows = all_rows(
        db,
        # From the page to before page + '$' (the character after '#') lie its addresses with a fragment, too.
        f"""SELECT {columns} FROM articles
            WHERE source_id = :source AND key IN (SELECT value FROM json_each(:keys))
            UNION SELECT {columns} FROM articles WHERE id IN (
                SELECT at_page.id FROM json_each(:pages) AS page CROSS JOIN articles AS at_page
                ON url_key >= page.value AND url_key < page.value || '$'
                WHERE source_id = :source ORDER BY at_page.id DESC LIMIT :limit
            ) ORDER BY id DESC""",  # noqa: S608
        values,
    )
    return list(map(_held, rows))


def newest_entries(db: Database, source_id: int, *, limit: int) -> list[HeldEntry]:
    """What is stored of the source's newest articles, newest first, and how their texts begin."""
    sql = f"SELECT {_columns(with_text=True)} FROM articles WHERE source_id = :source ORDER BY id DESC LIMIT :limit"  # noqa: S608
    return list(map(_held, all_rows(db, sql, {"source": source_id, "limit": limit})))


def _columns(*, with_text: bool) -> str:
    return f"{_COLUMNS}, {f'substr(text, 1, {MAX_BODY})' if with_text else 'NULL'} AS text"


def _held(row: Row) -> HeldEntry:
    # An article without a date that was believed has that of its first reading.
    dated = row["published_at"] != row["seen_at"]
    return HeldEntry(
        key=row["key"],
        fingerprint=row["fingerprint"],
        title=row["title"],
        url=row["url"],
        published_at=from_us(row["published_at"]) if dated else None,
        text=row["text"],
    )
