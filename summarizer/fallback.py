"""Tries engines in order, document by document, so that a weak engine never costs a reader the summary."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from summarizer.base import Document, NothingToSummarize, Summarizer, SummarizerError, Summary

logger = logging.getLogger(__name__)


class FallbackSummarizer(Summarizer):
    """Gives each document to the first engine; what fails there goes to the next, as one smaller batch.

    An engine that raises has failed every document it was given. Where every engine failed, the last one's error is
    the answer, so the most dependable engine stands last. `aclose` ends every engine, even if one does not end well.
    """

    def __init__(self, engines: Sequence[Summarizer]) -> None:
        if not engines:
            raise ValueError("a FallbackSummarizer needs at least one engine")
        self._engines = tuple(engines)

    @property
    def name(self) -> str:
        return self._engines[0].name

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]:
        answers: list[Summary | SummarizerError] = [NothingToSummarize("no engine was asked") for _ in documents]
        open_indexes = list(range(len(documents)))
        for engine in self._engines:
            if not open_indexes:
                break
            batch = [documents[index] for index in open_indexes]
            for index, answer in zip(open_indexes, await _ask(engine, batch, sentences, language), strict=True):
                answers[index] = answer
            open_indexes = [index for index in open_indexes if isinstance(answers[index], SummarizerError)]
        return answers

    async def aclose(self) -> None:
        errors: list[Exception] = []
        for engine in self._engines:
            try:
                await engine.aclose()
            except Exception as error:
                errors.append(error)
        if errors:
            raise ExceptionGroup("engines did not close", errors)


async def _ask(
    engine: Summarizer, documents: Sequence[Document], sentences: int, language: str | None
) -> list[Summary | SummarizerError]:
    """Ask one engine; its failure as a whole becomes the failure of each document."""
    try:
        answers = await engine.summarize(documents, sentences=sentences, language=language)
        if len(answers) != len(documents):
            raise SummarizerError(f"{engine.name}: {len(answers)} answers to {len(documents)} documents")
    except Exception as error:
        logger.warning(
            "summary engine failed engine=%s documents=%d error=%s", engine.name, len(documents), type(error).__name__
        )
        failure = error if isinstance(error, SummarizerError) else SummarizerError(f"{engine.name}: {error}")
        return [failure for _ in documents]
    return answers
