"""The page of a story: every telling in order of time, what it added, why it is there, within Telegram's limits."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.models.messages import AlbumContent, PhotoContent, RichContent, TextContent
from bot.models.stories import JoinRule, Story, StoryJoin, Telling
from bot.render.story_page import render_story_classic, render_story_rich, render_story_text
from bot.text.markup import CAPTION_UNITS, TEXT_UNITS, plain
from tests.fakes import NOON, an_article
from tests.render.drawing import READER, a_picture, a_summary, read_classic, read_rich


def a_telling(number: int, *, news: tuple[str, ...] = (), picture: str = "", rule: str = "", **changes: Any) -> Telling:
    fields: dict[str, Any] = {
        "title": f"Report {number}",
        "source_name": f"Paper {number}",
        "published_at": NOON + timedelta(hours=number),
    }
    join = StoryJoin(
        article_id=number, joined_to=1, rule=JoinRule(rule or "alike"), likeness=7.0, shared=("bridge", "varnholm")
    )
    return Telling(
        article=an_article(number, **{**fields, **changes}),
        news=news,
        picture=a_picture(picture) if picture else None,
        join=join if rule else None,
    )


def a_story(*tellings: Telling, **changes: Any) -> Story:
    return Story(tellings=tellings or (a_telling(1), a_telling(2)), **{"summary": a_summary(engine="model"), **changes})


def rich(story: Story) -> RichContent:
    content = render_story_rich(story, READER)
    read_rich(content)
    return content


def test_tellings_stand_in_order_of_time_with_source_link_and_what_is_new() -> None:
    story = a_story(
        a_telling(1, picture="old"),
        a_telling(2, news=("5 < 6 people.",), development=True, picture="lead", rule="alike"),
        note="All said.",
    )
    content = rich(story)
    assert content.pictures == (a_picture("old"), a_picture("lead"))
    assert content.html == (
        '<h2><a href="https://example.org/2">Report 2</a></h2>'
        "<p><i>Monday, 2 March 2026 · told 2 times · by 2 sources</i></p>"
        '<img src="tg://photo?id=lead"/><p>The bridge opened. Thousands came.</p><h3>How it was told</h3>'
        '<img src="tg://photo?id=old"/><h4><a href="https://example.org/1">Report 1</a></h4>'
        '<footer><tg-time unix="1772456400" format="t">13:00</tg-time> · Paper 1 · example.org · first report</footer>'
        '<h4><a href="https://example.org/2">Report 2</a></h4><p><b>New:</b> 5 &lt; 6 people. ❝</p>'
        '<footer><tg-time unix="1772460000" format="t">14:00</tg-time> · Paper 2 · example.org · comes back with news'
        "</footer><details><summary>Why these are one story</summary>"
        "<ul><li>Paper 2 shares words with Paper 1: bridge, varnholm</li></ul></details>"
        "<footer>All said. · ❝ quoted from the article</footer>"
    )


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("alike", "Paper 2 shares words with Paper 1: bridge, varnholm"),
        ("copy", "Paper 2 has the same wording as Paper 1"),
        ("repeated", "Paper 2 repeats its own report"),
        ("page", "Paper 2 brought the same page as Paper 1"),
    ],
)
def test_every_rule_that_joins_articles_is_explained(rule: str, told: str) -> None:
    assert told in rich(a_story(a_telling(1), a_telling(2, rule=rule))).html


def test_a_telling_that_is_gone_is_an_earlier_one() -> None:
    assert "same wording as an earlier report" in rich(a_story(a_telling(3), a_telling(2, rule="copy"))).html


def test_a_story_that_was_told_once_is_no_first_report() -> None:
    html = rich(a_story(a_telling(1), summary=None)).html
    assert "told once · by 1 source<" in html
    assert "first report" not in html
    assert "Why" not in html


def test_of_many_tellings_those_between_the_first_and_the_newest_are_folded() -> None:
    html = rich(a_story(*(a_telling(number) for number in range(1, 9)))).html
    folded = html.partition("<details>")[2].partition("</details>")[0]
    assert folded.startswith("<summary>4 more reports</summary>")
    assert [number for number in range(1, 9) if f"Report {number}<" in folded] == [2, 3, 4, 5]
    assert "<details>" not in rich(a_story(*(a_telling(number) for number in range(1, 6)))).html


def test_a_translated_story_has_its_title_in_the_readers_language_and_an_untranslated_one_says_so() -> None:
    german = a_story(summary=a_summary("Die Brücke ist offen.", language="de", title="Brücke offen", engine="model"))
    assert rich(german).html.startswith("<h2>Brücke offen</h2>")
    untranslated = a_story(summary=a_summary("Die Brücke.", language="de", engine="model"), untranslated=True)
    assert "<footer>original language (German)</footer>" in rich(untranslated).html


@pytest.mark.parametrize("count", [120])
def test_a_page_keeps_the_limits_however_long_the_story_is(count: int) -> None:
    long = [
        a_telling(number, news=("<word> " * 90,), rule="alike", picture=f"p{number}", title="Report & " * 20)
        for number in range(count)
    ]
    story = a_story(*long, summary=a_summary("A sentence. " * 400))
    html = rich(story).html
    assert "first report" in html
    assert "reports are not listed." in html
    album, text = render_story_classic(story, READER)
    assert isinstance(album, AlbumContent)
    assert len(album.pictures) == 10
    read_classic(album.html, limit=CAPTION_UNITS)
    assert isinstance(text, TextContent)
    read_classic(text.html, limit=TEXT_UNITS)
    assert "first report" in text.html
    assert "reports are not listed." in text.html


def test_classic_pages_end_with_the_text_that_can_be_replaced() -> None:
    story = a_story(a_telling(1, picture="one"), a_telling(2, news=("5 people.",), rule="copy"))
    photo, text = render_story_classic(story, READER)
    assert photo == PhotoContent(picture=a_picture("one"), html="<b>Report 2</b>")
    assert text == render_story_text(story, READER)
    assert plain(text.html) == (
        "Report 2\nMonday, 2 March 2026 · told 2 times · by 2 sources\n\n"
        "The bridge opened. Thousands came.\n\n"
        "How it was told\n• Report 1 — 13:00 · Paper 1 · example.org · first report\n"
        "• Report 2 — 14:00 · Paper 2 · example.org\nNew: 5 people. ❝\n\n"
        "Why these are one story\nPaper 2 has the same wording as Paper 1\n\n❝ quoted from the article"
    )
    assert render_story_classic(a_story(), READER) == (render_story_text(a_story(), READER),)
