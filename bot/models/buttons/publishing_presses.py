"""What presses of the buttons at `/publish` ask for; `presses` says how they work."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.buttons.callback_data import Change


@dataclass(frozen=True, slots=True, kw_only=True)
class Publish(Change):
    """Publish the chat's digests at a new private address; the one that it had is void."""

    verb = "pa"


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw(Change):
    """Publish the chat's digests no more."""

    verb = "pw"


PublishingPress = Publish | Withdraw
