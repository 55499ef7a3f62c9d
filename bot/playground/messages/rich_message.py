"""Rich messages: parses Telegram's Rich HTML into the blocks that the Bot API answers with, and safe HTML for the page.

Refuses what Telegram refuses: other tags, misplaced media, more than 32,768 characters, 500 blocks,
16 levels, 50 media or 20 table columns (core.telegram.org/bots/api#rich-messages).
Pictures must come as `tg://photo?id=NAME`: the playground fetches nothing from the web.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.playground.messages.errors import BotApiError, bad_request
from bot.playground.messages.files import Photo
from bot.playground.messages.markup import Dialect, Element, MarkupError, Node, elements_of, parse_markup, text_of
from bot.playground.messages.rich_blocks import BLOCK_NAMES, blocks_of
from bot.playground.messages.rich_buttons import BUTTON, ROW, check_button, pressed_data
from bot.playground.messages.rich_html import page_html
from bot.playground.messages.safe_html import utf16_length

MAX_CHARACTERS = 32_768
MAX_BLOCKS = 500
MAX_DEPTH = 16
MAX_MEDIA = 50
MAX_COLUMNS = 20

INLINE_TAGS = frozenset(
    [
        "b",
        "strong",
        "i",
        "em",
        "u",
        "ins",
        "s",
        "strike",
        "del",
        "code",
        "mark",
        "sub",
        "sup",
        "tg-spoiler",
        "a",
        "tg-reference",
        "tg-emoji",
        "tg-time",
        "tg-math",
        BUTTON,
    ]
)
MEDIA_TAGS = frozenset({"img", "video", "audio", "tg-map"})
_TEXT_TAGS = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "pre",
        "footer",
        "summary",
        "figcaption",
        "caption",
        "cite",
        "th",
        "td",
        "tg-math-block",
    ]
)
_FLOW_BLOCKS = frozenset(
    [
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "pre",
        "footer",
        "hr",
        "ul",
        "ol",
        "blockquote",
        "aside",
        "img",
        "video",
        "audio",
        "figure",
        "tg-map",
        "tg-collage",
        "tg-slideshow",
        "table",
        "details",
        "tg-math-block",
        ROW,
    ]
)
_INNER_TAGS = frozenset({"li", "tr", "th", "td", "caption", "summary", "figcaption", "cite", "br"})
# What may stand directly in a tag, beside inline text where that is allowed (see _takes_text).
_CHILDREN: Mapping[str, frozenset[str]] = {
    "": _FLOW_BLOCKS,
    "li": _FLOW_BLOCKS,
    "details": _FLOW_BLOCKS | {"summary"},
    "blockquote": _FLOW_BLOCKS | {"cite", "br"},
    "aside": frozenset({"cite", "br", "p"}),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "table": frozenset({"caption", "tr"}),
    "tr": frozenset({"th", "td"}),
    "figure": MEDIA_TAGS | {"figcaption", "cite"},
    "figcaption": frozenset({"cite"}),
    "tg-collage": MEDIA_TAGS | {"figcaption"},
    "tg-slideshow": MEDIA_TAGS | {"figcaption"},
    ROW: frozenset({BUTTON}),
}
_NO_TEXT = frozenset({"ul", "ol", "table", "tr", "figure", "tg-collage", "tg-slideshow", ROW})
RICH = Dialect(
    tags=INLINE_TAGS | _FLOW_BLOCKS | _INNER_TAGS,
    void=frozenset({"hr", "br", "img"}),
    entities={
        "lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'", "nbsp": "\u00a0", "hellip": "…", "mdash": "—",
        "ndash": "–", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    },
    strict_entities=True,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class RichText:
    """A parsed rich message."""

    text: str
    html: str
    blocks: tuple[dict[str, Any], ...]
    photos: tuple[Photo, ...] = field(default=())
    rtl: bool = False
    presses: tuple[tuple[str, str], ...] = ()  # label and callback data of each button inside


def parse_rich(source: str, *, photos: Mapping[str, Photo], rtl: bool = False, detect: bool = True) -> RichText:
    """The rich message of `source`, its pictures looked up by name in `photos`; raises BotApiError.

    `detect`: make web addresses, commands and mentions in the text live, as without `skip_entity_detection`.
    """
    try:
        nodes = parse_markup(source, RICH)
        _check_children(nodes, "")
        pictures = _pictures(nodes, photos)
    except MarkupError as error:
        raise bad_request(f"can't parse rich message: {error}") from error
    text = re.sub(r"\s+", " ", text_of(nodes)).strip()
    if not text and not pictures:
        raise bad_request("message text is empty")
    _check_limits(nodes, text)
    return RichText(
        text=text,
        html=page_html(nodes, pictures, live=detect),
        blocks=blocks_of(nodes, pictures),
        photos=tuple(dict.fromkeys(pictures.values())),
        rtl=rtl,
        presses=tuple(pressed_data(nodes)),
    )


def _check_children(nodes: Sequence[Node], parent: str) -> None:
    for node in nodes:
        if isinstance(node, str):
            if parent in _NO_TEXT and node.strip():
                raise MarkupError(f'Unexpected text in the tag "{parent}"')
            continue
        _check_place(node, parent)
        _check_children(node.children, node.tag)
    if parent == "details" and not _first_is_summary(nodes):
        raise MarkupError('Tag "details" must start with the tag "summary"')
    if parent == "figure" and sum(isinstance(node, Element) and node.tag in MEDIA_TAGS for node in nodes) != 1:
        raise MarkupError('Tag "figure" must contain exactly one media')


def _first_is_summary(nodes: Sequence[Node]) -> bool:
    elements = [node for node in nodes if isinstance(node, Element) or node.strip()]
    return bool(elements) and isinstance(elements[0], Element) and elements[0].tag == "summary"


def _check_place(element: Element, parent: str) -> None:
    tag, at = element.tag, f"at byte offset {element.offset}"
    where = f'in the tag "{parent}" {at}' if parent else at
    if tag in (ROW, BUTTON):
        check_button(element, at)
    if tag in INLINE_TAGS:
        if parent in _NO_TEXT and tag not in _CHILDREN[parent]:
            raise MarkupError(f'Unexpected start tag "{tag}" {where}')
    elif parent in INLINE_TAGS or parent in _TEXT_TAGS:
        if not (tag in _CHILDREN.get(parent, ()) or (tag == "code" and parent == "pre")):
            kind = "Media must be a block of its own: unexpected" if tag in MEDIA_TAGS else "Unexpected"
            raise MarkupError(f'{kind} start tag "{tag}" {where}')
    elif tag not in _CHILDREN[parent]:
        raise MarkupError(f'Unexpected start tag "{tag}" {where}')
    if tag == "tg-time" and not element.attributes.get("unix", "").lstrip("-").isdecimal():
        raise MarkupError(f'Tag "tg-time" must have a valid attribute "unix" {at}')


def _pictures(nodes: Sequence[Node], photos: Mapping[str, Photo]) -> dict[int, Photo]:
    """The picture of each `<img>` tag, by the byte offset of the tag."""
    found: dict[int, Photo] = {}
    for element in elements_of(nodes):
        if element.tag in ("video", "audio"):
            raise bad_request("wrong file identifier/HTTP URL specified")
        if element.tag != "img":
            continue
        source = element.attributes.get("src", "")
        parts = urlsplit(source)
        if parts.scheme in ("http", "https"):
            raise bad_request("failed to get HTTP URL content")
        name = (parse_qs(parts.query).get("id") or [""])[0]
        if parts.scheme != "tg" or parts.netloc != "photo" or name not in photos:
            raise MarkupError(f'Unknown media "{source}" at byte offset {element.offset}')
        found[element.offset] = photos[name]
    return found


def _check_limits(nodes: Sequence[Node], text: str) -> None:
    if utf16_length(text) > MAX_CHARACTERS:
        raise _too_long(f"{MAX_CHARACTERS} characters")
    elements = list(elements_of(nodes))
    if sum(element.tag in BLOCK_NAMES for element in elements) > MAX_BLOCKS:
        raise _too_long(f"{MAX_BLOCKS} blocks")
    if sum(element.tag in MEDIA_TAGS for element in elements) > MAX_MEDIA:
        raise _too_long(f"{MAX_MEDIA} media")
    if _depth(nodes) > MAX_DEPTH:
        raise _too_long(f"{MAX_DEPTH} nesting levels")
    if any(_columns(element) > MAX_COLUMNS for element in elements if element.tag == "tr"):
        raise _too_long(f"{MAX_COLUMNS} table columns")


def _too_long(limit: str) -> BotApiError:
    return bad_request(f"rich message is too long: more than {limit}")


def _depth(nodes: Sequence[Node]) -> int:
    return max((1 + _depth(node.children) for node in nodes if isinstance(node, Element)), default=0)


def _columns(row: Element) -> int:
    spans = [child.attributes.get("colspan", "1") for child in row.children if isinstance(child, Element)]
    return sum(int(span) if span.isdecimal() else 1 for span in spans)
