"""The line before the engine: order, batches, sharing, ends."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest

from bot.summaries.queue import AHEAD_DOCUMENTS, BATCH_DOCUMENTS, Job, Purpose, SummaryQueue
from summarizer import Document, SummarizerError, Summary


class Engine:
    """Works when it is let to; answers with the document's text."""

    def __init__(self) -> None:
        self.batches: list[list[str]] = []
        self.gate = asyncio.Event()
        self.crashes = False

    async def __call__(self, batch: Sequence[Job]) -> None:
        self.batches.append([job.key for job in batch])
        await self.gate.wait()
        if self.crashes:
            raise RuntimeError("out of memory")
        for job in batch:
            job.answer.set_result(Summary(text=job.document.text, language="en", engine="e", grounded=True))


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
async def queue(engine: Engine) -> AsyncIterator[SummaryQueue]:
    queue = SummaryQueue(engine)
    yield queue
    await queue.aclose()


def a_job(key: str, purpose: Purpose = Purpose.DIGEST, due: float = 0, **changes: Any) -> Job:
    fields: dict[str, Any] = {"sentences": 2, "language": None, **changes}
    return Job(key=key, engine="scripted", document=Document(text=key), priority=(purpose, due), **fields)


async def begun(engine: Engine) -> None:
    while not engine.batches:  # noqa: ASYNC110 - one turn of the loop
        await asyncio.sleep(0)


async def drained(queue: SummaryQueue, engine: Engine) -> list[list[str]]:
    """Let the engine work until nothing waits; what it was given."""
    engine.gate.set()
    while not queue.is_idle:  # noqa: ASYNC110 - a few turns of the loop
        await asyncio.sleep(0)
    return engine.batches


async def test_links_then_what_was_asked_for_then_digests_by_their_time_then_what_is_ahead(
    queue: SummaryQueue, engine: Engine
) -> None:
    queue.put(a_job("running"))
    await begun(engine)
    queue.put(a_job("ahead", Purpose.AHEAD))
    queue.put(a_job("tomorrow", due=24))
    queue.put(a_job("soon", due=1))
    queue.put(a_job("asked", Purpose.ASKED, due=30))
    queue.put(a_job("link", Purpose.LINK, due=40))
    assert queue.waiting == 5
    assert await drained(queue, engine) == [["running"], ["link"], ["asked"], ["soon", "tomorrow"], ["ahead"]]


async def test_only_what_is_asked_alike_stands_in_one_batch(queue: SummaryQueue, engine: Engine) -> None:
    queue.put(a_job("short", sentences=1))
    queue.put(a_job("usual"))
    queue.put(a_job("german", language="de"))
    queue.put(a_job("usual too"))
    assert await drained(queue, engine) == [["short"], ["usual", "usual too"], ["german"]]


async def test_batches_are_smaller_where_nobody_waits(queue: SummaryQueue, engine: Engine) -> None:
    for purpose in (Purpose.DIGEST, Purpose.AHEAD):
        for number in range(BATCH_DOCUMENTS + 1):
            queue.put(a_job(f"{purpose}{number}", purpose))
    sizes = [len(batch) for batch in await drained(queue, engine)]
    assert sizes == [BATCH_DOCUMENTS, 1, AHEAD_DOCUMENTS, AHEAD_DOCUMENTS, 1]


async def test_a_more_urgent_request_hurries_the_job_that_stands_in_line(queue: SummaryQueue, engine: Engine) -> None:
    running = queue.put(a_job("running"))
    await begun(engine)
    queue.put(a_job("one", Purpose.AHEAD))
    two = queue.put(a_job("two", Purpose.AHEAD))
    assert queue.put(a_job("two", Purpose.LINK)) is two
    assert queue.put(a_job("two", Purpose.DIGEST)) is two
    assert queue.put(a_job("running", Purpose.LINK)) is running
    assert await drained(queue, engine) == [["running"], ["two"], ["one"]]


async def test_a_job_is_dropped_when_the_last_one_waiting_leaves_unless_it_is_worked_on(
    queue: SummaryQueue, engine: Engine
) -> None:
    running = queue.put(a_job("running"))
    await begun(engine)
    waiting = queue.put(a_job("waiting"))
    queue.put(a_job("waiting"))
    queue.leave(running)
    queue.leave(waiting)
    assert queue.waiting == 1
    queue.leave(waiting)
    assert queue.waiting == 0
    assert isinstance(waiting.answer.result(), SummarizerError)
    await drained(queue, engine)
    assert isinstance(running.answer.result(), Summary)


async def test_a_job_whose_work_breaks_gets_an_error(
    queue: SummaryQueue, engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    engine.crashes = True
    job = queue.put(a_job("x"))
    with caplog.at_level(logging.ERROR):
        await drained(queue, engine)
    assert isinstance(job.answer.result(), SummarizerError)
    assert "summaries failed documents=1" in caplog.text


async def test_closing_ends_what_runs_and_what_waits_and_takes_nothing_more(
    queue: SummaryQueue, engine: Engine
) -> None:
    running = queue.put(a_job("running"))
    await begun(engine)
    waiting = queue.put(a_job("waiting"))
    await queue.aclose()
    late = queue.put(a_job("late"))
    assert all(isinstance(job.answer.result(), SummarizerError) for job in (running, waiting, late))
    assert engine.batches == [["running"]]
    assert queue.is_idle
