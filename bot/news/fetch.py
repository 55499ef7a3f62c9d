"""The one client for foreign addresses: guarded, bounded, polite. Never raises for what an address or server can cause.

The guard sits where sockets are made, so that no spelling, name, redirect or DNS answer leads around it: no TCP
connection to a denied address is ever opened. Refuses proxies, cookies and the environment's settings.
"""

from __future__ import annotations

import asyncio
import logging
import math
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from http.cookiejar import CookieJar, DefaultCookiePolicy
from importlib import metadata
from typing import assert_never
from urllib.parse import urljoin
from weakref import WeakValueDictionary

import aiohttp
import httpx
from aiohttp.abc import AbstractResolver, ResolveResult
from httpx_aiohttp import AiohttpTransport

from bot.errors import TidingsError
from bot.models import Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem, NotModified
from bot.news.addresses import PORTS, Target, TrustedHosts, UrlRefused, check_url, denied_reason
from bot.news.pace import HostPace
from bot.news.responses import (
    ACCEPT,
    MAX_BODY_BYTES,
    MIN_RETRY_AFTER,
    BodyReader,
    BodyRefused,
    Redirect,
    read_head,
    validator,
)

logger = logging.getLogger(__name__)

TIMEOUT_SECONDS = 20.0
MAX_REDIRECTS = 5
MAX_CONNECTIONS = 200
MAX_HEADER_BYTES = 32_768
DNS_THREADS = 64  # a slow name holds a thread past its fetch's deadline
REQUESTS_PER_HOST = 2
GAP_SECONDS = {FetchKind.FEED: 1.0, FetchKind.PAGE: 1.0, FetchKind.PICTURE: 0.1}

# Resolves a host and port to IP addresses; raises OSError for a name that has none.
Lookup = Callable[[str, int], Awaitable[Sequence[str]]]
_AddressInfo = tuple[int, int, int, str, tuple[str, int] | tuple[str, int, int, int]]


class AddressRefused(OSError):
    """The address about to be dialled is denied."""


@dataclass(slots=True)
class _Hop:
    """The request under way, as the guard sees it; `refused` says why the guard stopped it."""

    trusted: bool
    refused: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    kind: FetchKind
    headers: Mapping[str, str]
    conditional: bool


# Travels with the task that makes the request, and with the tasks that aiohttp makes for it.
_current_hop: ContextVar[_Hop | None] = ContextVar("current_hop", default=None)


