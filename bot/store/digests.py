"""A digest is due: its messages, the stories in it and the chats' progress, all in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlite_utils import Database

from bot.models import ChatAdvance, ChatKey, NewMessage, SentStory
from bot.store.queueing import insert_messages
from bot.store.rows import Value, all_rows, json_list, to_us, to_us_or_none
from bot.store.worker import Worker


class Digests:
    """What was composed for chats."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def commit(
        self, *, messages: Sequence[NewMessage], sent: Sequence[SentStory], advance: Sequence[ChatAdvance]
    ) -> int:
        """Write messages and move the chats on, or neither. Returns how many messages are new.

        A dedupe key that is there already is left alone, so composing twice sends once.
        Values of an advance that are None stay as they are; a cursor never goes back.
        """

        def write(db: Database) -> int:
            inserted = insert_messages(db, messages, now=datetime.now(UTC))
            for story in sent:
                _mark_sent(db, story)
            for step in advance:
                _advance(db, step)
            return inserted

        return await self._worker.write(write)

    async def already_sent(self, key: ChatKey, story_ids: Sequence[str]) -> set[str]:
        """Those of the stories that went out to this chat before."""
        sql = """SELECT story_id FROM sent_stories WHERE chat_id = :chat AND thread_id = :thread
                 AND story_id IN (SELECT value FROM json_each(:stories))"""
        values: dict[str, Value] = {
            "chat": key.chat_id,
            "thread": key.thread_id,
            "stories": json_list(story_ids),
        }
        return await self._worker.read(lambda db: {row["story_id"] for row in all_rows(db, sql, values)})


def _mark_sent(db: Database, story: SentStory) -> None:
    db.execute(
        """INSERT INTO sent_stories (chat_id, thread_id, story_id, article_id, sent_at)
           VALUES (:chat, :thread, :story, :article, :at) ON CONFLICT DO NOTHING""",
        {
            "chat": story.chat.chat_id,
            "thread": story.chat.thread_id,
            "story": story.story_id,
            "article": story.article_id,
            "at": to_us(story.at),
        },
    )


def _advance(db: Database, step: ChatAdvance) -> None:
    db.execute(
        """UPDATE chats SET cursor = max(cursor, coalesce(:cursor, cursor)),
           next_digest_at = coalesce(:next_digest_at, next_digest_at),
           last_digest_at = coalesce(:last_digest_at, last_digest_at)
           WHERE chat_id = :chat AND thread_id = :thread""",
        {
            "chat": step.chat.chat_id,
            "thread": step.chat.thread_id,
            "cursor": step.cursor,
            "next_digest_at": to_us_or_none(step.next_digest_at),
            "last_digest_at": to_us_or_none(step.last_digest_at),
        },
    )
