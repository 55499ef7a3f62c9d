"""Numbers of any script, with their units."""

from __future__ import annotations

import time

import pytest

from summarizer.numbers.quantities import plain_digits, read_quantities


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


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("en", "£3.2m a year", "£3.2 million"),
        ("en", "$1.2tn", "1.2 trillion dollars"),
        ("en", "60p", "60 pence"),
        ("en", "25pc", "25 per cent"),
        ("de", "5 Mill. Euro", "5 Millionen Euro"),
        ("de", "40 T€", "40.000 Euro"),
        ("de", "3 Mia. Franken", "3 Milliarden Franken"),
        ("fr", "48 M€ par an", "48 millions d'euros"),
        ("fr", "1,2 Md€", "1,2 milliard d'euros"),
        ("fr", "3 Mrd d'euros", "3 milliards d'euros"),
        ("fr", "3 MM€", "3 milliards d'euros"),
        ("es", "85 mill. de euros", "85 millones de euros"),
        ("es", "2 mM€", "2.000 millones de euros"),
        ("es", "5 mdd", "5 millones de dólares"),
        ("es", "30 k€", "30.000 euros"),
        ("pt", "R$ 7,3 mi por ano", "7,3 milhões de reais"),
        ("pt", "R$ 1,5 bi", "1,5 bilhão de reais"),
        ("pt", "R$ 15 mil", "R$ 15.000"),
        ("pt", "48 M€", "48 milhões de euros"),
        ("it", "5 mln all'anno", "5 milioni"),
        ("it", "3 mrd di euro", "3 miliardi di euro"),
        ("ru", "1,4 млрд руб.", "1,4 миллиарда рублей"),
        ("ru", "12 тыс. человек", "12 000 человек"),
        ("hi", "25 हजार रुपये", "25,000 रुपये"),
        ("hi", "2 हजार करोड़ रुपये", "20 अरब रुपये"),
        ("hi", "25 फीसदी", "25 प्रतिशत"),
        ("ar", "25 بالمئة", "25 في المئة"),
        ("ar", "2 تريليون دولار", "2000 مليار دولار"),
        ("ar", "12 ألفا", "12 ألف"),
        ("id", "Rp700 jt", "Rp700 juta"),
        ("id", "Rp48 M", "Rp48 miliar"),
        ("id", "Rp12 rb", "Rp12.000"),
        ("id", "Rp1,3 trilyun", "Rp1,3 triliun"),
        ("zh", "3000多万元", "3000万元"),
        ("ja", "4億8000万円", "4.8億円"),
        ("ko", "48억 원", "4,800,000,000원"),
        ("ko", "25퍼센트", "25%"),
        ("pl", "25 proc.", "25 procent"),
        ("tr", "5 mlr TL", "5 milyar lira"),
        ("vi", "12k", "12 nghìn"),
        ("th", "ร้อยละ 25", "25%"),
        ("nl", "2 mrd euro", "2 miljard euro"),
        ("sv", "2 mdkr", "2 miljarder kronor"),
        ("da", "2 mia. kr.", "2 milliarder kroner"),
        ("no", "3 mill kr", "3 millioner kroner"),
        ("uk", "320 млн грн", "320 мільйонів гривень"),
        ("cs", "3 mil. Kč", "3 miliony korun"),
        ("ro", "25 la sută", "25%"),
        ("hu", "3 mFt", "3 millió forint"),
        ("fi", "3 M€", "3 miljoonaa euroa"),
        ("el", "3 εκατ. ευρώ", "3 εκατομμύρια ευρώ"),
        ("hr", "2 mlrd. eura", "2 milijarde eura"),
        ("sr", "25 одсто", "25%"),
        ("sw", "asilimia 25", "25%"),
        ("fil", "25 porsiyento", "25%"),
        ("bn", "3 লক্ষ", "3,00,000"),
        ("ta", "2 கோடி", "2,00,00,000"),
        ("te", "3 లక్షల", "3,00,000"),
        ("kn", "3 ಲಕ್ಷ", "3,00,000"),
        ("ml", "3 ലക്ഷം", "3,00,000"),
        ("ne", "2 करोड", "2,00,00,000"),
    ],
)
def test_a_short_form_reads_as_the_long_one(language: str, short: str, long: str) -> None:
    (left,), (right,) = read_quantities(short, language), read_quantities(long, language)
    assert left.readings & right.readings
    assert left.unit == right.unit


def test_two_numbers_with_falling_multipliers_may_be_one() -> None:
    lakh, thousand = read_quantities("12 लाख 60 हजार रुपये खर्च हुए।", "hi")
    assert 1_260_000 in lakh.readings & thousand.readings


def test_a_small_word_in_the_name_of_a_currency_is_no_unit() -> None:
    assert [one.unit for one in read_quantities("Cinco dos 7 dos feridos", "pt")] == [None]
