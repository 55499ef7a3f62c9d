"""What the interface languages call time zones, by CLDR: `python -m tests.text.zone_name_table` writes the table anew.

A line is a language, a name as it is compared, what it is, and whose: a `place` or a `clock` the zones, a `country` its
code.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel import Locale

import bot.text.zone_names
from bot.text.cities import place_key
from bot.text.cldr import get_global, locale_of
from bot.text.zone_names import canonical, sized_zones
from bot.texts import languages

FILE = Path(bot.text.zone_names.__file__).with_name("zone_names.tsv")
HEAD = "# Names of time zones by CLDR (https://cldr.unicode.org, Unicode License v3), taken from Babel"


def lines_of(language: str) -> list[str]:
    """The lines of a language, in the order in which the program reads them."""
    locale, zones, territories = locale_of(language), sized_zones(), get_global("zone_territories")
    places: dict[str, dict[str, None]] = {}
    for zone in zones:
        for name in (locale.time_zones.get(zone, {}).get("city", ""), locale.territories.get(territories[zone], "")):
            places.setdefault(place_key(name), {})[canonical(zone)] = None
    found = [(name, "place", " ".join(of)) for name, of in places.items() if name]
    found += [(place_key(name), "clock", canonical(zone)) for zone, name in _clocks(locale, zones)]
    countries = {place_key(name): code for code, name in locale.territories.items() if code.isalpha()}
    found += [(name, "country", code) for name, code in countries.items()]
    return ["\t".join((language, *line)) for line in dict.fromkeys(found)]


def _clocks(locale: Locale, zones: list[str]) -> Iterator[tuple[str, str]]:
    """What people call the time of a zone: "Pacific Time", "India Standard Time". The zone of most people has it."""
    taken: set[str] = set()
    meta_zones = get_global("meta_zones")
    for zone in zones:
        meta_zone = meta_zones.get(zone, "")
        if meta_zone and meta_zone not in taken:
            taken.add(meta_zone)
            for name in locale.meta_zones.get(meta_zone, {}).get("long", {}).values():
                yield zone, name


def main() -> None:
    lines = [line for language in languages() for line in lines_of(language)]
    FILE.write_text("\n".join((HEAD, *lines, "")), encoding="utf-8")


if __name__ == "__main__":
    main()
