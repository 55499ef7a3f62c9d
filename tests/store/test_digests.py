"""A digest as a row: what it stores, and what of it is taken back."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from bot.models.chats import Chat, ChatKey
from bot.models.composed import Section, ToldStory
from bot.models.decisions import Dropped, Replace, RetryAt, Sent, TakenBack
from bot.models.messages import OutboxMessage, Refusal, TextContent
from bot.store import Store
from bot.store.database.rows import all_rows, from_us
from bot.store.expiry import take_back
from tests.fakes import NOON, a_chat, a_digest, a_message

SPORT = ("Sport", "Chess")
LATER = NOON + timedelta(hours=1)
SENT = Sent(message_ids=(1,))


async def rows(store: Store, sql: str) -> list[dict[str, Any]]:
    return list(map(dict, await store.digests._worker.read(lambda db: all_rows(db, sql))))


async def of_two_sections(
    store: Store, chat: Chat | None = None, *, at: datetime = NOON, instant: bool = False
) -> Chat:
    """Commit a digest of World in two messages and of Sport in one, each with a story; returns the chat before it."""
    chat = chat or a_chat(cursor=3, last_digest_at=NOON - timedelta(days=1))
    await store.chats.save(chat)
    parts = [a_message(number, chat_id=chat.key.chat_id, part=number) for number in range(3)]
    world = Section(
        category=("World",), messages=tuple(parts[:2]), stories=(ToldStory(story_id="world", article_id=4),)
    )
    sport = Section(category=SPORT, messages=tuple(parts[2:]), stories=(ToldStory(story_id="sport", article_id=5),))
    due_at = None if instant else NOON
    digest = a_digest(chat, sections=(world, sport), upto_id=6, since=chat.last_digest_at or NOON, due_at=due_at)
    await store.digests.commit([digest], now=at)
    return chat


async def claim(store: Store) -> OutboxMessage:
    [message] = await store.outbox.claim(owner="boot", now=LATER, limit=1)
    return message


async def settle(store: Store, message: OutboxMessage, decision: Any) -> None:
    await store.outbox.settle(message.id, owner="boot", decision=decision, now=NOON)


async def taken_back(store: Store) -> None:
    await store.digests._worker.write(lambda db: take_back(db, 1, now=LATER, error="given up"))


async def test_messages_are_named_by_their_digest_and_stories_by_whatever_characters_they_have(store: Store) -> None:
    await of_two_sections(store)
    names = [row["dedupe_key"] for row in await rows(store, "SELECT dedupe_key FROM outbox ORDER BY id")]
    assert names == ["digest:100:0:noon:World:0", "digest:100:0:noon:World:1", "digest:100:0:noon:Sport/Chess:0"]
    odd = ['a "quoted" \\ story', "\u65b0\u805e \U0001f5de", "7"]
    other = a_chat(2)
    await store.chats.save(other)
    await store.digests.commit([a_digest(other, a_message(9, chat_id=2), stories=odd)], now=NOON)
    assert await store.digests.already_sent(other.key, [*odd, "8"]) == dict.fromkeys(odd, 4)
    asked = [(other.key, odd[:2]), (a_chat().key, odd), (a_chat().key, ["world", "sport"]), (other.key, [])]
    each = await store.digests.already_sent_each(asked)
    assert each == [dict.fromkeys(odd[:2], 4), {}, {"world": 6, "sport": 6}, {}]


async def test_a_digest_says_what_it_is_made_of_and_its_messages_and_stories_name_it(store: Store) -> None:
    chat = await of_two_sections(store)
    [digest] = await rows(store, "SELECT * FROM digests")
    assert (digest["slot"], json.loads(digest["categories"])) == ("noon", ["World", "Sport/Chess"])
    assert (digest["after_id"], digest["upto_id"]) == (3, 6)
    assert from_us(digest["since_at"]) == chat.last_digest_at
    assert (from_us(digest["due_at"]), from_us(digest["composed_at"])) == (NOON, NOON)
    messages = await rows(store, "SELECT digest_id, section FROM outbox ORDER BY id")
    assert [tuple(row.values()) for row in messages] == [(1, 0), (1, 0), (1, 1)]
    shown = await rows(store, "SELECT digest_id, section, story_id, article_id FROM sent_stories ORDER BY section")
    assert [tuple(row.values()) for row in shown] == [(1, 0, "world", 4), (1, 1, "sport", 5)]


async def test_pieces_of_a_message_belong_to_its_section(store: Store) -> None:
    await of_two_sections(store)
    pieces = (TextContent(html="a"), TextContent(html="b"))
    await settle(store, await claim(store), Replace(contents=pieces))
    messages = await rows(store, "SELECT digest_id, section FROM outbox ORDER BY queue_order, split_order")
    assert [tuple(row.values()) for row in messages] == [(1, 0), (1, 0), (1, 0), (1, 1)]


async def test_a_digest_of_which_nothing_was_sent_is_undone_as_if_it_had_never_been(store: Store) -> None:
    chat = await of_two_sections(store)
    await taken_back(store)
    current = await store.chats.get(chat.key)
    assert current is not None
    assert (current.cursor, current.last_digest_at) == (chat.cursor, chat.last_digest_at)
    assert await store.digests.already_sent(chat.key, ["world", "sport"]) == {}
    assert (await store.outbox.stats()).dead == 3
    await of_two_sections(store, current)  # its slot and its keys are free
    assert (await store.outbox.stats()).pending == 3


async def test_of_a_digest_that_was_sent_in_part_only_whole_sections_that_were_not_sent_are_undone(
    store: Store,
) -> None:
    chat = await of_two_sections(store)
    await settle(store, await claim(store), SENT)
    await taken_back(store)
    current = await store.chats.get(chat.key)
    assert current is not None
    assert (current.cursor, current.last_digest_at) == (3, NOON)
    assert (await store.digests.already_sent(chat.key, ["world", "sport"])).keys() == {"world"}
    stats = await store.outbox.stats()
    assert (stats.sent, stats.pending, stats.dead) == (1, 1, 1)  # the rest of World still comes
    digest = a_digest(current, a_message(9))
    assert await store.digests.commit([digest], now=LATER) == 0  # the digest stands, and so does its slot


async def test_a_section_is_taken_back_once(store: Store) -> None:
    chat = await of_two_sections(store)
    await settle(store, await claim(store), SENT)
    await taken_back(store)
    current = await store.chats.get(chat.key)
    assert current is not None
    retold = a_digest(current, a_message(9), slot="later", stories=["sport"], after_id=3, upto_id=8)
    assert await store.digests.commit([retold], now=LATER) == 1
    await taken_back(store)
    after = await store.chats.get(chat.key)
    assert after is not None
    assert (after.cursor, after.last_digest_at) == (8, LATER)
    assert (await store.digests.already_sent(chat.key, ["world", "sport"])).keys() == {"world", "sport"}


async def test_a_section_in_doubt_or_in_flight_is_not_undone(store: Store) -> None:
    chat = await of_two_sections(store)
    await settle(store, await claim(store), RetryAt(at=NOON, ambiguous=True))
    await taken_back(store)
    assert (await store.digests.already_sent(chat.key, ["world", "sport"])).keys() == {"world"}
    await claim(store)
    await taken_back(store)
    assert (await store.digests.already_sent(chat.key, ["world"])).keys() == {"world"}


async def test_a_message_that_was_given_up_keeps_its_error_when_its_digest_is_taken_back(store: Store) -> None:
    await of_two_sections(store)
    await settle(store, await claim(store), Dropped(error="empty"))
    await taken_back(store)
    errors = await rows(store, "SELECT last_error FROM outbox ORDER BY id")
    assert [row["last_error"] for row in errors] == ["empty", "given up", "given up"]


async def test_a_digest_before_the_one_that_is_taken_back_is_the_chats_last_one(store: Store) -> None:
    chat = a_chat()
    await store.chats.save(chat)
    await store.digests.commit([a_digest(chat, a_message(1), slot="first", upto_id=2)], now=NOON - timedelta(hours=2))
    current = await store.chats.get(chat.key)
    assert current is not None
    await store.digests.commit([a_digest(current, a_message(2), after_id=2, since=NOON)], now=NOON)
    await store.digests._worker.write(lambda db: take_back(db, 2, now=LATER, error="given up"))
    current = await store.chats.get(chat.key)
    assert current is not None
    assert (current.cursor, current.last_digest_at) == (2, NOON - timedelta(hours=2))


async def test_a_digest_moves_with_its_group_and_is_taken_back_there(store: Store) -> None:
    await of_two_sections(store, a_chat(-5, cursor=3))
    await store.chats.migrate(-5, -1005)
    await taken_back(store)
    moved = await store.chats.get(ChatKey(chat_id=-1005))
    assert moved is not None
    assert moved.cursor == 3
    assert await store.digests.already_sent(moved.key, ["world", "sport"]) == {}
    await store.chats.forget(-1005)
    assert await rows(store, "SELECT * FROM digests") == []


async def given_up(store: Store, message: OutboxMessage) -> None:
    await settle(store, message, TakenBack(error="strange", until=LATER, refusal=Refusal.UNKNOWN))


async def test_a_message_that_telegram_takes_in_no_form_takes_its_section_back(store: Store) -> None:
    chat = await of_two_sections(store)
    await settle(store, await claim(store), SENT)
    await given_up(store, await claim(store))
    current = await store.chats.get(chat.key)
    assert current is not None
    assert current.cursor == 3
    assert (await store.digests.already_sent(chat.key, ["world", "sport"])).keys() == {"sport"}
    stats = await store.outbox.stats()
    assert (stats.sent, stats.pending, stats.dead) == (1, 1, 1)
    await given_up(store, await claim(store))
    stats = await store.outbox.stats()
    assert (stats.sent, stats.pending, stats.dead) == (1, 0, 2)
    assert await store.digests.already_sent(chat.key, ["world", "sport"]) == {}
    now = await store.chats.get(chat.key)
    messages = [a_message(number) for number in range(3)]  # their keys are free, and so is the slot
    assert await store.digests.commit([a_digest(now, *messages, stories=["world", "sport"])], now=LATER) == 3


async def test_instant_news_that_was_taken_back_pauses_and_then_has_its_slot_again(store: Store) -> None:
    chat = await of_two_sections(store, a_chat(cursor=3, last_digest_at=NOON - timedelta(days=1)), instant=True)
    for decision in (SENT, SENT):
        await settle(store, await claim(store), decision)
    await given_up(store, await claim(store))
    [row] = await rows(store, "SELECT paused_until FROM chats")
    assert from_us(row["paused_until"]) == LATER
    now = await store.chats.get(chat.key)
    again = Section(category=SPORT, messages=(a_message(2),), stories=(ToldStory(story_id="sport", article_id=5),))
    assert await store.digests.commit([a_digest(now, sections=(again,))], now=LATER) == 1


async def test_a_section_that_may_have_come_twice_in_part_is_not_told_again(store: Store) -> None:
    chat = a_chat()
    await store.chats.save(chat)
    await store.digests.commit([a_digest(chat, a_message(1), a_message(2), stories=["world"])], now=NOON)
    doubted = await claim(store)
    await settle(store, doubted, RetryAt(at=NOON, ambiguous=True))
    await settle(store, await claim(store), SENT)
    await given_up(store, await claim(store))
    assert (await store.digests.already_sent(chat.key, ["world"])).keys() == {"world"}
