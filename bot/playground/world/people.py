"""What people do: write, press buttons, open chats, block the bot. Each becomes the update the bot would get."""

from __future__ import annotations

from typing import Any

from bot.playground.api.message_content import MAX_TEXT
from bot.playground.messages.errors import bad_request
from bot.playground.messages.formatted_text import parse_text
from bot.playground.messages.keyboards import has_data
from bot.playground.page.page_json import message_view
from bot.playground.world.bot_api_json import chat_json, member_json, message_json, user_json
from bot.playground.world.chats import MemberStatus, Message, Person, Room, TextBody, World


def say(
    world: World,
    room: Room,
    text: str,
    *,
    sender: Person | None = None,
    sender_chat: int | None = None,
    reply_to: int | None = None,
    thread_id: int | None = None,
) -> Message:
    """A person (the one at the page, unless told otherwise) writes; the bot learns of it if it may.

    `sender_chat` alone is an anonymous admin (the group's own id) or a channel speaking in a group.
    """
    formatted = parse_text(text)
    if not formatted.text or formatted.length > MAX_TEXT:
        raise bad_request("message is too long" if formatted.text else "message text is empty")
    announce(world, room)
    anonymous = sender_chat is not None or room.type == "channel"
    message = Message(
        message_id=room.next_id(),
        room_id=room.id,
        date=world.unix_now(),
        body=TextBody(text=formatted),
        sender=None if anonymous else sender or world.me,
        sender_chat=sender_chat,
        reply_to=reply_to,
        thread_id=thread_id,
    )
    room.messages[message.message_id] = message
    if room.type == "private":
        room.started, room.blocked = True, False
    read(room)
    world.pages.publish(
        {"type": "message", "chat_id": room.id, "message": message_view(world, message), "unread": room.unread}
    )
    if bot_sees(world, room, message):
        world.updates.add("channel_post" if room.type == "channel" else "message", message_json(world, message))
    return message


def bot_sees(world: World, room: Room, message: Message) -> bool:
    """Privacy mode: in a group the bot sees commands meant for it and answers to it, unless it is an admin."""
    if room.type == "private" or room.bot_status == "administrator":
        return True
    if room.type == "channel" or room.bot_status != "member":
        return False
    answered = room.messages.get(message.reply_to or 0)
    return (answered is not None and answered.from_bot) or _is_command_for(world.bot, message)


def _is_command_for(bot: Person, message: Message) -> bool:
    assert isinstance(message.body, TextBody)
    text = message.body.text
    if not any(entity["type"] == "bot_command" and entity["offset"] == 0 for entity in text.entities):
        return False
    _, _, named = text.text.split(maxsplit=1)[0].partition("@")
    return not named or named.lower() == (bot.username or "").lower()


def press(world: World, room: Room, message_id: int, data: str, *, sender: Person | None = None) -> str:
    """A person presses a button; returns the id of the callback query."""
    message = room.messages.get(message_id)
    if message is None:
        raise bad_request("message not found")
    if not has_data(message.keyboard, data):
        raise bad_request("BUTTON_DATA_INVALID")
    read(room)
    query_id = str(4_000_000_000_000_000 + world.next_serial())
    world.open_queries[query_id] = {
        "chat_id": room.id, "message_id": message_id, "data": data, "asked": world.unix_now()
    }  # fmt: skip
    query = {
        "id": query_id,
        "from": user_json(sender or world.me),
        "message": message_json(world, message),
        "chat_instance": str(abs(room.id)),
        "data": data,
    }
    world.updates.add("callback_query", query)
    return query_id


def ask_inline(world: World, words: str, *, sender: Person | None = None) -> str:
    """A person types `@bot words` in any chat; returns the id of the inline query."""
    query_id = str(5_000_000_000_000_000 + world.next_serial())
    world.open_queries[query_id] = {"asked": world.unix_now()}
    query = {"id": query_id, "from": user_json(sender or world.me), "query": words, "offset": ""}
    world.updates.add("inline_query", query)
    return query_id


def read(room: Room) -> None:
    """The person looks at a chat."""
    room.unread = 0


def announce(world: World, room: Room) -> None:
    """Tells the bot, once, that it was added to a group or channel."""
    if not room.announced and room.bot_status in ("member", "administrator"):
        _tell_status(world, room, "left", room.bot_status)
    room.announced = True


def set_bot_status(world: World, room: Room, status: MemberStatus) -> None:
    """The bot is promoted, removed or added again; in a private chat "kicked" means blocked."""
    old = room.bot_status
    room.bot_status, room.announced = status, True
    if room.type == "private":
        room.blocked = status == "kicked"
        room.bot_status = "member"
        old = "member" if room.blocked else "kicked"
    _tell_status(world, room, old, status)


def _tell_status(world: World, room: Room, old: MemberStatus, new: MemberStatus) -> None:
    change: dict[str, Any] = {
        "chat": chat_json(room),
        "from": user_json(world.me if room.type != "private" else world.people[room.id]),
        "date": world.unix_now(),
        "old_chat_member": member_json(world.bot, old),
        "new_chat_member": member_json(world.bot, new),
    }
    world.updates.add("my_chat_member", change)
