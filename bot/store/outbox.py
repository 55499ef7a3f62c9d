"""The outbox: nothing leaves for Telegram that is not written here, and claimed here, before.

    pending ──claim──▶ sending ──settle──▶ sent | dead | pending again | unknown (may have been delivered)

Messages to one chat of one kind are claimed one at a time, in the order they were written in.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import assert_never

from pydantic import ValidationError
from sqlite_utils import Database

from bot.delivery.policy import OWN_PACE
from bot.models.chats import ChatKey
from bot.models.decisions import (
    ChatGone,
    Decision,
    Dropped,
    Moved,
    Replace,
    RetryAt,
    Sent,
    StopSending,
    Strike,
    TopicGone,
)
from bot.models.messages import MessageKind, NewMessage, OutboxMessage, OutboxStats
from bot.store.expiry import expire
from bot.store.moves import clear_strikes, deactivate_chat, deactivate_topic, move_chat, strike
from bot.store.pictures import forget_ids, remember
from bot.store.queueing import Payload, insert_claimed, insert_messages, read_message, split_message
from bot.store.rows import Value, all_rows, from_us, from_us_or_none, json_list, one_row, one_value, to_us
from bot.store.worker import Worker

logger = logging.getLogger(__name__)

UNKNOWN_WAIT = timedelta(seconds=60)  # before what may have been delivered is sent once more

# Rows whose turn it is: nothing of their kind stands before them in their chat's queue.
_HEADS = """state IN ('pending', 'unknown')
    AND chat_id NOT IN (SELECT value FROM json_each(:closed)) AND kind = coalesce(:only, kind)
    AND NOT EXISTS (
        SELECT 1 FROM outbox AS before
        WHERE before.chat_id = outbox.chat_id AND before.thread_id = outbox.thread_id AND before.kind = outbox.kind
        AND before.state IN ('pending', 'sending', 'unknown')
        AND (before.turn, before.place) < (outbox.turn, outbox.place)
    )"""


class Outbox:
    """Messages to be sent, and what became of them."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def enqueue(self, messages: Sequence[NewMessage]) -> int:
        """Write messages, parts in their order; returns how many are new (the same key is one message)."""
        return await self._worker.write(lambda db: insert_messages(db, messages, now=datetime.now(UTC)))

    async def insert_claimed(self, message: NewMessage, *, owner: str, now: datetime) -> OutboxMessage | None:
        """Record a message that is sent at once as being sent; None if its key is there already."""

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
        only: MessageKind | None = None,
    ) -> list[OutboxMessage]:
        """Take what is due under the lease of `owner`; durable before it returns.

        At most one message a chat (topic) and kind is under way; priority first, then age.
        `exclude` leaves chats out with all their topics: Telegram paces chats, not topics.
        """
        values: dict[str, Value] = {"owner": owner, "limit": limit, **_lane(exclude, only)}
        return await self._worker.write(lambda db: _claim(db, now, values))

    async def settle(self, message_id: int, *, owner: str, decision: Decision, now: datetime) -> OutboxMessage | None:
        """Carry out a decision on a message under this owner's lease; another's lease is left alone.

        After `Replace` the message stays under the lease and comes back with its new content;
        after every other decision it is settled or waits for its next claim, and None comes back.
        """
        return await self._worker.write(lambda db: _settle(db, message_id, owner, decision, now))

    async def recover(self, *, owner: str, now: datetime) -> int:
        """At start: what other boots left in flight may have been delivered.

        Digests and notices are sent once more after a minute, unless that was their second
        time; replies are dead: nobody waits for them any more. Returns how many there were.
        """
        return await self._worker.write(lambda db: _recover(db, owner, now))

    async def floods(self, *, now: datetime) -> dict[int, datetime]:
        """Chat -> until when Telegram said that it takes nothing: what a new boot has to know."""
        sql = """SELECT chat_id, max(not_before) AS until FROM outbox WHERE state = 'pending' AND not_before > :now
                 AND last_error LIKE 'flood%' AND last_error <> :ours GROUP BY chat_id"""
        values: dict[str, Value] = {"now": to_us(now), "ours": OWN_PACE}
        return {
            row["chat_id"]: from_us(row["until"])
            for row in await self._worker.read(lambda db: all_rows(db, sql, values))
        }

    async def next_at(self, *, exclude: Collection[ChatKey] = (), only: MessageKind | None = None) -> datetime | None:
        """When the next message is due (the past: now); None if nothing waits."""
        sql = f"SELECT min(not_before) FROM outbox WHERE {_HEADS}"  # noqa: S608
        values = _lane(exclude, only)
        return from_us_or_none(await self._worker.read(lambda db: one_value(db, sql, values)))

    async def stats(self) -> OutboxStats:
        """How many messages stand in each state."""

        def read(db: Database) -> OutboxStats:
            counts = {
                row["state"]: row["messages"]
                for row in all_rows(db, "SELECT state, count(*) AS messages FROM outbox GROUP BY state")
            }
            oldest = one_value(db, "SELECT min(created_at) FROM outbox WHERE state IN ('pending', 'unknown')")
            return OutboxStats(**counts, oldest_unsent_at=from_us_or_none(oldest))

        return await self._worker.read(read)


