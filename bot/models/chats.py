"""Chats and their settings.

Datetimes are aware and in UTC, here and in all of `bot.models`; zones appear only in `bot.text.schedule`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import TypedDict

from bot.models.quiet import QuietHours


class ChatKind(StrEnum):
    """Telegram's kinds of chat."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


ORIGINAL = "original"  # the summary language that means "the article's own"


class DigestMode(StrEnum):
    """When a chat gets its digests."""

    TIMES = "times"
    HOURLY = "hourly"
    INSTANT = "instant"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """When digests are sent, in the chat's own zone. `weekdays`: 0 is Monday, as in Python."""

    mode: DigestMode
    times: tuple[time, ...] = ()
    weekdays: frozenset[int] = frozenset(range(7))


class DigestFormat(StrEnum):
    """How a digest is drawn; AUTO is rich with the classic fallback."""

    AUTO = "auto"
    RICH = "rich"
    CLASSIC = "classic"


class DigestLayout(StrEnum):
    """In which messages a digest of several categories comes. AUTO: an edition in private chats, else by category."""

    AUTO = "auto"
    EDITION = "edition"  # one message with all headlines, then one without sound for each category
    CATEGORIES = "categories"  # one message for each category
    TOGETHER = "together"  # one message for all


class DigestLook(StrEnum):
    """How much room the stories of a digest take."""

    COMPACT = "compact"  # the first story with its picture, the others small
    PICTURES = "pictures"  # each story below its picture
    HEADLINES = "headlines"  # titles only


class LookChoice(StrEnum):
    """What people choose from: the looks, and the format of classic messages."""

    COMPACT = "compact"
    PICTURES = "pictures"
    HEADLINES = "headlines"
    SIMPLE = "simple"  # for apps that show no rich messages


class OtherLanguages(StrEnum):
    """What becomes of stories in languages that the reader did not name."""

    LAST = "last"  # below the others
    LEFT_OUT = "left-out"
    TRANSLATED = "translated"  # title and summary, where the engine can


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatKey:
    """Where messages go: to a chat, or to one topic of a forum (`thread_id`, 0: none)."""

    chat_id: int
    thread_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A chat and its settings."""

    key: ChatKey
    kind: ChatKind
    title: str = ""
    ui_language: str = "en"
    summary_language: str = ORIGINAL
    zone: str = "UTC"  # IANA name
    zone_chosen: bool = False  # by a person; else it is a guess
    reads: tuple[str, ...] = ()  # languages as tags; (): any
    other_languages: OtherLanguages = OtherLanguages.LAST
    schedule: Schedule
    next_digest_at: datetime | None = None  # None: schedule off or instant; of instant news the end of a pause
    quiet: QuietHours | None = None
    cursor: int = 0  # the highest article id already considered for a digest
    last_digest_at: datetime | None = None  # None: never had one
    format: DigestFormat = DigestFormat.AUTO
    pictures: bool = True
    layout: DigestLayout = DigestLayout.AUTO
    look: DigestLook = DigestLook.COMPACT
    simple_look_offered: bool = False  # once, after the first rich digest: some apps show none
    active: bool = True
    alerts_told: int = 0  # counts the messages of alerts; the store alone changes it

    def reads_classic(self, usual: DigestFormat) -> bool:
        """Whether messages are classic here; `usual` is the owner's format, for a chat that chose none."""
        chosen = usual if self.format is DigestFormat.AUTO else self.format
        return chosen is DigestFormat.CLASSIC


class ChatChanges(TypedDict, total=False):
    """Fields of `Chat` to change, as keyword arguments: the type checker catches a misspelt one."""

    title: str
    ui_language: str
    summary_language: str
    zone: str
    zone_chosen: bool
    reads: tuple[str, ...]
    other_languages: OtherLanguages
    schedule: Schedule
    next_digest_at: datetime | None
    quiet: QuietHours | None
    cursor: int
    last_digest_at: datetime | None
    format: DigestFormat
    pictures: bool
    layout: DigestLayout
    look: DigestLook
    simple_look_offered: bool
    active: bool
