"""Runs the pure parsers on foreign bytes in worker processes that are killed after 10 seconds or at 1 GiB of memory.

A worker starts with the first task that finds none idle, and ends when nothing was to do for a while: a bot at rest
keeps none. One that hangs, runs out of memory or dies fails only its own task. Nobody knows whether the bytes are the
cause or the machine: such a failure is no verdict about them (`ParseFailed.is_final`). Results cross by pickle.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar, cast

from bot.models.articles import FeedProblem, ParseFailed
from bot.parsers.process import ParserProcess, ProcessDied, ProcessLost
from bot.parsers.worker import Ending

logger = logging.getLogger(__name__)

TIMEOUT_SECONDS = 10.0
MEMORY_BYTES = 1 << 30
WORKERS = 2
TASKS_PER_WORKER = 500  # a fresh worker now and then: parsers leak
IDLE_SECONDS = 10.0  # after that a worker without a task ends; another one starts in half a second
TRIES_PER_TASK = 2  # an idle worker may have been killed: its task goes to another one, once

TOO_SLOW = "Reading it took too long."
TOO_BIG = "Reading it took too much memory."
DIED = "The program that reads it crashed on it."
CLOSED = "Tidings is shutting down."
NO_VERDICTS = (TOO_SLOW, TOO_BIG, DIED, CLOSED)  # reasons that say nothing of the bytes

_P = ParamSpec("_P")
_T = TypeVar("_T")


class ParserPool:
    """A pool of parser processes, which start with the first task and end when idle, or with `aclose`."""

    def __init__(
        self,
        *,
        workers: int = WORKERS,
        timeout: float = TIMEOUT_SECONDS,
        memory_bytes: int = MEMORY_BYTES,
        idle_seconds: float = IDLE_SECONDS,
    ) -> None:
        self._slots = asyncio.Semaphore(workers)
        self._timeout = timeout
        self._memory_bytes = memory_bytes
        self._idle_seconds = idle_seconds
        self._idle: dict[ParserProcess, asyncio.TimerHandle] = {}  # with what will end it
        self._busy: set[ParserProcess] = set()
        self._ending: set[asyncio.Task[None]] = set()
        self._closed = False

    async def run(self, function: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T | ParseFailed:
        """`function(*args, **kwargs)` in a worker; ParseFailed if it hangs, dies or raises.

        The function is a module's own (it is named across the process border); arguments and result can be pickled.
        """
        async with self._slots:
            for _ in range(TRIES_PER_TASK):
                if self._closed:
                    break
                try:
                    return await self._try(function, args, kwargs)
                except ProcessLost:
                    logger.warning("parser process lost function=%s", function.__name__)
        return _closed() if self._closed else _failed(function, DIED)

    async def aclose(self) -> None:
        """Kill the workers. Running tasks return ParseFailed."""
        self._closed = True
        for timer in self._idle.values():
            timer.cancel()
        for worker in (*self._idle, *self._busy):
            self._let_go(worker)
        self._idle.clear()
        await asyncio.gather(*self._ending)

    async def _try(
        self, function: Callable[..., _T], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> _T | ParseFailed:
        """Run it once; ProcessLost if the worker ended before it began."""
        worker = await self._a_worker()
        if self._is_closed():  # while it started
            await worker.end()
            return _closed()
        self._busy.add(worker)
        keep = False
        try:
            ending, value = await worker.work(function, args, kwargs, seconds=self._timeout)
            keep = ending is not Ending.NO_MEMORY and worker.tasks < TASKS_PER_WORKER
        except (TimeoutError, ProcessDied) as error:
            if self._is_closed():
                return _closed()
            return _failed(function, TOO_SLOW if isinstance(error, TimeoutError) else DIED)
        finally:
            self._busy.discard(worker)
            if keep and not self._closed:
                self._rest(worker)
            else:
                self._let_go(worker)
        match ending:
            case Ending.DONE:
                return cast(_T, value)
            case Ending.NO_MEMORY:
                return _failed(function, TOO_BIG)
            case Ending.RAISED:
                name, traceback = value
                logger.error("parser failed function=%s error=%s", function.__name__, traceback)
                return ParseFailed(reason=f"It cannot be read ({name}).")

    async def _a_worker(self) -> ParserProcess:
        """The idle worker that worked last, so that the others may end; a new one if none is idle."""
        if self._idle:
            worker, timer = self._idle.popitem()
            timer.cancel()
            return worker
        return await ParserProcess.start(memory_bytes=self._memory_bytes, seconds=self._timeout)

    def _is_closed(self) -> bool:
        """Asked anew: another task may have closed it meanwhile."""
        return self._closed

    def _rest(self, worker: ParserProcess) -> None:
        def end() -> None:
            del self._idle[worker]
            self._let_go(worker)

        self._idle[worker] = asyncio.get_running_loop().call_later(self._idle_seconds, end)

    def _let_go(self, worker: ParserProcess) -> None:
        task = asyncio.create_task(worker.end(), name="end of a parser process")
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)


def _closed() -> ParseFailed:
    return ParseFailed(reason=CLOSED, is_final=False)


def _failed(function: Callable[..., object], reason: str) -> ParseFailed:
    logger.warning("parser failed function=%s error=%s", function.__name__, reason)
    return ParseFailed(reason=reason, problem=FeedProblem.BROKEN, is_final=False)
