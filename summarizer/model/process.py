"""Holds the model's process from outside: starts it, passes messages, ends it whatever it does.

Knows nothing of models: a message is a dict, one JSON line on a socket of its own, which no library prints to.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import socket
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path
from signal import SIGABRT, SIGKILL
from typing import Any

logger = logging.getLogger(__name__)

TOO_LITTLE_MEMORY = 4  # the exit status of summarizer.model.worker where a batch did not fit
END_SECONDS = 2.0  # a process that has lost its socket is killed after this long
MAX_LINE_BYTES = 1 << 22
LAST_WORDS_LINES = 5
WORKER = (sys.executable, "-m", "summarizer.model.worker")

SECRETS = ("TELEGRAM_", "SUMMARY_API_")  # settings that a model has no use for

Message = dict[str, Any]


class ProcessEnded(Exception):
    """The process died, or said something that is no message; it has to be replaced."""


class ModelProcess:
    """One running process. Not reusable: when it has ended, start another."""

    def __init__(
        self,
        process: asyncio.subprocess.Process,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self._process = process
        self._reader = reader
        self._writer = writer
        self._last_words: deque[str] = deque(maxlen=LAST_WORDS_LINES)
        self._why_ended = ""  # by us
        self._listening = asyncio.create_task(self._listen_to_errors())

    @classmethod
    async def begin(cls, command: tuple[str, ...] = WORKER) -> ModelProcess:
        """Start the process with a socket to talk on; its number is the command's last argument."""
        ours, theirs = socket.socketpair()
        reader, writer = await asyncio.open_connection(sock=ours, limit=MAX_LINE_BYTES)
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                str(theirs.fileno()),
                pass_fds=[theirs.fileno()],
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
                env=_environment(),
                start_new_session=True,  # Ctrl+C is the parent's to handle
            )
        except BaseException:
            writer.close()
            raise
        finally:
            theirs.close()
        return cls(process, reader, writer)

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, message: Message) -> None:
        """Pass one message on; a process that has died is noticed by `receive`."""
        if not self._writer.is_closing():
            self._writer.write(json.dumps(message).encode() + b"\n")

    async def receive(self) -> Message:
        """Wait for its next message; ProcessEnded if there comes none."""
        try:
            line = await self._reader.readline()
            message = json.loads(line) if line else None
        except (OSError, ValueError) as error:  # a line beyond the limit, or no JSON
            raise ProcessEnded(f"it said something unreadable ({type(error).__name__})") from error
        if message is None:
            raise ProcessEnded(await self._how_it_ended())
        if not isinstance(message, dict):
            raise ProcessEnded("it said something that is no message")
        return message

    async def end(self, *, at_once: bool = False, why: str = "") -> None:
        """Close the socket, at which it ends; kill it if it does not. Leaves no zombie.

        `why` is what `receive` then says of it: a process that we kill did not run out of memory.
        """
        self._why_ended = self._why_ended or why
        self._writer.close()
        with suppress(ProcessLookupError):
            if at_once:
                self._process.kill()
            try:
                async with asyncio.timeout(END_SECONDS):
                    await self._process.wait()
            except TimeoutError:
                self._process.kill()
                await self._process.wait()
        await asyncio.gather(self._listening, return_exceptions=True)
        with suppress(OSError):
            await self._writer.wait_closed()

    async def _how_it_ended(self) -> str:
        if self._why_ended:
            return self._why_ended
        with suppress(TimeoutError):
            async with asyncio.timeout(END_SECONDS):
                status = await self._process.wait()
            await asyncio.wait([self._listening], timeout=END_SECONDS)
            # C++ code of the libraries aborts where an allocation fails, before Python hears of it.
            if status == TOO_LITTLE_MEMORY or any("bad_alloc" in line for line in self._last_words):
                return "its memory did not suffice for a batch (SUMMARY_MEMORY)"
            if status < 0:
                hint = " (out of memory? See SUMMARY_MEMORY)" if -status in (SIGKILL, SIGABRT) else ""
                return f"it was killed by signal {-status}{hint}"
            return f"it ended with status {status}: {''.join(list(self._last_words)[-1:])[:300]}"
        return "it closed its socket"

    async def _listen_to_errors(self) -> None:
        """Drain what the libraries print, and remember the end of it."""
        assert self._process.stderr is not None
        line: bytes | None = None
        while line != b"":
            line = None
            with suppress(ValueError):  # too long a line: its beginning is dropped, and what follows is read on
                line = await self._process.stderr.readline()
            if line:
                self._last_words.append(line.decode(errors="replace").strip())
                logger.debug("model process said line=%r", self._last_words[-1][:200])


def _environment() -> dict[str, str]:
    """Let the process find this package wherever it was imported from, quiet its libraries, keep secrets from it."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(SECRETS)}
    paths = [str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")]
    quiet = {
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "TOKENIZERS_PARALLELISM": "false",  # a warning at every fork
        "TRANSFORMERS_VERBOSITY": "error",
    }
    return {**kept, **quiet, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
