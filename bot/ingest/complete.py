"""Completes articles whose feed gives only a teaser, by reading their pages in the background.

Reads one page of a host at a time. What is due, and the outcome, are kept in the store. An article is updated in place,
so that no chat gets it again.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator

from bot.errors import StoreError
from bot.ingest.intervals import STORE_BACKOFF_SECONDS
from bot.ingest.links import read_page
from bot.ingest.plan import LANGUAGE_SAMPLE_CHARS
from bot.models.articles import PageReading, ParsedArticle, ParseFailed
from bot.models.fetching import FetchFailed
from bot.models.ports import Clock, Fetcher
from bot.parsers.pages.full_text import is_better, next_try
from bot.parsers.pool import ParserPool
from bot.store import Store
from bot.web.sites import host_of, same_host

logger = logging.getLogger(__name__)

HOSTS_AT_A_TIME = 8
DUE_LIMIT = 500


class Completer:
    """Reads the pages that are due. Safe to call again while an earlier call runs: hosts in use are skipped."""

    def __init__(self, *, store: Store, fetcher: Fetcher, pool: ParserPool, clock: Clock) -> None:
        self._store = store
        self._fetcher = fetcher
        self._pool = pool
        self._clock = clock
        self._busy: set[str] = set()  # hosts
        self._backoff_until = 0.0  # monotonic seconds

    async def step(self) -> int:
        """Read one due page of each of a few hosts, that of the newest article first; returns how many were read."""
        if self._clock.monotonic() < self._backoff_until:
            return 0
        due = await self._store.pages.due(self._clock.now(), limit=DUE_LIMIT)
        mine = list(self._of_idle_hosts(due))
        await asyncio.gather(*(self._complete(host, reading) for host, reading in mine))
        return len(mine)

    async def finish(self, *, seconds: float) -> None:
        """Read all pages that are due, for at most `seconds`: for one-shot commands."""
        try:
            async with asyncio.timeout(seconds):
                while await self.step():
                    pass
        except TimeoutError:
            logger.info("pages left to read seconds=%d", seconds)

    def _of_idle_hosts(self, due: list[PageReading]) -> Iterator[tuple[str, PageReading]]:
        for reading in due:
            host = host_of(reading.url)
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
        except StoreError as error:
            self._backoff_until = self._clock.monotonic() + STORE_BACKOFF_SECONDS
            logger.warning("pages back off seconds=%d error=%s", STORE_BACKOFF_SECONDS, error)
        except Exception:
            logger.exception("page not completed host=%s", host)
            await self._store.pages.leave(reading.article_id)
        finally:
            self._busy.discard(host)

    async def _settle(self, reading: PageReading, read: ParsedArticle | ParseFailed | FetchFailed) -> None:
        """Store the outcome, unless the article was edited meanwhile: then its page is read again."""
        pages, asked = self._store.pages, reading.teaser
        if isinstance(read, FetchFailed | ParseFailed):
            again = next_try(read, tries=reading.tries + 1, now=self._clock.now())
            await pages.leave(reading.article_id, until=again, teaser=asked)
        elif is_better(read, title=reading.title, teaser=reading.teaser):
            await pages.take(reading.article_id, read, language=self._language(reading, read), teaser=asked)
            logger.info("article completed article=%d chars=%d", reading.article_id, len(read.text))
        else:
            await pages.leave(reading.article_id, teaser=asked)

    def _language(self, reading: PageReading, read: ParsedArticle) -> str:
        """The language that the owner set, else that of the longer text: a teaser's few words may mislead."""
        if reading.is_language_fixed:
            return reading.language
        from summarizer import detect_language

        return detect_language(f"{read.title}\n{read.text[:LANGUAGE_SAMPLE_CHARS]}", hint=reading.language)
