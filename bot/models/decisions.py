"""What may become of a message after a send: the words between the policy and the store. Decides nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.models.messages import Content


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
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """Send `contents` in its place, the first at once, each other as a message of its own."""

    contents: tuple[Content, ...]
    fallback: tuple[Content, ...] = ()
    stale: tuple[str, ...] = ()  # keys of pictures whose file_ids Telegram may not know any more: forgotten
    error: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """This message will never be sent; its chat is fine."""

    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatGone:
    """Nothing can be sent to this chat any more: deactivate it, drop what waits for it."""

    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicGone:
    """The same for one topic; its chat and the other topics are fine."""

    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Strike:
    """The chat or topic refuses for now: pause it until `until`, and count it."""

    until: datetime
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The group became the supergroup `chat_id`: everything of it moves there."""

    chat_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StopSending:
    """Telegram refuses the bot itself: nothing can be sent, no chat is to blame."""

    error: str


Decision = Sent | RetryAt | Replace | Dropped | ChatGone | TopicGone | Strike | Moved | StopSending


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatStanding:
    """How often a chat refused us in a row (`strikes`), and since when."""

    strikes: int = 0
    since: datetime | None = None


NO_STRIKES = ChatStanding()
