"""Summaries for digests and links: from the cache, from the work under way, else from the engine, on time.

Never raises for what an engine can cause. Who waits past a deadline gets sentences of the article itself.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.errors import StoreError
from bot.models.articles import Article
from bot.models.chats import ORIGINAL
from bot.models.ports import Clock
from bot.store import Store
from bot.summaries.queue import BATCH_DOCUMENTS, Answer, Job, Purpose, SummaryQueue
from summarizer import (
    RECIPE,
    Document,
    EngineStatus,
    ExtractiveSummarizer,
    FallbackSummarizer,
    Summarizer,
    SummarizerError,
    Summary,
)

logger = logging.getLogger(__name__)

REJECTED = "rejected."  # before the reason, the counter of sentences that the guard rails took out
DEADLINE_SECONDS = {Purpose.LINK: 60.0, Purpose.ASKED: 20.0, Purpose.DIGEST: 30.0, Purpose.AHEAD: None}


class SummaryService:
    """One engine with a cache and a line before it. Requests for the same text share one piece of work.

    `rejections` counts what the engine's guard rails took out; it is emptied into the store as it fills.
    """

    def __init__(
        self,
        *,
        store: Store,
        summarizer: Summarizer,
        clock: Clock,
        sentences: int = 2,
        rejections: Counter[str] | None = None,
    ) -> None:
        self._store = store
        self._summarizer = summarizer
        self._stand_in = FallbackSummarizer([ExtractiveSummarizer()])
        self._clock = clock
        self._sentences = sentences
        self._rejections = Counter() if rejections is None else rejections
        self._ended = 0  # batches
        self._queue = SummaryQueue(self._work, lanes=max(1, summarizer.documents_at_once // BATCH_DOCUMENTS))

    @property
    def status(self) -> EngineStatus:
        """Which engine writes, or why another does not."""
        return self._summarizer.status

    @property
    def engine(self) -> str:
        """Who writes now: summaries of another name are not looked at any more."""
        return self._summarizer.name

    @property
    def translates(self) -> bool:
        """Whether the engine writes in the language asked for, whatever the article's."""
        return self._summarizer.translates

    @property
    def is_idle(self) -> bool:
        """Whether nobody waits and nothing is being written."""
        return self._queue.is_idle

    @property
    def waiting(self) -> int:
        """How many summaries stand in line."""
        return self._queue.waiting

    async def for_articles(
        self,
        articles: Sequence[Article],
        *,
        language: str = ORIGINAL,
        purpose: Purpose = Purpose.DIGEST,
        due: datetime | None = None,
        deadline: float | None = None,
    ) -> dict[int, Summary]:
        """Summaries by article id; missing are those of articles that hold no sentence.

        `deadline`: seconds after which sentences of the article do; None: what is usual for the purpose. `due`: when
        they are needed; the sooner, the sooner they are begun.
        """
        documents = {article.id: _document(article) for article in articles if article.text.strip()}
        jobs = [self._job(document, self._sentences, language, purpose, due) for document in documents.values()]
        answers = await self._answers(jobs, DEADLINE_SECONDS[purpose] if deadline is None else deadline)
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
        deadline: float | None = None,
    ) -> Summary | SummarizerError:
        """The summary of a page that someone asked for, or why there is none."""
        job = self._job(document, sentences or self._sentences, language, Purpose.LINK, None)
        (answer,) = await self._answers([job], DEADLINE_SECONDS[Purpose.LINK] if deadline is None else deadline)
        return answer

    async def sentences_of(self, document: Document, *, sentences: int, language: str = ORIGINAL) -> Summary | None:
        """What stands in until an engine that takes its time has written: sentences of the document itself."""
        (answer,) = await self._stand_in.summarize(
            [document], sentences=sentences, language=None if language == ORIGINAL else language
        )
        return answer if isinstance(answer, Summary) else None

    async def aclose(self) -> None:
        """Stop what is under way; those who wait for it get an error as their answer."""
        await self._queue.aclose()

    def _job(self, document: Document, sentences: int, language: str, purpose: Purpose, due: datetime | None) -> Job:
        """What is asked for; its key holds all that a summary depends on: text, engine, recipe, language, length."""
        engine = self.engine
        parts = (document.title, document.text, document.language, engine, RECIPE, language, sentences)
        return Job(
            key=hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest(),
            engine=engine,
            document=document,
            sentences=sentences,
            language=None if language == ORIGINAL else language,
            urgency=(purpose, (due or self._clock.now()).timestamp()),
        )

    async def _answers(self, jobs: Sequence[Job], deadline: float | None) -> list[Answer]:
        found: dict[str, Answer] = dict(await self._cached([job.key for job in jobs]))
        waited = {job.key: self._queue.put(job) for job in jobs if job.key not in found}
        try:
            if waited:
                await asyncio.wait({job.answer for job in waited.values()}, timeout=deadline)
            late = [job for job in waited.values() if not job.answer.done()]
            found |= {key: job.answer.result() for key, job in waited.items() if job.answer.done()}
        finally:
            for job in waited.values():
                self._queue.leave(job)
        found |= await self._stood_in(late)
        return [found[job.key] for job in jobs]

    async def _cached(self, keys: Sequence[str]) -> dict[str, Summary]:
        """Read the cache, again if work ended meanwhile: its summaries may have come in behind the reading."""
        while True:
            ended = self._ended
            found = await self._store.summaries.get(keys)
            if ended == self._ended:
                return found

    async def _stood_in(self, jobs: Sequence[Job]) -> dict[str, Answer]:
        """Sentences of the articles themselves, for those who cannot wait longer."""
        made: dict[str, Answer] = {}
        for job in jobs:
            [made[job.key]] = await self._stand_in.summarize(
                [job.document], sentences=job.sentences, language=job.language
            )
        if jobs:
            logger.info("summaries late documents=%d engine=%s", len(jobs), self.engine)
        return made

    async def _work(self, batch: Sequence[Job]) -> None:
        """Answer every job of a batch, and keep what is worth it."""
        answers = await self._ask(batch)
        await self._keep(
            {
                job.key: answer
                for job, answer in zip(batch, answers, strict=True)
                # An engine that has died since it was asked for gets no other's sentences under its name.
                if isinstance(answer, Summary) and (not answer.provisional or answer.engine == job.engine)
            }
        )
        self._ended += 1
        for job, answer in zip(batch, answers, strict=True):
            job.answer.set_result(answer)

    async def _ask(self, batch: Sequence[Job]) -> list[Answer]:
        name = self._summarizer.name
        documents = [job.document for job in batch]
        try:
            answers = await self._summarizer.summarize(
                documents, sentences=batch[0].sentences, language=batch[0].language
            )
        except Exception as error:
            logger.exception("summaries failed engine=%s documents=%d", name, len(batch))
            return [SummarizerError(str(error))] * len(batch)
        failed = sum(isinstance(answer, SummarizerError) for answer in answers)
        logger.info("summaries made engine=%s documents=%d failed=%d", name, len(batch), failed)
        return answers

    async def _keep(self, made: Mapping[str, Summary]) -> None:
        """Put them into the cache; a store that cannot write costs the cache, not the summaries."""
        rejected = {REJECTED + reason: times for reason, times in self._rejections.items()}
        try:
            if made:
                await self._store.summaries.put(made, now=self._clock.now())
            if rejected:
                self._rejections.clear()
                await self._store.counters.add(rejected)
        except StoreError as error:
            logger.warning("summaries not cached count=%d error=%s", len(made), error)


def _document(article: Article) -> Document:
    return Document(text=article.text, title=article.title, language=article.language)
