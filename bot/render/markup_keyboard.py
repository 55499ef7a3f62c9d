"""Replaces single buttons of a keyboard that a message has already (pure)."""

from __future__ import annotations

from collections.abc import Mapping

from bot.models.buttons.presses import Press, decode
from bot.models.messages import Button, Keyboard


def switched(keyboard: Keyboard, buttons: Mapping[Press, Button]) -> Keyboard:
    """The keyboard with the buttons of these presses replaced."""

    def new(entry: Button) -> Button:
        press = decode(entry.data)
        return entry if press is None else buttons.get(press, entry)

    return tuple(tuple(map(new, row)) for row in keyboard)
