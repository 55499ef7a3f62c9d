from __future__ import annotations

from summarizer.model.catalog import DEFAULT_MODEL, known_model, known_models


def test_the_default_model_stands_first_and_is_found_by_name() -> None:
    assert known_models()[0].name == DEFAULT_MODEL
    assert known_model(DEFAULT_MODEL) is known_models()[0]
    assert known_model("nobody/nothing") is None


def test_the_model_that_may_not_be_used_commercially_says_so() -> None:
    model = known_model("csebuetnlp/mT5_multilingual_XLSum")
    assert model is not None
    assert "not for commercial use" in model.licence
