"""Cities with 50,000 people and more, states and provinces: their names in many languages, and their time zones. Pure.

Of Taiwan, Japan, Hong Kong, Macau and Singapore also smaller places that have a name in Han characters. `cities.tsv`,
which `tests/text/city_table.py` writes, is kept as bytes and searched as they are: about 3 MB, where a dictionary of
the same names takes 40.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from bot.text.clean import match_key

_LARGE = 2000  # cities of which misspelt names are known


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A place of one time zone. `region` is a state or province of ISO 3166-2, "" where none is known."""

    name: str
    zone: str  # IANA name
    country: str  # ISO 3166
    region: str
    people: int


def place_key(name: str) -> str:
    """A name without case, width, script and accents: "São Paulo" and "sao_paulo" are one."""
    decomposed = unicodedata.normalize("NFKD", match_key(name.replace("_", " ")))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def cities_called(name: str) -> list[City]:
    """The places of this name, largest first; cities before regions."""
    return list(_found(f"|{place_key(name)}|"))


def cities_beginning(name: str, *, most: int) -> list[City]:
    """The largest places with a name that begins so."""
    found: dict[City, None] = {}
    for city in _found(f"|{place_key(name)}"):
        found[city] = None
        if len(found) >= most:
            break
    return list(found)


@lru_cache(maxsize=1)
def large_cities() -> dict[str, City]:
    """The cities with the most people, by their keys: to compare a slip of the pen with."""
    return {place_key(city.name): city for city in map(_city, reversed(_lines()[:_LARGE]))}  # of namesakes the largest


@lru_cache(maxsize=1)
def zone_people() -> Counter[str]:
    """How many people live in each zone, to compare the zones of one country with."""
    people: Counter[str] = Counter()
    for city in map(_city, _lines()):
        people[city.zone] += city.people
    return people


def _found(piece: str) -> Iterator[City]:
    table, wanted = _table(), piece.encode()
    at = table.find(wanted)
    while at >= 0:
        end = table.index(b"\n", at)
        yield _city(table[table.rindex(b"\n", 0, at) + 1 : end].decode())
        at = table.find(wanted, end)


def _lines() -> list[str]:
    return _table().decode().splitlines()[1:]


def _city(line: str) -> City:
    zone, country, region, people, name, _ = line.split("\t")
    return City(name=name, zone=zone, country=country, region=region, people=int(people))


@lru_cache(maxsize=1)
def _table() -> bytes:
    """The heading and the rows, each with a line end behind it."""
    return (resources.files("bot.text") / "cities.tsv").read_text(encoding="utf-8").encode()
