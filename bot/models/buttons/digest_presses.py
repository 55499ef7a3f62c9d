"""What the buttons at a digest ask for, and those that choose how digests come. `presses` names them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from bot.models.buttons.callback_data import Action, Change

EVERYTHING = 255  # that a press weighed

# --- how digests come -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowLooks(Action):
    """Show the looks of digests with a picture of each, in place of the settings."""

    verb = "sk"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLook(Change):
    """Set the look of digests: a value of `LookChoice`."""

    verb = "lk"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowLayouts(Action):
    """Show in which messages a digest of several categories can come, in place of the settings."""

    verb = "sy"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLayout(Change):
    """Set in which messages a digest of several categories comes: a value of `DigestLayout`."""

    verb = "ly"
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UseSimpleLook(Change):
    """Make digests classic messages: the person sees nothing of the others."""

    verb = "si"


# --- at a digest ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSettings(Action):
    """Show all settings as a message of its own: the digest stays."""

    verb = "os"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowWhy(Action):
    """Say why the stories of the digest were chosen. It is the one that told articles up to this id."""

    verb = "wy"
    upto_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowLess(Action):
    """Offer what the chat can get less of: the stories and the categories of that digest."""

    verb = "ls"
    upto_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute(Change):
    """Never tell the chat of the story of this article again."""

    verb = "mu"
    article_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferLikes(Action):
    """Offer the stories of that digest, to see `more` or less like one of them."""

    verb = "lr"
    upto_id: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Like(Change):
    """Put stories like this article's higher (`more`), or lower."""

    verb = "lm"
    article_id: int
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBackLike(Change):
    """Take back what a press of `Like` with the same values did, at its answer.

    `moved` has a bit for each thing that was weighed and could move; what was at its end already stays there.
    """

    verb = "lt"
    article_id: int
    more: bool
    moved: Annotated[int, range(1, EVERYTHING + 1)] = EVERYTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Longer(Action):
    """Show a longer summary of this article in the digest; where that cannot be, answer with it."""

    verb = "lo"
    article_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shorter(Action):
    """Show the summary of this article again that the digest was sent with."""

    verb = "sh"
    article_id: int


DigestPress = (
    ShowLooks
    | SetLook
    | ShowLayouts
    | SetLayout
    | UseSimpleLook
    | OpenSettings
    | ShowWhy
    | ShowLess
    | Mute
    | OfferLikes
    | Like
    | TakeBackLike
    | Longer
    | Shorter
)
