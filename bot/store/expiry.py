"""Expiry in the outbox, and taking back digests that did not arrive; inside others' transactions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.models.chats import ChatKey
from bot.models.messages import MessageKind, Refusal
from bot.store.database import Database
from bot.store.database.chat_rows import quiet_hours
from bot.store.database.rows import HERE, Value, all_rows, here, json_list, one_row, one_value, to_us
from bot.store.moves import pause
from bot.text.quiet import quiet_until

_HEEDING = """SELECT outbox.id, outbox.kind, quiet, zone FROM outbox JOIN chats USING (chat_id, thread_id)
    WHERE outbox.id IN (SELECT value FROM json_each(:ids)) AND heeds_quiet = 1 AND quiet IS NOT NULL"""
_EXPIRED = "state IN ('pending', 'unknown') AND expires_at <= :now"
# A message that is on Telegram's side, or may be, or is on its way there.
_MAY_HAVE_ARRIVED = "(state IN ('sending', 'sent', 'unknown') OR ambiguous <> 0)"
_STANDS = "instr(dedupe_key, '/taken-back.') = 0"
_IN_SECTIONS = "coalesce(section, -1) IN (SELECT coalesce(value, -1) FROM json_each(:sections))"


def expire(db: Database, now: datetime) -> None:
    """End the messages that have expired, and take back the digests of which nothing was sent.

    What is left of a digest that was sent in part stays in the queue: late is better than lost.
    """
    values: dict[str, Value] = {"now": to_us(now)}
    unsent = f"""SELECT digest_id FROM outbox WHERE digest_id IN (SELECT digest_id FROM outbox WHERE {_EXPIRED})
                 GROUP BY digest_id HAVING NOT max{_MAY_HAVE_ARRIVED}"""  # noqa: S608
    for digest in all_rows(db, unsent, values):
        take_back(db, digest["digest_id"], now=now, error="expired")
    db.execute(
        f"""UPDATE outbox SET state = 'dead', last_error = 'expired', settled_at = :now
            WHERE {_EXPIRED} AND digest_id IS NULL""",  # noqa: S608
        values,
    )


def take_back(db: Database, digest_id: int, *, now: datetime, error: str) -> None:
    """Undo the sections of a digest that surely did not arrive: the next digest tells their stories.

    Their messages end with `error`, their stories count as untold, and the chat's cursor goes back to where the digest
    began. A section of which one message was sent, is in flight or in doubt stays as it is. A digest without such a
    section is taken back as a whole: its slot is free again. Sections that were taken back before change nothing.
    """
    sections = all_rows(
        db,
        f"SELECT section, max{_MAY_HAVE_ARRIVED} AS arrived FROM outbox WHERE digest_id = :id GROUP BY section",  # noqa: S608
        {"id": digest_id},
    )
    lost = [row["section"] for row in sections if not row["arrived"]]
    _take_back(db, digest_id, lost, now=now, error=error, whole=len(lost) == len(sections))


def give_up(
    db: Database, message_id: int, *, now: datetime, error: str, refusal: Refusal | None, until: datetime
) -> None:
    """End a message that cannot be delivered, and take back the section of its digest: the next digest tells it.

    What was sent of the section comes a second time with it. So where another message of the section may have come
    twice already, its stories stay told: a third copy is worse. The chat gets no digest before `until`.
    """
    values: dict[str, Value] = {"id": message_id, "error": error, "refusal": refusal and refusal.value}
    db.execute(
        """UPDATE outbox SET state = 'dead', last_error = :error, refusal = :refusal, settled_at = :now
           WHERE id = :id""",
        {**values, "now": to_us(now)},
    )
    row = one_row(db, "SELECT chat_id, thread_id, digest_id, section FROM outbox WHERE id = :id", values)
    assert row is not None
    if row["digest_id"] is None:
        return
    section: dict[str, Value] = {"digest": row["digest_id"], "section": row["section"]}
    in_doubt = """SELECT 1 FROM outbox WHERE digest_id = :digest AND section IS :section AND id <> :id
                  AND ambiguous <> 0 AND state <> 'dead'"""
    if one_value(db, in_doubt, {**values, **section}) is None:
        others = f"SELECT 1 FROM outbox WHERE digest_id = :digest AND section IS NOT :section AND {_STANDS}"  # noqa: S608
        whole = one_value(db, others, section) is None
        _take_back(db, row["digest_id"], [row["section"]], now=now, error=error, whole=whole)
        pause(db, ChatKey(chat_id=row["chat_id"], thread_id=row["thread_id"]), until=until)


def _take_back(
    db: Database, digest_id: int, sections: Sequence[int | None], *, now: datetime, error: str, whole: bool
) -> None:
    values: dict[str, Value] = {
        "id": digest_id,
        "sections": json_list(sections),
        "whole": whole,
        "now": to_us(now),
        "error": error,
    }
    if _end_messages(db, values):
        _forget_stories(db, values)
        _move_back(db, values)


def _end_messages(db: Database, values: dict[str, Value]) -> int:
    """End the messages of these sections; returns how many. Their keys become free for the next digest of the slot."""
    return db.execute(
        f"""UPDATE outbox SET dedupe_key = dedupe_key || '/taken-back.' || id,
            state = iif(state = 'sent', state, 'dead'),
            last_error = iif(state IN ('dead', 'sent'), last_error, :error), settled_at = coalesce(settled_at, :now)
            WHERE digest_id = :id AND {_IN_SECTIONS} AND {_STANDS}""",  # noqa: S608
        values,
    ).rowcount


def _forget_stories(db: Database, values: dict[str, Value]) -> None:
    """Stories from before sections were stored belong to none: they go with a whole digest only."""
    db.execute(
        f"""DELETE FROM sent_stories WHERE digest_id = :id
            AND (chat_id, thread_id) IN (SELECT chat_id, thread_id FROM digests WHERE id = :id)
            AND (:whole OR {_IN_SECTIONS})""",  # noqa: S608
        values,
    )


def _move_back(db: Database, values: dict[str, Value]) -> None:
    if values["whole"]:
        db.execute("UPDATE digests SET taken_back_at = :now WHERE id = :id", values)
    else:  # the slot of instant news, made of its last article, is free for what was taken back
        db.execute(
            """UPDATE digests SET slot = slot || '/in-part.' || id
               WHERE id = :id AND due_at IS NULL AND instr(slot, '/in-part.') = 0""",
            values,
        )
    digest = one_row(db, "SELECT * FROM digests WHERE id = :id", values)
    assert digest is not None
    place: dict[str, Value] = {"chat": digest["chat_id"], "thread": digest["thread_id"]}
    if digest["is_alert"]:
        back = f"UPDATE chats SET cursor = min(cursor, :after) WHERE {HERE}"  # noqa: S608
        db.execute(back, {**place, "after": digest["after_id"]})
        return
    # The next heading names the time since the last digest that stands, or since this one's period began.
    db.execute(
        """UPDATE chats SET cursor = min(cursor, :after), last_digest_at = coalesce((
               SELECT max(composed_at) FROM digests
               WHERE chat_id = :chat AND thread_id = :thread AND taken_back_at IS NULL AND is_alert = 0
           ), :since) WHERE chat_id = :chat AND thread_id = :thread""",
        {**place, "after": digest["after_id"], "since": digest["since_at"]},
    )


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
    values: dict[str, Value] = {**here(key), "now": to_us(now)}
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
