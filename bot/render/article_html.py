"""Renders one block of an article as Rich HTML, whole or as much as a message still holds (pure).

https://core.telegram.org/bots/api#rich-messages
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import assert_never

from bot.models.articles import Block, BlockKind
from bot.models.digests import PictureRef
from bot.render.phrases import embed_link, picture_tag
from bot.render.rich_budget import RICH_BLOCKS, RichBudget
from bot.text.markup import escape, link

_MAX_COLUMNS = 20
_MAX_ITEM_LINES = 10  # each line is a block of its own; an item with more lines becomes one block
_OWN_NUMBER = re.compile(r"(\d{1,6})\. ")

_Item = tuple[int, str]  # depth and text


def block_html(block: Block, pictures: Mapping[str, PictureRef]) -> str:
    """The block as Rich HTML, or "" where it has nothing to show."""
    text = escape(block.text)
    match block.kind:
        case BlockKind.PARAGRAPH:
            return "".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip())
        case BlockKind.HEADING:
            level = min(max(block.level, 3), 6)
            return f"<h{level}>{text}</h{level}>" if text.strip() else ""
        case BlockKind.QUOTE:
            return f"<blockquote>{text.replace(chr(10), '<br/>')}</blockquote>" if text.strip() else ""
        case BlockKind.CODE:
            return f"<pre>{text}</pre>" if text.strip() else ""
        case BlockKind.LIST:
            depths = block.depths or (0,) * len(block.items)
            return _list(list(zip(depths, block.items, strict=True)), first=block.level)
        case BlockKind.TABLE:
            return _table(block.items)
        case BlockKind.PICTURE:
            return _picture(block, pictures)
        case BlockKind.EMBED:
            shown = embed_link(block)
            return f"<p>{shown}</p>" if shown.strip() else ""
        case kind:
            assert_never(kind)


def fitting_part(
    block: Block, pictures: Mapping[str, PictureRef], budget: RichBudget
) -> tuple[Block | None, Block | None]:
    """The part of the block that still fits, taken from `budget`, and the rest. Only lists and tables are split."""
    divisible = block.kind in (BlockKind.LIST, BlockKind.TABLE)
    if not (divisible and len(block.items) > RICH_BLOCKS) and budget.take(block_html(block, pictures)):
        return block, None
    if not divisible:
        return None, block
    low, high = 0, min(len(block.items), RICH_BLOCKS)  # binary search: at least `low` items fit, at most `high`
    while low < high:
        middle = (low + high + 1) // 2
        if budget.holds(block_html(_items(block, 0, middle), pictures)):
            low = middle
        else:
            high = middle - 1
    if not low:
        return None, block
    # A nested list stays with its item where both fit.
    low = next((at for at in range(low, 0, -1) if not (block.depths and block.depths[at])), low)
    now = _items(block, 0, low)
    budget.take(block_html(now, pictures))
    return now, _items(block, low, len(block.items))


def _items(block: Block, start: int, end: int) -> Block:
    """The list or table with only these items; the numbers of a numbered list continue."""
    before = block.depths[:start].count(0) if block.depths else start
    return block._replace(
        items=block.items[start:end],
        depths=block.depths[start:end],
        level=block.level + before if block.level else 0,
    )


def _list(items: Sequence[_Item], *, first: int) -> str:
    """The items as a list, deeper ones as nested lists. `first` is the first item's number, 0 for bullets."""
    if not items:
        return ""
    shallowest = accumulate((depth for depth, _ in items), min)
    starts = [at for at, ((depth, _), least) in enumerate(zip(items, shallowest, strict=True)) if depth == least]
    lines = []
    for start, end in zip(starts, (*starts[1:], len(items)), strict=True):
        lines.append(f"<li>{_item(items[start][1], _inner_list(items[start + 1 : end]))}</li>")
    opening = "ul" if not first else "ol" if first == 1 else f'ol start="{first}"'
    return f"<{opening}>{''.join(lines)}</{opening[:2]}>"


def _inner_list(items: Sequence[_Item]) -> str:
    """A nested list: numbered where its items begin with consecutive numbers, else with bullets."""
    outer = [text for depth, text in items if depth == items[0][0]]
    numbers = [int(match[1]) for match in map(_OWN_NUMBER.match, outer) if match]
    if not numbers or len(numbers) < len(outer) or numbers != list(range(numbers[0], numbers[0] + len(outer))):
        return _list(items, first=0)
    bare = [(depth, _OWN_NUMBER.sub("", text, count=1) if depth == items[0][0] else text) for depth, text in items]
    return _list(bare, first=numbers[0])


def _item(text: str, inner: str) -> str:
    lines = [escape(line) for line in text.split("\n") if line.strip()]
    if len(lines) > _MAX_ITEM_LINES:
        lines = [" ".join(lines)]
    if len(lines) <= 1 and not inner:
        return "".join(lines)
    return "".join(f"<p>{line}</p>" for line in lines) + inner


def _table(rows: Iterable[str]) -> str:
    cells = (row.split(" | ", _MAX_COLUMNS - 1) for row in rows)
    lines = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in cells)
    return f"<table bordered striped>{lines}</table>" if lines else ""


def _picture(block: Block, pictures: Mapping[str, PictureRef]) -> str:
    """The picture with its caption; only the linked caption where the picture is not ready to send."""
    ref = pictures.get(block.url or "")
    caption = escape(block.text.replace("\n", " "))
    if ref is None:
        return f"<p><i>🖼 {link(block.url, block.text)}</i></p>" if caption else ""
    image = picture_tag(ref)
    return f"<figure>{image}<figcaption>{caption}</figcaption></figure>" if caption else image
