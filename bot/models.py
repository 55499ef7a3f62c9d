"""The frozen values that pass between the parts. No behaviour beyond what follows from the fields.

Datetimes are aware and in UTC everywhere; zones appear only in `digest/schedule.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from operator import attrgetter
from typing import Literal

from summarizer import Summary

# A category is a path, parent first: ("World", "Europe"). Names hold no "/" (parsers write "／").
CategoryPath = tuple[str, ...]


# --- news -------------------------------------------------------------------------------------


class SourceKind(StrEnum):
    """Where a source's articles come from."""

    FEED = "feed"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpec:
    """A source as its owner names it (an entry of sources.toml, or `sources add`)."""

    name: str
    kind: SourceKind
    location: str  # the feed's URL, or the folder's path
    category: CategoryPath | None = None
    language: str | None = None
    link: str | None = None  # template of a post's public link: {year} {month} {day} {stem}


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
    was_read: bool = False  # to its end, with success; its first reading marks old items as seen
    failures: int = 0  # in a row
    last_error: str | None = None
    trouble: str | None = None  # the key of the text that `last_error` begins with; what helps: `reports.Trouble`
    articles_per_day: float | None = None  # as observed lately; None: not yet
    moved_from: str | None = None  # the address its owner named, where its server has moved it for good


class FetchKind(StrEnum):
    """What is fetched: it decides the cap on size and the accepted content types."""

    FEED = "feed"
    PAGE = "page"
    PICTURE = "picture"


class FetchProblem(StrEnum):
    """Why a fetch gave nothing; each has a text with a remedy (`fetch-problem-…` in the locales)."""

    REFUSED_ADDRESS = "refused-address"
    BAD_URL = "bad-url"
    DNS = "dns"
    TLS = "tls"
    CONNECT = "connect"
    TIMEOUT = "timeout"
    TOO_LARGE = "too-large"
    WRONG_TYPE = "wrong-type"
    BAD_ENCODING = "bad-encoding"
    REDIRECTS = "redirects"
    STATUS = "status"
    NOT_FOUND = "not-found"
    FORBIDDEN = "forbidden"
    ROBOT_CHECK = "robot-check"
    SERVER_ERROR = "server-error"
    GONE = "gone"
    RATE_LIMITED = "rate-limited"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A body that came, decoded from its transfer encoding and within its cap."""

    url: str  # where it came from after redirects
    body: bytes
    content_type: str = ""  # lower case, without parameters
    charset: str | None = None  # as the header declares it, not checked
    etag: str | None = None
    last_modified: str | None = None
    max_age: timedelta | None = None  # from Cache-Control or Expires
    moved_to: str | None = None  # where the permanent redirects led, before the first that was not


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The server says that nothing changed since the validators were given."""

    etag: str | None = None
    last_modified: str | None = None
    max_age: timedelta | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchFailed:
    """Nothing came; `detail` is for the log and the owner, never for strangers."""

    reason: FetchProblem
    detail: str = ""
    status: int | None = None
    retry_after: timedelta | None = None
    content_type: str = ""  # of a body that was not taken for its type


FetchOutcome = Fetched | NotModified | FetchFailed


class PageLack(StrEnum):
    """Why an address gives no article, or less than the whole of it; each has a text (`page-lack-…`)."""

    PAYWALL = "paywall"
    CONSENT = "consent"
    LOGIN = "login"
    ROBOTS = "robots"
    TEASER = "teaser"
    NO_ARTICLE = "no-article"  # a film, a recording, a post, a project: told by its own description
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of an article's body, as plain text: what "read here" shows, in order."""

    kind: BlockKind
    text: str = ""  # paragraph, heading, quote, code; a picture's or embed's caption
    level: int = 0  # heading: 1-6; list: the number of its first item, 0 without numbers
    items: tuple[str, ...] = ()  # list: its items; table: its rows, cells joined by " | "
    depths: tuple[int, ...] = ()  # list: within how many lists each item stands beside the outermost; () if all are 0
    url: str | None = None  # picture: its address; embed: what it shows
    width: int = 0  # picture: as declared, in pixels; 0 if it is not
    height: int = 0

    def __reduce__(self) -> tuple[Callable[..., Block], tuple[object, ...]]:
        # They cross from the parsers by the dozen, in a third of the time that dataclasses take by themselves.
        return _block, _block_fields(self)


_block_fields = attrgetter("kind", "text", "level", "items", "depths", "url", "width", "height")


def _block(
    kind: BlockKind,
    text: str,
    level: int,
    items: tuple[str, ...],
    depths: tuple[int, ...],
    url: str | None,
    width: int,
    height: int,
) -> Block:
    return Block(kind=kind, text=text, level=level, items=items, depths=depths, url=url, width=width, height=height)


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
    blocks: tuple[Block, ...] = ()
    language: str | None = None  # declared or detected
    published_at: datetime | None = None
    updated_at: datetime | None = None
    thumbnail_url: str | None = None
    more_pictures: tuple[str, ...] = ()  # further addresses, best first, for where the thumbnail cannot be had
    site: str | None = None  # the name of the site a page belongs to
    notes: tuple[str, ...] = ()  # what had to be repaired, for `sources check`
    lack: PageLack | None = None  # a page: why its text is not the whole article


