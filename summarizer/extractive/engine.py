"""Summaries made of the article's own sentences: no model, no download, milliseconds; never rewrites a word."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from itertools import chain, islice

from summarizer.base import Document, EngineKind, NothingToSummarize, Summarizer, SummarizerError, Summary
from summarizer.extractive.boilerplate import is_aside, is_cut, is_heading, read_lines
from summarizer.extractive.ranking import choose
from summarizer.language import detect_language
from summarizer.limits import joint, max_chars
from summarizer.sentences import is_finished, letters_of, split_sentences

READ_SENTENCES = 24  # a few more than are ranked: some drop out before
READ_CHARS = 50_000  # where a news article is surely over
LONG_LINE_CHARS = 4_000  # holds sentences enough to rank
READ_LINES = 8  # enough to tell the language
TITLE_PROBE_CHARS = 16  # of a sentence, enough to see that it is not the title

_ENOUGH_LETTERS = re.compile(r"(?:[^\W\d_][\W\d_]*){8}")  # fewer tell nothing
_POINTER = re.compile(r"https?://|\bwww\.|\bt\.me/|(?<![\w.])@\w{4,}", re.IGNORECASE)
_POINTER_MARKS = ("://", "www.", "t.me/", "@")  # one of which every pointer holds: looked for first, it is fast
_CLAUSE_END = re.compile(r"[,;:，、；：،؛፣၊]\s*|\s[–—]\s|\s+")


class ExtractiveSummarizer(Summarizer):
    """Chooses the sentences that say most, in the order of the article.

    A summary holds whole sentences only, at most `max_chars(language, sentences)` characters of them. Only where the
    article has no sentence that short is one cut, at the end of a clause, and ends in an ellipsis. `language` of a
    request is ignored: extracts are in the article's language.
    """

    @property
    def name(self) -> str:
        return "extractive"

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]:
        # Beside the event loop, in one hop for all: a batch takes tens of milliseconds.
        return await asyncio.to_thread(_summarize_all, documents, sentences)

    async def aclose(self) -> None:
        """Do nothing: this engine holds no resources."""


def _summarize_all(documents: Sequence[Document], sentences: int) -> list[Summary | SummarizerError]:
    return [summarize_document(document, sentences=sentences) for document in documents]


def summarize_document(document: Document, *, sentences: int) -> Summary | SummarizerError:
    """Return the extractive summary of one document, or NothingToSummarize."""
    language, candidates = candidate_sentences(document)
    if not candidates:
        return NothingToSummarize("the document holds no sentence")
    limit = max_chars(language, sentences)
    space = joint(language)
    chosen = choose(
        candidates, document.title, count=max(sentences, 1), max_chars=limit, joint=len(space), language=language
    )
    text = space.join(candidates[index] for index in chosen) or _cut(candidates[0], limit)
    return Summary(text=text, language=language, engine="extractive", kind=EngineKind.EXTRACTIVE, grounded=True)


def candidate_sentences(document: Document) -> tuple[str, list[str]]:
    """Return the document's language, and the sentences that may stand in its summary, in order.

    Whole sentences of paragraphs at best; where there are none, the least broken thing that the document has.
    """
    lines = read_lines(document.text[:READ_CHARS])
    first = list(islice(lines, READ_LINES))
    language = detect_language("\n".join(first) or document.title, document.language)
    whole = _rankable((line for line in chain(first, lines) if not is_heading(line)), language)
    uncut = [sentence for sentence in whole if not is_cut(sentence)]
    finished = [sentence for sentence in uncut if is_finished(sentence)]
    title = letters_of(document.title)
    news = [sentence for sentence in finished if not _repeats(sentence, title)] if title else finished
    if chosen := news or finished or uncut or whole:
        # A sentence with an address or a name to call tells where to go rather than what happened.
        return language, [sentence for sentence in chosen if not _points_elsewhere(sentence)] or chosen
    return language, _rankable(read_lines(document.text[:READ_CHARS]), language)


def _rankable(lines: Iterable[str], language: str) -> list[str]:
    """Split lines until there are sentences enough to rank; leave out those of a few letters."""
    sentences = (sentence for line in lines for sentence in _split(line, language))
    return list(islice((sentence for sentence in sentences if _ENOUGH_LETTERS.search(sentence)), READ_SENTENCES))


def _split(line: str, language: str) -> list[str]:
    """Split a line, without what speaks of its page; of one that holds a whole article, only the beginning."""
    cut = split_sentences(line[:LONG_LINE_CHARS], language)[:-1] if len(line) > LONG_LINE_CHARS else []
    sentences = cut or split_sentences(line, language)
    # A line of one sentence was looked at as a line.
    return sentences if len(sentences) < 2 else [sentence for sentence in sentences if not is_aside(sentence)]


def _points_elsewhere(sentence: str) -> bool:
    small = sentence.lower()
    return any(mark in small for mark in _POINTER_MARKS) and _POINTER.search(sentence) is not None


def _repeats(sentence: str, title: str) -> bool:
    """Whether a sentence is the title once more; `title` is its key."""
    return title.startswith(letters_of(sentence[:TITLE_PROBE_CHARS])) and letters_of(sentence) == title


def _cut(sentence: str, limit: int) -> str:
    """Shorten one over-long sentence at the last clause that fits, marked by an ellipsis."""
    ends = [match.start() for match in _CLAUSE_END.finditer(sentence, limit // 2, limit - 1)]
    return sentence[: ends[-1] if ends else limit - 1].rstrip() + "…"
