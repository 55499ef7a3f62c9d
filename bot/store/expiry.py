"""What has waited in the outbox for too long: dead, but a digest of which nothing was sent is to be composed anew.

Its stories count as untold again, and the chat's cursor goes back before them.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.models.digests import DIGEST_EXPIRES_AFTER
from bot.store.rows import Row, Value, all_rows, one_value, to_us

_LIFE_US = DIGEST_EXPIRES_AFTER // timedelta(microseconds=1)
_EXPIRED = "state IN ('pending', 'unknown') AND expires_at IS NOT NULL AND expires_at <= :now"
_HERE = "chat_id = :chat AND thread_id = :thread"


def expire(db: Database, now: datetime) -> None:
    """End what has expired; what is left of a digest that was sent in part waits on: late is better than lost."""
    values: dict[str, Value] = {"now": to_us(now)}
    # Parts go out in their order: while the first one waits, whole and in no doubt, none of the others has arrived.
    unsent = f"""SELECT DISTINCT chat_id, thread_id, expires_at FROM outbox WHERE {_EXPIRED}
                 AND kind = 'digest' AND part = 0 AND place = 0 AND ambiguous = 0"""  # noqa: S608
    for digest in all_rows(db, unsent, values):
        _take_back(db, digest, values)
    db.execute(
        f"""UPDATE outbox SET state = 'dead', last_error = 'expired', settled_at = :now
            WHERE {_EXPIRED} AND kind <> 'digest'""",  # noqa: S608
        values,
    )


def _take_back(db: Database, digest: Row, values: dict[str, Value]) -> None:
    expires_at = digest["expires_at"]
    values = {**values, "chat": digest["chat_id"], "thread": digest["thread_id"], "expires_at": expires_at}
    values["told_at"] = expires_at - _LIFE_US
    # The key is free again: the next digest may be of the same articles.
    db.execute(
        f"""UPDATE outbox SET state = 'dead', last_error = 'expired', settled_at = :now,
            dedupe_key = dedupe_key || '/expired.' || id
            WHERE {_HERE} AND kind = 'digest' AND expires_at = :expires_at AND state IN ('pending', 'unknown')""",  # noqa: S608
        values,
    )
    told = f"FROM sent_stories WHERE {_HERE} AND sent_at = :told_at"
    first_id = one_value(db, f"SELECT min(article_id) {told}", values)
    db.execute(f"DELETE {told}", values)
    # The next heading names the time since the digest before, or since the oldest of the untold articles came in.
    db.execute(
        f"""UPDATE chats SET cursor = min(cursor, coalesce(:first_id - 1, cursor)), last_digest_at = coalesce(
                (SELECT max(sent_at) FROM sent_stories WHERE {_HERE}),
                (SELECT seen_at FROM articles WHERE id = :first_id), last_digest_at)
            WHERE {_HERE}""",  # noqa: S608
        {**values, "first_id": first_id},
    )
