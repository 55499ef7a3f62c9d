"""Makes summaries for digests and links: from the cache, from a job in progress, else by the engine.

Never raises for what an engine can cause. After the deadline the fallback is extractive: sentences of the article.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.errors import StoreError
from bot.models.articles import Article
from bot.models.chats import ORIGINAL
from bot.models.ports import Clock
from bot.store import Store
from bot.summaries.queue import AHEAD_DOCUMENTS, BATCH_DOCUMENTS, Answer, Job, Purpose, SummaryQueue
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

REJECTED = "rejected."  # prefix of the counters of sentences that the guard rails removed, by reason
DEADLINE_SECONDS = {Purpose.LINK: 60.0, Purpose.ASKED: 20.0, Purpose.DIGEST: 30.0, Purpose.AHEAD: None}


@dataclass(slots=True)
class SummaryTally:
    """What was made since the start, by engine: summaries, documents that got none, and seconds of its batches.

    Summaries out of the cache are not counted.
    """

    made: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    batches: Counter[str] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)

    def took(self, engine: str, seconds: float) -> None:
        """Note a batch of an engine."""
        self.batches[engine] += 1
        self.seconds[engine] = self.seconds.get(engine, 0.0) + seconds


class SummaryService:
    """One engine with a cache and a queue before it. Requests for the same text share one job.

    `rejections` counts the sentences that the engine's guard rails removed; it is moved to the store's counters.
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
        self._fallback = FallbackSummarizer([ExtractiveSummarizer()])
        self._clock = clock
        self._sentences = sentences
        self._rejections = Counter() if rejections is None else rejections
        self._ended = 0  # batches
        self.tally = SummaryTally()
        batches = max(summarizer.machines, summarizer.documents_at_once // BATCH_DOCUMENTS)
        self._queue = SummaryQueue(self._work, concurrency=batches)

    @property
    def status(self) -> EngineStatus:
        """Which engine writes, or why another does not."""
        return self._summarizer.status

    @property
    def engine(self) -> str:
        """The name of the engine in use: cached summaries of other engines are not used."""
        return self._summarizer.name

    @property
    def translates(self) -> bool:
        """Whether the engine writes in the requested language, whatever the article's is."""
        return self._summarizer.translates

    @property
    def ahead_documents(self) -> int:
        """How many articles are made ahead at a time: a batch for each machine."""
        return AHEAD_DOCUMENTS * self._summarizer.machines

    @property
    def is_idle(self) -> bool:
        """Whether no summary is queued or being made."""
        return self._queue.is_idle

    @property
    def waiting(self) -> int:
        """How many summaries are queued and not started."""
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
        """Summaries by article id; articles without a sentence are missing.

        `deadline`: seconds until the fallback is used; None: the default of the purpose. `due`: when the summaries are
        needed; those due sooner are made first.
        """
        documents = {article.id: _document(article) for article in articles if article.text.strip()}
        jobs = [self._job(document, self._sentences, language, purpose, due) for document in documents.values()]
        answers = await self._answers(jobs, DEADLINE_SECONDS[purpose] if deadline is None else deadline)
        return {
            article_id: answer
            for article_id, answer in zip(documents, answers, strict=True)
            if isinstance(answer, Summary)
        }

    async def known(self, articles: Sequence[Article], *, language: str = ORIGINAL) -> dict[int, Summary]:
        """Those of the summaries that are made already, by article id."""
        keys = {
            article.id: self._job(_document(article), self._sentences, language, Purpose.ASKED, None).key
            for article in articles
            if article.text.strip()
        }
        found = await self._store.summaries.get(list(keys.values()))
        return {article_id: found[key] for article_id, key in keys.items() if key in found}

    async def for_document(
        self,
        document: Document,
        *,
        sentences: int | None = None,
        language: str = ORIGINAL,
        deadline: float | None = None,
    ) -> Summary | SummarizerError:
        """The summary of a requested page, or why there is none."""
        job = self._job(document, sentences or self._sentences, language, Purpose.LINK, None)
        (answer,) = await self._answers([job], DEADLINE_SECONDS[Purpose.LINK] if deadline is None else deadline)
        return answer

    async def sentences_of(self, document: Document, *, sentences: int, language: str = ORIGINAL) -> Summary | None:
        """The extractive summary that is shown until a slow engine has written: sentences of the document."""
        (answer,) = await self._fallback.summarize(
            [document], sentences=sentences, language=None if language == ORIGINAL else language
        )
        return answer if isinstance(answer, Summary) else None

    async def aclose(self) -> None:
        """Stop the work in progress; those who wait for it get an error."""
        await self._queue.aclose()

    def _job(self, document: Document, sentences: int, language: str, purpose: Purpose, due: datetime | None) -> Job:
        """The job of a request; its key covers all a summary depends on: text, engine, recipe, language, length."""
        engine = self.engine
        parts = (document.title, document.text, document.language, engine, RECIPE, language, sentences)
        return Job(
            key=hashlib.sha256(json.dumps(parts).encode("ascii")).hexdigest(),
            engine=engine,
            document=document,
            sentences=sentences,
            language=None if language == ORIGINAL else language,
            priority=(purpose, (due or self._clock.now()).timestamp()),
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
        found |= await self._extracted(late)
        return [found[job.key] for job in jobs]

    async def _cached(self, keys: Sequence[str]) -> dict[str, Summary]:
        """Read the cache; again if a batch ended meanwhile, as its summaries may have been stored after the reading."""
        while True:
            ended = self._ended
            found = await self._store.summaries.get(keys)
            if ended == self._ended:
                return found

    async def _extracted(self, jobs: Sequence[Job]) -> dict[str, Answer]:
        """Extractive summaries for jobs that missed their deadline."""
        made: dict[str, Answer] = {}
        for job in jobs:
            [answer] = await self._fallback.summarize([job.document], sentences=job.sentences, language=job.language)
            made[job.key] = answer
            self._count([answer], engine=self._fallback.name)
        if jobs:
            logger.info("summaries late documents=%d engine=%s", len(jobs), self.engine)
        return made

    async def _work(self, batch: Sequence[Job]) -> None:
        """Answer every job of a batch, and cache the summaries that may be reused."""
        answers = await self._ask(batch)
        await self._keep(
            {
                job.key: answer
                for job, answer in zip(batch, answers, strict=True)
                # A fallback's summary is not cached under the name of an engine that failed since.
                if isinstance(answer, Summary) and (not answer.provisional or answer.engine == job.engine)
            }
        )
        self._ended += 1
        for job, answer in zip(batch, answers, strict=True):
            job.answer.set_result(answer)

    async def _ask(self, batch: Sequence[Job]) -> list[Answer]:
        name = self._summarizer.name
        began = self._clock.monotonic()
        documents = [job.document for job in batch]
        try:
            answers = await self._summarizer.summarize(
                documents, sentences=batch[0].sentences, language=batch[0].language
            )
        except Exception as error:
            logger.exception("summaries failed engine=%s documents=%d", name, len(batch))
            self.tally.failed[name] += len(batch)
            return [SummarizerError(str(error))] * len(batch)
        finally:
            self.tally.took(name, self._clock.monotonic() - began)
        self._count(answers, engine=name)
        failed = sum(isinstance(answer, SummarizerError) for answer in answers)
        logger.info("summaries made engine=%s documents=%d failed=%d", name, len(batch), failed)
        return answers

    def _count(self, answers: Sequence[Answer], *, engine: str) -> None:
        """Count summaries under the engine that wrote them, failures under the one that was asked."""
        for answer in answers:
            if isinstance(answer, Summary):
                self.tally.made[answer.engine] += 1
            else:
                self.tally.failed[engine] += 1

    async def _keep(self, made: Mapping[str, Summary]) -> None:
        """Cache the summaries. If the store fails they are lost to the cache, not to those who wait."""
        if self._store.is_readonly:
            return
        rejected = {REJECTED + reason: times for reason, times in self._rejections.items()}
        try:
            if made:
                await self._store.summaries.put(made, now=self._clock.now())
            if rejected:
                self._rejections.clear()
                await self._store.counters.add(rejected)
        except StoreError as error:
            logger.warning("summaries not cached summaries=%d error=%s", len(made), error)


def _document(article: Article) -> Document:
    return Document(text=article.text, title=article.title, language=article.language)
