"""Finds the best address and the declared size of pictures in HTML. Fetches and checks nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from lxml.etree import _Element

from bot.text.patterns import late
from bot.text.words import any_of, merged
from bot.web.urls import picture_url

WANTED_WIDTH_PX = 1280  # what pictures are shrunk to: a wider candidate of a srcset only costs bytes
ICON_PX = 32  # smaller pictures are emoji, icons and counting pixels

# Where lazy loaders keep the address while `src` holds a placeholder.
_LAZY_SOURCES = (
    "data-src", "data-original", "data-lazy-src", "data-actualsrc", "data-original-src", "data-lazyload", "data-lazy",
    "data-url", "data-hi-res-src", "data-full-src", "data-full-url", "data-echo", "data-img-src", "data-image-src",
    "data-src-medium", "data-src-large", "data-large-file", "data-orig-file",
)  # fmt: skip
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "data-original-set")
_SETS = (*_LAZY_SETS, "srcset")
# Of a loader's attributes only what looks like a picture's address is one: "true", "{width}.jpg", JSON and the page
# that a picture leads to are not.
_ADDRESS = re.compile(r"(?!\S*\.html?(?:$|[?#]))[^\s{}<>\"]*[/.][^\s{}<>\"]*", re.IGNORECASE)
# Possessive: a hostile srcset could be parted in more ways than there is time to try.
_CANDIDATE = re.compile(r"[\s,]*+(\S++)")
_SIZE = re.compile(r"(?<!\S)(\d++(?:\.\d++)?)([wx])(?!\S)")
# Of any other attribute only what names its suffix: loaders call theirs as they like ("nitro-lazy-src").
_PICTURE_FILE = late(r"(?:https?:)?/[^\s{}<>\"]*\.(?:jpe?g|png|webp|avif|gif)(?:[?#][^\s{}<>\"]*)?", re.IGNORECASE)
_EMOJI_CLASS = re.compile(r"emoji|smil(?:ey|ie)|emoticon", re.IGNORECASE)
_STYLE_SIZE = re.compile(r"(?<![-\w])(width|height)\s*:\s*([\d.]+)\s*(px|r?em)\b", re.IGNORECASE)
_EM_PX = 16


def picture_address(image: _Element, base_url: str | None) -> str | None:
    """The best address of an <img>, with its lazy attributes, srcset and the <source>s of its <picture>."""
    addresses = (address for address in _addresses(image) if address.strip())
    return next((found for address in addresses if (found := picture_url(address, base_url))), None)


def _addresses(image: _Element) -> Iterator[str]:
    """Candidates for the picture's address, best first."""
    given = _attributes(image)
    for name in filter(given.__contains__, _LAZY_SOURCES):
        if _ADDRESS.fullmatch(given[name].strip()):
            yield given[name]
    plain = given.get("src", "")
    yield _widest(given)
    yield from _from_sets(given, _LAZY_SETS)
    if not (_placeholder().search(plain) or plain.startswith("data:")):
        yield plain
    yield from _from_sets(given, ("srcset",))
    yield from _from_picture(image)
    others = (value.strip() for value in given.values() if value != plain)
    yield from filter(_PICTURE_FILE.fullmatch, others)


def _attributes(element: _Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.items()}


@lru_cache(maxsize=1)
def _placeholder() -> re.Pattern[str]:
    """The file name of what is shown until the picture is loaded."""
    names = any_of(merged().pictures.placeholder_patterns)
    return re.compile(rf"(?:^|[/_.-]){names}[\w-]*\.(?:gif|png|svg|jpe?g|webp)", re.IGNORECASE)


def is_icon(image: _Element) -> bool:
    """Whether a picture is an emoji, an icon or a counting pixel: then its `alt` is all it says."""
    if _EMOJI_CLASS.search(image.get("class") or ""):
        return True
    known = [size for size in declared_size(image) if size is not None]
    return bool(known) and max(known) <= ICON_PX


def declared_size(image: _Element) -> tuple[float | None, float | None]:
    """Width and height in pixels as the element's attributes or its style say; None where they do not."""
    styled = {
        name.lower(): float(number) * (1 if unit.lower() == "px" else _EM_PX)
        for name, number, unit in _STYLE_SIZE.findall(image.get("style") or "")
        if number.strip(".").replace(".", "", 1).isdigit()
    }
    written = {name: _pixels(image.get(name)) for name in ("width", "height")}
    width, height = (styled.get(name) if value is None else value for name, value in written.items())
    return width, height


def _widest(given: Mapping[str, str]) -> str:
    """The srcset's candidate nearest above the wanted width, "" without widths."""
    widths = [
        (float(number), address)
        for name in filter(given.__contains__, _SETS)
        for address, number, unit in _candidates(given[name])
        if unit == "w"
    ]
    if not widths:
        return ""
    enough = [entry for entry in widths if entry[0] >= WANTED_WIDTH_PX]
    return min(enough)[1] if enough else max(widths)[1]


def _from_sets(given: Mapping[str, str], names: Sequence[str]) -> Iterator[str]:
    for name in filter(given.__contains__, names):
        for address, _, _ in _candidates(given[name]):
            yield address


def _from_picture(image: _Element) -> Iterator[str]:
    parent = image.getparent()
    if parent is None or parent.tag != "picture":
        return
    for source in map(_attributes, parent.iterchildren("source")):
        yield _widest(source)
        yield from _from_sets(source, _SETS)
        yield source.get("src", "")


def _candidates(srcset: str) -> Iterator[tuple[str, str, str]]:
    """Each address with its size, "" and "" without one (https://html.spec.whatwg.org/#parse-a-srcset-attribute)."""
    srcset, at = srcset[:8192], 0
    while match := _CANDIDATE.match(srcset, at):
        address, at = match[1], match.end()
        size = None
        if not address.endswith(","):
            end = srcset.find(",", at)
            described, at = (srcset[at:end], end) if end >= 0 else (srcset[at:], len(srcset))
            size = _SIZE.search(described)
        number, unit = size.groups() if size else ("", "")
        yield address.rstrip(","), number, unit


def _pixels(value: str | None) -> float | None:
    digits = (value or "").strip().removesuffix("px").strip()
    return float(digits) if digits.isascii() and digits.isdigit() else None
