from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.clean import (
    MAX_CATEGORY_CHARS,
    MAX_CATEGORY_DEPTH,
    MAX_MARKS_IN_A_ROW,
    MAX_TITLE_CHARS,
    category_path,
    clean_line,
    clean_markup_title,
    clean_plain_title,
    clean_text,
    clean_title,
    is_blank,
    match_key,
    shorten,
    xml_markup,
)

# Hypothesis rarely draws these by itself; lone surrogates come in JSON and in file names.
NASTY = st.sampled_from(
    ["\u202e", "\u2066", "\u200f", "\ufeff", "\u00ad", "\ud800", "\U000e0041", "\u0301", "\u0338", "\u200d", "\x00",
     "\r", "\n", "\t", "\u2028", "\u0958", "\u09c7", "\u09be", "\u1100", "\u1161", "中", "é", " "]
)  # fmt: skip
NASTY_TEXT = st.lists(st.one_of(NASTY, st.characters()), max_size=40).map("".join)


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x07", "\x7f", "\u202a", "\u202e", "\u2066", "\u2069", "\u200e", "\u200f", "\u061c", "\ufeff", "\u00ad",
     "\U000e0041", "\ud83d", "\ufffe", "\ufdd0"],
)  # fmt: skip
def test_characters_that_hide_or_reorder_are_dropped(character: str) -> None:
    assert clean_text(f"news{character}paper") == "newspaper"


def test_joiners_stay_for_emoji_and_scripts_that_need_them() -> None:
    assert clean_text("👩\u200d🚀 می\u200cخواهم") == "👩\u200d🚀 می\u200cخواهم"


def test_every_line_end_becomes_a_newline_and_blanks_collapse() -> None:
    assert clean_text(" a\r\nb\rc\u2028d \t e\n\n\n\nf ") == "a\nb\nc\nd e\n\nf"


def test_text_is_in_normal_form_c() -> None:
    assert clean_text("Cafe\u0301") == "Café"


def test_of_a_pile_of_combining_marks_four_stay() -> None:
    assert clean_text("q" + "\u0321" * 60 + "s") == "q" + "\u0321" * MAX_MARKS_IN_A_ROW + "s"


def test_ordinary_marks_are_left_alone() -> None:
    hindi = "नमस्ते दुनिया, क्षत्रिय"
    assert clean_text(hindi) == hindi


@given(NASTY_TEXT)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(NASTY_TEXT)
def test_clean_text_holds_nothing_of_the_forbidden_list(text: str) -> None:
    cleaned = clean_text(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in cleaned.replace("\n", ""))
    assert not set(cleaned) & set("\u202a\u202e\u2066\u2069\u200e\u200f\u061c\ufeff\u00ad")
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned


def test_a_line_has_no_newline() -> None:
    assert clean_line("one\n\n two\nthree") == "one two three"


def test_a_title_is_one_line_of_bounded_length() -> None:
    title = clean_title("Flood\nwarning " * 100)
    assert "\n" not in title
    assert len(title) <= MAX_TITLE_CHARS
    assert title.endswith("…")


@pytest.mark.parametrize("title", ["", " \n", "\u200b\u200b", "\u3164", "\u2800", "\ufe0f", "\u202e\u200d"])
def test_a_title_that_shows_nothing_is_empty(title: str) -> None:
    assert clean_title(title) == ""
    assert is_blank(title.replace("\u202e", ""))


@pytest.mark.parametrize(
    ("markup", "title"),
    [
        ("Fish &amp; chips <b>back</b>", "Fish & chips back"),
        ("&lt;i&gt;Tides&lt;/i&gt; turn", "Tides turn"),
        ("&#123;draft&#125;", "{draft}"),
        ("if a<b and c>d", "if a<b and c>d"),
        ("1 &lt; 2", "1 < 2"),
        ("a &amp;amp;amp;amp; b", "a &amp; b"),
        ('<a href="/x">Tides</a><br/> turn', "Tides turn"),
        ("Use &lt;b> for bold", "Use <b> for bold"),
        ("&lt;div&gt; explained", "<div> explained"),
        ("Late: <b>Storm over the", "Late: Storm over the"),
    ],
)
def test_markup_titles_lose_inline_tags_and_references(markup: str, title: str) -> None:
    assert clean_markup_title(markup) == title


def test_shortening_never_splits_a_grapheme() -> None:
    family = "👩\u200d👩\u200d👧"
    assert shorten("ab" + family, 5) == "ab…"
    assert shorten("abce\u0301f", 5) == "abc…"
    assert shorten("short", 5) == "short"
    assert shorten("\u0301" * 9, 4) == "\u0301\u0301\u0301…"


@pytest.mark.parametrize(
    ("one", "other"),
    [("眾新聞", "众新闻"), ("ＮＥＷＳ", "news"), ("Straße", "STRASSE"), (" a\u00a0 b", "A B"), ("ﬁsh", "Fish")],
)
def test_names_match_across_case_width_and_script(one: str, other: str) -> None:
    assert match_key(one) == match_key(other)


def test_a_path_keeps_its_order_and_writes_a_slash_in_full_width() -> None:
    assert category_path(["World", " Asia/Pacific ", "", "\u200b"]) == ("World", "Asia／Pacific")


def test_a_path_is_bounded_in_depth_and_length() -> None:
    path = category_path(["x" * 500] * 20)
    assert len(path) == MAX_CATEGORY_DEPTH
    assert all(len(name) <= MAX_CATEGORY_CHARS for name in path)


def test_a_title_loses_the_bullet_before_it() -> None:
    for bullet in ("• ", "▪ • ", "- ", "* ", "▶", "・", "-- ", "→ "):
        assert clean_markup_title(f"{bullet}Tides turn") == "Tides turn"
    for title in ("-5 degrees", "– 5", "•", "*x* y"):
        assert clean_title(title) == title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("<b>Bold</b> move", "Bold move"),
        ("AT&amp;T, again", "AT&T, again"),
        ("Caf&eacute; in S&atilde;o Jo&atilde;o", "Café in São João"),
        ("M&uuml;nchen &euro;5", "München €5"),
        ("It&#8217;s &amp;lt;b&amp;gt;up&amp;lt;/b&amp;gt;", "It’s up"),
        ("How to use <b> in HTML", "How to use <b> in HTML"),
        ("a < b & c", "a < b & c"),
    ],
)
def test_a_plain_title_is_read_as_markup_where_it_surely_is(text: str, title: str) -> None:
    assert clean_plain_title(text) == title


def test_of_a_category_that_is_a_link_in_markdown_its_text_counts() -> None:
    assert category_path(["[World](https://x.example/w)", "[a/b](/x)", "[c] (d)"]) == ("World", "a／b", "[c] (d)")


def test_markup_loses_what_xml_forbids_by_character_or_by_number() -> None:
    assert xml_markup("a&#2;b&#x0b;c&#xFFFFFF;d\x01e\x0cf&#8217;g&amp;") == "ab cde\nf&#8217;g&amp;"
