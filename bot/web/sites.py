"""Compares web addresses: whether two belong to one host or site, are those of one article, or can be.

An `address_key` is for comparing only, not for fetching: the site may not serve the variant that it spells.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from bot.text.patterns import late

# Hosts that show what the host without them shows.
_VARIANTS = frozenset(("www", "www2", "m", "mobile", "amp", "wap", "touch"))
_AMP_ENDING = late(r"[.-]amp(?=\.html?$)|(?:/amp|\.amp|/amp\.html?)/?$", re.IGNORECASE)
_INDEX = late(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_VARIANT_PARAMETER = late(
    r"(?:amp|_amp|m|mobile|mobile_view)(?:=(?:1|true|yes|amp)?)?|(?:outputtype|output|type|view|layout)=amp",
    re.IGNORECASE,
)
# What a site names as a page's canonical URL where it has none: its root, maybe in one language, or an error page.
_NO_PAGE = late(r"/(?:[a-z]{2}(?:[-_][a-z]{2,4})?/?)?(?:index\.\w+|home|404|error|not-?found)?", re.IGNORECASE)
_UNFILLED = late(r"%7B|\{", re.IGNORECASE)  # a template's variable
# Parameters that tell articles apart; so do all whose value holds a digit.
_IDENTIFIER = late(r"\w*id|article|item|key|name|news|no|num|p|post|q|seq|slug|sn|story|title|url|v", re.IGNORECASE)


def registrable(url: str) -> str:
    """The site of a web address as its owner registered it, by the public suffix list: `news.example.co.uk` belongs to
    `example.co.uk`, `ann.blogspot.com` to itself. Where the list knows nothing: the last two parts of the host.
    """
    from tld import get_fld  # a tenth of a second, which the bot itself need not wait for

    host = host_of(url)
    if not host or ":" in host or host.replace(".", "").isdigit():
        return host
    found = get_fld(url, fail_silently=True)
    return found or ".".join(host.rsplit(".", 2)[-2:])


def host_of(url: str) -> str:
    """The host of an absolute web address, in lower case and without port; "" for none. Logs name it, not the address.

    `bot.text.markup.host` is what a reader sees of it.
    """
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # "https://[site/"
        return ""


def same_host(url: str, other: str) -> bool:
    """Whether two absolute web addresses have one host, whatever the port."""
    return host_of(url) == host_of(other) != ""


def same_site(url: str, other: str) -> bool:
    """Whether two absolute web addresses belong to one registrable site."""
    return registrable(url) == registrable(other) != ""


def address_key(url: str) -> str:
    """The key under which the variants of an article's address are the same; `url` is a canonical URL.

    Scheme, hosts for phones and AMP, signs of AMP in path and query, index pages, a last slash, and the order of
    parameters make no difference.
    """
    parts = urlsplit(url)
    path = _INDEX.sub("/", parts.path)
    path = _AMP_ENDING.sub("", path) or "/"
    if path.lower().startswith("/amp/"):
        path = path[4:]
    kept = sorted(item for item in parts.query.split("&") if item and not _VARIANT_PARAMETER.fullmatch(item))
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return _host(parts.netloc) + (path.rstrip("/") or "/") + ("?" + "&".join(kept) if kept else "") + fragment


def may_stand_for(named: str, own: str) -> bool:
    """Whether the address that a page names as canonical can be that of the page at `own`; both are canonical URLs.

    Many sites name one address for all their pages. So an address is refused if it lies on another site, or identifies
    less: the root, a folder that the page lies in, the page's path without the parameters that tell articles apart.
    """
    if not same_site(named, own) or _UNFILLED.search(named):
        return False
    if address_key(named) == address_key(own):
        return True
    theirs, ours = (urlsplit(f"//{address_key(url)}") for url in (named, own))
    said = [item for item in theirs.query.split("&") if item.partition("=")[2]]
    if not said and (_NO_PAGE.fullmatch(theirs.path) or ours.path.startswith(f"{theirs.path.rstrip('/')}/")):
        return False
    lost = set(ours.query.split("&")) - set(said) if theirs.path == ours.path else ()
    return not any(map(_identifies, lost))


def is_identifier(name: str) -> bool:
    """Whether a parameter of this name tells articles apart, whatever its value is."""
    return _IDENTIFIER.fullmatch(name) is not None


def _identifies(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    return bool(value and is_identifier(name)) or any(map(str.isdigit, value))


def _host(netloc: str) -> str:
    labels = netloc.split(".")
    while len(labels) > 2 and labels[0] in _VARIANTS:
        labels = labels[1:]
    # en.m.wikipedia.org
    return ".".join(label for index, label in enumerate(labels) if label != "m" or not 0 < index < len(labels) - 2)
