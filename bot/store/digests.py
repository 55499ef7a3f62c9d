"""A digest is due: its messages, the stories in it and the chats' progress, all in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlite_utils import Database

from bot.models.chats import Chat, ChatKey
from bot.models.digests import ChatAdvance, SentStory
from bot.models.messages import NewMessage
from bot.store.queueing import insert_messages
from bot.store.rows import Value, all_rows, json_list, one_value, to_us, to_us_or_none
from bot.store.worker import Worker


class Digests:
    """What was composed for chats."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def commit(
        self, *, messages: Sequence[NewMessage], sent: Sequence[SentStory], advance: Sequence[ChatAdvance]
    ) -> int:
        """Write the digests of these chats, their stories and their progress. Returns how many messages are new.

        A chat gets all of it or nothing: nothing where it is gone, inactive, or was served by someone else
        meanwhile; only its next due time where this digest was written before, so that it is not sent
        twice, and what else was to be in it is told the next time.
        """

        def write(db: Database) -> int:
            left_out = {step.before.key for step in advance if not _stands(db, step.before)}
            repeated = {message.chat for message in messages if _is_written(db, message)}
            untold = left_out | repeated
            inserted = insert_messages(
                db, [message for message in messages if message.chat not in untold], now=datetime.now(UTC)
            )
            for story in sent:
                if story.chat not in untold:
                    _mark_sent(db, story)
            for step in advance:
                if step.before.key not in untold:
                    _move_on(db, step)
                if step.before.key not in left_out:
                    _schedule_next(db, step)
            return inserted

        return await self._worker.write(write)

    async def already_sent(self, key: ChatKey, story_ids: Sequence[str]) -> dict[str, int]:
        """Those of the stories that went out to this chat before, each with the last article id it was told up to."""
        sql = """SELECT story_id, upto_id FROM sent_stories WHERE chat_id = :chat AND thread_id = :thread
                 AND story_id IN (SELECT value FROM json_each(:stories))"""
        values: dict[str, Value] = {
            "chat": key.chat_id,
            "thread": key.thread_id,
            "stories": json_list(story_ids),
        }
        rows = await self._worker.read(lambda db: all_rows(db, sql, values))
        return {row["story_id"]: row["upto_id"] for row in rows}


def _mark_sent(db: Database, story: SentStory) -> None:
    db.execute(
        """INSERT INTO sent_stories (chat_id, thread_id, story_id, article_id, sent_at, upto_id)
           VALUES (:chat, :thread, :story, :article, :at, :upto)
           ON CONFLICT DO UPDATE SET article_id = :article, sent_at = :at, upto_id = max(upto_id, :upto)""",
        {
            "chat": story.chat.chat_id,
            "thread": story.chat.thread_id,
            "story": story.story_id,
            "article": story.article_id,
            "at": to_us(story.at),
            "upto": story.upto_id,
        },
    )


def _stands(db: Database, before: Chat) -> bool:
    """Whether the chat takes digests and got none since. A first digest may leave the cursor where it was."""
    sql = """SELECT 1 FROM chats WHERE chat_id = :chat AND thread_id = :thread AND active = 1
             AND cursor = :cursor AND last_digest_at IS :last_digest_at"""
    return one_value(db, sql, {**_place(before), "last_digest_at": to_us_or_none(before.last_digest_at)}) is not None


def _is_written(db: Database, message: NewMessage) -> bool:
    sql = "SELECT 1 FROM outbox WHERE dedupe_key = :key"
    return one_value(db, sql, {"key": message.dedupe_key}) is not None


def _move_on(db: Database, step: ChatAdvance) -> None:
    db.execute(
        """UPDATE chats SET cursor = max(cursor, :cursor), last_digest_at = coalesce(:last_digest_at, last_digest_at)
           WHERE chat_id = :chat AND thread_id = :thread""",
        {**_place(step.before), "cursor": step.cursor, "last_digest_at": to_us_or_none(step.last_digest_at)},
    )


def _schedule_next(db: Database, step: ChatAdvance) -> None:
    db.execute(
        """UPDATE chats SET next_digest_at = :next_digest_at
           WHERE chat_id = :chat AND thread_id = :thread AND next_digest_at = :due_at""",
        {
            **_place(step.before),
            "next_digest_at": to_us_or_none(step.next_digest_at),
            "due_at": to_us_or_none(step.due_at),
        },
    )


def _place(chat: Chat) -> dict[str, Value]:
    return {"chat": chat.key.chat_id, "thread": chat.key.thread_id, "cursor": chat.cursor}
