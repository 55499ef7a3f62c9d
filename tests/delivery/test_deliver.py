"""The deliverer over a real store: claimed before sent, sent at its pace, settled by the policy."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from bot.delivery.deliver import Deliverer
from bot.delivery.limiter import Limiter
from bot.errors import StoreError, TokenRefused
from bot.models.chats import ChatKey
from bot.models.decisions import Decision, Sent
from bot.models.digests import PictureRef, StoredPicture
from bot.models.messages import (
    AlbumContent,
    Delivered,
    MessageKind,
    OutboxMessage,
    PhotoContent,
    Refusal,
    Refused,
    RichContent,
    TextContent,
)
from bot.store import Store
from tests.fakes import NOON, FakeClock, ScriptedSender, a_chat, a_message

PICTURE = PictureRef(key="k1", width=4, height=3)
RICH = RichContent(html='<img src="tg://photo?id=k1"/><p>News</p>', pictures=(PICTURE,))


def a_deliverer(
    store: Store, sender: ScriptedSender, clock: FakeClock, *, boot_id: str = "boot 1", per_second: float = 25
) -> Deliverer:
    return Deliverer(
        store=store,
        sender=sender,
        clock=clock,
        limiter=Limiter(per_second=per_second),
        boot_id=boot_id,
        jitter=lambda: 0.0,
    )


async def until(condition: Callable[[], bool]) -> None:
    """Let the loop and the store's threads work until something is so."""
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - the store's threads tell no event
            await asyncio.sleep(0.001)


async def until_idle(clock: FakeClock, sleepers: int) -> None:
    """Until something new sleeps on the clock."""
    await until(lambda: clock.sleepers > sleepers)


@asynccontextmanager
async def running(deliverer: Deliverer) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(deliverer.run())
    try:
        yield task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def pass_time(clock: FakeClock, seconds: float, *, step: float = 0.5) -> None:
    """Move the clock on in steps, and let everything that became due happen."""
    passed = 0.0
    while passed < seconds:
        clock.advance(step)
        passed += step
        for _ in range(20):
            await asyncio.sleep(0.001)


async def stats(store: Store) -> dict[str, int]:
    found = await store.outbox.stats()
    counts = {name: getattr(found, name) for name in ("pending", "sending", "unknown", "sent", "dead")}
    return {name: count for name, count in counts.items() if count}


async def settled(store: Store, **expected: int) -> None:
    async with asyncio.timeout(10):
        while await stats(store) != expected:  # noqa: ASYNC110
            await asyncio.sleep(0.002)


async def settled_in_time(store: Store, clock: FakeClock, *, step: float = 0.5, **expected: int) -> None:
    """The same, while the time passes."""
    async with asyncio.timeout(20):
        while await stats(store) != expected:
            await pass_time(clock, step, step=step)


