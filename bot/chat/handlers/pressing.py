"""Answers every press of a button: reads it, checks that the person may press it, and calls its handler."""

from __future__ import annotations

import contextlib
from typing import assert_never

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.chat.handlers import headlines, link_summary, preferences, settings, story, subscribe
from bot.chat.turn import AppState, Turn, open_turn
from bot.models import presses
from bot.models.presses import Change, Press, decode
from bot.text_keys import TextKey
from bot.texts import match_language, say


async def on_press(state: AppState, update: Update) -> None:
    """Do what the button says if the bot built it, its message can be read, and the person may press it."""
    query = update.callback_query
    assert query is not None
    press = decode(query.data)
    if press is None or not isinstance(query.message, Message):
        # The bot did not build this data, or the message is deleted or too old to be edited.
        key: TextKey = "chat-button-unknown" if press is None else "chat-message-too-old"
        with contextlib.suppress(BadRequest):  # the press may be too old to be answered
            await query.answer(say(match_language(query.from_user.language_code), key))
        return
    turn = await open_turn(state, update)
    assert turn is not None  # the message has a chat
    # In a channel the answer to a press goes to all readers, so only administrators may press anything.
    is_open = turn.telegram_chat.type != ChatType.CHANNEL and not isinstance(press, Change)
    if is_open or await turn.may_change():
        await _handle(turn, press)
    await turn.toast()  # the error handler answers a press whose handler fails


async def _handle(turn: Turn, press: Press) -> None:
    match press:
        case presses.Tick():
            await subscribe.on_tick(turn, press)
        case presses.ShowCategories():
            await subscribe.on_show_categories(turn, press)
        case presses.Join():
            await subscribe.on_join(turn, press)
        case presses.Leave():
            await subscribe.on_leave(turn, press)
        case presses.ShowSubscriptions():
            await subscribe.on_show_subscriptions(turn, press)
        case presses.ShowHeadlines():
            await headlines.on_show_headlines(turn, press)
        case presses.DigestNow():
            await headlines.on_digest_now(turn, press)
        case presses.ShowSchedule():
            await settings.on_show_schedule(turn, press)
        case presses.SetSchedule():
            await settings.on_set_schedule(turn, press)
        case presses.SetZone():
            await settings.on_set_zone(turn, press)
        case presses.SetLanguage():
            await settings.on_set_language(turn, press)
        case presses.ShowSettings():
            await preferences.on_show_settings(turn, press)
        case presses.ShowZones():
            await settings.on_show_zones(turn, press)
        case presses.ShowLanguages():
            await settings.on_show_languages(turn, press)
        case presses.ShowSummaryLanguages():
            await preferences.on_show_summary_languages(turn, press)
        case presses.SetSummaryLanguage():
            await preferences.on_set_summary_language(turn, press)
        case presses.SetPictures():
            await preferences.on_set_pictures(turn, press)
        case presses.SetFormat():
            await preferences.on_set_format(turn, press)
        case presses.Resize():
            await link_summary.on_resize(turn, press)
        case presses.Translate():
            await link_summary.on_translate(turn, press)
        case presses.ReadHere():
            await link_summary.on_read_here(turn, press)
        case presses.ShowStory():
            await story.on_show_story(turn, press)
        case presses.PartTelling():
            await story.on_part_telling(turn, press)
        case _:
            assert_never(press)
