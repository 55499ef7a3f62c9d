"""The cookies of one fetch: a server that sets one while it redirects gets it back, and nobody else does.

Kept for the exact host that set them and forgotten with the fetch: no site knows Tidings from one reading to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.text.patterns import late

MAX_COOKIES = 20
MAX_COOKIE_CHARS = 4096

_PAIR = late(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+)=([\x21\x23-\x3a\x3c-\x7e\x20\x22]*)")
_PAST = late(
    r";\s*max-age\s*=\s*\"?(?:0|-\d+)|;\s*expires\s*=[^;]*\b(?:19\d\d|200\d|\d\d-[a-z]{3}-70)\b", re.IGNORECASE
)


class Cookies:
    """The cookies that the hosts of one fetch have set."""

    def __init__(self) -> None:
        self._values: dict[str, dict[str, str]] = {}

    def take(self, host: str, set_cookies: Iterable[str]) -> bool:
        """Keep the cookies of these Set-Cookie headers; whether any of them was new or has changed.

        Of their attributes only those that delete a cookie count: a fetch is short, and its cookies never leave `host`.
        """
        held = self._values.setdefault(host, {})
        before = dict(held)
        for line in set_cookies:
            pair = _PAIR.fullmatch(line.partition(";")[0].strip())
            if pair is None or len(pair[0]) > MAX_COOKIE_CHARS:
                continue
            held.pop(pair[1], None)
            if not _PAST.search(line) and len(held) < MAX_COOKIES:
                held[pair[1]] = pair[2]
        return held != before

    def header(self, host: str) -> dict[str, str]:
        """The Cookie header for a request to the host, if there is one."""
        held = self._values.get(host)
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in held.items())} if held else {}
