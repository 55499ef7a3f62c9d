"""Sends messages in groups that one person alone sees, with their buttons: ephemeral messages of Bot API 10.3.

They go to Telegram directly, since they are neither kept nor sent twice. A server that does not know them sends an
ordinary message instead, and is asked once per start; a group that refuses them (the bot must be an administrator) is
not asked again until the bot's rights change. https://core.telegram.org/bots/api#ephemeralmessageparameters
"""

from __future__ import annotations

import logging
from typing import Any

from telegram import Bot, CallbackQuery, InlineKeyboardMarkup, Message
from telegram.constants import ParseMode
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.chat.errors import classify
from bot.chat.sender import NO_PREVIEW, to_markup
from bot.models.messages import NewMessage, TextContent

logger = logging.getLogger(__name__)

_MAX_REFUSALS = 10_000
_ID = "ephemeral_message_id"  # PTB 22.8 does not know it


def whispered_id(message: Message | None) -> int | None:
    """The id of a message that one person alone sees, or None for an ordinary message."""
    found: int | None = message.api_kwargs.get(_ID) if message is not None else None
    return found


class Whispers:
    """The messages of one bot that one person alone sees."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._are_known = True
        self._refused_in: set[int] = set()

    async def send(self, message: NewMessage, *, user_id: int, query_id: str | None = None) -> bool:
        """Send a text to one member of a group; False where it must be sent to all.

        `query_id`: the press that it answers, if it does.
        """
        assert isinstance(message.content, TextContent)
        chat_id = message.chat.chat_id
        if not self._are_known or chat_id in self._refused_in:
            return False
        parameters: dict[str, Any] = {"receiver_user_id": user_id}
        if query_id is not None:
            parameters["callback_query_id"] = query_id
        try:
            sent = await self._bot.send_message(
                chat_id,
                message.content.html,
                message_thread_id=message.chat.thread_id or None,
                parse_mode=ParseMode.HTML,
                link_preview_options=NO_PREVIEW,
                reply_markup=to_markup(message.keyboard),
                api_kwargs={"ephemeral_message_parameters": parameters},
            )
        except TelegramError as error:
            self._refused(chat_id, error)
            return False
        if whispered_id(sent) is None:
            self._are_known = False
            logger.info("ephemeral messages not known to the server, answers in groups are seen by all")
        return True

    def forget_refusal(self, chat_id: int) -> None:
        """Ask this group again: the bot's rights there changed."""
        self._refused_in.discard(chat_id)

    async def edit(self, query: CallbackQuery, html: str | None, markup: InlineKeyboardMarkup | None) -> None:
        """Replace the text and the buttons, or the buttons alone, of the message whose button was pressed.

        Raises TelegramError.
        """
        message = query.message
        assert isinstance(message, Message)
        arguments: dict[str, Any] = {
            "chat_id": message.chat_id,
            "receiver_user_id": query.from_user.id,
            _ID: whispered_id(message),
            "reply_markup": markup,
        }
        if html is None:
            await self._bot.do_api_request("editEphemeralMessageReplyMarkup", api_kwargs=arguments)
            return
        arguments |= {"text": html, "parse_mode": ParseMode.HTML, "link_preview_options": NO_PREVIEW}
        await self._bot.do_api_request("editEphemeralMessageText", api_kwargs=arguments)

    def _refused(self, chat_id: int, error: TelegramError) -> None:
        refused = classify(error)
        logger.info("ephemeral message refused chat=%s reason=%s error=%s", chat_id, refused.reason, refused.detail)
        if not isinstance(error, BadRequest | Forbidden):  # the network's fault, or a limit of Telegram's
            return
        if len(self._refused_in) >= _MAX_REFUSALS:
            self._refused_in.clear()
        self._refused_in.add(chat_id)
