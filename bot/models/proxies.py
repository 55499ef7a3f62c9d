"""The proxy servers that the owner names in FETCH_PROXY and TELEGRAM_PROXY. Opens no connection."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443, "socks5": 1080}
_HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9a-fA-F:.]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxy:
    """An HTTP or SOCKS5 proxy. It resolves the names of the hosts that are asked for."""

    scheme: str  # http, https (TLS to the proxy itself) or socks5
    host: str
    port: int
    username: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def parse(cls, address: str) -> Proxy:
        """Read `socks5://user:password@host:1080`; a ValueError never quotes the address: it may hold a password."""
        try:
            parts = urlsplit(address.strip())
            scheme, port = parts.scheme.removesuffix("h") if parts.scheme == "socks5h" else parts.scheme, parts.port
        except ValueError:
            scheme, port = "", None
        if scheme not in _DEFAULT_PORTS or not _HOST.fullmatch(parts.hostname or "") or port == 0:
            raise ValueError("expected http://, https:// or socks5://, then host:port (before it user:password@)")
        if parts.path not in ("", "/") or parts.query or parts.fragment:
            raise ValueError("expected nothing behind the proxy's port")
        return cls(
            scheme=scheme,
            host=parts.hostname or "",
            port=port or _DEFAULT_PORTS[scheme],
            username=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )

    @property
    def url(self) -> str:
        """Its address without user name and password."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}:{self.port}"
