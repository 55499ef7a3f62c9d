"""What people do: write, press buttons, open chats, block the bot. Each queues the update that the bot would get."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.playground.messages.errors import bad_request
from bot.playground.messages.formatted_text import MAX_TEXT, parse_text
from bot.playground.messages.keyboards import has_data
from bot.playground.world.bot_api_json import chat_json, member_json, message_json, user_json
from bot.playground.world.changes import ChatChanged, DraftStopped
from bot.playground.world.chats import Chat, ChatType, MemberStatus, Message, Person, RichBody, TextBody
from bot.playground.world.state import World

ROLES: Mapping[ChatType, tuple[MemberStatus, ...]] = {
    "private": (),
    "group": ("member", "administrator", "left"),
    "supergroup": ("member", "administrator", "left"),
    "channel": ("administrator", "left"),  # there a bot is no mere member
}

# What the person at the page can be: who made a group is as good as an administrator.
MY_ROLES: Mapping[ChatType, tuple[MemberStatus, ...]] = {
    "private": (),
    "group": ("member", "administrator"),
    "supergroup": ("member", "administrator"),
    "channel": (),
}


def say(
    world: World,
    chat: Chat,
    text: str,
    *,
    sender: Person | None = None,
    sender_chat: int | None = None,
    reply_to: int | None = None,
    thread_id: int | None = None,
) -> Message:
    """A person writes a message: `sender`, or the one at the page. The bot gets it if it may see it.

    `sender_chat` alone is an anonymous admin (the group's own id) or a channel speaking in a group.
    """
    formatted = parse_text(text)
    if not formatted.text or formatted.length > MAX_TEXT:
        raise bad_request("message is too long" if formatted.text else "message text is empty")
    announce(world, chat)
    anonymous = sender_chat is not None or chat.type == "channel"
    message = Message(
        message_id=chat.next_id(),
        chat_id=chat.id,
        date=world.unix_now(),
        body=TextBody(text=formatted),
        sender=None if anonymous else sender or world.me,
        sender_chat=sender_chat,
        reply_to=reply_to,
        thread_id=thread_id,
    )
    if chat.type == "private":
        chat.started, chat.blocked = True, False
    mark_as_read(chat)
    world.post([message])
    if bot_sees(world, chat, message):
        world.updates.add("channel_post" if chat.type == "channel" else "message", message_json(world, message))
    return message


def bot_sees(world: World, chat: Chat, message: Message) -> bool:
    """Privacy mode: in a group the bot sees commands meant for it and answers to it, unless it is an admin."""
    if chat.type == "private" or chat.bot_status == "administrator":
        return True
    if chat.type == "channel" or chat.bot_status != "member":
        return False
    answered = chat.messages.get(message.reply_to or 0)
    return (answered is not None and answered.from_bot) or _is_command_for(world.bot, message)


def _is_command_for(bot: Person, message: Message) -> bool:
    assert isinstance(message.body, TextBody)
    text = message.body.text
    if not any(entity["type"] == "bot_command" and entity["offset"] == 0 for entity in text.entities):
        return False
    _, _, named = text.text.split(maxsplit=1)[0].partition("@")
    return not named or named.lower() == (bot.username or "").lower()


def press(world: World, chat: Chat, message_id: int, data: str, *, sender: Person | None = None) -> str:
    """A person presses a button; returns the id of the callback query."""
    message = chat.messages.get(message_id)
    if message is None:
        raise bad_request("message not found")
    inside = message.body.rich.presses if isinstance(message.body, RichBody) else ()
    if not has_data(message.keyboard, data) and data not in {pressed for _, pressed in inside}:
        raise bad_request("BUTTON_DATA_INVALID")
    mark_as_read(chat)
    query_id = str(4_000_000_000_000_000 + world.next_serial())
    world.open_queries[query_id] = {
        "chat_id": chat.id, "message_id": message_id, "data": data, "asked": world.unix_now()
    }  # fmt: skip
    query = {
        "id": query_id,
        "from": user_json(sender or world.me),
        "message": message_json(world, message),
        "chat_instance": str(abs(chat.id)),
        "data": data,
    }
    world.updates.add("callback_query", query)
    return query_id


def stop(world: World, chat: Chat, draft_id: int) -> None:
    """A person stops what the bot is writing."""
    if not draft_id or chat.draft_id != draft_id:
        raise bad_request("draft not found")
    chat.draft_id = 0
    world.tell(DraftStopped(chat_id=chat.id, draft_id=draft_id))
    world.updates.add("stopped_message_generation", {"chat": chat_json(chat), "draft_id": draft_id})


def mark_as_read(chat: Chat) -> None:
    """The person has seen the chat: nothing in it is unread."""
    chat.unread = 0


def announce(world: World, chat: Chat) -> None:
    """Tells the bot, once, that it was added to a group or channel."""
    if not chat.announced and chat.bot_status in ("member", "administrator"):
        _tell_status(world, chat, "left", chat.bot_status)
    chat.announced = True


def set_role(world: World, chat: Chat, role: str) -> None:
    """Gives the bot one of the `ROLES` of the chat, and tells it."""
    new = next(status for status in ROLES[chat.type] if status == role)
    if new == chat.bot_status:
        return
    old, chat.bot_status = chat.bot_status, new
    chat.announced = True
    _tell_status(world, chat, old, new)
    world.tell(ChatChanged(chat_id=chat.id))


def my_role(world: World, chat: Chat) -> MemberStatus:
    """Which of `MY_ROLES` the person at the page has in the chat."""
    return "administrator" if chat.members.get(world.me.id) in ("creator", "administrator") else "member"


def set_my_role(world: World, chat: Chat, role: str) -> None:
    """Makes the person at the page a member or an administrator of the chat, which the bot is not told."""
    chat.members[world.me.id] = next(status for status in MY_ROLES[chat.type] if status == role)
    world.tell(ChatChanged(chat_id=chat.id))


def _tell_status(world: World, chat: Chat, old: MemberStatus, new: MemberStatus) -> None:
    change: dict[str, Any] = {
        "chat": chat_json(chat),
        "from": user_json(world.me if chat.type != "private" else world.people[chat.id]),
        "date": world.unix_now(),
        "old_chat_member": member_json(world.bot, old),
        "new_chat_member": member_json(world.bot, new),
    }
    world.updates.add("my_chat_member", change)
