"""A story as its page shows it, and why an article belongs to it: what an owner sees, and can undo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.models.articles import Article
from bot.models.digests import PictureRef
from summarizer import Summary


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
    likeness: float  # how surely, as `bot.stories.similarity.likeness` says; 0 where it is one page
    shared: tuple[str, ...]  # words, the rarest first, as comparing folds them
    parted_at: datetime | None = None  # when the owner took it out of the story again


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One article of a story, with what its page shows of it."""

    article: Article
    news: tuple[str, ...] = ()  # its sentences that tell what no earlier telling does
    picture: PictureRef | None = None
    join: StoryJoin | None = None  # why it is in the story; None: it began it, or no reason is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story for its page: its tellings in order of time, at least one, and a summary of the newest."""

    tellings: tuple[Telling, ...]
    summary: Summary | None = None
    untranslated: bool = False  # the reader asked for another language than the summary's
    note: str = ""  # a remark on the summary: it holds all there is

    @property
    def newest(self) -> Article:
        return self.tellings[-1].article
