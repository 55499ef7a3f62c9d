"""Turns an entry of an XML feed, as feedparser gives it, into a RawEntry. Pure; any field may be missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from bot.parsers.feeds.entry import Body, RawEntry
from bot.parsers.html.blocks import blocks_text, html_blocks
from bot.parsers.html.picture_choice import Candidate
from bot.text.clean import is_markup
from bot.text.dates import parse_date

Fields = Mapping[str, Any]  # what feedparser gives: any field may be missing or of another type

_PICTURE_NAME = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:[?#]|$)", re.IGNORECASE)
_ANY_TYPE = ("application/octet-stream", "binary/octet-stream")
_ATTRIBUTE = re.compile(r"<\w+\s+[\w:-]+\s*=")  # of an element: nobody speaks of one with such
_MARKUP_TYPES = ("text/html", "application/xhtml+xml")


def raw_entry(entry: Fields, *, url: str, atom: bool, language: str | None) -> RawEntry:
    """The entry as `entry.finish_entry` takes it; `url` is the feed's own, `language` what the feed declares."""
    title = _fields(entry, "title_detail")
    content = max(_list(entry, "content"), key=lambda part: len(text_of(part, "value")), default={})
    summary = _fields(entry, "summary_detail")
    return RawEntry(
        guid=text_of(entry, "id"),
        addresses=tuple(_addresses(entry)),
        title=title_of(entry),
        plain_title=atom and text_of(title, "type") == "text/plain",
        content=_body(content),
        summary=_body(summary),
        pictures=tuple(_pictures(entry)),
        authors=tuple(_authors(entry)),
        categories=tuple(text_of(tag, "label") or text_of(tag, "term") for tag in _list(entry, "tags")),
        language=text_of(content or summary, "language") or text_of(title, "language") or language,
        published_at=date_of(entry, "published", "created"),
        updated_at=date_of(entry, "updated"),
        base_url=_base(content or summary, entry, url),
        recording=next(_recordings(entry), ""),
    )


def title_of(fields: Fields) -> str:
    """The text of a title that holds markup, without scripts and comments."""
    title = text_of(fields, "title")
    if (is_markup(title) or _ATTRIBUTE.search(title)) and text_of(
        _fields(fields, "title_detail"), "type"
    ) in _MARKUP_TYPES:
        return blocks_text(html_blocks(title, None)).replace("\n", " ") or title
    return title


def _addresses(entry: Fields) -> Iterator[str]:
    """The article's addresses: the original before a tracking redirect, then links, then its audio or video file."""
    yield text_of(entry, "feedburner_origlink")
    yield text_of(entry, "link")
    for rel in ("alternate", "", "enclosure"):
        for link in _list(entry, "links"):
            if text_of(link, "rel") == rel:
                yield text_of(link, "href")
    if text_of(entry, "id").startswith(("http://", "https://")):
        yield text_of(entry, "id")


def _recordings(entry: Fields) -> Iterator[str]:
    """The addresses of what is to be heard or seen."""
    for link in _list(entry, "links"):
        if text_of(link, "rel") == "enclosure" and not _is_picture(link, "href"):
            yield text_of(link, "href")


def _pictures(entry: Fields) -> Iterator[Candidate]:
    """The pictures that Media RSS, enclosures and iTunes tags name. https://www.rssboard.org/media-rss"""
    for media in _list(entry, "media_content"):
        if text_of(media, "medium") == "image" or _is_picture(media, "url"):
            yield Candidate(url=text_of(media, "url"), width=_pixels(media, "width"), height=_pixels(media, "height"))
    for media in _list(entry, "media_thumbnail"):
        yield Candidate(url=text_of(media, "url"), width=_pixels(media, "width"), height=_pixels(media, "height"))
    for link in _list(entry, "links"):
        if text_of(link, "rel") == "enclosure" and _is_picture(link, "href"):
            yield Candidate(url=text_of(link, "href"))
    if image := text_of(_fields(entry, "image"), "href"):
        yield Candidate(url=image)


def _is_picture(media: Fields, address: str) -> bool:
    """Whether its media type, or without one its address, is that of a picture."""
    kind = text_of(media, "type").lower()
    if kind and kind not in _ANY_TYPE:
        return kind.startswith("image/")
    return bool(_PICTURE_NAME.search(text_of(media, address)))


def _authors(entry: Fields) -> Iterator[str]:
    for person in _list(entry, "authors"):
        yield text_of(person, "name")
    yield text_of(entry, "author")


def _body(part: Fields) -> Body | None:
    value = text_of(part, "value")
    return Body(text=value, plain=text_of(part, "type") == "text/plain") if value else None


def _base(part: Fields, entry: Fields, url: str) -> str:
    """The base of the text's relative addresses: xml:base if the feed sets it, else the article's page."""
    base = text_of(part, "base")
    return base if base and base != url else text_of(entry, "link") or url


def date_of(entry: Fields, *names: str) -> datetime | None:
    """The first readable date of these fields, in UTC.

    feedparser's own readings are not used: of an incomplete date it makes one of today's, and a zone that it does not
    know it takes for UTC.
    """
    return next(filter(None, (parse_date(text_of(entry, name)) for name in names)), None)


def _pixels(media: Fields, name: str) -> int:
    size = text_of(media, name).strip()
    return int(size[:5]) if size.isascii() and size.isdigit() else 0


def text_of(fields: Fields, name: str) -> str:
    """The field, or "" where it is missing or no text."""
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _list(fields: Fields, name: str) -> list[Fields]:
    value = fields.get(name)
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _fields(fields: Fields, name: str) -> Fields:
    value = fields.get(name)
    return value if isinstance(value, Mapping) else {}
