"""Finds the time zone a person means: an IANA name, a city, a country or an offset, in the languages of the interface.

Names come from CLDR (babel). Whether this machine knows a zone is for the caller to check.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from babel.core import get_global

from bot.text.cldr import locale_of
from bot.text.clean import match_key
from bot.text.words import merged
from bot.texts import languages

MAX_OFFERS = 8
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?00)?")
_FIXED_ZONE = "Etc/GMT"
# The offsets that are no whole hours, by a zone that keeps them all year.
_ODD_OFFSET = re.compile(r"(?:utc|gmt)?\s*\+\s*0?(\d{1,2}:?\d{2})")
_ODD_ZONES = {
    "3:30": "Asia/Tehran",
    "4:30": "Asia/Kabul",
    "5:30": "Asia/Kolkata",
    "5:45": "Asia/Kathmandu",
    "6:30": "Asia/Yangon",
    "9:30": "Australia/Darwin",
}
_NEAR_ENOUGH = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class Zones:
    """The one zone meant, or those it may be, best first."""

    zone: str | None = None
    offers: tuple[str, ...] = ()


def find_zone(text: str) -> Zones:
    """The zone of a place, however it is written ("Europe/Berlin", "new york", "臺北", "Japan", "UTC+8")."""
    wanted = _key(text)
    if not wanted:
        return Zones()
    if wanted in ("utc", "gmt"):
        return Zones(zone="UTC")
    if (offset := _OFFSET.fullmatch(wanted)) and int(offset[2]) <= 14:
        hours = int(offset[2])
        sign = "-" if offset[1] == "+" else "+"  # POSIX counts westwards
        return Zones(zone=f"{_FIXED_ZONE}{sign}{hours}" if hours else "UTC")
    if (odd := _ODD_OFFSET.fullmatch(wanted)) and (kept := _ODD_ZONES.get(odd[1])):
        return Zones(zone=kept)
    names = _names()
    zones = names.get(wanted, ())
    if len(zones) == 1:
        return Zones(zone=zones[0])
    if zones:
        return Zones(offers=zones[:MAX_OFFERS])
    near = [name for name in names if wanted in name] if len(wanted) > 1 else []
    near = sorted(near, key=len) or difflib.get_close_matches(wanted, names, n=MAX_OFFERS, cutoff=_NEAR_ENOUGH)
    offers = dict.fromkeys(zone for name in near for zone in names[name])
    return Zones(offers=tuple(offers)[:MAX_OFFERS])


def zone_city(zone: str, language: str) -> str:
    """The zone's city as `language` calls it; offsets as people count them: "UTC+8" for "Etc/GMT-8"."""
    if zone.startswith((f"{_FIXED_ZONE}+", f"{_FIXED_ZONE}-")):
        return "UTC" + zone.removeprefix(_FIXED_ZONE).translate(str.maketrans("+-", "-+"))
    names = locale_of(language).time_zones
    cities = (names.get(spelling, {}).get("city") for spelling in (zone, *_older_names().get(_canonical(zone), ())))
    translated = next((city for city in cities if city), None)
    return str(translated) if translated else _canonical(zone).rpartition("/")[2].replace("_", " ")


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, ...]]:
    """Every name a zone may be found by, as match keys."""
    found: dict[str, dict[str, None]] = {}

    def add(name: str, zone: str) -> None:
        found.setdefault(_key(name), {})[_canonical(zone)] = None

    places = merged().places
    territories = get_global("zone_territories")
    aliases = get_global("zone_aliases")
    # The zones most people of a large country live in come first.
    usual = set(get_global("windows_zone_mapping").values())
    zones = sorted(territories, key=lambda zone: (zone not in usual, zone))
    for name, zone in places.zones.items():
        add(name, zone)
    for zone in (*territories, *aliases):
        if "/" in zone and not zone.startswith(("Etc/", "SystemV/", "US/", "Canada/")):
            add(zone, zone)
            add(zone.rpartition("/")[2], zone)
    for locale in map(locale_of, languages()):
        for zone in zones:
            if "/" in zone and not zone.startswith("Etc/"):
                add(locale.time_zones.get(zone, {}).get("city", ""), zone)
                add(locale.territories.get(territories[zone], ""), zone)
    for name, country in places.countries.items():
        for zone in zones:
            if territories[zone] == country:
                add(name, zone)
    return {name: tuple(zones) for name, zones in found.items() if name}


@lru_cache(maxsize=1)
def _older_names() -> dict[str, tuple[str, ...]]:
    """The other names of each zone: CLDR keeps its translations under the oldest ("Asia/Calcutta")."""
    older: dict[str, tuple[str, ...]] = {}
    for alias, zone in get_global("zone_aliases").items():
        older[zone] = (*older.get(zone, ()), alias)
    return older


def _canonical(zone: str) -> str:
    return str(get_global("zone_aliases").get(zone, zone))


def _key(name: str) -> str:
    """A name without case, width, script and accents: "São Paulo" and "sao_paulo" are one."""
    decomposed = unicodedata.normalize("NFKD", match_key(name.replace("_", " ")))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
