from __future__ import annotations

from bot.parsers.feeds.keys import with_keys
from tests.fakes import a_parsed_article

ADDRESS = "https://a.example/"


def test_an_entry_that_is_known_by_its_content_alone_comes_once() -> None:
    same = [a_parsed_article("Tide", key=key, url=f"{ADDRESS}tide", text="It rose.") for key in ("x", "y")]
    others = [a_parsed_article(name, key=key, url=ADDRESS + name) for name, key in (("Bridge", "x"), ("Otters", "y"))]
    found, repeated = with_keys([*same, *others], page=None)
    assert ([entry.title for entry in found], repeated) == (["Tide", "Bridge", "Otters"], 1)
