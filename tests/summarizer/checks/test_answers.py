"""What models write around a summary, taken away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checks.answers import is_labelled_title, plain_lines, unlabelled, without_hidden, without_tags
from summarizer.prompts import Answer, read_answer

TEXT = "It opened on Monday."


@pytest.mark.parametrize(
    "raw",
    [
        f"<think>Hm.\nWell.</think>{TEXT}",
        f"Hm, the user wants a summary.\n</think>\n\n{TEXT}",
        f"<thinking>Hm.</thinking> {TEXT}<|im_end|>\n<|im_start|>user\nMore!",
        f"<|im_start|>assistant\n{TEXT}</s>",
        f"<pad> <extra_id_0> {TEXT}</s>",
        f"<start_of_turn>model\n{TEXT}<end_of_turn>",
        f"```text\n{TEXT}\n```",
        f"**{TEXT}**",
        "It __opened__ on *Monday*.",
        "It [opened](https://a.example/b_(c)) on `Monday`.",
        f"![picture](https://a.example/p.png)\n{TEXT}",
        f"## Summary\n{TEXT}",
        f"# {TEXT}",
        f"- {TEXT}",
        f"• {TEXT}",
        f"> {TEXT}",
        f"---\n{TEXT}\n---",
        f"“{TEXT}”",
        f'"{TEXT}"',
        f"assistant: {TEXT}",
        f"Here is a summary of the article in English:\n\n{TEXT}",
        f"Here's the two-sentence summary: {TEXT}",
        f"Sure! Here is the summary:\n{TEXT}",
        f"Certainly, here is what happened: {TEXT}",
        f"Summary: {TEXT}",
        f"**Summary:** {TEXT}",
        f"TL;DR: {TEXT}",
        f"摘要：{TEXT}",
        f"以下是文章的摘要：{TEXT}",
        f"好的，以下是摘要：{TEXT}",
        f"要約：{TEXT}",
        f"요약: {TEXT}",
        f"Zusammenfassung: {TEXT}",
        f"Hier ist die Zusammenfassung: {TEXT}",
        f"Résumé : {TEXT}",
        f"Voici un résumé de l'article : {TEXT}",
        f"Resumen: {TEXT}",
        f"Вот краткое содержание: {TEXT}",
        f"Краткое содержание: {TEXT}",
        f"ملخص: {TEXT}",
        f"सारांश: {TEXT}",
        f"Tóm tắt: {TEXT}",
        f"Title: A tower opens\n{TEXT}",
        f"{TEXT}\n\nLet me know if you need anything else!",
        f"{TEXT} I hope this helps.",
        f"{TEXT} (Note: the article is short.)",
        f"{TEXT}\nNote: written from the article only.",
        f"{TEXT}\n注：僅供參考。",
        "According to the article, it opened on Monday.",
        "The article says that it opened on Monday.",
        f"[Summary] {TEXT}",
        f"【摘要】{TEXT}",
        f"Answer: {TEXT}",
        f"<summary>{TEXT}</summary>",
        f"<p>{TEXT}</p>",
        f"<sub>{TEXT}</sub>",
        f'<div class="summary"><span style="color: red">{TEXT}</span></div>',
        f"<blockquote>{TEXT}<br/></blockquote>",
        "  It\u00a0opened \t on\nMonday.\u200b\u202e",
    ],
)
def test_only_the_summary_is_left(raw: str) -> None:
    assert read_answer(raw, translated=False) == Answer(text=TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "Sure enough, the bridge fell.",
        "The summary court ruled: he is free.",
        "3. November war der Tag.",
        "“We won,” she said. “It was hard.”",
        "Here in Paris it rains.",
        "He made a note of 2*3*4 and snake_case_names.",
        "“",
    ],
)
def test_a_text_that_only_looks_like_a_preamble_stays(text: str) -> None:
    assert read_answer(text, translated=False).text == text


def test_numbered_lines_lose_their_numbers() -> None:
    assert plain_lines("1. It opened.\n2. It closed.") == ["It opened.", "It closed."]


@pytest.mark.parametrize(
    "raw",
    ["Titre : Une tour\nElle ouvre.", "**Title:** “Une tour”\n\nRésumé : Elle ouvre.", "標題：Une tour\nElle ouvre."],
)
def test_a_translated_answer_is_read_without_its_labels(raw: str) -> None:
    assert read_answer(raw, translated=True) == Answer(title="Une tour", text="Elle ouvre.")


def test_labels_of_titles_are_known() -> None:
    assert unlabelled("タイトル：塔") == "塔"
    assert is_labelled_title("Titel: Ein Turm")
    assert not is_labelled_title("Titelkampf in Rom")


def test_joiners_stay_and_hidden_characters_go() -> None:
    assert without_hidden("می\u200cشود\u2066\u0000\ud800\U000e0041") == "می\u200cشود"


def test_control_tokens_become_spaces() -> None:
    assert without_tags("one<|im_end|>two").split() == ["one", "two"]


@given(st.text(max_size=200), st.booleans())
def test_reading_never_raises(raw: str, translated: bool) -> None:
    assert "\n" not in read_answer(raw, translated=translated).text


def test_layers_without_end_are_given_up() -> None:
    assert plain_lines("Sure! " * 8 + TEXT)[0].endswith(TEXT)


def test_a_remark_alone_leaves_nothing() -> None:
    assert plain_lines("Let me know if you need anything else!") == []
