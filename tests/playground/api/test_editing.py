"""What can be edited and deleted."""

from __future__ import annotations

from datetime import timedelta

from bot.playground.world import people
from bot.playground.world.state import GROUP_ID
from tests.playground.calls import Clock, a_button, a_picture, call, keyboard, refused
from tests.scripted_bot_api import ScriptedBotApi


async def test_edits_change_what_stands_and_nothing_else(bot_api: ScriptedBotApi, clock: Clock, me: int) -> None:
    sent = await call(bot_api, "sendMessage", chat_id=me, text="x", reply_markup=keyboard([a_button()]))
    where = {"chat_id": me, "message_id": sent["message_id"]}
    clock.moment += timedelta(seconds=5)
    edited = await call(bot_api, "editMessageText", **where, text="y", reply_markup=keyboard([a_button()]))
    assert edited["edit_date"] - edited["date"] == 5
    told = await refused(
        bot_api, "editMessageText", **where, text="<b></b>y", parse_mode="HTML", reply_markup=keyboard([a_button()])
    )
    assert "message is not modified" in told
    bare = await call(bot_api, "editMessageReplyMarkup", **where)
    assert "reply_markup" not in bare
    rich = await call(bot_api, "editMessageText", **where, rich_message={"html": "<p>z</p>"})
    assert rich["rich_message"]["blocks"] == [{"type": "paragraph", "text": "z"}]
    assert "not modified" in await refused(bot_api, "editMessageText", **where, rich_message={"html": "<p>z</p>"})
    assert [entry.is_edit for entry in bot_api.accepted] == [False, True, True, True]
    pictured = await call(
        bot_api, "editMessageMedia", {"a": a_picture()}, **where, media={"type": "photo", "media": "attach://a"}
    )
    same = {"type": "photo", "media": pictured["photo"][-1]["file_id"]}
    assert "not modified" in await refused(bot_api, "editMessageMedia", **where, media=same)
    document = await call(bot_api, "sendDocument", {"document": b"{}"}, chat_id=me)
    assert "not modified" in await refused(
        bot_api, "editMessageReplyMarkup", chat_id=me, message_id=document["message_id"]
    )


async def test_edits_that_cannot_be_are_refused(bot_api: ScriptedBotApi, me: int) -> None:
    mine = people.say(bot_api.world, bot_api.world.find_chat(me), "hello")
    text = await call(bot_api, "sendMessage", chat_id=me, text="x")
    photo = await call(bot_api, "sendPhoto", {"photo": a_picture()}, chat_id=me)
    cases = [
        ("editMessageText", 99, "message to edit not found"),
        ("editMessageText", mine.message_id, "message can't be edited"),
        ("editMessageText", photo["message_id"], "there is no text in the message to edit"),
        ("editMessageCaption", text["message_id"], "there is no caption in the message to edit"),
        ("deleteMessage", 99, "message to delete not found"),
    ]
    for method, message_id, told in cases:
        assert await refused(bot_api, method, chat_id=me, message_id=message_id) == f"400 Bad Request: {told}"
    inline = await refused(bot_api, "editMessageText", inline_message_id="x", text="y")
    assert inline == "400 Bad Request: message to edit not found"


async def test_messages_are_deleted_where_the_bot_may(bot_api: ScriptedBotApi, me: int) -> None:
    group = bot_api.world.find_chat(GROUP_ID)
    theirs = people.say(bot_api.world, group, "hello")
    ours = await call(bot_api, "sendMessage", chat_id=GROUP_ID, text="x")
    assert (
        await refused(bot_api, "deleteMessage", chat_id=GROUP_ID, message_id=theirs.message_id)
        == "400 Bad Request: message can't be deleted"
    )
    assert await call(bot_api, "deleteMessages", chat_id=GROUP_ID, message_ids=[ours["message_id"], 99])
    assert await call(bot_api, "deleteMessages", chat_id=GROUP_ID)
    assert list(group.messages) == [theirs.message_id]


async def test_actions_are_checked(bot_api: ScriptedBotApi, me: int) -> None:
    assert await call(bot_api, "sendChatAction", chat_id=me, action="typing")
    assert (
        await refused(bot_api, "sendChatAction", chat_id=me, action="juggling")
        == "400 Bad Request: wrong parameter action in request"
    )
    assert bot_api.accepted == []
    assert [entry.status for entry in bot_api.calls] == [200, 400]
