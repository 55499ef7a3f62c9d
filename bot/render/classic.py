"""Renders a digest, or a whole article, as classic messages, for servers and chats without rich ones (pure).

Pictures come first, as an album or a photo whose caption holds the beginning; the rest of the text follows in parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count, repeat, takewhile
from typing import assert_never

from bot.models.articles import Article, Block, BlockKind
from bot.models.digests import Digest, DigestItem, PictureRef
from bot.models.messages import AlbumContent, Content, PhotoContent, TextContent
from bot.render.phrases import (
    QUOTED_MARK,
    SEPARATOR,
    Reader,
    also_line,
    article_blocks,
    article_line,
    category_name,
    closing_note,
    continued_note,
    date_line,
    embed_link,
    headline,
    is_quoted,
    original_link,
    picture_urls,
    source_line,
    summary_text,
    title_link,
    title_text,
    translated_title,
)
from bot.text.markup import (
    CAPTION_UNITS,
    MAX_ENTITIES,
    entity_count,
    escape,
    split_messages,
    visible_length,
)

MAX_ALBUM = 10
MAX_HEADLINES = 10
_BETWEEN = "\n\n"
_INDENT = "\u2003"


def render_classic(digest: Digest, reader: Reader, *, closing: str = "", dated: bool = True) -> tuple[Content, ...]:
    """The digest in as few messages as hold it, in reading order. `closing`: plain text.

    Not `dated`: a message before it says which day it is.
    """
    note, marked = closing_note(digest.items, reader)
    heading = f"<b>{escape(category_name(digest.category, reader))}</b>"
    if dated:
        heading += f"\n<i>{date_line(digest, reader)}</i>"
    stories = [_story(item, digest, reader, marked=marked) for item in digest.items]
    ends = [f"<i>{line}</i>" for line in (note, escape(closing)) if line]
    blocks = [heading, *stories, _headlines(digest, reader), *ends]
    return _with_pictures(_album(digest.items), [block for block in blocks if block])


def _album(items: Sequence[DigestItem]) -> tuple[PictureRef, ...]:
    """The pictures above the text. Without any, one drawn card; more cards would only repeat the titles."""
    pictures = [item.picture for item in items if item.picture and not item.is_card]
    cards = [item.picture for item in items if item.picture and item.is_card]
    distinct = {picture.key: picture for picture in (pictures or cards[:1])}
    return tuple(distinct.values())[:MAX_ALBUM]


def render_article_classic(
    article: Article, reader: Reader, *, pictures: Mapping[str, PictureRef]
) -> tuple[Content, ...]:
    """The whole article for "read here": an album of its pictures, then its text in parts."""
    body = article_blocks(article)
    shown = {pictures[url].key: pictures[url] for url in picture_urls(article) if url in pictures}
    heading = f"<b>{escape(title_text(article))}</b>\n<i>{article_line(article, reader)}</i>"
    blocks = [heading, *(_block(block) for block in body), original_link(article, reader)]
    return _with_pictures(tuple(shown.values())[:MAX_ALBUM], [block for block in blocks if block.strip()])


def _with_pictures(pictures: Sequence[PictureRef], blocks: Sequence[str]) -> tuple[Content, ...]:
    """The pictures with as many blocks as fit into the caption, then the other blocks as texts."""
    if not pictures:
        return tuple(TextContent(html=part) for part in split_messages(blocks))
    leading = sum(1 for _ in takewhile(lambda end: end <= len(blocks) and _is_caption(blocks[:end]), count(1)))
    caption = _BETWEEN.join(blocks[:leading])
    first: Content = (
        PhotoContent(picture=pictures[0], html=caption)
        if len(pictures) == 1
        else AlbumContent(pictures=tuple(pictures), html=caption)
    )
    return (first, *(TextContent(html=part) for part in split_messages(blocks[leading:])))


def _is_caption(blocks: Sequence[str]) -> bool:
    html = _BETWEEN.join(blocks)
    return visible_length(html) <= CAPTION_UNITS and entity_count(html) <= MAX_ENTITIES


def _story(item: DigestItem, digest: Digest, reader: Reader, *, marked: bool) -> str:
    mark = f" {QUOTED_MARK}" if marked and is_quoted(item) else ""
    moment = escape(reader.time(item.article.published_at, seen_from=digest.until))
    parts = [source_line(item.article, reader), moment, *continued_note(item.article, digest, reader)]
    if item.also:
        parts.append(also_line(item.also, reader))
    lines = [f"<b>{title_link(item.article, reader)}</b>"]
    if translated := translated_title(item):
        lines = [f"<b>{translated}</b>", f"<i>{title_link(item.article, reader)}</i>"]
    if item.summary:
        lines.append(f"{summary_text(item)}{mark}")
    return "\n".join((*lines, f"<i>{SEPARATOR.join(parts)}</i>"))


def _headlines(digest: Digest, reader: Reader) -> str:
    lines = [f"• {headline(article, digest, reader)}" for article in digest.more[:MAX_HEADLINES]]
    if unlisted := len(digest.more) - len(lines):
        lines.append(escape(reader.say("digest-unlisted", count=unlisted)))
    return "\n".join(lines)


def _list_lines(block: Block) -> Iterator[str]:
    """The items with bullets or numbers; those of nested lists are indented."""
    numbers = count(block.level)
    for item, depth in zip(block.items, block.depths or repeat(0), strict=False):
        if depth:
            yield f"{_INDENT * depth}– {escape(item)}"
        else:
            yield f"{next(numbers)}. {escape(item)}" if block.level else f"• {escape(item)}"


def _block(block: Block) -> str:
    """The block as classic HTML; of a picture only the caption."""
    text = escape(block.text)
    match block.kind:
        case BlockKind.PARAGRAPH:
            return text
        case BlockKind.HEADING:
            return f"<b>{text}</b>" if text else ""
        case BlockKind.QUOTE:
            return f"<blockquote>{text}</blockquote>" if text else ""
        case BlockKind.CODE | BlockKind.TABLE:
            lines = text or escape("\n".join(block.items))
            return f"<pre>{lines}</pre>" if lines else ""
        case BlockKind.LIST:
            return "\n".join(_list_lines(block))
        case BlockKind.PICTURE:
            return f"<i>🖼 {text}</i>" if text else ""
        case BlockKind.EMBED:
            return embed_link(block)
        case kind:
            assert_never(kind)
