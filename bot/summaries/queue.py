"""The line before the engine: who is waited for comes first, and nothing is worked on twice.

Knows neither cache nor deadlines. A link that a person sent comes before what a person asked for, this before digests
by their due time, these before what is made ahead.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from heapq import nsmallest

from summarizer import Document, SummarizerError, Summary

logger = logging.getLogger(__name__)

BATCH_DOCUMENTS = 8
AHEAD_DOCUMENTS = 4  # a link that comes meanwhile waits for one batch: a small one where nobody waits for it

Answer = Summary | SummarizerError


class Purpose(IntEnum):
    """What a summary is for, the most urgent first."""

    LINK = 0
    ASKED = 1
    DIGEST = 2
    AHEAD = 3


# Purpose, then when it is due (seconds since 1970).
Urgency = tuple[Purpose, float]


@dataclass(slots=True, kw_only=True, eq=False)
class Job:
    """One summary to make, and those who wait for it. `engine`: who was to write when it was asked for."""

    key: str
    engine: str
    document: Document
    sentences: int
    language: str | None
    urgency: Urgency
    answer: asyncio.Future[Answer] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    waiters: int = 0

    def fits(self, other: Job) -> bool:
        """Whether both may stand in one batch: nobody's link waits for the digest's texts beside it."""
        return (self.sentences, self.language, self.urgency[0]) == (other.sentences, other.language, other.urgency[0])


class SummaryQueue:
    """Hands batches of jobs to `work`, `lanes` of them at once; `work` answers each job of its batch.

    A job that `work` leaves unanswered, or that is still waiting at `aclose`, gets an error.
    """

    def __init__(self, work: Callable[[Sequence[Job]], Awaitable[None]], *, lanes: int = 1) -> None:
        self._work = work
        self._lanes = lanes
        self._waiting: dict[str, Job] = {}
        self._running: dict[str, Job] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def waiting(self) -> int:
        """How many summaries nobody works on yet."""
        return len(self._waiting)

    @property
    def is_idle(self) -> bool:
        return not self._waiting and not self._running

    def put(self, job: Job) -> Job:
        """Take the job, or give the one under way for the same key, as urgent as the more urgent of both."""
        known = self._running.get(job.key) or self._waiting.get(job.key)
        if known is None:
            known = self._waiting[job.key] = job
        known.urgency = min(known.urgency, job.urgency)
        known.waiters += 1
        if self._closed:
            self._refuse([known])
        else:
            # Once all that is asked for together stands in line, so that it goes together.
            asyncio.get_running_loop().call_soon(self._begin)
        return known

    def leave(self, job: Job) -> None:
        """Somebody waits no longer; a job that nobody waits for and nobody works on is dropped."""
        job.waiters -= 1
        if job.waiters == 0 and self._waiting.get(job.key) is job:
            self._refuse([job])

    async def aclose(self) -> None:
        """End what is under way; those who wait get an error as their answer."""
        self._closed = True
        self._refuse(list(self._waiting.values()))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self) -> None:
        while self._waiting and len(self._tasks) < self._lanes and not self._closed:
            batch = self._next_batch()
            for job in batch:
                self._running[job.key] = self._waiting.pop(job.key)
            task = asyncio.create_task(self._run(batch), name="summarise")
            self._tasks.add(task)

    def _next_batch(self) -> list[Job]:
        first = min(self._waiting.values(), key=lambda job: job.urgency)
        size = AHEAD_DOCUMENTS if first.urgency[0] is Purpose.AHEAD else BATCH_DOCUMENTS
        return nsmallest(size, (job for job in self._waiting.values() if job.fits(first)), key=lambda job: job.urgency)

    async def _run(self, batch: Sequence[Job]) -> None:
        try:
            await self._work(batch)
        except Exception:
            logger.exception("summaries failed documents=%d", len(batch))
        finally:
            for job in batch:
                self._running.pop(job.key, None)
            self._refuse(batch)
            if (task := asyncio.current_task()) is not None:
                self._tasks.discard(task)
            self._begin()

    def _refuse(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            self._waiting.pop(job.key, None)
            if not job.answer.done():
                job.answer.set_result(SummarizerError("the work was stopped"))
