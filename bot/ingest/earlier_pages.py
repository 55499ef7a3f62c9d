"""Reads the earlier pages of a source that shows its entries by pages, back to what the store holds.

A page of a Telegram channel holds twenty posts: more come while the bot is switched off. A first reading asks for none.
"""

from __future__ import annotations

from dataclasses import replace

from bot.ingest.adding import fetch_feed
from bot.models.articles import ParsedFeed
from bot.models.ports import Fetcher
from bot.models.sources import Source
from bot.parsers.pool import ParserPool
from bot.store import Store

MAX_EARLIER_PAGES = 9  # of one reading: two hundred posts in all


async def with_earlier_pages(
    source: Source, feed: ParsedFeed, *, store: Store, fetcher: Fetcher, pool: ParserPool
) -> ParsedFeed:
    """The feed with the entries of its earlier pages, until one holds a known entry; a page that fails ends it."""
    if not (source.was_read and feed.earlier_url):
        return feed
    page, found = feed, {entry.key: entry for entry in feed.articles}
    for _ in range(MAX_EARLIER_PAGES):
        if not page.earlier_url or await store.sources.known(source.id, [entry.key for entry in page.articles]):
            break
        _, parsed = await fetch_feed(fetcher, pool, page.earlier_url)  # without the source's password
        if not isinstance(parsed, ParsedFeed):
            break
        page = parsed
        found |= {entry.key: entry for entry in page.articles if entry.key not in found}
    return replace(feed, articles=tuple(found.values()))
