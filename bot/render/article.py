"""Renders a whole article as rich messages for "read here" (pure): in pages, where it is longer than a message.

A page ends between paragraphs, list items or table rows, never after a heading. No part of the article is left out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.models.articles import Article, Block, BlockKind
from bot.models.digests import PictureRef
from bot.models.messages import RichContent
from bot.render.article_html import block_html, fitting_part
from bot.render.phrases import (
    SEPARATOR,
    Reader,
    article_blocks,
    article_deep_link,
    article_line,
    original_link,
    reads_right_to_left,
    title_text,
)
from bot.render.rich_budget import RICH_BLOCKS, RICH_UNITS, RichBudget
from bot.text.markup import CAPTION_UNITS, escape, link, plain, split_html, utf16_length
from bot.texts import Say

PIECE_UNITS = 4000  # a longer text is split, so that no page stays mostly empty
MAX_MOVED_HEADINGS = 3  # headings at the end of a page that move to the next one with their text
# Reserved for the closing line of a page, which is known only after all pages are.
_RESERVED_UNITS = 400
_RESERVED_BLOCKS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _PageNumber:
    """The number of a page, from 1, and how many pages there are."""

    page: int
    pages: int


def render_article_rich(
    article: Article, reader: Reader, *, pictures: Mapping[str, PictureRef], page: int = 1
) -> RichContent:
    """A page of the article, counted from 1; beyond the last page, the last.

    `pictures` maps the URLs of the article's pictures to those that are ready to send.
    """
    title = _title(article, article_line(article, reader))
    pages = _paged(_split_blocks(article_blocks(article)), pictures, title)
    number = _PageNumber(page=min(max(page, 1), len(pages)), pages=len(pages))
    shown = pages[number.page - 1]
    if number.page > 1:
        title = _title(article, escape(_part(number, reader.say)))
    body = "".join(block_html(block, pictures) for block in shown)
    used = {ref.key: ref for block in shown if (ref := _picture_of(block, pictures))}
    return RichContent(
        html=f"{title}{body}{_closing(article, number, reader)}",
        pictures=tuple(used.values()),
        rtl=reads_right_to_left([article.language]),
    )


def count_pages(article: Article, reader: Reader, *, pictures: Mapping[str, PictureRef]) -> int:
    """How many pages `render_article_rich` makes of the article."""
    title = _title(article, article_line(article, reader))
    return len(_paged(_split_blocks(article_blocks(article)), pictures, title))


def _title(article: Article, line: str) -> str:
    return f"<h2>{escape(title_text(article))}</h2><p><i>{line}</i></p>"


def _part(number: _PageNumber, say: Say) -> str:
    return say("digest-part", part=number.page, parts=number.pages)


def _closing(article: Article, number: _PageNumber, reader: Reader) -> str:
    """The closing line: links to the next page and to the original.

    An article that is not in the store has no deep link to its next page; a button below the message leads there.
    """
    parts = []
    if number.page < number.pages and article.id and reader.bot_username:
        words = reader.say("digest-read-on", part=number.page + 1, parts=number.pages)
        parts.append(link(article_deep_link(article, reader.bot_username, page=number.page + 1), words))
    elif number.page < number.pages:
        parts.append(escape(_part(number, reader.say)))
    if original := original_link(article, reader):
        parts.append(original)
    return f"<footer>{SEPARATOR.join(parts)}</footer>" if parts else ""


def _paged(blocks: Iterable[Block], pictures: Mapping[str, PictureRef], title: str) -> list[list[Block]]:
    """The blocks in as few pages as hold them, at least one page."""
    pages: list[list[Block]] = [[]]
    budget, moved = _budget(title), 0
    waiting = deque(block for block in blocks if block_html(block, pictures))
    while waiting:
        now, later = fitting_part(waiting.popleft(), pictures, budget)
        if now is not None:
            pages[-1].append(now)
        if later is not None:
            waiting.appendleft(later)
            while len(pages[-1]) > 1 and pages[-1][-1].kind is BlockKind.HEADING and moved < MAX_MOVED_HEADINGS:
                waiting.appendleft(pages[-1].pop())
                moved += 1
            moved = 0
            pages.append([])
            budget = _budget(title)
    return pages


def _budget(title: str) -> RichBudget:
    budget = RichBudget(units=RICH_UNITS - _RESERVED_UNITS, blocks=RICH_BLOCKS - _RESERVED_BLOCKS)
    budget.take(title)
    return budget


def _split_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, with those split that are too long for a page."""
    for block in blocks:
        match block.kind:
            case BlockKind.PARAGRAPH:
                for line in filter(str.strip, block.text.split("\n")):
                    yield from (block._replace(text=part) for part in _split(line))
            case BlockKind.LIST | BlockKind.TABLE:
                yield _with_split_items(block)
            case BlockKind.QUOTE | BlockKind.CODE:
                yield from (block._replace(text=part) for part in _split(block.text))
            case _:  # a heading, a caption, or the text beside a link
                first, *rest = _split(block.text, CAPTION_UNITS) or ("",)
                yield block._replace(text=first)
                yield from (Block(kind=BlockKind.PARAGRAPH, text=part) for part in rest)


def _with_split_items(block: Block) -> Block:
    depths = block.depths or (0,) * len(block.items)
    parts = [(part, depth) for item, depth in zip(block.items, depths, strict=True) for part in _split(item)]
    return block._replace(
        items=tuple(part for part, _ in parts),
        depths=tuple(depth for _, depth in parts) if block.depths else (),
    )


def _split(text: str, limit: int = PIECE_UNITS) -> tuple[str, ...]:
    return (text,) if utf16_length(text) <= limit else tuple(map(plain, split_html(escape(text), limit=limit)))


def _picture_of(block: Block, pictures: Mapping[str, PictureRef]) -> PictureRef | None:
    return pictures.get(block.url or "") if block.kind is BlockKind.PICTURE else None
