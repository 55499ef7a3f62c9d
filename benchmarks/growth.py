"""What grows with a database, and what does not: `python -m benchmarks.growth [--articles 1000000] [--chats 100000]`.

Made articles, few and many, 2,000 of each day (`--days 90`: both in so many days, so that days grow, too). People ask
the real bot over both: what their answers take, what of that is reading the store, and what the bare query of the same
takes. Then how long other writes wait while the large one is backed up, written back from its log, and purged;
composing for many chats; a bot at rest with many chats. Prints one table; `--json FILE` writes it, too.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from benchmarks import compose, idle
from benchmarks.asking import Answer, Asked, quartile, readers, running_bot, timed
from benchmarks.housekeeping import write_waits
from benchmarks.many_articles import Language, Stock, fill
from benchmarks.processes import apart
from benchmarks.results import Result, table, write_json
from bot.digest.filtering import HEADLINE_ARTICLES
from bot.store import Store
from bot.store.database.rows import from_us
from bot.store.search import MOST_FOUND

FEW_ARTICLES = 10_000
PEOPLE = 30  # of whom each asks each command once
LARGEST_GROWTH = 2.0  # goal: of answers over the large database to those over the small one
LARGEST_RATIO = 5.0  # goal: of what is read for an answer to the bare query
LONGEST_WAIT_MS = 100.0
A_DAY = 2000  # articles
PURGED_DAYS = 5

# What somebody would ask the database by hand for the same answer.
_TODAY = """SELECT articles.* FROM articles WHERE published_at >= :since AND EXISTS (
                SELECT 1 FROM article_categories JOIN subscriptions USING (category_id)
                WHERE article_id = articles.id AND chat_id = :chat)
            ORDER BY published_at DESC LIMIT :headlines"""
_CATEGORIES = """SELECT category_id, count(*), count(DISTINCT source_id)
                 FROM articles CROSS JOIN article_categories ON article_id = articles.id
                 WHERE published_at >= :since GROUP BY category_id"""
_SEARCH = """SELECT articles.* FROM articles_text CROSS JOIN articles ON articles.id = articles_text.rowid
             WHERE articles_text MATCH :words ORDER BY articles_text.rowid DESC LIMIT :most"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A command, and the bare query of its answer."""

    text: str
    bare: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Milliseconds: of the whole answer, of the processor, of reading the store for it, and of the bare query."""

    answer: float
    processor: float
    reading: float
    bare: float


def questions() -> list[Question]:
    """What people ask. The words of searches are a rare, a common and the commonest one."""
    words = Language(np.random.default_rng(7)).latin
    return [
        Question(text="/today", bare=_TODAY),
        Question(text="/categories", bare=_CATEGORIES),
        Question(text="/start", bare=_CATEGORIES),
        *(Question(text=f"/search {words[rank]}", bare=_SEARCH) for rank in (3000, 100, 2)),
    ]


def measure(
    articles: int = 1_000_000,
    chats: int = 100_000,
    *,
    folder: Path | None = None,
    minutes: int = idle.MINUTES,
    days: float | None = None,
) -> list[Result]:
    """All of it. `folder`: keep the databases there, and use them again. `days`: spread either size over so many."""
    results = []
    if articles:
        with tempfile.TemporaryDirectory() as name:
            results += apart(_articles, folder or Path(name), articles, days)
    if chats:
        results += apart(compose.measure, chats)
        results += idle.measure(chats, minutes)
    return results


def _articles(folder: Path, articles: int, days: float | None) -> list[Result]:
    logging.disable(logging.WARNING)
    return asyncio.run(_measure_articles(folder, articles, days))


async def _measure_articles(folder: Path, articles: int, days: float | None) -> list[Result]:
    small, large = (folder / str(count) for count in (FEW_ARTICLES, articles))
    results = []
    for data, count in ((small, FEW_ARTICLES), (large, articles)):
        if not (data / "tidings.db").exists():
            started, evening = time.perf_counter(), datetime.now(UTC).replace(hour=18, minute=0)
            await fill(data / "tidings.db", Stock(articles=count, days=days or count / A_DAY), now=evening)
            print(f"{count:,} articles written in {time.perf_counter() - started:.0f} s", flush=True)
    for question, (fast, slow) in zip(questions(), await _times((small, large)), strict=True):
        results += _rows(question.text, fast, slow, f"{articles:,} articles" + (f" in {days:g} days" if days else ""))
    if days:
        return results
    results += await _kept(large)
    results.append(_bytes(large / "tidings.db", articles))
    return results


def _rows(text: str, few: Times, many: Times, sizes: str) -> list[Result]:
    return [
        Result(name=f"{text}: the answer, {sizes}; bare: {FEW_ARTICLES:,}", value=many.answer, bare=few.answer,
               unit="ms", goal=LARGEST_GROWTH),
        Result(name=f"{text}: its processor time, {sizes}; bare: {FEW_ARTICLES:,}", value=many.processor,
               bare=few.processor, unit="ms"),
        Result(name=f"{text}: what is read, {sizes}; bare: {FEW_ARTICLES:,}", value=many.reading, bare=few.reading,
               unit="ms"),
        Result(name=f"{text}: what is read, {sizes}; bare: the query", value=many.reading, bare=many.bare,
               unit="ms", goal=LARGEST_RATIO),
    ]  # fmt: skip


async def _times(folders: Sequence[Path]) -> list[list[Times]]:
    """The times of every question over each of these databases. Each person's is asked over one after the other, so
    that whatever else the machine does slows all of them."""
    async with AsyncExitStack() as stack:
        asked = [await stack.enter_async_context(running_bot(data, now=_evening(data))) for data in folders]
        people = [await _people(bot) for bot in asked]
        return [await _asked(question, list(zip(asked, people, strict=True))) for question in questions()]


async def _people(asked: Asked) -> list[int]:
    tree = await asked.core.store.articles.categories(since=asked.core.clock.now())
    return await readers(asked.core, PEOPLE, [entry.path for entry in tree if len(entry.path) > 1])


async def _asked(question: Question, bots: Sequence[tuple[Asked, Sequence[int]]]) -> list[Times]:
    for asked, people in bots:
        await asked.answer(question.text, person=people[0])  # what only the first one needs
    taken: list[list[Answer]] = [[] for _ in bots]
    for number in range(PEOPLE):
        for (asked, people), answers in zip(bots, taken, strict=True):
            answers.append(await timed(asked, question.text, people[number]))
    return [
        Times(
            answer=1000 * quartile([answer.seconds for answer in answers]),
            processor=1000 * quartile([answer.cpu_seconds for answer in answers]),
            reading=1000 * quartile([answer.read_seconds for answer in answers]),
            bare=1000 * _bare(asked, question, people, asked.core.clock.now()),
        )
        for (asked, people), answers in zip(bots, taken, strict=True)
    ]


def _bare(asked: Asked, question: Question, people: Sequence[int], now: datetime) -> float:
    """The seconds of the query by itself."""
    since = now.replace(hour=0, minute=0, second=0, microsecond=0)
    words = question.text.rpartition(" ")[2]
    seconds = []
    with closing(sqlite3.connect(asked.core.settings.database)) as db:
        for person in people:
            values = {
                "since": int(since.timestamp() * 1e6),
                "chat": person,
                "most": MOST_FOUND,
                "headlines": HEADLINE_ARTICLES,
                "words": f'"{words}"',
            }
            started = time.perf_counter()
            db.execute(question.bare, values).fetchall()
            seconds.append(time.perf_counter() - started)
    return quartile(seconds)


def _evening(data: Path) -> datetime:
    """When its newest article came in: the evening of its last day."""
    with closing(sqlite3.connect(data / "tidings.db")) as db:
        return from_us(db.execute("SELECT max(seen_at) FROM articles").fetchone()[0])


async def _kept(data: Path) -> list[Result]:
    """How long other writes wait while the database is kept in order."""
    with closing(sqlite3.connect(data / "tidings.db")) as db:
        oldest = from_us(db.execute("SELECT min(seen_at) FROM articles").fetchone()[0])
    async with Store.open(data / "tidings.db") as store:
        before = oldest + timedelta(days=PURGED_DAYS)
        waits = await write_waits(store, now=_evening(data), purged_before=before)
    quiet = waits.pop("nothing")
    print(f"writes alone: p50 {1000 * quiet.share(0.5):.1f}, p99 {1000 * quiet.share(0.99):.1f} ms", flush=True)
    return [
        Result(name=f"longest write ({kind})", value=1000 * wait.share(1.0), unit="ms", goal=LONGEST_WAIT_MS)
        for kind, wait in {"nothing beside it": quiet, **waits}.items()
    ]


def _bytes(database: Path, articles: int) -> Result:
    """Bytes in the database an article, beside those of its texts."""
    with closing(sqlite3.connect(database)) as db:
        held, texts = db.execute(
            "SELECT count(*), sum(length(CAST(title AS BLOB)) + length(CAST(text AS BLOB))) FROM articles"
        ).fetchone()
    return Result(
        name="bytes an article; bare: its texts", value=os.path.getsize(database) / articles, bare=texts / held,
        unit="B",
    )  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print the table, write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=1_000_000, help="0: none of what concerns articles")
    parser.add_argument("--chats", type=int, default=100_000, help="0: none of what concerns chats")
    parser.add_argument("--minutes", type=int, default=idle.MINUTES, help="of a bot at rest")
    parser.add_argument("--days", type=float, help="spread both databases over so many days: answers only")
    parser.add_argument("--data", type=Path, help="keep the databases in this folder, and use them again")
    parser.add_argument("--json", type=Path, help="write the results here")
    options = parser.parse_args(arguments)
    results = measure(options.articles, options.chats, folder=options.data, minutes=options.minutes, days=options.days)
    print(table(results))
    if options.json:
        write_json(options.json, results)


if __name__ == "__main__":
    main()
