"""Rows of the outbox and their shared payloads: insert, read, split; inside others' transactions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, NamedTuple

from pydantic import Field

from bot.models.chats import ChatKey
from bot.models.messages import Content, Keyboard, MessageBody, MessageKind, NewMessage, OutboxMessage
from bot.store.database import Database
from bot.store.database.json_values import Json
from bot.store.database.rows import (
    Row,
    Value,
    from_us_or_none,
    insert_rows,
    json_list,
    next_ids,
    one_row,
    one_value,
    to_us,
    to_us_or_none,
)

KEPT_PAYLOADS = 500

# Bits of outbox.ambiguous: what earlier attempts met.
ANSWER_LOST = 1
SERVER_FAILED = 2

_Content = Annotated[Content, Field(discriminator="kind")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """What a message says; the same for every chat that gets the same digest."""

    content: _Content
    fallback: tuple[_Content, ...] = ()
    keyboard: Keyboard = ()


PAYLOAD = Json[Payload](Payload)


class StoredBody(NamedTuple):
    """A message without its chat as the outbox stores it."""

    kind: MessageKind
    columns: tuple[Value, ...]  # _BODY_COLUMNS
    payload: tuple[str, str]  # hash and body


class QueuedMessage(NamedTuple):
    """A message for the outbox; one of a digest names the digest's row and its section there."""

    body: StoredBody
    chat_id: int
    thread_id: int
    dedupe_key: str
    digest_id: int | None = None
    section: int | None = None


_BODY_COLUMNS = """kind, payload_hash, split_order, part, priority, not_before, expires_at, edit_message_id, reply_to,
                   state, silent, heeds_quiet"""


_KNOWN_PAYLOADS = """SELECT json_group_array(value) FROM json_each(?)
    WHERE EXISTS (SELECT 1 FROM outbox WHERE payload_hash = value)"""


