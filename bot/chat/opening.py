"""Begins turns: an update with its chat, which is registered, unless it is none of ours."""

from __future__ import annotations

from telegram import Message, Update

from bot.chat.registration import registered_chat
from bot.chat.state import AppState
from bot.chat.turn import Turn
from bot.models.chats import ChatKey, ChatKind


async def open_turn(state: AppState, update: Update, *, words: str = "") -> Turn | None:
    """The turn of an update, with its chat registered; None for an update without a chat or from another bot."""
    telegram_chat = update.effective_chat
    if telegram_chat is None or telegram_chat.type not in set(ChatKind) or _is_from_bot(update):
        return None
    query = update.callback_query
    origin = query.message if query is not None else update.effective_message
    message = origin if isinstance(origin, Message) else None
    key = ChatKey(chat_id=telegram_chat.id, thread_id=_thread(message))
    return Turn(
        state=state,
        update=update,
        telegram_chat=telegram_chat,
        user=update.effective_user,
        message=message,
        query=query,
        words=words.strip(),
        chat=await registered_chat(state.services, telegram_chat, key=key, user=update.effective_user),
    )


def _is_from_bot(update: Update) -> bool:
    """Whether another bot wrote the message. Telegram names a bot as the author of what is sent as a chat, too."""
    message = update.message
    author = message.from_user if message is not None and message.sender_chat is None else None
    return author is not None and author.is_bot


def _thread(message: Message | None) -> int:
    """The message's topic, or 0. Replies in a group without topics have a thread id too, which is ignored."""
    if message is None or not message.is_topic_message:
        return 0
    return message.message_thread_id or 0
