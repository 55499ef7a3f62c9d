"""Tells whether the database was closed in order, so that only what was not is read from end to end at the start.

A file beside the database holds a lock and a mark. Whoever writes to the database holds the lock, shared with others
who do; the lock ends with its process, whatever ended that. The last one to close in order writes the mark: the size
and time that the database has then. The first one to open removes it, durably, before anything is written.
"""

from __future__ import annotations

import fcntl
import json
import os
from pathlib import Path

OWNER_ONLY = 0o600


class StopMark:
    """The mark of one database, from its opening to its end."""

    def __init__(self, database: Path) -> None:
        self._database = database
        self._file: int | None = None

    def enter(self) -> bool:
        """Take the lock; returns whether the database may have stopped in disorder, or was changed since it stopped.

        It did not if another process works with it now: that one looked when it came.
        """
        self._file = os.open(mark_of(self._database), os.O_RDWR | os.O_CREAT, OWNER_ONLY)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            fcntl.flock(self._file, fcntl.LOCK_SH)
            return False
        found = os.pread(self._file, 1000, 0).decode(errors="replace")
        stopped_well = found == _state(self._database) and _log_is_empty(self._database)
        os.ftruncate(self._file, 0)
        os.fsync(self._file)
        fcntl.flock(self._file, fcntl.LOCK_SH)
        return not stopped_well

    def leave(self, *, well: bool) -> None:
        """Release the lock. The last one to leave, with all its work in the file and all `well`, writes the mark."""
        if self._file is None:
            return
        try:
            if well and self._is_last() and _log_is_empty(self._database):
                os.pwrite(self._file, _state(self._database).encode(), 0)
                os.fsync(self._file)
        except OSError:  # a full disk: the next start looks
            pass
        finally:
            os.close(self._file)
            self._file = None

    def _is_last(self) -> bool:
        assert self._file is not None
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def mark_of(database: Path) -> Path:
    """The file that holds the mark and the lock of a database."""
    return database.with_name(f"{database.name}-stop")


def _state(database: Path) -> str:
    """What a change of the file would change; "" where there is none."""
    try:
        found = database.stat()
    except FileNotFoundError:
        return ""
    return json.dumps({"size": found.st_size, "mtime_ns": found.st_mtime_ns})


def _log_is_empty(database: Path) -> bool:
    """Whether nothing waits in the write-ahead log; the last connection to close in order removes it."""
    try:
        return database.with_name(f"{database.name}-wal").stat().st_size == 0
    except FileNotFoundError:
        return True
