"""The outbox: every message for Telegram is written here and claimed here before it is sent.

    pending ──claim──▶ sending ──settle──▶ sent | dead | pending again | unknown (may have been delivered)

Messages to one chat of one kind are claimed one at a time, in the order they were written in.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import assert_never

from pydantic import ValidationError

from bot.models.chats import ChatKey
from bot.models.decisions import (
    AMBIGUOUS_WAIT,
    ChatGone,
    Decision,
    Dropped,
    Moved,
    Replace,
    RetryAt,
    Sent,
    StopSending,
    Strike,
    TakenBack,
    TopicGone,
)
from bot.models.messages import NewMessage, OutboxMessage, OutboxStats, Refusal
from bot.store.database import Database
from bot.store.database.rows import Value, all_rows, from_us, from_us_or_none, json_list, one_row, one_value, to_us
from bot.store.database.worker import Worker
from bot.store.expiry import end_rest, expire, give_up, let_rest
from bot.store.kept.pictures import forget_ids, remember
from bot.store.moves import deactivate_chat, deactivate_topic, end_pause, end_pause_if_struck, move_chat, strike
from bot.store.queueing import (
    ANSWER_LOST,
    SERVER_FAILED,
    Payload,
    insert_claimed,
    insert_messages,
    read_message,
    split_message,
)

logger = logging.getLogger(__name__)

# The first waiting row of each chat's queue: there is one queue a chat (topic) and kind.
_HEADS = """state IN ('pending', 'unknown') AND (state = 'pending' OR :in_doubt)
    AND chat_id NOT IN (SELECT value FROM json_each(:closed))
    AND NOT EXISTS (
        SELECT 1 FROM outbox AS before
        WHERE before.chat_id = outbox.chat_id AND before.thread_id = outbox.thread_id AND before.kind = outbox.kind
        AND before.state IN ('pending', 'sending', 'unknown')
        AND (before.queue_order, before.split_order) < (outbox.queue_order, outbox.split_order)
    )"""


class Outbox:
    """The queue of messages, and the outcomes of sending them."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def enqueue(self, messages: Sequence[NewMessage], *, now: datetime) -> int:
        """Write messages in this order; returns how many are new (the same dedupe key is one message)."""
        return await self._worker.write(lambda db: insert_messages(db, messages, now=now))

    async def insert_claimed(self, message: NewMessage, *, owner: str, now: datetime) -> OutboxMessage | None:
        """Write a message that is sent at once, under the lease of `owner`; None if its dedupe key is known."""

        def write(db: Database) -> OutboxMessage | None:
            message_id = insert_claimed(db, message, now=now, owner=owner)
            return None if message_id is None else read_message(db, message_id)

        return await self._worker.write(write)

    async def claim(
        self,
        *,
        owner: str,
        now: datetime,
        limit: int,
        exclude: Collection[ChatKey] = (),
        in_doubt: bool = True,
    ) -> list[OutboxMessage]:
        """Lease up to `limit` due messages to `owner`, by priority, then by age; durable when it returns.

        At most one message a chat (topic) and kind is in flight. `exclude` leaves chats out with all their topics:
        Telegram's rate limit is one of chats, not of topics. Without `in_doubt`, what may have arrived waits.
        """
        values: dict[str, Value] = {"owner": owner, "limit": limit, **_lane(exclude, in_doubt)}
        return await self._worker.write(lambda db: _claim(db, now, values))

    async def settle(self, message_id: int, *, owner: str, decision: Decision, now: datetime) -> OutboxMessage | None:
        """Carry out a decision on a message under this owner's lease; another's lease is left alone.

        After `Replace` the message stays under the lease and comes back with its new content;
        after every other decision it is settled or waits for its next claim, and None comes back.
        """
        return await self._worker.write(lambda db: _settle(db, message_id, owner, decision, now))

    async def recover(self, *, owner: str, now: datetime) -> int:
        """End the leases of other boots, at the start; returns how many there were.

        Their messages may have been delivered. Digests and notices are sent once more after a minute, unless that was
        their second time; replies are dead: nobody waits for them any more.
        """
        return await self._worker.write(lambda db: _recover(db, owner, now))

    async def end_pause(self, key: ChatKey) -> None:
        """Forget what a chat refused before: it gave rights back. What waits for it is due at once."""
        await self._worker.write(lambda db: end_pause(db, key))

    async def end_rest(self, key: ChatKey, *, now: datetime) -> None:
        """Have what waited for quiet hours to end look again whether it may be sent: they changed."""
        await self._worker.write(lambda db: end_rest(db, key, now))

    async def floods(self, *, now: datetime) -> dict[int, datetime]:
        """Chats that Telegram closed with a 429, each with the end of its closure; a new boot has to know them."""
        sql = """SELECT chat_id, max(not_before) AS until FROM outbox
                 WHERE state IN ('pending', 'unknown') AND state = 'pending' AND not_before > :now AND refusal = :flood
                 GROUP BY chat_id"""
        values: dict[str, Value] = {"now": to_us(now), "flood": Refusal.FLOOD.value}
        return {
            row["chat_id"]: from_us(row["until"])
            for row in await self._worker.read(lambda db: all_rows(db, sql, values))
        }

    async def next_at(self, *, exclude: Collection[ChatKey] = (), in_doubt: bool = True) -> datetime | None:
        """Due time of the next message, which may be past, or None if none waits. The options are those of `claim`."""
        sql = f"SELECT min(not_before) FROM outbox WHERE {_HEADS}"  # noqa: S608
        values = _lane(exclude, in_doubt)
        return from_us_or_none(await self._worker.read(lambda db: one_value(db, sql, values)))

    async def is_waiting(self, key: ChatKey) -> bool:
        """Whether a digest for this chat still has to be delivered."""
        sql = """SELECT 1 FROM outbox WHERE chat_id = :chat AND thread_id = :thread AND kind = 'digest'
                 AND state IN ('pending', 'sending', 'unknown') LIMIT 1"""
        values: dict[str, Value] = {"chat": key.chat_id, "thread": key.thread_id}
        return await self._worker.read(lambda db: one_value(db, sql, values)) is not None

    async def stats(self) -> OutboxStats:
        """How many messages are in each state, and since when the oldest waits."""

        def read(db: Database) -> OutboxStats:
            settled = "SELECT count(*) FROM outbox WHERE state IN ('sent', 'dead') AND state = :state"
            counts = {state: one_value(db, settled, {"state": state}) for state in ("sent", "dead")}
            waiting = """SELECT state, count(*) AS messages, min(created_at) AS oldest,
                                min(max(created_at, not_before)) AS due FROM outbox
                         WHERE state IN ('pending', 'sending', 'unknown') GROUP BY state"""
            rows = all_rows(db, waiting)
            counts |= {row["state"]: row["messages"] for row in rows}
            unsent = [row for row in rows if row["state"] != "sending"]
            return OutboxStats(
                **counts,
                oldest_unsent_at=from_us_or_none(min((row["oldest"] for row in unsent), default=None)),
                oldest_due_at=from_us_or_none(min((row["due"] for row in unsent), default=None)),
            )

        return await self._worker.read(read)


