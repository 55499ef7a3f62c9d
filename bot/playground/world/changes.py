"""Changes of the world that people can see. Whoever observes the world gets each of them once, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.world.chats import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePosted:
    """A message is new in its chat; for an album, its first message."""

    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageEdited:
    """A message has other content or another keyboard."""

    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageDeleted:
    """A message is gone; for a part of an album, the whole album, under its first message's id."""

    chat_id: int
    message_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BotIsBusy:
    """The bot sent a chat action such as "typing"."""

    chat_id: int
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftShown:
    """The bot shows what it is writing; the next message of the bot takes its place."""

    chat_id: int
    draft_id: int
    html: str
    can_stop: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStopped:
    """The person stopped a draft, which is gone."""

    chat_id: int
    draft_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryAnswered:
    """The bot answered the press of a button. `query` says which: chat_id, message_id, data."""

    query: Mapping[str, Any]
    text: str
    show_alert: bool
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatChanged:
    """A chat has other topics or another keyboard in place of the person's, or somebody has another role in it."""

    chat_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandsChanged:
    """The bot's commands, as the person sees them, may have changed."""


Change = (
    MessagePosted
    | MessageEdited
    | MessageDeleted
    | BotIsBusy
    | DraftShown
    | DraftStopped
    | QueryAnswered
    | ChatChanged
    | CommandsChanged
)