class PayloadCache:
    """Payloads as they are stored, by the very objects of a message: many chats get the same digest."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, int, int], tuple[MessageBody, tuple[str, str]]] = {}

    def of(self, message: MessageBody) -> StoredBody:
        """How a message is stored."""
        key = (id(message.content), id(message.fallback), id(message.keyboard))
        found = self._kept.get(key)
        if found is None:
            while len(self._kept) >= KEPT_PAYLOADS:
                del self._kept[next(iter(self._kept))]
            # The message stays with them, so that its parts keep their ids.
            found = self._kept[key] = (message, _stored(_payload_of(message)))
        columns: tuple[Value, ...] = (
            message.kind.value,
            found[1][0],
            0,
            message.part,
            message.priority,
            to_us_or_none(message.not_before) or 0,
            to_us_or_none(message.expires_at),
            message.edit_message_id,
            message.reply_to,
            "pending",
            message.silent,
            message.heeds_quiet,
        )
        return StoredBody(message.kind, columns, found[1])


def _stored(payload: Payload) -> tuple[str, str]:
    """The hash and the body under which a payload is stored."""
    body = PAYLOAD.dump_json(payload)
    return hashlib.sha256(body).hexdigest(), body.decode()


def keep_payload(db: Database, payload: Payload) -> str:
    """Store a payload unless it is there; returns its hash."""
    stored = _stored(payload)
    db.execute("INSERT INTO payloads (hash, body) VALUES (?, ?) ON CONFLICT DO NOTHING", stored)
    return stored[0]


def insert_messages(db: Database, messages: Sequence[NewMessage], *, now: datetime) -> int:
    """Put messages into the outbox in the order given; returns how many are new. A known dedupe key is skipped."""
    payloads = PayloadCache()
    queued = [
        QueuedMessage(payloads.of(message), message.chat.chat_id, message.chat.thread_id, message.dedupe_key)
        for message in messages
    ]
    return insert_queued(db, queued, now=now)


def insert_queued(db: Database, queued: Sequence[QueuedMessage], *, now: datetime) -> int:
    """What `insert_messages` does, for messages whose bodies are made ready for the store."""
    distinct = dict([row.body.payload for row in queued])
    _keep_payloads(db, distinct)
    ids, at = next_ids(db, "outbox", len(queued)), to_us(now)
    inserted = insert_rows(
        db,
        f"""INSERT INTO outbox (id, queue_order, created_at, chat_id, thread_id, dedupe_key, digest_id, section,
                                {_BODY_COLUMNS})""",
        # The order of the queue is that of the ids.
        [(number, number, at, *row[1:], *row.body.columns) for number, row in zip(ids, queued, strict=True)],
        conflict="ON CONFLICT (dedupe_key) DO NOTHING",
    )
    if inserted < len(queued):
        for digest in distinct:
            drop_orphaned_payload(db, digest)
    return inserted


def _keep_payloads(db: Database, bodies: Mapping[str, str]) -> None:
    """Store those of these payloads, by hash, that are not there: the outbox has a row of each that is.

    Its index is read, since rows of payloads are long. One row has all, since threads may wait for each other at each.
    """
    known: str = db.conn.execute(_KNOWN_PAYLOADS, (json_list(bodies),)).fetchone()[0]
    fresh = bodies.keys() - json.loads(known)
    conflict = "ON CONFLICT DO NOTHING"
    insert_rows(db, "INSERT INTO payloads (hash, body)", [(one, bodies[one]) for one in fresh], conflict=conflict)


def insert_claimed(db: Database, message: NewMessage, *, now: datetime, owner: str) -> int | None:
    """Insert a message under a lease, so that no claim takes it; returns its id, or None if its key is known."""
    digest = keep_payload(db, _payload_of(message))
    message_id = _insert_claimed(db, message, digest, now=now, owner=owner)
    drop_orphaned_payload(db, digest)
    return message_id


def _insert_claimed(db: Database, message: NewMessage, digest: str, *, now: datetime, owner: str) -> int | None:
    message_id: int | None = one_value(
        db,
        """INSERT INTO outbox (dedupe_key, kind, chat_id, thread_id, payload_hash, queue_order, split_order, part,
                               priority, not_before, expires_at, edit_message_id, reply_to, state, lease_owner,
                               created_at, silent)
           VALUES (:dedupe_key, :kind, :chat, :thread, :payload,
                   (SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'outbox'), 0, :part, :priority,
                   :not_before, :expires_at, :edit, :reply_to, 'sending', :owner, :now, :silent)
           ON CONFLICT (dedupe_key) DO NOTHING RETURNING id""",
        {
            "dedupe_key": message.dedupe_key,
            "kind": message.kind.value,
            "chat": message.chat.chat_id,
            "thread": message.chat.thread_id,
            "payload": digest,
            "part": message.part,
            "priority": message.priority,
            "not_before": to_us_or_none(message.not_before) or 0,
            "expires_at": to_us_or_none(message.expires_at),
            "edit": message.edit_message_id,
            "reply_to": message.reply_to,
            "owner": owner,
            "now": to_us(now),
            "silent": message.silent,
        },
    )
    return message_id


def _payload_of(message: MessageBody) -> Payload:
    return Payload(content=message.content, fallback=message.fallback, keyboard=message.keyboard)


def read_message(db: Database, message_id: int, known: dict[str, Payload] | None = None) -> OutboxMessage:
    """The message of this row. `known` keeps payloads by hash from one call to the next."""
    known = {} if known is None else known
    row = one_row(db, "SELECT * FROM outbox WHERE id = :id", {"id": message_id})
    assert row is not None
    digest = row["payload_hash"]
    if digest not in known:
        body = one_value(db, "SELECT body FROM payloads WHERE hash = :hash", {"hash": digest})
        known[digest] = PAYLOAD.validate_json(body)
    return _message(row, known[digest])


def split_message(
    db: Database, message: OutboxMessage, contents: tuple[Content, ...], fallback: tuple[Content, ...]
) -> None:
    """Give a row the first of `contents`, and each other a row of its own right behind it.

    The keyboard goes to the last one; only the first edits, replies or rings.
    """
    row = one_row(db, "SELECT * FROM outbox WHERE id = :id", {"id": message.id})
    assert row is not None
    further = len(contents) - 1
    keyboard = message.message.keyboard
    first = Payload(content=contents[0], fallback=fallback, keyboard=() if further else keyboard)
    values: dict[str, Value] = {"id": message.id, "further": further}
    values |= {name: row[name] for name in ("chat_id", "thread_id", "kind", "queue_order", "split_order")}
    db.execute(
        """UPDATE outbox SET split_order = split_order + :further
           WHERE state IN ('pending', 'sending', 'unknown') AND chat_id = :chat_id AND thread_id = :thread_id
           AND kind = :kind AND queue_order = :queue_order AND split_order > :split_order""",
        values,
    )
    db.execute("UPDATE outbox SET payload_hash = :hash WHERE id = :id", {**values, "hash": keep_payload(db, first)})
    for number, content in enumerate(contents[1:], start=1):
        payload = Payload(content=content, keyboard=keyboard if number == further else ())
        db.execute(
            """INSERT INTO outbox (dedupe_key, kind, chat_id, thread_id, payload_hash, queue_order, split_order, part,
                                   priority, not_before, expires_at, state, digest_id, section, created_at, silent)
               SELECT dedupe_key || :suffix, kind, chat_id, thread_id, :hash, queue_order, split_order + :number, part,
                      priority, 0, expires_at, 'pending', digest_id, section, created_at, 1
               FROM outbox WHERE id = :id""",
            {**values, "suffix": f"/{row['attempts']}.{number}", "number": number, "hash": keep_payload(db, payload)},
        )
    drop_orphaned_payload(db, row["payload_hash"])


def drop_orphaned_payload(db: Database, digest: str) -> None:
    """Forget a payload that no row refers to any more."""
    db.execute(
        "DELETE FROM payloads WHERE hash = :hash AND NOT EXISTS (SELECT 1 FROM outbox WHERE payload_hash = :hash)",
        {"hash": digest},
    )


def _message(row: Row, payload: Payload) -> OutboxMessage:
    return OutboxMessage(
        id=row["id"],
        message=NewMessage(
            kind=MessageKind(row["kind"]),
            chat=ChatKey(chat_id=row["chat_id"], thread_id=row["thread_id"]),
            dedupe_key=row["dedupe_key"],
            content=payload.content,
            fallback=payload.fallback,
            keyboard=payload.keyboard,
            part=row["part"],
            priority=row["priority"],
            not_before=from_us_or_none(row["not_before"] or None),
            expires_at=from_us_or_none(row["expires_at"]),
            edit_message_id=row["edit_message_id"],
            reply_to=row["reply_to"],
            silent=bool(row["silent"]),
            heeds_quiet=bool(row["heeds_quiet"]),
        ),
        attempts=row["attempts"],
        answer_lost=bool(row["ambiguous"] & ANSWER_LOST),
        server_failed=bool(row["ambiguous"] & SERVER_FAILED),
    )
