"""The writer's group commit and the read-only readers."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from bot.errors import StoreError
from bot.store.database import worker as worker_module
from bot.store.database.rows import one_value
from bot.store.database.worker import LOG_KEPT_BYTES, Worker, as_store_error, connect


@pytest.fixture
async def worker(tmp_path: Path) -> AsyncIterator[Worker]:
    running = Worker(tmp_path / "w.db", readers=2)
    await running.write(lambda db: db.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY) STRICT"))
    yield running
    await running.aclose()


def insert(number: int) -> Callable[[Database], int]:
    return lambda db: db.execute("INSERT INTO numbers (n) VALUES (?)", [number]).rowcount


def total(db: Database) -> int:
    return int(one_value(db, "SELECT count(*) FROM numbers"))


async def hold(worker: Worker) -> tuple[threading.Event, asyncio.Future[None]]:
    """Keep the writer busy, so that what comes next waits and shares a commit."""
    release, started = threading.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()

    def block(db: Database) -> None:
        loop.call_soon_threadsafe(started.set)
        release.wait(10)

    blocked = asyncio.ensure_future(worker.write(block))
    await started.wait()
    return release, blocked


async def test_a_failing_write_leaves_its_neighbours_in_the_same_commit_alone(worker: Worker) -> None:
    release, blocked = await hold(worker)
    writes = [asyncio.ensure_future(worker.write(insert(number))) for number in (1, 2, 2, 3)]
    await asyncio.sleep(0)
    release.set()
    results = await asyncio.gather(*writes, return_exceptions=True)
    await blocked
    assert [type(result) for result in results] == [int, int, sqlite3.IntegrityError, int]
    assert await worker.read(total) == 3


async def test_many_writes_take_several_commits(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "BATCH_MAX", 2)
    release, blocked = await hold(worker)
    writes = [asyncio.ensure_future(worker.write(insert(number))) for number in range(7)]
    await asyncio.sleep(0)
    release.set()
    await asyncio.gather(*writes, blocked)
    assert await worker.read(total) == 7


async def test_a_write_that_raises_undoes_all_it_did(worker: Worker) -> None:
    def half(db: Database) -> None:
        db.execute("INSERT INTO numbers (n) VALUES (7)")
        raise LookupError("changed my mind")

    with pytest.raises(LookupError):
        await worker.write(half)
    assert await worker.read(total) == 0


async def test_a_write_that_loses_the_transaction_fails_every_write_of_its_commit(worker: Worker) -> None:
    def lose(db: Database) -> None:
        db.conn.execute("ROLLBACK")  # as SQLite itself does when the disk is full
        raise full()

    release, blocked = await hold(worker)
    writes = [asyncio.ensure_future(worker.write(function)) for function in (insert(1), lose, insert(2))]
    await asyncio.sleep(0)
    release.set()
    results = await asyncio.gather(*writes, return_exceptions=True)
    await blocked
    assert [type(result) for result in results] == [StoreError] * 3
    assert await worker.read(total) == 0
    assert await worker.write(insert(9)) == 1


def full() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


async def test_a_cancelled_write_that_has_not_begun_is_not_done(worker: Worker) -> None:
    release, blocked = await hold(worker)
    write = asyncio.ensure_future(worker.write(insert(1)))
    await asyncio.sleep(0)
    write.cancel()
    await asyncio.gather(write, return_exceptions=True)
    release.set()
    await blocked
    assert await worker.read(total) == 0


async def test_a_cancelled_read_that_has_not_begun_is_not_done(worker: Worker) -> None:
    release = threading.Event()
    held = [asyncio.ensure_future(worker.read(lambda db: release.wait(10))) for _ in range(2)]  # of all readers
    calls: list[int] = []
    read = asyncio.ensure_future(worker.read(lambda db: calls.append(total(db))))
    await asyncio.sleep(0)
    read.cancel()
    await asyncio.gather(read, return_exceptions=True)
    release.set()
    await asyncio.gather(*held)
    await worker.aclose()
    assert calls == []


def numbers_from(first: int, *, until: int, held: threading.Event | None = None) -> Callable[[Database], bool]:
    """A turn that inserts the next number, and fails for one that is there."""
    following = iter(range(first, until))

    def turn(db: Database) -> bool:
        if held:
            held.wait(10)
        number = next(following)
        insert(number)(db)
        return number + 1 < until

    return turn


async def test_other_writes_come_between_the_turns_of_a_long_one(worker: Worker) -> None:
    release, blocked = await hold(worker)
    seen: list[int] = []
    long = [asyncio.ensure_future(worker.write_in_turns(numbers_from(start, until=start + 3))) for start in (10, 20)]
    short = asyncio.ensure_future(worker.write(lambda db: seen.append(total(db))))
    await asyncio.sleep(0)
    release.set()
    await asyncio.gather(*long, short, blocked)
    assert seen == [0]  # it came last and did not wait for those before it
    assert await worker.read(total) == 6


async def test_a_turn_that_raises_ends_a_long_write_and_leaves_what_it_did_before(worker: Worker) -> None:
    await worker.write(insert(3))
    with pytest.raises(sqlite3.IntegrityError):
        await worker.write_in_turns(numbers_from(1, until=6))
    assert await worker.read(total) == 3


async def test_a_long_write_that_is_cancelled_takes_no_further_turn(worker: Worker) -> None:
    release = threading.Event()
    long = asyncio.ensure_future(worker.write_in_turns(numbers_from(1, until=99, held=release)))
    await asyncio.sleep(0)
    long.cancel()
    await asyncio.gather(long, return_exceptions=True)
    release.set()
    await worker.write(insert(1000))
    assert await worker.read(total) <= 2


async def test_a_long_write_is_done_to_its_end_before_it_closes(tmp_path: Path) -> None:
    worker = Worker(tmp_path / "w.db", readers=1)
    await worker.write(lambda db: db.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY) STRICT"))
    long = asyncio.ensure_future(worker.write_in_turns(numbers_from(1, until=4)))
    await asyncio.sleep(0)
    await worker.aclose()
    await long
    with contextlib.closing(connect(tmp_path / "w.db", readonly=True)) as db:
        assert total(db) == 3


async def test_readers_cannot_write(worker: Worker) -> None:
    with pytest.raises(StoreError, match="readonly"):
        await worker.read(insert(1))


async def test_a_read_sees_one_state_while_the_writer_goes_on(worker: Worker) -> None:
    first, go_on = threading.Event(), threading.Event()

    def twice(db: Database) -> tuple[int, int]:
        before = total(db)
        first.set()
        go_on.wait(10)
        return before, total(db)

    reading = asyncio.ensure_future(worker.read(twice))
    await asyncio.to_thread(first.wait, 10)
    await worker.write(insert(1))
    go_on.set()
    assert await reading == (0, 0)
    assert await worker.read(total) == 1


async def test_writes_that_wait_are_done_before_it_closes(tmp_path: Path) -> None:
    worker = Worker(tmp_path / "w.db", readers=1)
    await worker.write(lambda db: db.execute("CREATE TABLE numbers (n INTEGER PRIMARY KEY) STRICT"))
    release, blocked = await hold(worker)
    writes = [asyncio.ensure_future(worker.write(insert(number))) for number in range(5)]
    await asyncio.sleep(0)
    closing = asyncio.ensure_future(worker.aclose())
    await asyncio.sleep(0)
    release.set()
    await asyncio.gather(closing, blocked)
    assert await asyncio.gather(*writes) == [1] * 5
    await worker.aclose()


async def test_a_closed_worker_refuses(tmp_path: Path) -> None:
    worker = Worker(tmp_path / "w.db", readers=1)
    await worker.aclose()
    with pytest.raises(StoreError, match="closed"):
        await worker.write(total)
    with pytest.raises(StoreError, match="closed"):
        await worker.read(total)


async def test_a_lock_of_another_process_is_waited_for(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await worker.write(lambda db: db.execute("PRAGMA busy_timeout=0").fetchall())
    other = sqlite3.connect(tmp_path / "w.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    tries: list[object] = []

    def give_way(*args: object) -> None:
        tries.append(args)
        other.execute("ROLLBACK")

    monkeypatch.setattr(worker_module.logger, "warning", give_way)
    assert await worker.write(insert(1)) == 1
    assert len(tries) == 1
    other.close()


async def test_a_lock_that_stays_is_an_error_of_the_store(
    worker: Worker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "BEGIN_TRIES", 2)
    await worker.write(lambda db: db.execute("PRAGMA busy_timeout=0").fetchall())
    other = sqlite3.connect(tmp_path / "w.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="locked"):
        await worker.write(insert(1))
    other.close()
    assert await worker.write(insert(1)) == 1


def test_connections_are_durable_and_strict(tmp_path: Path) -> None:
    db = connect(tmp_path / "c.db")
    settings = {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in SETTINGS}
    db.close()
    assert settings == SETTINGS


SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "journal_size_limit": LOG_KEPT_BYTES,
}


def test_a_connection_that_cannot_be_set_up_is_closed(tmp_path: Path) -> None:
    (tmp_path / "junk.db").write_bytes(b"no database at all" * 100)
    with pytest.raises(sqlite3.DatabaseError):
        connect(tmp_path / "junk.db")


def test_bugs_stay_what_they_are_and_the_disks_faults_become_store_errors() -> None:
    bug = sqlite3.OperationalError("no such column: x")
    assert as_store_error(bug) is bug
    other = LookupError("x")
    assert as_store_error(other) is other
    wrapped = as_store_error(full())
    assert isinstance(wrapped, StoreError)
    assert isinstance(wrapped.__cause__, sqlite3.OperationalError)


async def test_a_write_that_is_alone_and_raises_is_undone_without_a_savepoint(worker: Worker) -> None:
    def half(db: Database) -> None:
        db.execute("INSERT INTO numbers (n) VALUES (7)")
        db.execute("INSERT INTO numbers (n) VALUES (7)")

    with pytest.raises(sqlite3.IntegrityError):
        await worker.write(half)
    assert await worker.write(insert(8)) == 1
    assert await worker.read(lambda db: [row[0] for row in db.execute("SELECT n FROM numbers")]) == [8]


async def test_a_read_that_ends_as_no_error_should_reaches_its_caller_and_stops_no_other(worker: Worker) -> None:
    class End(BaseException):
        pass

    def ends(_: Database) -> None:
        raise End

    for _ in range(9):  # more than there are threads
        with pytest.raises(End):
            await worker.read(ends)
    assert await worker.read(lambda db: db.execute("SELECT 1").fetchone()[0]) == 1
