"""Finds the time zone a person means: an IANA name, a city, a state, a country, an abbreviation or an offset.

`zone_names` has the names of zones, `cities` those of cities in many languages. Whether this machine knows a zone is
for the caller to check.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.text.characters import UNSPACED
from bot.text.cities import City, cities_beginning, cities_called, large_cities, place_key
from bot.text.cldr import get_global, locale_of
from bot.text.zone_names import abbreviations, canonical, country_codes, older_zone_names, sized_zones, zone_names

MAX_OFFERS = 8
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?00)?")
_FIXED_ZONE = "Etc/GMT"
# The offsets that are no whole hours, by a zone that keeps them all year.
_ODD_OFFSET = re.compile(r"(?:utc|gmt)?\s*\+\s*0?(\d{1,2}):?(\d{2})")
_ODD_ZONES = {
    "3:30": "Asia/Tehran",
    "4:30": "Asia/Kabul",
    "5:30": "Asia/Kolkata",
    "5:45": "Asia/Kathmandu",
    "6:30": "Asia/Yangon",
    "9:30": "Australia/Darwin",
}
_SAINT = re.compile(r"(?:saint|sankt|st\.?) (?=\w)")
_SAINTS = ("saint ", "st. ", "st ")
_NEAR_ENOUGH = 0.75
_WELL_KNOWN = 100_000  # people: a single word of a sentence may be such a city's name
_REGION = 1_000_000  # people: what stands behind a comma is a state, or a city that others lie near
_UNSPACED = re.compile(f"[{UNSPACED}]+")
_MOST_WORDS = 12  # of a text that is looked through for names: each takes 2 ms
_LONGEST_NAME = 3  # words, of a name amid others
_LONGEST_TEXT = 12  # characters without a space between them, such as Chinese
_LONGEST_CODE = 3  # letters, of a country or region
_FAR_LARGER = 10  # times as many people: such a place is meant, the others are named beside it


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """The one zone meant, and those it may be or may be too, largest first, with the cities that led to them."""

    zone: str | None = None
    offers: tuple[str, ...] = ()
    cities: Mapping[str, City] = field(default_factory=dict)  # by zone


def find_zone(text: str) -> Zones:
    """The zone of a place, however it is written ("Europe/Berlin", "new york", "臺北", "Japan", "UTC+8", "PST").

    Where several places have the name, all are offered; one that is far larger than the others is meant besides.
    """
    wanted = place_key(text)
    if not wanted:
        return Zones()
    return _fixed(wanted) or _named(wanted) or _within(text) or _amid(wanted) or _near(wanted)


def _fixed(wanted: str) -> Zones | None:
    """The zone of an offset from UTC."""
    if wanted in ("utc", "gmt"):
        return Zones(zone="UTC")
    if (offset := _OFFSET.fullmatch(wanted)) and int(offset[2]) <= 14:
        hours = int(offset[2])
        sign = "-" if offset[1] == "+" else "+"  # POSIX counts westwards
        return Zones(zone=f"{_FIXED_ZONE}{sign}{hours}" if hours else "UTC")
    if (odd := _ODD_OFFSET.fullmatch(wanted)) and (kept := _ODD_ZONES.get(f"{odd[1]}:{odd[2]}")):
        return Zones(zone=kept)
    return None


def _named(wanted: str) -> Zones | None:
    """The zones of an abbreviation, a place or a country of exactly this name."""
    if zones := abbreviations().get(wanted):
        return Zones(zone=zones[0]) if len(zones) == 1 else Zones(offers=zones)
    called = _called(wanted)
    if zones := zone_names().get(wanted):
        if len(zones) > 1:
            return Zones(offers=zones[:MAX_OFFERS])
        others = _by_zone(_chiefly(wanted, called))
        others.pop(zones[0], None)
        return Zones(zone=zones[0], offers=(zones[0], *others)[:MAX_OFFERS] if others else (), cities=others)
    return _of_cities(_chiefly(wanted, called) or called) if called else _of_code(wanted)


def _chiefly(wanted: str, cities: Iterable[City]) -> list[City]:
    """Those of the cities that have this name first of all, not as one of many."""
    spellings = _spellings(wanted)
    return [city for city in cities if place_key(city.name) in spellings]


def _called(name: str) -> list[City]:
    """The places of this name, however a saint in it is written."""
    wanted = place_key(name)
    return list(dict.fromkeys(city for spelling in _spellings(wanted) for city in cities_called(spelling)))


def _spellings(wanted: str) -> list[str]:
    saint = _SAINT.match(wanted)
    return [wanted] if saint is None else [one + wanted[saint.end() :] for one in _SAINTS]


def _of_code(wanted: str) -> Zones | None:
    """The zones of a country by its code: "HK"."""
    zones = tuple(zone for zone in sized_zones() if get_global("zone_territories")[zone].casefold() == wanted)
    if len(zones) == 1:
        return Zones(zone=canonical(zones[0]))
    return Zones(offers=zones[:MAX_OFFERS]) if zones else None


def _of_cities(found: Sequence[City]) -> Zones:
    by_zone = _by_zone(found)
    zones = tuple(by_zone)[:MAX_OFFERS]
    if len(zones) == 1:
        return Zones(zone=zones[0], cities=by_zone)
    largest, second = (by_zone[zone].people for zone in zones[:2])
    return Zones(zone=zones[0] if largest >= _FAR_LARGER * second else None, offers=zones, cities=by_zone)


def _by_zone(found: Iterable[City]) -> dict[str, City]:
    """The largest city of each zone."""
    cities: dict[str, City] = {}
    ordered = sorted(found, key=lambda city: -city.people)
    for city in [city for city in ordered if city.people] or ordered:  # a district of unknown size has its city's name
        cities.setdefault(canonical(city.zone), city)
    return cities


def _within(text: str) -> Zones | None:
    """The zones of a place whose state or country stands behind a comma: "Portland, Oregon", "Barcelona, Spain"."""
    name, comma, around = text.partition(",")
    where = place_key(around)
    if not comma or not where:
        return None
    return _placed(name, where) or _around(name, where)


def _placed(name: str, where: str) -> Zones | None:
    """The zones of the places of this name in a state or country."""
    code = country_codes().get(where, where.upper())
    regions = {(city.country, city.region) for city in cities_called(where) if city.region}
    if not regions and len(code) > _LONGEST_CODE:
        return None
    found = [
        city
        for city in _called(name)
        if city.country == code or city.region == where.upper() or (city.country, city.region) in regions
    ]
    return _of_cities(found) if found else None


def _around(name: str, where: str) -> Zones | None:
    """The zones of a state or country, for a place there that is not listed; else those of its namesakes."""
    state = [city for city in large_cities().values() if city.country == "US" and city.region == where.upper()]
    is_known = where in country_codes() or any(city.people >= _REGION for city in cities_called(where))
    region = _of_cities(state) if state else _named(where) if is_known else None
    called = _called(name)
    if region is not None:
        return region if called else replace(region, zone=None, offers=region.offers or (str(region.zone),))
    by_zone = _by_zone(called)
    return Zones(offers=tuple(by_zone)[:MAX_OFFERS], cities=by_zone) if called else None


def _amid(wanted: str) -> Zones | None:
    """The zone of a place with its state or country, without a comma; else the zones of names amid other words."""
    words = wanted.split()[:_MOST_WORDS]
    for at in range(1, len(words)):
        if (placed := _placed(" ".join(words[:at]), " ".join(words[at:]))) is not None:
            return placed
    for names in _parts(words):
        zones = dict.fromkeys(zone for name in names for zone in zone_names().get(name, ()))
        by_zone = _by_zone(city for name in names for city in _called(name) if city.people >= _least_people(name))
        if offers := tuple(dict.fromkeys((*zones, *by_zone)))[:MAX_OFFERS]:
            return Zones(offers=offers, cities=by_zone)
    return None


def _least_people(name: str) -> int:
    """How many people a place has at least whose name may be meant amid others; without spaces few words are one."""
    return 0 if _UNSPACED.fullmatch(name) else _WELL_KNOWN


def _parts(words: Sequence[str]) -> Iterator[list[str]]:
    """What may be a name in these words, the longest first; short words mean too much else."""
    for size in range(min(_LONGEST_NAME, len(words) - 1), 0, -1):
        runs = (" ".join(words[at : at + size]) for at in range(len(words) - size + 1))
        yield [run for run in runs if size > 1 or len(run) > 3 or not run.isascii()]
    if len(words) == 1 and not words[0].isascii() and len(words[0]) <= _LONGEST_TEXT:
        (word,) = words
        for size in range(len(word) - 1, 1, -1):
            yield [word[at : at + size] for at in range(len(word) - size + 1)]


def _near(wanted: str) -> Zones:
    """Zones of names that contain this one, or else of cities that begin so, or else of similar names."""
    names = zone_names()
    near = sorted((name for name in names if wanted in name), key=len) if len(wanted) > 1 else []
    if not near and len(wanted) > 2 and (cities := cities_beginning(wanted, most=MAX_OFFERS)):
        by_zone = _by_zone(cities)
        return Zones(offers=tuple(by_zone)[:MAX_OFFERS], cities=by_zone)
    if near:
        offers = dict.fromkeys(zone for name in near for zone in names[name])
        return Zones(offers=tuple(offers)[:MAX_OFFERS])
    known = {name: zones[0] for name, zones in names.items()}
    known |= {name: canonical(city.zone) for name, city in large_cities().items()}
    similar = difflib.get_close_matches(wanted, known, n=MAX_OFFERS, cutoff=_NEAR_ENOUGH)
    by_zone = {known[name]: large_cities()[name] for name in similar if name in large_cities()}
    return Zones(offers=tuple(dict.fromkeys(known[name] for name in similar)), cities=by_zone)


def zone_city(zone: str, language: str) -> str:
    """The zone's city as `language` calls it; offsets as people count them: "UTC+8" for "Etc/GMT-8"."""
    if zone.startswith((f"{_FIXED_ZONE}+", f"{_FIXED_ZONE}-")):
        return "UTC" + zone.removeprefix(_FIXED_ZONE).translate(str.maketrans("+-", "-+"))
    names = locale_of(language).time_zones
    cities = (names.get(spelling, {}).get("city") for spelling in (zone, *older_zone_names().get(canonical(zone), ())))
    translated = next((city for city in cities if city), None)
    return str(translated) if translated else canonical(zone).rpartition("/")[2].replace("_", " ")
