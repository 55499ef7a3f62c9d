"""Alerts from the chat's side: typed, previewed, saved, told at once, stopped and brought back."""

from __future__ import annotations

from bot.digest.alerting import AlertComposer
from bot.models.buttons.alert_presses import RemoveAlert, SaveAlert, SetAlert
from bot.models.buttons.presses import encode
from bot.models.chats import ChatKey
from bot.playground.world.chats import Message
from tests.chat.rig import NOON, Rig, labels, text


async def alerts_of(rig: Rig) -> list[str]:
    return [alert.words for alert in await rig.store.alerts.of((await rig.chat()).key)]


async def comes(rig: Rig, *titles: str, **changes: object) -> list[Message]:
    """News comes in and the alerts look at it; the messages that the chat got of it."""
    before = len(rig.messages())
    await rig.publish(*titles, **changes)  # type: ignore[arg-type]
    await told(rig)
    return rig.messages()[before:]


async def told(rig: Rig) -> None:
    services = rig.services
    composer = AlertComposer(
        store=rig.store,
        summaries=services.summaries,
        thumbnails=services.thumbnails,
        clock=rig.clock,
        digest_format=services.settings.digest_format,
        bot_username=services.bot_username,
    )
    expected = len(rig.messages()) + await composer.step()
    services.deliverer.wake()
    await rig.api.wait_for(lambda: len(rig.messages()) >= expected)
    await rig.quiet()


async def saves(rig: Rig, words: str) -> None:
    await rig.says(f"/alert {words}")
    await rig.presses("Save")
    await told(rig)


async def test_an_alert_is_previewed_saved_and_told_at_once_whatever_the_schedule(rig: Rig) -> None:
    await rig.publish("Earthquake in the west", "Rice is cheap", text="People came. They went home late.")
    shown = await rig.says("/alert EARTHQUAKE")
    assert "In the last seven days 1 story would have come:" in text(shown)
    assert "Earthquake in the west" in text(shown)
    assert labels(shown) == ["Save", "Cancel"]
    assert await alerts_of(rig) == []
    assert "Saved." in text(await rig.presses("Save"))
    assert await alerts_of(rig) == ["EARTHQUAKE"]
    await rig.says("/schedule off")
    await told(rig)
    found = await comes(rig, "Strong earthquake in the east", "Rice is dear", category=("Unfollowed",))
    assert len(found) == 1
    assert text(found[0]).startswith("🔔 Alert: EARTHQUAKE")
    assert "Strong earthquake in the east" in text(found[0])
    assert labels(found[0]) == ["🔕 Stop: EARTHQUAKE"]
    stopped = await rig.presses("🔕 Stop: EARTHQUAKE")
    assert labels(stopped) == ["🔔 Get again: EARTHQUAKE"]
    assert await comes(rig, "Another earthquake") == []
    back = await rig.presses("🔔 Get again: EARTHQUAKE")
    assert labels(back) == ["🔕 Stop: EARTHQUAKE"]
    assert await comes(rig) == []  # what came in meanwhile is not told
    assert len(await comes(rig, "A third earthquake")) == 1


async def test_what_an_alert_told_does_not_come_again_with_the_digest(rig: Rig) -> None:
    await rig.publish("Old news", text="People came.")
    await rig.says("/subscribe World")
    await saves(rig, "bridge")
    assert len(await comes(rig, "Bridge opens", "Talks go on", text="People came.")) == 1
    await rig.says("/digest")
    await rig.api.wait_for(lambda: "Talks go on" in text(rig.last()))
    assert "Bridge opens" not in text(rig.last())


