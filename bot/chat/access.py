"""Checks who may change a chat's settings (anyone in a private chat, elsewhere administrators only), and whose links
may lead to the owner's own hosts.
"""

from __future__ import annotations

import logging
from collections.abc import Collection

from telegram import Bot, Chat, User
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, TelegramError

from bot.models.ports import Clock

logger = logging.getLogger(__name__)

# A "no" is cached this long, so that repeated presses cost one request to Telegram. A "yes" is never cached: who is no
# administrator any more loses access at once.
DENIED_SECONDS = 5.0
_MAX_DENIALS = 1000
_ADMINISTRATORS = frozenset({ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR})


def may_reach_own_hosts(user_id: int, *, owners: Collection[int]) -> bool:
    """Whether a link of this user may lead to FETCH_TRUSTED_HOSTS: only an owner's may (TELEGRAM_ADMIN_IDS)."""
    return user_id in owners


class Access:
    """Checks who is an administrator by asking Telegram. Denies access when Telegram cannot be reached."""

    def __init__(self, bot: Bot, clock: Clock) -> None:
        self._bot = bot
        self._clock = clock
        self._denied: dict[tuple[int, int], float] = {}

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

    def forget(self, chat_id: int) -> None:
        """Forget who is no administrator of a chat."""
        for key in [key for key in self._denied if chat_id in key]:
            del self._denied[key]

    async def is_administrator(self, chat_id: int, user_id: int) -> bool:
        """Whether this person is an administrator of a group or channel now. TelegramError where nobody can say."""
        now = self._clock.monotonic()
        key = (chat_id, user_id)
        if self._denied.get(key, now) > now:
            return False
        try:
            member = await self._bot.get_chat_member(chat_id, user_id)
        except BadRequest as error:  # who is in no list of members is no administrator
            logger.warning("administrators not known chat=%s error=%s", chat_id, error)
            return False
        if member.status in _ADMINISTRATORS:
            self._denied.pop(key, None)
            return True
        if len(self._denied) >= _MAX_DENIALS:
            self._denied.clear()
        self._denied[key] = now + DENIED_SECONDS
        return False
