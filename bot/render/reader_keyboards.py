"""The buttons by which a reader says where they live and what they read: time zone and languages."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models.buttons.reader_presses import ANY_LANGUAGE, AskLocation, SetOtherLanguages, SetReading, SetZone
from bot.models.chats import Chat, OtherLanguages
from bot.models.messages import Keyboard
from bot.render.keyboards import BACK_TO_SETTINGS, LABEL_UNITS, button, choice, packed
from bot.text.markup import shorten
from bot.texts import Say, text_key


def zones_keyboard(
    offers: Sequence[tuple[str, str]], *, say: Say, current: str = "", ask_location: bool = False
) -> Keyboard:
    """Time zones to choose from, as (label, IANA name), the chosen one marked, and a button for the person's place."""
    ticks = [
        button(choice(shorten(label, LABEL_UNITS), chosen=zone == current), SetZone(zone=zone))
        for label, zone in offers
    ]
    place = ((button(say("chat-button-location"), AskLocation()),),) if ask_location else ()
    return (*packed(ticks), *place, BACK_TO_SETTINGS)


def reading_keyboard(chat: Chat, offers: Sequence[tuple[str, str]], *, say: Say) -> Keyboard:
    """Languages to read, as (own name, tag), and what becomes of the others once one is chosen."""
    everything = button(
        choice(say("chat-reading-any"), chosen=not chat.reads), SetReading(on=True, language=ANY_LANGUAGE)
    )
    ticks = [
        button(choice(name, chosen=tag in chat.reads), SetReading(on=tag not in chat.reads, language=tag))
        for name, tag in offers
    ]
    others = [
        button(
            choice(say(text_key(f"chat-others-button-{kind}")), chosen=kind is chat.other_languages),
            SetOtherLanguages(name=kind.value),
        )
        for kind in OtherLanguages
    ]
    return ((everything,), *packed(ticks), tuple(others), BACK_TO_SETTINGS)
