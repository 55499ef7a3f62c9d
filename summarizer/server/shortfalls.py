"""What is wrong with an answer that is no error (pure): empty, cut off, nothing but thinking, of a cut article."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from summarizer.checks.thinking import is_thinking_only
from summarizer.server.wire import Completion


class Shortfall(StrEnum):
    """Why an answer is no summary, or one of less than the article."""

    TOO_LONG = "too long"
    THINKING = "only thinking"
    CUT_OFF = "cut off"
    EMPTY = "empty"


# What the owner reads in /stats and `tidings doctor`, and what helps.
SAYS: dict[Shortfall, str] = {
    Shortfall.TOO_LONG: "the model's context is too small for long articles, so they are cut",
    Shortfall.THINKING: "the model answers with nothing but its thinking",
    Shortfall.CUT_OFF: "answers are cut off before their first sentence ends",
    Shortfall.EMPTY: "answers are empty",
}
HELPS: dict[Shortfall, str] = {
    Shortfall.TOO_LONG: "give the server a longer context (vLLM: --max-model-len, Ollama: OLLAMA_CONTEXT_LENGTH,"
    " llama.cpp: --ctx-size)",
    Shortfall.THINKING: "turn its thinking off at the server, or set SUMMARY_API_MODEL to a model that does not think",
    Shortfall.CUT_OFF: "see whether the server limits answers or context, or set SUMMARY_API_MODEL to another model",
    Shortfall.EMPTY: "see whether the server has the model's chat template, or set SUMMARY_API_MODEL to another model",
}


def shortfall_of(completion: Completion, text: str) -> Shortfall | None:
    """Say what is wrong with a completion of which `text` is left as the summary; None if nothing is, or it refused."""
    if text or completion.refusal or completion.finish == "content_filter":
        return None
    if (completion.thought and not completion.text.strip()) or is_thinking_only(completion.text):
        return Shortfall.THINKING
    return Shortfall.CUT_OFF if completion.finish == "length" else Shortfall.EMPTY


def complaint(lately: Collection[Shortfall | None], *, input_tokens: int | None) -> str:
    """Say what was wrong with the last answers of a server; "" if nothing was."""
    if input_tokens is not None:
        kind, detail = Shortfall.TOO_LONG, f"{SAYS[Shortfall.TOO_LONG]} to {input_tokens:,} tokens"
    else:
        found = [each for each in lately if each is not None]
        if not found:
            return ""
        kind = found[-1]
        detail = f"{SAYS[kind]} ({found.count(kind)} of the last {len(lately)})"
    return f"{detail}; {HELPS[kind]}"
