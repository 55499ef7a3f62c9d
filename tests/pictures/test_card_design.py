"""How a card is laid out: lines, places, colours. Every character is one unit wide here."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import cast

import lxml.etree
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.pictures.card_background import HEIGHT, PATTERNS, WIDTH, background
from bot.pictures.card_design import MARGIN, Card, Lettering, break_lines, card_svg, reads_from_right

SVG = "{http://www.w3.org/2000/svg}"
CARD = Card(title="Harbour bridge opens", source="Example News", category="World", language="en")


def lines(text: str, *, width: float = 10, most: int = 3) -> list[str]:
    return list(break_lines(text, len, width=width, lines=most))


def set_in_type(text: str, **changes: bool) -> Lettering:
    return Lettering(text=text, families=("FiraGO", "Noto Sans"), measure=lambda part: 0.5 * len(part), **changes)


def drawn(card: Card = CARD, **parts: Lettering | None) -> lxml.etree._Element:
    letters = {"title": card.title, "source": card.source, "category": card.category}
    whole = {name: set_in_type(text) for name, text in letters.items()} | parts
    return lxml.etree.fromstring(card_svg(card, **whole))


def texts(svg: lxml.etree._Element) -> list[lxml.etree._Element]:
    return list(svg.iter(f"{SVG}text"))


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Tides", ["Tides"]),
        ("The tide comes in", ["The tide", "comes in"]),
        ("high-waters come", ["high-", "waters", "come"]),
        ("港口大橋落成啟用數千", ["港口大橋落成啟用數千"]),
        ("港口大橋落成啟用，數千市民", ["港口大橋落成啟", "用，數千市民"]),
        ("他們說：「等了九年」終於", ["他們說：「等", "了九年」終於"]),
        ("iPhone手機發表會", ["iPhone", "手機發表會"]),
        ("한국 항구의 다리 개통", ["한국 항구의", "다리 개통"]),
        ("unbreakablelongword", ["unbreakabl", "elongword"]),
    ],
)
def test_lines_break_where_a_script_breaks_them_and_are_evenly_filled(text: str, broken: list[str]) -> None:
    assert lines(text) == broken


def test_thai_breaks_before_its_leading_vowels_and_never_before_its_marks() -> None:
    broken = lines("เปิดสะพานใหม่ข้ามท่าเรือหลังก่อสร้าง", width=7, most=9)
    assert "".join(broken) == "เปิดสะพานใหม่ข้ามท่าเรือหลังก่อสร้าง"
    assert not any(line[-1] in "เแโใไ" or line[0] in "ะาำ" for line in broken)


def test_what_does_not_fit_gives_way_to_dots() -> None:
    assert lines("one two three, four five six", width=9, most=2) == ["one two", "three…"]
    assert lines("甲乙丙丁戊己庚辛（壬癸", width=5, most=2) == ["甲乙丙丁戊", "己庚辛…"]
    assert lines("aa", width=1, most=1) == ["a…"]


def test_no_word_is_cut_in_half_unless_it_fills_the_line() -> None:
    assert lines("on and on with many words", width=12, most=1) == ["on and on…"]
    assert lines("on and on with many", width=10, most=1) == ["on and on…"]
    assert lines("on unbreakablelongword", width=12, most=2) == ["on", "unbreakable…"]
    assert lines("iPhone 手機發表會上", width=10, most=1) == ["iPhone 手機…"]


def test_marks_and_what_joiners_join_stay_together() -> None:
    assert lines("क्षत्रियक्षत्रिय", width=9) == ["क्षत्रिय", "क्षत्रिय"]
    assert lines("e\u0301" * 6, width=4, most=9) == ["e\u0301" * 2] * 3
    assert lines("", most=2) == []


@given(st.text(max_size=80), st.integers(1, 12), st.integers(1, 4))
def test_no_text_is_broken_into_more_lines_or_loses_anything_but_blanks(text: str, width: int, most: int) -> None:
    broken = lines(text, width=width, most=most)
    assert len(broken) <= most
    if not any(line.endswith("…") for line in broken):
        assert "".join("".join(broken).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "rtl"),
    [("افتتاح الجسر", True), ("שלום", True), ("9 سنوات", True), ("iPhone في", False), ("Tides", False), ("123", False)],
)
def test_the_first_letter_says_from_where_a_text_is_read(text: str, rtl: bool) -> None:
    assert reads_from_right(text) is rtl


def test_a_card_shows_category_title_and_source_within_its_margins() -> None:
    svg = drawn()
    assert [text.text for text in texts(svg)] == ["World", "Harbour bridge opens", "Example News"]
    for text in texts(svg):
        assert MARGIN <= float(text.get("x", "")) <= WIDTH - MARGIN
        assert 0 < float(text.get("y", "")) < HEIGHT - 30


def test_a_short_title_is_large_and_a_long_one_small() -> None:
    sizes = []
    for title in ("Tides", "Tide " * 15, "Tide " * 60):
        found = texts(drawn(replace(CARD, title=title), title=set_in_type(title)))[1]
        sizes.append(float(found.get("font-size", "")))
    assert sizes == sorted(sizes, reverse=True)
    assert len(set(sizes)) == 3
    assert (texts(drawn(title=set_in_type("Tide " * 60)))[1].text or "").endswith("…")


def test_a_long_title_that_ends_in_dots_gets_the_room_there_is() -> None:
    """It was set in two large lines, as a title that fits, and lost half of what it says."""
    ended = texts(drawn(title=set_in_type("Tide " * 27 + "…")))[1:-1]
    assert len(ended) == 4
    assert {text.get("font-size") for text in ended} == {"60"}


def test_dots_that_the_title_has_itself_are_no_overflow() -> None:
    title = set_in_type("And then…")
    assert texts(drawn(title=title))[1].get("font-size") == "84"


def test_a_text_from_the_right_stands_at_the_right() -> None:
    card = Card(title="افتتاح الجسر", source="الجزيرة", category="أخبار", language="ar")
    category, title, source = texts(drawn(card))
    assert float(category.get("x", "")) > WIDTH / 2
    for text in (title, source):
        assert (text.get("x"), text.get("text-anchor"), text.get("direction")) == (str(WIDTH - MARGIN), "end", "rtl")
    assert title.text == "\u200fافتتاح الجسر"


def test_what_cannot_be_set_in_type_is_left_out_and_a_sheet_of_news_drawn_for_the_title() -> None:
    bare = drawn(title=None, source=None, category=None)
    assert texts(bare) == []
    assert len(list(bare.iter(f"{SVG}rect"))) > len(list(drawn().iter(f"{SVG}rect")))


def test_faces_without_a_bold_are_thickened() -> None:
    assert texts(drawn(title=set_in_type("Tides", thick=True)))[1].get("stroke") == "#fff"
    assert texts(drawn())[1].get("stroke") is None


def test_a_category_has_one_colour_and_a_card_without_one_that_of_its_source() -> None:
    def colours(card: Card) -> list[str]:
        return re.findall(r'stop-color="([^"]+)"', card_svg(card, title=None, source=None, category=None))

    assert colours(CARD) == colours(replace(CARD, title="Other", source="Other"))
    assert len({tuple(colours(replace(CARD, category=name))) for name in "abcdefghijkl"}) > 4
    assert len({tuple(colours(replace(CARD, category="", source=name))) for name in "abcdefghijkl"}) > 4


def test_markup_in_a_title_stays_text() -> None:
    title = set_in_type("<script>&'\"")
    card = replace(CARD, language='"><x', title="</text><x/>")
    assert texts(drawn(card, title=title))[1].text == "<script>&'\""


def test_a_card_is_kept_under_what_it_says() -> None:
    assert CARD.address == replace(CARD).address
    changed = [replace(CARD, **{name: "x"}) for name in ("title", "source", "category", "language")]
    assert len({card.address for card in (CARD, *changed)}) == 5
    assert CARD.address.startswith("card:")


def test_the_cards_of_one_category_share_its_colours_and_differ_in_their_patterns() -> None:
    grounds = {background("World", f"Story {number}") for number in range(40)}
    assert len(grounds) == 40
    assert len({ground.partition("</defs>")[0] for ground in grounds}) == 1
    assert len({re.sub("[0-9.-]+", "", ground) for ground in grounds}) >= len(PATTERNS)
    assert background("World", "Story 1") == background("World", "Story 1")


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("number", [0, 127, 255])
def test_a_pattern_is_faint_and_the_same_for_the_same_numbers(
    pattern: Callable[[Sequence[int]], str], number: int
) -> None:
    drawn_twice = {pattern([number] * 15) for _ in range(2)}
    svg = lxml.etree.fromstring(f"<svg>{drawn_twice.pop()}</svg>")
    assert not drawn_twice
    found = cast("list[str]", svg.xpath("//@fill-opacity | //@stroke-opacity"))
    shades = [float(shade) for shade in found]
    assert 0 < max(shades) <= 0.16
