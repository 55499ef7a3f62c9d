"""A database with many chats, written row by row: what benchmarks of the store run on.

`fill` writes the chats with their subscriptions, the news of a day, and what a day of digests leaves behind.
"""

from __future__ import annotations

import contextlib
import json
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from bot.models.chats import DigestMode, Schedule
from bot.store import Store
from bot.store.database.chat_rows import SCHEDULE
from bot.store.database.rows import to_us
from bot.store.database.worker import connect

_LANGUAGES = ("original", "original", "en", "zh-Hant", "es")
_SENTENCE = "The council of district {number} decided on item {item} after a long debate about its costs. "


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """How many of each; `told_stories` a chat and day."""

    chats: int
    categories: int = 50
    articles: int = 2000  # of the last day, spread over the categories
    subscriptions: int = 2  # of a chat
    told_days: Sequence[float] = ()  # ages in days of the digests that each chat had
    told_stories: int = 10
    pictures: bool = False
    due_within: timedelta = timedelta(days=1)  # the next digests are spread over this time
    distinct: int = 0  # so many combinations of categories at most; 0: any


async def fill(database: Path, crowd: Crowd, *, now: datetime) -> None:
    """Make the database at this path and write the crowd into it."""
    async with Store.open(database):
        pass
    with contextlib.closing(connect(database)) as db:
        db.execute("BEGIN")
        _write_news(db.conn, crowd, now)
        _write_chats(db.conn, crowd, now)
        for days in crowd.told_days:
            _write_digests(db.conn, crowd, now - timedelta(days=days))
        db.execute("COMMIT")


def _insert(connection: Any, table: str, columns: str, rows: Iterable[Sequence[Any]]) -> None:
    marks = ", ".join("?" * len(columns.split(",")))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def _write_news(connection: Any, crowd: Crowd, now: datetime) -> None:
    names = [f"Category {number}" for number in range(1, crowd.categories + 1)]
    _insert(connection, "categories", "path, path_key, name_key", ((n, n.lower(), n.lower()) for n in names))
    _insert(
        connection,
        "sources",
        "name, kind, location, origin, next_check_at",
        ((f"Source {n}", "feed", f"https://s{n}.example/feed", "file", to_us(now)) for n in range(1, 21)),
    )
    at = [
        to_us(now - timedelta(days=1) * (1 - n / crowd.articles) + timedelta(minutes=1)) for n in range(crowd.articles)
    ]
    _insert(
        connection,
        "articles",
        """source_id, key, fingerprint, url, title, authors, text, blocks, language, published_at, seen_at, story_id,
           pushable""",
        (
            (
                n % 20 + 1, f"key-{n}", str(n), f"https://s{n % 20 + 1}.example/{n}", f"Item {n} is decided", "[]",
                "".join(_SENTENCE.format(number=n, item=item) for item in range(8)), "[]", "en",
                at[n], at[n], f"story-{n}", 1,
            )
            for n in range(crowd.articles)
        ),
    )  # fmt: skip
    _insert(
        connection,
        "article_categories",
        "category_id, article_id, position",
        ((n % crowd.categories + 1, n + 1, 0) for n in range(crowd.articles)),
    )


def _write_chats(connection: Any, crowd: Crowd, now: datetime) -> None:
    chance = random.Random(1)
    schedule = Schedule(mode=DigestMode.TIMES, times=(now.time().replace(microsecond=0),))
    text = SCHEDULE.dump_json(schedule).decode()
    step = crowd.due_within / crowd.chats
    _insert(
        connection,
        "chats",
        """chat_id, thread_id, kind, title, ui_language, summary_language, zone, mode, schedule, next_digest_at, cursor,
           format, pictures, active""",
        (
            (n, 0, "private", f"Chat {n}", "en", _LANGUAGES[n % len(_LANGUAGES)] if not crowd.distinct else "original",
             "UTC", "times", text, to_us(now + step * n), 0, "auto", crowd.pictures, 1)
            for n in range(1, crowd.chats + 1)
        ),
    )  # fmt: skip
    every = range(1, crowd.categories + 1)
    fixed = [
        [(first + 7 * step) % crowd.categories + 1 for step in range(crowd.subscriptions)]
        for first in range(crowd.distinct)
    ]
    _insert(
        connection,
        "subscriptions",
        "chat_id, thread_id, category_id",
        (
            (n, 0, category)
            for n in range(1, crowd.chats + 1)
            for category in (fixed[n % len(fixed)] if fixed else chance.sample(every, crowd.subscriptions))
        ),
    )


def _write_digests(connection: Any, crowd: Crowd, at: datetime) -> None:
    moment, day = to_us(at), at.date().isoformat()
    bodies = [
        (f"{day}-{n}", json.dumps({"content": {"kind": "text", "html": f"Digest {n} " * 300}})) for n in range(100)
    ]
    _insert(connection, "payloads", "hash, body", bodies)
    first = connection.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'digests'").fetchone()[0]
    everyone = range(1, crowd.chats + 1)
    _insert(
        connection,
        "digests",
        "chat_id, thread_id, slot, categories, after_id, upto_id, since_at, due_at, composed_at",
        ((n, 0, day, '["Category 1"]', 0, 0, moment, moment, moment) for n in everyone),
    )
    _insert(
        connection,
        "outbox",
        """dedupe_key, kind, chat_id, thread_id, payload_hash, queue_order, split_order, part, priority, not_before,
           state, created_at, settled_at, digest_id, section""",
        (
            (f"digest:{n}:0:{day}", "digest", n, 0, bodies[n % 100][0], first + n, 0, 0, 100, 0, "sent", moment, moment,
             first + n, 0)
            for n in everyone
        ),
    )  # fmt: skip
    _insert(
        connection,
        "sent_stories",
        "chat_id, thread_id, story_id, article_id, sent_at, upto_id, digest_id, section",
        ((n, 0, f"{day}-{story}", 0, moment, 0, first + n, 0) for n in everyone for story in range(crowd.told_stories)),
    )
