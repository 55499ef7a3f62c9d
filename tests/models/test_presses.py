"""Presses of the bot's own buttons: every one reads back, and those of messages sent long ago still do."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from types import UnionType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models import buttons
from bot.models.buttons.callback_data import MAX_DATA_BYTES, Action
from bot.models.buttons.presses import (
    DigestNow,
    Join,
    Leave,
    NoMore,
    Press,
    ReadHere,
    Resize,
    SetFormat,
    SetLanguage,
    SetPictures,
    SetSchedule,
    SetSummaryLanguage,
    ShowCategories,
    ShowHeadlines,
    ShowLanguages,
    ShowSchedule,
    ShowSettings,
    ShowSubscriptions,
    ShowSummaryLanguages,
    Tick,
    Translate,
    decode,
    encode,
)
from bot.models.buttons.reader_presses import (
    AskLocation,
    SetOtherLanguages,
    SetReading,
    SetZone,
    ShowReading,
    ShowZones,
)
from bot.render.keyboards import SCHEDULE_PRESETS
from bot.text.zone_names import zone_names

# Buttons of messages that stand in people's chats since before the presses were declared. Never change a line.
SENT_LONG_AGO: list[tuple[str, Press]] = [
    ("ti:1:1:0", Tick(category_id=1, on=True, page=0)),
    ("ti:42:0:3", Tick(category_id=42, on=False, page=3)),
    ("ti:999999999:1:999999999", Tick(category_id=999999999, on=True, page=999999999)),
    ("ca:0", ShowCategories(page=0)),
    ("ca:12", ShowCategories(page=12)),
    ("jo:7", Join(category_id=7)),
    ("le:7", Leave(category_id=7)),
    ("le:0", Leave(category_id=None)),
    ("su:0", ShowSubscriptions(page=0)),
    ("su:2", ShowSubscriptions(page=2)),
    ("he:0:0", ShowHeadlines(category_id=None, page=0)),
    ("he:5:4", ShowHeadlines(category_id=5, page=4)),
    ("dn", DigestNow()),
    ("ss", ShowSchedule()),
    ("sc:08:00", SetSchedule(text="08:00")),
    ("sc:08:00 18:30", SetSchedule(text="08:00 18:30")),
    ("sc:weekdays 07:30", SetSchedule(text="weekdays 07:30")),
    ("sc:hourly", SetSchedule(text="hourly")),
    ("sc:instant", SetSchedule(text="instant")),
    ("sc:off", SetSchedule(text="off")),
    ("zo:Europe/London", SetZone(zone="Europe/London")),
    ("zo:Europe/Berlin", SetZone(zone="Europe/Berlin")),
    ("zo:America/New_York", SetZone(zone="America/New_York")),
    ("zo:America/Los_Angeles", SetZone(zone="America/Los_Angeles")),
    ("zo:Asia/Taipei", SetZone(zone="Asia/Taipei")),
    ("zo:Asia/Hong_Kong", SetZone(zone="Asia/Hong_Kong")),
    ("zo:Asia/Tokyo", SetZone(zone="Asia/Tokyo")),
    ("zo:Asia/Kolkata", SetZone(zone="Asia/Kolkata")),
    ("zo:America/Argentina/ComodRivadavia", SetZone(zone="America/Argentina/ComodRivadavia")),
    ("zo:Etc/GMT+8", SetZone(zone="Etc/GMT+8")),
    ("zo:Etc/GMT-14", SetZone(zone="Etc/GMT-14")),
    ("zo:GB-Eire", SetZone(zone="GB-Eire")),
    ("zo:UTC", SetZone(zone="UTC")),
    ("la:en", SetLanguage(language="en")),
    ("la:zh-Hant", SetLanguage(language="zh-Hant")),
    ("se", ShowSettings()),
    ("sz", ShowZones()),
    ("sl", ShowLanguages()),
    ("sm", ShowSummaryLanguages()),
    ("sg:original", SetSummaryLanguage(language="original")),
    ("sg:en", SetSummaryLanguage(language="en")),
    ("sg:zh-Hant", SetSummaryLanguage(language="zh-Hant")),
    ("sg:zh-Hans", SetSummaryLanguage(language="zh-Hans")),
    ("pi:1", SetPictures(on=True)),
    ("pi:0", SetPictures(on=False)),
    ("fo:auto", SetFormat(name="auto")),
    ("fo:rich", SetFormat(name="rich")),
    ("fo:classic", SetFormat(name="classic")),
    ("re:1", Resize(sentences=1)),
    ("re:12", Resize(sentences=12)),
    ("tr:3:en", Translate(sentences=3, language="en")),
    ("tr:12:zh-Hant", Translate(sentences=12, language="zh-Hant")),
    ("rh", ReadHere()),
    ("rh:2", ReadHere(page=2)),
    ("rh:40", ReadHere(page=40)),
    ("ss:1", ShowSchedule(here=True)),
    ("nm", NoMore()),
    ("zl", AskLocation()),
    ("rl", ShowReading()),
    ("rl:1", ShowReading(apart=True)),
    ("rt:1:zh-Hant", SetReading(on=True, language="zh-Hant")),
    ("rt:0:en", SetReading(on=False, language="en")),
    ("rt:1:any", SetReading(on=True, language="any")),
    ("ro:left-out", SetOtherLanguages(name="left-out")),
]


@pytest.mark.parametrize(("data", "press"), SENT_LONG_AGO)
def test_a_button_of_an_old_message_means_what_it_meant(data: str, press: Press) -> None:
    assert decode(data) == press
    assert encode(press) == data


def test_the_old_messages_have_every_kind_of_button_that_there_was() -> None:
    verbs = "ca dn fo he jo la le nm pi re rh rl ro rt sc se sg sl sm ss su sz ti tr zl zo"
    assert {data[:2] for data, _ in SENT_LONG_AGO} == set(verbs.split())


def any_value(hint: Any) -> st.SearchStrategy[Any]:
    """A value that a field of this type may have on a button."""
    if get_origin(hint) is Annotated:
        return st.sampled_from(get_args(hint)[1])
    if get_origin(hint) is UnionType:
        return st.none() | any_value(get_args(hint)[0])
    numbers, texts = st.integers(1, 10**8), st.from_regex(r"[A-Za-z0-9_+/ -]{1,30}", fullmatch=True)
    return {int: numbers, bool: st.booleans(), str: texts}[hint]


def any_press(kind: type[Press]) -> st.SearchStrategy[Press]:
    hints = get_type_hints(kind, include_extras=True)
    return st.builds(kind, **{field.name: any_value(hints[field.name]) for field in dataclasses.fields(kind)})


@settings(deadline=None)
@given(st.one_of([any_press(kind) for kind in get_args(Press)]))
def test_every_press_reads_back_from_its_data(press: Press) -> None:
    data = encode(press)
    assert 1 <= len(data.encode()) <= MAX_DATA_BYTES
    assert decode(data) == press


def test_every_zone_and_schedule_on_a_button_fits() -> None:
    for zone in {zone for zones in zone_names().values() for zone in zones}:
        assert decode(encode(SetZone(zone=zone))) == SetZone(zone=zone)
    for text in SCHEDULE_PRESETS:
        assert decode(encode(SetSchedule(text=text))) == SetSchedule(text=text)


def test_every_press_that_is_declared_is_one_of_the_union() -> None:
    declared = {
        kind
        for entry in pkgutil.iter_modules(buttons.__path__)
        if entry.name.endswith("presses")
        for kind in vars(importlib.import_module(f"{buttons.__name__}.{entry.name}")).values()
        if isinstance(kind, type) and "verb" in vars(kind)
    }
    assert declared - {Action} == set(get_args(Press))


@pytest.mark.parametrize(
    "data",
    [
        None, "", "ti", "ti:", "ti:1", "ti:1:2:0", "ti:1:1:-1", "ti:01:1:0", "ti:x:1:0", "ti:1:1:0:9", "xx:1", "dn:1",
        "dn:", "re", "re:0", "re:13", "re:3:", "re:9999999999", "tr:3", "tr:0:en", "ca:1 ", "TI:1:1:0", "sc",
        "zo:\nUTC", "le:-1", "le:", "a" * 65, "rh:", "rh:1", "jo:１", "pi:2", "dns",
    ],
)  # fmt: skip
def test_forged_data_reads_as_nothing(data: str | None) -> None:
    assert decode(data) is None


@settings(deadline=None)
@given(st.text(max_size=80) | st.from_regex(r"[a-z]{2}(:[a-z0-9:/ +_-]{0,12})?", fullmatch=True))
def test_any_text_reads_as_nothing_or_as_what_it_says(data: str) -> None:
    press = decode(data)
    assert press is None or encode(press) == data
