"""What is asked all day, and the purge, cost no more with more chats: by their query plans, and by how they delete."""

from __future__ import annotations

import random
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from benchmarks.many_chats import Crowd, fill
from bot.models.chats import ChatKey, DigestMode, Schedule
from bot.store import Store
from bot.store.database.rows import all_rows, from_us
from tests.fakes import NOON, a_chat, a_digest, a_message

DAY = timedelta(days=1)
CROWD = Crowd(chats=400, categories=5, articles=30, told_days=(40, 1), told_stories=3)
# Tables that stay small, and what a query itself made before. The rest grows with chats, messages or articles.
SMALL = {
    "columns",  # with `tables`: the list of tables itself
    "tables",
    "categories",
    "child",
    "sources",
    "kept",
    "fresh",
    "bound",
    "languages",
    "readers",
    "found",
    "asked",
    "composed",
    "moved",
    "json_each",
    "pragma_table_info",
    "CONSTANT",
}
INSTANT = Schedule(mode=DigestMode.INSTANT)


@pytest.fixture
async def crowded(tmp_path: Path) -> AsyncIterator[Store]:
    """A store with some hundred chats, each of which had two digests."""
    await fill(tmp_path / "tidings.db", CROWD, now=NOON)
    async with Store.open(tmp_path / "tidings.db", readers=1) as store:
        yield store