def _lane(exclude: Collection[ChatKey], in_doubt: bool) -> dict[str, Value]:
    return {"closed": json_list(key.chat_id for key in exclude), "in_doubt": in_doubt}


def _claim(db: Database, now: datetime, values: dict[str, Value]) -> list[OutboxMessage]:
    values = {**values, "now": to_us(now)}
    expire(db, now)
    due = f"""SELECT id FROM outbox WHERE {_HEADS} AND not_before <= :now
              ORDER BY priority, queue_order, split_order LIMIT :limit"""  # noqa: S608
    ids = let_rest(db, [row["id"] for row in all_rows(db, due, values)], now)
    if not ids:
        return []
    db.execute(
        """UPDATE outbox SET state = 'sending', lease_owner = :owner
           WHERE id IN (SELECT value FROM json_each(:ids))""",
        {**values, "ids": json_list(ids)},
    )
    payloads: dict[str, Payload] = {}  # many chats get the same digest
    return [message for message_id in ids if (message := _readable(db, message_id, now, payloads))]


def _readable(db: Database, message_id: int, now: datetime, payloads: dict[str, Payload]) -> OutboxMessage | None:
    """The message of a row. A row of another version that cannot be read is dead, and None: it stops no other."""
    try:
        return read_message(db, message_id, payloads)
    except ValidationError as error:
        logger.error("outbox row unreadable message=%d error=%s", message_id, error)
        _end(db, message_id, now, error="cannot be read")
        return None


