"""RSS, Atom, RDF and JSON Feed bytes into a ParsedFeed. Pure; opens and fetches nothing, whatever the bytes say.

feedparser reads the XML, without its sanitizer (it is quadratic) and without its address resolver; what comes out is
cleaned by `entry`. Run it in the killable pool: hostile XML can keep any parser busy.
"""

from __future__ import annotations

import calendar
import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit
from xml.sax import SAXException

import feedparser

from bot.media.choice import Candidate
from bot.models import BlockKind, FeedProblem, ParsedArticle, ParsedFeed, ParseFailed
from bot.news.blocks import blocks_text, html_blocks
from bot.news.charset import decode_html
from bot.news.clean import clean_line, clean_markup_title
from bot.news.dates import parse_date
from bot.news.entry import Body, RawEntry, distinct_keys, finish_entry
from bot.news.feed_hints import skip_days, skip_hours, time_to_live
from bot.news.json_feed import parse_json_feed
from bot.news.urls import canonical_url

MAX_ENTRIES = 200
MAX_UNPACKED_BYTES = 10_000_000
MAX_ATTRIBUTES = 100  # of one tag: the time to read it grows with their square (a list is searched for each)

# Characters XML 1.0 does not allow: one of them would cost the strict parse.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Atomic groups: a hostile row of comments could be parted in more ways than there is time to try.
_LOOKS_LIKE_HTML = re.compile(
    r"(?>(?:\s|<!--.*?-->)*+)<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TOO_MANY_ATTRIBUTES = re.compile(
    r"""<[^\s<>/="'!?]++(?:\s++[^\s<>/="']++\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'))"""
    f"{{{MAX_ATTRIBUTES + 1}}}"
)
_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)", re.IGNORECASE)
_ANY_TYPE = ("application/octet-stream", "binary/octet-stream")
_HAS_TIME = re.compile(r"\d:\d\d")
_ROBOT_CHECK = re.compile(
    r"<title>\s*(?:just a moment|attention required|ddos-guard|checking your browser|请稍候|請稍候)|"
    r"/cdn-cgi/challenge-platform/|\bchallenges\.cloudflare\.com\b|verify(?:ing)? (?:that )?you are (?:a )?human",
    re.IGNORECASE,
)
_MARKUP_TYPES = ("text/html", "application/xhtml+xml")
_ROBOT_CHECK_CHARS = 20_000
_IS_LIST = re.compile(r"<opml[\s>]", re.IGNORECASE)
_IS_LIST_CHARS = 2_000

_Fields = Mapping[str, Any]  # what feedparser gives: any field may be missing or of another type


def parse_feed(
    body: bytes, *, url: str, content_type: str = "", charset: str | None = None
) -> ParsedFeed | ParseFailed:
    """The feed in `body`, at most MAX_ENTRIES articles; ParseFailed says what the bytes are instead.

    `url` is where it came from: relative addresses resolve against it. `charset` is the header's word, not believed
    where the bytes say otherwise.
    """
    text = feed_text(body, charset=charset)
    if not text:
        return ParseFailed(reason="The answer is empty.", problem=FeedProblem.EMPTY)
    if text.startswith(("{", "[")):
        return parse_json_feed(text, url=url, max_entries=MAX_ENTRIES)
    if _LOOKS_LIKE_HTML.match(text):
        return _web_page(text)
    if _TOO_MANY_ATTRIBUTES.search(text):
        reason = f"A tag has more than {MAX_ATTRIBUTES} attributes."
        return ParseFailed(reason=reason, problem=FeedProblem.BROKEN)
    try:
        found = read_xml(text, url)
    except Exception as error:
        return ParseFailed(reason=f"The parser raised {type(error).__name__}.", problem=FeedProblem.BROKEN)
    # Plain dictionaries: feedparser's own answer for a missing `updated` with `published`.
    entries = _newest([dict(entry) for entry in found["entries"]])
    if not entries and not found["version"]:
        if _IS_LIST.search(text[:_IS_LIST_CHARS]):
            return ParseFailed(reason="This is a list of feeds (OPML).", problem=FeedProblem.LIST)
        return ParseFailed(reason="This is neither RSS nor Atom nor JSON Feed.")
    feed = _feed(found, entries, url)
    return replace(feed, skip_hours=skip_hours(text), skip_days=skip_days(text))


