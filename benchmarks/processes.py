"""Processor time and memory of this process and all below it, as Linux counts them; runs a measurement in a process
of its own.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
LOOK_SECONDS = 1.0  # between two looks at the memory of processes that may end

T = TypeVar("T")


def cpu_seconds(of: int | None = None) -> float:
    """User and system time of this process (or of another one) and of all it started, of ended ones too."""
    fields = (_stat(pid) for pid in _family(of))
    return sum(sum(map(int, stat[11:15])) for stat in fields if stat) / TICKS_PER_SECOND


def pss_megabytes(of: int) -> float:
    """Proportional set size of a process and all below it: pages that several share count once (proc(5))."""
    return sum(_kilobytes(pid, "Pss") for pid in _family(of)) / 1024


def private_megabytes(of: int) -> tuple[float, float]:
    """What a process itself wrote in memory, and what those below it did; unlike PSS nothing else changes it."""
    own, *below = (_kilobytes(pid, "Private_Dirty") / 1024 for pid in _family(of))
    return own, sum(below)


class Memory:
    """The highest resident size, in MB, of this process and of the largest below it."""

    def __init__(self) -> None:
        self.own = self.below = 0.0

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look again and again until the block ends."""
        ended = threading.Event()
        thread = threading.Thread(target=self._watch, args=(ended,))
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _watch(self, ended: threading.Event) -> None:
        while True:
            last = ended.wait(LOOK_SECONDS)
            own, *below = map(_peak_mb, _family())
            self.own, self.below = max(self.own, own), max(self.below, *below, 0.0)
            if last:
                return


def apart(function: Callable[..., T], *args: Any) -> T:
    """`function(*args)` in a fresh interpreter, so that its memory and processor time are its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, function, args))
    process.start()
    theirs.close()
    try:
        result: T = ours.recv()
    finally:
        process.join()
    return result


def _send(pipe: multiprocessing.connection.Connection, function: Callable[..., object], args: tuple[Any, ...]) -> None:
    pipe.send(function(*args))


def _family(of: int | None = None) -> list[int]:
    """This process or another one, then every one below it."""
    found = [of or os.getpid()]
    for pid in found:
        for children in Path(f"/proc/{pid}/task").glob("*/children"):
            with suppress(OSError):  # it ended just now
                found.extend(map(int, children.read_text().split()))
    return found


def _stat(pid: int) -> list[str]:
    """The fields of /proc/PID/stat from the state on (proc(5)); [] for one that ended."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return []


def _kilobytes(pid: int, field: str) -> int:
    """This field of /proc/PID/smaps_rollup; 0 for a process that ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{field}:")), 0)


def _peak_mb(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), 0.0)
