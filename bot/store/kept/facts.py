"""Single values by name, such as the bot's username, and counters of events. Not for what there are many of."""

from __future__ import annotations

from collections.abc import Mapping

from bot.store.database.rows import all_rows, one_value
from bot.store.database.worker import Worker


class Facts:
    """The facts: text by name."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def get(self, name: str) -> str | None:
        value: str | None = await self._worker.read(
            lambda db: one_value(db, "SELECT value FROM facts WHERE name = :name", {"name": name})
        )
        return value

    async def set(self, name: str, value: str) -> None:
        await self._worker.write(
            lambda db: db.execute(
                """INSERT INTO facts (name, value) VALUES (:name, :value)
                   ON CONFLICT (name) DO UPDATE SET value = :value""",
                {"name": name, "value": value},
            )
        )


class Counters:
    """The counters since the database was made. Their names are dotted: "rejected.number"."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def add(self, times: Mapping[str, int]) -> None:
        """Add to counters by name, in one transaction."""
        sql = """INSERT INTO counters (name, value) VALUES (:name, :value)
                 ON CONFLICT (name) DO UPDATE SET value = value + :value"""
        await self._worker.write(
            lambda db: [db.execute(sql, {"name": name, "value": value}) for name, value in times.items()]
        )

    async def all(self, prefix: str = "") -> dict[str, int]:
        """The counters whose names begin with `prefix`, by the rest of their names."""
        rows = await self._worker.read(lambda db: all_rows(db, "SELECT name, value FROM counters ORDER BY name"))
        return {row["name"].removeprefix(prefix): row["value"] for row in rows if row["name"].startswith(prefix)}
