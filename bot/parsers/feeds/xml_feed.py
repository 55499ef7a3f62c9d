"""Parses RSS, Atom, RDF, JSON Feed and pages of channels into a ParsedFeed. Pure: opens and fetches nothing.

feedparser reads the XML, without its sanitizer (it is quadratic) and without its address resolver; what comes out is
cleaned by `entry`. Run it in the killable pool: hostile XML can keep any parser busy.
"""

from __future__ import annotations

import io
import re
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import urljoin, urlsplit
from xml.sax import SAXException

import feedparser

from bot.models.articles import BlockKind, FeedProblem, ParsedArticle, ParsedFeed, ParseFailed
from bot.parsers.feeds.entry import RawEntry, finish_entry
from bot.parsers.feeds.hints import skip_days, skip_hours, time_to_live
from bot.parsers.feeds.json_feed import parse_json_feed
from bot.parsers.feeds.keys import with_keys
from bot.parsers.feeds.recordings import with_own_addresses
from bot.parsers.feeds.shared_lines import without_shared_lines
from bot.parsers.feeds.telegram import is_channel_page, parse_channel
from bot.parsers.feeds.xml_entry import Fields, date_of, raw_entry, text_of, title_of
from bot.text.characters import BYTE_ORDER_MARK
from bot.text.charset import decode_html
from bot.text.clean import clean_line, clean_markup_title, xml_text
from bot.text.words import any_of, merged
from bot.web.urls import canonical_url

MAX_ENTRIES = 200
MAX_UNPACKED_BYTES = 10_000_000
MAX_ATTRIBUTES = 100  # of one tag: the time to read it grows with their square (a list is searched for each)

# References to halves of characters and to none at all: feedparser gives up the whole feed for one.
_BAD_REFERENCE = re.compile(
    r"&#(?:[xX]0*+([dD][89a-fA-F][0-9a-fA-F]{2}|(?:1[1-9a-fA-F]|[2-9a-fA-F][0-9a-fA-F])[0-9a-fA-F]{4}|"
    r"[0-9a-fA-F]{7,}+)(?![0-9a-fA-F])|0*+(5[5-7][0-9]{3}|[0-9]{7,}+)(?![0-9]));?"
)
# Atomic groups: a hostile row of comments could be parted in more ways than there is time to try.
_LOOKS_LIKE_HTML = re.compile(
    r"(?>(?:\s|<!--.*?-->)*+)<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_TOO_MANY_ATTRIBUTES = re.compile(
    r"""<[^\s<>/="'!?]++(?:\s++[^\s<>/="']++\s*+=\s*+(?:"[^"<]*+"|'[^'<]*+'))"""
    f"{{{MAX_ATTRIBUTES + 1}}}"
)
_BARE_GUID = re.compile(r"[\w-]+")
_ROBOT_CHECK_CHARS = 20_000
_IS_LIST = re.compile(r"<opml[\s>]", re.IGNORECASE)
_IS_LIST_CHARS = 2_000


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
        return parse_channel(text, url=url) if is_channel_page(text) else _web_page(text)
    if _TOO_MANY_ATTRIBUTES.search(text):
        reason = f"A tag has more than {MAX_ATTRIBUTES} attributes."
        return ParseFailed(reason=reason, problem=FeedProblem.BROKEN)
    try:
        found = read_xml(text, url)
    except Exception as error:
        return ParseFailed(reason=f"The parser raised {type(error).__name__}.", problem=FeedProblem.BROKEN)
    # Plain dictionaries: feedparser's own answer for a missing `updated` with `published`.
    entries = _newest([_with_bare_guid(entry, url, text) for entry in found["entries"]])
    if not entries and not found["version"]:
        if _IS_LIST.search(text[:_IS_LIST_CHARS]):
            return ParseFailed(reason="This is a list of feeds (OPML).", problem=FeedProblem.LIST)
        return ParseFailed(reason="This is neither RSS nor Atom nor JSON Feed.")
    feed = _feed(found, entries, url)
    return replace(feed, skip_hours=skip_hours(text), skip_days=skip_days(text))


def _web_page(text: str) -> ParseFailed:
    if _robot_check().search(text[:_ROBOT_CHECK_CHARS]):
        return ParseFailed(reason="This is a check for robots, not a feed.", problem=FeedProblem.ROBOT_CHECK)
    return ParseFailed(reason="This is a web page, not a feed.", problem=FeedProblem.WEB_PAGE)


@lru_cache(maxsize=1)
def _robot_check() -> re.Pattern[str]:
    words = merged().feeds
    return re.compile(
        rf"<title>\s*{any_of(words.robot_check_title_patterns)}|/cdn-cgi/challenge-platform/|"
        rf"\bchallenges\.cloudflare\.com\b|{any_of(words.robot_check_patterns)}",
        re.IGNORECASE,
    )


