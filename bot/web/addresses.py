"""Decides which web addresses Tidings may dial: rules for URLs, and for the IP address behind a name.

Pure: resolves nothing and opens nothing. Odd spellings of an address ("0x7f000001", "127.1") are not read here: `guard`
judges the address that is dialled, whatever spelling led there.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

import idna

from bot.errors import ConfigError
from bot.models.fetching import FetchProblem
from bot.text.markup import MAX_URL_CHARACTERS

DEFAULT_PORTS = {"http": 80, "https": 443}
PORTS = tuple(DEFAULT_PORTS.values())
HOLDS_A_NAME = "it holds a user name or password, and those are never sent"

_LOCAL_SUFFIXES = (".onion", ".i2p", ".local", ".internal", ".localhost", ".localdomain", ".home.arpa")
_HOST = re.compile(r"(?!-)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_][a-z0-9_-]{0,62})*")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*")
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\\]")
# Characters a URL may hold unescaped in its path and query; the rest is percent-encoded.
_KEPT = "!$&'()*+,-./:;=?@_~%[]"

# Not to be dialled (https://www.iana.org/assignments/iana-ipv4-special-registry/), Azure's 168.63.129.16 included.
_DENIED_V4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
# For IPv6 the allowed range is listed: global unicast, less what tunnels IPv4 or is for documentation only.
_ALLOWED_V6 = ipaddress.IPv6Network("2000::/3")
_DENIED_V6 = tuple(
    ipaddress.IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A URL that may be tried: written in ASCII, without fragment, read the same by every parser."""

    url: str
    scheme: str
    host: str  # ASCII, lower case; an IPv6 address without brackets
    port: int
    trusted: bool  # the owner lets this host through as it is spelled here, wherever it leads


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlRefused:
    """A URL that is not even tried; `detail` is for the log."""

    problem: FetchProblem
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustedHosts:
    """The owner's own hosts, as FETCH_TRUSTED_HOSTS names them; a port of None stands for every port.

    A network covers URLs that spell an address in it, never a name that resolves into it: the DNS of that name may be
    run by anybody.
    """

    hosts: frozenset[tuple[str, int | None]] = frozenset()
    networks: tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...] = ()

    @classmethod
    def parse(cls, entries: Sequence[str]) -> TrustedHosts:
        """Read `host`, `host:port` and CIDR entries; ConfigError names the first that is none of these."""
        hosts: set[tuple[str, int | None]] = set()
        networks: list[ipaddress.IPv4Network | ipaddress.IPv6Network] = []
        for entry in (entry.strip() for entry in entries):
            if "/" in entry:
                networks.append(_network(entry))
            elif entry:
                hosts.add(_host_and_port(entry))
        return cls(hosts=frozenset(hosts), networks=tuple(networks))

    @property
    def listed(self) -> TrustedHosts:
        """Only the hosts that are listed one by one, without the networks."""
        return TrustedHosts(hosts=self.hosts)

    def trusts(self, host: str, port: int) -> bool:
        """Whether a URL with this host and port may lead to private addresses; a listed name may resolve to any."""
        if (host, port) in self.hosts or (host, None) in self.hosts:
            return True
        address = _ip(host)
        return address is not None and any(address in network for network in self.networks)


def check_url(url: str, *, trusted: TrustedHosts, ports: Sequence[int] = PORTS) -> Target | UrlRefused:
    """The target a URL stands for, or why it is not even tried. Nothing is resolved."""
    try:
        return _read_url(url, trusted=trusted, ports=ports)
    except (ValueError, UnicodeError) as error:  # idna.IDNAError is a UnicodeError
        return UrlRefused(problem=FetchProblem.BAD_URL, detail=str(error) or "not a URL")


def denied_reason(address: str) -> str | None:
    """Why the IP address must not be dialled; None if it may. Anything but a plain IP address is denied."""
    parsed = _ip(address)
    if parsed is None:
        return f"{address!r} is not a plain IP address"
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    if isinstance(parsed, ipaddress.IPv4Address):
        allowed = not any(parsed in network for network in _DENIED_V4)
    else:
        allowed = parsed in _ALLOWED_V6 and not any(parsed in network for network in _DENIED_V6)
    return None if allowed else f"{address} is not a public address"


