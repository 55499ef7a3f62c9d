"""The state as the page gets it: chats, messages, the bot's commands. Every `html` field is safe to insert."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, assert_never

from bot.playground.messages.keyboards import page_keyboard
from bot.playground.messages.safe_html import is_rtl
from bot.playground.world.chats import DocumentBody, Message, PhotoBody, RichBody, Room, TextBody, World


def state_view(world: World) -> dict[str, Any]:
    """Everything a page needs to draw itself afresh, but for the clock."""
    rooms = visible_rooms(world)
    return {
        "chats": [chat_view(world, room) for room in rooms],
        "me": {
            "id": world.me.id, "first_name": world.me.first_name, "language_code": world.me.language_code
        },
        "bot": {
            "username": world.bot.username,
            "first_name": world.bot.first_name,
            "commands": commands_for(world, world.rooms[world.me.id]),
        },
        "messages": {str(room.id): list(messages_view(world, room)) for room in rooms},
    }  # fmt: skip


def visible_rooms(world: World) -> list[Room]:
    """The chats the person at the page is in."""
    return [room for room in world.rooms.values() if room.members.get(world.me.id, "left") not in ("left", "kicked")]


def chat_view(world: World, room: Room) -> dict[str, Any]:
    """One entry of the chat list; the private chat carries the bot's name, as the person sees it."""
    private = room.type == "private"
    return {
        "id": room.id,
        "type": room.type,
        "title": world.bot.first_name if private else room.title,
        "username": world.bot.username if private else room.username,
        "unread": room.unread,
        "photo_color": room.color,
    }


def messages_view(world: World, room: Room) -> Iterator[dict[str, Any]]:
    """The messages of a chat, an album as one."""
    ordered = [message for _, message in sorted(room.messages.items())]
    for _, group in groupby(ordered, key=lambda message: message.album or message.message_id):
        yield _view(world, list(group))


def message_view(world: World, message: Message) -> dict[str, Any]:
    """One message; any message of an album gives the whole album, under its first message's id."""
    if message.album is None:
        return _view(world, [message])
    room = world.rooms[message.room_id]
    return _view(world, [other for _, other in sorted(room.messages.items()) if other.album == message.album])


def _view(world: World, group: list[Message]) -> dict[str, Any]:
    first = group[0]
    return {
        "message_id": first.message_id,
        "message_ids": [message.message_id for message in group],
        "from": _sender(world, first),
        "date": first.date,
        "keyboard": page_keyboard(first.keyboard),
        "edited": any(message.edited is not None for message in group),
        **({"reply_to": first.reply_to} if first.reply_to else {}),
        **_content(group),
    }


def _sender(world: World, message: Message) -> str:
    if message.sender is None:
        return world.rooms[message.sender_chat or message.room_id].title
    if message.sender.is_bot:
        return "bot"
    return "me" if message.sender.id == world.me.id else message.sender.first_name


def _content(group: list[Message]) -> dict[str, Any]:
    found: dict[str, Any] = {"html": "", "photos": [], "caption_html": "", "rtl": False}
    body = group[0].body
    match body:
        case TextBody(text=text):
            return found | {"kind": "text", "html": text.html, "rtl": is_rtl(text.text)}
        case RichBody(rich=rich):
            return found | {"kind": "rich", "html": rich.html, "rtl": rich.rtl or is_rtl(rich.text)}
        case PhotoBody(caption=caption):
            photos = [message.body.photo.page_url for message in group if isinstance(message.body, PhotoBody)]
            kind = "album" if len(group) > 1 else "photo"
            return found | {
                "kind": kind, "photos": photos, "caption_html": caption.html, "rtl": is_rtl(caption.text)
            }  # fmt: skip
        case DocumentBody(file_id=file_id, filename=filename, caption=caption):
            document = {"name": filename, "url": f"/ui/file/{file_id}"}
            return found | {"kind": "document", "document": document, "caption_html": caption.html}
        case _:
            assert_never(body)


def commands_for(world: World, room: Room) -> list[dict[str, str]]:
    """The bot's commands as the person sees them in a chat: the narrowest scope and language wins."""
    wide = "all_private_chats" if room.type == "private" else "all_group_chats"
    language = (world.me.language_code or "")[:2].lower()
    for scope in (f"chat:{room.id}", wide, "default"):
        for code in (language, ""):
            if found := world.commands.get((scope, code)):
                return found
    return []
