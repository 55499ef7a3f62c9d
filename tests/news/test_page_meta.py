from __future__ import annotations

from datetime import UTC, datetime

import lxml.html
import pytest

from bot.news.page_meta import MAX_JSON_CHARS, PageMeta, read_meta

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
    assert meta(linked(text) + "<script>var x</script>") == PageMeta(url="https://m.paper.example/a")


def test_an_article_is_found_within_lists_and_pages() -> None:
    found = meta(
        linked(
            '[{"@type": "WebPage", "mainEntity": {"@type": "BlogPosting", "headline": "Tides",'
            ' "description": "High\\nwater", "image": {"url": "/t.jpg"}, "dateModified": "2026-03-02",'
            ' "isAccessibleForFree": "False"}}]'
        )
    )
    assert (found.title, found.description, found.paid) == ("Tides", "High\nwater", True)
    assert [picture.url for picture in found.pictures] == ["https://m.paper.example/t.jpg"]
    assert found.updated_at == datetime(2026, 3, 2, tzinfo=UTC)


def test_an_image_may_be_a_plain_address_or_an_empty_list() -> None:
    found = meta(linked('{"@type": "Article", "image": ["/a.jpg", "/b.jpg"]}'))
    assert [picture.url[-6:] for picture in found.pictures] == ["/a.jpg", "/b.jpg"]
    assert meta(linked('{"@type": "Article", "image": []}')).pictures == ()


def test_a_flood_of_objects_ends_the_search() -> None:
    assert meta(linked("[" + "{}," * 20_000 + '{"@type": "Article", "headline": "x"}]')).title == ""
