"""Makes PTB's bot and application: the HTTP clients, the order of updates, the error handler.

Starts nothing: the composition root owns the lifecycle, and PTB's job queue, rate limiter and signal handlers are not
used. The application's handlers: `handlers.registry`.
"""

from __future__ import annotations

import asyncio
import logging
import os
import ssl
import sys
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import (
    ApplicationBuilder,
    BaseUpdateProcessor,
    CallbackContext,
    ExtBot,
)

from bot.chat.requests import READ_SECONDS, PatientRequest, PollingRequest
from bot.chat.state import BotApplication
from bot.config import Settings
from bot.models.proxies import Proxy
from bot.texts import match_language, say
from bot.web.guard import trusted_certificates

logger = logging.getLogger(__name__)

TelegramBot = ExtBot[None]

SENDING_CONNECTIONS = 256  # opened as they are needed: at 50 ms of latency 1000 messages a second keep 50 busy
POLLING_CONNECTIONS = 2
UPDATES_AT_ONCE = 64

# Without it PTB warns at every 429 that it will one day give timedeltas; this program accepts both.
os.environ.setdefault("PTB_TIMEDELTA", "1")


class PerChatOrder(BaseUpdateProcessor):
    """Processes updates of many chats at once, those of one chat in the order they came.

    At most `at_once` run at the same time. An update waits for those of its own chat before it counts among them, so
    a chat that sends hundreds at once delays itself and nobody else.
    """

    def __init__(self, at_once: int) -> None:
        super().__init__(sys.maxsize)  # PTB's own limit would count the updates that wait, too
        self._slots = asyncio.Semaphore(at_once)
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        chat = update.effective_chat if isinstance(update, Update) else None
        lock = asyncio.Lock() if chat is None else self._locks.setdefault(chat.id, asyncio.Lock())
        async with lock, self._slots:
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
    proxy: Proxy | None = None,
    certificates: ssl.SSLContext | None = None,
) -> PatientRequest:
    """The client for Bot API calls, with a pool of its own; with a `proxy` everything goes through that.

    Without `certificates` it reaches servers without TLS alone.
    """
    return kind(connections=connections, read_seconds=read_seconds, proxy=proxy, certificates=certificates)


def new_bot(settings: Settings) -> TelegramBot:
    """The bot of the settings' token, not connected; ValueError without a token."""
    if settings.token is None:
        raise ValueError("no bot token is set")
    proxy = settings.telegram_through
    encrypted = settings.telegram_api_url.startswith("https:") or (proxy is not None and proxy.scheme == "https")
    certificates = trusted_certificates() if encrypted else None
    polling = build_bot_request(PollingRequest, connections=POLLING_CONNECTIONS, proxy=proxy, certificates=certificates)
    return ExtBot(
        settings.token,
        base_url=f"{settings.telegram_api_url}/bot",
        base_file_url=f"{settings.telegram_api_url}/file/bot",
        request=build_bot_request(proxy=proxy, certificates=certificates),
        get_updates_request=polling,
    )


def new_application(bot: TelegramBot) -> BotApplication:
    """The application of this bot, without handlers."""
    builder = ApplicationBuilder().bot(bot).concurrent_updates(PerChatOrder(UPDATES_AT_ONCE)).job_queue(None)
    application: BotApplication = builder.build()
    return application


async def on_error(update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    """Log an exception of a handler once, and tell the person that the bot failed."""
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
        logger.warning("error message not sent chat=%s error=%s", update.effective_chat.id, error)
