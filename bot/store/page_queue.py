"""The queue of pages to read for articles whose feed gives a teaser, as other transactions use it.

Also says which articles still wait for their page, and are left out of digests meanwhile.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.models.articles import NewArticle
from bot.store.database import Database
from bot.store.database.rows import one_value, to_us

# How long an article waits for the first reading of its page before it is sent with its teaser.
MAX_PAGE_WAIT = timedelta(minutes=2)
# The articles that wait so at `:now`. By the time they were seen, so that no clock that was wrong holds one for ever.
WAITING = (
    "SELECT article_id FROM page_readings JOIN articles ON articles.id = article_id"  # noqa: S608
    " WHERE due_at IS NOT NULL AND tries = 0"
    f" AND seen_at > :now - {MAX_PAGE_WAIT // timedelta(microseconds=1)} AND seen_at <= :now"
)


def queue_page(db: Database, article_id: int, article: NewArticle, now: int) -> None:
    """Make an article's page due to be read; its earlier tries do not count."""
    db.execute(
        """INSERT INTO page_readings (article_id, teaser, due_at) VALUES (:id, :teaser, :now)
           ON CONFLICT (article_id) DO UPDATE SET teaser = :teaser, due_at = :now, tries = 0""",
        {"id": article_id, "teaser": article.parsed.text, "now": now},
    )


def unqueue_page(db: Database, article_id: int) -> None:
    """Read the article's page no more: the feed gives the whole text now."""
    db.execute("DELETE FROM page_readings WHERE article_id = :id", {"id": article_id})


def settled_id(db: Database, now: datetime) -> int:
    """The highest id up to which no article waits for its page: all articles, if none waits."""
    sql = f"SELECT coalesce((SELECT min(article_id) - 1 FROM ({WAITING})), (SELECT max(id) FROM articles), 0)"  # noqa: S608
    found: int = one_value(db, sql, {"now": to_us(now)})
    return found
