"""Which chats are due, in the order of an index: a question costs what it answers, however many are due.

Also repairs times that only a clock that ran ahead can have set: they are further off than anything is ever put off.
Sources are recognised otherwise, since their interval has no limit: they were read, or added, in the future.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from bot.models.articles import FIRST_READING_MAX_AGE, CategoryPath
from bot.models.chats import Chat
from bot.models.composed import Audience, DueChats, Recipient
from bot.store.database import Database
from bot.store.database.chat_rows import chat_of
from bot.store.database.rows import Value, from_us_or_none, one_value, text_path, to_us
from bot.store.filters import rules_of, tastes_of
from bot.store.page_queue import settled_id

_BEFORE_ALL = -(1 << 62)

DueRow = tuple[Any, ...]  # _COLUMNS of a chat

# Neither resting nor with a digest that still waits.
_FREE = """coalesce(paused_until, 0) <= :now AND NOT EXISTS (
               SELECT 1 FROM outbox WHERE outbox.chat_id = chats.chat_id AND outbox.thread_id = chats.thread_id
               AND outbox.kind = 'digest' AND outbox.state IN ('pending', 'sending', 'unknown')
           )"""
_OF_CHAT = "chat_id = chats.chat_id AND thread_id = chats.thread_id"
# What is read of a chat. Those that are the same in all but the first, which are its own, are told alike.
_OWN = ("chat_id", "thread_id", "next_digest_at", "title")
_COLUMNS = (
    *_OWN,
    *("kind", "ui_language", "summary_language", "zone", "zone_chosen", "reads", "other_languages", "schedule"),
    *("quiet", "cursor", "last_digest_at", "format", "pictures", "layout", "look", "simple_look_offered", "active"),
    *("alerts_told", "minute", "categories", "rules", "tastes"),
)
_CHATS = f"""SELECT chats.*, next_digest_at / 60000000 AS minute,
    (SELECT json_group_array(path) FROM subscriptions JOIN categories ON categories.id = category_id
     WHERE {_OF_CHAT}) AS categories,
    (SELECT json_group_array(json_array(kind, hides, value)) FROM filters WHERE {_OF_CHAT}) AS rules,
    (SELECT json_group_array(json_array(id, kind, value, key, weight)) FROM tastes WHERE {_OF_CHAT}) AS tastes
    FROM chats WHERE active = 1 AND {_FREE}"""  # noqa: S608
_SCHEDULED = f"""{_CHATS} AND next_digest_at IS NOT NULL AND next_digest_at <= :now AND mode <> 'instant'
    AND (next_digest_at, chat_id, thread_id) > (:at, :chat, :thread)
    ORDER BY next_digest_at, chat_id, thread_id LIMIT :limit"""
_WITH_NEWS = f"""{_CHATS} AND mode = 'instant' AND cursor < :settled AND coalesce(next_digest_at, 0) <= :now
    AND (cursor, chat_id, thread_id) > (:cursor, :chat, :thread)
    ORDER BY cursor, chat_id, thread_id LIMIT :limit"""
# Chats of instant news whose quiet hours ended without news: that they waited is still to be cleared.
_LEFT_OVER = f"""{_CHATS} AND next_digest_at IS NOT NULL AND next_digest_at <= :now AND mode = 'instant'
    AND cursor >= :settled ORDER BY next_digest_at LIMIT :limit"""

# The longest that anything is put off on purpose: a chat for a day, a page for a day, a flood for hours.
FARTHEST = timedelta(days=3)

_STEPS = (
    "UPDATE outbox SET not_before = :now WHERE state IN ('pending', 'unknown') AND not_before > :far",
    """UPDATE sources SET next_check_at = :now, checked_at = min(checked_at, :now),
       succeeded_at = min(succeeded_at, :now) WHERE coalesce(checked_at, next_check_at) > :now""",
    "UPDATE page_readings SET due_at = :now WHERE due_at > :far",
    "UPDATE chats SET paused_until = NULL WHERE paused_until > :far",
    "UPDATE alert_news SET due_at = :now WHERE due_at > :far",
    "UPDATE digests SET composed_at = :now WHERE composed_at > :far",  # the messages of an hour are counted by it
    # Articles that came in then: undated ones got that time, and fresh ones were taken for old.
    """UPDATE story_sketches SET told_at = min(told_at, :now)
       WHERE article_id IN (SELECT id FROM articles WHERE seen_at > :far)""",
    "DELETE FROM story_keys WHERE week > :far / 604800000000",
    """UPDATE articles SET seen_at = :now, published_at = min(published_at, :now),
       pushable = iif(published_at BETWEEN :fresh AND :now, 1, pushable) WHERE seen_at > :far""",
)


def scheduled_chats(db: Database, now: datetime, *, limit: int, after: Chat | None) -> list[DueRow]:
    """Chats whose digest is due, the longest due first, behind the chat `after`."""
    return _rows(db, _SCHEDULED, _values(now, limit, after))


def instant_chats(db: Database, now: datetime, *, limit: int, after: Chat | None) -> list[DueRow]:
    """Chats of instant news for which there is some, those that lag behind most first, behind the chat `after`."""
    values = {**_values(now, limit, after), "settled": settled_id(db, now)}
    left_over = [] if after else _rows(db, _LEFT_OVER, values)
    return [*left_over, *_rows(db, _WITH_NEWS, values)][:limit]


def _rows(db: Database, chats: str, values: dict[str, Value]) -> list[DueRow]:
    """What is read of these chats, all as one value: threads may wait for each other at each row."""
    sql = f"SELECT json_group_array(json_array({', '.join(_COLUMNS)})) FROM ({chats}) AS found"  # noqa: S608
    return list(map(tuple, json.loads(one_value(db, sql, values))))


def alike(rows: Sequence[DueRow]) -> DueChats:
    """These chats, those that are told alike together."""
    groups: dict[DueRow, list[DueRow]] = {}
    for row in rows:
        groups.setdefault(row[len(_OWN) :], []).append(row)
    return DueChats([_audience(found) for found in groups.values()], _chat(rows[-1]) if rows else None)


def _audience(rows: Sequence[DueRow]) -> Audience:
    *_, categories, rules, tastes = rows[0]
    return Audience(
        chat=_chat(rows[0]),
        recipients=tuple(Recipient(row[0], row[1], from_us_or_none(row[2])) for row in rows),
        categories=_categories(categories),
        rules=rules_of(rules),
        tastes=tastes_of(tastes),
    )


def _chat(row: DueRow) -> Chat:
    return chat_of(dict(zip(_COLUMNS, row, strict=True)))


@lru_cache(maxsize=4096)  # many chats have the same ones
def _categories(text: str) -> tuple[CategoryPath, ...]:
    return tuple(sorted(map(text_path, json.loads(text))))


def undo_clock_jump(db: Database, now: datetime) -> int:
    """Make due what only a wrong clock can have put off so far; returns how many rows changed."""
    moments = {"now": now, "far": now + FARTHEST, "fresh": now - FIRST_READING_MAX_AGE}
    values: dict[str, Value] = {name: to_us(moment) for name, moment in moments.items()}
    return sum(db.execute(step, values).rowcount for step in _STEPS)


def _values(now: datetime, limit: int, after: Chat | None) -> dict[str, Value]:
    values: dict[str, Value] = {"now": to_us(now), "limit": limit}
    if after is None:
        return {**values, "at": _BEFORE_ALL, "cursor": _BEFORE_ALL, "chat": _BEFORE_ALL, "thread": _BEFORE_ALL}
    at = _BEFORE_ALL if after.next_digest_at is None else to_us(after.next_digest_at)
    return {**values, "at": at, "cursor": after.cursor, "chat": after.key.chat_id, "thread": after.key.thread_id}
