from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from time import process_time

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from bot.text.dates import parse_date
from bot.text.words import by_language
from bot.text.zone_offsets import is_zone_name

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
DAY_HALVES = ("morning", "noon", "afternoon", "evening", "night")
MARCH_20 = datetime(2021, 3, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Sat, 20 Mar 2021 00:00:00 GMT", MARCH_20),
        ("Sat, 20 Mar 2021 08:00:00 +0800", MARCH_20),
        ("20 Mar 21 00:00 GMT", MARCH_20),
        ("2021-03-20T00:00:00.000Z", MARCH_20),
        ("2021-03-20", MARCH_20),
        ("2021-03-20 16:43:21", MARCH_20.replace(hour=16, minute=43, second=21)),
        ("2021-03-20T08:00:00+08:00", MARCH_20),
        ("2021年3月20日", MARCH_20),
        ("2021年03月20日 下午4:05", MARCH_20.replace(hour=16, minute=5)),
        ("2021/3/20 下午 04:05:00", MARCH_20.replace(hour=16, minute=5)),
        ("2021. 3. 20 오후 4:05", MARCH_20.replace(hour=16, minute=5)),
        ("2021年3月20日 12時30分15秒", MARCH_20.replace(hour=12, minute=30, second=15)),
        ("2021년 3월 20일 오후 12:10", MARCH_20.replace(hour=12, minute=10)),
        ("21年3月20日", MARCH_20),
        ("1616198400", MARCH_20),
        ("1616198400000", MARCH_20),
        ("March 20, 2021", MARCH_20),
        ("20.03.2021 10:00 CET", MARCH_20.replace(hour=9)),
        ("Sat Mar 20 00:00:00 EST 2021", MARCH_20.replace(hour=5)),
        ("2021/03/20 01:00 +01:00", MARCH_20),
        ("20. März 2021 um 16.05 Uhr", MARCH_20.replace(hour=16, minute=5)),
        ("20 Maret 2021 16.05 WIB", MARCH_20.replace(hour=9, minute=5)),
        ("20 мар. 2021, 16:05 МСК", MARCH_20.replace(hour=13, minute=5)),
        ("20.03.2021 um 16.05 Uhr", MARCH_20.replace(hour=16, minute=5)),
        ("20 марта 2021 16:05 (мск)", MARCH_20.replace(hour=13, minute=5)),
        ("Sat, 31 Dec 2016 23:59:60 GMT", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("Fri, 31 Dec 2099 23:59:59 GMT", datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_dates_are_read_as_generators_and_people_write_them(text: str, moment: datetime) -> None:
    assert parse_date(text) == moment


@pytest.mark.parametrize(
    "text",
    ["20 March 2021, noon", "Noon, March 20, 2021", "20 March 2021 12 noon", "2021-03-20 noon GMT",
     "20. März 2021, mittags", "20 mars 2021 à midi", "20 de marzo de 2021 al mediodía", "2021年3月20日正午",
     "20 марта 2021 в полдень", "20 marzo 2021, mezzogiorno", "20 March 2021 at noon"],
)  # fmt: skip
def test_noon_is_twelve_o_clock_without_a_number(text: str) -> None:
    assert parse_date(text) == MARCH_20.replace(hour=12)


def test_noon_heeds_a_zone_and_a_time_beside_it_counts() -> None:
    assert parse_date("20 March 2021, noon EST") == MARCH_20.replace(hour=17)
    assert parse_date("20 March 2021 12:30 noon GMT") is None
    assert parse_date("20 mars 2021 après-midi") == MARCH_20  # a part of the day


@pytest.mark.parametrize(
    "text",
    ["2021年3月20日星期六 拉普达时间 16:05:00", "2021年3月20日 (某地时间) 16:05", "20 March 2021, local time 16:05",
     "16:05 Laputa time, 20 March 2021", "16:05 Uhr Ortszeit, 20. März 2021",
     "16:05 heure normale de Laputa, 20 mars 2021", "20 March 2021, 16:05 (by the clocks of the town of Laputa)",
     "16:05 Samoa, 20 March 2021", "4:05 PM (Samoa) March 20, 2021", "16:05 लापुटा 20 मार्च 2021",
     "16:05 Georgia, 20 March 2021", "Georgia 16:05, 20 March 2021", "20 March 2021, Georgia, 16:05",
     "20 March 2021, (Laputa) 16:05", "2021年3月20日 拉普达 16:05", "20 марта 2021, 16:05 по Лапуте",
     "20 March 2021, Portugal 16:05"],
)  # fmt: skip
def test_a_zone_or_place_that_nobody_knows_gives_no_date_wherever_it_stands(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("20 March 2021, 16:05 (Berlin)", "15:05"),
        ("20 July 2021, (Berlin) 16:05", "14:05"),
        ("20 juillet 2021 à 16h05, heure de Paris", "14:05"),
        ("20 de marzo de 2021 a las 16:05 hora de Lima", "21:05"),
        ("16:05 hora de Lima, 20 de marzo de 2021", "21:05"),
        ("March 20, 2021, 4:05 PM Eastern", "20:05"),
        ("January 20, 2021, 4:05 PM Eastern Time", "21:05"),
        ("4:05 PM Pacific, March 20, 2021", "23:05"),
        ("July 20, 2021, 4:05 p.m. ET", "20:05"),
        ("20 March 2021, 16:05 Moscow time", "13:05"),
        ("20 March 2021, Beijing time 16:05", "08:05"),
        ("2021年3月20日 北京 16:05", "08:05"),
        ("16:05 東京 2021年3月20日", "07:05"),
        ("2021年3月20日 週六 堪察加時間 16:05", "04:05"),
        ("20 March 2021, 16:05 Georgia time", "12:05"),
        ("16:05 तेहरान 20 मार्च 2021", "12:35"),
        ("20 March 2021 16:05 Germany", "15:05"),
        ("20 марта 2021, Москва, 16:05", "13:05"),
        ("20 Maret 2021, WITA 16.05", "08:05"),
        ("Sat Mar 20 16:05:00 America/New_York 2021", "20:05"),
        ("2021-03-20T16:05:00[Asia/Kolkata]", "10:35"),
        ("20. März 2021, 16:05 Uhr in Wien", "15:05"),
    ],
)
def test_a_place_or_clock_beside_the_time_counts_with_its_summer_time(text: str, utc: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert f"{found:%H:%M}" == utc


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("Berlin, 20 July 2021, 16:05", "14:05"),
        ("MADRID — 20 mar. 2021, 16:05", "15:05"),
        ("(Hamburg) 20. März 2021, 16:05 Uhr", "15:05"),
        ("Paris, le 20 mars 2021 à 16h05", "15:05"),
        ("Sydney: 20 March 2021 4:05pm", "05:05"),
        ("New York, March 20, 2021 at 4:05 PM", "20:05"),
        ("大阪 2021年3月20日 16:05", "07:05"),
        ("서울 2021년 3월 20일 16:05", "07:05"),
        ("القاهرة، 20 مارس 2021، 16:05", "14:05"),
        ("16:05, 20 March 2021, Jakarta", "09:05"),
        ("Madrid, sábado, 20 de marzo de 2021, 16:05", "15:05"),
        ("Madrid el 20 de marzo de 2021, 16:05", "15:05"),
        ("Stockholm 20 mars 2021 kl. 16.05", "15:05"),
        ("Helsinki 20.3.2021 klo 16.05", "14:05"),
        ("دبي، 20 مارس 2021، 4:05 مساءً", "12:05"),
        ("Уфа, 20 марта 2021, 16:05", "11:05"),
        ("(서울=통신) 2021.03.20 16:05", "07:05"),
        ("【台北】2021年3月20日 下午4:05", "08:05"),
        ("香港 2021年3月20日 星期六 16:05", "08:05"),
        ("Астана. 20 марта 2021. 16:05", "10:05"),
        ("France, 20 mars 2021, 16:05", "15:05"),
        ("Valencia, España, 20 de marzo de 2021, 16:05", "15:05"),
        ("Portland, Maine, March 20, 2021, 4:05 PM", "20:05"),
        ("Lisboa, Portugal, 20 de julho de 2021, 16:05", "15:05"),
        ("2021年3月20日 16:05 大阪", "07:05"),
        ("20 March 2021, 16:05 Hamburg", "15:05"),
        ("20 mars 2021, 16 h 05 HAE", "20:05"),
    ],
)
def test_a_city_that_a_line_begins_or_ends_with_tells_the_zone(text: str, utc: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert f"{found:%H:%M}" == utc


@pytest.mark.parametrize("text", ["Ávila, 20 mar. 2021, 16:05", "Ulm, 20. März 2021, 16:05 Uhr"])
def test_a_name_of_small_places_or_one_that_is_short_for_other_words_gives_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", [
    "Washington, 20 March 2021, 16:05", "Valencia, 20 de marzo de 2021, 16:05", "Paris, Texas, 20 March 2021, 16:05",
    "London, Ontario, 20 March 2021 16:05", "Portland, 20 March 2021, 16:05",
    "Москва — Владивосток, 20 марта 2021, 16:05", "Portugal, 20 March 2021, 16:05",
])  # fmt: skip
def test_a_name_of_large_cities_with_different_clocks_gives_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize("text", ["25 October 2026 02:30 Berlin", "29 March 2026, Berlin time 02:30"])
def test_an_hour_that_clocks_show_twice_or_never_gives_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text",
    ["20 March 2021, last updated 16:05", "20. März 2021, aktualisiert um 16:05", "20 mars 2021, mis à jour à 16h05",
     "20 marzo 2021, ore 16:05", "20 marca 2021, godz. 16:05", "20 Maret 2021 pukul 16.05",
     "2021年3月20日 更新于 16:05", "2021年3月20日 公開 16:05", "20 марта 2021, обновлено в 16:05",
     "20 mars 2021 klockan 16:05", "20 March 2021, Berlin 16:05 GMT", "Reuters, 20 March 2021, 16:05",
     "London, 20 March 2021, 16:05", "Berlin, 20 March 2021, 16:05 GMT", "Date: 20 March 2021, 16:05",
     "2021年3月20日(土) 16:05", "20 mars 2021, il est 16:05", "20 marts 2021, tors. 16:05",
     "20/03/2021, Chủ Nhật 16:05", "tir, 20 mars 2021, 16:05", "20. marts 2021 kl. 16:05",
         "20. mars 2021 kl. 16:05 (oppdatert)", "Mis à jour le samedi 20 mars 2021 à 16 h 05",
         "World | 20 March 2021, 16:05",
         "20 maart 2021 om 16.05 uur"],
)  # fmt: skip
def test_a_word_before_a_time_that_is_no_place_changes_nothing(text: str) -> None:
    assert parse_date(text) == MARCH_20.replace(hour=16, minute=5)


