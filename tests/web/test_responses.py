from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchProblem, NotModified
from bot.web.responses import (
    BodyReader,
    BodyRefused,
    Redirect,
    max_age,
    media_type,
    read_head,
    retry_after,
    takes_type,
    validator,
)
from tests.fakes import NOON


def read(chunks: list[bytes], encoding: str = "", cap: int = 1000) -> bytes:
    reader = BodyReader(encoding, cap=cap)
    for chunk in chunks:
        reader.feed(chunk)
    return reader.finish()


def bare_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@given(st.binary(max_size=400), st.integers(1, 50), st.sampled_from(["", "identity", "gzip", "x-gzip", "deflate"]))
def test_a_body_comes_out_as_it_was_packed(body: bytes, step: int, encoding: str) -> None:
    packers: dict[str, Callable[[bytes], bytes]] = {
        "gzip": gzip.compress, "x-gzip": gzip.compress, "deflate": zlib.compress,
    }  # fmt: skip
    packed = packers.get(encoding, bytes)(body)
    chunks = [packed[at : at + step] for at in range(0, len(packed), step)]
    assert read(chunks, encoding) == body


@pytest.mark.parametrize("step", [1, 7, 1000, 1_000_000])
def test_a_body_much_larger_than_its_packing_comes_out_whole(step: int) -> None:
    body = b"\0" * 300_000 + b"end" + b"\0" * 65_536
    packed = gzip.compress(body)
    chunks = [packed[at : at + step] for at in range(0, len(packed), step)]
    assert read(chunks, "gzip", cap=400_000) == body


def test_deflate_may_lack_its_header() -> None:
    assert read([b"", bare_deflate(b"hello")], "deflate") == b"hello"


@pytest.mark.parametrize("encoding", ["br", "zstd", "gzip, gzip", "compress", "deflate,gzip"])
def test_one_usual_layer_of_packing_is_undone_and_no_other(encoding: str) -> None:
    with pytest.raises(BodyRefused) as refused:
        BodyReader(encoding, cap=10)
    assert refused.value.problem is FetchProblem.BAD_ENCODING


@pytest.mark.parametrize(
    ("chunks", "encoding", "problem"),
    [
        ([b"x" * 600, b"x" * 600], "", FetchProblem.TOO_LARGE),
        ([gzip.compress(b"\0" * 1_000_000)], "gzip", FetchProblem.TOO_LARGE),
        ([gzip.compress(b"\0" * 500_000)], "gzip", FetchProblem.TOO_LARGE),
        ([b"not gzip"], "gzip", FetchProblem.BAD_ENCODING),
        ([gzip.compress(b"cut off")[:-9]], "gzip", FetchProblem.BAD_ENCODING),
    ],
)
def test_oversized_and_broken_bodies_are_refused(chunks: list[bytes], encoding: str, problem: FetchProblem) -> None:
    with pytest.raises(BodyRefused) as refused:
        read(chunks, encoding)
    assert refused.value.problem is problem


def test_a_body_may_fill_its_cap() -> None:
    assert len(read([gzip.compress(b"\0" * 1000)], "gzip")) == 1000


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ("", None)),
        ("Text/HTML", ("text/html", None)),
        ('text/html; q=1; Charset="UTF-8"', ("text/html", "utf-8")),
        ("text/html; charset=", ("text/html", None)),
    ],
)
def test_the_type_and_its_charset(header: str, expected: tuple[str, str | None]) -> None:
    assert media_type(header) == expected


@pytest.mark.parametrize(
    ("kind", "content_type", "taken"),
    [
        (FetchKind.FEED, "application/rss+xml", True),
        (FetchKind.FEED, "text/html", True),
        (FetchKind.FEED, "", True),
        (FetchKind.FEED, "image/png", False),
        (FetchKind.PAGE, "text/html", True),
        (FetchKind.PAGE, "application/pdf", False),
        (FetchKind.PICTURE, "image/webp", True),
        (FetchKind.PICTURE, "image/svg+xml", False),
        (FetchKind.PICTURE, "text/html", False),
        (FetchKind.PICTURE, "application/octet-stream", True),
    ],
)
def test_types_that_are_taken(kind: FetchKind, content_type: str, taken: bool) -> None:
    assert takes_type(kind, content_type) is taken


@pytest.mark.parametrize(
    ("value", "wait"),
    [
        ("120", timedelta(minutes=2)),
        ("1", timedelta(minutes=1)),
        ("99999999999999", timedelta(hours=24)),
        ("Mon, 02 Mar 2026 12:30:00 GMT", timedelta(minutes=30)),
        ("Mon, 02 Mar 2020 12:30:00 GMT", timedelta(minutes=1)),
        ("Monday, 02-Mar-26 12:30:00 GMT", timedelta(minutes=30)),
        ("Mon Mar  2 12:30:00 2026", timedelta(minutes=30)),
        ("soon", None),
        ("", None),
        ("-5", None),
        ("²", None),
    ],
)
def test_the_pause_a_server_asks_for(value: str, wait: timedelta | None) -> None:
    assert retry_after({"retry-after": value}, now=NOON) == wait


