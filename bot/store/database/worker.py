"""The threads that use SQLite: one writer with group commit, and a few read-only readers.

A write is durable when its call returns (synchronous=FULL).
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import queue
import sqlite3
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from bot.errors import StoreError
from bot.store.database import Database

logger = logging.getLogger(__name__)

T = TypeVar("T")

BUSY_TIMEOUT_MS = 5000
BEGIN_TRIES = 8  # another process may hold the lock for BUSY_TIMEOUT_MS times this
LOG_KEPT_BYTES = 16 << 20  # of the write-ahead log, once a large write made it longer
LOG_PAGES = 2000  # of 4 kB, until they are copied into the database: with more, one write waits for too long
CACHE_KB = 4096  # of the writer: SQLite's own 2 MB do not hold the pages of one batch of articles
BATCH_MAX = 128  # writes that share one commit


def connect(path: Path, *, readonly: bool = False) -> Database:
    """A connection with the settings of all connections; columns of its rows are found by name."""
    uri = f"{path.absolute().as_uri()}?mode={'ro' if readonly else 'rwc'}"
    # Several threads use a connection, but never at the same time.
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA foreign_keys=ON")
        if readonly:
            connection.execute("PRAGMA query_only=ON")
        else:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute(f"PRAGMA journal_size_limit={LOG_KEPT_BYTES}")
            connection.execute(f"PRAGMA wal_autocheckpoint={LOG_PAGES}")
            connection.execute(f"PRAGMA cache_size=-{CACHE_KB}")
            # NORMAL may roll back "sent" marks at a power cut, and so send digests twice.
            connection.execute("PRAGMA synchronous=FULL")
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def connect_memory() -> Database:
    """A connection to an empty database in memory; columns of its rows are found by name."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    return Database(connection, execute_plugins=False)


