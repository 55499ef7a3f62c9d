"""A disk that is full, fails or is locked, under the real store: nothing goes out unclaimed, all follows later."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from bot.errors import StoreError
from bot.models.decisions import Sent
from bot.models.messages import Delivered, MessageKind, RichContent, TextContent
from bot.store import Store
from bot.store.database import files, worker
from bot.store.database.files import backups_of
from bot.store.database.rows import one_value
from tests.delivery.test_deliver import a_deliverer, running, settled_in_time
from tests.fakes import NOON, FakeClock, ScriptedSender, a_message, a_new_article, a_source, an_update
from tests.faults.broken_disk import CODES, failing
from tests.stores import a_store


@pytest.mark.parametrize("code", CODES)
async def test_whatever_statement_fails_the_message_is_claimed_whole_or_not_at_all_and_is_sent_once(
    store: Store, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "BEGIN_TRIES", 1)
    outbox, claimed_times = store.outbox, 0
    with failing(store, code) as connection:
        nth = 0
        while True:
            nth += 1
            connection.left = nth
            number = 1000 + nth
            while not await _succeeds(outbox.enqueue([a_message(number)], now=NOON)):
                pass
            while not (claimed := await _succeeds(outbox.claim(owner="a", now=NOON, limit=5))):
                stats = await outbox.stats()
                assert (stats.pending, stats.sending) == (1, 0)  # no lease without a durable claim
            (message,) = claimed
            claimed_times += 1
            sent = Sent(message_ids=(nth,))
            while await _succeeds(outbox.settle(message.id, owner="a", decision=sent, now=NOON)) is False:
                assert (await outbox.stats()).sending == 1
            if connection.left > 0:
                break  # the fault came after the last statement of all three
    stats = await outbox.stats()
    assert (stats.sent, stats.pending, stats.sending) == (nth, 0, 0)
    assert claimed_times == nth
    assert connection.failed > 15


async def _succeeds(work: Any) -> Any:
    """What it returns, or False for a StoreError."""
    try:
        return await work
    except StoreError:
        return False


async def test_a_full_disk_stops_claims_but_not_reads_and_all_follows_when_there_is_room(
    store: Store, clock: FakeClock
) -> None:
    source = await store.sources.add(a_source().spec, now=NOON)
    await store.sources.apply(an_update(source.id, a_new_article("Bridge opens")))
    await store.outbox.enqueue([a_message(number, chat_id=number) for number in range(1, 6)], now=NOON)
    sender = ScriptedSender()
    with failing(store, "FULL") as connection:
        connection.fails = "COMMIT"
        async with running(a_deliverer(store, sender, clock)) as run:
            with pytest.raises(StoreError, match="full"):
                await store.sources.apply(an_update(source.id, a_new_article("Otters return")))
            for _ in range(20):
                clock.advance(1)
                await asyncio.sleep(0.005)
            assert connection.failed >= 3
            assert sender.sent == []
            assert [article.title for article in await store.articles.recent(None, since=NOON.replace(year=2020))] == [
                "Bridge opens"
            ]
            connection.fails = ""
            await settled_in_time(store, clock, step=1, sent=5)
            assert not run.done()
    assert len(sender.sent) == 5
    await store.sources.apply(an_update(source.id, a_new_article("Otters return")))


async def test_the_real_full_error_takes_no_other_write_with_it_and_ends_with_room(store: Store) -> None:
    async def limit_pages(pages: int) -> None:
        await store._worker.write(lambda db: db.execute(f"PRAGMA max_page_count={pages}"))

    source = await store.sources.add(a_source().spec, now=NOON)
    pages = await store._worker.read(lambda db: one_value(db, "PRAGMA page_count"))
    await limit_pages(pages + 1)
    large = a_new_article("Too large", text="word " * 50_000)
    with pytest.raises(StoreError, match="full"):
        await store.sources.apply(an_update(source.id, large))
    assert await store.articles.max_id() == 0
    await limit_pages(1_000_000)
    await store.sources.apply(an_update(source.id, large))
    assert await store.articles.max_id() > 0


@pytest.mark.parametrize("rich", [True, False])
async def test_readers_are_answered_while_the_disk_is_full(store: Store, clock: FakeClock, rich: bool) -> None:
    content = RichContent(html="<h3>News</h3><p>Bridge opens</p>") if rich else TextContent(html="<b>News</b>")
    sender = ScriptedSender()
    with failing(store, "FULL") as connection:
        connection.fails = "COMMIT"
        reply = a_message(1, kind=MessageKind.REPLY, content=content)
        result = await a_deliverer(store, sender, clock).send_now(reply)
    assert isinstance(result, Delivered)
    assert len(sender.sent) == 1


async def test_a_lock_of_another_process_makes_writes_wait_and_not_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker, "BUSY_TIMEOUT_MS", 300)
    async with a_store(tmp_path / "tidings.db") as store:
        locked, release = threading.Event(), threading.Event()

        def lock() -> None:
            connection = sqlite3.connect(tmp_path / "tidings.db", isolation_level=None)
            connection.execute("BEGIN EXCLUSIVE")
            locked.set()
            release.wait(10)
            connection.execute("ROLLBACK")
            connection.close()

        thread = threading.Thread(target=lock)
        thread.start()
        await asyncio.to_thread(locked.wait, 10)
        writing = asyncio.ensure_future(store.facts.set("a", "b"))
        lags = []
        for _ in range(75):  # longer than one busy timeout
            before = time.perf_counter()
            await asyncio.sleep(0.01)
            lags.append(time.perf_counter() - before - 0.01)
        assert not writing.done()
        assert await store.facts.get("a") is None  # reads go on
        release.set()
        await writing
        await asyncio.to_thread(thread.join)
        assert await store.facts.get("a") == "b"
    assert sorted(lags)[len(lags) * 9 // 10] < 0.1  # nine in ten: this machine may be busy with other things


async def test_a_lock_at_the_start_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "tidings.db"
    async with a_store(path):
        pass
    monkeypatch.setattr(worker, "BUSY_TIMEOUT_MS", 20)
    monkeypatch.setattr(files, "BEGIN_TRIES", 500)
    with held_alone(path):
        opening = asyncio.ensure_future(_open_and_write(path))
        while "locked by another process" not in caplog.text:  # noqa: ASYNC110 - a thread tells no event
            await asyncio.sleep(0.01)
        assert not opening.done()
    await opening


async def test_a_lock_that_stays_at_the_start_is_named_with_its_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tidings.db"
    async with a_store(path):
        pass
    monkeypatch.setattr(worker, "BUSY_TIMEOUT_MS", 20)
    monkeypatch.setattr(files, "BEGIN_TRIES", 1)
    with held_alone(path), pytest.raises(StoreError, match="locked: end the program that holds it"):
        await _open_and_write(path)


@contextmanager
def held_alone(path: Path) -> Iterator[None]:
    """Another program keeps the whole database to itself."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        connection.close()


