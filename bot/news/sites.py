"""Tells whether two addresses belong to one site, and whether they are those of one article.

For comparing only: a key is no address to fetch, for nobody knows that a site has the variant left out of it.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

# Hosts that show what the host without them shows.
_VARIANTS = frozenset(("www", "www2", "m", "mobile", "amp", "wap", "touch"))
_AMP_ENDING = re.compile(r"(?:/amp|\.amp|/amp\.html?|[.-]amp(?=\.html?$))(?:\.html?)?/?$", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_VARIANT_PARAMETER = re.compile(
    r"(?:amp|_amp|m|mobile|mobile_view)(?:=(?:1|true|yes|amp)?)?|(?:outputtype|output|type|view|layout)=amp",
    re.IGNORECASE,
)


def registrable(url: str) -> str:
    """The site of a web address as its owner registered it, by the public suffix list: `news.example.co.uk` belongs to
    `example.co.uk`, `ann.blogspot.com` to itself. Where the list knows nothing: the last two parts of the host.
    """
    from tld import get_fld  # a tenth of a second, which the bot itself need not wait for

    host = urlsplit(url).hostname or ""
    if not host or ":" in host or host.replace(".", "").isdigit():
        return host
    found = get_fld(url, fail_silently=True)
    return found or ".".join(host.rsplit(".", 2)[-2:])


def same_host(url: str, other: str) -> bool:
    """Whether two absolute web addresses are asked of one host, whatever the port."""
    return (urlsplit(url).hostname or "") == urlsplit(other).hostname


def same_site(url: str, other: str) -> bool:
    """Whether two absolute web addresses belong to one registrable site."""
    return registrable(url) == registrable(other) != ""


def address_key(url: str) -> str:
    """What the addresses of one article have in common; `url` is in canonical form.

    Scheme, hosts for phones and AMP, AMP's marks in path and query, index pages, a last slash, and the order of
    parameters make no difference.
    """
    parts = urlsplit(url)
    path = _INDEX.sub("/", parts.path)
    path = _AMP_ENDING.sub("", path) or "/"
    if path.lower().startswith("/amp/"):
        path = path[4:]
    kept = sorted(item for item in parts.query.split("&") if item and not _VARIANT_PARAMETER.fullmatch(item))
    return _host(parts.netloc) + (path.rstrip("/") or "/") + ("?" + "&".join(kept) if kept else "")


def _host(netloc: str) -> str:
    labels = netloc.split(".")
    while len(labels) > 2 and labels[0] in _VARIANTS:
        labels = labels[1:]
    # en.m.wikipedia.org
    return ".".join(label for place, label in enumerate(labels) if label != "m" or not 0 < place < len(labels) - 2)
