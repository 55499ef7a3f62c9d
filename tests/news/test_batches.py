from __future__ import annotations

import pytest

from bot.models import ParsedArticle, ParseFailed
from bot.news.batches import MAX_LINKS, feed_links, parse_posts

URL = "https://news.example/start/"


def test_posts_are_parsed_in_order_and_fail_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    good = b"---\ntitle: Harbour bridge opens\n---\n\nThe bridge opened on Monday.\n"
    first, second = parse_posts([("one", good), ("two", b"")], link=None)
    assert isinstance(first, ParsedArticle)
    assert first.title == "Harbour bridge opens"
    assert isinstance(second, ParseFailed)

    def broken(*_: object, **__: object) -> None:
        raise KeyError("bug")

    monkeypatch.setattr("bot.news.posts.parse_post", broken)
    assert parse_posts([("one", good)], link=None) == [ParseFailed(reason="The post cannot be read (KeyError).")]


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
    assert feed_links(f"<html><head>{head}</head><body>x</body></html>".encode(), url=URL) == links


def test_only_a_few_feeds_of_a_page_are_named() -> None:
    page = "".join(f'<link rel="alternate" type="application/rss+xml" href="/{n % 9}">' for n in range(40))
    assert len(feed_links(page.encode(), url=URL)) == MAX_LINKS


@pytest.mark.parametrize("page", [b"", b"\x00", b"<!-- -->", b"\xff\xfe"])
def test_a_page_of_nothing_names_no_feed(page: bytes) -> None:
    assert feed_links(page, url=URL) == ()
