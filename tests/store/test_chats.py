"""Chats, subscriptions, and which chats are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from bot.models.chats import ChatKey, ChatKind, DigestFormat, DigestMode, Schedule
from bot.models.decisions import ChatGone, ChatStanding, Decision, Sent, Strike, TopicGone
from bot.models.messages import MessageKind
from bot.models.recaps import RecapPlan
from bot.models.sources import SourceKind, SourceSpec
from bot.store import Store, own_data
from tests.fakes import NOON, a_chat, a_digest, a_message, a_new_article, an_update

WORLD = ("World",)
HOUR = timedelta(hours=1)
EVERY_NOON = a_chat().schedule
KEY = a_chat().key


async def subscribed(store: Store, chat_id: int = 100, **changes: Any) -> ChatKey:
    chat = a_chat(chat_id, **changes)
    await store.chats.save(chat)
    await store.chats.subscribe(chat.key, WORLD)
    return chat.key


async def digest_for(store: Store, key: ChatKey) -> None:
    """Commit a digest of one message and one story for a stored chat."""
    chat = await store.chats.get(key)
    message = a_message(1, chat_id=key.chat_id, thread_id=key.thread_id)
    await store.digests.commit([a_digest(chat, message, stories=["s"])], now=NOON)


async def due_ids(store: Store, now: datetime = NOON) -> list[int]:
    return [chat.chat_id for audience in (await store.chats.due(now)).audiences for chat in audience.recipients]


async def test_a_chat_comes_back_as_it_was_saved(store: Store) -> None:
    chat = a_chat(
        -100123,
        thread_id=7,
        kind=ChatKind.SUPERGROUP,
        title="Новости",
        ui_language="zh-Hant",
        summary_language="ru",
        zone="Asia/Kathmandu",
        schedule=Schedule(mode=DigestMode.TIMES, times=(time(7, 30), time(18, 0)), weekdays=frozenset({0, 4})),
        cursor=42,
        last_digest_at=NOON,
        format=DigestFormat.CLASSIC,
        pictures=False,
        active=False,
    )
    await store.chats.save(chat)
    assert await store.chats.get(chat.key) == chat
    assert await store.chats.get(ChatKey(chat_id=-100123)) is None
    await store.chats.save(replace(chat, title="News", next_digest_at=None))
    assert await store.chats.get(chat.key) == replace(chat, title="News", next_digest_at=None)
    assert await store.chats.get(ChatKey(chat_id=-100123)) is None


async def test_an_older_copy_of_a_chat_undoes_no_digest(store: Store) -> None:
    key = await subscribed(store)
    old = await store.chats.get(key)
    assert old is not None
    await store.digests.commit([a_digest(old, a_message(1), upto_id=9)], now=NOON)
    await store.chats.save(replace(old, title="Ada L."))
    chat = await store.chats.get(key)
    assert chat is not None
    assert (chat.cursor, chat.last_digest_at, chat.title) == (9, NOON, "Ada L.")
    assert await store.chats.subscriptions(key) == [WORLD]


async def test_subscriptions_begin_and_end(store: Store) -> None:
    key = await subscribed(store)
    assert not await store.chats.subscribe(key, WORLD)
    assert await store.chats.subscribe(key, ("Sport", "Chess"))
    assert await store.chats.subscriptions(key) == [("Sport", "Chess"), WORLD]
    assert not await store.chats.unsubscribe(key, ("Sport",))
    assert await store.chats.unsubscribe(key, ("Sport", "Chess"))
    assert await store.chats.unsubscribe_all(key) == 1
    assert await store.chats.unsubscribe_all(key) == 0
    assert await store.chats.subscriptions(key) == []


async def test_topics_of_a_chat_subscribe_by_themselves(store: Store) -> None:
    first = await subscribed(store, -5)
    topic = a_chat(-5, thread_id=3)
    await store.chats.save(topic)
    assert await store.chats.subscriptions(topic.key) == []
    assert await store.chats.subscriptions(first) == [WORLD]
    assert await store.chats.count() == 2


async def test_a_chat_is_due_at_its_time_and_not_before(store: Store) -> None:
    await subscribed(store, 1, next_digest_at=NOON)
    await subscribed(store, 2, next_digest_at=NOON - HOUR)
    await subscribed(store, 3, next_digest_at=NOON + HOUR)
    await subscribed(store, 4, next_digest_at=None)
    await subscribed(store, 5, active=False)
    assert await due_ids(store) == [2, 1]
    first = (await store.chats.due(NOON, limit=1)).last
    assert first is not None
    assert first.key.chat_id == 2
    assert await store.chats.next_digest() == (NOON - HOUR, ChatKey(chat_id=2))


async def test_an_instant_chat_is_due_when_news_came(store: Store) -> None:
    instant = Schedule(mode=DigestMode.INSTANT)
    await subscribed(store, 1, schedule=instant, next_digest_at=None)
    assert await due_ids(store) == []
    assert await store.chats.next_digest() is None
    await store.sources.add(SourceSpec(name="A", kind=SourceKind.FEED, location="x"), now=NOON)
    await store.sources.apply(an_update(1, a_new_article()))
    assert await due_ids(store) == [1]
    [audience] = (await store.chats.due(NOON)).audiences
    await store.digests.commit([a_digest(audience.chat, upto_id=1)], now=NOON)
    assert await due_ids(store) == []


async def test_deactivating_a_chat_drops_what_waits_for_it_in_every_topic(store: Store) -> None:
    await subscribed(store, 100)
    await subscribed(store, 100, thread_id=3)
    await store.outbox.enqueue([a_message(1), a_message(2, thread_id=3), a_message(3, chat_id=200)], now=NOON)
    await store.chats.deactivate(100)
    assert await due_ids(store) == []
    stats = await store.outbox.stats()
    assert (stats.dead, stats.pending) == (2, 1)
    await store.chats.reactivate(100)
    assert await due_ids(store) == [100, 100]


async def test_deactivating_a_topic_leaves_the_others(store: Store) -> None:
    await subscribed(store, 100)
    topic = await subscribed(store, 100, thread_id=3)
    await store.outbox.enqueue([a_message(1, kind=MessageKind.NOTICE), a_message(2, thread_id=3)], now=NOON)
    await store.chats.deactivate(topic)
    [audience] = (await store.chats.due(NOON)).audiences
    assert audience.recipients == ((100, 0, NOON),)
    assert (await store.outbox.stats()).dead == 1


async def test_a_chat_is_not_due_while_its_last_digest_waits(store: Store) -> None:
    key = await subscribed(store)
    await store.outbox.enqueue([a_message(1)], now=NOON)
    assert await due_ids(store) == []
    assert await store.chats.get(key) is not None
    await settle_next(store, Sent(message_ids=(5,)))
    assert await due_ids(store) == [100]


async def settle_next(store: Store, decision: Decision, *, now: datetime = NOON) -> None:
    [message] = await store.outbox.claim(owner="b", now=now, limit=1)
    await store.outbox.settle(message.id, owner="b", decision=decision, now=now)


async def test_strikes_pause_a_chat_and_a_delivery_clears_them(store: Store) -> None:
    key = await subscribed(store)
    await store.outbox.enqueue([a_message(1)], now=NOON)
    until = NOON + 24 * HOUR
    await settle_next(store, Strike(until=until, error="no rights"))
    assert await due_ids(store) == []
    assert await store.chats.next_digest() == (until, key)
    assert await store.chats.standing(key) == ChatStanding(strikes=1, since=NOON)
    await settle_next(store, Strike(until=until + HOUR, error="no rights"), now=until)
    assert await store.chats.standing(key) == ChatStanding(strikes=2, since=NOON)
    await settle_next(store, Sent(message_ids=(5,)), now=until + HOUR)
    assert await store.chats.standing(key) == ChatStanding()
    assert await due_ids(store) == [100]


@pytest.mark.parametrize("way", ["save", "reactivate"])
async def test_a_chat_that_comes_back_has_a_clean_slate(store: Store, way: str) -> None:
    key = await subscribed(store)
    await store.outbox.enqueue([a_message(1), a_message(2)], now=NOON)
    await settle_next(store, Strike(until=NOON + HOUR, error="lost"))
    await settle_next(store, ChatGone(error="lost"), now=NOON + HOUR)
    chat = await store.chats.get(key)
    assert chat is not None
    assert not chat.active
    assert (await store.outbox.stats()).dead == 2
    if way == "save":
        await store.chats.save(replace(chat, active=True))
    else:
        await store.chats.reactivate(100)
    assert await store.chats.standing(key) == ChatStanding()
    assert await due_ids(store) == [100]


async def test_a_topic_that_is_gone_takes_only_itself(store: Store) -> None:
    await subscribed(store, -9)
    await subscribed(store, -9, thread_id=4)
    await store.outbox.enqueue([a_message(1, chat_id=-9, thread_id=4), a_message(2, chat_id=-9)], now=NOON)
    await settle_next(store, TopicGone(error="thread not found"))
    chats = [await store.chats.get(ChatKey(chat_id=-9, thread_id=thread_id)) for thread_id in (0, 4)]
    assert [chat is not None and chat.active for chat in chats] == [True, False]
    assert (await store.outbox.stats()).pending == 1


async def test_an_unknown_chat_has_a_clean_slate(store: Store) -> None:
    assert await store.chats.standing(ChatKey(chat_id=404)) == ChatStanding()


async def test_a_group_moves_with_all_it_has(store: Store) -> None:
    key = await subscribed(store, -5, kind=ChatKind.GROUP, cursor=7, title="Group")
    await digest_for(store, key)
    await store.publications.publish(key, "a-token", now=NOON)
    await store.recaps.schedule(RecapPlan(key=key, schedule=EVERY_NOON, due_at=NOON))
    await store.chats.migrate(-5, -1005)
    new = ChatKey(chat_id=-1005)
    assert await store.publications.chat_of("a-token") == new
    assert await store.recaps.plan(new) == RecapPlan(key=new, schedule=EVERY_NOON, due_at=NOON)
    chat = await store.chats.get(new)
    assert chat is not None
    assert (chat.kind, chat.cursor, chat.title) == (ChatKind.SUPERGROUP, 7, "Group")
    assert await store.digests.commit([a_digest(chat, a_message(2, chat_id=-1005))], now=NOON) == 0  # of the same slot
    assert await store.chats.get(ChatKey(chat_id=-5)) is None
    assert await store.chats.subscriptions(new) == [WORLD]
    assert (await store.digests.already_sent(new, ["s"])).keys() == {"s"}
    assert [message.message.chat for message in await store.outbox.claim(owner="b", now=NOON, limit=9)] == [new]


async def test_moving_onto_a_known_chat_merges_and_sends_once(store: Store) -> None:
    old = await subscribed(store, -5, cursor=9)
    await store.chats.subscribe(old, ("Sport",))
    new = await subscribed(store, -1005, cursor=3, title="Kept", active=False)
    await store.outbox.enqueue(
        [a_message(1, chat_id=-5), a_message(2, chat_id=-5), a_message(1, chat_id=-1005)], now=NOON
    )
    await store.chats.migrate(-5, -1005)
    chat = await store.chats.get(new)
    assert chat is not None
    assert (chat.cursor, chat.title, chat.active) == (3, "Kept", True)  # what the new one was not told is not lost
    assert await store.chats.subscriptions(new) == [("Sport",), WORLD]
    waiting: list[str] = []
    while messages := await store.outbox.claim(owner="b", now=NOON, limit=9):
        for message in messages:
            waiting.append(message.message.content.html)
            await store.outbox.settle(message.id, owner="b", decision=Sent(), now=NOON)
    assert waiting == ["<b>Digest 2</b>", "<b>Digest 1</b>"]


async def test_moving_onto_a_chat_that_chose_only_a_recap_keeps_it(store: Store) -> None:
    await subscribed(store, -5)
    new = a_chat(-1005, title="Kept")
    await store.chats.save(new)
    plan = RecapPlan(key=new.key, schedule=EVERY_NOON, due_at=NOON)
    await store.recaps.schedule(plan)
    await store.chats.migrate(-5, -1005)
    assert await store.recaps.plan(new.key) == plan
    chat = await store.chats.get(new.key)
    assert chat is not None
    assert chat.title == "Kept"


async def test_moving_onto_a_chat_that_only_wrote_keeps_the_settings(store: Store) -> None:
    old = await subscribed(store, -5, cursor=3, ui_language="zh-Hant", title="Group")
    await store.chats.save(a_chat(-1005, cursor=9, title="Made by its first message"))
    await store.chats.migrate(old.chat_id, -1005)
    chat = await store.chats.get(ChatKey(chat_id=-1005))
    assert chat is not None
    assert (chat.cursor, chat.ui_language, chat.title) == (3, "zh-Hant", "Group")
    assert await store.chats.subscriptions(chat.key) == [WORLD]


async def test_a_forgotten_chat_leaves_nothing(store: Store) -> None:
    key = await subscribed(store)
    other = await subscribed(store, 200)
    for each in (key, other):
        await digest_for(store, each)
    await store.chats.forget(100)
    assert await store.chats.get(key) is None
    assert await store.chats.subscriptions(key) == []
    assert await store.digests.already_sent(key, ["s"]) == {}
    assert [message.message.chat for message in await store.outbox.claim(owner="b", now=NOON, limit=9)] == [other]


async def test_a_chat_that_is_gone_for_ninety_days_is_forgotten_and_one_that_came_back_is_not(store: Store) -> None:
    gone, back, topics = await subscribed(store), await subscribed(store, 200), await subscribed(store, 300)
    await store.chats.save(a_chat(300, thread_id=7))
    for left in (gone, back, topics):
        await store.chats.deactivate(left)
    assert await store.own_data.forget_gone(NOON) == 0
    await store.chats.change(a_chat(200), active=True)
    assert await store.own_data.forget_gone(NOON + timedelta(days=1)) == 0
    await store.chats.deactivate(back)  # its days count anew
    assert await store.own_data.forget_gone(NOON + timedelta(days=90)) == 0
    assert await store.own_data.forget_gone(NOON + timedelta(days=91)) == 1
    assert [await store.chats.get(key) is None for key in (gone, back, topics)] == [True, False, False]


async def test_a_chat_that_comes_back_at_the_last_moment_is_not_forgotten(store: Store) -> None:
    await subscribed(store)
    assert await store.sources._worker.write(lambda db: own_data._forget_if_gone(db, chat_id=100)) is False


async def test_a_change_of_settings_undoes_nothing_that_was_written_meanwhile(store: Store) -> None:
    chat = a_chat(next_digest_at=NOON, zone="UTC")
    await store.chats.save(chat)
    await store.chats.save(replace(chat, next_digest_at=NOON + timedelta(days=1), last_digest_at=NOON))
    changed = await store.chats.change(chat, zone="Asia/Taipei")
    assert changed == await store.chats.get(chat.key)
    assert (changed.zone, changed.next_digest_at, changed.last_digest_at) == (
        "Asia/Taipei",
        NOON + timedelta(days=1),
        NOON,
    )


async def test_a_chat_that_is_not_stored_is_stored_as_it_is_changed(store: Store) -> None:
    changed = await store.chats.change(a_chat(zone="UTC"), zone="Asia/Taipei")
    assert changed == await store.chats.get(changed.key)
    assert changed.zone == "Asia/Taipei"
