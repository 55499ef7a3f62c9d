"""Receives Telegram's updates while a block runs: by long polling, or by webhook where one is set.

Says what cannot mend itself as an error of ours: a refused token, or another poller on the same token.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot, Update
from telegram.error import Conflict, Forbidden, InvalidToken, TelegramError
from telegram.ext import Application

from bot.chat.webhook import use_strict_handler
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
)
CONFLICT_SECONDS = 60.0  # of 409 in a row before we give way
CONFLICT_GAP_SECONDS = 45.0  # PTB retries within 30 s: a longer silence means that polling worked
POLL_END_SECONDS = 5.0  # for telling Telegram what was fetched; untold, it comes again and is known
STOP_SECONDS = 15.0  # for what handlers left in the background
START_RETRY_SECONDS = (1, 2, 4, 8, 16, 30)

REFUSED_TEXT = "Telegram refuses the token: take a new one from @BotFather and set TELEGRAM_BOT_TOKEN"
HELD_TEXT = "another instance polls with this token: stop it, or take a token of its own for this one"


class PollingErrors:
    """Judges the errors of getUpdates: most pass by themselves, some end the run through `fatal`."""

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
                logger.warning("polling failed, trying again error=%s", type(error).__name__)

    def _count_conflict(self) -> None:
        now = self._clock.monotonic()
        if self._first_conflict is None or now - self._last_conflict > CONFLICT_GAP_SECONDS:
            self._first_conflict = now
            logger.warning("another poller uses this token, waiting for it to end seconds=%d", CONFLICT_SECONDS)
        self._last_conflict = now
        if now - self._first_conflict >= CONFLICT_SECONDS:
            self._end(InstanceHeld(HELD_TEXT))

    def _end(self, error: Exception) -> None:
        if not self.fatal.done():
            self.fatal.set_exception(error)


async def who_am_i(settings: Settings) -> str:
    """The bot's username, asked of Telegram once; TidingsError says why it did not tell."""
    assert settings.token is not None
    try:
        async with Bot(settings.token, base_url=f"{settings.telegram_api_url}/bot") as bot:
            return bot.username
    except (InvalidToken, Forbidden) as error:
        raise TokenRefused(REFUSED_TEXT) from error
    except TelegramError as error:
        raise TidingsError(f"{settings.telegram_api_url} cannot be reached: {_plain(error)}") from error


def _plain(error: TelegramError) -> str:
    """The error without the name of the class behind it, which means nothing to people."""
    return re.sub(r"^\w+(?:\.\w+)+: ", "", str(error))


async def connect(bot: Bot, clock: Clock) -> None:
    """Ask Telegram who the bot is, again and again while it cannot be reached; TokenRefused where it says no."""
    attempt = 0
    while True:
        try:
            await bot.initialize()
        except (InvalidToken, Forbidden) as error:
            raise TokenRefused(REFUSED_TEXT) from error
        except TelegramError as error:  # the network, a pause asked for, or a login page in between
            pause = START_RETRY_SECONDS[min(attempt, len(START_RETRY_SECONDS) - 1)]
            attempt += 1
            logger.warning("Telegram cannot be reached, trying again error=%s seconds=%d", error, pause)
            await clock.sleep(pause)
        else:
            return


@asynccontextmanager
async def receiving(
    application: Application[Any, Any, Any, Any, Any, Any], settings: Settings, clock: Clock
) -> AsyncIterator[asyncio.Future[None]]:
    """Process updates while the block runs. The future it gives fails when receiving must end for good."""
    updater = application.updater
    assert updater is not None
    errors = PollingErrors(clock)
    logging.getLogger("telegram.ext.Updater").addFilter(_is_no_farewell)
    await application.start()
    try:
        if settings.telegram_webhook_url:
            await _listen(application, settings)
        else:
            await updater.start_polling(allowed_updates=ALLOWED_UPDATES, bootstrap_retries=-1, error_callback=errors)
        yield errors.fatal
    finally:
        if updater.running:
            await _within(POLL_END_SECONDS, updater.stop(), "the end of polling")
        # A link or a picture; what was not answered is asked again.
        await _within(STOP_SECONDS, application.stop(), "work in the background")
        if not errors.fatal.done():
            errors.fatal.cancel()


def _is_no_farewell(record: logging.LogRecord) -> bool:
    """PTB writes a traceback where the last getUpdates of a run meets no answer; nothing follows from that."""
    return "get_updates` one more time" not in str(record.msg)


async def _within(seconds: float, work: Coroutine[Any, Any, None], name: str) -> None:
    """A stop has to end, whatever hangs."""
    try:
        async with asyncio.timeout(seconds):
            await work
    except TimeoutError:
        logger.warning("%s was cut off seconds=%d", name, seconds)


async def _listen(application: Application[Any, Any, Any, Any, Any, Any], settings: Settings) -> None:
    """Open the webhook: PTB checks the secret of every request before it is read."""
    host, _, port = settings.telegram_webhook_listen.rpartition(":")
    updater = application.updater
    assert updater is not None
    # Without a secret anyone who learns the address could speak for anyone: one for this run will do.
    secret = settings.telegram_webhook_secret.get_secret_value() or secrets.token_urlsafe(32)
    use_strict_handler()
    try:
        await updater.start_webhook(
            listen=host.strip("[]"),
            port=int(port),
            url_path=urlsplit(settings.telegram_webhook_url).path.lstrip("/"),
            webhook_url=settings.telegram_webhook_url,
            secret_token=secret,
            allowed_updates=ALLOWED_UPDATES,
            bootstrap_retries=-1,
        )
    except OSError as error:
        raise ConfigError(
            f"TELEGRAM_WEBHOOK_LISTEN: {settings.telegram_webhook_listen} cannot be used ({error.strerror or error})"
        ) from error
