"""The gateway to Telegram: rate limit, circuit breaker and the call that sends one message. Stores nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from datetime import timedelta

from bot.delivery.limiter import Limiter
from bot.delivery.policy import is_trouble
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

MAX_WAIT_SECONDS = 10.0  # a message that the rate limit holds back for longer returns to the queue


class Gateway:
    """One bot's gateway to Telegram. Once `draining` is set, no message waits for the rate limit any more."""

    def __init__(self, *, sender: Sender, clock: Clock, limiter: Limiter, draining: asyncio.Event) -> None:
        self._sender = sender
        self._clock = clock
        self._limiter = limiter
        self._draining = draining
        self._no_rich = False

    async def send(self, message: OutboxMessage, pictures: Mapping[str, StoredPicture]) -> SendResult:
        """Send a message as soon as the rate limit allows; where that takes too long, refuse it as PACED."""
        is_rich = isinstance(message.message.content, RichContent)
        if is_rich and self._no_rich:
            return Refused(reason=Refusal.NO_RICH_METHOD)
        if wait := await self._throttle(message):
            return Refused(reason=Refusal.PACED, retry_after=timedelta(seconds=wait))
        try:
            result = await self._sender.send(message, pictures=pictures)
        except Exception as error:  # a bug: the message may have been sent, and others must not wait for it
            logger.exception("sender failed message=%d", message.id)
            result = Refused(reason=Refusal.AMBIGUOUS, detail=type(error).__name__)
        self._learn(message, result)
        return result

    async def _throttle(self, message: OutboxMessage) -> float:
        """Wait for the rate limit and take from it: 0.0. Or, if it takes too long, how many seconds it would take."""
        chat_id = message.message.chat.chat_id
        reply = message.message.kind is MessageKind.REPLY
        content = message.message.content
        cost = len(content.pictures) if isinstance(content, AlbumContent) else 1
        while wait := self._limiter.wait(chat_id, now=self._clock.monotonic(), cost=cost, reply=reply):
            if wait > MAX_WAIT_SECONDS or self._draining.is_set():
                return wait
            await wait_for(self._draining, wait, clock=self._clock)
        self._limiter.take(chat_id, now=self._clock.monotonic(), cost=cost, reply=reply)
        return 0.0

    def _learn(self, message: OutboxMessage, result: SendResult) -> None:
        """Keep what an outcome says of the connection, the rate limit and the server."""
        now = self._clock.monotonic()
        if is_trouble(result):
            was_in_trouble = self._limiter.in_trouble
            self._limiter.failed(now=now)
            if self._limiter.in_trouble and not was_in_trouble:
                logger.warning("telegram does not answer, sending pauses failures=%d", self._limiter.failures)
        else:
            self._limiter.succeeded()
        if isinstance(result, Delivered):
            return
        if result.retry_after is not None:
            self._limiter.flooded(message.message.chat.chat_id, result.retry_after.total_seconds(), now=now)
        if result.reason is Refusal.NO_RICH_METHOD and not self._no_rich:
            self._no_rich = True
            logger.warning("bot api server knows no rich messages, classic ones are sent until the next start")

    async def is_answered(self) -> bool:
        """Whether Telegram answers a call that sends nothing.

        Asked before a message is risked: one that fails in doubt twice is given up.
        """
        answered = await self._sender.probe()
        if answered:
            if self._limiter.in_trouble:
                logger.warning("telegram answers again, sending goes on")
            self._limiter.succeeded()
        else:
            self._limiter.failed(now=self._clock.monotonic())
        return answered


async def wait_for(event: asyncio.Event, seconds: float, *, clock: Clock) -> None:
    """Return when the event is set or the time is over, whichever comes first."""
    waiters = [asyncio.create_task(event.wait()), asyncio.ensure_future(clock.sleep(seconds))]
    try:
        await asyncio.wait(waiters, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for waiter in waiters:
            waiter.cancel()
