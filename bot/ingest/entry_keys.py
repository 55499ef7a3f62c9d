"""Gives a feed's entries the keys of the articles that they were, where the feed calls them by other guids now."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from bot.models.articles import ParsedArticle, ParsedFeed
from bot.models.sources import Source
from bot.parsers.feeds.entry import distinct_keys
from bot.store import Store
from bot.stories.identity import is_retitled, same_article, same_entry


async def keep_entry_keys(store: Store, source: Source, feed: ParsedFeed) -> ParsedFeed:
    """The feed with the keys under which its articles are held.

    Some feeds change their guids at every reading: there an entry is known by its address. A site that moves to another
    system changes all guids and addresses at once: there, where nothing is known, by its title.
    """
    if source.checked_at is None:
        return feed
    known = await store.sources.known(source.id, [article.key for article in feed.articles])
    times = Counter(article.url for article in feed.articles)
    articles = [
        article if article.key in known else await _by_address(store, source, article, is_alone=times[article.url] == 1)
        for article in feed.articles
    ]
    if not known and articles == list(feed.articles):
        articles = await _by_title(store, source, articles)
    distinct, _ = distinct_keys(articles)
    return replace(feed, articles=tuple(distinct))


async def _by_address(store: Store, source: Source, article: ParsedArticle, *, is_alone: bool) -> ParsedArticle:
    """`is_alone`: no other entry has the address."""
    if article.url is None:
        return article
    held = await store.articles.entries(source.id, url=article.url, title=article.title)
    is_same = bool(held) and (
        same_entry(article, held[0]) or (is_alone and len(held) == 1 and is_retitled(article, held[0]))
    )
    return replace(article, key=held[0].key) if is_same else article


async def _by_title(store: Store, source: Source, articles: list[ParsedArticle]) -> list[ParsedArticle]:
    times = Counter(article.title for article in articles)
    held = await store.articles.titled(source.id, [title for title, count in times.items() if count == 1])
    return [
        replace(article, key=before.key)
        if (before := held.get(article.title)) and same_article(article, before)
        else article
        for article in articles
    ]
