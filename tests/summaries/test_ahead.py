"""Summaries made before anyone asks: for what is read, in the languages it is read in, soonest due first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from typing import Any

import pytest

from bot.models.articles import CategoryPath
from bot.models.chats import DigestMode, Schedule
from bot.models.sources import SourceKind, SourceSpec
from bot.store import Store
from bot.summaries.ahead import SummariesAhead
from bot.summaries.service import SummaryService
from summarizer import Document, Summarizer, SummarizerError, Summary
from tests.fakes import NOON, FakeClock, a_chat, a_new_article, an_update


class Engine(Summarizer):
    """Remembers the titles it was given, and in which language."""

    name = "scripted"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str | None]] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.begun = 0
        self.several = 1

    @property
    def machines(self) -> int:
        return self.several

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]:
        self.begun += len(documents)
        await self.gate.wait()
        self.asked += [(document.title, language) for document in documents]
        return [Summary(text="S.", language="en", engine=self.name, grounded=True) for _ in documents]

    async def aclose(self) -> None:
        return None


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
async def summaries(store: Store, engine: Engine, clock: FakeClock) -> AsyncIterator[SummaryService]:
    service = SummaryService(store=store, summarizer=engine, clock=clock)
    yield service
    await service.aclose()


@pytest.fixture
def ahead(store: Store, summaries: SummaryService, clock: FakeClock) -> SummariesAhead:
    return SummariesAhead(store=store, summaries=summaries, clock=clock)


async def publish(store: Store, title: str, category: CategoryPath = ("World",), *, recent: bool = True) -> None:
    spec = SourceSpec(name="News", kind=SourceKind.FEED, location="https://example.org/feed")
    if await store.sources.get("News") is None:
        await store.sources.add(spec, now=NOON)
    source = await store.sources.get("News")
    assert source is not None
    article = a_new_article(title, recent=recent, categories=(category,), text=f"{title} it is. And so on.")
    await store.sources.apply(an_update(source.id, article))


async def follow(store: Store, chat_id: int, category: CategoryPath = ("World",), **changes: Any) -> None:
    chat = a_chat(chat_id, **{"next_digest_at": NOON + timedelta(hours=1), **changes})
    await store.chats.save(chat)
    await store.chats.subscribe(chat.key, category)


async def test_only_what_a_chat_will_read_is_made_and_only_once(
    store: Store, ahead: SummariesAhead, engine: Engine
) -> None:
    await publish(store, "Read")
    await publish(store, "Read below", ("World", "Europe"))
    await publish(store, "Unread", ("Sport",))
    await publish(store, "Old", recent=False)
    await follow(store, 1)
    await follow(store, 2)
    off = Schedule(mode=DigestMode.OFF)
    await follow(store, 3, ("Sport",), schedule=off, next_digest_at=None)
    await follow(store, 4, ("Sport",), active=False)
    assert await ahead.step() == 2
    assert engine.asked == [("Read below", None), ("Read", None)]
    assert await ahead.step() == 0
    await publish(store, "New")
    assert await ahead.step() == 1
    assert engine.asked[2:] == [("New", None)]


async def test_while_no_article_comes_in_new_readers_are_found_within_a_minute(
    store: Store, ahead: SummariesAhead, engine: Engine, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    await publish(store, "One")
    await follow(store, 1)
    assert await ahead.step() == 1
    looks = 0
    awaited = store.articles.awaited

    async def counted(**values: Any) -> Any:
        nonlocal looks
        looks += 1
        return await awaited(**values)

    monkeypatch.setattr(store.articles, "awaited", counted)
    await follow(store, 2, summary_language="de")
    assert await ahead.step() == 0
    assert looks == 0
    clock.advance(minutes=1)
    assert await ahead.step() == 1
    assert engine.asked[1:] == [("One", "de")]


async def test_what_is_due_soonest_comes_first(store: Store, ahead: SummariesAhead, engine: Engine) -> None:
    for category in ("Tomorrow", "Soon", "At once"):
        await publish(store, f"{category} {category}", (category,))
    await follow(store, 1, ("Tomorrow",), next_digest_at=NOON + timedelta(hours=20))
    await follow(store, 2, ("Soon",))
    instant = Schedule(mode=DigestMode.INSTANT)
    await follow(store, 3, ("At once",), schedule=instant, next_digest_at=None)
    await ahead.step()
    assert [title.split()[0] for title, _ in engine.asked] == ["At", "Soon", "Tomorrow"]


async def test_each_language_that_someone_reads_is_made(store: Store, ahead: SummariesAhead, engine: Engine) -> None:
    await publish(store, "One")
    await follow(store, 1)
    await follow(store, 2, summary_language="de")
    assert await ahead.step() == 2
    assert set(engine.asked) == {("One", None), ("One", "de")}


async def test_a_model_that_has_come_makes_its_own(store: Store, ahead: SummariesAhead, engine: Engine) -> None:
    await publish(store, "One")
    await follow(store, 1)
    await ahead.step()
    engine.name = "model"
    assert await ahead.step() == 1
    assert len(engine.asked) == 2


async def test_it_rests_while_somebody_waits(
    store: Store, ahead: SummariesAhead, engine: Engine, summaries: SummaryService
) -> None:
    await publish(store, "One")
    await follow(store, 1)
    engine.gate.clear()
    asked = asyncio.create_task(summaries.for_document(Document(text="Link. It is.")))
    while summaries.is_idle:  # noqa: ASYNC110 - one turn of the loop
        await asyncio.sleep(0)
    assert await ahead.step() == 0
    engine.gate.set()
    await asked
    assert await ahead.step() == 1


async def test_it_makes_room_for_whoever_comes_between_two_batches(
    store: Store, ahead: SummariesAhead, engine: Engine, summaries: SummaryService
) -> None:
    for number in range(6):
        await publish(store, f"Article {number}")
    await follow(store, 1)
    engine.gate.clear()
    making = asyncio.create_task(ahead.step())
    while not engine.begun:  # noqa: ASYNC110 - until the first batch is begun
        await asyncio.sleep(0.001)
    asked = asyncio.create_task(summaries.for_document(Document(text="Link. It is.", title="Link")))
    while not summaries.waiting:  # noqa: ASYNC110 - until the link stands in line
        await asyncio.sleep(0.001)
    engine.gate.set()
    assert await making == 4
    await asked
    assert await ahead.step() == 2
    assert [title for title, _ in engine.asked].index("Link") == 4


async def test_each_of_several_machines_has_a_batch_at_the_same_time(
    store: Store, engine: Engine, clock: FakeClock
) -> None:
    engine.several = 2
    for number in range(9):
        await publish(store, f"Article {number}")
    await follow(store, 1)
    summaries = SummaryService(store=store, summarizer=engine, clock=clock)
    engine.gate.clear()
    making = asyncio.create_task(SummariesAhead(store=store, summaries=summaries, clock=clock).step())
    while engine.begun < 8:  # noqa: ASYNC110 - until both have theirs
        await asyncio.sleep(0.001)
    assert engine.asked == []
    engine.gate.set()
    assert await making == 9
    await summaries.aclose()


async def test_a_purged_article_is_passed_over(
    store: Store, ahead: SummariesAhead, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    await publish(store, "One")
    await follow(store, 1)

    async def none(_: Sequence[int]) -> list[Any]:
        return []

    monkeypatch.setattr(store.articles, "many", none)
    assert await ahead.step() == 1
    assert engine.asked == []
