"""Topics that the bot made, and which channels and groups a person looks after from the private chat."""

from __future__ import annotations

from bot.models.articles import CategoryPath
from bot.models.chats import ChatKey
from bot.models.places import MadeTopic, Place
from bot.store.categories import find_category
from bot.store.database import Database
from bot.store.database.rows import Row, Value, all_rows, one_value, text_path
from bot.store.database.worker import Worker
from bot.store.moves import deactivate_topic

_SUBSCRIBE = """INSERT OR IGNORE INTO subscriptions (chat_id, thread_id, category_id)
                VALUES (:chat, :thread, :category)"""
_UNSUBSCRIBE = "DELETE FROM subscriptions WHERE chat_id = :chat AND thread_id = :thread AND category_id = :category"
_FORGET_TOPIC = "DELETE FROM made_topics WHERE chat_id = :chat AND thread_id = :thread"
# What a new topic does not take over from the chat that its category comes from.
_OWN = ("chat_id", "thread_id", "title", "last_digest_at", "active", "paused_until", "strikes", "struck_at")


class MadeTopics:
    """The topics that the bot made, each for one category."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def of(self, chat_id: int) -> list[MadeTopic]:
        """The topics that the bot made in a chat, and whether each is still used."""
        sql = """SELECT thread_id, path, made_from, active, last_digest_at, EXISTS (
                     SELECT 1 FROM subscriptions WHERE subscriptions.chat_id = made_topics.chat_id
                     AND subscriptions.thread_id = made_topics.thread_id
                     AND subscriptions.category_id = made_topics.category_id) AS follows
                 FROM made_topics JOIN categories ON categories.id = category_id JOIN chats USING (chat_id, thread_id)
                 WHERE chat_id = :chat ORDER BY thread_id"""
        rows = await self._worker.read(lambda db: all_rows(db, sql, {"chat": chat_id}))
        return [_topic(row) for row in rows]

    async def add(self, source: ChatKey, thread_id: int, category: CategoryPath, *, title: str) -> None:
        """Let a new topic take over a category from `source`, with its settings, filters and tastes.

        It takes the place of a topic of this category that is gone.
        """

        def write(db: Database) -> None:
            values: dict[str, Value] = {"chat": source.chat_id, "thread": thread_id, "source": source.thread_id}
            values |= {"category": find_category(db, category), "title": title}
            _copy_settings(db, values)
            gone = "SELECT thread_id FROM made_topics WHERE chat_id = :chat AND category_id = :category"
            for row in all_rows(db, gone, values):
                db.execute(_UNSUBSCRIBE, values | {"thread": row["thread_id"]})
                db.execute(_FORGET_TOPIC, values | {"thread": row["thread_id"]})
            db.execute(
                """INSERT INTO made_topics (chat_id, thread_id, category_id, made_from)
                   VALUES (:chat, :thread, :category, :source)""",
                values,
            )
            _move_subscription(db, values)

        await self._worker.write(write)

    async def take_over(self, source: ChatKey, topic: MadeTopic) -> None:
        """Let a topic that there is take over its category from `source` again."""

        def write(db: Database) -> None:
            values: dict[str, Value] = {"chat": source.chat_id, "thread": topic.thread_id, "source": source.thread_id}
            _move_subscription(db, values | {"category": find_category(db, topic.category)})
            _copy_told(db, values)

        await self._worker.write(write)

    async def undo(self, chat_id: int, topic: MadeTopic) -> None:
        """Give a topic's category back to where it came from; the topic itself gets nothing more of it."""

        def write(db: Database) -> None:
            values: dict[str, Value] = {"chat": chat_id, "thread": topic.thread_id}
            values |= {"category": find_category(db, topic.category)}
            if topic.follows:
                db.execute(_SUBSCRIBE, values | {"thread": topic.made_from})
                db.execute(_UNSUBSCRIBE, values)
                _copy_told(db, values | {"thread": topic.made_from, "source": topic.thread_id})
            db.execute(_FORGET_TOPIC, values)
            others = "SELECT 1 FROM subscriptions WHERE chat_id = :chat AND thread_id = :thread"
            if one_value(db, others, values) is None:
                deactivate_topic(db, ChatKey(chat_id=chat_id, thread_id=topic.thread_id), error="topic undone")

        await self._worker.write(write)


