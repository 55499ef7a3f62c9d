"""Names of a host that nobody elsewhere can own."""

from __future__ import annotations

import pytest

from bot.metrics.hosts import is_private_name


@pytest.mark.parametrize(
    "host",
    [
        "localhost", "LOCALHOST.", "bot", "127.0.0.1", "10.0.0.7", "[::1]", "fe80::1", "nas.local",
        "host.docker.internal", "bot.default.svc.cluster.local", "box.lan", "box.home.arpa", "news.example.org", "",
    ],
)  # fmt: skip
def test_addresses_names_without_a_dot_and_private_ones_are_known(host: str) -> None:
    assert is_private_name(host, own={"news.example.org"})


@pytest.mark.parametrize(
    "host", ["example.com", "127.0.0.1.example.com", "local.example", "nas.notlocal", "x.news.example.org", "1.2.3.4.5"]
)
def test_a_name_of_the_public_dns_is_not(host: str) -> None:
    assert not is_private_name(host, own={"news.example.org"})
