from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.models.articles import Block, BlockKind
from bot.parsers.html.block_parts import Lists
from bot.parsers.html.blocks import MAX_HTML_CHARS, blocks_text, html_blocks, text_blocks

BASE = "https://paper.example/news/today.html"

TAGS = st.sampled_from(
    ["p", "div", "ul", "ol", "li", "blockquote", "figure", "figcaption", "table", "tr", "td", "th", "pre", "h2", "span",
     "b", "br", "picture", "source", "ruby", "rt", "q", "dl", "dd", "center", "video", "noscript", "details", "a"]
)  # fmt: skip
MARKUP = st.lists(
    st.one_of(
        TAGS.map(lambda tag: f"<{tag}>"), TAGS.map(lambda tag: f"</{tag}>"), st.text("abcé中 \n<>&;", max_size=5)
    ),
    max_size=40,
).map("".join)


def shape(markup: str, base_url: str | None = BASE) -> list[tuple[str, object]]:
    """Each block as (kind, what it shows): text, items, or address and caption."""
    shown: list[tuple[str, object]] = []
    for block in html_blocks(markup, base_url):
        if block.kind in (BlockKind.PICTURE, BlockKind.EMBED):
            shown.append((block.kind.value, (block.url, block.text) if block.text else block.url))
        else:
            shown.append((block.kind.value, block.items or block.text))
    return shown


def test_paragraphs_come_in_order_with_inline_tags_read_through() -> None:
    assert shape("<p>The <b>tide</b> <a href='/x'>rose</a>.</p>\n<p>Then it\n fell.</p>") == [
        ("paragraph", "The tide rose."),
        ("paragraph", "Then it fell."),
    ]


def test_bare_text_between_block_elements_is_kept() -> None:
    assert shape("before<div>inside<div>deeper</div>after</div>tail") == [
        ("paragraph", text) for text in ("before", "inside", "deeper", "after", "tail")
    ]


def test_one_line_break_stays_and_two_part_paragraphs() -> None:
    assert shape("one<br>two<br> <br>three") == [("paragraph", "one\ntwo"), ("paragraph", "three")]


def test_headings_carry_their_level() -> None:
    assert [(block.level, block.text) for block in html_blocks("<h2>Tides<br>today</h2><h5>x</h5>")] == [
        (2, "Tides today"),
        (5, "x"),
    ]


def test_scripts_styles_and_hidden_elements_are_left_out() -> None:
    markup = (
        "<title>t</title><script>s()</script><style>p{}</style><p hidden>h</p><ul style='color:red; display : none'>"
        "<li>n</ul><!-- c --><button>Share</button><span class='x visually-hidden'>w</span>"
        "<p style='visibility:hidden'>v</p><p>Seen</p>"
    )
    assert shape(markup) == [("paragraph", "Seen")]


def test_a_list_keeps_its_items_and_marks_those_of_lists_within() -> None:
    markup = "<ol><li>one<ul><li>inner<p>more</p></li></ul></li><li><p>two</p><p>lines</p></li></ol>"
    (block,) = html_blocks(markup)
    assert (block.items, block.depths, block.level) == (("one", "inner\nmore", "two\nlines"), (0, 1, 0), 1)


def test_numbers_go_on_where_a_list_is_parted_and_begin_where_it_says() -> None:
    markup = (
        "<ol start=' 3'><li>three<img src=/a.jpg>more<li><img src=/b.jpg><li>five<ol><li>x<li>y<ol start=z>stray<li>z"
    )
    found = [(block.items, block.depths, block.level) for block in html_blocks(markup, BASE) if block.items]
    assert found == [
        (("three",), (), 3),
        (("more",), (), 3),
        (("five", "1. x", "2. y", "1. stray", "2. z"), (0, 1, 1, 2, 2), 5),
    ]


def test_lists_deeper_than_four_stand_at_four() -> None:
    (block,) = html_blocks("<ul><li>0" + "<ul><li>x" * 6)
    assert block.depths == (0, 1, 2, 3, 4, 4, 4)


def test_terms_and_definitions_are_a_list() -> None:
    assert shape("<dl><dt>Ebb<dd>The tide goes.</dl>") == [("list", ("Ebb", "The tide goes."))]