@pytest.mark.parametrize(
    "text", ["发布时间：2021年3月20日 16:05", "更新時間 2021/03/20 16:05", "Time: 16:05, 20 March 2021"]
)
def test_a_label_is_no_zone(text: str) -> None:
    assert parse_date(text) == MARCH_20.replace(hour=16, minute=5)


@pytest.mark.parametrize(
    "text",
    ["16:05 Samstag, den 20. März 2021", "16:05 в субботу 20 марта 2021", "16:05 sobota, 20 marca 2021",
     "16:05, quarta-feira, 20 de março de 2021", "16:05 शनिवार 20 मार्च 2021", "16:05 土曜日 2021年3月20日",
     "16:05 on Sat 20 March 2021", "16:05 | 토요일 2021년 3월 20일"],
)  # fmt: skip
def test_a_weekday_between_a_time_and_its_date_is_no_place(text: str) -> None:
    assert parse_date(text) == MARCH_20.replace(hour=16, minute=5)


@pytest.mark.parametrize("text", ["20 March 2021, shortly after noon", "20 mars 2021, avant midi"])
def test_before_and_after_noon_are_no_time(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text",
    ["", "Invalid Date", "soon", "12", "March", "2021-13-45", "Thu, 01 Jan 1970 00:00:00 GMT", "0000-00-00", "10:30",
     "99999999999999", "2021年13月40日", "x" * 200, "9999-12-31T23:59:59-14:00", "March 20"],
)  # fmt: skip
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert parse_date(text) is None


