"""Prompts for chat models and the reading of their answers (pure): messages, token budget, cleaning.

An article is data, never an instruction: it stands behind the rules, between tags that it cannot close.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.base import Document
from summarizer.checks.answers import is_labelled_title, plain_lines, unlabelled, without_tags
from summarizer.instructions import instructions

ANSWER_TOKENS_PER_SENTENCE = 64  # generous for scripts of which a token is one character
TITLE_TOKENS = 48

ChatMessages = list[dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A model's answer, read: the summary on one line, and the translated title where one was asked for."""

    text: str
    title: str = ""


def chat_messages(document: Document, text: str, *, sentences: int, own: str, language: str) -> ChatMessages:
    """The messages for a chat model: rules, then title and `text` (the document's, cut to the budget).

    `own` is the document's language, `language` the one to write in. Where they differ, the translated title is asked
    for as well, on a line before the summary.
    """
    rules = instructions(sentences=sentences, own=own, language=language)
    article = without_tags(f"Title: {document.title}\n\n{text}" if document.title else text)
    return [
        {"role": "system", "content": "\n".join(rules)},
        {"role": "user", "content": f"<article>\n{article}\n</article>"},
    ]


def answer_tokens(*, sentences: int, translated: bool) -> int:
    """How many new tokens an answer may take."""
    return sentences * ANSWER_TOKENS_PER_SENTENCE + (TITLE_TOKENS if translated else 0)


def read_answer(raw: str, *, translated: bool) -> Answer:
    """Read a chat model's answer: whatever is no summary taken away, white space folded."""
    lines = plain_lines(raw)
    if translated and len(lines) > 1:
        return Answer(title=unlabelled(lines[0]), text=" ".join(plain_lines("\n".join(lines[1:]))))
    if len(lines) > 1 and is_labelled_title(lines[0]):
        lines = lines[1:]
    return Answer(text=" ".join(lines))
