"""Digests: each is one row, written in one transaction with its messages, its stories and its chat's progress."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from bot.models.chats import ChatKey
from bot.models.composed import ComposedDigest, Recipient, Section
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
    to_json,
    to_us,
    to_us_or_none,
)
from bot.store.database.worker import Worker
from bot.store.queueing import PayloadCache, QueuedMessage, StoredBody, insert_queued

NO_MORE = 2**62  # beyond the id of any article: the story is told up to its end
# How many published the joined articles: their sources, or in folders of posts their authors.
PUBLISHERS = """count(DISTINCT iif(
    sources.kind = 'folder', coalesce(json_extract(articles.authors, '$[0]'), sources.name), sources.name))"""
KEPT_SECTIONS = 500  # the oldest ones give way
CHATS_AT_ONCE = 200  # at most, whose digests are written in one transaction: with fewer, each writes more pages
WRITE_SECONDS = 0.03  # aimed at for that: other writes wait


def chat_portions(worker: Worker) -> Portions:
    """How many chats' digests or alerts are written in one transaction."""
    return Portions(worker, seconds=WRITE_SECONDS, first=CHATS_AT_ONCE, most=CHATS_AT_ONCE)


class Digests:
    """The digests that were composed for chats."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._kept = KeptSections()
        self._moment: datetime | None = None  # of the digests whose sections are kept
        self._portions = chat_portions(worker)

    async def commit(self, digests: Sequence[ComposedDigest], *, now: datetime) -> int:
        """Write these digests, those of some chats in one transaction; returns how many messages the outbox got.

        A chat gets its whole digest or nothing. It gets nothing if it is gone, inactive, or got another digest since
        `before`. Where a digest of the same slot was written before, only its next due time is set: its stories stay
        untold and come with the next digest.
        """
        if now != self._moment:  # chats share what was drawn at one moment; what was drawn before is never met again
            self._moment, self._kept = now, KeptSections()
        return sum(await self._portions.write(by_chat(digests), partial(_commit, now=now, kept=self._kept)))

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

    async def already_sent_each(
        self, asked: Sequence[tuple[ChatKey | Recipient, Sequence[str]]]
    ) -> list[dict[str, int]]:
        """What `already_sent` says of each of these chats and its stories."""

        def read(db: Database) -> list[dict[str, int]]:
            lists = {id(stories): stories for _, stories in asked}  # many chats are asked about the same stories
            places = {name: place for place, name in enumerate(lists)}
            chats = [(key.chat_id, key.thread_id, places[id(stories)]) for key, stories in asked]
            found: list[dict[str, int]] = [{} for _ in asked]
            for number, story_id, upto_id in db.conn.execute(_SENT_EACH, (to_json([*lists.values()]), to_json(chats))):
                found[number][story_id] = upto_id
            return found

        return await self._worker.read(read)

    async def is_muted(self, key: ChatKey, story_id: str) -> bool:
        """Whether the chat is told nothing of this story any more."""
        return (await self.already_sent(key, [story_id])).get(story_id) == NO_MORE

    async def mute(self, key: ChatKey, article_id: int, *, now: datetime) -> bool:
        """Tell the chat nothing of this article's story any more; False for an article that is not stored."""
        return await self._worker.write(lambda db: _mute(db, key, article_id, now=now))


# What each chat was told of the stories of its list: one statement, since other threads wait for each.
_SENT_EACH = """WITH wanted AS MATERIALIZED (
        SELECT lists.key AS list, stories.value AS story_id
        FROM json_each(?) AS lists CROSS JOIN json_each(lists.value) AS stories
    ), asked AS MATERIALIZED (
        SELECT key AS number, value ->> 0 AS chat_id, value ->> 1 AS thread_id, value ->> 2 AS list FROM json_each(?)
    )
    SELECT number, sent_stories.story_id, upto_id
    FROM asked CROSS JOIN wanted USING (list) CROSS JOIN sent_stories USING (chat_id, thread_id, story_id)"""
