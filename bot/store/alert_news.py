"""What alerts found: how far the articles were looked through, what waits to be told, and the messages that tell it.

A finding and the mark of how far articles were looked through are written in one transaction, and so are a message and
the end of its findings: none is lost, and none comes twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.models.alerts import Alert, AlertProgress, DueFindings, Finding, ToldAlerts
from bot.models.articles import Article
from bot.models.chats import ChatKey
from bot.store.database import Database
from bot.store.database.article_rows import ARTICLE, NO_BLOCKS, article_of
from bot.store.database.chat_rows import chat_of
from bot.store.database.rows import Row, Value, all_rows, from_us_or_none, insert_rows, json_list, one_row, to_us
from bot.store.database.worker import Worker
from bot.store.digests import SENT_STORIES, KeptSections, by_chat, chat_portions, write_digests
from bot.store.page_queue import settled_id

LIMITED_PERIOD = timedelta(hours=1)  # within which the messages of alerts are counted
UPTO_FACT = "alerts_upto"

# Chats with something due, those that wait longest first.
_DUE = """SELECT chat_id, thread_id, min(due_at) AS due FROM alert_news
    JOIN alerts ON alerts.id = alert_id JOIN chats USING (chat_id, thread_id)
    WHERE due_at <= :now AND active = 1 AND coalesce(paused_until, 0) <= :now
    GROUP BY chat_id, thread_id ORDER BY due LIMIT :limit"""
_FINDINGS = """SELECT alerts.id, words, story_id, article_id, was_held
    FROM alerts JOIN alert_news ON alert_id = alerts.id
    WHERE chat_id = ? AND thread_id = ? AND due_at <= ? ORDER BY article_id, alerts.id"""
_LATELY = """SELECT count(*) AS messages, min(composed_at) AS first FROM digests
    WHERE chat_id = ? AND thread_id = ? AND is_alert = 1 AND taken_back_at IS NULL AND composed_at > ?"""
# New tellings of stories that somebody follows. CROSS JOIN: from the new articles, which are few.
_FOLLOWED = """FROM articles CROSS JOIN alerts ON alerts.story_id = articles.story_id
    WHERE articles.id > :after AND articles.id <= :upto AND pushable = 1 AND ended_at IS NULL
    AND after_id < articles.id"""


class AlertNews:
    """What alerts found."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker
        self._portions = chat_portions(worker)

    async def progress(self, *, now: datetime) -> AlertProgress:
        """How far the articles were looked through, and whether the alerts changed."""

        def read(db: Database) -> AlertProgress:
            sql = "SELECT name, value FROM facts WHERE name IN ('alerts_version', :upto)"
            facts = {row["name"]: row["value"] for row in all_rows(db, sql, {"upto": UPTO_FACT})}
            words = one_row(db, "SELECT 1 FROM alerts WHERE story_id IS NULL AND ended_at IS NULL LIMIT 1")
            return AlertProgress(
                upto_id=int(facts[UPTO_FACT]) if UPTO_FACT in facts else None,
                settled_id=settled_id(db, now),
                version=facts.get("alerts_version", ""),
                any_words=words is not None,
            )

        return await self._worker.read(read)

    async def arrivals(self, *, after_id: int, upto_id: int) -> list[Article]:
        """The pushable articles with ids in (after_id, upto_id], without their blocks and categories."""
        sql = f"""SELECT {ARTICLE}, {NO_BLOCKS} FROM articles JOIN sources ON sources.id = source_id
                  WHERE articles.id > :after AND articles.id <= :upto AND pushable = 1 ORDER BY articles.id"""  # noqa: S608
        values: dict[str, Value] = {"after": after_id, "upto": upto_id}
        return [article_of(row, ()) for row in await self._worker.read(lambda db: all_rows(db, sql, values))]

    async def record(
        self, found: Mapping[int, Sequence[str]], *, after_id: int | None, upto_id: int, now: datetime
    ) -> int:
        """Note which words of alerts were found, by article, and that articles were looked through; returns how many.

        To the alerts with words come those of followed stories, with articles above `after_id` (None: of none).
        """
        return await self._worker.write(partial(_record, found=found, after_id=after_id, upto_id=upto_id, now=now))

    async def due(self, *, now: datetime, limit: int) -> list[DueFindings]:
        """What is due by chat, for active chats that take messages."""
        return await self._worker.read(lambda db: _due(db, now, limit))

    async def hold(self, held: Iterable[tuple[Finding, datetime]]) -> None:
        """Tell these findings not before then, and together with all others that are held."""
        rows = [(to_us(until), finding.alert.id, finding.article_id) for finding, until in held]
        sql = "UPDATE alert_news SET due_at = ?, was_held = 1 WHERE alert_id = ? AND article_id = ?"
        await self._worker.write(lambda db: db.conn.executemany(sql, rows))

    async def put_off(self, findings: Iterable[Finding], until: datetime) -> None:
        """Try these findings again then."""
        rows = [(to_us(until), finding.alert.id, finding.article_id) for finding in findings]
        sql = "UPDATE alert_news SET due_at = ? WHERE alert_id = ? AND article_id = ?"
        await self._worker.write(lambda db: db.conn.executemany(sql, rows))

    async def commit(self, told: Sequence[ToldAlerts], *, now: datetime) -> int:
        """Write these messages, and end what they tell; returns how many messages the outbox got.

        A chat that is gone, or was told something else meanwhile, gets nothing: its findings stay.
        """
        return sum(await self._portions.write(told, partial(_commit, now=now)))


