"""The gateway to Telegram: rate limit, circuit breaker and the call that sends one message. Stores nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.delivery.circuit import Circuit
from bot.delivery.limiter import Limiter
from bot.delivery.line import Line, Waiter
from bot.delivery.policy import is_in_doubt, is_trouble
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
from bot.render.ladder import has_buttons, without_buttons

logger = logging.getLogger(__name__)

MAX_WAIT_SECONDS = 10.0  # a message that the rate limit holds back for longer returns to the queue
LEAST_NAP_SECONDS = 0.005
RETURN_SECONDS = 1.0  # and is claimed again after so long at least


class Gateway:
    """One bot's gateway to Telegram. Once `draining` is set, no message waits for the rate limit any more."""

    def __init__(
        self, *, sender: Sender, clock: Clock, limiter: Limiter, circuit: Circuit, draining: asyncio.Event
    ) -> None:
        self._sender = sender
        self._clock = clock
        self._limiter = limiter
        self._circuit = circuit
        self._draining = draining
        self._line = Line()
        self._joined = asyncio.Event()
        self._serving: asyncio.Task[None] | None = None
        self._no_rich = False
        self.knows_rich = False  # the server took a rich message since the start
        self._no_buttons = False
        self._refused_buttons: set[int] = set()  # messages that were refused with buttons inside

    async def send(self, message: OutboxMessage, pictures: Mapping[str, StoredPicture]) -> SendResult:
        """Send a message as soon as the rate limit allows; where that takes too long, refuse it as PACED."""
        is_rich = isinstance(message.message.content, RichContent)
        if is_rich and self._no_rich:
            return Refused(reason=Refusal.NO_RICH_METHOD)
        if self._no_buttons and has_buttons(message.message.content):
            content = without_buttons(message.message.content)
            message = replace(message, message=replace(message.message, content=content))
        if wait := await self._throttle(message):
            return Refused(reason=Refusal.PACED, retry_after=timedelta(seconds=wait))
        try:
            result = await self._sender.send(message, pictures=pictures)
        except Exception as error:  # a bug: the message may have been sent, and others must not wait for it
            logger.exception("sender failed message=%d", message.id)
            result = Refused(reason=Refusal.AMBIGUOUS, detail=type(error).__name__)
        self._learn(message, result)
        return result

    @property
    def waiting_digests(self) -> int:
        """How many claimed digests wait for their turn."""
        return self._line.digests

    async def _throttle(self, message: OutboxMessage) -> float:
        """Wait for the rate limit and take from it: 0.0. Or, if it takes too long, how many seconds it would take."""
        chat_id = message.message.chat.chat_id
        reply = message.message.kind is MessageKind.REPLY
        content = message.message.content
        cost = len(content.pictures) if isinstance(content, AlbumContent) else 1
        now = self._clock.monotonic()
        wait = self._limiter.wait(chat_id, now=now, cost=cost, reply=reply)
        if not wait and not self._line:
            self._limiter.take(chat_id, now=now, cost=cost, reply=reply)
            return 0.0
        if wait > MAX_WAIT_SECONDS or (wait and self._draining.is_set()):
            return wait
        turn: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._line.add(Waiter(chat_id=chat_id, cost=cost, reply=reply, since=now, turn=turn))
        self._joined.set()
        if self._serving is None or self._serving.done():
            self._serving = asyncio.create_task(self._serve(), name="rate limit")
        return await turn

    async def _serve(self) -> None:
        """Give the messages in the line their turns, until nobody waits."""
        while self._line:
            self._joined.clear()
            now = self._clock.monotonic()
            waiter, pause = self._line.next(self._limiter, now=now)
            if waiter is not None:
                if not waiter.turn.done():  # not cancelled
                    self._limiter.take(waiter.chat_id, now=now, cost=waiter.cost, reply=waiter.reply)
                    waiter.turn.set_result(0.0)
                continue
            self._dismiss(now)
            if not self._line:
                return
            # No shorter than the burst can make up for: at 1000/s it is a nap for several messages.
            pause = min(max(pause, LEAST_NAP_SECONDS), MAX_WAIT_SECONDS)
            await wait_for(self._joined, pause, clock=self._clock)

    def _dismiss(self, now: float) -> None:
        """Send those back to the queue who have waited too long; while draining, all."""
        for waiter in list(self._line):
            if now >= waiter.since + MAX_WAIT_SECONDS or self._draining.is_set() or waiter.turn.done():
                self._line.remove(waiter)
                wait = self._limiter.wait(waiter.chat_id, now=now, cost=waiter.cost, reply=waiter.reply)
                if not waiter.turn.done():
                    waiter.turn.set_result(max(wait, RETURN_SECONDS))

    def drain(self) -> None:
        """Let no message wait any more."""
        self._draining.set()
        self._joined.set()

    def _learn(self, message: OutboxMessage, result: SendResult) -> None:
        """Keep what an outcome says of the connection, the rate limit and the server."""
        now = self._clock.monotonic()
        if is_trouble(result):
            was_in_trouble = self._circuit.in_trouble or self._circuit.one_at_a_time(now=now)
            self._circuit.failed(now=now, in_doubt=is_in_doubt(result))
            if (self._circuit.in_trouble or self._circuit.one_at_a_time(now=now)) and not was_in_trouble:
                logger.warning("telegram does not answer, sending pauses failures=%d", self._circuit.failures)
        elif isinstance(result, Delivered) or result.reason is not Refusal.FLOOD:
            self._circuit.took()
        else:
            self._circuit.answered()
        if isinstance(result, Delivered):
            self.knows_rich |= isinstance(message.message.content, RichContent)
            if message.id in self._refused_buttons:
                self._refused_buttons.discard(message.id)
                if isinstance(message.message.content, RichContent):  # the buttons were what it was refused for
                    self._forgo_buttons()
            return
        is_new = message.message.edit_message_id is None  # what is edited has its buttons: they were taken
        if result.reason is Refusal.RICH_REFUSED and is_new and has_buttons(message.message.content):
            self._refused_buttons.add(message.id)
            if "tg-button" in result.detail.lower():
                self._forgo_buttons()
        if result.retry_after is not None:
            self._limiter.flooded(message.message.chat.chat_id, result.retry_after.total_seconds(), now=now)
        if result.reason is Refusal.NO_RICH_METHOD and not self._no_rich:
            self._no_rich = True
            logger.warning("bot api server knows no rich messages, classic ones are sent until the next start")

    def _forgo_buttons(self) -> None:
        """Send rich messages without buttons inside until the next start: the server knows none."""
        self._refused_buttons.clear()
        if not self._no_buttons:
            self._no_buttons = True
            logger.warning("bot api server knows no buttons inside rich messages, none are sent until the next start")

    async def is_answered(self) -> bool:
        """Whether Telegram answers a call that sends nothing.

        Asked before a message is risked: one that fails in doubt twice is given up.
        """
        answered = await self._sender.probe()
        if answered:
            if self._circuit.in_trouble:
                logger.warning("telegram answers again, sending goes on")
            self._circuit.answered()
        else:
            self._circuit.failed(now=self._clock.monotonic(), in_doubt=False)
        return answered


async def wait_for(event: asyncio.Event, seconds: float, *, clock: Clock) -> None:
    """Return when the event is set or the time is over, whichever comes first."""
    waiters = [asyncio.create_task(event.wait()), asyncio.ensure_future(clock.sleep(seconds))]
    try:
        await asyncio.wait(waiters, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for waiter in waiters:
            waiter.cancel()
