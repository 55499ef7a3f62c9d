"""What every engine promises, whatever stands behind it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from summarizer import (
    Document,
    EngineOptions,
    ExtractiveSummarizer,
    FallbackSummarizer,
    NothingToSummarize,
    Summarizer,
    SummarizerError,
    Summary,
    make_summarizer,
)
from summarizer.model.engine import TransformerSummarizer
from summarizer.server.engine import ChatApiSummarizer
from tests.summarizer.articles import SAMPLES
from tests.summarizer.engines import ScriptedEngine, explode, refuse
from tests.summarizer.server.chat_servers import chat_server

ENGINES: dict[str, Callable[[], Summarizer]] = {
    "extractive": ExtractiveSummarizer,
    "made by its name": lambda: make_summarizer(EngineOptions(engine="extractive")),
    "fallback": lambda: FallbackSummarizer([ScriptedEngine(refuse), ExtractiveSummarizer()]),
    "fallback from a broken engine": lambda: FallbackSummarizer([ScriptedEngine(explode), ExtractiveSummarizer()]),
}
Load = Callable[[str], Awaitable[Summarizer]]
MODELS = ("mt5", "qwen3")
DOCUMENTS = [Document(text=sample.text, title=sample.title) for sample in SAMPLES]


# One loop for all, so that a model is loaded once.
pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def loaded(tiny_model: Callable[[str], Path]) -> AsyncIterator[Load]:
    """Give a model's engine, loaded when first asked for."""
    engines: dict[str, TransformerSummarizer] = {}

    async def load(kind: str) -> Summarizer:
        if kind not in engines:
            engines[kind] = TransformerSummarizer(str(tiny_model(kind)), precision="fp32")
            await engines[kind].ready()
        return engines[kind]

    yield load
    for engine in engines.values():
        await engine.aclose()


@pytest_asyncio.fixture(
    params=[*ENGINES, "api", *(pytest.param(name, marks=pytest.mark.model) for name in MODELS)], loop_scope="session"
)
async def engine(request: pytest.FixtureRequest, loaded: Load) -> AsyncIterator[Summarizer]:
    if request.param in MODELS:
        yield await loaded(request.param)
        return
    if request.param != "api":
        yield ENGINES[request.param]()
        return
    async with chat_server() as chat:  # it answers each article with its first sentence
        api = ChatApiSummarizer([chat.url])
        yield api
        await api.aclose()


async def test_no_documents_give_no_answers(engine: Summarizer) -> None:
    assert await engine.summarize([], sentences=2) == []


async def test_every_document_has_its_answer_in_its_place(engine: Summarizer) -> None:
    answers = await engine.summarize(DOCUMENTS, sentences=2)
    languages = [answer.language if isinstance(answer, Summary) else "" for answer in answers]
    assert languages == [sample.language for sample in SAMPLES]


async def test_a_bad_document_costs_only_its_own_summary(engine: Summarizer) -> None:
    good, bad = DOCUMENTS[0], Document(text="")
    first, second, third = await engine.summarize([good, bad, good], sentences=2)
    assert isinstance(second, NothingToSummarize)
    assert isinstance(first, Summary)
    assert first == third


async def test_a_batch_answers_as_each_document_alone(engine: Summarizer) -> None:
    together = await engine.summarize(DOCUMENTS, sentences=2)
    alone = [(await engine.summarize([document], sentences=2))[0] for document in DOCUMENTS]
    assert together == alone


@pytest.mark.parametrize("sentences", [1, 2, 5])
async def test_a_summary_names_its_engine_and_holds_one_line(engine: Summarizer, sentences: int) -> None:
    for answer in await engine.summarize(DOCUMENTS, sentences=sentences):
        assert isinstance(answer, Summary)
        assert answer.engine
        assert answer.text == answer.text.strip()
        assert "\n" not in answer.text


@pytest.mark.parametrize("text", ["\x00" * 50, "\ud800 x", "\u202e" * 9, "a" * 100_000, "。" * 5_000, "“(" * 5_000])
async def test_naughty_texts_raise_nothing(engine: Summarizer, text: str) -> None:
    (answer,) = await engine.summarize([Document(text=text, title=text, language=text[:50])], sentences=2)
    assert isinstance(answer, Summary | SummarizerError)


@pytest.mark.parametrize("make", [*ENGINES.values(), lambda: TransformerSummarizer("/missing")])
async def test_an_engine_may_be_closed_and_closed_again(make: Callable[[], Summarizer]) -> None:
    engine = make()
    await engine.aclose()
    await engine.aclose()
    assert engine.name
