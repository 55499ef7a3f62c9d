"""Digests composed for chats: who is told alike, their messages, the stories they tell, how they move chats on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.models.articles import CategoryPath
from bot.models.chats import Chat
from bot.models.filters import Rule, Taste
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


class Recipient(NamedTuple):
    """A chat that gets a digest; a tuple, since there are many and a dataclass takes three times as long to make."""

    chat_id: int
    thread_id: int
    due_at: datetime | None = None  # the due time that the digest serves; None: it was asked for, or comes at once


class Audience(NamedTuple):
    """Chats with the same settings that stand at the same article: what one is told, all are, but for what it knows."""

    chat: Chat  # one of them; its key, its title and the second that it is due are its own
    recipients: tuple[Recipient, ...]
    categories: tuple[CategoryPath, ...] = ()  # sorted
    rules: frozenset[Rule] = frozenset()
    tastes: frozenset[Taste] = frozenset()


class DueChats(NamedTuple):
    """Chats whose digests are due."""

    audiences: list[Audience]
    last: Chat | None = None  # in the order in which they are due; None: there are none


class ComposedDigest(NamedTuple):
    """One digest at one moment for chats that stand at the same article, and how far it moves them on.

    A chat gets it only while it stands where it stood for the digest (`before`). `next_digest_at` (None: there is
    none) takes the place of its due time, unless the schedule was changed meanwhile. Chats that get the same share the
    very `sections`.
    """

    before: Chat  # one of the recipients as the digest was composed for it; all others stood there, too
    recipients: tuple[Recipient, ...]
    slot: str  # dedupe key among a chat's digests
    after_id: int  # the window: articles with ids in (after_id, upto_id]
    upto_id: int
    since: datetime  # where the period that the headings name begins
    sections: tuple[Section, ...]  # empty: there is nothing to tell
    next_digest_at: datetime | None = None
