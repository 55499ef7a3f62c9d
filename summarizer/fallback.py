"""Tries engines in order, document by document, so that a reader always gets a summary.

What an engine writes in its own words passes the review, and the second reader where there is one; or the document
goes to the next engine. Nothing else does.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeGuard

from summarizer.base import (
    Document,
    EngineFailed,
    EngineState,
    EngineStatus,
    EngineUnavailable,
    NothingToSummarize,
    Summarizer,
    SummarizerError,
    Summary,
    SummaryRejected,
)
from summarizer.chinese import to_script

if TYPE_CHECKING:
    from summarizer.model.verifier import ModelVerifier
    from summarizer.review import Checked

logger = logging.getLogger(__name__)

OnRejected = Callable[[Mapping[str, int]], object]
Answer = Summary | SummarizerError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    sentences: int
    language: str | None


class FallbackSummarizer(Summarizer):
    """Gives each document to the first engine; what fails there goes to the next, as one smaller batch.

    An engine that raises has failed every document it was given. Where every engine failed, the last one's error is
    the answer, so the most dependable engine stands last. A summary is `provisional` if an engine before its own
    could not answer this time (it raised, or gave EngineFailed); one that was refused or had nothing to say could.

    `note` is added to the status: it says why no better engine is in use. `on_rejected` gets, after each batch, the
    number of sentences that were refused, by reason. `verifier` reads what the checks kept once more: while it cannot,
    no engine's own words are shown. `aclose` ends every engine, even if one does not end well.
    """

    def __init__(
        self,
        engines: Sequence[Summarizer],
        *,
        on_rejected: OnRejected | None = None,
        note: str = "",
        verifier: ModelVerifier | None = None,
    ) -> None:
        if not engines:
            raise ValueError("a FallbackSummarizer needs at least one engine")
        self._engines = tuple(engines)
        self._on_rejected = on_rejected
        self._note = note
        self._verifier = verifier

    @property
    def name(self) -> str:
        """The name of the first engine that is ready, with the second reader's; of the first one where none is."""
        engine = self._ready_engine() or self._engines[0]
        if self._verifier is None or engine is self._engines[-1]:
            return engine.name
        return f"{engine.name}, {self._verifier.name}"

    @property
    def status(self) -> EngineStatus:
        """Status of the first engine, the one that the owner chose; not of its fallback.

        Ready if its second reader is, too.
        """
        status = self._engines[0].status
        if self._verifier is None:
            return replace(status, detail=status.detail or self._note)
        second = self._verifier.status
        if status.state is EngineState.READY is not second.state:
            status = replace(status, state=second.state, detail=f"the second reader: {second.detail or second.state}")
        return replace(status, verifier=second.engine)

    @property
    def documents_at_once(self) -> int:
        return self._engines[0].documents_at_once

    @property
    def machines(self) -> int:
        return self._engines[0].machines

    @property
    def translates(self) -> bool:
        """Whether the engine that writes now translates."""
        return (self._ready_engine() or self._engines[0]).translates

    def start(self) -> None:
        for engine in self._engines:
            engine.start()
        if self._verifier is not None:
            self._verifier.start()

    async def ready(self) -> None:
        """Wait for the first engine and its second reader; EngineUnavailable if one cannot be had."""
        await self._engines[0].ready()
        if self._verifier is not None:
            await self._verifier.ready()

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Answer]:
        answers: list[Answer] = [NothingToSummarize("no engine was asked") for _ in documents]
        request = _Request(sentences=sentences, language=language)
        open_indexes = list(range(len(documents)))
        deferred: set[int] = set()  # documents of which an engine may yet give a better summary
        for engine in self._engines:
            if not open_indexes:
                break
            batch = [documents[index] for index in open_indexes]
            written = await _ask(engine, batch, request)
            found = await self._checked(written, batch, request, rewords=engine.rewords)
            for index, answer in zip(open_indexes, found, strict=True):
                late = index in deferred and isinstance(answer, Summary)
                answers[index] = replace(answer, provisional=True) if late else answer  # type: ignore[type-var]
            open_indexes = [index for index in open_indexes if isinstance(answers[index], SummarizerError)]
            deferred.update(index for index in open_indexes if isinstance(answers[index], EngineFailed))
        return answers

    async def aclose(self) -> None:
        errors: list[Exception] = []
        closings = [engine.aclose for engine in self._engines]
        if self._verifier is not None:
            closings.append(self._verifier.aclose)
        for close in closings:
            try:
                await close()
            except Exception as error:
                errors.append(error)
        if errors:
            raise ExceptionGroup("engines did not close", errors)

    def _ready_engine(self) -> Summarizer | None:
        engines = self._engines
        if self._verifier is not None and not self._verifier.is_ready:
            engines = engines[-1:]
        return next((engine for engine in engines if engine.status.state is EngineState.READY), None)

    async def _checked(
        self, answers: Sequence[Answer], documents: Sequence[Document], request: _Request, *, rewords: bool
    ) -> list[Answer]:
        """Review what an engine wrote itself, beside the event loop: a batch takes a while."""
        own_words = {index: answer for index, answer in enumerate(answers) if _is_own_words(answer)}
        reviewed = await self._reviewed(own_words, documents, request, rewords=rewords) if own_words else {}
        rejected: Counter[str] = Counter()
        checked: list[Answer] = []
        for index, answer in enumerate(answers):
            result = reviewed.get(index)
            if result is not None and not isinstance(result, EngineFailed):
                rejected.update({str(reason): count for reason, count in result.rejected.items()})
                reasons = ", ".join(result.rejected)
                checked.append(result.summary or SummaryRejected(f"{_engine_of(answer)}: nothing stood: {reasons}"))
            elif isinstance(answer, Summary) and result is None:
                checked.append(_in_script(answer, documents[index], request.language))
            else:
                checked.append(result or answer)
        if rejected and self._on_rejected is not None:
            self._on_rejected(rejected)
        return checked

    async def _reviewed(
        self, answers: Mapping[int, Summary], documents: Sequence[Document], request: _Request, *, rewords: bool
    ) -> dict[int, Checked | EngineFailed]:
        """Check, have the second reader read what the checks kept, and compare what is left with the extract."""
        from summarizer.review import Checked, check, compare  # a bot without a model needs no checks

        checked = {
            index: await asyncio.to_thread(
                check, answer, documents[index], sentences=request.sentences, language=request.language
            )
            for index, answer in answers.items()
        }
        found: dict[int, Checked | EngineFailed] = dict(checked)
        if self._verifier is not None:
            found |= await _verified(self._verifier, checked, documents)
        for index, result in found.items():
            if isinstance(result, Checked):
                found[index] = await asyncio.to_thread(
                    compare, result, documents[index], sentences=request.sentences, rewords=rewords
                )
        return found


