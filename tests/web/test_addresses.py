from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import ConfigError
from bot.models.fetching import FetchProblem
from bot.text.markup import MAX_URL_CHARACTERS
from bot.web.addresses import Target, TrustedHosts, UrlRefused, check_url, denied_reason

NOBODY = TrustedHosts()


@pytest.mark.parametrize(
    ("url", "rebuilt"),
    [
        ("https://Example.org", "https://example.org/"),
        ("http://example.org:80/a?b=c#part", "http://example.org/a?b=c"),
        ("https://example.org:443/a b".replace(" ", "%20"), "https://example.org/a%20b"),
        ("https://example.org./x", "https://example.org/x"),
        ("https://bücher.example/ä?ö=ü", "https://xn--bcher-kva.example/%C3%A4?%C3%B6=%C3%BC"),
        ("https://例子。中国/新闻", "https://xn--fsqu00a.xn--fiqs8s/%E6%96%B0%E9%97%BB"),
        ("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"),
        ("http://93.184.216.34/", "http://93.184.216.34/"),
        ("https://a_b.example.org/x[1]", "https://a_b.example.org/x[1]"),
    ],
)
def test_a_public_address_is_written_in_one_way(url: str, rebuilt: str) -> None:
    target = check_url(url, trusted=NOBODY)
    assert isinstance(target, Target)
    assert target.url == rebuilt
    assert not target.trusted


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://",
        "http:///x",
        "http://user:secret@example.org/",
        "http://good.example@bad.example/",
        "http://exam ple.org/",
        "http://example.org\\@other.example/",
        "http://example.org/\x00",
        "http://example..org/",
        "http://-a.example/",
        "http://example.org:99999/",
        "http://example.org:x/",
        "http://[::1",
        "http://[1.2.3.4]/",
        "http://ⓔⓧⓐⓜⓟⓛⓔ.org/",
        "http://１２７.０.０.１/",
        "http://" + "a" * 64 + ".example/",
        "http://" + ".".join(["a" * 60] * 5) + "/",
        "http://\u200d.example/",
        "https://example.org/" + "a" * MAX_URL_CHARACTERS,
        "https://example.org/" + "é" * (MAX_URL_CHARACTERS // 3),
    ],
)
def test_what_is_no_web_address_is_not_tried(url: str) -> None:
    refused = check_url(url, trusted=NOBODY)
    assert isinstance(refused, UrlRefused)
    assert refused.problem is FetchProblem.BAD_URL
    assert refused.detail


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.9.9.9/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://172.31.0.1/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/",
        "http://168.63.129.16/",
        "http://100.64.0.1/",
        "http://255.255.255.255/",
        "http://[::]/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[2001::1]/",
        "http://[fe80::1%25eth0]/",
        "http://[fd00::1]/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://router/",
        "http://db.internal/",
        "http://printer.local/",
        "http://a.localhost/",
        "http://x.onion/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://0177.0.0.1/",
        "http://0x7f.0x0.0x0.0x1/",
        "http://1.2.3.4.5/",
        "http://example.org:22/",
        "http://example.org:0/",
        "http://example.org:8080/",
    ],
)
def test_local_addresses_names_and_ports_are_refused(url: str) -> None:
    refused = check_url(url, trusted=NOBODY)
    assert isinstance(refused, UrlRefused)
    assert refused.problem is FetchProblem.REFUSED_ADDRESS


def test_ports_can_be_widened() -> None:
    assert isinstance(check_url("http://example.org:8080/", trusted=NOBODY, ports=(80, 8080)), Target)


@pytest.mark.parametrize(
    ("entries", "url"),
    [
        (["127.0.0.1"], "http://127.0.0.1:49152/feed"),
        (["127.0.0.1:49152"], "http://127.0.0.1:49152/feed"),
        (["rsshub:1200"], "http://rsshub:1200/x"),
        ([" Feeds.Local "], "http://feeds.local/x"),
        (["10.0.0.0/8"], "http://10.9.8.7:8000/"),
        (["::1"], "http://[::1]:81/"),
        (["[::1]:81"], "http://[::1]:81/"),
        (["fd00::/8", ""], "http://[fd00::5]/"),
    ],
)
def test_the_owner_lets_hosts_through(entries: list[str], url: str) -> None:
    target = check_url(url, trusted=TrustedHosts.parse(entries))
    assert isinstance(target, Target)
    assert target.trusted
    assert target.url.startswith(url)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8001/", "http://127.0.0.2:8000/", "http://localhost:8000/"])
def test_trust_in_one_port_is_no_trust_in_another_nor_in_another_host(url: str) -> None:
    assert isinstance(check_url(url, trusted=TrustedHosts.parse(["127.0.0.1:8000"])), UrlRefused)


def test_not_even_a_trusted_host_has_a_port_zero() -> None:
    assert isinstance(check_url("http://127.0.0.1:0/", trusted=TrustedHosts.parse(["127.0.0.1"])), UrlRefused)


@pytest.mark.parametrize(
    "entry", ["http://example.org", "10.0.0.0/40", "user@host", "a b", "host:port", "x/y", "host?x"]
)
def test_a_wrong_trusted_host_is_named(entry: str) -> None:
    with pytest.raises(ConfigError, match="FETCH_TRUSTED_HOSTS"):
        TrustedHosts.parse([entry])


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_may_be_dialled(address: str) -> None:
    assert denied_reason(address) is None


@pytest.mark.parametrize("address", ["", "example.org", "127.1", "fe80::1%eth0", "2606:4700::1%1", "3fff::1"])
def test_anything_but_a_plain_public_address_is_denied(address: str) -> None:
    assert denied_reason(address)


@given(st.ip_addresses(v=4))
def test_no_address_that_python_calls_private_may_be_dialled(address: ipaddress.IPv4Address) -> None:
    if not address.is_global or address.is_multicast:
        assert denied_reason(str(address))
        assert denied_reason(f"::ffff:{address}")


@given(st.ip_addresses(v=6))
def test_only_global_unicast_may_be_dialled(address: ipaddress.IPv6Address) -> None:
    if address not in ipaddress.IPv6Network("2000::/3") and address.ipv4_mapped is None:
        assert denied_reason(str(address))


@given(st.text(max_size=60))
def test_no_text_upsets_the_check_and_what_passes_passes_again(text: str) -> None:
    target = check_url(f"http://{text}", trusted=NOBODY)
    if isinstance(target, Target):
        assert target.url.isascii()
        assert check_url(target.url, trusted=NOBODY) == target
