"""The guarded client against a real server on loopback. Names are never resolved for real."""

from __future__ import annotations

import asyncio
import gzip
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from itertools import pairwise
from typing import Any

import aiohttp
import httpx
import pytest
from aiohttp.client_reqrep import ConnectionKey

from bot.errors import TidingsError
from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem, NotModified
from bot.web.addresses import Target, TrustedHosts, denied_reason
from bot.web.failures import failure
from bot.web.fetch import MAX_REDIRECTS, HttpFetcher, _Access
from bot.web.guard import Guard, user_agent
from bot.web.requests import new_request
from tests.web_server import RawReply, Reply, Request, WebServer, serve

FEED = FetchKind.FEED
PAGE = Reply(body=b"<p>hello</p>", content_type="text/html; charset=UTF-8")


def answers(*addresses: str) -> Callable[[str, int], Awaitable[Sequence[str]]]:
    """A resolver that gives every name these addresses."""

    async def resolve(host: str, port: int) -> Sequence[str]:
        return addresses

    return resolve


async def no_sleep(seconds: float) -> None:
    """Politeness without waiting."""


@asynccontextmanager
async def a_fetcher(**settings: Any) -> AsyncIterator[HttpFetcher]:
    fetcher = HttpFetcher(**{"resolver": answers("127.0.0.1"), "sleep": no_sleep, **settings})
    try:
        yield fetcher
    finally:
        await fetcher.aclose()


async def fetched(web: WebServer, path: str = "/", *, kind: FetchKind = FEED, **settings: Any) -> FetchOutcome:
    """What fetching a path of the server gives when the owner trusts it."""
    async with a_fetcher(trusted_hosts=[web.trusted], **settings) as fetcher:
        return await fetcher.fetch(web.url(path), kind=kind, for_owner=True)


async def problem(web: WebServer, path: str = "/", **settings: Any) -> FetchProblem:
    outcome = await fetched(web, path, **settings)
    assert isinstance(outcome, FetchFailed), outcome
    return outcome.reason


def says(*pieces: bytes, pause: float = 0.0) -> RawReply:
    """Write these bytes, with a pause between them."""

    async def reply(writer: asyncio.StreamWriter, request: Request) -> None:
        for piece in pieces:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return reply


def endless(head: bytes, piece: bytes, *, pause: float = 0.0) -> RawReply:
    async def reply(writer: asyncio.StreamWriter, request: Request) -> None:
        writer.write(head)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return reply


async def test_a_body_comes_with_its_headers() -> None:
    headers = {"ETag": '"1"', "Last-Modified": "Mon, 02 Mar 2026 12:00:00 GMT", "Cache-Control": "max-age=60"}
    reply = Reply(
        body=gzip.compress(b"<rss/>"), content_type="text/xml", headers={**headers, "Content-Encoding": "gzip"}
    )
    async with serve({"/": reply}) as web:
        outcome = await fetched(web)
        assert isinstance(outcome, Fetched)
        assert (outcome.body, outcome.content_type, outcome.etag) == (b"<rss/>", "text/xml", '"1"')
        assert outcome.max_age is not None
        assert outcome.moved_to is None
        [request] = web.requests
        assert request.headers["accept-encoding"] == "gzip"
        assert request.headers["user-agent"].startswith("Tidings/")


async def test_validators_are_sent_back_and_a_304_is_nofailure() -> None:
    async with serve({"/": Reply(status=304, headers={"ETag": '"2"'})}) as web:
        async with a_fetcher(trusted_hosts=[web.trusted]) as fetcher:
            outcome = await fetcher.fetch(
                web.url(), kind=FEED, etag='"1"', last_modified="Mon, 02 Mar 2026 12:00:00 GMT", for_owner=True
            )
        assert isinstance(outcome, NotModified)
        assert outcome.etag == '"2"'
        assert web.requests[0].headers["if-none-match"] == '"1"'
        assert web.requests[0].headers["if-modified-since"] == "Mon, 02 Mar 2026 12:00:00 GMT"


