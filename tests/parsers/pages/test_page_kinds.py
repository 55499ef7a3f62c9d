from __future__ import annotations

import pytest

from bot.models.articles import PageProblem
from bot.parsers.pages.meta import PageMeta
from bot.parsers.pages.page_kinds import file_kind, is_feed, is_media, media_type_kind

URL = "https://paper.example/2026/03/pier"


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7", PageProblem.DOCUMENT),
        (b"\x89PNG\r\n", PageProblem.PICTURE),
        (b"\xff\xd8\xff\xe0", PageProblem.PICTURE),
        (b"ID3\x04", PageProblem.SOUND),
        (b"\x00\x00\x00\x18ftypmp42", PageProblem.FILM),
        (b"\x00\x00\x00\x18ftypavif", PageProblem.PICTURE),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", PageProblem.PICTURE),
        (b"RIFF\x00\x00\x00\x00sfbk", PageProblem.FILE),
        (b"\xef\xbb\xbf\r\n %PDF-1.4", PageProblem.DOCUMENT),
        (b"\xff\xfb\x90", PageProblem.SOUND),
        (b"{\\rtf1 x}", PageProblem.DOCUMENT),
        (b"Rar!\x1a", PageProblem.FILE),
        (b"PK\x03\x04", PageProblem.FILE),
        (b"<!doctype html>", None),
        (b"", None),
    ],
)
def test_a_file_is_told_by_its_first_bytes(start: bytes, kind: PageProblem | None) -> None:
    assert file_kind(start) is kind


@pytest.mark.parametrize(
    ("content_type", "kind"),
    [
        ("application/pdf", PageProblem.DOCUMENT),
        ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", PageProblem.DOCUMENT),
        ("image/webp", PageProblem.PICTURE),
        ("audio/mpeg", PageProblem.SOUND),
        ("video/mp4", PageProblem.FILM),
        ("application/rss+xml", PageProblem.FEED),
        ("application/zip", PageProblem.FILE),
        ("", PageProblem.FILE),
    ],
)
def test_a_file_is_told_by_its_media_type(content_type: str, kind: PageProblem) -> None:
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
