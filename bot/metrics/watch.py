"""Watches the running bot from inside: how late its event loop is, and the figures of the last hour for the charts."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib import metadata
from pathlib import Path
from typing import TypeVar

from bot.core import Core
from bot.delivery.tally import SendTally
from bot.metrics.figures import Figures, Point, SourceFigures, source_figures
from bot.models.sources import Source
from bot.summaries.service import REJECTED

N = TypeVar("N", int, float)

LAG_SECONDS = 1.0  # between two looks at the event loop
LAG_LOOKS = 60  # of which the largest is shown: a minute
POINTS = 120  # an hour


class LoopLag:
    """By how much the event loop was late to wake a sleeper, in seconds."""

    def __init__(self) -> None:
        self._lags: deque[float] = deque([0.0], maxlen=LAG_LOOKS)

    async def run(self, *, seconds: float = LAG_SECONDS) -> None:
        """Look again and again, until cancelled."""
        loop = asyncio.get_running_loop()
        while True:
            due = loop.time() + seconds
            await asyncio.sleep(seconds)
            self._lags.append(max(0.0, loop.time() - due))

    @property
    def last(self) -> float:
        return self._lags[-1]

    @property
    def most(self) -> float:
        return max(self._lags)


class Watch:
    """Gathers the figures, and keeps points of them. `hide` removes secrets from texts that become labels."""

    def __init__(self, core: Core, sends: SendTally, lag: LoopLag, *, hide: Callable[[str], str]) -> None:
        self._core = core
        self._sends = sends
        self._lag = lag
        self._hide = hide
        self._points: deque[Point] = deque(maxlen=POINTS)

    @property
    def points(self) -> tuple[Point, ...]:
        """The points so far, the oldest first."""
        return tuple(self._points)

    async def note(self) -> None:
        """Keep a point; of the store it asks the outbox alone, since this runs on whether anybody looks or not."""
        outbox = await self._core.store.outbox.stats()
        self._points.append(
            Point(
                waiting=outbox.pending + outbox.sending + outbox.unknown,
                sent=self._sends.sent.total(),
                refused=self._sends.refused.total(),
                summaries=sum(self._core.summaries.tally.made.values()),
                loop_lag=self._lag.most,
            )
        )

    async def figures(self) -> Figures:
        """The figures of now, from the store and the counters. Raises StoreError."""
        store, now = self._core.store, self._core.clock.now()
        outbox = await store.outbox.stats()
        due = outbox.oldest_due_at
        made = self._core.summaries.tally
        return Figures(
            at=now,
            version=metadata.version("tidings"),
            sources=tuple(self._source(source, now) for source in await store.sources.all()),
            articles=await store.articles.max_id(),
            chats=await store.chats.count(),
            outbox=outbox,
            oldest_due=max(0.0, (now - due).total_seconds()) if due else 0.0,
            sent=dict(self._sends.sent),
            refused=dict(self._sends.refused),
            engine=self._hide(self._core.summaries.status.engine),
            summaries=self._by_engine(made.made or {self._core.summaries.engine: 0}),
            summaries_failed=self._by_engine(made.failed),
            summary_batches=self._by_engine(made.batches),
            summary_seconds=self._by_engine(made.seconds),
            summaries_waiting=self._core.summaries.waiting,
            refused_sentences=await store.counters.all(REJECTED),
            loop_lag=self._lag.last,
            loop_lag_max=self._lag.most,
            database_bytes=await asyncio.to_thread(_size, self._core.settings.database),
        )

    def _source(self, source: Source, now: datetime) -> SourceFigures:
        return source_figures(source, name=self._hide(source.spec.name), at=now)

    def _by_engine(self, counts: Mapping[str, N]) -> dict[str, N]:
        return {self._hide(engine): count for engine, count in counts.items()}


def _size(database: Path) -> int:
    """Bytes of the database and of its write-ahead log."""
    return sum(path.stat().st_size for path in (database, Path(f"{database}-wal")) if path.exists())