# What a chat was told of some stories.
SENT_STORIES = """SELECT story_id, upto_id FROM sent_stories WHERE chat_id = ? AND thread_id = ?
           AND story_id IN (SELECT value FROM json_each(?))"""


class _Stored(NamedTuple):
    """The sections of a digest as they are stored."""

    categories: str
    messages: tuple[tuple[StoredBody, int, str], ...]  # each with its section, and how its dedupe key ends
    told: tuple[tuple[int, str], ...]  # by section: its stories with the articles that told them


class _Shared(NamedTuple):
    """A digest but for its chats, with the values that the statements take."""

    slot: str
    standing: tuple[Value, ...]  # where its chats stand: their cursor, last digest, and messages of alerts
    columns: tuple[Value, ...]  # of its row: slot, window, and since when
    upto_id: int
    next_at: int | None
    sections: tuple[Section, ...]


ChatDigest = tuple[Recipient, _Shared]  # the digest of one chat


def by_chat(digests: Iterable[ComposedDigest]) -> list[ChatDigest]:
    """Each chat with its digest, in the order of chats, whose rows lie in the same pages then."""
    found: list[ChatDigest] = []
    for digest in digests:
        before = digest.before
        shared = _Shared(
            digest.slot,
            (before.cursor, to_us_or_none(before.last_digest_at), before.alerts_told),
            (digest.slot, digest.after_id, digest.upto_id, to_us(digest.since)),
            digest.upto_id,
            to_us_or_none(digest.next_digest_at),
            digest.sections,
        )
        found += [(chat, shared) for chat in digest.recipients]
    return sorted(found, key=lambda row: row[0][:2])


class KeptSections:
    """Sections as they are stored, by the very tuple of them: many chats get the same digest."""

    def __init__(self) -> None:
        self._payloads = PayloadCache()
        self._kept: dict[int, tuple[tuple[Section, ...], _Stored]] = {}

    def of(self, sections: tuple[Section, ...]) -> _Stored:
        """How they are stored."""
        found = self._kept.get(id(sections))
        if found is None:
            while len(self._kept) >= KEPT_SECTIONS:
                del self._kept[next(iter(self._kept))]
            # The sections stay with it, so that they keep their id.
            found = self._kept[id(sections)] = (sections, self._stored(sections))
        return found[1]

    def _stored(self, sections: tuple[Section, ...]) -> _Stored:
        return _Stored(
            json_list(None if section.category is None else path_text(section.category) for section in sections),
            tuple(
                (self._payloads.of(body), place, f"{path_text(section.category or ())}:{number}")
                for place, section in enumerate(sections)
                for number, body in enumerate(section.messages)
            ),
            tuple(
                (place, to_json({story.story_id: story.article_id for story in section.stories}))
                for place, section in enumerate(sections)
            ),
        )


def _commit(db: Database, digests: Sequence[ChatDigest], *, now: datetime, kept: KeptSections) -> int:
    current = _open(db, digests)
    fresh = [(chat, shared) for (chat, shared), is_written in current if shared.sections and not is_written]
    inserted = write_digests(db, fresh, now=now, kept=kept)
    _move_on(db, current, now)
    return inserted


def write_digests(
    db: Database, digests: Sequence[ChatDigest], *, now: datetime, kept: KeptSections, alerts: bool = False
) -> int:
    """Write these digests with their messages, and what they tell; returns how many messages the outbox got.

    `alerts`: they are the messages of alerts, which move nothing.
    """
    ids, at = next_ids(db, "digests", len(digests)), to_us(now)
    numbered = [(number, *row, kept.of(row[1].sections)) for number, row in zip(ids, digests, strict=True)]
    insert_rows(
        db,
        """INSERT INTO digests (id, chat_id, thread_id, due_at, composed_at, is_alert, categories, slot, after_id,
                                upto_id, since_at)""",
        [
            (number, *chat[:2], to_us_or_none(chat.due_at), at, alerts, stored.categories, *shared.columns)
            for number, chat, shared, stored in numbered
        ],
    )
    _mark_told(db, numbered, at)
    return insert_queued(db, [message for row in numbered for message in _messages(*row)], now=now)


