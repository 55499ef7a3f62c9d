"""Finding a time zone by what a person types."""

from __future__ import annotations

from zoneinfo import available_timezones

import pytest

from bot.text.cities import cities_beginning, cities_called, zone_people
from bot.text.time_zones import MAX_OFFERS, Zones, find_zone, zone_city
from bot.text.zone_names import abbreviations, zone_names, zones_of_language
from bot.texts import languages
from tests.text.zone_name_table import FILE, lines_of


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("new_york", "America/New_York"),
        ("臺北", "Asia/Taipei"),
        ("台北", "Asia/Taipei"),
        ("屏東", "Asia/Taipei"),
        ("苗栗縣", "Asia/Taipei"),
        ("軽井沢", "Asia/Tokyo"),
        ("埼玉県", "Asia/Tokyo"),
        ("广东省", "Asia/Shanghai"),
        ("Bayern", "Europe/Berlin"),
        ("湖南", "Asia/Shanghai"),
        ("香港", "Asia/Hong_Kong"),
        ("Japan", "Asia/Tokyo"),
        ("São Paulo", "America/Sao_Paulo"),
        ("sao paulo", "America/Sao_Paulo"),
        ("Kiev", "Europe/Kyiv"),
        ("Beijing", "Asia/Shanghai"),
        ("UK", "Europe/London"),
        ("utc", "UTC"),
        ("UTC+8", "Etc/GMT-8"),
        ("gmt -3", "Etc/GMT+3"),
        ("UTC+0", "UTC"),
        ("+8", "Etc/GMT-8"),
        ("UTC+5:30", "Asia/Kolkata"),
        ("+05:45", "Asia/Kathmandu"),
        ("CET", "Europe/Berlin"),
        ("NYC", "America/New_York"),
        ("Mumbai", "Asia/Kolkata"),
        ("Bangalore", "Asia/Kolkata"),
        ("मुंबई", "Asia/Kolkata"),
        ("Frankfurt", "Europe/Berlin"),
        ("高雄", "Asia/Taipei"),
        ("臺中市", "Asia/Taipei"),
        ("Казань", "Europe/Moscow"),
        ("Texas", "America/Chicago"),
        ("德州", "America/Chicago"),
        ("Kerala", "Asia/Kolkata"),
        ("EST", "America/New_York"),
        ("pst", "America/Los_Angeles"),
        ("JST", "Asia/Tokyo"),
        ("Pacific Time", "America/Los_Angeles"),
        ("Japan Standard Time", "Asia/Tokyo"),
        ("HK", "Asia/Hong_Kong"),
        ("Portland, Oregon", "America/Los_Angeles"),
        ("Portland, ME", "America/New_York"),
        ("Barcelona, Spain", "Europe/Madrid"),
        ("台北, 台灣", "Asia/Taipei"),
        ("Springfield OR", "America/Los_Angeles"),
        ("bergen norway", "Europe/Oslo"),
        ("Athens, Texas", "America/Chicago"),
        ("Rome, GA", "America/New_York"),
        ("Saint Louis", "America/Chicago"),
        ("St. Petersburg", "Europe/Moscow"),
        ("LA", "America/Los_Angeles"),
        ("US/Mountain", "America/Denver"),
        ("+0545", "Asia/Kathmandu"),
    ],
)
def test_a_place_is_found_in_any_of_its_names(text: str, zone: str) -> None:
    assert find_zone(text).zone == zone
    assert zone in available_timezones()


def test_people_are_offered_the_zones_of_where_their_language_is_spoken_without_hamlets() -> None:
    assert zones_of_language("de") == ("Europe/Berlin",)
    assert zones_of_language("zh-hant") == ("Asia/Taipei",)
    assert zones_of_language("en-GB") == ("Europe/London",)
    assert zones_of_language("en")[0] == "America/New_York"


def test_a_large_country_offers_where_most_of_its_people_live() -> None:
    offers = find_zone("USA").offers
    assert offers[:3] == ("America/New_York", "America/Chicago", "America/Los_Angeles")
    assert len(offers) <= MAX_OFFERS
    assert "Pacific/Auckland" in find_zone("NZ").offers


