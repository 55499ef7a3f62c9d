from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.sites import address_key, host_of, may_stand_for, registrable, same_host, same_site
from bot.web.urls import canonical_url


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.paper.co.uk/a", "paper.co.uk"),
        ("https://news.paper.com.hk/", "paper.com.hk"),
        ("https://ann.blogspot.com/", "ann.blogspot.com"),
        ("https://ann.github.io/x", "ann.github.io"),
        ("https://www.paper.example/", "paper.example"),
        ("https://192.0.2.7/", "192.0.2.7"),
        ("https://[2001:db8::1]/", "2001:db8::1"),
        ("nonsense", ""),
    ],
)
def test_the_site_is_what_its_owner_registered(url: str, site: str) -> None:
    assert registrable(url) == site


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://News.Example:8443/a?b", "news.example"),
        ("http://[2001:db8::1]/", "2001:db8::1"),
        ("https://[news.example/", ""),
        ("card:12", ""),
        ("", ""),
    ],
)
def test_the_host_is_that_of_any_text(url: str, host: str) -> None:
    assert host_of(url) == host


def test_addresses_without_a_host_share_none() -> None:
    assert same_host("https://news.example/a", "http://NEWS.example:80/b")
    assert not same_host("https://news.example/", "https://other.example/")
    assert not same_host("posts", "posts")


def test_two_addresses_are_of_one_site_or_not() -> None:
    assert same_site("https://m.paper.com/a", "https://www.paper.com/b")
    assert not same_site("https://ann.github.io/", "https://bob.github.io/")
    assert not same_site("nonsense", "nonsense")


KEY = "paper.example/2026/a?id=7"


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.example/2026/a?id=7",
        "http://www.paper.example/2026/a/?id=7",
        "https://m.paper.example/2026/a?id=7",
        "https://amp.www.paper.example/2026/a?id=7",
        "https://paper.example/amp/2026/a?id=7",
        "https://paper.example/2026/a/amp/?id=7",
        "https://paper.example/2026/a.amp?id=7",
        "https://paper.example/2026/a/amp.html?id=7",
        "https://paper.example/2026/a?outputType=amp&id=7",
        "https://paper.example/2026/a?id=7&amp=1",
        "https://paper.example/2026/a/index.html?id=7",
    ],
)
def test_the_variants_of_an_address_have_one_key(url: str) -> None:
    assert address_key(url) == KEY


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://en.m.wikipedia.org/wiki/Tide", "en.wikipedia.org/wiki/Tide"),
        ("https://m.example/a", "m.example/a"),
        ("https://paper.example/", "paper.example/"),
        ("https://paper.example/amp", "paper.example/"),
        ("https://paper.example/index.php", "paper.example/"),
        ("https://paper.example:8443/a", "paper.example:8443/a"),
        ("https://paper.example/a?b=2&a=1&m=2", "paper.example/a?a=1&b=2&m=2"),
        ("https://paper.example/Lamp", "paper.example/Lamp"),
        ("https://paper.example/champ.html", "paper.example/champ.html"),
        ("https://paper.example/a-amp.html", "paper.example/a.html"),  # not that of /a, another article
        ("https://paper.example/a.amp.html", "paper.example/a.html"),
        ("https://paper.example/#/news/7", "paper.example/#/news/7"),
    ],
)
def test_what_else_an_address_says_stays_in_its_key(url: str, key: str) -> None:
    assert address_key(url) == key


@given(
    st.lists(st.sampled_from(["m.", "www.", "amp.", "a.", "/amp", "/a", ".amp", "/index.html", "?amp=1", "&b=1", "/"]))
)
def test_a_key_is_made_of_every_address_that_is_one(pieces: list[str]) -> None:
    hosts = "".join(piece for piece in pieces if piece.endswith("."))
    rest = "".join(piece for piece in pieces if not piece.endswith("."))
    url = canonical_url(f"https://{hosts}paper.example{rest}")
    assert url is None or "/" in address_key(url)


@pytest.mark.parametrize(
    ("named", "own"),
    [
        ("https://paper.example/a", "https://m.paper.example/a"),
        ("https://paper.example/a", "https://paper.example/a/amp"),
        ("https://paper.example/a", "https://paper.example/a?ref=rss"),
        ("https://paper.example/2026/the-bridge", "https://paper.example/?p=7"),
        ("https://paper.example/?p=7", "https://paper.example/2026/the-bridge"),
        ("https://paper.example/read?id=7", "https://paper.example/read?from=x&id=7"),
        ("https://paper.example/", "https://www.paper.example/"),
        ("https://paper.example/news-7", "https://paper.example/news"),
    ],
)
def test_an_address_that_a_page_names_may_stand_for_its_own(named: str, own: str) -> None:
    assert may_stand_for(named, own)


@pytest.mark.parametrize(
    ("named", "own"),
    [
        ("https://other.example/a", "https://paper.example/a"),
        ("https://paper.example/", "https://paper.example/a"),
        ("https://paper.example/en/", "https://paper.example/a"),
        ("https://paper.example/?p=", "https://paper.example/a"),
        ("https://paper.example/404", "https://paper.example/a"),
        ("https://paper.example/home", "https://paper.example/a"),
        ("https://paper.example/news", "https://paper.example/news/2026/a"),
        ("https://paper.example/read.php", "https://paper.example/read.php?id=7"),
        ("https://paper.example/read.php", "https://paper.example/read.php?x=7"),
        ("https://paper.example/read", "https://paper.example/read?story=the-bridge"),
        ("https://paper.example/read?id=8", "https://paper.example/read?id=7"),
        ("https://paper.example/%7B%7Burl%7D%7D", "https://paper.example/a"),
    ],
)
def test_one_that_a_site_names_for_many_pages_may_not(named: str, own: str) -> None:
    assert not may_stand_for(named, own)
