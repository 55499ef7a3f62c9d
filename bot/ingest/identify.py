"""Gives entries and posts the keys of the articles that they are.

Reads what the store holds of them; what follows from it, `bot.stories.entries` and `bot.stories.identity` decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.models.articles import ParsedArticle, ParsedFeed, ParseFailed
from bot.models.sources import FileStamp, Source
from bot.store import Store
from bot.stories.entries import match_entries
from bot.stories.identity import post_key

MAX_NEWEST = 500  # articles of a source that an entry without an identity is compared with; feeds list 200 at most

Parsed = ParsedArticle | ParseFailed


async def identify_entries(store: Store, source: Source, feed: ParsedFeed) -> ParsedFeed:
    """The feed with the keys under which its articles are stored."""
    held = await store.articles.entries(source.id, feed.articles)
    found = match_entries(feed.articles, held)
    if found.needs_more:
        newest = await store.articles.newest_entries(source.id, limit=MAX_NEWEST)
        keys = {one.key for one in newest}  # of these the texts were read, too
        found = match_entries(feed.articles, [*newest, *(one for one in held if one.key not in keys)])
    return replace(feed, articles=found.entries)


async def identify_posts(
    store: Store, source: Source, files: Sequence[FileStamp], parsed: Sequence[Parsed]
) -> tuple[list[FileStamp], list[Parsed]]:
    """The stamps with the keys of what the files give, and what they give, in order, with the keys it is stored under.

    `parsed` holds for each file its post, or why there is none.
    """
    before = await store.post_files.file_keys(source.id, [stamp.path for stamp in files])
    keys = [one.key for one in parsed if isinstance(one, ParsedArticle)]
    known = await store.sources.known(source.id, [*keys, *(held.article_key for held in before.values())])
    edited = await store.post_files.edited_keys(source.id, [key for key in keys if key not in known])
    stamps: list[FileStamp] = []
    articles: list[Parsed] = []
    for stamp, one in zip(files, parsed, strict=True):
        if isinstance(one, ParseFailed):
            stamps.append(stamp)
            articles.append(one)
            continue
        key = post_key(one, before.get(stamp.path), known, edited)
        path, size, mtime_ns = stamp.path, stamp.size, stamp.mtime_ns
        stamps.append(FileStamp(path=path, size=size, mtime_ns=mtime_ns, article_key=key, own_key=one.key))
        articles.append(one if one.key == key else replace(one, key=key))
    return stamps, articles
