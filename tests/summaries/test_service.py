"""The cache before the engine: what is asked once, shared, kept and given up."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Sequence

import pytest

from bot.errors import StoreError
from bot.store import Store
from bot.summaries.queue import BATCH_DOCUMENTS
from bot.summaries.service import SummaryService
from summarizer import RECIPE, Document, EngineState, NothingToSummarize, Summarizer, SummarizerError, Summary
from tests.fakes import FakeClock, an_article


class ScriptedSummarizer(Summarizer):
    """Summarises a document as its first word; `failing` documents fail, `gate` holds it back."""

    name = "scripted"

    def __init__(self) -> None:
        self.at_once = 1
        self.batches: list[list[str]] = []
        self.asked: list[tuple[int, str | None]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.begun = asyncio.Event()
        self.crash: Exception | None = None
        self.provisional = False

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]:
        self.batches.append([document.text for document in documents])
        self.asked.append((sentences, language))
        self.begun.set()
        await self.gate.wait()
        if self.crash:
            raise self.crash
        return [self._one(document) for document in documents]

    def _one(self, document: Document) -> Summary | SummarizerError:
        if document.text == "nothing":
            return NothingToSummarize("nothing here")
        return Summary(
            text=document.text.split()[0],
            language="en",
            engine="extractive" if self.provisional else self.name,
            grounded=True,
            provisional=self.provisional,
        )

    @property
    def documents_at_once(self) -> int:
        return self.at_once

    async def aclose(self) -> None:
        self.gate.set()


@pytest.fixture
def engine() -> ScriptedSummarizer:
    return ScriptedSummarizer()


@pytest.fixture
async def service(store: Store, engine: ScriptedSummarizer, clock: FakeClock) -> AsyncIterator[SummaryService]:
    service = SummaryService(store=store, summarizer=engine, clock=clock, sentences=2)
    yield service
    await service.aclose()


def a_document(text: str = "One two.", title: str = "") -> Document:
    return Document(text=text, title=title, language="en")


async def test_summaries_come_by_article_and_failures_are_missing(service: SummaryService) -> None:
    articles = [an_article(1, text="Alpha x"), an_article(2, text="nothing"), an_article(3, text="  ")]
    found = await service.for_articles(articles)
    assert {article_id: summary.text for article_id, summary in found.items()} == {1: "Alpha"}
    assert await service.for_articles([]) == {}


async def test_a_summary_is_made_once_and_kept_across_restarts(
    service: SummaryService, store: Store, engine: ScriptedSummarizer, clock: FakeClock
) -> None:
    first = await service.for_document(a_document())
    later = SummaryService(store=store, summarizer=engine, clock=clock)
    assert await later.for_document(a_document()) == first
    assert len(engine.batches) == 1


@pytest.mark.parametrize("change", ["title", "text", "language", "sentences", "engine", "recipe"])
async def test_whatever_a_summary_depends_on_makes_a_new_one(
    service: SummaryService, engine: ScriptedSummarizer, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await service.for_document(a_document())
    if change == "recipe":
        monkeypatch.setattr("bot.summaries.service.RECIPE", RECIPE + 1)
    engine.name = "other" if change == "engine" else engine.name
    await service.for_document(
        a_document("Two." if change == "text" else "One two.", title="T" if change == "title" else ""),
        language="de" if change == "language" else "original",
        sentences=5 if change == "sentences" else None,
    )
    assert len(engine.batches) == 2
    assert engine.asked[1] == (5 if change == "sentences" else 2, "de" if change == "language" else None)


async def test_an_error_is_an_answer_and_is_not_kept(service: SummaryService, engine: ScriptedSummarizer) -> None:
    assert isinstance(await service.for_document(a_document("nothing")), NothingToSummarize)
    await service.for_document(a_document("nothing"))
    assert len(engine.batches) == 2


async def test_identical_requests_share_the_one_in_flight(service: SummaryService, engine: ScriptedSummarizer) -> None:
    engine.gate.clear()
    article = an_article(1, text="One two.", title="")
    waiting = [
        asyncio.create_task(service.for_document(a_document())),
        asyncio.create_task(service.for_articles([article])),
    ]
    await engine.begun.wait()
    engine.gate.set()
    summary, found = await asyncio.gather(*waiting)
    assert found == {1: summary}
    assert len(engine.batches) == 1


async def test_what_is_made_while_another_request_reads_the_cache_is_not_made_again(
    service: SummaryService, store: Store, engine: ScriptedSummarizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, may_go_on = store.summaries.get, asyncio.Event()
    reading = asyncio.Event()

    async def slowly(keys: Sequence[str]) -> dict[str, Summary]:
        found = await read(keys)
        reading.set()
        await may_go_on.wait()
        return found

    monkeypatch.setattr(store.summaries, "get", slowly)
    late = asyncio.create_task(service.for_document(a_document()))
    await reading.wait()
    monkeypatch.setattr(store.summaries, "get", read)
    first = await service.for_document(a_document())
    may_go_on.set()
    assert await late == first
    assert len(engine.batches) == 1


async def test_one_request_is_worked_off_in_batches(service: SummaryService, engine: ScriptedSummarizer) -> None:
    articles = [an_article(number, text=f"Text{number} x") for number in range(BATCH_DOCUMENTS + 3)]
    assert len(await service.for_articles(articles)) == BATCH_DOCUMENTS + 3
    assert [len(batch) for batch in engine.batches] == [BATCH_DOCUMENTS, 3]


LONG = "The bridge over the harbour opened on Monday. Thousands of people walked across it."


async def test_past_the_deadline_sentences_of_the_article_do_and_the_work_goes_on(
    service: SummaryService, engine: ScriptedSummarizer
) -> None:
    engine.gate.clear()
    late = await service.for_articles([an_article(1, text=LONG)], deadline=0.01)
    assert late[1].text == LONG
    assert late[1].engine == "extractive"
    assert (await service.for_document(Document(text="x"), deadline=0.01)).__class__ is NothingToSummarize
    engine.gate.set()
    found = await service.for_articles([an_article(1, text=LONG)])
    assert found[1].text == "The"
    assert [batch for batch in engine.batches if batch == [LONG]] == [[LONG]]


async def test_what_nobody_waits_for_any_more_is_not_begun(service: SummaryService, engine: ScriptedSummarizer) -> None:
    engine.gate.clear()
    first = asyncio.create_task(service.for_document(a_document("First x.")))
    await engine.begun.wait()
    await service.for_document(a_document(LONG), deadline=0.01)
    assert service.waiting == 0
    assert not service.is_idle
    engine.gate.set()
    await first
    assert engine.batches == [["First x."]]
    assert service.is_idle


async def test_an_engine_that_takes_more_gets_several_batches_at_once(store: Store, clock: FakeClock) -> None:
    engine = ScriptedSummarizer()
    engine.at_once = 2 * BATCH_DOCUMENTS
    service = SummaryService(store=store, summarizer=engine, clock=clock)
    engine.gate.clear()
    articles = [an_article(number, text=f"Text{number} x") for number in range(3 * BATCH_DOCUMENTS)]
    waiting = asyncio.create_task(service.for_articles(articles))
    await engine.begun.wait()
    await asyncio.sleep(0)
    assert len(engine.batches) == 2
    engine.gate.set()
    assert len(await waiting) == 3 * BATCH_DOCUMENTS
    await service.aclose()


async def test_a_fallbacks_summary_is_not_cached_for_the_engine(
    service: SummaryService, engine: ScriptedSummarizer
) -> None:
    engine.provisional = True
    assert (await service.for_articles([an_article(1)]))[1].engine == "extractive"
    engine.provisional = False
    assert (await service.for_articles([an_article(1)]))[1].engine == "scripted"
    assert (await service.for_articles([an_article(1)]))[1].engine == "scripted"
    assert len(engine.batches) == 2


async def test_an_engine_that_died_while_its_job_was_queued_gets_no_fallbacks_summary(
    service: SummaryService, engine: ScriptedSummarizer
) -> None:
    engine.gate.clear()
    first = asyncio.create_task(service.for_document(a_document("First x.")))
    await engine.begun.wait()
    second = asyncio.create_task(service.for_document(a_document()))
    while not service.waiting:  # noqa: ASYNC110
        await asyncio.sleep(0)
    engine.name, engine.provisional = "extractive", True
    engine.gate.set()
    await asyncio.gather(first, second)
    engine.name, engine.provisional = "scripted", False
    answer = await service.for_document(a_document())
    assert isinstance(answer, Summary)
    assert answer.engine == "scripted"


async def test_rejected_sentences_are_counted_across_restarts(
    store: Store, engine: ScriptedSummarizer, clock: FakeClock
) -> None:
    for _ in range(2):
        rejections = Counter({"number": 2, "name": 1})
        service = SummaryService(store=store, summarizer=engine, clock=clock, rejections=rejections)
        await service.for_document(a_document("nothing"))
        assert not rejections
        await service.aclose()
    assert await store.counters.all("rejected.") == {"name": 2, "number": 4}
    assert service.status.state is EngineState.READY
    assert service.engine == "scripted"


async def test_what_was_made_and_what_failed_is_counted_by_engine(
    service: SummaryService, engine: ScriptedSummarizer
) -> None:
    await service.for_articles([an_article(1), an_article(2, text="nothing")])
    await service.for_articles([an_article(1)])  # out of the cache
    engine.provisional = True
    await service.for_document(a_document("Later x."))
    engine.crash = RuntimeError("out of memory")
    await service.for_document(a_document("Crash x."))
    tally = service.tally
    assert (tally.made, tally.failed) == ({"scripted": 1, "extractive": 1}, {"scripted": 2})
    assert (tally.batches, tally.seconds) == ({"scripted": 3}, {"scripted": 0.0})


async def test_an_extract_in_place_of_a_late_summary_is_counted_as_one(
    service: SummaryService, engine: ScriptedSummarizer
) -> None:
    engine.gate.clear()
    text = "The harbour bridge opened on Monday after seven years. Thousands of people walked across it in an hour."
    await service.for_document(a_document(text), deadline=0)
    assert service.tally.made == {"extractive": 1}


async def test_a_crashing_engine_costs_the_summaries_only(service: SummaryService, engine: ScriptedSummarizer) -> None:
    engine.crash = RuntimeError("out of memory")
    assert await service.for_articles([an_article(1)]) == {}
    engine.crash = None
    assert set(await service.for_articles([an_article(1)])) == {1}


async def test_a_store_that_cannot_write_costs_the_cache_only(
    service: SummaryService, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def full(*_: object, **__: object) -> None:
        raise StoreError("disk full")

    monkeypatch.setattr(store.summaries, "put", full)
    assert isinstance(await service.for_document(a_document()), Summary)


async def test_closing_answers_those_who_wait(service: SummaryService, engine: ScriptedSummarizer) -> None:
    engine.gate.clear()
    waiting = asyncio.create_task(service.for_document(a_document()))
    await engine.begun.wait()
    await service.aclose()
    assert isinstance(await waiting, SummarizerError)
    assert isinstance(await service.for_document(a_document("Later x.")), SummarizerError)
