"""Messages for Telegram: their contents, their rows in the outbox, and the outcomes of sending."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal

from bot.models.chats import ChatKey
from bot.models.digests import PictureRef


@dataclass(frozen=True, slots=True, kw_only=True)
class RichContent:
    """A rich message in Telegram's Rich HTML; `tg://photo?id=KEY` refers to `pictures`."""

    kind: Literal["rich"] = "rich"
    html: str
    pictures: tuple[PictureRef, ...] = ()
    rtl: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextContent:
    """A classic message: HTML of at most 4096 UTF-16 units after parsing, without link preview."""

    kind: Literal["text"] = "text"
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoContent:
    """One picture with an HTML caption of at most 1024 units."""

    kind: Literal["photo"] = "photo"
    picture: PictureRef
    html: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlbumContent:
    """Two to ten pictures; the caption stands under the first."""

    kind: Literal["album"] = "album"
    pictures: tuple[PictureRef, ...]
    html: str


Content = RichContent | TextContent | PhotoContent | AlbumContent


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """An inline button: callback `data` (1-64 bytes) or a `url`, never both."""

    text: str
    data: str | None = None
    url: str | None = None


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMessage:
    """What a message of the bot said when it was sent, and what it says now."""

    sent: Content
    now: Content


class MessageKind(StrEnum):
    """Why a message is sent. Replies have a rate limit of their own and are never sent twice."""

    DIGEST = "digest"
    REPLY = "reply"
    NOTICE = "notice"
    ALERT = "alert"  # news of an alert: in a queue of its own, so that no digest delays it


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageBody:
    """A message without the chat that it goes to: many chats get the same one.

    `fallback` replaces `content` where the server or the chat refuses it (rich messages on an old server): each of its
    contents becomes a message of its own.
    """

    kind: MessageKind
    content: Content
    fallback: tuple[Content, ...] = ()
    keyboard: Keyboard = ()
    part: int = 0  # parts of one key prefix are sent in this order
    priority: int = 100  # lower first; replies 0
    not_before: datetime | None = None
    expires_at: datetime | None = None
    edit_message_id: int | None = None  # edit this message instead of sending a new one
    reply_to: int | None = None
    silent: bool = False  # no sound
    heeds_quiet: bool = False  # waits while the chat has quiet hours


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMessage(MessageBody):
    """A message for the outbox."""

    chat: ChatKey
    dedupe_key: str  # unique: the same key twice is one message


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxMessage:
    """A row of the outbox under a lease."""

    id: int
    message: NewMessage
    attempts: int = 0
    answer_lost: bool = False  # of an earlier attempt, which may have been delivered
    server_failed: bool = False  # at an earlier attempt, which hardly was delivered

    @property
    def ambiguous(self) -> bool:
        """Whether an earlier attempt may have been delivered."""
        return self.answer_lost or self.server_failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """Telegram took the message. `file_ids` maps picture keys to the ids it gave them."""

    message_ids: tuple[int, ...]
    file_ids: tuple[tuple[str, str], ...] = ()


class Refusal(StrEnum):
    """What went wrong with a send, as far as the policy distinguishes it. The outbox stores these words."""

    BLOCKED = "blocked"  # by the user, or the user is gone
    KICKED = "kicked"  # from the group or channel, or it is gone
    CHAT_NOT_FOUND = "chat-not-found"
    MIGRATED = "migrated"
    NO_RIGHTS = "no-rights"
    TOPIC_CLOSED = "topic-closed"
    TOPIC_NOT_FOUND = "topic-not-found"
    BAD_MARKUP = "bad-markup"
    TOO_LONG = "too-long"
    EMPTY = "empty"
    BAD_MEDIA = "bad-media"
    HARMLESS = "harmless"  # not modified, message to edit not found, query too old
    FLOOD = "flood"  # 429: Telegram's rate limit
    PACED = "paced"  # our own rate limit: Telegram was not asked
    AMBIGUOUS = "ambiguous"  # may have been delivered: the answer is lost
    SERVER_ERROR = "server-error"  # 5xx: hardly delivered, but it may have been
    NOT_SENT = "not-sent"  # surely not delivered
    NO_RICH_METHOD = "no-rich-method"  # the server does not know rich messages
    RICH_REFUSED = "rich-refused"  # a 400 for this rich message
    UNAUTHORIZED = "unauthorized"  # the token is refused
    UNKNOWN = "unknown"  # any other 400: permanent for this message only


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """The message was not sent, or Telegram refused it."""

    reason: Refusal
    detail: str = ""
    retry_after: timedelta | None = None
    migrate_to: int | None = None


SendResult = Delivered | Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxStats:
    """How many messages are in each state, and when the oldest unsent one was written.

    `oldest_due_at`: when the first of the unsent ones was, or will be, to be sent.
    """

    pending: int = 0
    sending: int = 0
    unknown: int = 0  # may have been delivered; digests of these are sent once more
    sent: int = 0
    dead: int = 0
    oldest_unsent_at: datetime | None = None
    oldest_due_at: datetime | None = None
