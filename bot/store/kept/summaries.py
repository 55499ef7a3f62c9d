"""The cache of summaries, so that no text is summarised twice. The caller makes the keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.store.database import Database
from bot.store.database.json_values import Json
from bot.store.database.rows import all_rows, json_list, to_us
from bot.store.database.worker import Worker
from summarizer import Summary

SUMMARY = Json[Summary](Summary)


class Summaries:
    """Summaries by key."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def get(self, keys: Sequence[str]) -> dict[str, Summary]:
        """Those of the summaries that are stored, by key."""

        def read(db: Database) -> dict[str, Summary]:
            sql = "SELECT key, body FROM summaries WHERE key IN (SELECT value FROM json_each(:keys))"
            return {
                row["key"]: SUMMARY.validate_json(row["body"]) for row in all_rows(db, sql, {"keys": json_list(keys)})
            }

        return await self._worker.read(read)

    async def counts(self) -> dict[str, int]:
        """How many summaries each engine made, the largest number first."""
        sql = """SELECT json_extract(body, '$.engine') AS engine, count(*) AS number FROM summaries
                 GROUP BY 1 ORDER BY 2 DESC, 1"""
        return {row["engine"]: row["number"] for row in await self._worker.read(lambda db: all_rows(db, sql))}

    async def put(self, items: Mapping[str, Summary], *, now: datetime) -> None:
        """Store summaries; one of a known key is replaced."""

        def write(db: Database) -> None:
            for key, summary in items.items():
                db.execute(
                    "INSERT INTO summaries (key, body, made_at) VALUES (:key, :body, :now)"
                    " ON CONFLICT (key) DO UPDATE SET body = :body, made_at = :now",
                    {"key": key, "body": SUMMARY.dump_json(summary).decode(), "now": to_us(now)},
                )

        await self._worker.write(write)