def test_a_picture_within_a_list_parts_it() -> None:
    assert shape("<ul><li>one<li><img src=a.jpg>two</ul>") == [
        ("list", ("one",)),
        ("picture", "https://paper.example/news/a.jpg"),
        ("list", ("two",)),
    ]


def test_a_list_item_outside_a_list_is_a_paragraph() -> None:
    assert shape("<li>alone</li>") == [("paragraph", "alone")]


def test_a_quote_keeps_its_paragraphs_together() -> None:
    assert shape("<p>He said:</p><blockquote><p>I came.</p><blockquote>I saw.</blockquote>I left.</blockquote>end") == [
        ("paragraph", "He said:"),
        ("quote", "I came.\nI saw.\nI left."),
        ("paragraph", "end"),
    ]


def test_a_list_within_a_quote_follows_it() -> None:
    assert shape("<blockquote>so:<ul><li>a</ul>end</blockquote>") == [
        ("quote", "so:"),
        ("list", ("a",)),
        ("quote", "end"),
    ]


def test_a_quote_within_a_list_item_is_part_of_it() -> None:
    assert shape("<ul><li>he said<blockquote>so</blockquote></ul>") == [("list", ("he said\nso",))]


def test_a_figure_gives_its_caption_to_its_picture() -> None:
    markup = (
        "<p>x</p><figure><picture><source srcset='/l.jpg' media='(min-width: 9px)'><source srcset='/s.jpg'>"
        "<img src='https://cdn.paper.example/l.jpg' alt></picture><figcaption>High <i>tide</i></figcaption></figure>"
    )
    assert shape(markup) == [
        ("paragraph", "x"),
        ("picture", ("https://cdn.paper.example/l.jpg", "High tide")),
    ]


def test_a_caption_before_the_picture_is_its_caption_too() -> None:
    assert shape("<figure><figcaption>Low tide</figcaption><img src=/a.jpg></figure>") == [
        ("picture", ("https://paper.example/a.jpg", "Low tide"))
    ]


def test_a_credit_line_in_a_figure_belongs_to_the_caption() -> None:
    assert shape("<figure><img src=/a.jpg><p>Photo: A. Lee</p><figcaption>Quay</figcaption></figure>") == [
        ("picture", ("https://paper.example/a.jpg", "Photo: A. Lee\nQuay"))
    ]


def test_the_caption_of_a_figure_without_picture_is_text() -> None:
    assert shape("<figure><pre>x = 1</pre><figcaption>Listing 1</figcaption></figure>") == [
        ("code", "x = 1"),
        ("paragraph", "Listing 1"),
    ]


def test_captions_before_the_picture_are_all_kept_and_one_too_many_is_text() -> None:
    markup = (
        f"<figure><figcaption>one</figcaption><figcaption>two</figcaption><img src=/a.jpg><p>{'x' * 301}</p></figure>"
    )
    assert shape(markup) == [
        ("picture", ("https://paper.example/a.jpg", "one\ntwo")),
        ("paragraph", "x" * 301),
    ]
    long = "<figure><img src=/a.jpg>" + f"<p>{'y' * 299}</p>" * 8
    assert [kind for kind, _ in shape(long)] == ["picture", "paragraph", "paragraph"]
    assert [kind for kind, _ in shape("<figure><figcaption>alone</figcaption></figure>")] == ["paragraph"]


def test_what_calls_itself_a_caption_and_is_an_article_is_text() -> None:
    markup = f"<div class='has-caption'><p>{'a ' * 600}</p><p>{'b ' * 600}</p></div>"
    assert [kind for kind, _ in shape(markup)] == ["paragraph", "paragraph"]


def test_an_empty_caption_changes_nothing() -> None:
    assert shape("<figure><img src=/a.jpg><figcaption> </figcaption></figure>") == [
        ("picture", "https://paper.example/a.jpg")
    ]


def test_a_caption_known_by_its_class_is_no_text() -> None:
    markup = "<div class='wp-caption'><img src=/a.jpg><p class='wp-caption-text'>The pier</p></div><p>Text.</p>"
    assert shape(markup) == [("picture", ("https://paper.example/a.jpg", "The pier")), ("paragraph", "Text.")]


