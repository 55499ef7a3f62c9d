"""Reads the earlier articles that a new one may share its story with, and keeps what later ones are compared with.

Runs inside others' transactions. Which story an article joins, `bot.stories.clusters` decides.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.models.articles import StorySketch
from bot.store.rows import EPOCH, Row, Value, all_rows, from_us, json_list, to_us
from bot.stories.clusters import (
    SAME_PAGE_WITHIN,
    WINDOW,
    IndexKeys,
    Member,
    Placement,
    SamePage,
    assign,
    assign_by_page,
    index_keys,
)
from bot.stories.weights import TermWeights

MAX_CANDIDATES = 8  # earlier articles that are compared with a new one: those that share most keys
MAX_KEY_ROWS = 600  # read to find them
MAX_MEMBERS = 60  # of a cluster, the newest, that are compared with a new article beside its first

_WEEK = timedelta(days=7)
_COLUMNS = "article_id, story, told_at, development, sketch"


def find_story(
    db: Database, sketch: StorySketch, published_at: datetime, weights: TermWeights
) -> tuple[Placement, IndexKeys]:
    """Where an article with this sketch belongs, and the keys it is found by.

    Reads a bounded number of rows, however many are stored. `weights`: of terms in the article's language, this
    article and those of the same reading counted.
    """
    keys = index_keys(sketch, weights)
    candidates = _candidates(db, keys.searched, published_at)
    return assign(sketch, published_at, candidates, weights, members=lambda cluster: _members(db, cluster)), keys


def find_same_page(db: Database, values: dict[str, Value]) -> Placement:
    """Where an article belongs by the page it came from; `values` are its row."""
    near = SAME_PAGE_WITHIN // timedelta(microseconds=1)
    found = all_rows(
        db,
        f"""SELECT min(id) AS article_id, source_id FROM articles WHERE url_key = :url_key AND title = :title
            AND published_at BETWEEN :published_at - {near} AND :published_at + {near} GROUP BY source_id""",  # noqa: S608
        values,
    )
    source_id = values["source_id"]
    assert isinstance(source_id, int)
    return assign_by_page(source_id, [SamePage(**dict(row)) for row in found])


def remember(
    db: Database, article_id: int, sketch: StorySketch, published_at: datetime, placement: Placement, keys: IndexKeys
) -> None:
    """Keep the article's sketch for those that come later."""
    db.execute(
        f"INSERT INTO story_sketches ({_COLUMNS}) VALUES (:id, :cluster, :published_at, :development, :sketch)",  # noqa: S608
        {
            "id": article_id,
            "cluster": article_id if placement.cluster is None else placement.cluster,
            "published_at": to_us(published_at),
            "development": placement.development,
            "sketch": _packed(sketch),
        },
    )
    week = _week(published_at)
    db.conn.executemany(
        "INSERT OR IGNORE INTO story_keys (week, key, article_id) VALUES (?, ?, ?)",
        [(week, key, article_id) for key in keys.stored],
    )


def _candidates(db: Database, keys: Iterable[int], published_at: datetime) -> list[Member]:
    """The articles about that time which share most of the keys."""
    values: dict[str, Value] = {
        "keys": json_list(keys),
        "weeks": json_list(range(_week(published_at - WINDOW), _week(published_at + WINDOW) + 1)),
        "rows": MAX_KEY_ROWS,
        "limit": MAX_CANDIDATES,
    }
    found = all_rows(
        db,
        f"""SELECT {_COLUMNS} FROM (
                SELECT article_id, count(*) AS shared FROM (
                    SELECT article_id FROM json_each(:keys) AS wanted
                    CROSS JOIN json_each(:weeks) AS weeks
                    CROSS JOIN story_keys ON week = weeks.value AND story_keys.key = wanted.value LIMIT :rows
                ) GROUP BY article_id ORDER BY shared DESC, article_id DESC LIMIT :limit
            ) JOIN story_sketches USING (article_id)""",  # noqa: S608
        values,
    )
    return [_member(row) for row in found]


def _members(db: Database, cluster: int) -> list[Member]:
    """The first article of a cluster, and its newest ones."""
    found = all_rows(
        db,
        f"""SELECT {_COLUMNS} FROM story_sketches WHERE article_id = :cluster
            UNION ALL SELECT * FROM (SELECT {_COLUMNS} FROM story_sketches
            WHERE story = :cluster AND story <> article_id ORDER BY article_id DESC LIMIT {MAX_MEMBERS})""",  # noqa: S608
        {"cluster": cluster},
    )
    return [_member(row) for row in found]


def _week(moment: datetime) -> int:
    return (moment - EPOCH) // _WEEK


def _packed(sketch: StorySketch) -> bytes:
    lead = sketch.terms - sketch.title
    return array("I", [sketch.language, sketch.publisher, len(sketch.title), *sketch.title, *lead]).tobytes()


def _member(row: Row) -> Member:
    numbers = array("I", row["sketch"])
    titled = 3 + numbers[2]
    return Member(
        article_id=row["article_id"],
        cluster=row["story"],
        published_at=from_us(row["told_at"]),
        development=bool(row["development"]),
        sketch=StorySketch(
            title=frozenset(numbers[3:titled]),
            terms=frozenset(numbers[3:]),
            bands=(),
            language=numbers[0],
            publisher=numbers[1],
        ),
    )
