"""Finds the feeds at an address that a person names: the address itself, the feeds its page names, the usual addresses.

Every feed that is offered was fetched and parsed. Stores nothing; of several a person chooses.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from bot.errors import SourceRejected
from bot.ingest.reports import Trouble, feed_trouble, fetch_trouble
from bot.models.articles import FeedProblem, ParsedFeed, ParseFailed
from bot.models.fetching import Credentials, Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem
from bot.models.ports import Fetcher
from bot.parsers.batches import named_feeds, parse_feed
from bot.parsers.feeds.named import NamedFeed, is_of_comments, usual_addresses
from bot.parsers.pool import ParserPool
from bot.text.characters import LABEL_DOTS
from bot.web.addresses import HOLDS_A_NAME
from bot.web.channels import channel_address, is_telegram
from bot.web.sites import host_of, same_host
from bot.web.urls import feed_url, web_url

# The server answered, so its usual addresses of feeds are tried.
_TRY_USUAL = {
    FetchProblem.STATUS,
    FetchProblem.NOT_FOUND,
    FetchProblem.FORBIDDEN,
    FetchProblem.ROBOT_CHECK,
    FetchProblem.WRONG_TYPE,
}
_IN_ADDRESSES = re.compile(f"[:/{LABEL_DOTS}]")  # a word without one of these is no address
_NO_HTTPS = {FetchProblem.CONNECT, FetchProblem.TLS, FetchProblem.TIMEOUT}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedChoice:
    """One of several feeds of a site, for a person to choose from; adding `url` adds this one."""

    url: str
    title: str
    articles: int
    newest: datetime | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFeed:
    """A feed that was read."""

    named: NamedFeed
    outcome: Fetched
    feed: ParsedFeed

    @property
    def location(self) -> str:
        """Where it is to be read from now on."""
        return self.outcome.moved_to or self.named.url

    @property
    def choice(self) -> FeedChoice:
        """What a person sees of it."""
        dates = (article.published_at for article in self.feed.articles if article.published_at)
        return FeedChoice(
            url=self.location,
            title=self.feed.title or self.named.title or host_of(self.location) or self.location,
            articles=len(self.feed.articles),
            newest=max(dates, default=None),
            language=self.feed.language,
        )


async def fetch_feed(
    fetcher: Fetcher,
    pool: ParserPool,
    url: str,
    *,
    etag: str | None = None,
    last_modified: str | None = None,
    for_owner: bool = True,
    credentials: Credentials | None = None,
) -> tuple[FetchOutcome, ParsedFeed | ParseFailed | None]:
    """The outcome of fetching `url`, and the parsed body if one came; `for_owner` and
    `credentials` as in `ports.Fetcher`."""
    outcome = await fetcher.fetch(
        url,
        kind=FetchKind.FEED,
        etag=etag,
        last_modified=last_modified,
        for_owner=for_owner,
        credentials=credentials,
    )
    if not isinstance(outcome, Fetched):
        return outcome, None
    parsed = await pool.run(
        parse_feed, outcome.body, url=outcome.url, content_type=outcome.content_type, charset=outcome.charset
    )
    return outcome, parsed


async def find_feeds(fetcher: Fetcher, pool: ParserPool, url: str) -> tuple[FoundFeed, ...]:
    """The feeds at `url`, best first, at least one; raises SourceRejected with the user's text if there is none."""
    channel = channel_address(url)
    if channel is None and (url.lstrip().startswith("@") or is_telegram(url if "://" in url else f"https://{url}")):
        raise SourceRejected("feed-problem-no-channel", "")
    address, outcome, parsed = await _first_look(fetcher, pool, channel or feed_url(url.strip(), scheme=""))
    if isinstance(outcome, Fetched) and isinstance(parsed, ParsedFeed):
        return (FoundFeed(named=NamedFeed(url=address), outcome=outcome, feed=parsed),)
    trouble = _trouble(outcome, parsed)
    if channel is not None:
        raise SourceRejected(trouble.text_key, trouble.detail)
    found: tuple[FoundFeed, ...] = ()
    usual: tuple[str, ...] = ()
    if isinstance(outcome, Fetched):
        named = await pool.run(named_feeds, outcome.body, url=outcome.url, charset=outcome.charset)
        found, failed = await _look_at(fetcher, pool, () if isinstance(named, ParseFailed) else named, address)
        trouble = failed or trouble
        usual = usual_addresses(outcome.url)
    elif isinstance(outcome, FetchFailed) and outcome.reason in _TRY_USUAL:
        usual = usual_addresses(urljoin(address, "/"))
    found = found or await _first_of(fetcher, pool, [place for place in usual if place != address])
    if not found:
        raise SourceRejected(trouble.text_key, trouble.detail)
    return found


