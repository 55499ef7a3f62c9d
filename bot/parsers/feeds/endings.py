"""Cuts off the lines that the texts of a feed's entries end with alike: who to follow, where to comment, who may copy.

Pure. Whatever they say, and in whatever language, they tell nothing of an article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.models.articles import Block, BlockKind, ParsedArticle
from bot.parsers.html.blocks import blocks_text

MIN_ENTRIES = 4  # that end alike: fewer may tell the same
SHARE = 0.75  # of the entries with a text
MAX_LINES = 8  # at the end of a text
MAX_LINE_CHARS = 300

_UNREAD = (BlockKind.PICTURE, BlockKind.EMBED)


def without_shared_endings(entries: Sequence[ParsedArticle]) -> tuple[ParsedArticle, ...]:
    """The entries without the last lines that most of them have, word by word; whole, where nothing else is said."""
    endings = Counter(line for entry in entries for line in set(_endings(entry)))
    least = max(MIN_ENTRIES, SHARE * sum(bool(entry.text) for entry in entries))
    shared = {line for line, count in endings.items() if count >= least}
    return tuple(_cut(entry, shared) for entry in entries) if shared else tuple(entries)


def _endings(entry: ParsedArticle) -> Iterator[str]:
    """The last lines that a notice may be."""
    lines = [line for block in entry.blocks if block.kind not in _UNREAD for line in _lines(block)]
    said = [line for line in map(str.strip, lines) if line]
    return (line for line in said[-MAX_LINES:] if len(line) <= MAX_LINE_CHARS)


def _lines(block: Block) -> list[str]:
    """The lines of a block; a list is one, for half of a list makes no sense."""
    return [" ".join(block.items)] if block.items else block.text.split("\n")


def _cut(entry: ParsedArticle, shared: set[str]) -> ParsedArticle:
    kept = list(entry.blocks)
    for at in reversed(range(len(kept))):
        if kept[at].kind in _UNREAD:
            continue
        lines = _lines(kept[at])
        while lines and (not lines[-1].strip() or lines[-1].strip() in shared):
            lines.pop()
        if lines:
            kept[at] = kept[at] if kept[at].items else kept[at]._replace(text="\n".join(lines).rstrip())
            break
        del kept[at]
    text = blocks_text(kept)
    return replace(entry, blocks=tuple(kept), text=text) if text else entry
