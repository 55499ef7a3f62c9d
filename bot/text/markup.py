"""Escapes, links, shortens and splits the HTML that Tidings sends to Telegram.

Its output stands in classic Telegram HTML and in Rich HTML alike. Foreign text enters only through
`escape` or `link`; foreign HTML never does. https://core.telegram.org/bots/api#html-style
"""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from urllib.parse import quote, urlsplit

from bot.text.characters import EXTENDERS, FLAG_LETTERS, INVISIBLE_OPERATORS, UNSAFE, ZERO_WIDTH_JOINER
from bot.text.patterns import late

# Limits of one classic message or caption, in UTF-16 units after parsing.
TEXT_UNITS = 4096
CAPTION_UNITS = 1024
# Telegram silently loses the formatting and links beyond this many entities.
MAX_ENTITIES = 100
MAX_URL_CHARACTERS = 2048

_UNSAFE = late(f"[{UNSAFE}{INVISIBLE_OPERATORS}]")  # what no message may hold, whatever the source says
_TAG = late(r"<(/?)([a-z][a-z0-9-]*)[^<>]*>")
_EMPTY_ELEMENT = late(r"<([a-z][a-z0-9-]*)(?: [^<>]*)?></\1>")
_EXTENDED = rf"(?:{ZERO_WIDTH_JOINER}[^<&]|[{EXTENDERS}]){{0,12}}"
_FLAG = f"[{FLAG_LETTERS}]{{2}}"
# One character as a reader sees it: an emoji with its joiners, a flag, a letter with its marks.
_CHARACTER = late(rf"(?:{_FLAG}|.){_EXTENDED}", re.DOTALL)
# The same in HTML, where an entity is a character and a tag stands for itself.
_ATOM = late(rf"</?[a-z][a-z0-9-]*[^<>]*>|(?:&[a-zA-Z]+;|&#\d+;|&#x[0-9a-fA-F]+;|{_FLAG}|.){_EXTENDED}", re.DOTALL)
_BREAK_AFTER = frozenset(" \n\t。！？；，、：")  # scripts without spaces break at their punctuation

_FULL_STOPS = ("。", "！", "？")  # which hold their own space


def utf16_length(text: str) -> int:
    """The length of a plain text in UTF-16 units, which Telegram counts: characters beyond U+FFFF count two."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def tidy(text: str) -> str:
    """`text` without the characters that no message may hold."""
    return _UNSAFE.sub("", text)


def escape(text: str) -> str:
    """Any text as the inside of an element or of a double-quoted attribute."""
    safe = tidy(text)
    return safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def plain(html: str) -> str:
    """What a reader sees of `html`: tags gone, entities decoded."""
    return html_entities.unescape(_TAG.sub("", html))


def visible_length(html: str) -> int:
    """UTF-16 units of `html` after parsing: what Telegram's limits count."""
    return utf16_length(plain(html))


def sentences(*texts: str) -> str:
    """Whole sentences one after another: with a space between them, but for scripts without spaces."""
    return "".join(f"{text} " if not text.endswith(_FULL_STOPS) else text for text in texts).rstrip()


def entity_count(html: str) -> int:
    """The number of Telegram entities in `html`; a message may have MAX_ENTITIES."""
    return sum(1 for match in _TAG.finditer(html) if not match[1])


def safe_url(url: str | None) -> str | None:
    """`url` if a reader may be sent there (absolute http or https, no userinfo), else None."""
    cleaned = tidy(url or "").strip()
    if not cleaned or len(cleaned) > MAX_URL_CHARACTERS or "\\" in cleaned:
        return None
    try:
        parts = urlsplit(cleaned)
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        return None
    if re.search(r"[\s<>\"'`{}|^]", parts.netloc):
        return None
    return re.sub(r"\s", lambda space: quote(space[0]), cleaned)


def host(url: str | None) -> str:
    """The host a link leads to, as shown beside it ("bbc.co.uk"); "" for a link that is none."""
    safe = safe_url(url)
    name = (urlsplit(safe).hostname or "") if safe else ""
    return name.removeprefix("www.")


def link(url: str | None, text: str) -> str:
    """`text` linked to `url`; the escaped text alone where the address is not one to send readers to."""
    return linked(url, escape(text))


def linked(url: str | None, html: str) -> str:
    """HTML of this module linked to `url`; alone where the address is not one to send readers to."""
    safe = safe_url(url)
    return f'<a href="{escape(safe)}">{html}</a>' if safe else html


