"""Parses a post (front matter, then an HTML or Markdown body) into an article. Opens no files.

Everything a generator or a person gets wrong is repaired with a note, or the post is refused with a reason.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Generator, Iterator, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any
from urllib.parse import quote

from markdown_it import MarkdownIt

from bot.models.articles import Block, BlockKind, CategoryPath, ParsedArticle, ParseFailed
from bot.models.packed_blocks import packed
from bot.parsers.html.blocks import blocks_text, html_blocks, text_blocks
from bot.parsers.html.picture_choice import Candidate, block_candidates, choose
from bot.parsers.posts.front_matter import Fields, split_front_matter
from bot.text.characters import BINARY_CONTROLS, BYTE_ORDER_MARK
from bot.text.charset import decode_html
from bot.text.clean import (
    category_path,
    clean_line,
    clean_markup_title,
    is_blank,
    shorten,
    without_controls,
)
from bot.text.dates import parse_date
from bot.web.urls import canonical_url, picture_url, site_of

TITLE_FROM_TEXT_CHARS = 80
MIN_DISTINCT_TITLE_BYTES = 12  # in UTF-8: a shorter title ("201", "12:00") is no name for an article, "潮水上漲" is one
MIN_RESTORED_TITLE_CHARS = 8
RESTORING_BLOCKS = 10  # where a text repeats its title it does so early
RESTORING_CHARS = 1000
MAX_MARKDOWN_BRACKETS = 50_000  # each may begin a link, and costs up to 30 microseconds: 1 MB of them 30 s
MAX_CONTROL_SHARE = 0.02  # of the characters; a file with more is no text

PostSteps = Generator[None, None, ParsedArticle | ParseFailed]

_LINK_FIELDS = ("link", "url", "permalink")
_PICTURE_FIELDS = ("thumbnail", "headimg", "cover", "image")
_CONTROLS = re.compile(f"[{BINARY_CONTROLS}]")
_STARTS_WITH_TAG = re.compile(
    r"\s*<(?:!--|/?(?:div|p|figure|picture|img|h[1-6]|section|article|table|ul|ol|blockquote|iframe|video|span|br|a|b|"
    r"strong|em|center|font|main|header|html|body|meta|style|script|pre|hr|dl)\b)",
    re.IGNORECASE,
)
# What programs write for "no title", and titles of ASCII punctuation alone.
_SAYS_NOTHING = re.compile(r"null|none|undefined|nan|untitled|[!-/:-@\[-`{-~\s]+", re.IGNORECASE)
# Read from "://" on, which stands in few places: what is before it, and what follows.
_SOURCE_BEFORE = re.compile(r"""\b(?:src|href)\s*=\s*["']?(https?)\Z""", re.IGNORECASE)
_SOURCE_BEFORE_CHARS = 100
_SOURCE_BEHIND = re.compile(r"""://[^\s"'<>]+""")
# The generator writes "_" for these in titles, since it makes file names of them.
_REPLACED_IN_TITLES = r"[:/\\?*“”\"<>|\[\]_]"


def parse_post(data: bytes, *, stem: str, link: str | None = None) -> ParsedArticle | ParseFailed:
    """The article of a post's bytes; `stem` is the file's name without suffix, `link` the source's link template.

    The key is made of what names the article in its front matter: its `id` or own link, else title, date and author.
    So it outlives a renamed folder or file and an edited body. Only where these say too little do others count too:
    the thumbnail beside a title of a few characters, the file's name where there is no title or no date.
    """
    steps = post_steps(data, stem=stem, link=link)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: ParsedArticle | ParseFailed = end.value
            return found