def as_store_error(error: BaseException) -> BaseException:
    """StoreError for what a machine can cause (disk full, file broken or locked); a bug's error as it is."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_MISUSE):
        return error
    wrapped = StoreError(f"the database cannot be used: {error}")
    wrapped.__cause__ = error
    return wrapped


@dataclass(slots=True)
class _Job:
    function: Callable[[Database], Any]
    future: asyncio.Future[Any]
    in_turns: bool = False  # until it returns False


_Outcome = tuple[Any, BaseException | None]  # what a job returned, or how it failed


class Worker:
    """Runs functions on database connections: writes one after the other, reads beside them.

    `readonly`: it opens no connection that could write, and refuses writes.
    """

    def __init__(
        self,
        path: Path,
        *,
        readers: int,
        on_trouble: Callable[[Exception], object] = id,
        readonly: bool = False,
    ) -> None:
        self._on_trouble = on_trouble  # called with every error of SQLite, in the thread that met it
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._reads: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._in_turns: deque[_Job] = deque()  # of the writer's thread
        self._closed = False
        self.readonly = readonly
        self._writer = connect(path, readonly=readonly)
        # What a savepoint may have to undo is kept in memory: with a file for it, a write of many rows costs twice.
        self._writer.execute("PRAGMA temp_store=MEMORY")
        self._readers = [connect(path, readonly=True) for _ in range(readers)]
        self._idle = list(self._readers)  # the last is the last one used, in whose cache most pages are
        # Not of an executor, whose futures take a third longer to go to a thread and back.
        self._threads = [threading.Thread(target=self._write_forever, name="store-writer", daemon=True)]
        for number in range(readers):
            name = f"store-reader-{number}"
            self._threads.append(threading.Thread(target=self._read_forever, name=name, daemon=True))
        for thread in self._threads:
            thread.start()

    async def write(self, function: Callable[[Database], T]) -> T:
        """Run `function` in a transaction; returns its result once it is on the disk.

        Writes that wait at the same time share one commit, each in a savepoint of its own, so that one that raises
        undoes nothing of the others. Raises what `function` raises, and StoreError if the disk is full, or the file
        broken or locked for too long.
        """
        result: T = await self._asked(function)
        return result

    async def write_in_turns(self, turn: Callable[[Database], bool]) -> None:
        """Call `turn` until it returns False, each time in a transaction of its own; raises what `write` raises.

        Writes that wait come between two turns. The next turn begins without waiting for the event loop, which may be
        busy with what is written next. What turns before one that raises did stays.
        """
        await self._asked(turn, in_turns=True)

    async def read(self, function: Callable[[Database], T]) -> T:
        """Run `function` on one consistent state of the database, beside the writer; returns its result."""
        result: T = await self._asked(function, writes=False)
        return result

    async def _asked(self, function: Callable[[Database], Any], *, writes: bool = True, in_turns: bool = False) -> Any:
        if self._closed:
            raise StoreError("the store is closed")
        if writes and self.readonly:
            raise StoreError("the database was opened to be read only")
        job = _Job(function, asyncio.get_running_loop().create_future(), in_turns)
        (self._jobs if writes else self._reads).put(job)
        return await job.future

    async def aclose(self, *, leave_file: bool = False) -> None:
        """Close after the writes that already wait. `leave_file`: write nothing more into the database's file."""
        if self._closed:
            return
        self._closed = True
        self._jobs.put(None)
        for _ in self._readers:
            self._reads.put(None)
        await asyncio.to_thread(self._join, leave_file=leave_file)

    def _join(self, *, leave_file: bool) -> None:
        for thread in self._threads:
            thread.join()
        # The last connection to close folds the log back into the file, if it may write.
        for db in (self._writer, *self._readers) if leave_file else (*self._readers, self._writer):
            db.close()

    def _read_forever(self) -> None:
        while (job := self._reads.get()) is not None:
            if job.future.cancelled():
                continue
            outcome: _Outcome
            try:
                outcome = self._read(job.function), None
            except BaseException as error:  # whatever it is, the caller gets it, and this thread goes on
                outcome = None, error
            self._resolve([job], [outcome])

    def _read(self, function: Callable[[Database], T]) -> T:
        db = self._idle.pop()
        try:
            db.conn.execute("BEGIN")
            try:
                return function(db)
            finally:
                db.rollback()
        except sqlite3.Error as error:
            self._on_trouble(error)
            raise as_store_error(error) from error
        finally:
            self._idle.append(db)

    def _write_forever(self) -> None:
        last = False
        while not last or self._in_turns:
            batch, ends = self._batch()
            last = last or ends
            self._run(batch)
            if self._in_turns:
                self._take_turn(self._in_turns.popleft())

    def _run(self, batch: list[_Job]) -> None:
        running = [job for job in batch if not job.future.cancelled()]
        if running:
            self._resolve(running, self._commit(running))

    def _take_turn(self, job: _Job) -> None:
        if job.future.cancelled():
            return
        [(more, failure)] = outcomes = self._commit([job])
        if more and failure is None:
            self._in_turns.append(job)
        else:
            self._resolve([job], outcomes)

    def _resolve(self, batch: list[_Job], outcomes: list[_Outcome]) -> None:
        """Resolve the futures of a batch in one call: a wake-up of the event loop costs more than most writes."""
        with contextlib.suppress(RuntimeError):  # the loop is closed: nothing waits any more
            batch[0].future.get_loop().call_soon_threadsafe(_set_results, batch, outcomes)

    def _batch(self) -> tuple[list[_Job], bool]:
        """The writes that wait, and whether these are the last. Waits for one where none is under way in turns."""
        batch: list[_Job] = []
        while len(batch) < BATCH_MAX:
            try:
                job = self._jobs.get(block=not (batch or self._in_turns))
            except queue.Empty:
                break
            if job is None:
                return batch, True
            (self._in_turns if job.in_turns else batch).append(job)
        return batch, False

    def _commit(self, batch: list[_Job]) -> list[_Outcome]:
        try:
            self._begin()
            outcomes = [self._attempt(job) for job in batch] if len(batch) > 1 else [self._attempt_alone(batch[0])]
            self._writer.conn.execute("COMMIT")
        except Exception as error:
            with contextlib.suppress(sqlite3.Error):
                self._writer.rollback()
            self._on_trouble(error)
            logger.warning("write failed jobs=%d error=%s", len(batch), error)
            return [(None, as_store_error(error)) for _ in batch]
        return [(result, failure and as_store_error(failure)) for result, failure in outcomes]

    def _begin(self) -> None:
        tries = BEGIN_TRIES
        while True:
            try:
                self._writer.conn.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                tries -= 1
                if "locked" not in str(error) or tries == 0:
                    raise
                logger.warning("database locked by another process tries_left=%d", tries)

    def _attempt_alone(self, job: _Job) -> _Outcome:
        """Without a savepoint, for which every page that changes is copied: the transaction is the job's own."""
        connection = self._writer.conn
        try:
            return job.function(self._writer), None
        except Exception as error:
            if not connection.in_transaction:
                raise  # the error took the transaction with it (disk full, broken file)
            self._on_trouble(error)
            connection.execute("ROLLBACK")
            connection.execute("BEGIN")  # what is committed now is nothing
            return None, error

    def _attempt(self, job: _Job) -> _Outcome:
        connection = self._writer.conn
        connection.execute("SAVEPOINT job")  # of one name, so that SQLite parses it once
        try:
            result = job.function(self._writer)
        except Exception as error:
            if not connection.in_transaction:
                raise  # the error took the whole transaction with it (disk full, broken file)
            self._on_trouble(error)
            connection.execute("ROLLBACK TO job")
            connection.execute("RELEASE job")
            return None, error
        connection.execute("RELEASE job")
        return result, None


def _set_results(batch: list[_Job], outcomes: list[_Outcome]) -> None:
    for job, (result, failure) in zip(batch, outcomes, strict=True):
        if job.future.done():  # the caller was cancelled; the write is done all the same
            continue
        if failure is None:
            job.future.set_result(result)
        else:
            job.future.set_exception(failure)
