"""Notices that the database's file is cut, overwritten, replaced or removed while the bot works with it.

SQLite itself answers from its memory and its log for hours then. Only reads; a look costs some milliseconds.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from bot.errors import StoreError
from bot.store.database.files import Damaged, check, is_damage
from bot.store.database.rows import all_rows, one_value
from bot.store.database.worker import connect

_MAGIC = b"SQLite format 3\x00"  # https://sqlite.org/fileformat.html#the_database_header


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What the file is like; its size and its sequences only grow, unless somebody compacts it."""

    identity: tuple[int, int]  # device and inode
    size: int  # bytes
    sequences: int  # the sum of the highest ids ever used


class FileWatch:
    """Compares the file with what it was at the last look. Create it before the connections, close it after them.

    It keeps the file open all the time: whoever closes a file drops every lock that this process has on it, those of
    SQLite's connections included, and another program may then delete the log that they write to.
    https://www.sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = os.open(path, os.O_RDONLY)
        self._last = self._look()

    def close(self) -> None:
        """Let the file go."""
        os.close(self._file)

    def problem(self) -> str | None:
        """What happened to the file since the last look, or None if nothing did that a running bot does not do."""
        try:
            if self._path.stat().st_size < self._last.size:
                check(self._path)  # by VACUUM in another program, or by harm: the whole file tells
            now = self._look()
        except Damaged:
            return "it was cut short"
        except ValueError as error:
            return str(error)
        except FileNotFoundError:
            return "the file is gone"
        except sqlite3.DatabaseError as error:
            return str(error) if is_damage(error) else None  # locked: the next look tells
        except (OSError, StoreError):
            return None
        last, self._last = self._last, now
        if now.identity != last.identity:
            return "another file took its place"
        return "an older copy was written over it" if now.sequences < last.sequences else None

    def _look(self) -> _Look:
        """Raise ValueError for a file that is a database no more, sqlite3.DatabaseError for one that cannot be read."""
        found = self._path.stat()
        identity = (found.st_dev, found.st_ino)
        ours = os.fstat(self._file)
        if identity == (ours.st_dev, ours.st_ino) and os.pread(self._file, len(_MAGIC), 0) != _MAGIC:
            raise ValueError("its header was overwritten")
        return _Look(identity=identity, size=found.st_size, sequences=_read_all_beginnings(self._path))


def _read_all_beginnings(path: Path) -> int:
    """Read the first entry of every table through a new connection, which has nothing in memory."""
    with contextlib.closing(connect(path, readonly=True)) as db:
        tables = all_rows(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
        for table in tables:
            one_value(db, f'SELECT 1 FROM "{table["name"]}" LIMIT 1')  # noqa: S608
        return int(one_value(db, "SELECT coalesce(sum(seq), 0) FROM sqlite_sequence"))
