"""Recognises what is no article: files, checks for robots, consent and login pages, paywalls, films and posts. Pure.

Judges a page by what it says; a long text is an article, whatever words it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.models.articles import PageLack
from bot.parsers.pages.meta import PageMeta
from bot.parsers.pages.words import CONSENT, CONSENT_PLACE, LOGIN, LOGIN_PLACE, PAYWALL, ROBOTS

TEASER_WEIGHT = 200  # below this a text is a teaser; a Chinese, Japanese or Korean character weighs three
PAID_WEIGHT = 1200  # more of a paid article is the whole, shown to everyone for a time
WHOLE_WEIGHT = 2500  # more than that in front of a paywall's words is an article all the same
MAX_NOTICE_WEIGHT = 600
LAST_LINES = 4  # a paywall stands at the end of what can be read
CONSENT_WEIGHT = 4000  # consent pages are long, but no longer
MIN_CONSENT_WORDS = 2  # different ones
CONSENT_SHARE = 0.5  # of the text, in lines about consent

_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MAGIC = (
    (b"%PDF-", PageLack.DOCUMENT),
    (b"{\\rtf", PageLack.DOCUMENT),
    (b"\xd0\xcf\x11\xe0", PageLack.DOCUMENT),  # Word before 2007
    (b"\x89PNG", PageLack.PICTURE),
    (b"\xff\xd8\xff", PageLack.PICTURE),
    (b"GIF8", PageLack.PICTURE),
    (b"ID3", PageLack.SOUND),
    (b"\xff\xfb", PageLack.SOUND),  # MP3 without a head
    (b"\xff\xf3", PageLack.SOUND),
    (b"OggS", PageLack.SOUND),
    (b"\x1aE\xdf\xa3", PageLack.FILM),  # Matroska
    (b"PK\x03\x04", PageLack.FILE),
    (b"\x1f\x8b", PageLack.FILE),
    (b"7z\xbc\xaf", PageLack.FILE),
    (b"Rar!", PageLack.FILE),
)
# What a container of several kinds says that it holds: at the ninth byte (RIFF), behind "ftyp" (ISO media).
_RIFF = {b"WEBP": PageLack.PICTURE, b"WAVE": PageLack.SOUND, b"AVI ": PageLack.FILM}
_MEDIA = {b"avif": PageLack.PICTURE, b"heic": PageLack.PICTURE, b"mif1": PageLack.PICTURE, b"M4A ": PageLack.SOUND}
_BEFORE_FILES = b"\xef\xbb\xbf \t\r\n"  # strays before the first byte, which programs that open such files pass over
_DOCUMENT_TYPE = re.compile(r"application/(?:pdf|msword|rtf|epub|vnd\.(?:ms-|openxml|oasis)).*")
_FEED_START = re.compile(r"\s*(?:<\?xml[^>]*>\s*|<\?[^>]*>\s*|<!--.*?-->\s*){0,5}<(?:rss|feed|rdf:RDF)\b", re.DOTALL)
_MEDIA_TYPE = re.compile(r"(?:video|music|audio|book|profile|product)\b")
_MEDIA_THINGS = frozenset((
    "videoobject", "audioobject", "podcastepisode", "podcastseries", "musicrecording", "musicalbum", "movie",
    "tvepisode", "softwaresourcecode", "softwareapplication", "product",
))  # fmt: skip
_MEDIA_HOST = re.compile(
    r"(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|twitch\.tv|tiktok\.com|bilibili\.com|nicovideo\.jp|"
    r"soundcloud\.com|open\.spotify\.com|podcasts\.apple\.com|github\.com|gitlab\.com|codeberg\.org|x\.com|twitter\.com|"
    r"instagram\.com|facebook\.com|threads\.(?:net|com)|bsky\.app|t\.me)$"
)


def weight(text: str) -> int:
    """How much a text says: its characters, those of Chinese, Japanese and Korean threefold."""
    return len(text) + 2 * len(_EAST_ASIAN.findall(text))


def file_lack(start: bytes) -> PageLack | None:
    """What kind of file begins with these bytes, whatever its server calls it; None for what may be a page."""
    if start[4:8] == b"ftyp":
        return _MEDIA.get(start[8:12], PageLack.FILM)
    if start.startswith(b"RIFF"):
        return _RIFF.get(start[8:12], PageLack.FILE)
    start = start.lstrip(_BEFORE_FILES)
    return next((lack for magic, lack in _MAGIC if start.startswith(magic)), None)


def type_lack(content_type: str) -> PageLack:
    """What kind of file a media type that is no page's names."""
    if _DOCUMENT_TYPE.fullmatch(content_type):
        return PageLack.DOCUMENT
    named = {"image": PageLack.PICTURE, "audio": PageLack.SOUND, "video": PageLack.FILM}.get(content_type.split("/")[0])
    return named or (PageLack.FEED if re.search(r"rss|atom|feed", content_type) else PageLack.FILE)


def is_feed(markup: str) -> bool:
    """Whether a document is a feed."""
    return bool(_FEED_START.match(markup[:2000]))


def is_media(url: str, meta: PageMeta) -> bool:
    """Whether a page shows something else than an article: a film, a recording, a post, a project."""
    if _MEDIA_HOST.search(urlsplit(url).hostname or ""):
        return True
    return not meta.is_article and bool(_MEDIA_TYPE.match(meta.kind) or meta.things & _MEDIA_THINGS)


def obstacle(url: str, *, title: str, lines: Sequence[str], meta: PageMeta) -> PageLack | None:
    """What stands in the way of the article; `lines` are what the page shows in its place, or before it."""
    text = "\n".join(lines)
    size = weight(text)
    if size < TEASER_WEIGHT and (ROBOTS.search(text) or ROBOTS.search(title)):
        return PageLack.ROBOTS
    if _asks_consent(url, lines, size, meta):
        return PageLack.CONSENT
    if size < TEASER_WEIGHT and not meta.is_article and (LOGIN.search(f"{title}\n{text}") or LOGIN_PLACE.search(url)):
        return PageLack.LOGIN
    if (size < PAID_WEIGHT and meta.paid) or (size < WHOLE_WEIGHT and PAYWALL.search("\n".join(lines[-LAST_LINES:]))):
        return PageLack.PAYWALL
    return PageLack.TEASER if size < TEASER_WEIGHT else None


def speaks_of_obstacle(text: str) -> bool:
    """Whether a description tells of consent or robots instead of the page; a long one holds such words by chance."""
    return weight(text) < MAX_NOTICE_WEIGHT and (bool(ROBOTS.search(text)) or len(CONSENT.findall(text)) > 1)


def _asks_consent(url: str, lines: Sequence[str], size: int, meta: PageMeta) -> bool:
    parts = urlsplit(url)
    if CONSENT_PLACE.search(parts.hostname or "") or CONSENT_PLACE.search(parts.path):
        return True
    if meta.published_at or meta.is_article or size > CONSENT_WEIGHT:
        return False
    words = {word.lower() for line in lines for word in CONSENT.findall(line)}
    about = sum(weight(line) for line in lines if CONSENT.search(line))
    return len(words) >= MIN_CONSENT_WORDS and about >= CONSENT_SHARE * size
