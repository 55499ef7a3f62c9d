"""A scripted OpenAI-compatible server on loopback: answers from the prompt, or as it is told; counts requests."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

from summarizer import split_sentences
from tests.web_server import Reply

JSON = "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as it came; `body` is its JSON, empty for GET."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: dict[str, Any]


# Gives the reply to a completion; None closes the connection without one.
Script = Callable[[Asked], Awaitable[Reply | bytes | None]]


def a_completion(content: object, *, finish: str = "stop", **message: object) -> Reply:
    choice = {"index": 0, "message": {"role": "assistant", "content": content, **message}, "finish_reason": finish}
    return Reply(body=json.dumps({"choices": [choice]}).encode(), content_type=JSON)


def an_error(status: int, message: str = "no", **headers: str) -> Reply:
    body = json.dumps({"error": {"message": message}}).encode()
    return Reply(status=status, body=body, content_type=JSON, headers=headers)


def first_sentence(asked: Asked) -> Reply:
    """Echo the first sentence of the article, as a model that answers well would."""
    article = asked.body["messages"][-1]["content"].removeprefix("<article>\n").removesuffix("\n</article>")
    text = re.sub(r"\ATitle: .*\n\n", "", article)
    return a_completion(split_sentences(text.splitlines()[0], "en")[0])


def small_context(tokens: int) -> Script:
    """Answer as a server whose model has a context of so many tokens, of four characters each."""

    async def answer(asked: Asked) -> Reply:
        used = sum(len(message["content"]) for message in asked.body["messages"]) // 4
        room = asked.body.get("max_tokens", 0)
        if used + room > tokens:
            said = (
                f"This model's maximum context length is {tokens} tokens. However, you requested {used + room} tokens"
            )
            return an_error(400, f"{said} ({used} in the messages, {room} in the completion).")
        return first_sentence(asked)

    return answer


class ChatServer:
    """Answers completions by `script`, and lists `models`. `most_at_once` is the maximum of completions in flight."""

    def __init__(self) -> None:
        self.models: list[str] = ["tiny"]
        self.models_reply: Reply | None = None
        self.asked: list[Asked] = []
        self.at_once = 0
        self.most_at_once = 0
        self.port = 0
        self._script: Script | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def root(self) -> str:
        return f"{self.url}/v1"

    @property
    def completions(self) -> list[Asked]:
        return [asked for asked in self.asked if asked.method == "POST"]

    def script(self, script: Script) -> None:
        self._script = script

    def says(self, *replies: Reply | bytes | None) -> None:
        """Answer the completions with these, the last one again and again."""
        left = list(replies)

        async def say(asked: Asked) -> Reply | bytes | None:
            return left.pop(0) if len(left) > 1 else left[0]

        self._script = say

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                reply = await self._reply(await _read(reader))
                if reply is not None:
                    writer.write(reply.encode() if isinstance(reply, Reply) else reply)
                    await writer.drain()
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _reply(self, asked: Asked) -> Reply | bytes | None:
        self.asked.append(asked)
        if asked.path == "/v1/models":
            listed = json.dumps({"object": "list", "data": [{"id": name} for name in self.models]})
            return self.models_reply or Reply(body=listed.encode(), content_type=JSON)
        if asked.path != "/v1/chat/completions":
            return Reply(status=404)
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            return await self._script(asked) if self._script else first_sentence(asked)
        finally:
            self.at_once -= 1

    async def stop(self) -> None:
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)


async def _read(reader: asyncio.StreamReader) -> Asked:
    start = await reader.readexactly(1)
    if start == b"\x16":  # a TLS handshake
        return Asked(method="TLS", path="", headers={}, body={})
    first, *lines = (start + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").rstrip().split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Asked(method=method, path=path, headers=headers, body=json.loads(body or b"{}"))


@asynccontextmanager
async def chat_server(port: int = 0) -> AsyncIterator[ChatServer]:
    """A running server on 127.0.0.1, on a free port if none is given."""
    chat = ChatServer()
    server = await asyncio.start_server(chat.handle, "127.0.0.1", port)
    chat.port = server.sockets[0].getsockname()[1]
    try:
        yield chat
    finally:
        server.close()
        await chat.stop()
        await server.wait_closed()


def a_dead_address() -> str:
    """An address of this machine where nobody listens."""
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"