EVENING = datetime(2023, 10, 28, 20, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "hours"),
    [
        ("GMT", 0),
        ("UT", 0),
        ("Z", 0),
        ("-0000", 0),
        ("+0800", 8),
        ("+08:00", 8),
        ("+8:00", 8),
        ("+08", 8),
        ("\u22127", -7),
        ("GMT+0800", 8),
        ("GMT+8", 8),
        ("UTC-03:30", -3.5),
        ("GMT+0800 (China Standard Time)", 8),
        ("GMT+0900 (日本標準時)", 9),
        ("(UTC+3)", 3),
        ("(GMT -0330 )", -3.5),
        ("+0800 CST", 8),
        ("+02:00[Europe/Berlin]", 2),
        ("(JST)", 9),
        ("JST", 9),
        ("KST", 9),
        ("HKT", 8),
        ("CET", 1),
        ("CEST", 2),
        ("BST", 1),
        ("EET", 2),
        ("EEST", 3),
        ("MSK", 3),
        ("IST", 5.5),
        ("AEDT", 11),
        ("AEST", 10),
        ("WIB", 7),
        ("EST", -5),
        ("PDT", -7),
    ],
)
@pytest.mark.parametrize(
    "form",
    [
        "Sat, 28 Oct 2023 20:15:00 {}",
        "Sat Oct 28 2023 20:15:00 {}",
        "2023-10-28 20:15 {}",
        "28 octobre 2023, 20:15 {}",
        "2023年10月28日 20:15 {}",
        "28/10/2023 08:15 PM {}",
    ],
)
def test_a_zone_is_read_wherever_it_stands_behind_the_time(form: str, zone: str, hours: float) -> None:
    assert parse_date(form.format(zone)) == EVENING - timedelta(hours=hours)


