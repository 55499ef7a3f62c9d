"""Summaries made of the article's own sentences: no model, no download, milliseconds; never rewrites a word."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Sequence
from itertools import islice

from summarizer.base import Document, NothingToSummarize, Summarizer, SummarizerError, Summary
from summarizer.boilerplate import article_lines, is_cut, is_heading
from summarizer.language import detect_language
from summarizer.limits import joint, max_chars
from summarizer.ranking import choose
from summarizer.sentences import is_finished, split_sentences

READ_SENTENCES = 40  # news carries its substance first; some of these drop out before the ranking
READ_CHARS = 50_000  # where a news article is surely over
READ_LINES = 12  # enough to tell the language

_ENOUGH_LETTERS = re.compile(r"(?:[^\W\d_][\W\d_]*){8}")  # fewer tell nothing
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
        # Beside the event loop: a long document in a script without spaces takes a tenth of a second and more.
        return [await asyncio.to_thread(summarize_document, document, sentences=sentences) for document in documents]

    async def aclose(self) -> None:
        """Hold nothing, end nothing."""


def summarize_document(document: Document, *, sentences: int) -> Summary | SummarizerError:
    """Give the extractive summary of one document, or NothingToSummarize."""
    language, candidates = candidate_sentences(document)
    if not candidates:
        return NothingToSummarize("the document holds no sentence")
    limit = max_chars(language, sentences)
    space = joint(language)
    chosen = choose(
        candidates, document.title, count=max(sentences, 1), max_chars=limit, joint=len(space), language=language
    )
    text = space.join(candidates[index] for index in chosen) or _cut(candidates[0], limit)
    return Summary(text=text, language=language, engine="extractive", grounded=True)


def candidate_sentences(document: Document) -> tuple[str, list[str]]:
    """Give the document's language, and the sentences that may stand in its summary, in order.

    Whole sentences of paragraphs at best; where there are none, the least broken thing that the document has.
    """
    lines = article_lines(document.text[:READ_CHARS])
    language = detect_language("\n".join(lines[:READ_LINES]) or document.title, document.language)
    title = _key(document.title)
    whole = _telling((line for line in lines if not is_heading(line)), language)
    finished = [sentence for sentence in whole if is_finished(sentence) and not is_cut(sentence)]
    news = [sentence for sentence in finished if len(sentence) > 2 * len(document.title) or _key(sentence) != title]
    uncut = [sentence for sentence in whole if not is_cut(sentence)]
    return language, news or finished or uncut or whole or _telling(lines, language)


def _telling(lines: Iterable[str], language: str) -> list[str]:
    """Split lines until there are sentences enough to rank; leave out those of a few letters."""
    sentences = (sentence for line in lines for sentence in split_sentences(line, language))
    return list(islice((sentence for sentence in sentences if _ENOUGH_LETTERS.search(sentence)), READ_SENTENCES))


def _key(sentence: str) -> str:
    return "".join(char for char in sentence.casefold() if char.isalnum())


def _cut(sentence: str, limit: int) -> str:
    """Shorten one over-long sentence at the last clause that fits, marked by an ellipsis."""
    ends = [match.start() for match in _CLAUSE_END.finditer(sentence, limit // 2, limit - 1)]
    return sentence[: ends[-1] if ends else limit - 1].rstrip() + "…"
