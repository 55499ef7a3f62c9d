"""The application: commands, errors, order, and life without what it does not use."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram import Chat, Message, Update

from bot.chat.application import PerChatOrder, on_error
from bot.models.chats import ChatKey, DigestMode
from bot.models.decisions import Strike
from bot.models.messages import Refusal
from bot.playground.world import chats
from tests.chat.rig import NOON, Rig, running_rig, text
from tests.fakes import a_chat, a_message

RESTRICTIONS = (
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_manage_topics",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_edit_tag",
    "can_react_to_messages",
)


async def test_a_failing_handler_is_logged_once_and_told_politely(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug")

    await rig.publish("One")
    await rig.says("/start")
    monkeypatch.setattr(type(rig.store.chats), "subscriptions", broken)
    assert text(await rig.says("/start")) == "Sorry, something went wrong on my side. Please try again."
    query = await rig.api.press("World · 1")
    await rig.api.wait_for(lambda: query in rig.answered())
    await rig.quiet()
    assert rig.answered()[query] == "Sorry, something went wrong on my side. Please try again."
    logged = [record for record in caplog.records if record.message == "handler failed"]
    assert [record.levelno for record in logged] == [logging.ERROR, logging.ERROR]


async def test_an_error_without_a_chat_or_a_way_to_tell_it_is_only_logged(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    class Context:
        error = RuntimeError("a bug")

    context: Any = Context()
    await on_error(None, context)
    message = Message(message_id=1, date=NOON, chat=Chat(id=12345, type="private"))
    message.set_bot(rig.application.bot)
    await on_error(Update(update_id=1, message=message), context)
    assert "error message not sent chat=12345" in caplog.text
    await on_error(Update(update_id=2), context)
    poll = {"update_id": 3, "my_chat_member": member_update(rig)}
    await on_error(Update.de_json(poll, rig.application.bot), context)
    assert rig.api.accepted == []


def member_update(rig: Rig) -> dict[str, Any]:
    """A change of the bot's membership in the group, which has no message to answer."""
    me = rig.application.bot.bot.to_dict()
    return {
        "chat": {"id": rig.api.group, "type": "supergroup", "title": "Friends"},
        "from": {"id": rig.api.me, "is_bot": False, "first_name": "Ada"},
        "date": int(NOON.timestamp()),
        "old_chat_member": {"user": me, "status": "member"},
        "new_chat_member": {"user": me, "status": "member"},
    }


async def test_a_change_of_rank_is_no_reason_to_greet(rig: Rig) -> None:
    change = {"update_id": 3, "my_chat_member": member_update(rig)}
    await rig.application.process_update(Update.de_json(change, rig.application.bot))
    await rig.quiet()
    assert rig.api.accepted == []


@pytest.fixture
async def silent_rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """A bot whose outbox nobody delivers."""
    async with running_rig(tmp_path, deliver=False) as rig:
        yield rig


async def test_rights_given_back_end_the_pause_of_the_chat_and_rights_taken_do_not(silent_rig: Rig) -> None:
    rig = silent_rig
    key = ChatKey(chat_id=rig.api.group)
    await rig.store.chats.save(a_chat(rig.api.group))
    await rig.store.outbox.enqueue([a_message(1, chat_id=rig.api.group)], now=NOON)
    [message] = await rig.store.outbox.claim(owner="boot", now=NOON, limit=1)
    refused = Strike(until=NOON + timedelta(hours=24), error="no rights", refusal=Refusal.NO_RIGHTS)
    await rig.store.outbox.settle(message.id, owner="boot", decision=refused, now=NOON)
    for may_write in (False, True):
        assert (await rig.store.chats.standing(key)).strikes == 1
        change: dict[str, Any] = {"update_id": 3, "my_chat_member": member_update(rig)}
        rights = dict.fromkeys(RESTRICTIONS, False) | {"status": "restricted", "is_member": True, "until_date": 0}
        change["my_chat_member"]["new_chat_member"] |= rights | {"can_send_messages": may_write}
        await rig.application.process_update(Update.de_json(change, rig.application.bot))
    assert (await rig.store.chats.standing(key)).strikes == 0
    due = await rig.store.outbox.next_at()
    assert due is not None
    assert due <= NOON


async def test_an_update_without_a_chat_of_ours_begins_no_turn(rig: Rig) -> None:
    message = {
        "message_id": 1,
        "date": int(NOON.timestamp()),
        "chat": {"id": 5, "type": "sender"},
        "text": "/help",
        "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
    }
    await rig.application.process_update(Update.de_json({"update_id": 3, "message": message}, rig.application.bot))
    await rig.quiet()
    assert rig.api.accepted == []


