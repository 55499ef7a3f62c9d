"""Decisions on a message after a send: values that the policy returns and the store carries out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models.messages import Content, Refusal

AMBIGUOUS_WAIT = timedelta(seconds=60)  # before a message that may have been delivered is sent once more


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Done: Telegram has it, or there is nothing left to do."""

    message_ids: tuple[int, ...] = ()
    file_ids: tuple[tuple[str, str], ...] = ()  # picture key -> Telegram's id


@dataclass(frozen=True, slots=True, kw_only=True)
class RetryAt:
    """Try again at `at`. `counts`: this was one of the attempts a message has."""

    at: datetime
    counts: bool = True
    ambiguous: bool = False  # it may have been delivered
    unlikely: bool = False  # but hardly was
    error: str = ""
    refusal: Refusal | None = None  # why it waits; None: nothing was refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """Send `contents` instead, the first at once, each other as a message of its own."""

    contents: tuple[Content, ...]
    fallback: tuple[Content, ...] = ()
    stale: tuple[str, ...] = ()  # keys of pictures whose file_ids are forgotten: Telegram may not know them any more
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Give this message up; its chat is fine."""

    error: str
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """Give up a message of a digest whose stories are not lost: a later digest tells them.

    The chat gets no digest before `until`, so that one that is composed at once does not meet the same refusal.
    """

    error: str
    until: datetime
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatGone:
    """Nothing can be sent to this chat any more: deactivate it, drop what waits for it."""

    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGone:
    """Nothing can be sent to this topic any more; its chat and the other topics are fine."""

    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """The chat or topic refuses for now: pause it until `until`, and count the refusal."""

    until: datetime
    error: str
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The group became the supergroup `chat_id`: move everything of it there."""

    chat_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StopSending:
    """Telegram refuses the bot itself: stop sending; no chat is to blame."""

    error: str


Decision = Sent | RetryAt | Replace | Dropped | TakenBack | ChatGone | TopicGone | Strike | Moved | StopSending


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatStanding:
    """How often a chat refused messages in a row (`strikes`), and since when."""

    strikes: int = 0
    since: datetime | None = None


NO_STRIKES = ChatStanding()
