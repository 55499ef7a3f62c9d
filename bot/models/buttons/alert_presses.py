"""What the buttons at alerts, quiet hours and stories ask for; `presses` says how they work."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.buttons.callback_data import Action, Change

# --- alerts -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveAlert(Change):
    """Save the alert that the message previews."""

    verb = "as"


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelAlert(Change):
    """Save no alert."""

    verb = "ac"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowAlerts(Action):
    """Show the alerts, in place of the message."""

    verb = "al"


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAlert(Change):
    """Remove an alert, and show the list again."""

    verb = "ar"
    alert_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreAlert(Change):
    """Bring a removed alert back, and show the list again."""

    verb = "au"
    alert_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAlert(Change):
    """End an alert, or bring it back (`on`), at its message."""

    verb = "at"
    alert_id: int
    on: bool


# --- quiet hours ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowQuiet(Action):
    """Show the quiet hours, in place of the settings."""

    verb = "qh"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetQuiet(Change):
    """Set the quiet hours, given as `/quiet` takes them."""

    verb = "qs"
    text: str


# --- one story --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFollow(Change):
    """Follow the story of this article, or no longer."""

    verb = "fw"
    article_id: int
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetStoryMute(Change):
    """Tell the chat nothing of the story of this article any more, or what is new again."""

    verb = "sx"
    article_id: int
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSourceMute(Change):
    """Show nothing of who published this article, or show it again."""

    verb = "sq"
    article_id: int
    on: bool


# --- words to hide ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferWords(Action):
    """Offer words of the titles of that digest, to hide the stories that have them."""

    verb = "wo"
    upto_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HideWord(Change):
    """Preview the filter that hides a word: the one of this number among those of the article's title."""

    verb = "hw"
    article_id: int
    number: int


AlertPress = (
    SaveAlert
    | CancelAlert
    | ShowAlerts
    | RemoveAlert
    | RestoreAlert
    | SetAlert
    | ShowQuiet
    | SetQuiet
    | SetFollow
    | SetStoryMute
    | SetSourceMute
    | OfferWords
    | HideWord
)
