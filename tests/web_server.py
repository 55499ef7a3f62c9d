"""A real web server on loopback for tests: says exactly the bytes it is told to, and counts connections."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request as it came."""

    method: str
    path: str  # with its query
    headers: Mapping[str, str]  # names in lower case


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One response; Content-Length is set unless `headers` sets it."""

    body: bytes = b""
    status: int = 200
    content_type: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)

    def encode(self) -> bytes:
        headers = {"Content-Length": str(len(self.body)), "Connection": "close", **self.headers}
        if self.content_type:
            headers["Content-Type"] = self.content_type
        lines = [f"HTTP/1.1 {self.status} Said", *(f"{name}: {value}" for name, value in headers.items())]
        return "\r\n".join([*lines, "", ""]).encode("utf-8") + self.body


# Writes a response of its own making; the connection is closed when it returns.
RawReply = Callable[[asyncio.StreamWriter, Request], Awaitable[None]]


class WebServer:
    """Answers by path: `web.replies["/feed.xml"] = Reply(body=...)`; 404 for the others."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | RawReply] = {}
        self.requests: list[Request] = []
        self.accepts = 0
        self.port = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def trusted(self) -> str:
        """This server as an entry of FETCH_TRUSTED_HOSTS."""
        return f"127.0.0.1:{self.port}"

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.accepts += 1
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                await self._answer(await reader.readuntil(b"\r\n\r\n"), writer)
        finally:
            self._tasks.discard(task)
            writer.transport.abort() if writer.is_closing() else writer.close()

    async def _answer(self, head: bytes, writer: asyncio.StreamWriter) -> None:
        first, *lines = head.decode("latin-1").rstrip().split("\r\n")
        method, path, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        request = Request(method=method, path=path, headers=headers)
        self.requests.append(request)
        reply = self.replies.get(path) or self.replies.get(path.partition("?")[0]) or Reply(status=404)
        if isinstance(reply, Reply):
            writer.write(reply.encode())
            await writer.drain()
        else:
            await reply(writer, request)

    async def stop(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


@asynccontextmanager
async def serve(
    replies: Mapping[str, Reply | RawReply] | None = None, *, context: ssl.SSLContext | None = None
) -> AsyncIterator[WebServer]:
    """A running server on a free port of 127.0.0.1; with `context` behind TLS."""
    web = WebServer()
    web.replies.update(replies or {})
    server = await asyncio.start_server(web.handle, "127.0.0.1", 0, ssl=context)
    web.port = server.sockets[0].getsockname()[1]
    try:
        yield web
    finally:
        server.close()
        await web.stop()
        await server.wait_closed()
