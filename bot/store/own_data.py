"""What the database holds of a chat: read to be given to it, and deleted when it wants to be forgotten.

Both go by the database's own list of tables: every table with a column `chat_id` belongs to chats, or with a column
`person_id` to the private chats of people, also one that is younger than this module.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.models.articles import CategoryPath
from bot.models.chats import ChatKey
from bot.models.sources import SourceKind, SourceSpec
from bot.store.database import Database
from bot.store.database.rows import Value, all_rows, here, json_list, one_value, path_text, text_path, to_us
from bot.store.database.worker import Worker
from bot.store.queueing import drop_orphaned_payload

KEPT_OF_THE_GONE = timedelta(days=90)  # after a chat blocked or removed the bot, or refused it for good
RECENT_ARTICLES = 20_000  # among which it is looked which sources write in a category

# Tables that hold what the bot did for a chat, and not what the chat chose.
_NOT_CHOSEN = frozenset(
    ("announcements", "chats", "digests", "looked_after", "outbox", "sent_stories", "subscriptions")
)
_OF_CHATS = """SELECT tables.name, columns.name AS owner
               FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS columns
               WHERE tables.type = 'table' AND tables.sql NOT LIKE 'CREATE VIRTUAL%'
               AND columns.name IN ('chat_id', 'person_id') ORDER BY tables.name, columns.name"""
# A chat's messages: those of its digests, and those that belong to none. There is no index of all messages by chat.
_MESSAGES = (
    "digest_id IN (SELECT id FROM digests WHERE chat_id = :chat)",
    "chat_id = :chat AND digest_id IS NULL",
    # What owners were told, since it may name the chat; what is not told yet stays unless it is of this chat.
    """dedupe_key >= 'notice:' AND dedupe_key < 'notice;'
       AND (state IN ('sent', 'dead') OR instr(dedupe_key || ':', ':' || :chat || ':'))""",
)
# Chats that are gone and have no time of that, or have one and are back; each with the time it is to have.
_UNSURE = """SELECT iif(active, NULL, :now), chat_id, thread_id, active FROM chats
             WHERE iif(active, strikes = 0 AND struck_at IS NOT NULL, struck_at IS NULL)"""
_SINCE = "UPDATE chats SET struck_at = ? WHERE chat_id = ? AND thread_id = ? AND active = ?"
_GONE = """SELECT chat_id FROM chats GROUP BY chat_id
           HAVING max(active) = 0 AND max(coalesce(struck_at, :now)) < :before"""

Rows = dict[str, list[dict[str, Value]]]


class OwnData:
    """What chats own."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def topics(self, chat_id: int) -> list[ChatKey]:
        """The keys of a chat and its topics."""
        sql = "SELECT thread_id FROM chats WHERE chat_id = :chat ORDER BY thread_id"
        rows = await self._worker.read(lambda db: all_rows(db, sql, {"chat": chat_id}))
        return [ChatKey(chat_id=chat_id, thread_id=row["thread_id"]) for row in rows]

    async def settings(self, key: ChatKey) -> dict[str, Value]:
        """The columns of a chat's row."""
        sql = "SELECT * FROM chats WHERE chat_id = :chat AND thread_id = :thread"
        rows = await self._worker.read(lambda db: all_rows(db, sql, here(key)))
        return dict(rows[0]) if rows else {}

    async def chosen(self, key: ChatKey) -> Rows:
        """The rows of the tables that hold what a chat chose, by table, without the chat's own id."""

        def read(db: Database) -> Rows:
            found: Rows = {}
            for table in chosen_tables(db):
                columns = {row["name"] for row in all_rows(db, f"SELECT name FROM pragma_table_info('{table}')")}  # noqa: S608
                where = "chat_id = :chat" + (" AND thread_id = :thread" if "thread_id" in columns else "")
                where += " AND ended_at IS NULL" if "ended_at" in columns else ""
                where += " ORDER BY id" if "id" in columns else ""
                rows = all_rows(db, f"SELECT * FROM {table} WHERE {where}", here(key))  # noqa: S608
                found[table] = [
                    {name: row[name] for name in row.keys() if name not in ("id", "chat_id", "thread_id")}  # noqa: SIM118
                    for row in rows
                ]
            return found

        return await self._worker.read(read)

    async def sources_behind(self, followed: Sequence[CategoryPath]) -> list[SourceSpec]:
        """The feeds that lately wrote in these categories, or are to: their owner put them there."""
        sql = """SELECT * FROM sources WHERE gone = 0 AND kind = 'feed' AND (
                     EXISTS (SELECT 1 FROM json_each(:paths) WHERE category = value
                             OR substr(category, 1, length(value) + 1) = value || '/')
                     OR id IN (
                         SELECT source_id FROM article_categories JOIN articles ON articles.id = article_id
                         WHERE category_id IN (
                             SELECT id FROM categories WHERE path IN (SELECT value FROM json_each(:paths)))
                         AND article_id > (SELECT max(id) FROM articles) - :recent
                     )
                 ) ORDER BY name"""
        values: dict[str, Value] = {"paths": json_list(map(path_text, followed)), "recent": RECENT_ARTICLES}
        return [
            SourceSpec(
                name=row["name"],
                kind=SourceKind.FEED,
                location=row["location"],
                category=None if row["category"] is None else text_path(row["category"]),
                language=row["language"],
            )
            for row in await self._worker.read(lambda db: all_rows(db, sql, values))
        ]

    async def forget_gone(self, now: datetime) -> int:
        """Delete all of the chats that have been without the bot for KEPT_OF_THE_GONE; returns how many there were.

        A chat counts as gone from the first call that finds it inactive, unless it refused messages before that.
        """
        values: dict[str, Value] = {"now": to_us(now), "before": to_us(now - KEPT_OF_THE_GONE)}
        unsure = await self._worker.read(lambda db: [tuple(row) for row in all_rows(db, _UNSURE, values)])
        if unsure:
            await self._worker.write(lambda db: db.conn.executemany(_SINCE, unsure))
        gone = [row[0] for row in await self._worker.read(lambda db: all_rows(db, _GONE, values))]
        return sum([await self._worker.write(partial(_forget_if_gone, chat_id=number)) for number in gone])


