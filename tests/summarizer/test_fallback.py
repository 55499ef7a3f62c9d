"""Engines in order: what one cannot do, the next one tries."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from summarizer import (
    Document,
    EngineFailed,
    EngineState,
    EngineStatus,
    EngineUnavailable,
    ExtractiveSummarizer,
    FallbackSummarizer,
    NothingToSummarize,
    SummarizerError,
    Summary,
    SummaryRejected,
)
from tests.summarizer.engines import ScriptedEngine, a_summary, explode, refuse

DOCUMENTS = [Document(text="one"), Document(text="two"), Document(text="three")]


async def test_the_first_engine_answers_where_it_can() -> None:
    first, second = ScriptedEngine(lambda document: a_summary()), ScriptedEngine(refuse)
    engine = FallbackSummarizer([first, second])
    assert await engine.summarize(DOCUMENTS, sentences=2, language="fr") == [a_summary()] * 3
    assert first.languages == ["fr"]
    assert second.asked == []
    assert engine.name == "scripted"


async def test_only_failed_documents_go_to_the_next_engine() -> None:
    first = ScriptedEngine(lambda document: refuse(document) if document.text == "two" else a_summary(document.text))
    second = ScriptedEngine(lambda document: a_summary("second: " + document.text))
    answers = await FallbackSummarizer([first, second]).summarize(DOCUMENTS, sentences=2)
    assert answers == [a_summary("one"), a_summary("second: two"), a_summary("three")]
    assert second.asked == [[DOCUMENTS[1]]]


async def test_an_engine_that_raises_has_failed_every_document(caplog: pytest.LogCaptureFixture) -> None:
    second = ScriptedEngine(lambda document: a_summary())
    with caplog.at_level(logging.WARNING):
        answers = await FallbackSummarizer([ScriptedEngine(explode, "broken"), second]).summarize(
            DOCUMENTS, sentences=2
        )
    assert answers == [replace(a_summary(), provisional=True)] * 3
    assert "engine=broken" in caplog.text


async def test_an_engine_that_loses_an_answer_has_failed() -> None:
    documents = [Document(text="swallow"), Document(text="one")]
    second = ScriptedEngine(lambda document: a_summary())
    (first, last) = await FallbackSummarizer([ScriptedEngine(lambda document: a_summary()), second]).summarize(
        documents, sentences=2
    )
    assert isinstance(first, SummarizerError)
    assert isinstance(last, SummarizerError)


async def test_the_last_error_is_the_answer_where_all_failed() -> None:
    engine = FallbackSummarizer([ScriptedEngine(explode), ScriptedEngine(refuse), ExtractiveSummarizer()])
    (answer,) = await engine.summarize([Document(text="")], sentences=2)
    assert isinstance(answer, NothingToSummarize)


async def test_a_raising_last_engine_gives_its_reason() -> None:
    (answer,) = await FallbackSummarizer([ScriptedEngine(explode, "broken")]).summarize(DOCUMENTS[:1], sentences=2)
    assert str(answer) == "broken: out of memory"


async def test_every_engine_is_closed_even_if_one_fails() -> None:
    engines = [ScriptedEngine(refuse, fails_to_close=True), ScriptedEngine(refuse)]
    with pytest.raises(ExceptionGroup, match="did not close"):
        await FallbackSummarizer(engines).aclose()
    assert all(engine.closed for engine in engines)


async def test_closing_well_raises_nothing() -> None:
    engine = ScriptedEngine(refuse)
    await FallbackSummarizer([engine]).aclose()
    assert engine.closed


def test_no_engine_is_no_fallback() -> None:
    with pytest.raises(ValueError, match="at least one engine"):
        FallbackSummarizer([])


async def test_extractive_behind_a_broken_model_says_who_wrote() -> None:
    engine = FallbackSummarizer([ScriptedEngine(explode), ExtractiveSummarizer()])
    (answer,) = await engine.summarize([Document(text="The ferry came back on Monday.")], sentences=2)
    assert isinstance(answer, Summary)
    assert answer.engine == "extractive"


ARTICLE = Document(text="The ferry came back on Monday after 14 months. Many people were there to see it.")


def answering(text: str, name: str = "model") -> ScriptedEngine:
    return ScriptedEngine(lambda document: a_summary(text, grounded=False), name)


def failing(error: SummarizerError, name: str = "model") -> ScriptedEngine:
    return ScriptedEngine(lambda document: error, name)


async def test_what_a_model_writes_passes_the_guard_rails() -> None:
    refused: list[dict[str, int]] = []
    engine = FallbackSummarizer(
        [answering("**The ferry** came back after 14 months. It cost $9 million.")],
        on_rejected=lambda counts: refused.append(dict(counts)),
    )
    (answer,) = await engine.summarize([ARTICLE], sentences=2)
    assert answer == replace(a_summary("The ferry came back after 14 months."), grounded=True)
    assert refused == [{"number": 1}]


async def test_what_the_guard_rails_refuse_goes_to_the_next_engine_and_is_no_stand_in() -> None:
    engine = FallbackSummarizer([answering("It cost $9 million."), ExtractiveSummarizer()])
    (answer,) = await engine.summarize([ARTICLE], sentences=1)
    assert isinstance(answer, Summary)
    assert (answer.engine, answer.provisional) == ("extractive", False)


async def test_a_refusal_by_the_last_engine_says_why() -> None:
    (answer,) = await FallbackSummarizer([answering("It cost $9 million.")]).summarize([ARTICLE], sentences=1)
    assert isinstance(answer, SummaryRejected)
    assert "number" in str(answer)


@pytest.mark.parametrize(
    ("error", "provisional"),
    [
        (EngineFailed("loading"), True),
        (SummaryRejected("no"), False),
        (NothingToSummarize("no"), False),
        (EngineUnavailable("no model"), False),
    ],
)
async def test_a_stand_in_for_an_engine_that_may_yet_answer_is_provisional(
    error: SummarizerError, provisional: bool
) -> None:
    engine = FallbackSummarizer([failing(error), ExtractiveSummarizer()])
    (answer,) = await engine.summarize([ARTICLE], sentences=1)
    assert isinstance(answer, Summary)
    assert answer.provisional is provisional


@pytest.mark.parametrize("error", [EngineFailed("loading"), EngineUnavailable("no model")])
async def test_an_engine_that_is_not_ready_is_passed_over_quietly(
    error: SummarizerError, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse_all(document: Document) -> Summary:
        raise error

    with caplog.at_level(logging.DEBUG, logger="summarizer"):
        await FallbackSummarizer([ScriptedEngine(refuse_all), ExtractiveSummarizer()]).summarize([ARTICLE], sentences=1)
    assert [record.levelno for record in caplog.records] == [logging.DEBUG]


CHINESE = Document(text="渡輪在停航十四個月後恢復航行，許多市民到場觀看。", title="渡輪復航")


async def test_chinese_extracts_come_in_the_readers_script_with_their_title() -> None:
    engine = FallbackSummarizer([ExtractiveSummarizer()])
    (answer,) = await engine.summarize([CHINESE], sentences=1, language="zh-Hans")
    assert isinstance(answer, Summary)
    assert answer.text == "渡轮在停航十四个月后恢复航行，许多市民到场观看。"
    assert (answer.language, answer.title) == ("zh-Hans", "渡轮复航")


async def test_a_title_that_is_the_same_in_both_scripts_is_left_out() -> None:
    document = replace(CHINESE, title="今天")
    (answer,) = await FallbackSummarizer([ExtractiveSummarizer()]).summarize(
        [document], sentences=1, language="zh-Hans"
    )
    assert isinstance(answer, Summary)
    assert answer.title == ""


class StatedEngine(ScriptedEngine):
    """An engine in a given state that counts its starts."""

    def __init__(self, name: str, state: EngineState) -> None:
        super().__init__(refuse, name)
        self._state = state
        self.starts = 0

    @property
    def status(self) -> EngineStatus:
        return EngineStatus(engine=self.name, state=self._state)

    def start(self) -> None:
        self.starts += 1

    async def ready(self) -> None:
        if self._state is EngineState.FAILED:
            raise EngineUnavailable("no model")


async def test_the_name_is_of_whoever_is_ready_and_the_status_of_whoever_was_chosen() -> None:
    loading, ready = StatedEngine("model", EngineState.LOADING), StatedEngine("extractive", EngineState.READY)
    engine = FallbackSummarizer([loading, ready])
    assert engine.name == "extractive"
    assert engine.status == EngineStatus(engine="model", state=EngineState.LOADING)
    assert FallbackSummarizer([loading]).name == "model"
    assert FallbackSummarizer([ready, loading]).status == EngineStatus(engine="extractive")
    engine.start()
    assert (loading.starts, ready.starts) == (1, 1)
    await engine.ready()


async def test_waiting_for_an_engine_that_cannot_be_had_says_so() -> None:
    with pytest.raises(EngineUnavailable, match="no model"):
        await FallbackSummarizer([StatedEngine("model", EngineState.FAILED), ExtractiveSummarizer()]).ready()


async def test_an_engine_that_needs_no_start_is_ready_at_once() -> None:
    engine = FallbackSummarizer([ExtractiveSummarizer()])
    engine.start()
    await engine.ready()
    assert engine.status == EngineStatus(engine="extractive")
