"""Reads and writes lists of feeds as OPML; folders are category paths. Pure; refuses document types that declare
entities.

Folders of posts are not written: their paths are valid on one machine only. https://opml.org/spec2.opml
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html.entities import html5
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError, SubElement, indent, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.models.articles import CategoryPath, ParseFailed
from bot.models.sources import SourceKind, SourceSpec
from bot.text.characters import BYTE_ORDER_MARK
from bot.text.charset import decode_html
from bot.text.clean import category_path, clean_line, is_blank, shorten, xml_markup, xml_text
from bot.web.channels import channel_address
from bot.web.urls import feed_url, web_url

MAX_BYTES = 5_000_000
MAX_FEEDS = 5_000
MAX_NAME_CHARS = 200
MAX_FOLDERS = 100  # above a feed: what is deeper was made to hurt

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
# Lists made by hand hold addresses as they are, "?a=1&b=2".
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)")
# A document type without entities of its own says nothing that a list needs, and many lists have it.
_BARE_DOCTYPE = re.compile(
    r"""^((?:\s|<!--.*?-->)*+)<!DOCTYPE\s++opml\b(?:[^<>\[\]"']|"[^"<>]*+"|'[^'<>]*+')*+>""", re.I | re.S
)
_NAMED_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([a-zA-Z][a-zA-Z0-9]{1,31});")
_FEED_TYPES = ("rss", "atom", "feed")  # of outlines whose "url", as old lists have it, is a feed's
_LANGUAGE = re.compile(r"(?!un|und)[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpmlFeeds:
    """The feeds of a list in order, each address once, and what was left out, as "NAME: why"."""

    specs: tuple[SourceSpec, ...] = ()
    skipped: tuple[str, ...] = ()


def read_opml(data: bytes) -> OpmlFeeds | ParseFailed:
    """The feeds of an OPML file; ParseFailed says what it is instead."""
    if len(data) > MAX_BYTES:
        return ParseFailed(reason=f"It is larger than {MAX_BYTES // 1_000_000} MB.")
    root = _tree(xml_markup(_DECLARATION.sub("", decode_html(data).lstrip(BYTE_ORDER_MARK))))
    if isinstance(root, ParseFailed):
        return root
    if _name_of(root) != "opml":
        return ParseFailed(reason=f"It is no OPML: it begins with <{_name_of(root)[:40]}>.")
    specs: dict[str, SourceSpec] = {}
    skipped: list[str] = []
    for attributes, folder in _feeds(root):
        spec = _spec(attributes, folder)
        name = _title(attributes) or attributes["xmlurl"][:MAX_NAME_CHARS]
        if spec is None:
            skipped.append(f"{name}: its address is none that can be read")
        elif held := specs.get(spec.location):
            skipped.append(f"{name}: the list has this address already, as {held.name}")
        elif len(specs) == MAX_FEEDS:
            skipped.append(f"{name}: more than {MAX_FEEDS} feeds")
        else:
            specs[spec.location] = spec
    return OpmlFeeds(specs=tuple(specs.values()), skipped=tuple(skipped))


def write_opml(specs: Iterable[SourceSpec], *, title: str, now: datetime) -> bytes:
    """The feeds among `specs` as OPML 2.0, categories as folders; the order does not depend on the order of `specs`."""
    root = Element("opml", version="2.0")
    head = SubElement(root, "head")
    SubElement(head, "title").text = xml_text(title)
    SubElement(head, "dateCreated").text = format_datetime(now)
    folders: dict[CategoryPath, Element] = {(): SubElement(root, "body")}
    for spec in sorted((spec for spec in specs if spec.kind is SourceKind.FEED), key=_order):
        attributes = {"type": "rss", "text": spec.name, "title": spec.name, "xmlUrl": spec.location}
        if spec.language:
            attributes["language"] = spec.language
        clean = {key: xml_text(value) for key, value in attributes.items()}
        SubElement(_folder(folders, spec.category or ()), "outline", clean)
    indent(root)
    text: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _tree(text: str) -> Element | ParseFailed:
    """The document; where it cannot be read otherwise, with HTML's entities read and bare ampersands escaped."""
    if not text.strip():
        return ParseFailed(reason="It is empty.")
    text = _BARE_DOCTYPE.sub(r"\1", text)
    failed = ""
    for attempt in (text, _BARE_AMPERSAND.sub("&amp;", _NAMED_ENTITY.sub(_character, text))):
        try:
            root: Element = fromstring(attempt.encode(), forbid_dtd=True)
        except DefusedXmlException:
            return ParseFailed(reason="It declares a document type or entities, which a list of feeds does not need.")
        except ParseError as error:
            failed = failed or str(error)
        else:
            return root
    return ParseFailed(reason=f"It is no OPML, or broken: {failed}.")


def _feeds(root: Element) -> Iterator[tuple[Mapping[str, str], CategoryPath]]:
    """The attributes, by lower-case name, of every outline with a feed's address, and the folders it lies in."""
    pending: list[tuple[Element, tuple[str, ...]]] = [(root, ())]
    while pending:
        element, path = pending.pop()
        attributes = {key.lower(): value for key, value in element.attrib.items()}
        if attributes.get("type", "").strip().lower() in _FEED_TYPES:
            attributes["xmlurl"] = attributes.get("xmlurl") or attributes.get("url", "")
        if attributes.get("xmlurl", "").strip():
            yield attributes, category_path(path)
        elif _name_of(element) == "outline":
            path = (*path, _title(attributes))[:MAX_FOLDERS]
        pending.extend((child, path) for child in reversed(element) if _name_of(child) in ("body", "outline"))


def _spec(attributes: Mapping[str, str], folder: CategoryPath) -> SourceSpec | None:
    address = attributes["xmlurl"].strip()
    location = channel_address(address) or web_url(feed_url(address))
    if location is None:
        return None
    first = attributes.get("category", "").partition(",")[0]
    language = _LANGUAGE.fullmatch(attributes.get("language", "").strip())
    return SourceSpec(
        name=_title(attributes) or urlsplit(location).hostname or location,
        kind=SourceKind.FEED,
        location=location,
        category=folder or category_path(first.split("/")) or None,
        language=language[0] if language else None,
    )


def _title(attributes: Mapping[str, str]) -> str:
    titles = (clean_line(attributes.get(key, "")) for key in ("text", "title"))
    title = next((title for title in titles if not is_blank(title)), "")
    # Cut so that the number of a name that is taken fits: what was written is read again uncut.
    return title if len(title) <= MAX_NAME_CHARS else shorten(title, MAX_NAME_CHARS - len(f" {MAX_FEEDS}"))


def _folder(folders: dict[CategoryPath, Element], path: CategoryPath) -> Element:
    for depth in range(1, len(path) + 1):
        if path[:depth] not in folders:
            name = xml_text(path[depth - 1])
            folders[path[:depth]] = SubElement(folders[path[: depth - 1]], "outline", {"text": name, "title": name})
    return folders[path]


def _order(spec: SourceSpec) -> tuple[CategoryPath, str, str]:
    return spec.category or (), spec.name, spec.location


def _name_of(element: Element) -> str:
    return str(element.tag).rpartition("}")[2].lower()


def _character(entity: re.Match[str]) -> str:
    """The characters that HTML gives the entity, as references; unchanged where HTML does not know it either."""
    characters = html5.get(f"{entity[1]};")
    return "".join(f"&#{ord(character)};" for character in characters) if characters else entity[0]
