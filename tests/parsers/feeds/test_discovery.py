from __future__ import annotations

import pytest

from bot.parsers.feeds.discovery import MAX_NAMED, named_feeds
from bot.parsers.feeds.named import NamedFeed, is_of_comments, usual_addresses

URL = "https://news.example/start/"


def urls(page: str) -> tuple[str, ...]:
    return tuple(feed.url for feed in named_feeds(page.encode(), url=URL))


@pytest.mark.parametrize(
    ("head", "links"),
    [
        ('<link rel="alternate" type="application/rss+xml" href="/feed">', ("https://news.example/feed",)),
        ('<link rel="ALTERNATE home" type="application/atom+xml; x=y" href="a">', ("https://news.example/start/a",)),
        (
            '<base href="https://other.example/"><link rel="alternate" type="application/feed+json" href="f.json">',
            ("https://other.example/f.json",),
        ),
        ('<link rel="stylesheet" href="a.css"><link rel="alternate" hreflang="de" href="/de">', ()),
        ('<link rel="alternate" type="application/rss+xml" href=" ">', ()),
        ('<link rel="alternate" type="application/rss+xml" href="javascript:x">', ()),
    ],
)
def test_the_feeds_a_page_names_are_found(head: str, links: tuple[str, ...]) -> None:
    assert urls(f"<html><head>{head}</head><body>x</body></html>") == links


def test_only_a_few_feeds_of_a_page_are_named() -> None:
    page = "".join(f'<link rel="alternate" type="application/rss+xml" href="/{n % 19}">' for n in range(40))
    assert len(urls(page)) == MAX_NAMED


@pytest.mark.parametrize("page", [b"", b"\x00", b"<!-- -->", b"\xff\xfe"])
def test_a_page_of_nothing_names_no_feed(page: bytes) -> None:
    assert named_feeds(page, url=URL) == ()


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ('<a href="/rss.xml">RSS</a>', ("https://news.example/rss.xml",)),
        ('<a href="https://www.news.example/world/feed/">World</a>', ()),
        ('<a href="https://feeds.news.example/world">World</a>', ()),
        ('<a href="https://feeds.example.net/rss/news">World</a>', ("https://feeds.example.net/rss/news",)),
        ('<a href="https://other.example/atom.xml">Atom feed</a>', ("https://other.example/atom.xml",)),
        ('<a href="https://other.example/x" type="application/rss+xml">RSS</a>', ("https://other.example/x",)),
        ('<a href="https://feedly.com/i/feed/https%3A%2F%2Fnews.example">Feed</a>', ()),
        ('<a href="/?feed=rss2">x</a><a href="/?feeding=1">y</a>', ("https://news.example/?feed=rss2",)),
        ('<a href="/feedback">x</a><a href="/rssi">y</a><a>z</a><a href="mailto:feed@news.example">m</a>', ()),
        ('<a href="feed:https://news.example/all.rss">RSS</a>', ("https://news.example/all.rss",)),
        ('<a href="feed://news.example/all.atom">訂閱源</a>', ("http://news.example/all.atom",)),
        ('<a href="/start/">here</a><a href="/a/feed">1</a><a href="/a/feed">2</a>', ("https://news.example/a/feed",)),
    ],
)
def test_links_of_the_text_that_look_like_feeds_are_found(body: str, links: tuple[str, ...]) -> None:
    assert urls(f"<html><body>{body}</body></html>") == links


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<link rel="feed" href="/f">', True),
        ('<link rel="alternate" type="text/xml" href="/rss.xml">', True),
        ('<link rel="alternate" type="text/xml" href="/sitemap">', False),
        ('<link rel="alternate stylesheet" type="application/rss+xml" href="/feed">', False),
        ('<link type="application/rss+xml" href="/feed">', False),
    ],
)
def test_a_link_of_the_head_must_say_what_it_is(head: str, found: bool) -> None:
    assert bool(urls(f"<html><head>{head}</head></html>")) is found


def test_feeds_keep_their_titles_and_those_of_comments_come_last() -> None:
    page = (
        '<link rel="alternate" type="application/rss+xml" title="Comments on News" href="/c">'
        '<link rel="alternate" type="application/rss+xml" title="News &amp; more" href="/n">'
        '<link rel="alternate" type="application/rss+xml" href="/comments/feed">'
    )
    feeds = named_feeds(page.encode(), url=URL)
    assert [(feed.title, is_of_comments(feed)) for feed in feeds] == [
        ("News & more", False),
        ("Comments on News", True),
        ("", True),
    ]
    assert feeds[0] == NamedFeed(url="https://news.example/n", title="News & more")


@pytest.mark.parametrize(
    ("url", "first", "count"),
    [
        ("https://news.example/", "https://news.example/feed", 7),
        ("https://news.example/en/blog/", "https://news.example/en/blog/feed", 14),
        ("https://news.example/blog?x=1", "https://news.example/blog/feed", 14),
        ("https://news.example/index.html", "https://news.example/feed", 7),
        ("https://news.example/2026/03/02/bridge", "https://news.example/feed", 7),
    ],
)
def test_the_usual_addresses_are_below_a_section_and_at_the_root(url: str, first: str, count: int) -> None:
    places = usual_addresses(url)
    assert (places[0], len(places)) == (first, count)
    assert "https://news.example/rss.xml" in places


def test_a_page_is_not_its_own_feed() -> None:
    assert named_feeds(b'<a href="/feeds/">Feeds</a>', url="https://news.example/feeds/") == ()
