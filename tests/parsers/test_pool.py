from __future__ import annotations

import asyncio
import mmap
import os
import signal
import time
from collections.abc import AsyncIterator
from concurrent.futures import Future
from contextlib import asynccontextmanager
from threading import Thread
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.models.articles import FeedProblem, ParsedFeed, ParseFailed
from bot.parsers import pool as parsing
from bot.parsers.feeds.xml_feed import parse_feed
from bot.parsers.pool import CLOSED, DIED, TOO_BIG, TOO_SLOW, ParserPool, _limit_memory


@asynccontextmanager
async def a_pool(**settings: Any) -> AsyncIterator[ParserPool]:
    pool = ParserPool(**settings)
    try:
        yield pool
    finally:
        await pool.aclose()


async def test_a_worker_that_hangs_dies_or_eats_memory_costs_its_own_task_alone() -> None:
    async with a_pool(timeout=1.5, workers=2) as pool:
        results = await asyncio.gather(
            pool.run(time.sleep, 60),
            pool.run(os._exit, 3),
            pool.run(bytearray, 2 << 30),
            pool.run(bytes.decode, b"\xff"),
            pool.run(parse_feed, b"<rss><channel><title>T</title></channel></rss>", url="https://a.example/"),
        )
    reasons = [result.reason for result in results[:4] if isinstance(result, ParseFailed)]
    assert getattr(results[0], "problem", None) is FeedProblem.BROKEN  # of a feed it says so, not "no feed there"
    assert reasons == [TOO_SLOW, DIED, TOO_BIG, "It cannot be read (UnicodeDecodeError)."]
    finals = [result.is_final for result in results[:4] if isinstance(result, ParseFailed)]
    assert finals == [False, False, False, True]  # only what a parser itself said is about the bytes
    assert isinstance(results[4], ParsedFeed)


async def test_closing_ends_what_is_under_way() -> None:
    async with a_pool() as pool:
        running = asyncio.create_task(pool.run(time.sleep, 60))
        await asyncio.sleep(0)
        await pool.aclose()
        assert await running == ParseFailed(reason=CLOSED, is_final=False)
        assert await pool.run(len, "x") == ParseFailed(reason=CLOSED, is_final=False)


async def test_a_caller_that_gives_up_is_cancelled_as_usual() -> None:
    async with a_pool() as pool:
        running = asyncio.create_task(pool.run(time.sleep, 60))
        await asyncio.sleep(0)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running


async def test_a_pool_that_breaks_is_replaced() -> None:
    async with a_pool(workers=1) as pool:
        assert await pool.run(abs, -1) == 1
        first = pool._pool
        assert first is not None
        worker = await pool.run(os.getpid)
        assert isinstance(worker, int)
        os.kill(worker, signal.SIGKILL)  # as the system does when it is short of memory
        _, watcher, *_ = cast("tuple[Thread, ...]", first._loops)  # the second thread looks after the workers
        await asyncio.to_thread(watcher.join)
        assert await asyncio.gather(*(pool.run(abs, number) for number in (-2, -3))) == [2, 3]
        assert pool._pool is not first


class BrokenPool:
    """A pool that takes tasks, or not even these, and forgets them."""

    def __init__(self, *, takes: bool) -> None:
        self.takes = takes
        self.active = True
        self.ended: list[str] = []

    def schedule(self, *_: object, **__: object) -> Future[object]:
        self.active = False
        if not self.takes:
            raise RuntimeError("Unexpected error within the Pool")
        return Future()

    def stop(self) -> None:
        self.ended.append("stop")

    def join(self) -> None:
        self.ended.append("join")


@pytest.mark.parametrize("takes", [True, False])
async def test_a_task_is_given_up_after_the_second_broken_pool(takes: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "WATCH_SECONDS", 0)
    made: list[BrokenPool] = []

    def start() -> BrokenPool:
        made.append(BrokenPool(takes=takes))
        return made[-1]

    async with a_pool() as pool:
        monkeypatch.setattr(pool, "_start", start)
        assert await pool.run(abs, -1) == ParseFailed(reason=DIED, problem=FeedProblem.BROKEN, is_final=False)
        assert len(made) == parsing.POOLS_PER_TASK
    assert all(broken.ended == ["stop", "join"] for broken in made)


async def test_a_pool_that_was_never_used_closes() -> None:
    async with a_pool() as pool:
        assert pool._pool is None


def test_the_cap_on_memory_is_set_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, tuple[int, int]]] = []
    fake = SimpleNamespace(RLIMIT_DATA=9, setrlimit=lambda which, limits: asked.append((which, limits)))
    monkeypatch.setitem(__import__("sys").modules, "resource", fake)
    _limit_memory(1000)
    assert asked == [(9, (1000, 1000))]
    monkeypatch.setitem(__import__("sys").modules, "resource", None)
    _limit_memory(1000)
    assert len(asked) == 1


def test_a_parser_gets_ten_seconds_and_one_gibibyte() -> None:
    assert (parsing.TIMEOUT_SECONDS, parsing.MEMORY_BYTES) == (10.0, 1 << 30)


def reserve(size: int) -> int:
    """Address space that nothing is kept in, as allocators set aside."""
    with mmap.mmap(-1, size, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=mmap.PROT_READ) as reserved:
        return len(reserved)


async def test_address_space_that_is_only_reserved_is_no_memory() -> None:
    async with a_pool() as pool:
        assert await pool.run(reserve, 2 << 30) == 2 << 30
