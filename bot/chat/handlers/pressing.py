"""Answers every press of a button: reads it, checks that the person may press it, and calls its handler."""

from __future__ import annotations

import contextlib
from typing import assert_never

from telegram import Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.chat import lengthening
from bot.chat.finding import searching, why
from bot.chat.handlers import (
    alerts,
    digest_buttons,
    filtering,
    headlines,
    link_summary,
    looks,
    muting,
    own_data,
    owner_pressing,
    places,
    preferences,
    publishing,
    reading_languages,
    recap,
    settings,
    story,
    subscribe,
    time_zone,
    topics,
)
from bot.chat.opening import open_turn
from bot.chat.press_quotas import is_admitted
from bot.chat.state import AppState
from bot.chat.targets import aim_at_pressed
from bot.chat.turn import Turn
from bot.models.buttons import (
    alert_presses,
    digest_presses,
    filter_presses,
    place_presses,
    presses,
    publishing_presses,
    reader_presses,
)
from bot.models.buttons.aiming import aimed_at
from bot.models.buttons.alert_presses import AlertPress
from bot.models.buttons.callback_data import Change
from bot.models.buttons.digest_presses import DigestPress
from bot.models.buttons.filter_presses import FilterPress
from bot.models.buttons.own_data_presses import ForgetChat
from bot.models.buttons.owner_presses import OwnerPress
from bot.models.buttons.place_presses import PlacePress
from bot.models.buttons.presses import OwnPress, Press, decode
from bot.models.buttons.publishing_presses import PublishingPress
from bot.models.buttons.reader_presses import ReaderPress
from bot.models.buttons.recap_presses import RecapPress
from bot.models.buttons.search_presses import SearchPress
from bot.text_keys import TextKey
from bot.texts import match_language, say


async def on_press(state: AppState, update: Update) -> None:
    """Do what the button says if the bot built it, its message can be read, and the person may press it."""
    query = update.callback_query
    assert query is not None
    target, data = aimed_at(query.data)
    press = decode(data)
    if press is None or not isinstance(query.message, Message):
        # The bot did not build this data, or the message is deleted or too old to be edited.
        key: TextKey = "chat-button-unknown" if press is None else "chat-message-too-old"
        with contextlib.suppress(BadRequest):  # the press may be too old to be answered
            await query.answer(say(match_language(query.from_user.language_code), key))
        return
    if not await is_admitted(state, query, query.message, press):
        return
    turn = await open_turn(state, update)
    assert turn is not None  # the message has a chat
    # In a channel the answer to a press goes to all readers, so only administrators may press anything.
    if target is not None and not await aim_at_pressed(turn, target):
        return
    is_open = turn.telegram_chat.type != ChatType.CHANNEL and not isinstance(press, Change)
    if is_open or await turn.may_change():
        await _handle(turn, press)
    await turn.toast()  # the error handler answers a press whose handler fails


async def _handle(turn: Turn, press: Press) -> None:
    """Call the handler; each family of presses has a function of its own."""
    if isinstance(press, DigestPress):
        await _of_digests(turn, press)
    elif isinstance(press, FilterPress):
        await _of_filters(turn, press)
    elif isinstance(press, ReaderPress):
        await _of_readers(turn, press)
    elif isinstance(press, OwnerPress):
        await owner_pressing.handle(turn, press)
    elif isinstance(press, PublishingPress):
        await _of_publishing(turn, press)
    elif isinstance(press, PlacePress):
        await _of_places(turn, press)
    elif isinstance(press, AlertPress):
        await _of_alerts(turn, press)
    elif isinstance(press, RecapPress):
        await recap.on_set_recap(turn, press)
    elif isinstance(press, SearchPress):
        await searching.on_show_results(turn, press)
    elif isinstance(press, ForgetChat):
        await own_data.on_forget(turn, press)
    else:
        await _of_all_others(turn, press)


async def _of_all_others(turn: Turn, press: OwnPress) -> None:
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
        case presses.SetLanguage():
            await settings.on_set_language(turn, press)
        case presses.ShowSettings():
            await preferences.on_show_settings(turn, press)
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
        case presses.NoMore():
            await turn.toast(turn.say("chat-link-no-longer"), alert=True)
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


