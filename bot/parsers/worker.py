"""A parser process: runs the tasks that come on its standard input, one after the other, until that ends.

Its arguments are its memory in bytes and the seconds of a task. A frame is its length in eight bytes, then a pickle.
For each task, `(function, args, kwargs)`, two frames go to standard output: `BEGUN` once the libraries it needs are
loaded, then how it ended. Whatever else is printed goes to standard error. Imports nothing of
the bot but what a task names.
"""

from __future__ import annotations

import gc
import importlib
import os
import pickle
import signal
import struct
import sys
import traceback
from contextlib import suppress
from enum import StrEnum
from typing import Any, BinaryIO

HEAD = struct.Struct(">Q")
BEGUN = "begun"
# Objects that are made before Python looks for garbage: what is parsed is none, and is gone with the task.
GARBAGE_THRESHOLDS = (50_000, 20, 50)
GRACE_SECONDS = 5  # whoever started this process kills it first, if it still runs


class Ending(StrEnum):
    """How a task ended; beside it stand its result, or the name and the traceback of its exception."""

    DONE = "done"
    RAISED = "raised"
    NO_MEMORY = "no memory"


def frame(value: object) -> bytes:
    """The value as it crosses the process border."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return HEAD.pack(len(data)) + data


def main() -> None:
    """Work until the standard input ends."""
    memory_bytes, seconds = int(sys.argv[1]), int(sys.argv[2])
    for number in (signal.SIGINT, signal.SIGTERM):  # meant for the bot, which ends this process itself
        signal.signal(number, signal.SIG_IGN)
    tasks, results = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    limit_memory(memory_bytes)
    gc.set_threshold(*GARBAGE_THRESHOLDS)
    with suppress(BrokenPipeError):  # the bot is gone
        while task := _read(tasks):
            work(task, results, seconds=seconds)
    os._exit(0)  # at once: nothing here is worth tidying up


def work(task: bytes, results: BinaryIO, *, seconds: int) -> None:
    """Run one task; the system kills this process where a task goes on for much longer than it may."""
    try:
        function, args, kwargs = pickle.loads(task)  # noqa: S301 - the bot itself wrote it
        for module in getattr(function, "needs", ()):
            importlib.import_module(module)
        gc.freeze()  # what is loaded stays: it need not be looked through for garbage
        _send(results, frame(BEGUN))
        signal.alarm(seconds + GRACE_SECONDS)
        ended = frame((Ending.DONE, function(*args, **kwargs)))
    except MemoryError:
        ended = frame((Ending.NO_MEMORY, None))
    except Exception as error:
        ended = frame((Ending.RAISED, (type(error).__name__, traceback.format_exc())))
    signal.alarm(0)
    _send(results, ended)


def limit_memory(memory_bytes: int) -> None:
    """Limit this process's memory, on systems that can.

    The limit is on data, not on address space: some libraries reserve a gigabyte of addresses and use none.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes, memory_bytes))


def _read(tasks: BinaryIO) -> bytes:
    """The next task; b"" at the end."""
    head = tasks.read(HEAD.size)
    return tasks.read(HEAD.unpack(head)[0]) if len(head) == HEAD.size else b""


def _send(results: BinaryIO, data: Any) -> None:
    results.write(data)
    results.flush()
