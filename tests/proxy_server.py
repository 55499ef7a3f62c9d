"""A small real proxy on loopback for tests: SOCKS5 with or without a login, HTTP with CONNECT and with whole addresses.

It sends everybody to the servers of the test, whatever host they ask for, and notes what they asked.
"""

from __future__ import annotations

import asyncio
import base64
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit

_NO_AUTH, _LOGIN, _NONE_OF_THEM = 0, 2, 0xFF


class ProxyServer:
    """Leads every host to 127.0.0.1: to the port that was asked for, or to the one that `ports` gives for it."""

    def __init__(self, *, login: tuple[str, str] | None = None, refuses_with: int = 0) -> None:
        self.login = login
        self.hangs_up = False  # on a wrong login, instead of an answer
        self.refuses_with = refuses_with  # the code of a SOCKS5 reply
        self.ports: dict[int, int] = {}
        self.asked: list[tuple[str, int]] = []
        self.heads: list[bytes] = []  # of HTTP requests to the proxy
        self.port = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def url(self, scheme: str, login: str = "") -> str:
        return f"{scheme}://{login}127.0.0.1:{self.port}"

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError, ssl.SSLError):
                await self._serve(reader, writer)
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        first = await reader.readexactly(1)
        await (self._socks(reader, writer) if first == b"\x05" else self._http(first, reader, writer))

    async def _socks(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """RFC 1928, with the login of RFC 1929."""
        methods = await reader.readexactly((await reader.readexactly(1))[0])
        wanted = _LOGIN if self.login else _NO_AUTH
        if wanted not in methods:
            writer.write(bytes((5, _NONE_OF_THEM)))
            return
        writer.write(bytes((5, wanted)))
        if self.login:
            await reader.readexactly(1)
            given = [(await reader.readexactly((await reader.readexactly(1))[0])).decode() for _ in range(2)]
            is_right = tuple(given) == self.login
            if is_right or not self.hangs_up:
                writer.write(bytes((1, 0 if is_right else 1)))
            if not is_right:
                return
        _, _, _, kind = await reader.readexactly(4)
        if kind == 3:
            host = (await reader.readexactly((await reader.readexactly(1))[0])).decode()
        else:
            host = ".".join(map(str, await reader.readexactly(4)))
        port = int.from_bytes(await reader.readexactly(2), "big")
        self.asked.append((host, port))
        writer.write(bytes((5, self.refuses_with, 0, 1, 0, 0, 0, 0, 0, 0)))
        if not self.refuses_with:
            await self._join(port, reader, writer)

    async def _http(self, first: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = first + await reader.readuntil(b"\r\n\r\n")
        self.heads.append(head)
        method, address, _ = head.split(b"\r\n")[0].decode().split(" ")
        login = base64.b64encode(":".join(self.login or ()).encode())
        if self.login and b"proxy-authorization: basic " + login.lower() not in head.lower():
            writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
            await writer.drain()
            return
        if method == "CONNECT":
            host, _, port = address.rpartition(":")
            self.asked.append((host, int(port)))
            writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
            await self._join(int(port), reader, writer)
            return
        parts = urlsplit(address)
        self.asked.append((parts.hostname or "", parts.port or 80))
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        await self._join(parts.port or 80, reader, writer, start=head.replace(address.encode(), path.encode(), 1))

    async def _join(
        self, port: int, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, start: bytes = b""
    ) -> None:
        """Pass bytes on in both directions until one side ends."""
        there, back = await asyncio.open_connection("127.0.0.1", self.ports.get(port, port))
        back.write(start)
        passing = [asyncio.create_task(_pass(reader, back)), asyncio.create_task(_pass(there, writer))]
        try:
            await asyncio.wait(passing, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in passing:
                task.cancel()
            back.close()
            await asyncio.gather(*passing, return_exceptions=True)

    async def stop(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while chunk := await reader.read(65_536):
        writer.write(chunk)
        await writer.drain()


class _Door(ProxyServer):
    def __init__(self, behind: int) -> None:
        super().__init__()
        self._behind = behind

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await self._join(self._behind, reader, writer)


@asynccontextmanager
async def an_open_door(port: int, behind: int) -> AsyncIterator[None]:
    """Another port's server on this one: gone as the door closes and back at once, however long it takes to load."""
    door = _Door(behind)
    server = await asyncio.start_server(door.handle, "127.0.0.1", port)
    try:
        yield
    finally:
        server.close()
        await door.stop()
        await server.wait_closed()


@asynccontextmanager
async def a_proxy(
    *, login: tuple[str, str] | None = None, refuses_with: int = 0, context: ssl.SSLContext | None = None
) -> AsyncIterator[ProxyServer]:
    """A running proxy on a free port of 127.0.0.1; with `context` behind TLS."""
    proxy = ProxyServer(login=login, refuses_with=refuses_with)
    server = await asyncio.start_server(proxy.handle, "127.0.0.1", 0, ssl=context)
    proxy.port = server.sockets[0].getsockname()[1]
    try:
        yield proxy
    finally:
        server.close()
        await proxy.stop()
        await server.wait_closed()
