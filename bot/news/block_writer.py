"""Turns a stream of HTML elements into blocks: what belongs to which paragraph, list, quote, table or caption.

Takes elements and text in document order from `blocks`; parses nothing itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from bot.models import Block, BlockKind
from bot.news.clean import clean_line, clean_text
from bot.news.html_elements import EMBEDS, IMAGES, INLINE, UNSEEN, has_rp, is_caption, is_data, is_hidden
from bot.news.html_media import embed_address, is_icon, picture_address

_PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")
_NESTED_ITEM = "– "
MAX_ITEM_DASHES = 4


@dataclass(slots=True)
class _Table:
    title: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    numbered: bool
    items: list[str] = field(default_factory=list)
    item_open: bool = False


@dataclass(slots=True)
class _Figure:
    start: int  # how many blocks stood before it
    early_caption: str = ""  # one that came before the picture


class BlockWriter:
    """Takes elements in document order and writes blocks; text gathers until a block element begins or ends."""

    def __init__(self, base_url: str | None) -> None:
        self._base_url = base_url
        self._blocks: list[Block] = []
        self._inline: list[str] = []
        self._level = 0
        self._quotes = 0
        self._quote: list[str] = []
        self._lists: list[_List] = []
        self._figures: list[_Figure] = []
        self._caption: list[str] | None = None
        self._caption_element: etree._Element | None = None
        self._table: _Table | None = None
        self._table_element: etree._Element | None = None
        self._code = 0

    def finish(self) -> tuple[Block, ...]:
        self._flush()
        self._close_groups()
        return tuple(block for block in self._blocks if block.kind is not BlockKind.PICTURE or block.url or block.text)

    def add(self, text: str | None) -> None:
        if text:
            # Runs of spaces are made one when the text is cleaned.
            text = text if self._code else text.replace("\n", " ").replace("\r", " ").replace("\f", " ")
            self._inline.append(text)

    def enter(self, element: etree._Element) -> bool:
        """Begin an element; False if nothing within it is to be read."""
        tag = element.tag
        if tag in UNSEEN or is_hidden(element):
            return False
        if tag in IMAGES:
            self._image(element)
            return False
        if tag in EMBEDS:
            self._embed(element)
            # An object that names nothing to show is what stands within it.
            if tag != "object" or embed_address(element, self._base_url):
                return False
        if tag == "noscript":
            self._noscript(element)
            return False
        if tag not in INLINE and tag not in ("br", "picture"):
            self._flush()
        if self._caption is None and is_caption(element):
            self._flush()
            self._caption, self._caption_element = [], element
        self._open(element)
        self.add(element.text)
        return True

    def leave(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "rt" and not has_rp(element):
            self._inline.append("）")
        elif tag == "q":
            self._inline.append("”")
        elif tag not in INLINE and tag not in ("br", "picture"):
            self._flush()
        if element is self._caption_element:
            self._flush()
            self._end_caption()
        self._close(element)

    def _open(self, element: etree._Element) -> None:
        match element.tag:
            case "br":
                self._inline.append("\n")
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6" as heading:
                self._level = int(heading[1])
            case "blockquote":
                self._quotes += 1
            case "ul" | "ol" | "dl" | "menu":
                self._open_list(numbered=element.tag == "ol")
            case "li" | "dt" | "dd" if self._lists:
                self._lists[-1].item_open = False
            case "figure":
                self._figures.append(_Figure(start=len(self._shown())))
            case "table" if self._table is None and is_data(element):
                self._table, self._table_element = _Table(), element
            case "tr" if self._table:
                self._table.rows.append([])
            case "pre":
                self._code += 1
            case "rt" if not has_rp(element):
                self._inline.append("（")
            case "q":
                self._inline.append("“")

    def _close(self, element: etree._Element) -> None:
        match element.tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._level = 0
            case "blockquote":
                self._quotes -= 1
                if not self._quotes and not self._lists:
                    self._close_groups()
            case "ul" | "ol" | "dl" | "menu":
                self._close_list()
            case "figure":
                self._end_figure()
            case "td" | "th" if self._table and self._table.rows:
                self._table.rows[-1].append(" ".join(self._table.cell))
                self._table.cell = []
            case "caption" if self._table:
                self._table.title, self._table.cell = self._table.cell, []
            case "table" if element is self._table_element:
                self._close_table()
            case "pre":
                self._code -= 1

    def _flush(self) -> None:
        """Turn the gathered text into paragraphs of whatever is open."""
        if not self._inline:
            return
        raw, self._inline = "".join(self._inline), []
        if not raw or raw.isspace():
            return
        if self._code and not self._table:
            code = "\n".join(_code_line(line) for line in raw.strip("\n").splitlines())
            if code.strip():
                self._emit(Block(kind=BlockKind.CODE, text=code))
            return
        for part in _PARAGRAPH_BREAK.split(raw) if "\n" in raw else (raw,):
            text = clean_text(part)
            if text:
                self._deliver(text)

    def _deliver(self, text: str) -> None:
        if self._caption is not None:
            self._caption.append(text)
        elif self._table:
            self._table.cell.append(text.replace("\n", " "))
        elif self._lists:
            self._add_item(text)
        elif self._level:
            self._emit(Block(kind=BlockKind.HEADING, text=text.replace("\n", " "), level=self._level))
        elif self._quotes:
            self._quote.append(text)
        elif self._figures and self._attach(text, self._figures[-1].start):
            pass  # a credit line in the figure, outside its caption
        else:
            self._emit(Block(kind=BlockKind.PARAGRAPH, text=text))

    def _emit(self, block: Block) -> None:
        if self._table:
            self._table.after.append(block)
            return
        self._close_groups()
        self._blocks.append(block)

    def _close_groups(self) -> None:
        """Write the open quote and the items of the open lists so far: what follows is no part of them."""
        if self._quote:
            self._blocks.append(Block(kind=BlockKind.QUOTE, text="\n".join(self._quote)))
            self._quote = []
        for group in self._lists[:1]:
            if group.items:
                items, group.items = tuple(group.items), []
                self._blocks.append(Block(kind=BlockKind.LIST, items=items, level=int(group.numbered)))

    def _open_list(self, *, numbered: bool) -> None:
        if not self._lists:
            self._close_groups()
        self._lists.append(_List(numbered))

    def _close_list(self) -> None:
        if len(self._lists) == 1:
            self._close_groups()
        self._lists.pop()

    def _add_item(self, text: str) -> None:
        """A list's items stand in its outermost list, those of lists within marked by a dash for each level."""
        items = self._lists[0].items
        if self._lists[-1].item_open and items:
            items[-1] += "\n" + text
        else:
            items.append(_NESTED_ITEM * min(len(self._lists) - 1, MAX_ITEM_DASHES) + text)
        self._lists[-1].item_open = True

    def _close_table(self) -> None:
        table, self._table, self._table_element = self._table, None, None
        assert table is not None
        rows = tuple(" | ".join(row).strip() for row in table.rows if any(row))
        for text in (*table.title, *table.cell):
            self._deliver(text)
        if rows:
            self._emit(Block(kind=BlockKind.TABLE, items=rows))
        for block in table.after:
            self._emit(block)

    def _image(self, element: etree._Element) -> None:
        if is_icon(element):
            self._inline.append(element.get("alt") or "")
            return
        self._picture(picture_address(element, self._base_url))

    def _picture(self, url: str | None) -> None:
        self._flush()
        last = self._blocks[-1] if self._blocks else None
        if last is None or last.kind is not BlockKind.PICTURE or last.url != url:
            self._emit(Block(kind=BlockKind.PICTURE, url=url))

    def _embed(self, element: etree._Element) -> None:
        poster = element.get("poster")
        if poster:
            image = etree.Element("img", src=poster)
            self._picture(picture_address(image, self._base_url))
        url = embed_address(element, self._base_url)
        if url:
            self._flush()
            self._emit(Block(kind=BlockKind.EMBED, url=url, text=clean_line(element.get("title") or "")))

    def _noscript(self, element: etree._Element) -> None:
        """The picture a lazy loader repeats for readers without scripts."""
        for image in element.iter("img"):
            url = picture_address(image, self._base_url)
            if url and not is_icon(image):
                self._picture(url)

    def _end_caption(self) -> None:
        caption, self._caption, self._caption_element = "\n".join(self._caption or ()), None, None
        if not caption:
            return
        start = self._figures[-1].start if self._figures else max(len(self._shown()) - 1, 0)
        if self._attach(caption, start):
            return
        if self._figures:
            self._figures[-1].early_caption = caption
        else:
            self._deliver(caption)

    def _end_figure(self) -> None:
        figure = self._figures.pop()
        if figure.early_caption and not self._attach(figure.early_caption, figure.start):
            self._deliver(figure.early_caption)

    def _attach(self, caption: str, start: int) -> bool:
        """Give the caption to the last picture or embed from `start` on; False if there is none."""
        blocks = self._shown()
        for index in range(len(blocks) - 1, start - 1, -1):
            block = blocks[index]
            if block.kind in (BlockKind.PICTURE, BlockKind.EMBED):
                text = f"{block.text}\n{caption}" if block.text and block.kind is BlockKind.PICTURE else caption
                blocks[index] = replace(block, text=text)
                return True
        return False

    def _shown(self) -> list[Block]:
        """Where pictures are written now."""
        return self._table.after if self._table else self._blocks


def _code_line(line: str) -> str:
    return re.sub(r"\S+", lambda word: clean_text(word[0]), line.expandtabs(4)).rstrip()
