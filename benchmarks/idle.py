"""What a bot at rest costs with few and many chats: processor time of its tickers over some simulated minutes.

`python -m benchmarks.idle [--chats 100000] [--minutes 10]`: every ticker of the running bot, as often as it runs in so
many minutes, on a database whose chats had a digest yesterday and are due tomorrow.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.asking import UNLIMITED, Taken
from benchmarks.many_chats import Crowd, fill
from benchmarks.processes import apart
from benchmarks.results import Result, table
from bot.app import tickers
from bot.clock import MovableClock
from bot.config import Settings
from bot.core import open_core
from bot.delivery.deliver import Deliverer
from bot.delivery.limiter import Limiter
from bot.store.database.worker import connect

FEW_CHATS = 1000
CHATS = 100_000
MINUTES = 10
LARGEST_RATIO = 1.5
ONCE_A_DAY = ("backup", "purge")  # measured as housekeeping


def measure(chats: int = CHATS, minutes: int = MINUTES) -> list[Result]:
    """The cost with so many chats beside that with few."""
    few, many = (apart(cpu_of_minutes, count, minutes) for count in (FEW_CHATS, chats))
    name = f"idle: processor time a minute, {chats:,} chats; bare: {FEW_CHATS:,}"
    return [Result(name=name, value=1000 * many, bare=1000 * few, unit="ms", goal=LARGEST_RATIO)]


def cpu_of_minutes(chats: int, minutes: int) -> float:
    """Processor seconds a minute of all tickers, with so many chats."""
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_cpu_of_minutes(Path(folder), chats, minutes))


async def _cpu_of_minutes(folder: Path, chats: int, minutes: int) -> float:
    now = datetime.now(UTC)
    settings = Settings(_env_file=None, data_dir=folder, summary_engine="extractive")
    await fill(settings.database, Crowd(chats=chats, told_days=(1,)), now=now)
    with contextlib.closing(connect(settings.database)) as db:
        day = timedelta(days=1) // timedelta(microseconds=1)
        db.execute("UPDATE chats SET next_digest_at = next_digest_at + ?", [day])
        db.execute("UPDATE sources SET next_check_at = next_check_at + ?", [day])
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    clock = MovableClock(now)
    async with open_core(settings, clock=clock) as core:
        limiter = Limiter(per_second=UNLIMITED)
        deliverer = Deliverer(store=core.store, sender=Taken(), clock=clock, limiter=limiter, boot_id="benchmark")
        every = tickers(core, core.composer("bot"), core.alerts("bot"), core.recapper("bot"), deliverer)
        regular = [ticker for ticker in every if ticker.name not in ONCE_A_DAY]
        for ticker in regular:  # what only a start needs, and the summaries of the day's news
            await ticker.step()
        before = time.process_time()
        for second in range(60 * minutes):
            for ticker in regular:
                if second % round(ticker.seconds) == 0:
                    await ticker.step()
            await core.store.outbox.claim(owner="benchmark", now=clock.now(), limit=32)
        return (time.process_time() - before) / minutes


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--chats", type=int, default=CHATS)
    parser.add_argument("--minutes", type=int, default=MINUTES)
    options = parser.parse_args(arguments)
    print(table(measure(options.chats, options.minutes)))


if __name__ == "__main__":
    main()
