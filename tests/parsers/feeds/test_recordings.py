from __future__ import annotations

import json

import pytest

from bot.models.articles import ParsedFeed
from bot.parsers.feeds.json_feed import parse_json_feed
from bot.parsers.feeds.xml_feed import parse_feed

PAGE = "https://radio.example/show"


def episode(name: str, *, date: str = "", guid: str = "") -> str:
    return f"""<item><title>The show</title><link>{PAGE}</link>{date}{guid}<description>Listen.</description>
        <enclosure url="https://radio.example/{name}.mp3" type="audio/mpeg"/></item>"""


def addresses(*episodes: str) -> list[str | None]:
    body = f"<rss version='2.0'><channel><title>Radio</title><link>{PAGE}</link>{''.join(episodes)}</channel></rss>"
    found = parse_feed(body.encode(), url="https://radio.example/feed")
    assert isinstance(found, ParsedFeed)
    return [article.url for article in found.articles]


@pytest.mark.parametrize("guid", ["", "<guid>N/A</guid>"])
def test_undated_episodes_that_differ_in_their_recording_alone_are_several(guid: str) -> None:
    found = addresses(episode("1", guid=guid), episode("2", guid=guid), episode("2", guid=guid))
    assert found == ["https://radio.example/1.mp3", "https://radio.example/2.mp3"]


def test_the_one_episode_of_a_feed_is_known_by_its_recording() -> None:
    assert addresses(episode("1")) == ["https://radio.example/1.mp3"]


def test_what_a_date_or_a_guid_tells_apart_keeps_its_page() -> None:
    dates = ("Mon, 02 Mar 2026 11:00:00 GMT", "Tue, 03 Mar 2026 11:00:00 GMT")
    assert addresses(*(episode(date[:3], date=f"<pubDate>{date}</pubDate>") for date in dates)) == [PAGE, PAGE]
    assert addresses(episode("1", guid="<guid>a</guid>"), episode("2", guid="<guid>b</guid>")) == [PAGE, PAGE]


def test_attachments_of_a_json_feed_tell_episodes_apart_too() -> None:
    items = [
        {"title": "The show", "url": PAGE, "attachments": [{"url": f"{PAGE}/{name}", "mime_type": kind}]}
        for name, kind in (("1.mp3", "audio/mpeg"), ("2.mp4", "video/mp4"), ("3.png", "image/png"))
    ]
    text = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})
    found = parse_json_feed(text, url="https://radio.example/feed.json", max_entries=5)
    assert isinstance(found, ParsedFeed)
    assert [article.url for article in found.articles] == [f"{PAGE}/1.mp3", f"{PAGE}/2.mp4", PAGE]
