"""Buttons that act on another chat than the one they stand in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.buttons.aiming import aim, aimed_at
from bot.models.buttons.callback_data import MAX_DATA_BYTES
from bot.models.buttons.place_presses import MakeTopics, ShowPlaces
from bot.models.buttons.presses import SetSchedule, ShowSettings, decode, encode
from bot.models.buttons.reader_presses import SetZone
from bot.models.chats import ChatKey
from bot.render.place_keyboards import aimed_keyboard, places_keyboard
from bot.text.zone_names import zones_of_language
from bot.texts import speaker


@settings(max_examples=30, deadline=None)
@given(st.integers(-(2**52), -1), st.integers(0, 2**31 - 1))
def test_what_is_aimed_reads_back(chat_id: int, thread_id: int) -> None:
    key = ChatKey(chat_id=chat_id, thread_id=thread_id)
    assert aimed_at(aim("ti:12:1:0", key)) == (key, "ti:12:1:0")


@pytest.mark.parametrize(
    "data", [None, "", "se", "@:se", "@0:se", "@abc", "@ABC:se", "@a.0:se", "@a.b.c:se", "@aaaaaaaaaaaaa:x"]
)
def test_other_data_is_aimed_at_nothing(data: str | None) -> None:
    assert aimed_at(data) == (None, data or "")
    assert decode(data) == (ShowSettings() if data == "se" else None)


def test_settings_fit_with_the_longest_id_there_is() -> None:
    key = ChatKey(chat_id=-(2**52), thread_id=2**31 - 1)
    zones = [zone for language in ("en", "es", "ru", "pt") for zone in zones_of_language(language)]
    for press in (SetZone(zone=max(zones, key=len)), SetSchedule(text="weekdays 07:30"), MakeTopics()):
        assert len(aim(encode(press), key)) <= MAX_DATA_BYTES


def test_what_does_not_fit_and_private_chats_are_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        aim("sc:" + "x" * 60, ChatKey(chat_id=-1001000000001))
    with pytest.raises(ValueError, match="groups and channels"):
        aim("se", ChatKey(chat_id=7))


def test_buttons_about_the_person_and_links_stay_as_they_are() -> None:
    keyboard = places_keyboard([], say=speaker("en"))
    aimed = aimed_keyboard(keyboard, ChatKey(chat_id=-100))
    assert aimed[0] == keyboard[0]
    assert aimed[-1][0].data == aim(encode(ShowSettings()), ChatKey(chat_id=-100))
    assert encode(ShowPlaces()) == "pl"
