"""Prompts for chat models and the reading of their answers (pure): messages, token budget, cleaning.

An article is data, never an instruction: it stands behind the rules, between tags that it cannot close.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from summarizer.base import Document
from summarizer.checks.answers import is_labelled_title, plain_lines, unlabelled, without_tags
from summarizer.instructions import instructions
from summarizer.limits import answer_chars, joint
from summarizer.sentences import ends_sentence, is_finished, split_sentences

SENTENCE_TOKENS = 64  # at least, for each sentence
TITLE_TOKENS = 48  # at least
TITLE_CHARS = 120
ROOM = 1.25  # an answer's words may be rarer than those that were measured
SAMPLE_NAMES = 60

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


def answer_tokens(*, sentences: int, language: str, rate: float, translated: bool) -> int:
    """Return how many new tokens an answer may take, so that the longest summary we keep fits in any script.

    `rate`: the tokens of one character in the language of the answer. With the tokenizers of small models it is 0.2 in
    English and between 1 and 3 in scripts that they hardly know.
    """
    per_char = rate * ROOM
    summary = max(sentences * SENTENCE_TOKENS, math.ceil(answer_chars(language, sentences) * per_char))
    title = max(TITLE_TOKENS, math.ceil(TITLE_CHARS * per_char)) if translated else 0
    return summary + title


def sample_text(language: str) -> str:
    """Return some words in a language, to measure a tokenizer by: what it calls other languages. English if unknown."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale("en")
    return " ".join(list(locale.languages.values())[:SAMPLE_NAMES])


def read_answer(raw: str, *, translated: bool, cut: bool = False, language: str = "") -> Answer:
    """Read a chat model's answer: whatever is no summary taken away, white space folded.

    Of an answer that was `cut` off at its last token, in `language`, only whole sentences stay. Where there is none,
    the broken one stays for the checks to refuse and count, unless they could not tell that it is broken.
    """
    answer = _read(raw, translated=translated)
    if not cut:
        return answer
    broken = "" if is_finished(answer.text) else answer.text
    return replace(answer, text=whole_sentences(answer.text, language) or broken)


def whole_sentences(text: str, language: str) -> str:
    """Return a text that was cut off without its last sentence, unless that has its end mark.

    In a script that writes none, Thai, nothing tells a whole last sentence from one that is cut within a word.
    """
    sentences = split_sentences(text, language)
    if sentences and not ends_sentence(sentences[-1]):
        del sentences[-1]
    return joint(language).join(sentences)


def _read(raw: str, *, translated: bool) -> Answer:
    lines = plain_lines(raw)
    if translated and len(lines) > 1:
        return Answer(title=unlabelled(lines[0]), text=" ".join(plain_lines("\n".join(lines[1:]))))
    if len(lines) > 1 and is_labelled_title(lines[0]):
        lines = lines[1:]
    return Answer(text=" ".join(lines))
