"""Loads articles: reads the sources that are due, adds sources, reads single links.

Each step fetches, parses in the pool, asks `plan` what follows and has the store apply that. One bad source never stops
another: its report says what went wrong.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType
from typing import assert_never
from urllib.parse import urlsplit
from weakref import WeakValueDictionary

from bot.errors import StoreError
from bot.ingest.adding import FeedChoice as FeedChoice
from bot.ingest.adding import fetch_feed, find_feeds
from bot.ingest.earlier_pages import with_earlier_pages
from bot.ingest.file_spec import kept_off, own_interval, with_file_spec, with_polite_interval
from bot.ingest.folder import FolderReader
from bot.ingest.identify import identify_entries
from bot.ingest.intervals import STORE_BACKOFF_SECONDS
from bot.ingest.links import read_link
from bot.ingest.plan import believable_validator, plan_failure, plan_feed
from bot.ingest.reports import LinkRefused as LinkRefused
from bot.ingest.reports import SourceReport as SourceReport
from bot.ingest.reports import (
    Trouble,
    failed_report,
    feed_trouble,
    fetch_trouble,
    read_report,
    would_apply,
)
from bot.models.articles import CategoryPath, ParsedArticle, ParsedFeed, ParseFailed
from bot.models.fetching import FetchFailed, FetchOutcome
from bot.models.ports import Clock, Fetcher
from bot.models.sources import Source, SourceKind, SourceSpec, SourceUpdate
from bot.parsers.pool import ParserPool
from bot.store import Store
from bot.text.clean import shorten
from bot.web.sites import host_of
from bot.web.throttle import interleaved

logger = logging.getLogger(__name__)

SOURCES_AT_A_TIME = 8
SOURCES_OF_A_HOST = 4  # of these: a site that hangs leaves room for the others, however many sources it has
DUE_LIMIT = 1000
MAX_NAME_CHARS = 80


class Loader:
    """Reads sources and links. `jitter` gives numbers in [0, 1) that spread the retries of failing sources."""

    def __init__(
        self,
        *,
        store: Store,
        fetcher: Fetcher,
        pool: ParserPool,
        clock: Clock,
        interval: timedelta,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self._store = store
        self._fetcher = fetcher
        self._pool = pool
        self._clock = clock
        self._interval = interval
        self._jitter = jitter
        self._folders = FolderReader(store=store, pool=pool, clock=clock, interval=interval)
        self._slots = asyncio.Semaphore(SOURCES_AT_A_TIME)
        self._host_slots: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._specs: Mapping[str, SourceSpec] = {}  # of sources.toml, by name
        self._in_use: set[int] = set()  # sources that `refresh_due` is reading
        self._backoff_until = 0.0  # monotonic seconds

    async def sync(self, specs: Sequence[SourceSpec]) -> None:
        """Make the sources of sources.toml equal to `specs`, and read each as its spec says from now on."""
        self._specs = {spec.name: spec for spec in specs}
        await self._store.sources.sync(list(map(with_polite_interval, specs)), now=self._clock.now())

    async def refresh_due(self, *, on_report: Callable[[SourceReport], None] | None = None) -> list[SourceReport]:
        """Read the sources that are due, a few at a time; `on_report` gets the report of each as it ends.

        Safe to call again while an earlier call runs: sources in use are skipped.
        """

        async def read(source: Source) -> SourceReport:
            try:
                report = await self.refresh(source)
            finally:
                self._in_use.discard(source.id)
            if on_report:
                on_report(report)
            return report

        if self._clock.monotonic() < self._backoff_until:
            return []
        due = await self._store.sources.due(self._clock.now(), limit=DUE_LIMIT)
        mine = [source for source in due if source.id not in self._in_use]
        self._in_use.update(source.id for source in mine)
        return list(await asyncio.gather(*map(read, interleaved(mine, _host))))

    async def refresh(self, source: Source) -> SourceReport:
        """Read one source and store what it brought. Never raises for what the source can cause."""
        return await self._read(source, stores=True)

    async def check(self, source: Source | SourceSpec) -> SourceReport:
        """Read a source as if for the first time; returns how it went, and stores nothing."""
        if isinstance(source, SourceSpec):
            source = Source(id=0, spec=source, next_check_at=self._clock.now())
        return await self._read(replace(source, etag=None, last_modified=None), stores=False)

    async def find(self, url: str) -> tuple[FeedChoice, ...]:
        """The feeds that `add_source` would find, best first, at least one; adds none. Raises SourceRejected."""
        found = await find_feeds(self._fetcher, self._pool, url)
        return tuple(feed.choice for feed in found)

    async def add_source(self, url: str, category: CategoryPath | None = None) -> Source | tuple[FeedChoice, ...]:
        """Add the feed at `url`, or the one that the site there has, with its first articles.

        Where the site has several, nothing is added: they are returned, best first, for a person to choose from.
        Raises SourceRejected with the key of the text for the user.
        """
        found = await find_feeds(self._fetcher, self._pool, url)
        if len(found) > 1:
            return tuple(feed.choice for feed in found)
        [feed] = found
        spec = SourceSpec(
            name=await self._store.sources.free_name(shorten(feed.choice.title, MAX_NAME_CHARS)),
            kind=SourceKind.FEED,
            location=feed.location,
            category=category,
        )
        source = await self._store.sources.add(spec, now=self._clock.now())
        parsed = await identify_entries(self._store, source, feed.feed)  # it may have been a source before
        await self._store.sources.apply(await self._plan_feed(source, feed.outcome, parsed))
        logger.info("source added source=%s host=%s", spec.name, host_of(spec.location))
        return source

    async def read_link(self, url: str, *, for_owner: bool = False) -> ParsedArticle | LinkRefused:
        """The article at a link that a person named; see `links.read_link`."""
        return await read_link(url, store=self._store, fetcher=self._fetcher, pool=self._pool, for_owner=for_owner)

    async def _read(self, source: Source, *, stores: bool) -> SourceReport:
        source = with_file_spec(source, self._specs.get(source.spec.name))
        host_slots = self._host_slots.setdefault(_host(source), asyncio.Semaphore(SOURCES_OF_A_HOST))
        async with host_slots, self._slots:
            try:
                match source.spec.kind:
                    case SourceKind.FEED:
                        report = await self._read_feed(source, stores=stores)
                    case SourceKind.FOLDER:
                        report = await self._read_folder(source, stores=stores)
                    case _:
                        assert_never(source.spec.kind)
            except Exception as error:
                report = await self._broke(source, error, stores=stores)
        if report.error:
            logger.info("source not read source=%s error=%s", report.name, report.error)
            return report
        logger.log(
            logging.INFO if report.new or report.updated else logging.DEBUG,
            "source read source=%s new=%d updated=%d known=%d skipped=%d",
            *(report.name, report.new, report.updated, report.known, report.skipped),
        )
        return report

    async def _broke(self, source: Source, error: Exception, *, stores: bool) -> SourceReport:
        """The report of a bug, or of a full disk. Logs it as an error; the other sources are read all the same."""
        if isinstance(error, StoreError):
            logger.error("source not stored source=%s error=%s", source.spec.name, error)
            trouble = Trouble(text_key="load-not-stored", detail=str(error))
        else:
            logger.error("source not read source=%s", source.spec.name, exc_info=error)
            trouble = Trouble(text_key="load-broke", detail=type(error).__name__)
        if stores:
            await self._put_off(source, trouble)
        return failed_report(source.spec.name, trouble)

    async def _put_off(self, source: Source, trouble: Trouble) -> None:
        """Retry the source later, not at the next tick: its server has done nothing wrong."""
        try:
            await self._store.sources.apply(self._plan_failure(source, trouble))
        except Exception as error:
            self._backoff_until = self._clock.monotonic() + STORE_BACKOFF_SECONDS
            logger.error(
                "sources back off seconds=%d source=%s error=%r", STORE_BACKOFF_SECONDS, source.spec.name, error
            )

    async def _read_feed(self, source: Source, *, stores: bool) -> SourceReport:
        modified = believable_validator(source.last_modified, self._clock.now())
        outcome, parsed = await fetch_feed(
            self._fetcher,
            self._pool,
            source.spec.location,
            etag=source.etag,
            last_modified=modified,
            credentials=source.spec.credentials,
        )
        if isinstance(parsed, ParsedFeed):
            parsed = await with_earlier_pages(source, parsed, store=self._store, fetcher=self._fetcher, pool=self._pool)
            parsed = await identify_entries(self._store, source, parsed)
        articles = parsed.articles if isinstance(parsed, ParsedFeed) else ()
        known = await self._store.sources.known(source.id, [article.key for article in articles])
        update = await self._plan_feed(source, outcome, parsed, known)
        applied = await self._store.sources.apply(update) if stores else would_apply(update, known)
        if isinstance(outcome, FetchFailed):
            return failed_report(source.spec.name, fetch_trouble(outcome))
        if isinstance(parsed, ParseFailed):
            return failed_report(source.spec.name, feed_trouble(parsed))
        unchanged = len(articles) - len(update.articles)
        notes = [*(parsed.notes if parsed else ()), *await self._same_as_another(source, outcome.moved_to)]
        return read_report(source.spec.name, applied, unchanged=unchanged, notes=notes)

    async def _same_as_another(self, source: Source, moved_to: str | None) -> list[str]:
        """The note on a feed that moved permanently to the address of another source: it keeps its old address."""
        twin = await self._store.sources.by_location(moved_to) if moved_to else None
        if twin is None or twin.id == source.id:
            return []
        return [f"It has moved for good to the address of {twin.spec.name}: remove one of the two."]

    async def _plan_feed(
        self,
        source: Source,
        outcome: FetchOutcome,
        parsed: ParsedFeed | ParseFailed | None,
        known: Mapping[str, str] = MappingProxyType({}),
    ) -> SourceUpdate:
        # In a thread: detecting the languages of two hundred articles takes a while.
        update = await asyncio.to_thread(
            plan_feed,
            source,
            outcome,
            parsed,
            known,
            now=self._clock.now(),
            interval=own_interval(source.spec, self._interval),
            jitter=self._jitter(),
        )
        return kept_off(source.spec, update)

    async def _read_folder(self, source: Source, *, stores: bool) -> SourceReport:
        found = await self._folders.read(source, stores=stores)
        if isinstance(found, SourceReport):
            return found
        if stores:
            await self._put_off(source, found)
        return failed_report(source.spec.name, found)

    def _plan_failure(self, source: Source, trouble: Trouble) -> SourceUpdate:
        now = self._clock.now()
        interval = own_interval(source.spec, self._interval)
        update = plan_failure(source, trouble, now=now, interval=interval, jitter=self._jitter())
        return kept_off(source.spec, update)


def _host(source: Source) -> str:
    """The host and port that is asked for a source's feed; for a folder its path."""
    return urlsplit(source.spec.location).netloc or source.spec.location
