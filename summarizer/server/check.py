"""Finds out whether OpenAI-compatible servers can write summaries, and says what to do about each that cannot."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.base import Document, EngineUnavailable, Summary
from summarizer.prompts import ChatMessages
from summarizer.server.pool import Server
from summarizer.server.shortfalls import complaint
from summarizer.server.wire import Completion, Dialect, Failure, Problem, api_root

if TYPE_CHECKING:
    from summarizer.server.client import ChatClient

CHECK_SECONDS = 30.0  # a server may load its model at the first request
ARTICLE_SECONDS = 60.0  # as long as the bot waits for a summary
INPUT_TOKENS = 3_000  # of an article
NAMED_MODELS = 5

# As long as the longest article that is sent: a context that is too small for it shows.
_LONG = " ".join(
    f"On day {day} the ferry carried {day * 37 % 900 + 12} people across the harbour of Riverton."
    for day in range(1, 170)
)
_HELLO: ChatMessages = [{"role": "user", "content": "Say yes."}]
_HELLO_TOKENS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerReport:
    """How one address stands; `detail` and `remedy` are sentence parts, `remedy` is empty where all is well."""

    url: str
    detail: str
    ok: bool = True
    remedy: str = ""


async def check_servers(
    urls: Sequence[str], *, model: str = "", key: str = "", seconds: float = CHECK_SECONDS
) -> list[ServerReport]:
    """Ask each address for its models and for one short completion; a report for each, in order. Never raises."""
    from summarizer.server.client import ChatClient  # an HTTP client takes longer to import than all else here

    try:
        client = ChatClient(key)
    except EngineUnavailable as error:
        return [ServerReport(url="SUMMARY_API_KEY", detail=str(error), ok=False, remedy="set SUMMARY_API_KEY")]
    try:
        return list(await asyncio.gather(*(_check(client, url, model, seconds) for url in urls)))
    finally:
        await client.aclose()


async def find_models(client: ChatClient, url: str, *, model: str, seconds: float) -> list[str] | Failure:
    """The models that `model` may stand for at the server: itself, or without a name those that it lists.

    A name that is not listed may be an alias, so that only a completion tells.
    """
    listed = await client.models(url, seconds=seconds)
    if isinstance(listed, Failure):
        if not model or listed.problem is not Problem.NO_ROUTE:
            return listed
        listed = []  # a server need not have a list
    if not model:
        return listed or Failure(problem=Problem.NO_MODEL, detail="it lists no model")
    failure = None if model in listed else await _try_model(client, url, model, seconds)
    if failure is not None and failure.problem is Problem.NO_MODEL and listed:
        names = ", ".join(listed[:NAMED_MODELS])
        return replace(failure, detail=f"it does not serve the model {model!r}; it serves {names}")
    return failure or [model]


def explain(url: str, failure: Failure) -> str:
    """One sentence for the owner: where, what and what to do."""
    return f"{url}: {failure.detail}; {failure.remedy}"


async def _check(client: ChatClient, url: str, model: str, seconds: float) -> ServerReport:
    try:
        root = api_root(url)
    except EngineUnavailable as error:
        return ServerReport(url=url.strip(), detail=str(error), ok=False, remedy="correct SUMMARY_API_URL")
    found = await find_models(client, root, model=model.strip(), seconds=seconds)
    failure = found if isinstance(found, Failure) else await _try_model(client, root, found[0], seconds)
    if failure is not None:
        return ServerReport(url=root, detail=failure.detail, ok=False, remedy=failure.remedy)
    assert not isinstance(found, Failure)
    return await _check_summary(client, root, found[0], ARTICLE_SECONDS if seconds == CHECK_SECONDS else seconds)


async def _check_summary(client: ChatClient, url: str, model: str, seconds: float) -> ServerReport:
    """Have a long article summarised, as the bot would: whether a model answers says little of what it answers."""
    from summarizer.server.conversation import Request, converse, new_request

    request = await new_request(Document(text=_LONG), sentences=2, language=None, input_tokens=INPUT_TOKENS)
    assert isinstance(request, Request)
    server = Server(url=url)
    answer = await converse(client, server, request, model=model, engine=model, until=time.monotonic() + seconds)
    if isinstance(answer, Failure):
        return ServerReport(url=url, detail=answer.detail, ok=False, remedy=answer.remedy)
    said = complaint(server.lately, input_tokens=server.input_tokens)
    if not said:
        return ServerReport(url=url, detail=f"the model {model!r} answers")
    detail, remedy = said.split("; ", 1)
    return ServerReport(url=url, detail=detail, ok=isinstance(answer, Summary), remedy=remedy)


async def _try_model(client: ChatClient, url: str, model: str, seconds: float) -> Failure | None:
    answer, _ = await client.complete(
        url, model=model, messages=_HELLO, tokens=_HELLO_TOKENS, dialect=Dialect(), seconds=seconds
    )
    return None if isinstance(answer, Completion) else answer
