"""Handles changes of the bot's membership, topics that are opened again, and groups that become supergroups."""

from __future__ import annotations

from telegram import Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.chat.handlers.places import say_goodbye, tell_adder
from bot.chat.handlers.start import greet
from bot.chat.opening import open_turn
from bot.chat.rights import lacks_to_write
from bot.chat.state import AppState
from bot.models.chats import ChatKey

_GONE = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})
_GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})


async def on_my_membership(state: AppState, update: Update) -> None:
    """Deactivate a chat that removed or blocked the bot; reactivate it, and greet it, when the bot is back.

    A group is greeted there, unless the bot may not write; who added it hears of that, and of a channel, in private.
    Who removed it from a group or channel hears there what becomes of the settings.
    Where the bot's rights changed and it may write now, digests that were held go out at once.
    """
    change = update.my_chat_member
    assert change is not None
    chats = state.services.store.chats
    in_channel = change.chat.type == ChatType.CHANNEL
    lack = lacks_to_write(change.new_chat_member, in_channel=in_channel)
    state.whispers.forget_refusal(change.chat.id)
    if change.new_chat_member.status in _GONE:
        await chats.deactivate(change.chat.id)
        if change.chat.type != ChatType.PRIVATE:
            await say_goodbye(state, update)
    elif change.old_chat_member.status in _GONE:
        await chats.reactivate(change.chat.id)
        if change.chat.type in _GROUPS and lack is None:
            turn = await open_turn(state, update)
            assert turn is not None
            await greet(turn)
            state.greeted[change.chat.id] = state.services.clock.monotonic()
        if change.chat.type != ChatType.PRIVATE:
            await tell_adder(state, update, welcome=in_channel)
    elif lack is None:
        await state.services.store.outbox.end_pause(ChatKey(chat_id=change.chat.id))
        state.services.deliverer.wake()


async def on_topic_reopened(state: AppState, update: Update) -> None:
    """Send what was held while a topic was closed."""
    message = update.effective_message
    assert message is not None
    key = ChatKey(chat_id=message.chat_id, thread_id=message.message_thread_id or 0)
    await state.services.store.outbox.end_pause(key)
    state.services.deliverer.wake()


async def on_migration(state: AppState, update: Update) -> None:
    """Move a group's data to the supergroup it became. Telegram sends a notice in either chat; both are handled."""
    message = update.effective_message
    assert message is not None
    if message.migrate_to_chat_id:
        await state.services.store.chats.migrate(message.chat_id, message.migrate_to_chat_id)
    else:
        assert message.migrate_from_chat_id is not None
        await state.services.store.chats.migrate(message.migrate_from_chat_id, message.chat_id)