async def test_what_waits_is_delivered_once_each_part_in_its_order(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    await store.outbox.enqueue([a_message(number) for number in (1, 2, 3)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, sent=3)
    assert sender.texts == ["<b>Digest 1</b>", "<b>Digest 2</b>", "<b>Digest 3</b>"]


async def test_nothing_is_sent_that_is_not_claimed_on_disk(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    sender.gate.clear()
    await store.outbox.enqueue([a_message(1)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await until(lambda: len(sender.sent) == 1)
        assert await stats(store) == {"sending": 1}
        sender.gate.set()
        await settled(store, sent=1)


async def test_what_comes_later_is_delivered_when_woken(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    deliverer = a_deliverer(store, sender, clock)
    async with running(deliverer):
        await until_idle(clock, 0)
        await store.outbox.enqueue([a_message(1)], now=NOON)
        deliverer.wake()
        await settled(store, sent=1)


async def test_what_has_a_time_waits_for_it(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    await store.outbox.enqueue([a_message(1, not_before=NOON + timedelta(seconds=20))], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await until_idle(clock, 0)
        await pass_time(clock, 19)
        assert sender.sent == []
        await settled_in_time(store, clock, sent=1)


async def test_no_more_are_in_flight_than_may_come_twice(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    sender.gate.clear()
    await store.outbox.enqueue([a_message(1, chat_id=chat_id) for chat_id in range(1, 30)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await until(lambda: len(sender.sent) >= 5)
        await pass_time(clock, 5)
        assert len(sender.sent) == 8
        sender.gate.set()
        await settled_in_time(store, clock, sent=29)


async def test_one_flooded_chat_waits_and_the_others_do_not(store: Store, clock: FakeClock) -> None:
    flood = Refused(reason=Refusal.FLOOD, retry_after=timedelta(seconds=3))
    sender = ScriptedSender(flood)
    await store.outbox.enqueue([a_message(1, chat_id=1), a_message(2, chat_id=1), a_message(3, chat_id=2)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, sent=1, pending=2)
        assert [message.message.chat.chat_id for message in sender.delivered] == [2]
        await pass_time(clock, 2.5)
        assert await stats(store) == {"sent": 1, "pending": 2}
        await settled_in_time(store, clock, sent=3)
    assert [message.attempts for message in sender.delivered] == [0, 0, 0]


async def test_a_chat_that_blocked_us_gets_nothing_more(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.BLOCKED, detail="bot was blocked by the user"))
    await store.chats.save(a_chat())
    await store.outbox.enqueue([a_message(1), a_message(2)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, dead=2)
    assert len(sender.sent) == 1
    chat = await store.chats.get(ChatKey(chat_id=100))
    assert chat is not None
    assert not chat.active


@pytest.mark.parametrize("reason", [Refusal.CHAT_NOT_FOUND, Refusal.NO_RIGHTS])
async def test_when_many_chats_shut_us_out_at_once_none_is_deactivated_or_paused(
    store: Store, clock: FakeClock, caplog: pytest.LogCaptureFixture, reason: Refusal
) -> None:
    sender = ScriptedSender(lambda message: Refused(reason=reason))
    sender.answers *= 30
    for chat_id in range(1, 21):
        await store.chats.save(a_chat(chat_id))
    await store.outbox.enqueue([a_message(1, chat_id=chat_id) for chat_id in range(1, 21)], now=NOON)
    async with running(a_deliverer(store, sender, clock, per_second=1000)):
        await until(lambda: len(sender.sent) >= 20)
        await settled(store, pending=20)
        assert "seem gone at once" in caplog.text
        sender.answers.clear()
        await settled_in_time(store, clock, step=30, sent=20)
    assert await store.chats.count() == 20
    paused = [chat_id for chat_id in range(1, 21) if (await store.chats.standing(ChatKey(chat_id=chat_id))).strikes]
    assert paused == []


NO_RIGHTS = Refused(reason=Refusal.NO_RIGHTS, detail="CHAT_WRITE_FORBIDDEN")


async def test_digests_go_on_at_once_when_a_chat_gives_rights_back(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(NO_RIGHTS)
    await store.chats.save(a_chat(-100))
    await store.outbox.enqueue([a_message(1, chat_id=-100)], now=NOON)
    deliverer = a_deliverer(store, sender, clock)
    async with running(deliverer):
        await until(lambda: len(sender.sent) == 1)
        await settled(store, pending=1)
        await store.outbox.end_pause(ChatKey(chat_id=-100))
        deliverer.wake()
        await settled_in_time(store, clock, step=1, sent=1)
    assert (await store.chats.standing(ChatKey(chat_id=-100))).strikes == 0


async def test_an_answer_that_goes_through_ends_the_pause_of_its_chat(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(NO_RIGHTS, Refused(reason=Refusal.TOPIC_CLOSED))
    for thread_id in (0, 5):
        await store.chats.save(a_chat(-100, thread_id=thread_id))
        await store.outbox.enqueue([a_message(1, chat_id=-100, thread_id=thread_id)], now=NOON)
    deliverer = a_deliverer(store, sender, clock)
    async with running(deliverer):
        while len(sender.sent) < 2:
            await pass_time(clock, 1)
        await settled(store, pending=2)
        await deliverer.send_now(a_reply(9, chat_id=-100, thread_id=7))
        await settled_in_time(store, clock, step=1, sent=2, pending=1)  # the topic is closed as before
        await deliverer.send_now(a_reply(10, chat_id=-100, thread_id=5))
        await settled_in_time(store, clock, step=1, sent=4)


async def test_a_refused_token_ends_the_run_and_blames_no_message(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.UNAUTHORIZED, detail="Unauthorized"))
    await store.chats.save(a_chat())
    await store.outbox.enqueue([a_message(1)], now=NOON)
    with pytest.raises(TokenRefused, match="Unauthorized"):
        await a_deliverer(store, sender, clock).run()
    assert await stats(store) == {"pending": 1}
    assert await store.chats.count() == 1


async def test_trouble_on_the_way_pauses_all_and_costs_no_attempt(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(*[Refused(reason=Refusal.NOT_SENT, detail="refused")] * 12)
    await store.outbox.enqueue([a_message(1, chat_id=chat_id) for chat_id in range(1, 11)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await until(lambda: len(sender.sent) >= 5)
        await pass_time(clock, 4)
        assert len(sender.sent) < 10
        await settled_in_time(store, clock, step=5, sent=10)
    assert {message.attempts for message in sender.delivered} == {0}


async def test_in_doubt_a_digest_comes_once_more_and_then_no_more(store: Store, clock: FakeClock) -> None:
    doubt = Refused(reason=Refusal.AMBIGUOUS, detail="read timeout")
    sender = ScriptedSender(doubt, doubt)
    await store.outbox.enqueue([a_message(1), a_message(2)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, unknown=1, pending=1)
        await pass_time(clock, 59, step=1)
        assert len(sender.sent) == 1
        await settled_in_time(store, clock, dead=1, sent=1)
    assert len(sender.sent) == 3


async def test_a_bug_in_the_sender_is_in_doubt_and_stops_nothing(
    store: Store, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    sender = ScriptedSender(KeyError("oops"))
    await store.outbox.enqueue([a_message(1, chat_id=1), a_message(2, chat_id=2)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, unknown=1, sent=1)
    assert "sender failed" in caplog.text


async def test_a_bug_after_the_send_is_in_doubt_too_and_holds_up_no_chat(
    store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bugs = [KeyError("oops")]

    async def decide(*arguments: Any) -> Decision:
        if bugs:
            raise bugs.pop()
        return Sent()

    monkeypatch.setattr("bot.delivery.decider.Decider.decide", decide)
    await store.outbox.enqueue([a_message(1), a_message(2)], now=NOON)
    async with running(a_deliverer(store, ScriptedSender(), clock)):
        await settled(store, unknown=1, pending=1)
        await settled_in_time(store, clock, step=10, sent=2)
    assert "delivery failed" in caplog.text


async def test_a_moved_group_gets_its_message_at_the_new_id(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.MIGRATED, migrate_to=-1005))
    await store.chats.save(a_chat(-5))
    await store.outbox.enqueue([a_message(1, chat_id=-5)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, sent=1)
    assert [message.message.chat.chat_id for message in sender.sent] == [-5, -1005]


async def test_an_album_spends_one_message_a_picture(store: Store, clock: FakeClock) -> None:
    pictures = tuple(PictureRef(key=f"k{number}", width=4, height=3) for number in range(10))
    album = a_message(1, chat_id=-5, content=AlbumContent(pictures=pictures, html="a"))
    sender = ScriptedSender()
    await store.outbox.enqueue(
        [album, a_message(2, chat_id=-5), a_message(3, chat_id=-5, content=album.content)], now=NOON
    )
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, sent=1, pending=2)
        await settled_in_time(store, clock, sent=2, pending=1)
        await settled_in_time(store, clock, step=1, sent=3)


# --- forms and pictures -------------------------------------------------------------------------


async def with_picture(store: Store) -> None:
    await store.pictures.put(StoredPicture(ref=PICTURE, path="k1.jpg"), source_url="https://example.org/1")


async def test_an_old_server_gets_the_fallback_and_is_asked_only_once(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.NO_RICH_METHOD))
    fallback = (TextContent(html="one"), TextContent(html="two"))
    rich = [a_message(n, chat_id=n, content=RichContent(html="<p>x</p>"), fallback=fallback) for n in (1, 2)]
    await store.outbox.enqueue(rich[:1], now=NOON)
    deliverer = a_deliverer(store, sender, clock)
    async with running(deliverer):
        await settled(store, sent=2)
        await store.outbox.enqueue(rich[1:], now=NOON)
        deliverer.wake()
        await settled(store, sent=4)
    assert sender.texts == ["one", "two", "one", "two"]
    assert len(sender.sent) == 5


ROW = '<tg-button-row><tg-button type="callback_data" data="mu:1">Less</tg-button></tg-button-row>'
WITH_BUTTONS = RichContent(html=f"<p>News</p>{ROW}")


@pytest.mark.parametrize("detail", ['Unsupported start tag "tg-button-row"', "something else"])
async def test_an_old_server_gets_no_buttons_inside_and_is_asked_only_once(
    store: Store, clock: FakeClock, caplog: pytest.LogCaptureFixture, detail: str
) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.RICH_REFUSED, detail=detail))
    deliverer = a_deliverer(store, sender, clock)
    async with running(deliverer):
        for number in (1, 2):
            await store.outbox.enqueue([a_message(number, chat_id=number, content=WITH_BUTTONS)], now=NOON)
            deliverer.wake()
            await settled(store, sent=number)
    assert [attempt.message.content.html for attempt in sender.sent] == [
        WITH_BUTTONS.html,
        "<p>News</p>",
        "<p>News</p>",
    ]
    assert caplog.text.count("knows no buttons inside rich messages") == 1


async def test_a_rich_message_refused_for_something_else_costs_later_ones_no_buttons(
    store: Store, clock: FakeClock
) -> None:
    refused = Refused(reason=Refusal.RICH_REFUSED, detail="no")
    sender = ScriptedSender(refused, refused)
    deliverer, fallback = a_deliverer(store, sender, clock), (TextContent(html="plain"),)
    async with running(deliverer):
        for number in (1, 2):
            message = a_message(number, chat_id=number, content=WITH_BUTTONS, fallback=fallback)
            await store.outbox.enqueue([message], now=NOON)
            deliverer.wake()
            await settled(store, sent=number)
    html = WITH_BUTTONS.html
    assert [attempt.message.content.html for attempt in sender.sent] == [html, "<p>News</p>", "plain", html]


async def test_a_bad_picture_costs_no_text(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.BAD_MEDIA))
    await with_picture(store)
    await store.outbox.enqueue([a_message(1, content=RICH)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, sent=1)
    assert sender.texts == ["<p>News</p>"]
    assert sender.delivered[0].attempts == 1


async def test_a_flood_inside_an_album_is_waited_for_before_the_text_follows(store: Store, clock: FakeClock) -> None:
    refused = Refused(reason=Refusal.BAD_MEDIA, detail="failed to send message #2", retry_after=timedelta(seconds=8))
    sender = ScriptedSender(refused)
    await with_picture(store)
    await store.outbox.enqueue(
        [a_message(1, content=AlbumContent(pictures=(PICTURE, PICTURE), html="caption"))], now=NOON
    )
    async with running(a_deliverer(store, sender, clock)):
        await until(lambda: len(sender.sent) == 1)
        await pass_time(clock, 7.5)
        assert sender.delivered == []
        await settled_in_time(store, clock, sent=1)
    assert sender.texts == ["caption"]


async def test_a_picture_whose_id_is_no_longer_known_is_uploaded_again(store: Store, clock: FakeClock) -> None:
    # As after a change of the token: an id is good for one bot.
    bad = Refused(reason=Refusal.BAD_MEDIA, detail="wrong file identifier/HTTP URL specified")
    sender = ScriptedSender(bad)
    await with_picture(store)
    await store.pictures.remember({"k1": "file-of-another-bot"})
    fallback = (TextContent(html="plain"),)
    await store.outbox.enqueue([a_message(1, content=RICH, fallback=fallback), a_message(2, content=RICH)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, sent=2)
    assert sender.texts == [RICH.html, RICH.html]
    assert sender.uploads == ["k1"]
    assert sender.delivered[0].message.fallback == fallback
    assert (await store.pictures.get(["k1"]))["k1"].file_id == "file-of-k1"


async def test_a_picture_that_telegram_takes_neither_way_is_left_out(store: Store, clock: FakeClock) -> None:
    bad = Refused(reason=Refusal.BAD_MEDIA)
    sender = ScriptedSender(bad, bad)
    await with_picture(store)
    await store.pictures.remember({"k1": "stale"})
    await store.outbox.enqueue([a_message(1, content=RICH)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, sent=1)
    assert sender.texts == ["<p>News</p>"]


async def test_a_picture_is_uploaded_once_and_the_others_wait_for_its_id(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    sender.gate.clear()
    await with_picture(store)
    photo = PhotoContent(picture=PICTURE, html="p")
    await store.outbox.enqueue([a_message(1, chat_id=chat_id, content=photo) for chat_id in range(1, 6)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await until(lambda: len(sender.sent) == 1)
        await pass_time(clock, 1)
        assert len(sender.sent) == 1
        sender.gate.set()
        await settled_in_time(store, clock, sent=5)
    assert sender.uploads == ["k1"]
    assert (await store.pictures.get(["k1"]))["k1"].file_id == "file-of-k1"


async def test_when_an_upload_fails_the_next_message_tries_it(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.AMBIGUOUS))
    await with_picture(store)
    photo = PhotoContent(picture=PICTURE, html="p")
    await store.outbox.enqueue([a_message(1, chat_id=chat_id, content=photo) for chat_id in (1, 2)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, sent=1, unknown=1)
    assert sender.uploads == ["k1"]


# --- replies ------------------------------------------------------------------------------------


def a_reply(number: int = 1, **changes: Any) -> Any:
    return a_message(number, kind=MessageKind.REPLY, priority=0, **changes)


async def test_a_reply_goes_at_once_recorded_before_and_without_the_loop(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    deliverer = a_deliverer(store, sender, clock)
    assert await deliverer.send_now(a_reply()) == Delivered(message_ids=(1001,))
    assert await stats(store) == {"sent": 1}
    again = await deliverer.send_now(a_reply())
    assert again == Refused(reason=Refusal.HARMLESS, detail="sent before")
    assert len(sender.sent) == 1


async def test_a_reply_overtakes_digests_that_wait_for_their_pace(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    await store.outbox.enqueue([a_message(1, chat_id=chat_id) for chat_id in range(1, 100)], now=NOON)
    deliverer = a_deliverer(store, sender, clock)
    async with running(deliverer):
        await until(lambda: len(sender.delivered) == 5)
        await deliverer.send_now(a_reply(chat_id=500))
        assert len(sender.delivered) == 6


async def test_a_reply_that_must_wait_long_stays_in_the_outbox_and_follows(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.FLOOD, retry_after=timedelta(seconds=25)))
    deliverer = a_deliverer(store, sender, clock)
    first = await deliverer.send_now(a_reply(1))
    second = await deliverer.send_now(a_reply(2))
    assert isinstance(first, Refused)
    assert isinstance(second, Refused)
    assert len(sender.sent) == 1
    assert await stats(store) == {"pending": 2}
    async with running(deliverer):
        await settled_in_time(store, clock, step=1, sent=2)


@pytest.mark.parametrize("wait", [timedelta(seconds=45), timedelta(hours=3)])
async def test_one_chats_flood_of_hours_holds_up_nobody_else(store: Store, clock: FakeClock, wait: timedelta) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.FLOOD, retry_after=wait))
    deliverer = a_deliverer(store, sender, clock)
    await store.outbox.enqueue([a_message(1, chat_id=1)], now=NOON)
    async with running(deliverer):
        await until(lambda: len(sender.sent) == 1)
        await store.outbox.enqueue([a_message(2, chat_id=2)], now=NOON)
        assert isinstance(await deliverer.send_now(a_reply(chat_id=2)), Delivered)
        await settled_in_time(store, clock, sent=2, pending=1)
        assert await store.outbox.is_waiting(ChatKey(chat_id=1))
    assert {message.message.chat.chat_id for message in sender.delivered} == {2}


async def test_a_reply_that_nobody_waits_for_any_more_is_not_sent(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.FLOOD, retry_after=timedelta(seconds=20)))
    deliverer = a_deliverer(store, sender, clock)
    await deliverer.send_now(a_reply(1))
    clock.advance(minutes=16)
    async with running(deliverer):
        await settled(store, dead=1)
    assert len(sender.sent) == 1


async def test_a_reply_waits_a_moment_for_its_pace(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    deliverer = a_deliverer(store, sender, clock)
    replies = [asyncio.create_task(deliverer.send_now(a_reply(number))) for number in range(1, 8)]
    await until(lambda: len(sender.delivered) == 3)
    waiting = asyncio.gather(*replies)
    while not waiting.done():
        await pass_time(clock, 1)
    assert all(isinstance(result, Delivered) for result in await waiting)


async def test_a_reply_refused_in_one_form_is_sent_in_the_next(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender(Refused(reason=Refusal.RICH_REFUSED), Refused(reason=Refusal.BAD_MARKUP))
    deliverer = a_deliverer(store, sender, clock)
    reply = a_reply(content=RICH, fallback=(TextContent(html="<b>plain</b>"),))
    assert isinstance(await deliverer.send_now(reply), Delivered)
    assert sender.texts == ["plain"]


async def test_a_reply_goes_on_when_who_asked_gives_up(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    sender.gate.clear()
    asking = asyncio.create_task(a_deliverer(store, sender, clock).send_now(a_reply()))
    await until(lambda: len(sender.sent) == 1)
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    sender.gate.set()
    await settled(store, sent=1)


# --- stops and crashes --------------------------------------------------------------------------


async def test_draining_lets_what_is_in_flight_end_and_claims_nothing_more(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    sender.gate.clear()
    await store.outbox.enqueue([a_message(1), a_message(2)], now=NOON)
    deliverer = a_deliverer(store, sender, clock)
    async with running(deliverer) as task:
        await until(lambda: len(sender.sent) == 1)
        draining = asyncio.create_task(deliverer.drain())
        await asyncio.sleep(0)
        sender.gate.set()
        await draining
        await task
    assert await stats(store) == {"sent": 1, "pending": 1}


async def test_draining_waits_for_a_claim_that_is_under_way(
    store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Claimed and never begun, a digest would come a minute after the next start, a reply never.
    real, claimed = store.outbox.claim, asyncio.Event()

    async def slow(**options: Any) -> list[OutboxMessage]:
        found = await real(**options)
        claimed.set()
        for _ in range(20):
            await asyncio.sleep(0)
        return found

    monkeypatch.setattr(store.outbox, "claim", slow)
    await store.outbox.enqueue([a_message(1)], now=NOON)
    deliverer = a_deliverer(store, ScriptedSender(), clock)
    async with running(deliverer):
        await claimed.wait()
        await deliverer.drain()
        assert await stats(store) == {"sent": 1}


async def test_draining_gives_back_what_still_waits_for_its_pace(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    deliverer = a_deliverer(store, sender, clock)
    replies = [asyncio.create_task(deliverer.send_now(a_reply(number))) for number in range(1, 8)]
    await until(lambda: len(sender.delivered) == 3)
    await until_idle(clock, 0)
    await deliverer.drain()
    await asyncio.gather(*replies)
    assert await stats(store) == {"sent": 3, "pending": 4}


async def test_a_cancelled_run_ends_its_sends_and_the_next_boot_knows_them(store: Store, clock: FakeClock) -> None:
    sender = ScriptedSender()
    sender.gate.clear()
    await store.outbox.enqueue([a_message(1)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await until(lambda: len(sender.sent) == 1)
    assert await stats(store) == {"sending": 1}
    assert await store.outbox.recover(owner="boot 2", now=clock.now()) == 1


async def test_after_a_kill_the_digest_comes_once_more_and_the_reply_never(
    store: Store, clock: FakeClock, caplog: pytest.LogCaptureFixture
) -> None:
    killed = ScriptedSender()
    killed.gate.clear()
    first = a_deliverer(store, killed, clock, boot_id="boot 1")
    await store.outbox.enqueue([a_message(1), a_message(2)], now=NOON)
    async with running(first):
        reply = asyncio.create_task(first.send_now(a_reply(9, chat_id=300)))
        await until(lambda: len(killed.sent) == 2)
    await asyncio.gather(reply, return_exceptions=True)

    sender = ScriptedSender()
    async with running(a_deliverer(store, sender, clock, boot_id="boot 2")):
        await settled(store, unknown=1, pending=1, dead=1)
        assert sender.sent == []
        await settled_in_time(store, clock, step=1, sent=2, dead=1)
    assert sender.texts == ["<b>Digest 1</b>", "<b>Digest 2</b>"]
    assert [message.ambiguous for message in sender.sent] == [True, False]
    assert "in flight at the last stop messages=2" in caplog.text


class FailingOutbox:
    """The real outbox, but some calls meet a full disk."""

    def __init__(self, store: Store, **failures: int) -> None:
        self._outbox = store.outbox
        self.failures = failures

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._outbox, name)

        async def call(*args: Any, **options: Any) -> Any:
            if self.failures.get(name, 0) > 0:
                self.failures[name] -= 1
                raise StoreError("database or disk is full")
            return await method(*args, **options)

        return call


async def test_what_cannot_be_recorded_is_not_sent_and_follows_when_there_is_room(
    store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.outbox.enqueue([a_message(1)], now=NOON)
    monkeypatch.setattr(store, "outbox", FailingOutbox(store, claim=3))
    sender = ScriptedSender()
    async with running(a_deliverer(store, sender, clock)):
        await pass_time(clock, 8, step=1)
        assert sender.sent == []
        await settled_in_time(store, clock, step=1, sent=1)


async def test_an_outcome_that_cannot_be_recorded_is_recorded_later_without_sending_again(
    store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.outbox.enqueue([a_message(1)], now=NOON)
    monkeypatch.setattr(store, "outbox", FailingOutbox(store, settle=2))
    sender = ScriptedSender()
    async with running(a_deliverer(store, sender, clock)):
        await settled_in_time(store, clock, step=1, sent=1)
    assert len(sender.sent) == 1


async def test_draining_does_not_wait_for_a_full_disk(
    store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "outbox", FailingOutbox(store, settle=99))
    deliverer = a_deliverer(store, ScriptedSender(), clock)
    reply = asyncio.create_task(deliverer.send_now(a_reply()))
    await until_idle(clock, 0)
    await deliverer.drain()
    assert isinstance(await reply, Delivered)
    assert await stats(store) == {"sending": 1}


async def test_a_lost_standing_stops_no_delivery(
    store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*args: Any, **options: Any) -> Any:
        raise StoreError("database or disk is full")

    monkeypatch.setattr(store.chats, "standing", full)
    sender = ScriptedSender(Refused(reason=Refusal.CHAT_NOT_FOUND))
    await store.outbox.enqueue([a_message(1, chat_id=1), a_message(2, chat_id=2)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled(store, pending=1, sent=1)


async def test_pictures_that_cannot_be_looked_up_make_their_message_wait(
    store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Such a message once stayed under its lease, and what came after it for its chat waited for the next start.
    real, answers = store.pictures.get, [StoreError("disk I/O error")]

    async def failing(keys: Sequence[str]) -> dict[str, StoredPicture]:
        if answers:
            raise answers.pop()
        return await real(keys)

    monkeypatch.setattr(store.pictures, "get", failing)
    sender = ScriptedSender()
    await with_picture(store)
    await store.outbox.enqueue([a_message(1, content=RICH), a_message(2)], now=NOON)
    async with running(a_deliverer(store, sender, clock)):
        await settled_in_time(store, clock, sent=2)
    assert sender.texts == [RICH.html, "<b>Digest 2</b>"]
    assert [message.attempts for message in sender.sent] == [0, 0]


@pytest.mark.parametrize(("bugs", "left"), [(1, "unknown"), (2, "sending")])
async def test_a_bug_in_the_store_is_logged_and_the_run_goes_on(
    store: Store,
    clock: FakeClock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    bugs: int,
    left: str,
) -> None:
    real = store.outbox.settle
    calls: list[int] = []

    async def settle(message_id: int, *, owner: str, decision: Decision, now: Any) -> OutboxMessage | None:
        calls.append(message_id)
        if message_id == 1 and calls.count(1) <= bugs:
            raise AssertionError("a bug")
        return await real(message_id, owner=owner, decision=decision, now=now)

    monkeypatch.setattr(store.outbox, "settle", settle)
    await store.outbox.enqueue([a_message(1, chat_id=1), a_message(2, chat_id=2)], now=NOON)
    with caplog.at_level(logging.ERROR):
        async with running(a_deliverer(store, ScriptedSender(), clock)):
            await settled(store, **{left: 1}, sent=1)
    assert "delivery failed" in caplog.text
