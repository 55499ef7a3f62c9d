"""A store whose writer meets a full, failing or locked disk, at the n-th statement or at every one of a kind."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from bot.store import Store

CODES = {
    "FULL": (sqlite3.SQLITE_FULL, "database or disk is full"),
    "IOERR": (sqlite3.SQLITE_IOERR, "disk I/O error"),
    "BUSY": (sqlite3.SQLITE_BUSY, "database is locked"),
}


class FailingConnection:
    """The writer's connection, whose statements fail as told: the n-th, or every one that `fails` names."""

    def __init__(self, connection: sqlite3.Connection, code: str) -> None:
        self._connection = connection
        self._code = code
        self.left: int | None = None
        self.fails = ""
        self.failed = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, sql: str, *arguments: Any) -> sqlite3.Cursor:
        if self.left is not None:
            self.left -= 1
        if self.left == 0 or (self.fails and sql.lstrip().startswith(self.fails)):
            self.failed += 1
            number, text = CODES[self._code]
            error = sqlite3.OperationalError(text)
            error.sqlite_errorcode = number
            raise error
        return self._connection.execute(sql, *arguments)


@contextmanager
def failing(store: Store, code: str) -> Iterator[FailingConnection]:
    writer = store._worker._writer
    real = writer.conn
    failing = FailingConnection(real, code)
    writer.conn = cast("sqlite3.Connection", failing)  # it passes on what it does not refuse
    try:
        yield failing
    finally:
        writer.conn = real