def shorten(text: str, units: int) -> str:
    """`text` cut to at most `units` UTF-16 units, at a word where one is near, marked with an ellipsis."""
    if utf16_length(text) <= units:
        return text
    characters = _CHARACTER.findall(text[:units])
    ends = accumulate(map(utf16_length, characters))
    cut = "".join(character for character, end in zip(characters, ends, strict=True) if end < units)
    space = cut.rfind(" ")
    if space > len(cut) * 0.7:
        cut = cut[:space]
    return cut.rstrip() + "…"


def split_messages(
    blocks: Iterable[str], *, limit: int = TEXT_UNITS, entities: int = MAX_ENTITIES, between: str = "\n\n"
) -> tuple[str, ...]:
    """Blocks of HTML (stories) joined into as few messages as hold them, in order.

    A block moves to the next message as a whole; one that is too large for a message alone is
    split by `split_html`.
    """
    parts: list[str] = []
    current = ""
    for block in blocks:
        joined = f"{current}{between}{block}" if current else block
        if _fits(joined, limit, entities):
            current = joined
            continue
        if current:
            parts.append(current)
        *whole, current = split_html(block, limit=limit, entities=entities) or ("",)
        parts.extend(whole)
    return tuple(part for part in (*parts, current) if plain(part).strip())


def split_html(html: str, *, limit: int = TEXT_UNITS, entities: int = MAX_ENTITIES) -> tuple[str, ...]:
    """Well-formed HTML as parts that each parse alone and keep the limits, in order.

    Breaks at a line, else at a word or a CJK stop, else between two characters as a reader sees
    them; never inside a tag or an entity. Tags open at a break are closed and opened again.
    Only white space at the breaks is lost.
    """
    emptied = 1
    while emptied:
        html, emptied = _EMPTY_ELEMENT.subn("", html)
    atoms = _ATOM.findall(html)
    parts: list[str] = []
    open_tags: list[str] = []
    start = 0
    while start < len(atoms):
        end = _part_end(atoms, start, limit, entities - len(open_tags))
        reopened = "".join(open_tags)
        body = atoms[start:end]
        for atom in body:
            _track(open_tags, atom)
        closing = "".join(f"</{_tag_name(tag)}>" for tag in reversed(open_tags))
        part = "".join((reopened, *_stripped(body), closing))
        if plain(part).strip():
            parts.append(part)
        start = end
    return tuple(parts)


def _fits(html: str, limit: int, entities: int) -> bool:
    return visible_length(html) <= limit and entity_count(html) <= entities


def _is_tag(atom: str) -> bool:
    return _TAG.fullmatch(atom) is not None


def _tag_name(tag: str) -> str:
    match = _TAG.fullmatch(tag)
    return match[2] if match else ""


def _track(open_tags: list[str], atom: str) -> None:
    """Keep the stack of open tags as `atom` leaves it."""
    match = _TAG.fullmatch(atom)
    if match is None:
        return
    if not match[1]:
        open_tags.append(atom)
    elif open_tags and _tag_name(open_tags[-1]) == match[2]:
        open_tags.pop()


def _part_end(atoms: Sequence[str], start: int, limit: int, entities: int) -> int:
    """The index after the last atom of the part that begins at `start`; at least one character is in it."""
    units = opened = 0
    line = word = 0  # the latest positions to break at, and how full the part was at the latest line
    line_units = 0
    characters = 0
    for index in range(start, len(atoms)):
        atom = atoms[index]
        if match := _TAG.fullmatch(atom):
            opened += not match[1]
        else:
            units += utf16_length(html_entities.unescape(atom))
            characters += 1
        if (units > limit and characters > 1) or (opened > entities and characters):
            return _break(atoms, start, (line if line_units * 2 >= limit else 0, word, index))
        if atom == "\n":
            line, line_units = index + 1, units
        if atom in _BREAK_AFTER:
            word = index + 1
    return len(atoms)


def _break(atoms: Sequence[str], start: int, positions: Sequence[int]) -> int:
    """The first position that leaves something before it; tags opened just there go with what follows."""
    position = next(position for position in positions if position > start)
    while position - 1 > start and _is_tag(atoms[position - 1]) and not atoms[position - 1].startswith("</"):
        position -= 1
    return position


def _stripped(body: Sequence[str]) -> list[str]:
    """The atoms without the white space at either end, tags between left standing."""
    kept = list(body)
    for order in (range(len(kept)), range(len(kept) - 1, -1, -1)):
        for index in order:
            if _is_tag(kept[index]):
                continue
            if not kept[index].isspace():
                break
            kept[index] = ""
    return kept
