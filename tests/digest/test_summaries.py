"""The cache before the engine: what is asked once, shared, kept and given up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence

import pytest

from bot.digest.summaries import BATCH_DOCUMENTS, SummaryService
from bot.errors import StoreError
from bot.store import Store
from summarizer import Document, NothingToSummarize, SummarizerError, Summary
from tests.fakes import FakeClock, an_article


class ScriptedSummarizer:
    """Summarises a document as its first word; `failing` documents fail, `gate` holds it back."""

    def __init__(self) -> None:
        self.name = "scripted"
        self.batches: list[list[str]] = []
        self.asked: list[tuple[int, str | None]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.begun = asyncio.Event()
        self.crash: Exception | None = None

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
        return Summary(text=document.text.split()[0], language="en", engine=self.name, grounded=True)

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


@pytest.mark.parametrize("change", ["title", "text", "language", "sentences", "engine"])
async def test_whatever_a_summary_depends_on_makes_a_new_one(
    service: SummaryService, engine: ScriptedSummarizer, change: str
) -> None:
    await service.for_document(a_document())
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


async def test_one_request_is_worked_off_in_batches(service: SummaryService, engine: ScriptedSummarizer) -> None:
    articles = [an_article(number, text=f"Text{number} x") for number in range(BATCH_DOCUMENTS + 3)]
    assert len(await service.for_articles(articles)) == BATCH_DOCUMENTS + 3
    assert [len(batch) for batch in engine.batches] == [BATCH_DOCUMENTS, 3]


async def test_a_deadline_ends_the_waiting_and_not_the_work(
    service: SummaryService, engine: ScriptedSummarizer
) -> None:
    engine.gate.clear()
    assert await service.for_articles([an_article(1)], deadline=0.01) == {}
    late = await service.for_document(Document(text="x"), deadline=0.01)
    assert isinstance(late, SummarizerError)
    engine.gate.set()
    assert set(await service.for_articles([an_article(1)])) == {1}
    assert len(engine.batches) == 2


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
