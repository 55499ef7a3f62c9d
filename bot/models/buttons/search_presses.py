"""What presses of the buttons below the results of a search ask for; `presses` says how they work."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.buttons.callback_data import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowResults(Action):
    """Show a page, counted from 0, of what was searched for in the message. `filtered`: the chat's rules hold, too."""

    verb = "sr"
    page: int
    filtered: bool = False


SearchPress = ShowResults
