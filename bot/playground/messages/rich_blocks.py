"""Turns the tree of a rich message into `rich_message.blocks` of the Bot API; text becomes plain strings."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.playground.messages.files import Photo
from bot.playground.messages.markup import Element, Node, text_of
from bot.playground.messages.rich_buttons import row_block

# Tag -> the block's type; these count against the limit of 500.
BLOCK_NAMES: Mapping[str, str] = {
    "p": "paragraph", "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading",
    "h6": "heading", "pre": "pre", "footer": "footer", "hr": "divider", "ul": "list", "ol": "list", "li": "list_item",
    "blockquote": "blockquote", "aside": "pullquote", "img": "photo", "tg-map": "map", "tg-collage": "collage",
    "tg-slideshow": "slideshow", "table": "table", "tr": "table_row", "details": "details",
    "tg-math-block": "mathematical_expression", "tg-button-row": "button_row",
}  # fmt: skip


def blocks_of(nodes: Sequence[Node], pictures: Mapping[int, Photo]) -> tuple[dict[str, Any], ...]:
    """The blocks of a checked tree; text between blocks becomes a paragraph."""
    found: list[dict[str, Any]] = []
    loose: list[Node] = []
    for node in (*nodes, None):
        block = isinstance(node, Element) and (node.tag in BLOCK_NAMES or node.tag == "figure")
        if (node is None or block) and (text := _line(loose)):
            found.append({"type": "paragraph", "text": text})
        if node is None or block:
            loose = []
        if block:
            assert isinstance(node, Element)
            found.append(_block(node, pictures))
        elif node is not None and not (isinstance(node, Element) and node.tag in ("summary", "cite", "figcaption")):
            loose.append(node)
    return tuple(found)


def _line(nodes: Sequence[Node]) -> str:
    return re.sub(r"\s+", " ", text_of(nodes)).strip()


def _children(element: Element, *tags: str) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element) and child.tag in tags]


def _block(element: Element, pictures: Mapping[int, Photo]) -> dict[str, Any]:
    if element.tag == "figure":
        return _figure(element, pictures)
    kind = BLOCK_NAMES[element.tag]
    match kind:
        case "divider" | "map":
            return {"type": kind}
        case "photo":
            return {"type": "photo", "photo": pictures[element.offset].sizes()}
        case "heading":
            return {"type": kind, "text": _line(element.children), "size": int(element.tag[1])}
        case "button_row":
            return row_block(element)
        case "pre":
            return {"type": kind, "text": text_of(element.children)}
        case "mathematical_expression":
            return {"type": kind, "expression": text_of(element.children)}
        case "list":
            items = [{"label": "•", "blocks": blocks_of(item.children, pictures)} for item in _children(element, "li")]
            return {"type": kind, "items": items}
        case "details":
            summary = _line(_children(element, "summary"))
            opened = {"is_open": True} if "open" in element.attributes else {}
            return {"type": kind, "summary": summary, "blocks": blocks_of(element.children, pictures), **opened}
        case "blockquote" | "collage" | "slideshow":
            return {"type": kind, "blocks": blocks_of(element.children, pictures)}
        case "table":
            rows = [[{"text": _line(cell.children)} for cell in _children(row, "th", "td")]
                    for row in _children(element, "tr")]  # fmt: skip
            return {"type": kind, "cells": rows}
        case _:
            return {"type": kind, "text": _line(element.children)}


def _figure(element: Element, pictures: Mapping[int, Photo]) -> dict[str, Any]:
    media = _children(element, "img", "tg-map")[0]
    caption = _line(_children(element, "figcaption"))
    return {**_block(media, pictures), **({"caption": {"text": caption}} if caption else {})}
