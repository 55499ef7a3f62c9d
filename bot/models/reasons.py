"""Why a digest is as it is: what keeps each of its stories, and what was left out, for which reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.models.articles import Article, CategoryPath
from bot.models.filters import Rule, Taste


class LeftOutFor(StrEnum):
    """Why a story is not in a digest, other than by a rule; each has a text, `why-left-…`."""

    MUTED = "muted"
    TOLD = "told"  # in another one
    LANGUAGE = "language"  # the chat leaves out others than it reads
    ROOM = "room"
    THEN = "then"  # what the chat followed, or its rules, were others when the digest was made


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldWhy:
    """A story of a digest: its category (None: of none at all), publishers, rules that keep it."""

    article: Article
    category: CategoryPath | None
    publishers: int
    rules: tuple[Rule, ...]
    tastes: tuple[Taste, ...] = ()  # that move it


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Stories that are not in a digest for one reason, each by an article, the newest first."""

    reason: Rule | LeftOutFor
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why a digest is as it is."""

    told: tuple[ToldWhy, ...]
    left_out: tuple[LeftOut, ...]
    languages_first: bool = False  # stories in languages that are read stand above the others
