"""A web server for benchmarks that gives many feeds with ETags and answers 304, in a process of its own."""

from __future__ import annotations

import asyncio
import multiprocessing
import multiprocessing.connection
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager


class _Protocol(asyncio.Protocol):
    """HTTP/1.1 with connections that stay: one request at a time, GET /NUMBER."""

    def __init__(self, feeds: Sequence[bytes]) -> None:
        self._feeds = feeds
        self._held = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._held += data
        while b"\r\n\r\n" in self._held:
            head, _, self._held = self._held.partition(b"\r\n\r\n")
            self._transport.write(self._answer(head))

    def _answer(self, head: bytes) -> bytes:
        body = self._feeds[int(head.split(b" ", 2)[1].strip(b"/"))]
        etag = b'"%08x"' % zlib.crc32(body)
        if etag in head:
            return b"HTTP/1.1 304 Not Modified\r\nETag: %b\r\n\r\n" % etag
        return (
            b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml; charset=utf-8\r\n"
            b"ETag: %b\r\nContent-Length: %d\r\n\r\n%b" % (etag, len(body), body)
        )


@contextmanager
def serving_feeds(make: Callable[[], Sequence[bytes]]) -> Iterator[str]:
    """Serve what `make`, a module's own function or a partial of one, gives there; gives host:port."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, make), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.terminate()
        process.join()


def _serve(pipe: multiprocessing.connection.Connection, make: Callable[[], Sequence[bytes]]) -> None:
    feeds = make()

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        server = await loop.create_server(lambda: _Protocol(feeds), "127.0.0.1", 0, backlog=1024)
        pipe.send(f"127.0.0.1:{server.sockets[0].getsockname()[1]}")
        await asyncio.Event().wait()

    asyncio.run(serve())
