"""Turns one entry of any feed format into a ParsedArticle: title, body, address, key, best picture, dates.

Pure. The formats themselves are read in `feeds` and `json_feed`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.models.articles import Block, CategoryPath, ParsedArticle
from bot.parsers.html.blocks import blocks_text, html_blocks, text_blocks
from bot.parsers.html.picture_choice import Candidate, block_candidates, choose, widest_first
from bot.text.clean import category_path, clean_line, clean_markup_title, clean_title, shorten
from bot.web.urls import canonical_url, picture_url, web_url

MAX_AUTHORS = 10
MAX_AUTHOR_CHARS = 100
MAX_CATEGORIES = 8
MAX_KEY_CHARS = 300
TITLE_FROM_TEXT_CHARS = 100

_MAIL = re.compile(r"<?\b[^\s@<>()]{1,64}@[^\s@<>()]{1,190}>?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A text of an entry: HTML or plain."""

    text: str
    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """An entry as its format gives it. `addresses` and `pictures` are in order of preference."""

    guid: str = ""
    addresses: tuple[str, ...] = ()
    title: str = ""
    plain_title: bool = False  # markup in it is meant to be seen
    content: Body | None = None
    summary: Body | None = None
    pictures: tuple[Candidate, ...] = ()  # named beside the text; addresses may be relative
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    language: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    base_url: str | None = None


def finish_entry(raw: RawEntry) -> ParsedArticle | None:
    """The article of an entry; None for an entry with neither title, text nor address."""
    absolute = (web_url(address, raw.base_url) for address in raw.addresses if address.strip())
    url = next(filter(None, (canonical_url(address) for address in absolute if address)), None)
    blocks = _best_blocks(raw, raw.base_url or url)
    text = blocks_text(blocks)
    title = clean_title(raw.title) if raw.plain_title else clean_markup_title(raw.title)
    caption = next((block.text for block in blocks if block.text), "")
    title = title or _title_from(text) or _title_from(caption) or url or ""
    if not title:
        return None
    pictures = choose([*widest_first(_named(raw.pictures, raw.base_url or url)), *block_candidates(blocks)])
    return ParsedArticle(
        key=_key(raw.guid, url, title, text),
        title=title,
        url=url,
        authors=tuple(dict.fromkeys(filter(None, map(_person, raw.authors))))[:MAX_AUTHORS],
        categories=_paths(raw.categories),
        text=text,
        blocks=blocks,
        language=raw.language or None,
        published_at=raw.published_at or raw.updated_at,
        updated_at=raw.updated_at,
        thumbnail_url=next(iter(pictures), None),
        more_pictures=pictures[1:],
    )


def distinct_keys(articles: Iterable[ParsedArticle]) -> tuple[list[ParsedArticle], int]:
    """The articles with distinct keys, and the number of repeated entries that were left out.

    Where different entries share a guid, their address or title becomes part of the key.
    """
    kept: dict[str, ParsedArticle] = {}
    repeated = 0
    for article in articles:
        twin = kept.get(article.key)
        if twin is not None and (twin.url, twin.title) != (article.url, article.title):
            article = replace(article, key=_short(f"{article.key} {article.url or article.title}"))
            twin = kept.get(article.key)
        if twin is None:
            kept[article.key] = article
        else:
            repeated += 1
    return list(kept.values()), repeated


def _best_blocks(raw: RawEntry, base_url: str | None) -> tuple[Block, ...]:
    """The blocks of the content, or of the summary where it is longer."""
    content, summary = (_blocks(body, base_url) for body in (raw.content, raw.summary))
    return summary if len(blocks_text(summary)) > len(blocks_text(content)) or not content else content


def _blocks(body: Body | None, base_url: str | None) -> tuple[Block, ...]:
    if body is None:
        return ()
    return text_blocks(body.text) if body.plain else html_blocks(body.text, base_url)


def _named(pictures: Iterable[Candidate], base_url: str | None) -> Iterator[Candidate]:
    for picture in pictures:
        if url := picture_url(picture.url, base_url) if picture.url else None:
            yield replace(picture, url=url)


def _paths(names: Sequence[str]) -> tuple[CategoryPath, ...]:
    paths = (category_path([clean_markup_title(name).strip("/ ")]) for name in names)
    return tuple(dict.fromkeys(path for path in paths if path))[:MAX_CATEGORIES]


def _person(name: str) -> str:
    """The name of "Ada <ada@example.org>" or "ada@example.org (Ada)"; empty for a bare mail address."""
    name = clean_markup_title(_MAIL.sub(" ", name)).strip(" ()<>,;")
    return shorten(name, MAX_AUTHOR_CHARS)


def _title_from(text: str) -> str:
    first = next((line for line in text.split("\n") if line.strip()), "")
    return shorten(clean_line(first), TITLE_FROM_TEXT_CHARS)


def _key(guid: str, url: str | None, title: str, text: str) -> str:
    identity = clean_line(guid) or url
    return _short(identity) if identity else _hash(f"{title}\n{text}")


def _short(identity: str) -> str:
    return identity if len(identity) <= MAX_KEY_CHARS else _hash(identity)


def _hash(identity: str) -> str:
    return hashlib.blake2b(identity.encode("utf-8", "replace"), digest_size=16).hexdigest()
