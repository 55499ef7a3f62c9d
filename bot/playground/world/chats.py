"""People, chats and messages as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from bot.playground.messages.files import Photo
from bot.playground.messages.formatted_text import FormattedText
from bot.playground.messages.keyboards import Keyboard
from bot.playground.messages.rich_message import RichText

ChatType = Literal["private", "group", "supergroup", "channel"]
MemberStatus = Literal["creator", "administrator", "member", "left", "kicked"]


@dataclass(slots=True, kw_only=True)
class Person:
    """A user, or the bot itself."""

    id: int
    first_name: str
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextBody:
    """A text message."""

    text: FormattedText


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoBody:
    """A picture with its caption."""

    photo: Photo
    caption: FormattedText


@dataclass(frozen=True, slots=True, kw_only=True)
class RichBody:
    """A rich message."""

    rich: RichText


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBody:
    """A document with its caption."""

    file_id: str
    filename: str
    size: int
    caption: FormattedText


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationBody:
    """A place that a person shared, in degrees."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedChatBody:
    """A chat that a person chose by a button of a reply keyboard."""

    request_id: int
    chat_id: int
    title: str


Body = TextBody | PhotoBody | RichBody | DocumentBody | LocationBody | SharedChatBody


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message in its present form; an edit replaces it by another value."""

    message_id: int
    chat_id: int
    date: int  # unix seconds
    body: Body
    sender: Person | None  # None: the chat itself (a channel's post, an anonymous admin)
    sender_chat: int | None = None
    keyboard: Keyboard = ()
    reply_to: int | None = None
    thread_id: int | None = None
    only_for: int | None = None  # the one person who sees it: an ephemeral message
    edited: int | None = None
    album: str | None = None  # the media_group_id: messages that share it are shown as one

    @property
    def from_bot(self) -> bool:
        return self.sender is not None and self.sender.is_bot


@dataclass(slots=True, kw_only=True)
class Chat:
    """A chat. `members` holds every person in it with their status, `bot_status` the bot's."""

    id: int
    type: ChatType
    title: str
    username: str | None = None
    color: str = "#4f8ef7"
    members: dict[int, MemberStatus] = field(default_factory=dict)
    bot_status: MemberStatus = "member"
    started: bool = True  # a private chat where the person has written first
    blocked: bool = False
    announced: bool = False  # whether the bot got the my_chat_member update that says it is a member
    migrated_to: int | None = None
    topics: dict[int, str] = field(default_factory=dict)  # a forum's, by their thread ids
    unread: int = 0
    reply_keyboard: Keyboard = ()  # in place of the person's own
    hides_after_use: bool = False  # that keyboard
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    draft_id: int = 0  # of what the bot is writing, where the person can stop it

    def next_id(self) -> int:
        """The id of the chat's next message."""
        self.last_id += 1
        return self.last_id