def _web_page(text: str) -> ParseFailed:
    if _ROBOT_CHECK.search(text[:_ROBOT_CHECK_CHARS]):
        return ParseFailed(reason="This is a check for robots, not a feed.", problem=FeedProblem.ROBOT_CHECK)
    return ParseFailed(reason="This is a web page, not a feed.", problem=FeedProblem.WEB_PAGE)


def feed_text(body: bytes, *, charset: str | None) -> str:
    """The text of a feed's bytes, without what XML does not allow; `charset` is what the header declares."""
    body = _unpacked(body)
    return _NOT_XML.sub("", decode_html(body, declared=_charset(body, charset))).lstrip("\ufeff \t\r\n")


def _unpacked(body: bytes) -> bytes:
    """What is in a gzip file that is served as it lies there, as far as MAX_UNPACKED_BYTES; other bytes as they are."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, MAX_UNPACKED_BYTES)
    except zlib.error:
        return body


def _charset(body: bytes, declared: str | None) -> str | None:
    """The charset to try first: UTF-8 wherever it fits, as servers often declare latin-1 for everything."""
    if b"\x1b" in body or b"\x00" in body:
        return declared
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return declared
    return "utf-8"


def read_xml(text: str, url: str) -> _Fields:
    """What feedparser finds in an XML feed, under the options that Tidings gives it."""
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    # Always a stream: feedparser opens a body that is a path or a URL.
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    fields: _Fields = feedparser.parse(
        stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    return fields


def _feed(found: _Fields, entries: Sequence[_Fields], url: str) -> ParsedFeed:
    head = found["feed"]
    atom = found["version"].startswith("atom")
    shared_language = _text(head, "language") or None
    raw = [_entry(entry, url=url, atom=atom, language=shared_language) for entry in entries]
    title = clean_markup_title(_title(head))
    name = title or urlsplit(url).hostname or ""
    articles = [article for article in (_finished(entry, name) for entry in raw) if article is not None]
    distinct, repeated = distinct_keys(articles)
    return ParsedFeed(
        title=title,
        link=canonical_url(_text(head, "link")),
        language=shared_language,
        ttl=time_to_live(head),
        articles=tuple(distinct),
        notes=tuple(_notes(found, len(entries), articles, repeated)),
    )


def _finished(raw: RawEntry, name: str) -> ParsedArticle | None:
    """The article of an entry; one that is a picture alone takes the feed's name for its title."""
    body = raw.content or raw.summary
    article = finish_entry(raw)
    if article is not None or body is None:
        return article
    article = finish_entry(replace(raw, title=name, guid=raw.guid or body.text))
    shows = article is not None and any(block.kind is BlockKind.PICTURE and block.url for block in article.blocks)
    return article if shows else None


def _notes(found: _Fields, entries: int, articles: list[ParsedArticle], repeated: int) -> Iterator[str]:
    if not found["entries"]:
        yield "The feed has no entries."
    if found["bozo"]:
        yield f"The XML is broken and was repaired: {clean_line(_told(found['bozo_exception']))[:120]}"
    if len(found["entries"]) > entries:
        yield f"Only the newest {entries} of {len(found['entries'])} entries were read."
    if empty := entries - len(articles):
        yield f"{empty} entries without title, text and address were left out."
    if repeated:
        yield f"{repeated} repeated entries were left out."
    if undated := sum(article.published_at is None for article in articles):
        yield f"{undated} entries have no readable date."


def _told(error: Exception) -> str:
    """What an XML parser found wrong; where it was says nothing, as the text was decoded before."""
    return error.getMessage() if isinstance(error, SAXException) else str(error)


def _newest(entries: Sequence[_Fields]) -> Sequence[_Fields]:
    """At most MAX_ENTRIES, in the feed's order; of longer feeds those with the latest dates."""
    if len(entries) <= MAX_ENTRIES:
        return entries
    start = datetime.min.replace(tzinfo=UTC)
    order = sorted(
        range(len(entries)), key=lambda at: _date(entries[at], "published", "updated") or start, reverse=True
    )
    return [entries[at] for at in sorted(order[:MAX_ENTRIES])]


