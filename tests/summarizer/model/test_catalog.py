from __future__ import annotations

from summarizer.model.catalog import DEFAULT_MODEL, known_model, known_models


def test_the_default_model_stands_first_and_is_found_by_name() -> None:
    assert known_models()[0].name == DEFAULT_MODEL
    assert known_model(DEFAULT_MODEL) is known_models()[0]
    assert known_model("nobody/nothing") is None


def test_a_model_of_which_only_its_card_is_known_is_marked_and_never_the_default() -> None:
    by_card = [model.name for model in known_models() if model.by_card]
    assert by_card == [
        "Qwen/Qwen3.5-0.8B", "LiquidAI/LFM2.5-350M", "ibm-granite/granite-4.0-350m", "google/gemma-4-E2B-it",
    ]  # fmt: skip
    assert DEFAULT_MODEL not in by_card


def test_the_model_that_may_not_be_used_commercially_says_so() -> None:
    model = known_model("csebuetnlp/mT5_multilingual_XLSum")
    assert model is not None
    assert "not for commercial use" in model.licence
