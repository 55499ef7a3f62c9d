"""Reads the links that people send: within quotas, a few at a time, each canonical URL once a day.

The cache is in memory only: after a restart pages are read again.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.chat.quotas import Limit, Quotas
from bot.ingest.load import LinkRefused
from bot.models.articles import ParsedArticle
from bot.models.ports import Clock
from bot.web.sites import address_key
from bot.web.urls import canonical_url

USER_LIMITS = (Limit(count=5, seconds=600), Limit(count=30, seconds=86_400))
GROUP_LIMITS = (Limit(count=10, seconds=600),)
RESIZE_LIMITS = (Limit(count=20, seconds=600),)  # for buttons below a summary: the page is in the cache
NOTICE_LIMITS = (Limit(count=1, seconds=60),)
MAX_WAITING_USERS = 20
MAX_CONCURRENT_READS = 3
CACHE_SECONDS = 86_400.0  # how long a page stays in the cache
FAILURE_CACHE_SECONDS = 600.0
MAX_CACHED_PAGES = 200

ReadLink = Callable[[str], Awaitable[ParsedArticle | LinkRefused]]


class Busy(StrEnum):
    """Why a link is not read now. Each reason has a text, `chat-link-…`."""

    ONE_AT_A_TIME = "one-at-a-time"
    TOO_MANY = "too-many"
    QUEUE_FULL = "queue-full"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cached:
    answer: ParsedArticle | LinkRefused
    until: float  # monotonic seconds


class LinkReader:
    """Reads links for all chats: `admit` checks the quotas, `read` reads, `release` ends a request."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._quotas = Quotas()
        self._users: set[int] = set()
        self._slots = asyncio.Semaphore(MAX_CONCURRENT_READS)
        self._cache: OrderedDict[str, _Cached] = OrderedDict()
        self._reading: dict[str, asyncio.Task[ParsedArticle | LinkRefused]] = {}

    def admit(self, *, user_id: int, group_id: int | None, resize: bool = False) -> Busy | None:
        """Start a user's request, which lasts until `release`; or return why not, and count nothing.

        `group_id`: the group it comes from. `resize`: it comes from a button below a summary.
        """
        if user_id in self._users:
            return Busy.ONE_AT_A_TIME
        if len(self._users) >= MAX_WAITING_USERS:
            return Busy.QUEUE_FULL
        wants: list[tuple[Hashable, Sequence[Limit]]] = [(("user", user_id), USER_LIMITS)]
        if resize:
            wants = [(("resize", user_id), RESIZE_LIMITS)]
        if group_id is not None and not resize:
            wants.append((("group", group_id), GROUP_LIMITS))
        if self._quotas.take(wants, now=self._clock.monotonic()) is not None:
            return Busy.TOO_MANY
        self._users.add(user_id)
        return None

    def release(self, user_id: int) -> None:
        """End the request of an admitted user."""
        self._users.discard(user_id)

    def may_notify(self, user_id: int) -> bool:
        """Whether to tell the user of a refusal: once a minute."""
        return self._quotas.take([(("notice", user_id), NOTICE_LIMITS)], now=self._clock.monotonic()) is None

    def forget(self, number: int) -> None:
        """Forget how often a person or a group sent links."""
        self._quotas.forget(number)

    async def read(self, url: str, read_link: ReadLink, *, for_owner: bool = False) -> ParsedArticle | LinkRefused:
        """The article behind `url`, or why it cannot be read. Concurrent requests for one URL share one fetch.

        What was read `for_owner`, who may reach private hosts, has a cache of its own.
        """
        address = canonical_url(url)
        key = f"{'owner' if for_owner else 'anybody'} {address_key(address) if address else url}"
        now = self._clock.monotonic()
        cached = self._cache.get(key)
        if cached is not None and cached.until > now:
            return cached.answer
        task = self._reading.get(key)
        if task is None:
            task = asyncio.create_task(self._read(key, url, read_link), name="read link")
            self._reading[key] = task
            task.add_done_callback(lambda _: self._reading.pop(key, None))
        return await asyncio.shield(task)

    async def _read(self, key: str, url: str, read_link: ReadLink) -> ParsedArticle | LinkRefused:
        async with self._slots:
            answer = await read_link(url)
        keep = CACHE_SECONDS if isinstance(answer, ParsedArticle) else FAILURE_CACHE_SECONDS
        self._cache[key] = _Cached(answer=answer, until=self._clock.monotonic() + keep)
        self._cache.move_to_end(key)
        while len(self._cache) > MAX_CACHED_PAGES:
            self._cache.popitem(last=False)
        return answer
