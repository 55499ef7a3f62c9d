"""The clients that speak to the Bot API: PTB's requests over aiohttp, with errors as its callers have to see them.

PTB's own client (httpx) sends a fifth as fast, and an adapter between the two hides whether a request left. PTB's
polling loop tries again at once after any `TimedOut`, and dies unheard of an `InvalidToken`; only other errors are
waited out and reported. So a connection that failed is no timeout here, and the original error is always the cause.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from aiohttp import (
    ClientError,
    ClientSession,
    ClientTimeout,
    DummyCookieJar,
    FormData,
    SocketTimeoutError,
    TCPConnector,
)
from telegram.error import Forbidden, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
MEDIA_SECONDS = 60.0  # for what has files to upload
# A connection that idles longer than servers keep it would lose the next request's answer.
KEEPALIVE_SECONDS = 15.0
_JSON = {"Content-Type": "application/json", "User-Agent": BaseRequest.USER_AGENT}
_PLAIN = {"User-Agent": BaseRequest.USER_AGENT}


class PatientRequest(BaseRequest):
    """One pool of connections. A connection that failed is an error to wait after, not a timeout.

    `connections` at most are open at a time; `read_seconds` is the longest silence of the server.
    """

    __slots__ = ("_connections", "_read_seconds", "_session")

    def __init__(self, *, connections: int, read_seconds: float = READ_SECONDS) -> None:
        self._connections = connections
        self._read_seconds = read_seconds
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_seconds

    async def initialize(self) -> None:
        """Open the pool; again after a shutdown, too."""
        if self._session is None:
            # The owner's proxy settings are not for Telegram: no `trust_env`.
            connector = TCPConnector(limit=self._connections, keepalive_timeout=KEEPALIVE_SECONDS)
            self._session = ClientSession(connector=connector, cookie_jar=DummyCookieJar(), auto_decompress=True)

    async def shutdown(self) -> None:
        """Close the pool and all its connections."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer; PTB's own would write a body that is no JSON into the log, with a traceback."""
        try:
            return json.loads(payload.decode("utf-8", "replace"))
        except ValueError as error:
            raise TelegramError("Invalid server response") from error

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request: its status and body. TimedOut where the server is silent, NetworkError for all else."""
        if self._session is None:
            await self.initialize()
        assert self._session is not None
        uploads = request_data.multipart_data if request_data else {}
        timeout = ClientTimeout(
            sock_connect=_seconds(connect_timeout, CONNECT_SECONDS),
            sock_read=_seconds(read_timeout, MEDIA_SECONDS if uploads else self._read_seconds),
            connect=_seconds(pool_timeout, 2 * CONNECT_SECONDS),  # aiohttp counts connecting into it
        )
        data, headers = _body(request_data, uploads)
        try:
            async with self._session.request(
                method, url, data=data, headers=headers, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except SocketTimeoutError as error:
            raise TimedOut(f"no answer: {error}") from error
        except (ClientError, OSError) as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error


class PollingRequest(PatientRequest):
    """A token that is refused is told to the polling's error callback."""

    __slots__ = ()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """One request, as PatientRequest's; Forbidden where Telegram refuses the token."""
        status, payload = await super().do_request(*args, **kwargs)
        if status == HTTPStatus.UNAUTHORIZED:
            raise Forbidden("Unauthorized")
        return status, payload


def _seconds(told: object, otherwise: float) -> float | None:
    """A timeout as the caller told it (None: for ever), or ours where it is PTB's word for "not told"."""
    return told if told is None or isinstance(told, float) else float(told) if isinstance(told, int) else otherwise


def _body(data: RequestData | None, uploads: Mapping[str, Any]) -> tuple[bytes | FormData | None, dict[str, str]]:
    """The body and its headers: JSON, which costs the least work, unless there are files."""
    if data is None:
        return None, _PLAIN
    if not uploads:
        return data.json_payload, _JSON
    form = FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, content_type) in uploads.items():
        form.add_field(name, content, filename=filename, content_type=content_type)
    return form, _PLAIN
