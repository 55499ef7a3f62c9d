"""How much one write takes of a long piece of work, by what the writes before it took: other writes wait meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.store.database import Database
from bot.store.database.worker import Worker

Row = TypeVar("Row")
T = TypeVar("T")

SHORTEST = 1e-4  # seconds: clocks tell no difference below


class Portions:
    """Writes rows by portions that take about `seconds` each, the commit aside; of `first` rows to begin with."""

    def __init__(self, worker: Worker, *, seconds: float, first: int, most: int | None = None) -> None:
        self._worker = worker
        self._seconds = seconds
        self._most = most
        self._at_once = first

    async def write(self, rows: Sequence[Row], function: Callable[[Database, Sequence[Row]], T]) -> list[T]:
        """Call the function with all rows, some in each transaction; returns what it returned."""
        results: list[T] = []
        written = 0

        def turn(db: Database) -> bool:
            nonlocal written
            some = rows[written : written + self._at_once]
            started = time.perf_counter()
            results.append(function(db, some))
            self._fit(len(some), max(time.perf_counter() - started, SHORTEST))
            written += len(some)
            return written < len(rows)

        if rows:
            await self._worker.write_in_turns(turn)
        return results

    def _fit(self, rows: int, seconds: float) -> None:
        fitting = max(1, min(int(rows * self._seconds / seconds), 2 * rows))
        if fitting < self._at_once or rows == self._at_once:  # few rows, at the end, say nothing of more
            self._at_once = fitting if self._most is None else min(fitting, self._most)
