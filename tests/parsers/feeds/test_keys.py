from __future__ import annotations

from bot.parsers.feeds.keys import with_keys
from tests.fakes import a_parsed_article

ADDRESS = "https://a.example/"


def test_an_entry_that_is_known_by_its_content_alone_comes_once() -> None:
    same = [a_parsed_article("Tide", key=key, url=f"{ADDRESS}tide", text="It rose.") for key in ("x", "y")]
    others = [a_parsed_article(name, key=key, url=ADDRESS + name) for name, key in (("Bridge", "x"), ("Otters", "y"))]
    found, repeated = with_keys([*same, *others], page=None)
    assert ([entry.title for entry in found], repeated) == (["Tide", "Bridge", "Otters"], 1)


def test_entries_of_one_guid_title_and_date_are_not_repeated_where_their_texts_are_others() -> None:
    rates = [a_parsed_article("Rates", key="0", text=f"A dollar is {rate} euros.") for rate in ("0.91", "0.92")]
    news = [
        a_parsed_article("Rates", key="0", text="The bank waits."),
        a_parsed_article("Rates", key="0", text="A tram"),
    ]
    found, repeated = with_keys([*rates, *news, rates[0]], page=None)
    assert ([entry.text for entry in found], repeated) == ([entry.text for entry in (*rates, *news)], 1)