@pytest.mark.parametrize(
    ("text", "offers"),
    [
        ("IST", ("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin")),
        ("Barcelona", ("Europe/Madrid", "America/Caracas")),
        ("Birmingham", ("Europe/London", "America/Chicago")),
        ("Portland, Atlantis", ("America/Los_Angeles", "America/New_York")),
        ("Kleinstadt, Schweiz", ("Europe/Zurich",)),
        ("my home is Nairobi", ("Africa/Nairobi",)),
        ("hora de Sevilla", ("Europe/Madrid",)),
        ("我住在高雄", ("Asia/Taipei",)),
        ("我在台灣嘉義", ("Asia/Taipei",)),
    ],
)
def test_a_name_of_several_places_offers_them_by_size(text: str, offers: tuple[str, ...]) -> None:
    found = find_zone(text)
    assert (found.zone, found.offers) == (None, offers)


def test_a_place_that_is_far_larger_than_its_namesakes_is_meant_and_they_are_offered() -> None:
    london = find_zone("London")
    assert (london.zone, london.offers) == ("Europe/London", ("Europe/London", "America/Toronto"))
    assert london.cities["America/Toronto"].region == "ON"
    assert find_zone("Paris").offers == ()  # one of many names of a town is no namesake


@pytest.mark.parametrize(
    ("text", "offer"),
    [
        ("Lond", "Europe/London"),
        ("vancuver", "America/Vancouver"),
        ("Cologn", "Europe/Berlin"),
        ("Hyderbad", "Asia/Kolkata"),  # the larger one of that name
        ("Frankfrut am Main", "Europe/Berlin"),
    ],
)
def test_a_slip_or_a_beginning_offers_the_nearest(text: str, offer: str) -> None:
    found = find_zone(text)
    assert found.zone is None
    assert offer in found.offers


@pytest.mark.parametrize("text", ["", "   ", "x", "Atlantis-on-Sea", "UTC+99", "UTC+5:17", "/", "ありがとう"])
def test_nonsense_finds_nothing(text: str) -> None:
    found = find_zone(text)
    assert (found.zone, found.offers) == (None, ())


def test_only_the_first_words_of_a_long_text_are_looked_through() -> None:
    assert find_zone("we have all moved to Berlin").offers == ("Europe/Berlin",)
    assert find_zone("we have all of us, and the dog, and the cat as well, moved to Berlin") == Zones()


def test_every_zone_that_can_be_found_is_known_to_this_machine() -> None:
    assert {zone for zones in zone_names().values() for zone in zones} <= available_timezones()
    assert set(abbreviations()["cst"]) | set(zone_people()) <= available_timezones()


def test_the_table_of_names_has_every_language_of_the_interface() -> None:
    lines = FILE.read_text("utf-8").splitlines()[1:]
    assert {line.partition("\t")[0] for line in lines} == set(languages())
    german = [line for line in lines if line.startswith("de\t")]
    assert len(set(german) ^ set(lines_of("de"))) <= 4  # but for a name that a release of CLDR writes in another way


def test_the_table_of_cities_is_what_its_sources_say_today() -> None:
    taipei, *_ = cities_called("台北")
    assert (taipei.zone, taipei.country, taipei.region) == ("Asia/Taipei", "TW", "")
    assert [city.name for city in cities_beginning("kaohsiu", most=1)] == ["Kaohsiung"]
    assert len(cities_beginning("san", most=3)) == 3
    assert cities_called("Nowhere-on-Sea") == []


def test_a_city_is_named_in_the_readers_language() -> None:
    assert zone_city("Asia/Taipei", "zh-Hant") == "台北"
    assert zone_city("Asia/Calcutta", "en") == "Kolkata"
    assert zone_city("America/New_York", "en") == "New York"


def test_an_offset_is_named_as_people_count_it_not_as_posix_does() -> None:
    assert zone_city("Etc/GMT-8", "en") == "UTC+8"
    assert zone_city("Etc/GMT+3", "zh-Hant") == "UTC-3"
    assert zone_city("UTC", "en") == "UTC"
