"""The HTTP client for the owner's own model servers: bounded, no redirects, proxies or cookies; never shows the key.

What a server or the network can cause comes back as a `Failure`.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from collections.abc import Callable
from datetime import UTC, datetime
from http.cookiejar import CookieJar, DefaultCookiePolicy

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

from summarizer.base import EngineUnavailable
from summarizer.prompts import ChatMessages
from summarizer.server.replies import read_completion, read_models, read_status
from summarizer.server.wire import Completion, Dialect, Failure, Problem, request_body

CONNECT_SECONDS = 5.0
MAX_BODY_BYTES = 1_000_000


class ChatClient:
    """Asks a server for its models or for a completion. `key` may be empty."""

    def __init__(self, key: str = "") -> None:
        self._key = key.strip()
        if not re.fullmatch(r"[\x21-\x7e]*", self._key):
            raise EngineUnavailable("SUMMARY_API_KEY holds a character that no key has; copy it again")
        headers = {"Accept": "application/json", "Accept-Encoding": "identity", "User-Agent": "Tidings"}
        if self._key:
            headers["Authorization"] = f"Bearer {self._key}"
        # Certificates of certifi and of this machine, so that an owner's own authority counts.
        context = httpx.create_ssl_context(trust_env=False)
        context.load_default_certs()
        self._client = httpx.AsyncClient(
            transport=AiohttpTransport(verify=context, trust_env=False, client=_opener(context)),
            headers=headers,
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            follow_redirects=False,
            timeout=httpx.Timeout(None, connect=CONNECT_SECONDS),  # each request has a deadline around everything
            trust_env=False,
        )

    async def models(self, root: str, *, seconds: float) -> list[str] | Failure:
        """The names of the models that the server at `root` lists."""
        body = await self._exchange("GET", f"{root}/models", None, seconds)
        return body if isinstance(body, Failure) else read_models(body, self._key)

    async def complete(
        self, root: str, *, model: str, messages: ChatMessages, tokens: int, dialect: Dialect, seconds: float
    ) -> tuple[Completion | Failure, Dialect]:
        """One completion of at most `tokens` new tokens within `seconds`, and the dialect that was spoken last.

        Optional fields that the server complains of are left out, and it is asked once more.
        """
        ends_at = asyncio.get_running_loop().time() + seconds
        while True:
            content = request_body(model=model, messages=messages, tokens=tokens, dialect=dialect)
            left = ends_at - asyncio.get_running_loop().time()
            body = await self._exchange("POST", f"{root}/chat/completions", content, left)
            if not isinstance(body, Failure):
                return read_completion(body, self._key), dialect
            simpler = dialect.simpler(body.detail) if body.problem is Problem.REFUSED else None
            if simpler is None:
                return body, dialect
            dialect = simpler

    async def aclose(self) -> None:
        """Close every connection. Requests under way fail."""
        await self._client.aclose()

    async def _exchange(self, method: str, url: str, content: bytes | None, seconds: float) -> bytes | Failure:
        headers = {"Content-Type": "application/json"} if content else {}
        try:
            async with (
                asyncio.timeout(seconds),
                self._client.stream(method, url, content=content, headers=headers) as response,
            ):
                body = await _read_body(response)
        except TimeoutError:
            return Failure(problem=Problem.TIMEOUT, detail=f"no answer within {max(seconds, 0):.2g} s")
        except (httpx.HTTPError, httpx.InvalidURL, aiohttp.ClientError, OSError, ValueError) as error:
            return _failure(error)
        if body is None:
            return Failure(problem=Problem.NOT_AN_API, detail=f"its answer is longer than {MAX_BODY_BYTES:,} bytes")
        failure = read_status(
            response.status_code,
            content_type=response.headers.get("content-type", "").casefold(),
            retry_after=response.headers.get("retry-after"),
            location=response.headers.get("location"),
            body=body,
            secret=self._key,
            now=datetime.now(UTC),
        )
        return failure or body


def _opener(context: ssl.SSLContext) -> Callable[[], aiohttp.ClientSession]:
    """Sessions are made within the running loop, at the first request."""

    def session() -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(ssl=context, limit=0)  # the pool of servers bounds what is in flight
        return aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())

    return session


async def _read_body(response: httpx.Response) -> bytes | None:
    """The body; None if it is longer than the cap."""
    body = bytearray()
    async for chunk in response.aiter_raw():
        body += chunk
        if len(body) > MAX_BODY_BYTES:
            return None
    return bytes(body)


def _failure(error: Exception) -> Failure:
    """The problem behind an error of the client. httpx-aiohttp keeps aiohttp's own error as its cause.

    Words of the error itself are not repeated: they may hold what the server sent.
    """
    match error.__cause__ or error:
        case aiohttp.ClientConnectorDNSError():
            return Failure(problem=Problem.UNREACHABLE, detail="no server has this name")
        case aiohttp.ClientSSLError():
            return Failure(problem=Problem.TLS, detail="no secure connection: its certificate or protocol is refused")
        case aiohttp.ClientConnectorError():
            return Failure(problem=Problem.UNREACHABLE, detail="the connection is refused")
        case TimeoutError():  # aiohttp's own is one, too
            return Failure(problem=Problem.UNREACHABLE, detail=f"no connection within {CONNECT_SECONDS:g} s")
        case aiohttp.ClientConnectionError() | aiohttp.ClientPayloadError() | OSError():
            return Failure(problem=Problem.UNREACHABLE, detail="the connection broke before the answer was whole")
        case _:
            return Failure(problem=Problem.NOT_AN_API, detail="it does not answer in HTTP")
