"""Turns a stream of HTML elements into blocks: paragraphs, lists, quotes, tables, pictures with captions.

Takes elements and text in document order from `blocks`; parses nothing itself.
"""

from __future__ import annotations

import re

from lxml import etree

from bot.models.articles import Block, BlockKind
from bot.parsers.html.block_media import embedded, picture, without_scripts
from bot.parsers.html.block_parts import MAX_CAPTION_CHARS, MAX_CREDIT_CHARS, Figure, Lists, Table, Written
from bot.parsers.html.elements import (
    EMBEDS,
    IMAGES,
    RUNS_ON,
    SAYING,
    SHAPING,
    UNSEEN,
    first_number,
    has_rp,
    is_caption,
    is_data,
    is_hidden,
)
from bot.parsers.html.embeds import PLAYERS, embed_address, post_address
from bot.parsers.html.media import is_icon
from bot.text.clean import clean_text

PARAGRAPH_BREAK = re.compile(r"\n[ \t]*\n\s*")
_NO_TEXT = PLAYERS | UNSEEN | IMAGES | EMBEDS | {"noscript"}


class BlockWriter:
    """Takes elements in document order and writes blocks; text gathers until a block element begins or ends."""

    def __init__(self, base_url: str | None) -> None:
        self._base_url = base_url
        self._written = Written()
        self._inline: list[str] = []
        self._level = 0
        self._quotes = 0
        self._quote: list[str] = []
        self._lists = Lists()
        self._figures: list[Figure] = []
        self._caption: list[str] | None = None
        self._caption_element: etree._Element | None = None
        self._table: Table | None = None
        self._table_element: etree._Element | None = None
        self._post: tuple[etree._Element, str] | None = None  # a quoted post, and where it stands
        self._code = 0

    def finish(self) -> tuple[Block, ...]:
        self._flush()
        self._close_groups()
        return tuple(
            block for block in self._written.blocks if block.kind is not BlockKind.PICTURE or block.url or block.text
        )

    def add(self, text: str) -> None:
        if not self._code:
            if not self._inline and text.isspace():
                return  # what stands between two elements: a paragraph begins behind it
            # Runs of spaces are made one when the text is cleaned.
            text = text.replace("\n", " ").replace("\r", " ").replace("\f", " ")
        self._inline.append(text)

    def enter(self, element: etree._Element) -> bool:
        """Begin an element; False if nothing within it is to be read."""
        tag = element.tag
        # Of most elements nothing is said: nothing hides them or names them a caption.
        says = not SAYING.isdisjoint(element.keys())
        if tag in _NO_TEXT:
            if not self._enter_no_text(element, tag):
                return False
        elif says and is_hidden(element):
            return False
        if self._inline and tag not in RUNS_ON:
            self._flush()
        if self._caption is None and (says or tag == "figcaption") and is_caption(element):
            self._flush()
            self._caption, self._caption_element = [], element
        if tag in SHAPING:
            self._open(element, tag)
        if text := element.text:
            self.add(text)
        return True

    def _enter_no_text(self, element: etree._Element, tag: str) -> bool:
        """Begin an element without text of its own; True if its content is to be read."""
        if tag in PLAYERS:
            self._link_to(post_address(element, self._base_url))
            return False
        if tag in UNSEEN or is_hidden(element):
            return False
        if tag in IMAGES:
            self._image(element)
            return False
        if tag in EMBEDS:
            self._show(*embedded(element, self._base_url))
            # An object that names nothing to show is what stands within it.
            return tag == "object" and not embed_address(element, self._base_url)
        repeated = self._shown().shows
        self._show(*(block for block in without_scripts(element, self._base_url) if not repeated(block)))
        return False

    def leave(self, element: etree._Element) -> None:
        tag = element.tag
        if tag not in RUNS_ON:
            if self._inline:
                self._flush()
        elif tag == "rt" and not has_rp(element):
            self._inline.append("）")
        elif tag == "q":
            self._inline.append("”")
        if element is self._caption_element:
            self._flush()
            self._end_caption()
        if tag in SHAPING:
            self._close(element, tag)
        if self._post is not None and element is self._post[0]:
            address, self._post = self._post[1], None
            self._link_to(address)

    def _open(self, element: etree._Element, tag: str) -> None:
        match tag:
            case "br":
                self._inline.append("\n")
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6" as heading:
                self._level = int(heading[1])
            case "blockquote":
                self._quotes += 1
                self._open_post(element)
            case "div":
                self._open_post(element)
            case "ul" | "ol" | "dl" | "menu":
                self._open_list(element)
            case "li" | "dt" | "dd" if self._lists.levels:
                self._lists.begin_item()
            case "figure":
                self._figures.append(Figure(start=len(self._shown().blocks)))
            case "table" if self._table is None and is_data(element):
                self._table, self._table_element = Table(), element
            case "tr" if self._table:
                self._table.begin_row()
            case "pre":
                self._code += 1
            case "rt" if not has_rp(element):
                self._inline.append("（")
            case "q":
                self._inline.append("“")

    def _close(self, element: etree._Element, tag: str) -> None:
        match tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._level = 0
            case "blockquote":
                self._quotes -= 1
                if not self._quotes and not self._lists.levels:
                    self._close_groups()
            case "ul" | "ol" | "dl" | "menu":
                if len(self._lists.levels) == 1:
                    self._close_groups()
                self._lists.end()
            case "figure":
                self._end_figure()
            case "td" | "th" if self._table:
                self._table.end_cell()
            case "caption" if self._table:
                self._table.end_title()
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
        if self._code and not self._table and not self._caption:  # behind words of a caption, code is more of them
            code = "\n".join(_code_line(line) for line in raw.strip("\n").splitlines())
            if code.strip():
                self._emit(Block(kind=BlockKind.CODE, text=code))
            return
        for part in PARAGRAPH_BREAK.split(raw) if "\n" in raw else (raw,):
            text = clean_text(part)
            if text:
                self._deliver(text)

    def _deliver(self, text: str) -> None:
        if self._caption is not None:
            self._caption.append(text)
        elif self._table:
            self._table.add(text)
        elif self._lists.levels:
            self._lists.add(text)
        elif self._level:
            self._emit(Block(kind=BlockKind.HEADING, text=text.replace("\n", " "), level=self._level))
        elif self._quotes:
            self._quote.append(text)
        elif self._figures and len(text) <= MAX_CREDIT_CHARS and self._give_caption(text):
            pass  # a credit line in the figure, outside its caption
        else:
            self._emit(Block(kind=BlockKind.PARAGRAPH, text=text))

    def _emit(self, block: Block) -> None:
        if self._table:
            self._table.after.add(block)
            return
        if self._quote or self._lists.items:
            self._close_groups()
        self._written.add(block)

    def _close_groups(self) -> None:
        """Write the open quote and the items of the open lists so far: what follows is no part of them."""
        if self._quote:
            self._written.add(Block(kind=BlockKind.QUOTE, text="\n".join(self._quote)))
            self._quote = []
        if self._lists.items and (items := self._lists.take()):
            self._written.add(items)

    def _open_list(self, element: etree._Element) -> None:
        if not self._lists.levels:
            self._close_groups()
        self._lists.begin(numbered=element.tag == "ol", first=first_number(element))

    def _open_post(self, element: etree._Element) -> None:
        if self._post is None and (address := post_address(element, self._base_url)):
            self._post = element, address

    def _close_table(self) -> None:
        table, self._table, self._table_element = self._table, None, None
        assert table is not None
        for text in table.loose_texts():
            self._deliver(text)
        for block in (table.block(), *table.after.blocks):
            if block is not None:
                self._emit(block)

    def _link_to(self, address: str | None) -> None:
        """A link to what stands elsewhere."""
        if address:
            self._show(Block(kind=BlockKind.EMBED, url=address))

    def _image(self, element: etree._Element) -> None:
        if is_icon(element):
            self._inline.append(element.get("alt") or "")
        else:
            self._show(picture(element, self._base_url))

    def _show(self, *blocks: Block) -> None:
        for block in blocks:
            self._flush()
            self._emit(block)

    def _end_caption(self) -> None:
        texts, self._caption, self._caption_element = self._caption or [], None, None
        caption = "\n".join(texts)
        if len(caption) > MAX_CAPTION_CHARS:
            for text in texts:
                self._deliver(text)
        elif caption and not self._give_caption(caption):
            if self._figures:
                self._figures[-1].early_captions.append(caption)
            else:
                self._deliver(caption)

    def _end_figure(self) -> None:
        figure = self._figures.pop()
        for caption in figure.early_captions:
            if not self._shown().give_caption(caption, start=figure.start):
                self._deliver(caption)

    def _give_caption(self, caption: str) -> bool:
        """Give the caption to the open figure's picture or embed, else to one just before; False if there is none."""
        shown = self._shown()
        return shown.give_caption(caption, start=self._figures[-1].start if self._figures else len(shown.blocks) - 1)

    def _shown(self) -> Written:
        """The blocks that pictures are added to now: those after an open table, else all."""
        return self._table.after if self._table else self._written


def _code_line(line: str) -> str:
    return re.sub(r"\S+", lambda word: clean_text(word[0]), line.expandtabs(4)).rstrip()
