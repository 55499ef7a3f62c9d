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
from bot.store.files import Damaged, check, is_damage
from bot.store.rows import all_rows, one_value
from bot.store.worker import connect

_MAGIC = b"SQLite format 3\x00"  # https://sqlite.org/fileformat.html#the_database_header


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What the file is like; its size and its sequences only grow, unless somebody compacts it."""

    identity: tuple[int, int]  # device and inode
    size: int  # bytes
    sequences: int  # the sum of the highest ids ever used


class FileWatch:
    """Compares the file with what it was at the last look."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = _look(path)

    def problem(self) -> str | None:
        """What happened to the file since the last look, or None if nothing did that a running bot does not do."""
        try:
            if self._path.stat().st_size < self._last.size:
                check(self._path)  # by VACUUM in another program, or by harm: the whole file tells
            now = _look(self._path)
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


def _look(path: Path) -> _Look:
    """Raise ValueError for a file that is no database any more, sqlite3.DatabaseError for one that cannot be read."""
    with path.open("rb") as file:
        found = os.fstat(file.fileno())
        if file.read(len(_MAGIC)) != _MAGIC:
            raise ValueError("its header was overwritten")
    return _Look(identity=(found.st_dev, found.st_ino), size=found.st_size, sequences=_read_all_beginnings(path))


def _read_all_beginnings(path: Path) -> int:
    """Read the first entry of every table through a new connection, which has nothing in memory."""
    with contextlib.closing(connect(path, readonly=True)) as db:
        tables = all_rows(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
        for table in tables:
            one_value(db, f'SELECT 1 FROM "{table["name"]}" LIMIT 1')  # noqa: S608
        return int(one_value(db, "SELECT coalesce(sum(seq), 0) FROM sqlite_sequence"))
