"""What a press asks for by which a chat deletes its own data; `bot.models.buttons.presses` says how presses work."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.buttons.callback_data import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetChat(Change):
    """Delete all that is stored of the chat (`sure`), or nothing."""

    verb = "xf"
    sure: bool
