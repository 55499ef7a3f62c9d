"""Channels and groups looked after from the private chat, by name and by buttons."""

from __future__ import annotations

import json
from typing import Any

import pytest
from telegram.error import TimedOut

from bot.models.buttons.aiming import aim
from bot.models.buttons.presses import ShowSettings, encode
from bot.models.chats import ChatKey, DigestMode
from bot.playground.world import people
from bot.playground.world.bot_api_json import message_json
from bot.playground.world.state import FORUM_ID
from tests.botapi import set_bot_status
from tests.chat.rig import Rig, labels, text
from tests.chat.test_rights import a_member

MEMBER = 901


async def shares_chat(rig: Rig, chat_id: int, *, title: str | None = None) -> None:
    """The person chooses a chat with the button for it."""
    world = rig.api.world
    message = message_json(world, people.say(world, world.find_chat(rig.api.me), "/x@another_bot"))
    for part in ("text", "entities"):
        message.pop(part, None)
    before = len(rig.api.accepted)
    shared = {"request_id": 1, "chat_id": chat_id, **({"title": title} if title else {})}
    world.updates.add("message", message | {"chat_shared": shared})
    await rig.quiet(more_than=before)


async def test_a_channel_is_looked_after_by_its_name_and_buttons_go_on_acting_on_it(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens")
    await rig.says("/start")
    shown = await rig.says("/subscribe @city_news_demo World")
    assert text(shown).startswith("For City news:\n\nYou now follow World.")
    assert (await rig.follows(), await rig.follows(rig.api.channel)) == ([], [("World",)])
    shown = await rig.presses("⏰ Schedule")
    assert text(shown).startswith("For City news:\n\nDigests: every day at 08:00.")
    shown = await rig.presses("🔕 Off")
    assert text(shown).startswith("For City news:\n\nDigests: off.")
    assert (await rig.chat(rig.api.channel)).schedule.mode is DigestMode.OFF
    assert (await rig.chat()).schedule.mode is DigestMode.TIMES
    told = text(await rig.says(f"/language {rig.api.channel} 繁體中文"))  # in the language of who set it
    assert told == "For City news:\n\nI speak Traditional Chinese there from now on."
    settings = await rig.says(f"/settings {rig.api.channel}")
    assert text(settings).startswith("For City news:\n\nSettings\n")
    assert (await rig.chat()).ui_language == "en"
    assert "📍 Where I am" not in labels(await rig.says("/timezone @city_news_demo"))
    assert rig.messages(rig.api.channel) == []
    await rig.publish("Ferry sails again")
    assert text(await rig.says("/digest @city_news_demo")) == "For City news:\n\nThe digest is on its way there."
    await rig.api.wait_for(lambda: rig.messages(rig.api.channel))
    assert "Ferry sails again" in text(rig.messages(rig.api.channel)[0])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("@nobody_knows World", "I don't know @nobody_knows."),
        ("-1009999999999 World", "I don't know -1009999999999."),
        ("-700000002 World", "I don't know -700000002."),
    ],
)
async def test_a_chat_that_is_not_known_is_refused_with_buttons_that_add_the_bot(
    rig: Rig, words: str, told: str
) -> None:
    shown = await rig.says(f"/subscribe {words}")
    assert text(shown).startswith(told)
    links = [button["url"] for row in shown.keyboard for button in row]
    assert links == [
        "https://t.me/tidings_demo_bot?startchannel&admin=post_messages",
        "https://t.me/tidings_demo_bot?startgroup",
    ]