@pytest.mark.parametrize("zone", ["CST", "AST", "GST", "WST", "XYZT", "Q", "Europe/Laputa", "Laputa time", "+2000"])
@pytest.mark.parametrize("form", ["Sat, 28 Oct 2023 20:15:00 {}", "2023-10-28 20:15 {}", "2023年10月28日 20:15 {}"])
def test_a_zone_that_is_not_known_or_ambiguous_gives_no_date(form: str, zone: str) -> None:
    assert parse_date(form.format(zone)) is None


@pytest.mark.parametrize(
    ("text", "utc_hour"),
    [
        ("Tue, 10 Jan 2023 12:00:00 CST", 18),  # RFC 822's own
        ("2023-01-10 12:00 CST", None),  # it may be China's
        ("Tue, 10 Jan 2023 12:00:00 BST", None),  # not in winter: it may be Bangladesh's
        ("Tue, 10 Jan 2012 12:00:00 MSK", 8),  # Moscow kept summer time all the year
        ("Tue Jan 10 12:00:00 EST 2023", 17),
        ("Tue Jan 10 12:00:00 XYZT 2023", None),
    ],
)
def test_some_zones_are_told_by_the_season_and_the_form(text: str, utc_hour: int | None) -> None:
    found = parse_date(text)
    assert (found and found.hour) == utc_hour


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("Sat, Oct 28 2023 08:15:00 PM", 20),
        ("28 Oct 2023 8:15 am", 8),
        ("Oct 28, 2023 12:15 AM", 0),
        ("10/28/2023 12:15 pm", 12),
        ("2023-10-28 8:15 p.m.", 20),
        ("28 de octubre de 2023, 8:15 p. m.", 20),
        ("8:15 PM, October 28th, 2023", 20),
        ("2023年10月28日 凌晨1:15", 1),
        ("2023年10月28日 晚上8:15", 20),
        ("2023年10月28日 中午12:15", 12),
        ("2023年10月28日 上午12:15", 0),
        ("2023年10月28日 午後8時15分", 20),
        ("2023. 10. 28. 오전 8:15", 8),
        ("28 أكتوبر 2023 8:15 م", 20),
        ("28 अक्टूबर 2023 08:15 अपराह्न", 20),
        ("Oct 28 2023 20:15 PM", 20),
    ],
)
def test_the_halves_of_the_day_are_read(text: str, hour: int) -> None:
    assert parse_date(text) == EVENING.replace(hour=hour)


