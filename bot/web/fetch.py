"""The one HTTP client for foreign addresses: guarded, bounded, throttled.

Never raises for what an address or a server can cause. The owner's own hosts (FETCH_TRUSTED_HOSTS) are reached for the
owner alone, over connections of their own. Refuses what `addresses` and `guard` deny, and redirects that lead to the
owner's hosts, unless they stay on one host, or lead from one listed host to another.
"""

from __future__ import annotations

import asyncio
import math
import socket
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from weakref import WeakValueDictionary

import aiohttp
import httpx

from bot.errors import TidingsError
from bot.logs import redact
from bot.models.fetching import Credentials, Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem, NotModified
from bot.models.proxies import Proxy
from bot.web.addresses import PORTS, Target, TrustedHosts, UrlRefused, check_url
from bot.web.bodies import MAX_BODY_BYTES, BodyReader, BodyRefused
from bot.web.cookies import Cookies
from bot.web.failures import failure, log_outcome
from bot.web.guard import Guard, Hop, Lookup, current_hop, guarded_client, no_certificates
from bot.web.meta_refresh import address_of_refresh, refresh_address
from bot.web.proxies import is_reached_directly, plain_login_headers, proxied_client, proxy_errors
from bot.web.requests import Request, new_request
from bot.web.responses import MIN_RETRY_AFTER, Redirect, read_head, validator
from bot.web.sites import host_of
from bot.web.throttle import HostThrottle
from bot.web.urls import onward_address

TIMEOUT_SECONDS = 20.0
MAX_REDIRECTS = 5
DNS_THREADS = 64  # a slow name holds a thread past its fetch's deadline
REQUESTS_PER_HOST = 2
GAP_SECONDS = {FetchKind.FEED: 1.0, FetchKind.PAGE: 1.0, FetchKind.PICTURE: 0.1}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Access:
    """Which private hosts a request may reach, and the client that reaches them.

    Each access has its own connections: others cannot use one that was opened to the owner's host.
    """

    trusted: TrustedHosts
    client: httpx.AsyncClient
    proxy: Proxy | None = None
    proxied: httpx.AsyncClient | None = None  # through the proxy, where the owner has one


