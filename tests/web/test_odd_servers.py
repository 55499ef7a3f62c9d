"""Servers as they are: what they send against the rules, and what becomes of it. A real server on loopback."""

from __future__ import annotations

import asyncio

import brotli
import pytest

from bot.models.fetching import Credentials, Fetched, FetchFailed, FetchKind, FetchProblem, NotModified
from bot.web.addresses import Target, TrustedHosts, check_url
from bot.web.fetch import MAX_REDIRECTS
from bot.web.heads import MAX_HEAD_BYTES
from bot.web.requests import is_same_origin
from tests.web.test_fetch import PAGE, a_fetcher, fetched, problem, says
from tests.web_server import Reply, Request, serve

FEED = b"<rss version='2.0'><channel><title>News</title></channel></rss>"


def moved_page(address: str, delay: int = 0) -> Reply:
    body = f'<html><head><meta http-equiv="refresh" content="{delay}; url={address}"></head><body>Moved</body></html>'
    return Reply(body=body.encode(), content_type="text/html")


async def test_brotli_is_read_where_a_server_forces_it_and_never_asked_for() -> None:
    packed = Reply(body=brotli.compress(FEED), content_type="text/xml", headers={"Content-Encoding": "br"})
    zeros = brotli.compress(b"\0" * 50_000_000, quality=1)
    bomb = Reply(body=zeros, content_type="text/xml", headers={"Content-Encoding": "br"})
    async with serve({"/": packed, "/bomb": bomb}) as web:
        outcome = await fetched(web)
        assert isinstance(outcome, Fetched)
        assert outcome.body == FEED
        assert web.requests[0].headers["accept-encoding"] == "gzip"
        assert await problem(web, "/bomb") is FetchProblem.TOO_LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "none", "identity", "UTF-8"])
async def test_a_body_that_is_not_packed_is_read_whatever_the_server_calls_it(encoding: str) -> None:
    async with serve({"/": Reply(body=FEED, headers={"Content-Encoding": encoding})}) as web:
        outcome = await fetched(web)
    assert isinstance(outcome, Fetched)
    assert outcome.body == FEED


@pytest.mark.parametrize(
    ("location", "path"),
    [
        (b"/the feed/x y.xml?q=a b", "/the%20feed/x%20y.xml?q=a%20b"),
        ("/ñandú.xml".encode(), "/%C3%B1and%C3%BA.xml"),
        (b'/"quoted"<a>{b}|c^`.xml', "/%22quoted%22%3Ca%3E%7Bb%7D%7Cc%5E%60.xml"),
        (b"/back\\slash.xml", "/back/slash.xml"),
    ],
)
async def test_raw_characters_in_a_redirect_are_escaped(location: bytes, path: str) -> None:
    answer = b"HTTP/1.1 301 Moved\r\nLocation: " + location + b"\r\nContent-Length: 0\r\n\r\n"
    async with serve({"/": says(answer), path: Reply(body=FEED)}) as web:
        outcome = await fetched(web)
        assert isinstance(outcome, Fetched), outcome
        assert web.requests[-1].path == path


async def test_a_cookie_is_given_back_within_one_fetch_and_to_its_host_alone() -> None:
    async def door(writer: asyncio.StreamWriter, request: Request) -> None:
        if "seen=yes" in request.headers.get("cookie", ""):
            writer.write(Reply(body=FEED, content_type="text/xml").encode())
        else:
            writer.write(Reply(status=302, headers={"Set-Cookie": "seen=yes; Path=/", "Location": "/"}).encode())

    async with serve({"/": door}) as web, serve({"/": Reply(body=FEED)}) as elsewhere:
        onward = {"Set-Cookie": "secret=1", "Location": elsewhere.url(host="other.example")}
        web.replies["/out"] = Reply(status=302, headers=onward)
        trusted = [web.trusted, f"other.example:{elsewhere.port}"]
        async with a_fetcher(trusted_hosts=trusted) as fetcher:
            for _ in range(2):
                outcome = await fetcher.fetch(web.url(), kind=FetchKind.FEED, for_owner=True)
                assert isinstance(outcome, Fetched), outcome
            out = await fetcher.fetch(web.url("/out"), kind=FetchKind.FEED, for_owner=True)
        assert isinstance(out, Fetched)
        cookies = [request.headers.get("cookie") for request in web.requests]
        assert cookies == [None, "seen=yes", None, "seen=yes", None]
        assert "cookie" not in elsewhere.requests[0].headers


