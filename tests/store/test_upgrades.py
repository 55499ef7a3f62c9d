"""Upgrades: a database that a released version left, with digests waiting and in flight, opens and loses nothing."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.models.chats import ChatKey
from bot.models.composed import ComposedDigest
from bot.models.decisions import Sent
from bot.models.messages import MessageKind, OutboxMessage
from bot.store import Store
from bot.store.database.rows import Value, all_rows, from_us
from tests.fakes import a_digest, a_message
from tests.store.fixtures import make
from tests.store.fixtures.make import HOUR, MINUTE, NOON
from tests.stores import searched

FILES = sorted(Path(make.__file__).parent.glob("*.db.gz"))
DAY = 24 * HOUR
BOOT = "boot after the upgrade"


@pytest.fixture(params=[*FILES, None], ids=lambda file: file.name.removesuffix(".db.gz") if file else "today")
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """What a released version left, opened by the code of today; and what the next release would leave."""
    path = tmp_path / "tidings.db"
    if request.param:
        path.write_bytes(gzip.decompress(request.param.read_bytes()))
    else:
        async with Store.open(path) as made:
            await make.fill(made)
    async with Store.open(path) as store:
        yield store


async def rows(store: Store, sql: str, **values: Any) -> list[tuple[Any, ...]]:
    return list(map(tuple, await store.outbox._worker.read(lambda db: all_rows(db, sql, values))))


async def digest_of(store: Store, key: ChatKey) -> dict[str, Any]:
    """The one digest of a chat that stands."""
    sql = "SELECT * FROM digests WHERE chat_id = :chat AND thread_id = :thread AND taken_back_at IS NULL"
    values: dict[str, Value] = {"chat": key.chat_id, "thread": key.thread_id}
    [row] = await store.outbox._worker.read(lambda db: all_rows(db, sql, values))
    return dict(row)


async def told(store: Store, key: ChatKey) -> set[str]:
    return set(await store.digests.already_sent(key, [f"story-{number}" for number in range(1, 9)]))


async def deliver_all(store: Store, *, now: datetime = NOON + 4 * HOUR) -> list[OutboxMessage]:
    """Take everything that is due, in the order it is sent."""
    sent: list[OutboxMessage] = []
    while claimed := await store.outbox.claim(owner=BOOT, now=now, limit=100):
        for message in claimed:
            await store.outbox.settle(message.id, owner=BOOT, decision=Sent(message_ids=(1,)), now=now)
        sent += claimed
    return sent


def texts(messages: list[OutboxMessage], key: ChatKey) -> list[str]:
    return [message.message.content.html for message in messages if message.message.chat == key]


def test_the_files_are_small_and_the_first_release_has_one() -> None:
    assert FILES[0].name == "0.1.0.db.gz"
    assert all(file.stat().st_size < 200_000 for file in FILES)


async def test_each_digest_in_the_outbox_becomes_a_row_with_its_messages_and_stories(store: Store) -> None:
    found = {key: await digest_of(store, key) for key in (make.WAITING, make.IN_PART, make.TAKEN_BACK)}
    waiting = found[make.WAITING]
    assert (waiting["slot"], from_us(waiting["composed_at"])) == ("2026-03-02T12:00+00:00", NOON)
    assert json.loads(waiting["categories"]) == ["World", "World/Europe"]
    assert json.loads(found[make.IN_PART]["categories"]) == ["World", "Sport: Chess"]
    assert (waiting["after_id"], waiting["upto_id"]) == (2, 6)
    sections = await rows(store, "SELECT section FROM outbox WHERE digest_id = :id ORDER BY id", id=waiting["id"])
    assert sections == [(0,), (0,), (1,)]
    stories = "SELECT story_id FROM sent_stories WHERE digest_id = :id ORDER BY 1"
    assert await rows(store, stories, id=waiting["id"]) == [(f"story-{number}",) for number in (3, 4, 5, 6)]
    lost = "SELECT count(*) FROM outbox WHERE (kind = 'digest') <> (digest_id IS NOT NULL AND section IS NOT NULL)"
    assert await rows(store, lost) == [(0,)]
    assert await rows(store, "SELECT count(*) FROM sent_stories WHERE digest_id IS NULL") == [(0,)]


async def test_two_digests_of_a_chat_are_two_rows_and_one_that_was_split_is_one(store: Store) -> None:
    sql = """SELECT slot, count(*) FROM digests JOIN outbox ON digest_id = digests.id
             WHERE digests.chat_id = :chat GROUP BY digests.id ORDER BY composed_at"""
    two = await rows(store, sql, chat=make.TWO.chat_id)
    assert two == [("2026-03-02T12:00+00:00", 1), ("asked-2026-03-02T13:00:00+00:00", 1)]
    assert await rows(store, sql, chat=make.SPLIT.chat_id) == [("2026-03-02T12:00+00:00", 3)]
    yesterday, today = await rows(store, sql, chat=make.TAKEN_BACK.chat_id)
    assert (yesterday[0], today[0]) == ("2026-03-01T12:00+00:00", "2026-03-02T12:00+00:00")
    taken_back = "SELECT slot FROM digests WHERE taken_back_at IS NOT NULL"
    assert await rows(store, taken_back) == [("2026-03-01T12:00+00:00",)]


async def test_what_was_in_flight_or_in_doubt_is_recovered_as_ever(store: Store) -> None:
    assert await store.outbox.recover(owner=BOOT, now=NOON + MINUTE) == 3
    sent = await deliver_all(store)
    assert texts(sent, make.IN_FLIGHT) == texts(sent, make.IN_DOUBT) == ["<b>One message</b>"]  # once more
    assert texts(sent, make.IN_FLIGHT_AGAIN) == []  # in doubt twice: a third copy is worse than none
    assert [m.message.dedupe_key for m in sent if m.message.kind is MessageKind.REPLY] == []


async def test_nothing_that_waits_is_lost_and_nothing_comes_twice(store: Store) -> None:
    await store.outbox.recover(owner=BOOT, now=NOON + MINUTE)
    sent = await deliver_all(store)
    keys = Counter(message.message.dedupe_key for message in sent)
    assert set(keys.values()) == {1}
    by_chat = defaultdict(list)
    for message in sent:
        by_chat[message.message.chat].append(message.message.content.html)
    one = ["<b>One message</b>"]
    assert by_chat == {
        make.WAITING: ["<b>World, part 1</b>", "<b>World, part 2</b>", "<b>EU</b>"],
        make.IN_PART: ["<b>World, part 2</b>", "Sport"],
        **dict.fromkeys((make.IN_DOUBT, make.IN_FLIGHT, make.FLOODED, make.PACED, make.SENT), one),
        make.SPLIT: ["<b>Piece 2</b>", "<b>Piece 3</b>"],
        make.TWO: [*one, "<b>Asked for</b>"],
        make.TAKEN_BACK: ["<b>Late, but told</b>"],
    }
    assert await store.digests.commit([await again(store, make.SENT)], now=NOON + 5 * HOUR) == 0


async def again(store: Store, key: ChatKey) -> ComposedDigest:
    """A digest of the slot that the chat's last one had: what a clock that is set back asks for."""
    chat = await store.chats.get(key)
    assert chat is not None
    return a_digest(chat, a_message(7, chat_id=key.chat_id), slot="2026-03-02T12:00+00:00", due_at=chat.next_digest_at)


