"""The webhook's server on loopback: the secret comes first, and nobody's body costs more than its limit."""

from __future__ import annotations

import asyncio
import json
import socket
import tracemalloc
from asyncio import Queue
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import pytest
from telegram import Bot, Update

from bot.chat import webhook
from bot.chat.webhook import MAX_BODY_BYTES, serving_webhook

SECRET = "s3cret"
TOLD = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
UPDATE = json.dumps({"update_id": 7}).encode()
KERNEL_BYTES = 16_000_000  # what the sockets of one connection may hold before anybody reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back: the status, 0 for none; and how much of the body went out before the connection ended."""

    status: int
    sent: int
    is_closed: bool


@dataclass(slots=True)
class Server:
    """A webhook at `/hook`, and the updates that it took."""

    port: int
    updates: Queue[Any]

    async def post(
        self,
        body: bytes = UPDATE,
        *,
        headers: dict[str, str] = TOLD,
        path: str = "/hook",
        method: str = "POST",
        announced: int | None = None,
        endless: bool = False,
    ) -> Answer:
        """Post the body; `endless` repeats it, `announced` is the Content-Length if not its own."""
        length = len(body) if announced is None else announced
        lines = [f"{method} {path} HTTP/1.1", "Host: bot.example.org", *(f"{k}: {v}" for k, v in headers.items())]
        if "Transfer-Encoding" not in headers:
            lines.append(f"Content-Length: {length}")
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        sent, reply = 0, b""
        with suppress(ConnectionError):
            writer.write("\r\n".join([*lines, "", ""]).encode())
            for _ in range(length // len(body) if endless else 1):
                writer.write(body)
                await writer.drain()
                sent += len(body)
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            reply = await reader.readuntil(b"\r\n\r\n")
        status, is_closed = int(reply.split()[1]) if reply else 0, not reply
        if reply:
            with suppress(TimeoutError, ConnectionError):
                async with asyncio.timeout(0.2):
                    is_closed = not await reader.read(1)
        writer.close()
        return Answer(status=status, sent=sent, is_closed=is_closed)


@asynccontextmanager
async def a_webhook(path: str = "/hook") -> AsyncIterator[Server]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = Server(port=port, updates=Queue())
    bot = Bot("1234567:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
    async with serving_webhook(bot, server.updates, host="127.0.0.1", port=port, path=path, secret=SECRET):
        yield server


WRONG = {"without": {"Content-Type": "application/json"}, "guessed": {**TOLD, "X-Telegram-Bot-Api-Secret-Token": "x"}}


@pytest.mark.parametrize("headers", WRONG.values(), ids=WRONG)
@pytest.mark.parametrize("form", [{}, {"Transfer-Encoding": "chunked"}, {"Expect": "100-continue"}])
async def test_who_does_not_know_the_secret_is_refused_unread(headers: dict[str, str], form: dict[str, str]) -> None:
    """Six uploads of 80 MB at once: what goes out fills the buffers of the kernel, and nothing of this process."""
    piece = b"x" * 65_536
    if "Transfer-Encoding" in form:
        piece = b"%x\r\n%b\r\n" % (len(piece), piece)
    async with a_webhook() as server:
        tracemalloc.start()
        try:
            uploads = (
                server.post(piece, headers={**headers, **form}, announced=80_000_000, endless=True) for _ in range(6)
            )
            answers = await asyncio.gather(*uploads)
            _, peak = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert {answer.status for answer in answers} <= {403, 0}  # 0: the connection was reset before it was read
    assert all(answer.is_closed for answer in answers)
    assert max(answer.sent for answer in answers) < KERNEL_BYTES
    assert peak < 4_000_000, peak
    assert server.updates.empty()


async def test_the_refusal_is_told_before_a_byte_of_the_body_came() -> None:
    async with a_webhook() as server:
        for wrong in WRONG.values():
            answer = await server.post(b"", headers=wrong, announced=500)
            assert (answer.status, answer.is_closed) == (403, True)
        for path, method, status in (("/", "POST", 404), ("/hook/x", "POST", 404), ("/hook", "PUT", 405)):
            answer = await server.post(b"", path=path, method=method, announced=500)
            assert (answer.status, answer.is_closed) == (status, True)
        answer = await server.post(b"", headers={**TOLD, "Content-Type": "text/plain"}, announced=500)
        assert (answer.status, answer.is_closed) == (403, True)


async def test_an_update_is_taken_and_the_connection_kept() -> None:
    async with a_webhook() as server:
        for headers in (TOLD, {**TOLD, "Content-Type": "application/json; charset=utf-8"}):
            answer = await server.post(headers=headers)
            assert (answer.status, answer.is_closed) == (200, False)
            update = server.updates.get_nowait()
            assert isinstance(update, Update)
            assert update.update_id == 7
        chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(UPDATE), UPDATE)
        assert (await server.post(chunked, headers={**TOLD, "Transfer-Encoding": "chunked"})).status == 200
        assert server.updates.qsize() == 1


@pytest.mark.parametrize("path", ["", "/", "/hook.v1/a+b", "/hook/"])
async def test_a_path_is_served_as_it_is_written(path: str) -> None:
    async with a_webhook(path) as server:
        assert (await server.post(path=path or "/")).status == 200
        assert (await server.post(path="/hookXv1/a+b")).status == 404


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[1]", b"null", b"[" * 50_000, b"\xff", b'{"update_id": "x"', b"{}", b"9" * 900_000,
        b'{"update_id": 1, "message": 5}', b'{"update_id": 1, "message": {"date": 1e300}}',
    ],
)  # fmt: skip
async def test_a_body_that_is_no_update_is_refused(body: bytes) -> None:
    async with a_webhook() as server:
        assert (await server.post(body)).status == 400
        assert server.updates.empty()


async def test_even_with_the_secret_a_body_has_a_limit() -> None:
    async with a_webhook() as server:
        whole = UPDATE + b" " * (MAX_BODY_BYTES - len(UPDATE))
        assert (await server.post(whole)).status == 200
        over = await server.post(b"", announced=MAX_BODY_BYTES + 1)
        assert (over.status, over.is_closed) == (400, True)
        piece = b"10000\r\n" + b" " * 65_536 + b"\r\n"
        headers = {**TOLD, "Transfer-Encoding": "chunked"}
        chunked = await server.post(piece, headers=headers, announced=80_000_000, endless=True)
        assert chunked.status in (400, 0)
        assert chunked.sent < KERNEL_BYTES


async def test_a_body_or_head_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "BODY_SECONDS", 0.05)
    monkeypatch.setattr(webhook, "IDLE_SECONDS", 0.05)
    async with asyncio.timeout(10), a_webhook() as server:
        assert (await server.post(b"{", announced=500)).is_closed
        reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
        writer.write(b"POST /hook HTTP/1.1\r\nHost: ")
        assert await reader.read() == b""
        writer.close()
