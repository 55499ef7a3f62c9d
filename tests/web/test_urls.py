from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.urls import canonical_url, feed_url, onward_address, picture_url, site_of, web_url

PIECES = st.sampled_from(
    ["#!/", "#/", "&amp;",
     "http://", "https://", "HTTP://", "example.org", "EXAMPLE.org:443", ":80", "//", "/", "/../", "/./", "..", ".",
     "?", "a=1", "&", "utm_source=x", "fbclid=1", "#f", "%", "%2f", "%7E", "%zz", "%E4%B8", "中文", " ", "\t", "\\",
     "[", "]", "@", ":", "é", "xn--", "\u202e", "|", "'", '"', "<", "+", "1", "\x00", "\ud800", "[::1]", "例え.jp",
     ";", "=", "~", "https://href.li/?", "https://www.google.com/url?q=", "https://x.cdn.ampproject.org/c/s/",
     "https%3A%2F%2F", "www.", "url?q="]
)  # fmt: skip
ADDRESSES = st.one_of(
    st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=12).map("".join),
    st.lists(PIECES, max_size=10).map(lambda pieces: "https://example.org" + "".join(pieces)),
)


@pytest.mark.parametrize(
    ("address", "canonical"),
    [
        ("HTTP://Example.ORG:80", "http://example.org/"),
        ("https://example.org:443/a", "https://example.org/a"),
        ("https://example.org:8443/a", "https://example.org:8443/a"),
        ("https://example.org/a?utm_source=x&id=7&fbclid=1#top", "https://example.org/a?id=7"),
        ("https://example.org/#!/news/7", "https://example.org/#!/news/7"),
        ("https://example.org/a#/news 7/é", "https://example.org/a#/news%207/%C3%A9"),
        ("https://example.org/a#/", "https://example.org/a"),
        ("https://example.org/a?b=1&amp;c=2", "https://example.org/a?b=1&c=2"),
        ("https://example.org/?gclid=1", "https://example.org/"),
        ("https://example.org/a?source=x&uid=3&cid=4&ref=5", "https://example.org/a?source=x&uid=3&cid=4&ref=5"),
        ("https://www.youtube.com/watch?v=1&si=x&feature=share", "https://www.youtube.com/watch?v=1"),
        ("https://example.org/a?si=x&feature=y", "https://example.org/a?si=x&feature=y"),
        ("https://example.org/a?b=&&c", "https://example.org/a?b=&c"),
        ("https://example.org/a/./b/../c", "https://example.org/a/c"),
        ("https://example.org/a/..", "https://example.org/"),
        ("https://example.org/a/.", "https://example.org/a/"),
        ("https://example.org/../../x", "https://example.org/x"),
        ("https://example.org/新聞 1", "https://example.org/%E6%96%B0%E8%81%9E%201"),
        ("https://example.org/%7euser/%2fx", "https://example.org/~user/%2Fx"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://例え.jp/", "https://xn--r8jz45g.jp/"),
        (" https://exa\nmple.org/a\t ", "https://example.org/a"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("https://example.org/a;b=1,2?q=a+b", "https://example.org/a;b=1,2?q=a+b"),
        ("https://example.org/a;jsessionid=1A2B?id=7", "https://example.org/a?id=7"),
        ("https://example.org/a?id=7&PHPSESSID=8fk2&sid=" + "0f" * 16, "https://example.org/a?id=7"),
        ("https://example.org/a?sid=26/11/30/0817", "https://example.org/a?sid=26/11/30/0817"),
    ],
)
def test_an_address_has_one_canonical_form(address: str, canonical: str) -> None:
    assert canonical_url(address) == canonical


@pytest.mark.parametrize(
    "address",
    ["", "example.org", "/a", "//example.org/a", "ftp://example.org/", "javascript:alert(1)", "data:text/html,x",
     "https://", "https://user@example.org/", "https://user:pw@example.org/", "https://exa mple.org/",
     "https://example.org:x/", "https://example.org:99999/", "https://[::1/", "http://exa%6dple.org/",
     "https://example.org/" + "a" * 2048, "x" * 5000, "https://\u2060.example/", "tg://resolve?domain=x",
     "https://example.org/\ud800"],
)  # fmt: skip
def test_what_is_no_absolute_web_address_is_refused(address: str) -> None:
    assert canonical_url(address) is None


@given(ADDRESSES)
def test_canonical_form_is_a_fixed_point(address: str) -> None:
    once = canonical_url(address)
    assert once is None or (canonical_url(once) == once and once.isascii() and once.startswith("http"))


@pytest.mark.parametrize(
    ("address", "base", "resolved"),
    [
        ("/a.jpg", "https://example.org/x/y", "https://example.org/a.jpg"),
        ("../a.jpg?w=1&utm_source=x", "https://example.org/x/y/", "https://example.org/x/a.jpg?w=1&utm_source=x"),
        ("//cdn.example/a.jpg", "http://example.org/", "http://cdn.example/a.jpg"),
        ("//cdn.example/a.jpg", None, "https://cdn.example/a.jpg"),
        ("a.jpg", None, None),
        ("javascript:alert(1)", "https://example.org/", None),
    ],
)
def test_relative_addresses_resolve_against_their_base(address: str, base: str | None, resolved: str | None) -> None:
    assert web_url(address, base) == resolved


def test_the_proxy_before_a_picture_is_dropped() -> None:
    assert picture_url("https://cors.example.dev/?http://img.example/a.jpg") == "http://img.example/a.jpg"
    assert picture_url("https://img.example/cors/?http://x/") == "https://img.example/cors/?http://x/"


def test_the_site_is_the_root_of_an_address() -> None:
    assert site_of("https://example.org/a/b?c") == "https://example.org/"
    assert site_of(None) is None
    assert site_of("nonsense") is None


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("feed://a.example/rss", "http://a.example/rss"),
        ("feed:https://a.example/rss", "https://a.example/rss"),
        ("feed://https://a.example/rss", "https://a.example/rss"),
        ("Pcast://a.example/rss", "http://a.example/rss"),
        ("https://a.example/feed://b", "https://a.example/feed://b"),
        ("feed/rss.xml", "feed/rss.xml"),
        ("feed:8080/rss", "feed:8080/rss"),
    ],
)
def test_a_feeds_scheme_says_nothing_of_how_it_is_fetched(address: str, expected: str) -> None:
    assert feed_url(address) == expected


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("/a b/c d.xml?q=e f", "https://a.example/a%20b/c%20d.xml?q=e%20f"),
        (" https://b.example/x ", "https://b.example/x"),
        ("https://b.example\\x\\y", "https://b.example/x/y"),
        ("/x?path=C:\\y", "https://a.example/x?path=C:%5Cy"),
        ("/tab\tand\x01\x7f", "https://a.example/taband%01%7F"),
        ("", "https://a.example/dir/old"),
        ("new.xml", "https://a.example/dir/new.xml"),
        ("feed://b.example/x", "https://b.example/x"),
        ("http://[::1", "http://[::1"),
    ],
)
def test_raw_characters_of_a_redirect_are_escaped(location: str, expected: str) -> None:
    assert onward_address("https://a.example/dir/old", location) == expected