def test_a_caption_class_without_a_picture_is_text() -> None:
    assert shape("<p class='caption'>Only words</p>") == [("paragraph", "Only words")]
    assert shape("<p>a</p><p class='caption'>Only words</p>")[1] == ("paragraph", "Only words")


def test_a_picture_inside_a_paragraph_parts_it() -> None:
    assert shape("<p>one <img src=/a.jpg> two</p>") == [
        ("paragraph", "one"),
        ("picture", "https://paper.example/a.jpg"),
        ("paragraph", "two"),
    ]


def test_emoji_pictures_become_their_character_and_counting_pixels_vanish() -> None:
    markup = "<p>Hi <img class='emoji' alt='🙂' src=e.png><img src=p.gif width=1 height=1>!</p>"
    assert shape(markup) == [("paragraph", "Hi 🙂!")]


def test_a_picture_repeated_for_readers_without_scripts_stands_once() -> None:
    markup = (
        "<img src='data:image/gif;base64,R0' data-src='/a.jpg'><noscript><img src='/a.jpg'><img src='/p.gif' width=1>"
        "Please enable scripts<img src='ftp://x'></noscript>"
    )
    assert shape(markup) == [("picture", "https://paper.example/a.jpg")]
    assert shape("<img src='/a.jpg?w=9'><noscript><img src='/a.jpg'></noscript>") == [
        ("picture", "https://paper.example/a.jpg?w=9")
    ]
    assert shape("<img src='/a.jpg'><noscript><img src='/b.jpg'></noscript>") == [
        ("picture", "https://paper.example/a.jpg"),
        ("picture", "https://paper.example/b.jpg"),
    ]


def test_a_film_repeated_for_readers_without_scripts_stands_once() -> None:
    film = "<iframe src='https://www.youtube.com/embed/abc'></iframe>"
    assert shape(f"{film}<noscript>{film}</noscript>") == [("embed", "https://www.youtube.com/watch?v=abc")]


def test_an_object_that_names_nothing_is_what_stands_within_it() -> None:
    assert shape("<object><p>Wet.</p></object>") == [("paragraph", "Wet.")]
    assert shape("<object data='/film.mp4'><p>Your browser plays no films.</p></object>") == [
        ("embed", "https://paper.example/film.mp4")
    ]


def test_two_pictures_without_an_address_keep_a_caption_each() -> None:
    figures = "".join(f"<figure><img src='x.jpg'><figcaption>{name}</figcaption></figure>" for name in "AB")
    assert shape(figures, None) == [("picture", (None, "A")), ("picture", (None, "B"))]


def test_a_quoted_post_is_a_quotation_and_a_link_to_it() -> None:
    markup = (
        "<div class='fb-post' data-href='https://www.facebook.com/a/posts/1'><blockquote class='twitter-tweet'>"
        "<p>Wet.</p><a href='https://twitter.com/a/status/7'>2 March</a></blockquote></div>after"
        "<amp-youtube data-videoid='abc'>x"
        "</amp-youtube><script data-telegram-post='a/1'></script><amp-youtube></amp-youtube>"
    )
    assert shape(markup) == [
        ("quote", "Wet.\n2 March"),
        ("embed", "https://www.facebook.com/a/posts/1"),
        ("paragraph", "after"),
        ("embed", "https://www.youtube.com/watch?v=abc"),
        ("embed", "https://t.me/a/1"),
    ]


def test_a_picture_without_an_address_is_kept_only_for_its_caption() -> None:
    assert shape("<img src='pic.jpg'>", None) == []
    assert shape("<figure><img src='pic.jpg'><figcaption>Quay</figcaption></figure>", None) == [
        ("picture", (None, "Quay"))
    ]


def test_videos_and_frames_become_links_to_what_they_show() -> None:
    markup = (
        "<iframe src='//www.youtube.com/embed/abc?rel=0' title='Storm'></iframe><video poster=/p.jpg>"
        "<source src=/v.mp4>no video</video>after<iframe src='about:blank'></iframe>"
    )
    assert shape(markup) == [
        ("embed", ("https://www.youtube.com/watch?v=abc", "Storm")),
        ("picture", "https://paper.example/p.jpg"),
        ("embed", "https://paper.example/v.mp4"),
        ("paragraph", "after"),
    ]


