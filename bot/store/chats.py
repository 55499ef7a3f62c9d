"""Chats, their settings and subscriptions, and which of them are due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Unpack

from bot.models.articles import CategoryPath
from bot.models.chats import (
    Chat,
    ChatChanges,
    ChatKey,
)
from bot.models.composed import DueChats, Recipient
from bot.models.decisions import ChatStanding
from bot.models.messages import NewMessage
from bot.store.categories import ensure_category, find_category
from bot.store.database import Database
from bot.store.database.chat_rows import chat_of, save_chat
from bot.store.database.rows import (
    HERE,
    all_rows,
    from_us,
    from_us_or_none,
    here,
    one_row,
    one_value,
    text_path,
    to_us,
    to_us_or_none,
)
from bot.store.database.worker import Worker
from bot.store.due import alike, instant_chats, scheduled_chats
from bot.store.moves import deactivate_chat, deactivate_topic, move_chat
from bot.store.own_data import forget_chat
from bot.store.queueing import insert_messages

_SUBSCRIBED = """EXISTS (SELECT 1 FROM subscriptions
                 WHERE subscriptions.chat_id = chats.chat_id AND subscriptions.thread_id = chats.thread_id)"""


class Chats:
    """The chats and topics, each by its ChatKey."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def get(self, key: ChatKey) -> Chat | None:
        """The chat or topic, active or not."""
        sql = f"SELECT * FROM chats WHERE {HERE}"  # noqa: S608
        row = await self._worker.read(lambda db: one_row(db, sql, here(key)))
        return None if row is None else chat_of(row)

    async def save(self, chat: Chat) -> None:
        """Insert or replace a chat. Its cursor never goes back, so that an older copy of a chat undoes no digest."""
        await self._worker.write(lambda db: save_chat(db, chat))

    async def change(self, chat: Chat, **settings: Unpack[ChatChanges]) -> Chat:
        """Set fields of a chat on top of what is stored by now, in one transaction; returns it as it is then.

        What a digest wrote since `chat` was read stays. `chat` itself is stored if it is not there.
        """

        def write(db: Database) -> Chat:
            row = one_row(db, f"SELECT * FROM chats WHERE {HERE}", here(chat.key))  # noqa: S608
            changed = replace(chat if row is None else chat_of(row), **settings)
            save_chat(db, changed)
            return changed

        return await self._worker.write(write)

    async def offer_simple_look(self, chat: Chat, offer: NewMessage, *, now: datetime) -> None:
        """Queue the offer of the simple look, and keep that the chat had it."""

        def write(db: Database) -> None:
            db.execute(f"UPDATE chats SET simple_look_offered = 1 WHERE {HERE}", here(chat.key))  # noqa: S608
            insert_messages(db, [offer], now=now)

        await self._worker.write(write)

    async def due(
        self, now: datetime, *, limit: int = 200, instant: bool | None = None, after: Chat | None = None
    ) -> DueChats:
        """Active chats that are due. `instant`: only those of instant news, or only the others; None: both.

        Chats without a subscription are due, too: their cursors move on, so that they do not begin with old news. A
        chat whose last digest still waits in the outbox is not due: an outage is followed by one late digest. `after`
        goes on behind the last chat of an earlier answer to the same question (`instant` is not None then).
        """

        def read(db: Database) -> DueChats:
            found = [] if instant is False else instant_chats(db, now, limit=limit, after=after)
            if instant is not True:
                found += scheduled_chats(db, now, limit=limit, after=after)
            return alike(found[:limit])

        return await self._worker.read(read)

    async def put_off(self, chats: Iterable[tuple[Recipient, datetime]]) -> None:
        """Compose nothing for these chats until then, unless their plans changed meanwhile."""
        sql = "UPDATE chats SET next_digest_at = ? WHERE chat_id = ? AND thread_id = ? AND next_digest_at IS ?"
        rows = [(to_us(until), chat.chat_id, chat.thread_id, to_us_or_none(chat.due_at)) for chat, until in chats]
        await self._worker.write(lambda db: db.conn.executemany(sql, rows))

    async def next_digest(self) -> tuple[datetime, ChatKey] | None:
        """When the next scheduled digest is due, and for which chat; or None."""
        sql = f"""SELECT max(next_digest_at, coalesce(paused_until, 0)) AS at, chat_id, thread_id FROM chats
                  WHERE active = 1 AND next_digest_at IS NOT NULL AND {_SUBSCRIBED} ORDER BY at LIMIT 1"""  # noqa: S608
        row = await self._worker.read(lambda db: one_row(db, sql))
        return (from_us(row["at"]), ChatKey(chat_id=row["chat_id"], thread_id=row["thread_id"])) if row else None

    async def subscribe(self, key: ChatKey, category: CategoryPath) -> bool:
        """Subscribe a stored chat to a category; False if it is subscribed."""

        def write(db: Database) -> bool:
            values = {**here(key), "category": ensure_category(db, category)}
            sql = """INSERT INTO subscriptions (chat_id, thread_id, category_id)
                     VALUES (:chat, :thread, :category) ON CONFLICT DO NOTHING"""
            return db.execute(sql, values).rowcount > 0

        return await self._worker.write(write)

    async def unsubscribe(self, key: ChatKey, category: CategoryPath) -> bool:
        """End the subscription to exactly this path; False if there is none."""

        def write(db: Database) -> bool:
            values = {**here(key), "category": find_category(db, category)}
            sql = f"DELETE FROM subscriptions WHERE {HERE} AND category_id = :category"  # noqa: S608
            return db.execute(sql, values).rowcount > 0

        return await self._worker.write(write)

    async def unsubscribe_all(self, key: ChatKey) -> int:
        """End all subscriptions of a chat; returns how many there were."""
        sql = f"DELETE FROM subscriptions WHERE {HERE}"  # noqa: S608
        return await self._worker.write(lambda db: db.execute(sql, here(key)).rowcount)

    async def subscriptions(self, key: ChatKey) -> list[CategoryPath]:
        """The categories a chat is subscribed to, sorted."""
        sql = f"SELECT path FROM subscriptions JOIN categories ON categories.id = category_id WHERE {HERE}"  # noqa: S608
        rows = await self._worker.read(lambda db: all_rows(db, sql, here(key)))
        return sorted(text_path(row["path"]) for row in rows)

    async def deactivate(self, key_or_chat_id: ChatKey | int) -> None:
        """Deactivate a topic, or a chat with all its topics, and drop the messages that wait for it."""
        match key_or_chat_id:
            case ChatKey() as key:
                await self._worker.write(lambda db: deactivate_topic(db, key, error="deactivated"))
            case chat_id:
                await self._worker.write(lambda db: deactivate_chat(db, chat_id, error="deactivated"))

    async def reactivate(self, chat_id: int) -> None:
        """Activate a chat again, without strikes: it wrote to the bot."""
        sql = """UPDATE chats SET active = 1, paused_until = NULL, strikes = 0, struck_at = NULL
                 WHERE chat_id = :chat AND (active = 0 OR strikes > 0)"""
        await self._worker.write(lambda db: db.execute(sql, {"chat": chat_id}))

    async def planned_after(self, moment: datetime) -> list[Chat]:
        """Active chats whose next digest is due after this moment."""
        sql = "SELECT * FROM chats WHERE active = 1 AND next_digest_at > :moment"
        rows = await self._worker.read(lambda db: all_rows(db, sql, {"moment": to_us(moment)}))
        return [chat_of(row) for row in rows]

    async def standing(self, key: ChatKey) -> ChatStanding:
        """How often a chat refused messages in a row, and since when."""
        sql = f"SELECT strikes, struck_at FROM chats WHERE {HERE}"  # noqa: S608
        row = await self._worker.read(lambda db: one_row(db, sql, here(key)))
        if row is None:
            return ChatStanding()
        return ChatStanding(strikes=row["strikes"], since=from_us_or_none(row["struck_at"]))

    async def migrate(self, old_id: int, new_id: int) -> None:
        """Move everything of a group to the supergroup it became; what the new id has already stays."""
        await self._worker.write(lambda db: move_chat(db, old_id, new_id))

    async def forget(self, chat_id: int) -> None:
        """Delete everything of a chat and its topics."""

        await self._worker.write(lambda db: forget_chat(db, chat_id))

    async def count_subscriptions(self) -> int:
        """How many subscriptions active chats have."""
        sql = "SELECT count(*) FROM subscriptions JOIN chats USING (chat_id, thread_id) WHERE active = 1"
        number: int = await self._worker.read(lambda db: one_value(db, sql))
        return number

    async def count(self) -> int:
        """How many chats and topics are active."""
        active: int = await self._worker.read(lambda db: one_value(db, "SELECT count(*) FROM chats WHERE active = 1"))
        return active
