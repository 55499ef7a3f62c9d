from __future__ import annotations

import pickle

import pytest

from bot.models.articles import Block, BlockKind, ParsedArticle, ParseFailed
from bot.models.packed_blocks import packed
from bot.parsers.batches import parse_posts
from bot.parsers.posts.front_matter import FrontMatter, split_front_matter


def test_posts_are_parsed_in_order_and_fail_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    good = b"---\ntitle: Harbour bridge opens\n---\n\nThe bridge opened on Monday.\n"
    first, second = parse_posts([("one", good), ("two", b"")], link=None)
    assert isinstance(first, ParsedArticle)
    assert first.title == "Harbour bridge opens"
    assert isinstance(second, ParseFailed)

    def broken(text: str) -> FrontMatter:
        if "a post with a bug" in text:
            raise KeyError("bug")
        return split_front_matter(text)

    monkeypatch.setattr("bot.parsers.posts.post.split_front_matter", broken)
    failed, third = parse_posts([("bug", b"a post with a bug"), ("one", good)], link=None)
    assert failed == ParseFailed(reason="The post cannot be read (KeyError).")
    assert third == first


def test_a_block_crosses_to_another_process_whole() -> None:
    block = Block(
        kind=BlockKind.LIST,
        text="t",
        level=3,
        items=("a", "b"),
        depths=(0, 1),
        url="https://a.example/",
        width=4,
        height=5,
    )
    assert all(block), "each field is another than its default"
    assert pickle.loads(pickle.dumps(packed([block], ""))) == (block,)
