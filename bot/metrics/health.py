"""The answer of `/healthz`: whether the store and Telegram answer. The server finds out whether the event loop does."""

from __future__ import annotations

import asyncio

from bot.errors import StoreError
from bot.models.ports import Clock, Sender
from bot.store import Store

HEALTH_FACT = "health"  # written to learn whether the disk takes writes
ANSWER_SECONDS = 5.0
KEPT_SECONDS = 5.0  # an answer holds: whoever asks more often makes no more calls to Telegram


class Health:
    """Checks the store by a write and Telegram by a call that sends nothing, at most every few seconds."""

    def __init__(self, store: Store, sender: Sender, clock: Clock) -> None:
        self._store = store
        self._sender = sender
        self._clock = clock
        self._asking = asyncio.Lock()
        self._problem = ""
        self._asked_at = float("-inf")  # seconds of the event loop

    async def problem(self) -> str:
        """What is wrong, in words; "" if nothing is."""
        loop = asyncio.get_running_loop()
        async with self._asking:
            if loop.time() >= self._asked_at + KEPT_SECONDS:
                found = await asyncio.gather(self._of_store(), self._of_telegram())
                self._problem, self._asked_at = "; ".join(filter(None, found)), loop.time()
            return self._problem

    async def _of_store(self) -> str:
        if not self._store.is_well:
            return "the database is damaged"
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                await self._store.facts.set(HEALTH_FACT, self._clock.now().isoformat())
        except TimeoutError:
            return "the database does not answer"
        except StoreError as error:
            return str(error)
        return ""

    async def _of_telegram(self) -> str:
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                answered = await self._sender.probe()
        except TimeoutError:
            answered = False
        return "" if answered else "Telegram does not answer"