@pytest.mark.parametrize(
    "text",
    [
        "28 October 2023 20:15",
        "28. Oktober 2023, 20:15 Uhr",
        "samedi 28 octobre 2023 à 20h15",
        "sam., 28 oct. 2023 20:15",
        "28 de octubre de 2023 20:15",
        "sábado, 28 de outubro de 2023 às 20:15",
        "28 октября 2023 г., 20:15",
        "Сб, 28 окт 2023 20:15",
        "28 Oktober 2023 20:15",
        "28 अक्टूबर 2023 20:15",
        "२८ अक्टू॰ २०२३ २०:१५",
        "28 أكتوبر 2023 20:15",
        "٢٨ أكتوبر ٢٠٢٣ ٢٠:١٥",
        "28 تشرين الأول 2023 20:15",
        "2023年10月28日 20:15",
        "2023年10月28日(土) 20時15分",
        "2023년 10월 28일 20시 15분",
        "sab, 28 ott 2023 20:15",
        "28 października 2023 20:15",
        "20:15, 28 October 2023",
        "Published on Saturday, 28th October 2023 - 20:15",
        "28-Oct-23 20:15",
        "Sat Oct 28 20:15:00 2023",
        "28.10.2023 20:15",
        "2023. 10. 28. 20:15",
        "20231028T201500Z",
        "1698524100.25",
    ],
)
def test_dates_of_many_languages_and_orders_are_read_to_the_minute(text: str) -> None:
    found = parse_date(text)
    assert found is not None
    assert found.replace(microsecond=0) == EVENING


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("language", ["en", "es", "ru", "ar", "de", "fr", "pt", "hi", "id", "it", "nl", "pl"])
def test_the_months_of_a_language_are_read_long_and_short(language: str, month: int) -> None:
    for width in ("wide", "abbreviated"):
        name = Locale.parse(language).months["format"][width][month]
        assert parse_date(f"28 {name} 2023 20:15") == EVENING.replace(month=month), name


def test_tuesday_is_not_taken_for_march() -> None:
    assert parse_date("mar. 28 févr. 2023 20:15") == EVENING.replace(month=2)
    assert parse_date("mar., 28 mar. 2023 20:15") == EVENING.replace(month=3)