async def _open_and_write(path: Path) -> None:
    async with Store.open(path) as store:
        await store.facts.set("a", "b")


def damage_pages(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for page in range(2, len(content) // 4096):
        content[page * 4096 : page * 4096 + 40] = b"\xff" * 40
    path.write_bytes(content)


async def test_a_database_that_breaks_while_the_bot_runs_ends_the_run_with_the_remedy(tmp_path: Path) -> None:
    path = tmp_path / "tidings.db"
    async with Store.open(path, readers=1) as store:
        await store.outbox.enqueue([a_message(number) for number in range(50)], now=NOON)
        await store.backup(backups_of(path) / "good.db")
    async with Store.open(path, readers=1) as store:
        damage_pages(path)
        for work in (store.outbox.stats(), store.outbox.claim(owner="a", now=NOON, limit=100)):
            with contextlib.suppress(StoreError, sqlite3.Error):
                await work
        with pytest.raises(StoreError, match=r"damaged .* `tidings restore .*good\.db`"):
            async with asyncio.timeout(10):
                await store.damaged


async def test_errors_that_are_no_damage_end_nothing(store: Store) -> None:
    with failing(store, "FULL") as connection:
        connection.fails = "COMMIT"
        with pytest.raises(StoreError):
            await store.facts.set("a", "b")
    await asyncio.sleep(0)
    assert not store.damaged.done()
