"""Delivery of the outbox: claim, send, decide, settle. Every message is recorded before it is sent."""

from __future__ import annotations

import asyncio
import logging
import math
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from bot.delivery.circuit import Circuit
from bot.delivery.decider import Decider
from bot.delivery.gateway import Gateway, wait_for
from bot.delivery.limiter import Limiter
from bot.delivery.policy import decide, is_trouble
from bot.delivery.simple_look import SimpleLook
from bot.delivery.uploads import Uploads
from bot.errors import StoreError, TokenRefused
from bot.models.chats import ChatKey
from bot.models.decisions import (
    AMBIGUOUS_WAIT,
    ChatGone,
    Decision,
    Dropped,
    RetryAt,
    StopSending,
    Strike,
    TakenBack,
    TopicGone,
)
from bot.models.messages import Delivered, NewMessage, OutboxMessage, Refusal, Refused, SendResult
from bot.models.ports import Clock, Sender
from bot.render.ladder import pictures_of, plain_texts, without_pictures
from bot.store import Store
from bot.texts import Say, speaker

logger = logging.getLogger(__name__)

CLAIM_SHARE = 8  # the next claim waits until 1/8 of the messages that may be in flight are done
MIN_IN_FLIGHT = 8  # how many may be in flight at least; after a kill, as many may come twice
MAX_PAUSE_SECONDS = 30.0
DOUBT_PAUSE_SECONDS = 5.0  # while messages in doubt are held back
IDLE_SECONDS = 0.05  # until claimed messages have had their turn
STORE_PAUSE_SECONDS = 5.0
NO_ANSWER = "Telegram does not answer"
UNRECORDED_ID = 0  # of a message without a row in the outbox
REPLY_LIFE = timedelta(minutes=15)  # a reply that is later is of no use


