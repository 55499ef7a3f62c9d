from __future__ import annotations

import time

import pytest

from bot.web.meta_refresh import LOOKED_AT_BYTES, refresh_address


def address(markup: str, content_type: str = "text/html") -> str | None:
    return refresh_address(markup.encode(), content_type=content_type)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<meta http-equiv="refresh" content="0; url=/new">', "/new"),
        ("<META HTTP-EQUIV=Refresh CONTENT='5;URL=https://b.example/a?b=1&amp;c=2' />", "https://b.example/a?b=1&c=2"),
        ("""<meta content="0;url='https://b.example/'" http-equiv="refresh">""", "https://b.example/"),
        ('<meta http-equiv="refresh" content="0, https://b.example/">', "https://b.example/"),
        ('<meta http-equiv="refresh" content=";url=/new">', "/new"),
        ('<meta http-equiv="refresh" content="1.5; url = /a b">', "/a b"),
        ('<meta http-equiv="refresh" content="300; url=/front">', None),  # a page of news renews itself
        ('<meta http-equiv="refresh" content="0">', None),
        ('<meta http-equiv="refresh" content=";;;">', None),
        ('<meta http-equiv="refresh" content="never; /new">', None),
        ('<meta http-equiv="refresh" content="0; url=">', None),
        ('<meta name="refresh" content="0; url=/new">', None),
        ('<noscript><meta http-equiv="refresh" content="0; url=/no-script"></noscript>', None),
        ('<!-- <meta http-equiv="refresh" content="0; url=/old"> -->', None),
        ("""<script>x = '<meta http-equiv="refresh" content="0; url=/x">'</script>""", None),
    ],
)
def test_a_page_that_sends_its_readers_on_names_where(tag: str, expected: str | None) -> None:
    assert address(f"<!DOCTYPE html><html><head><title>Moved</title>{tag}</head><body>Moved</body></html>") == expected
    assert address(tag) == (expected if tag.lower().startswith("<meta") else None)


def test_only_a_page_sends_its_readers_on() -> None:
    tag = '<meta http-equiv="refresh" content="0; url=/new">'
    assert address(f"<rss><channel><description>{tag}</description></channel></rss>") is None
    assert address(f"<html>{tag}", content_type="image/png") is None
    assert address("<html>" + " " * LOOKED_AT_BYTES + tag) is None


@pytest.mark.parametrize("piece", ["<meta ", "<!--", "<script>", "<meta a='", '<meta http-equiv="refresh" a', "<title"])
def test_hostile_markup_takes_no_time(piece: str) -> None:
    started = time.process_time()
    address("<html>refresh" + piece * 20_000)
    assert time.process_time() - started < 1.0
