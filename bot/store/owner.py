"""What owners are shown: the figures of days, and the troubles that they were told of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from itertools import pairwise

from bot.models.days import DayFigures
from bot.models.messages import NewMessage
from bot.store.database import Database
from bot.store.database.rows import all_rows, from_us, json_list, one_row, to_us
from bot.store.database.worker import Worker
from bot.store.queueing import insert_messages

_DAY = """SELECT
    (SELECT count(*) FROM digests WHERE composed_at >= :since AND composed_at < :until AND taken_back_at IS NULL)
        AS digests,
    (SELECT count(*) FROM articles WHERE seen_at >= :since AND seen_at < :until) AS articles,
    (SELECT count(*) FROM outbox WHERE state IN ('sent', 'dead') AND state = 'dead'
     AND created_at >= :since AND created_at < :until) AS failures"""

_HELD_SINCE = """SELECT articles.source_id AS id, seen_at AS at FROM articles JOIN (
        SELECT min(id) AS first FROM articles WHERE source_id IN (SELECT value FROM json_each(:ids)) GROUP BY source_id
    ) ON articles.id = first"""


class Owner:
    """The owner's view of the store."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def days(self, midnights: Sequence[datetime]) -> list[DayFigures]:
        """The figures of the days that begin at all but the last of these moments, which ends the last day."""

        def read(db: Database) -> list[DayFigures]:
            figures = []
            for since, until in pairwise(midnights):
                row = one_row(db, _DAY, {"since": to_us(since), "until": to_us(until)})
                assert row is not None
                figures.append(DayFigures(begins_at=since, **dict(row)))
            return figures

        return await self._worker.read(read)

    async def held_since(self, source_ids: Sequence[int]) -> dict[int, datetime]:
        """When the first article came in that is held of each of these sources; those without one are missing."""
        rows = await self._worker.read(lambda db: all_rows(db, _HELD_SINCE, {"ids": json_list(source_ids)}))
        return {row["id"]: from_us(row["at"]) for row in rows}

    async def told_troubles(self) -> set[str]:
        """The names of the troubles that owners were told of and that last."""
        sql = "SELECT name FROM told_troubles"
        return await self._worker.read(lambda db: {row[0] for row in db.execute(sql)})

    async def tell_troubles(
        self, notices: Sequence[NewMessage], *, new: Collection[str], lasting: Collection[str], now: datetime
    ) -> None:
        """Queue the notices, and keep which troubles owners know of: the `new` ones, and those that last."""

        def write(db: Database) -> None:
            insert_messages(db, notices, now=now)
            known = json_list([*new, *lasting])
            db.execute("DELETE FROM told_troubles WHERE name NOT IN (SELECT value FROM json_each(?))", [known])
            db.conn.executemany(
                "INSERT INTO told_troubles (name, told_at) VALUES (?, ?) ON CONFLICT DO NOTHING",
                [(name, to_us(now)) for name in new],
            )

        await self._worker.write(write)
