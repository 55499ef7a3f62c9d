"""Turns one entry of any feed format into a ParsedArticle: title, body, address, guid, best picture, dates.

Pure. The formats themselves are read in `xml_feed` and `json_feed`; what the entries of a feed are known by: `keys`.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import quote

from bot.models.articles import Block, CategoryPath, ParsedArticle
from bot.parsers.html.blocks import blocks_text, html_blocks, text_blocks
from bot.parsers.html.picture_choice import Candidate, block_candidates, choose, widest_first
from bot.text.clean import category_path, clean_line, clean_markup_title, clean_plain_title, is_markup, shorten
from bot.web.sites import host_of
from bot.web.urls import canonical_url, picture_url, web_url

MAX_AUTHORS = 10
MAX_AUTHOR_CHARS = 100
MAX_CATEGORIES = 8
MAX_KEY_CHARS = 300
TITLE_FROM_TEXT_CHARS = 100

_FRAGMENT_SAFE = "/?:@!$&'()*+,;=-._~%"
_MAIL = re.compile(r"<?\b[^\s@<>()]{1,64}@[^\s@<>()]{1,190}>?")
# What shows that a text is markup, whatever it is said to be, and no text about markup.
_SURELY_MARKUP = re.compile(r"^\s*<[a-z][^<>]*>|<br\s*/?>|<(?:a|img)\s+[\w:-]+\s*=", re.IGNORECASE)


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
    plain_title: bool = False  # what may be markup in it is meant to be seen
    content: Body | None = None
    summary: Body | None = None
    pictures: tuple[Candidate, ...] = ()  # named beside the text; addresses may be relative
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    language: str | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    base_url: str | None = None
    recording: str = ""  # the address of what the entry brings to hear or to see


def finish_entry(raw: RawEntry) -> ParsedArticle | None:
    """The article of an entry; None for an entry with neither title, text nor address.

    Its key is its guid or "", and its address has its fragment, until `keys.with_keys` has seen the others.
    """
    url = next(filter(None, (_address(address, raw.base_url) for address in raw.addresses)), None)
    blocks = _best_blocks(raw, raw.base_url or url)
    text = blocks_text(blocks)
    title = clean_plain_title(raw.title) if raw.plain_title else clean_markup_title(raw.title)
    caption = next((block.text for block in blocks if block.text), "")
    title = title or _title_from(text) or _title_from(caption) or url or ""
    if not title:
        return None
    pictures = choose([*widest_first(_named(raw.pictures, raw.base_url or url)), *block_candidates(blocks)])
    return ParsedArticle(
        key=_guid(raw.guid),
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


def _best_blocks(raw: RawEntry, base_url: str | None) -> tuple[Block, ...]:
    """The blocks of the content, or of the summary where it is longer."""
    content, summary = (_blocks(body, base_url) for body in (raw.content, raw.summary))
    return summary if len(blocks_text(summary)) > len(blocks_text(content)) or not content else content


def _blocks(body: Body | None, base_url: str | None) -> tuple[Block, ...]:
    if body is None:
        return ()
    text = body.text
    if not body.plain and "&lt;" in text and not is_markup(text) and _SURELY_MARKUP.search(html.unescape(text)):
        text = html.unescape(text)  # escaped once too often
    plain = body.plain and not _SURELY_MARKUP.search(text)
    return text_blocks(text) if plain else html_blocks(text, base_url)


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


def _address(address: str, base_url: str | None) -> str | None:
    """The canonical URL of an address, with what stands behind its "#": `keys` decides whether that is the article."""
    absolute = web_url(address, base_url) if address.strip() else None
    url = canonical_url(absolute) if absolute else None
    fragment = address.partition("#")[2].strip()
    if url is None or not fragment or "#" in url or host_of(url) != host_of(absolute or ""):
        return url
    return f"{url}#{quote(fragment, safe=_FRAGMENT_SAFE)}"


def _guid(guid: str) -> str:
    identity = clean_line(guid)
    if len(identity) <= MAX_KEY_CHARS:
        return identity
    return hashlib.blake2b(identity.encode("utf-8", "replace"), digest_size=16).hexdigest()