def _settle(db: Database, message_id: int, owner: str, decision: Decision, now: datetime) -> OutboxMessage | None:
    held = "SELECT chat_id, thread_id FROM outbox WHERE id = :id AND lease_owner = :owner AND state = 'sending'"
    row = one_row(db, held, {"id": message_id, "owner": owner})
    if row is None:
        logger.warning("outbox row not under this lease message=%d decision=%s", message_id, type(decision).__name__)
        return None
    key = ChatKey(chat_id=row["chat_id"], thread_id=row["thread_id"])
    match decision:
        case Sent():
            _end(db, message_id, now, state="sent", telegram_id=next(iter(decision.message_ids), None))
            remember(db, decision.file_ids)
            end_pause_if_struck(db, key)
        case RetryAt():
            _wait(db, message_id, decision)
        case Replace():
            split_message(db, read_message(db, message_id), decision.contents, decision.fallback)
            forget_ids(db, decision.stale)
            db.execute(
                "UPDATE outbox SET attempts = attempts + 1, last_error = :error WHERE id = :id",
                {"id": message_id, "error": decision.error},
            )
            return read_message(db, message_id)
        case Dropped():
            _end(db, message_id, now, error=decision.error, refusal=decision.refusal)
        case TakenBack():
            give_up(db, message_id, now=now, error=decision.error, refusal=decision.refusal, until=decision.until)
        case ChatGone():
            _end(db, message_id, now, error=decision.error)
            deactivate_chat(db, key.chat_id, error=decision.error)
        case TopicGone():
            _end(db, message_id, now, error=decision.error)
            deactivate_topic(db, key, error=decision.error)
        case Strike():
            _wait(db, message_id, RetryAt(at=decision.until, error=decision.error, refusal=decision.refusal))
            strike(db, key, until=decision.until, now=now)
        case Moved():
            _wait(db, message_id, RetryAt(at=now, counts=True, error="moved"))
            move_chat(db, key.chat_id, decision.chat_id)
        case StopSending():
            _wait(db, message_id, RetryAt(at=now, counts=False, error=decision.error))
        case _:
            assert_never(decision)
    return None


def _end(
    db: Database,
    message_id: int,
    now: datetime,
    *,
    state: str = "dead",
    telegram_id: int | None = None,
    error: str = "",
    refusal: Refusal | None = None,
) -> None:
    db.execute(
        """UPDATE outbox SET state = :state, message_id = :telegram_id, last_error = nullif(:error, ''),
           refusal = :refusal, settled_at = :now WHERE id = :id""",
        {
            "id": message_id,
            "state": state,
            "telegram_id": telegram_id,
            "error": error,
            "refusal": refusal and refusal.value,
            "now": to_us(now),
        },
    )


def _wait(db: Database, message_id: int, decision: RetryAt) -> None:
    db.execute(
        """UPDATE outbox SET state = iif(:ambiguous, 'unknown', 'pending'), lease_owner = NULL, not_before = :at,
           attempts = attempts + :counts, last_error = nullif(:error, ''),
           ambiguous = ambiguous | :doubt, refusal = :refusal WHERE id = :id""",
        {
            "id": message_id,
            "at": to_us(decision.at),
            "counts": decision.counts,
            "ambiguous": decision.ambiguous,
            "doubt": decision.ambiguous and (SERVER_FAILED if decision.unlikely else ANSWER_LOST),
            "error": decision.error,
            "refusal": decision.refusal and decision.refusal.value,
        },
    )


def _recover(db: Database, owner: str, now: datetime) -> int:
    values: dict[str, Value] = {"owner": owner, "now": to_us(now), "again": to_us(now + AMBIGUOUS_WAIT)}
    orphaned = "state = 'sending' AND lease_owner <> :owner"
    lost = db.execute(
        f"""UPDATE outbox SET state = 'dead', ambiguous = ambiguous | {ANSWER_LOST}, last_error = 'interrupted',
            refusal = NULL, settled_at = :now
            WHERE {orphaned} AND (kind = 'reply' OR ambiguous & {ANSWER_LOST})""",  # noqa: S608
        values,
    ).rowcount
    again = db.execute(
        f"""UPDATE outbox SET state = 'unknown', ambiguous = ambiguous | {ANSWER_LOST}, attempts = attempts + 1,
            lease_owner = NULL, not_before = :again, last_error = 'interrupted', refusal = NULL WHERE {orphaned}""",  # noqa: S608
        values,
    ).rowcount
    return lost + again
