from __future__ import annotations

import base64

import pytest

from bot.web.redirectors import carried_address
from bot.web.urls import MAX_REDIRECTORS, canonical_url

TARGET = "https://paper.example/2026/a?id=7"
QUOTED = "https%3A%2F%2Fpaper.example%2F2026%2Fa%3Fid%3D7"


def news_token(address: bytes, *, head: bytes = b"\x08\x13\x22", tail: bytes = b"\xd2\x01\x00") -> str:
    size = len(address)
    length = bytes([size]) if size < 128 else bytes([size & 0x7F | 0x80, size >> 7])
    return base64.urlsafe_b64encode(head + length + address + tail).decode().rstrip("=")


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.google.com/url?sa=t&q={QUOTED}&usg=x",
        f"https://www.google.co.uk/url?rct=j&url={QUOTED}&ct=ga",
        f"https://l.facebook.com/l.php?u={QUOTED}&h=AT0",
        f"https://l.instagram.com/?u={QUOTED}&e=1",
        f"https://t.umblr.com/redirect?z={QUOTED}&t=x",
        f"https://www.youtube.com/redirect?event=description&q={QUOTED}",
        f"https://vk.com/away.php?to={QUOTED}",
        f"https://duckduckgo.com/l/?uddg={QUOTED}",
        f"https://link.zhihu.com/?target={QUOTED}",
        f"https://eur01.safelinks.protection.outlook.com/?url={QUOTED}&data=x",
        f"https://href.li/?{TARGET}",
        "https://www.google.com/amp/s/paper.example/2026/a?id=7",
        "https://paper-example.cdn.ampproject.org/c/s/paper.example/2026/a?id=7",
        "https://paper-example.cdn.ampproject.org/v/s/paper.example/2026/a?id=7&usqp=mq331AQ&amp_js_v=0.1",
        f"https://urldefense.com/v3/__{TARGET}__;!!x!y$",
        "https://urldefense.proofpoint.com/v2/url?u=https-3A__paper.example_2026_a-3Fid-3D7&d=x",
        f"https://news.google.com/rss/articles/{news_token(TARGET.encode())}?oc=5",
        f"https://news.google.com/articles/{news_token(TARGET.encode())}",
        f"https://www.google.com/url?q=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3D{QUOTED.replace('%', '%25')}",
    ],
)
def test_the_address_within_an_address_counts(address: str) -> None:
    assert canonical_url(address) == TARGET


def test_an_amp_cache_without_a_mark_means_http() -> None:
    assert carried_address("https://x.cdn.ampproject.org/c/paper.example/a") == "http://paper.example/a"


def test_a_long_address_of_google_news_is_read_whole() -> None:
    target = f"https://paper.example/{'a' * 200}"
    assert carried_address(f"https://news.google.com/rss/articles/{news_token(target.encode())}") == target


@pytest.mark.parametrize(
    "address",
    [
        "https://paper.example/url?q=https://other.example/",
        "https://www.google.com/search?q=https://other.example/",
        "https://www.google.com/url?q=harbour",
        "https://www.google.com/url?q=javascript:alert(1)",
        "https://www.google.com/amp/about",
        "https://www.youtube.com/watch?v=https",
        "https://news.google.com/home?hl=en",
        "https://news.google.com/rss/articles/CBMiYWJj!",
        f"https://news.google.com/rss/articles/{news_token(b'AU_yqLM')}",
        f"https://news.google.com/rss/articles/{news_token(TARGET.encode(), head=b'xxx')}",
        f"https://news.google.com/rss/articles/{news_token('https://päper.example/'.encode())}",
        "https://news.google.com/rss/articles/CBMi",
        "https://news.google.com/rss/articles/A",
        "https://x.cdn.ampproject.org/rtv/01/v0.js",
        "https://urldefense.com/v3/__https://paper.example/*a__;Iw!!x$",
        "https://urldefense.com/v2/x",
        "https://urldefense.proofpoint.com/v2/url?d=x",
        "https://href.li/?x=1",
        "https://www.google.com/url?" + "&".join(f"a{n}=1" for n in range(60)),
        "https://t.co/abc",
    ],
)
def test_what_carries_no_address_stays_as_it_is(address: str) -> None:
    assert carried_address(address) is None
    assert canonical_url(address) is not None


def test_redirectors_within_redirectors_have_an_end() -> None:
    address = TARGET
    for _ in range(MAX_REDIRECTORS + 1):
        address = f"https://href.li/?{address}"
    assert canonical_url(address) is None
    assert canonical_url(address.removeprefix("https://href.li/?").removeprefix("https://href.li/?")) == TARGET
