"""Digests composed for chats: their messages, the stories they tell, and how they move their chats on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.models.articles import CategoryPath
from bot.models.chats import Chat
from bot.models.messages import MessageBody


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStory:
    """A story in a digest: its chat does not get it again, except for a development that comes in later."""

    story_id: str
    article_id: int  # the article shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One category of a digest: the messages that show it, and the stories in them; the same for many chats."""

    category: CategoryPath | None  # None: the messages belong to no category
    messages: tuple[MessageBody, ...]
    stories: tuple[ToldStory, ...] = ()


class ComposedDigest(NamedTuple):
    """One digest of one chat at one moment, across its categories, and how far it moves the chat on.

    It holds only while the chat stands where it stood for the digest (`before`). `next_digest_at` (None: there is
    none) takes the place of `due_at`, unless the schedule was changed meanwhile. Chats that get the same share the very
    `sections`. A tuple, since there is one for each chat: a frozen dataclass takes three times as long to make.
    """

    before: Chat  # as the digest was composed for it
    slot: str  # dedupe key among the chat's digests
    after_id: int  # the window: articles with ids in (after_id, upto_id]
    upto_id: int
    since: datetime  # where the period that the headings name begins
    sections: tuple[Section, ...]  # empty: there is nothing to tell
    due_at: datetime | None = None  # the due time it serves; None: it was asked for, or comes at once
    next_digest_at: datetime | None = None
