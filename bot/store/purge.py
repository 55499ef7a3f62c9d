"""Deletes what is old, children before parents, a few rows at a time: no other write waits long. What is still needed
stays.

What is to go is read beside the writer, through an index; each write then deletes as much as takes a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.store.database import Database
from bot.store.database.portions import Portions
from bot.store.database.rows import Value, all_rows, json_list
from bot.store.database.worker import Worker
from bot.store.queueing import drop_orphaned_payload
from bot.store.search_index import merge_some, unindex_text

KEPT_OF_A_FEED = 200  # as many as are read of one (bot.parsers.feeds)
WRITE_SECONDS = 0.005  # aimed at for one write
FOUND_AT_ONCE = 1000  # the reading stops the event loop meanwhile

Rows = Sequence[tuple[Any, ...]]

# CROSS JOIN: by the time they were seen; which are the newest of a feed is found out once for each source.
OLD_ARTICLES = """
    WITH kept AS MATERIALIZED (
        SELECT id AS source_id, iif(gone = 1, 1 << 62, (
            SELECT id FROM articles AS newer WHERE newer.source_id = sources.id
            ORDER BY id DESC LIMIT 1 OFFSET :kept - 1
        )) AS first_id FROM sources WHERE gone = 1 OR kind = 'feed'
    )
    SELECT articles.id FROM articles CROSS JOIN kept USING (source_id)
    WHERE seen_at < :before AND articles.id < first_id LIMIT :limit"""

_OLD_MESSAGES = """
    SELECT id, payload_hash FROM outbox WHERE state IN ('sent', 'dead') AND state = '{state}'
    AND created_at < :before AND settled_at < :before LIMIT :limit"""

# What is to be deleted, and how one row of that is: a digest may have told a story again meanwhile.
STEPS = (
    (
        "SELECT chat_id, thread_id, story_id, :before FROM sent_stories WHERE sent_at < :before LIMIT :limit",
        "DELETE FROM sent_stories WHERE chat_id = ? AND thread_id = ? AND story_id = ? AND sent_at < ?",
    ),
    (
        """SELECT id FROM digests WHERE composed_at < :before
           AND NOT EXISTS (SELECT 1 FROM outbox WHERE digest_id = digests.id) LIMIT :limit""",
        "DELETE FROM digests WHERE id = ?",
    ),
    ("SELECT key FROM summaries WHERE made_at < :before LIMIT :limit", "DELETE FROM summaries WHERE key = ?"),
    (
        "SELECT url FROM picture_failures WHERE until_at < :before LIMIT :limit",
        "DELETE FROM picture_failures WHERE url = ?",
    ),
    (
        """SELECT week, key, article_id FROM story_keys WHERE week < (SELECT max(week) FROM story_keys) - 2
           LIMIT :limit""",
        "DELETE FROM story_keys WHERE week = ? AND key = ? AND article_id = ?",
    ),
    (
        """SELECT article_id FROM story_sketches
           WHERE told_at < (SELECT max(told_at) FROM story_sketches) - 1209600000000 LIMIT :limit""",  # 14 days
        "DELETE FROM story_sketches WHERE article_id = ?",
    ),
    (
        """SELECT source_id, path FROM sources CROSS JOIN files ON source_id = sources.id WHERE gone = 1
           AND NOT EXISTS (SELECT 1 FROM articles WHERE source_id = sources.id) LIMIT :limit""",
        "DELETE FROM files WHERE source_id = ? AND path = ?",
    ),
    (
        """SELECT id FROM sources WHERE gone = 1 AND dismissed = 0
           AND NOT EXISTS (SELECT 1 FROM articles WHERE source_id = sources.id) LIMIT :limit""",
        """DELETE FROM sources WHERE id = ? AND gone = 1
           AND NOT EXISTS (SELECT 1 FROM articles WHERE source_id = sources.id)""",
    ),
    (
        "SELECT hour, category_id FROM hourly_counts WHERE hour < :before / 3600000000 LIMIT :limit",
        "DELETE FROM hourly_counts WHERE hour = ? AND category_id = ?",
    ),
    # Leaf categories without articles, subscribers and sources, until none is left: a parent may become one.
    (
        """SELECT id FROM categories
           WHERE NOT EXISTS (SELECT 1 FROM article_categories WHERE category_id = categories.id)
           AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE category_id = categories.id)
           AND path NOT IN (SELECT category FROM sources WHERE gone = 0 AND category IS NOT NULL)
           AND NOT EXISTS (SELECT 1 FROM categories AS child WHERE child.parent_id = categories.id) LIMIT :limit""",
        """DELETE FROM categories WHERE id = ?1
           AND NOT EXISTS (SELECT 1 FROM article_categories WHERE category_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE category_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM categories WHERE parent_id = ?1)""",
    ),
)


async def purge(worker: Worker, before: int) -> int:
    """Delete articles that came in before this time, old messages, digests, told stories, summaries and failures; and
    what has no articles any more. Returns how many articles. A feed's newest ones stay."""
    articles = await _purge(worker, before, OLD_ARTICLES, _delete_articles)
    for state in ("sent", "dead"):
        await _purge(worker, before, _OLD_MESSAGES.format(state=state), _delete_messages)
    for find, delete in STEPS:
        await _purge(worker, before, find, _deleting(delete))
    return articles


async def _purge(worker: Worker, before: int, find: str, delete: Callable[[Database, Rows], None]) -> int:
    """Delete all that is found; returns how many rows. Other writes run in between."""
    values: dict[str, Value] = {"before": before, "limit": FOUND_AT_ONCE, "kept": KEPT_OF_A_FEED}
    portions, done = Portions(worker, seconds=WRITE_SECONDS, first=10), 0
    last: Rows = ()
    while (found := await worker.read(lambda db: [tuple(row) for row in all_rows(db, find, values)])) and found != last:
        await portions.write(found, delete)
        last = found
        done += len(found)
    return done


def _deleting(sql: str) -> Callable[[Database, Rows], None]:
    def delete(db: Database, rows: Rows) -> None:
        db.conn.executemany(sql, rows)

    return delete


def _delete_messages(db: Database, rows: Rows) -> None:
    db.conn.executemany("DELETE FROM outbox WHERE id = ?", [(row[0],) for row in rows])
    for digest in {row[1] for row in rows}:
        drop_orphaned_payload(db, digest)


def _delete_articles(db: Database, rows: Rows) -> None:
    ids = [row[0] for row in rows]
    unindex_text(db, ids)
    _forget_files(db, ids)
    db.conn.executemany("DELETE FROM articles WHERE id = ?", rows)  # their links to categories go with them
    merge_some(db)


def _forget_files(db: Database, article_ids: Sequence[int]) -> None:
    """Delete the stamps of a removed folder's files with these articles: should it come back, they are read again."""
    db.execute(
        """DELETE FROM files WHERE (source_id, article_key) IN (
               SELECT source_id, key FROM articles WHERE id IN (SELECT value FROM json_each(:ids)))""",
        {"ids": json_list(article_ids)},
    )