async def test_failures_are_values() -> None:
    replies: dict[str, Reply | RawReply] = {
        "/gone": Reply(status=410),
        "/busy": Reply(status=429, headers={"Retry-After": "120"}),
        "/film": Reply(body=b"x", content_type="video/mp4"),
        "/br": Reply(body=b"x", headers={"Content-Encoding": "br"}),
        "/announced": Reply(headers={"Content-Length": "9999999999"}),
        "/broken": says(b"nonsense\r\n\r\n"),
        "/short": says(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello"),
        "/nothing": says(),
    }
    async with serve(replies) as web:
        found = {path: await problem(web, path) for path in ("/none", *replies)}
    assert found == {
        "/none": FetchProblem.NOT_FOUND,
        "/gone": FetchProblem.GONE,
        "/busy": FetchProblem.RATE_LIMITED,
        "/film": FetchProblem.WRONG_TYPE,
        "/br": FetchProblem.BAD_ENCODING,
        "/announced": FetchProblem.TOO_LARGE,
        "/broken": FetchProblem.BAD_ANSWER,
        "/short": FetchProblem.CONNECT,
        "/nothing": FetchProblem.CONNECT,
    }


async def test_nobody_listening_is_a_value() -> None:
    async with serve() as web:
        pass
    assert await problem(web) is FetchProblem.CONNECT


async def test_a_server_without_tls_is_a_value() -> None:
    async def plain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(plain, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, a_fetcher(trusted_hosts=["127.0.0.1"]) as fetcher:
        outcome = await fetcher.fetch(f"https://127.0.0.1:{port}/", kind=FEED, for_owner=True)
    assert isinstance(outcome, FetchFailed)
    assert outcome.reason is FetchProblem.TLS


async def test_a_name_without_address_is_a_value() -> None:
    async def nowhere(host: str, port: int) -> Sequence[str]:
        raise OSError("no such name")

    async with a_fetcher(resolver=nowhere) as fetcher:
        outcome = await fetcher.fetch("https://nowhere.example/", kind=FEED, for_owner=True)
    assert isinstance(outcome, FetchFailed)
    assert outcome.reason is FetchProblem.DNS


# --- the guard (acceptance rows 27 and 28) -----------------------------------------------------

SPELLINGS = [
    "127.0.0.1",
    "127.9.8.7",
    "0.0.0.0",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "2130706433",
    "0x7f000001",
    "017700000001",
    "127.1",
    "0177.0.0.1",
    "localhost",
    "localhost.",
    "LOCALHOST",
    "any-name.example",
    "１２７.０.０.１",
    "①②⑦.0.0.1",
]


@pytest.mark.parametrize("host", SPELLINGS)
async def test_no_spelling_of_this_machine_is_dialled(host: str) -> None:
    async with serve({"/": PAGE}) as web, a_fetcher(allowed_ports=(80, web.port)) as fetcher:
        for url in (web.url(host=host), f"http://x@{host}:{web.port}/", f"http://{host}:{web.port}#@example.org/"):
            outcome = await fetcher.fetch(url, kind=FEED, for_owner=True)
            assert isinstance(outcome, FetchFailed)
            assert outcome.reason in (FetchProblem.REFUSED_ADDRESS, FetchProblem.BAD_URL)
    assert web.accepts == 0


@pytest.mark.parametrize("host", [host for host in SPELLINGS if host.isascii() and not host.endswith(".")])
async def test_the_guard_at_the_socket_holds_by_itself(host: str) -> None:
    """Around the check of URLs, as if it were not there."""
    async with serve({"/": PAGE}) as web, a_fetcher() as fetcher:
        target = Target(url=web.url(host=host), scheme="http", host=host, port=web.port, trusted=False)
        outcome = await fetcher._before_deadline(target, new_request(target, FEED), fetcher._public)
    assert isinstance(outcome, FetchFailed)
    assert web.accepts == 0


@pytest.mark.parametrize(
    "addresses",
    [
        ("127.0.0.1",),
        ("93.184.216.34", "127.0.0.1"),
        ("::1", "2606:4700::1111"),
        ("::ffff:127.0.0.1",),
        ("fe80::1%2",),
        ("10.0.0.1",),
        ("169.254.169.254",),
    ],
)
async def test_one_denied_answer_refuses_the_name(addresses: tuple[str, ...]) -> None:
    async with serve({"/": PAGE}) as web, a_fetcher(resolver=answers(*addresses), allowed_ports=(web.port,)) as fetcher:
        outcome = await fetcher.fetch(web.url(host="two-faced.example"), kind=FEED, for_owner=True)
    assert isinstance(outcome, FetchFailed)
    assert outcome.reason is FetchProblem.REFUSED_ADDRESS
    assert web.accepts == 0


async def test_a_name_that_changes_its_answer_is_judged_by_the_address_dialled() -> None:
    async with serve({"/": PAGE}) as web:
        rebinding = iter([["127.0.0.1"], ["127.0.0.1"]])

        async def resolve(host: str, port: int) -> Sequence[str]:
            return next(rebinding)

        async with a_fetcher(resolver=resolve, allowed_ports=(web.port,)) as fetcher:
            outcomes = [
                await fetcher.fetch(web.url(host="rebinds.example"), kind=FEED, for_owner=True) for _ in range(2)
            ]
    assert all(isinstance(outcome, FetchFailed) for outcome in outcomes)
    assert web.accepts == 0


async def test_a_lookup_outside_any_request_is_judged_too() -> None:
    guard = Guard(answers("127.0.0.1"))
    with pytest.raises(OSError, match="not a public address"):
        await guard.resolve("x.example", 80)
    with pytest.raises(OSError, match="not a public address"):
        guard.open_socket((2, 1, 6, "", ("127.0.0.1", 80)))


async def test_redirects_to_this_machine_open_no_connection() -> None:
    async with serve({"/": PAGE}) as victim, serve() as web:
        for host in SPELLINGS:
            location = victim.url(host=host).encode().decode("latin-1")
            web.replies["/"] = Reply(status=302, headers={"Location": location})
            outcome = await fetched(web, allowed_ports=(80, victim.port))
            assert isinstance(outcome, FetchFailed)
        assert victim.accepts == 0
        assert web.accepts == len(SPELLINGS)


async def test_trust_by_name_and_by_network_reaches_through() -> None:
    async with serve({"/": PAGE}) as web:
        for trusted in ("rsshub", f"rsshub:{web.port}", "127.0.0.0/8"):
            async with a_fetcher(trusted_hosts=[trusted], allowed_ports=(web.port,)) as fetcher:
                host = "127.0.0.1" if "/" in trusted else "rsshub"
                assert isinstance(await fetcher.fetch(web.url(host=host), kind=FEED, for_owner=True), Fetched)
        async with a_fetcher(trusted_hosts=["rsshub"], allowed_ports=(web.port,)) as fetcher:
            assert isinstance(
                await fetcher.fetch(web.url(host="other.example"), kind=FEED, for_owner=True), FetchFailed
            )


async def test_a_name_that_leads_into_a_trusted_network_is_refused_unless_it_is_listed() -> None:
    """Whoever runs the DNS of a feed's host could lead it into the owner's network, and have the answer told to all."""
    async with serve({"/": PAGE}) as victim, serve() as web:
        ports = {"allowed_ports": (80, 443, victim.port)}
        trusted = ["127.0.0.0/8", "::1/128", f"127.0.0.1:{web.port}", f"127.0.0.1:{victim.port + 1}"]
        async with a_fetcher(trusted_hosts=trusted, **ports) as fetcher:
            for host in (
                "public.example",
                "PUBLIC.Example.",
                "xn--bcher-kva.example",
                "127.0.0.1.nip.example",
                "127.1",
            ):
                for kind in FetchKind:
                    outcome = await fetcher.fetch(victim.url(host=host), kind=kind, for_owner=True)
                    assert isinstance(outcome, FetchFailed)
                    assert outcome.reason is FetchProblem.REFUSED_ADDRESS, host
            # Nor does a redirect lead there, also not to an address spelled out: a host redirects for anybody.
            for host in ("public.example", "127.0.0.1", "127.0.0.2", "[::1]", "2130706433"):
                web.replies["/"] = Reply(status=302, headers={"Location": victim.url(host=host)})
                for start in ("127.0.0.1", "news.example"):
                    moved = await fetcher.fetch(web.url(host=start), kind=FEED, for_owner=True)
                    assert isinstance(moved, FetchFailed) or (host, start) == ("127.0.0.1", "127.0.0.1")
        assert victim.accepts == 1  # the address that stayed on its own host
        async with a_fetcher(trusted_hosts=[*trusted, "Public.Example."], **ports) as fetcher:
            for host in ("public.example", "PUBLIC.example."):
                assert isinstance(await fetcher.fetch(victim.url(host=host), kind=FEED, for_owner=True), Fetched)


async def test_the_owners_hosts_are_closed_to_addresses_that_others_name() -> None:
    async with serve({"/": PAGE}) as web:
        for trusted in (web.trusted, "127.0.0.0/8"):
            async with a_fetcher(trusted_hosts=[trusted], allowed_ports=(web.port,)) as fetcher:
                for host in ("127.0.0.1", "public.example"):
                    assert isinstance(await fetcher.fetch(web.url(host=host), kind=FEED), FetchFailed)
    assert web.accepts == 0


async def test_a_connection_that_was_let_through_for_the_owner_is_lent_to_nobody() -> None:
    async def keep_open(writer: asyncio.StreamWriter, request: Request) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\n\r\nok")
        await writer.drain()
        await asyncio.sleep(30)

    async with (
        serve({"/": keep_open}) as web,
        a_fetcher(trusted_hosts=[f"intern.example:{web.port}"], allowed_ports=(web.port,)) as fetcher,
    ):
        url = web.url(host="intern.example")
        assert isinstance(await fetcher.fetch(url, kind=FEED, for_owner=True), Fetched)
        outcome = await fetcher.fetch(url, kind=FEED)
    assert isinstance(outcome, FetchFailed)
    assert outcome.reason is FetchProblem.REFUSED_ADDRESS
    assert len(web.requests) == 1


async def test_only_the_owners_own_host_leads_on_to_another_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serve({"/": PAGE}) as inner, serve() as web:
        web.replies["/elsewhere"] = Reply(status=302, headers={"Location": inner.url(host="hub.example")})
        web.replies["/itself"] = Reply(status=302, headers={"Location": "/page"})
        web.replies["/page"] = PAGE
        hosts = [f"hub.example:{inner.port}"]
        looked_up = [""]
        judge = denied_reason  # as if news.example alone were at a public address
        monkeypatch.setattr(
            "bot.web.guard.denied_reason", lambda ip: None if looked_up[-1] == "news.example" else judge(ip)
        )

        async def resolve(host: str, port: int) -> Sequence[str]:
            looked_up.append(host)
            return ["127.0.0.1"]

        settings = {"resolver": resolve, "allowed_ports": (web.port, inner.port)}
        async with a_fetcher(trusted_hosts=hosts, **settings) as fetcher:
            stranger = await fetcher.fetch(web.url("/elsewhere", host="news.example"), kind=FEED, for_owner=True)
            itself = await fetcher.fetch(web.url("/itself", host="news.example"), kind=FEED, for_owner=True)
        assert isinstance(stranger, FetchFailed)
        assert isinstance(itself, Fetched)
        assert inner.accepts == 0
        async with a_fetcher(trusted_hosts=[*hosts, f"wiki.example:{web.port}"], **settings) as fetcher:
            own = await fetcher.fetch(web.url("/elsewhere", host="wiki.example"), kind=FEED, for_owner=True)
        assert isinstance(own, Fetched)


async def test_the_self_test_notices_a_guard_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serve({"/": PAGE}) as web:
        async with a_fetcher(allowed_ports=(web.port,)) as fetcher:
            await fetcher.self_test()
        assert web.accepts == 0
        async with a_fetcher(trusted_hosts=["127.0.0.0/8"], allowed_ports=(web.port,)) as fetcher:
            await fetcher.self_test()
        assert web.accepts == 0
        monkeypatch.setattr("bot.web.guard.denied_reason", lambda address: None)
        async with a_fetcher(allowed_ports=(web.port,)) as fetcher:
            with pytest.raises(TidingsError, match="guard"):
                await fetcher.self_test()


async def unanswered(host: str, port: int) -> Sequence[str]:
    await asyncio.Event().wait()
    return ["127.0.0.1"]


async def test_slow_names_hold_up_nobody_else() -> None:
    async with serve({"/": PAGE}) as web, a_fetcher(resolver=unanswered, trusted_hosts=[web.trusted]) as fetcher:
        addresses = [f"https://slow{number}.example/" for number in range(50)]
        waiting = [asyncio.create_task(fetcher.fetch(url, kind=FEED, for_owner=True)) for url in addresses]
        quick = await fetcher.fetch(web.url(), kind=FEED, for_owner=True)
        assert isinstance(quick, Fetched)
        assert not any(task.done() for task in waiting)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)


async def test_a_name_that_is_not_answered_is_given_up() -> None:
    async with a_fetcher(resolver=unanswered, timeout=0.1) as fetcher:
        outcome = await fetcher.fetch("https://slow.example/", kind=FEED)
    assert isinstance(outcome, FetchFailed)
    assert outcome.reason is FetchProblem.TIMEOUT


async def test_the_systems_own_lookup_is_used_and_judged() -> None:
    async with serve({"/": PAGE}) as web:
        fetcher = HttpFetcher(trusted_hosts=["localhost"])
        try:
            outcome = await fetcher.fetch(web.url(host="localhost"), kind=FEED, for_owner=True)
        finally:
            await fetcher.aclose()
    assert isinstance(outcome, Fetched)


# --- redirects (row 29) ------------------------------------------------------------------------


async def test_a_permanent_move_is_remembered_and_a_passing_one_is_not() -> None:
    replies = {
        "/old": Reply(status=301, headers={"Location": "/older"}),
        "/older": Reply(status=308, headers={"Location": "/new"}),
        "/away": Reply(status=302, headers={"Location": "/old"}),
        "/partly": Reply(status=301, headers={"Location": "/away"}),
        "/new": PAGE,
    }
    async with serve(replies) as web:
        moved, away = await fetched(web, "/old"), await fetched(web, "/away")
        assert isinstance(moved, Fetched)
        assert isinstance(away, Fetched)
        assert (moved.url, moved.moved_to) == (web.url("/new"), web.url("/new"))
        assert (away.url, away.moved_to) == (web.url("/new"), None)
        partly = await fetched(web, "/partly")
        assert isinstance(partly, Fetched)
        assert (partly.url, partly.moved_to) == (web.url("/new"), web.url("/away"))


async def test_a_move_is_remembered_where_nothing_new_has_come_either() -> None:
    moved = Reply(status=301, headers={"Location": "/new"})
    replies = {"/old": moved, "/new": Reply(status=304)}
    async with serve(replies) as web, a_fetcher(trusted_hosts=[web.trusted]) as fetcher:
        outcome = await fetcher.fetch(web.url("/old"), kind=FEED, etag='"1"', for_owner=True)
        assert outcome == NotModified(moved_to=web.url("/new"))


async def test_redirects_end() -> None:
    hops = {f"/{n}": Reply(status=302, headers={"Location": f"/{n + 1}"}) for n in range(MAX_REDIRECTS + 1)}
    async with serve({**hops, "/loop": Reply(status=302, headers={"Location": "/loop"})}) as web:
        web.replies[f"/{MAX_REDIRECTS + 1}"] = PAGE
        assert await problem(web, "/0") is FetchProblem.REDIRECTS
        assert isinstance(await fetched(web, "/1"), Fetched)
        web.requests.clear()
        assert await problem(web, "/loop") is FetchProblem.REDIRECTS
        assert len(web.requests) == MAX_REDIRECTS + 1


async def test_only_what_is_gone_at_its_own_address_is_gone_for_good() -> None:
    replies = {
        "/gone": Reply(status=410),
        "/for-good": Reply(status=301, headers={"Location": "/gone"}),
        "/for-now": Reply(status=302, headers={"Location": "/for-good"}),
    }
    async with serve(replies) as web:
        found = [await problem(web, path) for path in replies]
    assert found == [FetchProblem.GONE, FetchProblem.GONE, FetchProblem.NOT_FOUND]


async def test_the_log_names_no_path_and_no_query_of_an_address(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", logger="bot")
    async with serve({"/SECRET": PAGE, "/SECRET-304": Reply(status=304)}) as web:
        for path in ("/SECRET", "/SECRET?SECRET", "/SECRET-404", "/SECRET-304"):
            async with a_fetcher(trusted_hosts=[web.trusted]) as fetcher:
                await fetcher.fetch(web.url(path), kind=FEED, etag='"1"', for_owner=True)
        await fetcher.fetch("http://me:SECRET@example.org/SECRET", kind=FEED)
    assert "127.0.0.1" in caplog.text
    assert "SECRET" not in caplog.text


async def test_a_secure_address_never_leads_to_an_insecure_one(monkeypatch: pytest.MonkeyPatch) -> None:
    insecure: list[httpx.Request] = []
    async with a_fetcher(resolver=answers("93.184.216.34")) as fetcher:

        def respond(request: httpx.Request) -> httpx.Response:
            if request.url.scheme == "https":
                return httpx.Response(301, headers={"Location": "http://example.org/"})
            insecure.append(request)
            return httpx.Response(200, headers={"Content-Type": "application/xml"}, content=b"<rss/>")

        access = _Access(trusted=TrustedHosts(), client=httpx.AsyncClient(transport=httpx.MockTransport(respond)))
        monkeypatch.setattr(fetcher, "_owner", access)
        outcome = await fetcher.fetch("https://example.org/", kind=FEED, for_owner=True)
    assert isinstance(outcome, FetchFailed)
    assert outcome.reason is FetchProblem.REDIRECTS
    assert insecure == []


# --- deadlines (row 31) ------------------------------------------------------------------------


async def test_a_drip_ends_at_the_deadline() -> None:
    ok = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    replies = {
        "/body": endless(ok, b"x", pause=0.02),
        "/headers": endless(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n", pause=0.02),
        "/hints": endless(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n", pause=0.02),
        "/silence": says(b"HTTP/1.1 200 OK\r\n", b"", pause=30),
    }
    async with serve(replies) as web:
        for path in replies:
            assert await problem(web, path, timeout=0.3) is FetchProblem.TIMEOUT, path


# --- manners -----------------------------------------------------------------------------------


async def test_no_cookie_comes_back_and_the_environments_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    async with serve({"/": Reply(body=b"x", headers={"Set-Cookie": "a=b; Path=/"})}) as web:
        async with a_fetcher(trusted_hosts=[web.trusted]) as fetcher:
            for _ in range(2):
                assert isinstance(await fetcher.fetch(web.url(), kind=FEED, for_owner=True), Fetched)
        assert not any("cookie" in request.headers for request in web.requests)


async def test_strangers_hosts_are_asked_a_second_apart_and_two_at_a_time() -> None:
    starts: list[float] = []  # of the requests that had to wait
    at_once = most = 0

    async def sleep(seconds: float) -> None:
        starts.append(asyncio.get_running_loop().time() + seconds)

    async def resolve(host: str, port: int) -> Sequence[str]:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.01)
        at_once -= 1
        raise OSError("nowhere")

    async with a_fetcher(resolver=resolve, sleep=sleep) as fetcher:
        await asyncio.gather(*(fetcher.fetch(f"https://one.example/{n}", kind=FEED, for_owner=True) for n in range(5)))
        assert most == 2
        assert len(starts) == 4
        assert min(later - earlier for earlier, later in pairwise(starts)) > 0.9


def test_errors_of_the_client_are_told_apart() -> None:
    key: Any = type("Key", (), {"ssl": True, "host": "x", "port": 443, "is_ssl": True})()
    certificate = aiohttp.ClientConnectorCertificateError(key, ssl.CertificateError("expired"))
    assert failure(certificate).reason is FetchProblem.TLS
    assert failure(aiohttp.InvalidURL("x")).reason is FetchProblem.BAD_URL
    assert failure(ConnectionResetError()).reason is FetchProblem.CONNECT
    assert failure(ConnectionError("400, message:\n  Too many")).detail == "ConnectionError: 400, message: Too many"


def test_the_user_agent_names_tidings_even_when_it_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.guard.metadata.version", lambda name: "1.2.3")
    assert user_agent().startswith("Tidings/1.2.3 ")


async def test_a_host_that_asks_for_a_pause_gets_it_for_all_its_feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.guard.denied_reason", lambda address: None)  # as if they were public
    busy = Reply(status=429, headers={"Retry-After": "120"})
    async with AsyncExitStack() as stack:
        web = await stack.enter_async_context(serve({"/a": busy, "/page": PAGE}))
        settings = {"allowed_ports": (web.port,)}
        fetcher = await stack.enter_async_context(a_fetcher(**settings))
        one, two = (f"http://{host}.example:{web.port}" for host in ("one", "two"))
        first = await fetcher.fetch(f"{one}/a", kind=FEED, for_owner=True)
        second = await fetcher.fetch(f"{one}/b", kind=FEED, for_owner=True)
        page = await fetcher.fetch(f"{one}/page", kind=FetchKind.PAGE, for_owner=True)
        other = await fetcher.fetch(f"{two}/page", kind=FEED, for_owner=True)
    assert isinstance(first, FetchFailed)
    assert isinstance(second, FetchFailed)
    assert (first.reason, second.reason) == (FetchProblem.RATE_LIMITED, FetchProblem.RATE_LIMITED)
    assert second.retry_after is not None
    assert timedelta(seconds=100) < second.retry_after <= timedelta(seconds=120)
    assert isinstance(page, Fetched)
    assert isinstance(other, Fetched)
    assert [request.path for request in web.requests] == ["/a", "/page", "/page"]


async def test_the_owners_own_host_is_asked_again_at_once() -> None:
    async with serve({"/": Reply(status=429)}) as web, a_fetcher(trusted_hosts=[web.trusted]) as fetcher:
        for _ in range(2):
            assert isinstance(await fetcher.fetch(web.url(), kind=FEED, for_owner=True), FetchFailed)
        assert len(web.requests) == 2


def test_what_is_told_of_a_failure_is_what_lies_beneath_it() -> None:
    expired = ssl.SSLCertVerificationError(1, "certificate verify failed")
    expired.verify_message = "certificate has expired"
    key = ConnectionKey("a.example", 443, True, True, None, None, None)
    outcome = failure(aiohttp.ClientConnectorCertificateError(key, expired))
    assert outcome == FetchFailed(reason=FetchProblem.TLS, detail="certificate has expired")
    refused = aiohttp.ClientConnectorError(key, OSError(111, "Connection refused"))
    assert failure(refused) == FetchFailed(reason=FetchProblem.CONNECT, detail="Connection refused")
    assert failure(httpx.ReadError("x\n y")).detail == "ReadError: x y"
