"""What presses of the buttons at recaps ask for; `presses` says how they work."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.buttons.callback_data import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRecap(Change):
    """Send a recap at these times from now on, given as `/schedule` takes it with the word "recap"; "off": none."""

    verb = "rc"
    text: str


RecapPress = SetRecap
