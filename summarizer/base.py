"""What every summary engine takes and gives: documents in, summaries out. Knows no engine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One article to summarise, as plain text with paragraphs on lines of their own.

    `language` is a BCP 47 tag ("en", "zh-Hant") and a hint only; None means "detect it".
    """

    text: str
    title: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A short text about one document.

    `grounded` says that every number, name, quote and link in it stands in the document;
    it is true of extractive summaries by construction. `engine` names who wrote it.
    """

    text: str
    language: str
    engine: str
    grounded: bool


class SummarizerError(Exception):
    """A summary could not be made: the base of every error this package hands out."""


class NothingToSummarize(SummarizerError):
    """The document holds no sentence: it is empty, or captions and notices only."""


class Summarizer(Protocol):
    """An engine that turns documents into summaries.

    Engines gain from batches, so they take many documents at once. The answer has one entry
    per document, in order; a document that fails gives its error as a value, so that one bad
    document never costs the others their summaries. `language` asks for summaries in that
    language where the engine can translate; None means the document's own. Safe to call from
    one event loop; `aclose` ends whatever the engine holds.
    """

    @property
    def name(self) -> str: ...

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]: ...

    async def aclose(self) -> None: ...