async def test_who_administers_it_not_learns_nothing_and_changes_nothing(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens")
    rig.api.add_person(MEMBER)
    world = rig.api.world
    world.chats[rig.api.channel].members[MEMBER] = "member"
    private = {"chat": MEMBER, "sender": MEMBER}
    shown = await rig.says("/subscribe @city_news_demo World", **private)
    assert text(shown) == "You are not an administrator of @city_news_demo, so you can't change its settings."
    shown = await rig.says(f"/subscribe {rig.api.channel} World", **private)
    assert "City news" not in text(shown)
    world.chats[rig.api.channel].members[MEMBER] = "administrator"
    rig.clock.advance(10)
    await rig.says("/schedule @city_news_demo", **private)
    world.chats[rig.api.channel].members[MEMBER] = "member"
    rig.clock.advance(10)
    await rig.presses("🔕 Off", **private)
    assert "You are not an administrator of this chat, so you can't change its settings." in rig.answered().values()
    assert await rig.follows(rig.api.channel) == []
    assert (await rig.chat(rig.api.channel)).schedule.mode is DigestMode.TIMES
    assert await rig.store.looked_after.of(MEMBER, limit=9) == []


async def test_a_name_in_a_group_and_a_forged_button_there_are_refused(rig: Rig) -> None:
    shown = await rig.says("/schedule @city_news_demo off", chat=rig.api.group)
    assert "in a private chat with me" in text(shown)
    await rig.says("/schedule", chat=rig.api.group)
    room = rig.api.world.chats[rig.api.group]
    data = aim(encode(ShowSettings()), ChatKey(chat_id=rig.api.channel))
    message = rig.last(rig.api.group)
    object.__setattr__(message, "keyboard", (({"text": "Forged", "callback_data": data},),))
    query = people.press(rig.api.world, room, message.message_id, data)
    await rig.api.wait_for(lambda: query in rig.answered())
    assert rig.answered()[query] == "This button doesn't work any more."


async def test_what_the_bot_lacks_is_named_with_the_way_to_give_it(rig: Rig) -> None:
    world = rig.api.world
    set_bot_status(world, world.chats[rig.api.channel], "left")
    assert text(await rig.says("/settings @city_news_demo")).startswith("I am not in @city_news_demo yet.")
    before = len(rig.api.accepted)
    set_bot_status(world, world.chats[rig.api.channel], "administrator")
    await rig.quiet(more_than=before)  # who added it is told
    lacking = {"ok": True, "result": a_member("administrator").to_dict()}
    rig.api.fail_next("getChatMember", 200, raw=json.dumps(lacking).encode(), times=2)
    assert "switch on “Post messages”" in text(await rig.says("/settings @city_news_demo"))
    rig.api.fail_next("getChat", 502, "Bad Gateway")
    assert "Please try again in a minute." in text(await rig.says("/settings @city_news_demo"))


async def test_the_list_leads_to_the_settings_of_each_and_buttons_add_further_ones(rig: Rig) -> None:
    await rig.says("/settings")
    shown = await rig.presses("📣 Channels and groups")
    assert "if you are an administrator there" in text(shown)
    assert labels(shown) == ["➕ Add to a channel", "➕ Add to a group", "◀️"]
    for label, field in (("➕ Add to a channel", "post_messages"), ("➕ Add to a group", "startgroup")):
        asked = await rig.presses(label)
        assert "No button? Use this link" in text(asked)
        call = [call for call in rig.api.calls if call.method == "sendMessage"][-1]
        assert '"request_chat"' in str(call.params["reply_markup"])
        assert field in str(call.params)
    await shares_chat(rig, rig.api.channel, title="City news")
    chosen, settings = rig.messages()[-2:]
    assert text(chosen) == "Chosen: City news"
    assert text(settings).startswith("For City news:\n\nSettings")
    await rig.presses("📣 Channels and groups")
    shown = await rig.presses("City news")
    assert text(shown).startswith("For City news:\n\nSettings")
    assert text(await rig.presses("🖼 No pictures")).startswith("For City news:")
    assert not (await rig.chat(rig.api.channel)).pictures
    assert (await rig.chat()).pictures
    await shares_chat(rig, -1009999999999)
    assert text(rig.last()).startswith("I don't know this chat.")


async def test_who_adds_the_bot_is_told_in_private_and_a_group_is_greeted_once(rig: Rig) -> None:
    world = rig.api.world
    channel, forum = world.chats[rig.api.channel], world.chats[FORUM_ID]
    await rig.says("/start")
    before = len(rig.api.accepted)
    people.announce(world, channel)
    await rig.quiet(more_than=before)
    assert text(rig.last()).startswith("For City news:\n\nSettings")
    before = len(rig.api.accepted)
    people.announce(world, forum)
    await rig.quiet(more_than=before)
    [greeting] = rig.messages(FORUM_ID)
    assert "Only administrators decide what I send here." in text(greeting)
    assert text(rig.last()).startswith("For City news:")  # nothing more in private
    set_bot_status(world, channel, "left")
    await rig.says("/settings", chat=FORUM_ID)
    await rig.api.wait_for(lambda: not len(world.updates))
    await rig.quiet()
    assert not (await rig.chat(rig.api.channel)).active
    assert text(rig.last()).startswith("Goodbye! I no longer send anything to City news.")
    await rig.says("/settings")
    assert "City news" not in labels(await rig.presses("📣 Channels and groups"))


async def test_the_lists_are_not_for_groups(rig: Rig) -> None:
    shown = await rig.says("/settings", chat=rig.api.group)
    assert "📣 Channels and groups" not in labels(shown)
    for verb in ("pl", "ap:1"):
        object.__setattr__(shown, "keyboard", (({"text": "Old", "callback_data": verb},),))
        await rig.presses("Old", chat=rig.api.group)
    assert list(rig.answered().values()) == ["This button doesn't work any more."] * 2


async def test_a_channel_that_is_to_be_forgotten_from_the_private_chat_is_the_one_that_is(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens")
    await rig.says("/subscribe World")
    await rig.says("/subscribe @city_news_demo World")
    assert text(await rig.says("/forget @city_news_demo")).startswith("For City news:")
    await rig.presses("Forget me")
    assert await rig.store.chats.get(ChatKey(chat_id=rig.api.channel)) is None
    assert await rig.follows() == [("World",)]


async def test_a_telegram_that_does_not_answer_takes_no_channel_from_the_list(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    await rig.publish("Harbour bridge opens")
    await rig.says("/start")
    await rig.says("/subscribe @city_news_demo World")
    before = await rig.store.looked_after.of(rig.api.me, limit=9)
    assert [place.chat_id for place in before] == [rig.api.channel]
    kind = type(rig.application.bot)
    ask = kind.get_chat_member

    async def silent(self: Any, chat_id: int, user_id: int) -> Any:
        if user_id == rig.api.me:
            raise TimedOut
        return await ask(self, chat_id, user_id)

    monkeypatch.setattr(kind, "get_chat_member", silent)
    await rig.presses("⏰ Schedule")
    assert await rig.store.looked_after.of(rig.api.me, limit=9) == before