def _open(db: Database, digests: Sequence[ChatDigest]) -> list[tuple[ChatDigest, bool]]:
    """Those of the digests for which there is a place, each with whether its slot was written and not taken back.

    There is one if the chat takes digests and got none, nor an alert, since. A first digest may leave the cursor
    where it was.
    """
    sql = f"""WITH composed (number, chat_id, thread_id, slot, cursor, last_at, alerts_told) AS (
                  VALUES {marks(len(digests), 7)}
              )
              SELECT json_group_array(json_array(number, EXISTS (
                  SELECT 1 FROM digests WHERE digests.chat_id = chats.chat_id
                  AND digests.thread_id = chats.thread_id AND digests.slot = composed.slot AND taken_back_at IS NULL)))
              FROM composed CROSS JOIN chats USING (chat_id, thread_id)
              WHERE active = 1 AND chats.cursor = composed.cursor AND last_digest_at IS last_at
              AND chats.alerts_told = composed.alerts_told"""  # noqa: S608
    values: list[Value] = []
    for number, (chat, shared) in enumerate(digests):
        values += (number, *chat[:2], shared.slot, *shared.standing)
    # One row has all, since threads may wait for each other at each.
    return [
        (digests[number], bool(is_written))
        for number, is_written in json.loads(db.conn.execute(sql, values).fetchone()[0])
    ]


def _messages(digest_id: int, chat: Recipient, shared: _Shared, stored: _Stored) -> Iterator[QueuedMessage]:
    chat_id, thread_id, _ = chat
    for body, section, name in stored.messages:
        key = f"{body.kind}:{chat_id}:{thread_id}:{shared.slot}:{name}"
        yield QueuedMessage(body, chat_id, thread_id, key, digest_id, section)


def _mark_told(db: Database, numbered: Iterable[tuple[int, Recipient, _Shared, _Stored]], at: int) -> None:
    insert_rows(
        db,
        "WITH told (chat_id, thread_id, sent_at, upto_id, digest_id, section, stories) AS (",
        # A chat's stories are one value of many: SQLite takes them apart while other threads run.
        [
            (*chat[:2], at, shared.upto_id, digest_id, section, stories)
            for digest_id, chat, shared, stored in numbered
            for section, stories in stored.told
        ],
        conflict=""")
           INSERT INTO sent_stories (chat_id, thread_id, story_id, article_id, sent_at, upto_id, digest_id, section)
           SELECT chat_id, thread_id, story.key, story.value, sent_at, upto_id, digest_id, section
           FROM told CROSS JOIN json_each(told.stories) AS story WHERE true
           ON CONFLICT DO UPDATE SET article_id = excluded.article_id, sent_at = excluded.sent_at,
           upto_id = max(upto_id, excluded.upto_id), digest_id = excluded.digest_id, section = excluded.section""",
    )


def _move_on(db: Database, digests: Sequence[tuple[ChatDigest, bool]], now: datetime) -> None:
    """Move the chats' cursors and schedules; only the schedule where the slot was written before."""
    if not digests:
        return
    sql = f"""WITH moved (chat_id, thread_id, due, upto, last_at, next_due) AS (VALUES {marks(len(digests), 6)})
              UPDATE chats SET cursor = max(cursor, upto), last_digest_at = coalesce(last_at, last_digest_at),
              next_digest_at = iif(next_digest_at = due, next_due, next_digest_at)
              FROM moved WHERE chats.chat_id = moved.chat_id AND chats.thread_id = moved.thread_id"""  # noqa: S608
    at = to_us(now)
    values: list[Value] = []
    for (chat, shared), is_written in digests:
        upto = 0 if is_written and shared.sections else shared.upto_id
        last_at = at if shared.sections and not is_written else None
        values += (*chat[:2], to_us_or_none(chat.due_at), upto, last_at, shared.next_at)
    db.conn.execute(sql, values)


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
