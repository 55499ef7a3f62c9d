"""Asks for a person's location or one of their chats, with a button in place of their keyboard; private chats only.

Sent directly: nobody misses a question that a restart lost, and the outbox knows no such buttons.
"""

from __future__ import annotations

from typing import Any

from telegram import (
    ChatAdministratorRights,
    KeyboardButton,
    KeyboardButtonRequestChat,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)
from telegram.constants import ParseMode

from bot.chat.sender import NO_PREVIEW
from bot.chat.turn import Turn

CHANNEL_REQUEST, GROUP_REQUEST = 1, 2


async def request_location(turn: Turn, html: str, *, label: str) -> None:
    """Ask, with a button of this label."""
    await _ask(turn, html, KeyboardButton(label, request_location=True))


async def request_channel(turn: Turn, html: str, *, label: str) -> None:
    """Ask for a channel where the person may let the bot post; Telegram adds the bot with that right."""
    rights = _rights(can_post_messages=True)
    request = KeyboardButtonRequestChat(
        CHANNEL_REQUEST,
        chat_is_channel=True,
        user_administrator_rights=rights,
        bot_administrator_rights=rights,
        request_title=True,
    )
    await _ask(turn, html, KeyboardButton(label, request_chat=request))


async def request_group(turn: Turn, html: str, *, label: str) -> None:
    """Ask for a group that the person administers; Telegram adds the bot as a member."""
    request = KeyboardButtonRequestChat(
        GROUP_REQUEST,
        chat_is_channel=False,
        user_administrator_rights=_rights(can_manage_chat=True),
        bot_is_member=True,
        request_title=True,
    )
    await _ask(turn, html, KeyboardButton(label, request_chat=request))


async def end_request(turn: Turn, html: str) -> None:
    """Answer what was shared, and take the button away."""
    await _send(turn, html, ReplyKeyboardRemove())


async def _ask(turn: Turn, html: str, button: KeyboardButton) -> None:
    await _send(turn, html, ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True))


def _rights(**given: bool) -> ChatAdministratorRights:
    """These rights, and none of the others that Telegram wants named."""
    named = (
        "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
        "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
        "can_delete_stories",
    )  # fmt: skip
    rights: dict[str, Any] = dict.fromkeys(named, False) | given
    return ChatAdministratorRights(**rights)


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
