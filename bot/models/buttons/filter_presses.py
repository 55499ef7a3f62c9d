"""What presses of the buttons at filters and mutes ask for; `presses` says how they work."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.buttons.callback_data import Action, Change


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveRules(Change):
    """Save the rules that the message previews."""

    verb = "fs"


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelRules(Change):
    """Save nothing of what the message previews."""

    verb = "fc"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowFilters(Action):
    """Show a page of the rules and mutes, counted from 0, in place of the message."""

    verb = "fl"
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveRule(Change):
    """Remove a rule, or end the muting of a source, and show the same page of the list again."""

    verb = "fr"
    rule_id: int
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreRule(Change):
    """Save the rule again that the message says was removed, or mute the source again (`mute`); show the list again."""

    verb = "fu"
    mute: bool
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MuteSource(Change):
    """Show nothing of who published this article any more."""

    verb = "ms"
    article_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmuteStory(Change):
    """Tell again what is new in the story of this article, and show the same page of the list again."""

    verb = "us"
    article_id: int
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreStoryMute(Change):
    """Mute the story of this article again, and show the same page of the list again."""

    verb = "um"
    article_id: int
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetTaste(Change):
    """Forget one thing that was learnt from presses, and show the same page of the list again."""

    verb = "ft"
    taste_id: int
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ForgetTastes(Change):
    """Forget all that was learnt from presses, and show the list again."""

    verb = "fa"


FilterPress = (
    SaveRules
    | CancelRules
    | ShowFilters
    | RemoveRule
    | RestoreRule
    | MuteSource
    | UnmuteStory
    | RestoreStoryMute
    | ForgetTaste
    | ForgetTastes
)
