"""The world as the JSON that the page gets: its state and its changes. Every `html` field is safe to insert."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Any, assert_never

from bot.playground.messages.keyboards import page_keyboard
from bot.playground.messages.safe_html import is_rtl
from bot.playground.world.changes import (
    BotIsBusy,
    Change,
    ChatChanged,
    CommandsChanged,
    DraftShown,
    DraftStopped,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    QueryAnswered,
)
from bot.playground.world.chats import (
    Chat,
    DocumentBody,
    LocationBody,
    Message,
    PhotoBody,
    RichBody,
    SharedChatBody,
    TextBody,
)
from bot.playground.world.people import MY_ROLES, ROLES, my_role
from bot.playground.world.state import World


def state_json(world: World) -> dict[str, Any]:
    """The whole state that a page needs to show, without the clock."""
    chats = visible_chats(world)
    return {
        "chats": [chat_json(world, chat) for chat in chats],
        "me": {
            "id": world.me.id, "first_name": world.me.first_name, "language_code": world.me.language_code
        },
        "bot": {
            "username": world.bot.username,
            "first_name": world.bot.first_name,
            "commands": commands_for(world, world.chats[world.me.id]),
        },
        "messages": {str(chat.id): list(messages_json(world, chat)) for chat in chats},
    }  # fmt: skip


def event_json(world: World, change: Change) -> dict[str, Any]:
    """The event that tells the page of a change."""
    match change:
        case MessagePosted(message=message):
            event = {"type": "message", "chat_id": message.chat_id, "message": message_json(world, message)}
            return event | {"unread": world.chats[message.chat_id].unread}
        case MessageEdited(message=message):
            return {"type": "edit", "chat_id": message.chat_id, "message": message_json(world, message)}
        case MessageDeleted(chat_id=chat_id, message_id=message_id):
            return {"type": "delete", "chat_id": chat_id, "message_id": message_id}
        case BotIsBusy(chat_id=chat_id, action=action):
            return {"type": "typing", "chat_id": chat_id, "action": action}
        case DraftShown(chat_id=chat_id, draft_id=draft_id, html=html, can_stop=can_stop):
            draft = {"draft_id": draft_id, "html": html, "can_stop": can_stop, "date": world.unix_now()}
            return {"type": "draft", "chat_id": chat_id, **draft}
        case DraftStopped(chat_id=chat_id, draft_id=draft_id):
            return {"type": "draft_gone", "chat_id": chat_id, "draft_id": draft_id}
        case QueryAnswered(query=query, text=text, show_alert=show_alert, url=url):
            return {"type": "answer", "text": text, "show_alert": show_alert, "url": url, **query}
        case ChatChanged(chat_id=chat_id):
            return {"type": "chat", "chat": chat_json(world, world.chats[chat_id])}
        case CommandsChanged():
            commands = commands_for(world, world.chats[world.me.id])
            return {"type": "commands", "commands": commands, "language_code": world.me.language_code}
        case _:
            assert_never(change)


def visible_chats(world: World) -> list[Chat]:
    """The chats that the person at the page is a member of."""
    return [chat for chat in world.chats.values() if chat.members.get(world.me.id, "left") not in ("left", "kicked")]


def chat_json(world: World, chat: Chat) -> dict[str, Any]:
    """One entry of the chat list; the private chat carries the bot's name, as the person sees it."""
    private = chat.type == "private"
    return {
        "id": chat.id,
        "type": chat.type,
        "title": world.bot.first_name if private else chat.title,
        "username": world.bot.username if private else chat.username,
        "unread": chat.unread,
        "photo_color": chat.color,
        "role": chat.bot_status,
        "roles": list(ROLES[chat.type]),
        "reply_keyboard": [list(row) for row in chat.reply_keyboard],
        "my_role": my_role(world, chat),
        "my_roles": list(MY_ROLES[chat.type]),
        "topics": [{"id": number, "name": name} for number, name in chat.topics.items()],
    }


def messages_json(world: World, chat: Chat) -> Iterator[dict[str, Any]]:
    """The messages of a chat, an album as one."""
    shown = ((number, message) for number, message in chat.messages.items() if sees(world, message))
    ordered = [message for _, message in sorted(shown)]
    for _, group in groupby(ordered, key=lambda message: message.album or message.message_id):
        yield _group_json(world, list(group))


def sees(world: World, change: Change | Message) -> bool:
    """Whether the person at the page sees a message, or a change: an ephemeral message has a single reader."""
    message = change.message if isinstance(change, MessagePosted | MessageEdited) else change
    return not isinstance(message, Message) or message.only_for in (None, world.me.id)


def message_json(world: World, message: Message) -> dict[str, Any]:
    """One message. Any message of an album gives the whole album under the id of its first message."""
    return _group_json(world, world.album_of(message))


def _group_json(world: World, group: list[Message]) -> dict[str, Any]:
    first = group[0]
    return {
        "message_id": first.message_id,
        "message_ids": [message.message_id for message in group],
        "from": _sender(world, first),
        "date": first.date,
        "keyboard": page_keyboard(first.keyboard),
        "edited": any(message.edited is not None for message in group),
        "topic": first.thread_id,
        "only_you": first.only_for is not None,
        **({"reply_to": first.reply_to} if first.reply_to else {}),
        **_content(group),
    }


def _sender(world: World, message: Message) -> str:
    if message.sender is None or world.chats[message.chat_id].type == "channel":  # a channel signs for its authors
        return world.chats[message.sender_chat or message.chat_id].title
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
        case LocationBody(latitude=latitude, longitude=longitude):
            return found | {"kind": "text", "html": f"📍 {latitude:.2f}, {longitude:.2f}"}
        case SharedChatBody(title=title):
            return found | {"kind": "text", "html": f"👥 {escape(title)}"}
        case _:
            assert_never(body)


def commands_for(world: World, chat: Chat) -> list[dict[str, str]]:
    """The bot's commands as the person sees them in a chat: the narrowest scope and language wins."""
    wide = "all_private_chats" if chat.type == "private" else "all_group_chats"
    language = (world.me.language_code or "")[:2].lower()
    for scope in (f"chat:{chat.id}", wide, "default"):
        for code in (language, ""):
            if found := world.commands.get((scope, code)):
                return found
    return []
