"""Summaries for digests and links: from the cache, from the batch under way, else from the engine.

Never raises for what an engine can cause: a summary that could not be made is missing, or is its error.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
from collections.abc import Mapping, Sequence

from bot.errors import StoreError
from bot.models import Article
from bot.ports import Clock
from bot.store import Store
from summarizer import Document, Summarizer, SummarizerError, Summary

logger = logging.getLogger(__name__)

ORIGINAL = "original"  # the summary language that means "the article's own"
BATCH_DOCUMENTS = 8
LINK_DEADLINE_SECONDS = 60.0
DIGEST_DEADLINE_SECONDS = 120.0

Answer = Summary | SummarizerError


class SummaryService:
    """One engine with a cache before it. Requests for the same text share one piece of work.

    A request that gives up at its deadline, or is cancelled, does not stop the work: the next one finds
    it done. Batches of one request follow each other, so that a person's link waits for one batch at most.
    """

    def __init__(self, *, store: Store, summarizer: Summarizer, clock: Clock, sentences: int = 2) -> None:
        self._store = store
        self._summarizer = summarizer
        self._clock = clock
        self._sentences = sentences
        self._in_flight: dict[str, asyncio.Future[Answer]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def for_articles(
        self, articles: Sequence[Article], *, language: str = ORIGINAL, deadline: float = DIGEST_DEADLINE_SECONDS
    ) -> dict[int, Summary]:
        """Summaries by article id; those that could not be made within `deadline` seconds are missing."""
        documents = {article.id: _document(article) for article in articles if article.text.strip()}
        answers = await self._answers(list(documents.values()), self._sentences, language, deadline)
        return {
            article_id: answer
            for article_id, answer in zip(documents, answers, strict=True)
            if isinstance(answer, Summary)
        }

    async def for_document(
        self,
        document: Document,
        *,
        sentences: int | None = None,
        language: str = ORIGINAL,
        deadline: float = LINK_DEADLINE_SECONDS,
    ) -> Summary | SummarizerError:
        """The summary of a page that someone asked for, or why there is none."""
        (answer,) = await self._answers([document], sentences or self._sentences, language, deadline)
        return answer

    async def aclose(self) -> None:
        """Stop what is under way; those who wait for it get an error as their answer."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _answers(
        self, documents: Sequence[Document], sentences: int, language: str, deadline: float
    ) -> list[Answer]:
        keys = [self._key(document, sentences, language) for document in documents]
        cached = await self._store.summaries.get(keys)
        missing = {key: document for key, document in zip(keys, documents, strict=True) if key not in cached}
        futures = self._begin(missing, sentences, language)
        if futures:
            await asyncio.wait(set(futures.values()), timeout=deadline)
        late = SummarizerError("the summary was not ready in time")
        return [
            cached[key] if key in cached else futures[key].result() if futures[key].done() else late for key in keys
        ]

    def _begin(
        self, missing: Mapping[str, Document], sentences: int, language: str
    ) -> dict[str, asyncio.Future[Answer]]:
        """The futures of all that is missing, work begun for those nobody works on yet."""
        new = {key: document for key, document in missing.items() if key not in self._in_flight}
        loop = asyncio.get_running_loop()
        self._in_flight.update({key: loop.create_future() for key in new})
        futures = {key: self._in_flight[key] for key in missing}
        if new:
            task = loop.create_task(self._work(new, sentences, None if language == ORIGINAL else language))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return futures

    async def _work(self, documents: Mapping[str, Document], sentences: int, language: str | None) -> None:
        """Answer every future of `documents`, batch by batch, whatever happens."""
        keys = list(documents)
        try:
            for start in range(0, len(keys), BATCH_DOCUMENTS):
                batch = keys[start : start + BATCH_DOCUMENTS]
                answers = await self._ask([documents[key] for key in batch], sentences, language)
                made = dict(zip(batch, answers, strict=True))
                await self._keep({key: answer for key, answer in made.items() if isinstance(answer, Summary)})
                for key, answer in made.items():
                    self._in_flight.pop(key).set_result(answer)
        finally:
            for key in keys:
                if future := self._in_flight.pop(key, None):
                    future.set_result(SummarizerError("the work was stopped"))

    async def _ask(self, documents: Sequence[Document], sentences: int, language: str | None) -> list[Answer]:
        name = self._summarizer.name
        try:
            answers = await self._summarizer.summarize(documents, sentences=sentences, language=language)
        except Exception as error:
            logger.exception("summaries failed engine=%s documents=%d", name, len(documents))
            return [SummarizerError(str(error))] * len(documents)
        failed = sum(isinstance(answer, SummarizerError) for answer in answers)
        logger.info("summaries made engine=%s documents=%d failed=%d", name, len(documents), failed)
        return answers

    async def _keep(self, made: Mapping[str, Summary]) -> None:
        """Put them into the cache; a store that cannot write costs the cache, not the summaries."""
        if not made:
            return
        try:
            await self._store.summaries.put(made, now=self._clock.now())
        except StoreError as error:
            logger.warning("summaries not cached count=%d error=%s", len(made), error)

    def _key(self, document: Document, sentences: int, language: str) -> str:
        """What a summary depends on: the text, the engine with its revision, language and length."""
        parts = (
            document.title,
            document.text,
            document.language or "",
            self._summarizer.name,
            language,
            str(sentences),
        )
        return hashlib.sha256("\x00".join(parts).encode("utf-8", "replace")).hexdigest()


def _document(article: Article) -> Document:
    return Document(text=article.text, title=article.title, language=article.language)
