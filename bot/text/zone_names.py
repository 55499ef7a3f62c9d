"""What people call time zones: their cities, countries, clocks ("Pacific Time") and abbreviations ("PST"). Pure.

Names come from `bot/locales/*.toml` and from CLDR in the languages of the interface: `zone_names.tsv`, which
`tests/text/zone_name_table.py` writes. Asking babel for all these languages takes a third of a second and 17 MB.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from bot.text.cities import place_key, zone_people
from bot.text.cldr import get_global, locale_of
from bot.text.words import merged

GUESSES = 3  # zones offered for a language
FEW = 20  # a zone with less than a twentieth of the people of the largest one of its country is no guess

# Abbreviations, in use in winter or summer. Those of several zones: the one of most people first.
_ABBREVIATIONS = {
    "America/New_York": "est edt et",
    "America/Chicago": "cst cdt ct",
    "America/Denver": "mst mdt mt",
    "America/Los_Angeles": "pst pdt pt",
    "America/Anchorage": "akst akdt",
    "Pacific/Honolulu": "hst",
    "America/Halifax": "ast adt",
    "America/St_Johns": "nst ndt",
    "America/Sao_Paulo": "brt",
    "America/Argentina/Buenos_Aires": "art",
    "Europe/London": "bst",
    "Europe/Lisbon": "wet west",
    "Europe/Berlin": "cet cest mez mesz",
    "Europe/Athens": "eet eest",
    "Europe/Istanbul": "trt",
    "Europe/Moscow": "msk",
    "Africa/Lagos": "wat",
    "Africa/Maputo": "cat",
    "Africa/Nairobi": "eat",
    "Africa/Johannesburg": "sast",
    "Asia/Dubai": "gst",
    "Asia/Karachi": "pkt",
    "Asia/Kolkata": "ist",
    "Asia/Kathmandu": "npt",
    "Asia/Dhaka": "bst",
    "Asia/Jerusalem": "ist idt",
    "Europe/Dublin": "ist",
    "Asia/Bangkok": "ict",
    "Asia/Jakarta": "wib",
    "Asia/Makassar": "wita",
    "Asia/Jayapura": "wit",
    "Asia/Shanghai": "cst",
    "Asia/Hong_Kong": "hkt",
    "Asia/Singapore": "sgt",
    "Asia/Kuala_Lumpur": "myt",
    "Asia/Manila": "pht",
    "Asia/Riyadh": "ast",
    "Asia/Tokyo": "jst",
    "Asia/Seoul": "kst",
    "Australia/Perth": "awst",
    "Australia/Adelaide": "acst acdt",
    "Australia/Sydney": "aest aedt",
    "Pacific/Auckland": "nzst nzdt",
}


@lru_cache(maxsize=1)
def zone_names() -> dict[str, tuple[str, ...]]:
    """Every name a zone may be found by, as match keys."""
    found: dict[str, dict[str, None]] = {}

    def add(name: str, zone: str) -> None:
        found.setdefault(place_key(name), {})[canonical(zone)] = None

    places = merged().places
    territories = get_global("zone_territories")
    aliases = get_global("zone_aliases")
    zones = sized_zones()  # of a large country those come first that most of its people live in
    for name, zone in places.zones.items():
        add(name, zone)
    for zone in (*territories, *aliases):
        if "/" in zone and not zone.startswith(("Etc/", "SystemV/")):
            add(zone, zone)
            area, _, place = zone.partition("/")
            if area not in ("US", "Canada") and "/" not in place:  # "Indiana/Petersburg": few mean that one
                add(place, zone)
    for name, kind, whose in _names():
        if kind == "place" or (kind == "clock" and name not in found):
            for zone in whose.split():
                add(name, zone)
    for name, country in places.countries.items():
        for zone in zones:
            if territories[zone] == country:
                add(name, zone)
    return {name: tuple(zones) for name, zones in found.items() if name}


def zones_of_language(tag: str) -> tuple[str, ...]:
    """The zones where most of those live who speak a language, as Telegram names it: a guess, to be offered first."""
    language, _, rest = tag.partition("-")
    likely, territories, people = get_global("likely_subtags"), get_global("zone_territories"), zone_people()
    locale = locale_of((likely.get(f"{language}_{rest.title()}") or likely.get(language, "")).replace("_", "-"))
    country = rest.upper() if rest.upper() in territories.values() else locale.territory
    zones = [canonical(zone) for zone in sized_zones() if territories[zone] == country]
    return tuple(zone for zone in zones if people[zone] * FEW >= people[zones[0]])[:GUESSES]


def _names() -> Iterator[list[str]]:
    """A name as it is compared, what it is, and whose, by CLDR in all languages of the interface."""
    table = (resources.files("bot.text") / "zone_names.tsv").read_text(encoding="utf-8")
    return (line.split("\t")[1:] for line in table.splitlines()[1:])


@lru_cache(maxsize=1)
def abbreviations() -> dict[str, tuple[str, ...]]:
    """The zones of each abbreviation."""
    found: dict[str, tuple[str, ...]] = {}
    for zone, names in _ABBREVIATIONS.items():
        for name in names.split():
            found[name] = (*found.get(name, ()), zone)
    return found


@lru_cache(maxsize=1)
def country_codes() -> dict[str, str]:
    """The codes of countries, by what the languages of the interface call them."""
    names = dict(merged().places.countries)
    return names | {name: code for name, kind, code in _names() if kind == "country"}


def sized_zones() -> list[str]:
    """The zones of places, those of most people first."""
    people = zone_people()
    zones = (zone for zone in get_global("zone_territories") if "/" in zone and not zone.startswith("Etc/"))
    return sorted(zones, key=lambda zone: (-people[canonical(zone)], zone))


@lru_cache(maxsize=1)
def older_zone_names() -> dict[str, tuple[str, ...]]:
    """The other names of each zone: CLDR keeps its translations under the oldest ("Asia/Calcutta")."""
    older: dict[str, tuple[str, ...]] = {}
    for alias, zone in get_global("zone_aliases").items():
        older[zone] = (*older.get(zone, ()), alias)
    return older


def canonical(zone: str) -> str:
    return str(get_global("zone_aliases").get(zone, zone))
