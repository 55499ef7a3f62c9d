"""What all turns share, as one value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from telegram import Bot
from telegram.ext import Application

from bot.chat.access import Access
from bot.chat.drafts import Drafts
from bot.chat.links import LinkReader
from bot.chat.quotas import Quotas
from bot.chat.services import Services
from bot.chat.whispers import Whispers

BotApplication = Application[Any, Any, Any, Any, Any, Any]


@dataclass(slots=True, kw_only=True)
class InlineForm:
    """What is known of the server's inline mode."""

    refuses_rich: bool = False  # messages of cards that are rich


@dataclass(frozen=True, slots=True, kw_only=True)
class AppState:
    """What all turns share: the application, the services, rights, quotas, links being read, drafts, whispers."""

    application: BotApplication
    services: Services
    access: Access
    links: LinkReader
    quotas: Quotas
    drafts: Drafts
    whispers: Whispers
    inline: InlineForm = field(default_factory=InlineForm)
    greeted: dict[int, float] = field(default_factory=dict)  # groups, as the bot came in: when, on the steady clock
    making_topics: set[int] = field(default_factory=set)  # chats where topics are being made

    @property
    def bot(self) -> Bot:
        bot: Bot = self.application.bot
        return bot
