"""Finds the digests that chats were sent: by the message they came in, by their last article, or the last one; and
what such a message shows."""

from __future__ import annotations

from bot.models.chats import ChatKey
from bot.models.digests import SentDigest, Told
from bot.models.messages import ShownMessage
from bot.store.database import Database
from bot.store.database.rows import HERE, Value, all_rows, here, one_row, one_value
from bot.store.database.worker import Worker
from bot.store.digests import PUBLISHERS
from bot.store.queueing import PAYLOAD

ALBUM = 10  # messages at most, of which the first is stored

_HERE = f"{HERE} AND taken_back_at IS NULL"
# The id of a digest is not known when its buttons are written. Where the chat's own cursor was further on, the digest
# is that of the next higher id.
_UPTO = f"SELECT * FROM digests WHERE {_HERE} AND is_alert = 0 AND upto_id >= :upto ORDER BY upto_id, id DESC LIMIT 1"  # noqa: S608
_LAST = f"SELECT * FROM digests WHERE {_HERE} AND is_alert = 0 ORDER BY id DESC LIMIT 1"  # noqa: S608
_OF_MESSAGE = f"""SELECT digests.* FROM digests JOIN outbox ON digest_id = digests.id
    WHERE digests.id IN (SELECT id FROM digests WHERE {_HERE})
    AND message_id BETWEEN :first AND :message ORDER BY message_id DESC LIMIT 1"""  # noqa: S608
# What a message of a digest was sent with, and the last edit of it that Telegram took or still has to get.
_SENT = f"""SELECT body FROM outbox JOIN payloads ON hash = payload_hash
    WHERE digest_id IN (SELECT id FROM digests WHERE {_HERE}) AND message_id = :message LIMIT 1"""  # noqa: S608
_EDIT = """SELECT body FROM outbox JOIN payloads ON hash = payload_hash
    WHERE digest_id IS NULL AND chat_id = :chat AND edit_message_id = :message AND state <> 'dead'
    ORDER BY outbox.id DESC LIMIT 1"""
_TOLD = f"""SELECT sent.article_id, {PUBLISHERS} AS publishers
    FROM sent_stories AS sent
    JOIN articles ON articles.story_id = sent.story_id AND articles.id <= max(:upto, sent.article_id)
    JOIN sources ON sources.id = source_id
    WHERE sent.chat_id = :chat AND sent.thread_id = :thread AND sent.digest_id = :digest
    GROUP BY sent.story_id
    ORDER BY sent.section, publishers DESC, max(published_at) DESC, sent.article_id DESC"""  # noqa: S608


class SentDigests:
    """The digests that chats were sent."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def upto(self, key: ChatKey, upto_id: int) -> SentDigest | None:
        """The chat's digest of articles up to this id."""
        return await self._find(_UPTO, key, upto=upto_id)

    async def last(self, key: ChatKey) -> SentDigest | None:
        """The chat's last digest."""
        return await self._find(_LAST, key)

    async def of_message(self, key: ChatKey, message_id: int, *, in_album: bool = False) -> SentDigest | None:
        """The digest that came in this message of Telegram's."""
        first = message_id - ALBUM + 1 if in_album else message_id
        return await self._find(_OF_MESSAGE, key, message=message_id, first=first)

    async def shown(self, key: ChatKey, message_id: int) -> ShownMessage | None:
        """What a message of Telegram's that came with a digest shows; None where it is not kept any more."""
        values = {**here(key), "message": message_id}

        def read(db: Database) -> ShownMessage | None:
            sent = one_value(db, _SENT, values)
            if sent is None:
                return None
            edit = one_value(db, _EDIT, values)
            now = PAYLOAD.validate_json(sent if edit is None else edit).content
            return ShownMessage(sent=PAYLOAD.validate_json(sent).content, now=now)

        return await self._worker.read(read)

    async def _find(self, sql: str, key: ChatKey, **more: Value) -> SentDigest | None:
        def read(db: Database) -> SentDigest | None:
            row = one_row(db, sql, {**here(key), **more})
            if row is None:
                return None
            told = all_rows(db, _TOLD, {**here(key), "digest": row["id"], "upto": row["upto_id"]})
            return SentDigest(
                after_id=row["after_id"],
                upto_id=row["upto_id"],
                is_alert=bool(row["is_alert"]),
                told=tuple(Told(article_id=story["article_id"], publishers=story["publishers"]) for story in told),
            )

        return await self._worker.read(read)
