"""One request to one server until its answer can be read: in the dialect that it takes, as long as its context allows.

An answer that is empty, cut off or nothing but thinking is asked for again: with a shorter article, with thinking off.
Remembers with the server what it has learned of it. Knows no other server.
"""

from __future__ import annotations

import asyncio
import logging
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.base import Document, NothingToSummarize, SummarizerError, Summary
from summarizer.server.pool import Server
from summarizer.server.shortfalls import Shortfall, shortfall_of
from summarizer.server.texts import Task, prepare, read_summary
from summarizer.server.wire import Failure, Problem, context_tokens

if TYPE_CHECKING:
    from summarizer.server.client import ChatClient

logger = logging.getLogger(__name__)

MIN_INPUT_TOKENS = 64  # an article is not cut below it
MIN_SECONDS = 1.0  # left for another try


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One document to summarise, and how; `task` is its prompt at full length."""

    document: Document
    sentences: int
    language: str | None
    task: Task

    def cut(self, input_tokens: int) -> Task:
        """Make the prompt with at most so many tokens of the article."""
        if input_tokens >= self.task.input_tokens:
            return self.task
        task = prepare(self.document, sentences=self.sentences, language=self.language, input_tokens=input_tokens)
        assert isinstance(task, Task)  # a document with a sentence keeps one
        return task


async def new_request(
    document: Document, *, sentences: int, language: str | None, input_tokens: int
) -> Request | NothingToSummarize:
    """Prepare a document beside the event loop: a long one in a script without spaces takes a tenth of a second."""
    task = await asyncio.to_thread(prepare, document, sentences=sentences, language=language, input_tokens=input_tokens)
    if not isinstance(task, Task):
        return task
    return Request(document=document, sentences=sentences, language=language, task=task)


async def converse(
    client: ChatClient, server: Server, request: Request, *, model: str, engine: str, until: float
) -> Summary | SummarizerError | Failure:
    """Ask a server for a summary until the time `until` (monotonic), and again where asking otherwise may help."""
    size, room = server.input_tokens or request.task.input_tokens, 1
    unread: Shortfall | None = None
    result: Summary | SummarizerError | Failure | None = None
    # Bounded also by what may help: thinking is asked off once, an article is halved down to the least.
    while result is None or until - time.monotonic() >= MIN_SECONDS:
        task = await asyncio.to_thread(request.cut, size)
        answer, dialect = await client.complete(
            server.url,
            model=model,
            messages=task.messages,
            tokens=task.tokens * room,
            dialect=server.dialect,
            seconds=until - time.monotonic(),
        )
        if isinstance(answer, Failure):
            if not (shorter := _shorter(answer, task)):
                if result is None or isinstance(result, Failure):
                    return answer
                break  # a second try that fails says less than the answer to the first
            _log(server, Shortfall.TOO_LONG)
            result, size, server.input_tokens = answer, shorter, shorter
            continue
        server.dialect = replace(dialect, proven=True)
        result = read_summary(answer, task, engine=engine)
        found = shortfall_of(answer, result.text if isinstance(result, Summary) else "")
        if found is not None:
            _log(server, found)
        if found is None or not _may_help(server, found, before=unread):
            server.lately.append(found or (unread if unread is not Shortfall.THINKING else None))
            return result
        if found is not Shortfall.THINKING:
            size, room = max(task.input_tokens // 2, MIN_INPUT_TOKENS), 2
        unread = found
    server.lately.append(unread)
    return result


def _may_help(server: Server, found: Shortfall, *, before: Shortfall | None) -> bool:
    """Whether to ask again: once with thinking off, once with half the article and twice the room."""
    if found is Shortfall.THINKING:
        quieter = server.dialect.quieter()
        server.dialect = quieter or server.dialect
        return quieter is not None
    return before in (None, Shortfall.THINKING)


def _shorter(failure: Failure, task: Task) -> int:
    """Return how many tokens of the article to send after a refusal for its length; 0 if that was not it."""
    if failure.problem is not Problem.TOO_LONG or task.input_tokens <= MIN_INPUT_TOKENS:
        return 0
    half = task.input_tokens // 2
    known = context_tokens(failure.detail)
    fits = known - task.tokens - task.rules_tokens if known else half
    # Our own count is a guess: where the limit says that more would fit, half is the safer step.
    return max(min(half, fits), MIN_INPUT_TOKENS)


def _log(server: Server, found: Shortfall) -> None:
    """Log what was wrong with an answer, if that is new."""
    known = server.input_tokens is not None if found is Shortfall.TOO_LONG else found in server.lately
    if not known:
        at = urlsplit(server.url)
        logger.warning("model server answer is no summary host=%s port=%s reason=%s", at.hostname, at.port, found)
