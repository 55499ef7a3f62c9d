"""The months, weekdays and days that a text names."""

from __future__ import annotations

from summarizer.numbers.dates import read_dates


def test_thai_months_and_weekdays_are_found_without_spaces() -> None:
    dates = read_dates("เมื่อวันเสาร์เดือนมกราคม", "th")
    assert {date.month for date in dates} == {1, None}
    assert 5 in {date.weekday for date in dates}
    assert [date.month for date in read_dates("เมื่อ 26 ธ.ค. ที่ผ่านมา ในอิตาลี", "th")] == [12]


def test_months_and_weekdays_of_several_words_are_found() -> None:
    assert [date.weekday for date in read_dates("Cyfarfod ar Dydd Sul nesaf", "cy")] == [6, 6]
    assert [date.weekday for date in read_dates("Chủ Nhật này", "vi")] == [6]


def test_an_abbreviation_counts_with_its_point_or_a_day_beside_it() -> None:
    assert [date.month for date in read_dates("el 3 sept y en sept. otra vez", "es")] == [9, 9]
    assert read_dates("mar y sol", "es") == []
    assert [date.weekday for date in read_dates("They met on Sun in the sun", "en")] == [6]


def test_a_day_behind_its_month_is_read() -> None:
    (date,) = read_dates("March 9, 2025", "en")
    assert (date.month, date.day) == (3, 9)


def test_impossible_dates_are_none() -> None:
    assert read_dates("13/45 and 77.88.", "en") == []