async def test_a_page_that_sends_its_readers_on_is_followed_and_counts_as_a_redirect() -> None:
    async with serve({"/": moved_page("/feed.xml"), "/feed.xml": Reply(body=FEED)}) as web:
        outcome = await fetched(web)
        assert isinstance(outcome, Fetched)
        assert (outcome.body, outcome.url, outcome.moved_to) == (FEED, web.url("/feed.xml"), None)
        web.replies.update({"/a": moved_page("/b"), "/b": moved_page("/a")})
        web.requests.clear()
        assert await problem(web, "/a") is FetchProblem.REDIRECTS
        assert len(web.requests) == MAX_REDIRECTS + 1


async def test_a_page_leads_nowhere_that_a_redirect_may_not_lead() -> None:
    async with serve({"/": PAGE}) as victim, serve() as web:
        for address in (victim.url(), "file:///etc/passwd", "http://169.254.169.254/", "javascript:alert(1)"):
            web.replies["/"] = moved_page(address)
            assert isinstance(await fetched(web), FetchFailed), address
        assert victim.accepts == 0


async def test_a_header_sends_readers_on_as_a_page_does_and_leads_no_further() -> None:
    async with serve({"/feed.xml": Reply(body=FEED), "/victim": PAGE}) as web, serve({"/": PAGE}) as victim:

        def refreshed(content: str) -> Reply:
            return Reply(body=b"Moved", content_type="text/html", headers={"Refresh": content})

        web.replies["/"] = refreshed("0; url=/feed.xml")
        outcome = await fetched(web)
        assert isinstance(outcome, Fetched)
        assert (outcome.body, outcome.url, outcome.moved_to) == (FEED, web.url("/feed.xml"), None)
        for stays in ("300; url=/feed.xml", "0", "0; url=/"):
            web.replies["/"] = refreshed(stays)
            assert getattr(await fetched(web), "body", None) == b"Moved", stays
        web.replies["/"] = refreshed(f"0;url={victim.url()}")
        assert isinstance(await fetched(web), FetchFailed)
        assert victim.accepts == 0


async def test_a_page_that_renews_itself_is_the_page() -> None:
    async with serve({"/": moved_page("/#top")}) as web:
        outcome = await fetched(web, kind=FetchKind.PAGE)
        assert isinstance(outcome, Fetched)
        assert b"Moved" in outcome.body
        assert len(web.requests) == 1


async def test_a_page_that_renews_itself_to_see_its_cookie_is_asked_again() -> None:
    async def wall(writer: asyncio.StreamWriter, request: Request) -> None:
        if "cookie" in request.headers:
            writer.write(Reply(body=FEED).encode())
        else:
            page = moved_page("/")
            writer.write(Reply(body=page.body, content_type="text/html", headers={"Set-Cookie": "a=b"}).encode())

    async with serve({"/": wall}) as web:
        outcome = await fetched(web)
    assert isinstance(outcome, Fetched)
    assert outcome.body == FEED


CREDENTIALS = Credentials(
    headers=(("Authorization", "Basic SECRET-word"), ("X-Key", "SECRET-key"), ("cookie", "login=SECRET")),
    secrets=("SECRET-word", "SECRET-key", "login=SECRET"),
)


async def test_credentials_go_to_the_sources_own_server_and_are_lost_with_a_redirect_elsewhere(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level("DEBUG")
    async with serve() as web, serve({"/": Reply(body=FEED)}) as elsewhere:
        web.replies["/"] = Reply(status=302, headers={"Location": "/in", "Set-Cookie": "a=b"})
        trusted = [web.trusted, elsewhere.trusted, f"other.example:{web.port}"]
        for address in (elsewhere.url(), web.url("/out", host="other.example")):
            web.replies["/in"] = Reply(status=302, headers={"Location": address})
            web.replies["/out"] = Reply(body=FEED)
            async with a_fetcher(trusted_hosts=trusted) as fetcher:
                outcome = await fetcher.fetch(web.url(), kind=FetchKind.FEED, for_owner=True, credentials=CREDENTIALS)
            assert isinstance(outcome, Fetched), outcome
        first, second, *_ = web.requests
        assert first.headers["authorization"] == second.headers["authorization"] == "Basic SECRET-word"
        assert (first.headers["x-key"], first.headers["cookie"]) == ("SECRET-key", "login=SECRET")
        assert second.headers["cookie"] == "login=SECRET; a=b"
        for request in (web.requests[-1], elsewhere.requests[0]):
            assert not {"authorization", "x-key"} & request.headers.keys()
            assert "login" not in request.headers.get("cookie", "")
    assert "SECRET" not in caplog.text


async def test_a_server_that_repeats_a_secret_does_not_bring_it_into_a_message() -> None:
    credentials = Credentials(headers=(("X-Key", "secret-key"),), secrets=("secret-key",))
    async with (
        serve({"/": Reply(body=b"x", content_type="video/SECRET-key")}) as web,
        a_fetcher(trusted_hosts=[web.trusted]) as fetcher,
    ):
        outcome = await fetcher.fetch(web.url(), kind=FetchKind.FEED, for_owner=True, credentials=credentials)
    assert isinstance(outcome, FetchFailed)
    assert "secret-key" not in outcome.detail


@pytest.mark.parametrize(
    ("there", "shown"),
    [
        ("http://a.example/x", True),
        ("https://a.example/x", True),
        ("https://a.example:8443/x", False),
        ("http://www.a.example/x", False),
        ("http://b.example/x", False),
    ],
)
def test_only_the_same_server_or_its_encrypted_side_is_the_same_origin(there: str, shown: bool) -> None:
    ports = (80, 443, 8443)
    origin, target = (check_url(url, trusted=TrustedHosts(), ports=ports) for url in ("http://a.example/", there))
    assert isinstance(origin, Target)
    assert isinstance(target, Target)
    assert is_same_origin(target, origin) is shown
    assert is_same_origin(origin, target) is (there == "http://a.example/x")


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        (b"<rss version='2.0'><channel></channel></rss>", "<rss"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "Duplicate Content-Length"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 3, 4\r\n\r\nabcd", "Invalid character in Content-Length"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"x" * (MAX_HEAD_BYTES + 1), "Got more than"),
    ],
)
async def test_an_answer_that_is_no_http_is_refused_by_what_is_wrong_with_it(answer: bytes, named: str) -> None:
    async with serve({"/": says(answer)}) as web:
        outcome = await fetched(web)
    assert isinstance(outcome, FetchFailed)
    assert outcome.reason is FetchProblem.BAD_ANSWER
    assert named in outcome.detail


