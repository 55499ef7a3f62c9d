"""What is shown of a text that was found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.filters.matching import Finder
from bot.models.articles import UNDATED
from bot.render.inline_card import inline_card
from bot.render.phrases import Reader
from bot.render.search_page import ResultPage, marked, render_results, results_keyboard, snippet_of
from bot.texts import speaker
from tests.fakes import an_article

FINDER = Finder(["bridge", "桥"])


@pytest.mark.parametrize(
    ("text", "snippet"),
    [
        ("Nothing here.\nThe bridge opens. It is new.", "The bridge opens."),
        (f"{'word ' * 40}the bridge opens", f"…{'word ' * 11}the bridge opens"),
        ("水" * 100 + "大橋開通", "…" + "水" * 59 + "大橋開通"),
        ("No such word. " * 40, "No such word. " * 14 + "No…"),
        ("", ""),
    ],
)
def test_a_snippet_begins_shortly_before_the_word(text: str, snippet: str) -> None:
    assert snippet_of(text, FINDER) == snippet


def test_found_words_are_bold_and_all_else_is_escaped() -> None:
    assert marked("<A> bridge & 橋", FINDER) == "&lt;A&gt; <b>bridge</b> &amp; <b>橋</b>"
    assert marked("bridge " * 9, FINDER).count("<b>") == 6


def test_a_card_without_date_address_and_text_has_what_there_is() -> None:
    reader = Reader(say=speaker("en"), language="en", zone="UTC", bot_username="a_bot")
    article = an_article(7, title="جسر", url=None, text="", language="ar", published_at=UNDATED)
    card = inline_card(article, None, picture=None, reader=reader)
    assert (card.url, card.rtl, card.description) == (None, True, "Example News")
    assert card.html.startswith('<b><a href="https://t.me/a_bot?start=a7">جسر</a></b>\n\n<i>Example News')


def test_what_is_not_told_apart_by_story_is_counted_in_articles_on_every_page() -> None:
    reader = Reader(say=speaker("en"), language="en", zone="UTC", bot_username="a_bot")
    known = ResultPage(query="bridge", articles=(), page=1, count=9, uncounted=None, is_cut=False, filtered=False)
    for page, head, buttons in (
        (known, "9 stories", ["◀️", "2 / 2"]),
        (replace(known, count=57, uncounted=57), "57 articles", ["◀️", "2", "▶️"]),
        (replace(known, uncounted=500, is_cut=True), "the newest 500", ["◀️", "2"]),
    ):
        assert render_results(page, finder=FINDER, reader=reader) == f"🔎 <code>bridge</code> · {head}"
        (row,) = results_keyboard(page, has_rules=False, reader=reader)
        assert [button.text for button in row] == buttons
