from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.articles import BlockKind, ParsedArticle, ParseFailed
from bot.parsers.posts.post import parse_post

BODY = """<div>
<p>潮水昨晚漲到四米一，淹沒了舊碼頭的石階。</p>
<figure class="image"><picture><source srcset="/圖/碼頭_large.jpg" media="(min-width: 960px)"><img
src="https://www.paper.example/%E5%9C%96/pier_large.jpg" alt></picture>
<figcaption>漲潮時的舊碼頭。本報攝</figcaption></figure>
<p>海事處提醒市民不要靠近岸邊。</p><img src="/圖/second.jpg">
</div>
            """


def post(title: str = "'潮水淹沒舊碼頭'", body: str = BODY, **fields: str | None) -> str:
    """A post as the archive's generator writes it; a field given as None is left out."""
    lines = {
        "title": title,
        "categories": "\n    - 新媒体\n    - 港灣報 - 要聞",
        "author": "港灣報 - 要聞",
        "comments": "false",
        "date": "Sat, 20 Mar 2021 00:00:00 GMT",
        "thumbnail": "'https://www.paper.example/%E5%9C%96/pier_large.jpg'",
        **fields,
    }
    head = "\n".join(f"{name}: {value}" for name, value in lines.items() if value is not None)
    return f"\n---\n{head}\n---\n\n{body}"


def parsed(text: str | bytes, *, stem: str = "000_ab12", link: str | None = None) -> ParsedArticle:
    found = parse_post(text if isinstance(text, bytes) else text.encode(), stem=stem, link=link)
    assert isinstance(found, ParsedArticle), found
    return found


def test_a_post_of_the_archive_comes_out_whole() -> None:
    article = parsed(post())
    assert article.title == "潮水淹沒舊碼頭"
    assert article.categories == (("新媒体", "港灣報 - 要聞"),)
    assert article.authors == ("港灣報 - 要聞",)
    assert article.published_at == datetime(2021, 3, 20, tzinfo=UTC)
    assert article.thumbnail_url == "https://www.paper.example/%E5%9C%96/pier_large.jpg"
    assert article.url is None
    assert article.notes == ()
    assert article.text == "潮水昨晚漲到四米一，淹沒了舊碼頭的石階。\n海事處提醒市民不要靠近岸邊。"
    assert [(block.url, block.text) for block in article.blocks if block.kind is BlockKind.PICTURE] == [
        ("https://www.paper.example/%E5%9C%96/pier_large.jpg", "漲潮時的舊碼頭。本報攝"),
        ("https://www.paper.example/%E5%9C%96/second.jpg", ""),
    ]


def test_the_later_form_of_the_archive_is_read_too() -> None:
    article = parsed(
        post(
            categories="\n - 二次元\n - 活動\n - 聲優",
            headimg="'https://img.example/h.jpg'",
            thumbnail=None,
            body="<p>x</p>",
        )
    )
    assert article.categories == (("二次元", "活動", "聲優"),)
    assert article.thumbnail_url == "https://img.example/h.jpg"


@pytest.mark.parametrize(
    ("written", "paths"),
    [
        (" World", (("World",),)),
        ("\n- World\n- Asia/Pacific", (("World", "Asia／Pacific"),)),
        ("\n- [World, Asia]\n- [Science]\n- Sea", (("World", "Asia"), ("Science",), ("Sea",))),
        ("\n- [World]\n- [World]", (("World",),)),
        (" ''", ()),
        (" {a: b}", (("a",),)),
        ("\n- {a: b}", ()),
        (None, ()),
    ],
)
def test_categories_are_a_path_one_name_or_several_paths(written: str | None, paths: object) -> None:
    assert parsed(post(categories=written)).categories == paths


def test_one_category_may_be_called_category() -> None:
    assert parsed(post(categories=None, category="World")).categories == (("World",),)


def test_several_authors_are_kept_in_order() -> None:
    assert parsed(post(author="[A. Lee, ' ', B. Roe]")).authors == ("A. Lee", "B. Roe")
    assert parsed(post(author=None)).authors == ()


@pytest.mark.parametrize("date", ["Invalid Date", "", "Thu, 01 Jan 1970 00:00:00 GMT", None])
def test_an_unreadable_date_is_none_and_noted(date: str | None) -> None:
    article = parsed(post(date=date))
    assert article.published_at is None
    assert len(article.notes) == 1
    assert "date" in article.notes[0]


def test_broken_yaml_still_gives_title_categories_and_date() -> None:
    article = parsed(post(title="'Not a virus'_ Hundreds rally: again"))
    assert article.title == "'Not a virus'_ Hundreds rally: again"
    assert article.categories == (("新媒体", "港灣報 - 要聞"),)
    assert article.published_at == datetime(2021, 3, 20, tzinfo=UTC)
    assert article.notes == ("the front matter is broken YAML, read line by line",)


