"""Offers the simple look once, after a chat's first rich digest: some apps show nothing of it, and nobody tells us."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.errors import StoreError
from bot.models.chats import Chat, ChatKey, ChatKind
from bot.models.messages import (
    Delivered,
    MessageKind,
    NewMessage,
    OutboxMessage,
    RichContent,
    SendResult,
    TextContent,
)
from bot.models.ports import Clock
from bot.store import Store
from bot.texts import speaker

logger = logging.getLogger(__name__)

OFFER_LIFE = timedelta(hours=24)
KEPT_CHATS = 100_000  # that are known to have the offer; more are looked up again


class SimpleLook:
    """Who has had the offer."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._offered: set[ChatKey] = set()

    async def after(self, message: OutboxMessage, result: SendResult) -> None:
        """Put the offer behind a rich digest that was delivered, unless the chat had one.

        It is written as a part of the digest, so that it comes behind the digest's other messages. A failure of the
        store only loses the offer until the next digest.
        """
        new = message.message
        if new.kind is not MessageKind.DIGEST or not isinstance(new.content, RichContent):
            return
        if not isinstance(result, Delivered) or new.chat in self._offered:
            return
        try:
            chat = await self._store.chats.get(new.chat)
            if chat is None:
                return
            if chat.kind is not ChatKind.CHANNEL and not chat.simple_look_offered:
                now = self._clock.now()
                await self._store.chats.offer_simple_look(chat, an_offer(chat, now=now), now=now)
        except StoreError as error:
            logger.warning("simple look not offered chat=%d error=%s", new.chat.chat_id, error)
            return
        if len(self._offered) >= KEPT_CHATS:
            self._offered.clear()
        self._offered.add(new.chat)


def an_offer(chat: Chat, *, now: datetime) -> NewMessage:
    """The line that offers the simple look. Its key exists once for a chat."""
    from bot.render.digest_keyboards import simple_look_keyboard  # for the first offer

    say = speaker(chat.ui_language)
    return NewMessage(
        kind=MessageKind.DIGEST,
        chat=chat.key,
        dedupe_key=f"simple-look:{chat.key.chat_id}:{chat.key.thread_id}",
        content=TextContent(html=say("digest-nothing-above")),
        keyboard=simple_look_keyboard(say),
        expires_at=now + OFFER_LIFE,
        silent=True,
    )
