"""What one trip to a parser process does: several posts, a page's article, or the look for a page's feeds. Pure.

The parsers are imported where they run: the bot itself names these functions only, and starts half a second sooner.
"""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urljoin

import lxml.html
from lxml import etree

from bot.models import ParsedArticle, ParseFailed
from bot.news.charset import decode_html
from bot.news.urls import web_url

MAX_LINKS = 5

_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml")


def parse_posts(posts: Sequence[tuple[str, bytes]], *, link: str | None) -> list[ParsedArticle | ParseFailed]:
    """The articles of (stem, bytes) pairs, in order. A post that trips the parser costs itself alone."""
    from bot.news.posts import parse_post

    def parse(data: bytes, stem: str) -> ParsedArticle | ParseFailed:
        try:
            return parse_post(data, stem=stem, link=link)
        except Exception as error:
            return ParseFailed(reason=f"The post cannot be read ({type(error).__name__}).")

    return [parse(data, stem) for stem, data in posts]


def page_article(body: bytes, *, url: str, charset: str | None = None) -> ParsedArticle | ParseFailed:
    """The article of a web page; see `page.parse_page`."""
    from bot.news.page import parse_page

    return parse_page(body, url=url, charset=charset)


def feed_links(page: bytes, *, url: str, charset: str | None = None) -> tuple[str, ...]:
    """The addresses of the feeds that a web page names in its head, best first as the page orders them.

    https://html.spec.whatwg.org/multipage/links.html#rel-alternate
    """
    markup = decode_html(page, declared=charset).replace("\x00", "")
    try:
        root = lxml.html.document_fromstring(
            markup.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8")
        )
    except (etree.LxmlError, ValueError):
        return ()
    base = next((urljoin(url, element.get("href", "")) for element in root.iter("base")), url)
    links = (
        web_url(link.get("href", ""), base)
        for link in root.iter("link")
        if "alternate" in link.get("rel", "").lower().split()
        and link.get("type", "").partition(";")[0].strip().lower() in _FEED_TYPES
        and link.get("href", "").strip()
    )
    return tuple(dict.fromkeys(link for link in links if link))[:MAX_LINKS]
