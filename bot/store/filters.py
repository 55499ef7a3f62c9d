"""Rules of chats, muted sources and stories, the sources that can be muted; and tastes, learnt from presses."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any

from bot.models.chats import ChatKey
from bot.models.filters import MAX_TASTES, MAX_WEIGHT, Lesson, Publisher, Rule, RuleKind, SavedRule, Taste, TasteKind
from bot.store.database import Database
from bot.store.database.rows import HERE, Row, all_rows, here, one_row, rows_of_chats, to_us
from bot.store.database.worker import Worker
from bot.store.digests import NO_MORE

RECENT_ARTICLES = 20_000  # among which authors in folders of posts are looked for


class Filters:
    """The rules of chats, and what each chat muted."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def add(self, key: ChatKey, rules: Sequence[Rule], *, now: datetime) -> None:
        """Give a stored chat these rules; those it has stay as they are."""

        def write(db: Database) -> None:
            db.conn.executemany(
                """INSERT INTO filters (chat_id, thread_id, kind, hides, value, saved_at) VALUES (?, ?, ?, ?, ?, ?)
                   ON CONFLICT DO NOTHING""",
                [(key.chat_id, key.thread_id, rule.kind.value, rule.hides, rule.value, to_us(now)) for rule in rules],
            )

        await self._worker.write(write)

    async def of(self, key: ChatKey) -> list[SavedRule]:
        """The rules of a chat and the sources it muted, in the order in which they were saved."""
        sql = f"SELECT * FROM filters WHERE {HERE} ORDER BY id"  # noqa: S608
        return [_saved(row) for row in await self._worker.read(lambda db: all_rows(db, sql, here(key)))]

    async def of_each(self, keys: Sequence[ChatKey]) -> dict[ChatKey, frozenset[Rule]]:
        """The rules of each of these chats; a chat without any is missing."""

        def read(db: Database) -> dict[ChatKey, frozenset[Rule]]:
            found = rows_of_chats(db, keys, "kind, hides, value", "filters")
            return {key: frozenset(map(_rule, rows)) for key, rows in found.items()}

        return await self._worker.read(read)

    async def remove(self, key: ChatKey, rule_id: int) -> Rule | None:
        """Remove a rule of this chat and return it; None if the chat has none of this id."""

        def write(db: Database) -> Rule | None:
            values = {**here(key), "id": rule_id}
            row = one_row(db, f"SELECT * FROM filters WHERE {HERE} AND id = :id", values)  # noqa: S608
            db.execute(f"DELETE FROM filters WHERE {HERE} AND id = :id", values)  # noqa: S608
            return None if row is None else _saved(row).rule

        return await self._worker.write(write)

    async def in_use(self) -> list[Rule]:
        """The rules of all chats, each once."""
        sql = "SELECT DISTINCT kind, hides, value FROM filters"
        return [_rule(row) for row in await self._worker.read(lambda db: all_rows(db, sql))]

    async def muted_stories(self, key: ChatKey, *, limit: int) -> list[int]:
        """The stories that a chat muted, the last one first, each by the article that it was muted by or told with."""
        sql = f"""SELECT article_id FROM sent_stories WHERE {HERE} AND upto_id = :end
                  ORDER BY sent_at DESC, article_id DESC LIMIT :limit"""  # noqa: S608
        values = {**here(key), "end": NO_MORE, "limit": limit}
        return [row["article_id"] for row in await self._worker.read(lambda db: all_rows(db, sql, values))]

    async def unmute_story(self, key: ChatKey, article_id: int) -> bool:
        """Tell a chat again what is new in a story that it muted; False if it did not."""
        sql = f"""UPDATE sent_stories SET upto_id = (SELECT max(id) FROM articles)
                  WHERE {HERE} AND upto_id = :end AND (
                      article_id = :article OR story_id = (SELECT story_id FROM articles WHERE id = :article))"""  # noqa: S608
        values = {**here(key), "article": article_id, "end": NO_MORE}
        return await self._worker.write(lambda db: db.execute(sql, values).rowcount > 0)

    async def publishers(self) -> list[Publisher]:
        """Who published articles, by name: all sources, and the authors of the newest articles in folders of posts.

        Of a folder there is an article only if one of the newest has no author: else its authors publish.
        """
        sql = """SELECT name, iif(kind = 'folder',
                     (SELECT max(id) FROM articles WHERE source_id = sources.id AND authors = '[]'
                      AND id > (SELECT max(id) FROM articles) - :recent),
                     (SELECT max(id) FROM articles WHERE source_id = sources.id)) AS article_id FROM sources
                 UNION ALL SELECT json_extract(authors, '$[0]') AS name, max(articles.id)
                 FROM articles JOIN sources ON sources.id = source_id
                 WHERE articles.id > (SELECT max(id) FROM articles) - :recent AND sources.kind = 'folder'
                 AND authors <> '[]' GROUP BY 1 ORDER BY 1"""
        rows = await self._worker.read(lambda db: all_rows(db, sql, {"recent": RECENT_ARTICLES}))
        return [Publisher(name=row["name"], article_id=row["article_id"]) for row in rows]

    async def told_last(self, key: ChatKey, *, limit: int) -> list[int]:
        """Articles of the stories in the chat's last digest, one of each source: those shown come first."""
        sql = """SELECT min(articles.id) AS id, min(articles.id <> sent.article_id) AS beside
                 FROM sent_stories AS sent JOIN articles ON articles.story_id = sent.story_id
                 JOIN sources ON sources.id = articles.source_id
                 WHERE sent.chat_id = :chat AND sent.thread_id = :thread AND sent.digest_id = (
                     SELECT max(id) FROM digests
                     WHERE chat_id = :chat AND thread_id = :thread AND taken_back_at IS NULL AND is_alert = 0)
                 GROUP BY source_id, iif(sources.kind = 'folder', authors, NULL)
                 ORDER BY beside, sent.section, id LIMIT :limit"""
        values = {**here(key), "limit": limit}
        return [row["id"] for row in await self._worker.read(lambda db: all_rows(db, sql, values))]


