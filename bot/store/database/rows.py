"""Conversion between SQLite's values and Python's: times, category paths, JSON. All encodings are here."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any

from bot.models.articles import CategoryPath
from bot.models.chats import ChatKey
from bot.store.database import Database

to_json = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps makes an encoder for every call

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

PARAMETERS = 2000  # of a statement that inserts many rows: with each one threads wait for each other

Row = sqlite3.Row
_NONE: dict[str, Any] = {}
Value = str | int | float | bytes | None

_MICROSECOND = timedelta(microseconds=1)

HERE = "chat_id = :chat AND thread_id = :thread"  # rows of one chat; its values: `here`


def to_us(moment: datetime) -> int:
    """Microseconds since 1970, exact: what every `_at` column has."""
    return (moment - EPOCH) // _MICROSECOND


def from_us(value: int) -> datetime:
    return EPOCH + value * _MICROSECOND


def to_us_or_none(moment: datetime | None) -> int | None:
    return None if moment is None else to_us(moment)


def from_us_or_none(value: int | None) -> datetime | None:
    return None if value is None else from_us(value)


def path_text(path: CategoryPath) -> str:
    """A category path as the database stores it; names have no "/"."""
    return "/".join(path)


def text_path(text: str) -> CategoryPath:
    return tuple(text.split("/"))


def here(key: ChatKey) -> dict[str, Value]:
    """The values of HERE."""
    return {"chat": key.chat_id, "thread": key.thread_id}


def json_list(values: Iterable[Value]) -> str:
    """JSON of values for `IN (SELECT value FROM json_each(?))`: one parameter, however many they are."""
    return to_json(list(values))


def all_rows(db: Database, sql: str, values: dict[str, Value] | None = None) -> list[Row]:
    rows: list[Row] = db.conn.execute(sql, values or _NONE).fetchall()
    return rows


def one_row(db: Database, sql: str, values: dict[str, Value] | None = None) -> Row | None:
    row: Row | None = db.conn.execute(sql, values or _NONE).fetchone()
    return row


def one_value(db: Database, sql: str, values: dict[str, Value] | None = None) -> Any:
    """The first column of the first row, or None."""
    row = one_row(db, sql, values)
    return None if row is None else row[0]


def marks(rows: int, columns: int) -> str:
    """What stands behind VALUES for so many rows."""
    return ", ".join([f"({', '.join('?' * columns)})"] * rows)


def rows_of_chats(db: Database, keys: Iterable[ChatKey], columns: str, table: str) -> dict[ChatKey, list[list[Any]]]:
    """The rows that each of these chats has in a table; a chat without any is missing.

    One statement for all of them: a statement each takes five times as long.
    """
    asked = {(key.chat_id, key.thread_id): key for key in keys}
    found: dict[ChatKey, list[list[Any]]] = defaultdict(list)
    sql = f"""WITH asked (chat_id, thread_id) AS (VALUES {marks(len(asked) or 1, 2)})
              SELECT chat_id, thread_id, {columns} FROM asked CROSS JOIN {table} USING (chat_id, thread_id)"""  # noqa: S608
    for chat_id, thread_id, *row in db.conn.execute(sql, list(chain.from_iterable(asked)) or (None, None)):
        found[asked[chat_id, thread_id]].append(row)
    return dict(found)


def next_ids(db: Database, table: str, count: int) -> range:
    """So many ids that an AUTOINCREMENT table never had; for rows that this transaction inserts."""
    last: int = one_value(db, "SELECT seq FROM sqlite_sequence WHERE name = :table", {"table": table}) or 0
    return range(last + 1, last + 1 + count)


def insert_rows(db: Database, into: str, rows: Iterable[Sequence[Value]], *, conflict: str = "") -> int:
    """Insert rows, many with each statement, in half the time of one statement a row; returns how many are new.

    `into` is the statement up to its columns, `conflict` what follows its values.
    """
    given, inserted = list(rows), 0
    at_once = PARAMETERS // len(given[0]) if given else 1
    for start in range(0, len(given), at_once):
        some = given[start : start + at_once]
        sql = f"{into} VALUES {marks(len(some), len(some[0]))} {conflict}"
        inserted += db.conn.execute(sql, list(chain.from_iterable(some))).rowcount
    return inserted
