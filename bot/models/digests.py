"""Digests and the pictures in them, before they are rendered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models.articles import Article, CategoryPath
from summarizer import Summary

FIRST_WINDOW = timedelta(hours=24)  # how far back the first digest of a chat reaches
MAX_HEADLINES = 30  # without a summary, at the end of a rich message


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRef:
    """A picture by the key under which its bytes and file_id are kept; sizes in pixels."""

    key: str  # [A-Za-z0-9_-]{1,64}
    width: int
    height: int
    look: str | None = None  # alike for pictures that look alike (`bot.pictures.images`); None: not known


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPicture:
    """A picture ready for Telegram: JPEG bytes in a file, and the file_id once uploaded."""

    ref: PictureRef
    path: str
    file_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestItem:
    """One story of a digest: the article shown, its summary, and the same story from other sources."""

    article: Article
    summary: Summary | None
    picture: PictureRef | None = None
    is_card: bool = False  # the picture is a drawn card: the article has no other
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
    continued: frozenset[str] = frozenset()  # ids of stories that the chat knows already, shown for what is new
    elsewhere: int = 0  # how many stories stand on other pages


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story that a digest told: the article shown, and how many publishers had it by then."""

    article_id: int
    publishers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SentDigest:
    """A digest as it is stored: which articles it was made of, and the stories it told, in its order."""

    after_id: int  # the articles have ids in (after_id, upto_id]
    upto_id: int
    told: tuple[Told, ...]
    is_alert: bool = False  # what an alert found, and no digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The front page of a digest of several categories: its first story, and what its categories have."""

    lead: DigestItem
    categories: tuple[Digest, ...]  # in reading order, with the first story in its own

    @property
    def since(self) -> datetime:
        """Where the period begins that all its categories cover."""
        return self.categories[0].since

    @property
    def until(self) -> datetime:
        """The moment of the digest."""
        return self.categories[0].until


@dataclass(frozen=True, slots=True, kw_only=True)
class Headlines:
    """One page of the news since midnight, or of the last 24 hours where there is little since then."""

    digest: Digest
    page: int  # from 0
    pages: int
    since_midnight: bool
