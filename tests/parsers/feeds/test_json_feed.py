from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.models.articles import ParsedFeed, ParseFailed
from bot.parsers.feeds.json_feed import MAX_JSON_CHARS, parse_json_feed

URL = "https://news.example/feed.json"


def parsed(*items: object, **fields: Any) -> ParsedFeed:
    text = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items, **fields})
    found = parse_json_feed(text, url=URL, max_entries=5)
    assert isinstance(found, ParsedFeed), found
    return found


def test_an_item_becomes_an_article() -> None:
    found = parsed(
        {
            "id": 7,
            "url": "https://news.example/7",
            "title": "AT&T <b>",
            "content_html": "<p>One.</p><img src='in.jpg'>",
            "image": "top.jpg",
            "date_published": "2026-03-02T10:00:00+01:00",
            "date_modified": "2026-03-02T11:00:00+01:00",
            "authors": [{"name": "Ada"}, "nobody"],
            "tags": ["World", 3],
            "language": "de",
        },
        title="News",
        home_page_url="https://news.example",
        language="en",
    )
    [article] = found.articles
    assert (found.title, found.link, found.language) == ("News", "https://news.example/", "en")
    assert (article.key, article.url, article.title, article.text) == (
        "7",
        "https://news.example/7",
        "AT&T <b>",
        "One.",
    )
    assert article.published_at == datetime(2026, 3, 2, 9, tzinfo=UTC)
    assert article.updated_at == datetime(2026, 3, 2, 10, tzinfo=UTC)
    assert (article.authors, article.categories, article.language) == (("Ada",), (("World",),), "de")
    assert article.thumbnail_url == "https://news.example/top.jpg"


def test_what_an_item_lacks_comes_from_elsewhere() -> None:
    found = parsed(
        {"id": "https://news.example/a", "content_text": "First line.\n\nSecond."},
        {"external_url": "https://else.example/b", "title": "B", "summary": "In short."},
        {"title": "C", "attachments": ["x", {"mime_type": "image/png", "url": "/c.png"}, {"mime_type": "audio/x"}]},
        author={"name": "The Desk"},
    )
    first, second, third = found.articles
    assert (first.url, first.title, first.text) == ("https://news.example/a", "First line.", "First line.\nSecond.")
    assert (second.url, second.text) == ("https://else.example/b", "In short.")
    assert third.thumbnail_url == "https://news.example/c.png"
    assert {article.authors for article in found.articles} == {("The Desk",)}


def test_entries_that_are_left_out_are_counted() -> None:
    same = {"id": "1", "title": "A"}
    found = parsed("no item", same, same, {"id": "2"}, {"title": "B"}, {"title": "C"}, {"title": "too many"})
    assert [article.title for article in found.articles] == ["A", "B", "C"]
    assert found.notes == (
        "Only the newest 5 of 6 entries were read.",
        "1 entries without title, text and address were left out.",
        "1 repeated entries were left out.",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "broken"),
        ("[" * 100_000, "broken"),
        ("[]", "no JSON Feed"),
        ('{"items": {}}', "no JSON Feed"),
        (" " * (MAX_JSON_CHARS + 1), "5 MB"),
    ],
)
def test_other_json_is_no_feed(text: str, words: str) -> None:
    failed = parse_json_feed(text, url=URL, max_entries=5)
    assert isinstance(failed, ParseFailed)
    assert words in failed.reason


def test_fields_of_odd_types_do_no_harm() -> None:
    found = parsed(
        {"id": True, "title": ["x"], "url": 5, "content_html": {}, "tags": "x", "authors": {}, "summary": "S"}
    )
    assert found.articles[0].title == "S"
