"""Articles: as their source gives them, as the store holds them, and the sketches by which stories are found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

# A category is a path, parent first: ("World", "Europe"). Names hold no "/" (parsers write "／").
CategoryPath = tuple[str, ...]

PUSH_MAX_AGE = timedelta(hours=48)  # an article older than this when first seen is searchable, but never pushed
FIRST_READING_MAX_AGE = timedelta(hours=24)  # at a source's first reading: it brings the news of a day, not its archive


class PageProblem(StrEnum):
    """Why a page gives no article, or less than the whole; each has a text for users (`page-problem-…`)."""

    PAYWALL = "paywall"
    CONSENT = "consent"
    LOGIN = "login"
    ROBOTS = "robots"
    TEASER = "teaser"
    NO_ARTICLE = "no-article"  # a film, a recording, a post, a project: its description is the text
    DOCUMENT = "document"  # this and the following: a file, not a page
    PICTURE = "picture"
    SOUND = "sound"
    FILM = "film"
    FEED = "feed"
    FILE = "file"


class BlockKind(StrEnum):
    """The kinds of piece an article's body is made of."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST = "list"
    PICTURE = "picture"
    CODE = "code"
    TABLE = "table"
    EMBED = "embed"


class Block(NamedTuple):
    """One piece of an article's body, as plain text: what "read here" shows, in order.

    A named tuple, for an article has dozens: they are made and cross from the parsers in a third of a dataclass's time.
    """

    kind: BlockKind
    text: str = ""  # paragraph, heading, quote, code; a picture's or embed's caption
    level: int = 0  # heading: 1-6; list: the number of its first item, 0 without numbers
    items: tuple[str, ...] = ()  # list: its items; table: its rows, cells joined by " | "
    depths: tuple[int, ...] = ()  # list: within how many lists each item stands beside the outermost; () if all are 0
    url: str | None = None  # picture: its address; embed: what it shows
    width: int = 0  # picture: as declared, in pixels; 0 if it is not
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedArticle:
    """An article as its source gives it, cleaned: NFC, no control or bidi characters.

    `key` is stable within its source across edits of the body and renames of folders.
    `text` is what a reader would read, paragraphs separated by newlines, no captions.
    """

    key: str
    title: str
    url: str | None = None  # canonical; None: the article is read inside Telegram
    authors: tuple[str, ...] = ()
    categories: tuple[CategoryPath, ...] = ()
    text: str = ""
    blocks: Sequence[Block] = ()
    language: str | None = None  # declared or detected
    published_at: datetime | None = None
    updated_at: datetime | None = None
    thumbnail_url: str | None = None
    more_pictures: tuple[str, ...] = ()  # further addresses, best first, for where the thumbnail cannot be had
    site: str | None = None  # the name of the site a page belongs to
    notes: tuple[str, ...] = ()  # what had to be repaired, for `sources check`
    page_problem: PageProblem | None = None  # a page: why its text is not the whole article


class FeedProblem(StrEnum):
    """What the bytes at a feed's address are instead; each has a text with a remedy (`feed-problem-…`)."""

    EMPTY = "empty"
    WEB_PAGE = "web-page"
    ROBOT_CHECK = "robot-check"
    LIST = "list"
    NO_CHANNEL = "no-channel"
    BROKEN = "broken"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseFailed:
    """Foreign bytes that are no article or feed; `reason` is a sentence for the owner."""

    reason: str
    page_problem: PageProblem | None = None  # a page: what it is instead
    problem: FeedProblem = FeedProblem.OTHER  # of feeds
    is_final: bool = True  # False: the parser was ended, for memory or time; the bytes may be read another time


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """A feed's articles, newest as the feed orders them, and what it says of itself."""

    title: str = ""
    link: str | None = None
    language: str | None = None
    ttl: timedelta | None = None
    skip_hours: frozenset[int] = frozenset()  # 0-23, UTC: it asks not to be read then
    skip_days: frozenset[int] = frozenset()  # 0 is Monday
    articles: tuple[ParsedArticle, ...] = ()
    earlier_url: str | None = None  # the page with the articles before these, on the same host
    notes: tuple[str, ...] = ()  # "XML was broken and repaired", "3 entries without a title"


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySketch:
    """A MinHash sketch of an article, by which its story is found: hashes of 32 bits (`bot.stories.sketches`)."""

    title: frozenset[int]  # terms of the title
    terms: frozenset[int]  # of title and lead
    bands: tuple[int, ...]  # the whole title, and LSH bands of the n-grams of both
    language: int
    publisher: int  # the source, or the author of a post in a folder
    names: frozenset[int] = frozenset()  # those of the title that name somebody or something
    lead_names: frozenset[int] = frozenset()  # those of the lead alone that do
    topics: frozenset[int] = frozenset()  # those of the title that the lead takes up
    spellings: frozenset[int] = frozenset()  # of the words with a capital, by which names are told apart


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedTerms:
    """What an article without a sketch adds to the counts of terms: the terms that its sketch would have."""

    terms: frozenset[int]
    language: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """An article that came from a source: what was parsed, and what follows from it alone.

    What it means beside the articles that are stored already, `bot.stories` decides when it is stored.
    """

    parsed: ParsedArticle
    language: str
    fingerprint: str  # an edit changes it; see `bot.stories.identity`
    own_story_id: str  # of the story that it begins, if it joins none
    published_at: datetime  # clamped: never in the future, never absent
    recent: bool  # False: searchable, but never sent in a digest (older than 48 h, first reading)
    sketch: StorySketch | None = None  # None: compared with nothing
    counted: CountedTerms | None = None  # of one without a sketch, from which the store learns what words are usual
    version_at: datetime | None = None  # an older version never replaces a newer one
    wants_page: bool = False  # the feed gives a teaser: its page is to be read


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """A page that is due to be read, for an article whose feed gives only a teaser."""

    article_id: int
    url: str
    title: str
    teaser: str
    language: str
    is_language_fixed: bool  # by the owner
    source_location: str  # the feed that gave the address
    tries: int  # so far


UNDATED = datetime(1, 1, 2, tzinfo=UTC)  # of a page that does not say when it was published


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as stored. `id` grows in commit order: a chat's cursor is such an id."""

    id: int
    source_id: int
    source_name: str  # the publisher: the source, or for a post of a folder its author
    key: str
    url: str | None
    title: str
    authors: tuple[str, ...]
    categories: tuple[CategoryPath, ...]
    text: str
    blocks: tuple[Block, ...]
    language: str
    published_at: datetime
    seen_at: datetime
    thumbnail_url: str | None
    story_id: str  # shared by all articles of the story; never changes
    pushable: bool = True
    more_pictures: tuple[str, ...] = ()  # further addresses, best first, for where the thumbnail cannot be had
    development: bool = False  # its publisher was in the story before, and comes back to it with news
    source_location: str = ""  # the feed's address, or the folder of posts
    feed_name: str = ""  # of the source, also where an author publishes


@dataclass(frozen=True, slots=True, kw_only=True)
class Awaited:
    """An article that some chat's digest may hold: the language its summary is read in, and when it is due."""

    article_id: int
    language: str
    due: datetime  # of the first such digest; 1970 for chats that take news at once


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryCount:
    """A category, with how many articles it (children included) got since a given time."""

    id: int  # small and stable: callback data and deep links carry it
    path: CategoryPath
    articles: int
