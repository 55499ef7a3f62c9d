"""A digest for many chats, sent by a bot that is killed again and again; a bare Bot API counts what arrived.

`python -m tests.faults.crashing [--chats 5000] [--kills 20]` prints the figure of docs/reliability.md.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import os
import signal
import sqlite3
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.bot_api import FastBotApi, serving
from bot.models.chats import DigestMode, Schedule
from bot.models.sources import SourceKind, SourceSpec
from bot.store import Store
from tests.fakes import a_chat, a_new_article, an_update

ROOT = Path(__file__).parent.parent.parent
TOKEN = "42424242:" + "A" * 35
RESTART_SECONDS = 61.0  # the clock moves on so far at each start: what is in doubt is due again
START_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Crashes:
    """What came of it."""

    chats: int
    kills: int
    lost: int
    most_copies: int
    duplicates: int
    in_flight: int  # rows under a lease when the bot was killed, all kills together
    quick_check: str

    def holds(self) -> bool:
        """Whether the promise was kept."""
        good = self.lost == 0 and self.most_copies <= 2 and self.duplicates <= self.in_flight
        return good and self.quick_check == "ok"

    def __str__(self) -> str:
        return (
            f"kill -9 x {self.kills} during a digest for {self.chats} chats: {self.lost} lost, at most"
            f" {self.most_copies} copies, {self.duplicates} duplicates ({self.in_flight} in flight),"
            f" quick_check {self.quick_check}"
        )


async def a_due_digest(folder: Path, chats: int) -> None:
    """A database in which so many chats are due the same digest of three stories."""
    now = datetime.now(UTC)
    async with Store.open(folder / "tidings.db") as store:
        spec = SourceSpec(name="River Post", kind=SourceKind.FOLDER, location=str(folder / "posts"))
        (folder / "posts").mkdir()
        await store.sources.sync([spec], now=now)
        (source,) = await store.sources.all()
        articles = [a_new_article(f"Story {number}", published_at=now) for number in range(3)]
        await store.sources.apply(an_update(source.id, *articles, at=now))
        schedule = Schedule(mode=DigestMode.TIMES, times=((now - timedelta(minutes=1)).time().replace(microsecond=0),))
        due = now - timedelta(minutes=1)
        new = [
            a_chat(chat_id, schedule=schedule, next_digest_at=due, pictures=False, simple_look_offered=True)
            for chat_id in range(1, chats + 1)
        ]
        await asyncio.gather(*(store.chats.save(chat) for chat in new))
        await asyncio.gather(*(store.chats.subscribe(chat.key, ("World",)) for chat in new))


@asynccontextmanager
async def a_bot(
    folder: Path, url: str, *, boot: int = 0, fault: str = "", rate: int = 200
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot in a process of its own, which is killed at the end of the block if it still runs."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("TELEGRAM_", "COV_"))},
        "PYTHONPATH": str(ROOT),
        "DATA_DIR": str(folder),
        "TELEGRAM_API_URL": url,
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_MESSAGES_PER_SECOND": str(rate),
        "SUMMARY_ENGINE": "extractive",
        "LOG_LEVEL": "WARNING",
        "FAULT": fault,
        "CLOCK_AHEAD": str(boot * RESTART_SECONDS),
    }
    command = [sys.executable, "-m", "tests.faults.child"]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=folder, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


def rows(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    """What stands in the database of a bot that is dead."""
    with contextlib.closing(sqlite3.connect(folder / "tidings.db")) as connection:
        return connection.execute(sql).fetchall()


def states(folder: Path) -> dict[str, int]:
    """How many messages stand in each state."""
    return dict(rows(folder, "SELECT state, count(*) FROM outbox GROUP BY state"))


async def until(
    condition: Callable[[], object], *, process: asyncio.subprocess.Process, seconds: float, pause: float = 0.002
) -> None:
    """Wait until something is so; fails with the bot's own words where it died instead."""
    async with asyncio.timeout(seconds):
        while not condition():
            if process.returncode is not None:
                assert process.stderr is not None
                raise RuntimeError((await process.stderr.read()).decode())
            await asyncio.sleep(pause)


async def crash_again_and_again(folder: Path, *, chats: int, kills: int, rate: int) -> Crashes:
    """Kill the bot `kills` times on its way through one digest for all chats, then let it end."""
    await a_due_digest(folder, chats)
    api = FastBotApi(latency=0.02)
    in_flight = 0
    async with serving(api) as url:
        for boot in range(kills):
            before = api.accepted.total()
            share = max(1, chats // (kills + 2))
            async with a_bot(folder, url, boot=boot, rate=rate) as process:

                def has_had_its_share(wanted: int = before + share) -> bool:
                    return api.accepted.total() >= wanted

                await until(has_had_its_share, process=process, seconds=START_SECONDS)
                process.send_signal(signal.SIGKILL)
                await process.wait()
            in_flight += states(folder).get("sending", 0)
        await until_all_is_told(folder, url, boot=kills, rate=rate)
    copies = copies_by_chat(api)
    return Crashes(
        chats=chats,
        kills=kills,
        lost=chats - len(copies),
        most_copies=max(copies.values()),
        duplicates=sum(copies.values()) - len(copies),
        in_flight=in_flight,
        quick_check=str(rows(folder, "PRAGMA quick_check")[0][0]),
    )


async def until_all_is_told(folder: Path, url: str, *, boot: int, rate: int = 200) -> None:
    """Boot without a fault, and once more for what the last kill left in doubt, until nothing waits."""
    while True:
        async with a_bot(folder, url, boot=boot, rate=rate) as process:
            assert process.stdout is not None
            await process.stdout.readline()  # it says that it started: from now on it stops in order
            await until(lambda: _is_told(folder), process=process, seconds=START_SECONDS + 60, pause=0.1)
            process.send_signal(signal.SIGTERM)
            assert await process.wait() == 0
        if "unknown" not in states(folder):
            return
        boot += 1


def _is_told(folder: Path) -> bool:
    """Whether every digest is composed and none waits, but for those in doubt."""
    due = rows(folder, f"SELECT 1 FROM chats WHERE next_digest_at < {datetime.now(UTC).timestamp() * 1e6:.0f}")
    return not due and not states(folder).keys() & {"pending", "sending"}


def copies_by_chat(api: FastBotApi) -> Counter[int]:
    """How many messages each chat got."""
    copies: Counter[int] = Counter()
    for (chat_id, _), count in api.accepted.items():
        copies[chat_id] += count
    return copies


def main() -> None:
    """Print the figure; exit 1 if the promise was broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--chats", type=int, default=5000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--rate", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(
            crash_again_and_again(Path(folder), chats=options.chats, kills=options.kills, rate=options.rate)
        )
    sys.stdout.write(f"{found}\n")
    sys.exit(not found.holds())


if __name__ == "__main__":
    main()
