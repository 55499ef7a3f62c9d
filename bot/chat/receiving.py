"""Receives updates from Telegram: by long polling, or by webhook where one is set.

Errors that no retry can help end the run: a refused token, or another poller with the same token.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot, Update
from telegram.error import Conflict, Forbidden, InvalidToken, TelegramError
from telegram.ext import Application

from bot.chat.application import new_bot
from bot.chat.drafts import STOPPED
from bot.config import Settings
from bot.errors import ConfigError, InstanceHeld, TidingsError, TokenRefused
from bot.models.ports import Clock

logger = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
    Update.CHANNEL_POST,
    Update.INLINE_QUERY,
    STOPPED,
)
CONFLICT_SECONDS = 60.0  # of 409 answers in a row, then this instance ends
CONFLICT_GAP_SECONDS = 45.0  # PTB retries within 30 s: after a longer time without a conflict, polling worked
POLL_END_SECONDS = 5.0  # to confirm the received updates; without that they come again, and are recognised
STOP_SECONDS = 15.0  # for the background work of handlers
START_RETRY_SECONDS = (1, 2, 4, 8, 16, 30)

REFUSED_TEXT = "Telegram refuses the token: take a new one from @BotFather and set TELEGRAM_BOT_TOKEN"
HELD_TEXT = "another instance polls with this token: stop it, or take a token of its own for this one"


class PollingErrors:
    """Handles the errors of getUpdates: PTB retries after most of them; others end the run through `fatal`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._first_conflict: float | None = None
        self._last_conflict = 0.0
        self.fatal: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def __call__(self, error: TelegramError) -> None:
        match error:
            case InvalidToken() | Forbidden():
                self._end(TokenRefused(REFUSED_TEXT))
            case Conflict():
                self._count_conflict()
            case _:
                logger.warning("polling failed error=%s", type(error).__name__)

    def _count_conflict(self) -> None:
        now = self._clock.monotonic()
        if self._first_conflict is None or now - self._last_conflict > CONFLICT_GAP_SECONDS:
            self._first_conflict = now
            logger.warning("another poller uses this token seconds=%d", CONFLICT_SECONDS)
        self._last_conflict = now
        if now - self._first_conflict >= CONFLICT_SECONDS:
            self._end(InstanceHeld(HELD_TEXT))

    def _end(self, error: Exception) -> None:
        if not self.fatal.done():
            self.fatal.set_exception(error)


async def who_am_i(settings: Settings) -> str:
    """The bot's username, from one request to Telegram; TidingsError says why that failed."""
    assert settings.token is not None
    try:
        async with new_bot(settings) as bot:
            username: str = bot.username
            return username
    except (InvalidToken, Forbidden) as error:
        raise TokenRefused(REFUSED_TEXT) from error
    except TelegramError as error:
        raise TidingsError(f"{settings.telegram_server} cannot be reached: {_plain(error)}") from error


def _plain(error: TelegramError) -> str:
    """The error without the class names before it."""
    return re.sub(r"^\w+(?:\.\w+)+: ", "", str(error))


async def connect(bot: Bot, clock: Clock) -> None:
    """Ask Telegram who the bot is, again and again while it cannot be reached; TokenRefused where it says no."""
    await _until_answered(bot.initialize, clock)


async def _until_answered(ask: Callable[[], Awaitable[object]], clock: Clock) -> None:
    attempt = 0
    while True:
        try:
            await ask()
        except (InvalidToken, Forbidden) as error:
            raise TokenRefused(REFUSED_TEXT) from error
        except TelegramError as error:  # the network, flood control, or the login page of a network in between
            pause = START_RETRY_SECONDS[min(attempt, len(START_RETRY_SECONDS) - 1)]
            attempt += 1
            logger.warning("telegram not reached seconds=%d error=%s", pause, error)
            await clock.sleep(pause)
        else:
            return


@asynccontextmanager
async def receiving(
    application: Application[Any, Any, Any, Any, Any, Any], settings: Settings, clock: Clock
) -> AsyncIterator[asyncio.Future[None]]:
    """Process updates while the block runs; the future fails when an error ends receiving for good."""
    updater = application.updater
    assert updater is not None
    errors = PollingErrors(clock)
    logging.getLogger("telegram.ext.Updater").addFilter(_is_trouble)
    await application.start()
    webhook = AsyncExitStack()
    try:
        if settings.telegram_webhook_url:
            await webhook.enter_async_context(_webhook(application, settings, clock))
        else:
            await updater.start_polling(allowed_updates=ALLOWED_UPDATES, bootstrap_retries=-1, error_callback=errors)
        yield errors.fatal
    finally:
        if updater.running:
            await _within(POLL_END_SECONDS, updater.stop(), "the end of polling")
        await webhook.aclose()
        # Such as a link that is being read: a person who gets no answer asks again.
        await _within(STOP_SECONDS, application.stop(), "work in the background")
        if not errors.fatal.done():
            errors.fatal.cancel()


def _is_trouble(record: logging.LogRecord) -> bool:
    """False for the traceback that PTB logs where the last getUpdates of a run fails, which does no harm."""
    return "get_updates` one more time" not in str(record.msg)


async def _within(seconds: float, work: Coroutine[Any, Any, None], name: str) -> None:
    """Wait for the work, but not longer than `seconds`: a stop must end even where something hangs."""
    try:
        async with asyncio.timeout(seconds):
            await work
    except TimeoutError:
        logger.warning("stop cut off task=%r seconds=%d", name, seconds)


@asynccontextmanager
async def _webhook(
    application: Application[Any, Any, Any, Any, Any, Any], settings: Settings, clock: Clock
) -> AsyncIterator[None]:
    """Serve the webhook while the block runs, and tell Telegram of it."""
    host, _, port = settings.telegram_webhook_listen.rpartition(":")
    url = settings.telegram_webhook_url
    # Without a secret, anyone who knows the address could send updates in the name of any person.
    secret = settings.telegram_webhook_secret.get_secret_value() or secrets.token_urlsafe(32)
    bot = application.bot
    async with AsyncExitStack() as stack:
        from bot.chat.webhook import serving_webhook  # tornado, for those who have a webhook

        server = serving_webhook(
            bot,
            application.update_queue,
            host=host.strip("[]"),
            port=int(port),
            path=urlsplit(url).path,
            secret=secret,
        )
        try:
            await stack.enter_async_context(server)
        except OSError as error:
            reason = error.strerror or error
            raise ConfigError(
                f"TELEGRAM_WEBHOOK_LISTEN: {settings.telegram_webhook_listen} cannot be used ({reason})"
            ) from error
        await _until_answered(lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=ALLOWED_UPDATES), clock)
        yield
