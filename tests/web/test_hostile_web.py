"""What strangers name and serve, against the guarded client: nothing private is dialled, nothing grows unbounded."""

from __future__ import annotations

import asyncio
import gzip
import json
import socket
import sys
import threading
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchProblem
from bot.web.addresses import denied_reason
from bot.web.fetch import HttpFetcher
from tests.parsers import hungry
from tests.watching import watched
from tests.web.test_fetch import PAGE, a_fetcher, endless, says
from tests.web_server import RawReply, Reply, serve

ROOT = Path(__file__).parent.parent.parent
MIB = 1024  # KiB
OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

# --- row 27: every form of address, every range ------------------------------------------------

RANGES = (
    "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.0",
    "127.255.255.255", "168.63.129.16", "169.254.0.0", "169.254.169.254", "169.254.170.2", "169.254.255.255",
    "172.16.0.0", "172.31.255.255", "192.0.0.0", "192.0.0.192", "192.0.0.255", "192.0.2.1", "192.88.99.1",
    "192.168.0.0", "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.7", "203.0.113.7", "224.0.0.1",
    "239.255.255.255", "240.0.0.1", "255.255.255.255", "100.100.100.200",
)  # fmt: skip
RANGES_V6 = (
    "::", "::1", "::7f00:1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:10.0.0.1",
    "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "64:ff9b::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1",
    "100::1", "2001::1", "2001:1ff::", "2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1", "fc00::1", "fd00::1",
    "fd00:ec2::254", "fe80::1", "fe80::1%25lo", "fe80::1%251", "fec0::1", "ff02::1", "::ffff:127.0.0.1%25lo",
)  # fmt: skip
NAMES = (
    "localhost", "LOCALHOST", "localhost.", "LocalHost.LocalDomain", "localhost.localdomain", "ip6-localhost",
    "router", "db.internal", "x.local", "printer.home.arpa", "metadata.google.internal", "instance-data",
    "hidden.onion", "site.i2p", "any.localhost", "names-lead-here.example", "127.0.0.1.", "127.1", "127.0.1", "0",
    "0x7f000001", "0x7F.0x0.0x0.0x1", "0x7f.1", "017700000001", "0177.0.0.1", "0177.0.0.01", "2130706433",
    "425.510.425.510", "1.2.3.4.5", "127.0.0.1.nip.example",
    "１２７.０.０.１", "①②⑦.⓪.⓪.①", "127。0。0。1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "127%2e0%2e0%2e1", "%31%32%37.0.0.1", "127.0.0.1%00.example.org", "[127.0.0.1]", "[0x7f.1]", "[::1", "::1]",
    "a..b", "-a.example", "xn--a.example",
)  # fmt: skip
FORMS = (
    "http://{here}/", "https://{here}/", "HtTp://{here}/", "http:{here}/", "http:/{here}/", "http:///{here}/",
    "//{here}/", "http://user@{here}/", "http://user:secret@{here}/", "http://example.org@{here}/",
    "http://example.org#@{here}/", "http://{here}#@example.org/", "http://{here}\\@example.org/",
    "http://example.org\\@{here}/", "http://{here}?@example.org/", "http://{here}/%2e%2e/", "http://{here}\t/",
    "http://{here}\r\n/", " http://{here}/", "http://{here}/\x00", "http://{here} /", "feed:http://{here}/",
    "feed://{here}/", "view-source:http://{here}/", "jar:http://{here}!/", "ftp://{here}/", "gopher://{here}/_INFO",
    "dict://{here}/", "ldap://{here}/", "ws://{here}/", "file://{here}/etc/passwd", "unix:/run/x.sock",
)  # fmt: skip
PORTLESS = (
    "file:///etc/passwd",
    "data:text/html,x",
    "javascript:alert(1)",
    "",
    "http://",
    "http://?",
    "http://../",
    "http://:80/",
)


