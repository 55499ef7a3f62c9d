"""A bare Bot API for load: takes sendMessage and its like at thousands a second, and notes what it accepted.

Answers after a fixed latency, refuses what is faster than Telegram's documented limits where told to, and fails as a
script says. It checks no markup: `bot.playground` is the strict one.
"""

from __future__ import annotations

import asyncio
import json
import math
import multiprocessing
import multiprocessing.connection
import re
import time
import urllib.request
from collections import Counter, defaultdict, deque
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from urllib.parse import parse_qs, urlencode

# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
ALL_A_SECOND = 30
GROUP_A_MINUTE = 20
PRIVATE_BURST = 3

POLL_SECONDS = 0.5  # after which getUpdates answers that there is nothing

_PHRASES = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class Loss(StrEnum):
    """How an answer gets lost after the message was taken, or the call before it was."""

    CLOSED_AFTER = "connection closed after accept"
    CUT_OFF = "cut-off JSON after accept"
    SILENT_AFTER = "no answer after accept"
    CLOSED_BEFORE = "connection closed before accept"


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """What a call meets instead of success: an error answer, or a loss."""

    status: int = 200
    description: str = ""
    parameters: dict[str, int] = field(default_factory=dict)
    loss: Loss | None = None
    accept: bool = False  # the message was taken all the same
    raw: bytes | None = None  # these bytes instead of JSON, as a proxy answers


Script = Callable[[str, int], Failure | None]  # (method, chat id) -> what the call meets


@dataclass(slots=True)
class Limits:
    """Telegram's documented limits as sliding windows: 30 a second over all chats, 1 a second in one, 20 a minute."""

    all_sent: deque[float] = field(default_factory=deque)
    in_chat: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))

    def wait(self, chat_id: int, now: float) -> float:
        """0 and counted, or the seconds after which the message would be taken."""
        mine = self.in_chat[chat_id]
        most, window = (PRIVATE_BURST, float(PRIVATE_BURST)) if chat_id > 0 else (GROUP_A_MINUTE, 60.0)
        wait = max(_wait(self.all_sent, ALL_A_SECOND, 1.0, now), _wait(mine, most, window, now))
        if wait == 0:
            self.all_sent.append(now)
            mine.append(now)
        return wait


def _wait(times: deque[float], most: int, window: float, now: float) -> float:
    while times and times[0] <= now - window:
        times.popleft()
    return max(0.0, times[0] + window - now) if len(times) >= most else 0.0


@dataclass(slots=True, kw_only=True)
class FastBotApi:
    """The server: what it accepted, (chat, text) by (chat, text), and how many calls it refused as too fast."""

    latency: float = 0.0
    limits: Limits | None = None
    script: Script | None = None
    accepted: Counter[tuple[int, str]] = field(default_factory=Counter)
    order: list[tuple[float, int, str]] = field(default_factory=list)  # (monotonic, chat, text), where kept
    keep_order: bool = False
    calls: Counter[str] = field(default_factory=Counter)
    updates: list[dict[str, Any]] = field(default_factory=list)  # what getUpdates brings, once, and `say` adds to
    first_called: dict[str, float] = field(default_factory=dict)  # by method, on the monotonic clock
    lost_answers: int = 0  # messages taken whose sender was not told
    on_update: Callable[[], object] = bool  # called once an update is there
    asked: dict[int, tuple[str, float]] = field(default_factory=dict)  # by chat: what `say` brought last, and when
    first_answers: list[tuple[str, float]] = field(default_factory=list)  # to what, after how many seconds
    statuses: Counter[int] = field(default_factory=Counter)
    _ids: int = 0

    def answer(self, method: str, values: dict[str, str]) -> tuple[int, bytes | None]:
        """The status and body of a call; None: close the connection."""
        self.calls[method] += 1
        self.first_called.setdefault(method, time.monotonic())
        if method == "getme":
            result = {"id": 42, "is_bot": True, "first_name": "Tidings", "username": "tidings_bot"}
            return self._told(self._outcome(method, 0) or 200, result)
        if method == "getmycommands":
            return self._told(200, [])
        if method == "getupdates":
            told, self.updates = self.updates, []
            return self._told(200, told)
        if method == "say":
            update = json.loads(values["update"])
            self.updates.append(update)
            message = update["message"]
            self.asked[message["chat"]["id"]] = (message["text"], time.monotonic())
            self.on_update()
        if method == "oracle":
            return 200, json.dumps(self.summary()).encode()
        if not method.startswith("send"):
            return self._told(200, True)
        chat_id = int(values.get("chat_id", "0"))
        if method != "sendchataction" and (asked := self.asked.pop(chat_id, None)) is not None:
            self.first_answers.append((asked[0], time.monotonic() - asked[1]))
        text = values.get("text") or values.get("caption") or _html(values)
        failure = self._outcome(method, chat_id)
        if failure is None and self.limits and (wait := self.limits.wait(chat_id, time.monotonic())):
            seconds = math.ceil(wait)
            failure = Failure(
                status=429, description=f"Too Many Requests: retry after {seconds}",
                parameters={"retry_after": seconds},
            )  # fmt: skip
        if failure is None or failure.accept or (failure.loss and failure.loss is not Loss.CLOSED_BEFORE):
            self.accepted[chat_id, text] += 1
            self.lost_answers += failure is not None
            if self.keep_order:
                self.order.append((time.monotonic(), chat_id, text))
        return self._told(failure or 200, self._message(chat_id, text))

    def _outcome(self, method: str, chat_id: int) -> Failure | None:
        return self.script(method, chat_id) if self.script else None

    def _message(self, chat_id: int, text: str) -> dict[str, Any]:
        self._ids += 1
        kind = "private" if chat_id > 0 else "supergroup"
        chat = {"id": chat_id, "type": kind, "first_name": "A"} if chat_id > 0 else {"id": chat_id, "type": kind}
        return {"message_id": self._ids, "date": int(time.time()), "chat": chat, "text": text}

    def _told(self, outcome: Failure | int, result: Any) -> tuple[int, bytes | None]:
        if isinstance(outcome, int):
            self.statuses[outcome] += 1
            return outcome, json.dumps({"ok": True, "result": result}).encode()
        self.statuses[outcome.status if outcome.loss is None else 0] += 1
        match outcome.loss:
            case Loss.CLOSED_AFTER | Loss.CLOSED_BEFORE:
                return 0, None
            case Loss.CUT_OFF:
                return 200, json.dumps({"ok": True, "result": result}).encode()[:-9]
            case Loss.SILENT_AFTER:
                return -1, None
            case None:
                told = {"ok": False, "error_code": outcome.status, "description": outcome.description}
                if outcome.parameters:
                    told["parameters"] = outcome.parameters
                return outcome.status, outcome.raw if outcome.raw is not None else json.dumps(told).encode()

    def summary(self) -> dict[str, Any]:
        """Figures for a reader in another process."""
        return {
            "calls": self.calls,
            "first_called": self.first_called,
            "accepted": self.accepted.total(),
            "distinct": len(self.accepted),
            "by_chat": Counter(chat_id for chat_id, _ in self.accepted),
            "doubled": self.accepted.total() - len(self.accepted),
            "lost_answers": self.lost_answers,
            "first_answers": self.first_answers,
            "most_copies": max(self.accepted.values(), default=0),
            "statuses": {str(status): count for status, count in self.statuses.items()},
        }


