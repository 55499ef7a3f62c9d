"""The bot's heart for minutes under every fault at once: `python -m tests.faults.soak [--minutes 10]`, or `make soak`.

5,000 chats with hourly digests, 500 sources, a clock that runs 60 times as fast. One in a hundred sends meets each of:
a flood, an answer that never comes, one cut off, a connection closed after the message was taken, markup refused. One
commit in a hundred fails for a full disk; for one second in a hundred Telegram answers nothing but 502; the bot crashes
twice a minute. Prints one table; exit 1 if a digest was lost or came three times, or if hardly any was written.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import itertools
import logging
import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from benchmarks.bot_api import Failure, Loss, Script, in_own_process, oracle
from bot.digest.compose import Composer
from bot.errors import StoreError
from bot.models.chats import Chat, DigestFormat, DigestMode, Schedule
from bot.models.digests import PictureRef
from bot.models.sources import SourceKind, SourceSpec
from bot.pictures.card_design import Card
from bot.pictures.thumbnails import Thumbnails
from bot.store import Store
from bot.summaries.service import SummaryService
from bot.text.schedule import next_digest_at
from summarizer.extractive.engine import ExtractiveSummarizer
from tests.fakes import a_chat, a_new_article, an_update
from tests.faults.hurry import HurriedClock, delivering

SPEED = 60.0
PER_SECOND = 10.0  # by the hurried clock: 600 of ours
CRASH_SECONDS = 30.0
SAMPLE_SECONDS = 2.0
ONE_IN = 100
LEAST_DIGESTS = 0.25  # a minute and a chat: an hour by the hurried clock, through floods and outages
FAILURES = (
    Failure(status=429, description="Too Many Requests: retry after 5", parameters={"retry_after": 5}),
    Failure(loss=Loss.SILENT_AFTER),
    Failure(loss=Loss.CUT_OFF),
    Failure(loss=Loss.CLOSED_AFTER),
    Failure(status=400, description="Bad Request: can't parse entities"),
)


def mishaps() -> Script:
    """What sends meet, the same in each run but for its timing."""
    dice, began = random.Random(7), time.monotonic()
    refused: set[int] = set()  # chats whose markup was refused: the plain text that follows is none to refuse

    def script(method: str, chat_id: int) -> Failure | None:
        if (time.monotonic() - began) % ONE_IN > ONE_IN - 1:
            return Failure(status=502, raw=b"<html>Bad Gateway</html>")
        roll = dice.randrange(ONE_IN)
        if not method.startswith("send") or roll >= len(FAILURES):
            return None
        failure = FAILURES[roll]
        if failure.status == 400:
            refused.symmetric_difference_update({chat_id})
            return failure if chat_id in refused else None
        return failure

    return script


class NoPictures(Thumbnails):
    """Pictures are no part of this."""

    def __init__(self) -> None:
        """It needs no store, no client and no parsers."""

    async def prepare(
        self, urls: Sequence[str], *, own: Collection[str] = (), deadline: float = 0
    ) -> dict[str, PictureRef]:
        return {}

    async def known(self, urls: Iterable[str]) -> dict[str, PictureRef]:
        return {}

    async def cards(self, cards: Iterable[Card], **_: Any) -> dict[Card, Any]:
        return {}


class UnreliableDisk:
    """The writer's connection; one commit in a hundred meets a full disk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._dice = random.Random(11)
        self.failed = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
        if sql == "COMMIT" and self._dice.randrange(ONE_IN) == 0:
            self.failed += 1
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return self._connection.execute(sql, *arguments)


