"""Schedule, time zone and language."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.models.chats import DigestMode
from bot.texts import languages, say
from tests.chat.rig import NOON, Rig, labels, text


async def test_the_schedule_is_shown_with_the_next_digest_and_the_usual_ones(rig: Rig) -> None:
    shown = await rig.says("/schedule")
    assert "Digests: every day at 08:00." in text(shown)
    assert "Next digest: tomorrow at 08:00 (UTC)." in text(shown)
    assert "Time zone: UTC" in text(shown)
    assert "✅ 08:00" in labels(shown)
    assert "Weekdays 07:30" in labels(shown)


async def test_a_schedule_is_written_in_local_time(rig: Rig) -> None:
    await rig.says("/timezone Asia/Taipei")
    shown = await rig.says("/schedule 08:00 21:30")
    assert "every day at 08:00 and 21:30" in text(shown)
    assert "Next digest: today at 21:30 (Taipei)." in text(shown)
    chat = await rig.chat()
    assert chat.schedule.times == (time(8), time(21, 30))
    assert chat.next_digest_at == datetime(2026, 3, 2, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize("words", ["tomorrow maybe", "25:00", "<b>x</b>", "x" * 900, "mon 8:00 tue 9:00"])
async def test_a_schedule_that_is_none_changes_nothing(rig: Rig, words: str) -> None:
    shown = await rig.says(f"/schedule {words}")
    assert ("at the same times on each" if "tue" in words else "I don't understand") in text(shown)
    assert (await rig.chat()).schedule.times == (time(8),)


async def test_days_without_a_time_are_asked_for_it_with_a_button_for_the_usual_one(rig: Rig) -> None:
    asked = await rig.says("/schedule mondays")
    assert text(asked) == "At what time? Write it behind: /schedule mondays 08:00"
    assert "on Monday at 08:00" in text(await rig.presses(labels(asked)[0]))
    assert (await rig.chat()).schedule.weekdays == {0}


async def test_a_usual_schedule_is_a_press_away(rig: Rig) -> None:
    shown = await rig.says("/schedule")
    off = await rig.presses("🔕 Off")
    assert off.message_id == shown.message_id
    assert "Digests: off." in text(off)
    assert "✅ 🔕 Off" in labels(off)
    chat = await rig.chat()
    assert (chat.schedule.mode, chat.next_digest_at) == (DigestMode.OFF, None)


async def test_instant_begins_with_the_next_news_for_who_never_had_a_digest(rig: Rig) -> None:
    await rig.says("/start")
    await rig.publish("One")
    shown = await rig.says("/schedule instant")
    assert "as soon as there is news" in text(shown)
    assert (await rig.chat()).cursor == await rig.store.articles.max_id()


async def test_instant_after_a_digest_leaves_nothing_out(rig: Rig) -> None:
    await rig.says("/start")
    await rig.publish("One")
    await rig.store.chats.save(replace(await rig.chat(), last_digest_at=NOON))
    await rig.says("/schedule instant")
    assert (await rig.chat()).cursor < await rig.store.articles.max_id()


async def test_coming_back_from_off_begins_with_the_next_news(rig: Rig) -> None:
    await rig.says("/schedule off")
    await rig.publish("One")
    await rig.says("/schedule hourly")
    assert (await rig.chat()).cursor == await rig.store.articles.max_id()


async def test_the_schedule_opens_below_the_greeting(rig: Rig) -> None:
    await rig.publish("One")
    await rig.says("/start")
    await rig.presses("World · 1")
    assert "Digests: every day at 08:00." in text(await rig.presses("⏰ Schedule"))


async def test_the_zone_is_shown_with_the_time_there(rig: Rig) -> None:
    shown = await rig.says("/timezone")
    assert "Your time zone is UTC, where it is 12:00." in text(shown)
    assert "Berlin · 13:00" in labels(shown)
    set_ = await rig.presses("Taipei · 20:00")
    assert "Your time zone is Taipei (Asia/Taipei), where it is 20:00." in text(set_)
    assert "Next digest: tomorrow at 08:00 (Taipei)." in text(set_)
    assert (await rig.chat()).next_digest_at == datetime(2026, 3, 3, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "zone"), [("berlin", "Europe/Berlin"), ("臺北", "Asia/Taipei"), ("utc+8", "Etc/GMT-8")]
)
async def test_a_zone_is_found_by_its_city(rig: Rig, words: str, zone: str) -> None:
    await rig.says(f"/timezone {words}")
    assert (await rig.chat()).zone == zone


async def test_a_place_with_several_zones_asks_which_one(rig: Rig) -> None:
    shown = await rig.says("/timezone USA")
    assert "Which one do you mean by “USA”?" in text(shown)
    await rig.presses("New York · 07:00")
    assert (await rig.chat()).zone == "America/New_York"


async def test_an_unknown_place_is_not_guessed(rig: Rig) -> None:
    assert "I don't know “Atlantis-on-Sea”" in text(await rig.says("/timezone Atlantis-on-Sea"))
    assert (await rig.chat()).zone == "UTC"


async def test_with_digests_off_the_zone_says_nothing_of_the_next(rig: Rig) -> None:
    await rig.says("/schedule off")
    assert "digest" not in text(await rig.says("/timezone")).lower()


async def test_the_language_is_chosen_by_button_or_by_name(rig: Rig) -> None:
    shown = await rig.says("/language")
    others = [say(language, "chat-language-name") for language in languages()[1:]]
    assert labels(shown) == ["✅ English", *others, "◀️"]
    chosen = await rig.presses("繁體中文")
    assert text(chosen) == "我現在說繁體中文。"
    assert labels(chosen) == ["English", *(f"✅ {name}" if name == "繁體中文" else name for name in others), "◀️"]
    assert "摘要時間：每天 08:00。" in text(await rig.says("/schedule"))
    assert text(await rig.says("/language english")) == "I speak English now."
    assert text(await rig.says("/language ZH_hant")) == "我現在說繁體中文。"
    assert "我還不會說「Klingon」" in text(await rig.says("/language Klingon"))


async def test_a_language_is_known_by_each_of_its_names(rig: Rig) -> None:
    for words in ("繁中", "zh-TW", "zh_HK", "繁体中文"):
        assert text(await rig.says(f"/language {words}")) == "我現在說繁體中文。"
    for words in ("中文", "Chinese", "zh", "簡體中文"):
        assert text(await rig.says(f"/language {words}")) == "我现在说简体中文了。"
    rig.api.world.me.language_code = "zh-hant"
    for words in ("中文", "zh"):  # the name of two: the one that the person reads Telegram in
        assert text(await rig.says(f"/language {words}")) == "我現在說繁體中文。"
    for words in ("German", "de-AT", "德语"):  # as they are called in English, here, and in the chat's own
        assert text(await rig.says(f"/language {words}")) == "Ich spreche jetzt Deutsch."
        await rig.says("/language zh-Hans")
    assert text(await rig.says("/language in")) == say("id", "chat-language-set")


@pytest.mark.parametrize("data", ["la:tlh", "zo:Mars/Olympus", "sc:never ever"])
async def test_a_button_with_a_value_nobody_offered_changes_nothing(rig: Rig, data: str) -> None:
    shown = await rig.says("/schedule")
    before = await rig.chat()
    rig.api.world.chats[rig.api.me].messages[shown.message_id].keyboard[0][0]["callback_data"] = data
    await rig.presses(data)
    assert "This button doesn't work any more." in rig.answered().values()
    assert await rig.chat() == before
