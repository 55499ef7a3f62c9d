"""What loading costs: `python -m benchmarks.ingest [--posts 10000] [--feeds 1000] [--files 50000]`; 0 leaves one out.

Invented posts and feeds go through the real Loader, parser processes, plan and store of an opened core, feeds through
the guarded client from a server on this machine; then everything again, unchanged. Beside it the bare floor
(python-frontmatter and lxml's text) and feedparser alone. CPU is user and system time of the bot and all its
processes while it loads, without its start; memory is the highest resident size. Prints one table. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import feedparser
import frontmatter
import lxml.html

from benchmarks.feed_server import serving_feeds
from benchmarks.ingest_corpus import feeds, write_posts
from benchmarks.processes import Memory, apart, cpu_seconds
from benchmarks.results import Result, table
from bot.clock import MovableClock
from bot.config import Settings
from bot.models.articles import PUSH_MAX_AGE
from bot.models.sources import SourceKind, SourceSpec
from bot.parsers.batches import parse_posts
from bot.parsers.pool import WORKERS

MAX_RATIOS = {"archive": 6.0, "news": 9.0}  # goals: CPU of the bare floor
MAX_UNCHANGED_SECONDS = 2.0
UNCHANGED_FILES = 50_000
POSTS_IN_TURNS = 5_000  # loaded in all, so many as there are at a time


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """One row of the table; `each` is what is counted: posts, articles of feeds, feeds, files."""

    name: str
    each: int
    megabytes: float
    seconds: float
    cpu: float
    own_mb: float = 0.0
    below_mb: float = 0.0

    @property
    def cpu_ms(self) -> float:
        return 1000 * self.cpu / max(self.each, 1)

    def __str__(self) -> str:
        rate, speed = self.each / self.seconds, self.megabytes / self.seconds
        memory = f"{self.own_mb:>8.0f}{self.below_mb:>8.0f}" if self.own_mb else ""
        return (
            f"{self.name:<40}{self.each:>8}{self.seconds:>9.1f}{self.cpu:>9.2f}{self.cpu_ms:>9.3f}"
            f"{rate:>9.0f}{speed:>8.2f}{memory}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to load, where to, and how many hours from now."""

    data: Path
    specs: tuple[SourceSpec, ...]
    hours: int = 0
    trusted: str = ""


def load(task: Task) -> tuple[Cost, int, int]:
    """Read all sources of the task; the cost, and how many articles were new and known."""
    logging.basicConfig(level=logging.ERROR)
    return asyncio.run(_load(task))


async def _load(task: Task) -> tuple[Cost, int, int]:
    # Parser processes import this module, too: what the bot alone needs takes all the addresses they may have.
    from bot.core import open_core

    settings = Settings(
        _env_file=None, data_dir=task.data, summary_engine="extractive", fetch_trusted_hosts=[task.trusted]
    )
    memory = Memory()
    async with open_core(settings, clock=MovableClock(datetime.now(UTC) + timedelta(hours=task.hours))) as core:
        await core.store.sources.sync(task.specs, now=core.clock.now())
        sources = await core.store.sources.all()
        start = [("start", b"---\ntitle: Start\n---\n")]
        await asyncio.gather(*(core.pool.run(parse_posts, start, link=None) for _ in range(WORKERS)))  # starts them all
        before, started = cpu_seconds(), time.perf_counter()
        with memory.watched():
            reports = await asyncio.gather(*map(core.loader.refresh, sources))
        cost = Cost(
            name="",
            each=0,
            megabytes=0,
            seconds=time.perf_counter() - started,
            cpu=cpu_seconds() - before,
            own_mb=memory.own,
            below_mb=memory.below,
        )
    if broken := [report for report in reports if report.error]:
        raise SystemExit(f"{len(broken)} sources were not read; the first: {broken[0]}")
    return cost, sum(report.new for report in reports), sum(report.known for report in reports)


def bare_floor(folder: Path) -> Cost:
    """python-frontmatter and the text of lxml's tree, one post after the other."""

    def read() -> tuple[int, int]:
        count = size = 0
        for path in folder.rglob("*.md"):
            try:
                body = frontmatter.load(str(path)).content
            except Exception:  # front matter that YAML refuses: lost to it
                body = path.read_text("utf-8")
            lxml.html.fromstring(body).xpath("string()")
            count, size = count + 1, size + path.stat().st_size
        return count, size

    return _timed("bare floor: python-frontmatter, lxml text", read)


def feedparser_alone(count: int, latest: datetime) -> Cost:
    """feedparser with its own defaults on the same bytes; counts entries."""
    bodies = feeds(count, latest=latest)

    def read() -> tuple[int, int]:
        return sum(len(feedparser.parse(body)["entries"]) for body in bodies), sum(map(len, bodies))

    return _timed("feedparser alone", read)


def _timed(name: str, read: Callable[[], tuple[int, int]]) -> Cost:
    before, started = time.process_time(), time.perf_counter()
    count, size = read()
    return Cost(
        name=name,
        each=count,
        megabytes=size / 1e6,
        seconds=time.perf_counter() - started,
        cpu=time.process_time() - before,
    )