@asynccontextmanager
async def plans(store: Store) -> AsyncIterator[list[str]]:
    """The steps of the plans of all that is asked and written in the block, once it has ended."""
    found: list[str] = []
    asked: list[str] = []
    connections = [db.conn for db in (*store._worker._readers, store._worker._writer)]
    for connection in connections:
        connection.set_trace_callback(asked.append)
    yield found
    for connection in connections:
        connection.set_trace_callback(None)
    for sql in dict.fromkeys(asked):
        if re.match(r"\s*(SELECT|WITH|UPDATE|DELETE)", sql):
            found += [row["detail"] for row in connections[0].execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert found


def scanned(steps: list[str]) -> set[str]:
    """What is read from end to end."""
    # What waits in the outbox is read row by row, by indexes that have nothing else.
    waiting = {f"SCAN outbox USING INDEX {name}" for name in ("outbox_chat", "outbox_queue")}
    others = (step for step in steps if step not in waiting)
    return {match[1] for step in others if (match := re.match(r"SCAN (?:VIRTUAL TABLE |\d+ )?(\w+)", step))} - SMALL


async def test_what_is_asked_all_day_is_found_by_indexes_and_due_chats_are_not_sorted(crowded: Store) -> None:
    async with plans(crowded) as due:
        first = await crowded.chats.due(NOON + 2 * DAY, limit=5, instant=False)
        behind = await crowded.chats.due(NOON + 2 * DAY, limit=5, instant=False, after=first.last)
        assert sum(len(audience.recipients) for audience in behind.audiences) == 5
        await crowded.chats.due(NOON, instant=True)
    async with plans(crowded) as others:
        assert len(await crowded.articles.awaited(after_id=0, now=NOON)) > 0
        assert (await crowded.outbox.stats()).sent == 800
        await crowded.filters.of_each([audience.chat.key for audience in first.audiences])
        await crowded.filters.of(first.audiences[0].chat.key)
        await crowded.filters.told_last(first.audiences[0].chat.key, limit=9)
        assert await crowded.filters.muted_stories(first.audiences[0].chat.key, limit=9) == []
        await crowded.undo_clock_jump(now=NOON)
        await crowded.chats.forget(7)
        await crowded.chats.migrate(8, -8)
    assert scanned(due) == set()
    assert [step for step in due if "TEMP B-TREE" in step] == []
    assert scanned(others) == set()
    assert (await crowded.outbox.stats()).sent == 798


async def test_messages_are_claimed_in_the_order_of_an_index(crowded: Store) -> None:
    await crowded.outbox.enqueue([a_message(number, chat_id=number) for number in range(1, 9)], now=NOON)
    async with plans(crowded) as steps:
        assert len(await crowded.outbox.claim(owner="a", now=NOON, limit=3)) == 3
    assert scanned(steps) == set()
    assert [step for step in steps if "TEMP B-TREE" in step] == []
    assert [step for step in steps if step.startswith("SCAN outbox")] == ["SCAN outbox USING INDEX outbox_queue"]


async def test_a_chat_that_stops_or_comes_back_is_found_among_the_messages_by_an_index(crowded: Store) -> None:
    await crowded.outbox.enqueue([a_message(number, chat_id=number) for number in range(1, 9)], now=NOON)
    async with plans(crowded) as steps:
        await crowded.outbox.end_pause(a_chat(2).key)
        await crowded.chats.deactivate(3)
        await crowded.chats.deactivate(a_chat(4).key)
    async with plans(crowded) as at_boot:
        await crowded.outbox.floods(now=NOON)
    assert not [step for step in steps if step.startswith("SCAN")]
    assert scanned(at_boot) == set()
    assert (await crowded.outbox.stats()).pending == 6


async def test_a_purge_finds_what_is_old_by_indexes(crowded: Store) -> None:
    async with plans(crowded) as steps:
        await crowded.articles.purge(before=NOON - 30 * DAY)
    assert scanned(steps) == set()
    assert (await crowded.outbox.stats()).sent == 400
    left = await crowded.outbox._worker.read(
        lambda db: [
            all_rows(db, f"SELECT count(*) FROM {table}")[0][0] for table in ("digests", "sent_stories", "payloads")
        ]
    )
    assert left == [400, 1200, 100]


@pytest.mark.parametrize(("seconds", "most"), [(1.0, 10), (0.000001, 10_000)])
async def test_a_purge_deletes_as_much_at_once_as_takes_a_moment(
    crowded: Store, monkeypatch: pytest.MonkeyPatch, seconds: float, most: int
) -> None:
    times = iter(range(10_000_000))
    monkeypatch.setattr("bot.store.database.portions.time.perf_counter", lambda: next(times) * seconds)
    sizes: list[int] = []
    real = crowded._worker.write_in_turns

    async def counting(turn: Any) -> None:
        def counted(db: Any) -> bool:
            changes = db.conn.total_changes
            more: bool = turn(db)
            sizes.append(db.conn.total_changes - changes)
            return more

        await real(counted)

    monkeypatch.setattr(crowded._worker, "write_in_turns", counting)
    await crowded.articles.purge(before=NOON - 30 * DAY)
    assert sum(sizes) >= 2000
    assert max(sizes) <= most
    assert len(sizes) > 1900 if seconds == 1 else len(sizes) < 60


async def test_a_story_that_is_told_again_while_a_purge_looks_stays_told(
    crowded: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await crowded.chats.get(ChatKey(chat_id=1))
    assert chat is not None
    old = (await crowded.digests._worker.read(lambda db: all_rows(db, "SELECT min(story_id) FROM sent_stories")))[0][0]
    real = crowded._worker.read
    told = False

    async def read_then_tell(function: Any) -> Any:
        nonlocal told
        found = await real(function)
        if not told and isinstance(found, list) and found and len(found[0]) == 4:
            told = True
            again = a_digest(chat, a_message(9, chat_id=1), stories=[old], upto_id=99)
            assert await crowded.digests.commit([again], now=NOON) == 1
        return found

    monkeypatch.setattr(crowded._worker, "read", read_then_tell)
    await crowded.articles.purge(before=NOON - 30 * DAY)
    assert told
    monkeypatch.undo()
    assert await crowded.digests.already_sent(chat.key, [old]) == {old: 99}


async def reference(store: Store) -> list[tuple[int, str, Any]]:
    """What is awaited, counted chat by chat."""
    sql = """SELECT article_id, summary_language, min(iif(mode = 'instant', 0, next_digest_at)) AS due
             FROM subscriptions JOIN chats USING (chat_id, thread_id) JOIN article_categories USING (category_id)
             WHERE active = 1 AND (mode = 'instant' OR next_digest_at IS NOT NULL)
             GROUP BY 1, 2 ORDER BY due, article_id DESC, summary_language"""
    rows = await store.articles._worker.read(lambda db: all_rows(db, sql))
    return [(row[0], row[1], from_us(row[2])) for row in rows]


async def test_whatever_happens_to_chats_what_they_await_is_known(crowded: Store) -> None:
    chance, chats = random.Random(2), crowded.chats

    async def is_known() -> None:
        awaited = [(a.article_id, a.language, a.due) for a in await crowded.articles.awaited(after_id=0, now=NOON)]
        assert sorted(awaited) == sorted(await reference(crowded))
        assert [due for _, _, due in awaited] == sorted(due for _, _, due in awaited)

    await is_known()
    for number in range(1, 400):
        key = ChatKey(chat_id=number)
        match chance.choice(["stop", "language", "schedule", "instant", "off", "leave", "forget", "move", "all gone"]):
            case "stop":
                await chats.deactivate(number)
            case "language":
                await chats.change(a_chat(number), summary_language=chance.choice(["de", "en", "fr"]))
            case "schedule":
                await chats.change(a_chat(number), next_digest_at=NOON + timedelta(minutes=chance.randint(1, 9999)))
            case "instant":
                await chats.change(a_chat(number), schedule=INSTANT, next_digest_at=None)
            case "off":
                await chats.change(a_chat(number), next_digest_at=None)
            case "leave":
                await chats.unsubscribe(key, (f"Category {chance.randint(1, 5)}",))
                await chats.subscribe(key, (f"Category {chance.randint(1, 5)}",))
            case "forget":
                await chats.forget(number)
            case "move":
                await chats.migrate(number, -number)
            case _:
                await chats.unsubscribe_all(key)
        if number % 40 == 0:
            await is_known()
    await chats.reactivate(1)
    await is_known()


async def test_an_older_databases_subscriptions_know_what_their_chats_await(tmp_path: Path) -> None:
    from bot.store.database import worker
    from bot.store.database.migrations import migrations

    db = worker.connect(tmp_path / "tidings.db")
    migrations.apply(db, stop_before="m013_nothing_grows_with_the_chats")
    db.close()
    await fill_older(tmp_path / "older" / "tidings.db", tmp_path / "tidings.db")
    async with Store.open(tmp_path / "tidings.db") as store:
        awaited = {(a.article_id, a.language, a.due) for a in await store.articles.awaited(after_id=0, now=NOON)}
        assert awaited == set(await reference(store))
        assert len(awaited) > 30


async def fill_older(new: Path, old: Path) -> None:
    """Copy what `fill` writes into a database of an older schema."""
    from bot.store.database import worker

    await fill(new, CROWD, now=NOON)
    db = worker.connect(old)
    db.execute("ATTACH ? AS new", [str(new)])
    for table in ("sources", "articles", "categories", "article_categories", "chats", "subscriptions"):
        columns = ", ".join(row["name"] for row in db.execute(f"SELECT name FROM pragma_table_info('{table}', 'main')"))
        db.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
    db.close()
