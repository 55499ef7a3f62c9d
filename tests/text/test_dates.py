from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text.dates import parse_date

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
        ("2021年3月20日 12時30分15秒", MARCH_20.replace(hour=12, minute=30, second=15)),
        ("2021년 3월 20일 오후 12:10", MARCH_20.replace(hour=12, minute=10)),
        ("21年3月20日", MARCH_20),
        ("1616198400", MARCH_20),
        ("1616198400000", MARCH_20),
        ("March 20, 2021", MARCH_20),
        ("20.03.2021 10:00 CET", MARCH_20.replace(hour=9)),
        ("Sat Mar 20 00:00:00 EST 2021", MARCH_20.replace(hour=5)),
        ("2021/03/20 01:00 XYZT", MARCH_20.replace(hour=1)),
        ("2021/03/20 01:00 +01:00", MARCH_20),
        ("Sat, 31 Dec 2016 23:59:60 GMT", datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("Fri, 31 Dec 2099 23:59:59 GMT", datetime(2099, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_dates_are_read_as_generators_and_people_write_them(text: str, moment: datetime) -> None:
    assert parse_date(text) == moment


@pytest.mark.parametrize(
    "text",
    ["", "Invalid Date", "soon", "12", "March", "2021-13-45", "Thu, 01 Jan 1970 00:00:00 GMT", "0000-00-00", "10:30",
     "99999999999999", "2021年13月40日", "x" * 200, "9999-12-31T23:59:59-14:00", "March 20"],
)  # fmt: skip
def test_what_names_no_day_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@given(st.one_of(st.text(max_size=40), st.from_regex(r"[0-9 :/.,TZ+-]{1,30}", fullmatch=True)))
def test_a_date_is_aware_and_in_utc_or_none(text: str) -> None:
    found = parse_date(text)
    assert found is None or found.utcoffset() == timedelta(0)
