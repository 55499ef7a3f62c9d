from __future__ import annotations

import pytest

from bot.news.discovery import MAX_NAMED, named_feeds

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
