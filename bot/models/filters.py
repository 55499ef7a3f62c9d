"""Rules by which a chat keeps or drops stories, and tastes, by which it orders them: those are learnt from presses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MAX_WEIGHT = 3  # so many presses count, either way
MAX_TASTES = 60  # of a chat; those that no press touched for the longest time give way


class RuleKind(StrEnum):
    """What a rule looks at."""

    WORD = "word"  # a word or phrase in titles, summaries and texts
    SOURCE = "source"  # words of the source's name
    LANGUAGE = "language"  # tags with commas between
    MUTE = "mute"  # the source of exactly this name


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. `hides`: drop what it matches; else keep only what some such rule of its kind matches."""

    kind: RuleKind
    hides: bool
    value: str  # as it was typed


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedRule:
    """A rule of a chat by its id."""

    id: int
    rule: Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who publishes articles: a source, or an author in a folder of posts. `article_id` is its newest one."""

    name: str
    article_id: int | None  # None: there is none, or it is a folder, whose authors publish


class TasteKind(StrEnum):
    """What a taste looks at."""

    CATEGORY = "category"  # the path as text
    SOURCE = "source"  # the name of who published
    WORD = "word"  # in titles


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One thing that a press on a story weighs. What has the same key is the same thing, however it is written."""

    kind: TasteKind
    value: str
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taste:
    """How much a chat likes one thing: from -MAX_WEIGHT to MAX_WEIGHT, never 0."""

    id: int
    lesson: Lesson
    weight: int
