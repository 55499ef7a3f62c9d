"""Fetching and talking to Telegram through a real proxy on loopback."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from telegram.error import NetworkError, TimedOut

from bot.chat.application import build_bot_request, new_bot
from bot.config import load_settings
from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchOutcome, FetchProblem
from bot.models.proxies import Proxy
from bot.web.addresses import Target
from bot.web.proxies import is_reached_directly
from tests.botapi import running_playground
from tests.certificates import server_context
from tests.proxy_server import a_proxy
from tests.web.test_fetch import a_fetcher, answers
from tests.web_server import Reply, WebServer, serve

FEED = b"<rss version='2.0'><channel><title>News</title></channel></rss>"
SCHEMES = ["socks5", "socks5h", "http"]
NOWHERE = answers("203.0.113.1")  # were a name resolved here, the guard would refuse this address


async def fetched(proxy: str, web: WebServer, host: str = "news.example", path: str = "/") -> FetchOutcome:
    async with a_fetcher(proxy=Proxy.parse(proxy), resolver=NOWHERE, allowed_ports=(80, 443, web.port)) as fetcher:
        return await fetcher.fetch(web.url(path, host=host), kind=FetchKind.FEED)


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_everything_is_fetched_through_the_proxy_which_resolves_the_names(scheme: str) -> None:
    async with serve({"/": Reply(body=FEED, content_type="text/xml")}) as web, a_proxy() as proxy:
        web.replies["/moved"] = Reply(status=302, headers={"Location": web.url(host="other.example")})
        outcome = await fetched(proxy.url(scheme), web, path="/moved")
        assert isinstance(outcome, Fetched), outcome
        assert outcome.body == FEED
        assert proxy.asked == [("news.example", web.port), ("other.example", web.port)]


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_the_login_of_the_proxy_goes_to_the_proxy_alone(scheme: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    async with serve({"/": Reply(body=FEED)}) as web, a_proxy(login=("me", "p@ss:word")) as proxy:
        assert isinstance(await fetched(proxy.url(scheme, "me:p%40ss%3Aword@"), web), Fetched)
        assert scheme == "http" or "proxy-authorization" not in web.requests[0].headers
        web.requests.clear()
        for wrong in ("", "me:SECRET-guess@"):
            outcome = await fetched(proxy.url(scheme, wrong), web)
            assert isinstance(outcome, FetchFailed)
            assert outcome.reason is FetchProblem.PROXY
            assert "SECRET" not in outcome.detail
        assert web.requests == []
    assert "SECRET" not in caplog.text
    assert "p@ss" not in caplog.text


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://169.254.169.254/",
        "http://[::1]/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://rsshub/",
        "http://nas.local/",
        "http://localhost/",
        "http://news.example:22/",
        "http://me:x@news.example/",
    ],
)
async def test_addresses_local_names_and_ports_are_judged_before_the_proxy_is_asked(scheme: str, address: str) -> None:
    async with serve() as web, a_proxy() as proxy:
        web.replies["/"] = Reply(status=302, headers={"Location": address})
        async with a_fetcher(proxy=Proxy.parse(proxy.url(scheme)), allowed_ports=(80, 443, web.port)) as fetcher:
            assert isinstance(await fetcher.fetch(address, kind=FetchKind.PAGE), FetchFailed)
            assert proxy.asked == []
            redirected = await fetcher.fetch(web.url(host="news.example"), kind=FetchKind.PAGE)
        assert isinstance(redirected, FetchFailed)
        assert proxy.asked == [("news.example", web.port)]


async def test_a_proxy_that_is_away_is_told_apart_from_a_site_that_is() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        away = f"127.0.0.1:{closed.getsockname()[1]}"
        async with serve() as web:
            for scheme in SCHEMES:
                outcome = await fetched(f"{scheme}://{away}", web)
                assert isinstance(outcome, FetchFailed)
                assert outcome.reason is FetchProblem.PROXY, scheme
    async with serve() as web, a_proxy(refuses_with=5) as proxy:
        outcome = await fetched(proxy.url("socks5"), web)
        assert isinstance(outcome, FetchFailed)
        assert outcome.reason is FetchProblem.CONNECT
    async with serve() as web, a_proxy(refuses_with=2) as proxy:
        outcome = await fetched(proxy.url("socks5"), web)
        assert isinstance(outcome, FetchFailed)
        assert outcome.reason is FetchProblem.PROXY


async def test_a_proxy_that_hangs_up_on_a_wrong_login_is_named() -> None:
    async with serve() as web, a_proxy(login=("me", "word")) as proxy:
        proxy.hangs_up = True
        outcome = await fetched(proxy.url("socks5", "me:guess@"), web)
        assert isinstance(outcome, FetchFailed)
        assert (outcome.reason, "login" in outcome.detail) == (FetchProblem.PROXY, True)
        request = build_bot_request(proxy=Proxy.parse(proxy.url("socks5", "me:guess@")))
        with pytest.raises(NetworkError):
            await request.do_request("http://api.telegram.example/", "GET")
        await request.shutdown()


async def test_a_certificate_that_nobody_trusts_is_told_of_the_proxy_or_of_the_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    context = server_context(tmp_path)
    async with serve({"/": Reply(body=FEED)}, context=context) as web:
        async with a_proxy(context=context) as proxy:
            of_the_proxy = await fetched(proxy.url("https"), web)
        async with (
            a_proxy() as proxy,
            a_fetcher(proxy=Proxy.parse(proxy.url("http")), resolver=NOWHERE, allowed_ports=(443, web.port)) as fetcher,
        ):
            of_the_site = await fetcher.fetch(f"https://own.example:{web.port}/", kind=FetchKind.FEED)
    assert [getattr(outcome, "reason", None) for outcome in (of_the_proxy, of_the_site)] == [
        FetchProblem.PROXY,
        FetchProblem.TLS,
    ]


@pytest.mark.parametrize("scheme", ["socks5", "http", "https"])
async def test_encrypted_sites_are_read_through_every_kind_of_proxy(
    scheme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = server_context(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    async with (
        serve({"/": Reply(body=FEED)}, context=context) as web,
        a_proxy(context=context if scheme == "https" else None, login=("me", "word")) as proxy,
    ):
        proxy.ports[443] = web.port
        async with a_fetcher(proxy=Proxy.parse(proxy.url(scheme, "me:word@")), resolver=NOWHERE) as fetcher:
            outcome = await fetcher.fetch("https://own.example/", kind=FetchKind.FEED)
        assert isinstance(outcome, Fetched), outcome
        assert proxy.asked == [("own.example", 443)]
        assert "proxy-authorization" not in web.requests[0].headers


async def test_a_self_signed_server_is_read_once_its_certificate_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serve({"/": Reply(body=FEED)}, context=server_context(tmp_path)) as web:
        address = f"https://own.example:{web.port}/"
        monkeypatch.delenv("SSL_CERT_FILE", raising=False)
        async with a_fetcher(trusted_hosts=["own.example"]) as fetcher:
            outcome = await fetcher.fetch(address, kind=FetchKind.FEED, for_owner=True)
        assert isinstance(outcome, FetchFailed)
        assert outcome.reason is FetchProblem.TLS
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
        async with a_fetcher(trusted_hosts=["own.example"]) as fetcher:
            assert isinstance(await fetcher.fetch(address, kind=FetchKind.FEED, for_owner=True), Fetched)


async def test_the_guard_is_proved_whatever_the_proxy_would_reach() -> None:
    async with a_proxy() as proxy:
        async with a_fetcher(proxy=Proxy.parse(proxy.url("socks5"))) as fetcher:
            await fetcher.self_test()
        assert proxy.asked == []


@pytest.mark.parametrize(
    ("host", "trusted", "directly"),
    [
        ("rsshub", True, True),
        ("10.0.0.5", True, True),
        ("fd00::1", True, True),
        ("rsshub", False, False),
        ("news.example", True, False),
        ("93.184.216.34", True, False),
        ("127.0.0.1", True, False),
        ("localhost", True, False),
    ],
)
def test_only_the_owners_own_network_is_reached_without_the_proxy(host: str, trusted: bool, directly: bool) -> None:
    target = Target(url=f"http://{host}/", scheme="http", host=host, port=80, trusted=trusted)
    assert is_reached_directly(target) is directly


@pytest.mark.parametrize("scheme", SCHEMES)
async def test_telegram_is_reached_through_its_own_proxy(scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with running_playground() as server, a_proxy(login=("me", "word")) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
        settings = load_settings(
            telegram_bot_token=server.token,
            telegram_api_url=server.url,
            telegram_proxy=proxy.url(scheme, "me:word@"),
        )
        async with new_bot(settings) as bot:
            assert bot.username
        assert ("127.0.0.1", int(server.url.rpartition(":")[2])) in proxy.asked


async def test_a_refusing_proxy_is_a_network_error_for_telegram() -> None:
    async with a_proxy(login=("me", "word")) as proxy:
        request = build_bot_request(proxy=Proxy.parse(proxy.url("socks5")))
        with pytest.raises(NetworkError) as caught:
            await request.do_request("http://api.telegram.example/", "GET")
        await request.shutdown()
    assert not isinstance(caught.value, TimedOut)