def _read_url(url: str, *, trusted: TrustedHosts, ports: Sequence[int]) -> Target | UrlRefused:
    if len(url) > MAX_URL_CHARACTERS:
        raise ValueError(f"longer than {MAX_URL_CHARACTERS} characters")
    if _FORBIDDEN.search(url):
        raise ValueError("it holds spaces, control characters or backslashes")
    parts = urlsplit(url)
    default_port = DEFAULT_PORTS.get(parts.scheme)
    if default_port is None:
        raise ValueError("only http and https are fetched")
    if "@" in parts.netloc:
        raise ValueError(HOLDS_A_NAME)
    host = _ascii_host(parts.hostname or "", bracketed="[" in parts.netloc)
    port = default_port if parts.port is None else parts.port
    known = trusted.trusts(host, port)
    refusal = None if known and port else _host_refusal(host, port, ports=ports)
    if refusal:
        return UrlRefused(problem=FetchProblem.REFUSED_ADDRESS, detail=refusal)
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port == default_port else f"{shown}:{port}"
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    rebuilt = f"{parts.scheme}://{netloc}{quote(parts.path, safe=_KEPT) or '/'}{query}"
    if len(rebuilt) > MAX_URL_CHARACTERS:  # what a redirect leads to is kept, and must pass here again
        raise ValueError(f"longer than {MAX_URL_CHARACTERS} characters, written in ASCII")
    return Target(url=rebuilt, scheme=parts.scheme, host=host, port=port, trusted=known)


def _host_refusal(host: str, port: int, *, ports: Sequence[int]) -> str | None:
    """Why a host that nobody trusts is not tried: its port, its name, or the address it spells."""
    if port not in ports:
        return f"port {port} is not one of {', '.join(map(str, ports))}"
    if _ip(host) is not None or ":" in host:
        return denied_reason(host)
    if "." not in host or host.endswith(_LOCAL_SUFFIXES):
        return f"{host} is a local name"
    if _NUMBER.fullmatch(host.rpartition(".")[2]):
        return f"{host} spells an address in an odd way"  # no top-level domain is a number
    return None


def _ascii_host(host: str, *, bracketed: bool) -> str:
    """The host in lower-case ASCII; ValueError unless every parser of URLs would read the same."""
    if bracketed:
        return str(ipaddress.IPv6Address(host)) if "%" not in host else host
    host = host.removesuffix(".")
    if not host.isascii():
        encoded = idna.encode(host, uts46=True).decode("ascii").lower()
        if "xn--" not in encoded:
            raise ValueError("the host is spelled with look-alikes of plain letters")
        host = encoded
    if len(host) > 253 or not _HOST.fullmatch(host):
        raise ValueError("there is no proper host in it")
    return host


def _host_and_port(entry: str) -> tuple[str, int | None]:
    bare_v6 = _ip(entry)
    if isinstance(bare_v6, ipaddress.IPv6Address):
        return str(bare_v6), None
    try:
        parts = urlsplit(f"//{entry}")
        if parts.netloc != entry or "@" in entry:
            raise ValueError("not a host")
        return _ascii_host(parts.hostname or "", bracketed="[" in entry), parts.port
    except (ValueError, UnicodeError) as error:
        raise _no_host(entry) from error


def _network(entry: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
    try:
        return ipaddress.ip_network(entry, strict=False)
    except ValueError as error:
        raise _no_host(entry) from error


def _no_host(entry: str) -> ConfigError:
    shown = entry.rpartition("@")[2]  # a password may stand before it
    return ConfigError(f"FETCH_TRUSTED_HOSTS: {shown!r} is not a host, host:port or network (10.0.0.0/8)")


def _ip(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """The address a host spells in full; None for names, short forms and scoped addresses."""
    try:
        parsed = ipaddress.ip_address(host)
    except ValueError:
        return None
    return None if getattr(parsed, "scope_id", None) else parsed
