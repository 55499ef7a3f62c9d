"""Chats that are gone, struck or moved, with all that waits for them; inside others' transactions."""

from __future__ import annotations

from datetime import datetime

from bot.models.chats import ChatKey
from bot.store.database import Database
from bot.store.database.rows import Value, all_rows, here, one_value, to_us
from bot.store.own_data import chosen_tables

# A message dropped with its chat counts as settled when it was written: nothing depends on the exact time.
# The first condition is that of the index by chat: without it SQLite reads every message there is.
_UNSETTLED = "state IN ('pending', 'sending', 'unknown')"
_WAITING = f"{_UNSETTLED} AND state <> 'sending'"


def deactivate_chat(db: Database, chat_id: int, *, error: str) -> None:
    """Deactivate a chat with all its topics: it gets no digest, and the messages that wait for it are dead."""
    values: dict[str, Value] = {"chat": chat_id, "error": error}
    db.execute("UPDATE chats SET active = 0 WHERE chat_id = :chat", values)
    db.execute(
        f"UPDATE outbox SET state = 'dead', last_error = :error, settled_at = created_at"  # noqa: S608
        f" WHERE chat_id = :chat AND {_WAITING}",
        values,
    )


def deactivate_topic(db: Database, key: ChatKey, *, error: str) -> None:
    """Deactivate one topic, or a chat without its topics."""
    values: dict[str, Value] = {**here(key), "error": error}
    db.execute("UPDATE chats SET active = 0 WHERE chat_id = :chat AND thread_id = :thread", values)
    db.execute(
        f"UPDATE outbox SET state = 'dead', last_error = :error, settled_at = created_at"  # noqa: S608
        f" WHERE chat_id = :chat AND thread_id = :thread AND {_WAITING}",
        values,
    )


def strike(db: Database, key: ChatKey, *, until: datetime, now: datetime) -> None:
    """Count a refusal of this chat, and pause its digests until then."""
    db.execute(
        """UPDATE chats SET strikes = strikes + 1, struck_at = iif(strikes > 0, struck_at, :now), paused_until = :until
           WHERE chat_id = :chat AND thread_id = :thread""",
        {**here(key), "until": to_us(until), "now": to_us(now)},
    )


def pause(db: Database, key: ChatKey, *, until: datetime) -> None:
    """Compose no digest for this chat before `until`; unlike a strike this counts nothing against it."""
    db.execute(
        """UPDATE chats SET paused_until = max(coalesce(paused_until, 0), :until)
           WHERE chat_id = :chat AND thread_id = :thread""",
        {**here(key), "until": to_us(until)},
    )


def end_pause(db: Database, key: ChatKey) -> None:
    """Forget what the chat refused before: it took a message, or gave rights back. What waits for it is due at once.

    A refusal concerns the chat with all its topics, but for that of a closed topic.
    """
    values: dict[str, Value] = here(key)
    refused = "chat_id = :chat AND (thread_id = :thread OR refusal IN ('no-rights', 'chat-not-found'))"
    db.execute(
        f"""UPDATE outbox SET not_before = 0 WHERE {refused} AND {_UNSETTLED} AND state = 'pending' AND not_before > 0
            AND refusal IN ('no-rights', 'chat-not-found', 'topic-closed')""",  # noqa: S608
        values,
    )
    db.execute(
        f"""UPDATE chats SET strikes = 0, struck_at = NULL, paused_until = NULL
           WHERE chat_id = :chat AND (strikes > 0 OR paused_until IS NOT NULL) AND (thread_id = :thread OR NOT EXISTS (
               SELECT 1 FROM outbox WHERE outbox.chat_id = chats.chat_id AND outbox.thread_id = chats.thread_id
               AND {_UNSETTLED} AND state = 'pending' AND refusal = 'topic-closed'
           ))""",  # noqa: S608
        values,
    )


def end_pause_if_struck(db: Database, key: ChatKey) -> None:
    """End the pause of a chat that took a message, if it refused one before."""
    struck = "SELECT 1 FROM chats WHERE chat_id = :chat AND (strikes > 0 OR paused_until IS NOT NULL)"
    if one_value(db, struck, {"chat": key.chat_id}) is not None:
        end_pause(db, key)


