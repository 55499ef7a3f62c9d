"""Classifies HTML elements: unseen, inline, picture, embed, caption, data table."""

from __future__ import annotations

import re

from lxml.etree import _Element

UNSEEN = frozenset((
    "script", "style", "template", "head", "title", "svg", "canvas", "map", "datalist", "select", "option",
    "button", "input", "textarea", "param", "source", "track", "annotation", "annotation-xml", "link", "meta",
    "base",
))  # fmt: skip
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "math", "mi", "mn", "mo", "mrow", "msub", "msup", "nobr", "q", "ruby", "rb",
    "rp", "rt", "rtc", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr",
    "blink", "emoji", "g-emoji", "o:p", "spoiler", "tg-emoji", "tg-spoiler",  # Telegram's, GitHub's, Word's
))  # fmt: skip
RUNS_ON = INLINE | {"br", "picture"}  # elements that end no paragraph
# Elements whose beginning or end says what the text within or behind them is.
SHAPING = frozenset((
    "blockquote", "br", "caption", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "menu",
    "ol", "pre", "q", "rt", "table", "td", "th", "tr", "ul",
))  # fmt: skip
IMAGES = frozenset(("img", "amp-img", "image"))
EMBEDS = frozenset(("iframe", "video", "audio", "embed", "object", "amp-iframe", "amp-video", "amp-audio"))
# What makes a table a page layout instead of data.
_LAYOUT_PARTS = ("table", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "figure", "iframe", "video", "pre", "img")
# Attributes without which no element is hidden or named a caption.
SAYING = frozenset(("hidden", "style", "class"))
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(r"visually-?hidden|(?:^|\s)sr-only(?:$|\s)|screen-reader-(?:text|only)", re.IGNORECASE)
_CAPTION_CLASS = re.compile(r"(?:^|[\s_-])captions?(?:[\s_-]?text)?(?:$|\s)", re.IGNORECASE)


def is_hidden(element: _Element) -> bool:
    if element.get("hidden") is not None:
        return True
    return bool(_HIDDEN_STYLE.search(element.get("style") or "") or _HIDDEN_CLASS.search(element.get("class") or ""))


def is_caption(element: _Element) -> bool:
    return element.tag == "figcaption" or bool(_CAPTION_CLASS.search(element.get("class") or ""))


def has_rp(element: _Element) -> bool:
    """Whether a ruby text brings its own parentheses."""
    return any(beside is not None and beside.tag == "rp" for beside in (element.getprevious(), element.getnext()))


def first_number(ordered: _Element) -> int:
    """The number of an <ol>'s first item; 1 where it names none that can be."""
    start = (ordered.get("start") or "").strip()
    return int(start[:6]) or 1 if start.isascii() and start.isdigit() else 1


def is_data(table: _Element) -> bool:
    """Whether a table holds data; others only lay out a page, and their cells are read like any text."""
    if next(table.iterdescendants(*_LAYOUT_PARTS), None) is not None:
        return False
    rows = [sum(1 for _ in row.iterchildren("td", "th")) for row in table.iter("tr")]
    return len(rows) > 1 and max(rows) > 1
