"""What the bot lacks to do its work in a chat, by what Telegram says of the bot as a member there."""

from __future__ import annotations

from enum import StrEnum

from telegram import (
    ChatFullInfo,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberOwner,
    ChatMemberRestricted,
)


class Lack(StrEnum):
    """What the bot lacks to write."""

    MEMBERSHIP = "membership"
    POST_MESSAGES = "post-messages"  # of an administrator of a channel
    SEND_MESSAGES = "send-messages"  # in a group


def lacks_to_write(member: ChatMember, chat: ChatFullInfo | None = None, *, in_channel: bool) -> Lack | None:
    """What the bot lacks to write in a chat. `chat`: tells what ordinary members of a group may."""
    match member:
        case ChatMemberLeft() | ChatMemberBanned():
            return Lack.MEMBERSHIP
        case ChatMemberOwner():
            return None
        case ChatMemberAdministrator():
            return Lack.POST_MESSAGES if in_channel and not member.can_post_messages else None
        case ChatMemberRestricted() if not member.is_member:
            return Lack.MEMBERSHIP
        case ChatMemberRestricted():
            return None if member.can_send_messages else Lack.SEND_MESSAGES
        case _:
            permissions = chat.permissions if chat is not None else None
            may = not in_channel and (permissions is None or permissions.can_send_messages is not False)
            return None if may else Lack.POST_MESSAGES if in_channel else Lack.SEND_MESSAGES
