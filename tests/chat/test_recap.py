"""`/recap`, and recaps that come by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.models.buttons.presses import encode
from bot.models.buttons.recap_presses import SetRecap
from bot.models.chats import DigestFormat, OtherLanguages
from bot.models.filters import Rule, RuleKind
from bot.models.recaps import RecapPlan
from tests.chat.rig import NOON, Rig, labels, text

DAY = timedelta(days=1)


async def a_week(rig: Rig) -> None:
    """Two stories of one source each, one of them muted by no rule yet."""
    await rig.publish("Rice is cheap", text="Rice costs less. Farmers complain.", published_at=NOON - 2 * DAY)
    await rig.publish("Talks go on", text="They talk. They will talk.", published_at=NOON - DAY)
    await rig.publish("Long ago", text="It was. It is over.", published_at=NOON - 8 * DAY)
    await rig.says("/subscribe World")


async def test_the_week_is_shown_with_sources_and_without_what_is_older_or_filtered(rig: Rig) -> None:
    await a_week(rig)
    shown = text(await rig.says("/recap week"))
    assert "Your week" in shown
    assert "2 stories" in shown
    assert shown.index("Talks go on") < shown.index("Rice is cheap")
    assert "1 source, 1 report" in shown
    assert "Long ago" not in shown
    await rig.store.filters.add((await rig.chat()).key, [Rule(kind=RuleKind.WORD, hides=True, value="rice")], now=NOON)
    assert "Rice is cheap" not in text(await rig.says("/recap"))


async def test_a_week_without_news_and_an_unknown_period_are_told(rig: Rig) -> None:
    assert "nothing to look back on" in text(await rig.says("/recap"))
    for words in ("decade", "30", "月"):
        assert "/recap week" in text(await rig.says(f"/recap {words}"))
    assert await rig.store.recaps.plan((await rig.chat()).key) is None


async def test_a_recap_comes_by_itself_once_and_the_digests_stay_as_they_are(rig: Rig) -> None:
    await a_week(rig)
    before = (await rig.chat()).schedule
    answer = await rig.says("/schedule sundays 18:00 recap")
    assert "Your recap comes" in text(answer)
    chat = await rig.chat()
    assert chat.schedule == before
    plan = await rig.store.recaps.plan(chat.key)
    assert plan is not None
    rig.clock.advance((plan.due_at - rig.clock.now()).total_seconds())
    await rig.publish("Late news", text="It came. It stays.", published_at=rig.clock.now() - timedelta(hours=1))
    count = len(rig.api.accepted)
    assert await rig.services.recapper.compose_due() == 1
    rig.services.deliverer.wake()
    await rig.quiet(more_than=count)
    assert "Late news" in text(rig.last())
    assert await rig.services.recapper.compose_due() == 0
    assert labels(answer) == ["🔕 No more recaps by itself"]
    for command in ("/schedule", "/settings"):
        assert "Weekly recap: on Sunday at 18:00." in text(await rig.says(command))
    assert "on Friday at 09:00" in text(await rig.says("/recap fridays 9am"))
    assert "No recap comes" in text(await rig.says("/recap off"))
    member = rig.api.add_person(4243).id
    assert "Only administrators" in text(await rig.says("/recap off", chat=rig.api.group, sender=member))
    assert await rig.store.recaps.plan(chat.key) is None


async def test_the_button_of_a_recap_makes_it_come_every_sunday(rig: Rig) -> None:
    await a_week(rig)
    await rig.says("/recap")
    assert "Your recap comes" in text(await rig.presses("📅 Every Sunday at 18:00"))
    message = await rig.says("/recap")
    message.keyboard[0][0]["callback_data"] = encode(SetRecap(text="nonsense"))
    await rig.presses(encode(SetRecap(text="nonsense")))
    assert await rig.store.recaps.plan((await rig.chat()).key) is not None


async def test_a_recap_that_fails_waits_and_stops_no_other(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    await a_week(rig)
    chat = await rig.chat()
    await rig.store.recaps.schedule(RecapPlan(key=chat.key, schedule=chat.schedule, due_at=NOON))

    async def broken(*args: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(rig.services.recapper, "recap", broken)
        assert await rig.services.recapper.compose_due() == 0
    plan = await rig.store.recaps.plan(chat.key)
    assert plan is not None
    assert plan.due_at == NOON + timedelta(hours=1)


async def test_stories_in_languages_that_are_not_read_come_last_or_are_left_out(rig: Rig) -> None:
    await a_week(rig)
    await rig.publish("Gewitter", text="Es regnet. Es hört nicht auf.", language="de", published_at=NOON - DAY / 2)
    chat = await rig.chat()
    chat = await rig.store.chats.change(chat, reads=("en",))
    shown = text(await rig.says("/recap"))
    assert shown.index("Rice is cheap") < shown.index("Gewitter")
    await rig.store.chats.change(chat, other_languages=OtherLanguages.LEFT_OUT, format=DigestFormat.CLASSIC)
    shown = text(await rig.says("/recap"))
    assert "Gewitter" not in shown
    assert "Rice is cheap" in shown


async def test_recaps_of_a_channel_are_set_in_the_language_of_who_looks_after_it(rig: Rig) -> None:
    await rig.says("/subscribe @city_news_demo World")
    channel = await rig.chat(rig.api.channel)
    await rig.store.chats.change(channel, ui_language="zh-Hant")
    shown = text(await rig.says("/schedule @city_news_demo sundays 18:00 recap"))
    assert shown.startswith("For City news:")
    assert "on Sunday at 18:00" in shown
    assert await rig.store.recaps.plan(channel.key) is not None


async def test_a_recap_waits_for_quiet_hours_to_end_and_moves_with_the_time_zone(rig: Rig) -> None:
    await a_week(rig)
    await rig.says("/timezone UTC")
    await rig.says("/schedule sundays 18:00 recap")
    key = (await rig.chat()).key
    await rig.says("/timezone Taipei")
    plan = await rig.store.recaps.plan(key)
    assert plan is not None
    assert (plan.due_at.hour, plan.due_at.weekday()) == (10, 6)  # 18:00 in Taipei
    await rig.says("/quiet 17:00-19:00")
    plan = await rig.store.recaps.plan(key)
    assert plan is not None
    assert plan.due_at.hour == 11
    rig.clock.advance((plan.due_at - rig.clock.now()).total_seconds() - 1800)
    await rig.store.recaps.schedule(replace(plan, due_at=rig.clock.now()))  # as if the hours had come later
    assert await rig.services.recapper.compose_due() == 0
    assert await rig.store.recaps.plan(key) == plan
    await rig.says("/quiet off")
    held = await rig.store.recaps.plan(key)
    assert held is not None
    assert held.due_at == rig.clock.now()
