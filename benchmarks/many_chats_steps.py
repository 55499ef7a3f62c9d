"""What the store's regular steps cost with many chats, and how long other writes wait during the purge.

`python -m benchmarks.many_chats_steps [--chats 100000]`
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.many_chats import Crowd, fill
from bot.store import Store

DAY = timedelta(days=1)


async def timed(name: str, step: Callable[[], Awaitable[object]], *, times: int = 3) -> None:
    """Print the shortest time of some runs of a step."""
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        await step()
        best = min(best, time.perf_counter() - start)
    sys.stdout.write(f"{name:40} {best * 1000:9.1f} ms\n")


async def waits(store: Store, step: Callable[[], Awaitable[object]]) -> None:
    """Print how long small writes take while a step runs, and how long the event loop stood still."""
    writes: list[float] = []
    stalls: list[float] = []
    task = asyncio.ensure_future(step())
    started = time.perf_counter()
    while not task.done():
        start = time.perf_counter()
        await store.facts.set("bench", str(start))
        writes.append(time.perf_counter() - start)
        start = time.perf_counter()
        await asyncio.sleep(0.005)
        stalls.append(time.perf_counter() - start - 0.005)
    await task
    writes.sort()
    stalls.sort()
    sys.stdout.write(
        f"{'':4}took {time.perf_counter() - started:.1f} s; other writes n={len(writes)}"
        f" p50 {writes[len(writes) // 2] * 1000:.1f} p99 {writes[len(writes) * 99 // 100] * 1000:.1f}"
        f" max {writes[-1] * 1000:.1f} ms; loop stall p99 {stalls[len(stalls) * 99 // 100] * 1000:.1f}"
        f" max {stalls[-1] * 1000:.1f} ms\n"
    )


async def run(chats: int) -> None:
    """Fill a database and time the steps."""
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tidings.db"
        await fill(database, Crowd(chats=chats, told_days=(40, 1)), now=now)
        async with Store.open(database) as store:
            sys.stdout.write(f"chats {chats}, {database.stat().st_size / 1e6:.0f} MB\n")
            after = await store.articles.first_id_since(now - DAY) - 1
            await timed("articles.awaited", lambda: store.articles.awaited(after_id=after, now=now))
            await timed("chats.due, none", lambda: store.chats.due(now))
            await timed("chats.due, all, a batch of 200", lambda: store.chats.due(now + 2 * DAY))
            await timed("outbox.stats", store.outbox.stats)
            await timed("undo_clock_jump", lambda: store.undo_clock_jump(now=now))
            await timed("chats.forget", lambda: store.chats.forget(chats // 2), times=1)
            sys.stdout.write("purge of a day\n")
            await waits(store, lambda: store.articles.purge(before=now - 30 * DAY))


def main() -> None:
    """Read the options and run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--chats", type=int, default=100_000)
    asyncio.run(run(parser.parse_args().chats))


if __name__ == "__main__":
    main()
