"""Registers chats: stores one that the bot has not met with the owner's defaults, and makes an inactive one active."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from telegram import Chat as TelegramChat
from telegram import ChatFullInfo, User
from telegram.constants import ChatType

from bot.chat.services import Services
from bot.digest.languages import language_of
from bot.models.chats import Chat, ChatKey, ChatKind, DigestMode, Schedule
from bot.text.quiet import next_due_at
from bot.text.schedule import next_digest_at, parse_schedule
from bot.texts import match_language


async def registered_chat(
    services: Services, telegram_chat: TelegramChat | ChatFullInfo, *, key: ChatKey, user: User | None
) -> Chat:
    """The stored chat, active from now on.

    A new one gets the defaults and the language of `user`; a new topic what is set for the chat that it is in.
    """
    chats = services.store.chats
    stored = await chats.get(key)
    if stored is not None and stored.active:
        return stored
    if stored is None:
        whole = await chats.get(ChatKey(chat_id=key.chat_id)) if key.thread_id else None
        new = await _new_chat(services, telegram_chat, key=key, user=user)
        stored = new if whole is None else _as_the_whole(new, whole, now=services.clock.now())
    chat = replace(stored, active=True)
    await chats.save(chat)
    return chat


def _as_the_whole(topic: Chat, whole: Chat, *, now: datetime) -> Chat:
    """A new topic with the settings of the chat that it is in; digests that are switched off there come here."""
    schedule = topic.schedule if whole.schedule.mode is DigestMode.OFF else whole.schedule
    return replace(
        whole,
        key=topic.key,
        title=topic.title,
        schedule=schedule,
        next_digest_at=next_due_at(schedule, whole.quiet, whole.zone, now),
        cursor=topic.cursor,
        last_digest_at=None,
        alerts_told=0,
    )


async def _new_chat(
    services: Services, telegram_chat: TelegramChat | ChatFullInfo, *, key: ChatKey, user: User | None
) -> Chat:
    settings = services.settings
    schedule = parse_schedule(settings.default_digest_times) or Schedule(mode=DigestMode.OFF)
    language_code = user.language_code if user is not None else None
    return Chat(
        key=key,
        kind=ChatKind(telegram_chat.type),
        title=telegram_chat.title or telegram_chat.full_name or "",
        reads=(language_of(language_code),) if language_code and telegram_chat.type == ChatType.PRIVATE else (),
        ui_language=match_language(language_code or settings.default_language),
        zone=settings.default_timezone,
        schedule=schedule,
        next_digest_at=next_digest_at(schedule, settings.default_timezone, services.clock.now()),
        cursor=await services.store.articles.max_id(),
    )
