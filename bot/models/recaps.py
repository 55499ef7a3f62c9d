"""Recaps: the stories that most sources told in a week, each with how it began and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models.articles import Article
from bot.models.chats import ChatKey, Schedule
from bot.models.digests import PictureRef
from summarizer import Summary

RECAP_PERIOD = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecapStory:
    """One story. `first` began it in the period, `newest` is what became of it; they may be the same report."""

    first: Article
    newest: Article
    reports: int
    sources: int
    summary: Summary | None = None  # of `newest`
    picture: PictureRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """The stories of a period, those of the most sources first."""

    since: datetime
    until: datetime
    stories: tuple[RecapStory, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecapPlan:
    """When a chat gets recaps by itself."""

    key: ChatKey
    schedule: Schedule
    due_at: datetime
