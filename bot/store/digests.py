"""Digests: each is one row, written in one transaction with its messages, its stories and its chat's progress."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache, partial

from bot.models.articles import CategoryPath
from bot.models.chats import Chat, ChatKey
from bot.models.composed import ComposedDigest
from bot.store.database import Database
from bot.store.database.portions import Portions
from bot.store.database.rows import (
    Value,
    all_rows,
    here,
    insert_rows,
    json_list,
    marks,
    next_ids,
    path_text,
    to_us,
    to_us_or_none,
)
from bot.store.database.worker import Worker
from bot.store.queueing import PayloadCache, QueuedMessage, insert_messages

NO_MORE = 2**62  # beyond the id of any article: the story is told up to its end
# How many published the joined articles: their sources, or in folders of posts their authors.
PUBLISHERS = """count(DISTINCT iif(
    sources.kind = 'folder', coalesce(json_extract(articles.authors, '$[0]'), sources.name), sources.name))"""
CHATS_AT_ONCE = 50  # at most, whose digests are written in one transaction: no other write waits long
WRITE_SECONDS = 0.04  # aimed at for that


def chat_portions(worker: Worker) -> Portions:
    """How many chats' digests or alerts are written in one transaction."""
    return Portions(worker, seconds=WRITE_SECONDS, first=CHATS_AT_ONCE, most=CHATS_AT_ONCE)


class Digests:
    """The digests that were composed for chats."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._payloads = PayloadCache()
        self._moment: datetime | None = None  # of the digests whose payloads are kept
        self._portions = chat_portions(worker)

    async def commit(self, digests: Sequence[ComposedDigest], *, now: datetime) -> int:
        """Write these digests, those of some chats in one transaction; returns how many messages the outbox got.

        A chat gets its whole digest or nothing. It gets nothing if it is gone, inactive, or got another digest since
        `before`. Where a digest of the same slot was written before, only its next due time is set: its stories stay
        untold and come with the next digest.
        """
        if now != self._moment:  # chats share what was drawn at one moment; what was drawn before is never met again
            self._moment, self._payloads = now, PayloadCache()
        return sum(await self._portions.write(digests, partial(_commit, now=now, payloads=self._payloads)))

    async def already_sent(self, key: ChatKey, story_ids: Sequence[str]) -> dict[str, int]:
        """Those of the stories that this chat was told, each with the last article id it was told up to."""
        sql = """SELECT story_id, upto_id FROM sent_stories WHERE chat_id = :chat AND thread_id = :thread
                 AND story_id IN (SELECT value FROM json_each(:stories))"""
        values: dict[str, Value] = {
            "chat": key.chat_id,
            "thread": key.thread_id,
            "stories": json_list(story_ids),
        }
        rows = await self._worker.read(lambda db: all_rows(db, sql, values))
        return {row["story_id"]: row["upto_id"] for row in rows}

    async def already_sent_each(self, asked: Sequence[tuple[ChatKey, Sequence[str]]]) -> list[dict[str, int]]:
        """What `already_sent` says of each of these chats and its stories."""

        def read(db: Database) -> list[dict[str, int]]:
            lists: dict[int, str] = {}  # many chats are asked about the same stories
            found = []
            for key, stories in asked:
                text = lists.get(id(stories)) or lists.setdefault(id(stories), json_list(stories))
                found.append(dict(map(tuple, db.conn.execute(SENT_STORIES, (key.chat_id, key.thread_id, text)))))
            return found

        return await self._worker.read(read)

    async def is_muted(self, key: ChatKey, story_id: str) -> bool:
        """Whether the chat is told nothing of this story any more."""
        return (await self.already_sent(key, [story_id])).get(story_id) == NO_MORE

    async def mute(self, key: ChatKey, article_id: int, *, now: datetime) -> bool:
        """Tell the chat nothing of this article's story any more; False for an article that is not stored."""
        return await self._worker.write(lambda db: _mute(db, key, article_id, now=now))


# What a chat was told of some stories.
SENT_STORIES = """SELECT story_id, upto_id FROM sent_stories WHERE chat_id = ? AND thread_id = ?
           AND story_id IN (SELECT value FROM json_each(?))"""


def _commit(db: Database, digests: Sequence[ComposedDigest], *, now: datetime, payloads: PayloadCache) -> int:
    found = _open(db, digests)
    current = [(digest, bool(is_written and digest.sections)) for digest, is_written in found]
    fresh = [digest for digest, is_written in current if digest.sections and not is_written]
    inserted = write_digests(db, fresh, now=now, payloads=payloads)
    _move_on(db, current, now)
    return inserted


def write_digests(
    db: Database, digests: Sequence[ComposedDigest], *, now: datetime, payloads: PayloadCache, alerts: bool = False
) -> int:
    """Write these digests with their messages, and what they tell; returns how many messages the outbox got.

    `alerts`: they are the messages of alerts, which move nothing.
    """
    numbered = list(zip(_insert(db, digests, now, alerts=alerts), digests, strict=True))
    queued = [message for digest_id, digest in numbered for message in _messages(digest, digest_id)]
    _mark_told(db, numbered, now)
    return insert_messages(db, queued, now=now, payloads=payloads)