class HttpFetcher:
    """Fetches feeds, pages and pictures. `ports.Fetcher`; see the design's reliability page, section 1.

    `resolver` replaces the system's name lookup; its answers are judged all the same.
    """

    def __init__(
        self,
        *,
        trusted_hosts: Sequence[str] = (),
        timeout: float = TIMEOUT_SECONDS,
        resolver: Lookup | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        allowed_ports: Sequence[int] = PORTS,
    ) -> None:
        self._trusted = TrustedHosts.parse(trusted_hosts)
        self._ports = tuple(allowed_ports)
        self._timeout = timeout
        self._sleep = sleep
        self._pace = HostPace()
        self._slots: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._threads = ThreadPoolExecutor(DNS_THREADS, thread_name_prefix="dns")
        self._lookup = resolver or self._system_lookup
        self._client = self._make_client()

    async def fetch(
        self, url: str, *, kind: FetchKind, etag: str | None = None, last_modified: str | None = None
    ) -> FetchOutcome:
        """Fetch `url` within the deadline and the caps of `kind`; what went wrong comes back as a value."""
        target = check_url(url, trusted=self._trusted, ports=self._ports)
        if isinstance(target, UrlRefused):
            outcome: FetchOutcome = FetchFailed(reason=target.problem, detail=target.detail)
        else:
            request = _request(kind, validator(etag), validator(last_modified))
            async with self._slots.setdefault(target.host, asyncio.Semaphore(REQUESTS_PER_HOST)):
                outcome = self._paused(target, kind) or await self._in_turn(target, request)
        _log(url, outcome)
        return outcome

    async def self_test(self) -> None:
        """Prove that the guard refuses this machine's own address; TidingsError if it does not.

        Skipped where the owner trusts that address. Goes around the checks of URLs on purpose.
        """
        port = self._ports[0]
        if self._trusted.trusts_host("127.0.0.1", port):
            return
        target = Target(url=f"http://127.0.0.1:{port}/", scheme="http", host="127.0.0.1", port=port, trusted=False)
        outcome = await self._before_deadline(target, _request(FetchKind.PAGE, None, None))
        if not (isinstance(outcome, FetchFailed) and outcome.reason is FetchProblem.REFUSED_ADDRESS):
            raise TidingsError("The address guard does not hold with this version of aiohttp: Tidings will not start.")

    async def aclose(self) -> None:
        """Close every connection. Fetches under way fail."""
        await self._client.aclose()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _paused(self, target: Target, kind: FetchKind) -> FetchFailed | None:
        """The answer in place of a host that has lately asked to be left alone."""
        seconds = self._pace.paused_for(target.host, kind, now=asyncio.get_running_loop().time())
        if not seconds:
            return None
        wait = timedelta(seconds=math.ceil(seconds))
        detail = f"{target.host} asked for a pause, {wait} are left"
        return FetchFailed(reason=FetchProblem.RATE_LIMITED, detail=detail, retry_after=wait)

    async def _in_turn(self, target: Target, request: _Request) -> FetchOutcome:
        """Space the requests to a host; the owner's own hosts mind none. The deadline starts afterwards."""
        clock = asyncio.get_running_loop()
        if target.trusted:
            return await self._before_deadline(target, request)
        gap = GAP_SECONDS[request.kind]
        if wait := self._pace.take_turn(target.host, now=clock.time(), gap_seconds=gap):
            await self._sleep(wait)
        outcome = await self._before_deadline(target, request)
        if isinstance(outcome, FetchFailed) and outcome.reason is FetchProblem.RATE_LIMITED:
            pause = outcome.retry_after or MIN_RETRY_AFTER
            self._pace.pause(target.host, request.kind, now=clock.time(), seconds=pause.total_seconds())
        return outcome

    async def _before_deadline(self, target: Target, request: _Request) -> FetchOutcome:
        try:
            async with asyncio.timeout(self._timeout):
                return await self._follow(target, request)
        except TimeoutError:
            return FetchFailed(reason=FetchProblem.TIMEOUT, detail=f"not done within {self._timeout:g} s")
        except BodyRefused as refused:
            return FetchFailed(reason=refused.problem, detail=str(refused))
        except (httpx.HTTPError, httpx.InvalidURL, aiohttp.ClientError, OSError, ValueError) as error:
            return _failure(error)

    async def _follow(self, target: Target, request: _Request) -> FetchOutcome:
        """Request the target and follow its redirects by hand: every hop passes the whole check."""
        permanent, moved_to = True, None
        for _ in range(MAX_REDIRECTS + 1):
            answer = await self._hop(target, request)
            if isinstance(answer, Fetched | NotModified):
                return replace(answer, moved_to=moved_to)
            if not isinstance(answer, Redirect):
                return answer
            onward = check_url(urljoin(target.url, answer.location), trusted=self._trusted, ports=self._ports)
            if isinstance(onward, UrlRefused):
                return FetchFailed(reason=onward.problem, detail=f"redirected: {onward.detail}")
            if (target.scheme, onward.scheme) == ("https", "http"):
                return FetchFailed(reason=FetchProblem.REDIRECTS, detail="redirected from https to http")
            target, permanent = onward, permanent and answer.permanent
            moved_to = target.url if permanent else moved_to
        return FetchFailed(reason=FetchProblem.REDIRECTS, detail=f"more than {MAX_REDIRECTS} redirects")

    async def _hop(self, target: Target, request: _Request) -> FetchOutcome | Redirect:
        hop = _Hop(trusted=target.trusted)
        token = _current_hop.set(hop)
        try:
            async with self._client.stream("GET", target.url, headers=request.headers) as response:
                return await _read(response, target, request)
        except (httpx.HTTPError, aiohttp.ClientError, OSError):
            if hop.refused is None:
                raise
            return FetchFailed(reason=FetchProblem.REFUSED_ADDRESS, detail=hop.refused)
        finally:
            _current_hop.reset(token)

    def _make_client(self) -> httpx.AsyncClient:
        # Certificates of certifi and of this machine, so that an owner's own authority counts.
        context = httpx.create_ssl_context(trust_env=False)
        context.load_default_certs()

        def session() -> aiohttp.ClientSession:
            connector = aiohttp.TCPConnector(
                ssl=context,
                limit=MAX_CONNECTIONS,
                resolver=_GuardedResolver(self._lookup, self._trusted),
                use_dns_cache=False,  # the resolver must run within the request it judges
                socket_factory=self._guarded_socket,
            )
            return aiohttp.ClientSession(
                connector=connector,
                cookie_jar=aiohttp.DummyCookieJar(),
                max_line_size=MAX_HEADER_BYTES,
                max_field_size=MAX_HEADER_BYTES,
            )

        return httpx.AsyncClient(
            transport=AiohttpTransport(verify=context, trust_env=False, client=session),
            headers={"User-Agent": _user_agent(), "Accept-Encoding": "gzip"},
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            follow_redirects=False,
            timeout=None,  # noqa: S113 - `fetch` has a deadline around everything; read timeouts never fire on a drip
            trust_env=False,
        )

    def _guarded_socket(self, info: _AddressInfo) -> socket.socket:
        """Make the socket for a connection, unless it would go to a denied address (aiohttp's `socket_factory`)."""
        family, kind, protocol, _, (address, *_) = info
        hop = _current_hop.get()
        reason = None if (hop and hop.trusted) or self._trusted.trusts_address(address) else denied_reason(address)
        if reason:
            if hop:
                hop.refused = reason
            raise AddressRefused(reason)
        return socket.socket(family, kind, protocol)

    async def _system_lookup(self, host: str, port: int) -> Sequence[str]:
        """The system's own lookup, in threads of its own: slow names hold up nothing else."""

        def resolve() -> list[str]:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
            return [str(address[0]) for *_, address in answers]

        return await asyncio.get_running_loop().run_in_executor(self._threads, resolve)


