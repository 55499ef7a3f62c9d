"""Announcements of owners: a draft, then a message in the outbox for every active chat, a few chats at a time.

The dedupe key of each message names the announcement and the chat, so a restart in between sends none twice. In the
quiet hours of a chat it comes without a sound: what an owner has to say may be over when they end.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.models.announcements import Announcement, Progress
from bot.models.chats import ChatKey
from bot.models.messages import MessageKind, NewMessage, TextContent
from bot.store.database import Database
from bot.store.database.chat_rows import quiet_hours
from bot.store.database.rows import Value, all_rows, here, one_row, one_value, to_us
from bot.store.database.worker import Worker
from bot.store.queueing import insert_messages
from bot.text.quiet import quiet_until

CHATS_AT_ONCE = 200  # whose messages are written in one transaction: no other write waits long
ANNOUNCEMENT_LIFE = timedelta(days=3)  # a chat that cannot be reached for longer does not get it
KEPT = timedelta(days=7)
BEFORE_ALL = -(2**62)


class Announcements:
    """The announcements, by id."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def draft(self, key: ChatKey, html: str, *, now: datetime) -> int:
        """Keep a text that the owner is shown; returns its id. Drafts and what was sent are forgotten after a week."""

        def write(db: Database) -> int:
            old = "DELETE FROM announcements WHERE state NOT IN ('queueing', 'sending') AND created_at < :before"
            db.execute(old, {"before": to_us(now - KEPT)})
            sql = """INSERT INTO announcements (chat_id, thread_id, html, state, created_at)
                     VALUES (:chat, :thread, :html, 'draft', :now) RETURNING id"""
            values: dict[str, Value] = {**here(key), "html": html, "now": to_us(now)}
            number: int = one_value(db, sql, values)
            return number

        return await self._worker.write(write)

    async def start(self, announcement_id: int, *, message_id: int | None) -> bool:
        """Send a draft from now on; False where it is none any more."""
        sql = """UPDATE announcements SET state = 'queueing', message_id = :message, after_chat = :first
                 WHERE id = :id AND state = 'draft'"""
        values: dict[str, Value] = {"id": announcement_id, "message": message_id, "first": BEFORE_ALL}
        return await self._worker.write(lambda db: db.execute(sql, values).rowcount > 0)

    async def cancel(self, announcement_id: int) -> bool:
        """Never send a draft; False where it is none any more."""
        sql = "UPDATE announcements SET state = 'cancelled' WHERE id = :id AND state = 'draft'"
        return await self._worker.write(lambda db: db.execute(sql, {"id": announcement_id}).rowcount > 0)

    async def count_chats(self) -> int:
        """How many chats an announcement goes to: a forum with several topics is one."""
        sql = "SELECT count(DISTINCT chat_id) FROM chats WHERE active = 1"
        count: int = await self._worker.read(lambda db: one_value(db, sql))
        return count

    async def queue_some(self, *, now: datetime) -> int:
        """Write the messages of the next chats of the oldest announcement; returns how many."""
        if await self._worker.read(lambda db: one_value(db, "SELECT 1 FROM announcements WHERE state = 'queueing'")):
            return await self._worker.write(lambda db: _queue_some(db, now))
        return 0

    async def open(self) -> list[Announcement]:
        """The announcements on their way, oldest first."""
        sql = "SELECT * FROM announcements WHERE state IN ('queueing', 'sending') ORDER BY id"
        return [
            Announcement(
                id=row["id"],
                chat=ChatKey(chat_id=row["chat_id"], thread_id=row["thread_id"]),
                message_id=row["message_id"],
                is_queued=row["state"] == "sending",
            )
            for row in await self._worker.read(lambda db: all_rows(db, sql))
        ]

    async def progress(self, announcement_id: int) -> Progress:
        """How far an announcement is, as far as its messages are written."""
        # What a chat refuses for now is tried again for days: it does not hold up the report.
        sql = """SELECT iif(state = 'pending' AND refusal IN ('no-rights', 'chat-not-found', 'topic-closed'),
                            'dead', state) AS standing, count(DISTINCT chat_id) AS chats FROM outbox
                 WHERE dedupe_key > :first AND dedupe_key < :last GROUP BY standing"""
        values: dict[str, Value] = {"first": _key(announcement_id), "last": _key(announcement_id)[:-1] + ";"}
        rows = await self._worker.read(lambda db: all_rows(db, sql, values))
        chats = {row["standing"]: row["chats"] for row in rows}
        sent, failed = chats.pop("sent", 0), chats.pop("dead", 0)
        return Progress(sent=sent, failed=failed, waiting=sum(chats.values()))

    async def finish(self, announcement_id: int, report: NewMessage, *, now: datetime) -> None:
        """End an announcement, and tell its owner."""

        def write(db: Database) -> None:
            db.execute("UPDATE announcements SET state = 'done' WHERE id = :id", {"id": announcement_id})
            insert_messages(db, [report], now=now)

        await self._worker.write(write)


def _key(announcement_id: int) -> str:
    """What the dedupe keys of its messages begin with."""
    return f"announcement:{announcement_id}:"


def _queue_some(db: Database, now: datetime) -> int:
    row = one_row(db, "SELECT * FROM announcements WHERE state = 'queueing' ORDER BY id LIMIT 1")
    if row is None:
        return 0
    # A forum gets it where it talks of everything, or in the first topic that has the bot.
    sql = """SELECT chat_id, min(thread_id) AS thread_id, quiet, zone FROM chats WHERE active = 1 AND chat_id > :after
             GROUP BY chat_id ORDER BY chat_id LIMIT :limit"""
    chats = all_rows(db, sql, {"after": row["after_chat"], "limit": CHATS_AT_ONCE})
    content = TextContent(html=row["html"])
    messages = [
        NewMessage(
            kind=MessageKind.NOTICE,
            chat=ChatKey(chat_id=chat["chat_id"], thread_id=chat["thread_id"]),
            dedupe_key=f"{_key(row['id'])}{chat['chat_id']}",
            content=content,
            expires_at=now + ANNOUNCEMENT_LIFE,
            silent=quiet_until(quiet_hours(chat["quiet"]), chat["zone"], now) is not None,
        )
        for chat in chats
    ]
    inserted = insert_messages(db, messages, now=now)
    values: dict[str, Value] = {"id": row["id"], "after": chats[-1]["chat_id"] if chats else row["after_chat"]}
    state = "queueing" if len(chats) == CHATS_AT_ONCE else "sending"
    db.execute("UPDATE announcements SET after_chat = :after, state = :state WHERE id = :id", values | {"state": state})
    return inserted