async def _first_look(
    fetcher: Fetcher, pool: ParserPool, url: str
) -> tuple[str, FetchOutcome, ParsedFeed | ParseFailed | None]:
    """The address that is meant, and what is there; falls back to http if no scheme was named and https fails."""
    address = web_url(url if "://" in url else f"https://{url}") if _IN_ADDRESSES.search(url) else None
    if address is None:
        raise SourceRejected("fetch-problem-bad-url", HOLDS_A_NAME if "@" in url else url[:200])  # it stays unsaid
    outcome, parsed = await fetch_feed(fetcher, pool, address)
    if "://" not in url and isinstance(outcome, FetchFailed) and outcome.reason in _NO_HTTPS:
        address = address.replace("https://", "http://", 1)
        outcome, parsed = await fetch_feed(fetcher, pool, address)
    return address, outcome, parsed


async def _look_at(
    fetcher: Fetcher, pool: ParserPool, named: Sequence[NamedFeed], page: str
) -> tuple[tuple[FoundFeed, ...], Trouble | None]:
    """The named addresses that are feeds, without duplicates and feeds of comments; else why the first is none.

    `page` is the address that the owner named: only addresses on its host are fetched for the owner.
    """
    looks = await asyncio.gather(
        *(fetch_feed(fetcher, pool, feed.url, for_owner=same_host(feed.url, page)) for feed in named)
    )
    found = [
        FoundFeed(named=feed, outcome=outcome, feed=parsed)
        for feed, (outcome, parsed) in zip(named, looks, strict=True)
        if isinstance(outcome, Fetched) and isinstance(parsed, ParsedFeed)
    ]
    found = [feed for feed in found if not is_of_comments(feed.named)] or found
    found = [feed for feed in found if feed.feed.articles] or found
    trouble = _trouble(*looks[0]) if looks and not found else None
    return _distinct(found), trouble


async def _first_of(fetcher: Fetcher, pool: ParserPool, places: Iterable[str]) -> tuple[FoundFeed, ...]:
    """The first of the addresses that is a feed; tried one after the other, as most of them do not exist."""
    for place in places:
        outcome, parsed = await fetch_feed(fetcher, pool, place)
        if isinstance(outcome, Fetched) and isinstance(parsed, ParsedFeed):
            return (FoundFeed(named=NamedFeed(url=place), outcome=outcome, feed=parsed),)
    return ()


def _distinct(found: Iterable[FoundFeed]) -> tuple[FoundFeed, ...]:
    """The feeds without duplicates (RSS beside Atom): of those with the same articles the one with more text."""
    kept: dict[object, FoundFeed] = {}
    for feed in found:
        content = frozenset(article.url or article.title for article in feed.feed.articles) or feed.location
        twin = kept.get(content)
        if twin is None or _text_length(feed) > _text_length(twin):
            kept[content] = feed
    return tuple(kept.values())


def _text_length(found: FoundFeed) -> int:
    return sum(len(article.text) for article in found.feed.articles)


def _trouble(outcome: FetchOutcome, parsed: ParsedFeed | ParseFailed | None) -> Trouble:
    """Why there is no feed at an address."""
    if isinstance(outcome, FetchFailed):
        return fetch_trouble(outcome)
    if not isinstance(parsed, ParseFailed) or parsed.problem is FeedProblem.WEB_PAGE:
        return Trouble(text_key="load-no-feed-found")
    return feed_trouble(parsed)
