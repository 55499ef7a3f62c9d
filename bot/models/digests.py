"""Digests and the pictures in them, before they are rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.models.articles import Article, CategoryPath
from bot.models.chats import Chat, ChatKey
from summarizer import Summary


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRef:
    """A picture by the key under which its bytes and file_id are kept; sizes in pixels."""

    key: str  # [A-Za-z0-9_-]{1,64}
    width: int
    height: int
    look: str | None = None  # alike for pictures that look alike (`media.images.looks`); None: not known


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPicture:
    """A picture ready for Telegram: JPEG bytes in a file, and the file_id once uploaded."""

    ref: PictureRef
    path: str
    file_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestItem:
    """One story of a digest: the article shown, its summary, and who else tells it."""

    article: Article
    summary: Summary | None
    picture: PictureRef | None = None
    is_card: bool = False  # the picture is drawn by us, for want of another
    also: tuple[Article, ...] = ()
    untranslated: bool = False  # the reader asked for another language than the summary's


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """One category's news for one window, picked and summarised; not yet drawn."""

    category: CategoryPath | None  # None: headlines of all subscribed categories
    since: datetime
    until: datetime
    items: tuple[DigestItem, ...]
    more: tuple[Article, ...] = ()  # stories beyond the cap: title and link only
    continued: frozenset[str] = frozenset()  # ids of stories the chat knows, told again for what is new
    elsewhere: int = 0  # stories of this news that stand on other pages


@dataclass(frozen=True, slots=True, kw_only=True)
class SentStory:
    """A story that goes out to a chat: it is not sent there again, but for a development that came in later."""

    chat: ChatKey
    story_id: str
    article_id: int
    at: datetime
    upto_id: int = 0  # what came in up to this article counts as told


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatAdvance:
    """How far a digest moves a chat on. It holds only while the chat stands where it stood for the digest.

    `due_at`: the due time that was served; `next_digest_at` (None: there is none) takes its place,
    unless the schedule was changed meanwhile.
    """

    before: Chat  # as the digest was composed for it
    cursor: int
    last_digest_at: datetime | None = None  # None: there was nothing to tell
    due_at: datetime | None = None
    next_digest_at: datetime | None = None
