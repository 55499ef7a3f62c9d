"""What waits for the end of quiet hours: messages that became due within, alerts; inside others' transactions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlite_utils import Database

from bot.models.chats import ChatKey
from bot.models.messages import MessageKind
from bot.store.chat_rows import quiet_hours
from bot.store.database.rows import Value, all_rows, json_list, to_us
from bot.text.quiet import quiet_until

_HEEDING = """SELECT outbox.id, outbox.kind, quiet, zone FROM outbox JOIN chats USING (chat_id, thread_id)
    WHERE outbox.id IN (SELECT value FROM json_each(:ids)) AND heeds_quiet = 1 AND quiet IS NOT NULL"""


def let_rest(db: Database, message_ids: Sequence[int], now: datetime) -> list[int]:
    """Those of these due messages that may be sent now; the others are due when the quiet hours of their chats end.

    What follows a message of a digest without a sound waits behind it in its queue, and goes on where it was sent.
    """
    resting: dict[int, datetime] = {}
    for row in all_rows(db, _HEEDING, {"ids": json_list(message_ids)}):
        quiet = quiet_hours(row["quiet"])
        is_exempt = quiet is not None and quiet.except_alerts and row["kind"] == MessageKind.ALERT
        if not is_exempt and (until := quiet_until(quiet, row["zone"], now)):
            resting[row["id"]] = until
    db.conn.executemany(
        "UPDATE outbox SET not_before = ? WHERE id = ?", [(to_us(until), number) for number, until in resting.items()]
    )
    return [number for number in message_ids if number not in resting]


def end_rest(db: Database, key: ChatKey, now: datetime) -> None:
    """Make due what a chat's quiet hours held; what still has to wait finds that out itself."""
    values: dict[str, Value] = {"chat": key.chat_id, "thread": key.thread_id, "now": to_us(now)}
    db.execute(
        """UPDATE outbox SET not_before = :now WHERE chat_id = :chat AND thread_id = :thread AND heeds_quiet = 1
           AND state = 'pending' AND refusal IS NULL AND not_before > :now""",
        values,
    )
    db.execute(
        """UPDATE alert_news SET due_at = :now WHERE due_at > :now AND alert_id IN (
               SELECT id FROM alerts WHERE chat_id = :chat AND thread_id = :thread)""",
        values,
    )
