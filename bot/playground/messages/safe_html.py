"""Makes HTML that is safe to insert into the page: escaped text, links of known schemes, live commands.

Every text of a message passes through here; its own tags and attributes never reach the page.
"""

from __future__ import annotations

import re
import unicodedata
from html import escape
from urllib.parse import urlsplit

LINK_SCHEMES = frozenset({"http", "https", "tg", "mailto", "tel", "ton", "tonsite"})
_DETECTED = re.compile(
    r"(?P<url>https?://[^\s<>\"'，。！？；：、）】》]*[^\s<>\"'，。！？；：、）】》.,:;!?)\]])"
    r"|(?<![\w/@])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/])"
    r"|(?<![\w/@])(?P<mention>@[A-Za-z0-9_]{4,32})\b"
    r"|(?<![\w&/])(?P<hashtag>#[^\W\d]\w{0,255})"
)


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def detect(text: str) -> list[tuple[str, int, int]]:
    """The entities that Telegram detects in plain text: (entity type, start, end), in characters."""
    found = []
    for match in _DETECTED.finditer(text):
        kind = match.lastgroup or ""
        found.append((kind, match.start(kind), match.end(kind)))
    return found


def safe_link(url: str) -> str | None:
    """The address if Telegram would make a link of it, else None. A missing scheme means http."""
    url = url.strip()
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", url) is None:
        url = f"http://{url}"
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    scheme = parts.scheme.lower()
    if scheme not in LINK_SCHEMES or any(character.isspace() or character < " " for character in url):
        return None
    if scheme in ("http", "https") and not re.search(r"[^.]\.[^.]|^localhost$|:", parts.hostname or ""):
        return None
    return url


def anchor(url: str, inner: str) -> str:
    """A link that opens outside the page; `inner` is safe HTML already."""
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{inner}</a>'


def plain(text: str, *, breaks: bool = True) -> str:
    """Escaped text; line ends become `<br>` unless they stand in preformatted text."""
    safe = escape(text)
    return safe.replace("\n", "<br>") if breaks else safe


def linked(text: str, *, breaks: bool = True) -> str:
    """Escaped text with web addresses, commands, mentions and hashtags made clickable or highlighted."""
    parts, at = [], 0
    for kind, start, end in detect(text):
        parts.append(plain(text[at:start], breaks=breaks))
        inner = plain(text[start:end])
        match kind:
            case "url":
                parts.append(anchor(text[start:end], inner))
            case "bot_command":
                parts.append(f'<a class="command" data-command="{inner}" href="#">{inner}</a>')
            case _:
                parts.append(f'<span class="{kind}">{inner}</span>')
        at = end
    return "".join([*parts, plain(text[at:], breaks=breaks)])


def is_rtl(text: str) -> bool:
    """Whether the first letter with a direction runs from right to left."""
    for character in text:
        match unicodedata.bidirectional(character):
            case "L":
                return False
            case "R" | "AL":
                return True
    return False
