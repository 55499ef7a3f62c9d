"""The outbox: written once, claimed before it is sent, settled under its lease."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.models.chats import Chat, ChatKey
from bot.models.decisions import (
    Decision,
    Dropped,
    Moved,
    Replace,
    RetryAt,
    Sent,
    StopSending,
)
from bot.models.digests import PictureRef, StoredPicture
from bot.models.messages import (
    AlbumContent,
    Button,
    MessageKind,
    OutboxMessage,
    PhotoContent,
    Refusal,
    RichContent,
    TextContent,
)
from bot.store import Store
from tests.fakes import NOON, a_chat, a_digest, a_message

MINUTE = timedelta(minutes=1)
LIFE = timedelta(hours=24)  # of a digest
PICTURE = PictureRef(key="k1", width=4, height=3)
SENT = Sent(message_ids=(1,))


async def claim(
    store: Store, *, now: datetime = NOON, limit: int = 100, exclude: Collection[ChatKey] = ()
) -> list[OutboxMessage]:
    return await store.outbox.claim(owner="boot", now=now, limit=limit, exclude=exclude)


async def settle(store: Store, message: OutboxMessage, decision: Decision, *, now: datetime = NOON) -> object:
    return await store.outbox.settle(message.id, owner="boot", decision=decision, now=now)


def texts(messages: list[OutboxMessage]) -> list[str]:
    return [message.message.content.html for message in messages]


async def states(store: Store) -> dict[str, int]:
    stats = await store.outbox.stats()
    counts = {name: getattr(stats, name) for name in ("pending", "sending", "unknown", "sent", "dead")}
    return {name: count for name, count in counts.items() if count}


@pytest.mark.parametrize(
    "content",
    [
        RichContent(html="<h1>新聞</h1>", pictures=(PICTURE,), rtl=True),
        TextContent(html="a\x00b 😀"),
        PhotoContent(picture=PICTURE, html="x"),
        AlbumContent(pictures=(PICTURE, PICTURE), html=""),
    ],
)
async def test_a_message_comes_back_as_it_was_written(store: Store, content: object) -> None:
    message = a_message(
        content=content,
        fallback=(PhotoContent(picture=PICTURE, html="f"), TextContent(html="g")),
        keyboard=((Button(text="more", data="m:1"), Button(text="open", url="https://example.org")), ()),
        part=2,
        priority=50,
        not_before=NOON - MINUTE,
        expires_at=NOON + MINUTE,
        edit_message_id=5,
        reply_to=6,
    )
    assert await store.outbox.enqueue([message], now=NOON) == 1
    [claimed] = await claim(store)
    assert claimed == OutboxMessage(id=1, message=message)


async def test_the_same_key_is_one_message_for_ever(store: Store) -> None:
    assert await store.outbox.enqueue([a_message(1), a_message(1), a_message(2)], now=NOON) == 2
    [first] = await claim(store)
    await settle(store, first, SENT)
    assert await store.outbox.enqueue([a_message(1)], now=NOON) == 0


async def test_a_known_key_with_new_contents_leaves_no_trace(store: Store) -> None:
    await store.outbox.enqueue([a_message(1)], now=NOON)
    other = TextContent(html="other")
    assert await store.outbox.enqueue([a_message(1, content=other), a_message(2, content=other)], now=NOON) == 1
    assert texts(await claim(store)) == ["<b>Digest 1</b>"]


async def test_a_claimed_message_is_not_claimed_again(store: Store) -> None:
    await store.outbox.enqueue([a_message(1)], now=NOON)
    assert len(await claim(store)) == 1
    assert await claim(store) == []
    assert await states(store) == {"sending": 1}


async def test_one_chat_gets_its_parts_in_order_and_holds_up_no_other(store: Store) -> None:
    await store.outbox.enqueue(
        [a_message(1), a_message(2), a_message(3, chat_id=200), a_message(4, thread_id=9)], now=NOON
    )
    first = await claim(store)
    assert texts(first) == ["<b>Digest 1</b>", "<b>Digest 3</b>", "<b>Digest 4</b>"]
    await settle(store, first[0], RetryAt(at=NOON + MINUTE))
    assert await claim(store) == []
    assert await store.outbox.next_at() == NOON + MINUTE
    [again] = await claim(store, now=NOON + MINUTE)
    assert again.attempts == 1
    await settle(store, again, Dropped(error="bad"), now=NOON + MINUTE)
    assert texts(await claim(store, now=NOON + MINUTE)) == ["<b>Digest 2</b>"]


async def test_a_reply_that_waits_holds_up_no_digest_of_its_chat(store: Store) -> None:
    reply = a_message(1, kind=MessageKind.REPLY, priority=0, not_before=NOON + MINUTE)
    await store.outbox.enqueue([reply, a_message(2)], now=NOON)
    assert texts(await claim(store)) == ["<b>Digest 2</b>"]


async def test_priority_goes_before_age_and_the_limit_is_kept(store: Store) -> None:
    await store.outbox.enqueue([a_message(n, chat_id=n, priority=100 - n) for n in range(1, 6)], now=NOON)
    assert texts(await claim(store, limit=2)) == ["<b>Digest 5</b>", "<b>Digest 4</b>"]


async def test_excluded_chats_are_left_out_with_all_their_topics(store: Store) -> None:
    await store.outbox.enqueue([a_message(1), a_message(2, thread_id=9), a_message(3, chat_id=200)], now=NOON)
    closed = [ChatKey(chat_id=100)]
    assert texts(await claim(store, exclude=closed)) == ["<b>Digest 3</b>"]
    assert await store.outbox.next_at(exclude=closed) is None
    assert await store.outbox.next_at() is not None


async def test_what_expired_is_dead_and_makes_room(store: Store) -> None:
    late = a_message(1, expires_at=NOON, kind=MessageKind.NOTICE)
    await store.outbox.enqueue([late, a_message(2, kind=MessageKind.NOTICE)], now=NOON)
    assert texts(await claim(store)) == ["<b>Digest 2</b>"]
    assert await states(store) == {"sending": 1, "dead": 1}


async def test_a_digest_of_which_nothing_was_sent_is_told_anew_when_it_has_expired(store: Store) -> None:
    chat = a_chat(cursor=3, last_digest_at=NOON - LIFE)
    other = a_chat(200)
    for each in (chat, other):
        await store.chats.save(each)
        await a_digest_for(store, each, 1, 2)
    assert await claim(store, now=NOON + LIFE - MINUTE, limit=1) != []
    assert await claim(store, now=NOON + LIFE) == []
    assert await states(store) == {"sending": 1, "pending": 1, "dead": 2}  # the one in flight waits for its answer
    told_anew = await store.chats.get(other.key)
    assert told_anew is not None
    assert (told_anew.cursor, told_anew.last_digest_at) == (3, NOON - LIFE)  # as if there had been none
    assert await store.digests.already_sent(other.key, ["s"]) == {}
    served = await store.chats.get(chat.key)
    assert served is not None
    assert (served.cursor, served.last_digest_at) == (4, NOON)
    assert await a_digest_for(store, told_anew, 1, 2, at=NOON + LIFE) == 2  # under the same key


async def test_the_rest_of_a_digest_that_was_sent_in_part_comes_late(store: Store) -> None:
    chat = a_chat()
    await store.chats.save(chat)
    await a_digest_for(store, chat, 1, 2)
    [first] = await claim(store)
    await settle(store, first, Sent(message_ids=(1,)))
    assert texts(await claim(store, now=NOON + LIFE + MINUTE)) == ["<b>Digest 2</b>"]
    assert (await store.digests.already_sent(chat.key, ["s"])).keys() == {"s"}


async def test_a_digest_in_doubt_is_not_told_anew(store: Store) -> None:
    chat = a_chat()
    await store.chats.save(chat)
    await a_digest_for(store, chat, 1)
    [first] = await claim(store)
    await settle(store, first, RetryAt(at=NOON, ambiguous=True))
    assert texts(await claim(store, now=NOON + LIFE + MINUTE)) == ["<b>Digest 1</b>"]


async def test_a_delivery_remembers_the_pictures_in_the_same_transaction(store: Store) -> None:
    stored = StoredPicture(ref=PICTURE, path="p")
    await store.pictures.put(stored, source_url="https://example.org/p")
    await store.outbox.enqueue([a_message(1)], now=NOON)
    [message] = await claim(store)
    await settle(store, message, Sent(message_ids=(77, 78), file_ids=(("k1", "AgAD"),)))
    assert (await store.pictures.get(["k1"]))["k1"].file_id == "AgAD"
    assert await states(store) == {"sent": 1}


async def test_a_retry_counts_only_if_told_and_remembers_doubt(store: Store) -> None:
    await store.outbox.enqueue([a_message(1)], now=NOON)
    [message] = await claim(store)
    await settle(store, message, RetryAt(at=NOON, counts=False))
    [message] = await claim(store)
    assert (message.attempts, message.ambiguous) == (0, False)
    await settle(store, message, RetryAt(at=NOON, ambiguous=True))
    assert await states(store) == {"unknown": 1}
    [message] = await claim(store)
    await settle(store, message, RetryAt(at=NOON))
    [message] = await claim(store)
    assert (message.attempts, message.ambiguous) == (2, True)


async def test_only_a_flood_that_telegram_named_closes_a_chat_for_the_next_boot(store: Store) -> None:
    await store.outbox.enqueue([a_message(1, chat_id=chat_id) for chat_id in (1, 2, 3)], now=NOON)
    for message, refusal in zip(await claim(store), (Refusal.FLOOD, Refusal.PACED, Refusal.NOT_SENT), strict=True):
        await settle(store, message, RetryAt(at=NOON + MINUTE, counts=False, error="flood of words", refusal=refusal))
    assert await store.outbox.floods(now=NOON) == {1: NOON + MINUTE}
    assert await store.outbox.floods(now=NOON + MINUTE) == {}
    for message in await claim(store, now=NOON + MINUTE):
        await settle(store, message, RetryAt(at=NOON + 2 * MINUTE))
    assert await store.outbox.floods(now=NOON + MINUTE) == {}  # it waits for something else by now


async def test_a_refused_bot_costs_no_attempt(store: Store) -> None:
    await store.outbox.enqueue([a_message(1)], now=NOON)
    [message] = await claim(store)
    await settle(store, message, StopSending(error="unauthorized"))
    assert await states(store) == {"pending": 1}
    assert (await claim(store))[0].attempts == 0


async def test_a_moved_group_gets_its_message_at_the_new_id(store: Store) -> None:
    await store.chats.save(a_chat(-5))
    await store.outbox.enqueue([a_message(1, chat_id=-5)], now=NOON)
    [message] = await claim(store)
    await settle(store, message, Moved(chat_id=-1005))
    [message] = await claim(store)
    assert message.message.chat == ChatKey(chat_id=-1005)
    assert await store.chats.get(ChatKey(chat_id=-1005)) is not None


async def test_replacing_splits_a_message_and_keeps_its_place(store: Store) -> None:
    buttons = ((Button(text="more", data="m"),),)
    rich = a_message(1, content=RichContent(html="<h1>all</h1>"), keyboard=buttons, reply_to=3)
    await store.outbox.enqueue([rich, a_message(2)], now=NOON)
    [message] = await claim(store)
    parts = tuple(TextContent(html=text) for text in "abc")
    held = await settle(store, message, Replace(contents=parts, error="no rich"))
    assert isinstance(held, OutboxMessage)
    assert (held.id, held.attempts, held.message.content) == (message.id, 1, parts[0])
    assert (held.message.keyboard, held.message.reply_to) == ((), 3)
    assert await claim(store) == []
    await settle(store, held, SENT)
    [second] = await claim(store)
    assert (second.message.content, second.message.keyboard, second.message.reply_to) == (parts[1], (), None)
    again = await settle(store, second, Replace(contents=(TextContent(html="b1"), TextContent(html="b2"))))
    assert isinstance(again, OutboxMessage)
    await settle(store, again, SENT)
    order = []
    while rest := await claim(store):
        order += [(rest[0].message.content.html, rest[0].message.keyboard)]
        await settle(store, rest[0], SENT)
    assert order == [("b2", ()), ("c", buttons), ("<b>Digest 2</b>", ())]


async def test_a_replaced_message_may_keep_a_fallback_and_be_replaced_again(store: Store) -> None:
    fallback = (TextContent(html="x"), TextContent(html="y"))
    rich = RichContent(html="<h1>a</h1>", pictures=(PICTURE,))
    await store.outbox.enqueue([a_message(1, content=rich, fallback=fallback)], now=NOON)
    [message] = await claim(store)
    bare = replace(rich, pictures=())
    held = await settle(store, message, Replace(contents=(bare,), fallback=fallback))
    assert isinstance(held, OutboxMessage)
    assert (held.message.content, held.message.fallback) == (bare, fallback)
    held = await settle(store, held, Replace(contents=fallback))
    assert isinstance(held, OutboxMessage)
    assert (held.message.content, held.message.fallback) == (fallback[0], ())


async def test_a_message_under_anothers_lease_is_left_alone(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    await store.outbox.enqueue([a_message(1)], now=NOON)
    [message] = await claim(store)
    with caplog.at_level(logging.WARNING):
        assert await store.outbox.settle(message.id, owner="other", decision=SENT, now=NOON) is None
    assert "not under this lease" in caplog.text
    assert await states(store) == {"sending": 1}
    await settle(store, message, SENT)
    await settle(store, message, Dropped(error="late"))
    assert await states(store) == {"sent": 1}


async def test_a_reply_is_recorded_as_being_sent_before_it_is(store: Store) -> None:
    reply = a_message(1, kind=MessageKind.REPLY, priority=0)
    message = await store.outbox.insert_claimed(reply, owner="boot", now=NOON)
    assert message == OutboxMessage(id=1, message=reply)
    assert await states(store) == {"sending": 1}
    assert await store.outbox.insert_claimed(reply, owner="boot", now=NOON) is None


async def test_after_a_crash_digests_are_sent_once_more_and_replies_never(store: Store) -> None:
    await store.outbox.enqueue([a_message(1), a_message(2, chat_id=200, kind=MessageKind.NOTICE)], now=NOON)
    await claim(store)
    await store.outbox.insert_claimed(a_message(3, kind=MessageKind.REPLY), owner="boot", now=NOON)
    assert await store.outbox.recover(owner="boot", now=NOON) == 0
    assert await store.outbox.recover(owner="boot 2", now=NOON) == 3
    assert await states(store) == {"unknown": 2, "dead": 1}
    assert await store.outbox.claim(owner="boot 2", now=NOON, limit=9) == []
    later = NOON + timedelta(seconds=60)
    again = await store.outbox.claim(owner="boot 2", now=later, limit=9)
    assert [(message.attempts, message.ambiguous) for message in again] == [(1, True), (1, True)]
    assert await store.outbox.recover(owner="boot 3", now=later) == 2
    assert await states(store) == {"dead": 3}


async def test_stats_of_an_empty_outbox_are_zero_and_of_a_full_one_name_the_oldest(store: Store) -> None:
    assert await states(store) == {}
    assert (await store.outbox.stats()).oldest_unsent_at is None
    await store.outbox.enqueue([a_message(1)], now=NOON)
    assert (await store.outbox.stats()).oldest_unsent_at is not None
    assert (await store.outbox.stats()).oldest_due_at == NOON


async def test_a_message_that_waits_for_its_time_is_due_then(store: Store) -> None:
    later = NOON + timedelta(hours=2)
    await store.outbox.enqueue([a_message(1, not_before=later)], now=NOON)
    assert (await store.outbox.stats()).oldest_due_at == later


async def test_a_row_that_cannot_be_read_stops_no_other(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    await store.outbox.enqueue([a_message(1)], now=NOON)
    await store.outbox._worker.write(lambda db: db.execute("UPDATE payloads SET body = '{}'"))
    await store.outbox.enqueue([a_message(2, chat_id=200)], now=NOON)
    assert [row.message.chat.chat_id for row in await claim(store)] == [200]
    assert await states(store) == {"dead": 1, "sending": 1}
    assert "outbox row unreadable message=1" in caplog.text


# --- digests ------------------------------------------------------------------------------------


LATER = NOON + timedelta(days=1)


async def a_digest_for(
    store: Store, chat: Chat, *numbers: int, story: str = "s", at: datetime = NOON, **changes: Any
) -> int:
    """Commit a digest of these parts and one story; returns how many messages are new."""
    parts = [
        a_message(number, chat_id=chat.key.chat_id, part=part, expires_at=at + LIFE)
        for part, number in enumerate(numbers)
    ]
    fields: dict[str, Any] = {"due_at": chat.next_digest_at, "next_digest_at": LATER, **changes}
    return await store.digests.commit([a_digest(chat, *parts, stories=[story], **fields)], now=at)


async def test_a_digest_is_committed_with_its_stories_and_the_chats_progress(store: Store) -> None:
    chat = a_chat()
    await store.chats.save(chat)
    assert await a_digest_for(store, chat, 1, 2) == 2
    assert await store.chats.get(chat.key) == replace(chat, cursor=4, next_digest_at=LATER, last_digest_at=NOON)
    assert (await store.digests.already_sent(chat.key, ["s", "t"])).keys() == {"s"}
    assert await store.digests.already_sent(ChatKey(chat_id=1), ["s"]) == {}


async def test_a_digest_for_a_chat_that_was_served_meanwhile_leaves_nothing(store: Store) -> None:
    chat = a_chat()
    await store.chats.save(chat)
    await a_digest_for(store, chat, 1)
    served = await store.chats.get(chat.key)
    assert await a_digest_for(store, chat, 2, story="t") == 0
    assert await store.chats.get(chat.key) == served
    assert (await store.digests.already_sent(chat.key, ["s", "t"])).keys() == {"s"}


@pytest.mark.parametrize("stored", [[], [a_chat(active=False)]])
async def test_a_digest_for_a_chat_that_is_gone_leaves_nothing(store: Store, stored: list[Chat]) -> None:
    for chat in stored:
        await store.chats.save(chat)
    assert await a_digest_for(store, a_chat(), 1) == 0
    assert await store.digests.already_sent(a_chat().key, ["s"]) == {}
    assert await states(store) == {}


async def test_a_digest_that_was_written_before_moves_the_schedule_and_keeps_its_stories(store: Store) -> None:
    # Else what came in since the first one would count as told, and never be sent.
    chat = a_chat()
    await store.chats.save(chat)
    await a_digest_for(store, chat, 1)
    served = replace(chat, cursor=4, last_digest_at=NOON)  # its clock was set back: it is due once more
    await store.chats.save(served)
    assert await a_digest_for(store, served, 2, 3, story="t", upto_id=9) == 0
    assert await store.chats.get(chat.key) == replace(served, next_digest_at=LATER)
    assert (await store.digests.already_sent(chat.key, ["s", "t"])).keys() == {"s"}


async def test_a_due_time_changed_meanwhile_stands(store: Store) -> None:
    chat = a_chat()
    for changed in (None, NOON + timedelta(hours=1)):
        await store.chats.save(replace(chat, next_digest_at=changed))
        await store.digests.commit([a_digest(chat, upto_id=0, due_at=NOON, next_digest_at=LATER)], now=NOON)
        assert await store.chats.get(chat.key) == replace(chat, next_digest_at=changed)


async def test_the_same_contents_are_stored_once(store: Store) -> None:
    many = [a_chat(chat_id) for chat_id in range(1, 30)]
    for chat in many:
        await store.chats.save(chat)
    digests = [a_digest(chat, a_message(1, chat_id=chat.key.chat_id)) for chat in many]
    await store.digests.commit(digests, now=NOON)
    await store.backup(store._path.parent / "copy.db")

    connection = sqlite3.connect(store._path.parent / "copy.db")
    assert connection.execute("SELECT count(*) FROM payloads").fetchone() == (1,)
    assert connection.execute("SELECT count(*) FROM outbox").fetchone() == (29,)
    connection.close()


async def test_what_may_have_arrived_can_be_left_out_of_a_claim_and_holds_up_its_chat(store: Store) -> None:
    await store.outbox.enqueue([a_message(1), a_message(2)], now=NOON)
    [first] = await store.outbox.claim(owner="b", now=NOON, limit=1)
    doubt = RetryAt(at=NOON, ambiguous=True, unlikely=True, refusal=Refusal.SERVER_ERROR)
    await store.outbox.settle(first.id, owner="b", decision=doubt, now=NOON)
    assert await store.outbox.claim(owner="b", now=NOON, limit=2, in_doubt=False) == []
    assert await store.outbox.next_at(in_doubt=False) is None
    [again] = await store.outbox.claim(owner="b", now=NOON, limit=2)
    assert (again.ambiguous, again.server_failed, again.answer_lost) == (True, True, False)
    await store.outbox.settle(first.id, owner="b", decision=RetryAt(at=NOON, refusal=Refusal.PACED), now=NOON)
    [again] = await store.outbox.claim(owner="b", now=NOON, limit=2)
    assert again.server_failed
    await store.outbox.settle(first.id, owner="b", decision=RetryAt(at=NOON, ambiguous=True), now=NOON)
    [again] = await store.outbox.claim(owner="b", now=NOON, limit=2)
    assert (again.ambiguous, again.server_failed, again.answer_lost) == (True, True, True)
