"""Who may press what, and presses that cannot be right."""

from __future__ import annotations

import pytest
from telegram import CallbackQuery, Chat, InaccessibleMessage, Update, User

from bot.chat.application import new_bot
from bot.chat.quotas import Limit
from bot.models.chats import ChatKey
from bot.playground.world.chats import MemberStatus
from tests.chat.rig import Rig, labels, text

MEMBER = 901
ADMIN = 902


@pytest.fixture
async def rig(rig: Rig) -> Rig:
    """With news, a member and an administrator of the group."""
    await rig.publish("Harbour bridge opens")
    people: tuple[tuple[int, MemberStatus], ...] = ((MEMBER, "member"), (ADMIN, "administrator"))
    for person_id, status in people:
        rig.api.add_person(person_id)
        set_member(rig, person_id, status)
    return rig


def set_member(rig: Rig, person_id: int, status: MemberStatus) -> None:
    for chat in (rig.api.group, rig.api.channel):
        rig.api.world.chats[chat].members[person_id] = status


async def test_a_member_may_look_but_not_change(rig: Rig) -> None:
    shown = await rig.says("/categories", chat=rig.api.group, sender=MEMBER)
    assert labels(shown)[0] == "World · 1"
    await rig.presses("World · 1", chat=rig.api.group, sender=MEMBER)
    assert "Only administrators can change settings here." in rig.answered().values()
    for command in ("/subscribe World", "/unsubscribe all", "/schedule off", "/timezone Berlin", "/language zh-Hant"):
        answer = await rig.says(command, chat=rig.api.group, sender=MEMBER)
        assert text(answer) == "Only administrators can change settings here."
        rig.clock.advance(10)
    assert await rig.follows(rig.api.group) == []
    assert (await rig.chat(rig.api.group)).zone == "UTC"


async def test_an_administrator_may(rig: Rig) -> None:
    await rig.says("/categories", chat=rig.api.group, sender=ADMIN)
    await rig.presses("World · 1", chat=rig.api.group, sender=ADMIN)
    assert "✅ World · 1" in labels(rig.messages(rig.api.group)[-2])
    assert await rig.follows(rig.api.group) == [("World",)]


async def test_who_is_administrator_no_more_may_not(rig: Rig) -> None:
    await rig.says("/categories", chat=rig.api.group, sender=ADMIN)
    await rig.presses("World · 1", chat=rig.api.group, sender=ADMIN)
    set_member(rig, ADMIN, "member")
    await rig.presses("✅ World · 1", chat=rig.api.group, sender=ADMIN)
    assert await rig.follows(rig.api.group) == [("World",)]


async def test_an_anonymous_administrator_may_and_a_channel_in_the_group_may_not(rig: Rig) -> None:
    await rig.says("/subscribe World", chat=rig.api.group, sender_chat=rig.api.channel)
    assert await rig.follows(rig.api.group) == []
    await rig.says("/subscribe World", chat=rig.api.group, sender_chat=rig.api.group)
    assert await rig.follows(rig.api.group) == [("World",)]


async def test_a_channels_posts_are_by_its_administrators_and_its_buttons_are_checked(rig: Rig) -> None:
    shown = await rig.says("/categories", chat=rig.api.channel)
    assert "World · 1" in labels(shown)
    await rig.presses("World · 1", chat=rig.api.channel, sender=MEMBER)
    assert await rig.follows(rig.api.channel) == []
    await rig.presses("World · 1", chat=rig.api.channel, sender=ADMIN)
    assert await rig.follows(rig.api.channel) == [("World",)]


async def test_a_reader_of_a_channel_makes_the_bot_post_nothing_there(rig: Rig) -> None:
    await rig.says("/subscribe World", chat=rig.api.channel)
    before = len(rig.api.accepted)
    for label in ("🗞 Digest now", "⏰ Schedule", "📚 Categories"):
        await rig.presses(label, chat=rig.api.channel, sender=MEMBER)
        rig.clock.advance(10)
    assert len(rig.api.accepted) == before
    await rig.presses("⏰ Schedule", chat=rig.api.channel, sender=ADMIN)
    assert len(rig.api.accepted) == before + 1


async def test_a_press_too_old_to_be_answered_is_no_failure(rig: Rig, caplog: pytest.LogCaptureFixture) -> None:
    rig.api.fail_next("answerCallbackQuery", 400, "Bad Request: query is too old and response timeout expired")
    await press_raw(rig, data="ti:1:1:0")
    assert "handler failed" not in caplog.text


