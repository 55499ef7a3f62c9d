"""Blocks as JSON: how the store keeps them, and how those of posts cross from the parsers. Pure.

Most of what blocks say is the article's text, which is kept beside them: of a piece that comes next in it, the length
alone is kept. Any other piece (a caption, indented code) is kept as it is. Of a paragraph, which most blocks are, its
piece stands for all. In older databases all blocks are objects that hold their texts themselves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, overload

from bot.models.articles import Block, BlockKind

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NAMES = Block._fields
_NO_MORE = Block(kind=BlockKind.PARAGRAPH)[2:]  # what a paragraph has beside its text
NO_BLOCKS = "[]"


class PackedBlocks(Sequence[Block]):
    """Blocks that are taken apart again only when somebody looks at one: loading an archive stores them as they are."""

    __slots__ = ("json", "text")

    def __init__(self, json: str, text: str) -> None:
        self.json = json
        self.text = text  # the article's

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Block]: ...
    def __getitem__(self, at: int | slice) -> Block | Sequence[Block]:
        return load_blocks(self.json, self.text)[at]

    def __iter__(self) -> Iterator[Block]:
        return iter(load_blocks(self.json, self.text))

    def __len__(self) -> int:
        return len(json.loads(self.json))

    def __bool__(self) -> bool:
        return self.json != NO_BLOCKS

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def shown(self) -> list[Block]:
        """Those that have an address: pictures and embeds."""
        return [block for block in self if block.url] if '"url":' in self.json else []


class _Pieces:
    """The pieces of blocks, one after the other, and where in the article's text they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def kept(self, piece: str) -> int | str:
        """What is kept of the next piece: its length if it is what comes next in the text, else the piece."""
        if piece and self._text.startswith(piece, self._at):
            self._at += len(piece) + 1
            return len(piece)
        self._pass(piece)
        return piece

    def read(self, kept: int | str) -> str:
        """The next piece, of which this was kept."""
        if isinstance(kept, str):
            self._pass(kept)
            return kept
        start, self._at = self._at, self._at + kept + 1
        return self._text[start : start + kept]

    def _pass(self, piece: str) -> None:
        """Go on behind a piece that stands in the text without the white space around it: code."""
        bare = piece.strip()
        if bare and self._text.startswith(bare, self._at):
            self._at += len(bare) + 1


def packed(blocks: Iterable[Block], text: str) -> PackedBlocks:
    """The blocks of an article with this text, ready to be stored."""
    return PackedBlocks(dump_blocks(blocks, text), text)


def dump_blocks(blocks: Iterable[Block], text: str) -> str:
    """Blocks as JSON, each without what is empty; `text` is the article's, to be kept beside them."""
    if isinstance(blocks, PackedBlocks) and blocks.text == text:
        return blocks.json
    kept = _Pieces(text).kept
    rows: list[int | str | dict[str, Any]] = []
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH and block[2:] == _NO_MORE:
            rows.append(kept(block.text))
            continue
        row: dict[str, Any] = {name: value for name, value in zip(_NAMES, block, strict=True) if value}
        if block.text:
            row["text"] = kept(block.text)
        if block.items:
            row["items"] = list(map(kept, block.items))
        rows.append(row)
    return _json(rows)


def load_blocks(kept: str, text: str) -> tuple[Block, ...]:
    """The blocks of `dump_blocks`."""
    if kept == NO_BLOCKS:
        return ()
    read = _Pieces(text).read
    return tuple(_block(row, read) for row in json.loads(kept))


def _block(row: int | str | dict[str, Any], read: Callable[[int | str], str]) -> Block:
    if not isinstance(row, dict):
        return Block(BlockKind.PARAGRAPH, read(row))
    row["kind"] = BlockKind(row["kind"])
    if "text" in row:
        row["text"] = read(row["text"])
    if "items" in row:
        row["items"] = tuple(map(read, row["items"]))
    if "depths" in row:
        row["depths"] = tuple(row["depths"])
    return Block(**row)
