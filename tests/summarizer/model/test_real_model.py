"""What only real weights show: a chat template that is heeded, an end that is reached, a tokenizer of few languages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer.base import Document
from summarizer.model.generation import LoadedModel
from summarizer.model.loading import load_model
from summarizer.prompts import answer_tokens, chat_messages, sample_text
from tests.summarizer.model import real_model

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore"),  # the libraries' own
    pytest.mark.skipif(not real_model.is_installed(), reason=real_model.MISSING),
]

ARTICLE = "The new bridge over the harbour opened on Monday. Thousands of people walked across it in the first hour."


@pytest.fixture(scope="module")
def loaded() -> LoadedModel:
    folder: Path = real_model.make_model()
    return load_model(folder, model="SmolLM2", device="cpu", precision="fp32")


def test_it_writes_of_the_article_and_is_cut_where_its_room_ends(loaded: LoadedModel) -> None:
    messages = chat_messages(Document(text=ARTICLE), ARTICLE, sentences=1, own="en", language="en")
    (written,) = loaded.write([loaded.chat_prompt(messages)], rooms=[12], max_input_tokens=512, max_items=1)
    assert written.cut
    assert not loaded.rewords  # 135 million parameters
    assert "bridge" in written.text
    assert "<|im_" not in written.text


def test_its_tokenizer_needs_more_room_in_the_scripts_that_it_hardly_knows(loaded: LoadedModel) -> None:
    def room(language: str) -> int:
        rate = loaded.rate(sample_text(language))
        return answer_tokens(sentences=2, language=language, rate=rate, translated=False)

    assert loaded.rate(ARTICLE) < 0.25
    assert room("en") < 300
    assert room("ta") > 800
    assert room("am") > 1_000


def test_the_cache_lies_outside_the_repository() -> None:
    root = os.path.realpath(Path(__file__).parents[3])
    assert not os.path.realpath(real_model.model_folder()).startswith(f"{root}{os.sep}")
