"""The HTTP clients of the Bot API: PTB's request classes over aiohttp, with errors that make PTB wait and retry.

PTB's own client (httpx) is five times slower, and with an adapter between the two nobody knows whether a request was
sent. PTB's polling loop retries at once after `TimedOut`, and ends silently after `InvalidToken`; after other errors it
waits and reports. So a failed connection is a NetworkError here, and the original error is always its cause.
"""

from __future__ import annotations

import json
import ssl
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
)
from telegram.error import Forbidden, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.chat.errors import ServerError
from bot.models.proxies import Proxy
from bot.web.guard import no_certificates
from bot.web.proxies import login_headers, open_session, plain_login_headers, proxy_errors

CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0
MEDIA_SECONDS = 60.0  # for what has files to upload
# Shorter than servers keep an idle connection: a request on a closed one would get no answer.
KEEPALIVE_SECONDS = 15.0
_JSON = {"Content-Type": "application/json", "User-Agent": BaseRequest.USER_AGENT}
_PLAIN = {"User-Agent": BaseRequest.USER_AGENT}


class PatientRequest(BaseRequest):
    """A pool of connections. A failed connection is a NetworkError, not a timeout.

    At most `connections` are open at a time; after `read_seconds` without a byte from the server a request fails.
    Servers with TLS must have a certificate of one of the `certificates`.
    """

    __slots__ = ("_certificates", "_connections", "_proxy", "_read_seconds", "_session")

    def __init__(
        self,
        *,
        connections: int,
        read_seconds: float = READ_SECONDS,
        proxy: Proxy | None = None,
        certificates: ssl.SSLContext | None = None,
    ) -> None:
        self._certificates = certificates or no_certificates()
        self._connections = connections
        self._read_seconds = read_seconds
        self._proxy = proxy
        self._session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self._read_seconds

    async def initialize(self) -> None:
        """Open the pool, also after a shutdown."""
        if self._session is None:
            # No `trust_env`: the proxy settings of the environment are not for Telegram, TELEGRAM_PROXY is.
            connector = {
                "limit": self._connections,
                "keepalive_timeout": KEEPALIVE_SECONDS,
                "ssl": self._certificates,
            }
            self._session = open_session(
                self._proxy, connector=connector, cookie_jar=DummyCookieJar(), auto_decompress=True
            )

    async def shutdown(self) -> None:
        """Close the pool and all its connections."""
        if self._session is not None:
            session, self._session = self._session, None
            await session.close()

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """The answer; PTB's own method would log a body that is not JSON, with a traceback."""
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
        """Send a request; its status and body. TimedOut where no answer comes, NetworkError for other failures."""
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
                method,
                url,
                data=data,
                headers=headers | plain_login_headers(self._proxy, url),
                timeout=timeout,
                allow_redirects=False,
                proxy_headers=login_headers(self._proxy) or None,
            ) as response:
                if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    raise ServerError(f"{response.reason} ({response.status})")
                return response.status, await response.read()
        except SocketTimeoutError as error:
            raise TimedOut(f"no answer: {error}") from error
        except proxy_errors(ClientError, OSError) as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error


class PollingRequest(PatientRequest):
    """The client for getUpdates: Forbidden for a refused token, which reaches the error callback of polling."""

    __slots__ = ()

    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Send a request, as PatientRequest does; Forbidden where Telegram refuses the token."""
        status, payload = await super().do_request(*args, **kwargs)
        if status == HTTPStatus.UNAUTHORIZED:
            raise Forbidden("Unauthorized")
        return status, payload


def _seconds(given: object, default: float) -> float | None:
    """The timeout of the caller (None: no limit), or the default for PTB's `DEFAULT_NONE`."""
    return given if given is None or isinstance(given, float) else float(given) if isinstance(given, int) else default


def _body(data: RequestData | None, uploads: Mapping[str, Any]) -> tuple[bytes | FormData | None, dict[str, str]]:
    """The body and its headers: JSON, or a form where files are uploaded."""
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
