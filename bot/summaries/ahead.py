"""Summarises new articles before their digests are due, for categories and languages that have readers.

Works only while the queue is idle, a few articles at a time, so that a person's link comes first.

What is awaited is asked when articles came in, else once a minute: the answer is as long as a day's news, and most of
the day nothing else changes.
"""

from __future__ import annotations

import logging

from bot.models.articles import Awaited
from bot.models.digests import FIRST_WINDOW
from bot.models.ports import Clock
from bot.store import Store
from bot.summaries.queue import Purpose
from bot.summaries.service import SummaryService

logger = logging.getLogger(__name__)

LOOK_SECONDS = 60.0  # without new articles: chats may read other categories or languages by then


class SummariesAhead:
    """Makes summaries ahead of digests. Remembers in memory what is made; after a restart the cache knows it."""

    def __init__(self, *, store: Store, summaries: SummaryService, clock: Clock) -> None:
        self._store = store
        self._summaries = summaries
        self._clock = clock
        self._engine = ""
        self._done: set[tuple[int, str]] = set()
        self._all_made: tuple[int, float] | None = None  # up to which article, and when (monotonic seconds)

    async def step(self) -> int:
        """Make missing summaries, the soonest due first, until somebody waits; returns the number of articles."""
        if self._engine != self._summaries.engine:  # another engine writes other summaries
            self._engine, self._done, self._all_made = self._summaries.engine, set(), None
        if not self._summaries.is_idle:
            return 0
        newest_id, now = await self._store.articles.max_id(), self._clock.monotonic()
        if self._all_made and self._all_made[0] == newest_id and now - self._all_made[1] < LOOK_SECONDS:
            return 0
        self._all_made = None
        awaited = await self._awaited()
        made = 0
        size = self._summaries.ahead_documents
        for start in range(0, len(awaited), size):
            if not self._summaries.is_idle or self._engine != self._summaries.engine:
                return made
            batch = awaited[start : start + size]
            await self._make(batch)
            made += len(batch)
        self._all_made = (newest_id, now)
        return made

    async def _awaited(self) -> list[Awaited]:
        now = self._clock.now()
        after_id = await self._store.articles.first_id_since(now - FIRST_WINDOW) - 1
        awaited = await self._store.articles.awaited(after_id=after_id, now=now)
        # Articles that are no longer awaited need not be remembered.
        self._done &= {(entry.article_id, entry.language) for entry in awaited}
        return [entry for entry in awaited if (entry.article_id, entry.language) not in self._done]

    async def _make(self, batch: list[Awaited]) -> None:
        articles = {article.id: article for article in await self._store.articles.many([e.article_id for e in batch])}
        for language in dict.fromkeys(entry.language for entry in batch):
            entries = [entry for entry in batch if entry.language == language and entry.article_id in articles]
            await self._summaries.for_articles(
                [articles[entry.article_id] for entry in entries],
                language=language,
                purpose=Purpose.AHEAD,
                due=min((entry.due for entry in entries), default=None),
            )
        self._done.update((entry.article_id, entry.language) for entry in batch)
