"""Tells whose clocks the words beside a time mean: "Berlin", "heure de Paris", "Pacific", "北京时间". Pure.

The names are those by which people set their own zone (`zone_names`), but are looked for in the table as it is: to make
all of them takes a quarter of a second and 20 MB, in each process that parses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from bot.text.cities import cities_called, place_key
from bot.text.schedule import all_zones
from bot.text.words import any_of, merged

MANY_PEOPLE = 1_000_000  # live in another place of the name: it may be meant (Georgia)
MAX_WORDS = 6
LARGE_CITY = 100_000  # people of a city by which a line is dated; "Date" has fewer
FAR_LARGER = 10  # times as many people has the one of two that is meant for sure
NOWHERE = "?"  # a zone that nobody can tell

_LINK = re.compile(r"^\w{1,3}['’]?\s+")  # "in", "de", "à"
_TAIL = re.compile(r"\s+\w{1,3}\.?$")  # "am", "el", "kl."
_EDGES = " .,;|/()[]（）【】–—-"
_NO_TOWN = "Antarctica/"  # by CLDR its Troll is called "World"
_AREAS_OF_CLOCKS = ("us", "canada", "etc", "brazil", "mexico", "chile", "systemv")  # "Mexico/General" is no place


@lru_cache(maxsize=256)
def zones_of_words(said: str) -> frozenset[str]:
    """The IANA zones that the words beside a time may mean; none for words that name none."""
    said = said.strip(_EDGES)
    if len(said.split()) > MAX_WORDS:
        return frozenset()
    bare = _sign().sub(" ", said).strip(_EDGES)
    for name in (said, bare, _LINK.sub("", bare)):
        if zones := frozenset(_called(place_key(name))):
            # "Georgia time" is what the country's clocks are called, "Georgia" may be the state.
            return zones if bare != said else zones | _elsewhere(name)
    return frozenset()


@lru_cache(maxsize=256)
def zones_of_place(said: str) -> frozenset[str]:
    """The IANA zones of the places that a date's line may name: clocks, countries, large cities, states.

    NOWHERE for the name of small places alone: others of the name may be meant, which no table holds.
    """
    said = said.strip(_EDGES)
    names = (said, *(name for name in (_LINK.sub("", said), _TAIL.sub("", said)) if len(name) > 3))
    found = next(filter(None, map(cities_called, names)), [])
    most = max((city.people for city in found), default=0)
    large = {city.zone for city in found if city.people * FAR_LARGER >= most} if most >= LARGE_CITY else set()
    return zones_of_words(said) | large or frozenset((NOWHERE,) if found else ())


def _called(key: str) -> Iterator[str]:
    if key in _places():
        yield _places()[key]
    table, wanted = _table(), f"\t{key}\t"
    at = table.find(wanted) if key else -1
    while at >= 0:
        kind, _, zones = table[at + len(wanted) : table.index("\n", at)].partition("\t")
        if kind != "country":
            yield from (zone for zone in zones.split() if not zone.startswith(_NO_TOWN))
        at = table.find(wanted, at + 1)


def _elsewhere(name: str) -> frozenset[str]:
    """The zones of large places of this name; of clocks ("Pacific") there are none."""
    is_clock = place_key(name) in map(place_key, merged().places.zones)
    return frozenset(city.zone for city in cities_called(name) if city.people >= MANY_PEOPLE and not is_clock)


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    """The zones by their own names and places ("Europe/Berlin", "Berlin"), and by those that CLDR does not know."""
    found = {}
    for zone in all_zones():
        area, _, place = zone.partition("/")
        if place:
            found[place_key(zone)] = zone
        if place and "/" not in place and area.casefold() not in _AREAS_OF_CLOCKS:
            found[place_key(place)] = zone
    return found | {place_key(name): zone for name, zone in merged().places.zones.items()}


@lru_cache(maxsize=1)
def _table() -> str:
    return (resources.files("bot.text") / "zone_names.tsv").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _sign() -> re.Pattern[str]:
    """What makes words the name of a zone: "time", "heure de"."""
    signs = sorted(map(str.casefold, merged().dates.zone_signs), key=len, reverse=True)
    return re.compile(rf"(?<![a-z]){any_of(map(re.escape, signs))}(?![a-z])")