def addresses(port: int) -> list[str]:
    hosts = (*RANGES, *(f"[{address}]" for address in RANGES_V6), *NAMES)
    plain = [f"http://{host}:{port}/" for host in hosts]
    forms = [form.format(here=f"{host}:{port}") for form in FORMS for host in ("127.0.0.1", "names-lead-here.example")]
    other_ports = [f"http://names-lead-here.example:{other}/" for other in (0, 22, 25, 6379, 65536, -1)]
    return [*plain, *(f"http://{host}/" for host in hosts), *forms, *other_ports, *PORTLESS]


async def test_no_form_of_a_private_address_is_dialled_whoever_names_it() -> None:
    async with serve({"/": PAGE}) as victim, serve() as web:
        ports = (80, 443, victim.port)
        async with a_fetcher(trusted_hosts=[web.trusted], allowed_ports=ports) as fetcher:
            with watched("socket.connect") as dialled:
                for address in addresses(victim.port):
                    outcome = await fetcher.fetch(address, kind=FetchKind.PAGE, for_owner=True)
                    assert isinstance(outcome, FetchFailed), address
                assert dialled == []
                for address in addresses(victim.port):
                    web.replies["/"] = Reply(status=302, headers={"Location": address.encode().decode("latin-1")})
                    outcome = await fetcher.fetch(web.url(), kind=FetchKind.PAGE, for_owner=True)
                    assert isinstance(outcome, FetchFailed), address
        assert victim.accepts == 0
        assert {address for _, address in dialled} == {("127.0.0.1", web.port)}


# --- row 28: names that change or never come ---------------------------------------------------


async def test_the_address_that_was_judged_is_the_one_that_is_dialled(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    async def rebinding(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["127.0.0.2"]

    async with serve({"/": PAGE}) as web:
        # As if 127.0.0.1 alone were a public address: the second answer is the private one.
        judge = denied_reason
        monkeypatch.setattr("bot.web.guard.denied_reason", lambda ip: None if ip == "127.0.0.1" else judge(ip))
        async with a_fetcher(resolver=rebinding, allowed_ports=(web.port,)) as fetcher:
            url = web.url(host="rebinds.example")
            with watched("socket.connect") as dialled:
                first = await fetcher.fetch(url, kind=FetchKind.PAGE, for_owner=True)
                assert len(asked) == 1  # no second look between judging and dialling
                second = await fetcher.fetch(url, kind=FetchKind.PAGE, for_owner=True)
    assert isinstance(first, Fetched)
    assert isinstance(second, FetchFailed)
    assert second.reason is FetchProblem.REFUSED_ADDRESS
    assert {address for _, address in dialled} == {("127.0.0.1", web.port)}


async def test_fifty_names_that_the_system_never_finds_hold_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    real = socket.getaddrinfo

    def lookup(host: str, *args: Any, **options: Any) -> list[Any]:
        if host.startswith("slow"):
            released.wait(30)
            raise OSError("no such name")
        return real("127.0.0.1", *args, **options)

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    async with serve({"/": PAGE}) as web:
        fetcher = HttpFetcher(trusted_hosts=["quick.example"], timeout=1.0)
        try:
            waiting = [
                fetcher.fetch(f"https://slow{n}.example/", kind=FetchKind.FEED, for_owner=True) for n in range(50)
            ]
            *slow, quick = await asyncio.gather(
                *waiting, fetcher.fetch(web.url(host="quick.example"), kind=FetchKind.FEED, for_owner=True)
            )
        finally:
            released.set()
            await fetcher.aclose()
    assert isinstance(quick, Fetched)
    assert {outcome.reason for outcome in slow if isinstance(outcome, FetchFailed)} == {FetchProblem.TIMEOUT}


# --- rows 29 and 30: what a hostile body costs -------------------------------------------------


async def memory_of(kind: FetchKind, replies: Mapping[str, Reply | RawReply]) -> dict[str, tuple[str, int]]:
    """For each path: what fetching it in a process of its own gives, and by how many KiB that process grew."""
    async with serve({"/first": PAGE, **replies}) as web:
        urls = [web.url(path) for path in ("/first", *replies)]
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", hungry.__name__, kind, web.trusted, *urls), cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        output, _ = await process.communicate()
        found = json.loads(output)
        return {path: tuple(found[web.url(path)]) for path in replies}


needs_proc = pytest.mark.skipif(
    not hungry.CLEAR.exists(), reason="this system does not tell a process's peak of memory"
)


def zeros(megabytes: int) -> bytes:
    """Gzip of so many megabytes of nothing, a thousandth of their size."""
    packer = zlib.compressobj(9, wbits=31)
    return b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(megabytes)), packer.flush()])


