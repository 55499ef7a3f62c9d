"""An HTTP client that opens no connection to a denied IP address, whatever spelling, name, redirect or DNS answer
leads there.

The guard sits where sockets are made: each address is judged as it is dialled. Uses no proxies, no cookies and no
settings of the environment.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Awaitable, Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib import metadata
from typing import Any

import aiohttp
import httpx
from aiohttp.abc import AbstractResolver, ResolveResult
from httpx_aiohttp import AiohttpTransport

from bot.web.addresses import denied_reason
from bot.web.answers import read_leniently

MAX_CONNECTIONS = 200
MAX_HEADER_BYTES = 32_768  # of one line; aiohttp takes 128 lines

# Resolves a host and port to IP addresses; raises OSError for a name that has none.
Lookup = Callable[[str, int], Awaitable[Sequence[str]]]
_AddressInfo = tuple[int, int, int, str, tuple[str, int] | tuple[str, int, int, int]]


class AddressRefused(OSError):
    """The address about to be dialled is denied."""


@dataclass(slots=True)
class Hop:
    """The request under way, as the guard sees it; `refused` says why the guard stopped it."""

    trusted: bool  # the owner trusts the host as the URL spells it, wherever it leads
    refused: str | None = None


# Travels with the task that makes the request, and with the tasks that aiohttp makes for it.
current_hop: ContextVar[Hop | None] = ContextVar("current_hop", default=None)


class Guard(AbstractResolver):
    """Judges the addresses that one client dials. A name is refused if any one of its answers is denied.

    It knows of no trusted network: an address that a name resolves to is trusted only where the name is. Whoever runs
    the DNS of a name could else lead it into the owner's network.
    """

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    def open_socket(self, info: _AddressInfo) -> socket.socket:
        """The socket for a connection, unless it would go to a denied address (aiohttp's `socket_factory`)."""
        family, kind, protocol, _, (address, *_) = info
        self._judge(address)
        return socket.socket(family, kind, protocol)

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of a name, all of which may be dialled (aiohttp's resolver)."""
        addresses = await self._lookup(host, port)
        for address in addresses:
            self._judge(address, name=f"{host}: ")
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=0,
                flags=socket.AI_NUMERICHOST | socket.AI_NUMERICSERV,
            )
            for address in dict.fromkeys(addresses)
        ]

    async def close(self) -> None:
        """Do nothing: the guard holds no resources."""

    def _judge(self, address: str, *, name: str = "") -> None:
        hop = current_hop.get()
        if hop and hop.trusted:
            return
        if reason := denied_reason(address):
            if hop:
                hop.refused = name + reason
            raise AddressRefused(reason)


def guarded_client(guard: Guard, certificates: Callable[[], ssl.SSLContext] | None = None) -> httpx.AsyncClient:
    """A client whose every connection `guard` has judged; it follows no redirect, and has no deadline of its own.

    It trusts `trusted_certificates`, or those of `certificates`.
    """

    def transport() -> httpx.AsyncBaseTransport:
        context = (certificates or trusted_certificates)()

        def session() -> aiohttp.ClientSession:
            connector = aiohttp.TCPConnector(
                ssl=context,
                limit=MAX_CONNECTIONS,
                resolver=guard,
                use_dns_cache=False,  # the resolver must run within the request it judges
                socket_factory=guard.open_socket,
            )
            read_leniently(connector)
            return aiohttp.ClientSession(connector=connector, **session_options())

        return AiohttpTransport(verify=context, trust_env=False, client=session)

    return client_over(transport)


def no_certificates() -> ssl.SSLContext:
    """Trusts nobody: for requests that are not encrypted. Made at once, while reading all authorities takes a while."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def trusted_certificates() -> ssl.SSLContext:
    """The authorities of certifi, of this machine and of SSL_CERT_FILE, so that an owner's own counts."""
    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()
    return context


def session_options() -> dict[str, Any]:
    """The options of every session that reads foreign servers."""
    return {
        "cookie_jar": aiohttp.DummyCookieJar(),
        "max_line_size": MAX_HEADER_BYTES,
        "max_field_size": MAX_HEADER_BYTES,
    }


class LateTransport(httpx.AsyncBaseTransport):
    """A transport that is made with the first request."""

    def __init__(self, make: Callable[[], httpx.AsyncBaseTransport]) -> None:
        self._make = make
        self._made: httpx.AsyncBaseTransport | None = None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self._made is None:
            self._made = self._make()
        return await self._made.handle_async_request(request)

    async def aclose(self) -> None:
        if self._made is not None:
            await self._made.aclose()


def client_over(transport: Callable[[], httpx.AsyncBaseTransport]) -> httpx.AsyncClient:
    """A client over such a transport, which is made with the first request; it takes nothing from the environment."""
    return httpx.AsyncClient(
        transport=LateTransport(transport),
        headers={"User-Agent": user_agent(), "Accept-Encoding": "gzip"},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        follow_redirects=False,
        timeout=None,  # noqa: S113 - whoever uses it sets a deadline around everything; read timeouts never fire on a drip
        trust_env=False,
    )


def user_agent() -> str:
    """The User-Agent header: Tidings and its version."""
    try:
        version = metadata.version("tidings")
    except metadata.PackageNotFoundError:
        version = "dev"
    return f"Tidings/{version} (self-hosted news reader)"
