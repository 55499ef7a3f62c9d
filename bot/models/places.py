"""Channels and groups that are looked after from a private chat, and topics that the bot made."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.articles import CategoryPath


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A channel or group that somebody looks after."""

    chat_id: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeTopic:
    """A topic that the bot made for a category, which the topic `made_from` (0: none) followed before."""

    thread_id: int
    category: CategoryPath
    made_from: int
    active: bool = True  # False: it is gone, or closed for long
    follows: bool = True  # False: somebody ended the subscription there
    used: bool = False  # news came there
