"""What a reader sees of a whole article inside Telegram: all of it, page by page where it is long."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.articles import Article, Block, BlockKind
from bot.models.messages import RichContent
from bot.render.article import count_pages, render_article_rich
from bot.render.phrases import Reader
from bot.text.markup import plain
from bot.texts import speaker
from tests.fakes import an_article
from tests.render.drawing import READER, a_picture, read_rich


def article_page(
    article: Article, pictures: dict[str, Any] | None = None, *, language: str = "en", bot: str = "", page: int = 1
) -> RichContent:
    content = render_article_rich(
        article,
        Reader(say=speaker(language), language=language, zone="UTC", bot_username=bot),
        pictures=pictures or {},
        page=page,
    )
    read_rich(content)
    return content


BODY = (
    Block(kind=BlockKind.PARAGRAPH, text="First line.\nSecond < line."),
    Block(kind=BlockKind.HEADING, text="Why", level=1),
    Block(kind=BlockKind.QUOTE, text="We walked.\nWe saw."),
    Block(kind=BlockKind.CODE, text="x = 1\ny = 2"),
    Block(kind=BlockKind.LIST, items=("one", "two")),
    Block(kind=BlockKind.LIST, items=("first",), level=1),
    Block(kind=BlockKind.TABLE, items=("a | b", "1 | 2")),
    Block(kind=BlockKind.PICTURE, url="https://example.org/a.jpg", text="The bridge"),
    Block(kind=BlockKind.PICTURE, url="https://example.org/b.jpg"),
    Block(kind=BlockKind.PICTURE, url="https://example.org/lost.jpg", text="Lost"),
    Block(kind=BlockKind.PICTURE, url="https://example.org/silent.jpg"),
    Block(kind=BlockKind.EMBED, url="https://video.example/1", text="A film"),
    Block(kind=BlockKind.EMBED, url="https://video.example/2"),
    Block(kind=BlockKind.EMBED, text="Gone"),
    Block(kind=BlockKind.EMBED),
)


def test_a_whole_article_is_shown_in_order_with_its_pictures() -> None:
    pictures = {f"https://example.org/{name}.jpg": a_picture(name) for name in "ab"}
    content = article_page(an_article(blocks=BODY, authors=("Ada", "Li")), pictures)
    assert content.pictures == (a_picture("a"), a_picture("b"))
    assert content.html == (
        "<h2>Harbour bridge opens</h2><p><i>Example News · example.org · Monday, 2 March 2026 · By Ada, Li</i></p>"
        "<p>First line.</p><p>Second &lt; line.</p><h3>Why</h3>"
        "<blockquote>We walked.<br/>We saw.</blockquote><pre>x = 1\ny = 2</pre>"
        "<ul><li>one</li><li>two</li></ul><ol><li>first</li></ol>"
        "<table bordered striped><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>"
        '<figure><img src="tg://photo?id=a"/><figcaption>The bridge</figcaption></figure>'
        '<img src="tg://photo?id=b"/>'
        '<p><i>🖼 <a href="https://example.org/lost.jpg">Lost</a></i></p>'
        '<p>▶ <a href="https://video.example/1">A film</a> (video.example)</p>'
        '<p>▶ <a href="https://video.example/2">video.example</a> (video.example)</p><p>Gone</p>'
        '<footer><a href="https://example.org/1">Read the original</a> (example.org)</footer>'
    )


@pytest.mark.parametrize("kind", list(BlockKind))
def test_an_empty_piece_of_any_kind_shows_nothing(kind: BlockKind) -> None:
    html = article_page(an_article(url=None, blocks=(Block(kind=kind, text=""),))).html
    assert html.endswith("</i></p>")


def test_an_article_without_pieces_shows_its_thumbnail_and_its_text() -> None:
    article = an_article(text="One.\n\nTwo.", thumbnail_url="https://example.org/t.jpg", language="ar", url=None)
    content = article_page(article, {"https://example.org/t.jpg": a_picture("t")})
    assert content.html.endswith('</i></p><img src="tg://photo?id=t"/><p>One.</p><p>Two.</p>')
    assert content.rtl


def test_a_thumbnail_that_stands_in_the_body_is_not_shown_twice() -> None:
    body = (Block(kind=BlockKind.PICTURE, url="https://example.org/t.jpg"),)
    article = an_article(blocks=body, thumbnail_url="https://example.org/t.jpg")
    assert article_page(article, {"https://example.org/t.jpg": a_picture("t")}).html.count("<img") == 1


def pages(article: Article, pictures: dict[str, Any] | None = None) -> list[RichContent]:
    """Every page, followed from link to link."""
    found = [article_page(article, pictures, bot="tidings_bot")]
    while f"?start=a{article.id}-{len(found) + 1}" in found[-1].html:
        found.append(article_page(article, pictures, bot="tidings_bot", page=len(found) + 1))
    return found


def test_a_long_article_has_pages_that_lead_on_and_lose_nothing() -> None:
    words = [f"word{number}" for number in range(9000)]
    text = "\n".join(" ".join(words[at : at + 90]) for at in range(0, 9000, 90))
    first, *others = pages(an_article(7, text=text))
    assert 'start=a7-2">Read on: part 2 of 3</a> · <a href="https://example.org/7">Read the original</a>' in first.html
    assert [page.html.count("Part ") for page in others] == [1, 1]
    shown = " ".join(plain(page.html.replace("<", " <")) for page in (first, *others))
    assert [word for word in shown.split() if word.startswith("word")] == words
    assert article_page(an_article(7, text=text), page=99) == article_page(an_article(7, text=text), page=3)
    assert article_page(an_article(7, text=text), page=0) == article_page(an_article(7, text=text), page=1)


def test_without_a_link_to_the_next_page_the_first_says_which_part_it_is() -> None:
    text = "\n".join(f"Line {number}" for number in range(700))
    end = "<footer>Part 1 of 2</footer>"
    assert article_page(an_article(text=text, url=None)).html.endswith(end)
    assert article_page(an_article(0, text=text, url=None), bot="tidings_bot").html.endswith(end)
    assert count_pages(an_article(text=text, url=None), READER, pictures={}) == 2


def test_a_page_does_not_end_with_a_heading() -> None:
    filling = [Block(kind=BlockKind.PARAGRAPH, text=f"Line {number}") for number in range(494)]
    headings = [Block(kind=BlockKind.HEADING, text=text, level=2) for text in ("Why", "How")]
    body = (*filling, *headings, Block(kind=BlockKind.PARAGRAPH, text="Because."))
    first, second = pages(an_article(blocks=body))
    assert "<h3>" not in first.html
    assert "<h3>Why</h3><h3>How</h3><p>Because.</p>" in second.html
    only = pages(an_article(blocks=tuple(Block(kind=BlockKind.HEADING, text=f"{n}", level=2) for n in range(600))))
    assert [page.html.count("<h3>") for page in only] == [493, 107]


def test_pictures_beyond_what_a_message_takes_stand_on_the_next_page() -> None:
    body = [Block(kind=BlockKind.PICTURE, url=f"https://example.org/{number}.jpg") for number in range(60)]
    refs = {str(block.url): a_picture(f"p{number}") for number, block in enumerate(body)}
    found = pages(an_article(blocks=(*body, Block(kind=BlockKind.PARAGRAPH, text="The end."))), refs)
    assert [len(page.pictures) for page in found] == [50, 10]
    assert "<p>The end.</p>" in found[1].html


@pytest.mark.parametrize(("kind", "level", "tag"), [(BlockKind.TABLE, 0, "tr"), (BlockKind.LIST, 1, "li")])
def test_a_table_or_list_is_parted_between_its_rows(kind: BlockKind, level: int, tag: str) -> None:
    body = (
        Block(kind=BlockKind.PARAGRAPH, text="Start."),
        Block(kind=kind, items=tuple(f"{number} | x" for number in range(1200)), level=level),
        Block(kind=BlockKind.PARAGRAPH, text="End."),
    )
    found = pages(an_article(blocks=body))
    assert sum(page.html.count(f"<{tag}>") for page in found) == 1200
    assert "<p>End.</p>" in found[-1].html
    if level:
        at = found[0].html.count("<li>") + 1
        assert f'<ol start="{at}"><li>{at - 1} | x</li>' in found[1].html


def test_a_list_within_a_list_stands_in_it_and_is_parted_with_it() -> None:
    items = ("one", "a\nb", "1. x", "2. y", "two", "1. lone", "3. odd")
    block = Block(kind=BlockKind.LIST, items=items, depths=(0, 1, 2, 2, 0, 1, 1), level=2)
    assert (
        '<ol start="2"><li><p>one</p><ul><li><p>a</p><p>b</p><ol><li>x</li><li>y</li></ol></li></ul></li>'
        "<li><p>two</p><ul><li>1. lone</li><li>3. odd</li></ul></li></ol>"
    ) in article_page(an_article(blocks=(block,))).html
    many = Block(kind=BlockKind.LIST, items=("x", "y") * 300, depths=(0, 1) * 300, level=1)
    first, second, *_ = pages(an_article(blocks=(many,)))
    at = first.html.count("<p>x</p>") + 1
    assert f'<ol start="{at}"><li><p>x</p>' in second.html
    one = Block(kind=BlockKind.LIST, items=("x", *"y" * 600), depths=(0, *(1,) * 600))
    assert [page.html.count("<li>") for page in pages(an_article(blocks=(one,)))] == [493, 108]
    deeper_first = Block(kind=BlockKind.LIST, items=("y", "x"), depths=(1, 0))
    assert "<ul><li>y</li><li>x</li></ul>" in article_page(an_article(blocks=(deeper_first,))).html


def test_a_list_for_which_there_is_no_room_begins_the_next_page() -> None:
    filling = tuple(Block(kind=BlockKind.PARAGRAPH, text=f"Line {number}") for number in range(495))
    many = Block(kind=BlockKind.LIST, items=("x",) * 600)
    assert [page.html.count("<li>") for page in pages(an_article(blocks=(*filling, many)))] == [0, 495, 105]


def test_an_item_of_many_lines_runs_on() -> None:
    html = article_page(an_article(blocks=(Block(kind=BlockKind.LIST, items=("\n".join("abcdefghijk"),)),))).html
    assert "<ul><li>a b c d e f g h i j k</li></ul>" in html


LONG = st.sampled_from(["", " ", "word " * 900, "x" * 4500, "線" * 4500, "a\n" * 600, "<b>&\"'" * 900, "\u202e\ud800"])
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(list(BlockKind)),
    text=st.text(max_size=30) | LONG,
    level=st.integers(0, 6),
    items=st.lists(st.text(max_size=20) | LONG, max_size=6).map(tuple),
    depths=st.just(()),
    url=st.sampled_from([None, "https://example.org/a.jpg", "javascript:alert(1)"]),
    width=st.just(0),
    height=st.just(0),
) | st.lists(st.tuples(st.text(max_size=20), st.integers(0, 4)), max_size=600).map(
    lambda items: Block(
        kind=BlockKind.LIST, items=tuple(text for text, _ in items), depths=tuple(depth for _, depth in items), level=1
    )
)


@settings(max_examples=25, deadline=None)
@given(st.lists(BLOCKS, max_size=8))
def test_any_body_is_paged_into_messages_that_telegram_takes(body: list[Block]) -> None:
    refs = {"https://example.org/a.jpg": a_picture("a")}
    found = pages(an_article(3, blocks=tuple(body), text="x"), refs)
    shown = sorted(letter for page in found for letter in plain(page.html) if letter == "線")
    told = [text for block in body for text in _told(block)]
    assert len(shown) == sum(text.count("線") for text in told)


def _told(block: Block) -> tuple[str, ...]:
    return block.items if block.kind in (BlockKind.LIST, BlockKind.TABLE) else (block.text,)


def test_a_wide_table_keeps_twenty_columns() -> None:
    row = " | ".join(str(number) for number in range(30))
    html = article_page(an_article(blocks=(Block(kind=BlockKind.TABLE, items=(row,)),))).html
    assert html.count("<td>") == 20
