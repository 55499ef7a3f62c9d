"""A document made into a prompt that fits, and a completion made into a summary; asks no server, judges no truth."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from summarizer.base import Document, NothingToSummarize, SummarizerError, Summary, SummaryRejected, same_language
from summarizer.extractive.boilerplate import article_lines
from summarizer.extractive.extract import READ_CHARS, candidate_sentences
from summarizer.language import UNKNOWN, detect_language
from summarizer.prompts import ChatMessages, answer_tokens, chat_messages, read_answer, sample_text, whole_sentences
from summarizer.scripts import EAST_ASIAN, SURROGATES
from summarizer.server.shortfalls import SAYS, shortfall_of
from summarizer.server.wire import Completion

MAX_TITLE_CHARS = 300
MEASURED_CHARS = 2_000
CHARS_PER_TOKEN = 4  # of Latin scripts; other alphabets take half as many, scripts of syllables and words one

_EAST_ASIAN = re.compile(f"[{EAST_ASIAN}]")
_NO_TEXT = re.compile(rf"[\x00{SURROGATES}]")  # JSON or the servers' UTF-8 cannot carry these


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One document ready to be sent: its prompt, the most new tokens, and the language to answer in.

    `input_tokens` and `rules_tokens` are about those of the article and of what stands around it.
    """

    messages: ChatMessages
    tokens: int
    input_tokens: int
    rules_tokens: int
    language: str
    translated: bool


def prepare(
    document: Document, *, sentences: int, language: str | None, input_tokens: int
) -> Task | NothingToSummarize:
    """Make the prompt for one document, cut to about `input_tokens`. Takes up to a tenth of a second."""
    own, candidates = candidate_sentences(document)
    if not candidates:
        return NothingToSummarize("the document holds no sentence")
    target = language or own
    lines = article_lines(_NO_TEXT.sub("\ufffd", document.text[:READ_CHARS]))
    clean = replace(document, title=_NO_TEXT.sub("\ufffd", document.title[:MAX_TITLE_CHARS]))
    text = cut_to_budget(lines, own, tokens=input_tokens)
    translated = not same_language(own, target)
    messages = chat_messages(clean, text, sentences=sentences, own=own, language=target)
    rate = tokens_per_char(sample_text(target) if translated else text)
    size = _cost(text) // CHARS_PER_TOKEN
    return Task(
        messages=messages,
        tokens=answer_tokens(sentences=sentences, language=target, rate=rate, translated=translated),
        input_tokens=size,
        rules_tokens=sum(_cost(message["content"]) for message in messages) // CHARS_PER_TOKEN - size,
        language=target,
        translated=translated,
    )


def tokens_per_char(text: str) -> float:
    """Return how many tokens a character of such a text takes with a tokenizer that hardly knows its script.

    Tokenizers fall back to the bytes of what they do not know, three for most scripts. Those of Chinese, Japanese and
    Korean characters and of two bytes are common enough to be known in part.
    """
    return sum(map(_most_tokens, text[:MEASURED_CHARS])) / max(len(text[:MEASURED_CHARS]), 1)


def cut_to_budget(lines: list[str], language: str, *, tokens: int) -> str:
    """Join as many lines as `tokens` hold, the last one cut at the end of a sentence; one at least, however long."""
    budget = tokens * CHARS_PER_TOKEN
    taken: list[str] = []
    for line in lines:
        cost = _cost(line)
        if cost > budget:
            taken.append(_cut_line(line, language, budget=budget, needed=not taken))
            break
        taken.append(line)
        budget -= cost
    return "\n".join(line for line in taken if line)


def read_summary(completion: Completion, task: Task, *, engine: str) -> Summary | SummarizerError:
    """Make the summary of what a model wrote; SummaryRejected where that is none."""
    if completion.refusal or completion.finish == "content_filter":
        return SummaryRejected("the model refused to write about this document")
    answer = read_answer(completion.text, translated=task.translated)
    text = whole_sentences(answer.text, task.language) if completion.finish == "length" else answer.text
    if not text:
        found = shortfall_of(completion, text)
        assert found is not None
        return SummaryRejected(SAYS[found])
    detected = detect_language(text, task.language)
    return Summary(
        text=text,
        language=task.language if detected == UNKNOWN else detected,
        engine=engine,
        grounded=False,
        title=answer.title,
    )


def _cut_line(line: str, language: str, *, budget: int, needed: bool) -> str:
    end = 0
    for end, char in enumerate(line):  # noqa: B007 - where the budget is spent is the result
        budget -= _char_cost(char)
        if budget < 0:
            break
    head = line[:end]
    return whole_sentences(head, language) or (head if needed else "")


def _cost(text: str) -> int:
    return len(text) if text.isascii() else sum(map(_char_cost, text))


def _char_cost(char: str) -> int:
    """Quarters of a token: Latin 1, Greek to Arabic 2, Indic to Han 4."""
    if char < "\u0370":
        return 1
    return 2 if char < "\u0900" or "\u1e00" <= char < "\u2e80" else CHARS_PER_TOKEN


def _most_tokens(char: str) -> float:
    if char < "\x80":
        return 0.4
    if char < "\u0800":
        return 1.2
    return 1.5 if _EAST_ASIAN.match(char) else 3.0