def test_day_and_month_are_not_guessed() -> None:
    assert parse_date("10/28/2023") == parse_date("28/10/2023") == EVENING.replace(hour=0, minute=0)
    assert parse_date("01/02/2023 10:00") is None
    assert parse_date("03/03/2023") == datetime(2023, 3, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "3 hours ago",
        "Yesterday",
        "May 2023",
        "3 people in May 2023",
        "28 Oct 2023 20:75",
        "28 Oct 2023 25:15",
        "28 Oct 2023 14:15 am x",
        "28 Oct 2023 13:15 AM",
        "2023年10月28日 晚上12:15",
        "31 Sep 2023",
        "28 Oct 2023 20:15 21:30",
        "28 Oct 2023 7",
        "Tue,",
        "0",
        "28 Oct 2023 or 29 Oct 2023",
        "one two three four five 28 Oct 2023",
    ],
)
def test_what_is_not_clear_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_a_date_costs_little() -> None:
    """Feeds of a thousand entries are read in a moment; a text that is none is given up soon."""
    for text, microseconds in (
        ("Sat, 28 Oct 2023 20:15:00 +0800", 200),
        ("28 octobre 2023 20h15", 2000),
        ("1 " * 50, 5000),
    ):
        started = process_time()
        for _ in range(200):
            parse_date(text)
        assert (process_time() - started) / 200 < microseconds / 1_000_000


@given(st.one_of(st.text(max_size=40), st.from_regex(r"[0-9 :/.,TZ+-]{1,30}", fullmatch=True)))
def test_a_date_is_aware_and_in_utc_or_none(text: str) -> None:
    found = parse_date(text)
    assert found is None or found.utcoffset() == timedelta(0)


