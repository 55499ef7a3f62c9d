"""Formatted text: parses Telegram's HTML into text, entities in UTF-16 units, and safe HTML for the page.

Refuses every tag, nesting and attribute that `parse_mode=HTML` refuses; at most 100 entities count,
the rest lose their formatting silently, as on Telegram.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from bot.playground.messages.errors import bad_request
from bot.playground.messages.markup import (
    CLASSIC_ENTITIES,
    Dialect,
    Element,
    MarkupError,
    Node,
    cleaned,
    elements_of,
    parse_markup,
    text_of,
)
from bot.playground.messages.safe_html import anchor, detect, linked, plain, safe_link, utf16_length

MAX_TEXT = 4096  # UTF-16 units, as MAX_CAPTION
MAX_CAPTION = 1024
MAX_ENTITIES = 100
_STYLES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre", "blockquote": "blockquote", "a": "text_link",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_PAGE_TAGS = {"bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "code": "code", "pre": "pre"}
CLASSIC = Dialect(tags=frozenset(_STYLES), entities=CLASSIC_ENTITIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormattedText:
    """A parsed text: what counts against the limits, its entities, and what the page shows."""

    text: str
    entities: tuple[dict[str, Any], ...] = ()
    html: str = ""

    @property
    def length(self) -> int:
        return utf16_length(self.text)


def parse_text(source: str, *, parse_mode: str | None = None) -> FormattedText:
    """The text of a message or caption as Telegram would take it; raises BotApiError."""
    match (parse_mode or "").lower():
        case "":
            text = cleaned(source).strip()
            return FormattedText(text=text, entities=tuple(_detected(text, [])), html=linked(text))
        case "html":
            return _parse_html(source)
        case _:
            raise bad_request("unsupported parse_mode")


def _parse_html(source: str) -> FormattedText:
    try:
        nodes = _trimmed(parse_markup(source, CLASSIC))
        _check(nodes)
    except MarkupError as error:
        raise bad_request(f"can't parse entities: {error}") from error
    text = text_of(nodes)
    marked = _TreeReader(nodes)
    entities = sorted(
        [*marked.entities, *_detected(text, marked.spans)], key=lambda entity: (entity["offset"], -entity["length"])
    )
    return FormattedText(text=text, entities=tuple(entities), html=marked.html)


def _check(nodes: Sequence[Node]) -> None:
    for element in elements_of(nodes):
        if element.tag == "span" and element.attributes.get("class") != "tg-spoiler":
            raise MarkupError(f'Tag "span" must have class "tg-spoiler" at byte offset {element.offset}')
        if element.tag == "tg-emoji" and not element.attributes.get("emoji-id", "").isdecimal():
            raise MarkupError("Invalid custom emoji identifier specified")
        if element.tag == "tg-time" and not element.attributes.get("unix", "").lstrip("-").isdecimal():
            raise MarkupError("Invalid date_time specified")


def _trimmed(nodes: Sequence[Node]) -> tuple[Node, ...]:
    return _strip(_strip(nodes, first=True), first=False)


def _strip(nodes: Sequence[Node], *, first: bool) -> tuple[Node, ...]:
    """The tree without the whitespace at one end of its text, however deeply nested that end is."""
    rest = list(nodes)
    while rest:
        at = 0 if first else -1
        node = rest[at]
        stripped: Node
        if isinstance(node, str):
            stripped = node.lstrip() if first else node.rstrip()
            kept = bool(stripped)
        else:
            stripped = replace(node, children=_strip(node.children, first=first))
            kept = bool(text_of(stripped.children))
        if kept:
            rest[at] = stripped
            break
        rest.pop(at)
    return tuple(rest)


class _TreeReader:
    """Reads a tree once and collects its entities, the spans they cover, and its HTML for the page."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.entities: list[dict[str, Any]] = []
        self.spans: list[tuple[int, int]] = []  # in characters: no automatic entity overlaps these
        self._characters = 0
        self._units = 0
        self.html = self._walk(nodes, live=True)

    def _walk(self, nodes: Sequence[Node], *, live: bool) -> str:
        return "".join(
            self._text(node, live=live) if isinstance(node, str) else self._element(node, live=live) for node in nodes
        )

    def _text(self, text: str, *, live: bool) -> str:
        self._characters += len(text)
        self._units += utf16_length(text)
        return linked(text) if live else plain(text)

    def _element(self, element: Element, *, live: bool) -> str:
        kind = _STYLES[element.tag]
        text = text_of(element.children)
        details = _details(element, kind, text)
        if not text or details is None or len(self.entities) >= MAX_ENTITIES:
            return self._walk(element.children, live=live)
        self.entities.append({"type": kind, "offset": self._units, "length": utf16_length(text), **details})
        literal = kind in ("code", "pre", "text_link")
        if literal:
            self.spans.append((self._characters, self._characters + len(text)))
        inner = self._walk(element.children, live=live and not literal)
        return _page_tag(kind, element, inner, details)


def _details(element: Element, kind: str, text: str) -> dict[str, Any] | None:
    """The fields that only this type of entity has; None where Telegram drops the formatting, as of an invalid link."""
    attributes = element.attributes
    match kind:
        case "text_link":
            url = safe_link(attributes.get("href") or text)
            return None if url is None else {"url": url}
        case "pre":
            languages = [child.attributes.get("class", "") for child in elements_of(element.children)]
            named = [name.removeprefix("language-") for name in languages if name.startswith("language-")]
            return {"language": named[0]} if named else {}
        case "custom_emoji":
            return {"custom_emoji_id": attributes["emoji-id"]}
        case "date_time":
            return {"unix_time": int(attributes["unix"]), "date_time_format": attributes.get("format", "")}
        case _:
            return {}


def _page_tag(kind: str, element: Element, inner: str, details: dict[str, Any]) -> str:
    match kind:
        case "text_link":
            return anchor(details["url"], inner)
        case "spoiler":
            return f'<span class="spoiler">{inner}</span>'
        case "blockquote":
            folded = ' class="expandable"' if "expandable" in element.attributes else ""
            return f"<blockquote{folded}>{inner}</blockquote>"
        case "custom_emoji":
            return inner
        case "date_time":
            shape = escape(details["date_time_format"])
            return f'<time data-unix="{details["unix_time"]}" data-format="{shape}">{inner}</time>'
        case _:
            tag = _PAGE_TAGS[kind]
            return f"<{tag}>{inner}</{tag}>"


def _detected(text: str, taken: Sequence[tuple[int, int]]) -> list[dict[str, Any]]:
    return [
        {"type": kind, "offset": utf16_length(text[:start]), "length": utf16_length(text[start:end])}
        for kind, start, end in detect(text)
        if not any(start < other_end and other_start < end for other_start, other_end in taken)
    ]
