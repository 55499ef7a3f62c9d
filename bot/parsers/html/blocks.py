"""Converts HTML into blocks of plain text in reading order, and blocks into text. Builds no HTML, fetches nothing.

Everything a reader would see is kept; scripts, styles and hidden elements are left out.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from lxml import etree

from bot.models.articles import Block, BlockKind
from bot.parsers.html.block_writer import PARAGRAPH_BREAK, BlockWriter
from bot.text.clean import clean_text

MAX_HTML_CHARS = 2_000_000

_TAG = re.compile(r"<[^<>]*>")
# libxml2 reads HTML 4: it stops at </html>, and does not know these elements to be empty.
_DOCUMENT_TAG = re.compile(r"</?(?:html|body)(?:\s[^<>]*)?>", re.IGNORECASE)
_EMPTY_TAG = re.compile(r"<(source|track|wbr|embed)\b([^<>]*?)/?>", re.IGNORECASE)
_CODE_TAG = re.compile(r"<(/?)(script|style)\b[^<>]*>", re.IGNORECASE)
_ODD_TAG = re.compile(r"</?(?:html|body|source|track|wbr|embed)\b", re.IGNORECASE)


def html_blocks(markup: str, base_url: str | None = None) -> tuple[Block, ...]:
    """The blocks of an HTML document or fragment, in order; relative addresses resolve against `base_url`.

    Markup beyond MAX_HTML_CHARS is left unread. Nesting deeper than the parser takes (2048) loses its structure, not
    its text.
    """
    markup = markup[:MAX_HTML_CHARS].replace("\x00", "")
    if _ODD_TAG.search(markup):
        markup = _EMPTY_TAG.sub(r"<\1\2></\1>", _DOCUMENT_TAG.sub("", markup))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(markup.encode("utf-8", "ignore"), parser)
    except etree.LxmlError:  # pragma: no cover - older versions of libxml2 raise where newer ones give None
        return ()
    if root is None:
        return ()
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return text_blocks(html.unescape(_TAG.sub("\n\n", "".join(_without_code(markup)))))
    return _walk(root, BlockWriter(base_url))


def text_blocks(text: str) -> tuple[Block, ...]:
    """Plain text as paragraphs, parted by blank lines."""
    paragraphs = (clean_text(part) for part in PARAGRAPH_BREAK.split(text))
    return tuple(Block(kind=BlockKind.PARAGRAPH, text=part) for part in paragraphs if part)


def blocks_text(blocks: Sequence[Block]) -> str:
    """The text of the blocks, one block or list item a line, without captions and embeds."""
    lines: list[str] = []
    for block in blocks:
        if block.kind not in (BlockKind.PICTURE, BlockKind.EMBED):
            lines.append(block.text)
            lines += block.items
    return "\n".join(filter(None, map(str.strip, lines)))


def _without_code(markup: str) -> Iterator[str]:
    """The markup without scripts and styles; an unclosed one extends to the end, as in browsers."""
    inside, at = "", 0
    for tag in _CODE_TAG.finditer(markup):
        closes, name = tag[1], tag[2].lower()
        if not inside and not closes:
            yield markup[at : tag.start()]
            inside = name
        elif closes and name == inside:
            inside, at = "", tag.end()
    if not inside:
        yield markup[at:]


def _walk(root: etree._Element, writer: BlockWriter) -> tuple[Block, ...]:
    """Feed every element to the writer in document order, without recursion: hostile markup can be nested deeply."""
    walker = etree.iterwalk(root, events=("start", "end"))
    enter, leave, add = writer.enter, writer.leave, writer.add
    skipped = None
    for event, element in walker:
        if event == "start":
            if not enter(element):
                skipped = element
                walker.skip_subtree()
            continue
        if element is skipped:
            skipped = None
        else:
            leave(element)
        if tail := element.tail:
            add(tail)
    return writer.finish()
