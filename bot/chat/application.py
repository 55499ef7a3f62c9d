"""Builds the PTB application: two HTTP clients, every handler, the error handler; registers the commands.

Starts nothing: the composition root owns the lifecycle, and PTB's job queue, rate limiter and
signal handlers are not used.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any
from weakref import WeakValueDictionary

from telegram import Bot, BotCommand, Update
from telegram.error import TelegramError
from telegram.ext import (
    ApplicationBuilder,
    BaseUpdateProcessor,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from bot.chat.access import Access
from bot.chat.handlers import (
    admin,
    headlines,
    link_summary,
    membership,
    preferences,
    pressing,
    settings,
    start,
    subscribe,
)
from bot.chat.links import LinkDesk
from bot.chat.quotas import Quotas
from bot.chat.requests import READ_SECONDS, PatientRequest, PollingRequest
from bot.chat.services import Services
from bot.chat.turn import BotApplication, Hub, Turn, open_turn
from bot.config import Settings
from bot.texts import languages, match_language, say

logger = logging.getLogger(__name__)

SENDING_CONNECTIONS = 256  # opened as they are needed: 50 ms of latency at 1000 messages a second keep 50 busy
POLLING_CONNECTIONS = 2
UPDATES_AT_ONCE = 64

# Without it PTB warns at every 429 that it will one day give timedeltas; we take both.
os.environ.setdefault("PTB_TIMEDELTA", "1")

TurnHandler = Callable[[Turn], Awaitable[None]]

COMMANDS: dict[str, TurnHandler] = {
    "start": start.start,
    "today": headlines.today,
    "digest": headlines.digest,
    "categories": subscribe.categories,
    "subscribe": subscribe.subscribe,
    "unsubscribe": subscribe.unsubscribe,
    "subscriptions": subscribe.subscriptions,
    "summary": link_summary.summary,
    "schedule": settings.schedule,
    "timezone": settings.timezone,
    "language": settings.language,
    "settings": preferences.settings,
    "help": start.help_,
}
# For the owner only: not in the list that Telegram shows to everybody.
OWNER_COMMANDS: dict[str, TurnHandler] = {"stats": admin.stats}
# Telegram knows languages by two letters: https://core.telegram.org/bots/api#setmycommands
TELEGRAM_LANGUAGES = {"zh-Hant": "zh"}

# Messages of people and posts of channels; neither edits, nor what came through another bot.
_FRESH = (
    (filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST) & ~filters.VIA_BOT & ~filters.IS_AUTOMATIC_FORWARD
)
_PRIVATE_WORDS = _FRESH & filters.ChatType.PRIVATE & (filters.TEXT | filters.CAPTION)


class PerChatOrder(BaseUpdateProcessor):
    """Processes updates of many chats at once, those of one chat in the order they came.

    An update takes one of the places only when its turn has come: a chat that sends hundreds at once
    waits for itself, and nobody waits for it.
    """

    def __init__(self, at_once: int) -> None:
        super().__init__(sys.maxsize)  # PTB's own places would be taken by those who wait
        self._places = asyncio.Semaphore(at_once)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        lock = asyncio.Lock() if chat is None else self._locks.setdefault(chat.id, asyncio.Lock())
        async with lock, self._places:
            await coroutine

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""


def build_bot_request(
    kind: type[PatientRequest] = PatientRequest,
    *,
    connections: int = SENDING_CONNECTIONS,
    read_seconds: float = READ_SECONDS,
) -> PatientRequest:
    """The client for Bot API calls, with a pool of its own."""
    return kind(connections=connections, read_seconds=read_seconds)


def build_application(settings: Settings, services_getter: Callable[[], Services]) -> BotApplication:
    """The application with every handler; `services_getter` is asked when the first update comes."""
    token = settings.token
    if token is None:
        raise ValueError("no bot token is set")
    builder: Any = (
        ApplicationBuilder()
        .token(token)
        .base_url(f"{settings.telegram_api_url}/bot")
        .base_file_url(f"{settings.telegram_api_url}/file/bot")
        .request(build_bot_request())
        .get_updates_request(build_bot_request(PollingRequest, connections=POLLING_CONNECTIONS))
        .concurrent_updates(PerChatOrder(UPDATES_AT_ONCE))
        .job_queue(None)
    )
    application: BotApplication = builder.build()
    hubs: list[Hub] = []

    def hub() -> Hub:
        if not hubs:
            clock = services_getter().clock
            hubs.append(
                Hub(
                    application=application,
                    services_getter=services_getter,
                    access=Access(application.bot, clock),
                    links=LinkDesk(clock),
                    quotas=Quotas(),
                )
            )
        return hubs[0]

    _add_handlers(application, hub)
    return application


def _add_handlers(application: BotApplication, hub: Callable[[], Hub]) -> None:
    def with_turn(handler: TurnHandler) -> Callable[[Update, Any], Coroutine[Any, Any, None]]:
        async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            turn = await open_turn(hub(), update, words=_words(update, context))
            if turn is not None:
                await handler(turn)

        return handle

    def with_hub(
        handler: Callable[[Hub, Update], Awaitable[None]],
    ) -> Callable[[Update, Any], Coroutine[Any, Any, None]]:
        async def handle(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
            await handler(hub(), update)

        return handle

    # Presses first: every other handler looks for a message, and PTB warns where it cannot be read any more.
    application.add_handler(CallbackQueryHandler(with_hub(pressing.on_press)))
    for name, handler in (COMMANDS | OWNER_COMMANDS).items():
        application.add_handler(CommandHandler(name, with_turn(handler), filters=_FRESH))
    application.add_handler(ChatMemberHandler(with_hub(membership.on_my_membership), ChatMemberHandler.MY_CHAT_MEMBER))
    application.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, with_hub(membership.on_migration)))
    application.add_handler(MessageHandler(_PRIVATE_WORDS & ~filters.COMMAND, with_turn(link_summary.bare_message)))
    application.add_handler(MessageHandler(_PRIVATE_WORDS & filters.COMMAND, with_turn(start.unknown_command)))
    application.add_error_handler(on_error)


def _words(update: Update, context: CallbackContext[Any, Any, Any, Any]) -> str:
    """What stands behind the command, as typed."""
    message = update.effective_message
    if message is None or context.args is None:
        return ""
    _, *words = (message.text or message.caption or "").split(maxsplit=1)
    return "".join(words).strip()


async def on_error(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    """Log a handler's failure once, and tell the person that it is ours."""
    logger.error("handler failed", exc_info=context.error)
    if not isinstance(update, Update) or update.effective_chat is None:
        return
    user = update.effective_user
    text = say(match_language(user.language_code if user else None), "chat-error")
    try:
        if update.callback_query is not None:
            await update.callback_query.answer(text, show_alert=True)
        elif update.effective_message is not None:
            await update.effective_message.reply_text(text)
    except TelegramError as error:
        logger.warning("the failure could not be told error=%s", error)


async def register_commands(bot: Bot) -> None:
    """Tell Telegram the commands and what the bot is, in every interface language; failures cost looks only."""
    for language in languages():
        commands = [BotCommand(name, say(language, f"chat-command-{name}")) for name in COMMANDS]
        code = TELEGRAM_LANGUAGES.get(language, language) if language != languages()[0] else None
        for call in (
            bot.set_my_commands(commands, language_code=code),
            bot.set_my_description(say(language, "chat-description"), language_code=code),
            bot.set_my_short_description(say(language, "chat-short-description"), language_code=code),
        ):
            try:
                await call
            except TelegramError as error:
                logger.warning("commands not registered language=%s error=%s", language, error)
