"""Sends files: documents that a person asked for, and pictures that are drawn for one answer.

They go to Telegram directly and leave nothing in the outbox: who wants them asks again.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable

from telegram import InputFile, Message
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.chat.turn import Turn

logger = logging.getLogger(__name__)


async def send_document(turn: Turn, data: bytes, *, name: str, caption: str) -> bool:
    """Send a file with an HTML caption; False where Telegram does not take it."""
    return await _sent(turn, turn.state.bot.send_document, InputFile(data, filename=name), caption=caption)


async def send_picture(turn: Turn, png: bytes, *, caption: str) -> bool:
    """Send a picture with an HTML caption; False where Telegram does not take it."""
    return await _sent(turn, turn.state.bot.send_photo, InputFile(png, filename="figures.png"), caption=caption)


async def _sent(turn: Turn, send: Callable[..., Awaitable[Message]], file: InputFile, *, caption: str) -> bool:
    try:
        await send(
            turn.telegram_chat.id,
            file,
            caption=caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=turn.home.key.thread_id or None,
        )
    except TelegramError as error:
        logger.warning("file not sent chat=%d error=%s", turn.telegram_chat.id, error)
        return False
    return True
