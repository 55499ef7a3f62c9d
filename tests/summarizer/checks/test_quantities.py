"""Numbers of any script, with their units."""

from __future__ import annotations

import time

import pytest

from summarizer.checks.quantities import plain_digits, read_quantities


def read(text: str, language: str = "en") -> list[tuple[list[float], str | None]]:
    return [(sorted(quantity.readings), quantity.unit) for quantity in read_quantities(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("1.2 million", "en", 1.2e6, None),
        ("1,200,000", "en", 1.2e6, None),
        ("1 200 000", "fr", 1.2e6, None),
        ("1.200.000", "de", 1.2e6, None),
        ("1,2 Mio. Euro", "de", 1.2e6, "EUR"),
        ("1'200'000", "de", 1.2e6, None),
        ("12,34,567", "en", 1234567.0, None),
        ("1.234,5", "de", 1234.5, None),
        ("$3.2bn", "en", 3.2e9, "USD"),
        ("EUR 5", "en", 5.0, "EUR"),
        ("5 per cent", "en", 5.0, "percent"),
        ("5%", "en", 5.0, "percent"),
        ("5-year", "en", 5.0, "year"),
        ("5 millions d'euros", "fr", 5e6, "EUR"),
        ("3 mil millones de euros", "es", 3e9, "EUR"),
        ("3 Milliarden", "de", 3e9, None),
        ("3 млн рублей", "ru", 3e6, "RUB"),
        ("5 тысячам", "ru", 5e3, None),
        ("milioni 3", "sw", 3e6, None),
        ("５億円", "ja", 5e8, "JPY"),
        ("3億2千万", "zh", 3.2e8, None),
        ("三百二十", "zh", 320.0, None),
        ("二〇二五年", "zh", 2025.0, "year"),
        ("百分之五", "zh", 5.0, "percent"),
        ("百分之12.5", "zh", 12.5, "percent"),
        ("1万2000", "ja", 12000.0, None),
        ("1.5万", "zh", 15000.0, None),
        ("3만 5천", "ko", 35000.0, None),
        ("๑๒ เปอร์เซ็นต์", "th", 12.0, "percent"),
        ("٥٫٤", "ar", 5.4, None),
        ("५ लाख", "hi", 5e5, None),
        ("5 lakh crore dollars", "en", 5e12, "USD"),
    ],
)
def test_a_number_is_read_with_its_unit(text: str, language: str, value: float, unit: str | None) -> None:
    assert read(text, language) == [([value], unit)]


def test_what_may_be_read_in_two_ways_is() -> None:
    assert read("1.200") == [([1.2, 1200.0], None)]
    assert read("1,200") == [([1200.0], None)]
    assert read("1.200", "de") == [([1200.0], None)]
    assert read("5m deep") == [([5.0, 5e6], None)]
    assert read("0.125 of it") == [([0.125], None)]


@pytest.mark.parametrize("text", ["一些", "万一", "五六", "萬萬", "三三十", "百分之千萬億萬"])
def test_words_of_numerals_are_no_numbers(text: str) -> None:
    assert read(text, "zh") == []


def test_the_parts_of_what_is_no_one_number_are_kept() -> None:
    (date,) = read_quantities("3.11.2025", "de")
    assert (date.readings, date.parts) == (frozenset(), (3.0, 11.0, 2025.0))
    (mixed,) = read_quantities("1,2.3,4", "en")
    assert mixed.parts == (1.0, 2.0, 3.0, 4.0)


def test_a_range_shares_its_unit() -> None:
    first, second = read_quantities("5 to 7 million euros", "en")
    assert (first.unit, second.unit) == ("EUR", "EUR")
    assert first.readings == {5.0, 5e6}
    assert first.shared
    assert not second.shared


def test_digits_are_replaced_character_for_character() -> None:
    assert plain_digits("١٢ ５ abc") == "12 5 abc"


@pytest.mark.parametrize("letter", ["a", "人", "a\u0301", "ก"])
def test_a_word_without_end_costs_no_more_than_its_length(letter: str) -> None:
    """Its stems were looked up at each length, each time over the whole word: 100 kB took 10 s."""
    started = time.process_time()
    assert read_quantities(letter * 200_000 + " 5 metres", "en")[-1].unit == "m"
    assert time.process_time() - started < 5