def _open(db: Database, digests: Sequence[ComposedDigest]) -> list[tuple[ComposedDigest, bool]]:
    """Those of the digests for which there is a place, each with whether its slot was written and not taken back.

    There is one if the chat takes digests and got none, nor an alert, since. A first digest may leave the cursor
    where it was.
    """
    if not digests:
        return []
    sql = f"""WITH composed (number, chat_id, thread_id, slot, cursor, last_at, alerts_told) AS (
                  VALUES {marks(len(digests), 7)}
              )
              SELECT number, EXISTS (SELECT 1 FROM digests WHERE digests.chat_id = chats.chat_id
                  AND digests.thread_id = chats.thread_id AND digests.slot = composed.slot AND taken_back_at IS NULL)
              FROM composed CROSS JOIN chats USING (chat_id, thread_id)
              WHERE active = 1 AND chats.cursor = composed.cursor AND last_digest_at IS last_at
              AND chats.alerts_told = composed.alerts_told"""  # noqa: S608
    values: list[Value] = []
    for number, digest in enumerate(digests):
        before = digest.before
        last_at = to_us_or_none(before.last_digest_at)
        values += (number, *_key(before), digest.slot, before.cursor, last_at, before.alerts_told)
    return [(digests[number], bool(is_written)) for number, is_written in db.conn.execute(sql, values)]


def _insert(db: Database, digests: Sequence[ComposedDigest], now: datetime, *, alerts: bool) -> range:
    """Insert the rows of these digests; returns their ids."""
    ids, at = next_ids(db, "digests", len(digests)), to_us(now)
    insert_rows(
        db,
        """INSERT INTO digests (id, chat_id, thread_id, slot, categories, after_id, upto_id, since_at, due_at,
                                composed_at, is_alert)""",
        (
            (
                digest_id,
                *_key(digest.before),
                digest.slot,
                _paths(tuple([section.category for section in digest.sections])),
                digest.after_id,
                digest.upto_id,
                to_us(digest.since),
                to_us_or_none(digest.due_at),
                at,
                alerts,
            )
            for digest_id, digest in zip(ids, digests, strict=True)
        ),
    )
    return ids


@lru_cache(maxsize=1024)  # many chats follow the same categories
def _paths(categories: tuple[CategoryPath | None, ...]) -> str:
    return json_list(None if category is None else path_text(category) for category in categories)


def _messages(digest: ComposedDigest, digest_id: int) -> Iterable[QueuedMessage]:
    for number, section in enumerate(digest.sections):
        for message in section.messages:
            yield QueuedMessage(message, digest_id, number)


def _mark_told(db: Database, numbered: Iterable[tuple[int, ComposedDigest]], now: datetime) -> None:
    at = to_us(now)
    insert_rows(
        db,
        "INSERT INTO sent_stories (chat_id, thread_id, story_id, article_id, sent_at, upto_id, digest_id, section)",
        conflict="""ON CONFLICT DO UPDATE SET article_id = excluded.article_id, sent_at = excluded.sent_at,
           upto_id = max(upto_id, excluded.upto_id), digest_id = excluded.digest_id, section = excluded.section""",
        rows=(
            (chat_id, thread_id, story.story_id, story.article_id, at, digest.upto_id, digest_id, number)
            for digest_id, digest in numbered
            for chat_id, thread_id in (_key(digest.before),)
            for number, section in enumerate(digest.sections)
            for story in section.stories
        ),
    )


def _move_on(db: Database, digests: Sequence[tuple[ComposedDigest, bool]], now: datetime) -> None:
    """Move the chats' cursors and schedules; only the schedule where the slot was written before."""
    if not digests:
        return
    sql = f"""WITH moved (chat_id, thread_id, upto, last_at, due, next_due) AS (VALUES {marks(len(digests), 6)})
              UPDATE chats SET cursor = max(cursor, upto), last_digest_at = coalesce(last_at, last_digest_at),
              next_digest_at = iif(next_digest_at = due, next_due, next_digest_at)
              FROM moved WHERE chats.chat_id = moved.chat_id AND chats.thread_id = moved.thread_id"""  # noqa: S608
    at = to_us(now)
    values: list[Value] = []
    for digest, is_written in digests:
        upto = 0 if is_written else digest.upto_id
        last_at = at if digest.sections and not is_written else None
        due, next_due = to_us_or_none(digest.due_at), to_us_or_none(digest.next_digest_at)
        values += (*_key(digest.before), upto, last_at, due, next_due)
    db.conn.execute(sql, values)


def _key(chat: Chat) -> tuple[int, int]:
    return chat.key.chat_id, chat.key.thread_id


def _mute(db: Database, key: ChatKey, article_id: int, *, now: datetime) -> bool:
    """Tell the chat nothing of this article's story any more; False for an article that is not stored."""
    values = {**here(key), "article": article_id, "now": to_us(now), "end": NO_MORE}
    changed = db.execute(
        """INSERT INTO sent_stories (chat_id, thread_id, story_id, article_id, sent_at, upto_id)
           SELECT :chat, :thread, story_id, id, :now, :end FROM articles WHERE id = :article
           ON CONFLICT DO UPDATE SET upto_id = :end""",
        values,
    )
    return changed.rowcount > 0
