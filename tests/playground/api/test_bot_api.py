"""Access, chats, updates and the bot's own settings in the Bot API."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.playground.api.params import Params
from bot.playground.messages.errors import BotApiError
from bot.playground.page.page_json import state_json
from bot.playground.world import people
from bot.playground.world.chats import Chat
from bot.playground.world.state import CHANNEL_ID, GROUP_ID
from tests.botapi import is_polled
from tests.playground.calls import call, refused, updates
from tests.scripted_bot_api import ScriptedBotApi


async def test_a_wrong_token_and_an_unknown_method_are_refused(bot_api: ScriptedBotApi) -> None:
    with pytest.raises(BotApiError) as caught:
        await bot_api.call("1:x", "getMe", Params())
    assert caught.value.body() == {"ok": False, "error_code": 401, "description": "Unauthorized"}
    assert await refused(bot_api, "sendPigeon") == "404 Not Found"


async def test_an_old_server_does_not_know_rich_messages(me: int) -> None:
    old = ScriptedBotApi(rich=False)
    assert await refused(old, "sendRichMessage", chat_id=me, rich_message={"html": "<p>x</p>"}) == "404 Not Found"


async def test_get_me_names_the_bot(bot_api: ScriptedBotApi) -> None:
    bot = await call(bot_api, "GETME")
    assert (bot["id"], bot["username"], bot["is_bot"]) == (42424242, "tidings_demo_bot", True)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"blocked": True}, "403 Forbidden: bot was blocked by the user"),
        ({"started": False}, "403 Forbidden: bot can't initiate conversation with a user"),
        ({"type": "supergroup", "bot_status": "kicked"}, "403 Forbidden: bot was kicked from the supergroup chat"),
        ({"type": "group", "bot_status": "left"}, "403 Forbidden: bot is not a member of the group chat"),
        ({"type": "channel"}, "400 Bad Request: need administrator rights in the channel chat"),
        ({"migrated_to": -7}, "400 Bad Request: group chat was upgraded to a supergroup chat"),
    ],
)
async def test_a_chat_that_the_bot_may_not_write_to(bot_api: ScriptedBotApi, change: dict[str, Any], told: str) -> None:
    bot_api.world.chats[5] = Chat(**{"id": 5, "type": "private", "title": "Eve", **change})
    assert await refused(bot_api, "sendMessage", chat_id=5, text="x") == told
    assert bot_api.accepted == []


async def test_a_migrated_group_says_where_it_went(bot_api: ScriptedBotApi) -> None:
    bot_api.world.chats[-5] = Chat(id=-5, type="group", title="Old", migrated_to=GROUP_ID)
    with pytest.raises(BotApiError) as caught:
        await call(bot_api, "sendMessage", chat_id=-5, text="x")
    assert caught.value.body()["parameters"] == {"migrate_to_chat_id": GROUP_ID}


@pytest.mark.parametrize(
    ("chat_id", "told"), [("", "chat_id is empty"), ("9", "chat not found"), ("@x", "chat not found")]
)
async def test_an_unknown_chat_is_not_found(bot_api: ScriptedBotApi, chat_id: str, told: str) -> None:
    assert await refused(bot_api, "sendMessage", chat_id=chat_id, text="x") == f"400 Bad Request: {told}"


async def test_a_channel_is_found_by_its_name(bot_api: ScriptedBotApi) -> None:
    sent = await call(bot_api, "sendMessage", chat_id="@City_News_Demo", text="x")
    assert sent["chat"] == {"id": CHANNEL_ID, "type": "channel", "title": "City news", "username": "city_news_demo"}
    assert "from" not in sent
    assert sent["sender_chat"]["id"] == CHANNEL_ID


async def test_topics_are_checked(bot_api: ScriptedBotApi, me: int) -> None:
    told = await refused(bot_api, "sendMessage", chat_id=GROUP_ID, text="x", message_thread_id=3)
    assert told == "400 Bad Request: message thread not found"
    bot_api.world.find_chat(GROUP_ID).topics = {3: "Sports"}
    sent = await call(bot_api, "sendMessage", chat_id=GROUP_ID, text="x", message_thread_id=3)
    assert sent["message_thread_id"] == 3
    assert sent["chat"]["is_forum"]


async def test_updates_are_kept_until_confirmed(bot_api: ScriptedBotApi, me: int) -> None:
    for text in ("one", "two", "three"):
        people.say(bot_api.world, bot_api.world.find_chat(me), text)
    first, second, third = await updates(bot_api)
    assert [update["message"]["text"] for update in (first, second, third)] == ["one", "two", "three"]
    assert await updates(bot_api, limit=1) == [first]
    assert await updates(bot_api, offset=second["update_id"]) == [second, third]
    assert await updates(bot_api, offset=-1) == [third]
    assert await updates(bot_api, offset=third["update_id"] + 1) == []


async def test_a_long_poll_ends_with_the_first_update_or_the_time(bot_api: ScriptedBotApi, me: int) -> None:
    polling = asyncio.create_task(updates(bot_api, timeout=30))
    await asyncio.sleep(0)
    assert is_polled(bot_api.world)
    people.say(bot_api.world, bot_api.world.find_chat(me), "hello")
    people.say(bot_api.world, bot_api.world.find_chat(me), "are you there?")
    _, update = await polling
    assert await updates(bot_api, offset=update["update_id"] + 1, timeout=0) == []
    bot_api.world.updates.close()
    assert await updates(bot_api, timeout=30) == []


async def test_a_long_poll_ends_in_time(bot_api: ScriptedBotApi) -> None:
    assert await bot_api.world.updates.poll(offset=0, limit=100, timeout=0.001) == []
    assert not is_polled(bot_api.world)


async def test_only_the_kinds_asked_for_are_queued(bot_api: ScriptedBotApi, me: int) -> None:
    await updates(bot_api, allowed_updates=["callback_query"])
    people.say(bot_api.world, bot_api.world.find_chat(me), "hello")
    assert await updates(bot_api) == []
    await updates(bot_api, allowed_updates=[])
    people.say(bot_api.world, bot_api.world.find_chat(me), "hello")
    assert len(await updates(bot_api)) == 1


async def test_a_webhook_and_polling_exclude_each_other(bot_api: ScriptedBotApi, me: int) -> None:
    assert (
        await refused(bot_api, "setWebhook", url="http://e.org")
        == "400 Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    )
    people.say(bot_api.world, bot_api.world.find_chat(me), "hello")
    await call(bot_api, "setWebhook", url="https://e.org/hook", drop_pending_updates=True)
    assert (await call(bot_api, "getWebhookInfo")) == {
        "url": "https://e.org/hook", "has_custom_certificate": False, "pending_update_count": 0
    }  # fmt: skip
    assert (await refused(bot_api, "getUpdates")).startswith("409 Conflict: can't use getUpdates")
    people.say(bot_api.world, bot_api.world.find_chat(me), "hello")
    await call(bot_api, "deleteWebhook", drop_pending_updates=True)
    await call(bot_api, "setWebhook", url="")
    assert await updates(bot_api) == []


def commands(*names: str) -> list[dict[str, str]]:
    return [{"command": name, "description": f"Does {name}"} for name in names]


async def test_commands_are_kept_by_scope_and_language(bot_api: ScriptedBotApi, me: int) -> None:
    def shown() -> list[str]:
        return [entry["command"] for entry in state_json(bot_api.world)["bot"]["commands"]]

    assert shown() == []
    await call(bot_api, "setMyCommands", commands=commands("help"))
    await call(bot_api, "setMyCommands", commands=commands("hilfe"), language_code="de")
    await call(bot_api, "setMyCommands", commands=commands("zh"), language_code="zh")
    assert shown() == ["help"]
    bot_api.world.me.language_code = "zh-hant"
    assert shown() == ["zh"]
    await call(bot_api, "setMyCommands", commands=commands("private"), scope={"type": "all_private_chats"})
    assert shown() == ["private"]
    await call(bot_api, "setMyCommands", commands=commands("own"), scope={"type": "chat", "chat_id": me})
    assert shown() == ["own"]
    assert await call(bot_api, "getMyCommands", language_code="de") == commands("hilfe")
    await call(bot_api, "deleteMyCommands", language_code="de")
    assert await call(bot_api, "getMyCommands", language_code="de") == []


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"commands": commands("Help")}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "help", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": commands("help"), "language_code": "zh-Hant"}, "invalid language code specified"),
        ({"commands": "{"}, "can't parse commands JSON object"),
        ({}, "can't parse list of commands"),
    ],
)
async def test_commands_are_refused(bot_api: ScriptedBotApi, values: dict[str, Any], told: str) -> None:
    assert f"400 Bad Request: {told}" in await refused(bot_api, "setMyCommands", **values)


async def test_descriptions_are_kept_by_language_within_their_limits(bot_api: ScriptedBotApi) -> None:
    assert await call(bot_api, "getMyName") == {"name": "Tidings"}
    await call(bot_api, "setMyShortDescription", short_description="News")
    assert await call(bot_api, "getMyShortDescription", language_code="de") == {"short_description": "News"}
    assert (
        await refused(bot_api, "setMyShortDescription", short_description="x" * 121)
        == "400 Bad Request: short description is too long"
    )
    assert (
        await refused(bot_api, "setMyDescription", description="x" * 513) == "400 Bad Request: description is too long"
    )
    assert await call(bot_api, "setChatMenuButton", menu_button={"type": "commands"})


async def test_members_of_a_chat(bot_api: ScriptedBotApi, me: int) -> None:
    async def status(user_id: int, chat_id: int = GROUP_ID) -> str:
        return str((await call(bot_api, "getChatMember", chat_id=chat_id, user_id=user_id))["status"])

    assert (await status(me), await status(700_000_002), await status(42424242)) == ("creator", "member", "member")
    assert await status(700_000_002, CHANNEL_ID) == "left"
    assert (
        await refused(bot_api, "getChatMember", chat_id=GROUP_ID, user_id=5)
        == "400 Bad Request: PARTICIPANT_ID_INVALID"
    )
    admins = await call(bot_api, "getChatAdministrators", chat_id=CHANNEL_ID)
    assert [(entry["user"]["id"], entry["status"]) for entry in admins] == [
        (me, "creator"),
        (42424242, "administrator"),
    ]
    assert len(await call(bot_api, "getChatAdministrators", chat_id=GROUP_ID)) == 1
    assert "no administrators" in await refused(bot_api, "getChatAdministrators", chat_id=me)
    assert await call(bot_api, "getChatMemberCount", chat_id=GROUP_ID) == 3
    assert (await call(bot_api, "getChat", chat_id=me))["first_name"] == "Ada"