def feed_text(body: bytes, *, charset: str | None) -> str:
    """The text of a feed's bytes, without what XML does not allow; `charset` is what the header declares."""
    body = _unpacked(body)
    text = decode_html(body, declared=_charset(body, charset))
    return xml_text(_with_whole_references(text)).lstrip(f"{BYTE_ORDER_MARK} \t\r\n")


def _with_whole_references(text: str) -> str:
    """The text with invalid character references removed, and with pairs of surrogate references (emoji) joined."""
    written = _BAD_REFERENCE.sub(_referred, text)
    if written == text:
        return text
    return written.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _referred(reference: re.Match[str]) -> str:
    hexadecimal, decimal = reference.groups()
    digits = hexadecimal or decimal
    code = int(digits[:10], 16 if hexadecimal else 10)
    return chr(code) if code <= sys.maxunicode else ""


def _unpacked(body: bytes) -> bytes:
    """The content of a gzip file, at most MAX_UNPACKED_BYTES; other bytes unchanged."""
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


def read_xml(text: str, url: str) -> Fields:
    """feedparser's result for an XML feed, with its sanitizer and its address resolver off."""
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    # Always a stream: feedparser opens a body that is a path or a URL.
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    fields: Fields = feedparser.parse(
        stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    return fields


def _with_bare_guid(entry: Fields, url: str, text: str) -> Fields:
    """The entry, without the address that feedparser makes of a guid where an entry has no link: "12" is no page."""
    guid = text_of(entry, "id")
    bare = guid.removeprefix(urljoin(url, "."))
    if not entry.get("guidislink") or entry.get("links") or not _BARE_GUID.fullmatch(bare) or guid in text:
        return dict(entry)
    return {**entry, "id": bare, "link": ""}


def _feed(found: Fields, entries: Sequence[Fields], url: str) -> ParsedFeed:
    head = found["feed"]
    atom = found["version"].startswith("atom")
    shared_language = text_of(head, "language") or None
    link = canonical_url(text_of(head, "link"))
    given = [raw_entry(entry, url=url, atom=atom, language=shared_language) for entry in entries]
    raw = with_own_addresses(given, page=link)
    title = clean_markup_title(title_of(head))
    name = title or urlsplit(url).hostname or ""
    articles = [article for article in (_finished(entry, name) for entry in raw) if article is not None]
    distinct, repeated = with_keys(articles, page=link)
    return ParsedFeed(
        title=title,
        link=link,
        language=shared_language,
        ttl=time_to_live(head),
        articles=without_shared_lines(distinct),
        notes=tuple(_notes(found, len(entries), articles, repeated)),
    )


def _finished(raw: RawEntry, name: str) -> ParsedArticle | None:
    """The article of an entry. An entry that is only a picture gets the feed's name as its title."""
    body = raw.content or raw.summary
    article = finish_entry(raw)
    if article is not None or body is None:
        return article
    article = finish_entry(replace(raw, title=name, guid=raw.guid or body.text))
    shows = article is not None and any(block.kind is BlockKind.PICTURE and block.url for block in article.blocks)
    return article if shows else None


def _notes(found: Fields, entries: int, articles: list[ParsedArticle], repeated: int) -> Iterator[str]:
    if not found["entries"]:
        yield "The feed has no entries."
    if found["bozo"]:
        yield f"The XML is broken and was repaired: {clean_line(_message_of(found['bozo_exception']))[:120]}"
    if len(found["entries"]) > entries:
        yield f"Only the newest {entries} of {len(found['entries'])} entries were read."
    if empty := entries - len(articles):
        yield f"{empty} entries without title, text and address were left out."
    if repeated:
        yield f"{repeated} repeated entries were left out."
    if undated := sum(article.published_at is None for article in articles):
        yield f"{undated} entries have no readable date."


def _message_of(error: Exception) -> str:
    """An XML parser's message, without its line and column: the text was decoded before, so they say nothing."""
    return error.getMessage() if isinstance(error, SAXException) else str(error)


def _newest(entries: Sequence[Fields]) -> Sequence[Fields]:
    """At most MAX_ENTRIES, in the feed's order; of longer feeds those with the latest dates."""
    if len(entries) <= MAX_ENTRIES:
        return entries
    start = datetime.min.replace(tzinfo=UTC)
    order = sorted(
        range(len(entries)), key=lambda at: date_of(entries[at], "published", "updated") or start, reverse=True
    )
    return [entries[at] for at in sorted(order[:MAX_ENTRIES])]
