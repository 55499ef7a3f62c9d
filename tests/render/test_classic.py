"""What a subscriber sees of a digest where rich messages are not to be had."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.articles import Article, Block, BlockKind
from bot.models.digests import Digest, PictureRef
from bot.models.messages import AlbumContent, Content, PhotoContent, RichContent, TextContent
from bot.render.classic import MAX_HEADLINES, render_article_classic, render_classic
from bot.render.phrases import picture_urls
from bot.text.markup import plain
from bot.texts import speaker
from tests.fakes import an_article
from tests.render.drawing import READER, a_digest, a_picture, a_summary, an_item, read_classic

SAY = speaker("en")


def checked(contents: tuple[Content, ...]) -> tuple[Content, ...]:
    for content in contents:
        match content:
            case TextContent():
                read_classic(content.html, limit=4096)
                assert plain(content.html).strip()
            case AlbumContent():
                assert 2 <= len(content.pictures) <= 10
                read_classic(content.html, limit=1024)
            case PhotoContent():
                read_classic(content.html, limit=1024)
            case RichContent():
                pytest.fail("a classic digest holds no rich message")
    return contents


def classic(digest: Digest) -> tuple[Content, ...]:
    return checked(render_classic(digest, READER))


def article_parts(article: Article, pictures: dict[str, PictureRef] | None = None) -> tuple[Content, ...]:
    return checked(render_article_classic(article, READER, pictures=pictures or {}))


def test_a_short_digest_with_one_picture_is_its_caption() -> None:
    other = an_article(2, source_id=2, source_name="City Paper", url="https://city.example/bridge")
    assert classic(a_digest(an_item(also=(other,)))) == (
        PhotoContent(
            picture=a_picture("p1"),
            html="<b>World</b>\n<i>Monday, 2 March 2026 · 1 story</i>\n\n"
            '<b><a href="https://example.org/1">Harbour bridge opens</a></b>\n'
            "The bridge opened. Thousands came.\n"
            "<i>Example News · example.org · 11:00 · also: "
            '<a href="https://city.example/bridge">City Paper</a> (city.example)'
            ' · <a href="https://t.me/tidings_bot?start=s2">the whole story</a></i>\n\n'
            "<i>❝ quoted from the article</i>",
        ),
    )


def test_without_pictures_it_is_one_text() -> None:
    (content,) = classic(a_digest(an_item(picture=False)))
    assert isinstance(content, TextContent)


def test_several_pictures_make_an_album_and_the_text_goes_on_behind_its_caption() -> None:
    album, *texts = classic(a_digest(*(an_item(number) for number in range(1, 13))))
    assert isinstance(album, AlbumContent)
    assert [picture.key for picture in album.pictures] == [f"p{number}" for number in range(1, 11)]
    stories = "".join(content.html for content in (album, *texts) if not isinstance(content, RichContent))
    order = [stories.index(f'"https://example.org/{number}"') for number in range(1, 13)]
    assert order == sorted(order)


def test_the_same_picture_twice_is_one_photo() -> None:
    logo = a_picture("logo")
    (content, *_) = classic(a_digest(*(replace(an_item(number), picture=logo) for number in (1, 2))))
    assert isinstance(content, PhotoContent)


def test_cards_stay_out_of_an_album_and_one_stands_where_there_is_no_picture() -> None:
    cards = [replace(an_item(number), is_card=True) for number in (1, 2)]
    (alone, *_) = classic(a_digest(*cards))
    assert isinstance(alone, PhotoContent)
    assert alone.picture.key == "p1"
    (photo, *_) = classic(a_digest(*cards, an_item(3)))
    assert isinstance(photo, PhotoContent)
    assert photo.picture.key == "p3"


def test_a_story_that_goes_on_says_so() -> None:
    digest = a_digest(an_item(1), an_item(2), more=(an_article(3),), continued=frozenset({"story-2", "story-3"}))
    text = "".join(content.html for content in classic(digest))
    assert text.count("<b>new since your last digest</b>") == 2
    assert text.index("example.org/2") < text.index("new since")


def test_headlines_stand_in_a_list_and_the_rest_is_counted() -> None:
    more = tuple(an_article(number) for number in range(100, 103 + MAX_HEADLINES))
    html = "".join(content.html for content in classic(a_digest(an_item(picture=False), more=more)))
    assert html.count("• <a") == MAX_HEADLINES
    assert "and 3 more" in html


def test_a_story_without_summary_has_title_and_source() -> None:
    written = replace(an_item(2, picture=False), summary=a_summary(engine="qwen3"))
    (content,) = classic(a_digest(replace(an_item(picture=False), summary=None), an_item(3, picture=False), written))
    assert "bridge opens</a></b>\n<i>Example News" in content.html
    assert content.html.count("came. ❝") == 1


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=900)), max_size=25), st.booleans())
def test_whatever_the_sources_say_every_part_is_one_telegram_takes(
    texts: list[tuple[str, str]], pictured: bool
) -> None:
    items = [
        replace(an_item(number, title=title, picture=pictured), summary=a_summary(summary))
        for number, (title, summary) in enumerate(texts)
    ]
    classic(a_digest(*items))


def test_a_whole_article_is_shown_in_parts_after_its_pictures() -> None:
    body = (
        Block(kind=BlockKind.PARAGRAPH, text="First."),
        Block(kind=BlockKind.PICTURE, url="https://example.org/a.jpg", text="The bridge"),
        Block(kind=BlockKind.HEADING, text="Why"),
        Block(kind=BlockKind.QUOTE, text="We walked."),
        Block(kind=BlockKind.CODE, text="x = 1"),
        Block(kind=BlockKind.TABLE, items=("a | b", "1 | 2")),
        Block(kind=BlockKind.LIST, items=("one", "two")),
        Block(kind=BlockKind.LIST, items=("first", "second"), level=1),
        Block(kind=BlockKind.EMBED, url="https://video.example/1"),
        Block(kind=BlockKind.EMBED, text="Gone"),
    )
    article = an_article(blocks=body)
    assert picture_urls(article) == ("https://example.org/a.jpg",)
    (photo,) = article_parts(article, {"https://example.org/a.jpg": a_picture("a")})
    assert photo == PhotoContent(
        picture=a_picture("a"),
        html="<b>Harbour bridge opens</b>\n<i>Example News · example.org · Monday, 2 March 2026</i>\n\nFirst.\n\n"
        "<i>🖼 The bridge</i>\n\n<b>Why</b>\n\n<blockquote>We walked.</blockquote>\n\n<pre>x = 1</pre>\n\n"
        "<pre>a | b\n1 | 2</pre>\n\n• one\n• two\n\n1. first\n2. second\n\n"
        '▶ <a href="https://video.example/1">video.example</a> (video.example)\n\nGone\n\n'
        '<a href="https://example.org/1">Read the original</a> (example.org)',
    )


@pytest.mark.parametrize("kind", list(BlockKind))
def test_an_empty_piece_of_any_kind_shows_nothing(kind: BlockKind) -> None:
    (content,) = article_parts(an_article(url=None, blocks=(Block(kind=kind),)))
    assert content.html.endswith("2026</i>")


def test_a_long_article_loses_nothing() -> None:
    words = [f"word{number}" for number in range(3000)]
    parts = article_parts(an_article(text=" ".join(words), url=None))
    text = " ".join(plain(part.html) for part in parts)
    assert len(parts) > 5
    assert [word for word in text.split() if word.startswith("word")] == words