@needs_proc
async def test_redirects_with_huge_bodies_loops_and_too_many_hops_cost_no_memory() -> None:
    huge = b"HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 300000000\r\n\r\n"
    hops = {f"/{n}": Reply(status=302, headers={"Location": f"/{n + 1}"}) for n in range(7)}
    loop = {"/loop": Reply(status=302, headers={"Location": "/loop"})}
    found = await memory_of(FetchKind.PAGE, {"/huge": endless(huge, b"x" * 65_536), "/page": PAGE, **loop, **hops})
    assert found["/huge"][0] == found["/page"][0] == f"Fetched {len(PAGE.body)}"
    assert found["/loop"][0] == found["/0"][0] == "redirects"
    assert max(growth for _, growth in found.values()) < 10 * MIB


@needs_proc
@pytest.mark.no_cover  # it would take minutes traced, and others run the same lines
async def test_bombs_false_lengths_and_endless_bodies_are_refused_at_the_cap_and_cost_no_more_than_it() -> None:
    bomb = zeros(300)
    packed: dict[str, Reply | RawReply] = {
        f"/{encoding.replace(', ', '-')}": Reply(body=bomb, headers={"Content-Encoding": encoding})
        for encoding in ("gzip", "x-gzip", "br", "zstd", "gzip, gzip", "compress")
    }
    replies: dict[str, Reply | RawReply] = {
        **packed,
        "/twice": Reply(body=gzip.compress(bomb), headers={"Content-Encoding": "gzip"}),
        "/deflate": Reply(body=zlib.compress(bytes(60_000_000)), headers={"Content-Encoding": "deflate"}),
        "/too-long": Reply(body=b"x", headers={"Content-Length": "999999999999999999999"}),
        "/too-short": endless(OK + b"Content-Length: 10\r\n\r\n", b"x" * 65_536),
        "/negative": says(OK + b"Content-Length: -1\r\n\r\nx"),
        "/endless": endless(OK + b"\r\n", b"x" * 65_536),
        "/chunked": endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"x" * 65_536 + b"\r\n"),
        "/one-chunk": endless(OK + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n", b"x" * 65_536),
        "/headers": endless(OK, b"X-A: " + b"x" * 8000 + b"\r\n"),
        "/one-header": endless(OK + b"X-A: ", b"x" * 65_536),
    }
    found = await memory_of(FetchKind.FEED, replies)
    # The ten bytes announced, or a broken answer where more of them came at once.
    assert found.pop("/too-short")[0] in ("Fetched 10", "bad-answer")
    assert {path: outcome for path, (outcome, _) in found.items()} == {
        "/gzip": "too-large",
        "/x-gzip": "too-large",
        "/br": "too-large",  # gzip, whatever it is called
        "/zstd": "bad-encoding",
        "/gzip-gzip": "too-large",
        "/compress": "bad-encoding",
        "/twice": "too-large",
        "/deflate": "too-large",
        "/too-long": "bad-answer",  # no length that aiohttp takes for one
        "/negative": "bad-answer",
        "/endless": "too-large",
        "/chunked": "too-large",
        "/one-chunk": "too-large",
        "/headers": "bad-answer",
        "/one-header": "bad-answer",
    }
    assert max(growth for _, growth in found.values()) < 20 * MIB, found
