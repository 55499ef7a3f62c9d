"""When chats get recaps, and which stories a recap may hold."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.models.articles import CategoryPath
from bot.models.chats import ChatKey
from bot.models.messages import NewMessage
from bot.models.recaps import RecapPlan
from bot.store.database import Database
from bot.store.database.chat_rows import SCHEDULE
from bot.store.database.rows import HERE, Row, Value, all_rows, from_us, here, json_list, one_row, path_text, to_us
from bot.store.database.worker import Worker
from bot.store.digests import NO_MORE, PUBLISHERS
from bot.store.queueing import insert_messages


class Recaps:
    """The recaps that chats asked for, and the most told stories."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def plan(self, key: ChatKey) -> RecapPlan | None:
        """When the chat gets recaps; None if it gets none by itself."""
        sql = f"SELECT * FROM recaps WHERE {HERE}"  # noqa: S608
        row = await self._worker.read(lambda db: one_row(db, sql, here(key)))
        return None if row is None else _plan(row)

    async def schedule(self, plan: RecapPlan) -> None:
        """Give a stored chat recaps at these times from now on."""
        sql = """INSERT INTO recaps (chat_id, thread_id, schedule, due_at) VALUES (:chat, :thread, :schedule, :due)
                 ON CONFLICT DO UPDATE SET schedule = excluded.schedule, due_at = excluded.due_at"""
        values = {
            **here(plan.key),
            "schedule": SCHEDULE.dump_json(plan.schedule).decode(),
            "due": to_us(plan.due_at),
        }
        await self._worker.write(lambda db: db.execute(sql, values) and None)

    async def cancel(self, key: ChatKey) -> bool:
        """Give the chat no recaps by itself; False if it had none."""
        sql = f"DELETE FROM recaps WHERE {HERE}"  # noqa: S608
        return await self._worker.write(lambda db: db.execute(sql, here(key)).rowcount > 0)

    async def due(self, now: datetime, *, limit: int) -> list[RecapPlan]:
        """The recaps that are due for active chats, the longest due first."""
        sql = """SELECT recaps.* FROM recaps JOIN chats USING (chat_id, thread_id)
                 WHERE recaps.due_at <= :now AND active = 1 AND coalesce(paused_until, 0) <= :now
                 ORDER BY recaps.due_at LIMIT :limit"""
        values: dict[str, Value] = {"now": to_us(now), "limit": limit}
        return [_plan(row) for row in await self._worker.read(lambda db: all_rows(db, sql, values))]

    async def planned_after(self, moment: datetime) -> list[RecapPlan]:
        """The recaps that are due after this moment."""
        sql = "SELECT * FROM recaps WHERE due_at > :moment"
        return [_plan(row) for row in await self._worker.read(lambda db: all_rows(db, sql, {"moment": to_us(moment)}))]

    async def commit(self, plan: RecapPlan, messages: Sequence[NewMessage], *, due_at: datetime, now: datetime) -> int:
        """Queue a recap and set when the next one is due, in one transaction; returns how many messages were queued.

        Nothing is done where the plan was changed meanwhile.
        """

        def write(db: Database) -> int:
            sql = f"UPDATE recaps SET due_at = :next WHERE {HERE} AND due_at = :due"  # noqa: S608
            values = {**here(plan.key), "next": to_us(due_at), "due": to_us(plan.due_at)}
            if not db.execute(sql, values).rowcount:
                return 0
            return insert_messages(db, messages, now=now)

        return await self._worker.write(write)

    async def most_told(
        self, key: ChatKey, categories: Sequence[CategoryPath] | None, *, since: datetime, limit: int
    ) -> list[str]:
        """The stories with reports since then in these categories (None: in any), those of the most sources first.

        What the chat muted is left out.
        """
        bound = (
            ""
            if categories is None
            else """AND EXISTS (
                SELECT 1 FROM article_categories AS bound JOIN categories ON categories.id = bound.category_id
                WHERE bound.article_id = articles.id AND path IN (SELECT value FROM json_each(:paths)))"""
        )
        sql = f"""SELECT story_id FROM articles JOIN sources ON sources.id = source_id
                  WHERE published_at >= :since {bound} AND story_id NOT IN (
                      SELECT story_id FROM sent_stories WHERE {HERE} AND upto_id = :muted)
                  GROUP BY story_id ORDER BY {PUBLISHERS} DESC, count(*) DESC, max(published_at) DESC
                  LIMIT :limit"""  # noqa: S608
        values: dict[str, Value] = {**here(key), "since": to_us(since), "limit": limit, "muted": NO_MORE}
        if categories is not None:
            values["paths"] = json_list(path_text(path) for path in categories)
        return [row["story_id"] for row in await self._worker.read(lambda db: all_rows(db, sql, values))]


def _plan(row: Row) -> RecapPlan:
    return RecapPlan(
        key=ChatKey(chat_id=row["chat_id"], thread_id=row["thread_id"]),
        schedule=SCHEDULE.validate_json(row["schedule"]),
        due_at=from_us(row["due_at"]),
    )
