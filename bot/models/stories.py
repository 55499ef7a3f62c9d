"""Why an article belongs to a story: what an owner sees, and can undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JoinRule(StrEnum):
    """By which rule two articles were taken for reports of one event."""

    ALIKE = "alike"  # they share enough rare words
    COPY = "copy"  # their wording is the same
    REPEATED = "repeated"  # the source repeats its own article
    PAGE = "page"  # two sources brought the same page


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryJoin:
    """How an article came into its story; none is kept of the article that began it."""

    article_id: int
    joined_to: int  # the article it was found to be like; may be purged
    rule: JoinRule
    likeness: float  # on the scale of `bot.stories.similarity.SAME_STORY`; 0 where the rule alone decided
    shared: tuple[str, ...]  # words, the rarest first, as comparing folds them
    parted_at: datetime | None = None  # when the owner took it out of the story again