@pytest.mark.parametrize(
    ("headers", "age"),
    [
        ({}, None),
        ({"cache-control": "public, max-age=600"}, timedelta(minutes=10)),
        ({"cache-control": 'max-age="600"', "age": "100"}, timedelta(seconds=500)),
        ({"cache-control": "max-age=600", "age": "later"}, timedelta(minutes=10)),
        ({"cache-control": "max-age=600, no-cache"}, None),
        ({"cache-control": "max-age=0"}, None),
        ({"cache-control": "max-age=99999999"}, timedelta(hours=24)),
        ({"cache-control": "max-age=x"}, None),
        ({"expires": "Mon, 02 Mar 2026 13:00:00 GMT"}, timedelta(hours=1)),
        ({"expires": "Mon, 02 Mar 2026 13:00:00 GMT", "date": "Mon, 02 Mar 2026 12:50:00 GMT"}, timedelta(minutes=10)),
        ({"expires": "Mon, 02 Mar 2026 13:00:00 -0000"}, timedelta(hours=1)),
        ({"expires": "0"}, None),
    ],
)
def test_how_long_a_response_stays_fresh(headers: dict[str, str], age: timedelta | None) -> None:
    assert max_age(headers, now=NOON) == age


def test_validators_that_cannot_be_sent_back_are_dropped() -> None:
    assert validator('W/"1"') == 'W/"1"'
    assert [validator(value) for value in (None, "", "ü", "a\r\nb", "x" * 2000)] == [None] * 5


def head(status: int, *, conditional: bool = False, **headers: str) -> object:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    url = "https://example.org/"
    return read_head(status, named, url=url, kind=FetchKind.FEED, conditional=conditional, now=NOON)


def test_what_each_status_means() -> None:
    assert isinstance(head(200, content_type="text/xml"), Fetched)
    assert head(301, location="/x") == Redirect(location="/x", permanent=True)
    assert head(302, location="/x") == Redirect(location="/x", permanent=False)
    assert isinstance(head(304, conditional=True, etag='"2"'), NotModified)
    problems = {status: head(status) for status in (301, 304, 400, 401, 403, 404, 410, 429, 500, 503)}
    assert all(isinstance(problem, FetchFailed) for problem in problems.values())
    assert {s: p.reason for s, p in problems.items() if isinstance(p, FetchFailed)} == {
        301: FetchProblem.STATUS,
        304: FetchProblem.STATUS,
        400: FetchProblem.STATUS,
        401: FetchProblem.FORBIDDEN,
        403: FetchProblem.FORBIDDEN,
        404: FetchProblem.NOT_FOUND,
        410: FetchProblem.GONE,
        429: FetchProblem.RATE_LIMITED,
        500: FetchProblem.SERVER_ERROR,
        503: FetchProblem.SERVER_ERROR,
    }
    wrong = head(200, content_type="video/mp4")
    assert isinstance(wrong, FetchFailed)
    assert wrong.reason is FetchProblem.WRONG_TYPE


@pytest.mark.parametrize(
    ("status", "headers", "problem"),
    [
        (403, {"cf_mitigated": "challenge"}, FetchProblem.ROBOT_CHECK),
        (503, {"cf_mitigated": "challenge", "retry_after": "5"}, FetchProblem.ROBOT_CHECK),
        (403, {"server": "cloudflare"}, FetchProblem.ROBOT_CHECK),
        (403, {"server": "DDoS-Guard"}, FetchProblem.ROBOT_CHECK),
        (403, {"x_datadome": "protected"}, FetchProblem.ROBOT_CHECK),
        (404, {"server": "cloudflare"}, FetchProblem.NOT_FOUND),
        (503, {"server": "cloudflare"}, FetchProblem.SERVER_ERROR),
        (403, {"server": "nginx"}, FetchProblem.FORBIDDEN),
    ],
)
def test_a_guard_that_wants_a_browser_is_told_from_a_plain_refusal(
    status: int, headers: dict[str, str], problem: FetchProblem
) -> None:
    refused = head(status, conditional=False, **headers)
    assert isinstance(refused, FetchFailed)
    assert refused.reason is problem


def test_a_good_answer_may_ask_for_a_pause_in_two_ways() -> None:
    waits = [
        head(200, content_type="text/xml", cache_control="max-age=600", retry_after="3600"),
        head(304, conditional=True, cache_control="max-age=7200", retry_after="3600"),
        head(200, content_type="text/xml"),
    ]
    found = [answer.max_age for answer in waits if isinstance(answer, Fetched | NotModified)]
    assert found == [timedelta(hours=1), timedelta(hours=2), None]
