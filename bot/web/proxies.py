"""Opens HTTP sessions that reach every host through a proxy of the owner's, or through none.

The settings of the environment (HTTPS_PROXY and its like) are never used. What a proxy dials is not judged here: it
resolves the names itself (docs/reliability.md).
"""

from __future__ import annotations

import asyncio
import base64
import ipaddress
import sys
from typing import Any

import aiohttp
import httpx
from httpx_aiohttp import AiohttpTransport

from bot.models.fetching import FetchFailed, FetchProblem
from bot.models.proxies import Proxy
from bot.web.addresses import Target
from bot.web.answers import read_leniently
from bot.web.guard import MAX_CONNECTIONS, client_over, session_options, trusted_certificates

# Answers of a SOCKS5 proxy that tell of the host behind it, not of the proxy (RFC 1928, section 6).
_HOST_AWAY = frozenset((3, 4, 5, 6))


def open_session(proxy: Proxy | None, *, connector: dict[str, Any], **options: Any) -> aiohttp.ClientSession:
    """A session whose requests go through the proxy, with these options of the connector and of the session."""
    if proxy is None:
        return aiohttp.ClientSession(connector=aiohttp.TCPConnector(**connector), **options)
    if proxy.scheme == "socks5":
        from aiohttp_socks import ProxyConnector, ProxyType  # for those who have such a proxy

        socks = ProxyConnector(
            host=proxy.host,
            port=proxy.port,
            proxy_type=ProxyType.SOCKS5,
            username=proxy.username or None,
            password=proxy.password or None,
            rdns=True,
            **connector,
        )
        return aiohttp.ClientSession(connector=socks, **options)
    return aiohttp.ClientSession(connector=aiohttp.TCPConnector(**connector), proxy=proxy.url, **options)


def proxy_errors(*others: type[Exception]) -> tuple[type[Exception], ...]:
    """`others`, and what a SOCKS proxy raises beside; nothing where no session was opened through one."""
    socks = sys.modules.get("aiohttp_socks")
    if socks is None:
        return others
    # The last one: a proxy that refuses a login by closing the connection.
    refusals = socks.ProxyError, socks.ProxyConnectionError, socks.ProxyTimeoutError, asyncio.IncompleteReadError
    return (*others, *refusals)


def plain_login_headers(proxy: Proxy | None, url: str) -> dict[str, str]:
    """As `login_headers`, for a request that is not encrypted: the proxy reads it, and takes them out."""
    return {} if url.startswith("https://") else login_headers(proxy)


def login_headers(proxy: Proxy | None) -> dict[str, str]:
    """The headers by which an HTTP proxy knows its user when it opens a tunnel; a SOCKS proxy learns it otherwise."""
    if proxy is None or proxy.scheme == "socks5" or not proxy.username:
        return {}
    login = base64.b64encode(f"{proxy.username}:{proxy.password}".encode()).decode("ascii")
    return {"Proxy-Authorization": f"Basic {login}"}


def proxied_client(proxy: Proxy) -> httpx.AsyncClient:
    """A client that sends every request through the proxy; else as `guard.guarded_client`, but for the guard."""

    def transport() -> httpx.AsyncBaseTransport:
        context = trusted_certificates()
        connector = {"ssl": context, "limit": MAX_CONNECTIONS}
        named = None if proxy.scheme == "socks5" else httpx.Proxy(proxy.url, headers=login_headers(proxy))

        def session() -> aiohttp.ClientSession:
            opened = open_session(proxy, connector=connector, **session_options())
            if opened.connector is not None:
                read_leniently(opened.connector)
            return opened

        return AiohttpTransport(verify=context, trust_env=False, client=session, proxy=named)

    return client_over(transport)


def is_reached_directly(target: Target) -> bool:
    """Whether the owner's own host lies where a proxy elsewhere would not find it: in a local network of theirs."""
    if not target.trusted:
        return False
    try:
        address = ipaddress.ip_address(target.host)
    except ValueError:
        return "." not in target.host and target.host != "localhost"
    return address.is_private and not address.is_loopback


def proxy_failure(error: BaseException, proxy: Proxy | None = None) -> FetchFailed | None:
    """The failure, if the error is of the proxy: it cannot be reached or trusted, or refuses what it is asked for."""
    if isinstance(error, asyncio.IncompleteReadError):
        return FetchFailed(reason=FetchProblem.PROXY, detail="it closed the connection; is the login right?")
    if isinstance(error, aiohttp.ClientConnectorCertificateError) and proxy is not None:
        if (error.host, error.port) != (proxy.host, proxy.port):
            return None
        reason = getattr(error.certificate_error, "verify_message", "")
        return FetchFailed(reason=FetchProblem.PROXY, detail=f"its own certificate is not valid: {reason}")
    if isinstance(error, proxy_errors()) and getattr(error, "error_code", None) in _HOST_AWAY:
        return FetchFailed(reason=FetchProblem.CONNECT, detail=f"the proxy says: {error}")
    if isinstance(error, proxy_errors()):
        return FetchFailed(reason=FetchProblem.PROXY, detail=str(error)[:200])
    if isinstance(error, aiohttp.ClientHttpProxyError):
        reason = FetchProblem.PROXY if error.status == 407 else FetchProblem.CONNECT
        return FetchFailed(reason=reason, detail=f"the proxy answers with HTTP {error.status}")
    if isinstance(error, aiohttp.ClientProxyConnectionError):
        return FetchFailed(reason=FetchProblem.PROXY, detail=str(error.os_error)[:200])
    return None
