"""Recognises what is no article: files, feeds, films, recordings, posts of social networks, projects. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bot.models.articles import PageProblem
from bot.text.patterns import late

if TYPE_CHECKING:
    from bot.parsers.pages.meta import PageMeta

_MAGIC = (
    (b"%PDF-", PageProblem.DOCUMENT),
    (b"{\\rtf", PageProblem.DOCUMENT),
    (b"\xd0\xcf\x11\xe0", PageProblem.DOCUMENT),  # Word before 2007
    (b"\x89PNG", PageProblem.PICTURE),
    (b"\xff\xd8\xff", PageProblem.PICTURE),
    (b"GIF8", PageProblem.PICTURE),
    (b"ID3", PageProblem.SOUND),
    (b"\xff\xfb", PageProblem.SOUND),  # MP3 without a head
    (b"\xff\xf3", PageProblem.SOUND),
    (b"OggS", PageProblem.SOUND),
    (b"\x1aE\xdf\xa3", PageProblem.FILM),  # Matroska
    (b"PK\x03\x04", PageProblem.FILE),
    (b"\x1f\x8b", PageProblem.FILE),
    (b"7z\xbc\xaf", PageProblem.FILE),
    (b"Rar!", PageProblem.FILE),
)
# What a container of several kinds says that it holds: at the ninth byte (RIFF), behind "ftyp" (ISO media).
_RIFF = {b"WEBP": PageProblem.PICTURE, b"WAVE": PageProblem.SOUND, b"AVI ": PageProblem.FILM}
_MEDIA = {
    b"avif": PageProblem.PICTURE,
    b"heic": PageProblem.PICTURE,
    b"mif1": PageProblem.PICTURE,
    b"M4A ": PageProblem.SOUND,
}
_BEFORE_FILES = b"\xef\xbb\xbf \t\r\n"  # strays before the first byte, which programs that open such files pass over
_DOCUMENT_TYPE = late(r"application/(?:pdf|msword|rtf|epub|vnd\.(?:ms-|openxml|oasis)).*")
_FEED_START = late(r"\s*(?:<\?xml[^>]*>\s*|<\?[^>]*>\s*|<!--.*?-->\s*){0,5}<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_MEDIA_TYPE = late(r"(?:video|music|audio|book|profile|product)\b")
_MEDIA_THINGS = frozenset((
    "videoobject", "audioobject", "podcastepisode", "podcastseries", "musicrecording", "musicalbum", "movie",
    "tvepisode", "softwaresourcecode", "softwareapplication", "product",
))  # fmt: skip
_MEDIA_HOST = late(
    r"(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|tiktok\.com|bilibili\.com|nicovideo\.jp|"
    r"soundcloud\.com|open\.spotify\.com|podcasts\.apple\.com|github\.com|gitlab\.com|codeberg\.org|x\.com|twitter\.com|"
    r"instagram\.com|facebook\.com|threads\.(?:net|com)|bsky\.app|t\.me)$"
)


def file_kind(start: bytes) -> PageProblem | None:
    """The kind of file that begins with these bytes, whatever its server calls it; None for what may be a page."""
    if start[4:8] == b"ftyp":
        return _MEDIA.get(start[8:12], PageProblem.FILM)
    if start.startswith(b"RIFF"):
        return _RIFF.get(start[8:12], PageProblem.FILE)
    start = start.lstrip(_BEFORE_FILES)
    return next((kind for magic, kind in _MAGIC if start.startswith(magic)), None)


def media_type_kind(content_type: str) -> PageProblem:
    """The kind of file that a media type names which is not that of a page."""
    if _DOCUMENT_TYPE.fullmatch(content_type):
        return PageProblem.DOCUMENT
    named = {"image": PageProblem.PICTURE, "audio": PageProblem.SOUND, "video": PageProblem.FILM}.get(
        content_type.split("/")[0]
    )
    return named or (PageProblem.FEED if re.search(r"rss|atom|feed", content_type) else PageProblem.FILE)


def is_feed(markup: str) -> bool:
    """Whether a document is a feed."""
    return bool(_FEED_START.match(markup[:2000]))


def is_media(url: str, meta: PageMeta) -> bool:
    """Whether a page shows a film, a recording, a post or a project in place of an article."""
    if _MEDIA_HOST.search(urlsplit(url).hostname or ""):
        return True
    return not meta.is_article and bool(_MEDIA_TYPE.match(meta.kind) or meta.things & _MEDIA_THINGS)
