"""Engines in order: what one cannot do, the next one tries."""

from __future__ import annotations

import logging
from dataclasses import replace

import pytest

from summarizer import Document, ExtractiveSummarizer, FallbackSummarizer, NothingToSummarize, SummarizerError, Summary
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
