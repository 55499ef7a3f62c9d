"""Summaries made of the article's own sentences: no model, no download, milliseconds; never rewrites a word."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from summarizer.base import Document, Summarizer, SummarizerError, Summary


class ExtractiveSummarizer(Summarizer):
    """Chooses the sentences that say most, in the order of the article; none that leans on a sentence left out.

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
    from summarizer.extractive.extract import summarize_document  # its words and rules, with the first document

    return [summarize_document(document, sentences=sentences) for document in documents]
