"""What a press of a button asks for, as callback data and back.

A button carries everything its press needs, and the state it asks for rather than "the other one", so
a press twice, or of an old button, does no harm. Data that was not built here reads as None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import assert_never

MAX_DATA_BYTES = 64  # https://core.telegram.org/bots/api#inlinekeyboardbutton
MAX_SENTENCES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Subscribe to a category (`on`) or leave it, and show the page of the tree again."""

    category_id: int
    on: bool
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowCategories:
    """Show a page of the category tree."""

    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Subscribe to a category that was offered by name."""

    category_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """Remove one subscription, or all (`category_id` None)."""

    category_id: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSubscriptions:
    """Show a page of the subscriptions."""

    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowHeadlines:
    """Show a page of today's headlines, of one category or of all (None)."""

    category_id: int | None
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestNow:
    """Send the digest now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSchedule:
    """Show the schedule and its buttons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSchedule:
    """Set the schedule; `text` as `/schedule` takes it."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetZone:
    """Set the time zone by its IANA name."""

    zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLanguage:
    """Set the interface language."""

    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSettings:
    """Show all settings of the chat, in place of the message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowZones:
    """Show the time zone and the usual ones, as a message of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowLanguages:
    """Show the interface languages, as a message of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSummaryLanguages:
    """Show the languages that summaries may be read in, in place of the settings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetSummaryLanguage:
    """Read summaries in this language; "original": in each article's own."""

    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPictures:
    """Show pictures, or none."""

    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SetFormat:
    """Draw digests as "auto", "rich" or "classic" says."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resize:
    """Summarise the message's link again in that many sentences; `language` "": as the chat reads summaries."""

    sentences: int
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadHere:
    """Show a page, counted from 1, of the article of the message's link inside Telegram."""

    page: int = 1


Press = (
    Tick
    | ShowCategories
    | Join
    | Leave
    | ShowSubscriptions
    | ShowHeadlines
    | DigestNow
    | ShowSchedule
    | SetSchedule
    | SetZone
    | SetLanguage
    | ShowSettings
    | ShowZones
    | ShowLanguages
    | ShowSummaryLanguages
    | SetSummaryLanguage
    | SetPictures
    | SetFormat
    | Resize
    | ReadHere
)

_DATA = re.compile(r"[a-z]{2}(?::[A-Za-z0-9_+:/ -]*)?")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


_WITHOUT_VALUES: dict[str, Press] = {
    "dn": DigestNow(),
    "ss": ShowSchedule(),
    "se": ShowSettings(),
    "sz": ShowZones(),
    "sl": ShowLanguages(),
    "sm": ShowSummaryLanguages(),
    "rh": ReadHere(),
}


def encode(press: Press) -> str:
    """`press` as callback data."""
    match press:
        case Tick():
            return f"ti:{press.category_id}:{int(press.on)}:{press.page}"
        case ShowCategories():
            return f"ca:{press.page}"
        case Join():
            return f"jo:{press.category_id}"
        case Leave():
            return f"le:{press.category_id or 0}"
        case ShowSubscriptions():
            return f"su:{press.page}"
        case ShowHeadlines():
            return f"he:{press.category_id or 0}:{press.page}"
        case DigestNow():
            return "dn"
        case ShowSchedule():
            return "ss"
        case SetSchedule():
            return f"sc:{press.text}"
        case SetZone():
            return f"zo:{press.zone}"
        case SetLanguage():
            return f"la:{press.language}"
        case ShowSettings():
            return "se"
        case ShowZones():
            return "sz"
        case ShowLanguages():
            return "sl"
        case ShowSummaryLanguages():
            return "sm"
        case SetSummaryLanguage():
            return f"sg:{press.language}"
        case SetPictures():
            return f"pi:{int(press.on)}"
        case SetFormat():
            return f"fo:{press.name}"
        case Resize(language=""):
            return f"re:{press.sentences}"
        case Resize():
            return f"tr:{press.sentences}:{press.language}"
        case ReadHere(page=1):
            return "rh"
        case ReadHere():
            return f"rh:{press.page}"
        case _:
            assert_never(press)


def decode(data: str | None) -> Press | None:
    """The press that callback data stands for; None for anything `encode` did not write."""
    if data is None or len(data) > MAX_DATA_BYTES or not _DATA.fullmatch(data):
        return None
    verb, _, rest = data.partition(":")
    press = _with_text(verb, rest) or _with_numbers(verb, [_number(part) for part in rest.split(":")] if rest else [])
    return press if press is not None and encode(press) == data else None


def _with_text(verb: str, text: str) -> Press | None:
    match verb:
        case "sc":
            return SetSchedule(text=text)
        case "zo":
            return SetZone(zone=text)
        case "la":
            return SetLanguage(language=text)
        case "sg":
            return SetSummaryLanguage(language=text)
        case "fo":
            return SetFormat(name=text)
        case "tr":
            sentences, _, language = text.partition(":")
            resize = _with_numbers("re", [_number(sentences)])
            return replace(resize, language=language) if isinstance(resize, Resize) else None
        case _:
            return None


def _with_numbers(verb: str, numbers: list[int | None]) -> Press | None:
    match verb, numbers:
        case "ti", [int(category_id), 0 | 1 as on, int(page)]:
            return Tick(category_id=category_id, on=bool(on), page=page)
        case "ca", [int(page)]:
            return ShowCategories(page=page)
        case "jo", [int(category_id)]:
            return Join(category_id=category_id)
        case "le", [int(category_id)]:
            return Leave(category_id=category_id or None)
        case "su", [int(page)]:
            return ShowSubscriptions(page=page)
        case "he", [int(category_id), int(page)]:
            return ShowHeadlines(category_id=category_id or None, page=page)
        case "re", [int(sentences)] if 1 <= sentences <= MAX_SENTENCES:
            return Resize(sentences=sentences)
        case "rh", [int(page)]:
            return ReadHere(page=page)
        case "pi", [0 | 1 as on]:
            return SetPictures(on=bool(on))
        case _, []:
            return _WITHOUT_VALUES.get(verb)
        case _:
            return None


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None
