"""The model's own process: reads requests from a socket, one JSON object a line, and answers on it.

Ends when the socket does, whatever it is doing. `python -m summarizer.model.worker FD` is started by `process`.
Hears {"load": {...}}, {"id", "documents", "sentences", "language"}, {"id", "claims"}, {"cancel": id}; says
{"state": ...}, {"id", "answers"}, {"id", "verdicts"}, {"id", "failed"}.
"""

from __future__ import annotations

import json
import os
import queue
import socket
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from summarizer.base import Document, EngineUnavailable, SummarizerError, same_language
from summarizer.extractive.boilerplate import article_lines, is_heading
from summarizer.extractive.extract import READ_CHARS, candidate_sentences
from summarizer.model.batching import plan_chunks
from summarizer.model.generation import IsCancelled, LoadedModel
from summarizer.model.process import TOO_LITTLE_MEMORY
from summarizer.model.starting import Wire, load, load_second_reader
from summarizer.model.verifying import LoadedVerifier
from summarizer.prompts import answer_tokens, chat_messages, read_answer, sample_text

NICENESS = 10  # the bot's own loop comes first
MAX_ANSWER_CHARS = 4_000  # of a raw answer; no summary is longer
RULES_TOKENS = 384  # room for the rules and the title beside the article
MEASURED_CHARS = 2_000  # of an article, to learn how many tokens its characters take

Message = dict[str, Any]


@dataclass(slots=True)
class Inbox:
    """Queue of requests that are not begun, and the numbers of cancelled ones."""

    requests: queue.Queue[Message | None] = field(default_factory=queue.Queue)
    cancelled: set[int] = field(default_factory=set)

    def listen(self, connection: socket.socket, *, dies: bool) -> None:
        """Take messages until the socket ends; then end the process at once, if it `dies` with the socket."""
        with connection.makefile("r", encoding="utf-8") as lines:
            for line in lines:
                message: Message = json.loads(line)
                if "cancel" in message:
                    self.cancelled.add(message["cancel"])
                else:
                    self.requests.put(message)
        if dies:
            os._exit(0)
        self.requests.put(None)


