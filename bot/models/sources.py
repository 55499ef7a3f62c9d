"""Sources of articles, and the update of the store that follows from reading one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from bot.models.articles import CategoryPath, NewArticle
from bot.models.fetching import Credentials
from bot.text_keys import TextKey

SWITCHED_OFF: TextKey = "load-switched-off"  # the trouble of a source with `enabled = false` in sources.toml


class SourceKind(StrEnum):
    """Where a source's articles come from."""

    FEED = "feed"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpec:
    """A source as its owner names it (an entry of sources.toml, or `sources add`).

    What stands below `link` is read from sources.toml at each start and not stored: credentials least of all.
    """

    name: str
    kind: SourceKind
    location: str  # the feed's URL, or the folder's path
    category: CategoryPath | None = None
    language: str | None = None
    link: str | None = None  # template of a post's public link: {year} {month} {day} {stem}
    interval: timedelta | None = None  # None: FETCH_INTERVAL, adapted to how much the source brings
    title_only: bool = False  # its texts are left out
    enabled: bool = True
    credentials: Credentials | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source as stored: its spec and what is known of it."""

    id: int
    spec: SourceSpec
    enabled: bool = True
    etag: str | None = None
    last_modified: str | None = None
    next_check_at: datetime
    checked_at: datetime | None = None  # the last reading, failed or not
    succeeded_at: datetime | None = None  # the last reading that did not fail
    was_read: bool = False  # to its end, with success; its first reading marks old items as seen
    failures: int = 0  # in a row
    last_error: str | None = None
    trouble: str | None = None  # the key of the text that `last_error` begins with; what helps: `reports.Trouble`
    articles_per_day: float | None = None  # as observed lately; None: not yet
    moved_from: str | None = None  # the address its owner named, where its server has moved it for good


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStamp:
    """The size and time of a file, by which changes are detected without reading it; and what it gave."""

    path: str  # relative to the source's folder, "/" separated
    size: int  # bytes
    mtime_ns: int
    problem: str | None = None  # why the file gave no article, if it gave none
    article_key: str | None = None  # of the article that it gave
    own_key: str | None = None  # computed from the file; differs from `article_key` once front matter was edited


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceUpdate:
    """The update that follows from reading a source; the store applies it in one transaction."""

    source_id: int
    checked_at: datetime
    next_check_at: datetime
    articles: tuple[NewArticle, ...] = ()
    files: tuple[FileStamp, ...] = ()  # folders: stamps to remember
    gone_files: tuple[str, ...] = ()  # folders: paths to forget
    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0
    last_error: str | None = None
    trouble: str | None = None
    enabled: bool = True
    articles_per_day: float | None = None
    moved_to: str | None = None  # the feed's new permanent address
    completes: bool = True  # nothing of the reading is left, and it was one


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What a SourceUpdate changed: counts of articles, and the ids of the new ones."""

    new_ids: tuple[int, ...] = ()
    updated: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedSource:
    """The outcome of adding a source: its name here, and whether its address was here already."""

    name: str
    was_here: bool
