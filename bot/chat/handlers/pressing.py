"""Every press of a button: read, judged, handed on, and always answered."""

from __future__ import annotations

import contextlib
from typing import assert_never

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.chat.handlers import headlines, link_summary, preferences, settings, subscribe
from bot.chat.presses import (
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
)
from bot.chat.turn import Hub, Turn, open_turn
from bot.text_keys import TextKey
from bot.texts import match_language, say

_CHANGES = (Tick, Join, Leave, SetSchedule, SetZone, SetLanguage, SetSummaryLanguage, SetPictures, SetFormat)


async def on_press(hub: Hub, update: Update) -> None:
    """Do what the button says if it is ours, can still be read, and the presser may."""
    query = update.callback_query
    assert query is not None
    press = decode(query.data)
    if press is None or not isinstance(query.message, Message):
        # Data nobody built here, or a message that is deleted or too old to be changed.
        key: TextKey = "chat-button-unknown" if press is None else "chat-message-too-old"
        with contextlib.suppress(BadRequest):  # the press may be too old to be answered
            await query.answer(say(match_language(query.from_user.language_code), key))
        return
    turn = await open_turn(hub, update)
    assert turn is not None  # the message has a chat
    # In a channel a press speaks to all its readers, so every one is the administrators' own.
    is_open = turn.place.type != ChatType.CHANNEL and not isinstance(press, _CHANGES)
    if is_open or await turn.may_change():
        await _hand_on(turn, press)
    await turn.toast()  # one that fails is answered by the error handler


async def _hand_on(turn: Turn, press: Press) -> None:
    match press:
        case Tick():
            await subscribe.on_tick(turn, press)
        case ShowCategories():
            await subscribe.on_show_categories(turn, press)
        case Join():
            await subscribe.on_join(turn, press)
        case Leave():
            await subscribe.on_leave(turn, press)
        case ShowSubscriptions():
            await subscribe.on_show_subscriptions(turn, press)
        case ShowHeadlines():
            await headlines.on_show_headlines(turn, press)
        case DigestNow():
            await headlines.on_digest_now(turn, press)
        case ShowSchedule():
            await settings.on_show_schedule(turn, press)
        case SetSchedule():
            await settings.on_set_schedule(turn, press)
        case SetZone():
            await settings.on_set_zone(turn, press)
        case SetLanguage():
            await settings.on_set_language(turn, press)
        case ShowSettings():
            await preferences.on_show_settings(turn, press)
        case ShowZones():
            await settings.on_show_zones(turn, press)
        case ShowLanguages():
            await settings.on_show_languages(turn, press)
        case ShowSummaryLanguages():
            await preferences.on_show_summary_languages(turn, press)
        case SetSummaryLanguage():
            await preferences.on_set_summary_language(turn, press)
        case SetPictures():
            await preferences.on_set_pictures(turn, press)
        case SetFormat():
            await preferences.on_set_format(turn, press)
        case Resize():
            await link_summary.on_resize(turn, press)
        case ReadHere():
            await link_summary.on_read_here(turn, press)
        case _:
            assert_never(press)