async def test_the_seventh_message_of_an_hour_waits_and_the_rest_comes_as_one(rig: Rig) -> None:
    await saves(rig, "quake")
    await rig.store.chats.change(await rig.chat(), pictures=False)  # cards take a while to draw
    titles = [f"{name} quake" for name in ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth")]
    found = await comes(rig, *titles)
    assert len(found) == 6
    rig.clock.advance(minutes=59)
    assert await comes(rig, "Ninth quake") == []
    rig.clock.advance(minutes=1)
    rest = await comes(rig)
    assert len(rest) == 1
    assert "3 stories" in text(rest[0])
    assert "Ninth quake" in text(rest[0])


async def test_what_the_chat_hides_stays_hidden_unless_the_alert_names_it(rig: Rig) -> None:
    await rig.says("/filter -strike")
    await rig.presses("Save")
    await rig.publish("Old news", category=("Sport",))
    await rig.says("/mute News of Sport")
    await saves(rig, "train")
    assert await comes(rig, "Train strike goes on") == []
    assert await comes(rig, "Train wins", category=("Sport",)) == []
    assert len(await comes(rig, "Train arrives")) == 1
    await saves(rig, 'strike source:"News of Sport"')
    assert len(await comes(rig, "A strike in sport", category=("Sport",))) == 1


NO_ALERTS = {
    "": "What shall I tell you at once",
    "-football": "Which word shall I wait for?",
    "lang:en": "Which word shall I wait for?",
    "quake -quake": "I can't both wait for “quake” and leave it out.",
    "SAVED": "You have this alert already.",
}


async def test_what_is_no_alert_is_said_and_old_buttons_do_no_harm(rig: Rig) -> None:
    await saves(rig, "saved")
    for typed, answer in NO_ALERTS.items():
        shown = await rig.says(f"/alert {typed}")
        assert text(shown).startswith(answer)
        assert labels(shown) == ["🔔 All alerts"]
    await rig.says("/alert quake")
    for press in (SetAlert(alert_id=9, on=False), SetAlert(alert_id=9, on=True), RemoveAlert(alert_id=9)):
        rig.last().keyboard[0][0]["callback_data"] = encode(press)
        await rig.presses(encode(press))
    assert list(rig.answered().values())[1:] == ["That alert is removed already."] * 3
    rig.last().keyboard[0][0]["callback_data"] = encode(SaveAlert())
    assert text(await rig.presses(encode(SaveAlert()))).startswith("What shall I tell you at once")


async def test_a_source_that_nobody_has_is_said_before_an_alert_is_saved(rig: Rig) -> None:
    assert "I know no source “nobody”." in text(await rig.says("/alert quake source:nobody"))


async def test_the_list_names_what_each_button_removes_and_ten_are_the_most(rig: Rig) -> None:
    assert text(await rig.says("/alerts")).startswith("You have no alerts.")
    await saves(rig, 'quake "two words"')
    key = (await rig.chat()).key
    for number in range(8):
        assert await rig.store.alerts.add(key, f"word{number}", now=NOON)
    await rig.says("/alert tenth")
    assert await rig.store.alerts.add(key, "another", now=NOON)
    assert "up to 10 alerts" in text(await rig.presses("Save"))  # the room went meanwhile
    assert "up to 10 alerts" in text(await rig.says("/alert tenth"))
    shown = await rig.presses("🔔 All alerts")
    assert labels(shown)[0] == '❌ quake "two words"'
    left = await rig.presses('❌ quake "two words"')
    assert labels(left)[9:] == ['🔔 Get again: quake "two words"']
    assert len(labels(await rig.presses('🔔 Get again: quake "two words"'))) == 10
    assert 'You get it again: quake "two words"' in rig.answered().values()
    left = await rig.presses('❌ quake "two words"')
    assert await rig.store.alerts.add(key, "one more", now=NOON)
    assert len(labels(await rig.presses(labels(left)[9]))) == 10
    assert any("up to 10 alerts" in answer for answer in rig.answered().values())
    left = await rig.presses("❌ one more")
    assert 'Removed: quake "two words"' in rig.answered().values()
    await rig.says("/alert other")
    assert text(await rig.presses("Cancel")) == "Nothing was saved."


async def test_in_a_group_only_administrators_set_alerts_and_quiet_hours(rig: Rig) -> None:
    group = rig.api.group
    rig.api.add_person(77)
    rig.api.world.chats[group].members[77] = "member"
    for command in ("/alert quake", "/quiet 22:00-07:00"):
        assert text(await rig.says(command, chat=group, sender=77)) == "Only administrators can change settings here."
    assert await rig.store.alerts.of(ChatKey(chat_id=group)) == []
