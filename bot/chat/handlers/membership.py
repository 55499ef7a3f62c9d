"""Handles changes of the bot's membership in chats, and groups that become supergroups."""

from __future__ import annotations

from telegram import ChatMember, ChatMemberAdministrator, ChatMemberRestricted, Update
from telegram.constants import ChatMemberStatus, ChatType

from bot.chat.handlers.start import greet
from bot.chat.turn import AppState, open_turn
from bot.models.chats import ChatKey

_GONE = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})


async def on_my_membership(state: AppState, update: Update) -> None:
    """Deactivate a chat that removed or blocked the bot; reactivate it, and greet a group, when the bot is back.

    Where the bot's rights changed and it may write now, digests that were held go out at once.
    """
    change = update.my_chat_member
    assert change is not None
    chats = state.services.store.chats
    if change.new_chat_member.status in _GONE:
        await chats.deactivate(change.chat.id)
    elif change.old_chat_member.status in _GONE:
        await chats.reactivate(change.chat.id)
        if change.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP):
            turn = await open_turn(state, update)
            assert turn is not None
            await greet(turn)
    elif _may_write(change.new_chat_member, in_channel=change.chat.type == ChatType.CHANNEL):
        await state.services.store.outbox.end_pause(ChatKey(chat_id=change.chat.id))
        state.services.deliverer.wake()


def _may_write(member: ChatMember, *, in_channel: bool) -> bool:
    match member:
        case ChatMemberRestricted():
            return bool(member.can_send_messages)
        case ChatMemberAdministrator() if in_channel:
            return bool(member.can_post_messages)
        case _:
            return True


async def on_migration(state: AppState, update: Update) -> None:
    """Move a group's data to the supergroup it became. Telegram sends a notice in either chat; both are handled."""
    message = update.effective_message
    assert message is not None
    if message.migrate_to_chat_id:
        await state.services.store.chats.migrate(message.chat_id, message.migrate_to_chat_id)
    else:
        assert message.migrate_from_chat_id is not None
        await state.services.store.chats.migrate(message.migrate_from_chat_id, message.chat_id)
