"""Gives entries and posts the keys of the articles that they are.

Reads what the store holds of them; what follows from it, `bot.stories.identity` decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.models.articles import ParsedArticle, ParsedFeed, ParseFailed
from bot.models.sources import FileStamp, Source
from bot.parsers.feeds.entry import distinct_keys
from bot.store import Store
from bot.stories.identity import distinct_titles, entry_keys_by_address, entry_keys_by_title, post_key

Parsed = ParsedArticle | ParseFailed


async def identify_entries(store: Store, source: Source, feed: ParsedFeed) -> ParsedFeed:
    """The feed with the keys under which its articles are stored."""
    if source.checked_at is None:
        return feed
    known = await store.sources.known(source.id, [entry.key for entry in feed.articles])
    held = {
        entry.key: await store.articles.entries(source.id, url=entry.url, title=entry.title)
        for entry in feed.articles
        if entry.key not in known and entry.url is not None
    }
    entries = entry_keys_by_address(feed.articles, known, held)
    if not known and entries == list(feed.articles):
        titled = await store.articles.titled(source.id, distinct_titles(entries))
        entries = entry_keys_by_title(entries, titled)
    distinct, _ = distinct_keys(entries)
    return replace(feed, articles=tuple(distinct))


async def identify_posts(
    store: Store, source: Source, files: Sequence[FileStamp], parsed: Sequence[Parsed]
) -> tuple[list[FileStamp], list[Parsed]]:
    """The stamps with the keys of what the files give, and what they give, in order, with the keys it is stored under.

    `parsed` holds for each file its post, or why there is none.
    """
    before = await store.sources.file_keys(source.id, [stamp.path for stamp in files])
    keys = [one.key for one in parsed if isinstance(one, ParsedArticle)]
    known = await store.sources.known(source.id, [*keys, *(held.article_key for held in before.values())])
    edited = await store.sources.edited_keys(source.id, [key for key in keys if key not in known])
    stamps: list[FileStamp] = []
    articles: list[Parsed] = []
    for stamp, one in zip(files, parsed, strict=True):
        if isinstance(one, ParseFailed):
            stamps.append(stamp)
            articles.append(one)
            continue
        key = post_key(one, before.get(stamp.path), known, edited)
        stamps.append(replace(stamp, article_key=key, own_key=one.key))
        articles.append(replace(one, key=key))
    return stamps, articles
