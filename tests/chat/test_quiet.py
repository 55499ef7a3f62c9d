"""Quiet hours from the chat's side: set, shown, and what they hold."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.models.chats import Chat
from tests.chat.rig import Rig, labels, text
from tests.chat.test_alerts import comes, saves, told

TAIPEI = ZoneInfo("Asia/Taipei")


async def at(rig: Rig, hour: int, minute: int = 0) -> None:
    """The clocks of Taipei show this time next."""
    now = rig.clock.now().astimezone(TAIPEI)
    wanted = datetime(now.year, now.month, now.day, hour, minute, tzinfo=TAIPEI)
    rig.clock.advance(((wanted - now) % timedelta(days=1)).total_seconds())


async def composed(rig: Rig) -> int:
    """What is due is composed; how many messages came of it."""
    before = len(rig.messages())
    expected = before + await rig.services.composer.compose_due()
    rig.services.deliverer.wake()
    await rig.api.wait_for(lambda: len(rig.messages()) >= expected)
    await rig.quiet()
    return len(rig.messages()) - before


async def a_reader(rig: Rig, schedule: str) -> Chat:
    await rig.publish("Old news")
    await rig.says("/timezone Taipei")
    await rig.says("/subscribe World")
    await rig.says(f"/schedule {schedule}")
    await rig.publish("Earlier news")
    await composed(rig)
    return await rig.chat()


async def test_quiet_hours_are_set_shown_with_their_zone_and_switched_off(rig: Rig) -> None:
    await rig.says("/timezone Taipei")
    shown = await rig.says("/quiet")
    assert text(shown).startswith("No quiet hours")
    assert labels(shown)[1] == "22:00 – 07:00"
    shown = await rig.presses("22:00 – 07:00")
    assert text(shown).startswith("Quiet from 22:00 to 07:00 (Taipei): news waits and comes as one digest after.\n")
    assert "✅ 22:00 – 07:00" in labels(shown)
    shown = await rig.presses("🔔 Alerts come all the same")
    assert "Alerts come all the same." in text(shown)
    assert "Quiet hours: 22:00–07:00 (Taipei), except alerts." in text(await rig.says("/settings"))
    shown = await rig.presses("🌙 Quiet hours")
    assert "No quiet hours" in text(await rig.presses("No quiet hours"))
    assert "Quiet hours: none." in text(await rig.says("/settings"))
    assert text(await rig.says("/quiet 10 pm to 6:30")).startswith("Quiet from 22:00 to 06:30 (Taipei)")
    assert "Quiet hours: 22:00–06:30 (Taipei)." in text(await rig.says("/settings"))
    assert "Alerts come all the same." in text(await rig.says("/quiet except alerts"))
    wrong = await rig.says("/quiet at weekends")
    assert text(wrong).startswith("I don't understand “at weekends”.")
    assert text(await rig.says("/quiet off")).startswith("No quiet hours")
    assert text(await rig.says("/quiet except alerts")).startswith("I don't understand")


async def test_news_waits_and_comes_as_one_digest_after_and_the_next_digest_says_so(rig: Rig) -> None:
    await a_reader(rig, "instant")
    await rig.says("/quiet 22:00-07:00")
    await at(rig, 23)
    await rig.publish("First thing at night")
    assert await composed(rig) == 0
    assert "Next digest: tomorrow at 07:00 (Taipei)." in text(await rig.says("/quiet"))
    await at(rig, 6, 59)
    await rig.publish("Second thing at night")
    assert await composed(rig) == 0
    await at(rig, 7)
    assert await composed(rig) == 1
    assert "First thing at night" in text(rig.last())
    assert "Second thing at night" in text(rig.last())
    assert "News comes to you as it appears." in text(await rig.says("/quiet"))
    await at(rig, 7, 5)
    await rig.publish("By day")
    assert await composed(rig) == 1
    await rig.says("/schedule hourly")
    await rig.says("/quiet 22:00-07:00 except alerts")
    await at(rig, 21, 30)
    await composed(rig)
    assert "Next digest: tomorrow at 07:00 (Taipei)." in text(await rig.says("/schedule"))
    await rig.publish("At night")
    for hour in (22, 0, 3, 6):
        await at(rig, hour)
        assert await composed(rig) == 0
    await rig.says("/quiet off")  # what waited is due now
    assert await composed(rig) == 1
    assert "At night" in text(rig.last())


async def test_alerts_wait_for_the_morning_unless_they_are_excepted(rig: Rig) -> None:
    await rig.says("/timezone Taipei")
    await saves(rig, "quake")
    await rig.says("/quiet 22:00-07:00")
    await at(rig, 23)
    assert await comes(rig, "First quake", "Second quake") == []
    await at(rig, 7)
    found = await comes(rig)
    assert len(found) == 1
    assert "2 stories" in text(found[0])
    await rig.says("/quiet 22:00-07:00 except alerts")
    await at(rig, 23)
    assert len(await comes(rig, "Third quake")) == 1


async def test_a_message_that_is_delayed_into_quiet_hours_waits_for_their_end(rig: Rig) -> None:
    chat = await a_reader(rig, "08:00")
    await rig.says("/quiet 22:00-07:00")
    await at(rig, 8)
    await rig.publish("Delayed news")
    assert await rig.services.composer.compose_due() == 1
    await at(rig, 22)  # Telegram took nothing until now
    held = len(rig.messages())
    assert await rig.store.outbox.claim(owner="x", now=rig.clock.now(), limit=9) == []
    assert (await rig.store.outbox.next_at()) == rig.clock.now() + timedelta(hours=9)
    await rig.says("/quiet off")
    await rig.api.wait_for(lambda: len(rig.messages()) > held + 1)
    assert "Delayed news" in text(rig.last()) + text(rig.messages()[-2])
    assert chat.quiet is None
    await told(rig)
