"""Builders for blocks that take several elements: lists, tables, figures.

Each collects plain text and returns blocks; none looks at an element.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.models.articles import Block, BlockKind

MAX_DEPTH = 4  # of lists in lists; deeper items are shown at this depth
MAX_CREDIT_CHARS = 300  # a longer text in a figure, outside its caption, is a paragraph
MAX_CAPTION_CHARS = 2000  # longer, and what calls itself a caption is text

_CELL_BORDER = " | "
_WRITTEN_NUMBER = re.compile(r"\(?([1-9]\d{0,2})(?:[.)]\s+|、\s*)(?=\S)")  # before an item
_BULLET = re.compile(r"[•‣⁃∙●○◦▪▫■□▶►➢➤]\s*(?=\S)")
_BULLET_OR_DASH = re.compile(rf"(?:{_BULLET.pattern}|[-–—*·・+]\s+(?=\S))")  # a bullet, where every item has one
_SHOWS = (BlockKind.PICTURE, BlockKind.EMBED)


@dataclass(slots=True)
class Written:
    """The blocks written so far; the last picture or embed can be given a caption."""

    blocks: list[Block] = field(default_factory=list)
    _shown_last: int = -1  # index of the last picture or embed

    def add(self, block: Block) -> None:
        """Add a block, unless it shows the same picture or embed as the block before."""
        if block.kind in _SHOWS:
            last = self.blocks[-1] if self.blocks else None
            if block.url and last is not None and (last.kind, last.url) == (block.kind, block.url):
                return
            self._shown_last = len(self.blocks)
        self.blocks.append(block)

    def shows(self, block: Block) -> bool:
        """Whether the last block shows the same picture, maybe asked for in another size."""
        last = self.blocks[-1] if self.blocks else None
        if last is None or not last.url or not block.url or {last.kind, block.kind} != {BlockKind.PICTURE}:
            return False
        return last.url.partition("?")[0] == block.url.partition("?")[0]

    def give_caption(self, caption: str, *, start: int) -> bool:
        """Give the caption to the last picture or embed from index `start` on; False if there is none with room."""
        if self._shown_last < start or self._shown_last < 0:
            return False
        block = self.blocks[self._shown_last]
        if block.kind is BlockKind.PICTURE and block.text:
            caption = f"{block.text}\n{caption}"
            if len(caption) > MAX_CAPTION_CHARS:
                return False
        self.blocks[self._shown_last] = block._replace(text=caption)
        return True


@dataclass(slots=True)
class Figure:
    """An open figure."""

    start: int  # how many blocks stood before it
    early_captions: list[str] = field(default_factory=list)  # those that came before the picture


@dataclass(slots=True)
class _Level:
    """An open list: how many items it has had, and whether the last one has begun or has text."""

    number: int  # of its last item; always 0 for one without numbers
    numbered: bool
    begun: bool = False
    has_text: bool = False


@dataclass(slots=True)
class _Item:
    depth: int
    number: int
    lines: list[str]


class Lists:
    """The lists open now, one within the other; their items stand in one block."""

    def __init__(self) -> None:
        self.levels: list[_Level] = []
        self.items: list[_Item] = []  # so far

    def begin(self, *, numbered: bool, first: int = 1) -> None:
        self.levels.append(_Level(number=first - 1 if numbered else 0, numbered=numbered))

    def end(self) -> None:
        self.levels.pop()

    def begin_item(self) -> None:
        level = self.levels[-1]
        level.number += level.numbered
        level.begun, level.has_text = True, False

    def add(self, text: str) -> None:
        """A paragraph of the innermost list's item; text outside of any is an item of its own."""
        level = self.levels[-1]
        if level.has_text and self.items:
            self.items[-1].lines.append(text)
            return
        if not level.begun and not level.has_text:
            self.begin_item()
        self.items.append(_Item(min(len(self.levels) - 1, MAX_DEPTH), level.number, [text]))
        level.begun, level.has_text = False, True

    def take(self) -> Block | None:
        """The items so far as a block, or None; later items start a new block."""
        items, self.items = self.items, []
        if not items:
            return None
        _take_numbers(items)
        _take_bullets(items)
        depths = tuple(item.depth for item in items)
        return Block(
            kind=BlockKind.LIST,
            items=tuple(_item_text(item) for item in items),
            depths=depths if any(depths) else (),
            level=next((item.number for item in items if not item.depth), 0),
        )


class Table:
    """An open table of data."""

    def __init__(self) -> None:
        self.after = Written()  # what cannot stand in a cell
        self._title: list[str] = []
        self._rows: list[list[str]] = []
        self._cell: list[str] = []

    def add(self, text: str) -> None:
        self._cell.append(text.replace("\n", " ").replace(_CELL_BORDER, "|"))

    def begin_row(self) -> None:
        self._rows.append([])

    def end_cell(self) -> None:
        if self._rows:
            self._rows[-1].append(" ".join(self._cell))
            self._cell = []

    def end_title(self) -> None:
        self._title, self._cell = [*self._title, *self._cell], []

    def loose_texts(self) -> tuple[str, ...]:
        """Its title, and text that strayed between its cells."""
        return (*self._title, *self._cell)

    def block(self) -> Block | None:
        rows = tuple(_CELL_BORDER.join(row) for row in self._rows if any(row))
        return Block(kind=BlockKind.TABLE, items=rows) if rows else None


def _take_numbers(items: list[_Item]) -> None:
    """Make numbers that stand in the text of every outer item, in order, those of the list."""
    outer = [item for item in items if not item.depth]
    found = [_WRITTEN_NUMBER.match(item.lines[0]) for item in outer]
    numbers = [int(match[1]) for match in found if match]
    if len(outer) < 2 or len(numbers) < len(outer) or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
        return
    for item, match in zip(outer, filter(None, found), strict=True):
        item.number, item.lines[0] = int(match[1]), item.lines[0][match.end() :]


def _take_bullets(items: list[_Item]) -> None:
    """Leave out bullets that stand in the text of items, beside those of the list."""
    is_marked = len(items) > 1 and all(_BULLET_OR_DASH.match(item.lines[0]) for item in items)
    bullet = _BULLET_OR_DASH if is_marked else _BULLET
    for item in items:
        if found := bullet.match(item.lines[0]):
            item.lines[0] = item.lines[0][found.end() :]


def _item_text(item: _Item) -> str:
    """The item's text; one of a numbered list within another brings its number."""
    text = "\n".join(item.lines)
    return f"{item.number}. {text}" if item.depth and item.number else text
