"""Checks who may change a chat's settings (anyone in a private chat, elsewhere administrators only), and whose links
may lead to the owner's own hosts.
"""

from __future__ import annotations

import logging
from collections.abc import Collection

from telegram import Bot, Chat, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, TelegramError

logger = logging.getLogger(__name__)

_ADMINISTRATORS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})


def may_reach_own_hosts(user_id: int, *, owners: Collection[int]) -> bool:
    """Whether a link of this user may lead to FETCH_TRUSTED_HOSTS: only an owner's may (TELEGRAM_ADMIN_IDS)."""
    return user_id in owners


class Access:
    """Checks who is an administrator by asking Telegram every time, so that a new one is one at once.

    Quotas limit how often a person makes it ask. Denies access when Telegram cannot be reached.
    """

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def may_change(self, chat: Chat, *, user: User | None, sender_chat: Chat | None = None) -> bool:
        """Whether the author of a message, or the person who pressed a button, may change settings of `chat`.

        `sender_chat` is the chat in whose name a message was sent: the group itself for an anonymous administrator, a
        channel for its posts. A message in the name of any other chat gives no access.
        https://core.telegram.org/bots/api#message
        """
        if chat.type == ChatType.PRIVATE:
            return True
        if sender_chat is not None:
            return sender_chat.id == chat.id
        if user is None:
            return False
        try:
            return await self.is_administrator(chat.id, user.id)
        except TelegramError as error:
            logger.warning("administrators not known chat=%s error=%s", chat.id, error)
            return False

    async def is_administrator(self, chat_id: int, user_id: int) -> bool:
        """Whether this person is an administrator of a group or channel now. TelegramError where nobody can say."""
        try:
            member = await self._bot.get_chat_member(chat_id, user_id)
        except BadRequest as error:  # who is in no list of members is no administrator
            logger.warning("administrators not known chat=%s error=%s", chat_id, error)
            return False
        return member.status in _ADMINISTRATORS
