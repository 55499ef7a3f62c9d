"""What owners may do and nobody else: their commands answer others as commands that do not exist, and Telegram lists
them for owners alone.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable
from functools import wraps

from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import TelegramError

from bot.chat.handlers.unknown import unknown_command
from bot.chat.turn import Turn
from bot.texts import say, text_key

logger = logging.getLogger(__name__)

TurnHandler = Callable[[Turn], Awaitable[None]]


def for_owners(handler: TurnHandler) -> TurnHandler:
    """The handler for owners; for everybody else the command does not exist."""

    @wraps(handler)
    async def handle(turn: Turn) -> None:
        await (handler(turn) if turn.is_owner else unknown_command(turn))

    return handle


async def list_owner_commands(
    bot: Bot, owner_id: int, *, commands: Iterable[str], owner_commands: Iterable[str], language: str
) -> None:
    """Show an owner all commands in their private chat. A failure is only logged: they may not have started the bot."""
    shown = [BotCommand(name, say(language, text_key(f"chat-command-{name}"))) for name in commands]
    shown += [BotCommand(name, say(language, text_key(f"owner-command-{name}"))) for name in owner_commands]
    try:
        await bot.set_my_commands(shown, scope=BotCommandScopeChat(owner_id))
    except TelegramError as error:
        logger.info("owner commands not listed chat=%d error=%s", owner_id, error)
