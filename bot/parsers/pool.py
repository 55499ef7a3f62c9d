"""Runs the pure parsers on foreign bytes in worker processes that are killed after 10 seconds or at 1 GiB of memory.

A worker that hangs, runs out of memory or dies fails only its own task. Nobody knows whether the bytes are the cause
or the machine: such a failure is no verdict about them (`ParseFailed.is_final`). Results cross by pickle.
"""

from __future__ import annotations

import asyncio
import gc
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from multiprocessing import forkserver
from typing import Any, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from bot.models.articles import FeedProblem, ParseFailed

logger = logging.getLogger(__name__)

TIMEOUT_SECONDS = 10.0
MEMORY_BYTES = 1 << 30
WORKERS = 2
TASKS_PER_WORKER = 500  # a fresh worker now and then: parsers leak
POOLS_PER_TASK = 2  # a pool that breaks (an idle worker or the fork server was killed) is replaced, once for each task
WATCH_SECONDS = 2.0  # between two looks at whether the pool is still at work: a broken one forgets what waits in it

TOO_SLOW = "Reading it took too long."
TOO_BIG = "Reading it took too much memory."
DIED = "The program that reads it crashed on it."
CLOSED = "Tidings is shutting down."
NO_VERDICTS = (TOO_SLOW, TOO_BIG, DIED, CLOSED)  # reasons that say nothing of the bytes

_P = ParamSpec("_P")
_T = TypeVar("_T")


def start_fork_server() -> None:
    """Start the fork server, which imports the parsers while this process imports the rest.

    Forking a process that has threads may deadlock; the fork server has none, and imports the parsers once.
    """
    parsers = [
        "bot.parsers.feeds.xml_feed",
        "bot.parsers.feeds.discovery",
        "bot.parsers.batches",
        "bot.parsers.posts.post",
        "bot.parsers.pages.article",
    ]
    forkserver.set_forkserver_preload([*parsers, "bot.pictures.cards"])
    forkserver.ensure_running()


class ParserPool:
    """A pool of parser processes, which start with the first task and end with `aclose`."""

    def __init__(
        self, *, workers: int = WORKERS, timeout: float = TIMEOUT_SECONDS, memory_bytes: int = MEMORY_BYTES
    ) -> None:
        self._workers = workers
        self._timeout = timeout
        self._memory_bytes = memory_bytes
        self._pool: ProcessPool | None = None
        self._running: set[Future[Any]] = set()
        self._closed = False

    async def run(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T | ParseFailed:
        """`function(*args, **kwargs)` in a worker; ParseFailed if it hangs, dies or raises.

        The function is a module's own (it is named across the process border); arguments and result can be pickled.
        """
        for _ in range(POOLS_PER_TASK):
            if self._closed:
                break
            try:
                return await self._run(function, args, kwargs)
            except BrokenProcessPool:
                logger.warning("parser pool broke function=%s", function.__name__)
        return ParseFailed(reason=CLOSED, is_final=False) if self._closed else _failed(function, DIED)

    async def _run(
        self, function: Callable[..., _T], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> _T | ParseFailed:
        """One try; BrokenProcessPool if the pool itself failed, whatever the function did."""
        pool = await self._working_pool()
        try:
            future = pool.schedule(function, args=args, kwargs=kwargs, timeout=self._timeout)
        except RuntimeError as error:  # it broke just now
            raise BrokenProcessPool from error
        self._running.add(future)
        try:
            return await _result(future, pool)
        except TimeoutError:
            return _failed(function, TOO_SLOW)
        except MemoryError:
            return _failed(function, TOO_BIG)
        except ProcessExpired:
            return _failed(function, DIED)
        except BrokenProcessPool:
            raise
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if future.cancelled() and task is not None and not task.cancelling():
                return ParseFailed(reason=CLOSED, is_final=False)  # the pool was closed, nobody cancelled the caller
            raise
        except Exception as error:
            logger.exception("parser failed function=%s", function.__name__)
            return ParseFailed(reason=f"It cannot be read ({type(error).__name__}).")
        finally:
            self._running.discard(future)

    async def aclose(self) -> None:
        """Kill the workers. Running tasks return ParseFailed."""
        self._closed = True
        pool, self._pool = self._pool, None
        for future in tuple(self._running):
            future.cancel()
        if pool is not None:
            await asyncio.to_thread(_end, pool)

    async def _working_pool(self) -> ProcessPool:
        """The running pool; a new one if there is none or it is broken."""
        pool = self._pool
        if pool is not None and pool.active:
            return pool
        self._pool = fresh = self._start()
        if pool is not None:
            await asyncio.to_thread(_end, pool)
        return fresh

    def _start(self) -> ProcessPool:
        start_fork_server()
        return ProcessPool(
            max_workers=self._workers,
            max_tasks=TASKS_PER_WORKER,
            initializer=_begin,
            initargs=(self._memory_bytes,),
            context=multiprocessing.get_context("forkserver"),
        )


async def _result(future: Future[_T], pool: ProcessPool) -> _T:
    """The task's result; raises BrokenProcessPool if the pool broke meanwhile."""
    waiting = asyncio.wrap_future(future)
    try:
        while not waiting.done():
            await asyncio.wait((waiting,), timeout=WATCH_SECONDS)
            if not waiting.done() and not pool.active:
                raise BrokenProcessPool
        return waiting.result()
    finally:
        waiting.cancel()


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _begin(memory_bytes: int) -> None:
    """Prepare a worker before its first task."""
    gc.freeze()  # the parsers stay loaded: they need not be looked through for garbage
    _limit_memory(memory_bytes)


def _limit_memory(memory_bytes: int) -> None:
    """Limit this process's memory, on systems that can.

    The limit is on data, not on address space: some libraries reserve a gigabyte of addresses and use none.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))


def _failed(function: Callable[..., object], reason: str) -> ParseFailed:
    logger.warning("parser failed function=%s error=%s", function.__name__, reason)
    return ParseFailed(reason=reason, problem=FeedProblem.BROKEN, is_final=False)
