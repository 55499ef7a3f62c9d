"""What presses of the buttons about channels, groups and topics ask for; `presses` says how they work."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.buttons.callback_data import Action, Change


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowPlaces(Action):
    """Show the channels and groups that the person looks after, in place of the message."""

    verb = "pl"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskForPlace(Action):
    """Ask which channel, or which group, is to be looked after from the private chat."""

    verb = "ap"
    channel: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeTopics(Change):
    """Make a topic for each category that the chat follows, which gets its news."""

    verb = "mt"


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoTopics(Change):
    """Send the news of all topics that the bot made to where they came before."""

    verb = "ut"


# Presses about the person, not about the chat that a message is about: they are never aimed at it.
PERSONAL_VERBS = frozenset({ShowPlaces.verb, AskForPlace.verb})

PlacePress = ShowPlaces | AskForPlace | MakeTopics | UndoTopics
