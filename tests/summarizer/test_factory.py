"""Which engine the settings choose, and what is said where it cannot be had."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import (
    Document,
    EngineOptions,
    EngineState,
    EngineUnavailable,
    Summary,
    choose_engine,
    chosen_model,
    factory,
    make_summarizer,
    model_is_local,
)
from summarizer.model import files as model_files
from summarizer.model.catalog import DEFAULT_MODEL

ARTICLE = "The harbour bridge opened on Monday after seven years. Thousands of people walked across it."


@pytest.mark.parametrize("engine", ["extractive", "EXTRACTIVE "])
async def test_extractive_needs_nothing(engine: str) -> None:
    made = make_summarizer(EngineOptions(engine=engine))
    assert made.name == "extractive"
    (answer,) = await made.summarize([Document(text=ARTICLE)], sentences=2)
    assert isinstance(answer, Summary)


def test_auto_is_the_server_where_there_is_one() -> None:
    options = EngineOptions(api_urls=("http://127.0.0.1:9/v1",), api_model="m")
    assert choose_engine(options) == ("api", "")
    assert make_summarizer(options).status.engine == "api:m"


@pytest.mark.model
def test_auto_is_the_model_where_it_can_run_and_starts_on_the_extractive_engine(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(factory, "model_problem", lambda *_, **__: None)
    assert choose_engine(EngineOptions()) == ("transformers", "")
    made = make_summarizer(EngineOptions())
    assert made.name == "extractive"
    assert made.status.state is EngineState.LOADING
    assert DEFAULT_MODEL in made.status.engine


@pytest.mark.model
@pytest.mark.parametrize(("memory", "download"), [(1_000_000, True), (10**12, False)])
def test_auto_is_extractive_where_the_model_cannot_run_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, memory: int, download: bool
) -> None:
    monkeypatch.setattr(factory, "is_local", lambda *_: False)
    monkeypatch.setattr(model_files, "total_memory", lambda: 10**12)
    options = EngineOptions(memory_bytes=memory, download=download)
    kind, why = choose_engine(options)
    assert kind == "extractive"
    assert ("memory" if download else "tidings model download") in why
    made = make_summarizer(options)
    assert made.status.state is EngineState.READY
    assert made.status.detail == why


def test_an_engine_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(EngineUnavailable, match=r"'magic'.*auto, extractive, transformers, api"):
        make_summarizer(EngineOptions(engine="magic"))


def test_the_model_without_its_libraries_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(factory, "missing_libraries", lambda: ["torch"])
    with pytest.raises(EngineUnavailable, match=r"torch.*pip install 'tidings\[model\]'"):
        make_summarizer(EngineOptions(engine="transformers"))


def test_a_server_without_an_address_says_which_setting_is_missing() -> None:
    with pytest.raises(EngineUnavailable, match="SUMMARY_API_URL"):
        make_summarizer(EngineOptions(engine="api"))


def test_the_model_is_the_owners_or_the_default() -> None:
    assert chosen_model(EngineOptions()) == DEFAULT_MODEL
    assert chosen_model(EngineOptions(model="me/mine")) == "me/mine"
    assert not model_is_local(EngineOptions(model="./no-such-folder"))