class FeedProblem(StrEnum):
    """What the bytes at a feed's address are instead; each has a text with a remedy (`feed-problem-…`)."""

    EMPTY = "empty"
    WEB_PAGE = "web-page"
    ROBOT_CHECK = "robot-check"
    LIST = "list"
    BROKEN = "broken"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseFailed:
    """Foreign bytes that are no article or feed; `reason` is a sentence for the owner."""

    reason: str
    lack: PageLack | None = None  # a page: what it is instead
    problem: FeedProblem = FeedProblem.OTHER  # of feeds


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
    notes: tuple[str, ...] = ()  # "XML was broken and repaired", "3 entries without a title"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStamp:
    """What tells a changed file from an unchanged one without reading it."""

    path: str  # relative to the source's folder, "/" separated
    size: int  # bytes
    mtime_ns: int
    problem: str | None = None  # why the file gave no article, if it gave none
    article_key: str | None = None  # of the article that it gave
    own_key: str | None = None  # the key that its own words make: another one where front matter was edited


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySketch:
    """What tells which story an article tells, as `bot.news.sketches` makes it: hashes of 32 bits."""

    title: frozenset[int]  # terms of the title
    terms: frozenset[int]  # of title and lead
    bands: tuple[int, ...]  # the whole title, and LSH bands of the n-grams of both
    language: int
    teller: int  # the source, or the author of a post in a folder


@dataclass(frozen=True, slots=True, kw_only=True)
class NewArticle:
    """An article the store shall hold: what was parsed, and what Tidings worked out."""

    parsed: ParsedArticle
    language: str
    fingerprint: str  # an edit changes it; see `news.marks`
    story_id: str  # of the story that it begins, unless its sketch says that it tells a known one
    published_at: datetime  # clamped: never in the future, never absent
    pushable: bool  # False: searchable, but never sent in a digest (older than 48 h, first reading)
    sketch: StorySketch | None = None  # None: compared with nothing
    version_at: datetime | None = None  # an older version never replaces a newer one
    wants_page: bool = False  # the feed gives a teaser: its page is to be read


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """The reading of a page that is due, for an article whose feed gives a teaser."""

    article_id: int
    url: str
    title: str
    teaser: str
    language: str
    is_language_fixed: bool  # by the owner
    source_location: str  # the feed that gave the address
    tries: int  # so far


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceUpdate:
    """What a reading of a source means for the store: applied in one transaction."""

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
    """What became of a source that was to be added: its name here, and whether its address was here already."""

    name: str
    was_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as stored. `id` grows in commit order: a chat's cursor is such an id."""

    id: int
    source_id: int
    source_name: str  # who tells it: the source, or for a post of a folder its author
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
    story_id: str  # shared by all that tell the story; never changes
    pushable: bool = True
    more_pictures: tuple[str, ...] = ()  # further addresses, best first, for where the thumbnail cannot be had
    development: bool = False  # its source told the story before and comes back to it with news
    source_location: str = ""  # the feed's address, or the folder of posts


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
    sources: int = 0


# --- people -----------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatKey:
    """A place messages go to: a chat, or one topic of a forum (`thread_id`, 0: none)."""

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
    schedule: Schedule
    next_digest_at: datetime | None = None  # None: schedule off or instant
    cursor: int = 0  # the highest article id already considered for a digest
    last_digest_at: datetime | None = None  # None: never had one
    format: DigestFormat = DigestFormat.AUTO
    pictures: bool = True
    active: bool = True


# --- output -----------------------------------------------------------------------------------


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


class MessageKind(StrEnum):
    """Why a message is sent: replies have a lane of their own and are never sent twice."""

    DIGEST = "digest"
    REPLY = "reply"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMessage:
    """A message for the outbox. `fallback` replaces `content` where the server or the chat
    does not take it (rich on an old server): each of its contents becomes a part of its own.
    """

    kind: MessageKind
    chat: ChatKey
    dedupe_key: str  # unique for ever: the same key twice is one message
    content: Content
    fallback: tuple[Content, ...] = ()
    keyboard: Keyboard = ()
    part: int = 0  # parts of one key prefix are sent in this order
    priority: int = 100  # lower first; replies 0
    not_before: datetime | None = None
    expires_at: datetime | None = None
    edit_message_id: int | None = None  # edit this message instead of sending a new one
    reply_to: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxMessage:
    """A row of the outbox under a lease."""

    id: int
    message: NewMessage
    attempts: int = 0
    ambiguous: bool = False  # an earlier attempt may have been delivered


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """Telegram took the message. `file_ids` maps picture keys to the ids it gave them."""

    message_ids: tuple[int, ...]
    file_ids: tuple[tuple[str, str], ...] = ()


class Refusal(StrEnum):
    """What went wrong with a send, as the policy distinguishes it (design: Telegram's error table)."""

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
    FLOOD = "flood"  # 429
    AMBIGUOUS = "ambiguous"  # may have been delivered
    NOT_SENT = "not-sent"  # surely not delivered
    NO_RICH_METHOD = "no-rich-method"  # the server does not know rich messages
    RICH_REFUSED = "rich-refused"  # a 400 for this rich message
    UNAUTHORIZED = "unauthorized"  # the token is refused
    UNKNOWN = "unknown"  # any other 400: permanent for this message only


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Telegram, or the way to it, did not take the message."""

    reason: Refusal
    detail: str = ""
    retry_after: timedelta | None = None
    migrate_to: int | None = None


SendResult = Delivered | Refused


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxStats:
    """How many messages stand in each state, and when the oldest unsent one was written."""

    pending: int = 0
    sending: int = 0
    unknown: int = 0  # may have been delivered; digests of these are sent once more
    sent: int = 0
    dead: int = 0
    oldest_unsent_at: datetime | None = None