async def test_updates_of_one_chat_keep_their_order_and_chats_do_not_wait_for_each_other() -> None:
    order = PerChatOrder(8)
    gate = asyncio.Event()
    done: list[str] = []

    async def step(name: str, *, waits: bool = False) -> None:
        if waits:
            await gate.wait()
        done.append(name)

    def update(number: int, chat_id: int) -> Update:
        chat = Chat(id=chat_id, type="private")
        return Update(update_id=number, message=Message(message_id=number, date=NOON, chat=chat))

    async with order:
        tasks = [
            asyncio.create_task(order.process_update(update(1, 7), step("first", waits=True))),
            asyncio.create_task(order.process_update(update(2, 7), step("second"))),
            asyncio.create_task(order.process_update(update(3, 8), step("other chat"))),
            asyncio.create_task(order.process_update("no update", step("nothing"))),
        ]
        await asyncio.gather(*tasks[2:])
        assert sorted(done) == ["nothing", "other chat"]
        gate.set()
        await asyncio.gather(*tasks[:2])
    assert done[2:] == ["first", "second"]


async def test_a_chat_that_sends_hundreds_keeps_no_other_waiting() -> None:
    order = PerChatOrder(2)
    gate, answered = asyncio.Event(), asyncio.Event()

    async def hang() -> None:
        await gate.wait()

    async def answer() -> None:
        answered.set()

    def update(number: int, chat_id: int) -> Update:
        message = Message(message_id=number, date=NOON, chat=Chat(id=chat_id, type="private"))
        return Update(update_id=number, message=message)

    async with order:
        flood = [asyncio.create_task(order.process_update(update(number, 7), hang())) for number in range(300)]
        other = asyncio.create_task(order.process_update(update(999, 8), answer()))
        async with asyncio.timeout(5):
            await answered.wait()
        gate.set()
        await asyncio.gather(other, *flood)


@pytest.mark.parametrize("written", ["/schedule\n08:00 18:30", "/schedule   08:00\n18:30", "/schedule\t08:00 18:30 "])
async def test_what_a_command_is_told_may_begin_on_the_next_line(rig: Rig, written: str) -> None:
    await rig.says(written)
    assert [f"{time:%H:%M}" for time in (await rig.chat()).schedule.times] == ["08:00", "18:30"]


async def test_other_bots_are_not_answered(rig: Rig) -> None:
    """Two bots that answer each other would never end."""
    message = {
        "message_id": 1,
        "date": int(NOON.timestamp()),
        "chat": {"id": 5, "type": "private", "first_name": "Robot"},
        "from": {"id": 5, "is_bot": True, "first_name": "Robot"},
        "text": "Send me a link and I sum it up.",
    }
    await rig.application.process_update(Update.de_json({"update_id": 3, "message": message}, rig.application.bot))
    await rig.quiet()
    assert rig.api.calls[-1].method.lower() != "sendmessage"
    assert rig.api.accepted == []


async def test_a_group_that_becomes_a_supergroup_takes_its_settings_along(rig: Rig) -> None:
    await rig.publish("One")
    old = rig.api.add_chat(chats.Chat(id=-55, type="group", title="Friends", members={rig.api.me: "creator"}))
    rig.api.add_chat(chats.Chat(id=-100555, type="supergroup", title="Friends", members={rig.api.me: "creator"}))
    await rig.says("/subscribe World", chat=old.id)
    group, supergroup = Chat(id=-55, type="group"), Chat(id=-100555, type="supergroup")
    for message in (
        Message(message_id=9, date=NOON, chat=group, migrate_to_chat_id=-100555),
        Message(message_id=9, date=NOON, chat=supergroup, migrate_from_chat_id=-55),
    ):
        await rig.application.process_update(Update(update_id=1, message=message))
    assert await rig.follows(-100555) == [("World",)]
    assert await rig.store.chats.get(ChatKey(chat_id=-55)) is None


async def test_the_same_update_twice_is_answered_once(rig: Rig) -> None:
    await rig.says("/start")
    chat = Chat(id=rig.api.me, type="private", first_name="Ada")
    message = Message.de_json(
        {
            "message_id": 77,
            "date": int(NOON.timestamp()),
            "chat": chat.to_dict(),
            "text": "/help",
            "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
        },
        rig.application.bot,
    )
    before = len(rig.messages())
    for _ in range(2):
        await rig.application.process_update(Update(update_id=1234, message=message))
    assert len(rig.messages()) == before + 1


async def test_a_reply_that_telegram_refuses_is_logged_and_harms_nothing(
    rig: Rig, caplog: pytest.LogCaptureFixture
) -> None:
    rig.api.fail_next("sendMessage", 400, "Bad Request: something new", times=2)  # plain text, too
    await rig.api.user_says("/help")
    await rig.api.wait_for(lambda: "reply failed" in caplog.text)
    await rig.quiet()
    assert text(await rig.says("/help")).startswith("News")


async def test_looks_that_cannot_be_changed_are_logged_only(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    await rig.says("/schedule")
    rig.api.fail_next("editMessageText", 400, "Bad Request: something new")
    await rig.presses("🔕 Off")
    assert "call failed" in caplog.text
    assert (await rig.chat()).schedule.mode is DigestMode.OFF
    caplog.clear()
    rig.api.fail_next("editMessageText", 400, "Bad Request: message is not modified")
    await rig.presses("08:00 18:30")
    assert "call failed" not in caplog.text
