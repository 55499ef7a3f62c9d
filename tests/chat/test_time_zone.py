"""The time zone: asked once, with the first subscription; by button, by name, by location."""

from __future__ import annotations

import sys

import pytest

from bot.chat import location
from bot.chat.location import zone_at
from tests.chat.rig import Rig, labels, text


async def test_the_first_subscription_asks_for_the_time_zone_and_no_later_one(rig: Rig) -> None:
    await rig.publish("One")
    await rig.publish("Two", category=("Sport",))
    await rig.says("/start")
    question = await rig.presses("World · 1")
    assert "What time is it where you are?" in text(question)
    assert "12:00 (UTC)" in text(question)
    assert labels(question)[:2] == ["UTC · 12:00", "New York · 07:00"]  # where English is spoken most
    assert "Taipei · 20:00" in labels(question)
    assert not (await rig.chat()).zone_chosen
    chosen = await rig.presses("Taipei · 20:00")
    assert chosen.message_id == question.message_id
    assert "Next digest: tomorrow at 08:00 (Taipei)." in text(chosen)
    assert "✅ Taipei · 20:00" in labels(chosen)
    assert (await rig.chat()).zone_chosen
    await rig.says("/unsubscribe all")
    assert "You now follow Sport." in text(await rig.says("/subscribe Sport"))


async def test_the_guess_follows_telegrams_language_and_decides_nothing(rig: Rig) -> None:
    rig.api.world.me.language_code = "zh-TW"
    await rig.publish("One")
    question = await rig.says("/subscribe World")
    assert labels(question)[:2] == ["UTC · 12:00", "台北 · 20:00"]
    assert (await rig.chat()).zone == "UTC"


async def test_while_the_question_is_open_a_city_may_be_written_instead(rig: Rig) -> None:
    assert "Send me a link" in text(await rig.says("Kaohsiung"))
    await rig.publish("One")
    await rig.says("/subscribe World")
    assert "Send me a link" in text(await rig.says("Good morning!"))
    assert "Your time zone is Taipei (Asia/Taipei)" in text(await rig.says("Kaohsiung"))
    assert "Send me a link" in text(await rig.says("Mumbai"))
    assert (await rig.chat()).zone == "Asia/Taipei"


async def test_a_channel_is_not_asked(rig: Rig) -> None:
    await rig.publish("One")
    shown = await rig.says("/subscribe World", chat=rig.api.channel)
    assert "You now follow World." in text(shown)


async def test_namesakes_are_offered_by_size_with_their_countries(rig: Rig) -> None:
    shown = await rig.says("/timezone Barcelona")
    assert labels(shown)[:2] == ["Barcelona, Spain · 13:00", "Barcelona, Venezuela · 08:00"]
    chosen = await rig.presses("Barcelona, Venezuela · 08:00")
    assert "Caracas (America/Caracas)" in text(chosen)
    texas = await rig.says("/timezone Texas")
    assert "Chicago (America/Chicago)" in text(texas)
    assert labels(texas)[:2] == ["✅ Texas, TX · 06:00", "Texas, TX · 05:00"]


async def test_a_location_tells_the_zone(rig: Rig) -> None:
    await rig.says("/timezone")
    asked = await rig.presses("📍 Where I am")
    assert "Tap the button below to send your location." in text(asked)
    sent = rig.api.calls[-1].params["reply_markup"]
    assert "request_location" in str(sent)
    await rig.sends_location(22.62, 120.31)
    assert "Your time zone is Taipei (Asia/Taipei)" in text(rig.last())
    assert (await rig.chat()).zone_chosen


async def test_a_place_that_has_no_zone_changes_nothing(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(location, "_PROGRAM", "")
    await rig.sends_location(0.0, 0.0)
    assert "I can't tell the time zone of that place." in text(rig.last())
    assert (await rig.chat()).zone == "UTC"


async def test_a_map_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(location, "SECONDS", 0.05)
    monkeypatch.setattr(location, "_PROGRAM", "import time; time.sleep(60)")
    assert sys.executable
    assert await zone_at(0.0, 0.0) is None
