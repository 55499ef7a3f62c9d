"""Callback data: what was built reads back, anything else reads as nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat.keyboards import SCHEDULE_PRESETS
from bot.chat.presses import (
    MAX_DATA_BYTES,
    DigestNow,
    Join,
    Leave,
    Press,
    ReadHere,
    Resize,
    SetFormat,
    SetLanguage,
    SetPictures,
    SetSchedule,
    SetSummaryLanguage,
    SetZone,
    ShowCategories,
    ShowHeadlines,
    ShowLanguages,
    ShowSchedule,
    ShowSettings,
    ShowSubscriptions,
    ShowSummaryLanguages,
    ShowZones,
    Tick,
    decode,
    encode,
)
from bot.text.time_zones import _names

IDS = st.integers(1, 10**8)
PAGES = st.integers(0, 1000)
PRESSES = st.one_of(
    st.builds(Tick, category_id=IDS, on=st.booleans(), page=PAGES),
    st.builds(ShowCategories, page=PAGES),
    st.builds(Join, category_id=IDS),
    st.builds(Leave, category_id=st.none() | IDS),
    st.builds(ShowSubscriptions, page=PAGES),
    st.builds(ShowHeadlines, category_id=st.none() | IDS, page=PAGES),
    st.just(DigestNow()),
    st.just(ShowSchedule()),
    st.builds(SetSchedule, text=st.sampled_from(SCHEDULE_PRESETS)),
    st.builds(SetZone, zone=st.sampled_from(sorted({zone for zones in _names().values() for zone in zones}))),
    st.builds(SetLanguage, language=st.sampled_from(["en", "zh-Hant", "pt"])),
    st.just(ShowSettings()),
    st.just(ShowZones()),
    st.just(ShowLanguages()),
    st.just(ShowSummaryLanguages()),
    st.builds(SetSummaryLanguage, language=st.sampled_from(["original", "en", "zh-Hant"])),
    st.builds(SetPictures, on=st.booleans()),
    st.builds(SetFormat, name=st.sampled_from(["auto", "classic"])),
    st.builds(Resize, sentences=st.integers(1, 12), language=st.sampled_from(["", "en", "zh-Hant"])),
    st.builds(ReadHere, page=st.integers(1, 1000)),
)


@settings(deadline=None)
@given(PRESSES)
def test_every_press_reads_back_from_its_data(press: Press) -> None:
    data = encode(press)
    assert 1 <= len(data.encode()) <= MAX_DATA_BYTES
    assert decode(data) == press


@pytest.mark.parametrize(
    "data",
    [
        None, "", "ti", "ti:", "ti:1", "ti:1:2:0", "ti:1:1:-1", "ti:01:1:0", "ti:x:1:0", "ti:1:1:0:9", "xx:1", "dn:1",
        "re:0", "re:13", "re:9999999999", "ca:1 ", "TI:1:1:0", "sc", "zo:\nUTC", "le:-1", "a" * 65, "rh:", "rh:1",
        "jo:１",
    ],
)  # fmt: skip
def test_forged_data_reads_as_nothing(data: str | None) -> None:
    assert decode(data) is None


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_reads_as_nothing_or_as_what_it_says(data: str) -> None:
    press = decode(data)
    assert press is None or encode(press) == data
