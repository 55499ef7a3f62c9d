from __future__ import annotations

import pytest

from bot.models import ParsedArticle, ParseFailed
from bot.news.batches import parse_posts


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
