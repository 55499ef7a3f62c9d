"""A clock that runs faster than ours, and a delivery over real HTTP that lives by it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from telegram import Bot

from bot.chat.application import build_bot_request
from bot.chat.sender import TelegramSender
from bot.delivery.deliver import Deliverer
from bot.delivery.limiter import Limiter
from bot.models.messages import OutboxStats
from bot.models.ports import Clock
from bot.store import Store
from tests.fakes import NOON

TOKEN = "42:hurry"


class HurriedClock:
    """`speed` seconds pass in each of ours."""

    def __init__(self, speed: float, start: datetime = NOON) -> None:
        self._speed = speed
        self._start = start
        self._began = time.monotonic()

    def monotonic(self) -> float:
        return (time.monotonic() - self._began) * self._speed

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self.monotonic())

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(0.0, seconds) / self._speed)


@asynccontextmanager
async def delivering(
    store: Store,
    url: str,
    clock: Clock,
    *,
    boot: str = "boot 1",
    per_second: float = 25.0,
    read_seconds: float = 0.3,
) -> AsyncIterator[Deliverer]:
    """A deliverer at work; at the end of the block it is cut off as by a crash, its leases stay."""
    async with build_bot_request(read_seconds=read_seconds) as request:
        bot = Bot(TOKEN, base_url=f"{url}/bot", request=request)
        sender, limiter = TelegramSender(bot), Limiter(per_second=per_second)
        deliverer = Deliverer(store=store, sender=sender, clock=clock, limiter=limiter, boot_id=boot)
        running = asyncio.create_task(deliverer.run())
        try:
            yield deliverer
        finally:
            running.cancel()
            await asyncio.gather(running, return_exceptions=True)


async def settled(store: Store, *, seconds: float = 20.0, **expected: int) -> None:
    """Wait until the outbox stands so; zeros may be left out."""

    def stands(stats: OutboxStats) -> bool:
        counts = {name: getattr(stats, name) for name in ("pending", "sending", "unknown", "sent", "dead")}
        return {name: count for name, count in counts.items() if count} == expected

    await reached(store, stands, seconds=seconds)


async def reached(store: Store, wanted: Callable[[OutboxStats], bool], *, seconds: float = 20.0) -> None:
    """Wait until the outbox is as wanted."""
    async with asyncio.timeout(seconds):
        while not wanted(await store.outbox.stats()):  # noqa: ASYNC110 - the store tells nobody what changes
            await asyncio.sleep(0.02)
