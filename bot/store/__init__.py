"""The store: all data of Tidings in one SQLite file. The only package with SQL; its users import this module alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Self

from bot.errors import StoreError
from bot.store.alert_news import AlertNews
from bot.store.alerts import Alerts
from bot.store.announcements import Announcements
from bot.store.articles import Articles
from bot.store.chats import Chats
from bot.store.database.backups import daily_backup
from bot.store.database.clean_stop import StopMark
from bot.store.database.files import Damaged, back_up, broken, is_current, is_damage, prepare
from bot.store.database.watch import FileWatch
from bot.store.database.worker import Worker
from bot.store.digests import Digests
from bot.store.due import undo_clock_jump
from bot.store.filters import Filters, Tastes
from bot.store.kept.facts import Counters, Facts
from bot.store.kept.pictures import Pictures
from bot.store.kept.post_files import PostFiles
from bot.store.kept.summaries import Summaries
from bot.store.outbox import Outbox
from bot.store.own_data import OwnData
from bot.store.owner import Owner
from bot.store.pages import Pages
from bot.store.places import LookedAfter, MadeTopics
from bot.store.publications import Publications
from bot.store.recaps import Recaps
from bot.store.search import Search
from bot.store.search_index import bring_up_to_date
from bot.store.sent_digests import SentDigests
from bot.store.sources import Sources
from bot.store.stories import Stories

__all__ = ["Store"]


class Store:
    """The repositories, one a noun. Every write is durable when its call returns.

    To be used from one event loop. Methods raise StoreError when the disk is full, or the file broken or locked for
    too long; no other failure of the machine comes through.
    """

    def __init__(self, path: Path, worker: Worker, watch: FileWatch | None = None) -> None:
        self._path = path
        self._worker = worker
        self._watch = watch
        self._loop = asyncio.get_running_loop()
        self.damaged: asyncio.Future[None] = self._loop.create_future()  # fails when the file breaks
        self.damaged.add_done_callback(lambda damage: damage.cancelled() or damage.exception())  # it may be ignored
        self.sources = Sources(worker)
        self.post_files = PostFiles(worker)
        self.articles = Articles(worker)
        self.stories = Stories(worker)
        self.chats = Chats(worker)
        self.digests = Digests(worker)
        self.sent_digests = SentDigests(worker)
        self.filters = Filters(worker)
        self.tastes = Tastes(worker)
        self.alerts = Alerts(worker)
        self.alert_news = AlertNews(worker)
        self.publications = Publications(worker)
        self.recaps = Recaps(worker)
        self.outbox = Outbox(worker)
        self.pages = Pages(worker)
        self.pictures = Pictures(worker, folder=path.parent)
        self.made_topics = MadeTopics(worker)
        self.looked_after = LookedAfter(worker)
        self.search = Search(worker)
        self.summaries = Summaries(worker)
        self.facts = Facts(worker)
        self.counters = Counters(worker)
        self.announcements = Announcements(worker)
        self.own_data = OwnData(worker)
        self.owner = Owner(worker)

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, *, readers: int = 2, readonly: bool = False) -> AsyncIterator[Self]:
        """Open or create the database; migrate it, after a backup into `backups/` beside it.

        It is read from end to end first if it was not closed in order, or changed since. Raises StoreError for a
        damaged file (with the newest good backup), one of a newer Tidings, or one of another program; the file stays
        untouched then. `readonly`: look at it as it is, whoever works with it, and write nothing; one of an older
        version is opened as ever, to be migrated, and a missing one is a StoreError.
        """
        readonly = readonly and await asyncio.to_thread(is_current, path)
        mark = StopMark(path)
        opened: list[Self] = []

        def note(error: Exception) -> None:
            if is_damage(error) and opened:
                opened[0]._break(str(error))

        try:
            if not readonly:
                await asyncio.to_thread(_prepare, path, mark)
            watch = None if readonly else await asyncio.to_thread(FileWatch, path)
            try:
                worker = await asyncio.to_thread(
                    lambda: Worker(path, readers=readers, on_trouble=note, readonly=readonly)
                )
                try:
                    opened.append(cls(path, worker, watch))
                    yield opened[0]
                finally:
                    await worker.aclose(leave_file=not (opened and opened[0].is_well))
            finally:
                if watch:
                    watch.close()
        finally:
            await asyncio.to_thread(mark.leave, well=bool(opened) and opened[0].is_well)
            for store in opened:
                store.damaged.cancel()

    @property
    def is_readonly(self) -> bool:
        """Whether it refuses to write."""
        return self._worker.readonly

    @property
    def is_well(self) -> bool:
        """Whether nothing shows so far that the file is damaged."""
        return not (self.damaged.done() and not self.damaged.cancelled())

    def _break(self, problem: str) -> None:
        """Make `damaged` fail; from any thread but the loop's, since it looks for a good backup first."""
        if self.is_well:
            self._fail(Damaged(broken(self._path, problem)))

    def _fail(self, damage: Damaged) -> None:
        def fail() -> None:
            if not self.damaged.done():
                self.damaged.set_exception(damage)

        self._loop.call_soon_threadsafe(fail)

    async def look(self) -> None:
        """Look whether the file is still what it was; `damaged` fails if it was cut, overwritten or replaced."""

        def look() -> None:
            if self._watch and (problem := self._watch.problem()):
                self._break(problem)

        await asyncio.to_thread(look)

    async def backup(self, path: Path) -> None:
        """Write a checked copy of the database to `path`, beside running reads and writes."""
        await asyncio.to_thread(back_up, self._path, path)

    async def daily_backup(self, *, today: date) -> Path | None:
        """Write today's backup into `backups/` beside the database, unless it exists, and delete the oldest ones.

        Reads the database from end to end before: `damaged` fails if it is. There is none of an empty database.
        """
        try:
            return await asyncio.to_thread(lambda: daily_backup(self._path, today=today))
        except Damaged as damage:
            self._fail(damage)
            raise

    async def undo_clock_jump(self, *, now: datetime) -> int:
        """Make due what a clock that ran ahead put off too far; returns how many rows changed."""
        return await self._worker.write(lambda db: undo_clock_jump(db, now))


def _prepare(path: Path, mark: StopMark) -> None:
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        unsure = mark.enter()
    except OSError as error:
        raise StoreError(f"cannot open the database {path}: {error}") from error
    prepare(path, whole=unsure, finish=bring_up_to_date)
