"""The first story leaves room for the other headlines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.models.chats import DigestLook
from bot.render.lead import (
    AMPLE_LINES,
    HEADLINE_WIDTH,
    LEAST_LINES,
    LINE,
    LINES,
    LINES_LEFT_OVER,
    PICTURE_LINES,
    lead_text,
    room_for_lead,
    shortened,
)
from bot.render.rich import render_rich
from tests.fakes import an_article
from tests.render.drawing import READER, a_digest, a_summary, an_item

SENTENCES = "The bridge opened. Thousands came to see it. The toll of two crowns stays."


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (100, SENTENCES),
        (50, "The bridge opened. Thousands came to see it."),
        (20, "The bridge opened."),
        (13, "The bridge…"),
    ],
)
def test_the_lead_has_the_first_sentences_that_fit(room: int, shown: str) -> None:
    assert lead_text(replace(an_item(), summary=a_summary(SENTENCES)), room=room) == shown


def test_chinese_takes_twice_the_room() -> None:
    summary = a_summary("大橋重新開放。成千上萬的人來看。", language="zh-Hant")
    assert lead_text(replace(an_item(), summary=summary), room=16) == "大橋重新開放。"
    assert shortened("大橋重新開放", 8) == "大橋重…"


def test_a_story_without_a_summary_has_no_lead() -> None:
    assert lead_text(replace(an_item(), summary=None), room=100) == ""


def test_more_and_longer_headlines_leave_less_room_down_to_two_lines() -> None:
    assert room_for_lead(["Short"] * 4, has_picture=True) == LINE * (LINES - 4)
    assert room_for_lead(["Long " * 10] * 4, has_picture=True) == LINE * (LINES - 8)
    assert room_for_lead(["Short"] * 4, has_picture=False) == LINE * (LINES + PICTURE_LINES - 4)
    assert room_for_lead(["Short"] * (LINES + LINES_LEFT_OVER), has_picture=True) == LINE * LEAST_LINES


def test_headlines_that_need_a_second_screen_anyway_cut_nothing() -> None:
    assert room_for_lead(["Short"] * (LINES + LINES_LEFT_OVER + 1), has_picture=True) == LINE * AMPLE_LINES


def test_ten_stories_shorten_the_first_summary_and_long_titles_of_folds() -> None:
    long = a_summary("The bridge opened on Monday. " + "Thousands came to see it. " * 20)
    items = [replace(an_item(number, title="Harbour bridge " * 8), summary=long) for number in range(1, 11)]
    first, second, *_ = render_rich(a_digest(*items), READER, look=DigestLook.COMPACT).html.split("<details>")
    assert first.count("Thousands") < 6
    assert second.count("Thousands") == 20
    assert len(second.split("</summary>")[0]) <= len("<summary>") + HEADLINE_WIDTH
    assert "Harbour bridge " * 7 in second.split("</summary>")[1]  # unfolded, the title is whole


@pytest.mark.parametrize(
    ("count", "others", "named"),
    [(4, "City Paper", True), (4, "Example News", False), (30, "City Paper", False)],
)
def test_folds_name_their_sources_where_several_tell_and_nothing_is_lost_for_it(
    count: int, others: str, named: bool
) -> None:
    items = [replace(an_item(number), article=an_article(number)) for number in range(1, count + 1)]
    items[2:] = [replace(item, article=replace(item.article, source_name=others)) for item in items[2:]]
    html = render_rich(a_digest(*items), READER, look=DigestLook.COMPACT).html
    folds = [fold.split("</summary>")[0] for fold in html.split("<summary>")[1:]]
    assert len(folds) == count - 1
    assert folds[1].endswith(f" <i>· {others}</i>") == named
    assert folds[0].endswith(" <i>· Example News</i>") == named
