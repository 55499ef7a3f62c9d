"""What a press of a button asks for.

A press carries everything its handler needs, and the state it asks for rather than "the other one", so a second press,
or a press of an old button, does no harm. A verb and the meaning of its fields never change: old messages keep both.

To add a button: declare its press here, or in a file beside, and name it in `Press`; mypy then asks for its `case` in
`handlers/pressing.py`, which calls your handler; put the button into a keyboard with a text in every file of
`bot/locales`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

from bot.models.buttons.alert_presses import AlertPress
from bot.models.buttons.callback_data import Action, CallbackData, Change
from bot.models.buttons.digest_presses import DigestPress
from bot.models.buttons.filter_presses import FilterPress
from bot.models.buttons.own_data_presses import ForgetChat
from bot.models.buttons.owner_presses import OwnerPress
from bot.models.buttons.place_presses import PlacePress
from bot.models.buttons.publishing_presses import PublishingPress
from bot.models.buttons.reader_presses import ReaderPress
from bot.models.buttons.recap_presses import RecapPress
from bot.models.buttons.search_presses import SearchPress

MAX_SENTENCES = 12

Sentences = Annotated[int, range(1, MAX_SENTENCES + 1)]


# --- subscriptions ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick(Change):
    """Subscribe to a category (`on`) or unsubscribe from it, and show the same page of the tree again."""

    verb = "ti"
    category_id: int
    on: bool
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCategories(Action):
    """Show a page of the category tree, counted from 0."""

    verb = "ca"
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Join(Change):
    """Subscribe to a category that was suggested by name."""

    verb = "jo"
    category_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave(Change):
    """Remove one subscription, or all of them (None)."""

    verb = "le"
    category_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSubscriptions(Action):
    """Show a page of the subscriptions, counted from 0."""

    verb = "su"
    page: int


# --- news -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowHeadlines(Action):
    """Show a page of today's headlines, counted from 0, of one category or of all (None)."""

    verb = "he"
    category_id: int | None
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestNow(Action):
    """Send the digest now."""

    verb = "dn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resize(Action):
    """Summarise the message's link again in that many sentences, in the chat's language of summaries."""

    verb = "re"
    sentences: Sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Translate(Action):
    """Summarise the message's link again in that many sentences, in `language`."""

    verb = "tr"
    sentences: Sentences
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoMore(Action):
    """Say that the summary gets no longer."""

    verb = "nm"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadHere(Action):
    """Show a page, counted from 1, of the article behind the message's link inside Telegram."""

    verb = "rh"
    page: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowStory(Action):
    """Show the page of the story that an article tells, in place of the message, with a summary of that length."""

    verb = "st"
    article_id: int
    sentences: Sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class PartTelling(Action):
    """Take an article out of its story, for owners only; not `sure`: ask whether to."""

    verb = "pt"
    article_id: int
    sure: bool = False


# --- settings ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSettings(Action):
    """Show all settings of the chat, in place of the message."""

    verb = "se"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSchedule(Action):
    """Show the schedule and its buttons, as a message of its own, or in place of the settings (`here`)."""

    verb = "ss"
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSchedule(Change):
    """Set the schedule, given as `/schedule` takes it."""

    verb = "sc"
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowLanguages(Action):
    """Show the interface languages, in place of the settings."""

    verb = "sl"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLanguage(Change):
    """Set the interface language."""

    verb = "la"
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSummaryLanguages(Action):
    """Show the languages that summaries can be in, in place of the settings."""

    verb = "sm"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSummaryLanguage(Change):
    """Set the language of summaries; "original" is each article's own."""

    verb = "sg"
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPictures(Change):
    """Show pictures, or none."""

    verb = "pi"
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFormat(Change):
    """Set the format of digests: "auto", "rich" or "classic"."""

    verb = "fo"
    name: str


OwnPress = (
    Tick
    | ShowCategories
    | Join
    | Leave
    | ShowSubscriptions
    | ShowHeadlines
    | DigestNow
    | Resize
    | NoMore
    | Translate
    | ReadHere
    | ShowStory
    | PartTelling
    | ShowSettings
    | ShowSchedule
    | SetSchedule
    | ShowLanguages
    | SetLanguage
    | ShowSummaryLanguages
    | SetSummaryLanguage
    | SetPictures
    | SetFormat
)
Press = (
    OwnPress
    | AlertPress
    | DigestPress
    | FilterPress
    | ForgetChat
    | OwnerPress
    | PlacePress
    | PublishingPress
    | ReaderPress
    | RecapPress
    | SearchPress
)

_DATA: CallbackData[Press] = CallbackData(get_args(Press))


def encode(press: Press) -> str:
    """`press` as callback data of 1 to 64 bytes. Raises ValueError for values that would not read back."""
    return _DATA.encode(press)


def decode(data: str | None) -> Press | None:
    """The press that callback data stands for, or None for data that `encode` did not write."""
    return _DATA.decode(data)
