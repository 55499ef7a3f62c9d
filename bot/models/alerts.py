"""Alerts: news that comes at once, whatever the schedule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.models.chats import Chat
from bot.models.composed import ComposedDigest


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """An alert of a chat: stories with some words, or all tellings of one story, which its reader follows."""

    id: int
    words: str  # as they are typed; of a story its title
    story_id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An article that an alert found, and its chat was not told yet."""

    alert: Alert
    article_id: int
    was_held: bool = False  # it waited for quiet hours or the hourly limit to end, and comes with all that did


@dataclass(frozen=True, slots=True, kw_only=True)
class DueFindings:
    """What is due for one chat, and how many messages of alerts it had within the last hour."""

    chat: Chat
    findings: tuple[Finding, ...]
    lately: int = 0
    first_lately_at: datetime | None = None  # when the first of those was written


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAlerts:
    """Messages of alerts for one chat, each a digest of its own, and the findings that they settle.

    Some findings are settled without a word: the chat was told of them before, or has filters that hide them.
    """

    chat: Chat  # as the messages were composed for it
    messages: tuple[ComposedDigest, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertProgress:
    """How far the articles were looked through for alerts."""

    upto_id: int | None  # None: never
    settled_id: int  # up to which there are articles to look through
    version: str  # of the alerts with words: another one once they change
    any_words: bool  # there are alerts with words
