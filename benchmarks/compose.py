"""What composing costs for many chats that share few digests, against what nothing can save: in one run.

`python -m benchmarks.compose [--chats 10000] [--digests 50]` composes for the chats; composes the digests alone, each
for one chat; and inserts the same rows as the first run with `executemany` into the same schema, as durable and in as
many transactions. It prints the first time over the sum of the others, by the clock and by the processor's time, which
other work on the machine changes little; and how long other writes and the loop wait.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.many_chats import Crowd, fill
from benchmarks.results import Result
from bot.clock import MovableClock
from bot.digest.compose import Composer
from bot.lean import settle
from bot.models.chats import DigestFormat
from bot.models.fetching import FetchFailed, FetchOutcome, FetchProblem
from bot.parsers.pool import ParserPool
from bot.pictures.thumbnails import Thumbnails
from bot.store import Store
from bot.store.database.worker import connect
from bot.store.digests import CHATS_AT_ONCE
from bot.summaries.service import SummaryService
from summarizer import ExtractiveSummarizer

# Parents before children; of chats only what composing writes.
INSERTED = ("payloads", "digests", "outbox", "sent_stories")


class NoFetcher:
    """There are no pictures."""

    async def fetch(self, url: str, **_: Any) -> FetchOutcome:
        return FetchFailed(reason=FetchProblem.GONE)

    async def aclose(self) -> None: ...


@dataclass(slots=True)
class Waits:
    """How long small writes, and the event loop, waited while something else ran; seconds."""

    writes: list[float] = field(default_factory=list)
    loop: list[float] = field(default_factory=list)

    @asynccontextmanager
    async def noting(self, store: Store) -> AsyncIterator[None]:
        """Write every 20 ms, and look every 5 ms whether the loop runs."""
        tasks = [asyncio.create_task(self._write(store)), asyncio.create_task(self._tick())]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def _write(self, store: Store) -> None:
        while True:
            start = time.perf_counter()
            await store.facts.set("benchmark", str(start))
            self.writes.append(time.perf_counter() - start)
            await asyncio.sleep(0.02)

    async def _tick(self) -> None:
        while True:
            start = time.perf_counter()
            await asyncio.sleep(0.005)
            self.loop.append(time.perf_counter() - start - 0.005)


def percentiles(seconds: list[float]) -> str:
    """p50, p99 and the longest, in ms."""
    ordered = sorted(seconds) or [0.0]
    shown = (ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100], ordered[-1])
    return "p50 {:.0f}, p99 {:.0f}, max {:.0f} ms".format(*(1000 * value for value in shown))


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of the clock and of the processor."""

    seconds: float
    cpu_seconds: float

    @classmethod
    def since(cls, seconds: float, cpu_seconds: float) -> Took:
        """What it took since the clocks showed this."""
        return cls(time.perf_counter() - seconds, time.process_time() - cpu_seconds)


async def compose(database: Path, clock: MovableClock, waits: Waits | None = None) -> tuple[Took, int]:
    """Compose for all chats that are due; returns what it took, and how many messages that made."""
    async with Store.open(database) as store:
        pool = ParserPool()
        summaries = SummaryService(store=store, summarizer=ExtractiveSummarizer(), clock=clock)
        thumbnails = Thumbnails(store=store, fetcher=NoFetcher(), pool=pool, clock=clock, folder=database.parent / "p")
        composer = Composer(
            store=store,
            summaries=summaries,
            thumbnails=thumbnails,
            clock=clock,
            max_stories=10,
            digest_format=DigestFormat.AUTO,
            bot_username="tidings_bot",
        )
        async with waits.noting(store) if waits else contextlib.nullcontext():
            start = time.perf_counter(), time.process_time()
            messages = await composer.compose_due(instant=False)
            took = Took.since(*start)
        await summaries.aclose()
        await thumbnails.aclose()
        await pool.aclose()
    return took, messages


