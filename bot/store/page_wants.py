"""Which articles want their pages read, inside others' transactions; and which are waited for before they are told."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.models.articles import NewArticle
from bot.store.rows import one_row, one_value, to_us

# How long an article waits for the first reading of its page before it is told with its teaser.
PATIENCE = timedelta(minutes=2)
# The articles that wait so at `:now`. By the time they were seen, so that no clock that was wrong holds one for ever.
WAITING = (
    "SELECT article_id FROM page_readings JOIN articles ON articles.id = article_id"  # noqa: S608
    " WHERE due_at IS NOT NULL AND tries = 0"
    f" AND seen_at > :now - {PATIENCE // timedelta(microseconds=1)} AND seen_at <= :now"
)


def want_page(db: Database, article_id: int, article: NewArticle, now: int) -> None:
    """Have an article's page read, from now on; its earlier tries do not count."""
    db.execute(
        """INSERT INTO page_readings (article_id, teaser, due_at) VALUES (:id, :teaser, :now)
           ON CONFLICT (article_id) DO UPDATE SET teaser = :teaser, due_at = :now, tries = 0""",
        {"id": article_id, "teaser": article.parsed.text, "now": now},
    )


def forget_page(db: Database, article_id: int) -> None:
    """The feed gives the whole text now."""
    db.execute("DELETE FROM page_readings WHERE article_id = :id", {"id": article_id})


def holds_page(db: Database, article_id: int) -> bool:
    """Whether the article's text is its page's."""
    sql = "SELECT 1 FROM page_readings WHERE article_id = :id AND taken = 1"
    return one_row(db, sql, {"id": article_id}) is not None


def settled_id(db: Database, now: datetime) -> int:
    """The highest id below which no article waits for its page; without one, the highest there is."""
    sql = f"SELECT coalesce((SELECT min(article_id) - 1 FROM ({WAITING})), (SELECT max(id) FROM articles), 0)"  # noqa: S608
    found: int = one_value(db, sql, {"now": to_us(now)})
    return found
