"""Digests: each is one row, written in one transaction with its messages, its stories and its chat's progress."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlite_utils import Database

from bot.models.chats import Chat, ChatKey
from bot.models.composed import ComposedDigest, Section
from bot.store.queueing import QueuedMessage, insert_messages
from bot.store.rows import Value, all_rows, json_list, one_value, path_text, to_us, to_us_or_none
from bot.store.worker import Worker


class Digests:
    """The digests that were composed for chats."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def commit(self, digests: Sequence[ComposedDigest], *, now: datetime) -> int:
        """Write these digests, all in one transaction; returns how many messages the outbox got.

        A chat gets its whole digest or nothing. It gets nothing if it is gone, inactive, or got another digest since
        `before`. Where a digest of the same slot was written before, only its next due time is set: its stories stay
        untold and come with the next digest.
        """
        return await self._worker.write(lambda db: _commit(db, digests, now))

    async def already_sent(self, key: ChatKey, story_ids: Sequence[str]) -> dict[str, int]:
        """Those of the stories that this chat was told, each with the last article id it was told up to."""
        sql = """SELECT story_id, upto_id FROM sent_stories WHERE chat_id = :chat AND thread_id = :thread
                 AND story_id IN (SELECT value FROM json_each(:stories))"""
        values: dict[str, Value] = {
            "chat": key.chat_id,
            "thread": key.thread_id,
            "stories": json_list(story_ids),
        }
        rows = await self._worker.read(lambda db: all_rows(db, sql, values))
        return {row["story_id"]: row["upto_id"] for row in rows}


def _commit(db: Database, digests: Iterable[ComposedDigest], now: datetime) -> int:
    queued: list[QueuedMessage] = []
    for digest in digests:
        if not _is_current(db, digest.before):
            continue
        if not (digest.sections and _is_written(db, digest)):
            if digest.sections:
                digest_id = _insert(db, digest, now)
                queued += _messages(digest, digest_id)
                _mark_told(db, digest, digest_id, now)
            _advance(db, digest, now)
        _schedule_next(db, digest)
    return insert_messages(db, queued, now=now)


def _is_current(db: Database, before: Chat) -> bool:
    """Whether the chat takes digests and got none since. A first digest may leave the cursor where it was."""
    sql = """SELECT 1 FROM chats WHERE chat_id = :chat AND thread_id = :thread AND active = 1
             AND cursor = :cursor AND last_digest_at IS :last_digest_at"""
    values = {**_key(before), "cursor": before.cursor, "last_digest_at": to_us_or_none(before.last_digest_at)}
    return one_value(db, sql, values) is not None


def _is_written(db: Database, digest: ComposedDigest) -> bool:
    """Whether the chat has a digest of this slot that was not taken back."""
    sql = """SELECT 1 FROM digests WHERE chat_id = :chat AND thread_id = :thread AND slot = :slot
             AND taken_back_at IS NULL"""
    return one_value(db, sql, {**_key(digest.before), "slot": digest.slot}) is not None


def _insert(db: Database, digest: ComposedDigest, now: datetime) -> int:
    digest_id: int = one_value(
        db,
        """INSERT INTO digests (chat_id, thread_id, slot, categories, after_id, upto_id, since_at, due_at, composed_at)
           VALUES (:chat, :thread, :slot, :categories, :after, :upto, :since, :due, :now) RETURNING id""",
        {
            **_key(digest.before),
            "slot": digest.slot,
            "categories": json_list(_path(section) for section in digest.sections),
            "after": digest.after_id,
            "upto": digest.upto_id,
            "since": to_us(digest.since),
            "due": to_us_or_none(digest.due_at),
            "now": to_us(now),
        },
    )
    return digest_id


def _path(section: Section) -> str | None:
    return None if section.category is None else path_text(section.category)


def _messages(digest: ComposedDigest, digest_id: int) -> Iterable[QueuedMessage]:
    for number, section in enumerate(digest.sections):
        for message in section.messages:
            yield QueuedMessage(message, digest_id, number)


def _mark_told(db: Database, digest: ComposedDigest, digest_id: int, now: datetime) -> None:
    key, at = digest.before.key, to_us(now)
    db.conn.executemany(
        """INSERT INTO sent_stories (chat_id, thread_id, story_id, article_id, sent_at, upto_id, digest_id, section)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET article_id = excluded.article_id, sent_at = excluded.sent_at,
           upto_id = max(upto_id, excluded.upto_id), digest_id = excluded.digest_id, section = excluded.section""",
        (
            (key.chat_id, key.thread_id, story.story_id, story.article_id, at, digest.upto_id, digest_id, number)
            for number, section in enumerate(digest.sections)
            for story in section.stories
        ),
    )


def _advance(db: Database, digest: ComposedDigest, now: datetime) -> None:
    db.execute(
        """UPDATE chats SET cursor = max(cursor, :cursor), last_digest_at = coalesce(:last_digest_at, last_digest_at)
           WHERE chat_id = :chat AND thread_id = :thread""",
        {
            **_key(digest.before),
            "cursor": digest.upto_id,
            "last_digest_at": to_us(now) if digest.sections else None,
        },
    )


def _schedule_next(db: Database, digest: ComposedDigest) -> None:
    db.execute(
        """UPDATE chats SET next_digest_at = :next_digest_at
           WHERE chat_id = :chat AND thread_id = :thread AND next_digest_at = :due_at""",
        {
            **_key(digest.before),
            "next_digest_at": to_us_or_none(digest.next_digest_at),
            "due_at": to_us_or_none(digest.due_at),
        },
    )


def _key(chat: Chat) -> dict[str, Value]:
    return {"chat": chat.key.chat_id, "thread": chat.key.thread_id}