class LookedAfter:
    """The channels and groups that people look after. Who may change them is asked of Telegram at every change."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def add(self, person_id: int, chat_id: int) -> None:
        """Remember that a person looks after a chat; it is the latest of theirs from now on."""
        await self._worker.write(
            lambda db: db.execute(
                "INSERT OR REPLACE INTO looked_after (person_id, chat_id) VALUES (:person, :chat)",
                {"person": person_id, "chat": chat_id},
            )
        )

    async def remove(self, person_id: int, chat_id: int) -> None:
        """Forget that a person looks after a chat."""
        await self._worker.write(
            lambda db: db.execute(
                "DELETE FROM looked_after WHERE person_id = :person AND chat_id = :chat",
                {"person": person_id, "chat": chat_id},
            )
        )

    async def of(self, person_id: int, *, limit: int) -> list[Place]:
        """The active chats that a person looks after, the latest first."""
        sql = """SELECT chat_id, title FROM looked_after JOIN chats USING (chat_id)
                 WHERE person_id = :person AND thread_id = 0 AND active = 1
                 ORDER BY looked_after.id DESC LIMIT :limit"""
        rows = await self._worker.read(lambda db: all_rows(db, sql, {"person": person_id, "limit": limit}))
        return [Place(chat_id=row["chat_id"], title=row["title"]) for row in rows]


def _copy_settings(db: Database, values: dict[str, Value]) -> None:
    """Make the topic a chat of its own with the settings, filters and tastes of the source."""
    columns = ", ".join(
        row["name"] for row in all_rows(db, "SELECT name FROM pragma_table_info('chats')") if row["name"] not in _OWN
    )
    db.execute(
        f"""INSERT OR IGNORE INTO chats (chat_id, thread_id, title, active, {columns})
            SELECT chat_id, :thread, :title, 1, {columns} FROM chats WHERE chat_id = :chat AND thread_id = :source""",  # noqa: S608
        values,
    )
    db.execute(
        """INSERT OR IGNORE INTO filters (chat_id, thread_id, kind, hides, value, saved_at)
           SELECT chat_id, :thread, kind, hides, value, saved_at FROM filters
           WHERE chat_id = :chat AND thread_id = :source ORDER BY id""",
        values,
    )
    db.execute(
        """INSERT OR IGNORE INTO tastes (chat_id, thread_id, kind, value, key, weight, changed_at)
           SELECT chat_id, :thread, kind, value, key, weight, changed_at FROM tastes
           WHERE chat_id = :chat AND thread_id = :source ORDER BY id""",
        values,
    )
    _copy_told(db, values)


def _copy_told(db: Database, values: dict[str, Value]) -> None:
    """Tell the topic nothing again that the source was told or muted."""
    db.execute(
        """INSERT INTO sent_stories (chat_id, thread_id, story_id, article_id, sent_at, upto_id)
           SELECT chat_id, :thread, story_id, article_id, sent_at, upto_id FROM sent_stories
           WHERE chat_id = :chat AND thread_id = :source
           ON CONFLICT DO UPDATE SET upto_id = max(upto_id, excluded.upto_id)""",
        values,
    )


def _move_subscription(db: Database, values: dict[str, Value]) -> None:
    db.execute(_SUBSCRIBE, values)
    db.execute(_UNSUBSCRIBE, values | {"thread": values["source"]})


def _topic(row: Row) -> MadeTopic:
    return MadeTopic(
        thread_id=row["thread_id"],
        category=text_path(row["path"]),
        made_from=row["made_from"],
        active=bool(row["active"]),
        follows=bool(row["follows"]),
        used=row["last_digest_at"] is not None,
    )