LENGTH = b"Content-Length: %d\r\n" % len(FEED)
CHUNKS = b"%x\r\n%s\r\n0\r\n\r\n" % (len(FEED), FEED)


@pytest.mark.parametrize(
    "answer",
    [
        b"ICY 200 OK\r\n" + LENGTH + b"\r\n" + FEED,
        b"http/1.1  200 OK\r\n" + LENGTH + b"\r\n" + FEED,
        b"HTTP/1 200\r\n\r\n" + FEED,
        "HTTP/1.1 200 Très bien\r\n\r\n".encode("latin-1") + FEED,
        b"HTTP/1.1 200 OK\r\n" + 2 * LENGTH + b"\r\n" + FEED,
        b"HTTP/1.1 200 OK\r\nContent-Length: %d, %d\r\n\r\n" % (len(FEED), len(FEED)) + FEED,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n" + CHUNKS,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: identity\r\n" + LENGTH + b"\r\n" + FEED,
        "HTTP/1.1 200 OK\r\nX-Größe: 3\r\n\r\n".encode() + FEED,
        b"HTTP/1.1 200 OK\r\nFeature Policy: none\r\n<br>Warning: line 3\r\nno colon\r\n" + LENGTH + b"\r\n" + FEED,
        b"HTTP/1.1 103 Early Hints\r\nLink : </a>\r\n\r\nHTTP/1.1 200 OK\r\n" + 2 * LENGTH + b"\r\n" + FEED,
    ],
)
@pytest.mark.parametrize("step", [7, 10_000])
async def test_an_answer_whose_head_is_odd_is_read_as_browsers_read_it(answer: bytes, step: int) -> None:
    pieces = [answer[at : at + step] for at in range(0, len(answer), step)]
    async with serve({"/": says(*pieces)}) as web:
        outcome = await fetched(web)
    assert isinstance(outcome, Fetched), outcome
    assert outcome.body == FEED


async def test_no_body_is_read_where_a_status_has_none_and_the_next_answer_is_the_next_one() -> None:
    unchanged = b"HTTP/1.1 304 Not Modified\r\n" + LENGTH + b"\r\n" + FEED
    async with serve({"/": says(unchanged)}) as web, a_fetcher(trusted_hosts=[web.trusted]) as fetcher:
        outcome = await fetcher.fetch(web.url(), kind=FetchKind.FEED, etag='"1"', for_owner=True)
        assert isinstance(outcome, NotModified), outcome
        web.replies["/"] = Reply(body=FEED)
        outcome = await fetcher.fetch(web.url(), kind=FetchKind.FEED, etag='"1"', for_owner=True)
        assert isinstance(outcome, Fetched), outcome
        web.replies["/"] = says(b"HTTP/1.1 304 Not Modified\r\n\r\n", FEED, pause=0.001)
        outcome = await fetcher.fetch(web.url(), kind=FetchKind.FEED, etag='"1"', for_owner=True)
        assert isinstance(outcome, NotModified), outcome


async def test_a_head_that_breaks_off_is_none() -> None:
    async with serve({"/": says(b"HTTP/1.1 200 OK\r\nContent-Le")}) as web:
        assert await problem(web) is FetchProblem.CONNECT
