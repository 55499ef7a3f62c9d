"""Summaries by a Hugging Face model in a process of its own, which may die, hang or fill its memory at no one's cost.

Loads in the background; answers EngineFailed until it can. Imports neither torch nor transformers.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from summarizer.base import (
    Document,
    EngineFailed,
    EngineStatus,
    NothingToSummarize,
    Summarizer,
    SummarizerError,
    Summary,
    SummaryRejected,
)
from summarizer.extractive.extract import READ_CHARS
from summarizer.model.catalog import known_model
from summarizer.model.files import find_model, missing_libraries, model_name, total_memory
from summarizer.model.process import WORKER, Message
from summarizer.model.supervisor import LOAD_SECONDS, ModelSupervisor
from summarizer.model.verifier import ModelVerifier

MEMORY_SHARE = 0.75  # of the machine's, for the model's process
BATCH_SECONDS = 60.0  # for a batch, and ...
DOCUMENT_SECONDS = 60.0  # ... as much again for each document in it: a slow machine is not a hanging one
MAX_TEXT_CHARS = 4_000
MAX_TITLE_CHARS = 500


class TransformerSummarizer(Summarizer):
    """Any encoder-decoder or chat model, by hub id or folder.

    `device` is "auto", "cpu" or "cuda"; `precision` "auto", "fp32", "bf16" or "int8". `memory_bytes` limits the
    process on a processor (None: three quarters of the machine's). An article is read up to `max_input_tokens`; a much
    longer one is summarised in parts. `batch_seconds` is how long a batch may take, `load_seconds` how long there may
    be no word while the model loads, before the process counts as hanging. With `download` false the model must be on
    this machine already. `verifier`: the second reader to load beside it, which `verifier()` gives.
    """

    def __init__(
        self,
        model: str,
        *,
        revision: str | None = None,
        device: str = "auto",
        precision: str = "auto",
        memory_bytes: int | None = None,
        max_input_tokens: int = 1024,
        batch_documents: int = 8,
        download: bool = True,
        verifier: str = "",
        batch_seconds: float | None = None,
        load_seconds: float = LOAD_SECONDS,
        command: tuple[str, ...] = WORKER,
    ) -> None:
        self._load: Message = {
            "model": model,
            "revision": revision,
            "device": device,
            "precision": precision,
            "memory_bytes": memory_bytes or int(total_memory() * MEMORY_SHARE),
            "max_input_tokens": max_input_tokens,
            "batch_documents": batch_documents,
            "download": download,
            "verifier": verifier,
        }
        self._batch_documents = batch_documents
        known = known_model(model)
        self._translates = known is None or known.kind == "chat"
        self._rewords = True
        self._batch_seconds = batch_seconds
        self._name: str | None = None
        self._one_at_a_time = asyncio.Lock()
        self._supervisor = ModelSupervisor(
            self._load, command=command, on_change=self._take_note, load_seconds=load_seconds
        )

    @property
    def name(self) -> str:
        if self._name is None:
            self._name = self._find_name()
        return self._name

    def _find_name(self) -> str:
        model, revision, precision = self._load["model"], self._load["revision"], self._load["precision"]
        found = None if missing_libraries() else find_model(model, revision)
        named = f"transformers:{model_name(model, found, revision=revision)}"
        return named if precision == "auto" else f"{named}+{precision}"

    @property
    def status(self) -> EngineStatus:
        return EngineStatus(engine=self.name, state=self._supervisor.state, detail=self._supervisor.detail)

    @property
    def documents_at_once(self) -> int:
        return self._batch_documents

    @property
    def translates(self) -> bool:
        """Whether it is a chat model; one that is not known counts as such until it is loaded."""
        return self._translates

    @property
    def rewords(self) -> bool:
        """Whether it is large enough for words of its own; known once it is loaded."""
        return self._rewords

    @property
    def pid(self) -> int | None:
        """The number of the model's process, while there is one."""
        return self._supervisor.process.pid if self._supervisor.process is not None else None

    def verifier(self) -> ModelVerifier:
        """The second reader that this engine was made with, in the same process."""
        return ModelVerifier(self._load["verifier"], supervisor=self._supervisor, turn=self._one_at_a_time)

    def start(self) -> None:
        """Begin to load, and to replace the process whenever it ends."""
        self._supervisor.start()

    async def ready(self) -> None:
        """Wait until the model can write.

        EngineUnavailable if it cannot be loaded here, or its process has ended a few times in a row or hung before it
        could: it is then started again, ever later.
        """
        await self._supervisor.ready()

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]:
        answers: list[Summary | SummarizerError] = [EngineFailed(self._supervisor.detail) for _ in documents]
        # Like lengths together: a batch is padded to its longest. Bytes tell tokens better than characters do.
        order = sorted(range(len(documents)), key=lambda index: len(documents[index].text.encode("utf-8", "replace")))
        for start in range(0, len(order), self._batch_documents):
            batch = order[start : start + self._batch_documents]
            given = await self._summarize_batch([documents[index] for index in batch], sentences, language)
            for index, answer in zip(batch, given, strict=True):
                answers[index] = answer
        return answers

    async def aclose(self) -> None:
        """End the process within seconds, whatever it does."""
        await self._supervisor.aclose()

    async def _summarize_batch(
        self, documents: list[Document], sentences: int, language: str | None
    ) -> list[Summary | SummarizerError]:
        message = {
            "documents": [_as_message(document) for document in documents],
            "sentences": sentences,
            "language": language,
        }
        async with self._one_at_a_time:
            try:
                reply = await self._supervisor.ask(message, self._patience(len(documents)))
                return _read_reply(reply, len(documents), self.name)
            except EngineFailed as error:
                return [error for _ in documents]

    def _patience(self, documents: int) -> float:
        return self._batch_seconds or BATCH_SECONDS + DOCUMENT_SECONDS * documents

    def _take_note(self, message: Message) -> None:
        """The model begins to load (a download may have told its commit), or is ready and known."""
        self._name = None
        self._translates = bool(message.get("translates", self._translates))
        self._rewords = bool(message.get("rewords", self._rewords))


def _as_message(document: Document) -> Message:
    title = document.title[:MAX_TITLE_CHARS]
    return {"text": document.text[:READ_CHARS], "title": title, "language": document.language}


def _read_reply(reply: Message, expected: int, engine: str) -> list[Summary | SummarizerError]:
    match reply:
        case {"answers": list(answers)} if len(answers) == expected:
            return [_read_answer(answer, engine) for answer in answers]
        case {"failed": str(why)}:
            raise EngineFailed(f"the model failed: {why}")
        case _:
            raise EngineFailed("the model's process gave an answer of the wrong shape")


def _read_answer(answer: object, engine: str) -> Summary | SummarizerError:
    match answer:
        case None:
            return NothingToSummarize("the document holds no sentence")
        case {"text": str(text), "title": str(title), "language": str(language)}:
            text, title = " ".join(text[:MAX_TEXT_CHARS].split()), " ".join(title[:MAX_TITLE_CHARS].split())
            if not text:
                return SummaryRejected("the model answered nothing")
            return Summary(text=text, language=language, engine=engine, grounded=False, title=title)
        case _:
            return EngineFailed("the model's process gave an answer of the wrong shape")
