"""The front page of an edition: everything at a glance, within Telegram's limits."""

from __future__ import annotations

from dataclasses import replace

from bot.models.chats import DigestLook
from bot.models.digests import Edition
from bot.models.messages import PhotoContent, TextContent
from bot.render.front_page import render_front_classic, render_front_rich
from bot.render.rich import render_together_rich
from tests.fakes import an_article
from tests.render.drawing import READER, a_digest, a_summary, an_item, read_classic, read_rich


def an_edition(count: int = 4, *, words: int = 2) -> Edition:
    items = [an_item(number, title=f"Story {number} " * words) for number in range(1, count + 1)]
    more = (an_article(900), an_article(901))
    return Edition(
        lead=items[0], categories=(a_digest(*items[:2], more=more), a_digest(*items[2:], category=("Sport",)))
    )


def test_headlines_beyond_the_summarised_ones_are_counted() -> None:
    html = render_front_rich(an_edition(), READER).html
    assert "<li>and 2 more</li>" in html
    assert "6 stories" in html


def test_the_first_story_has_buttons_where_they_are_wanted() -> None:
    content = render_front_rich(an_edition(), READER, buttons=True)
    assert read_rich(content).tags.count("tg-button") == 4
    assert "tg-button" not in render_front_rich(an_edition(), READER).html


def test_categories_that_do_not_fit_are_left_out() -> None:
    content = render_front_rich(an_edition(600), READER)
    read_rich(content)
    assert "<h5>World</h5>" in content.html
    assert "<h5>Sport</h5>" not in content.html


def test_lists_that_no_caption_holds_follow_the_picture() -> None:
    photo, *texts = render_front_classic(an_edition(40, words=8), READER)
    assert isinstance(photo, PhotoContent)
    read_classic(photo.html, limit=1024)
    assert texts
    for text in texts:
        assert isinstance(text, TextContent)
        read_classic(text.html, limit=4096)


def test_sections_that_do_not_fit_into_one_message_are_left_out() -> None:
    long = a_summary("Long. " * 150)
    digests = [
        a_digest(*(replace(an_item(number), summary=long) for number in range(1, 11)), category=(f"Part {part}",))
        for part in range(120)
    ]
    content = render_together_rich(digests, READER, look=DigestLook.HEADLINES, buttons=True)
    read_rich(content)
    assert "Part 0" in content.html
    assert "Part 119" not in content.html
