"""Repairs times that only a clock that ran ahead can have set: they are further off than anything is ever put off.

Sources are recognised otherwise, since their interval has no limit: they were read, or added, in the future.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.models.articles import FIRST_READING_MAX_AGE
from bot.store.rows import Value, to_us

# The longest that anything is put off on purpose: a chat for a day, a page for a day, a flood for hours.
FARTHEST = timedelta(days=3)

_STEPS = (
    "UPDATE outbox SET not_before = :now WHERE state IN ('pending', 'unknown') AND not_before > :far",
    """UPDATE sources SET next_check_at = :now, checked_at = min(checked_at, :now),
       succeeded_at = min(succeeded_at, :now) WHERE coalesce(checked_at, next_check_at) > :now""",
    "UPDATE page_readings SET due_at = :now WHERE due_at > :far",
    "UPDATE chats SET paused_until = NULL WHERE paused_until > :far",
    # Articles that came in then: undated ones got that time, and fresh ones were taken for old.
    """UPDATE story_sketches SET told_at = min(told_at, :now)
       WHERE article_id IN (SELECT id FROM articles WHERE seen_at > :far)""",
    "DELETE FROM story_keys WHERE week > :far / 604800000000",
    """UPDATE articles SET seen_at = :now, published_at = min(published_at, :now),
       pushable = iif(published_at BETWEEN :fresh AND :now, 1, pushable) WHERE seen_at > :far""",
)


def undo_clock_jump(db: Database, now: datetime) -> int:
    """Make due what only a wrong clock can have put off so far; returns how many rows changed."""
    moments = {"now": now, "far": now + FARTHEST, "fresh": now - FIRST_READING_MAX_AGE}
    values: dict[str, Value] = {name: to_us(moment) for name, moment in moments.items()}
    return sum(db.execute(step, values).rowcount for step in _STEPS)
