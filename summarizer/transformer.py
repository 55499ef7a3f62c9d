"""Summaries by a Hugging Face model in a process of its own, which may die, hang or fill its memory at no one's cost.

Loads in the background; answers EngineFailed until it can. Imports neither torch nor transformers.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count

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
from summarizer.catalog import known_model
from summarizer.extractive import READ_CHARS
from summarizer.model_files import INSTALL, find_model, missing_libraries, model_name, total_memory
from summarizer.model_process import WORKER, Message, ModelProcess, ProcessEnded

logger = logging.getLogger(__name__)

MEMORY_SHARE = 0.75  # of the machine's, for the model's process
BATCH_SECONDS = 60.0  # for a batch, and ...
DOCUMENT_SECONDS = 60.0  # ... as much again for each document in it: a slow machine is not a hanging one
MAX_TEXT_CHARS = 4_000
MAX_TITLE_CHARS = 500
MAX_RESTART_SECONDS = 300.0
FIRST_RETRY_SECONDS = 60.0  # after a failed download; doubled up to ...
MAX_RETRY_SECONDS = 3600.0
LOGGED_STEP_PERCENT = 10


@dataclass(slots=True)
class _Request:
    number: int
    answer: asyncio.Future[Message]


class TransformerSummarizer(Summarizer):
    """Any encoder-decoder or chat model, by hub id or folder.

    `device` is "auto", "cpu" or "cuda"; `precision` "auto", "fp32", "bf16" or "int8". `memory_bytes` limits the
    process on a processor (None: three quarters of the machine's). An article is read up to `max_input_tokens`; a much
    longer one is summarised in parts. `batch_seconds` is how long a batch may take before the process counts as
    hanging. With `download` false the model must be on this machine already.
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
        batch_seconds: float | None = None,
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
        }
        self._batch_documents = batch_documents
        known = known_model(model)
        self._translates = known is None or known.kind == "chat"
        self._batch_seconds = batch_seconds
        self._command = command
        self._name: str | None = None
        self._state, self._detail = EngineState.LOADING, "not started"
        self._logged_percent = 0
        self._task: asyncio.Task[None] | None = None
        self._process: ModelProcess | None = None
        self._request: _Request | None = None
        self._numbers = count(1)
        self._one_at_a_time = asyncio.Lock()
        self._decided = asyncio.Event()  # ready, or never to be
        self._final = False
        self._closed = False

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
        return EngineStatus(engine=self.name, state=self._state, detail=self._detail)

    @property
    def documents_at_once(self) -> int:
        return self._batch_documents

    @property
    def translates(self) -> bool:
        """Whether it is a chat model; one that is not known counts as such until it is loaded."""
        return self._translates

    def start(self) -> None:
        """Begin to load, and to replace the process whenever it ends."""
        if self._task is None and not self._closed:
            self._task = asyncio.create_task(self._keep_running())

    async def ready(self) -> None:
        """Wait until the model can write; EngineUnavailable if it cannot be loaded here."""
        self.start()
        await self._decided.wait()
        if self._state is not EngineState.READY:
            raise EngineUnavailable(self._detail)

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]:
        answers: list[Summary | SummarizerError] = [EngineFailed(self._detail) for _ in documents]
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
        self._closed = True
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._become(EngineState.FAILED, "closed")
        self._decided.set()

    async def _summarize_batch(
        self, documents: list[Document], sentences: int, language: str | None
    ) -> list[Summary | SummarizerError]:
        async with self._one_at_a_time:
            if self._state is not EngineState.READY or self._process is None:
                return [EngineFailed(self._not_ready()) for _ in documents]
            message = {
                "documents": [_as_message(document) for document in documents],
                "sentences": sentences,
                "language": language,
            }
            try:
                reply = await self._ask(self._process, message, self._patience(len(documents)))
                return _read_reply(reply, len(documents), self.name)
            except EngineFailed as error:
                return [error for _ in documents]

    async def _ask(self, process: ModelProcess, message: Message, seconds: float) -> Message:
        """Send a request and wait for its answer; kill a process that lets the deadline pass."""
        request = self._request = _Request(next(self._numbers), asyncio.get_running_loop().create_future())
        process.send({"id": request.number, **message})
        try:
            return await asyncio.wait_for(request.answer, seconds)
        except TimeoutError:
            self._become(EngineState.LOADING, f"restarting: no answer within {seconds:.0f} s")
            await process.end(at_once=True)
            raise EngineFailed(f"the model gave no answer within {seconds:.0f} s") from None
        except asyncio.CancelledError:
            process.send({"cancel": request.number})
            raise
        finally:
            self._request = None

    def _patience(self, documents: int) -> float:
        return self._batch_seconds or BATCH_SECONDS + DOCUMENT_SECONDS * documents

    def _not_ready(self) -> str:
        return f"the model is not ready ({self._state}: {self._detail})"

    async def _keep_running(self) -> None:
        """Run the process again and again, until it says that it never can."""
        crashes, downloads = 0, 0
        if lacking := missing_libraries():
            self._give_up(f"the model's libraries are missing ({', '.join(lacking)}): {INSTALL}")
            return
        while True:
            was_ready = await self._run_once()
            if self._has_given_up():
                return
            if self._state is EngineState.FAILED:
                wait = min(FIRST_RETRY_SECONDS * 2**downloads, MAX_RETRY_SECONDS)
                downloads += 1
            else:
                crashes = 0 if was_ready else crashes + 1
                wait = restart_wait(crashes)
            await asyncio.sleep(wait)

    async def _run_once(self) -> bool:
        """Run one process until it ends; say whether it had answered anything."""
        self._become(EngineState.LOADING, "")
        answered = False
        self._process = await ModelProcess.begin(self._command)
        try:
            self._process.send({"load": self._load})
            while True:
                message = await self._process.receive()
                answered = answered or "id" in message
                self._hear(message)
        except ProcessEnded as error:
            if self._state is not EngineState.FAILED:
                self._become(EngineState.LOADING, f"restarting: {error}")
                logger.warning("model process ended model=%s why=%r", self._load["model"], str(error))
            self._fail_request(f"the model's process ended: {error}")
        finally:
            self._fail_request("the engine was closed")
            process, self._process = self._process, None
            await asyncio.shield(process.end(at_once=True))
        return answered

    def _hear(self, message: Message) -> None:
        """Take one message of the process: how far it is, or an answer."""
        match message:
            case {"state": "ready", "device": str(device), "precision": str(precision)}:
                self._translates = bool(message.get("translates", self._translates))
                self._become(EngineState.READY, "")
                self._decided.set()
                logger.info("model ready model=%s device=%s precision=%s", self.name, device, precision)
            case {"state": "loading"}:
                self._name = None  # a download may have told the commit
                self._become(EngineState.LOADING, "")
            case {"state": "downloading", "done": int(done), "total": int(total)}:
                self._hear_progress(done, total)
            case {"state": "failed", "detail": str(why), "final": True}:
                self._give_up(why)
            case {"state": "failed", "detail": str(why)}:
                self._become(EngineState.FAILED, why)
                logger.warning("model not loaded model=%s why=%r", self._load["model"], why)
                self._decided.set()
            case {"id": int(number)}:
                request = self._request
                if request is not None and request.number == number and not request.answer.done():
                    request.answer.set_result(message)
            case _:
                raise ProcessEnded("it said something that is no message")

    def _hear_progress(self, done: int, total: int) -> None:
        detail = f"{done // 1_000_000:,} of {total // 1_000_000:,} MB" if total else "asking the hub"
        self._become(EngineState.DOWNLOADING, detail)
        percent = 100 * done // total if total else 0
        if percent >= self._logged_percent + LOGGED_STEP_PERCENT:
            self._logged_percent = percent - percent % LOGGED_STEP_PERCENT
            logger.info("model downloading model=%s done=%r", self._load["model"], detail)

    def _give_up(self, why: str) -> None:
        self._final = True
        self._become(EngineState.FAILED, why)
        self._decided.set()
        logger.warning("model unavailable model=%s why=%r", self._load["model"], why)

    def _has_given_up(self) -> bool:
        return self._final

    def _become(self, state: EngineState, detail: str) -> None:
        self._state, self._detail = state, detail
        if state in (EngineState.LOADING, EngineState.DOWNLOADING):
            self._decided.clear()

    def _fail_request(self, why: str) -> None:
        if self._request is not None and not self._request.answer.done():
            self._request.answer.set_exception(EngineFailed(why))


def restart_wait(crashes: int) -> float:
    """Give the seconds before the next start, after so many ends in a row without an answer: 0, 0, 1, 2, 4, ... 300."""
    return 0.0 if crashes <= 1 else min(2.0 ** (crashes - 2), MAX_RESTART_SECONDS)


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
