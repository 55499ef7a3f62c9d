from __future__ import annotations

from datetime import timedelta

import pytest

from bot.models.fetching import Fetched, FetchFailed, FetchKind, FetchProblem, NotModified
from bot.web.responses import (
    Redirect,
    max_age,
    media_type,
    read_head,
    retry_after,
    takes_type,
    validator,
)
from tests.fakes import NOON


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("", ("", None)),
        ("Text/HTML", ("text/html", None)),
        ('text/html; q=1; Charset="UTF-8"', ("text/html", "utf-8")),
        ("text/html; charset=", ("text/html", None)),
        ("text/plain; charset=latin-1, text/html; charset=utf-8", ("text/html", "utf-8")),
        ("text/plain; charset=latin-1, text/html", ("text/html", None)),
        ("text/html; charset=koi8-r, text/html", ("text/html", "koi8-r")),
        ("text/html; charset=utf-8, */*", ("text/html", "utf-8")),
        ("text/html,", ("text/html", None)),
        ('application/atom+xml; profile="a,b"; charset=koi8-r', ("application/atom+xml", "koi8-r")),
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
        (FetchKind.FEED, "application/x-gzip", True),
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
