"""Reads the address that a redirector's address carries within itself (pure).

Redirectors are search results, AMP caches, mail guards, "away" pages. Works on the address alone: the target of a short
link, which only its server knows, is not looked up.
"""

from __future__ import annotations

import base64
import binascii
import re
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from bot.text.patterns import late

# Host (without "www.") -> how its path begins, and the parameters that may hold the target.
_BY_PARAMETER: dict[str, tuple[str, tuple[str, ...]]] = {
    "l.facebook.com": ("/l.php", ("u",)),
    "lm.facebook.com": ("/l.php", ("u",)),
    "l.instagram.com": ("/", ("u",)),
    "l.messenger.com": ("/l.php", ("u",)),
    "l.threads.com": ("/", ("u",)),
    "l.threads.net": ("/", ("u",)),
    "t.umblr.com": ("/redirect", ("z",)),
    "out.reddit.com": ("/", ("url",)),
    "vk.com": ("/away.php", ("to",)),
    "away.vk.com": ("/away.php", ("to",)),
    "youtube.com": ("/redirect", ("q",)),
    "linkedin.com": ("/safety/go", ("url",)),
    "duckduckgo.com": ("/l/", ("uddg",)),
    "bing.com": ("/news/apiclick.aspx", ("url",)),
    "steamcommunity.com": ("/linkfilter/", ("u", "url")),
    "slack-redir.net": ("/link", ("url",)),
    "getpocket.com": ("/redirect", ("url",)),
    "flipboard.com": ("/redirect", ("url",)),
    "link.zhihu.com": ("/", ("target",)),
    "link.juejin.cn": ("/", ("target",)),
    "link.jianshu.com": ("/", ("t",)),
    "gitee.com": ("/link", ("target",)),
    "weibo.cn": ("/sinaurl", ("u",)),
    "douban.com": ("/link2/", ("url",)),
    "c.pc.qq.com": ("/", ("pfurl", "url")),
    "go.skimresources.com": ("/", ("url",)),
    "redirect.viglink.com": ("/", ("u",)),
    "click.linksynergy.com": ("/", ("murl",)),
    "awin1.com": ("/cread.php", ("ued",)),
}
_WHOLE_QUERY = frozenset(("href.li", "anonym.to", "hidereferrer.com"))  # https://href.li/?https://…
_GOOGLE = late(r"(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?")
_GOOGLE_AMP = late(r"/amp/(s/)?([^/]+\.[^/]+.*)")
_AMP_CACHE = late(r"/(?:c|v|wp)/(s/)?([^/]+\.[^/]+.*)")
_GOOGLE_NEWS = late(r"/(?:rss/|__i/rss/rd/)?(?:articles|read)/([\w-]+={0,2})")
_NEWS_HEAD = b"\x08\x13\x22"  # fields 1 (a varint, 19) and 4 (bytes) of a protobuf message
_MAIL_GUARD_V3 = late(r"/v3/__([^*]+)__;")
_WEB = late(r"https?://[^/]", re.IGNORECASE)


def carried_address(url: str) -> str | None:
    """The absolute web address within `url` (in normal form), or None where it carries none that can be read."""
    parts = urlsplit(url)
    found = _carried(parts, parts.netloc.removeprefix("www."))
    return found if found and _WEB.match(found) else None


def _carried(parts: SplitResult, host: str) -> str | None:
    if host in _BY_PARAMETER:
        path, names = _BY_PARAMETER[host]
        return _parameter(parts, names) if parts.path.startswith(path) else None
    if host in _WHOLE_QUERY:
        return unquote(parts.query)
    if _GOOGLE.fullmatch(host):
        return _parameter(parts, ("q", "url")) if parts.path == "/url" else _path_address(_GOOGLE_AMP, parts)
    if host == "news.google.com":
        match = _GOOGLE_NEWS.match(parts.path)
        return _news_address(match[1]) if match else None
    if host.endswith(("cdn.ampproject.org", ".bing-amp.com")):
        return _path_address(_AMP_CACHE, parts)
    if host.endswith(".safelinks.protection.outlook.com"):
        return _parameter(parts, ("url",))
    if host == "urldefense.com":
        match = _MAIL_GUARD_V3.match(parts.path + ("?" + parts.query if parts.query else ""))
        return match[1] if match else None
    if host == "urldefense.proofpoint.com":
        # https://help.proofpoint.com: version 2 writes "%" as "-" and "/" as "_".
        written = _parameter(parts, ("u",)) or ""
        return unquote(written.replace("-", "%").replace("_", "/"))
    return None


def _parameter(parts: SplitResult, names: tuple[str, ...]) -> str | None:
    try:
        query = parse_qs(parts.query, max_num_fields=50)
    except ValueError:
        return None
    return next((value for name in names for value in query.get(name, ()) if _WEB.match(value) or "-" in value), None)


def _path_address(pattern: re.Pattern[str], parts: SplitResult) -> str | None:
    """`/c/s/site.example/a` means https, `/c/site.example/a` http (https://amp.dev/documentation, "AMP cache URLs")."""
    match = pattern.fullmatch(parts.path)
    if match is None:
        return None
    scheme = "https" if match[1] else "http"
    return f"{scheme}://{match[2]}" + (f"?{parts.query}" if parts.query else "")


def _news_address(token: str) -> str | None:
    """The target in a token of Google News' older kind, base64 of a protobuf message; the newer kind is a reference."""
    try:
        message = base64.urlsafe_b64decode(token.rstrip("=") + "=" * (-len(token.rstrip("=")) % 4))
    except (binascii.Error, ValueError):
        return None
    if not message.startswith(_NEWS_HEAD):
        return None
    length, start = _varint(message, len(_NEWS_HEAD))
    try:
        return message[start : start + length].decode("ascii")
    except UnicodeDecodeError:
        return None


def _varint(message: bytes, start: int) -> tuple[int, int]:
    """A number of at most two bytes, seven bits each (https://protobuf.dev/programming-guides/encoding/#varints)."""
    low, high = (*message[start : start + 2], 0, 0)[:2]
    return (low, start + 1) if low < 0x80 else ((low & 0x7F) | high << 7, start + 2)