async def test_each_topic_follows_what_it_likes(rig: Rig) -> None:
    room = rig.api.world.chats[rig.api.group]
    room.topics = {7: "Sports"}
    await rig.says("/subscribe World", chat=rig.api.group, sender=ADMIN, thread_id=7)
    assert await rig.follows(rig.api.group, thread_id=7) == [("World",)]
    assert await rig.follows(rig.api.group) == []
    assert rig.last(rig.api.group).thread_id == 7


@pytest.mark.parametrize("data", ["", "xx:1", "ti:1:1", "ti:1:1:0:0", "🙂", "a" * 64])
async def test_forged_data_is_answered_and_changes_nothing(rig: Rig, data: str) -> None:
    await press_raw(rig, data=data)
    assert list(rig.answered().values()) == ["This button doesn't work any more."]
    assert rig.api.accepted == []
    assert await rig.store.chats.get(ChatKey(chat_id=rig.api.group)) is None


async def test_a_message_that_cannot_be_read_any_more_is_answered_and_changes_nothing(rig: Rig) -> None:
    gone = InaccessibleMessage(chat=Chat(id=rig.api.group, type="supergroup"), message_id=5)
    await press_raw(rig, data="ti:1:1:0", message=gone)
    assert list(rig.answered().values()) == ["This message is too old for that. Please send the command again."]
    await press_raw(rig, data="dn", inline=True)
    assert len(rig.answered()) == 2
    assert await rig.store.chats.get(ChatKey(chat_id=rig.api.group)) is None


async def test_a_button_of_another_chat_changes_only_the_chat_it_stands_in(rig: Rig) -> None:
    await rig.says("/subscribe World", chat=rig.api.group, sender=ADMIN)
    await rig.says("/categories", sender=None)
    await rig.presses("World · 1")  # the same button, in the person's own chat
    assert await rig.follows() == [("World",)]
    set_member(rig, ADMIN, "member")
    await press_raw(
        rig, data="le:0", message=InaccessibleMessage(chat=Chat(id=rig.api.group, type="supergroup"), message_id=5)
    )
    assert await rig.follows(rig.api.group) == [("World",)]
    assert await rig.follows() == [("World",)]


async def press_raw(rig: Rig, *, data: str, message: InaccessibleMessage | None = None, inline: bool = False) -> None:
    """A callback query as Telegram could give it, past the playground's own checks."""
    shown = 5
    query_id = str(4_000_000_000_000_000 + rig.api.world.next_serial())
    rig.api.world.open_queries[query_id] = {
        "chat_id": rig.api.group, "message_id": shown, "data": data, "asked": rig.api.world.unix_now()
    }  # fmt: skip
    if message is None and not inline:
        message = InaccessibleMessage(chat=Chat(id=rig.api.group, type="supergroup"), message_id=shown)
    query = CallbackQuery(
        id=query_id,
        from_user=User(id=ADMIN, first_name="Ada", is_bot=False, language_code="en"),
        chat_instance="1",
        data=data,
        message=message,
        inline_message_id="i1" if inline else None,
    )
    query.set_bot(rig.application.bot)
    await rig.application.process_update(Update(update_id=int(query_id), callback_query=query))


async def test_a_summary_without_its_link_button_says_it_is_too_old(rig: Rig) -> None:
    shown = await rig.says("/schedule")
    rig.api.world.chats[rig.api.me].messages[shown.message_id].keyboard[0][0]["callback_data"] = "rh"
    await rig.presses("rh")
    assert "This message is too old for that. Please send the command again." in rig.answered().values()


async def test_what_no_person_of_this_chat_wrote_is_not_answered(rig: Rig) -> None:
    await rig.api.user_says("hello everyone", chat=rig.api.group, sender=MEMBER)
    await rig.api.user_says("/help@another_bot", chat=rig.api.group, sender=MEMBER)
    await rig.says("/help")
    assert ["Hello everyone!" in text(message) for message in rig.messages(rig.api.group)] == [True]


def test_the_bot_needs_a_token(rig: Rig) -> None:
    settings = rig.services.settings.model_copy(update={"telegram_bot_token": None})
    with pytest.raises(ValueError, match="no bot token"):
        new_bot(settings)


async def test_a_member_who_presses_too_much_is_told_so_and_others_are_answered(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat.press_quotas.PRESS_LIMITS", (Limit(count=1, seconds=60),))
    await rig.says("/categories", chat=rig.api.group)
    for sender in (MEMBER, MEMBER, ADMIN):
        await rig.presses("⏰ Schedule", chat=rig.api.group, sender=sender)
    assert list(rig.answered().values()) == ["", "That was a lot at once. Please give me a minute.", ""]
