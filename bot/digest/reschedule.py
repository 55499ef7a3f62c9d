"""Puts schedules right after the clock was wrong: a digest planned for next year is planned anew. Composes nothing."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.digest.schedule import next_digest_at
from bot.store import Store

logger = logging.getLogger(__name__)

FARTHEST_DIGEST = timedelta(days=11)  # a weekly digest, and the days that a zone left out


async def reschedule_strays(store: Store, now: datetime) -> int:
    """Bring back whatever waits for a time that only a clock that ran ahead can have set; how much that was.

    A digest already written for its local time is not written again: its key says so.
    """
    brought_back = await store.bring_back(now=now)
    strays = await store.chats.planned_after(now + FARTHEST_DIGEST)
    for chat in strays:
        await store.chats.change(chat, next_digest_at=next_digest_at(chat.schedule, chat.zone, now))
    if brought_back or strays:
        logger.warning("the clock was wrong: brought back rows=%d digests=%d", brought_back, len(strays))
    return brought_back + len(strays)
