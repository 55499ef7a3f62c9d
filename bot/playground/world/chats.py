"""The stand-in's state: people, chats and their messages. Plain values; it knows neither HTTP nor JSON."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from bot.playground.messages.files import Photo, Photos
from bot.playground.messages.formatted_text import FormattedText
from bot.playground.messages.keyboards import Keyboard
from bot.playground.messages.rich_message import RichText
from bot.playground.page.event_streams import Pages
from bot.playground.world.updates import Updates

RoomType = Literal["private", "group", "supergroup", "channel"]
MemberStatus = Literal["creator", "administrator", "member", "left", "kicked"]

GROUP_ID = -1001000000001
CHANNEL_ID = -1001000000002


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
    """A classic text message."""

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
    """A file with its caption."""

    file_id: str
    filename: str
    size: int
    caption: FormattedText


Body = TextBody | PhotoBody | RichBody | DocumentBody


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message as it stands now; an edit replaces it."""

    message_id: int
    room_id: int
    date: int  # unix seconds
    body: Body
    sender: Person | None  # None: the chat itself (a channel's post, an anonymous admin)
    sender_chat: int | None = None
    keyboard: Keyboard = ()
    reply_to: int | None = None
    thread_id: int | None = None
    edited: int | None = None
    album: str | None = None  # media_group_id

    @property
    def from_bot(self) -> bool:
        return self.sender is not None and self.sender.is_bot


@dataclass(slots=True, kw_only=True)
class Room:
    """A chat. `members` holds every person in it with their status; the bot's own status apart."""

    id: int
    type: RoomType
    title: str
    username: str | None = None
    color: str = "#4f8ef7"
    members: dict[int, MemberStatus] = field(default_factory=dict)
    bot_status: MemberStatus = "member"
    started: bool = True  # a private chat where the person has written first
    blocked: bool = False
    announced: bool = False  # whether the bot was told that it is in here (my_chat_member)
    migrated_to: int | None = None
    topics: frozenset[int] = frozenset()
    unread: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0

    def next_id(self) -> int:
        self.last_id += 1
        return self.last_id


@dataclass(slots=True, kw_only=True)
class World:
    """Everything the stand-in remembers."""

    now: Callable[[], datetime]
    bot: Person
    me: Person
    rooms: dict[int, Room]
    people: dict[int, Person]
    photos: Photos = field(default_factory=Photos)
    updates: Updates = field(default_factory=Updates)
    pages: Pages = field(default_factory=Pages)
    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)  # (scope, language)
    profile: dict[tuple[str, str], str] = field(default_factory=dict)  # (name | description…, language)
    webhook: dict[str, Any] = field(default_factory=dict)
    open_queries: dict[str, dict[str, Any]] = field(default_factory=dict)  # callback and inline queries unanswered
    serial: int = 0

    def next_serial(self) -> int:
        """A number never given before: query ids, album ids."""
        self.serial += 1
        return self.serial

    def unix_now(self) -> int:
        return int(self.now().timestamp())


def new_world(*, now: Callable[[], datetime], first_name: str, language_code: str, bot_name: str, bot_username: str,
              bot_id: int) -> World:  # fmt: skip
    """A world with one person, the chat with the bot, a group the person administers, and a channel."""
    bot = Person(id=bot_id, first_name=bot_name, username=bot_username, is_bot=True)
    me = Person(id=700_000_001, first_name=first_name, username="you", language_code=language_code)
    ben = Person(id=700_000_002, first_name="Ben", language_code="en")
    rooms = (
        Room(id=me.id, type="private", title=me.first_name, members={me.id: "member"}, announced=True),
        Room(id=GROUP_ID, type="supergroup", title="Book club", color="#e8833a",
             members={me.id: "creator", ben.id: "member"}),
        Room(id=CHANNEL_ID, type="channel", title="City news", username="city_news_demo", color="#3fa66a",
             members={me.id: "creator"}, bot_status="administrator"),
    )  # fmt: skip
    return World(
        now=now, bot=bot, me=me, rooms={room.id: room for room in rooms}, people={me.id: me, ben.id: ben}
    )  # fmt: skip
