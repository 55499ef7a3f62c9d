from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import lxml.html
import pytest

from bot.parsers.pages.meta import MAX_JSON_CHARS, PageMeta, read_meta, sure_day

URL = "https://m.paper.example/a"


def meta(head: str, *, html: str = "<html>") -> PageMeta:
    return read_meta(lxml.html.document_fromstring(f"{html}<head>{head}</head><body><p>x</p></body></html>"), URL)


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def test_an_empty_head_gives_only_the_pages_address() -> None:
    assert meta("") == PageMeta(url="https://m.paper.example/a")


@pytest.mark.parametrize(
    ("html", "head", "language"),
    [
        ("<html lang='zh-Hant-HK'>", "", "zh-Hant-HK"),
        ("<html>", "<meta property='og:locale' content='pt_BR'>", "pt-BR"),
        ("<html lang='{{ lang }}'>", "", None),
    ],
)
def test_the_declared_language_is_a_tag_or_nothing(html: str, head: str, language: str | None) -> None:
    assert meta(head, html=html).language == language


def test_the_first_of_a_name_counts_and_blank_ones_do_not() -> None:
    head = (
        "<meta property='og:title' content=' '><meta name='OG:Title' content='One'><meta name='og:title' content='Two'>"
    )
    assert meta(head + "<meta charset=utf-8>").title == "One"


def test_a_canonical_link_of_the_mobile_hosts_desktop_twin_counts() -> None:
    assert meta("<link rel='icon' href='/i'><link rel=canonical href='https://www.paper.example/a?fbclid=1'>").url == (
        "https://www.paper.example/a"
    )
    assert meta("<link rel=canonical>").url == "https://m.paper.example/a"


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[" * 100_000,
        '"text"',
        "null",
        '{"@type": "Recipe"}',
        '{"@type": ["WebPage", 7]}',
        f'"{"x" * MAX_JSON_CHARS}"',
        "",
    ],
)
def test_linked_data_that_is_broken_or_about_something_else_is_passed_over(text: str) -> None:
    found = meta(linked(text) + "<script>var x</script>")
    assert replace(found, things=frozenset()) == PageMeta(url="https://m.paper.example/a")


def test_an_article_is_found_within_lists_and_pages() -> None:
    found = meta(
        linked(
            '[{"@type": "WebPage", "mainEntity": {"@type": "BlogPosting", "headline": "Tides",'
            ' "description": "High\\nwater", "image": {"url": "/t.jpg"}, "dateModified": "2026-03-02",'
            ' "isAccessibleForFree": "False"}}]'
        )
    )
    assert (found.headline, found.description, found.paid) == ("Tides", "High\nwater", True)
    assert [picture.url for picture in found.pictures] == ["https://m.paper.example/t.jpg"]
    assert found.updated_at == datetime(2026, 3, 2, tzinfo=UTC)


def test_an_image_may_be_a_plain_address_or_an_empty_list() -> None:
    found = meta(linked('{"@type": "Article", "image": ["/a.jpg", "/b.jpg"]}'))
    assert [picture.url[-6:] for picture in found.pictures] == ["/a.jpg", "/b.jpg"]
    assert meta(linked('{"@type": "Article", "image": []}')).pictures == ()


def test_a_flood_of_objects_ends_the_search() -> None:
    assert meta(linked("[" + "{}," * 20_000 + '{"@type": "Article", "headline": "x"}]')).title == ""


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel=canonical href='https://news.paper.example/a'>", "https://news.paper.example/a"),
        ("<link rel=canonical href='https://other.example/a'>", "https://m.paper.example/a"),
        ("<link rel=canonical href='https://www.paper.example/'>", "https://m.paper.example/a"),
        ("<link rel=canonical href='https://www.paper.example/en/'>", "https://m.paper.example/a"),
        ("<link rel=canonical href='https://www.paper.example/?p=7'>", "https://www.paper.example/?p=7"),
        ("<meta property='og:url' content='https://www.paper.example/b'>", "https://www.paper.example/b"),
        ("<link rel=canonical href='/'><meta property='og:url' content='/b'>", "https://m.paper.example/b"),
    ],
)
def test_a_page_is_known_by_the_address_it_names_on_its_own_site_but_never_by_the_sites_root(
    head: str, address: str
) -> None:
    assert meta(head).url == address


def test_relative_addresses_resolve_against_the_pages_base() -> None:
    head = "<base><base href='https://cdn.example/x/'><meta property='og:image' content='a.jpg'>"
    found = meta(f"{head}<link rel=canonical href='https://www.paper.example/a'>")
    assert [picture.url for picture in found.pictures] == ["https://cdn.example/x/a.jpg"]
    assert found.url == "https://www.paper.example/a"
    assert meta("<base href='/news/'><link rel=canonical href='b'>").url == "https://m.paper.example/news/b"
    assert meta("<base href='javascript:x'><link rel=canonical href='/b'>").url == "https://m.paper.example/b"


def test_a_page_of_the_root_keeps_its_address() -> None:
    page = lxml.html.document_fromstring("<html><head><link rel=canonical href='/'></head><body>x</body></html>")
    assert read_meta(page, "https://paper.example/").url == "https://paper.example/"


def test_what_kind_of_page_it_is_and_its_longest_description() -> None:
    head = (
        "<meta property='og:type' content='Video.Other'><meta name='description' content='A film.'>"
        "<meta name='article:content_tier' content='locked'>"
    )
    thing = '{"@graph": [{"@type": ["VideoObject", "Clip"], "description": "A film of the harbour."}, {"@type": 7}]}'
    found = meta(head + linked(thing))
    assert (found.kind, found.things, found.is_article) == ("video.other", frozenset({"videoobject", "clip"}), False)
    assert (found.longest_description, found.description, found.paid) == ("A film of the harbour.", "A film.", True)
    assert meta(linked('{"@type": "NewsArticle"}')).is_article
    assert meta("<meta property='og:type' content='article'>").is_article


def test_a_description_in_a_script_alone_is_found() -> None:
    script = '<script>{"videoDetails":{"shortDescription":"High \\"tides\\"\\nin March","x":1}}</script>'
    assert meta(script).longest_description == 'High "tides"\nin March'
    assert meta('<script>{"shortDescription":"\\x"}</script>').longest_description == ""


def test_the_articles_text_in_the_linked_data_loses_its_markup() -> None:
    assert (
        meta(linked('{"@type": "Article", "articleBody": "<p>High &amp; low</p> tide"}')).body == "High & low\n\ntide"
    )


@pytest.mark.parametrize(
    ("day", "markup", "language", "found"),
    [
        ("2026-03-11", "<b>11/03/2026</b>", None, ""),
        ("2026-03-11", "<b>3-11-2026</b>", "en", ""),
        ("2026-03-11", "<b>11/03/2026</b> /2026/3/11/pier", "en", "2026-03-11"),
        ("2026-03-11", "<b>11/03/2026</b>", "fr", "2026-03-11"),
        ("2026-03-11", "<b>11 March 2026</b>", "en", "2026-03-11"),
        ("2026-03-13", "<b>13/03/2026</b>", "en", "2026-03-13"),
        ("2026-03-03", "<b>03/03/2026</b>", "en", "2026-03-03"),
        ("", "", "en", ""),
    ],
)
def test_a_day_that_may_be_another_one_is_none(day: str, markup: str, language: str | None, found: str) -> None:
    assert sure_day(day, markup, language) == found