async def _of_digests(turn: Turn, press: DigestPress) -> None:
    turn.is_discreet = True  # in a group: what one member asks of a digest is no news to all
    match press:
        case digest_presses.ShowLooks():
            await looks.on_show_looks(turn, press)
        case digest_presses.SetLook():
            await looks.on_set_look(turn, press)
        case digest_presses.ShowLayouts():
            await looks.on_show_layouts(turn, press)
        case digest_presses.SetLayout():
            await looks.on_set_layout(turn, press)
        case digest_presses.UseSimpleLook():
            await looks.on_use_simple_look(turn, press)
        case digest_presses.OpenSettings():
            await preferences.on_open_settings(turn, press)
        case digest_presses.ShowWhy():
            await why.on_show_why(turn, press)
        case digest_presses.ShowLess():
            await digest_buttons.on_show_less(turn, press)
        case digest_presses.Mute():
            await digest_buttons.on_mute(turn, press)
        case digest_presses.OfferLikes():
            await digest_buttons.on_offer_likes(turn, press)
        case digest_presses.Like():
            await digest_buttons.on_like(turn, press)
        case digest_presses.TakeBackLike():
            await digest_buttons.on_take_back_like(turn, press)
        case digest_presses.Longer():
            await lengthening.on_longer(turn, press)
        case digest_presses.Shorter():
            await lengthening.on_shorter(turn, press)
        case _:
            assert_never(press)


async def _of_filters(turn: Turn, press: FilterPress) -> None:
    match press:
        case filter_presses.SaveRules():
            await filtering.on_save_rules(turn, press)
        case filter_presses.CancelRules():
            await filtering.on_cancel_rules(turn, press)
        case filter_presses.ShowFilters():
            await filtering.on_show_filters(turn, press)
        case filter_presses.RemoveRule():
            await filtering.on_remove_rule(turn, press)
        case filter_presses.RestoreRule():
            await filtering.on_restore_rule(turn, press)
        case filter_presses.ForgetTaste():
            await filtering.on_forget_taste(turn, press)
        case filter_presses.ForgetTastes():
            await filtering.on_forget_tastes(turn)
        case filter_presses.UnmuteStory():
            await filtering.on_unmute_story(turn, press)
        case filter_presses.RestoreStoryMute():
            await filtering.on_restore_story_mute(turn, press)
        case filter_presses.MuteSource():
            await muting.on_mute_source(turn, press)
        case _:
            assert_never(press)


async def _of_places(turn: Turn, press: PlacePress) -> None:
    match press:
        case place_presses.ShowPlaces():
            await places.on_show_places(turn, press)
        case place_presses.AskForPlace():
            await places.on_ask_for_place(turn, press)
        case place_presses.MakeTopics():
            await topics.on_make_topics(turn, press)
        case place_presses.UndoTopics():
            await topics.on_undo_topics(turn, press)
        case _:
            assert_never(press)


async def _of_alerts(turn: Turn, press: AlertPress) -> None:
    match press:
        case alert_presses.SaveAlert():
            await alerts.on_save_alert(turn, press)
        case alert_presses.CancelAlert():
            await alerts.on_cancel_alert(turn, press)
        case alert_presses.ShowAlerts():
            await alerts.on_show_alerts(turn, press)
        case alert_presses.RemoveAlert():
            await alerts.on_remove_alert(turn, press)
        case alert_presses.RestoreAlert():
            await alerts.on_restore_alert(turn, press)
        case alert_presses.SetAlert():
            await alerts.on_set_alert(turn, press)
        case alert_presses.ShowQuiet():
            await settings.on_show_quiet(turn, press)
        case alert_presses.SetQuiet():
            await settings.on_set_quiet(turn, press)
        case alert_presses.SetFollow():
            await muting.on_set_follow(turn, press)
        case alert_presses.SetStoryMute():
            await muting.on_set_story_mute(turn, press)
        case alert_presses.SetSourceMute():
            await muting.on_set_source_mute(turn, press)
        case alert_presses.OfferWords():
            await digest_buttons.on_offer_words(turn, press)
        case alert_presses.HideWord():
            await digest_buttons.on_hide_word(turn, press)
        case _:
            assert_never(press)


async def _of_readers(turn: Turn, press: ReaderPress) -> None:
    match press:
        case reader_presses.ShowZones():
            await time_zone.on_show_zones(turn, press)
        case reader_presses.SetZone():
            await time_zone.on_set_zone(turn, press)
        case reader_presses.AskLocation():
            await time_zone.on_ask_location(turn, press)
        case reader_presses.ShowReading():
            await reading_languages.on_show_reading(turn, press)
        case reader_presses.SetReading():
            await reading_languages.on_set_reading(turn, press)
        case reader_presses.SetOtherLanguages():
            await reading_languages.on_set_other_languages(turn, press)
        case _:
            assert_never(press)


async def _of_publishing(turn: Turn, press: PublishingPress) -> None:
    match press:
        case publishing_presses.Publish():
            await publishing.on_publish(turn, press)
        case publishing_presses.Withdraw():
            await publishing.on_withdraw(turn, press)
        case _:
            assert_never(press)