def test_an_embeds_caption_replaces_its_title() -> None:
    markup = (
        "<figure><iframe src='https://v.example/1' title='player'></iframe><figcaption>The storm</figcaption></figure>"
    )
    assert shape(markup) == [("embed", ("https://v.example/1", "The storm"))]


def test_a_data_table_becomes_rows() -> None:
    markup = (
        "<table><caption>Tides</caption><tr><th>Port<th>High</tr><tr><td>Cork<td>4.1 <b>m</b></tr>"
        "<tr><td><td></tr></table>after"
    )
    assert shape(markup) == [
        ("paragraph", "Tides"),
        ("table", ("Port | High", "Cork | 4.1 m")),
        ("paragraph", "after"),
    ]


def test_empty_cells_keep_their_column_and_a_bar_in_a_cell_is_none_of_a_table() -> None:
    markup = "<table><tr><td><td>High<td></tr><tr><td>a | b<td>1<td>2</tr></table>"
    assert shape(markup) == [("table", (" | High | ", "a|b | 1 | 2"))]
    assert blocks_text(html_blocks(markup)) == "| High |\na|b | 1 | 2"


def test_a_cell_before_the_first_row_is_kept() -> None:
    assert shape("<table><td>a<tr><td>b<td>c</tr><tr><td>d<td>e</tr></table>") == [("table", ("a b | c", "d | e"))]


def test_text_that_strays_between_cells_is_kept() -> None:
    markup = "<table><tr><td>a<td>b</tr><tr><td>c<td>d</tr>stray</table>"
    assert shape(markup) == [("paragraph", "stray"), ("table", ("a | b", "c | d"))]


def test_a_table_of_empty_cells_vanishes() -> None:
    assert shape("<table><tr><td><td></tr><tr><td><td></tr></table>x") == [("paragraph", "x")]


def test_a_layout_table_is_read_like_any_text() -> None:
    markup = "<table><tr><td><img src=/a.jpg><td><p>Right</p></tr><tr><td>x<td>y</tr></table>"
    assert shape(markup) == [
        ("picture", "https://paper.example/a.jpg"),
        ("paragraph", "Right"),
        ("paragraph", "x"),
        ("paragraph", "y"),
    ]


def test_an_embed_within_a_data_table_follows_it() -> None:
    markup = "<table><tr><td>a<td>b</tr><tr><td>c<embed src='/v.swf'><td>d</tr></table>"
    assert shape(markup) == [("table", ("a | b", "c | d")), ("embed", "https://paper.example/v.swf")]


def test_code_keeps_its_spaces() -> None:
    assert shape("<pre>if tide:\n\n    rise(  )\n</pre><pre> \n</pre>") == [("code", "if tide:\n\n    rise(  )")]


def test_readings_of_ruby_text_stand_in_parentheses() -> None:
    assert shape("<p><ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>と<ruby>港<rt>みなと</rt></ruby></p>") == [
        ("paragraph", "東京(とうきょう)と港（みなと）")
    ]


def test_elements_of_other_programs_end_no_line() -> None:
    markup = "<p><tg-emoji>🔥</tg-emoji> Storm <tg-spoiler>at six</tg-spoiler>, <o:p>so</o:p> <g-emoji>✨</g-emoji></p>"
    assert blocks_text(html_blocks(markup)) == "🔥 Storm at six, so ✨"


def test_inline_quotes_get_their_marks() -> None:
    assert shape("<p>He said <q>no</q>.</p>") == [("paragraph", "He said “no”.")]


def test_text_behind_a_closed_document_is_read() -> None:
    assert shape("</div></p>one</body></html><p>two") == [("paragraph", "one"), ("paragraph", "two")]


def test_unclosed_tags_lose_nothing() -> None:
    assert shape("<p>one<p>two<b>bold<i>both</b>rest</i><div><table><tr><td>cell") == [
        ("paragraph", "one"),
        ("paragraph", "twoboldbothrest"),
        ("paragraph", "cell"),
    ]


def test_control_and_bidi_characters_do_not_reach_a_block() -> None:
    assert shape("<p>a\x00b&#x202e;c&#0;</p>") == [("paragraph", "abc�")]


@pytest.mark.parametrize("markup", ["", " \n ", "<!-- only -->", "<div></div>", "\x00"])
def test_nothing_gives_no_blocks(markup: str) -> None:
    assert html_blocks(markup) == ()


