"""Summaries by any OpenAI-compatible server: vLLM, SGLang, Ollama, llama.cpp, `transformers serve`, OpenAI itself.

Spreads the requests over the addresses it is given and goes round those that fail. Judges no answer's truth.
"""

from __future__ import annotations

import asyncio
import logging
import math
import time
from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urlsplit

from summarizer.base import (
    Document,
    EngineFailed,
    EngineState,
    EngineStatus,
    EngineUnavailable,
    Summarizer,
    SummarizerError,
    Summary,
)
from summarizer.limits import is_small_by_name
from summarizer.server.check import INPUT_TOKENS, explain, find_models
from summarizer.server.client import ChatClient
from summarizer.server.conversation import Request, converse, new_request
from summarizer.server.pool import Lease, Server, ServerPool
from summarizer.server.shortfalls import complaint
from summarizer.server.wire import OF_THE_REQUEST, Failure, api_root

logger = logging.getLogger(__name__)

IN_FLIGHT = 4
TIMEOUT_SECONDS = 60.0
MAX_TRIES = 3
REST_SECONDS = 1.0
PATIENCE_SECONDS = 10.0  # a request waits at most this long for the end of a backoff
PROBE_SECONDS = 10.0


class ChatApiSummarizer(Summarizer):
    """Sends each document to the healthy address with the fewest requests in flight, at most `in_flight` to each.

    `urls`: "http://host", "http://host/v1" or ".../v1/chat/completions". `model` empty: the first that the first
    address lists. A request has `timeout_seconds` for each of its tries, and twice that for all of them. Unstarted,
    it looks for the model at the first request. EngineUnavailable for an address or a key that cannot be one.
    """

    def __init__(
        self,
        urls: Sequence[str],
        *,
        model: str = "",
        key: str = "",
        in_flight: int = IN_FLIGHT,
        timeout_seconds: float = TIMEOUT_SECONDS,
        input_tokens: int = INPUT_TOKENS,
        backoff_seconds: float = REST_SECONDS,
    ) -> None:
        if not urls:
            raise EngineUnavailable("no address is set; set SUMMARY_API_URL like http://127.0.0.1:8000/v1")
        roots = tuple(dict.fromkeys(api_root(url) for url in urls))
        self._pool = ServerPool(roots, in_flight=in_flight, backoff_seconds=backoff_seconds)
        self._slots = len(roots) * in_flight
        self._client = ChatClient(key)
        self._model = model.strip()
        self._timeout = timeout_seconds
        self._input_tokens = input_tokens
        self._probe: asyncio.Task[str] | None = None
        self._changed = asyncio.Event()
        self._closed = False

    @property
    def name(self) -> str:
        return f"api:{self._model}" if self._model else "api"

    @property
    def status(self) -> EngineStatus:
        if self._looking:
            return EngineStatus(engine=self.name, state=EngineState.LOADING, detail="looking for the server")
        outage = self._pool.outage(_now())
        if outage is None:
            return EngineStatus(engine=self.name, detail=self._complaints())
        return EngineStatus(engine=self.name, state=EngineState.FAILED, detail=explain(outage[0].url, outage[1]))

    @property
    def documents_at_once(self) -> int:
        return self._slots

    @property
    def machines(self) -> int:
        return len(self._pool.servers)

    @property
    def translates(self) -> bool:
        return True

    @property
    def rewords(self) -> bool:
        """Whether the model is not a small one, as far as its name tells."""
        return not is_small_by_name(self._model)

    def start(self) -> None:
        """Look for the servers and the model in the background."""
        if self._probe is None and not self._closed:
            self._probe = asyncio.get_running_loop().create_task(self._find_servers())

    async def ready(self) -> None:
        """Wait until the servers have been looked for; look again if that failed the last time."""
        self.start()
        probe = self._probe
        if probe is not None:
            await asyncio.wait([probe])  # which goes on, should the waiting be cancelled
        if probe is None or probe.cancelled():
            raise EngineUnavailable("the engine is closed")
        trouble = probe.result()
        if trouble:
            self._probe = None
            raise EngineUnavailable(trouble)

    async def summarize(
        self, documents: Sequence[Document], *, sentences: int, language: str | None = None
    ) -> list[Summary | SummarizerError]:
        if self._looking:
            return [EngineFailed("still looking for the server") for _ in documents]
        async with asyncio.TaskGroup() as group:
            answers = [group.create_task(self._summarize_one(each, sentences, language)) for each in documents]
        return [answer.result() for answer in answers]

    async def aclose(self) -> None:
        """Close every connection. Requests under way fail."""
        self._closed = True
        if self._probe is not None:
            self._probe.cancel()
            await asyncio.wait([self._probe])
            self._probe = None
        self._wake()
        await self._client.aclose()

    @property
    def _looking(self) -> bool:
        return self._probe is not None and not self._probe.done()

    def _complaints(self) -> str:
        """What is wrong with the answers of servers that do answer; "" if nothing is."""
        found = ((s.url, complaint(s.lately, input_tokens=s.input_tokens)) for s in self._pool.servers)
        return "; ".join(f"{url}: {detail}" for url, detail in found if detail)

    async def _summarize_one(
        self, document: Document, sentences: int, language: str | None
    ) -> Summary | SummarizerError:
        request = await new_request(document, sentences=sentences, language=language, input_tokens=self._input_tokens)
        return await self._ask(request) if isinstance(request, Request) else request

    async def _ask(self, request: Request) -> Summary | SummarizerError:
        """Try servers until one answers, the request itself is at fault, or tries or time are used up."""
        deadline = math.inf  # waiting for a free slot does not count
        tried: set[str] = set()
        error: SummarizerError | None = None
        for _ in range(MAX_TRIES):
            lease = await self._take(tried, deadline)
            if lease is None:
                break
            tried.add(lease.server.url)
            deadline = min(deadline, _now() + 2 * self._timeout)
            answer = await self._try(lease, request, min(_now() + self._timeout, deadline))
            if not isinstance(answer, Failure):
                return answer
            error = _error(lease.server, answer)
            if answer.problem in OF_THE_REQUEST:
                break
        return error or self._outage_error()

    async def _take(self, tried: set[str], deadline: float) -> Lease | None:
        """Wait for a slot at a server; None if none becomes free in time."""
        while not self._closed:
            now = _now()
            lease = self._pool.take(now, tried=tried)
            if lease is not None:
                return lease
            wakes_at = self._pool.wakes_at()
            if wakes_at > min(now + PATIENCE_SECONDS, deadline):
                return None
            with suppress(TimeoutError):
                async with asyncio.timeout(wakes_at - now if wakes_at else None):
                    await self._changed.wait()
        return None

    async def _try(self, lease: Lease, request: Request, until: float) -> Summary | SummarizerError | Failure:
        """Ask one server and record its health."""
        server, answer = lease.server, None
        try:
            answer = await self._converse(server, request, until)
        finally:
            if answer is None:  # cancelled: it says nothing about the server
                self._pool.release(lease)
            else:
                own = answer if isinstance(answer, Failure) and answer.problem not in OF_THE_REQUEST else None
                self._note(server, own)
                self._pool.settle(lease, own, _now())
            self._wake()
        return answer

    async def _converse(self, server: Server, request: Request, until: float) -> Summary | SummarizerError | Failure:
        """Ask one server, which is asked for its models first where none is named."""
        if not self._model:
            found = await find_models(self._client, server.url, model="", seconds=until - _now())
            if isinstance(found, Failure):
                return found
            self._model = self._model or found[0]
        return await converse(self._client, server, request, model=self._model, engine=self.name, until=until)

    async def _find_servers(self) -> str:
        """Ask every server for its models; return the problem if none can be used, else None."""
        servers = self._pool.servers
        seconds = min(self._timeout, PROBE_SECONDS)
        asked = [find_models(self._client, server.url, model=self._model, seconds=seconds) for server in servers]
        trouble = ""
        for server, found in zip(servers, await asyncio.gather(*asked), strict=True):
            failure = found if isinstance(found, Failure) else None
            self._note(server, failure)
            self._pool.note(server, failure, _now())
            if isinstance(found, Failure):
                trouble = trouble or explain(server.url, found)
            else:
                self._model = self._model or found[0]
        return trouble if self._pool.outage(_now()) else ""

    def _outage_error(self) -> SummarizerError:
        """Error that says why no server can take the request."""
        if self._closed:
            return EngineFailed("the engine is closed")
        server = min(self._pool.servers, key=lambda each: each.backoff_until)
        assert server.failure is not None
        return _error(server, server.failure)

    def _note(self, server: Server, failure: Failure | None) -> None:
        """Log one line when a server fails or recovers, none in between."""
        at = urlsplit(server.url)
        if failure is not None and not server.failures:
            logger.warning(
                "model server failed host=%s port=%s reason=%s error=%r",
                *(at.hostname, at.port, failure.problem, failure.detail),
            )
        elif failure is None and server.failures:
            logger.info("model server recovered host=%s port=%s", at.hostname, at.port)

    def _wake(self) -> None:
        """Wake the requests that wait for a slot."""
        self._changed.set()
        self._changed = asyncio.Event()


def _error(server: Server, failure: Failure) -> SummarizerError:
    kind = EngineFailed if failure.passes else EngineUnavailable
    return kind(explain(server.url, failure))


def _now() -> float:
    return time.monotonic()
