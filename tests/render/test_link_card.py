"""A link's summary as a message."""

from __future__ import annotations

from typing import Any

from bot.models.articles import PageProblem
from bot.models.digests import PictureRef
from bot.models.messages import PhotoContent, TextContent
from bot.render.link_card import LinkCard, card_classic, card_rich, reading_minutes
from bot.text.markup import CAPTION_UNITS, visible_length
from bot.texts import speaker
from summarizer import EngineKind, Summary
from tests.fakes import a_parsed_article

SAY = speaker("en")
PICTURE = PictureRef(key="abc", width=100, height=80)
SENTENCES = "The bridge opened. People walked."
URL = "https://www.example.org/story?a=1&b=2"


def a_summary(text: str = SENTENCES, *, language: str = "en", engine: str = "model") -> Summary:
    kind = EngineKind.EXTRACTIVE if engine == "extractive" else EngineKind.MODEL
    return Summary(text=text, language=language, engine=engine, kind=kind, grounded=True)


def a_card(**changes: Any) -> LinkCard:
    fields: dict[str, Any] = {"url": URL, "article": a_parsed_article(), "summary": a_summary(), "picture": PICTURE}
    return LinkCard(**{**fields, **changes})


def test_a_rich_card_has_title_picture_summary_source_and_time() -> None:
    content = card_rich(a_card(), say=SAY)
    assert content.html == (
        '<h3><a href="https://www.example.org/story?a=1&amp;b=2">Harbour bridge opens</a></h3>'
        '<img src="tg://photo?id=abc"/><p>The bridge opened. People walked.</p>'
        "<footer>example.org · 1 minute to read</footer>"
    )
    assert content.pictures == (PICTURE,)
    assert not content.rtl


def test_foreign_text_is_escaped_everywhere() -> None:
    article = a_parsed_article(title="<b>1 & 2</b>", site="<Site>")
    card = a_card(article=article, summary=a_summary("a < b"), picture=None)
    for html in (card_rich(card, say=SAY).html, card_classic(card, say=SAY).html):
        assert "&lt;b&gt;1 &amp; 2&lt;/b&gt;" in html
        assert "a &lt; b" in html
        assert "&lt;Site&gt; · example.org" in html


def test_quoted_sentences_are_marked_as_such() -> None:
    assert "❝ quoted from the article" in card_rich(a_card(summary=a_summary(engine="extractive")), say=SAY).html


def test_a_site_named_like_its_host_is_named_once() -> None:
    article = a_parsed_article(site="Example.org")
    assert "<footer>example.org · 1 minute" in card_rich(a_card(article=article), say=SAY).html


def test_a_site_named_like_its_host_and_port_is_named_once() -> None:
    card = a_card(url="http://example.org:8080/a", article=a_parsed_article(site="example.org:8080"))
    assert "<footer>example.org · 1 minute" in card_rich(card, say=SAY).html


def test_arabic_reads_from_right_to_left() -> None:
    assert card_rich(a_card(summary=a_summary("افتتح الجسر.", language="ar")), say=SAY).rtl
    arabic = a_parsed_article(language="ar")
    assert card_rich(a_card(article=arabic, summary=None), say=SAY).rtl


def test_without_a_summary_the_card_says_so() -> None:
    content = card_rich(a_card(summary=None, picture=None), say=SAY)
    assert "too little text" in content.html
    assert content.pictures == ()


def test_a_card_says_why_a_page_gives_less_than_its_article() -> None:
    article = a_parsed_article(page_problem=PageProblem.PAYWALL)
    for html in (card_rich(a_card(article=article), say=SAY).html, card_classic(a_card(article=article), say=SAY).html):
        assert "· This article is for subscribers;" in html
        assert "to read" not in html


def test_a_film_is_told_by_its_own_words_which_are_no_quotation_of_an_article() -> None:
    quoting = a_summary("How it was built.", engine="extractive")
    film = a_card(article=a_parsed_article(page_problem=PageProblem.NO_ARTICLE), summary=quoting)
    assert (
        "example.org · This is not an article. The text is the page's own description." in card_rich(film, say=SAY).html
    )
    assert "quoted from the article" not in card_rich(film, say=SAY).html
    assert "quoted from the article" in card_rich(a_card(summary=quoting), say=SAY).html


def test_an_untitled_page_is_called_by_its_host() -> None:
    assert ">example.org</a></h3>" in card_rich(a_card(article=a_parsed_article(title="")), say=SAY).html


def test_the_classic_card_is_a_photo_where_its_text_fits() -> None:
    assert isinstance(card_classic(a_card(), say=SAY), PhotoContent)
    assert isinstance(card_classic(a_card(picture=None), say=SAY), TextContent)
    long = a_card(summary=a_summary("word " * 400))
    assert isinstance(card_classic(long, say=SAY), TextContent)


def test_a_photo_stays_a_photo_with_a_shortened_summary() -> None:
    content = card_classic(a_card(summary=a_summary("word " * 400)), say=SAY, keep_photo=True)
    assert isinstance(content, PhotoContent)
    assert CAPTION_UNITS - 50 < visible_length(content.html) <= CAPTION_UNITS


def test_reading_time_counts_words_and_characters() -> None:
    assert reading_minutes("") == 1
    assert reading_minutes("word " * 460) == 2
    assert reading_minutes("新" * 1200) == 3


def test_a_card_names_who_else_tells_the_story() -> None:
    card = a_card(also='also told by: <a href="https://b.example/1">B</a>')
    assert card_rich(card, say=SAY).html.endswith(f"</footer><footer>{card.also}</footer>")
    assert card_classic(card, say=SAY).html.endswith(f"</i>\n<i>{card.also}</i>")
