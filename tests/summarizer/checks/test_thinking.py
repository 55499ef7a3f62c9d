"""Thinking in the marks of every family of models, and words of the news that only look like them."""

from __future__ import annotations

import pytest

from summarizer.checks.answers import plain_lines
from summarizer.checks.thinking import is_thinking_only, without_thinking

TEXT = "It opened on Monday."


@pytest.mark.parametrize(
    "raw",
    [
        f"<think>Hm.\nWell.</think>{TEXT}",
        f"Hm, well.\n</think>\n{TEXT}",
        f"<think>Hm<think>Well</think>So</think>{TEXT}",
        f'<think budget="3">Hm</think>{TEXT}',
        f"<Thinking >Hm</Thinking >{TEXT}",
        f"<thought>Hm</thought>{TEXT}",
        f"<reasoning>Hm</reasoning>\n{TEXT}",
        f"<scratchpad>Hm</scratchpad><answer>{TEXT}</answer>",
        f"<seed:think>Hm</seed:think>{TEXT}",
        f"<思考>嗯Hm</思考>{TEXT}",
        f"<longcat_think>Hm</longcat_think>{TEXT}",
        f"<think/>{TEXT}",
        f"[BEGIN OF THOUGHT]Hm[END OF THOUGHT]{TEXT}",
        f"**Thinking:** Hm\n\n**Answer:** {TEXT}",
        f"Thought: Hm\nFinal answer: {TEXT}",
        f"# Reasoning\nHm\n# Summary\n{TEXT}",
        f"思考：嗯\n回答：{TEXT}",
        f"◁think▷Hm◁/think▷{TEXT}",
        f"[THINK]Hm[/THINK]{TEXT}",
        f"Hm[/THINK]{TEXT}",
        f"analysisThe user wants it. Hm.assistantfinal{TEXT}",
        f"analysis The user wants it. Hm.assistant final\n{TEXT}",
        f"assistantanalysisHm.assistantcommentaryHm.assistantfinal{TEXT}",
        f"analysis用户要求Hmassistantfinal{TEXT}",
        f"<|channel|>analysis<|message|>Hm<|end|><|start|>assistant<|channel|>final<|message|>{TEXT}<|return|>",
        f"<|channel|>final <|constrain|>text<|message|>{TEXT}",
        f"final{TEXT}",
        f"<|channel>thought\nHm<channel|>{TEXT}<turn|>",
        f"thought\n{TEXT}",
        f"<|START_THINKING|>Hm<|END_THINKING|><|START_RESPONSE|>{TEXT}<|END_RESPONSE|>",
        f"<|begin_of_thought|>Hm<|end_of_thought|><|begin_of_solution|>{TEXT}<|end_of_solution|>",
        f"<|inner_prefix|>Hm<|inner_suffix|>{TEXT}",
        f"<unused94>thought\nHm<unused95>{TEXT}",
        f"Here is my thought process: Hm.\nHere is my response:\n{TEXT}",
        f"```thinking\nHm\n```\n{TEXT}",
        f"Thinking...\nHm\n...done thinking.\n\n{TEXT}",
        f"{TEXT}<think>Hm, good",
    ],
)
def test_only_what_stands_outside_the_thinking_is_left(raw: str) -> None:
    assert plain_lines(raw) == [TEXT]
    assert not is_thinking_only(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "<think>Hm",
        "◁think▷Hm",
        "[THINK]Hm",
        "<seed:think>Hm",
        "analysisThe user wants",
        "analysis\nThe user wants",
        "<|channel|>analysis<|message|>Hm",
        "<|channel>thought\nHm",
        "<|START_THINKING|>Hm",
        "Thinking...\nHm",
    ],
)
def test_thinking_that_was_cut_off_leaves_nothing(raw: str) -> None:
    assert plain_lines(raw) == []
    assert is_thinking_only(raw)


@pytest.mark.parametrize(
    "text",
    [
        "analysis of the vote shows a gap.",
        "Analysis: the bank is short of money.",
        "Thinking: a new book on it sells well.",
        "final results came in.",
        "The assistant final exam was held.",
        "Finals [analysis] of it.",
        "Thought leaders met.",
        "",
    ],
)
def test_news_about_thinking_is_no_thinking(text: str) -> None:
    assert without_thinking(text) == text
    assert not is_thinking_only(text)
