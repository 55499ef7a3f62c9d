"""Users, chats, messages and members as the JSON objects of the Bot API."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, assert_never

from bot.playground.messages.formatted_text import FormattedText
from bot.playground.world.chats import (
    Chat,
    DocumentBody,
    LocationBody,
    MemberStatus,
    Message,
    Person,
    PhotoBody,
    RichBody,
    SharedChatBody,
    TextBody,
)
from bot.playground.world.state import World

_RIGHTS = [
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_post_messages",
    "can_edit_messages",
    "can_pin_messages",
    "can_manage_topics",
]
_ANONYMOUS_ADMIN = Person(id=1_087_968_824, first_name="Group", username="GroupAnonymousBot", is_bot=True)
_CHANNEL_IN_GROUP = Person(id=136_817_688, first_name="Channel", username="Channel_Bot", is_bot=True)


def user_json(person: Person) -> dict[str, Any]:
    """A User."""
    found: dict[str, Any] = {"id": person.id, "is_bot": person.is_bot, "first_name": person.first_name}
    for name in ("username", "language_code"):
        if value := getattr(person, name):
            found[name] = value
    return found


def chat_json(chat: Chat) -> dict[str, Any]:
    """A Chat."""
    found: dict[str, Any] = {"id": chat.id, "type": chat.type}
    found["first_name" if chat.type == "private" else "title"] = chat.title
    if chat.username:
        found["username"] = chat.username
    if chat.topics:
        found["is_forum"] = True
    return found


def full_chat_json(chat: Chat) -> dict[str, Any]:
    """A ChatFullInfo."""
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
    )
    return {**chat_json(chat), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def member_json(person: Person, status: MemberStatus) -> dict[str, Any]:
    """A ChatMember of the given status."""
    found: dict[str, Any] = {"user": user_json(person), "status": status}
    match status:
        case "creator":
            found["is_anonymous"] = False
        case "administrator":
            found |= dict.fromkeys(_RIGHTS, True) | {"is_anonymous": False, "can_be_edited": False}
        case "kicked":
            found["until_date"] = 0
        case "member" | "left":
            pass
        case _:
            assert_never(status)
    return found


def message_json(world: World, message: Message, *, nested: bool = False) -> dict[str, Any]:
    """A Message; `nested` leaves out the message it answers, as Telegram does."""
    chat = world.chats[message.chat_id]
    found: dict[str, Any] = {"message_id": message.message_id, "date": message.date, "chat": chat_json(chat)}
    if message.only_for is not None:
        receiver = user_json(world.people[message.only_for])
        found |= {"message_id": 0, "ephemeral_message_id": message.message_id, "receiver_user": receiver}
    if chat.type != "channel":
        found["from"] = user_json(message.sender or _placeholder(message))
    if message.sender_chat is not None or chat.type == "channel":
        found["sender_chat"] = chat_json(world.chats[message.sender_chat or chat.id])
    if message.edited is not None:
        found["edit_date"] = message.edited
    if message.thread_id is not None:
        found |= {"message_thread_id": message.thread_id, "is_topic_message": True}
    if message.album is not None:
        found["media_group_id"] = message.album
    if message.keyboard:
        found["reply_markup"] = {"inline_keyboard": [list(row) for row in message.keyboard]}
    answered = chat.messages.get(message.reply_to or 0)
    if answered is not None and not nested:
        found["reply_to_message"] = message_json(world, answered, nested=True)
    return found | _body_json(message)


def _placeholder(message: Message) -> Person:
    """The user that Telegram names as the sender where a group itself, or a channel in it, writes."""
    return _ANONYMOUS_ADMIN if message.sender_chat in (None, message.chat_id) else _CHANNEL_IN_GROUP


def _body_json(message: Message) -> dict[str, Any]:
    match message.body:
        case TextBody(text=text):
            return _text_json(text, "text", "entities")
        case PhotoBody(photo=photo, caption=caption):
            return {"photo": photo.sizes(), **_text_json(caption, "caption", "caption_entities")}
        case DocumentBody(file_id=file_id, filename=filename, size=size, caption=caption):
            document = {"file_id": file_id, "file_unique_id": file_id[-8:], "file_name": filename, "file_size": size}
            return {"document": document, **_text_json(caption, "caption", "caption_entities")}
        case RichBody(rich=rich):
            return {"rich_message": {"blocks": list(rich.blocks), **({"is_rtl": True} if rich.rtl else {})}}
        case LocationBody(latitude=latitude, longitude=longitude):
            return {"location": {"latitude": latitude, "longitude": longitude}}
        case SharedChatBody(request_id=request_id, chat_id=chat_id, title=title):
            return {"chat_shared": {"request_id": request_id, "chat_id": chat_id, "title": title}}
        case _:
            assert_never(message.body)


def _text_json(text: FormattedText, name: str, entities: str) -> dict[str, Any]:
    if not text.text:
        return {}
    return {name: text.text, **({entities: list(text.entities)} if text.entities else {})}


def messages_json(world: World, messages: Sequence[Message]) -> list[dict[str, Any]]:
    """An array of Message."""
    return [message_json(world, message) for message in messages]