class HttpFetcher:
    """Fetches feeds, pages and pictures. `ports.Fetcher`; what it guards against: docs/reliability.md.

    `resolver` replaces the system's name lookup; the guard judges its answers, too. With a `proxy` only the owner's own
    local hosts are dialled from here, and the guard sees no more of the others than their URLs.
    """

    def __init__(
        self,
        *,
        trusted_hosts: Sequence[str] = (),
        proxy: Proxy | None = None,
        timeout: float = TIMEOUT_SECONDS,
        resolver: Lookup | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        allowed_ports: Sequence[int] = PORTS,
    ) -> None:
        self._ports = tuple(allowed_ports)
        self._proxy = proxy
        self._timeout = timeout
        self._sleep = sleep
        self._throttle = HostThrottle()
        self._slots: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()
        self._threads = ThreadPoolExecutor(DNS_THREADS, thread_name_prefix="dns")
        self._lookup = resolver or self._system_lookup
        self._public = self._access(TrustedHosts())
        trusted = TrustedHosts.parse(trusted_hosts)
        self._owner = self._access(trusted) if trusted != TrustedHosts() else self._public

    async def fetch(
        self,
        url: str,
        *,
        kind: FetchKind,
        etag: str | None = None,
        last_modified: str | None = None,
        for_owner: bool = False,
        credentials: Credentials | None = None,
    ) -> FetchOutcome:
        """Fetch `url` within the deadline and the size limit of `kind`; failures come back as values."""
        access = self._owner if for_owner else self._public
        target = check_url(url, trusted=access.trusted, ports=self._ports)
        if isinstance(target, UrlRefused):
            outcome: FetchOutcome = FetchFailed(reason=target.problem, detail=target.detail)
            host = "-"  # the detail names it, where there is one
        else:
            host = target.host
            request = new_request(target, kind, validator(etag), validator(last_modified), credentials=credentials)
            async with self._slots.setdefault(target.host, asyncio.Semaphore(REQUESTS_PER_HOST)):
                outcome = self._paused(target, kind) or await self._throttled(target, request, access)
        if isinstance(outcome, FetchFailed) and credentials is not None:
            outcome = replace(outcome, detail=redact(outcome.detail, credentials.secrets))
        log_outcome(host, outcome)
        return outcome

    async def self_test(self) -> None:
        """Prove that the guard refuses this machine's own address; TidingsError if it does not.

        Goes around the checks of URLs on purpose.
        """
        port = self._ports[0]
        target = Target(url=f"http://127.0.0.1:{port}/", scheme="http", host="127.0.0.1", port=port, trusted=False)
        async with guarded_client(Guard(self._lookup), no_certificates) as client:
            access = _Access(trusted=TrustedHosts(), client=client)
            outcome = await self._before_deadline(target, new_request(target, FetchKind.PAGE), access)
        if not (isinstance(outcome, FetchFailed) and outcome.reason is FetchProblem.REFUSED_ADDRESS):
            raise TidingsError("The address guard does not hold with this version of aiohttp: Tidings will not start.")

    async def aclose(self) -> None:
        """Close every connection. Fetches in progress fail."""
        for access in (self._public, self._owner):
            await access.client.aclose()
            if access.proxied is not None:
                await access.proxied.aclose()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _paused(self, target: Target, kind: FetchKind) -> FetchFailed | None:
        """The failure to answer with, without a request, while the host's pause (Retry-After) lasts; None after it."""
        seconds = self._throttle.paused_for(target.host, kind, now=asyncio.get_running_loop().time())
        if not seconds:
            return None
        wait = timedelta(seconds=math.ceil(seconds))
        detail = f"{target.host} asked for a pause, {wait} are left"
        return FetchFailed(reason=FetchProblem.RATE_LIMITED, detail=detail, retry_after=wait)

    async def _throttled(self, target: Target, request: Request, access: _Access) -> FetchOutcome:
        """Make the request once the throttle allows it; trusted hosts have none. The deadline starts afterwards."""
        clock = asyncio.get_running_loop()
        if target.trusted:
            return await self._before_deadline(target, request, access)
        gap = GAP_SECONDS[request.kind]
        if wait := self._throttle.reserve(target.host, now=clock.time(), gap_seconds=gap):
            await self._sleep(wait)
        outcome = await self._before_deadline(target, request, access)
        if isinstance(outcome, FetchFailed) and outcome.reason is FetchProblem.RATE_LIMITED:
            pause = outcome.retry_after or MIN_RETRY_AFTER
            self._throttle.pause(target.host, request.kind, now=clock.time(), seconds=pause.total_seconds())
        return outcome

    async def _before_deadline(self, target: Target, request: Request, access: _Access) -> FetchOutcome:
        try:
            async with asyncio.timeout(self._timeout):
                return await self._follow(target, request, access)
        except TimeoutError:
            return FetchFailed(reason=FetchProblem.TIMEOUT, detail=f"not done within {self._timeout:g} s")
        except BodyRefused as refused:
            return FetchFailed(reason=refused.problem, detail=str(refused))
        except proxy_errors(httpx.HTTPError, httpx.InvalidURL, aiohttp.ClientError, OSError, ValueError) as error:
            return failure(error, self._proxy)

    async def _follow(self, target: Target, request: Request, access: _Access) -> FetchOutcome:
        """Request the target and follow its redirects; every hop passes all checks."""
        permanent, moved_to, cookies = True, None, Cookies()
        for _ in range(MAX_REDIRECTS + 1):
            answer = await _hop(target, request, access, cookies)
            if isinstance(answer, Fetched | NotModified):
                return replace(answer, moved_to=moved_to)
            if not isinstance(answer, Redirect):
                return answer if permanent else _not_gone(answer)
            address = onward_address(target.url, answer.location)
            access = self._access_beyond(target, address, access)
            onward = check_url(address, trusted=access.trusted, ports=self._ports)
            if isinstance(onward, UrlRefused):
                return FetchFailed(reason=onward.problem, detail=f"redirected: {onward.detail}")
            if (target.scheme, onward.scheme) == ("https", "http"):
                return FetchFailed(reason=FetchProblem.REDIRECTS, detail="redirected from https to http")
            target, permanent = onward, permanent and answer.permanent
            moved_to = target.url if permanent else moved_to
        return FetchFailed(reason=FetchProblem.REDIRECTS, detail=f"more than {MAX_REDIRECTS} redirects")

    def _access_beyond(self, target: Target, address: str, access: _Access) -> _Access:
        """What a redirect from `target` to `address` may reach: only a trusted host leads on to another one, and only
        to one that is listed itself. A service that redirects to any address would open the rest of a network.
        """
        if host_of(address) == target.host:
            return access
        return replace(access, trusted=access.trusted.listed) if target.trusted else self._public

    def _access(self, trusted: TrustedHosts) -> _Access:
        client = guarded_client(Guard(self._lookup))
        proxied = proxied_client(self._proxy) if self._proxy else None
        return _Access(trusted=trusted, client=client, proxy=self._proxy, proxied=proxied)

    async def _system_lookup(self, host: str, port: int) -> Sequence[str]:
        """Resolve a name with the system, in separate threads: slow lookups block nothing else."""

        def resolve() -> list[str]:
            answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
            return [str(address[0]) for *_, address in answers]

        return await asyncio.get_running_loop().run_in_executor(self._threads, resolve)


