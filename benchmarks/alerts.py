"""Alerts at size: 10,000 chats with ten alerts each, and the articles that come in.

    python -m benchmarks.alerts [--chats 10000] [--articles 200]

Measures the step that looks through new articles: idle, the first time (all alerts are read and indexed), again with
the index there, and a story that every tenth chat waits for. The articles without such a story match no alert.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import random
import resource
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from benchmarks.many_chats import Crowd, fill
from bot.clock import SystemClock
from bot.digest.alerting import AlertWatch
from bot.models.chats import ChatKey
from bot.models.sources import SourceUpdate
from bot.store import Store
from bot.store.database.rows import to_us
from bot.store.database.worker import connect
from tests.fakes import a_new_article

ALERTS_OF_A_CHAT = 10


def write_alerts(database: Path, chats: int, at: int) -> None:
    """Ten alerts a chat of twenty thousand words; every tenth chat waits for the same word, too."""
    rng = random.Random(7)
    words = [f"word{rng.randrange(10**9)}" for _ in range(20_000)]
    with contextlib.closing(connect(database)) as db:
        db.execute("BEGIN")
        keys = db.execute("SELECT chat_id, thread_id FROM chats LIMIT ?", [chats]).fetchall()
        rows = [
            (chat_id, thread_id, "earthquake" if number == 0 and index % 10 == 0 else rng.choice(words), at, at)
            for index, (chat_id, thread_id) in enumerate(keys)
            for number in range(ALERTS_OF_A_CHAT)
        ]
        db.conn.executemany(
            "INSERT INTO alerts (chat_id, thread_id, words, after_id, saved_at, news_at) VALUES (?, ?, ?, 0, ?, ?)",
            rows,
        )
        db.execute("COMMIT")


async def arrive(store: Store, clock: SystemClock, count: int, title: str) -> None:
    """So many articles come in with one reading."""
    source = (await store.sources.all())[0]
    text = "The council of the district decided on its budget after a long debate about costs and roads. " * 25
    articles = [
        a_new_article(f"{title} {number}", text=text, url=f"https://e.example/{title}{number}")
        for number in range(count)
    ]
    now = clock.now()
    await store.sources.apply(
        SourceUpdate(
            source_id=source.id, checked_at=now, next_check_at=now + timedelta(hours=1), articles=tuple(articles)
        )
    )


async def timed(name: str, step: Callable[[], Awaitable[object]]) -> None:
    """Run a step and print how long it took."""
    started = time.perf_counter()
    found = await step()
    print(f"{name:<42} {(time.perf_counter() - started) * 1000:9.1f} ms   {found}")


async def main(chats: int, articles: int) -> None:
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "tidings.db"
        await fill(database, Crowd(chats=chats, articles=200), now=clock.now())
        write_alerts(database, chats, to_us(clock.now()))
        async with Store.open(database) as store:
            watch = AlertWatch(store, clock)
            await watch.step()
            await timed("idle", watch.step)
            await timed(f"{articles} articles are stored", lambda: arrive(store, clock, articles, "First"))
            await timed(f"{articles} articles, alerts read and indexed", watch.step)
            await arrive(store, clock, articles, "Second")
            await timed(f"{articles} articles, index there", watch.step)
            await store.alerts.end(ChatKey(chat_id=2), 15, now=clock.now())
            await store.alerts.add(ChatKey(chat_id=2), "another", now=clock.now())
            await arrive(store, clock, articles, "Third")
            await timed(f"{articles} articles, two alerts changed", watch.step)
            await arrive(store, clock, 1, "Earthquake")
            await timed("a story for every tenth chat", watch.step)
            await timed("the chats it is due for, 200", lambda: _due(store, clock))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


async def _due(store: Store, clock: SystemClock) -> int:
    return len(await store.alert_news.due(now=clock.now(), limit=200))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--chats", type=int, default=10_000)
    parser.add_argument("--articles", type=int, default=200)
    arguments = parser.parse_args()
    asyncio.run(main(arguments.chats, arguments.articles))