def _lane(exclude: Collection[ChatKey], only: MessageKind | None) -> dict[str, Value]:
    return {"closed": json_list(key.chat_id for key in exclude), "only": only and only.value}


def _claim(db: Database, now: datetime, values: dict[str, Value]) -> list[OutboxMessage]:
    values = {**values, "now": to_us(now)}
    expire(db, now)
    due = f"""SELECT id FROM outbox WHERE {_HEADS} AND not_before <= :now
              ORDER BY priority, turn, place LIMIT :limit"""  # noqa: S608
    ids = [row["id"] for row in all_rows(db, due, values)]
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
    """The message; None, and the row dead, for one that another version wrote: it must not stop the others."""
    try:
        return read_message(db, message_id, payloads)
    except ValidationError as error:
        logger.error("outbox row cannot be read id=%d error=%s", message_id, error)
        _end(db, message_id, now, error="cannot be read")
        return None


def _settle(db: Database, message_id: int, owner: str, decision: Decision, now: datetime) -> OutboxMessage | None:
    held = "SELECT chat_id, thread_id FROM outbox WHERE id = :id AND lease_owner = :owner AND state = 'sending'"
    row = one_row(db, held, {"id": message_id, "owner": owner})
    if row is None:
        logger.warning("outbox row not held id=%d decision=%s", message_id, type(decision).__name__)
        return None
    key = ChatKey(chat_id=row["chat_id"], thread_id=row["thread_id"])
    match decision:
        case Sent():
            _end(db, message_id, now, state="sent", telegram_id=next(iter(decision.message_ids), None))
            remember(db, decision.file_ids)
            clear_strikes(db, key)
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
            _end(db, message_id, now, error=decision.error)
        case ChatGone():
            _end(db, message_id, now, error=decision.error)
            deactivate_chat(db, key.chat_id, error=decision.error)
        case TopicGone():
            _end(db, message_id, now, error=decision.error)
            deactivate_topic(db, key, error=decision.error)
        case Strike():
            _wait(db, message_id, RetryAt(at=decision.until, error=decision.error))
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
) -> None:
    db.execute(
        """UPDATE outbox SET state = :state, message_id = :telegram_id, last_error = nullif(:error, ''),
           settled_at = :now WHERE id = :id""",
        {"id": message_id, "state": state, "telegram_id": telegram_id, "error": error, "now": to_us(now)},
    )


def _wait(db: Database, message_id: int, decision: RetryAt) -> None:
    db.execute(
        """UPDATE outbox SET state = iif(:ambiguous, 'unknown', 'pending'), lease_owner = NULL, not_before = :at,
           attempts = attempts + :counts, ambiguous = max(ambiguous, :ambiguous), last_error = nullif(:error, '')
           WHERE id = :id""",
        {
            "id": message_id,
            "at": to_us(decision.at),
            "counts": decision.counts,
            "ambiguous": decision.ambiguous,
            "error": decision.error,
        },
    )


def _recover(db: Database, owner: str, now: datetime) -> int:
    values: dict[str, Value] = {"owner": owner, "now": to_us(now), "again": to_us(now + UNKNOWN_WAIT)}
    orphaned = "state = 'sending' AND lease_owner <> :owner"
    lost = db.execute(
        f"""UPDATE outbox SET state = 'dead', ambiguous = 1, last_error = 'interrupted', settled_at = :now
            WHERE {orphaned} AND (kind = 'reply' OR ambiguous = 1)""",  # noqa: S608
        values,
    ).rowcount
    again = db.execute(
        f"""UPDATE outbox SET state = 'unknown', ambiguous = 1, attempts = attempts + 1, lease_owner = NULL,
            not_before = :again, last_error = 'interrupted' WHERE {orphaned}""",  # noqa: S608
        values,
    ).rowcount
    return lost + again
