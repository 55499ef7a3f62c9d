"""Forgets what is old, children before parents, inside one transaction; what is still needed stays."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.rows import all_rows
from bot.store.search import unindex_text

_STEPS = (
    "DELETE FROM sent_stories WHERE sent_at < :before",
    "DELETE FROM outbox WHERE state IN ('sent', 'dead') AND settled_at < :before",
    "DELETE FROM payloads WHERE hash NOT IN (SELECT payload_hash FROM outbox)",
    "DELETE FROM summaries WHERE made_at < :before",
    "DELETE FROM picture_failures WHERE until_at < :before",
    "DELETE FROM sources WHERE gone = 1 AND id NOT IN (SELECT source_id FROM articles)",
)


def purge(db: Database, before: int) -> int:
    """Articles of feeds seen before this time, settled messages, sent stories, summaries. Counts the articles."""
    ids = [
        row["id"]
        for row in all_rows(
            db,
            """SELECT articles.id FROM articles JOIN sources ON sources.id = source_id
               WHERE seen_at < :before AND (kind = 'feed' OR gone = 1)""",
            {"before": before},
        )
    ]
    unindex_text(db, ids)
    for article_id in ids:  # their bonds to categories go with them
        db.execute("DELETE FROM articles WHERE id = :id", {"id": article_id})
    for step in _STEPS:
        db.execute(step, {"before": before})
    _drop_empty_categories(db)
    return len(ids)


def _drop_empty_categories(db: Database) -> None:
    """Leaves without articles and subscribers, until none is left: a parent may become one."""
    sql = """DELETE FROM categories
             WHERE id NOT IN (SELECT category_id FROM article_categories)
             AND id NOT IN (SELECT category_id FROM subscriptions)
             AND id NOT IN (SELECT parent_id FROM categories WHERE parent_id IS NOT NULL)"""
    while db.execute(sql).rowcount:
        pass