def post_steps(data: bytes, *, stem: str, link: str | None = None) -> PostSteps:
    """`parse_post`, which stops behind each step.

    Who reads many posts takes each step for all of them before the next: what a step needs (libxml2, YAML, tables of
    patterns) does not fit into a processor's cache together with what the others need, and is fetched once, not for
    each post. It saves a quarter of the time.
    """
    text = _readable(data)
    if isinstance(text, ParseFailed):
        return text
    yield
    parts = split_front_matter(text)
    fields, notes = parts.fields, list(parts.notes)
    yield
    published_at = _date(fields, "date", notes)
    own_link = next((url for url in (canonical_url(value) for value in _texts(fields, *_LINK_FIELDS)) if url), None)
    url = _from_template(link, stem, published_at) or own_link
    base_url = own_link or _pictures_site(fields) or url or _first_absolute(parts.body)
    yield
    blocks = _body_blocks(parts.body, base_url, notes)
    if not blocks:
        blocks = html_blocks(next(_texts(fields, "description", "summary", "excerpt"), ""))
        notes.append("the body is empty")
    yield
    written = clean_markup_title(next(_texts(fields, "title"), ""))
    title = _title(written, blocks, stem, notes)
    if title is None:
        return ParseFailed(reason="The post has no title, no text and no pictures.")
    pictures, authors = _pictures(fields, blocks, base_url, notes), _authors(fields)
    body = blocks_text(blocks)
    return ParsedArticle(
        key=_key(fields, written, authors, stem=stem, own_link=own_link, is_dated=published_at is not None),
        title=title,
        url=url,
        authors=authors,
        categories=_categories(fields),
        text=body,
        blocks=packed(blocks, body),
        language=next((clean_line(value)[:35] for value in _texts(fields, "lang", "language")), None),
        published_at=published_at,
        updated_at=parse_date(next(_texts(fields, "updated"), "")),
        thumbnail_url=next(iter(pictures), None),
        more_pictures=pictures[1:],
        notes=tuple(notes),
    )


def _readable(data: bytes) -> str | ParseFailed:
    """The text of a file, unless it is empty or binary."""
    text = decode_html(data)
    if not text.strip(f"\x00 \n\r\t{BYTE_ORDER_MARK}"):
        return ParseFailed(reason="The file is empty.")
    readable = without_controls(text)
    if readable is not text and len(_CONTROLS.findall(text)) > MAX_CONTROL_SHARE * len(text):
        return ParseFailed(reason="The file is no text: it holds binary data.")
    return readable


def _texts(fields: Fields, *names: str) -> Iterator[str]:
    """The texts of these fields that are there and not blank, in this order."""
    for name in names:
        value = fields.get(name)
        if isinstance(value, str) and not is_blank(value):
            yield value.strip()


def _date(fields: Fields, name: str, notes: list[str]) -> datetime | None:
    written = next(_texts(fields, name), "")
    found = parse_date(written)
    if found is None:
        notes.append(f"the date cannot be read: {shorten(clean_line(written), 40)}" if written else "no date")
    return found


def _from_template(template: str | None, stem: str, published_at: datetime | None) -> str | None:
    """The public link; None without a template, or if it asks for a date that the post has not."""
    if not template or (published_at is None and re.search(r"\{(?:year|month|day)\}", template)):
        return None
    values = {"stem": quote(stem, safe="")}
    if published_at:
        values |= {"year": f"{published_at:%Y}", "month": f"{published_at:%m}", "day": f"{published_at:%d}"}
    return canonical_url(re.sub(r"\{(\w+)\}", lambda match: values.get(match[1], match[0]), template))


def _pictures_site(fields: Fields) -> str | None:
    return next(
        (site for site in (site_of(picture_url(value)) for value in _texts(fields, *_PICTURE_FIELDS)) if site), None
    )


def _first_absolute(body: str) -> str | None:
    at = body.find("://")
    while at >= 0:
        before = _SOURCE_BEFORE.search(body, max(at - _SOURCE_BEFORE_CHARS, 0), at)
        behind = _SOURCE_BEHIND.match(body, at) if before else None
        if before and behind:
            return site_of(before[1] + behind[0])
        at = body.find("://", at + 3)
    return None


def _body_blocks(body: str, base_url: str | None, notes: list[str]) -> tuple[Block, ...]:
    if _STARTS_WITH_TAG.match(body):
        return html_blocks(body, base_url)
    if body.count("[") > MAX_MARKDOWN_BRACKETS:
        notes.append("too many brackets for Markdown; read as plain text")
        return text_blocks(body)
    return html_blocks(_markdown().render(body), base_url)


