"""A chat's digests as an Atom feed and as a page."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import feedparser
import pytest

from bot.models.published import Publication, PublishedStory
from bot.publishing.atom import atom
from bot.publishing.web_page import web_page
from bot.render.phrases import Reader
from bot.texts import speaker
from tests.fakes import NOON

HOSTILE = 'A <b>"bold"</b> & \x0b<script>alert(1)</script>'


def a_story(**changes: Any) -> PublishedStory:
    fields: dict[str, Any] = {
        "key": "7",
        "title": "The bridge opens",
        "url": "https://news.example/bridge?a=1&b=2",
        "summary": "People walked over it.",
        "source": "Courier",
        "category": "World › Europe",
        "language": "en",
        "thumbnail": "https://news.example/bridge.jpg",
        "published_at": NOON - timedelta(hours=1),
        "told_at": NOON,
    }
    return PublishedStory(**{**fields, **changes})


def a_publication(*stories: PublishedStory, language: str = "en") -> Publication:
    return Publication(key="chat", title="My digests", language=language, updated_at=NOON, stories=stories)


def a_reader(language: str = "en") -> Reader:
    return Reader(say=speaker(language), language=language, zone="Asia/Taipei", bot_username="tidings_bot")


def test_a_feed_reader_finds_everything_in_the_feed() -> None:
    feed = feedparser.parse(atom(a_publication(a_story())))
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.id) == ("My digests", "urn:tidings:chat")
    assert feed.feed.updated == "2026-03-02T12:00:00Z"
    [entry] = feed.entries
    assert (entry.title, entry.summary, entry.author) == ("The bridge opens", "People walked over it.", "Courier")
    assert (entry.link, entry.id) == ("https://news.example/bridge?a=1&b=2", "urn:tidings:chat:7")
    assert (entry.published, entry.updated) == ("2026-03-02T11:00:00Z", "2026-03-02T12:00:00Z")
    assert [tag.term for tag in entry.tags] == ["World › Europe"]
    assert entry.media_thumbnail == [{"url": "https://news.example/bridge.jpg"}]


def test_a_story_without_link_category_and_picture_is_a_whole_entry() -> None:
    feed = feedparser.parse(atom(a_publication(a_story(url="", category="", thumbnail=""))))
    assert not feed.bozo
    assert {"links", "tags", "media_thumbnail"}.isdisjoint(feed.entries[0])


def test_foreign_text_stays_text_in_both() -> None:
    story = a_story(title=HOSTILE, summary=HOSTILE, source=HOSTILE, category=HOSTILE, url="javascript:alert(1)")
    feed = feedparser.parse(atom(a_publication(story)), sanitize_html=False)
    assert not feed.bozo
    assert feed.entries[0].title_detail.type == "text/plain"
    page = web_page(a_publication(story), a_reader())
    assert "<script" not in page
    assert "<b>" not in page
    assert "javascript:" not in page


def test_the_page_shows_each_digest_by_category_in_the_order_in_which_it_was_told() -> None:
    earlier = a_story(title="Yesterday", told_at=NOON - timedelta(days=1), category="", thumbnail="")
    page = web_page(a_publication(a_story(), a_story(title="Talks", category="Sport"), earlier), a_reader())
    shown = ["Monday, 2 March 2026, 20:00", "World › Europe", "The bridge opens", "Sport", "Talks"]
    shown += ["Sunday, 1 March 2026, 20:00", "Yesterday"]
    places = [page.index(text) for text in shown]
    assert places == sorted(places)
    assert page.count("<img") == 2
    assert 'dir="ltr"' in page


def test_a_page_of_nothing_says_so() -> None:
    assert "Nothing yet" in web_page(a_publication(), a_reader())


@pytest.mark.parametrize(("language", "told"), [("fr", "2026 à 20:00"), ("ar", "2026، 20:00"), ("ja", "月曜日 20:00")])
def test_the_moment_of_a_digest_is_written_as_its_readers_do(language: str, told: str) -> None:
    assert f"{told}</h2>" in web_page(a_publication(a_story(), language=language), a_reader(language))
