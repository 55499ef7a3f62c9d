"""Recognises addresses of public Telegram channels, and gives the page where their posts can be read. Pure."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

CHANNEL_PAGE = "https://t.me/s/"

_HOSTS = frozenset(("t.me", "telegram.me", "telegram.dog"))
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{3,31}")
# The name of "https://name.t.me/7" or "tg://resolve?domain=name&post=7", one of the two groups.
_NAMED_ELSEWHERE = re.compile(
    r"https?://(?!www\.)(\w{4,32})\.t\.me(?=[/?#]|$)|tg:(?://)?resolve\?domain=(\w{4,32})(?=&|$)", re.IGNORECASE
)
# First segments of addresses that lead to something else than a channel (https://core.telegram.org/api/links).
_NOT_NAMES = frozenset(
    (
        *("addemoji", "addlist", "addstickers", "addtheme", "boost", "confirmphone", "contact", "giftcode", "invoice"),
        *("joinchat", "login", "premium_offer", "proxy", "setlanguage", "share", "socks", "stickers"),
    )
)


def is_telegram(url: str | None) -> bool:
    """Whether the address is one of Telegram's own links: a channel, a post, an invitation."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") in _HOSTS
    except ValueError:
        return False


def channel_address(written: str) -> str | None:
    """The page of a channel's posts, for "@name", "t.me/name", "https://t.me/s/name" and links of posts.

    None for everything else, private channels and invitations included: they have no such page. Names stand in lower
    case, as Telegram tells none apart by case.
    """
    written = written.strip()
    if written.startswith("@"):
        return CHANNEL_PAGE + written[1:].lower() if _NAME.fullmatch(written[1:]) else None
    url = written if "://" in written else f"https://{written}"
    if found := _NAMED_ELSEWHERE.match(url):
        url = f"{CHANNEL_PAGE}{found[1] or found[2]}"
    if not url.lower().startswith(("http://", "https://")) or not is_telegram(url):
        return None
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    name = segments[1] if len(segments) > 1 and segments[0] == "s" else segments[0] if segments else ""
    if not _NAME.fullmatch(name) or name.lower() in _NOT_NAMES:
        return None
    return CHANNEL_PAGE + name.lower()
