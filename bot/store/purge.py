"""Deletes what is old, children before parents; inside others' transactions. What is still needed stays."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.rows import all_rows, json_list
from bot.store.search import unindex_text

KEPT_OF_A_FEED = 200  # as many as are read of one (bot.parsers.feeds)

_STEPS = (
    "DELETE FROM sent_stories WHERE sent_at < :before",
    "DELETE FROM outbox WHERE state IN ('sent', 'dead') AND settled_at < :before",
    """DELETE FROM digests WHERE composed_at < :before
       AND id NOT IN (SELECT digest_id FROM outbox WHERE digest_id IS NOT NULL)""",
    "DELETE FROM payloads WHERE hash NOT IN (SELECT payload_hash FROM outbox)",
    "DELETE FROM summaries WHERE made_at < :before",
    "DELETE FROM picture_failures WHERE until_at < :before",
    "DELETE FROM story_keys WHERE week < (SELECT max(week) FROM story_keys) - 2",
    "DELETE FROM story_sketches WHERE told_at < (SELECT max(told_at) FROM story_sketches) - 1209600000000",  # 14 days
    "DELETE FROM sources WHERE gone = 1 AND id NOT IN (SELECT source_id FROM articles)",
)


def purge_articles(db: Database, before: int, *, limit: int) -> int:
    """Delete up to `limit` articles that came in before this time; returns how many. A feed's newest ones stay."""
    ids = [
        row["id"]
        for row in all_rows(
            db,
            # CROSS JOIN: by the time they were seen; which are the newest is found out once for each source.
            """WITH kept AS MATERIALIZED (
                   SELECT id AS source_id, iif(gone = 1, 1 << 62, (
                       SELECT id FROM articles AS newer WHERE newer.source_id = sources.id
                       ORDER BY id DESC LIMIT 1 OFFSET :kept - 1
                   )) AS first_id FROM sources WHERE gone = 1 OR kind = 'feed'
               )
               SELECT articles.id FROM articles CROSS JOIN kept USING (source_id)
               WHERE seen_at < :before AND articles.id < first_id LIMIT :limit""",
            {"before": before, "kept": KEPT_OF_A_FEED, "limit": limit},
        )
    ]
    unindex_text(db, ids)
    _forget_files(db, ids)
    for article_id in ids:  # their links to categories go with them
        db.execute("DELETE FROM articles WHERE id = :id", {"id": article_id})
    return len(ids)


def _forget_files(db: Database, article_ids: list[int]) -> None:
    """Delete the stamps of a removed folder's files with these articles: should it come back, they are read again."""
    db.execute(
        """DELETE FROM files WHERE (source_id, article_key) IN (
               SELECT source_id, key FROM articles WHERE id IN (SELECT value FROM json_each(:ids)))""",
        {"ids": json_list(article_ids)},
    )


def purge_rest(db: Database, before: int) -> None:
    """Delete old messages, digests, told stories, summaries and failures; and what has no articles any more."""
    for step in _STEPS:
        db.execute(step, {"before": before})
    _drop_empty_categories(db)


def _drop_empty_categories(db: Database) -> None:
    """Delete leaf categories without articles, subscribers and sources, until none is left: a parent may become one."""
    sql = """DELETE FROM categories
             WHERE id NOT IN (SELECT category_id FROM article_categories)
             AND path NOT IN (SELECT category FROM sources WHERE gone = 0 AND category IS NOT NULL)
             AND id NOT IN (SELECT category_id FROM subscriptions)
             AND id NOT IN (SELECT parent_id FROM categories WHERE parent_id IS NOT NULL)"""
    while db.execute(sql).rowcount:
        pass
