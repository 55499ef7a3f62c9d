"""A priority queue of summaries before the engine, with one job for equal requests.

Priority: links that a person sent, what a person asked for, digests by their due time, summaries made ahead. Knows
neither cache nor deadlines.
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
AHEAD_DOCUMENTS = 4  # batches made ahead are small, as a link that comes meanwhile waits for one

Answer = Summary | SummarizerError


class Purpose(IntEnum):
    """What a summary is for, the most urgent first."""

    LINK = 0
    ASKED = 1
    DIGEST = 2
    AHEAD = 3


# Purpose, then due time (seconds since 1970); the smaller comes first.
Priority = tuple[Purpose, float]


@dataclass(slots=True, kw_only=True, eq=False)
class Job:
    """One summary to make, and how many wait for it. `engine`: the engine in use when it was requested."""

    key: str
    engine: str
    document: Document
    sentences: int
    language: str | None
    priority: Priority
    answer: asyncio.Future[Answer] = field(default_factory=lambda: asyncio.get_running_loop().create_future())
    waiters: int = 0

    def fits(self, other: Job) -> bool:
        """Whether both may be in one batch: a link never waits for the texts of a digest beside it."""
        return (self.sentences, self.language, self.priority[0]) == (other.sentences, other.language, other.priority[0])


class SummaryQueue:
    """Hands batches of jobs to `work`, `concurrency` of them at once; `work` answers each job of its batch.

    A job that `work` leaves unanswered, or that is still waiting at `aclose`, gets an error.
    """

    def __init__(self, work: Callable[[Sequence[Job]], Awaitable[None]], *, concurrency: int = 1) -> None:
        self._work = work
        self._concurrency = concurrency
        self._waiting: dict[str, Job] = {}
        self._running: dict[str, Job] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    @property
    def waiting(self) -> int:
        """How many summaries are queued and not started."""
        return len(self._waiting)

    @property
    def is_idle(self) -> bool:
        return not self._waiting and not self._running

    def put(self, job: Job) -> Job:
        """Queue the job; returns it, or the job that has the same key, with the higher priority of both."""
        known = self._running.get(job.key) or self._waiting.get(job.key)
        if known is None:
            known = self._waiting[job.key] = job
        known.priority = min(known.priority, job.priority)
        known.waiters += 1
        if self._closed:
            self._refuse([known])
        else:
            # Later, when all jobs of one request are queued, so that they share batches.
            asyncio.get_running_loop().call_soon(self._begin)
        return known

    def leave(self, job: Job) -> None:
        """One waiter fewer; a job without waiters that is not started is dropped."""
        job.waiters -= 1
        if job.waiters == 0 and self._waiting.get(job.key) is job:
            self._refuse([job])

    async def aclose(self) -> None:
        """Cancel what is being made; waiting jobs are answered with an error."""
        self._closed = True
        self._refuse(list(self._waiting.values()))
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def _begin(self) -> None:
        while self._waiting and len(self._tasks) < self._concurrency and not self._closed:
            batch = self._next_batch()
            for job in batch:
                self._running[job.key] = self._waiting.pop(job.key)
            task = asyncio.create_task(self._run(batch), name="summarise")
            self._tasks.add(task)

    def _next_batch(self) -> list[Job]:
        first = min(self._waiting.values(), key=lambda job: job.priority)
        size = AHEAD_DOCUMENTS if first.priority[0] is Purpose.AHEAD else BATCH_DOCUMENTS
        return nsmallest(size, (job for job in self._waiting.values() if job.fits(first)), key=lambda job: job.priority)

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
