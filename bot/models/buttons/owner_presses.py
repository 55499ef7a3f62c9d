"""What presses of the owner's buttons ask for; `bot.models.buttons.presses` says how presses work.

They are for owners alone: whoever else presses them is told that the button is not known.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.buttons.callback_data import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSources(Action):
    """Show a page of the sources, counted from 0, in place of the message."""

    verb = "ow"
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSource(Action):
    """Show a source in place of the message; `page`: of the list that leads back."""

    verb = "oo"
    source_id: int
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSource(Action):
    """Read a source now, also one that is switched off, and show how that went."""

    verb = "or"
    source_id: int
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AskRemoveSource(Action):
    """Ask whether to remove a source."""

    verb = "oa"
    source_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSource(Action):
    """Remove a source (`sure`), or say that it stays."""

    verb = "ox"
    source_id: int
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferFeeds(Action):
    """Look for the feeds of the link below the message."""

    verb = "of"


@dataclass(frozen=True, slots=True, kw_only=True)
class PickFeed(Action):
    """Add one of the feeds that the message lists, counted from 0."""

    verb = "op"
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PickCategory(Action):
    """Add the feed that the message names in a category, or in those that its articles name (None)."""

    verb = "oc"
    category_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelAdding(Action):
    """Add nothing of what the message names."""

    verb = "on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announce(Action):
    """Send an announcement that the message shows to all chats (`sure`), or never."""

    verb = "ob"
    announcement_id: int
    sure: bool


OwnerPress = (
    ShowSources
    | ShowSource
    | ReadSource
    | AskRemoveSource
    | RemoveSource
    | OfferFeeds
    | PickFeed
    | PickCategory
    | CancelAdding
    | Announce
)