@pytest.mark.parametrize(("word", "is_one"), [("cet", True), ("cst", True), ("gmt", True), ("mon", False), ("", False)])
def test_words_are_told_from_names_of_zones(word: str, is_one: bool) -> None:
    assert is_zone_name(word) is is_one


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-04T24:00:00Z", "2026-03-05 00:00"),
        ("Tue, 31 Mar 2026 24:00:00 +0900", "2026-03-31 15:00"),
        ("2026年3月4日24時", "2026-03-05 00:00"),
        ("2026-03-04 24:30", None),
        ("2026年3月4日 25:30", None),
        ("令和8年3月4日 20時15分", "2026-03-04 20:15"),
        ("令和元年5月1日", "2019-05-01 00:00"),
        ("平成31年4月30日", "2019-04-30 00:00"),  # no year of two digits: it is none of 2031
        ("昭和64年1月7日", "1989-01-07 00:00"),
        ("2026年（令和8年）3月4日 20:15", "2026-03-04 20:15"),
        ("令和8年（2026年）3月4日", "2026-03-04 00:00"),
        ("令和8年（2025年）3月4日", None),
        ("慶応31年3月4日", None),
        ("民國115年3月4日 20:15", "2026-03-04 20:15"),
        ("20 تموز/يوليو 2026 20:15", "2026-07-20 20:15"),
        ("20 تموز (يوليو) 2026 20:15", "2026-07-20 20:15"),
        ("20 تموز/يونيو 2026 20:15", None),
        ("20 غشت 2026", "2026-08-20 00:00"),
        ("20 juill. 2026 à 20 h 15", "2026-07-20 20:15"),
        ("20. Juli 2026, 20 Uhr", "2026-07-20 20:00"),
    ],
)
def test_midnight_eras_and_double_months_are_read_as_people_mean_them(text: str, moment: str | None) -> None:
    found = parse_date(text)
    assert (found and f"{found:%Y-%m-%d %H:%M}") == moment


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("28 октября 2023 в 23:15 по московскому времени", 20),
        ("28 октября 2023, 23:15 (по Москве)", 20),
        ("28 أكتوبر 2023 11:15 مساء بتوقيت مكة المكرمة", 20),
        ("北京时间2023年10月28日23:15", 15),
        ("2023年10月28日 23:15（日本時間）", 14),
        ("28 de outubro de 2023 às 17h15 (horário de Brasília)", 20),
        ("28 октября 2023 в 23:15 по киевскому времени", None),
        ("当地时间2023年10月28日23:15", None),
        ("北京时间2023年10月28日23:15 GMT", None),
        ("北京时间2023年10月28日", 0),
    ],
)
def test_a_zone_said_in_words_counts_wherever_it_stands(text: str, hour: int | None) -> None:
    found = parse_date(text)
    assert (found and found.hour) == hour


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("2023年10月28日 夜8時15分", 20),
        ("2023年10月28日 夕方5時", 17),
        ("2023年10月28日 深夜0時15分", 0),
        ("2023年10月28日 中午11:15", 11),
        ("2023年10月28日 傍晚6:15", 18),
        ("2023年10月28日 半夜12:15", None),  # of which day?
        ("2023年10月28日 昨夜8:15", None),
        ("2023年10月28日 晚上1:15", None),
        ("28 октября 2023, 8 часов вечера", 20),
        ("28 октября 2023, 2 часа ночи", 2),
        ("28 октября 2023, 11 часов дня", 11),
        ("28 de octubre de 2023 a las 8:15 de la noche", 20),
        ("28 अक्टूबर 2023, रात 8:15 बजे", 20),
        ("28 Oktober 2023 pukul 8.15 malam", 20),
        ("28. Oktober 2023, abends 8.15 Uhr", 20),
        ("28 अक्टूबर 2023, रात 6:15 बजे", None),
    ],
)
def test_a_part_of_the_day_never_makes_a_wrong_hour(text: str, hour: int | None) -> None:
    found = parse_date(text)
    assert (found and found.hour) == hour


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("20 Mart 2021 Cumartesi 16:05", 16),
        ("20 Mart 2021 akşam 8:05", 20),
        ("Київ, 20 березня 2021 року, 16:05", 14),
        ("събота, 20 март 2021, 16:05 ч.", 16),
        ("sobota 20. března 2021 v 16:05", 16),
        ("20. ožujka 2021. u 16:05", 16),
        ("sâmbătă, 20 martie 2021, ora 16:05", 16),
        ("20 Μαρτίου 2021, 4:05 μ.μ.", 16),
        ("2021. márc. 20. du. 4:05", 16),
        ("lauantai 20. maaliskuuta 2021 klo 16.05", 16),
        ("Београд, 20. март 2021, 16:05", 15),
        ("20 במרץ 2021 בשעה 16:05", 16),
        ("شنبه ۲۰ مارس ۲۰۲۱ ساعت ۱۶:۰۵", 16),
        ("20 مارچ 2021 شام 4:05", 16),
        ("২০ মার্চ ২০২১, রাত ৮:০৫", 20),
        ("วันเสาร์ที่ 20 มีนาคม 2564 เวลา 16:05 น.", 16),
        ("20 มี.ค. 2021 16:05", 16),
        ("20 Mac 2021 4:05 petang", 16),
        ("dissabte, 20 de març de 2021, 16.05 h", 16),
        ("Đà Nẵng, ngày 20 tháng 3 năm 2021 lúc 16:05", 9),
        ("20 मार्च 2021, शाम 4:05 बजे", 16),
        ("Rio de Janeiro, 20 de março de 2021, 13h05", 16),
    ],
)
def test_dates_are_read_in_languages_that_the_bot_does_not_speak(text: str, hour: int) -> None:
    assert parse_date(text) == MARCH_20.replace(hour=hour, minute=5)


@pytest.mark.parametrize("text", ["20. listopada 2021. u 16:05", "20 มี.ค. 64 16:05 น."])
def test_a_month_or_year_that_may_be_another_gives_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_a_polish_month_stays_what_it_is_without_a_dot() -> None:
    assert parse_date("20 listopada 2021, 16:05") == datetime(2021, 11, 20, 16, 5, tzinfo=UTC)


@pytest.mark.parametrize("names", [MONTHS, DAY_HALVES])
def test_no_name_of_a_month_or_part_of_the_day_means_another_in_a_second_language(names: Sequence[str]) -> None:
    meant: dict[str, set[str]] = {}
    for words in by_language().values():
        for name in names:
            for word in getattr(words.dates, name):
                meant.setdefault(word.casefold(), set()).add(name)
    assert not {word: found for word, found in meant.items() if len(found) > 1}
