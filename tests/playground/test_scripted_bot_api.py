"""The Bot API of the tests: rate limits and scripted failures."""

from __future__ import annotations

import asyncio

import pytest

from bot.playground.messages.errors import BotApiError
from bot.playground.world import people
from bot.playground.world.chats import Chat
from bot.playground.world.state import GROUP_ID
from tests.bot_api_faults import Fault, RawAnswer
from tests.playground.calls import a_picture, an_album, call, refused
from tests.scripted_bot_api import ScriptedBotApi


class Seconds:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


async def test_limits_are_enforced_when_asked_for(bot_api: ScriptedBotApi, me: int) -> None:
    seconds = Seconds()
    bot_api.enforce_limits(seconds)
    for _ in range(3):
        await call(bot_api, "sendMessage", chat_id=me, text="x")
    assert await refused(bot_api, "sendMessage", chat_id=me, text="x") == "429 Too Many Requests: retry after 1"
    seconds.now = 1
    await call(bot_api, "sendMessage", chat_id=me, text="x")
    for _ in range(10):
        await call(
            bot_api,
            "sendMediaGroup",
            {"a": a_picture()},
            chat_id=GROUP_ID,
            media=an_album("attach://a", "attach://a"),
        )
    assert await refused(bot_api, "sendMessage", chat_id=GROUP_ID, text="x") == "429 Too Many Requests: retry after 3"
    assert len(bot_api.accepted) == 14


async def test_all_chats_share_one_limit(bot_api: ScriptedBotApi) -> None:
    bot_api.enforce_limits(Seconds())
    for number in range(31):
        bot_api.world.chats[number] = Chat(id=number, type="private", title="x")
    for number in range(1, 31):
        await call(bot_api, "sendMessage", chat_id=number, text="x")
    assert (await refused(bot_api, "sendMessage", chat_id=0, text="x")).startswith("429")


async def test_scripted_faults_are_met_once_each(bot_api: ScriptedBotApi, me: int) -> None:
    bot_api.faults.add(Fault(method="sendMessage", status=502, description="Bad Gateway", chat_id=GROUP_ID))
    bot_api.faults.add(Fault(method="sendMessage", status=500, description="Internal", accept=True, times=2))
    bot_api.faults.add(Fault(method="*", status=200, raw=b'{"ok": tr'))
    for _ in range(2):
        assert await refused(bot_api, "sendMessage", chat_id=me, text="x") == "500 Internal"
    with pytest.raises(RawAnswer) as caught:
        await call(bot_api, "getMe")
    assert caught.value.body == b'{"ok": tr'
    assert len(bot_api.accepted) == 2
    assert len(bot_api.faults) == 1
    assert await refused(bot_api, "sendMessage", chat_id=GROUP_ID, text="x") == "502 Bad Gateway"


async def test_a_hanging_call_is_let_go_when_the_server_stops(bot_api: ScriptedBotApi, me: int) -> None:
    bot_api.faults.add(Fault(method="sendMessage", status=500, description="Stopped", accept=True, hang=True))
    hanging = asyncio.create_task(refused(bot_api, "sendMessage", chat_id=me, text="x"))
    await asyncio.sleep(0)
    assert len(bot_api.accepted) == 1
    bot_api.close()
    assert await hanging == "500 Stopped"


@pytest.mark.parametrize("knows", [True, False])
async def test_a_server_before_10_3_refuses_buttons_inside_rich_messages(knows: bool) -> None:
    bot_api = ScriptedBotApi(buttons=knows)
    await call(bot_api, "getMe")
    me = bot_api.world.me.id
    people.say(bot_api.world, bot_api.world.find_chat(me), "/start")
    row = '<tg-button-row><tg-button type="callback_data" data="mu:1">Less</tg-button></tg-button-row>'
    rich = {"html": f"<p>News</p>{row}"}
    if knows:
        sent = await call(bot_api, "sendRichMessage", chat_id=me, rich_message=rich)
        chat = bot_api.world.find_chat(me)
        assert people.press(bot_api.world, chat, sent["message_id"], "mu:1")
        with pytest.raises(BotApiError):
            people.press(bot_api.world, chat, sent["message_id"], "mu:2")
    else:
        answer = await refused(bot_api, "sendRichMessage", chat_id=me, rich_message=rich)
        assert 'Unsupported start tag "tg-button-row"' in answer
