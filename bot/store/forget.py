"""Deletes everything of a chat; inside others' transactions. No table is read from end to end for it."""

from __future__ import annotations

from sqlite_utils import Database

from bot.store.queueing import drop_orphaned_payload
from bot.store.rows import Value, all_rows

# A chat's messages: those of its digests, and those that belong to none.
_MESSAGES = (
    "digest_id IN (SELECT id FROM digests WHERE chat_id = :chat)",
    "chat_id = :chat AND digest_id IS NULL",
)


def forget_chat(db: Database, chat_id: int) -> None:
    """Delete a chat and its topics with their messages, digests, told stories and subscriptions."""
    values: dict[str, Value] = {"chat": chat_id}
    for messages in _MESSAGES:
        hashes = all_rows(db, f"SELECT DISTINCT payload_hash FROM outbox WHERE {messages}", values)  # noqa: S608
        db.execute(f"DELETE FROM outbox WHERE {messages}", values)  # noqa: S608
        for row in hashes:
            drop_orphaned_payload(db, row["payload_hash"])
    for table in ("sent_stories", "digests", "chats"):
        db.execute(f"DELETE FROM {table} WHERE chat_id = :chat", values)  # noqa: S608
