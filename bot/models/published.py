"""What a chat publishes outside Telegram: the stories that it was told, as a feed and as a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.models.articles import CategoryPath


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """A story of a digest that a chat got; `category` is None in a digest without sections."""

    article_id: int
    category: CategoryPath | None
    told_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedStory:
    """The same as it is shown. `key` names it for good; `url`, `category` and `thumbnail` are "" if there is none."""

    key: str
    title: str
    url: str
    summary: str
    source: str
    category: str
    language: str
    thumbnail: str
    published_at: datetime
    told_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """All of it, the newest story first. `key` is the same as long as the address is, and does not tell it."""

    key: str
    title: str
    language: str
    updated_at: datetime
    stories: tuple[PublishedStory, ...]
