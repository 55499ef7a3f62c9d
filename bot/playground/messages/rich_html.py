"""Turns the tree of a rich message into safe HTML for the page: a fixed list of tags and attributes, nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from bot.playground.messages.files import Photo
from bot.playground.messages.markup import Element, Node
from bot.playground.messages.rich_buttons import BUTTON, ROW, button_html
from bot.playground.messages.safe_html import anchor, linked, plain, safe_link

_SAME = frozenset(
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
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "pre",
        "footer",
        "ul",
        "ol",
        "li",
        "blockquote",
        "aside",
        "cite",
        "figure",
        "figcaption",
        "table",
        "caption",
        "tr",
        "th",
        "td",
        "summary",
    ]
)
_CLASSES = {
    "tg-spoiler": ("span", "spoiler"),
    "tg-reference": ("span", "reference"),
    "tg-math": ("code", "math"),
    "tg-math-block": ("pre", "math"),
    "tg-collage": ("div", "collage"),
    "tg-slideshow": ("div", "slideshow"),
    "tg-map": ("div", "map"),
}
_LITERAL = frozenset({"code", "pre", "a", "tg-math", "tg-math-block"})
_ALIGNMENTS = frozenset({"left", "center", "right"})


def page_html(nodes: Sequence[Node], pictures: Mapping[int, Photo], *, live: bool = True) -> str:
    """Safe HTML of a checked tree. `pictures` maps the byte offset of an `<img>` tag to its picture."""
    return "".join(
        (linked(node, breaks=False) if live else plain(node, breaks=False))
        if isinstance(node, str)
        else _element(node, pictures, live=live)
        for node in nodes
    )


def _element(element: Element, pictures: Mapping[int, Photo], *, live: bool) -> str:
    tag = element.tag
    if tag == "img":
        return picture_html(pictures[element.offset], alt=element.attributes.get("alt", ""))
    if tag in (ROW, BUTTON):
        return button_html(element)
    if tag in ("hr", "br"):
        return f"<{tag}>"
    inner = page_html(element.children, pictures, live=live and tag not in _LITERAL)
    if tag in _SAME:
        return f"<{tag}{_attributes(element)}>{inner}</{tag}>"
    if tag in _CLASSES:
        name, css = _CLASSES[tag]
        return f'<{name} class="{css}">{inner}</{name}>'
    match tag:
        case "a":
            url = safe_link(element.attributes["href"]) if "href" in element.attributes else None
            return inner if url is None else anchor(url, inner)
        case "details":
            return f"<details{' open' if 'open' in element.attributes else ''}>{inner}</details>"
        case "tg-time":
            unix, shape = int(element.attributes["unix"]), escape(element.attributes.get("format", ""))
            return f'<time data-unix="{unix}" data-format="{shape}">{inner}</time>'
        case _:  # tg-emoji: its fallback character
            return inner


def _attributes(element: Element) -> str:
    match element.tag:
        case "table":
            names = [name for name in ("bordered", "striped") if name in element.attributes]
            return f' class="{" ".join(names)}"' if names else ""
        case "th" | "td":
            spans = "".join(
                f' {name}="{int(value)}"'
                for name in ("colspan", "rowspan")
                if (value := element.attributes.get(name, "")).isdecimal()
            )
            align = element.attributes.get("align", "")
            return spans + (f' class="{align}"' if align in _ALIGNMENTS else "")
        case "ol":
            start = element.attributes.get("start", "")
            return f' start="{int(start)}"' if start.isdecimal() else ""
        case _:
            return ""


def picture_html(photo: Photo, *, alt: str = "") -> str:
    """An `<img>` of a picture that was sent, with its size so that the page does not jump while it loads."""
    size = f'width="{photo.width}" height="{photo.height}"'
    return f'<img src="{photo.page_url}" {size} alt="{escape(alt)}" loading="lazy">'
