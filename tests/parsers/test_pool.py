from __future__ import annotations

import asyncio
import mmap
import os
import signal
import sys
import time
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import Any

import pytest

from bot.models.articles import FeedProblem, ParsedFeed, ParseFailed
from bot.parsers import pool as parsing
from bot.parsers.batches import needs
from bot.parsers.feeds.xml_feed import parse_feed
from bot.parsers.pool import CLOSED, DIED, TOO_BIG, TOO_SLOW, ParserPool
from bot.parsers.process import ParserProcess
from bot.parsers.worker import limit_memory


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


async def test_a_task_whose_idle_worker_was_killed_goes_to_another_one() -> None:
    async with a_pool(workers=1) as pool:
        worker = await pool.run(os.getpid)
        assert isinstance(worker, int)
        os.kill(worker, signal.SIGKILL)  # as the system does when it is short of memory
        assert await asyncio.gather(*(pool.run(abs, number) for number in (-2, -3))) == [2, 3]
        assert await pool.run(os.getpid) != worker


async def test_a_task_is_given_up_after_the_second_lost_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[bool] = []

    async def lost(*_: object, **__: object) -> ParserProcess:
        started.append(True)
        return ParserProcess(await asyncio.create_subprocess_exec("true", stdin=PIPE, stdout=PIPE))

    monkeypatch.setattr(ParserProcess, "start", lost)
    async with a_pool() as pool:
        assert await pool.run(abs, -1) == ParseFailed(reason=DIED, problem=FeedProblem.BROKEN, is_final=False)
    assert len(started) == parsing.TRIES_PER_TASK


async def test_a_worker_whose_answer_nobody_reads_any_more_ends_all_the_same() -> None:
    command = (sys.executable, "-c", "print('x' * (1 << 22))")
    process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE)
    assert process.stdout is not None
    while len(process.stdout._buffer) <= 2 * process.stdout._limit:  # type: ignore[attr-defined]  # noqa: ASYNC110
        await asyncio.sleep(0)  # until asyncio reads no further
    async with asyncio.timeout(20):
        await ParserProcess(process).end()
    assert process.returncode is not None


async def test_a_worker_ends_when_nothing_was_to_do_for_a_while() -> None:
    async with a_pool(workers=1, idle_seconds=0) as pool:
        worker = await pool.run(os.getpid)
        assert isinstance(worker, int)
        for _ in range(3):  # turns of the loop, until its timer has fired
            await asyncio.sleep(0)
        await asyncio.gather(*pool._ending)
        assert not pool._idle
        with pytest.raises(ProcessLookupError):
            os.kill(worker, 0)


async def test_a_worker_is_replaced_after_its_share_of_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "TASKS_PER_WORKER", 2)
    async with a_pool(workers=1) as pool:
        workers = [await pool.run(os.getpid) for _ in range(3)]
    assert workers[0] == workers[1] != workers[2]


async def test_what_a_parser_prints_does_not_mix_with_its_results() -> None:
    async with a_pool(workers=1) as pool:
        assert await pool.run(os.write, 1, b"chatter\n") == len("chatter\n")
        assert await pool.run(abs, -1) == 1


@needs("bot.parsers.no_such_module")
def unloadable() -> None:
    raise AssertionError


async def test_a_task_whose_libraries_cannot_be_loaded_fails_alone() -> None:
    async with a_pool(workers=1) as pool:
        assert await pool.run(unloadable) == ParseFailed(reason="It cannot be read (ModuleNotFoundError).")
        assert await pool.run(abs, -1) == 1


async def test_a_pool_that_was_never_used_has_no_worker() -> None:
    async with a_pool() as pool:
        assert not pool._idle


def test_the_cap_on_memory_is_set_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, tuple[int, int]]] = []
    fake = SimpleNamespace(RLIMIT_DATA=9, setrlimit=lambda which, limits: asked.append((which, limits)))
    monkeypatch.setitem(__import__("sys").modules, "resource", fake)
    limit_memory(1000)
    assert asked == [(9, (1000, 1000))]
    monkeypatch.setitem(__import__("sys").modules, "resource", None)
    limit_memory(1000)
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
