"""What a chat likes more or less than other news: learnt from its presses alone. It orders stories, and hides none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MAX_WEIGHT = 3  # so many presses count, either way
MAX_TASTES = 60  # of a chat; those that no press touched for the longest time give way


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