def move_chat(db: Database, old_id: int, new_id: int) -> None:
    """Move everything of a chat to its new id; what both have is kept once."""
    values: dict[str, Value] = {"old": old_id, "new": new_id}
    _move_settings(db, values)
    db.execute(
        """INSERT INTO sent_stories (chat_id, thread_id, story_id, article_id, sent_at, upto_id, digest_id, section)
           SELECT :new, thread_id, story_id, article_id, sent_at, upto_id, digest_id, section
           FROM sent_stories WHERE chat_id = :old
           ON CONFLICT DO UPDATE SET upto_id = max(upto_id, excluded.upto_id)""",
        values,
    )
    db.execute("DELETE FROM sent_stories WHERE chat_id = :old", values)
    # The same digest waiting for both ids would come twice.
    db.execute(
        f"""DELETE FROM outbox WHERE chat_id = :old AND {_WAITING} AND EXISTS (
                SELECT 1 FROM outbox AS other WHERE other.chat_id = :new AND other.state <> 'dead'
                AND other.thread_id = outbox.thread_id AND other.kind = outbox.kind
                AND other.payload_hash = outbox.payload_hash AND other.part = outbox.part
            )""",  # noqa: S608
        values,
    )
    # Those of digests by their digests: there is no index of all messages by chat.
    of_digests = "digest_id IN (SELECT id FROM digests WHERE chat_id = :old)"
    for moved in (
        f"outbox SET chat_id = :new WHERE {of_digests}",
        "outbox SET chat_id = :new WHERE chat_id = :old AND digest_id IS NULL",
        "digests SET chat_id = :new WHERE chat_id = :old",
    ):
        db.execute(f"UPDATE {moved}", values)


def _move_settings(db: Database, values: dict[str, Value]) -> None:
    chosen = chosen_tables(db)
    # A row that a first message under the new id made: nobody has chosen anything there yet.
    nothing = [f"NOT EXISTS (SELECT 1 FROM {table} WHERE chat_id = :new)" for table in ("subscriptions", *chosen)]  # noqa: S608
    db.execute(
        f"""DELETE FROM chats WHERE chat_id = :new AND {" AND ".join(nothing)}
            AND thread_id IN (SELECT thread_id FROM chats WHERE chat_id = :old)""",  # noqa: S608
        values,
    )
    columns = [
        row["name"]
        for row in all_rows(db, "SELECT name FROM pragma_table_info('chats')")
        if row["name"] not in ("chat_id", "kind")
    ]
    listed = ", ".join(columns)
    db.execute(
        f"""INSERT OR IGNORE INTO chats (chat_id, kind, {listed})
            SELECT :new, 'supergroup', {listed} FROM chats WHERE chat_id = :old""",  # noqa: S608
        values,
    )
    # The lower cursor: sent_stories knows what either was told, and nothing that one was not told may be lost.
    db.execute(
        """UPDATE chats SET cursor = min(chats.cursor, moved.cursor), active = 1 FROM chats AS moved
           WHERE chats.chat_id = :new AND moved.chat_id = :old AND moved.thread_id = chats.thread_id""",
        values,
    )
    db.execute(
        """INSERT OR IGNORE INTO subscriptions (chat_id, thread_id, category_id)
           SELECT :new, thread_id, category_id FROM subscriptions WHERE chat_id = :old""",
        values,
    )
    # Behind the rules that the new one has; of what stands in no order the row itself moves.
    db.execute(
        """INSERT OR IGNORE INTO filters (chat_id, thread_id, kind, hides, value, saved_at)
           SELECT :new, thread_id, kind, hides, value, saved_at FROM filters WHERE chat_id = :old ORDER BY id""",
        values,
    )
    for table in (*chosen, "looked_after"):
        db.execute(f"UPDATE OR IGNORE {table} SET chat_id = :new WHERE chat_id = :old", values)  # noqa: S608
    db.execute("DELETE FROM looked_after WHERE chat_id = :old", values)
    db.execute("DELETE FROM chats WHERE chat_id = :old", values)  # with what the new one has, too
