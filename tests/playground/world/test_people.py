"""What people do, and which updates the bot gets for it."""

from __future__ import annotations

import pytest

from bot.playground.messages.errors import BotApiError
from bot.playground.page.page_json import state_json
from bot.playground.world import people
from bot.playground.world.state import CHANNEL_ID, GROUP_ID
from tests.botapi import ask_inline, set_bot_status
from tests.playground.calls import call, refused, updates
from tests.scripted_bot_api import ScriptedBotApi


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("hello", False), ("/today", True), ("/today@tidings_demo_bot now", True), ("/today@other_bot", False),
        ("see /today", False),
    ],
)  # fmt: skip
async def test_in_a_group_the_bot_sees_only_what_is_meant_for_it(
    bot_api: ScriptedBotApi, text: str, seen: bool
) -> None:
    room = bot_api.world.find_chat(GROUP_ID)
    people.announce(bot_api.world, room)
    await updates(bot_api, offset=-1)
    before = len(bot_api.world.updates)
    people.say(bot_api.world, room, text)
    assert len(bot_api.world.updates) - before == int(seen)


async def test_in_a_group_the_bot_sees_answers_to_it_and_as_admin_everything(bot_api: ScriptedBotApi) -> None:
    room = bot_api.world.find_chat(GROUP_ID)
    sent = await call(bot_api, "sendMessage", chat_id=GROUP_ID, text="x")
    people.say(bot_api.world, room, "why?", reply_to=sent["message_id"], sender=bot_api.world.people[700_000_002])
    set_bot_status(bot_api.world, room, "administrator")
    people.say(bot_api.world, room, "hello", sender_chat=GROUP_ID)
    people.say(bot_api.world, room, "hello", sender_chat=CHANNEL_ID)
    set_bot_status(bot_api.world, room, "left")
    people.say(bot_api.world, room, "/today")
    joined, why, promoted, anonymous, channel, removed = await updates(bot_api)
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert why["message"]["from"]["first_name"] == "Ben"
    assert why["message"]["reply_to_message"]["from"]["is_bot"]
    assert promoted["my_chat_member"]["new_chat_member"]["can_manage_chat"]
    assert anonymous["message"]["from"]["username"] == "GroupAnonymousBot"
    assert anonymous["message"]["sender_chat"]["id"] == GROUP_ID
    assert channel["message"]["from"]["username"] == "Channel_Bot"
    assert removed["my_chat_member"]["old_chat_member"]["status"] == "administrator"
    views = state_json(bot_api.world)["messages"][str(GROUP_ID)]
    assert [view["from"] for view in views] == ["bot", "Ben", "Book club", "City news", "me"]


async def test_a_channel_post_has_no_author(bot_api: ScriptedBotApi) -> None:
    room = bot_api.world.find_chat(CHANNEL_ID)
    people.say(bot_api.world, room, "Hear, hear")
    joined, post = await updates(bot_api)
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "administrator"
    assert "from" not in post["channel_post"]
    set_bot_status(bot_api.world, room, "member")
    people.say(bot_api.world, room, "Unseen")
    assert len(await updates(bot_api)) == 3


async def test_blocking_the_bot_and_writing_again(bot_api: ScriptedBotApi, me: int) -> None:
    room = bot_api.world.find_chat(me)
    set_bot_status(bot_api.world, room, "kicked")
    assert await refused(bot_api, "sendMessage", chat_id=me, text="x") == "403 Forbidden: bot was blocked by the user"
    set_bot_status(bot_api.world, room, "member")
    blocked, back = await updates(bot_api)
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert back["my_chat_member"]["old_chat_member"]["status"] == "kicked"
    assert await call(bot_api, "sendMessage", chat_id=me, text="x")


async def test_what_a_person_cannot_write(bot_api: ScriptedBotApi, me: int) -> None:
    for text, told in ((" ", "message text is empty"), ("x" * 4097, "message is too long")):
        with pytest.raises(BotApiError, match=told):
            people.say(bot_api.world, bot_api.world.find_chat(me), text)


async def test_inline_queries_are_asked_and_answered(bot_api: ScriptedBotApi) -> None:
    query_id = ask_inline(bot_api.world, "bridge")
    (update,) = await updates(bot_api)
    assert update["inline_query"]["query"] == "bridge"
    assert (
        await refused(bot_api, "answerInlineQuery", inline_query_id=query_id)
        == "400 Bad Request: can't parse results JSON object"
    )
    assert (
        await refused(bot_api, "answerInlineQuery", inline_query_id=query_id, results=[{}] * 51)
        == "400 Bad Request: RESULTS_TOO_MUCH"
    )
    assert await call(bot_api, "answerInlineQuery", inline_query_id=query_id, results=[])
