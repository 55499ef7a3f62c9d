"""The private addresses at which chats publish their digests, and what stands there."""

from __future__ import annotations

from datetime import datetime

from bot.models.chats import ChatKey
from bot.models.published import ToldStory
from bot.store.database import Database
from bot.store.database.rows import HERE, all_rows, from_us, here, one_row, text_path, to_us
from bot.store.database.worker import Worker


class Publications:
    """Which chats publish, each at an address that only a token tells."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def token(self, key: ChatKey) -> str | None:
        """The token of a chat's address; None if it does not publish."""
        sql = f"SELECT token FROM publications WHERE {HERE}"  # noqa: S608
        row = await self._worker.read(lambda db: one_row(db, sql, here(key)))
        return None if row is None else str(row["token"])

    async def publish(self, key: ChatKey, token: str, *, now: datetime) -> None:
        """Publish a stored chat's digests under this token; another one that it had is void."""

        def write(db: Database) -> None:
            db.execute(
                """INSERT INTO publications (chat_id, thread_id, token, made_at) VALUES (:chat, :thread, :token, :now)
                   ON CONFLICT DO UPDATE SET token = excluded.token, made_at = excluded.made_at""",
                {**here(key), "token": token, "now": to_us(now)},
            )

        await self._worker.write(write)

    async def withdraw(self, key: ChatKey) -> None:
        """Publish nothing of this chat any more."""
        sql = f"DELETE FROM publications WHERE {HERE}"  # noqa: S608
        await self._worker.write(lambda db: db.execute(sql, here(key)) and None)

    async def chat_of(self, token: str) -> ChatKey | None:
        """The chat that publishes under this token."""
        sql = "SELECT chat_id, thread_id FROM publications WHERE token = :token"
        row = await self._worker.read(lambda db: one_row(db, sql, {"token": token}))
        return None if row is None else ChatKey(chat_id=row["chat_id"], thread_id=row["thread_id"])

    async def told(self, key: ChatKey, *, limit: int) -> list[ToldStory]:
        """The stories of the chat's digests that were not taken back, the last told first."""
        rows = await self._worker.read(
            lambda db: all_rows(
                db,
                """SELECT sent.article_id, sent.sent_at,
                          json_extract(digests.categories, '$[' || sent.section || ']') AS category
                   FROM sent_stories AS sent JOIN digests ON digests.id = sent.digest_id
                   WHERE sent.chat_id = :chat AND sent.thread_id = :thread AND digests.taken_back_at IS NULL
                   ORDER BY sent.sent_at DESC, sent.digest_id DESC, sent.section, sent.article_id DESC LIMIT :limit""",
                {**here(key), "limit": limit},
            )
        )
        return [
            ToldStory(
                article_id=row["article_id"],
                category=None if row["category"] is None else text_path(row["category"]),
                told_at=from_us(row["sent_at"]),
            )
            for row in rows
        ]
