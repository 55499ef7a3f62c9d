"""Completes articles whose feed gives a teaser from their pages, in the background: one page of a host at a time.

What is due, and what came of it, stands in the store. The article is updated in place: nothing is told twice.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from urllib.parse import urlsplit

from bot.errors import StoreError
from bot.ingest.intervals import REST_SECONDS
from bot.ingest.links import read_page
from bot.ingest.plan import LANGUAGE_SAMPLE_CHARS
from bot.models.articles import PageReading, ParsedArticle, ParseFailed
from bot.models.fetching import FetchFailed
from bot.models.ports import Clock, Fetcher
from bot.parsers.pages.full_text import is_better, next_try
from bot.parsers.pool import ParserPool
from bot.store import Store
from bot.web.sites import same_host
from summarizer import detect_language

logger = logging.getLogger(__name__)

HOSTS_AT_A_TIME = 8
DUE_LIMIT = 500


class Completer:
    """The step. Calls may overlap: what an earlier one is still reading, and its host, is left to it."""

    def __init__(self, *, store: Store, fetcher: Fetcher, pool: ParserPool, clock: Clock) -> None:
        self._store = store
        self._fetcher = fetcher
        self._pool = pool
        self._clock = clock
        self._busy: set[str] = set()  # hosts
        self._rests_until = 0.0  # monotonic seconds

    async def step(self) -> int:
        """Read one due page of each of a few hosts, the newest article's first; how many pages that were."""
        if self._clock.monotonic() < self._rests_until:
            return 0
        due = await self._store.pages.due(self._clock.now(), limit=DUE_LIMIT)
        mine = list(self._of_idle_hosts(due))
        await asyncio.gather(*(self._complete(host, reading) for host, reading in mine))
        return len(mine)

    async def finish(self, *, seconds: float) -> None:
        """Read all that is due, for at most so long: for commands that do not stay."""
        try:
            async with asyncio.timeout(seconds):
                while await self.step():
                    pass
        except TimeoutError:
            logger.info("pages are left to read")

    def _of_idle_hosts(self, due: list[PageReading]) -> Iterator[tuple[str, PageReading]]:
        for reading in due:
            host = urlsplit(reading.url).hostname or ""
            if len(self._busy) >= HOSTS_AT_A_TIME:
                return
            if host not in self._busy:
                self._busy.add(host)
                yield host, reading

    async def _complete(self, host: str, reading: PageReading) -> None:
        try:
            own = same_host(reading.url, reading.source_location)
            read = await read_page(reading.url, fetcher=self._fetcher, pool=self._pool, for_owner=own)
            await self._settle(reading, read)
        except StoreError as error:  # what cannot be stored need not be fetched
            self._rests_until = self._clock.monotonic() + REST_SECONDS
            logger.warning("pages rest seconds=%d error=%s", REST_SECONDS, error)
        except Exception:
            logger.exception("page not completed host=%s", host)
            await self._store.pages.leave(reading.article_id)
        finally:
            self._busy.discard(host)

    async def _settle(self, reading: PageReading, read: ParsedArticle | ParseFailed | FetchFailed) -> None:
        """Store what came of it, unless the article was edited meanwhile: then its page is read again."""
        pages, asked = self._store.pages, reading.teaser
        if isinstance(read, FetchFailed):
            again = next_try(read, tries=reading.tries + 1, now=self._clock.now())
            await pages.leave(reading.article_id, until=again, teaser=asked)
        elif isinstance(read, ParsedArticle) and is_better(read, title=reading.title, teaser=reading.teaser):
            await pages.take(reading.article_id, read, language=self._language(reading, read), teaser=asked)
            logger.info("article completed id=%d chars=%d", reading.article_id, len(read.text))
        else:
            await pages.leave(reading.article_id, teaser=asked)

    def _language(self, reading: PageReading, read: ParsedArticle) -> str:
        """The owner's word, else what the longer text is: a teaser's few words may have misled."""
        if reading.is_language_fixed:
            return reading.language
        return detect_language(f"{read.title}\n{read.text[:LANGUAGE_SAMPLE_CHARS]}", hint=reading.language)
