"""Handles the look of digests and the messages they come in: chosen from /settings, in place, with a way back."""

from __future__ import annotations

import asyncio

from bot.chat.turn import Turn
from bot.digest.draw import usual_layout
from bot.models.buttons.digest_presses import SetLayout, SetLook, ShowLayouts, ShowLooks, UseSimpleLook
from bot.models.chats import ChatChanges, DigestFormat, DigestLayout, DigestLook, LookChoice
from bot.pictures.look_previews import look_preview
from bot.render.digest_keyboards import (
    LAYOUTS,
    layouts_keyboard,
    looks_keyboard,
    simple_look_chosen_keyboard,
)


async def on_show_looks(turn: Turn, press: ShowLooks) -> None:
    """Show the looks, with a picture of each, in place of the settings."""
    await turn.toast()
    await _show_looks(turn)


async def on_set_look(turn: Turn, press: SetLook) -> None:
    """Set the look that the button names."""
    if press.name not in set(LookChoice):
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await turn.change(**_changes(turn, LookChoice(press.name)))
    await turn.toast(turn.say("chat-saved"))
    await _show_looks(turn)


async def on_use_simple_look(turn: Turn, press: UseSimpleLook) -> None:
    """Send classic digests from now on, and offer what the person may have missed."""
    await turn.change(format=DigestFormat.CLASSIC)
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(turn.say("chat-simple-look-set"), keyboard=simple_look_chosen_keyboard(turn.say))


async def on_show_layouts(turn: Turn, press: ShowLayouts) -> None:
    """Show the layouts in place of the settings."""
    await turn.toast()
    await _show_layouts(turn)


async def on_set_layout(turn: Turn, press: SetLayout) -> None:
    """Set the layout that the button names."""
    if press.name not in LAYOUTS:
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await turn.change(layout=DigestLayout(press.name))
    await turn.toast(turn.say("chat-saved"))
    await _show_layouts(turn)


def chosen_look(turn: Turn) -> LookChoice:
    """What the chat's digests look like."""
    return LookChoice.SIMPLE if turn.wants_classic else LookChoice(turn.chat.look)


def _changes(turn: Turn, choice: LookChoice) -> ChatChanges:
    if choice is LookChoice.SIMPLE:
        return {"format": DigestFormat.CLASSIC}
    owners = turn.services.settings.digest_format  # what "auto" means here
    wanted = DigestFormat.RICH if owners is DigestFormat.CLASSIC else DigestFormat.AUTO
    return {"look": DigestLook(choice), "format": wanted}


async def _show_looks(turn: Turn) -> None:
    current = chosen_look(turn)
    picture = await asyncio.to_thread(look_preview, current)
    await turn.redraw_picture(picture, turn.say("chat-look"), keyboard=looks_keyboard(current, say=turn.say))


async def _show_layouts(turn: Turn) -> None:
    await turn.redraw(turn.say("chat-layout"), keyboard=layouts_keyboard(usual_layout(turn.chat), say=turn.say))
