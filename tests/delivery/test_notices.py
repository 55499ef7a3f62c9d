"""What the owner is told, and how often."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.delivery.deliver import Deliverer
from bot.delivery.limiter import Limiter
from bot.delivery.notices import refused_notices
from bot.models.decisions import ChatStanding, Decision, Dropped, Strike, TopicGone
from bot.models.messages import MessageKind, Refusal, Refused
from bot.store import Store
from bot.texts import speaker
from tests.delivery.test_deliver import pass_time, running, settled, settled_in_time, stats
from tests.fakes import NOON, FakeClock, ScriptedSender, a_chat, a_digest, a_message, an_outbox_message

OWNER = 7


def a_deliverer(store: Store, sender: ScriptedSender, clock: FakeClock) -> Deliverer:
    return Deliverer(
        store=store, sender=sender, clock=clock, limiter=Limiter(), boot_id="boot 1", jitter=lambda: 0.0, owners=[OWNER]
    )


@pytest.mark.parametrize(
    ("decision", "strikes", "chat_id", "kind", "told"),
    [
        (TopicGone(error="lost"), 0, -100, MessageKind.DIGEST, True),
        (Strike(until=NOON, error="no rights"), 0, -100, MessageKind.DIGEST, True),
        (Strike(until=NOON, error="no rights"), 1, -100, MessageKind.DIGEST, False),
        (Strike(until=NOON, error="no rights"), 0, 100, MessageKind.DIGEST, False),
        (Strike(until=NOON, error="no rights"), 0, -100, MessageKind.NOTICE, False),
        (Dropped(error="empty"), 0, -100, MessageKind.DIGEST, False),
    ],
)
def test_the_first_refusal_of_a_group_is_told_and_nothing_else(
    decision: Decision, strikes: int, chat_id: int, kind: MessageKind, told: bool
) -> None:
    message = an_outbox_message(a_message(chat_id=chat_id, kind=kind))
    notices = refused_notices(
        message, decision, standing=ChatStanding(strikes=strikes), title="<Readers>", owners=[7, 8],
        say=speaker("en"), now=NOON,
    )  # fmt: skip
    assert [notice.chat.chat_id for notice in notices] == ([7, 8] if told else [])
    assert all("&lt;Readers&gt;" in notice.content.html for notice in notices)


async def test_the_owner_is_told_once_that_a_topic_is_lost_and_nothing_goes_to_general(
    store: Store, clock: FakeClock
) -> None:
    await store.chats.save(a_chat(-100, thread_id=5, title="Readers"))
    lost = Refused(reason=Refusal.TOPIC_NOT_FOUND, detail="Bad Request: message thread not found")
    sender = ScriptedSender(lost)
    await store.outbox.enqueue([a_message(number, chat_id=-100, thread_id=5) for number in range(2)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, dead=2, sent=1)
    assert [message.message.chat.chat_id for message in sender.sent] == [-100, OWNER]
    assert "Readers" in sender.texts[0]


async def test_the_owner_is_told_once_of_a_right_that_is_missing(store: Store, clock: FakeClock) -> None:
    await store.chats.save(a_chat(-100))
    refused = Refused(reason=Refusal.NO_RIGHTS, detail="not enough rights to send text messages to the chat")
    await store.outbox.enqueue([a_message(1, chat_id=-100)], now=NOON)
    sender = ScriptedSender(lambda message: refused)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, pending=1, sent=1)
        sender.answers.append(refused)
        clock.advance(timedelta(hours=25).total_seconds())
        await settled_in_time(store, clock, step=5, pending=1, sent=1)
    assert [message.message.chat.chat_id for message in sender.delivered] == [OWNER]


async def test_an_incident_is_told_once_a_day(store: Store, clock: FakeClock) -> None:
    gone = Refused(reason=Refusal.BLOCKED, detail="Forbidden: bot was blocked by the user")
    for chat_id in range(100, 130):
        await store.chats.save(a_chat(chat_id))
    await store.outbox.enqueue([a_message(1, chat_id=chat_id) for chat_id in range(100, 130)], now=NOON)
    sender = ScriptedSender(*[gone] * 30)
    async with running(a_deliverer(store, sender, clock)):
        while sender.answers:  # within the minutes of an incident, however slow the machine
            await pass_time(clock, 0.5)
        await settled_in_time(store, clock, step=30, dead=4, sent=27)
    notices = [text for text in sender.texts if "many chats no longer exist" in text]
    assert len(notices) == 1
    assert (await stats(store))["dead"] == 4


async def test_the_owner_is_told_once_a_day_of_messages_that_telegram_takes_in_no_form(
    store: Store, clock: FakeClock
) -> None:
    strange = Refused(reason=Refusal.UNKNOWN, detail="Bad Request: STRANGE")
    for chat_id in (100, 200):
        await store.chats.save(a_chat(chat_id, title="Readers"))
    digests = [a_digest(a_chat(chat_id), a_message(1, chat_id=chat_id), stories=["a"]) for chat_id in (100, 200)]
    await store.digests.commit(digests, now=NOON)
    sender = ScriptedSender(*[strange] * 4)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, dead=2, sent=1)
    assert [message.message.chat.chat_id for message in sender.delivered] == [OWNER]
    assert "Readers" in sender.texts[0]
    assert await store.digests.already_sent(a_chat(100).key, ["a"]) == {}
