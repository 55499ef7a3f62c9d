"""Compares addresses of a feed's entries: which parts are the reader's session, and which lead to the next entry. Pure.

An address is an `address_key`: host, path, sorted query, fragment.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from bot.text.patterns import late
from bot.web.sites import is_identifier

# What servers write into every link they give out, another one at each reading: too long for a word or a number that
# somebody chose. Digits alone are the seconds since 1970 at least, letters alone may be a name.
_TOKEN = late(r"(?=[^=]*=[\w%.~-]*\d)(?=[^=]*=[\w%.~-]*[a-z_])[^=]+=[\w%.~-]{8,}|[^=]+=\d{10,}", re.IGNORECASE)
_DIGITS = late(r"\d+")
_NAME = late(r"\d(?:\D*\d){2}|[^\W\d_]+(?:[-_+.%][^\W\d_]+){2}")


def session_names(addresses: Iterable[str | None]) -> frozenset[str]:
    """The parameters that have one value, made by a program, in the addresses of all entries."""
    listed = {address for address in addresses if address}
    values: defaultdict[str, set[str]] = defaultdict(set)
    seen = 0
    for address in listed:
        items = _items(address)
        if not items:
            return frozenset()
        seen += 1
        for item in items:
            values[item.partition("=")[0]].add(item)
    if seen < 2:
        return frozenset()
    shared = {name for name, items in values.items() if len(items) == 1 and all(map(_TOKEN.fullmatch, items))}
    return frozenset(name for name in shared if all(f"{name}=" in address for address in listed))


def without_session(address: str, names: frozenset[str]) -> str:
    """The address without these parameters."""
    head, mark, fragment = address.partition("#")
    page, _, _ = head.partition("?")
    kept = [item for item in _items(address) if item.partition("=")[0] not in names]
    return page + ("?" + "&".join(kept) if kept else "") + mark + fragment


def holds_token(address: str) -> bool:
    """Whether an address holds something that a program made, maybe at this reading."""
    return any(map(_TOKEN.fullmatch, _items(address)))


def differ_in_session(one: str, other: str) -> bool:
    """Whether two addresses are one, but for a parameter that a program made and that does not name an article."""
    ours, theirs = (set(_items(address)) for address in (one, other))
    if one.partition("?")[0] != other.partition("?")[0] or one.partition("#")[2] != other.partition("#")[2]:
        return False
    changed = ours ^ theirs
    names = {item.partition("=")[0] for item in changed}
    return len(names) == 1 and not any(map(is_identifier, names)) and all(map(_TOKEN.fullmatch, changed))


def counts_on(addresses: Sequence[str]) -> bool:
    """Whether the addresses of a list differ in one number alone, which counts the places: "#1", "#2", "#3"."""
    parted = [_DIGITS.split(address) for address in addresses]
    numbers = [list(map(int, _DIGITS.findall(address))) for address in addresses]
    if len(addresses) < 2 or any(words != parted[0] for words in parted):
        return False
    changing = [column for column in zip(*numbers, strict=True) if len(set(column)) > 1]
    return len(changing) == 1 and changing[0][0] in (0, 1) and _ascends(changing[0])


def _ascends(numbers: Sequence[int]) -> bool:
    return list(numbers) == list(range(numbers[0], numbers[0] + len(numbers)))


def names_article(address: str) -> bool:
    """Whether an address holds a number or some words, and not only the name of a section: "/news", "/cat2"."""
    return _NAME.search(address.partition("/")[2]) is not None


def is_of_one_scheme(one: str, other: str) -> bool:
    """Whether two addresses differ in what ends them alone, figures aside: pages of one site that did not move."""
    return _folder(one) == _folder(other)


def _folder(address: str) -> tuple[str, bool]:
    page, _, query = address.partition("#")[0].partition("?")
    return _DIGITS.sub("0", page if query else page.rpartition("/")[0]), bool(query)


def _items(address: str) -> list[str]:
    return address.partition("#")[0].partition("?")[2].split("&") if "?" in address else []
