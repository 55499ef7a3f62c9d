from __future__ import annotations

import pytest

from bot.models.articles import PageLack
from bot.parsers.pages.meta import PageMeta
from bot.parsers.pages.page_kinds import file_kind, is_feed, is_media, media_type_kind

URL = "https://paper.example/2026/03/pier"


@pytest.mark.parametrize(
    ("start", "kind"),
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
def test_a_file_is_told_by_its_first_bytes(start: bytes, kind: PageLack | None) -> None:
    assert file_kind(start) is kind


@pytest.mark.parametrize(
    ("content_type", "kind"),
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
def test_a_file_is_told_by_its_media_type(content_type: str, kind: PageLack) -> None:
    assert media_type_kind(content_type) is kind


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
