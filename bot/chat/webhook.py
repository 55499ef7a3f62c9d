"""The webhook's server: puts the updates that Telegram posts into a queue.

Looks at the secret before anything of a body is read. Whoever does not know it is answered and cut off. Bodies of those
who do have a limit and a deadline, too.
"""

from __future__ import annotations

import hmac
import json
import logging
import re
from asyncio import Queue
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any

from telegram import Bot, Update
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler, stream_request_body

logger = logging.getLogger(__name__)

MAX_BODY_BYTES = 1_000_000  # an update has some tens of kilobytes at most
MAX_HEAD_BYTES = 16_384
IDLE_SECONDS = 60.0  # for a whole head to come; Telegram opens a new connection after that
BODY_SECONDS = 20.0
_SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - https://core.telegram.org/bots/api#setwebhook


@stream_request_body
class _Refusing(RequestHandler):
    """Answers every request with 404, its body unread."""

    def prepare(self) -> None:
        raise HTTPError(HTTPStatus.NOT_FOUND)

    def data_received(self, chunk: bytes) -> None:
        """Drop it."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Answer without a body. What is left of the request's is not read: the connection ends."""
        self.set_header("Connection", "close")
        self.finish()


@stream_request_body
class _Updates(_Refusing):
    """Takes updates from whoever knows the secret."""

    SUPPORTED_METHODS = ("POST",)

    def initialize(self, bot: Bot, updates: Queue[object], secret: str) -> None:
        self._bot, self._updates, self._secret = bot, updates, secret
        self._body = bytearray()

    def prepare(self) -> None:
        told = self.request.headers.get(_SECRET_HEADER, "")
        # Compared in a time that tells nothing of where they differ.
        if not hmac.compare_digest(told.encode(), self._secret.encode()):
            raise HTTPError(HTTPStatus.FORBIDDEN)
        if self.request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
            raise HTTPError(HTTPStatus.FORBIDDEN)
        announced = self.request.headers.get("Content-Length", "0")
        if not announced.isdecimal() or int(announced[:18]) > MAX_BODY_BYTES:
            raise HTTPError(HTTPStatus.BAD_REQUEST)

    def data_received(self, chunk: bytes) -> None:
        self._body += chunk  # the server's own limit holds for bodies in chunks, too

    async def post(self) -> None:
        try:
            body = json.loads(self._body)
            update = Update.de_json(body, self._bot) if isinstance(body, dict) else None
        except Exception as error:  # whatever the library makes of a body that is none of Telegram's
            logger.warning("webhook got no update error=%s", type(error).__name__)
            update = None
        if update is None:
            raise HTTPError(HTTPStatus.BAD_REQUEST)
        await self._updates.put(update)


@asynccontextmanager
async def serving_webhook(
    bot: Bot, updates: Queue[Any], *, host: str, port: int, path: str, secret: str
) -> AsyncIterator[None]:
    """Serve the webhook while the block runs. OSError says why it cannot listen."""
    parts = {"bot": bot, "updates": updates, "secret": secret}
    routes = [(rf"/{re.escape(path.strip('/'))}/?", _Updates, parts)]
    application = Application(routes, default_handler_class=_Refusing, log_function=lambda handler: None)
    server = HTTPServer(
        application,
        max_body_size=MAX_BODY_BYTES,
        max_header_size=MAX_HEAD_BYTES,
        body_timeout=BODY_SECONDS,
        idle_connection_timeout=IDLE_SECONDS,
    )
    server.add_sockets(bind_sockets(port, address=host))
    try:
        yield
    finally:
        server.stop()
        await server.close_all_connections()