@lru_cache(maxsize=1)
def _markdown() -> MarkdownIt:
    # Text that merely begins with spaces is no code: many a plain text indents its paragraphs.
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).disable("code")


def _title(written: str, blocks: tuple[Block, ...], stem: str, notes: list[str]) -> str | None:
    if written and not _SAYS_NOTHING.fullmatch(written):
        return _restored(written, blocks)
    candidates = (
        ("heading", (block.text for block in blocks if block.kind is BlockKind.HEADING)),
        ("text", (shorten(line, TITLE_FROM_TEXT_CHARS) for line in blocks_text(blocks).split("\n"))),
        ("caption", (block.text for block in blocks)),
        ("file's name", (stem if blocks and not written else "",)),
    )
    for origin, texts in candidates:
        title = next((line for line in map(clean_markup_title, texts) if line), None)
        if title:
            notes.append(f"no title; taken from the {origin}")
            return title
    return written or None


def _restored(title: str, blocks: tuple[Block, ...]) -> str:
    """The title with the characters that the generator replaced by "_", where the text repeats it."""
    name = title.removesuffix("...").removesuffix("…").rstrip()
    if "_" not in name or len(name) < MIN_RESTORED_TITLE_CHARS:
        return title
    pattern = re.compile(re.escape(name).replace("_", _REPLACED_IN_TITLES).replace(r"\ ", r"\s+"))
    for block in blocks[:RESTORING_BLOCKS]:
        match = pattern.search(block.text[:RESTORING_CHARS])
        if match:
            return clean_line(match[0]) + title[len(name) :]
    return title


def _authors(fields: Fields) -> tuple[str, ...]:
    written = fields.get("author") or fields.get("authors") or ()
    names = [written] if isinstance(written, str) else written
    cleaned = (_author(name) for name in names if isinstance(name, str))
    return tuple(name for name in cleaned if not is_blank(name))


@lru_cache(maxsize=256)  # a folder's posts name the same few people and categories again and again
def _author(name: str) -> str:
    return shorten(clean_line(name), 100)


def _categories(fields: Fields) -> tuple[CategoryPath, ...]:
    """A list is one path, parent first; a text one category; a list with lists in it several paths."""
    written = fields.get("categories") or fields.get("category") or ()
    items: list[Any] = [written] if isinstance(written, str) else list(written)
    if not any(isinstance(item, list) for item in items):
        items = [items]
    paths = (
        _category(tuple(name for name in (item if isinstance(item, list) else [item]) if isinstance(name, str)))
        for item in items
    )
    return tuple(dict.fromkeys(path for path in paths if path))


_category = lru_cache(maxsize=256)(category_path)


def _pictures(fields: Fields, blocks: tuple[Block, ...], base_url: str | None, notes: list[str]) -> tuple[str, ...]:
    """The pictures named in the front matter, then those of the body, without icons, logos and the like."""
    named = [picture_url(value, base_url) for value in _texts(fields, *_PICTURE_FIELDS)]
    if None in named:
        notes.append("the thumbnail's address is none that can be fetched")
    return choose([*(Candidate(url=url, chosen=True) for url in named if url), *block_candidates(blocks)])


def _key(fields: Fields, title: str, authors: Sequence[str], *, stem: str, own_link: str | None, is_dated: bool) -> str:
    named = next(_texts(fields, "id", "guid"), None) or own_link
    if named:
        return _digest(named)
    parts = [title, next(_texts(fields, "date"), ""), *authors]
    if len(title.encode()) < MIN_DISTINCT_TITLE_BYTES:
        parts += _texts(fields, *_PICTURE_FIELDS)
    if not title or not is_dated:
        parts.append(stem)
    return _digest("\n".join(parts))


def _digest(text: str) -> str:
    return f"post:{hashlib.blake2b(text.encode('utf-8', 'replace'), digest_size=16).hexdigest()}"