def _html(values: dict[str, str]) -> str:
    if "rich_message" not in values:
        return ""
    html: str = json.loads(values["rich_message"]).get("html", "")
    return html


class _Protocol(asyncio.Protocol):
    """HTTP/1.1 as the Bot API's clients speak it: one request after the other, bodies of a known length."""

    def __init__(self, api: FastBotApi) -> None:
        self._api = api
        self._buffer = b""
        self._transport: asyncio.Transport | None = None
        self._loop = asyncio.get_running_loop()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end]
            length = _length(head)
            if len(self._buffer) < end + 4 + length:
                return
            body, self._buffer = self._buffer[end + 4 : end + 4 + length], self._buffer[end + 4 + length :]
            method = head.split(b" ", 2)[1].rpartition(b"/")[2].decode().lower()
            if method == "getupdates":
                self._poll(method, body)
            else:
                self._loop.call_later(self._api.latency, self._reply, method, body)

    def _poll(self, method: str, body: bytes) -> None:
        """Answer a long poll at once where there are updates, else as soon as one is there."""
        waiting = self._loop.call_later(0 if self._api.updates else POLL_SECONDS, self._reply, method, body)

        def answer() -> None:
            if not waiting.cancelled() and waiting.when() > self._loop.time():
                waiting.cancel()
                self._loop.call_soon(self._reply, method, body)

        self._api.on_update = answer

    def _reply(self, method: str, body: bytes) -> None:
        status, answer = self._api.answer(method, _values(body))
        if self._transport is None or self._transport.is_closing() or status < 0:
            return
        if answer is None:
            self._transport.close()
            return
        phrase = _PHRASES.get(status, "Error")
        head = f"HTTP/1.1 {status} {phrase}\r\nContent-Type: application/json\r\nContent-Length: {len(answer)}\r\n\r\n"
        self._transport.write(head.encode() + answer)


def _values(body: bytes) -> dict[str, str]:
    if body.startswith(b"{"):
        values: dict[str, str] = json.loads(body)
        return values
    if body.startswith(b"--"):
        return _fields(body)
    return {name: told[0] for name, told in parse_qs(body.decode()).items()}


def _fields(body: bytes) -> dict[str, str]:
    """The fields of a form with files, without the files."""
    parts = (part.partition(b"\r\n\r\n") for part in body.split(body.partition(b"\r\n")[0])[1:-1])
    named = ((re.search(rb'name="([^"]*)"', head), head, content) for head, _, content in parts)
    return {
        name[1].decode(): content.removesuffix(b"\r\n").decode()
        for name, head, content in named
        if name and b"filename=" not in head
    }


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


@asynccontextmanager
async def serving(api: FastBotApi, *, port: int = 0) -> AsyncIterator[str]:
    """Serve in this event loop; gives the address."""
    server = await asyncio.get_running_loop().create_server(lambda: _Protocol(api), "127.0.0.1", port, backlog=1024)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


@contextmanager
def in_own_process(
    *, latency: float, limited: bool = False, make_script: Callable[[], Script] | None = None
) -> Iterator[str]:
    """Serve from a process of its own, so that the sender's work is all that its processor does; gives the address."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, latency, limited, make_script), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.terminate()
        process.join()


def _serve(
    pipe: multiprocessing.connection.Connection,
    latency: float,
    limited: bool,
    make_script: Callable[[], Script] | None,
) -> None:
    api = FastBotApi(
        latency=latency, limits=Limits() if limited else None, script=make_script() if make_script else None
    )

    async def serve() -> None:
        async with serving(api) as url:
            pipe.send(url)
            await asyncio.Event().wait()

    asyncio.run(serve())


def oracle(url: str) -> dict[str, Any]:
    """What a server in a process of its own accepted so far."""
    with urllib.request.urlopen(f"{url}/oracle") as answer:
        told: dict[str, Any] = json.loads(answer.read())
    return told


def say(url: str, update: dict[str, Any]) -> None:
    """Have a server in a process of its own bring an update."""
    body = urlencode({"update": json.dumps(update)}).encode()
    with urllib.request.urlopen(f"{url}/say", data=body):
        pass