class Tastes:
    """The tastes of chats."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def learn(self, key: ChatKey, lessons: Sequence[Lesson], *, more: bool, now: datetime) -> tuple[Lesson, ...]:
        """Weigh these things by one for a stored chat, up or down; returns those that were not at the end already."""
        step = 1 if more else -1

        def write(db: Database) -> tuple[Lesson, ...]:
            sql = f"SELECT kind, key FROM tastes WHERE {HERE} AND weight = :end"  # noqa: S608
            ended = {tuple(row) for row in all_rows(db, sql, {**here(key), "end": step * MAX_WEIGHT})}
            db.conn.executemany(
                f"""INSERT INTO tastes (chat_id, thread_id, kind, value, key, weight, changed_at)
                   VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
                   weight = max(-{MAX_WEIGHT}, min({MAX_WEIGHT}, weight + excluded.weight)),
                   value = excluded.value, changed_at = excluded.changed_at""",  # noqa: S608
                [
                    (key.chat_id, key.thread_id, lesson.kind.value, lesson.value, lesson.key, step, to_us(now))
                    for lesson in lessons
                ],
            )
            db.execute(f"DELETE FROM tastes WHERE {HERE} AND weight = 0", here(key))  # noqa: S608
            db.execute(
                f"""DELETE FROM tastes WHERE id IN (
                        SELECT id FROM tastes WHERE {HERE} ORDER BY changed_at DESC, id DESC LIMIT -1 OFFSET :most)""",  # noqa: S608
                {**here(key), "most": MAX_TASTES},
            )
            return tuple(lesson for lesson in lessons if (lesson.kind.value, lesson.key) not in ended)

        return await self._worker.write(write)

    async def of(self, key: ChatKey) -> list[Taste]:
        """The tastes of a chat, the last changed one first."""
        sql = f"SELECT id, kind, value, key, weight FROM tastes WHERE {HERE} ORDER BY changed_at DESC, id"  # noqa: S608
        return [_taste(row) for row in await self._worker.read(lambda db: all_rows(db, sql, here(key)))]

    async def forget(self, key: ChatKey, taste_id: int | None = None) -> bool:
        """Forget a taste of this chat, or all; False if there was nothing to forget."""
        sql = f"DELETE FROM tastes WHERE {HERE} AND id = coalesce(:id, id)"  # noqa: S608
        values = {**here(key), "id": taste_id}
        return await self._worker.write(lambda db: db.execute(sql, values).rowcount > 0)


@lru_cache(maxsize=4096)  # many chats have the same ones
def rules_of(text: str) -> frozenset[Rule]:
    """Rules as a list in JSON of kinds, whether each hides, and values."""
    return frozenset(map(_rule, json.loads(text)))


def tastes_of(text: str) -> frozenset[Taste]:
    """Tastes as a list in JSON of ids, kinds, values, keys and weights."""
    return frozenset(map(_taste, json.loads(text)))


def _rule(row: Iterable[Any]) -> Rule:
    kind, hides, value = row
    return Rule(kind=RuleKind(kind), hides=bool(hides), value=value)


def _saved(row: Row) -> SavedRule:
    return SavedRule(id=row["id"], rule=_rule((row["kind"], row["hides"], row["value"])))


def _taste(row: Iterable[Any]) -> Taste:
    number, kind, value, key, weight = row
    return Taste(id=number, lesson=Lesson(kind=TasteKind(kind), value=value, key=key), weight=weight)
