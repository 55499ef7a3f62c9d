"""What models are told, and how their answers are read."""

from __future__ import annotations

import hashlib
import json

import pytest

from summarizer import RECIPE, Document, same_language
from summarizer.instructions import language_name
from summarizer.limits import max_chars
from summarizer.prompts import (
    Answer,
    answer_tokens,
    chat_messages,
    read_answer,
    sample_text,
    whole_sentences,
)

THAI = "ชาวบ้านหลายพันคนเดินทางกลับบ้านหลังน้ำลดลงเมื่อวันจันทร์ที่ผ่านมาในจังหวัดเชียงใหม่และจังหวัดลำพูน"
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


@pytest.mark.parametrize(
    ("language", "rate"),
    [("en", 0.2), ("ru", 0.45), ("hi", 1.0), ("ta", 1.6), ("am", 3.0), ("zh-Hant", 1.2), ("vi", 0.5)],
)
@pytest.mark.parametrize("sentences", [1, 2, 5])
def test_the_longest_summary_that_is_kept_fits_in_the_tokens_of_an_answer(
    language: str, rate: float, sentences: int
) -> None:
    tokens = answer_tokens(sentences=sentences, language=language, rate=rate, translated=False)
    assert tokens >= max_chars(language, sentences) * rate * 1.2
    assert tokens >= 64 * sentences
    assert answer_tokens(sentences=sentences, language=language, rate=rate, translated=True) >= tokens + 48


@pytest.mark.parametrize(("language", "letter"), [("ta", "அ"), ("ru", "а"), ("zh-Hant", "文"), ("xx", "A"), ("?", "A")])
def test_a_sample_of_a_language_is_in_its_script(language: str, letter: str) -> None:
    assert letter in sample_text(language)


@pytest.mark.parametrize(
    ("language", "cut", "whole"),
    [
        ("en", "It opened. Then the may", "It opened."),
        ("en", "It opened. It closed.", "It opened. It closed."),
        ("en", "It ope", ""),
        ("ja", "橋が開通した。市長は", "橋が開通した。"),
        ("hi", "पुल खुल गया। महापौर ने क", "पुल खुल गया।"),
        (
            "th",
            f"{THAI} นายกรัฐมนตรีกล่าวว่าจะช่วยเหลือผู้ประสบภัยทั้งหมดภายในสัปดา",
            THAI,
        ),
        ("th", "ชาวบ้านหลายพันคนเดินทางกลับบ้า", ""),
    ],
)
def test_of_an_answer_that_was_cut_off_only_whole_sentences_stay(language: str, cut: str, whole: str) -> None:
    assert whole_sentences(cut, language) == whole
    broken = "" if language == "th" else cut  # which the checks refuse
    assert read_answer(cut, translated=False, cut=True, language=language).text == (whole or broken)
    assert read_answer(cut, translated=False).text == cut


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
    assert (RECIPE, digest) == (5, "9f38ccc1")