def _entry(entry: _Fields, *, url: str, atom: bool, language: str | None) -> RawEntry:
    title = _fields(entry, "title_detail")
    content = max(_list(entry, "content"), key=lambda part: len(_text(part, "value")), default={})
    summary = _fields(entry, "summary_detail")
    return RawEntry(
        guid=_text(entry, "id"),
        addresses=tuple(_addresses(entry)),
        title=_title(entry),
        plain_title=atom and _text(title, "type") == "text/plain",
        content=_body(content),
        summary=_body(summary),
        pictures=tuple(_pictures(entry)),
        authors=tuple(_authors(entry)),
        categories=tuple(_text(tag, "label") or _text(tag, "term") for tag in _list(entry, "tags")),
        language=_text(content or summary, "language") or _text(title, "language") or language,
        published_at=_date(entry, "published", "created"),
        updated_at=_date(entry, "updated"),
        base_url=_base(content or summary, entry, url),
    )


def _title(fields: _Fields) -> str:
    """The words of a title in which there is markup; what else it holds (scripts, comments) is not to be read."""
    title = _text(fields, "title")
    if "<" in title and _text(_fields(fields, "title_detail"), "type") in _MARKUP_TYPES:
        return blocks_text(html_blocks(title, None)).replace("\n", " ") or title
    return title


def _addresses(entry: _Fields) -> Iterator[str]:
    """Where the article can be read: the original before a counting redirect, then links, then its sound or film."""
    yield _text(entry, "feedburner_origlink")
    yield _text(entry, "link")
    for rel in ("alternate", "", "enclosure"):
        for link in _list(entry, "links"):
            if _text(link, "rel") == rel:
                yield _text(link, "href")
    if _text(entry, "id").startswith(("http://", "https://")):
        yield _text(entry, "id")


def _pictures(entry: _Fields) -> Iterator[Candidate]:
    """What Media RSS, enclosures and iTunes name: https://www.rssboard.org/media-rss."""
    for media in _list(entry, "media_content"):
        if _text(media, "medium") == "image" or _is_picture(media, "url"):
            yield Candidate(url=_text(media, "url"), width=_pixels(media, "width"), height=_pixels(media, "height"))
    for media in _list(entry, "media_thumbnail"):
        yield Candidate(url=_text(media, "url"), width=_pixels(media, "width"), height=_pixels(media, "height"))
    for link in _list(entry, "links"):
        if _text(link, "rel") == "enclosure" and _is_picture(link, "href"):
            yield Candidate(url=_text(link, "href"))
    if image := _text(_fields(entry, "image"), "href"):
        yield Candidate(url=image)


def _is_picture(media: _Fields, address: str) -> bool:
    """Whether its type says so; its address, where there is no type that says anything."""
    kind = _text(media, "type").lower()
    if kind and kind not in _ANY_TYPE:
        return kind.startswith("image/")
    return bool(_PICTURE_NAME.search(_text(media, address)))


def _authors(entry: _Fields) -> Iterator[str]:
    for person in _list(entry, "authors"):
        yield _text(person, "name")
    yield _text(entry, "author")


def _body(part: _Fields) -> Body | None:
    value = _text(part, "value")
    return Body(text=value, plain=_text(part, "type") == "text/plain") if value else None


def _base(part: _Fields, entry: _Fields, url: str) -> str:
    """Where relative addresses of the text start: xml:base if the feed sets one, else the article's own page."""
    base = _text(part, "base")
    return base if base and base != url else _text(entry, "link") or url


def _date(entry: _Fields, *names: str) -> datetime | None:
    """The first readable date of these fields, in UTC.

    feedparser's reading comes second, for its rarer forms with a time: of an incomplete date it makes one of today's.
    """
    for name in names:
        text = _text(entry, name)
        if moment := parse_date(text):
            return moment
        parsed = entry.get(f"{name}_parsed")
        if parsed and _HAS_TIME.search(text):
            with suppress(ValueError, OverflowError, TypeError):
                return datetime.fromtimestamp(calendar.timegm(parsed), UTC)
    return None


def _pixels(media: _Fields, name: str) -> int:
    size = _text(media, name).strip()
    return int(size[:5]) if size.isascii() and size.isdigit() else 0


def _text(fields: _Fields, name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _list(fields: _Fields, name: str) -> list[_Fields]:
    value = fields.get(name)
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _fields(fields: _Fields, name: str) -> _Fields:
    value = fields.get(name)
    return value if isinstance(value, Mapping) else {}
