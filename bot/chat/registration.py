"""Registers chats: stores one that the bot has not met with the owner's defaults, and makes an inactive one active."""

from __future__ import annotations

from dataclasses import replace

from telegram import Chat as TelegramChat
from telegram import ChatFullInfo, User
from telegram.constants import ChatType

from bot.chat.services import Services
from bot.digest.languages import language_of
from bot.models.chats import Chat, ChatKey, ChatKind, DigestMode, Schedule
from bot.text.schedule import next_digest_at, parse_schedule
from bot.texts import match_language


async def registered_chat(
    services: Services, telegram_chat: TelegramChat | ChatFullInfo, *, key: ChatKey, user: User | None
) -> Chat:
    """The stored chat, active from now on. A new one gets the defaults and the language of `user`."""
    chats = services.store.chats
    stored = await chats.get(key)
    if stored is not None and stored.active:
        return stored
    if stored is None:
        stored = await _new_chat(services, telegram_chat, key=key, user=user)
    chat = replace(stored, active=True)
    await chats.save(chat)
    return chat


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
