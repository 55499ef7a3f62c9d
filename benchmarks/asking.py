"""People who ask the real bot, one after the other: what each answer takes, and how much of that is reading the store.

The bot is whole but for Telegram: messages are taken at once, updates are handed over without polling.
"""

from __future__ import annotations

import asyncio
import itertools
import statistics
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr
from telegram import Update

from benchmarks.bot_api import in_own_process
from bot.app import services_of
from bot.chat.application import new_bot
from bot.chat.handlers.registry import build_application
from bot.chat.receiving import connect
from bot.chat.services import Services
from bot.chat.state import BotApplication
from bot.clock import MovableClock
from bot.config import Settings
from bot.core import Core, open_core
from bot.delivery.deliver import Deliverer
from bot.delivery.limiter import Limiter
from bot.models.articles import CategoryPath
from bot.models.chats import Chat, ChatKey, ChatKind, DigestMode, Schedule
from bot.models.digests import StoredPicture
from bot.models.messages import Delivered, OutboxMessage, SendResult

TOKEN = "42:benchmark"
UNLIMITED = 1_000_000.0  # messages a second: the limiter stands aside
FIRST_READER = 1_000_000_000  # their chat ids
BACKGROUND = "background work"  # the name of tasks that handlers leave

_numbers = itertools.count(1)


class Taken:
    """Telegram that takes everything at once."""

    async def send(self, message: OutboxMessage, *, pictures: Mapping[str, StoredPicture]) -> SendResult:
        return Delivered(message_ids=(next(_numbers),))

    async def probe(self) -> bool:
        return True


@dataclass(slots=True, kw_only=True)
class Asked:
    """The running bot, and the seconds that reading its store took since they were last set to 0."""

    core: Core
    application: BotApplication
    read_seconds: float = field(default=0.0)

    async def answer(self, text: str, *, person: int) -> float:
        """Seconds until the answer to a message of this person is sent and recorded, with what it left to be done."""
        update = Update.de_json(an_update(next(_numbers), text, person), self.application.bot)
        started = time.perf_counter()
        await self.application.process_update(update)
        while tasks := [task for task in asyncio.all_tasks() if task.get_name() == BACKGROUND]:
            await asyncio.wait(tasks)
        return time.perf_counter() - started


@asynccontextmanager
async def running_bot(folder: Path, *, now: datetime) -> AsyncIterator[Asked]:
    """The bot over the database in this folder, at this moment."""
    with in_own_process(latency=0) as url:
        settings = Settings(
            _env_file=None, data_dir=folder, summary_engine="extractive", telegram_bot_token=SecretStr(TOKEN),
            telegram_api_url=url,
        )  # fmt: skip
        clock = MovableClock(now)
        async with open_core(settings, clock=clock) as core:
            bot = new_bot(settings)
            await connect(bot, clock)
            application = build_application(bot, _undelivered(core))
            await application.initialize()
            await application.start()
            asked = Asked(core=core, application=application)
            _watch_reading(asked)
            yield asked
            await application.stop()
            await application.shutdown()
            await bot.shutdown()


def _undelivered(core: Core) -> Services:
    name = "tidings_bot"
    limiter = Limiter(per_second=UNLIMITED)
    deliverer = Deliverer(store=core.store, sender=Taken(), clock=core.clock, limiter=limiter, boot_id="benchmark")
    return services_of(core, core.composer(name), core.recapper(name), deliverer, bot_username=name)


def _watch_reading(asked: Asked) -> None:
    """Count the time of all that is read from the store from now on."""
    worker: Any = asked.core.store.chats._worker
    read = worker._read

    def timed(function: Any) -> Any:
        started = time.perf_counter()
        try:
            return read(function)
        finally:
            asked.read_seconds += time.perf_counter() - started

    worker._read = timed


async def readers(core: Core, count: int, categories: Sequence[CategoryPath]) -> list[int]:
    """So many chats, each with two of the categories; their ids."""
    found = []
    for number in range(count):
        key = ChatKey(chat_id=FIRST_READER + number)
        schedule = Schedule(mode=DigestMode.OFF)
        await core.store.chats.save(
            Chat(key=key, kind=ChatKind.PRIVATE, title="Ada", schedule=schedule, pictures=False)
        )
        for step in (0, 7):
            await core.store.chats.subscribe(key, categories[(number + step) % len(categories)])
        found.append(key.chat_id)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Seconds of a whole answer, of this process's processor time for it, and of reading the store for it."""

    seconds: float
    cpu_seconds: float
    read_seconds: float


async def timed(asked: Asked, text: str, person: int) -> Answer:
    """What an answer takes."""
    asked.read_seconds = 0.0
    started = time.process_time()
    seconds = await asked.answer(text, person=person)
    return Answer(seconds=seconds, cpu_seconds=time.process_time() - started, read_seconds=asked.read_seconds)


def quartile(seconds: Sequence[float]) -> float:
    """What a quarter of them stay below, so that what else the machine does counts little."""
    return statistics.quantiles(seconds, n=4)[0]


def an_update(number: int, text: str, person: int) -> dict[str, Any]:
    """A person's message in the private chat."""
    sender = {"id": person, "is_bot": False, "first_name": "Ada", "language_code": "en"}
    message = {
        "message_id": number, "date": int(time.time()), "chat": {"id": person, "type": "private", "first_name": "Ada"},
        "from": sender, "text": text,
        "entities": [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}],
    }  # fmt: skip
    return {"update_id": number, "message": message}
