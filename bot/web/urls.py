"""Brings web addresses into canonical form. Judges how an address is written, not where it leads: `guard` does."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

import idna

from bot.text.characters import BYTE_ORDER_MARK, LINE_SEPARATORS
from bot.text.markup import MAX_URL_CHARACTERS
from bot.text.patterns import late
from bot.web.addresses import DEFAULT_PORTS
from bot.web.redirectors import carried_address

MAX_REDIRECTORS = 8  # one within the other; an address with more is none

_HOST = late(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\]")
_SPACE_OR_CONTROL = late(rf"[\x00-\x20\x7f-\xa0{LINE_SEPARATORS}{BYTE_ORDER_MARK}]")
_ESCAPE = late(r"%([0-9a-fA-F]{2})")
_ROUTE = late(r"!?/\S|!\w")  # of a site that is one page of script: https://site/#/news/7
_STRAY_PERCENT = late(r"%(?![0-9a-fA-F]{2})")
# An absolute address that is in normal form as it stands: most of them.
_NORMAL = late(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/(?!\.)[A-Za-z0-9._~-]*)+(?:\?[A-Za-z0-9._~=&-]+)?")
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
# Parameters that say where a reader came from, not what is read. A list of our own: those of libraries (courlan's, for
# one) drop "source", "uid" and "cid" as well, by which many a site tells its articles apart.
_TRACKING = late(
    r"(?:(?:utm|mtm|matomo|piwik|hsa|itm|vero|oly|mkt)_\w+|"
    r"pk_(?:campaign|kwd|source|medium|content|cid|keyword)|at_(?:medium|campaign|custom\d|format|link_\w+|bbc_team)|"
    r"fbclid|fb_(?:action_ids|action_types|source|ref)|gclid|gclsrc|gad_source|gad_campaignid|dclid|gbraid|wbraid|msclkid|"
    r"twclid|ttclid|yclid|ysclid|li_fat_id|epik|irclickid|scclid|rdt_cid|igshid|igsh|mibextid|mc_cid|mc_eid|_ga|_gl|_hsenc|"
    r"_hsmi|__hs(?:tc|sc|fp)|__twitter_impression|hsctatracking|wickedid|wt_(?:mc|zmc|rss)(?:_\w+)?|wtmc|wtrid|ncid|cmpid|"
    r"cmp|ocid|icid|ito|xtor|xtref|smid|smtyp|soc_src|soc_trk|sfnsn|usqp|amp_js_v|amp_gsa|"
    r"ns_(?:mchannel|source|campaign|linkname|fee)|spm|scm|share_(?:token|source|medium|tag|session_id|from)|"
    r"from_source|from_spmid|vd_source|guccounter|guce_referrer(?:_sig)?|s_cid|sr_share|_branch_match_id|"
    r"traffic_source|trk(?:campaign|info)|sc_(?:campaign|channel|content|medium|outcome|geo|country))",
    re.IGNORECASE,
)
# The reader's session, which old servers write into every link they give out: another one at each reading of a feed.
_SESSION = late(
    r"(?:phpsessid|jsessionid|aspsessionid[a-z]{8}|cfid|cftoken|zenid|oscsid|xtcsid)(?:=.*)?|(?:sid|s)=[0-9a-f]{32}|"
    r"(?:sess|sess_?id|session|session_?id|session_?key)=[0-9a-z]{16,}",
    re.IGNORECASE,
)
_SESSION_IN_PATH = late(r";(?:jsessionid|phpsessid)=[^/?#;]*", re.IGNORECASE)
_SHARING = late(r"feature|si|pp", re.IGNORECASE)  # tracking on these sites, elsewhere who knows
_SHARING_SITES = frozenset(("www.youtube.com", "m.youtube.com", "youtube.com", "youtu.be", "open.spotify.com"))
# How readers' buttons write a feed's address: "feed://host/path", "feed:https://host/path".
_FEED_SCHEME = late(r"\s*(?:feed|pcast|itpc|rss):(?:(?://)?(?=(https?):)|//)", re.IGNORECASE)
# Browsers read these as part of an address, servers send them raw (https://url.spec.whatwg.org/#url-parsing).
_RAW = late(r"[\x00-\x20\x7f-\xa0]")
# `https://cors.example/?https://site/picture.jpg`: generators put pictures behind such proxies.
_CORS_PROXY = late(r"https?://[^/?#]*cors[^/?#]*/\??(?=https?:/)", re.IGNORECASE)


def web_url(address: str, base_url: str | None = None) -> str | None:
    """The absolute http(s) address in normal form, or None if it is none.

    A relative address resolves against `base_url`; without one "//host/" means https. Fragments are dropped, except
    those that name a page of their own ("#!/news/7"). "&amp;" is read as "&": some sources escape twice.

    Refused: other schemes, user names, no host, over MAX_URL_CHARACTERS characters.
    """
    address = address.strip().replace("&amp;", "&")
    if len(address) <= MAX_URL_CHARACTERS and _NORMAL.fullmatch(address):
        return address
    return _web_url(address, base_url) if len(address) <= 2 * MAX_URL_CHARACTERS else None


@lru_cache(maxsize=256)  # an article names its picture and its site several times
def _web_url(address: str, base_url: str | None) -> str | None:
    try:
        parts = urlsplit(_absolute(address, base_url))
        netloc = _netloc(parts)
        path = quote(_tidy_escapes(parts.path), safe="/:@!$&'()*+,;=-._~%") or "/"
        fragment = parts.fragment if _ROUTE.match(parts.fragment) else ""
        fragment = quote(_tidy_escapes(fragment), safe="/?:@!$&'()*+,;=-._~%")
        query = quote(_tidy_escapes(parts.query), safe="/?:@!$&'()*+,;=-._~%[]|")
    except ValueError:
        return None
    if netloc is None:
        return None
    url = urlunsplit((parts.scheme, netloc, _without_dots(path), query, fragment))
    return url if len(url) <= MAX_URL_CHARACTERS else None


def canonical_url(url: str) -> str | None:
    """The address that identifies an article: as `web_url`, without tracking and sessions, and behind redirectors.

    An address that only leads on to one that it carries is replaced by that (`redirectors`). Idempotent. None if it
    is no absolute web address.
    """
    if url.lstrip().startswith("//"):
        return None
    address = web_url(url)
    for _ in range(MAX_REDIRECTORS):
        if address is None:
            return None
        address = _untracked(address)
        carried = carried_address(address)
        inner = web_url(carried) if carried else None
        if inner is None:
            return address
        address = inner
    return None


def _untracked(address: str) -> str:
    if ";" in address:
        address = _SESSION_IN_PATH.sub("", address)
    parts = urlsplit(address)
    if not parts.query:
        return address
    kept = [item for item in parts.query.split("&") if item and not _is_tracking(item, parts.netloc)]
    return urlunsplit(parts._replace(query="&".join(kept)))


def _is_tracking(item: str, host: str) -> bool:
    """Whether an item of a query says who reads, or where that person came from."""
    name = item.partition("=")[0]
    is_sharing = host in _SHARING_SITES and _SHARING.fullmatch(name)
    return bool(is_sharing or _TRACKING.fullmatch(name) or _SESSION.fullmatch(item))


def picture_url(address: str, base_url: str | None = None) -> str | None:
    """As `web_url`, without the CORS proxy that generators put before pictures."""
    return web_url(_CORS_PROXY.sub("", address.strip()), base_url)


def feed_url(address: str, *, scheme: str = "http://") -> str:
    """The address without the `feed:` before it, which says nothing of how it is fetched; others unchanged.

    "feed://host/path" names no scheme: it gets the one given.
    """
    found = _FEED_SCHEME.match(address)
    if found is None:
        return address
    rest = address[found.end() :]
    return rest if found[1] else scheme + rest


def onward_address(url: str, location: str) -> str:
    """The address that `location`, the word of a server at `url`, stands for: raw spaces and the like are escaped.

    It may be any address: whoever follows it judges it first.
    """
    location = feed_url(re.sub(r"[\t\r\n]", "", location.strip()), scheme=f"{urlsplit(url).scheme}://")
    path, mark, query = location.partition("?")
    path = path.replace("\\", "/")  # as browsers do
    try:
        return urljoin(url, _RAW.sub(lambda raw: quote(raw[0]), path + mark + query.replace("\\", "%5C")))
    except ValueError:  # an address with half of a bracket
        return location


def site_of(url: str | None) -> str | None:
    """The root of the address's site, "https://host/"; None for None or no address."""
    address = web_url(url) if url else None
    return address[: address.index("/", len("https://")) + 1] if address else None


