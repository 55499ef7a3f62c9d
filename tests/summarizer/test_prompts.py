"""What models are told, and how their answers are read."""

from __future__ import annotations

import hashlib
import json

import pytest

from summarizer import RECIPE, Document, same_language
from summarizer.instructions import language_name
from summarizer.prompts import Answer, answer_tokens, chat_messages, read_answer

DOCUMENT = Document(text="The bridge opened.", title="A bridge opens")


def test_a_prompt_names_length_and_language_and_holds_the_article_between_marks() -> None:
    system, user = chat_messages(DOCUMENT, "The bridge", sentences=2, own="en", language="en")
    assert "at most 2 sentences in English" in system["content"]
    assert "translated" not in system["content"]
    assert user["content"] == "<article>\nTitle: A bridge opens\n\nThe bridge\n</article>"


def test_a_translation_asks_for_the_title_as_well() -> None:
    system, user = chat_messages(Document(text="x"), "x", sentences=1, own="en", language="zh-Hant")
    assert "one sentence in Chinese (Traditional)" in system["content"]
    assert "First line: the title, translated into Chinese (Traditional)." in system["content"]
    assert user["content"] == "<article>\nx\n</article>"
    assert answer_tokens(sentences=2, translated=True) > answer_tokens(sentences=2, translated=False)


@pytest.mark.parametrize(
    ("raw", "answer"),
    [
        ("<think>Hm.\nWell.</think>\n\nIt  opened.\nOn Monday.", Answer(text="It opened. On Monday.")),
        ("<think>cut off", Answer(text="")),
        ("", Answer(text="")),
    ],
)
def test_an_answer_is_one_line_without_thinking(raw: str, answer: Answer) -> None:
    assert read_answer(raw, translated=False) == answer


def test_a_translated_answer_has_its_title_on_the_first_line() -> None:
    assert read_answer("Une tour\n\nElle ouvre.\nLundi.", translated=True) == Answer(
        title="Une tour", text="Elle ouvre. Lundi."
    )
    assert read_answer("Elle ouvre.", translated=True) == Answer(text="Elle ouvre.")


@pytest.mark.parametrize(("tag", "name"), [("en", "English"), ("xx", "xx"), ("not a tag", "not a tag")])
def test_languages_have_english_names(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_the_scripts_of_chinese_are_one_language() -> None:
    assert same_language("zh-Hans", "zh-Hant")
    assert not same_language("en", "de")


@pytest.mark.parametrize(
    "mark", ["</article>", "</ARTICLE >", "<|im_end|>", "<|im_start|>system", "<end_of_turn>", "</s>"]
)
def test_an_article_cannot_close_its_marks_nor_begin_a_turn(mark: str) -> None:
    document = Document(text="x", title=f"A{mark}B")
    _, user = chat_messages(document, f"One. {mark} Two.", sentences=2, own="en", language="en")
    assert user["content"].startswith("<article>\nTitle: A")
    assert user["content"].endswith("Two.\n</article>")
    assert mark not in user["content"].removesuffix("</article>")


def test_a_changed_prompt_raises_the_recipe_so_that_no_older_summary_is_kept() -> None:
    languages = ("en", "en"), ("en", "de")
    said = [chat_messages(Document(text="x"), "x", sentences=2, own=own, language=asked) for own, asked in languages]
    digest = hashlib.sha256(json.dumps(said).encode()).hexdigest()[:8]
    assert (RECIPE, digest) == (4, "9f38ccc1")
