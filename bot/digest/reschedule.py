"""Repairs due times after the wall clock was wrong: a digest planned for next year is planned anew."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.models.ports import Clock
from bot.store import Store
from bot.text.quiet import next_due_at
from bot.ticking import Breaks

logger = logging.getLogger(__name__)

FARTHEST_DIGEST = timedelta(days=11)  # a weekly digest, and days that a time zone may leave out
_CORRECTION = timedelta(seconds=2)  # the adjustments of a synchronised clock are smaller between two looks


@dataclass(slots=True)
class ClockWatch:
    """Detects, by the monotonic clock, that the wall clock ran ahead and was set back."""

    _zero: datetime | None = None  # of the monotonic clock, by the wall clock at the last look
    _ahead: timedelta = timedelta()  # how far it was set forward

    def came_back(self, clock: Clock) -> bool:
        """Whether the wall clock was set back since the last look, after it had been set forward."""
        zero = clock.now() - timedelta(seconds=clock.monotonic())
        step = zero - (zero if self._zero is None else self._zero)
        self._zero = zero
        came_back = step < -_CORRECTION and self._ahead > _CORRECTION
        if abs(step) > _CORRECTION:
            self._ahead = max(timedelta(), self._ahead + step)
        return came_back


async def reschedule_after_clock_jump(store: Store, now: datetime, *, came_back: bool = False) -> int:
    """Make due what waits for a time that only a wrong clock can have set; returns how many rows changed.

    `came_back`: the clock was just set back, so that every digest that is planned too late is planned anew. A digest
    that was written for its local time before is not written again: its slot says so.
    """
    rows = await store.undo_clock_jump(now=now)
    digests = 0
    latest = now if came_back else now + FARTHEST_DIGEST
    breaks = Breaks()
    for chat in await store.chats.planned_after(latest):
        await breaks.take()  # there may be many
        planned = next_due_at(chat.schedule, chat.quiet, chat.zone, now)
        assert chat.next_digest_at is not None
        if planned is None or planned < chat.next_digest_at:
            digests += 1
            await store.chats.change(chat, next_digest_at=planned)
    for plan in await store.recaps.planned_after(latest):
        owner = await store.chats.get(plan.key)
        due_at = None if owner is None else next_due_at(plan.schedule, owner.quiet, owner.zone, now)
        if due_at is not None and due_at < plan.due_at:
            digests += 1
            await store.recaps.schedule(replace(plan, due_at=due_at))
    if rows or digests:
        logger.warning("clock was wrong, due times repaired rows=%d digests=%d", rows, digests)
    return rows + digests
