"""The page of a recap, in both formats."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.models.recaps import Recap, RecapStory
from bot.render.phrases import Reader
from bot.render.recap_page import render_recap_classic, render_recap_rich
from bot.text.markup import TEXT_UNITS, visible_length
from bot.texts import speaker
from summarizer import EngineKind
from tests.fakes import NOON, an_article
from tests.render.drawing import a_picture, a_summary

READER = Reader(say=speaker("en"), language="en", zone="UTC", bot_username="tidings_bot")


def a_recap(*stories: RecapStory) -> Recap:
    return Recap(since=NOON - timedelta(days=7), until=NOON, stories=stories)


def a_story(number: int = 1, **changes: Any) -> RecapStory:
    fields: dict[str, Any] = {
        "first": an_article(number, title="Strike begins", published_at=NOON - timedelta(days=3)),
        "newest": an_article(number + 1, title="Strike <is> over", published_at=NOON),
        "reports": 9,
        "sources": 6,
        "summary": a_summary("It ended.", kind=EngineKind.EXTRACTIVE),
    }
    return RecapStory(**{**fields, **changes})


def test_a_story_shows_how_it_began_and_what_became_of_it_in_both_formats() -> None:
    recap = a_recap(a_story(picture=a_picture()))
    rich, classic = render_recap_rich(recap, READER), render_recap_classic(recap, READER)
    for html in (rich.html, classic.html):
        assert "Strike &lt;is&gt; over" in html
        assert "It began on Fri 27 Feb:" in html
        assert "Strike begins" in html
        assert "6 sources, 9 reports" in html
        assert "the whole story" in html
        assert "quoted from the article" in html
    assert rich.pictures == (a_picture(),)
    assert rich.html.count("<img") == 1


def test_a_single_report_has_no_beginning_and_no_page_of_its_own() -> None:
    article = an_article(1)
    story = a_story(first=article, newest=article, reports=1, sources=1, summary=None)
    html = render_recap_rich(a_recap(story), READER).html
    assert "It began" not in html
    assert "whole story" not in html
    assert "quoted" not in html
    assert "1 source, 1 report" in html


def test_a_recap_that_is_too_long_keeps_its_first_stories() -> None:
    long = a_summary("word " * 400)
    stories = [a_story(number * 2 + 1, summary=long) for number in range(60)]
    classic = render_recap_classic(a_recap(*stories), READER)
    assert visible_length(classic.html) <= TEXT_UNITS
    assert "<b>1.</b>" in classic.html
    assert "<b>60.</b>" not in classic.html
    rich = render_recap_rich(a_recap(*(stories * 3)), READER)
    assert "<h4>1. " in rich.html
    assert "<h4>180. " not in rich.html
