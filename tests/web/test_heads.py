"""Odd heads of answers: which lines are mended, which are left to the parser to refuse."""

from __future__ import annotations

import pytest

from bot.web.heads import end_of_head, is_head, mended_head, names_body, status_of

OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "head",
    [
        OK + b"\r\n",
        b"HTTP/1.0 404 Not Found\nA: b\n\n",
        b"\r\n" + OK + b"Server: a\r\nX-Long: one\r\n  two\r\n\r\n",
        OK + b"Set-Cookie: a=1\r\nSet-Cookie: a=1\r\n\r\n",
        b"200 OK\r\nX Y: no status\r\n\r\n",
        OK + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\n",
        OK + b"Content-Length: many\r\n\r\n",
        # Where the body ends is in doubt.
        OK + b"Content-Length: 5\0\r\nContent-Length: 10\r\n\r\n",
        OK + b"Content Length: 5\r\nA B: c\r\n\r\n",
        OK + b"Transfer-Encoding: chun\rked\r\nContent-Length: 10\r\n\r\n",
        b"HTTP/1.1 2045 OK\r\nA B: c\r\n\r\n",
    ],
)
def test_a_head_that_is_right_or_says_too_little_stays_as_it_is(head: bytes) -> None:
    assert mended_head(head) == head


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (b"X Y: 1\r\n  folded\r\nA: b", b"A: b\r\n"),
        (b" folded below nothing\r\nA : b", b"A: b\r\n"),
        (b"A: b\r\n  c\r\nnothing", b"A: b c\r\n"),
        (b"A: b\0c\r\nD: e\rf\r\nG: h", b"G: h\r\n"),
        (b"Content-Length: 3\r\nContent-Length: 3, 3\r\nA: b", b"Content-Length: 3\r\nA: b\r\n"),
        (b"Content-Length:\r\nA: b", b"A: b\r\n"),
        (b"Content-Length: 3\r\nTransfer-Encoding: gzip, Chunked", b"Transfer-Encoding: gzip, Chunked\r\n"),
        (b"Connection: keep-alive\r\n: empty", b""),
        (b"Content-Length: 3\r\nContent-Length: 4\r\n<p>", b"Content-Length: 3\r\nContent-Length: 4\r\n"),
    ],
)
def test_a_wrong_line_is_left_out_and_nothing_more_is_read_from_its_connection(lines: bytes, kept: bytes) -> None:
    assert mended_head(OK + lines + b"\r\n\r\n") == b"HTTP/1.1 200 \r\n" + kept + b"Connection: close\r\n\r\n"


@pytest.mark.parametrize("line", [b"ICY 200 OK", b"HTTP/1 200", b"http/2.0 0200 Fine"])
def test_a_status_is_read_in_any_dress(line: bytes) -> None:
    assert mended_head(line + b"\r\nA: b\r\n\r\n") == b"HTTP/1.0 200 \r\nA: b\r\nConnection: close\r\n\r\n"


def test_a_head_is_told_from_a_body_and_ends_with_an_empty_line() -> None:
    assert [is_head(start) for start in (b"", b"\r\nHT", b"icy 200", b"<html>", b"HTML or not")] == [
        *(True, True, True, False, False),
    ]
    assert [end_of_head(answer) for answer in (OK, b"\r\n\r\n" + OK + b"\r\nA", b"ICY 200\n\nA")] == [None, 23, 9]
    assert [status_of(head) for head in (b"\nHTTP/1.1 304", b"<html>")] == [304, 0]
    assert [names_body(OK + line) for line in (b"content-length : 3", b"A: b")] == [True, False]