def test_a_hundred_thousand_nested_tags_lose_their_structure_but_not_their_text() -> None:
    code = "<script>no()<style>no</style></SCRIPT ></style>"
    blocks = html_blocks(f"<p>start</p>{code}" + "<div>" * 100_000 + "deep &amp; down<p>end<style>p{}")
    assert [block.text for block in blocks] == ["start", "deep & down", "end"]
    assert [block.text for block in html_blocks("<div>" * 3000 + "deep<p>end")] == ["deep", "end"]


def test_huge_markup_is_read_up_to_its_cap() -> None:
    blocks = html_blocks("x" * (MAX_HTML_CHARS + 10))
    assert len(blocks[0].text) == MAX_HTML_CHARS


@given(MARKUP)
@example("<figcaption>b<pre>a")
def test_any_markup_gives_blocks_and_loses_no_letter(markup: str) -> None:
    blocks = html_blocks(markup, BASE)
    # What stands in a skipped element, or in a broken tag, is not text.
    if "<" not in re.sub(r"</?[a-z0-9]+>", "", markup) and not re.search(r"video|source|noscript|&", markup):
        text = re.sub(r"<[^<>]*>", "", markup)
        shown = "".join(block.text + "".join(block.items) for block in blocks)
        assert [c for c in text if c.isalpha()] == [c for c in shown if c.isalpha()]


def test_plain_text_is_parted_at_blank_lines() -> None:
    assert [block.text for block in text_blocks("one\ntwo\n \n\nthree\n\n ")] == ["one\ntwo", "three"]


def test_the_text_of_blocks_has_no_captions_and_no_embeds() -> None:
    blocks = (
        Block(kind=BlockKind.HEADING, text="Tides", level=2),
        Block(kind=BlockKind.PICTURE, text="caption", url="https://x.example/a.jpg"),
        Block(kind=BlockKind.LIST, items=("one", "two")),
        Block(kind=BlockKind.EMBED, text="player", url="https://x.example/v"),
    )
    assert blocks_text(blocks) == "Tides\none\ntwo"


def test_text_and_code_of_characters_that_show_nothing_are_no_blocks() -> None:
    assert html_blocks("<pre>\u00ad\u200e</pre><p>\ufeff\u202e</p><p>\n \t</p>") == ()


@pytest.mark.parametrize(
    ("markup", "items", "level"),
    [
        ("<ol><li>1. One</li><li>2. Two</li></ol>", ("One", "Two"), 1),
        ("<ul><li>3) One</li><li>4) Two<ul><li>x</ul></li></ul>", ("One", "Two", "x"), 3),
        ("<ul><li>1. FC Tide</li><li>Pier United</li></ul>", ("1. FC Tide", "Pier United"), 0),
        ("<ul><li>1. FC Tide</li><li>1. FC Pier</li></ul>", ("1. FC Tide", "1. FC Pier"), 0),
        ("<ol><li>1. Liga</li></ol>", ("1. Liga",), 1),
    ],
)
def test_numbers_that_stand_in_the_text_of_a_list_become_its_own(
    markup: str, items: tuple[str, ...], level: int
) -> None:
    [block] = html_blocks(markup)
    assert (block.items, block.level) == (items, level)


@pytest.mark.parametrize(
    ("markup", "items"),
    [
        ("<ul><li>• One</li><li>Two</li></ul>", ("One", "Two")),
        ("<ul><li>- One</li><li>– Two<ul><li>* x</ul></li></ul>", ("One", "Two", "x")),
        ("<ol><li>1. • One</li><li>2. • Two</li></ol>", ("One", "Two")),
        ("<ul><li>- One</li><li>Two</li></ul>", ("- One", "Two")),
        ("<ul><li>-5 °C</li><li>-7 °C</li></ul>", ("-5 °C", "-7 °C")),
        ("<ul><li>•</li><li>- 3</li></ul>", ("•", "- 3")),
    ],
)
def test_bullets_that_stand_in_the_text_of_a_list_go(markup: str, items: tuple[str, ...]) -> None:
    [block] = html_blocks(markup)
    assert block.items == items


def test_a_list_without_items_is_no_block() -> None:
    assert Lists().take() is None
