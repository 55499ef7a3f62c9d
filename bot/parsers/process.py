"""One parser process as the bot sees it: started for a task, killed or let go; see `worker`."""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable
from contextlib import suppress
from typing import Any, cast

from bot.parsers.worker import BEGUN, HEAD, Ending, frame

START_SECONDS = 60.0  # for the interpreter and the libraries of a task, also on a busy machine
LEFT_BYTES = 1 << 16
AHEAD_BYTES = 4 << 20  # read before somebody takes them: with less asyncio stops at every other piece of a large result
_PROGRAM = "from bot.parsers.worker import main; main()"


class ProcessLost(Exception):
    """The process ended before it began the task, which another one can do."""


class ProcessDied(Exception):
    """The process ended in the middle of the task."""


class ParserProcess:
    """A running parser process. It takes one task at a time."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self.tasks = 0  # that it has taken so far

    @classmethod
    async def start(cls, *, memory_bytes: int, seconds: float) -> ParserProcess:
        """Start one that imports what this process could import."""
        path = os.pathsep.join(filter(None, sys.path))
        command = (sys.executable, "-P", "-c", _PROGRAM, str(memory_bytes), str(int(seconds)))
        environment = {**os.environ, "PYTHONPATH": path}
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, limit=AHEAD_BYTES, env=environment
        )
        return cls(process)

    async def work(
        self, function: Callable[..., object], args: tuple[Any, ...], kwargs: dict[str, Any], *, seconds: float
    ) -> tuple[Ending, Any]:
        """How the task ended. TimeoutError if it takes longer; ProcessLost, ProcessDied if the process ends."""
        self.tasks += 1
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(frame((function, args, kwargs)))
            async with asyncio.timeout(START_SECONDS):
                await self._process.stdin.drain()
                first = await self._receive()
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            raise ProcessLost from error
        if first != BEGUN:  # its libraries could not be loaded
            return cast("tuple[Ending, Any]", first)
        try:
            async with asyncio.timeout(seconds):
                ended: tuple[Ending, Any] = await self._receive()
        except asyncio.IncompleteReadError as error:
            raise ProcessDied from error
        return ended

    async def _receive(self) -> Any:
        assert self._process.stdout is not None
        (length,) = HEAD.unpack(await self._process.stdout.readexactly(HEAD.size))
        return pickle.loads(await self._process.stdout.readexactly(length))  # noqa: S301 - from our own process

    async def end(self) -> None:
        """Kill it, and read what it left: before Python 3.13 `wait` waits for the end of the pipes, too, and asyncio
        reads no further once there is much that nobody takes.
        """
        with suppress(ProcessLookupError):
            self._process.kill()
        assert self._process.stdout is not None
        with suppress(RuntimeError):  # somebody still reads, who will meet the end
            while await self._process.stdout.read(LEFT_BYTES):
                pass
        await self._process.wait()
