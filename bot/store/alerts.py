"""The alerts of chats: words that they wait for, and stories that they follow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.models.alerts import Alert
from bot.models.chats import ChatKey
from bot.store.database import Database
from bot.store.database.rows import HERE, Row, Value, all_rows, here, one_row, to_us
from bot.store.database.worker import Worker

MAX_ALERTS = 10  # of a chat, stories that it follows included
STORY_LIFE = timedelta(days=7)  # without news: then a story is no longer followed
KEPT_ENDED = timedelta(days=7)  # so long the removal of an alert can be undone
FINDING_LIFE = timedelta(days=2)  # what could not be told by then is no news any more

_ROOM = f"(SELECT count(*) FROM alerts WHERE {HERE} AND ended_at IS NULL) < {MAX_ALERTS}"  # noqa: S608
_END = (
    """DELETE FROM alerts WHERE story_id IS NOT NULL AND (news_at < :quiet_since
       OR NOT EXISTS (SELECT 1 FROM articles WHERE articles.story_id = alerts.story_id))""",
    "DELETE FROM alerts WHERE ended_at < :ended",
    "DELETE FROM alert_news WHERE article_id IN (SELECT id FROM articles WHERE seen_at < :found)",
)


class Alerts:
    """What chats wait for. What was found for them is `AlertNews`."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def add(self, key: ChatKey, words: str, *, now: datetime) -> Alert | None:
        """Give a stored chat an alert for news from now on; None if it has as many as it may."""
        return await self._worker.write(lambda db: _add(db, key, words, None, now))

    async def follow(self, key: ChatKey, article_id: int, *, now: datetime) -> Alert | None:
        """Have a chat follow the story of an article; None if it has as many alerts as it may, or there is no article.

        A story that it follows already stays as it is.
        """

        def write(db: Database) -> Alert | None:
            article = one_row(db, "SELECT story_id, title FROM articles WHERE id = :id", {"id": article_id})
            if article is None:
                return None
            sql = f"SELECT * FROM alerts WHERE {HERE} AND story_id = :story AND ended_at IS NULL"  # noqa: S608
            row = one_row(db, sql, {**here(key), "story": article["story_id"]})
            return _alert(row) if row else _add(db, key, article["title"], article["story_id"], now)

        return await self._worker.write(write)

    async def unfollow(self, key: ChatKey, story_id: str) -> bool:
        """End the following of a story; False if the chat did not follow it."""
        sql = f"DELETE FROM alerts WHERE {HERE} AND story_id = :story"  # noqa: S608
        values = {**here(key), "story": story_id}
        return await self._worker.write(lambda db: db.execute(sql, values).rowcount > 0)

    async def of(self, key: ChatKey) -> list[Alert]:
        """The alerts of a chat in the order in which they were saved."""
        sql = f"SELECT * FROM alerts WHERE {HERE} AND ended_at IS NULL ORDER BY id"  # noqa: S608
        return [_alert(row) for row in await self._worker.read(lambda db: all_rows(db, sql, here(key)))]

    async def end(self, key: ChatKey, alert_id: int, *, now: datetime) -> Alert | None:
        """End an alert of this chat, with what it found, and return it; None if the chat has none of this id."""
        sql = f"""UPDATE alerts SET ended_at = :now WHERE {HERE} AND id = :id AND ended_at IS NULL
                  RETURNING *"""  # noqa: S608
        values = {**here(key), "id": alert_id, "now": to_us(now)}

        def write(db: Database) -> list[Row]:
            ended = all_rows(db, sql, values)
            if ended:
                db.execute("DELETE FROM alert_news WHERE alert_id = :id", values)
            return ended

        rows = await self._worker.write(write)
        return _alert(rows[0]) if rows else None

    async def restore(self, key: ChatKey, alert_id: int, *, now: datetime) -> Alert | None:
        """Bring an ended alert back, for news from now on; None if it is gone, or there is no room for it."""
        sql = f"""UPDATE alerts SET ended_at = NULL, news_at = :now,
                  after_id = (SELECT coalesce(max(id), 0) FROM articles)
                  WHERE {HERE} AND id = :id AND (ended_at IS NULL OR {_ROOM}) RETURNING *"""  # noqa: S608
        values = {**here(key), "id": alert_id, "now": to_us(now)}
        rows: Sequence[Row] = await self._worker.write(lambda db: all_rows(db, sql, values))
        return _alert(rows[0]) if rows else None

    async def words(self) -> list[str]:
        """What the alerts of all chats look for, each once."""
        sql = "SELECT DISTINCT words FROM alerts WHERE story_id IS NULL AND ended_at IS NULL"
        return await self._worker.read(lambda db: [row["words"] for row in all_rows(db, sql)])

    async def end_stale(self, *, now: datetime) -> None:
        """Forget stories without news for long, or without articles, and what was removed or not told for long."""
        values: dict[str, Value] = {
            "quiet_since": to_us(now - STORY_LIFE),
            "ended": to_us(now - KEPT_ENDED),
            "found": to_us(now - FINDING_LIFE),
        }
        await self._worker.write(lambda db: [db.execute(sql, values) for sql in _END])


def _add(db: Database, key: ChatKey, words: str, story_id: str | None, now: datetime) -> Alert | None:
    sql = f"""INSERT INTO alerts (chat_id, thread_id, words, story_id, after_id, saved_at, news_at)
              SELECT :chat, :thread, :words, :story, (SELECT coalesce(max(id), 0) FROM articles), :now, :now
              WHERE {_ROOM} RETURNING *"""  # noqa: S608
    rows = all_rows(db, sql, {**here(key), "words": words, "story": story_id, "now": to_us(now)})
    return _alert(rows[0]) if rows else None


def _alert(row: Row) -> Alert:
    return Alert(id=row["id"], words=row["words"], story_id=row["story_id"])
