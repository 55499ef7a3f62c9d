"""The way of one message to Telegram: its pace, the call, what its outcome says of the way. Records nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta

from bot.delivery.limiter import Limiter
from bot.delivery.policy import PACE_DETAIL, is_trouble
from bot.models.digests import StoredPicture
from bot.models.messages import (
    AlbumContent,
    Delivered,
    MessageKind,
    OutboxMessage,
    Refusal,
    Refused,
    RichContent,
    SendResult,
)
from bot.models.ports import Clock, Sender

logger = logging.getLogger(__name__)

PATIENCE_SECONDS = 10.0  # what would have to wait longer for its pace goes back to the queue


class Way:
    """One bot's way to Telegram. `draining` set: nothing waits for its pace any more."""

    def __init__(self, *, sender: Sender, clock: Clock, limiter: Limiter, draining: asyncio.Event) -> None:
        self._sender = sender
        self._clock = clock
        self._limiter = limiter
        self._draining = draining
        self._no_rich = False

    async def send(self, message: OutboxMessage, pictures: Mapping[str, StoredPicture]) -> SendResult:
        """Send at the pace; what would have to wait long for it comes back as a flood of our own."""
        is_rich = isinstance(message.message.content, RichContent)
        if is_rich and self._no_rich:
            return Refused(reason=Refusal.NO_RICH_METHOD)
        if wait := await self._pace(message):
            return Refused(reason=Refusal.FLOOD, detail=PACE_DETAIL, retry_after=timedelta(seconds=wait))
        try:
            result = await self._sender.send(message, pictures=pictures)
        except Exception as error:  # a bug: the message may be out, the others must not wait
            logger.exception("sender failed id=%d", message.id)
            result = Refused(reason=Refusal.AMBIGUOUS, detail=type(error).__name__)
        self._learn(message, result)
        return result

    async def _pace(self, message: OutboxMessage) -> float:
        """Wait until the message may go, and spend; or return the seconds that are too many to wait."""
        chat_id = message.message.chat.chat_id
        reply = message.message.kind is MessageKind.REPLY
        content = message.message.content
        cost = len(content.pictures) if isinstance(content, AlbumContent) else 1
        while wait := self._limiter.wait(chat_id, now=self._clock.monotonic(), cost=cost, reply=reply):
            if wait > PATIENCE_SECONDS or self._draining.is_set():
                return wait
            await rest(self._clock, wait, self._draining)
        self._limiter.take(chat_id, now=self._clock.monotonic(), cost=cost, reply=reply)
        return 0.0

    def _learn(self, message: OutboxMessage, result: SendResult) -> None:
        """What an outcome says of more than its message: the way, the pace, the server."""
        now = self._clock.monotonic()
        if is_trouble(result):
            was_in_trouble = self._limiter.in_trouble
            self._limiter.failed(now=now)
            if self._limiter.in_trouble and not was_in_trouble:
                logger.warning("Telegram does not answer, sending pauses")
        else:
            self._limiter.succeeded()
        if isinstance(result, Delivered):
            return
        if result.retry_after is not None:
            self._limiter.flooded(message.message.chat.chat_id, result.retry_after.total_seconds(), now=now)
        if result.reason is Refusal.NO_RICH_METHOD and not self._no_rich:
            self._no_rich = True
            logger.warning("this Bot API server knows no rich messages: classic ones until the next start")

    async def is_answered(self) -> bool:
        """Ask for nothing before a message is risked: what meets trouble twice would be given up."""
        answered = await self._sender.probe()
        if answered:
            if self._limiter.in_trouble:
                logger.warning("Telegram answers again, sending goes on")
            self._limiter.succeeded()
        else:
            self._limiter.failed(now=self._clock.monotonic())
        return answered


async def rest(clock: Clock, seconds: float, event: asyncio.Event) -> None:
    """Wait until the time is over or the event is set, whichever comes first."""
    waiters = [asyncio.create_task(event.wait()), asyncio.ensure_future(clock.sleep(seconds))]
    try:
        await asyncio.wait(waiters, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for waiter in waiters:
            waiter.cancel()
