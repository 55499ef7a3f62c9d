"""Cuts off the lines that entries of a feed begin or end with alike: who to follow, where to comment, who may copy.

Pure. What most entries say there tells nothing of an article, whatever it says, and in whatever language. What a few
say, or what differs in its figures, goes only if it sounds like a notice, too: bulletins repeat themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.models.articles import Block, BlockKind, ParsedArticle
from bot.parsers.html.blocks import blocks_text
from summarizer import is_notice_at_edge

MIN_ENTRIES = 4  # that begin or end alike: fewer may tell the same
SHARE = 0.75  # of the entries with a text
MIN_NOTICES = 3  # entries with a line that sounds like a notice
MAX_LINES = 8  # at the beginning, and at the end, of a text
MAX_LINE_CHARS = 300

_UNREAD = (BlockKind.PICTURE, BlockKind.EMBED)
_FIGURES = re.compile(r"\d+")


def without_shared_lines(entries: Sequence[ParsedArticle]) -> tuple[ParsedArticle, ...]:
    """The entries without the lines that many of them begin or end with; whole, where nothing else is said."""
    kept = tuple(entries)
    for first in (False, True):
        if shared := _shared(kept, first=first):
            kept = tuple(_cut(entry, shared, first=first) for entry in kept)
    return kept


def _shared(entries: Sequence[ParsedArticle], *, first: bool) -> set[str]:
    edges = [set(_edge(entry, first=first)) for entry in entries]
    by_words = Counter(line for edge in edges for line in edge)
    by_form = Counter(form for edge in edges for form in set(map(_form, edge)))
    least = max(MIN_ENTRIES, SHARE * sum(bool(entry.text) for entry in entries))
    return {
        line
        for line, count in by_words.items()
        if count >= least
        or (by_form[_form(line)] >= MIN_NOTICES and is_notice_at_edge(line, first=first, is_repeated=True))
    }


def _edge(entry: ParsedArticle, *, first: bool) -> Iterator[str]:
    """The first, or last, lines that a notice may be."""
    lines = [line for block in entry.blocks if block.kind not in _UNREAD for line in _lines(block)]
    said = [line for line in map(str.strip, lines) if line]
    edge = said[:MAX_LINES] if first else said[-MAX_LINES:]
    return (line for line in edge if len(line) <= MAX_LINE_CHARS)


def _form(line: str) -> str:
    """A line without its figures: "12 comments" is as "3 comments"."""
    return _FIGURES.sub("0", line)


def _lines(block: Block) -> list[str]:
    """The lines of a block; a list is one, for half of a list makes no sense."""
    return [" ".join(block.items)] if block.items else block.text.split("\n")


def _cut(entry: ParsedArticle, shared: set[str], *, first: bool) -> ParsedArticle:
    kept = dict(enumerate(entry.blocks))
    edge = 0 if first else -1
    for at in sorted(kept, reverse=not first):
        block = kept[at]
        if block.kind in _UNREAD:
            continue
        lines = _lines(block)
        while lines and (not lines[edge].strip() or lines[edge].strip() in shared):
            lines.pop(edge)
        if lines:
            kept[at] = block if block.items else block._replace(text="\n".join(lines))
            break
        del kept[at]
    blocks = tuple(kept.values())
    text = blocks_text(blocks)
    return replace(entry, blocks=blocks, text=text) if text else entry