def insert_bare(source: Path, target: Path) -> Took:
    """Insert what composing wrote into `source` into a database with the same chats; returns what it took."""
    with contextlib.closing(connect(source, readonly=True)) as db:
        rows = {table: [tuple(row) for row in db.execute(f"SELECT * FROM {table}")] for table in INSERTED}
        chats = db.execute("SELECT cursor, last_digest_at, next_digest_at, chat_id, thread_id FROM chats").fetchall()
    chats = [tuple(row) for row in chats]
    with contextlib.closing(connect(target)) as db:
        start = time.perf_counter(), time.process_time()
        times = -(-len(chats) // CHATS_AT_ONCE)
        for number in range(times):
            db.execute("BEGIN IMMEDIATE")
            for table in INSERTED:
                some = rows[table] if table == "payloads" and not number else _share(rows[table], number, times)
                if some and not (table == "payloads" and number):
                    marks = ", ".join("?" * len(some[0]))
                    db.conn.executemany(f"INSERT INTO {table} VALUES ({marks})", some)
            db.conn.executemany(
                """UPDATE chats SET cursor = ?, last_digest_at = ?, next_digest_at = ?
                   WHERE chat_id = ? AND thread_id = ?""",
                _share(chats, number, times),
            )
            db.execute("COMMIT")
        return Took.since(*start)


def _share(rows: list[Any], number: int, of: int) -> list[Any]:
    return rows[len(rows) * number // of : len(rows) * (number + 1) // of]


def measure(chats: int = 10_000, digests: int = 50) -> list[Result]:
    """Composing for so many chats beside the digests alone and the bare inserts; other writes and the loop."""
    return asyncio.run(run(chats, digests))


async def run(chats: int, digests: int) -> list[Result]:
    """Measure all three, and print them."""
    clock = MovableClock()
    now: datetime = clock.now()
    settle()  # as the bot does, so that nobody looks for garbage among its modules
    crowd: dict[str, Any] = {"categories": digests, "articles": 10 * digests, "subscriptions": 1, "distinct": digests}
    due = timedelta(microseconds=chats)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for part, size in (("many", chats), ("few", digests), ("bare", chats)):
            await fill(folder / part / "tidings.db", Crowd(chats=size, due_within=due, **crowd), now=now)
        os.sync()  # or all of this would reach the disk while it is measured
        few, _ = await compose(folder / "few" / "tidings.db", clock)
        quiet, messages = await compose(folder / "many" / "tidings.db", clock)
        bare = insert_bare(folder / "many" / "tidings.db", folder / "bare" / "tidings.db")
        await fill(folder / "again" / "tidings.db", Crowd(chats=chats, due_within=due, **crowd), now=now)
        os.sync()
        waits = Waits()
        busy, _ = await compose(folder / "again" / "tidings.db", clock, waits)
    bare_seconds, bare_cpu = few.seconds + bare.seconds, few.cpu_seconds + bare.cpu_seconds
    print(
        f"{chats} chats, {digests} digests, {messages} messages: {quiet.seconds:.2f} s"
        f" ({1000 * quiet.seconds / chats:.2f} ms a chat)\n"
        f"{digests} digests alone {few.seconds:.2f} s, bare inserts {bare.seconds:.2f} s:"
        f" {quiet.seconds / bare_seconds:.2f} times their sum\n"
        f"beside other writes {busy.seconds:.2f} s: these {percentiles(waits.writes)}; the loop"
        f" {percentiles(waits.loop)}",
        flush=True,
    )
    name = f"composing for {chats:,} chats"
    return [
        Result(
            name=f"{name}; bare: {digests} digests and the inserts",
            value=quiet.seconds,
            bare=bare_seconds,
            unit="s",
            goal=1.5,
        ),
        Result(name="  its processor time; bare: theirs", value=quiet.cpu_seconds, bare=bare_cpu, unit="s"),
        Result(name=f"{name}: longest write beside it", value=1000 * max(waits.writes), unit="ms"),
        Result(name=f"{name}: the loop's longest lag", value=1000 * max(waits.loop), unit="ms", goal=100),
    ]


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--chats", type=int, default=10_000)
    parser.add_argument("--digests", type=int, default=50)
    options = parser.parse_args()
    measure(options.chats, options.digests)


if __name__ == "__main__":
    main()
