"""Tells the owners of troubles, each once until it has passed, also when the bot is started anew meanwhile."""

from __future__ import annotations

import asyncio
import logging
import shutil
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from bot.errors import StoreError
from bot.models.chats import ChatKey
from bot.models.messages import MessageKind, NewMessage, TextContent
from bot.models.ports import Clock
from bot.owner.troubles import Standing, notices, troubles, undecided
from bot.store import Store
from bot.texts import Say
from summarizer import Summarizer

logger = logging.getLogger(__name__)

NOTICE_LIFE = timedelta(days=2)


class OwnerWatch:
    """Looks for troubles. Whoever makes backups notes here how the last one went."""

    def __init__(
        self,
        *,
        store: Store,
        summarizer: Summarizer,
        clock: Clock,
        data_dir: Path,
        owners: Sequence[int],
        say: Say,
    ) -> None:
        self._store = store
        self._summarizer = summarizer
        self._clock = clock
        self._data_dir = data_dir
        self._owners = owners
        self._say = say
        self._backup_error: str | None = None

    async def back_up(self) -> None:
        """Write today's backup, unless there is one, or nothing to keep yet; keep in mind whether that failed."""
        try:
            path = await self._store.daily_backup(today=self._clock.now().date())
        except StoreError as error:
            self._backup_error = str(error)
            raise
        self._backup_error = ""
        if path:
            logger.info("backed up path=%s", path)

    async def step(self) -> None:
        """Queue a notice to each owner of each trouble that is new, and forget those that have passed."""
        if not self._owners:
            return
        now, known = self._clock.now(), await self._store.owner.told_troubles()
        standing = Standing(
            sources=tuple(await self._store.sources.all()),
            free_bytes=await asyncio.to_thread(lambda: shutil.disk_usage(self._data_dir).free),
            engine=self._summarizer.status,
            backup_error=self._backup_error,
        )
        found = troubles(standing, known=known, say=self._say, now=now)
        new, lasting = found.keys() - known, known & (found.keys() | undecided(standing))
        if not new and lasting == known:
            return
        told = notices(found, new, standing.sources, say=self._say)
        messages = [
            NewMessage(
                kind=MessageKind.NOTICE,
                chat=ChatKey(chat_id=owner),
                dedupe_key=f"notice:{owner}:{name}:{now:%Y-%m-%dT%H:%M:%S}",
                content=TextContent(html=html),
                expires_at=now + NOTICE_LIFE,
            )
            for name, html in sorted(told.items())
            for owner in self._owners
        ]
        await self._store.owner.tell_troubles(messages, new=new, lasting=lasting, now=now)