@dataclass(slots=True)
class Figures:
    """What is watched while it runs, one value a sample."""

    minutes: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    descriptors: list[float] = field(default_factory=list)
    log_megabytes: list[float] = field(default_factory=list)
    crashes: int = 0
    in_flight: int = 0
    disk_failures: int = 0

    def sample(self, began: float, database: Path) -> None:
        self.minutes.append((time.monotonic() - began) / 60)
        pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
        self.megabytes.append(pages * os.sysconf("SC_PAGE_SIZE") / 1e6)
        self.descriptors.append(len(os.listdir("/proc/self/fd")))
        log = database.with_name(database.name + "-wal")
        self.log_megabytes.append(log.stat().st_size / 1e6 if log.exists() else 0.0)

    def slope(self, values: list[float]) -> float:
        """Change a minute over the second half: the first one fills caches and pools."""
        half = len(values) // 2
        return statistics.linear_regression(self.minutes[half:], values[half:]).slope if half > 1 else 0.0

    def fifths(self, values: list[float]) -> list[float]:
        """Means of the five fifths: a slope of what restarts every half minute says little by itself."""
        size = max(len(values) // 5, 1)
        return [statistics.mean(values[at : at + size]) for at in range(0, size * 5, size) if values[at : at + size]]


async def populate(store: Store, clock: HurriedClock, *, chats: int, sources: int) -> None:
    """Sources in ten categories, and chats that each subscribed to one."""
    for number in range(sources):
        spec = SourceSpec(name=f"Source {number}", kind=SourceKind.FEED, location=f"https://{number}.example/feed")
        await store.sources.add(spec, now=clock.now())
    for source in (await store.sources.all())[:10]:
        await store.sources.apply(an_update(source.id, _news(source.id, 0, clock), at=clock.now()))
    schedule = Schedule(mode=DigestMode.HOURLY)
    due = next_digest_at(schedule, "UTC", clock.now())
    cursor = await store.articles.max_id()
    new: list[Chat] = []
    for number in range(1, chats + 1):
        fields: dict[str, Any] = {"schedule": schedule, "next_digest_at": due, "cursor": cursor, "pictures": False}
        new.append(a_chat(number, last_digest_at=clock.now(), format=DigestFormat.CLASSIC, **fields))
    await asyncio.gather(*(store.chats.save(chat) for chat in new))
    topics = itertools.cycle(range(10))
    await asyncio.gather(*(store.chats.subscribe(chat.key, (f"Topic {next(topics)}",)) for chat in new))


def _news(source_id: int, number: int, clock: HurriedClock) -> Any:
    title = f"Story {source_id}.{number}"
    return a_new_article(title, categories=((f"Topic {source_id % 10}",),), published_at=clock.now())


async def _bring_news(store: Store, clock: HurriedClock, sources: int, *, first: int) -> None:
    for number in itertools.count(first):
        source_id = 1 + number % sources
        with contextlib.suppress(StoreError):
            await store.sources.apply(an_update(source_id, _news(source_id, number, clock), at=clock.now()))
        await clock.sleep(30)


async def _compose(composer: Composer, wake: Callable[[], None], clock: HurriedClock) -> None:
    while True:
        try:
            if await composer.compose_due():
                wake()
        except StoreError:
            pass
        await clock.sleep(5)


async def one_life(path: Path, url: str, clock: HurriedClock, figures: Figures, *, boot: int, seconds: float) -> None:
    """Open everything, work for a while, and be cut off."""
    began = time.monotonic()
    async with Store.open(path) as store:
        disk = UnreliableDisk(store._worker._writer.conn)
        store._worker._writer.conn = cast("sqlite3.Connection", disk)  # it passes on what it does not refuse
        summaries = SummaryService(store=store, summarizer=ExtractiveSummarizer(), clock=clock)
        composer = Composer(
            store=store, summaries=summaries, thumbnails=NoPictures(), clock=clock, max_stories=10,
            digest_format=DigestFormat.CLASSIC, bot_username="tidings_bot",
        )  # fmt: skip
        async with delivering(store, url, clock, boot=f"boot {boot}", per_second=PER_SECOND, read_seconds=0.5) as posts:
            tasks = [
                asyncio.create_task(_bring_news(store, clock, 500, first=boot * 1000)),
                asyncio.create_task(_compose(composer, posts.wake, clock)),
            ]
            while time.monotonic() - began < seconds:
                await asyncio.sleep(SAMPLE_SECONDS)
                figures.sample(figures_began[0], path)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        figures.in_flight += (await store.outbox.stats()).sending
        figures.crashes += 1
        figures.disk_failures += disk.failed
        store._worker._writer.conn = disk._connection
        await summaries.aclose()
    gc.collect()


figures_began = [0.0]


async def finish(path: Path, url: str, clock: HurriedClock) -> dict[str, int]:
    """A last boot without new digests: all that waits goes out; how the outbox stands then, and rows by chat."""
    async with Store.open(path) as store, delivering(store, url, clock, boot="last", per_second=PER_SECOND):
        async with asyncio.timeout(300):
            while True:
                stats = await store.outbox.stats()
                if not stats.pending + stats.sending + stats.unknown:
                    return {"sent": stats.sent, "dead": stats.dead}
                await asyncio.sleep(0.5)


async def soak(folder: Path, url: str, *, minutes: float, chats: int) -> tuple[Figures, dict[str, int]]:
    clock, figures, path = HurriedClock(SPEED), Figures(), folder / "tidings.db"
    async with Store.open(path) as store:
        await populate(store, clock, chats=chats, sources=500)
    figures_began[0] = time.monotonic()
    boot = 0
    while (left := minutes * 60 - (time.monotonic() - figures_began[0])) > SAMPLE_SECONDS:
        boot += 1
        await one_life(path, url, clock, figures, boot=boot, seconds=min(left, CRASH_SECONDS))
    return figures, await finish(path, url, clock)


def given_up(path: Path) -> str:
    """Why messages were given up, and how many for each reason."""
    sql = "SELECT last_error, count(*) FROM outbox WHERE state = 'dead' GROUP BY last_error ORDER BY 2 DESC"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return ", ".join(f"{count} x {error}" for error, count in connection.execute(sql)) or "0"


def digests_by_chat(path: Path) -> Counter[int]:
    with sqlite3.connect(path) as connection:
        found = connection.execute("SELECT chat_id, count(*) FROM outbox GROUP BY chat_id").fetchall()
    connection.close()
    return Counter(dict(found))


def main() -> None:
    """Run, print the table, and fail if the promise was broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--chats", type=int, default=5000)
    options = parser.parse_args()
    logging.basicConfig(level=logging.CRITICAL)
    with tempfile.TemporaryDirectory() as name, in_own_process(latency=0.02, make_script=mishaps) as url:
        figures, stood = asyncio.run(soak(Path(name), url, minutes=options.minutes, chats=options.chats))
        reasons = given_up(Path(name) / "tidings.db")
        written, told = digests_by_chat(Path(name) / "tidings.db"), oracle(url)
    arrived = Counter({int(chat_id): count for chat_id, count in told["by_chat"].items()})
    lost = (written - arrived).total()
    bound = told["lost_answers"] + figures.in_flight
    log = figures.log_megabytes
    rows: list[tuple[str, object]] = [
        ("minutes, chats", f"{options.minutes:g}, {options.chats}"),
        ("digests written", written.total()),
        ("sent", stood["sent"]),
        ("given up, in doubt twice", reasons),
        ("lost", lost),
        ("doubled", f"{told['doubled']} (bound {bound}: answers lost, and in flight at a crash)"),
        ("most copies of one", told["most_copies"]),
        ("crashes, failed commits", f"{figures.crashes}, {figures.disk_failures}"),
        ("answers by status (0: lost)", told["statuses"]),
        ("memory", f"{figures.megabytes[-1]:.0f} MB, {figures.slope(figures.megabytes):+.2f} MB a minute"),
        ("memory, mean of each fifth", " ".join(f"{mean:.0f}" for mean in figures.fifths(figures.megabytes)) + " MB"),
        ("descriptors", f"{figures.descriptors[-1]:.0f}, {figures.slope(figures.descriptors):+.2f} a minute"),
        ("write-ahead log", f"{max(log):.1f} MB at most, {figures.slope(log):+.2f} MB a minute"),
    ]
    sys.stdout.write("".join(f"{name:<30}{value}\n" for name, value in rows))
    too_few = written.total() < LEAST_DIGESTS * options.minutes * options.chats
    sys.exit(bool(lost or told["most_copies"] > 2 or told["doubled"] > bound or too_few))


if __name__ == "__main__":
    main()
