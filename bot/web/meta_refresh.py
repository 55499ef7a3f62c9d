"""Finds where a page sends its readers on: by a `Refresh` header, or by `<meta http-equiv="refresh">`. Pure; follows
nothing.

https://html.spec.whatwg.org/multipage/semantics.html#attr-meta-http-equiv-refresh
"""

from __future__ import annotations

import html
import re

from bot.text.characters import BYTE_ORDER_MARK
from bot.text.patterns import late

LOOKED_AT_BYTES = 65_536  # it stands in the head
MAX_DELAY_SECONDS = 10  # a later one renews a page of news, and does not send on from it

_HTML_TYPES = ("", "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml")
_LOOKS_LIKE_HTML = late(r"\s*+(?:<!--|<!doctype\s+html|<html|<head|<meta|<title|<script)", re.IGNORECASE)
# Their content is none of the page's: a refresh for readers without scripts often leads to a page that says just that.
_ASIDE = late(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|textarea|title)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_META = late(r"<meta\b((?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+')*+)>", re.IGNORECASE)
_ATTRIBUTE = late(r"""([a-z-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""", re.IGNORECASE)
# Browsers want the seconds or "url="; without both it is no address.
_CONTENT = late(
    r"\s*+(?=[\d.]|[;,]\s*+url\s*+=)(\d*+)(?:\.[\d.]*+)?\s*+[;,\s]\s*+(?:url\s*+=\s*+)?+(.+)", re.IGNORECASE | re.DOTALL
)


def refresh_address(body: bytes, *, content_type: str) -> str | None:
    """The address that the page leads on to within MAX_DELAY_SECONDS, as it is written there; None if it does not."""
    start = body[:LOOKED_AT_BYTES].decode("utf-8", "replace")
    if content_type not in _HTML_TYPES or not _LOOKS_LIKE_HTML.match(start.lstrip(BYTE_ORDER_MARK)):
        return None
    if "refresh" not in start.lower():
        return None
    for tag in _META.finditer(_ASIDE.sub("", start)):
        attributes = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(tag[1])}
        if attributes.get("http-equiv", "").strip().lower() == "refresh":
            return address_of_refresh(html.unescape(attributes.get("content", "")))
    return None


def address_of_refresh(content: str) -> str | None:
    """The address in a refresh, header or content of the tag: "0; url='https://…'". None for one that comes late."""
    found = _CONTENT.fullmatch(content)
    if found is None or int(found[1][:9] or 0) > MAX_DELAY_SECONDS:
        return None
    address = found[2].strip()
    if address[:1] in ("'", '"'):
        address = address[1:].partition(address[0])[0].strip()
    return address or None
