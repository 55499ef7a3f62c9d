"""Single values by name, such as the bot's username. Not for what there are many of."""

from __future__ import annotations

from bot.store.rows import one_value
from bot.store.worker import Worker


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
