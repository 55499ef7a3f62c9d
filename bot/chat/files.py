"""Sends files: documents that a person asked for, and pictures that are drawn for one answer.

They go to Telegram directly and leave nothing in the outbox: who wants them asks again.
"""

from __future__ import annotations

import logging

from telegram import InputFile
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.chat.turn import Turn

logger = logging.getLogger(__name__)


async def send_document(turn: Turn, data: bytes, *, name: str, caption: str) -> bool:
    """Send a file with an HTML caption; False where Telegram does not take it."""
    try:
        await turn.state.bot.send_document(
            turn.telegram_chat.id,
            InputFile(data, filename=name),
            caption=caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=turn.home.key.thread_id or None,
        )
    except TelegramError as error:
        logger.warning("document not sent chat=%d error=%s", turn.telegram_chat.id, error)
        return False
    return True


async def send_picture(turn: Turn, png: bytes, *, caption: str) -> bool:
    """Send a picture with an HTML caption; False where Telegram does not take it."""
    try:
        await turn.state.bot.send_photo(
            turn.telegram_chat.id,
            InputFile(png, filename="figures.png"),
            caption=caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=turn.home.key.thread_id or None,
        )
    except TelegramError as error:
        logger.warning("picture not sent chat=%d error=%s", turn.telegram_chat.id, error)
        return False
    return True
