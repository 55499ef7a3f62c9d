"""Puts schedules right after the clock was wrong: a digest planned for next year is planned anew. Composes nothing."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.models.ports import Clock
from bot.store import Store
from bot.text.schedule import next_digest_at

logger = logging.getLogger(__name__)

FARTHEST_DIGEST = timedelta(days=11)  # a weekly digest, and the days that a zone left out
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_CORRECTION = timedelta(seconds=2)  # a clock that is merely kept right moves by less between two looks


@dataclass(slots=True)
class ClockWatch:
    """Tells by the monotonic clock when the wall clock, having run ahead, was set back."""

    _lead: timedelta | None = None  # of the wall clock over the other, at the last look
    _ahead: timedelta = timedelta()  # by so much it was set forward

    def came_back(self, clock: Clock) -> bool:
        """Whether it was set back since the last look, from where it had been set before."""
        lead = clock.now() - _EPOCH - timedelta(seconds=clock.monotonic())
        step = lead - (lead if self._lead is None else self._lead)
        self._lead = lead
        came_back = step < -_CORRECTION and self._ahead > _CORRECTION
        if abs(step) > _CORRECTION:
            self._ahead = max(timedelta(), self._ahead + step)
        return came_back


async def reschedule_strays(store: Store, now: datetime, *, came_back: bool = False) -> int:
    """Bring back whatever waits for a time that only a clock that ran ahead can have set; how much that was.

    `came_back`: the clock was just set back, so that every digest planned too late is planned anew. A digest already
    written for its local time is not written again: its key says so.
    """
    brought_back = await store.bring_back(now=now)
    strays = 0
    for chat in await store.chats.planned_after(now if came_back else now + FARTHEST_DIGEST):
        await asyncio.sleep(0)  # there may be many, and others want their turn
        planned = next_digest_at(chat.schedule, chat.zone, now)
        assert chat.next_digest_at is not None
        if planned is None or planned < chat.next_digest_at:
            strays += 1
            await store.chats.change(chat, next_digest_at=planned)
    if brought_back or strays:
        logger.warning("the clock was wrong: brought back rows=%d digests=%d", brought_back, strays)
    return brought_back + strays
