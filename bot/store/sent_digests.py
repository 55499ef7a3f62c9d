"""Finds the digests that chats were sent: by the message they came in, by their last article, or the last one."""

from __future__ import annotations

from bot.models.chats import ChatKey
from bot.models.digests import SentDigest, Told
from bot.store.database import Database
from bot.store.database.rows import HERE, Value, all_rows, here, one_row
from bot.store.database.worker import Worker
from bot.store.digests import NO_MORE

ALBUM = 10  # messages at most, of which the first is stored

_HERE = f"{HERE} AND taken_back_at IS NULL"
# The id of a digest is not known when its buttons are written. Where the chat's own cursor was further on, the digest
# is that of the next higher id.
_UPTO = f"SELECT * FROM digests WHERE {_HERE} AND is_alert = 0 AND upto_id >= :upto ORDER BY upto_id, id DESC LIMIT 1"  # noqa: S608
_LAST = f"SELECT * FROM digests WHERE {_HERE} AND is_alert = 0 ORDER BY id DESC LIMIT 1"  # noqa: S608
_OF_MESSAGE = f"""SELECT digests.* FROM digests JOIN outbox ON digest_id = digests.id
    WHERE digests.id IN (SELECT id FROM digests WHERE {_HERE})
    AND message_id BETWEEN :first AND :message ORDER BY message_id DESC LIMIT 1"""  # noqa: S608
_TOLD = """SELECT sent.article_id, count(DISTINCT iif(
        sources.kind = 'folder', coalesce(json_extract(told.authors, '$[0]'), sources.name), sources.name
    )) AS publishers
    FROM sent_stories AS sent
    JOIN articles AS told ON told.story_id = sent.story_id AND told.id <= max(:upto, sent.article_id)
    JOIN sources ON sources.id = told.source_id
    WHERE sent.chat_id = :chat AND sent.thread_id = :thread AND sent.digest_id = :digest
    GROUP BY sent.story_id
    ORDER BY sent.section, publishers DESC, max(told.published_at) DESC, sent.article_id DESC"""


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

    async def muted(self, key: ChatKey) -> set[str]:
        """The stories that the chat muted."""
        sql = "SELECT story_id FROM sent_stories WHERE chat_id = :chat AND thread_id = :thread AND upto_id = :end"
        values = {**here(key), "end": NO_MORE}
        return {row["story_id"] for row in await self._worker.read(lambda db: all_rows(db, sql, values))}

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
