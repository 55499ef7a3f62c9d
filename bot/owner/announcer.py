"""Sends announcements: puts them into the outbox, some chats at a time, and tells the owner how far they are."""

from __future__ import annotations

from collections.abc import Callable

from bot.models.announcements import Announcement, Progress
from bot.models.messages import MessageKind, NewMessage, TextContent
from bot.models.ports import Clock
from bot.store import Store
from bot.text.markup import escape
from bot.texts import Say, speaker

PROGRESS_SECONDS = 5.0  # between two reports on the same announcement
REST = 20  # times as long as it took to count is waited until it is counted again: among many chats that is seconds


class Announcer:
    """What announcements need done; `wake` has the outbox looked at."""

    def __init__(self, store: Store, clock: Clock, *, wake: Callable[[], object]) -> None:
        self._store = store
        self._clock = clock
        self._wake = wake
        self._reported_at: dict[int, float] = {}
        self._rests_until = 0.0

    async def step(self) -> None:
        """Queue the next messages; report each announcement on its way, and the end of one."""
        announcements = self._store.announcements
        if await announcements.queue_some(now=self._clock.now()):
            self._wake()
        started = self._clock.monotonic()
        if started < self._rests_until:
            return
        for announcement in await announcements.open():
            progress = await announcements.progress(announcement.id)
            if announcement.is_queued and not progress.waiting:
                await self._finish(announcement, progress)
            else:
                await self._report(announcement, progress)
        ended = self._clock.monotonic()
        self._rests_until = ended + REST * (ended - started)

    async def _report(self, announcement: Announcement, progress: Progress) -> None:
        now = self._clock.monotonic()
        reported_at = self._reported_at.setdefault(announcement.id, now)  # the press has just said that it begins
        if announcement.message_id is None or now - reported_at < PROGRESS_SECONDS:
            return
        self._reported_at[announcement.id] = now
        say = await self._say(announcement)
        done = progress.sent + progress.failed
        text = say("announce-progress", done=done, count=done + progress.waiting)
        # The edit of the same numbers is the same message.
        report = _message(announcement, f"progress.{done}.{progress.waiting}", text, edits=announcement.message_id)
        await self._store.outbox.enqueue([report], now=self._clock.now())
        self._wake()

    async def _finish(self, announcement: Announcement, progress: Progress) -> None:
        self._reported_at.pop(announcement.id, None)
        say = await self._say(announcement)
        text = say("announce-done", sent=progress.sent, failed=progress.failed)
        await self._store.announcements.finish(
            announcement.id, _message(announcement, "done", text), now=self._clock.now()
        )
        self._wake()

    async def _say(self, announcement: Announcement) -> Say:
        chat = await self._store.chats.get(announcement.chat)
        return speaker(chat.ui_language if chat else "")


def _message(announcement: Announcement, name: str, text: str, *, edits: int | None = None) -> NewMessage:
    return NewMessage(
        kind=MessageKind.NOTICE,
        chat=announcement.chat,
        dedupe_key=f"announced:{announcement.id}:{name}",
        content=TextContent(html=escape(text)),
        edit_message_id=edits,
    )
