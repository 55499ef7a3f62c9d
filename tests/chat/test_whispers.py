"""Answers in groups that the asker alone sees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.models.buttons.digest_presses import Longer
from bot.models.buttons.presses import encode
from bot.models.chats import DigestMode
from tests.botapi import set_bot_status
from tests.chat.rig import Rig, labels, text


async def test_settings_are_answered_to_the_asker_alone_and_their_buttons_work(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens")
    group = rig.api.group
    set_bot_status(rig.api.world, rig.api.world.chats[group], "administrator")
    shown = await rig.says("/schedule", chat=group)
    assert shown.only_for == rig.api.me
    changed = await rig.presses("🔕 Off", chat=group)
    assert changed.message_id == shown.message_id
    assert (changed.only_for, text(changed).splitlines()[0]) == (rig.api.me, "Digests: off.")
    assert (await rig.chat(group)).schedule.mode is DigestMode.OFF
    await rig.says("/categories", chat=group)
    changed = await rig.presses("World · 1", chat=group)
    assert {message.only_for for message in rig.messages(group)} == {rig.api.me}  # the question for the zone, too
    assert "✅ World · 1" in labels(rig.messages(group)[-2])
    await rig.says("/settings", chat=group)
    shown = await rig.presses("🎨 Look of digests", chat=group)
    assert text(shown).startswith("What should digests look like?")
    assert (await rig.says("/today", chat=group)).only_for is None


async def test_what_one_member_asks_of_a_digest_is_told_to_them_alone(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens")
    group = rig.api.group
    set_bot_status(rig.api.world, rig.api.world.chats[group], "administrator")
    digest = await rig.says("/today", chat=group)  # aloud, as a digest
    button = {"text": "Longer", "callback_data": encode(Longer(article_id=1))}
    rig.api.world.chats[group].messages[digest.message_id] = replace(digest, keyboard=((button,),))
    longer = await rig.presses("Longer", chat=group)
    assert (longer.only_for, text(longer).splitlines()[0]) == (rig.api.me, "Harbour bridge opens")


async def test_a_group_that_refuses_is_asked_again_when_the_rights_change(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    group = rig.api.group
    for _ in range(2):
        assert (await rig.says("/schedule", chat=group)).only_for is None
    assert caplog.text.count("ephemeral message refused") == 1
    set_bot_status(rig.api.world, rig.api.world.chats[group], "administrator")
    assert (await rig.says("/schedule", chat=group)).only_for == rig.api.me
    rig.api.fail_next("sendMessage", 502, "Bad Gateway")
    assert (await rig.says("/schedule", chat=group)).only_for is None
    assert (await rig.says("/schedule", chat=group)).only_for == rig.api.me


async def test_a_server_that_does_not_know_them_answers_aloud_and_is_asked_once(
    rig: Rig, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.playground.api.sending._only_for", lambda *_: None)
    caplog.set_level("INFO")
    for _ in range(2):
        assert (await rig.says("/schedule", chat=rig.api.group)).only_for is None
    asked = [call for call in rig.api.calls if "ephemeral_message_parameters" in call.params]
    assert len(asked) == 1
    assert "ephemeral messages not known" in caplog.text


async def test_an_anonymous_administrator_is_answered_aloud(rig: Rig) -> None:
    group = rig.api.group
    set_bot_status(rig.api.world, rig.api.world.chats[group], "administrator")
    shown = await rig.says("/schedule off", chat=group, sender_chat=group)
    assert shown.only_for is None
    assert "Digests: off." in text(shown)
