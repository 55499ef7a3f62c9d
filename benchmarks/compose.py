"""What composing costs for many chats that share few digests, against what nothing can save: in one run.

`python -m benchmarks.compose [--chats 10000] [--digests 50] [--times 1]` composes for the chats; composes the digests
alone, each for one chat; and inserts the same rows as the first run with `executemany` into the same schema, as durable
and in as many transactions. It prints the first time over the sum of the others, by the clock and by the processor's
time, which other work on the machine changes little; and how long other writes and the loop wait. `--times`: all of it
in turns, and the shortest of each counts; of the waits the longest.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.many_chats import Crowd, fill
from benchmarks.results import Result, table
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


def measure(chats: int = 10_000, digests: int = 50, times: int = 1) -> list[Result]:
    """Composing for so many chats beside the digests alone and the bare inserts; other writes and the loop."""
    return asyncio.run(run(chats, digests, times))


@dataclass(slots=True)
class Turns:
    """What each turn took: the digests alone, composing for the chats, the bare inserts, and beside other writes."""

    few: list[Took] = field(default_factory=list)
    many: list[Took] = field(default_factory=list)
    bare: list[Took] = field(default_factory=list)
    busy: list[Took] = field(default_factory=list)
    waits: Waits = field(default_factory=Waits)
    messages: int = 0

    async def take(self, folder: Path, few: Path, many: Path, clock: MovableClock) -> None:
        """Take a turn with fresh copies of these databases."""
        copies = {name: folder / name / "tidings.db" for name in ("few", "many", "bare", "busy")}
        for name, copy in copies.items():
            copy.parent.mkdir()
            shutil.copy(few if name == "few" else many, copy)
        os.sync()  # or all of this would reach the disk while it is measured
        self.few.append((await compose(copies["few"], clock))[0])
        took, self.messages = await compose(copies["many"], clock)
        self.many.append(took)
        self.bare.append(insert_bare(copies["many"], copies["bare"]))
        os.sync()
        self.busy.append((await compose(copies["busy"], clock, self.waits))[0])


async def run(chats: int, digests: int, times: int) -> list[Result]:
    """Measure all of it so many times, and print it."""
    clock, turns = MovableClock(), Turns()
    now: datetime = clock.now()
    settle()  # as the bot does, so that nobody looks for garbage among its modules
    crowd: dict[str, Any] = {"categories": digests, "articles": 10 * digests, "subscriptions": 1, "distinct": digests}
    due = timedelta(microseconds=chats)
    with tempfile.TemporaryDirectory() as name:
        few, many = Path(name) / "few.db", Path(name) / "many.db"
        for database, size in ((few, digests), (many, chats)):
            await fill(database, Crowd(chats=size, due_within=due, **crowd), now=now)
        for number in range(times):
            folder = Path(name) / str(number)
            folder.mkdir()
            await turns.take(folder, few, many, clock)
            shutil.rmtree(folder)
    seconds, cpu = (
        [min(getattr(took, unit) for took in part) for part in (turns.few, turns.many, turns.bare, turns.busy)]
        for unit in ("seconds", "cpu_seconds")
    )
    print(
        f"{chats} chats, {digests} digests, {turns.messages} messages: {seconds[1]:.2f} s"
        f" ({1000 * seconds[1] / chats:.2f} ms a chat)\n"
        f"{digests} digests alone {seconds[0]:.2f} s, bare inserts {seconds[2]:.2f} s:"
        f" {seconds[1] / (seconds[0] + seconds[2]):.2f} times their sum\n"
        f"beside other writes {seconds[3]:.2f} s: these {percentiles(turns.waits.writes)}; the loop"
        f" {percentiles(turns.waits.loop)}",
        flush=True,
    )
    return _results(f"composing for {chats:,} chats", digests, seconds, cpu, turns.waits)


def _results(name: str, digests: int, seconds: list[float], cpu: list[float], waits: Waits) -> list[Result]:
    return [
        Result(
            name=f"{name}; bare: {digests} digests and the inserts",
            value=seconds[1],
            bare=seconds[0] + seconds[2],
            unit="s",
            goal=1.5,
        ),
        Result(name="  its processor time; bare: theirs", value=cpu[1], bare=cpu[0] + cpu[2], unit="s", goal=1.5),
        Result(name=f"{name}: longest write beside it", value=1000 * max(waits.writes), unit="ms", goal=100),
        Result(name=f"{name}: the loop's longest lag", value=1000 * max(waits.loop), unit="ms", goal=100),
    ]


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--chats", type=int, default=10_000)
    parser.add_argument("--digests", type=int, default=50)
    parser.add_argument("--times", type=int, default=1, help="turns; the shortest count")
    options = parser.parse_args()
    print(table(measure(options.chats, options.digests, options.times)))


if __name__ == "__main__":
    main()