def test_characters_the_generator_replaced_in_a_title_come_back_from_the_text() -> None:
    body = "<div>1-ALERT: Is the pier (old) safe? Nobody knows yet, says the port.</div>"
    assert parsed(post("1-ALERT_ Is the pier (old) safe_ Nobody...", body)).title == (
        "1-ALERT: Is the pier (old) safe? Nobody..."
    )
    assert parsed(post("1-ALERT_ Is the harbour safe_", body)).title == "1-ALERT_ Is the harbour safe_"


@pytest.mark.parametrize("title", ["''", "", "null", "~", "#", "'\u200b'"])
def test_a_missing_title_is_taken_from_the_text(title: str) -> None:
    article = parsed(post(title))
    assert article.title == "潮水昨晚漲到四米一，淹沒了舊碼頭的石階。"
    assert article.notes == ("no title; taken from the text",)


def test_a_heading_is_a_better_title_than_the_text() -> None:
    article = parsed(post("", "<p>Monday</p><h2>High <i>tide</i></h2>"))
    assert article.title == "High tide"
    assert article.notes == ("no title; taken from the heading",)


def test_a_long_first_line_is_shortened_to_a_title() -> None:
    assert len(parsed(post("", f"<p>{'tide ' * 50}</p>")).title) <= 80


def test_a_picture_alone_is_named_by_its_caption_or_the_file() -> None:
    figure = "<figure><img src=/a.jpg><figcaption>The pier</figcaption></figure>"
    assert parsed(post("", figure)).title == "The pier"
    assert parsed(post("", "<img src=/a.jpg>"), stem="pier-2021").title == "pier-2021"
    assert parsed(post("#", "<img src=/a.jpg>")).title == "#"


def test_references_and_tags_in_a_title_are_resolved() -> None:
    assert parsed(post("&#123;&#123; fish &amp; chips &#125;&#125;")).title == "{{ fish & chips }}"


@pytest.mark.parametrize(
    ("written", "thumbnail"),
    [
        ("https://img.example/圖.jpg", "https://img.example/%E5%9C%96.jpg"),
        ("//img.example/a.jpg", "https://img.example/a.jpg"),
        ("https://cors.img.example/?http://img.example/a.jpg", "http://img.example/a.jpg"),
    ],
)
def test_thumbnails_are_absolute_addresses(written: str, thumbnail: str) -> None:
    assert parsed(post(thumbnail=written, body="<p>x</p>")).thumbnail_url == thumbnail


def test_a_thumbnail_that_cannot_be_fetched_gives_way_to_the_first_picture() -> None:
    article = parsed(post(thumbnail="javascript:alert(1)", body="<p>x</p><img src='https://img.example/b.jpg'>"))
    assert article.thumbnail_url == "https://img.example/b.jpg"
    assert article.notes == ("the thumbnail's address is none that can be fetched",)
    assert parsed(post(thumbnail="/a.jpg", body="<p>x</p>")).thumbnail_url is None


def test_a_drawing_in_svg_is_no_thumbnail() -> None:
    assert parsed(post(thumbnail="https://i.example/a.svg", body="<p>x</p>")).thumbnail_url is None
    article = parsed(post(thumbnail="https://i.example/a.svg", body="<p>x</p><img src=/b.jpg>"))
    assert article.thumbnail_url == "https://i.example/b.jpg"


@pytest.mark.parametrize(
    ("fields", "picture"),
    [
        ({"link": "https://site.example/2021/x/"}, "https://site.example/2021/x/a.jpg"),
        ({"thumbnail": "https://cdn.example/t/t.jpg"}, "https://cdn.example/a.jpg"),
        ({}, "https://first.example/a.jpg"),
    ],
)
def test_relative_pictures_resolve_against_the_link_the_thumbnail_or_the_bodys_own_site(
    fields: dict[str, str], picture: str
) -> None:
    body = "<p><a href='https://first.example/x/y'>first</a></p><img src='a.jpg'>"
    article = parsed(post(body=body, thumbnail=fields.get("thumbnail"), link=fields.get("link")))
    assert article.blocks[-1].url == picture


def test_the_link_template_is_filled_from_date_and_file_name() -> None:
    template = "https://blog.example/{year}/{month}/{day}/{stem}/"
    assert parsed(post(), stem="000_é", link=template).url == "https://blog.example/2021/03/20/000_%C3%A9/"
    assert parsed(post(date=None), link=template).url is None
    assert parsed(post(date=None), stem="x", link="https://blog.example/{stem}?{other}").url == (
        "https://blog.example/x?%7Bother%7D"
    )


def test_the_front_matter_may_hold_the_link() -> None:
    article = parsed(post(link="/relative", permalink="https://site.example/a?utm_source=feed"))
    assert article.url == "https://site.example/a"


