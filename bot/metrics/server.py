"""The server of METRICS_LISTEN: a thread with an event loop of its own, so that it can say that the bot's hangs.

It reads no body, changes nothing and knows the paths that it is given.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from concurrent.futures import Future
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, TypeVar

from tornado.httpserver import HTTPServer
from tornado.web import Application, RequestHandler

logger = logging.getLogger(__name__)

T = TypeVar("T")

LOOP_SECONDS = 5.0  # in which the bot's event loop has to answer
WORK_SECONDS = 15.0  # for an answer, once it does
HEAD_SECONDS = 10.0  # for a head to come
MAX_HEAD_BYTES = 16_384


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a path answers."""

    body: bytes
    status: HTTPStatus = HTTPStatus.OK
    content_type: str = "text/plain; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)


# Called in the bot's event loop with the request's Accept header and what the groups of its path matched.
Route = Callable[..., Coroutine[Any, Any, Answer]]

# Whether a path is told under this name of the host.
HostCheck = Callable[[str], bool]

FOREIGN_NAME = b"not told under this name: ask by the machine's IP address, or set METRICS_LISTEN to NAME:PORT\n"


class Unanswered(Exception):
    """The bot's event loop did not answer in time."""


async def ask(loop: asyncio.AbstractEventLoop, route: Route, accept: str, *parts: str) -> Answer:
    """Run a route in the bot's event loop, from another one. Raises Unanswered."""
    await _within(LOOP_SECONDS, asyncio.run_coroutine_threadsafe(asyncio.sleep(0), loop), "the event loop")
    return await _within(WORK_SECONDS, asyncio.run_coroutine_threadsafe(route(accept, *parts), loop), "the bot")


async def _within(seconds: float, future: Future[T], name: str) -> T:
    try:
        async with asyncio.timeout(seconds):
            return await asyncio.wrap_future(future)
    except TimeoutError:
        raise Unanswered(f"{name} has not answered for {seconds:.0f} seconds") from None


class _Handler(RequestHandler):
    """Answers GET and HEAD by a route of the bot."""

    SUPPORTED_METHODS = ("GET", "HEAD")

    def initialize(self, loop: asyncio.AbstractEventLoop, route: Route, is_known: HostCheck | None) -> None:
        self._loop, self._route, self._is_known = loop, route, is_known

    async def get(self, *parts: str) -> None:
        answer = await self._answer(parts)
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.content_type)
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        for name, value in answer.headers.items():
            self.set_header(name, value)
        self.finish(answer.body)

    head = get

    async def _answer(self, parts: tuple[str, ...]) -> Answer:
        if self._is_known is not None and not self._is_known(self.request.host_name):
            return Answer(body=FOREIGN_NAME, status=HTTPStatus.MISDIRECTED_REQUEST)
        try:
            return await ask(self._loop, self._route, self.request.headers.get("Accept", ""), *parts)
        except Unanswered as error:
            return Answer(body=f"{error}\n".encode(), status=HTTPStatus.SERVICE_UNAVAILABLE)
        except Exception:
            logger.exception("not answered function=%s", self._route.__name__)  # a path may be secret
            return Answer(body=b"see the log\n", status=HTTPStatus.INTERNAL_SERVER_ERROR)


@asynccontextmanager
async def serving(
    listener: socket.socket, routes: Mapping[str, Route], *, checks: Mapping[str, HostCheck]
) -> AsyncIterator[None]:
    """Serve the routes, by path (a regular expression), on a socket that listens, until the block ends; close it.

    A path with a check is told under those names of the host alone that it accepts.
    """
    bots_loop = asyncio.get_running_loop()
    listener.setblocking(False)
    ready: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
    parts = [
        (path, _Handler, {"loop": bots_loop, "route": route, "is_known": checks.get(path)})
        for path, route in routes.items()
    ]

    async def serve() -> None:
        stop = asyncio.Event()
        application = Application(parts, log_function=lambda handler: None)
        server = HTTPServer(
            application,
            idle_connection_timeout=HEAD_SECONDS,
            body_timeout=HEAD_SECONDS,
            max_body_size=0,
            max_header_size=MAX_HEAD_BYTES,
        )
        server.add_socket(listener)
        ready.set_result((asyncio.get_running_loop(), stop))
        await stop.wait()
        server.stop()
        await server.close_all_connections()

    thread = threading.Thread(target=asyncio.run, args=(serve(),), name="metrics", daemon=True)
    thread.start()
    loop, stop = await asyncio.wrap_future(ready)
    try:
        yield
    finally:
        loop.call_soon_threadsafe(stop.set)
        await asyncio.to_thread(thread.join)