def serve(connection: socket.socket, *, dies: bool = False) -> int:
    """Load the model of the first message, answer the others one by one, and return the exit status.

    0: the socket ended. 3: the model did not load (and why was said). 4: the memory did not suffice for a batch.
    """
    wire, inbox = Wire(connection), Inbox()
    threading.Thread(target=inbox.listen, args=(connection,), kwargs={"dies": dies}, daemon=True).start()
    first = inbox.requests.get()
    if first is None:
        return 0
    settings = first["load"]
    try:
        verifier = load_second_reader(settings, wire) if settings.get("verifier") else None
        writer = Writer(load(settings, wire), settings) if settings["model"] else None
    except (MemoryError, SummarizerError) as error:
        final = isinstance(error, EngineUnavailable | MemoryError)
        why = str(error) if isinstance(error, SummarizerError) else _too_little_memory(settings)
        wire.say({"state": "failed", "detail": why, "final": final})
        return 3
    if writer is None:
        wire.say({"state": "ready", "device": "cpu", "precision": "fp32"})
    while (request := inbox.requests.get()) is not None:
        number = request["id"]
        try:
            answer = _answer(request, writer, verifier, lambda number=number: number in inbox.cancelled)  # type: ignore[misc]
        except MemoryError:
            # What the allocator holds after this is anyone's guess: a new process starts clean.
            texts = len(request.get("documents") or request["claims"])
            wire.say({"id": number, "failed": f"too little memory for {texts} articles at once"})
            return TOO_LITTLE_MEMORY
        except Exception as error:
            wire.say({"id": number, "failed": f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"})
        else:
            wire.say({"id": number, **answer})
    return 0


def _answer(
    request: Message, writer: Writer | None, verifier: LoadedVerifier | None, is_cancelled: IsCancelled
) -> Message:
    """Write summaries, or judge the sentences of some."""
    if "claims" in request:
        assert verifier is not None
        claims = request["claims"]
        return {"verdicts": [verifier.judge(one["text"], one["sentences"], one["language"]) for one in claims]}
    assert writer is not None
    return {"answers": writer.answer(request, is_cancelled)}


@dataclass(slots=True)
class Article:
    """A document in work: its language, and the texts to summarise for it."""

    document: Document
    own: str
    language: str
    texts: list[str]


class Writer:
    """Makes summaries of documents with a loaded model."""

    def __init__(self, loaded: LoadedModel, settings: Message) -> None:
        self._model = loaded
        self._max_input: int = settings["max_input_tokens"]
        self._max_items: int = settings["batch_documents"]

    def answer(self, request: Message, is_cancelled: IsCancelled) -> list[Message | None]:
        """Return each document's {text, title, language}; None for a document without a sentence."""
        sentences, language = request["sentences"], request["language"]
        articles = [self._prepare(Document(**given), language) for given in request["documents"]]
        told = [article for article in articles if article]
        long = [article for article in told if len(article.texts) > 1]
        parts = [(article, text) for article in long for text in article.texts]
        notes = iter(self._write(parts, sentences=2, translate=False, is_cancelled=is_cancelled))
        for article in long:
            article.texts = ["\n".join(next(notes)["text"] for _ in article.texts)]
        written = iter(
            self._write(
                [(article, article.texts[0]) for article in told],
                sentences=sentences,
                translate=True,
                is_cancelled=is_cancelled,
            )
        )
        return [next(written) if article else None for article in articles]

    def _prepare(self, document: Document, wanted: str | None) -> Article | None:
        own, candidates = candidate_sentences(document)
        if not candidates:
            return None
        lines = article_lines(document.text[:READ_CHARS])
        prose = [line for line in lines if not is_heading(line)] or lines or candidates
        # Tokenizers refuse lone surrogates.
        text = self._model.harmless("\n".join(prose).encode("utf-8", "ignore").decode())
        title = self._model.harmless(document.title.encode("utf-8", "ignore").decode())
        chunks = plan_chunks(text, language=own, max_tokens=self._max_input, count=self._model.count)
        language = wanted if wanted and self._model.translates else own
        return Article(Document(text=text, title=title, language=own), own, language, chunks or [text])

    def _write(
        self, parts: Sequence[tuple[Article, str]], *, sentences: int, translate: bool, is_cancelled: IsCancelled
    ) -> list[Message]:
        """Summarise each text; texts of one language at a time, as tokenizers with language marks need it."""
        answers: list[Message] = [{} for _ in parts]
        groups: dict[tuple[str, bool], list[int]] = {}
        for index, (article, _) in enumerate(parts):
            translated = translate and not same_language(article.own, article.language)
            groups.setdefault((article.own if self._model.encodes else "", translated), []).append(index)
        for (marked, translated), indexes in groups.items():
            raw = self._model.write(
                [self._prompt(*parts[index], sentences=sentences, translate=translate) for index in indexes],
                rooms=[self._room(parts[index][0], sentences, translated=translated) for index in indexes],
                max_input_tokens=self._max_input + (0 if self._model.encodes else RULES_TOKENS),
                max_items=self._max_items,
                language=marked,
                is_cancelled=is_cancelled,
            )
            for index, written in zip(indexes, raw, strict=True):
                article = parts[index][0]
                language = article.language if translated else article.own
                read = read_answer(
                    written.text[:MAX_ANSWER_CHARS], translated=translated, cut=written.cut, language=language
                )
                answers[index] = {"text": read.text, "title": read.title, "language": article.language}
        return answers

    def _room(self, article: Article, sentences: int, *, translated: bool) -> int:
        """How many tokens a summary of the article may take, by what the tokenizer makes of its language."""
        language = article.language if translated else article.own
        sample = sample_text(language) if translated else article.document.text[:MEASURED_CHARS]
        return answer_tokens(
            sentences=sentences, language=language, rate=self._model.rate(sample), translated=translated
        )

    def _prompt(self, article: Article, text: str, *, sentences: int, translate: bool) -> str:
        if self._model.encodes:
            return " ".join(text.split())
        language = article.language if translate else article.own
        text = self._fitting(text)
        return self._model.chat_prompt(
            chat_messages(article.document, text, sentences=sentences, own=article.own, language=language)
        )

    def _fitting(self, text: str) -> str:
        """Cut a text that is one endless sentence: the rules around it must not fall off the prompt's end."""
        if (size := self._model.count([text])[0]) <= self._max_input:
            return text
        return text[: len(text) * self._max_input // size]


def _too_little_memory(settings: Message) -> str:
    limit = settings["memory_bytes"]
    allowed = f" of {limit / 1e9:.1f} GB (SUMMARY_MEMORY)" if limit else ""
    remedy = "allow more, choose a smaller model, or set SUMMARY_ENGINE=extractive"
    return f"the memory{allowed} does not suffice for {settings['model']}: {remedy}"


def main(descriptor: str) -> int:
    """Serve on an inherited socket, politely; its number is the argument."""
    os.nice(NICENESS)
    status = serve(socket.socket(fileno=int(descriptor)), dies=True)
    sys.stderr.flush()
    os._exit(status)  # threads of the libraries may not hold the process


if __name__ == "__main__":
    main(sys.argv[1])
