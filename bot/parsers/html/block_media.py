"""Turns pictures, frames, video and audio elements into blocks without captions. Pure.

Looks at one element alone; `block_writer` decides where its blocks go and which are repeated.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bot.models.articles import Block, BlockKind
from bot.parsers.html.embeds import embed_address
from bot.parsers.html.media import declared_size, is_icon, picture_address
from bot.text.clean import clean_line


def picture(image: etree._Element, base_url: str | None) -> Block:
    """The block of an <img>, without an address where it names none that can be."""
    width, height = declared_size(image)
    url = picture_address(image, base_url)
    return Block(kind=BlockKind.PICTURE, url=url, width=int(width or 0), height=int(height or 0))


def embedded(element: etree._Element, base_url: str | None) -> Iterator[Block]:
    """The poster of a frame, film or recording, and where it can be seen or heard."""
    if poster := element.get("poster"):
        yield picture(etree.Element("img", src=poster), base_url)
    if url := embed_address(element, base_url):
        yield Block(kind=BlockKind.EMBED, url=url, text=clean_line(element.get("title") or ""))


def without_scripts(noscript: etree._Element, base_url: str | None) -> Iterator[Block]:
    """The pictures and frames that a lazy loader repeats for readers without scripts."""
    for inner in noscript.iter("img", "iframe"):
        if inner.tag == "iframe":
            yield from embedded(inner, base_url)
        elif not is_icon(inner) and (block := picture(inner, base_url)).url:
            yield block
