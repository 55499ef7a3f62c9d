"""The presses that say where a reader lives and what they read: time zone and languages. `presses` names them all."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.buttons.callback_data import Action, Change

ANY_LANGUAGE = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowZones(Action):
    """Show the time zone and the usual ones, in place of the settings."""

    verb = "sz"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetZone(Change):
    """Set the time zone by its IANA name."""

    verb = "zo"
    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskLocation(Change):
    """Ask for the person's location, from which the time zone follows."""

    verb = "zl"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowReading(Action):
    """Show the languages that are read here, in place of the settings, or as a message of its own (`apart`)."""

    verb = "rl"
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetReading(Change):
    """Add a language to those that are read here (`on`), or take it away; "any" reads all."""

    verb = "rt"
    on: bool
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOtherLanguages(Change):
    """Say what becomes of stories in other languages: "last", "left-out" or "translated"."""

    verb = "ro"
    name: str


ReaderPress = ShowZones | SetZone | AskLocation | ShowReading | SetReading | SetOtherLanguages
