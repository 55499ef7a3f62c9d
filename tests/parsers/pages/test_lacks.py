from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.models.articles import PageLack
from bot.parsers.pages.lacks import file_lack, is_feed, is_media, obstacle, speaks_of_obstacle, type_lack, weight
from bot.parsers.pages.meta import PageMeta

URL = "https://paper.example/2026/03/pier"
PROSE = "Engineers found two cracks in the stone steps, which will be repaired before the season begins in May. "


def lack_of(
    *lines: str, url: str = URL, title: str = "Old pier closed", meta: PageMeta | None = None
) -> PageLack | None:
    return obstacle(url, title=title, lines=lines, meta=meta or PageMeta())


def test_characters_of_chinese_japanese_and_korean_weigh_three() -> None:
    assert weight("abc") == 3
    assert weight("碼頭a") == 7


@pytest.mark.parametrize(
    ("start", "lack"),
    [
        (b"%PDF-1.7", PageLack.DOCUMENT),
        (b"\x89PNG\r\n", PageLack.PICTURE),
        (b"\xff\xd8\xff\xe0", PageLack.PICTURE),
        (b"ID3\x04", PageLack.SOUND),
        (b"\x00\x00\x00\x18ftypmp42", PageLack.FILM),
        (b"\x00\x00\x00\x18ftypavif", PageLack.PICTURE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", PageLack.PICTURE),
        (b"RIFF\x00\x00\x00\x00sfbk", PageLack.FILE),
        (b"\xef\xbb\xbf\r\n %PDF-1.4", PageLack.DOCUMENT),
        (b"\xff\xfb\x90", PageLack.SOUND),
        (b"{\\rtf1 x}", PageLack.DOCUMENT),
        (b"Rar!\x1a", PageLack.FILE),
        (b"PK\x03\x04", PageLack.FILE),
        (b"<!doctype html>", None),
        (b"", None),
    ],
)
def test_a_file_is_told_by_its_first_bytes(start: bytes, lack: PageLack | None) -> None:
    assert file_lack(start) is lack


@pytest.mark.parametrize(
    ("content_type", "lack"),
    [
        ("application/pdf", PageLack.DOCUMENT),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", PageLack.DOCUMENT),
        ("image/webp", PageLack.PICTURE),
        ("audio/mpeg", PageLack.SOUND),
        ("video/mp4", PageLack.FILM),
        ("application/rss+xml", PageLack.FEED),
        ("application/zip", PageLack.FILE),
        ("", PageLack.FILE),
    ],
)
def test_a_file_is_told_by_its_media_type(content_type: str, lack: PageLack) -> None:
    assert type_lack(content_type) is lack


@pytest.mark.parametrize(
    ("markup", "answer"),
    [
        ('<?xml version="1.0"?>\n<!-- made by hand -->\n<rss version="2.0">', True),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', True),
        ("<rdf:RDF>", True),
        ('<?xml version="1.0"?><html><body>feed</body></html>', False),
        ("the rss of <rss>", False),
    ],
)
def test_a_feed_is_told_by_its_first_element(markup: str, answer: bool) -> None:
    assert is_feed(markup) is answer


@pytest.mark.parametrize(
    ("url", "meta", "answer"),
    [
        ("https://www.youtube.com/watch?v=1", PageMeta(), True),
        ("https://youtu.be/1", PageMeta(is_article=True), True),
        ("https://notyoutube.com/1", PageMeta(), False),
        (URL, PageMeta(kind="video.other"), True),
        (URL, PageMeta(kind="music.song"), True),
        (URL, PageMeta(things=frozenset({"podcastepisode"})), True),
        (URL, PageMeta(things=frozenset({"newsarticle", "videoobject"}), is_article=True), False),
        (URL, PageMeta(kind="website", things=frozenset({"webpage"})), False),
    ],
)
def test_films_recordings_posts_and_projects_are_no_articles(url: str, meta: PageMeta, answer: bool) -> None:
    assert is_media(url, meta) is answer


@pytest.mark.parametrize(
    "text",
    [
        "Checking your browser before accessing paper.example.",
        "请开启 JavaScript 并刷新该页。",
        "Я не робот",
        "Access Denied",
    ],
)
def test_a_short_page_about_robots_is_a_check_for_them(text: str) -> None:
    assert lack_of(text) is PageLack.ROBOTS
    assert lack_of(*[PROSE] * 3, text) is None


def test_a_title_about_robots_is_enough() -> None:
    assert lack_of("Ray ID: 7", title="Just a moment...") is PageLack.ROBOTS


@pytest.mark.parametrize(
    "line",
    [
        "We and our 143 partners store cookies. You can accept all or reject all. " * 4,
        "Mit Werbung und Tracking: Ihre Einwilligung können Sie jederzeit widerrufen. " * 4,
        "當您點選同意，即表示您同意我們使用 cookie。" * 6,
    ],
)
def test_a_page_mostly_about_consent_asks_for_it(line: str) -> None:
    assert lack_of(line) is PageLack.CONSENT
    assert lack_of(line, meta=PageMeta(is_article=True)) is not PageLack.CONSENT
    assert lack_of(line, meta=PageMeta(published_at=datetime(2026, 3, 2, tzinfo=UTC))) is not PageLack.CONSENT
    assert lack_of(line, *[PROSE] * 20) is None
    assert lack_of(*[line] * 20) is None  # too long to be a dialogue


@pytest.mark.parametrize(
    "url", ["https://consent.paper.example/m?continue=x", "https://paper.example/zustimmung?url=x"]
)
def test_a_page_at_the_place_of_consent_asks_for_it(url: str) -> None:
    assert lack_of("Before you continue", url=url) is PageLack.CONSENT


def test_one_word_about_cookies_makes_no_consent_page() -> None:
    assert lack_of("The bakery sells cookies. " * 12) is None


def test_a_short_page_that_wants_a_login_says_so() -> None:
    assert lack_of("Please log in with your account.") is PageLack.LOGIN
    assert lack_of("Welcome back.", url="https://paper.example/login?next=/a") is PageLack.LOGIN
    assert lack_of("Please log in with your account.", meta=PageMeta(is_article=True)) is PageLack.TEASER


@pytest.mark.parametrize("words", ["Subscribe to continue reading.", "Réservé aux abonnés", "有料会員限定です"])
def test_a_paywalls_words_at_the_end_of_a_short_text_make_it_a_beginning(words: str) -> None:
    assert lack_of(PROSE * 3, words) is PageLack.PAYWALL
    assert lack_of(words, *[PROSE] * 5) is None
    assert lack_of(PROSE * 30, words) is None


def test_a_paid_article_that_is_shown_whole_lacks_nothing() -> None:
    assert lack_of(PROSE * 5, meta=PageMeta(paid=True)) is PageLack.PAYWALL
    assert lack_of(PROSE * 15, meta=PageMeta(paid=True)) is None


def test_a_short_text_of_nothing_special_is_a_teaser() -> None:
    assert lack_of(PROSE) is PageLack.TEASER
    assert lack_of(PROSE * 3) is None


def test_a_description_that_speaks_of_consent_or_robots_is_none_of_the_article() -> None:
    assert speaks_of_obstacle("We value your privacy and use cookies.")
    assert speaks_of_obstacle("Enable JavaScript to go on.")
    assert not speaks_of_obstacle("The bakery sells cookies.")
    assert not speaks_of_obstacle("We value your privacy and use cookies. " + PROSE * 6)
