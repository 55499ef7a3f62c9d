"""Alerts at work: found once for each article, told once, in order with digests, filters and restarts."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest

from bot.digest.alerting import AlertComposer
from bot.models.chats import Chat, ChatKey, DigestFormat, DigestMode, OtherLanguages, Schedule
from bot.models.messages import MessageKind
from bot.models.quiet import QuietHours
from tests.digest.newsroom import Newsroom, html

OFF = Schedule(mode=DigestMode.OFF)


def alerting(room: Newsroom) -> AlertComposer:
    return AlertComposer(
        store=room.store,
        summaries=room.summaries,
        thumbnails=room.thumbnails,
        clock=room.clock,
        digest_format=DigestFormat.CLASSIC,
        bot_username="tidings_bot",
    )


async def waits(room: Newsroom, *words: str, chat_id: int = 100, **changes: Any) -> Chat:
    """A chat without subscriptions that has these alerts; articles until now were looked through."""
    chat = await room.joins(("Nothing",), chat_id=chat_id, pictures=False, schedule=OFF, next_digest_at=None, **changes)
    await room.store.chats.unsubscribe_all(chat.key)
    for entry in words:
        assert await room.store.alerts.add(chat.key, entry, now=room.clock.now())
    await alerting(room).step()
    return chat


async def told(room: Newsroom) -> list[str]:
    """What the alerts tell now."""
    await alerting(room).step()
    return [html(message) for message in await room.queued()]


async def test_a_message_of_an_alert_is_no_digest_and_survives_a_restart(room: Newsroom) -> None:
    chat = await waits(room, "quake")
    article_id = await room.arrives("Quake in the west")
    assert await alerting(room).watch.step() == 1  # the bot stops here
    assert await alerting(room).step() == 1
    (message,) = await room.queued()
    assert (message.kind, message.heeds_quiet, message.silent) == (MessageKind.ALERT, True, False)
    assert message.priority < 100
    assert message.dedupe_key == f"alert:100:0:alert-{article_id}::0"
    now = await room.now(chat)
    assert (now.last_digest_at, now.cursor, now.alerts_told) == (None, chat.cursor, 1)
    assert await told(room) == []


async def test_where_nothing_is_due_nothing_is_loaded_to_draw(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(AlertComposer, "_new_drawings", lambda _: pytest.fail("drawn"))
    assert await told(room) == []


async def test_what_is_old_or_was_there_before_the_alert_is_not_told(room: Newsroom) -> None:
    await room.arrives("Quake of yesterday")
    await waits(room, "quake")
    await room.arrives("Quake of long ago", recent=False)
    assert await told(room) == []


async def test_an_article_waits_for_its_page_but_not_for_ever(room: Newsroom) -> None:
    await waits(room, "quake")
    await room.arrives("News", wants_page=True, text="Teaser.")
    await room.arrives("Quake in the west")
    assert await told(room) == []
    room.clock.advance(minutes=3)
    assert len(await told(room)) == 1


async def test_one_message_tells_what_several_alerts_and_sources_found(room: Newsroom) -> None:
    await waits(room, "quake", "west")
    await room.arrives("Quake in the west", story="quake", source="Alpha")
    await room.arrives("West: a quake", story="quake", source="Beta")
    (message,) = await told(room)
    assert "🔔 Alert: quake, west" in message
    assert "Alpha" in message
    assert "Beta" in message


async def test_a_told_story_comes_again_only_with_a_development(room: Newsroom) -> None:
    await waits(room, "quake")
    await room.arrives("Quake in the west", story="quake")
    assert len(await told(room)) == 1
    await room.arrives("Quake in the west, again", story="quake")
    assert await told(room) == []


async def test_a_muted_story_is_not_told(room: Newsroom) -> None:
    chat = await waits(room, "quake")
    first = await room.arrives("Shaking ground", story="quake")
    await room.store.digests.mute(chat.key, first, now=room.clock.now())
    await room.arrives("Quake in the west", story="quake")
    assert await told(room) == []


async def test_languages_that_are_left_out_stay_out_unless_the_alert_names_one(room: Newsroom) -> None:
    left_out = {"reads": ("en",), "other_languages": OtherLanguages.LEFT_OUT}
    await waits(room, "beben", chat_id=100, **left_out)
    await waits(room, "beben lang:de", chat_id=200, **left_out)
    await room.arrives("Beben im Westen", language="de")
    await alerting(room).step()
    assert [message.chat.chat_id for message in await room.queued()] == [200]


async def test_a_digest_that_was_composed_before_an_alert_is_composed_anew(room: Newsroom) -> None:
    chat = await waits(room, "quake")
    await room.store.chats.subscribe(chat.key, ("World",))
    await room.arrives("Quake in the west")
    await room.arrives("Rice is cheap")
    shared = await room.composer._new_shared(instant=False)
    digests = await room.composer._make([await room.composer._alone(chat)], shared, scheduled=False)
    assert len(await told(room)) == 1
    assert await room.store.digests.commit(digests, now=room.clock.now()) == 0
    await room.composer.compose_now(await room.now(chat))
    (message, *_) = await room.queued()
    assert "Rice is cheap" in html(message)
    assert "Quake" not in html(message)


async def test_an_alert_that_was_composed_before_a_digest_told_the_story_is_dropped(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    chat = await waits(room, "quake")
    await room.store.chats.subscribe(chat.key, ("World",))
    await room.arrives("Quake in the west")
    alerts, commit = alerting(room), room.store.alert_news.commit
    await alerts.watch.step()

    async def late(*args: Any, **kwargs: Any) -> int:
        monkeypatch.undo()
        await room.composer.compose_now(await room.now(chat))
        return await commit(*args, **kwargs)

    monkeypatch.setattr(room.store.alert_news, "commit", late)
    assert await alerts.compose_due() == 0
    assert next(message.kind for message in await room.queued()) is MessageKind.DIGEST
    assert await told(room) == []


async def test_after_quiet_hours_a_due_digest_comes_first_and_the_rest_without_a_sound(room: Newsroom) -> None:
    chat = await waits(room, "quake")
    await room.store.chats.subscribe(chat.key, ("World",))
    end = room.clock.now() + timedelta(hours=1)
    quiet = QuietHours(start=time(11), end=end.time())
    await room.store.chats.change(chat, quiet=quiet, next_digest_at=end, schedule=Schedule(mode=DigestMode.HOURLY))
    await room.arrives("Quake at home")
    await room.arrives("Quake abroad", ("Sport",))
    assert await told(room) == []
    room.clock.advance(hours=1)
    assert await told(room) == []  # the digest is due
    assert await room.composer.compose_due() > 0
    assert "Quake at home" in html((await room.queued())[0])
    room.clock.advance(seconds=5)
    await alerting(room).step()
    (message,) = await room.queued()
    assert "Quake abroad" in html(message)
    assert "Quake at home" not in html(message)
    assert message.silent


async def test_what_was_held_does_not_wait_for_a_digest_that_met_trouble(room: Newsroom) -> None:
    chat = await waits(room, "quake", quiet=QuietHours(start=time(11), end=time(13)))
    await room.arrives("Quake abroad", ("Sport",))
    assert await told(room) == []
    due_at = room.clock.now() + timedelta(hours=1)
    await room.store.chats.change(chat, next_digest_at=due_at, schedule=Schedule(mode=DigestMode.HOURLY))
    room.clock.advance(hours=1, minutes=4)
    assert await told(room) == []
    room.clock.advance(minutes=1)
    assert len(await told(room)) == 1


@pytest.mark.parametrize("again", [False, True])
async def test_an_alert_that_is_removed_takes_with_it_what_it_found(room: Newsroom, again: bool) -> None:
    chat = await waits(room, "quake", quiet=QuietHours(start=time(11), end=time(14)))
    await room.arrives("Quake in the west")
    assert await told(room) == []
    (alert,) = await room.store.alerts.of(chat.key)
    assert await room.store.alerts.end(chat.key, alert.id, now=room.clock.now())
    if again:
        assert await room.store.alerts.restore(chat.key, alert.id, now=room.clock.now())
    room.clock.advance(hours=3)
    assert await told(room) == []


async def test_several_alerts_that_were_held_come_under_their_headings(room: Newsroom) -> None:
    chat = await waits(room, "quake", "rice", quiet=QuietHours(start=time(11), end=time(14)))
    await room.arrives("Quake in the west")
    await room.arrives("Rice is cheap")
    assert await told(room) == []
    await room.store.chats.change(chat, quiet=None)
    await room.store.outbox.end_rest(chat.key, now=room.clock.now())
    await alerting(room).step()
    messages = await room.queued()
    assert [message.silent for message in messages] == [False, True]  # one digest, classic
    shown = [word for message in messages for word in ("Alert: quake", "Alert: rice") if word in html(message)]
    assert sorted(shown) == ["Alert: quake", "Alert: rice"]


async def test_a_chat_whose_alert_cannot_be_composed_stops_no_other(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    await waits(room, "quake", chat_id=100)
    await waits(room, "quake", chat_id=200, zone="Mars/Base")
    await room.arrives("Quake in the west")
    drawn = AlertComposer._drawn

    def breaks(self: AlertComposer, message: Any, drawings: Any) -> Any:
        if message.plan.chat.zone == "Mars/Base":
            raise RuntimeError("no such place")
        return drawn(self, message, drawings)

    monkeypatch.setattr(AlertComposer, "_drawn", breaks)
    assert len(await told(room)) == 1
    assert "alerts failed chat=200" in caplog.text
    monkeypatch.undo()
    assert await told(room) == []
    room.clock.advance(minutes=5)
    assert len(await told(room)) == 1


async def test_what_is_given_up_is_told_by_the_digest(room: Newsroom) -> None:
    chat = await waits(room, "quake")
    await room.store.chats.subscribe(chat.key, ("World",))
    await room.arrives("Quake in the west")
    await alerting(room).step()
    room.clock.advance(hours=25)  # nobody takes it
    assert await room.store.outbox.claim(owner="test", now=room.clock.now(), limit=9) == []
    now = await room.now(chat)
    assert now.last_digest_at is None
    assert await room.store.digests.already_sent(chat.key, ["story-1"]) == {}


async def test_alerts_go_where_their_group_goes_and_with_their_chat(room: Newsroom) -> None:
    chat = await waits(room, "quake", chat_id=-1)
    await room.store.chats.migrate(-1, -1001)
    await room.arrives("Quake in the west")
    await alerting(room).step()
    assert [message.chat.chat_id for message in await room.queued()] == [-1001]
    await room.store.chats.forget(-1001)
    await room.arrives("Another quake")
    assert await told(room) == []
    assert await room.store.alerts.of(ChatKey(chat_id=-1001)) == []
    assert await room.store.alerts.of(chat.key) == []


async def test_a_story_is_followed_until_it_is_quiet_for_a_week(room: Newsroom) -> None:
    chat = await waits(room, "old")
    first = await room.arrives("Bridge opens", story="bridge")
    await told(room)
    now = room.clock.now()
    followed = await room.store.alerts.follow(chat.key, first, now=now)
    assert followed is not None
    assert await room.store.alerts.follow(chat.key, first, now=now) == followed
    assert await room.store.alerts.follow(chat.key, 99, now=now) is None
    await room.arrives("Bridge is crowded", story="bridge", source="Beta")
    assert len(await told(room)) == 1
    [old, _] = await room.store.alerts.of(chat.key)
    await room.store.alerts.end(chat.key, old.id, now=now)
    await room.store.alerts.end_stale(now=now + timedelta(days=6))
    assert await room.store.alerts.of(chat.key) == [followed]
    assert await room.store.alerts.restore(chat.key, old.id, now=now) is not None
    await room.store.alerts.end(chat.key, old.id, now=now)
    await room.store.alerts.end_stale(now=now + timedelta(days=8))
    assert await room.store.alerts.of(chat.key) == []
    assert await room.store.alerts.restore(chat.key, old.id, now=now) is None
