"""Blocks as JSON: how the store keeps them, and how those of posts cross from the parsers. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, overload

from bot.models.articles import Block, BlockKind

_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_NAMES = Block._fields
NO_BLOCKS = "[]"


class PackedBlocks(Sequence[Block]):
    """Blocks that are taken apart again only when somebody looks at one: loading an archive stores them as they are."""

    __slots__ = ("json",)

    def __init__(self, json: str) -> None:
        self.json = json

    @overload
    def __getitem__(self, at: int) -> Block: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Block]: ...
    def __getitem__(self, at: int | slice) -> Block | Sequence[Block]:
        return load_blocks(self.json)[at]

    def __iter__(self) -> Iterator[Block]:
        return iter(load_blocks(self.json))

    def __len__(self) -> int:
        return len(load_blocks(self.json))

    def __bool__(self) -> bool:
        return self.json != NO_BLOCKS

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def shown(self) -> list[Block]:
        """Those that have an address: pictures and embeds."""
        return [_block(row) for row in json.loads(self.json) if "url" in row] if '"url":' in self.json else []


def packed(blocks: Iterable[Block]) -> PackedBlocks:
    """The blocks, ready to be stored."""
    return PackedBlocks(dump_blocks(blocks))


def dump_blocks(blocks: Iterable[Block]) -> str:
    """Blocks as JSON objects, each without what is empty."""
    if isinstance(blocks, PackedBlocks):
        return blocks.json
    return _json([{name: value for name, value in zip(_NAMES, block, strict=True) if value} for block in blocks])


def load_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of `dump_blocks`."""
    return () if text == NO_BLOCKS else tuple(map(_block, json.loads(text)))


def _block(row: dict[str, Any]) -> Block:
    row["kind"] = BlockKind(row["kind"])
    for name in ("items", "depths"):
        if name in row:
            row[name] = tuple(row[name])
    return Block(**row)