def _record(
    db: Database, *, found: Mapping[int, Sequence[str]], after_id: int | None, upto_id: int, now: datetime
) -> int:
    rows = insert_rows(
        db,
        """INSERT INTO alert_news (alert_id, article_id, due_at)
           SELECT alerts.id, article, due FROM (SELECT '' AS found, 0 AS article, 0 AS due WHERE 0 UNION ALL""",
        [(words, article, to_us(now)) for article, matched in found.items() for words in matched],
        conflict=""") CROSS JOIN alerts ON words = found CROSS JOIN articles ON articles.id = article
           WHERE alerts.story_id IS NULL AND ended_at IS NULL AND after_id < article ON CONFLICT DO NOTHING""",
    )
    values: dict[str, Value] = {"after": after_id, "upto": upto_id, "now": to_us(now), "fact": UPTO_FACT}
    if after_id is not None:
        rows += db.execute(
            f"""INSERT INTO alert_news (alert_id, article_id, due_at) SELECT alerts.id, articles.id, :now {_FOLLOWED}
                ON CONFLICT DO NOTHING""",
            values,
        ).rowcount
        db.execute(f"UPDATE alerts SET news_at = :now WHERE id IN (SELECT alerts.id {_FOLLOWED})", values)  # noqa: S608
    db.execute(
        """INSERT INTO facts (name, value) VALUES (:fact, :upto)
           ON CONFLICT (name) DO UPDATE SET value = max(CAST(value AS INTEGER), CAST(:upto AS INTEGER))""",
        values,
    )
    return rows


def _due(db: Database, now: datetime, limit: int) -> list[DueFindings]:
    found = []
    for row in all_rows(db, _DUE, {"now": to_us(now), "limit": limit}):
        key = (row["chat_id"], row["thread_id"])
        chat = db.conn.execute("SELECT * FROM chats WHERE chat_id = ? AND thread_id = ?", key).fetchone()
        findings = db.conn.execute(_FINDINGS, (*key, to_us(now))).fetchall()
        lately = db.conn.execute(_LATELY, (*key, to_us(now - LIMITED_PERIOD))).fetchone()
        found.append(
            DueFindings(
                chat=chat_of(chat),
                findings=tuple(map(_finding, findings)),
                lately=lately["messages"],
                first_lately_at=from_us_or_none(lately["first"]),
            )
        )
    return found


def _finding(row: Row) -> Finding:
    alert = Alert(id=row["id"], words=row["words"], story_id=row["story_id"])
    return Finding(alert=alert, article_id=row["article_id"], was_held=bool(row["was_held"]))


def _commit(db: Database, told: Iterable[ToldAlerts], *, now: datetime) -> int:
    current = [alerts for alerts in told if _is_current(db, alerts)]
    settled = [(finding.alert.id, finding.article_id) for alerts in current for finding in alerts.findings]
    db.conn.executemany("DELETE FROM alert_news WHERE alert_id = ? AND article_id = ?", settled)
    messages = by_chat(digest for alerts in current for digest in alerts.messages)
    inserted = write_digests(db, messages, now=now, kept=KeptSections(), alerts=True)
    db.conn.executemany(
        "UPDATE chats SET alerts_told = alerts_told + 1 WHERE chat_id = ? AND thread_id = ?",
        [_key(alerts.chat.key) for alerts in current if alerts.messages],
    )
    return inserted


def _is_current(db: Database, alerts: ToldAlerts) -> bool:
    """Whether the chat takes messages, and was told none of these stories meanwhile, by a digest or by alerts."""
    shown = {
        story.story_id: story.article_id
        for digest in alerts.messages
        for section in digest.sections
        for story in section.stories
    }
    key = _key(alerts.chat.key)
    takes = "SELECT 1 FROM chats WHERE chat_id = ? AND thread_id = ? AND active = 1 AND alerts_told = ?"
    if db.conn.execute(takes, (*key, alerts.chat.alerts_told)).fetchone() is None:
        return False
    told = db.conn.execute(SENT_STORIES, (*key, json_list(shown))).fetchall()
    return all(upto_id < shown[story_id] for story_id, upto_id in told)


def _key(key: ChatKey) -> tuple[int, int]:
    return key.chat_id, key.thread_id