def posts_table(folder: Path, count: int) -> list[Result]:
    """Posts cold and again, and the floor: an archive, then as many of the last two days; few posts in several turns.

    What others do on the machine changes its speed by half from one second to the next. It only ever adds to what a run
    takes, to the floor as to loading: of each the least of the turns counts.
    """
    from benchmarks.ingest_stages import stages

    archive, news = folder / "archive", folder / "news"
    size = write_posts(archive, count)
    write_posts(news, count, latest=datetime.now(UTC), span=PUSH_MAX_AGE)
    names = {"archive": "posts of an archive, cold", "news": "posts of two days, cold"}
    floors, cold = [_show(apart(bare_floor, archive))], {"archive": list[Cost](), "news": list[Cost]()}
    turns = max(1, POSTS_IN_TURNS // count)
    for turn in range(turns):
        for posts in (archive, news):
            cold[posts.name].append(_cold_posts(names[posts.name], posts, folder / f"{posts.name}-{turn}", size))
        floors.append(_show(apart(bare_floor, archive)))
    data = folder / f"archive-{turns - 1}"
    held = _database_bytes(data) / count
    print(f"{'  bytes in the database an article':<40}{held:>8.0f}")
    again, _, known = apart(load, Task(data=data, specs=(_folder_spec(archive),), hours=1))
    _show(again, name="posts, unchanged", each=known, size=size)
    floor = _least(floors)
    figures = [(_least(costs), MAX_RATIOS[name]) for name, costs in cold.items()]
    for cost, goal in figures:
        print(
            f"{cost.name}: {cost.cpu / floor.cpu:.1f} x the bare floor's CPU (goal {goal:g}), "
            f"{cost.seconds / floor.seconds:.1f} x its time; the least of {turns} turns"
        )
    print()
    apart(stages, archive)
    apart(stages, news)
    return [
        *(
            Result(name=f"{cost.name}, processor time each; bare: the floor", value=cost.cpu_ms, bare=floor.cpu_ms,
                   unit="ms", goal=goal)
            for cost, goal in figures
        ),
        Result(name="bytes in the database a post; bare: its file", value=held, bare=size / count, unit="B"),
    ]  # fmt: skip


def _least(costs: Sequence[Cost]) -> Cost:
    return min(costs, key=lambda cost: cost.cpu)


def _cold_posts(name: str, posts: Path, data: Path, size: int) -> Cost:
    cost, new, known = apart(load, Task(data=data, specs=(_folder_spec(posts),)))
    return _show(cost, name=name, each=new + known, size=size)


def feeds_table(folder: Path, count: int) -> list[Result]:
    """Feeds cold and again (304), and feedparser alone on the same bytes."""
    latest = datetime.now(UTC).replace(microsecond=0)
    alone = _show(apart(feedparser_alone, count, latest))
    with serving_feeds(partial(feeds, count, latest=latest)) as host:
        specs = tuple(
            SourceSpec(name=f"Feed {number}", kind=SourceKind.FEED, location=f"http://{host}/{number}")
            for number in range(count)
        )
        task = Task(data=folder / "data", specs=specs, trusted=host)
        cost, new, known = apart(load, task)
        size = int(alone.megabytes * 1e6)
        cold = _show(cost, name="articles of feeds, cold", each=new + known, size=size)
        again, _, _ = apart(load, Task(data=task.data, specs=specs, hours=1, trusted=host))
        _show(again, name="feeds, unchanged (304)", each=count, size=0)
    print(f"cold feeds: {cold.cpu / alone.cpu:.1f} x feedparser alone\n")
    name = "articles of feeds, cold, processor time each; bare: feedparser"
    return [Result(name=name, value=cold.cpu_ms, bare=alone.cpu_ms, unit="ms")]


def files_table(folder: Path, count: int) -> list[Result]:
    """A large archive: memory while it comes in, and what looking at unchanged files costs."""
    posts, data = folder / "files", folder / "large"
    size = write_posts(posts, count, seed=8)
    specs = (_folder_spec(posts),)
    cost, new, known = apart(load, Task(data=data, specs=specs))
    _show(cost, name="files, cold", each=new + known, size=size)
    again, _, known = apart(load, Task(data=data, specs=specs, hours=1))
    _show(again, name="files, unchanged", each=known, size=size)
    seconds = again.cpu * UNCHANGED_FILES / count
    print(f"unchanged: {seconds:.2f} s of CPU for {UNCHANGED_FILES} files (goal {MAX_UNCHANGED_SECONDS:g})\n")
    name = f"{UNCHANGED_FILES:,} unchanged files, processor time"
    return [Result(name=name, value=seconds, unit="s", goal=MAX_UNCHANGED_SECONDS)]


def _folder_spec(folder: Path) -> SourceSpec:
    return SourceSpec(name=folder.name, kind=SourceKind.FOLDER, location=str(folder))


def _show(cost: Cost, *, name: str = "", each: int = 0, size: int = 0) -> Cost:
    if name:
        cost = replace(cost, name=name, each=each, megabytes=size / 1e6)
    print(cost, flush=True)
    return cost


def _database_bytes(data: Path) -> int:
    return sum(os.path.getsize(path) for path in data.glob("tidings.db*"))


def measure(posts: int = 10_000, feed_count: int = 1_000, files: int = UNCHANGED_FILES) -> list[Result]:
    """Print the tables; the figures that have goals. 0 leaves one out."""
    print(
        f"{'':<40}{'each':>8}{'seconds':>9}{'CPU s':>9}{'CPU ms':>9}{'each/s':>9}{'MB/s':>8}{'bot MB':>8}{'below':>8}"
    )
    parts = ((posts_table, posts), (feeds_table, feed_count), (files_table, files))
    with tempfile.TemporaryDirectory() as name:
        return [result for part, count in parts if count for result in part(Path(name), count)]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the tables, then how the goals fare."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--feeds", type=int, default=1_000)
    parser.add_argument("--files", type=int, default=UNCHANGED_FILES)
    options = parser.parse_args(arguments)
    print(table(measure(options.posts, options.feeds, options.files)))


if __name__ == "__main__":
    main()
