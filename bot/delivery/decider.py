"""Decides on a message after a send: looks up what the policy needs, guards against incidents, notifies the owner."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence

from bot.delivery.circuit import Circuit
from bot.delivery.notices import incident_notices, lost_topic_notice, refused_notices, taken_back_notices
from bot.delivery.policy import GoneGuard, decide, needs_standing, shuts_us_out, withheld
from bot.errors import StoreError
from bot.models.chats import Chat, ChatKey
from bot.models.decisions import NO_STRIKES, ChatGone, ChatStanding, Decision, Strike, TakenBack, TopicGone
from bot.models.messages import NewMessage, OutboxMessage, SendResult
from bot.models.ports import Clock
from bot.store import Store
from bot.texts import Say, speaker

logger = logging.getLogger(__name__)


class Decider:
    """The decisions of one bot. It sets `wake` when it has written a notice to `owners`."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        circuit: Circuit,
        jitter: Callable[[], float],
        owners: Sequence[int],
        say: Say,
        wake: asyncio.Event,
    ) -> None:
        self._store = store
        self._clock = clock
        self._circuit = circuit
        self._jitter = jitter
        self._owners = owners
        self._say = say
        self._wake = wake
        self._guard = GoneGuard()
        self._paused: set[ChatKey] = set()  # for what they refused within the minutes that the guard knows

    async def decide(self, message: OutboxMessage, result: SendResult, reused: Sequence[str]) -> Decision:
        """The decision on a message. `reused` names the pictures that were sent by a stored file_id."""
        now = self._clock.now()
        chat = message.message.chat
        standing = NO_STRIKES
        if needs_standing(result):
            with contextlib.suppress(StoreError):
                standing = await self._store.chats.standing(chat)
        decision = decide(
            message,
            result,
            now=now,
            jitter=self._jitter(),
            failures=self._circuit.failures,
            standing=standing,
            reused=reused,
        )
        self._guard.record(chat.chat_id, gone=shuts_us_out(result), now=now)
        if isinstance(decision, ChatGone | Strike) and shuts_us_out(result) and self._guard.is_incident():
            logger.warning("too many chats seem gone at once, none is deactivated chat=%d", chat.chat_id)
            await self._end_pauses()
            await self._notify_owners(incident_notices(decision, owners=self._owners, say=self._say, now=now))
            return withheld(decision, now=now, jitter=self._jitter())
        if isinstance(decision, Strike) and shuts_us_out(result):
            self._paused = {key for key in self._paused if key.chat_id in self._guard.gone} | {chat}
        if isinstance(decision, TopicGone | Strike | TakenBack):
            await self._notify_of_refusal(message, decision, standing)
        return decision

    async def _end_pauses(self) -> None:
        """Try those again, too, that were paused before so many proved an incident."""
        with contextlib.suppress(StoreError):
            for key in self._paused:
                await self._store.outbox.end_pause(key)
        self._wake.set()

    async def _notify_of_refusal(self, message: OutboxMessage, decision: Decision, standing: ChatStanding) -> None:
        with contextlib.suppress(StoreError):
            stored = await self._store.chats.get(message.message.chat)
            title, now = stored.title if stored else "", self._clock.now()
            if isinstance(decision, TakenBack):
                notices = taken_back_notices(
                    message, decision, title=title, owners=self._owners, say=self._say, now=now
                )
            else:
                notices = refused_notices(
                    message, decision, standing=standing, title=title, owners=self._owners, say=self._say, now=now
                )
            if isinstance(decision, TopicGone) and stored is not None:
                notices += await self._of_lost_topic(message, stored)
            await self._notify_owners(notices)

    async def _of_lost_topic(self, message: OutboxMessage, chat: Chat) -> list[NewMessage]:
        """The notice to the people of a chat that a topic is lost, if the bot made it."""
        made = await self._store.made_topics.of(chat.key.chat_id)
        lost = [topic for topic in made if topic.thread_id == chat.key.thread_id]
        say, now = speaker(chat.ui_language), self._clock.now()
        return [lost_topic_notice(message, topic, say=say, now=now) for topic in lost]

    async def _notify_owners(self, notices: Sequence[NewMessage]) -> None:
        """Queue notices. Where the store fails they are lost: the log has the same."""
        if notices:
            with contextlib.suppress(StoreError):
                await self._store.outbox.enqueue(notices, now=self._clock.now())
            self._wake.set()
