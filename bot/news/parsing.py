"""Runs the pure parsers on foreign bytes in processes that can be killed: 10 seconds, one gigabyte of memory.

A worker that hangs, runs out of memory or dies costs its own task alone. Results cross by pickle.
"""

from __future__ import annotations

import asyncio
import logging
import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from bot.models import ParseFailed

logger = logging.getLogger(__name__)

TIMEOUT_SECONDS = 10.0
MEMORY_BYTES = 1 << 30
WORKERS = 2
TASKS_PER_WORKER = 500  # a fresh worker now and then: parsers leak

TOO_SLOW = "Reading it took too long."
TOO_BIG = "Reading it took too much memory."
DIED = "The program that reads it crashed on it."
CLOSED = "Tidings is shutting down."

_P = ParamSpec("_P")
_T = TypeVar("_T")


class ParserPool:
    """The pool. Its processes start with the first task and end with `aclose`."""

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
        if self._closed:
            return ParseFailed(reason=CLOSED)
        if self._pool is None:
            self._pool = self._start()
        future = self._pool.schedule(function, args=args, kwargs=kwargs, timeout=self._timeout)
        self._running.add(future)
        try:
            result: _T = await asyncio.wrap_future(future)
        except TimeoutError:
            return _failed(function, TOO_SLOW)
        except MemoryError:
            return _failed(function, TOO_BIG)
        except ProcessExpired:
            return _failed(function, DIED)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if future.cancelled() and task is not None and not task.cancelling():
                return ParseFailed(reason=CLOSED)  # the pool was closed, nobody cancelled the caller
            raise
        except Exception as error:
            logger.exception("parser failed function=%s", function.__name__)
            return ParseFailed(reason=f"It cannot be read ({type(error).__name__}).")
        finally:
            self._running.discard(future)
        return result

    async def aclose(self) -> None:
        """Kill the workers; tasks under way give ParseFailed."""
        self._closed = True
        pool, self._pool = self._pool, None
        for future in tuple(self._running):
            future.cancel()
        if pool is not None:
            await asyncio.to_thread(pool.stop)
            await asyncio.to_thread(pool.join)

    def _start(self) -> ProcessPool:
        # Forking a process that has threads may deadlock; the fork server has none, and imports the parsers once.
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["bot.news.feeds", "bot.news.batches", "bot.news.page"])
        return ProcessPool(
            max_workers=self._workers,
            max_tasks=TASKS_PER_WORKER,
            initializer=_limit_memory,
            initargs=(self._memory_bytes,),
            context=context,
        )


def _limit_memory(memory_bytes: int) -> None:
    """Cap this process's address space, where the system knows such a cap."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _failed(function: Callable[..., object], reason: str) -> ParseFailed:
    logger.warning("parser failed function=%s reason=%s", function.__name__, reason)
    return ParseFailed(reason=reason)