async def test_floods_of_telegram_are_known_and_our_own_rate_limit_is_none(store: Store) -> None:
    assert await store.outbox.floods(now=NOON) == {make.FLOODED.chat_id: NOON + 3 * HOUR}
    words = "SELECT chat_id, refusal FROM outbox WHERE refusal IS NOT NULL AND state <> 'sending' ORDER BY chat_id"
    assert await rows(store, words) == [
        (make.IN_DOUBT.chat_id, "ambiguous"),
        (make.FLOODED.chat_id, "flood"),
        (make.PACED.chat_id, "paced"),
        (make.ANSWERED.chat_id, "not-sent"),
        (make.DROPPED.chat_id, "empty"),
    ]


async def test_expiry_takes_back_exactly_the_digests_of_which_nothing_was_sent(store: Store) -> None:
    await store.outbox.recover(owner=BOOT, now=NOON + MINUTE)
    before = await digest_of(store, make.WAITING)
    late = NOON + DAY + 2 * HOUR
    sent = await deliver_all(store, now=late)
    by_chat = {message.message.chat for message in sent}
    assert by_chat == {make.IN_PART, make.IN_DOUBT, make.IN_FLIGHT, make.SPLIT}  # sent in part, or in doubt
    for key in (make.WAITING, make.FLOODED, make.PACED, make.TWO, make.TAKEN_BACK, make.EXPIRING):
        chat = await store.chats.get(key)
        assert chat is not None
        assert await told(store, key) == set(), key
        assert chat.last_digest_at is not None
        assert chat.cursor <= 2, key
    waiting = await store.chats.get(make.WAITING)
    assert waiting is not None
    assert (waiting.cursor, waiting.last_digest_at) == (2, from_us(before["since_at"]))
    assert await told(store, make.IN_PART) == {"story-3", "story-4", "story-7"}
    assert await told(store, make.SENT) == {"story-1", "story-2"}  # yesterday's, which was sent
    sent_yesterday = await store.chats.get(make.SENT)
    assert sent_yesterday is not None
    assert (sent_yesterday.cursor, sent_yesterday.last_digest_at) == (2, NOON - DAY)
    assert await told(store, make.DROPPED) == {"story-3", "story-4"}


async def test_a_digest_that_was_taken_back_after_the_upgrade_can_be_composed_again(store: Store) -> None:
    late = NOON + DAY + MINUTE
    await store.outbox.claim(owner=BOOT, now=late, limit=0)
    chat = await store.chats.get(make.WAITING)
    assert chat is not None
    message = a_message(1, chat_id=100, dedupe_key="digest:100:0:2026-03-02T12:00+00:00:World:0")
    digest = a_digest(chat, message, stories=["story-3"], slot="2026-03-02T12:00+00:00")
    assert await store.digests.commit([digest], now=late) == 1


async def test_the_rest_of_the_database_is_as_it_was(store: Store) -> None:
    assert [source.spec.name for source in await store.sources.all()] == ["Example News", "Posts"]
    assert await store.articles.count() == 8
    assert await searched(store, "橋樑") == [8, 7, 6, 5, 4, 3, 2, 1]
    assert {chat.key for chat in await store.chats.planned_after(NOON - 2 * DAY)} == set(make.CHATS)
    assert (await store.pictures.get(["abc"]))["abc"].file_id == "AgADBAAD"
    assert (await store.summaries.get(["key-1"]))["key-1"].text == "It is short."
    assert await store.facts.get("bot_username") == "example_bot"
    assert [page.article_id for page in await store.pages.due(NOON + 2 * DAY, limit=9)] == [6]


async def test_a_purge_forgets_digests_with_their_messages(store: Store) -> None:
    await store.outbox.recover(owner=BOOT, now=NOON + MINUTE)
    await deliver_all(store)
    await store.articles.purge(before=NOON + timedelta(days=40))
    assert await rows(store, "SELECT count(*) FROM digests") == [(0,)]
    assert await rows(store, "SELECT count(*) FROM sent_stories") == [(0,)]
