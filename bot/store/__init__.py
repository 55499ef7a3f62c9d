"""The store: all data of Tidings in one SQLite file. The only package with SQL; its users import this module alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Self

from bot.errors import StoreError
from bot.store.articles import Articles
from bot.store.backups import daily_backup
from bot.store.chats import Chats
from bot.store.clock_jumps import undo_clock_jump
from bot.store.counters import Counters
from bot.store.digests import Digests
from bot.store.facts import Facts
from bot.store.files import back_up, broken, is_damage, prepare
from bot.store.outbox import Outbox
from bot.store.pages import Pages
from bot.store.pictures import Pictures
from bot.store.sources import Sources
from bot.store.summaries import Summaries
from bot.store.worker import Worker

__all__ = ["Store"]


class Store:
    """The repositories, one a noun. Every write is durable when its call returns.

    To be used from one event loop. Methods raise StoreError when the disk is full, or the file broken or locked for
    too long; no other failure of the machine comes through.
    """

    def __init__(self, path: Path, worker: Worker) -> None:
        self._path = path
        self._worker = worker
        self.damaged: asyncio.Future[None] = asyncio.get_running_loop().create_future()  # fails when the file breaks
        self.damaged.add_done_callback(lambda damage: damage.cancelled() or damage.exception())  # it may be ignored
        self.sources = Sources(worker)
        self.articles = Articles(worker)
        self.chats = Chats(worker)
        self.digests = Digests(worker)
        self.outbox = Outbox(worker)
        self.pages = Pages(worker)
        self.pictures = Pictures(worker)
        self.summaries = Summaries(worker)
        self.facts = Facts(worker)
        self.counters = Counters(worker)

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, readers: int = 2) -> AsyncIterator[Self]:
        """Open or create the database; migrate it, after a backup into `backups/` beside it.

        Raises StoreError for a damaged file (with the newest good backup), one of a newer Tidings, or one of another
        program; the file stays untouched then.
        """
        await asyncio.to_thread(prepare, path)
        loop = asyncio.get_running_loop()
        opened: list[Self] = []

        def note(error: Exception) -> None:
            if is_damage(error) and opened:
                loop.call_soon_threadsafe(opened[0]._break, str(error))

        worker = await asyncio.to_thread(lambda: Worker(path, readers=readers, on_trouble=note))
        try:
            opened.append(cls(path, worker))
            yield opened[0]
        finally:
            opened[0].damaged.cancel()
            await worker.aclose()

    def _break(self, problem: str) -> None:
        if not self.damaged.done():
            self.damaged.set_exception(StoreError(broken(self._path, problem)))

    async def backup(self, path: Path) -> None:
        """Write a checked copy of the database to `path`, beside running reads and writes."""
        await asyncio.to_thread(back_up, self._path, path)

    async def daily_backup(self, *, today: date) -> Path | None:
        """Write today's backup into `backups/` beside the database, unless it exists, and delete the oldest ones."""
        return await asyncio.to_thread(lambda: daily_backup(self._path, today=today))

    async def undo_clock_jump(self, *, now: datetime) -> int:
        """Make due what a clock that ran ahead put off too far; returns how many rows changed."""
        return await self._worker.write(lambda db: undo_clock_jump(db, now))