async def _hop(target: Target, request: Request, access: _Access, cookies: Cookies) -> FetchOutcome | Redirect:
    """Make one request; returns what its answer means."""
    hop = Hop(trusted=target.trusted)
    token = current_hop.set(hop)
    try:
        client = access.client if access.proxied is None or is_reached_directly(target) else access.proxied
        headers = request.headers_for(target, cookies)
        if client is access.proxied:
            headers.update(plain_login_headers(access.proxy, target.url))
        async with client.stream("GET", target.url, headers=headers) as response:
            if response.status_code == 407 and client is access.proxied:
                return FetchFailed(reason=FetchProblem.PROXY, detail="HTTP 407", status=407)
            is_known_now = cookies.take(target.host, response.headers.get_list("set-cookie"))
            answer = await _read(response, target, request)
            refresh = response.headers.get("refresh", "") if request.kind is not FetchKind.PICTURE else ""
        return _sent_on(answer, target, refresh, is_known_now=is_known_now) if isinstance(answer, Fetched) else answer
    except (httpx.HTTPError, aiohttp.ClientError, OSError):
        if hop.refused is None:
            raise
        return FetchFailed(reason=FetchProblem.REFUSED_ADDRESS, detail=hop.refused)
    finally:
        current_hop.reset(token)


def _not_gone(failed: FetchOutcome) -> FetchOutcome:
    """The failure, with "gone" turned into "not found": behind a temporary redirect nothing is gone for good."""
    if isinstance(failed, FetchFailed) and failed.reason is FetchProblem.GONE:
        return replace(failed, reason=FetchProblem.NOT_FOUND)
    return failed


async def _read(response: httpx.Response, target: Target, request: Request) -> FetchOutcome | Redirect:
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


def _sent_on(page: Fetched, target: Target, refresh: str, *, is_known_now: bool) -> Fetched | Redirect:
    """The page, or the address that its `Refresh` header or its `<meta refresh>` leads on to.

    A page that only renews itself is the page, unless it has just set the cookie by which it will know its reader.
    """
    location = address_of_refresh(refresh) or refresh_address(page.body, content_type=page.content_type)
    if location is None:
        return page
    address = onward_address(target.url, location).partition("#")[0]
    renews = address in (target.url, target.url.partition("#")[0])
    return page if renews and not is_known_now else Redirect(location=location, permanent=False)


async def _body(response: httpx.Response, *, cap: int) -> bytes:
    reader = BodyReader(response.headers.get("content-encoding", ""), cap=cap)
    announced = response.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:18]) > cap:
        raise BodyRefused(FetchProblem.TOO_LARGE, f"{announced[:18]} bytes announced")
    async for chunk in response.aiter_raw():
        reader.feed(chunk)
    return reader.finish()
