"""Escaping, linking, measuring and splitting: nothing foreign gets through, nothing of the text is lost."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.text.markup import (
    entity_count,
    escape,
    host,
    link,
    plain,
    safe_url,
    shorten,
    split_html,
    split_messages,
    utf16_length,
    visible_length,
)

FAMILY = "👨‍👩‍👧‍👦"
FOREIGN = st.text(alphabet=st.characters(), max_size=200)
PIECES = st.one_of(
    st.text(alphabet="ab <>&\"'\n。é😀界\u0301", max_size=30).map(escape),
    st.sampled_from(["&amp;", "&#128512;", "&#x1F600;", FAMILY, "🇩🇪", " ", "\n", "\n\n", "word " * 9, "字" * 40]),
)


def nest(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(["b", "i", "code", "blockquote", 'a href="https://example.org/?a=1&amp;b=2"'])
    wrapped = st.tuples(tags, children).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split(' ')[0]}>")
    return st.lists(st.one_of(children, wrapped), max_size=6).map("".join)


MARKUP = st.recursive(PIECES, nest, max_leaves=25)


class Balance(HTMLParser):
    """Fails on a tag that is closed without being open, or left open at the end."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def depth(html: str) -> int:
    deepest = now = 0
    for tag in re.findall(r"</?[a-z]", html):
        now += -1 if tag[1] == "/" else 1
        deepest = max(deepest, now)
    return deepest


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(FOREIGN)
def test_escaped_text_holds_no_markup_and_reads_as_before(text: str) -> None:
    escaped = escape(text)
    assert not set(escaped) & set('<>"')
    assert escape(plain(escaped)) == escaped
    escaped.encode("utf-8")  # no lone surrogate


@pytest.mark.parametrize("character", "\x00\x1b\u202e\u2066\u200f\u061c\ufeff\xad\ud800\U000e0041")
def test_characters_that_mislead_a_reader_are_dropped(character: str) -> None:
    assert escape(f"a{character}b") == "ab"


def test_joiners_newlines_and_emoji_stay() -> None:
    assert escape(f"{FAMILY}\nمی\u200cخواهم") == f"{FAMILY}\nمی\u200cخواهم"


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "tg://resolve?domain=x",
        "//example.org/a",
        "/relative",
        "https://",
        "https://good.com@evil.com/",
        "https://user:secret@example.org/",
        "https://evil.com\\.good.com/",
        "https://exa mple.org/",
        "https://[::1/",
        "https://example.org:99999/",
        "https://example.org/" + "a" * 2048,
    ],
)
def test_an_address_not_to_send_readers_to_leaves_the_text_alone(url: str | None) -> None:
    assert safe_url(url) is None
    assert link(url, "a < b") == "a &lt; b"
    assert host(url) == ""


def test_a_link_is_escaped_and_its_spaces_encoded() -> None:
    assert link('https://example.org/a b?x="1"&y=2', "R&D") == (
        '<a href="https://example.org/a%20b?x=&quot;1&quot;&amp;y=2">R&amp;D</a>'
    )


def test_the_real_host_is_named() -> None:
    assert host("HTTPS://www.BBC.co.uk:443/news") == "bbc.co.uk"
    assert host("https://日本語.jp/") == "日本語.jp"


def test_lengths_are_those_telegram_counts() -> None:
    assert utf16_length("a😀") == 3
    assert visible_length('<a href="https://example.org">&amp;😀</a>') == 3
    assert entity_count("<b>a<i>b</i></b>") == 2


@given(st.text(), st.integers(1, 50))
def test_shortened_text_fits_and_begins_like_the_whole(text: str, units: int) -> None:
    short = shorten(text, units)
    assert utf16_length(short) <= units
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_shortening_prefers_a_word_and_keeps_an_emoji_whole() -> None:
    assert shorten("The bridge over the harbour", 24) == "The bridge over the…"
    assert shorten(f"ab{FAMILY}", 8) == "ab…"
    assert shorten("字" * 20, 10) == "字" * 9 + "…"


@settings(max_examples=60)
@given(MARKUP, st.integers(30, 200), st.integers(5, 30))
def test_parts_keep_the_limits_parse_alone_and_lose_nothing(html: str, limit: int, entities: int) -> None:
    parts = split_html(html, limit=limit, entities=entities)
    for part in parts:
        Balance(part)
        assert visible_length(part) <= limit
        assert plain(part).strip()
        assert entity_count(part) <= max(entities, depth(html))
    assert squeezed(plain("".join(parts))) == squeezed(plain(html))


@settings(max_examples=40)
@given(st.lists(MARKUP, max_size=8), st.integers(30, 200))
def test_messages_of_stories_lose_nothing_and_keep_their_order(blocks: list[str], limit: int) -> None:
    parts = split_messages(blocks, limit=limit, entities=20)
    for part in parts:
        Balance(part)
        assert visible_length(part) <= limit
    assert squeezed(plain("".join(parts))) == squeezed(plain("".join(blocks)))


def test_a_story_moves_to_the_next_message_as_a_whole() -> None:
    stories = [f"<b>{letter * 30}</b>" for letter in "abc"]
    assert split_messages(stories, limit=70) == (f"{stories[0]}\n\n{stories[1]}", stories[2])


def test_an_oversize_story_is_split_and_the_next_one_joins_its_end() -> None:
    parts = split_messages(["short", "word " * 30, "last"], limit=100)
    assert parts[0] == "short"
    assert parts[-1].endswith("word\n\nlast")
    assert split_messages([""]) == ()


def test_150_links_are_spread_over_messages_of_at_most_100_entities() -> None:
    parts = split_messages([link(f"https://example.org/{number}", f"story {number}") for number in range(150)])
    assert [entity_count(part) for part in parts] == [100, 50]


def test_one_block_of_150_links_is_split_too() -> None:
    html = "\n".join(f'<b><a href="https://example.org/{number}">s{number}</a></b>' for number in range(150))
    parts = split_html(html)
    assert all(entity_count(part) <= 100 for part in parts)
    assert "".join(plain(part) for part in parts).replace("\n", "") == plain(html).replace("\n", "")


def test_4097_units_of_emoji_and_a_word_of_6000_characters_are_cut() -> None:
    emoji = split_html("😀" * 2048 + "a")
    assert [utf16_length(part) for part in emoji] == [4096, 1]
    assert [len(part) for part in split_html("x" * 6000)] == [4096, 1904]


def test_a_break_prefers_the_line_then_the_word_then_the_stop() -> None:
    assert split_html("one two three\nfour five six", limit=20) == ("one two three", "four five six")
    assert split_html("a\n" + "b" * 12 + " " + "c" * 12, limit=20) == ("a\n" + "b" * 12, "c" * 12)
    assert split_html("今天天氣很好。我們去公園", limit=9) == ("今天天氣很好。", "我們去公園")


def test_a_family_emoji_is_never_torn() -> None:
    assert split_html(FAMILY * 3, limit=25) == (FAMILY * 2, FAMILY)


def test_tags_open_at_a_break_are_closed_and_opened_again() -> None:
    assert split_html("<b>one <i>two three</i></b>", limit=8) == ("<b>one <i>two</i></b>", "<b><i>three</i></b>")


def test_a_tag_opened_at_the_break_goes_with_what_it_holds() -> None:
    assert split_html("abc<b>def</b>", limit=3) == ("abc", "<b>def</b>")


def test_markup_without_text_gives_no_part() -> None:
    assert split_html("<b> </b>") == ()
    assert split_html("</b>text") == ("</b>text",)
