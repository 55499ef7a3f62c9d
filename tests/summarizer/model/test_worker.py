"""The model's process when memory runs out, and tokenizers with peculiarities: in this process, with stubs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from summarizer.model.generation import LoadedModel
from summarizer.model.worker import Writer
from tests.summarizer.model.test_generation import converse


def a_model(tokenizer: Any, *, encodes: bool = False) -> LoadedModel:
    return LoadedModel(model=None, tokenizer=tokenizer, device="cpu", precision="fp32", encodes=encodes)


class StrictChat:
    """A tokenizer whose chat template refuses a system message, as some models' do."""

    chat_template = "strict"

    def apply_chat_template(self, messages: list[dict[str, str]], **options: object) -> str:
        if messages[0]["role"] == "system":
            raise ValueError("System role not supported")
        return "".join(f"[{message['role']}] {message['content']}" for message in messages)


MESSAGES = [{"role": "system", "content": "Rules."}, {"role": "user", "content": "Text."}]


def test_a_template_that_refuses_a_system_message_gets_the_rules_in_the_users() -> None:
    assert a_model(StrictChat()).chat_prompt(MESSAGES) == "[user] Rules.\n\nText."


def test_a_model_without_a_template_gets_plain_text() -> None:
    assert a_model(SimpleNamespace(chat_template=None)).chat_prompt(MESSAGES) == "Rules.\n\nText.\n\nSummary: "


@pytest.mark.parametrize(("language", "code"), [("de", "de_DE"), ("pt-BR", "pt_XX"), ("tlh", None), ("", None)])
def test_tokenizers_with_language_marks_read_and_write_in_the_articles_language(
    language: str, code: str | None
) -> None:
    marks = {"en_XX": 1, "de_DE": 2, "pt_XX": 3}
    tokenizer = SimpleNamespace(lang_code_to_id=marks, src_lang="en_XX", convert_tokens_to_ids=marks.__getitem__)
    options = a_model(tokenizer, encodes=True)._language(language)
    assert options == ({"forced_bos_token_id": marks[code]} if code else {})
    assert tokenizer.src_lang == (code or "en_XX")


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")
def test_too_little_memory_for_a_batch_is_said_and_ends_the_process(
    tiny_model: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: Writer, request: object, is_cancelled: object) -> None:
        raise MemoryError

    monkeypatch.setattr(Writer, "answer", fail)
    request = {"id": 1, "documents": [{}, {}], "sentences": 1, "language": None}
    status, said = converse({"model": str(tiny_model("mt5"))}, request)
    assert status == 4
    assert said[-1] == {"id": 1, "failed": "too little memory for 2 articles at once"}
