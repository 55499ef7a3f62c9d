"""What an owner sends to every chat, and how far it is."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.chats import ChatKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """An announcement on its way. `message_id`: the owner's preview in `chat`, which shows the progress."""

    id: int
    chat: ChatKey
    message_id: int | None
    is_queued: bool  # every chat's message is in the outbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How many chats got an announcement, for how many it was given up, and how many wait for it."""

    sent: int = 0
    failed: int = 0
    waiting: int = 0