def test_a_markdown_body_is_rendered() -> None:
    body = (
        "# Tides\n\nHigh **water** at\nnoon.\n\n- one\n- two\n\n![Pier](https://i.example/p.jpg)\n\n    indented text\n"
    )
    article = parsed(post(body=body))
    assert [block.kind for block in article.blocks] == [
        BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.PICTURE, BlockKind.PARAGRAPH,
    ]  # fmt: skip
    assert article.text == "Tides\nHigh water at noon.\none\ntwo\nindented text"


def test_an_empty_body_falls_back_to_the_description() -> None:
    article = parsed(post(body="<div>\n&nbsp;</div>", description="A short <b>summary</b>."))
    assert article.text == "A short summary."
    assert article.notes == ("the body is empty",)


def test_a_title_alone_is_an_article_with_a_note() -> None:
    article = parsed(post(body=""))
    assert (article.title, article.text, article.notes) == ("潮水淹沒舊碼頭", "", ("the body is empty",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf \r\n", "The file is empty."),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 20, "The file is no text: it holds binary data."),
        (b"---\ntitle: ''\n---\n<div> </div>", "The post has no title, no text and no pictures."),
    ],
)
def test_what_is_no_post_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    assert parse_post(data, stem="x", link=None) == ParseFailed(reason=reason)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "big5"])
def test_other_encodings_are_read(codec: str) -> None:
    assert parsed(post(categories="World", author="A").encode(codec)).title == "潮水淹沒舊碼頭"


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_other_line_ends_are_read(end: str) -> None:
    assert parsed(post().replace("\n", end).encode()).categories == (("新媒体", "港灣報 - 要聞"),)


def test_language_and_update_are_taken_over() -> None:
    article = parsed(post(lang="zh-Hant", updated="2021-03-21"))
    assert article.language == "zh-Hant"
    assert article.updated_at == datetime(2021, 3, 21, tzinfo=UTC)


def test_the_key_outlives_a_renamed_file_and_an_edited_body() -> None:
    key = parsed(post(), stem="000_ab12").key
    assert parsed(post(body="<p>Corrected.</p>", thumbnail="https://x.example/new.jpg"), stem="001_cd34").key == key
    assert parsed(post(), link="https://blog.example/{stem}").key == key
    assert parsed(post(title="Another title")).key != key
    assert parsed(post(date="Sun, 21 Mar 2021 00:00:00 GMT")).key != key


def test_an_own_link_or_id_is_the_key() -> None:
    link = "https://site.example/a"
    assert parsed(post(link=link)).key == parsed(post(title="Edited", link=link)).key
    assert parsed(post(id="7")).key == parsed(post(title="Edited", id="7")).key != parsed(post(id="8")).key


def test_posts_that_say_too_little_of_themselves_are_told_apart() -> None:
    assert parsed(post("201", thumbnail="https://i.example/1.jpg")).key != (
        parsed(post("201", thumbnail="https://i.example/2.jpg")).key
    )
    assert parsed(post(date=None), stem="a").key != parsed(post(date=None), stem="b").key
    assert parsed(post(""), stem="a").key != parsed(post(""), stem="b").key


def test_text_of_an_article_holds_no_control_or_bidi_characters() -> None:
    article = parsed(post("a\x00b\u202ec", "<p>x\x07y\u2066z</p>"))
    assert (article.title, article.text) == ("abc", "xyz")


@settings(max_examples=60)
@given(st.binary(max_size=200), st.booleans())
def test_no_bytes_raise(data: bytes, fenced: bool) -> None:
    found = parse_post(
        b"---\ntitle: " + data + b"\n---\n" + data if fenced else data, stem="x", link="https://x.example/{day}"
    )
    assert isinstance(found, ParsedArticle | ParseFailed)


@pytest.mark.parametrize("unit", ["[", "![", "[a](", "[[]]"])
def test_a_post_of_brackets_is_read_as_plain_text_in_a_moment(unit: str) -> None:
    """A Markdown parser looks for a link behind each: 10 to 30 s for 1 MB."""
    started = time.process_time()
    parsed = parse_post(f"---\ntitle: A bridge\n---\n{unit * (1_000_000 // len(unit))}".encode(), stem="x")
    assert time.process_time() - started < 5
    assert isinstance(parsed, ParsedArticle)
    assert "too many brackets for Markdown; read as plain text" in parsed.notes


def test_the_thumbnail_of_a_post_comes_before_an_icon_in_its_body() -> None:
    article = parsed(
        post(thumbnail="https://img.example/banner.jpg", body="<p>x</p><img src='https://img.example/i.png' width=120>")
    )
    assert article.thumbnail_url == "https://img.example/banner.jpg"


def test_an_address_in_the_text_is_not_the_first_of_the_markup() -> None:
    text = "See https://elsewhere.example/ first.<img src='/a.jpg'><a href=\"https://paper.example/news\">News</a>"
    parsed = parse_post(f"---\ntitle: Bridge\n---\n<p>{text}</p>".encode(), stem="x", link=None)
    assert isinstance(parsed, ParsedArticle)
    assert "https://paper.example/a.jpg" in {block.url for block in parsed.blocks}