def tables_of_chats(db: Database) -> list[tuple[str, str]]:
    """The tables whose rows belong to chats, each with the column that says to which."""
    return [(row["name"], row["owner"]) for row in all_rows(db, _OF_CHATS)]


def chosen_tables(db: Database) -> list[str]:
    """The tables that hold what chats chose, beside their own rows and subscriptions."""
    return [table for table, owner in tables_of_chats(db) if owner == "chat_id" and table not in _NOT_CHOSEN]


def _forget_if_gone(db: Database, *, chat_id: int) -> bool:
    """False where the chat came back meanwhile."""
    if one_value(db, "SELECT max(active) FROM chats WHERE chat_id = :chat", {"chat": chat_id}) != 0:
        return False
    forget_chat(db, chat_id)
    return True


def forget_chat(db: Database, chat_id: int) -> None:
    """Delete all that is stored of a chat and its topics, and what owners were told of it."""
    values: dict[str, Value] = {"chat": chat_id}
    db.execute("PRAGMA defer_foreign_keys = ON")  # whatever the order of the tables
    for messages in _MESSAGES:
        hashes = all_rows(db, f"SELECT DISTINCT payload_hash FROM outbox WHERE {messages}", values)  # noqa: S608
        db.execute(f"DELETE FROM outbox WHERE {messages}", values)  # noqa: S608
        for row in hashes:
            drop_orphaned_payload(db, row["payload_hash"])
    for table, owner in tables_of_chats(db):
        if table != "outbox":
            db.execute(f"DELETE FROM {table} WHERE {owner} = :chat", values)  # noqa: S608