def _is_own_words(answer: Answer) -> TypeGuard[Summary]:
    return isinstance(answer, Summary) and not answer.grounded


async def _verified(
    verifier: ModelVerifier, checked: Mapping[int, Checked], documents: Sequence[Document]
) -> dict[int, Checked | EngineFailed]:
    """Drop the sentences that the second reader does not find in their article; EngineFailed where it cannot read."""
    from summarizer.model.verifier import Claims
    from summarizer.review import own_sentences, without

    kept = {index: own_sentences(result.summary) for index, result in checked.items() if result.summary is not None}
    claims = [
        Claims(
            article=f"{documents[index].title}\n{documents[index].text}",
            language=result.language,
            sentences=tuple(sentences),
        )
        for index, sentences in kept.items()
        if (result := checked[index].summary) is not None
    ]
    if not claims:
        return {}
    try:
        verdicts = await verifier.verify(claims)
    except EngineFailed as error:
        return dict.fromkeys(kept, error)
    return {
        index: without(checked[index], [one for one, stands in zip(sentences, stood, strict=True) if not stands])
        for (index, sentences), stood in zip(kept.items(), verdicts, strict=True)
    }


def _engine_of(answer: Answer) -> str:
    return answer.engine if isinstance(answer, Summary) else ""


def _in_script(summary: Summary, document: Document, language: str | None) -> Summary:
    """Return Chinese in the script that the reader asked for, and the title with it if that changes it."""
    scripts = ("zh-Hant", "zh-Hans")
    if language not in scripts or summary.language not in scripts or summary.language == language:
        return summary
    title = to_script(document.title, language)
    return replace(
        summary,
        text=to_script(summary.text, language),
        language=language,
        title=title if title != document.title else summary.title,
    )


async def _ask(engine: Summarizer, documents: Sequence[Document], request: _Request) -> list[Answer]:
    """Ask one engine; its failure as a whole becomes the failure of each document."""
    try:
        answers = await engine.summarize(documents, sentences=request.sentences, language=request.language)
        if len(answers) != len(documents):
            raise EngineFailed(f"{engine.name}: {len(answers)} answers to {len(documents)} documents")
    except (EngineFailed, EngineUnavailable) as error:
        logger.debug("summary engine cannot answer engine=%s documents=%d", engine.name, len(documents))
        return [error for _ in documents]
    except Exception as error:
        logger.warning(
            "summary engine failed engine=%s documents=%d error=%s", engine.name, len(documents), type(error).__name__
        )
        return [EngineFailed(f"{engine.name}: {error}") for _ in documents]
    return answers