class _GuardedResolver(AbstractResolver):
    """Refuses a name if any of its answers is denied, so that a mix of answers is no way in."""

    def __init__(self, lookup: Lookup, trusted: TrustedHosts) -> None:
        self._lookup = lookup
        self._trusted = trusted

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        addresses = await self._lookup(host, port)
        hop = _current_hop.get()
        for address in addresses:
            reason = None if self._trusted.trusts_address(address) else denied_reason(address)
            if reason and not (hop and hop.trusted):
                if hop:
                    hop.refused = f"{host}: {reason}"
                raise AddressRefused(reason)
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
        """Nothing is held here."""


async def _read(response: httpx.Response, target: Target, request: _Request) -> FetchOutcome | Redirect:
    """What one response means. Bodies of redirects and errors are never read."""
    head = read_head(
        response.status_code,
        response.headers,
        url=target.url,
        kind=request.kind,
        conditional=request.conditional,
        now=datetime.now(UTC),
    )
    if not isinstance(head, Fetched):
        return head
    return replace(head, body=await _body(response, cap=MAX_BODY_BYTES[request.kind]))


async def _body(response: httpx.Response, *, cap: int) -> bytes:
    reader = BodyReader(response.headers.get("content-encoding", ""), cap=cap)
    announced = response.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:18]) > cap:
        raise BodyRefused(FetchProblem.TOO_LARGE, f"{announced[:18]} bytes announced")
    async for chunk in response.aiter_raw():
        reader.feed(chunk)
    return reader.finish()


def _request(kind: FetchKind, etag: str | None, last_modified: str | None) -> _Request:
    headers = {"Accept": ACCEPT[kind]}
    if etag:
        headers["If-None-Match"] = etag
    if last_modified:
        headers["If-Modified-Since"] = last_modified
    return _Request(kind=kind, headers=headers, conditional=bool(etag or last_modified))


def _failure(error: Exception) -> FetchFailed:
    """The problem behind an error of the client. httpx-aiohttp keeps aiohttp's own error as its cause."""
    cause = error.__cause__ or error
    match cause:
        case aiohttp.ClientConnectorDNSError():
            problem = FetchProblem.DNS
        case aiohttp.ClientSSLError():
            problem = FetchProblem.TLS
        case aiohttp.InvalidURL() | httpx.InvalidURL() | ValueError():
            problem = FetchProblem.BAD_URL
        case _:
            problem = FetchProblem.CONNECT
    # One line: it goes into the log and into the owner's report.
    return FetchFailed(reason=problem, detail=" ".join(_told(cause).split())[:200])


def _told(cause: BaseException) -> str:
    """What an error says to a person: what lies beneath it ("certificate has expired"), else its name and words."""
    beneath = getattr(cause, "certificate_error", None) or getattr(cause, "os_error", None)
    told = getattr(beneath, "verify_message", None) or getattr(beneath, "strerror", None)
    return str(told) if told else f"{type(cause).__name__}: {cause}"


def _log(url: str, outcome: FetchOutcome) -> None:
    shown = url.partition("?")[0][:300]  # queries hold keys of private feeds
    match outcome:
        case Fetched():
            logger.debug("fetched url=%r bytes=%d", shown, len(outcome.body))
        case NotModified():
            logger.debug("fetched url=%r not_modified", shown)
        case FetchFailed():
            logger.info("fetch failed url=%r reason=%s detail=%s", shown, outcome.reason, outcome.detail)
        case _:
            assert_never(outcome)


def _user_agent() -> str:
    try:
        version = metadata.version("tidings")
    except metadata.PackageNotFoundError:
        version = "dev"
    return f"Tidings/{version} (self-hosted news reader)"
