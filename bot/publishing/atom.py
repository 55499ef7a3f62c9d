"""A chat's digests as an Atom feed (RFC 4287), for feed readers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast
from xml.etree import ElementTree as Xml  # writes only; what is read goes through bot.parsers

from bot.models.published import Publication, PublishedStory
from bot.text.clean import clean_line

_ATOM = "http://www.w3.org/2005/Atom"
_MEDIA = "http://search.yahoo.com/mrss/"
_XML = "http://www.w3.org/XML/1998/namespace"
_PREFIXES = {"": _ATOM, "media": _MEDIA}

for _prefix, _name in _PREFIXES.items():
    Xml.register_namespace(_prefix, _name)


def atom(publication: Publication) -> bytes:
    """The feed. It names no address of its own: whoever has it may pass it on without the token."""
    feed = Xml.Element(f"{{{_ATOM}}}feed", {f"{{{_XML}}}lang": publication.language})
    _text(feed, "id", f"urn:tidings:{publication.key}")
    _text(feed, "title", publication.title)
    _text(feed, "updated", _stamp(publication.updated_at))
    _text(_child(feed, "author"), "name", "Tidings")
    for story in publication.stories:
        _entry(feed, story, publication.key)
    return cast("bytes", Xml.tostring(feed, encoding="utf-8", xml_declaration=True))


def _entry(feed: Xml.Element, story: PublishedStory, key: str) -> None:
    entry = _child(feed, "entry")
    entry.set(f"{{{_XML}}}lang", story.language)
    _text(entry, "id", f"urn:tidings:{key}:{story.key}")
    _text(entry, "title", story.title)
    _text(entry, "updated", _stamp(story.told_at))
    _text(entry, "published", _stamp(story.published_at))
    _text(_child(entry, "author"), "name", story.source)
    if story.url:
        _child(entry, "link").set("href", story.url)
    if story.category:
        _child(entry, "category").set("term", clean_line(story.category))
    _text(entry, "summary", story.summary)
    if story.thumbnail:
        Xml.SubElement(entry, f"{{{_MEDIA}}}thumbnail", {"url": story.thumbnail})


def _child(parent: Xml.Element, name: str) -> Xml.Element:
    return Xml.SubElement(parent, f"{{{_ATOM}}}{name}")


def _text(parent: Xml.Element, name: str, text: str) -> None:
    _child(parent, name).text = clean_line(text)  # without the characters that XML refuses


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
