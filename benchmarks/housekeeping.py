"""How long small writes wait while a store is kept in order: purge, backup, checkpoint."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.store import Store

EVERY_SECONDS = 0.01  # a small write
QUIET_SECONDS = 5.0  # for what writes take when nothing else runs
CHECKPOINTS = 3  # so much is written that the log is copied back so many times
PAGE_BYTES = 4096


@dataclass(slots=True)
class WriteWaits:
    """How long each small write took, in seconds."""

    seconds: list[float] = field(default_factory=list)

    async def during(self, store: Store, work: Awaitable[object]) -> None:
        """Write again and again until the work is done."""
        task = asyncio.ensure_future(work)
        while not task.done():
            started = time.perf_counter()
            await store.facts.set("benchmark", str(started))
            self.seconds.append(time.perf_counter() - started)
            await asyncio.sleep(EVERY_SECONDS)
        await task

    def share(self, share: float) -> float:
        """The time within which this share of the writes ended; 1.0: all."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


async def write_waits(store: Store, *, now: datetime, purged_before: datetime) -> dict[str, WriteWaits]:
    """The waits beside each kind of work, "nothing" first. The purge deletes the articles that came in before then."""
    works: dict[str, Callable[[], Awaitable[object]]] = {
        "nothing": lambda: asyncio.sleep(QUIET_SECONDS),
        "the daily backup": lambda: store.daily_backup(today=now.date()),
        "checkpoints": lambda: _long_log(store),
        "the purge": lambda: store.articles.purge(before=purged_before),
    }
    found = {}
    for name, work in works.items():
        waits = found[name] = WriteWaits()
        await waits.during(store, work())
    return found


async def _long_log(store: Store) -> None:
    """Write so much that the log is copied into the database some times, as a day of loading does."""
    from bot.store.database.worker import LOG_PAGES

    text = "x" * PAGE_BYTES
    for number in range(CHECKPOINTS * LOG_PAGES // 10):
        await asyncio.gather(*(store.facts.set(f"benchmark {number} {part}", text) for part in range(10)))
