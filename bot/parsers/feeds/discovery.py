"""Lists where a site may keep its feeds: what its page names or links to. Pure; fetches nothing.

All of these are guesses: the caller fetches each to see whether it is a feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

import lxml.html
from lxml import etree

from bot.parsers.feeds.named import NamedFeed, is_of_comments
from bot.text.charset import decode_html
from bot.text.clean import clean_title
from bot.text.words import any_word, merged
from bot.web.urls import feed_url, site_of, web_url

MAX_NAMED = 10  # feeds of one page that are looked at
MAX_PAGE_CHARS = 2_000_000

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")
_LOOSE_TYPES = ("application/xml", "text/xml", "application/json")  # also of other things: the address must agree
_FEED_PATH = re.compile(
    r"(?:^|[/._-])(?:rss|atom|feeds?|rdf)(?:$|[/._-])|(?:rss|atom|feed|index|news)\.(?:xml|rdf|json)$|\.(?:rss|atom)$",
    re.IGNORECASE,
)
_FEED_QUERY = re.compile(r"(?:^|&)(?:feed|format|type|output|alt)=(?:rss2?|atom|rdf|feed|xml)\b", re.IGNORECASE)
# Services whose links send a site's readers elsewhere to subscribe; what they hold is not the feed itself.
_READERS = re.compile(
    r"(?:^|\.)(?:feedly|inoreader|newsblur|theoldreader|netvibes|twitter|facebook|x)\.com$", re.IGNORECASE
)


def named_feeds(page: bytes, *, url: str, charset: str | None = None) -> tuple[NamedFeed, ...]:
    """The feeds that a web page names in its head, else those its text links to; feeds of comments come last.

    https://html.spec.whatwg.org/multipage/links.html#rel-alternate
    """
    markup = decode_html(page, declared=charset).replace("\x00", "")[:MAX_PAGE_CHARS]
    try:
        root = lxml.html.document_fromstring(
            markup.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError):
        return ()
    base = next((urljoin(url, element.get("href", "")) for element in root.iter("base")), url)
    named: dict[str, NamedFeed] = {}
    for feed in (*_in_head(root, base), *_in_text(root, base, own_site=site_of(url))):
        if feed.url != url:
            named.setdefault(feed.url, feed)
    return tuple(sorted(named.values(), key=is_of_comments))[:MAX_NAMED]


def _in_head(root: lxml.html.HtmlElement, base: str) -> Iterator[NamedFeed]:
    for link in root.iter("link"):
        rel = link.get("rel", "").lower().split()
        kind = link.get("type", "").partition(";")[0].strip().lower()
        address = _address(link, base)
        if address is None or not {"alternate", "feed"}.intersection(rel) or "stylesheet" in rel:
            continue
        if kind in _FEED_TYPES or "feed" in rel or (kind in _LOOSE_TYPES and _looks_like_feed(address)):
            yield NamedFeed(url=address, title=clean_title(link.get("title", "")))


def _in_text(root: lxml.html.HtmlElement, base: str, *, own_site: str | None) -> Iterator[NamedFeed]:
    """Links that look like feeds, of this site or of one that serves feeds for others."""
    for link in root.iter("a"):
        address = _address(link, base)
        if address is None:
            continue
        host = urlsplit(address).hostname or ""
        kind = link.get("type", "").partition(";")[0].strip().lower()
        if kind in _FEED_TYPES or (_looks_like_feed(address) and not _READERS.search(host)):
            title = clean_title(link.text_content() or link.get("title", ""))
            if site_of(address) == own_site or _feed_words().search(title) or _feed_words().search(host):
                yield NamedFeed(url=address, title=title)


def _address(link: lxml.html.HtmlElement, base: str) -> str | None:
    href = link.get("href", "").strip()
    return web_url(feed_url(href), base) if href else None


@lru_cache(maxsize=1)
def _feed_words() -> re.Pattern[str]:
    return re.compile(any_word(merged().feeds.feed), re.IGNORECASE)


def _looks_like_feed(address: str) -> bool:
    parts = urlsplit(address)
    return bool(_FEED_PATH.search(parts.path) or _FEED_QUERY.search(parts.query))