def _absolute(address: str, base_url: str | None) -> str:
    # Browsers drop tabs and newlines within addresses and spaces around them (https://url.spec.whatwg.org/).
    address = re.sub(r"[\t\r\n]", "", address)
    if base_url:
        return urljoin(base_url, address)
    return f"https:{address}" if address.startswith("//") else address


def _netloc(parts: SplitResult) -> str | None:
    if parts.scheme not in DEFAULT_PORTS or parts.username is not None or parts.password is not None:
        return None
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    elif not host.isascii():
        host = idna.encode(host, uts46=True).decode("ascii")
    if not _HOST.fullmatch(host):
        return None
    port = parts.port
    return host if port in (None, DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"


def _tidy_escapes(text: str) -> str:
    text = _SPACE_OR_CONTROL.sub(lambda match: quote(match[0]), _STRAY_PERCENT.sub("%25", text))
    return _ESCAPE.sub(_tidy_escape, text)


def _tidy_escape(match: re.Match[str]) -> str:
    value = int(match[1], 16)
    return chr(value) if value in _UNRESERVED else match[0].upper()


def _without_dots(path: str) -> str:
    """Dot segments removed as in RFC 3986, section 5.2.4; empty segments stay."""
    if "/." not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for segment in segments:
        if segment == "..":
            kept = kept[:-1]
        elif segment != ".":
            kept.append(segment)
    ends_open = segments[-1] in (".", "..") and (not kept or kept[-1] != "")
    return "/" + "/".join(kept + [""] * ends_open)
