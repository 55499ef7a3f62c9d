"""Asks for a person's location with a button in place of their keyboard; private chats only.

Sent directly: nobody misses a question that a restart lost, and the outbox knows no such buttons.
"""

from __future__ import annotations

from telegram import KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove
from telegram.constants import ParseMode

from bot.chat.sender import NO_PREVIEW
from bot.chat.turn import Turn


async def request_location(turn: Turn, html: str, *, label: str) -> None:
    """Ask, with a button of this label."""
    button = KeyboardButton(label, request_location=True)
    await _send(turn, html, ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True))


async def end_request(turn: Turn, html: str) -> None:
    """Answer a shared location, and take its button away."""
    await _send(turn, html, ReplyKeyboardRemove())


async def _send(turn: Turn, html: str, markup: ReplyKeyboardMarkup | ReplyKeyboardRemove) -> None:
    await turn.quietly(
        turn.state.bot.send_message(
            turn.telegram_chat.id,
            html,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            link_preview_options=NO_PREVIEW,
        )
    )