class Deliverer:
    """Delivers for one bot. `run` is the loop; `send_now` sends a reply past the queue.

    `boot_id`, new with every start, owns the leases: messages under another one were interrupted. `owners` get notices,
    in the language of `say`, of chats that refuse the bot and of incidents.
    """

    def __init__(
        self,
        *,
        store: Store,
        sender: Sender,
        clock: Clock,
        limiter: Limiter,
        boot_id: str,
        jitter: Callable[[], float] = random.random,
        owners: Sequence[int] = (),
        say: Say = speaker("en"),  # noqa: B008 - a constant
    ) -> None:
        self._store = store
        self._clock = clock
        self._limiter = limiter
        self._boot_id = boot_id
        self._uploads = Uploads(store)
        self._max_in_flight = max(MIN_IN_FLIGHT, math.ceil(limiter.per_second / 4))
        self._in_flight: set[asyncio.Task[SendResult]] = set()
        self._claimed: set[asyncio.Task[SendResult]] = set()  # those of them that the loop claimed
        self._wake = asyncio.Event()
        self._draining = asyncio.Event()
        self._stepping = asyncio.Lock()
        self._circuit = Circuit()
        self._gateway = Gateway(
            sender=sender, clock=clock, limiter=limiter, circuit=self._circuit, draining=self._draining
        )
        self._decider = Decider(
            store=store, clock=clock, circuit=self._circuit, jitter=jitter, owners=owners, say=say, wake=self._wake
        )
        self._simple_look = SimpleLook(store, clock)
        self._recovered = False
        self._token_refused: str | None = None

    @property
    def knows_rich(self) -> bool:
        """Whether the server took a rich message since the start."""
        return self._gateway.knows_rich

    async def run(self) -> None:
        """Deliver until drained or cancelled; raises TokenRefused when Telegram refuses the bot."""
        try:
            while not self._draining.is_set():
                self._wake.clear()
                if self._token_refused is not None:
                    raise TokenRefused(f"Telegram refuses the bot's token ({self._token_refused})")
                async with self._stepping:
                    pause = await self._step()
                if pause > 0:
                    await wait_for(self._wake, pause, clock=self._clock)
        except asyncio.CancelledError:
            for task in self._in_flight:
                task.cancel()
            raise
        finally:
            await asyncio.gather(*self._in_flight, return_exceptions=True)

    async def send_now(self, message: NewMessage) -> SendResult:
        """Record a reply, send it at once past the queue, and return the result.

        A reply that has to wait stays in the outbox and is sent later; the result is a refusal then, too. A known
        dedupe key sends nothing (refusal "harmless"). Where nothing can be recorded (a full disk), the reply is sent
        without a record: it is never retried, so none is needed.
        """
        now = self._clock.now()
        mortal = replace(message, expires_at=message.expires_at or now + REPLY_LIFE)
        try:
            claimed = await self._store.outbox.insert_claimed(mortal, owner=self._boot_id, now=now)
        except StoreError as error:
            logger.error("outbox unusable, replying without a record error=%s", error)
            return await self._answer_unrecorded(mortal)
        if claimed is None:
            return Refused(reason=Refusal.HARMLESS, detail="sent before")
        return await asyncio.shield(self._start(claimed))

    async def _answer_unrecorded(self, reply: NewMessage) -> SendResult:
        """Send a reply without its pictures, once, in the first form that Telegram takes."""
        result: SendResult = Refused(reason=Refusal.NOT_SENT)
        for form in (without_pictures(reply.content), plain_texts(reply.content)[:1]):
            for content in form:
                answer = replace(reply, content=content, fallback=())
                result = await self._gateway.send(OutboxMessage(id=UNRECORDED_ID, message=answer), {})
                if isinstance(result, Delivered) or is_trouble(result) or result.retry_after is not None:
                    return result
        return result

    def wake(self) -> None:
        """Look for new messages in the outbox at once."""
        self._wake.set()

    async def drain(self) -> None:
        """Stop claiming, and wait until the messages in flight are sent and recorded. `run` then returns."""
        self._gateway.drain()
        self._wake.set()
        async with self._stepping:
            pass  # the messages of a claim that was running are in flight now
        while self._in_flight:
            await asyncio.wait(self._in_flight)

    async def _step(self) -> float:
        """Start the sends that are possible now; returns for how many seconds there is nothing to do."""
        try:
            await self._recover()
            return await self._claim()
        except StoreError as error:  # a message that cannot be recorded is not sent
            logger.error("outbox unusable, sending pauses error=%s", error)
            return STORE_PAUSE_SECONDS

    async def _recover(self) -> None:
        if self._recovered:
            return
        now = self._clock.now()
        interrupted = await self._store.outbox.recover(owner=self._boot_id, now=now)
        for chat_id, until in (await self._store.outbox.floods(now=now)).items():
            self._limiter.close(chat_id, (until - now).total_seconds(), now=self._clock.monotonic())
        self._recovered = True
        if interrupted:
            logger.warning("messages were in flight at the last stop messages=%d", interrupted)

    async def _claim(self) -> float:
        now = self._clock.monotonic()
        free = self._max_in_flight - len(self._claimed)
        if free < max(1, self._max_in_flight // CLAIM_SHARE):  # a claim is a commit: too dear for one message
            return MAX_PAUSE_SECONDS  # the end of a send wakes the loop
        if now < self._circuit.opens_at:
            return self._circuit.opens_at - now
        room = min(free, self._limiter.room(now=now) - self._gateway.waiting_digests)
        if room > 0 and self._circuit.in_trouble and not await self._gateway.is_answered():
            return 0.0
        if room <= 0:
            return min(self._limiter.next_opening(now=now) or IDLE_SECONDS, MAX_PAUSE_SECONDS)
        closed = [ChatKey(chat_id=chat_id) for chat_id in self._limiter.closed(now=now)]
        in_doubt = self._circuit.may_resend(now=now)
        messages = await self._store.outbox.claim(
            owner=self._boot_id,
            now=self._clock.now(),
            limit=1 if self._circuit.one_at_a_time(now=now) else room,
            exclude=closed,
            in_doubt=in_doubt,
        )
        for message in messages:
            self._claimed.add(self._start(message))
        if messages:
            self._circuit.risked(now=now)
            await asyncio.sleep(0)  # let them take their tokens before the next look
            return 0.0
        due = await self._store.outbox.next_at(exclude=closed, in_doubt=in_doubt)
        until_due = MAX_PAUSE_SECONDS if due is None else (due - self._clock.now()).total_seconds()
        opening = self._limiter.next_opening(now=self._clock.monotonic())
        most = MAX_PAUSE_SECONDS if in_doubt else DOUBT_PAUSE_SECONDS
        return max(0.0, min(until_due, most if opening is None else opening, most))

    def _start(self, message: OutboxMessage) -> asyncio.Task[SendResult]:
        task = asyncio.create_task(self._deliver(message), name=f"send-{message.id}")
        self._in_flight.add(task)
        task.add_done_callback(self._ended)
        return task

    def _ended(self, task: asyncio.Task[SendResult]) -> None:
        self._in_flight.discard(task)
        self._claimed.discard(task)
        self._wake.set()
        if not task.cancelled() and (error := task.exception()):
            logger.error("delivery failed task=%s", task.get_name(), exc_info=error)

    async def _deliver(self, message: OutboxMessage) -> SendResult:
        """Send one message; where Telegram refuses its form, send the next form at once. Returns the last result."""
        current: OutboxMessage | None = message
        result: SendResult = Refused(reason=Refusal.NOT_SENT)
        while (trying := current) is not None:
            try:
                result, current = await self._send_once(trying)
            except Exception as error:  # a bug: a message under its lease for ever would block its chat
                logger.exception("delivery failed message=%d", message.id)
                result = Refused(reason=Refusal.AMBIGUOUS, detail=type(error).__name__)
                current = await self._settle(trying, decide(trying, result, now=self._clock.now(), jitter=0.0))
        return result

    async def _send_once(self, message: OutboxMessage) -> tuple[SendResult, OutboxMessage | None]:
        """The result of one send, and the message in the form to try next, if any."""
        if message.ambiguous and not await self._gateway.is_answered():  # its last try, which an outage must not use up
            later = RetryAt(
                at=self._clock.now() + AMBIGUOUS_WAIT,
                counts=False,
                ambiguous=True,
                unlikely=message.server_failed,  # no doubt is added to what there is
                error=NO_ANSWER,
            )
            return Refused(reason=Refusal.NOT_SENT, detail=NO_ANSWER), await self._settle(message, later)
        try:
            async with self._uploads.of(pictures_of(message.message.content)) as pictures:
                result = await self._gateway.send(message, pictures)
                reused = [key for key, picture in pictures.items() if picture.file_id is not None]
                further = await self._settle(message, await self._decider.decide(message, result, reused))
                await self._simple_look.after(message, result)
                return result, further
        except StoreError as error:  # its pictures cannot be looked up: nothing was sent
            again = RetryAt(
                at=self._clock.now() + timedelta(seconds=STORE_PAUSE_SECONDS), counts=False, error=str(error)
            )
            return Refused(reason=Refusal.NOT_SENT, detail=str(error)), await self._settle(message, again)

    async def _settle(self, message: OutboxMessage, decision: Decision) -> OutboxMessage | None:
        """Record a decision; retry until it is recorded. While draining, leave it for the next start instead."""
        self._log(message, decision)
        if isinstance(decision, StopSending):
            self._token_refused = decision.error
        while True:
            try:
                return await self._store.outbox.settle(
                    message.id, owner=self._boot_id, decision=decision, now=self._clock.now()
                )
            except StoreError as error:
                logger.error("outcome not recorded yet message=%d error=%s", message.id, error)
                if self._draining.is_set():
                    return None
                await wait_for(self._draining, STORE_PAUSE_SECONDS, clock=self._clock)

    def _log(self, message: OutboxMessage, decision: Decision) -> None:
        level = (
            logging.WARNING
            if isinstance(decision, ChatGone | TopicGone | Strike | Dropped | TakenBack)
            else logging.DEBUG
        )
        level = logging.ERROR if isinstance(decision, StopSending) else level
        name = type(decision).__name__
        error = getattr(decision, "error", "")
        logger.log(
            level,
            "send settled decision=%s message=%d chat=%d error=%s",
            name,
            message.id,
            message.message.chat.chat_id,
            error,
        )
