"""The files of an export: what they hold, and what they never hold."""

from __future__ import annotations

import json

import pytest

from bot.models.chats import ChatKey
from bot.render.export import Choices, export_json, may_be_shared, shared_feeds
from tests.fakes import NOON, a_chat, a_source


@pytest.mark.parametrize(
    ("url", "shared"),
    [
        ("https://harbour.example/feed.xml", True),
        ("https://www.youtube.com/feeds/videos.xml?channel_id=UC1234567890abcdefghijkl", True),
        ("https://harbour.example/news?category=world&page=2", True),
        ("https://harbour.example/2026/03/a-long-title-with-2026-numbers-and-words.xml", True),
        ("https://news.example/author?author=ada", True),
        ("http://127.0.0.1:1200/telegram/channel/durov", True),
        ("https://ada:secret@harbour.example/feed.xml", False),
        ("https://harbour.example/feed?api_key=1", False),
        ("https://harbour.example/feed?Token=1", False),
        ("https://harbour.example/feed?x=a1b2c3d4e5f6a7b8c9d0e1f2", False),
        ("https://harbour.example/private/a1b2c3d4e5f6a7b8c9d0e1f2/feed.xml", False),
        ("https://[broken/feed", False),
    ],
)
def test_no_address_with_a_password_or_a_key_is_shared(url: str, shared: bool) -> None:
    assert may_be_shared(url) is shared
    spec = a_source(1, location=url).spec
    assert shared_feeds([spec]) == ([spec] if shared else [])


def test_columns_and_tables_that_are_new_are_written_under_their_names() -> None:
    chat = a_chat()
    choices = Choices(
        chat=chat,
        settings={
            "chat_id": 1,
            "cursor": 7,
            "quiet": '{"from": "22:00"}',
            "asked_until": 1_772_452_800_000_000,
            "reads": "en",
        },
        follows=(("World", "Europe"),),
        rows={"alerts": [{"words": "+otters", "saved_at": None, "story_id": "s1", "token": "t"}]},
    )
    whole = json.loads(export_json(choices, [choices], bot_username="tidings_bot", now=NOON))
    assert whole["settings"]["quiet"] == {"from": "22:00"}
    assert whole["settings"]["asked_until"] == "2026-03-02T12:00:00+00:00"
    assert "cursor" not in whole["settings"]
    assert whole["alerts"] == [{"words": "+otters", "saved_at": None}]
    assert whole["follows"] == ["World/Europe"]
    assert [topic["thread_id"] for topic in whole["topics"]] == [ChatKey(chat_id=1).thread_id]
