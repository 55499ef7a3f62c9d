"""The setting names the engine; a wrong one is told what there is."""

from __future__ import annotations

import pytest

from summarizer import EngineUnavailable, SummarizerError, make_summarizer


@pytest.mark.parametrize("engine", ["auto", "extractive", "AUTO ", ""])
def test_auto_and_extractive_need_nothing(engine: str) -> None:
    assert make_summarizer(engine).name == "extractive"


@pytest.mark.parametrize("engine", ["transformers", "api", "magic"])
def test_an_engine_that_is_not_here_is_refused_with_what_is(engine: str) -> None:
    with pytest.raises(EngineUnavailable, match=f"{engine}.*auto, extractive"):
        make_summarizer(engine)
    assert issubclass(EngineUnavailable, SummarizerError)
