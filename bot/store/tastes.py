"""What chats like more or less than other news."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from bot.models.chats import ChatKey
from bot.models.tastes import MAX_TASTES, MAX_WEIGHT, Lesson, Taste, TasteKind
from bot.store.database.rows import Row, Value, all_rows, to_us
from bot.store.database.worker import Worker

_HERE = "chat_id = :chat AND thread_id = :thread"


class Tastes:
    """The tastes of chats."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def learn(self, key: ChatKey, lessons: Sequence[Lesson], *, more: bool, now: datetime) -> None:
        """Weigh these things by one for a stored chat, up or down."""
        step = 1 if more else -1

        def write(db: Database) -> None:
            db.conn.executemany(
                f"""INSERT INTO tastes (chat_id, thread_id, kind, value, key, weight, changed_at)
                   VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
                   weight = max(-{MAX_WEIGHT}, min({MAX_WEIGHT}, weight + excluded.weight)),
                   value = excluded.value, changed_at = excluded.changed_at""",  # noqa: S608
                [
                    (key.chat_id, key.thread_id, lesson.kind.value, lesson.value, lesson.key, step, to_us(now))
                    for lesson in lessons
                ],
            )
            db.execute(f"DELETE FROM tastes WHERE {_HERE} AND weight = 0", _values(key))  # noqa: S608
            db.execute(
                f"""DELETE FROM tastes WHERE id IN (
                        SELECT id FROM tastes WHERE {_HERE} ORDER BY changed_at DESC, id DESC LIMIT -1 OFFSET :most)""",  # noqa: S608
                {**_values(key), "most": MAX_TASTES},
            )

        await self._worker.write(write)

    async def of(self, key: ChatKey) -> list[Taste]:
        """The tastes of a chat, the last changed one first."""
        sql = f"SELECT * FROM tastes WHERE {_HERE} ORDER BY changed_at DESC, id"  # noqa: S608
        return [_taste(row) for row in await self._worker.read(lambda db: all_rows(db, sql, _values(key)))]

    async def of_each(self, keys: Sequence[ChatKey]) -> dict[ChatKey, frozenset[Taste]]:
        """The tastes of each of these chats; a chat without any is missing."""

        def read(db: Database) -> dict[ChatKey, frozenset[Taste]]:
            if not all_rows(db, "SELECT 1 FROM tastes LIMIT 1"):
                return {}
            sql = f"SELECT * FROM tastes WHERE {_HERE}"  # noqa: S608
            found = ((key, all_rows(db, sql, _values(key))) for key in keys)
            return {key: frozenset(map(_taste, rows)) for key, rows in found if rows}

        return await self._worker.read(read)

    async def forget(self, key: ChatKey, taste_id: int | None = None) -> bool:
        """Forget a taste of this chat, or all; False if there was nothing to forget."""
        sql = f"DELETE FROM tastes WHERE {_HERE} AND id = coalesce(:id, id)"  # noqa: S608
        values = {**_values(key), "id": taste_id}
        return await self._worker.write(lambda db: db.execute(sql, values).rowcount > 0)


def _taste(row: Row) -> Taste:
    lesson = Lesson(kind=TasteKind(row["kind"]), value=row["value"], key=row["key"])
    return Taste(id=row["id"], lesson=lesson, weight=row["weight"])


def _values(key: ChatKey) -> dict[str, Value]:
    return {"chat": key.chat_id, "thread": key.thread_id}
