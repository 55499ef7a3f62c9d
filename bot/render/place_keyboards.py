"""Builds the buttons about channels, groups and topics, and aims buttons at another chat."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.models.buttons.aiming import aim
from bot.models.buttons.place_presses import PERSONAL_VERBS, AskForPlace, MakeTopics, ShowPlaces, UndoTopics
from bot.models.buttons.presses import ShowSettings, encode
from bot.models.chats import ChatKey
from bot.models.messages import Button, Keyboard
from bot.models.places import Place
from bot.render.keyboards import BACK_TO_SETTINGS, LABEL_UNITS, button, packed
from bot.text.markup import shorten
from bot.texts import Say


def aimed_keyboard(keyboard: Keyboard, key: ChatKey) -> Keyboard:
    """The same buttons, acting on this channel or group; those about the person stay as they are."""
    return tuple(tuple(_aimed(entry, key) for entry in row) for row in keyboard)


def _aimed(entry: Button, key: ChatKey) -> Button:
    if entry.data is None or entry.data[:2] in PERSONAL_VERBS:
        return entry
    return replace(entry, data=aim(entry.data, key))


def places_keyboard(places: Sequence[Place], *, say: Say) -> Keyboard:
    """The channels and groups that somebody looks after, and buttons for further ones."""
    here = encode(ShowSettings())
    shown = [
        Button(
            text=shorten(place.title or str(place.chat_id), LABEL_UNITS),
            data=aim(here, ChatKey(chat_id=place.chat_id)),
        )
        for place in places
    ]
    return (*packed(shown), *add_buttons(say), BACK_TO_SETTINGS)


def add_buttons(say: Say) -> Keyboard:
    """The row that adds the bot to a channel or a group."""
    return (
        (
            button(say("place-button-add-channel"), AskForPlace(channel=True)),
            button(say("place-button-add-group"), AskForPlace(channel=False)),
        ),
    )


def add_links(bot_username: str, *, say: Say) -> Keyboard:
    """The same as links that Telegram opens by itself. https://core.telegram.org/api/links#groupchannel-bot-links"""
    return (
        (Button(text=say("place-button-add-channel"), url=channel_link(bot_username)),),
        (Button(text=say("place-button-add-group"), url=group_link(bot_username)),),
    )


def channel_link(bot_username: str) -> str:
    """The address that adds the bot to a channel, with the right that it needs there."""
    return f"https://t.me/{bot_username}?startchannel&admin=post_messages"


def group_link(bot_username: str) -> str:
    """The address that adds the bot to a group."""
    return f"https://t.me/{bot_username}?startgroup"


def places_button(say: Say) -> Keyboard:
    """The row that leads to the channels and groups that somebody looks after."""
    return ((button(say("place-button-places"), ShowPlaces()),),)


def topics_button(say: Say) -> Keyboard:
    """The row that makes a topic for each category."""
    return ((button(say("topics-button-make"), MakeTopics()),),)


def undo_topics_button(say: Say) -> Keyboard:
    """The row that gives the categories of topics back."""
    return ((button(say("topics-button-undo"), UndoTopics()),),)
