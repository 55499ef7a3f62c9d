"""Reads the earlier articles that a new one may share its story with, and keeps what later ones are compared with.

Keeps why an article joined its story, and takes one out of it again. Which story an article joins,
`bot.stories.clusters` decides.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable
from datetime import datetime, timedelta
from itertools import accumulate, chain

from bot.models.articles import NewArticle, StorySketch
from bot.models.stories import JoinRule, StoryJoin
from bot.store.database import Database
from bot.store.database.rows import EPOCH, Row, Value, all_rows, from_us, from_us_or_none, json_list, to_us
from bot.store.database.worker import Worker
from bot.stories.clusters import (
    SAME_PAGE_WITHIN,
    WINDOW,
    IndexKeys,
    Member,
    Placement,
    SamePage,
    assign,
    assign_by_page,
    story_id,
)
from bot.stories.similarity import may_match
from bot.stories.sketches import words_of
from bot.stories.weights import TermWeights

MAX_CANDIDATES = 8  # earlier articles that are compared with a new one: those that share most keys
MAX_KEY_ROWS = 600  # read to find them
MAX_MEMBERS = 60  # of a cluster, the newest, that are compared with a new article beside its first

_WEEK = timedelta(days=7)
_HEAD = 8  # numbers of a stored sketch before its terms: language, publisher, and how many terms each group has
_COLUMNS = "article_id, story, told_at, development, sketch"


def find_story(
    db: Database, sketch: StorySketch, published_at: datetime, keys: IndexKeys, weights: TermWeights
) -> Placement:
    """Where an article with this sketch, which is found by these keys, belongs.

    Reads a bounded number of rows, however many are stored. `weights`: of terms in the article's language, this
    article and those of the same reading counted.
    """
    rows = _candidates(db, keys.searched, published_at)
    candidates = [_member(row) for row in rows if _may_match(sketch, row, weights)]
    return assign(sketch, published_at, candidates, weights, members=lambda cluster: _members(db, cluster))


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
    db.execute(
        "INSERT OR IGNORE INTO story_keys (week, key, article_id) SELECT :week, value, :id FROM json_each(:keys)",
        {"week": _week(published_at), "id": article_id, "keys": json_list(keys.stored)},
    )


def _candidates(db: Database, keys: Iterable[int], published_at: datetime) -> list[Row]:
    """The articles about that time which share most of the keys."""
    values: dict[str, Value] = {
        "keys": json_list(keys),
        "first": _week(published_at - WINDOW),
        "last": _week(published_at + WINDOW),  # the same week or the next one
        "rows": MAX_KEY_ROWS,
        "limit": MAX_CANDIDATES,
    }
    return all_rows(
        db,
        f"""SELECT {_COLUMNS} FROM (
                SELECT article_id, count(*) AS shared FROM (
                    SELECT article_id FROM json_each(:keys) AS wanted
                    CROSS JOIN story_keys ON week IN (:first, :last) AND story_keys.key = wanted.value LIMIT :rows
                ) GROUP BY article_id ORDER BY shared DESC, article_id DESC LIMIT :limit
            ) JOIN story_sketches USING (article_id)""",  # noqa: S608
        values,
    )


def _may_match(sketch: StorySketch, row: Row, weights: TermWeights) -> bool:
    """Whether a candidate needs a closer look: its sketch is unpacked for that alone."""
    numbers = array("I", row["sketch"])
    first, *_, titled, _, last = accumulate(numbers[2:_HEAD], initial=_HEAD)
    return may_match(sketch, numbers[1], numbers[first:titled], numbers[first:last], weights)


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
    names, topics, title = sketch.names, sketch.topics, sketch.title
    groups = (
        *(names - topics, names & topics, topics - names, title - names - topics),
        *(sketch.lead_names, sketch.terms - title - sketch.lead_names),
    )
    sizes = map(len, groups)
    terms = chain.from_iterable(groups)
    return array("I", [sketch.language, sketch.publisher, *sizes, *terms, *sketch.spellings]).tobytes()


def _member(row: Row) -> Member:
    numbers = array("I", row["sketch"])
    first, topical, named, told, titled, known, last = accumulate(numbers[2:_HEAD], initial=_HEAD)
    return Member(
        article_id=row["article_id"],
        cluster=row["story"],
        published_at=from_us(row["told_at"]),
        development=bool(row["development"]),
        sketch=StorySketch(
            title=frozenset(numbers[first:titled]),
            terms=frozenset(numbers[first:last]),
            bands=(),
            language=numbers[0],
            publisher=numbers[1],
            names=frozenset(numbers[first:named]),
            lead_names=frozenset(numbers[titled:known]),
            topics=frozenset(numbers[topical:told]),
            spellings=frozenset(numbers[last:]),  # none in those that were stored before they were kept
        ),
    )


class Stories:
    """The stories that several articles tell."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    async def joins(self, story: str) -> list[StoryJoin]:
        """Why the articles of a story are in it, the oldest first, and which ones were taken out of it.

        Of its first article there is none, nor of articles that were stored before reasons were kept.
        """
        sql = """SELECT story_joins.* FROM story_joins JOIN articles ON id = article_id WHERE story_id = :story
                 UNION SELECT * FROM story_joins WHERE parted_from = :story ORDER BY article_id"""
        return [_join(row) for row in await self._worker.read(lambda db: all_rows(db, sql, {"story": story}))]

    async def part(self, article_id: int, *, now: datetime) -> bool:
        """Make the article a story of its own, for good; False if it is one, or is not stored.

        The others stay together, under the name of their story. What was sent stays sent.
        """
        return await self._worker.write(lambda db: _part(db, article_id, now))


def remember_join(db: Database, article_id: int, article: NewArticle, placement: Placement) -> None:
    """Keep why the article joins the story of another, if it does."""
    reason = placement.reason
    if placement.joins is None or reason is None:
        return
    shared = words_of(article.parsed.title, article.parsed.text, reason.shared, language=article.language)
    db.execute(
        """INSERT INTO story_joins (article_id, joined_to, rule, likeness, shared)
           VALUES (:id, :joined_to, :rule, :likeness, :shared)""",
        {
            "id": article_id,
            "joined_to": placement.joins,
            "rule": reason.rule.value,
            "likeness": round(reason.likeness, 2),
            "shared": json_list(shared),
        },
    )


def _part(db: Database, article_id: int, now: datetime) -> bool:
    values: dict[str, Value] = {"id": article_id, "now": to_us(now)}
    found = all_rows(
        db,
        """SELECT source_id, key, story_id FROM articles AS own WHERE id = :id AND EXISTS (
               SELECT 1 FROM articles AS other WHERE other.story_id = own.story_id AND other.id <> own.id)""",
        values,
    )
    if not found:
        return False
    row = found[0]
    # Not the name of the story that it began: others may stay in that.
    values |= {"story": row["story_id"], "own": story_id(row["source_id"], f"{row['key']}\n{article_id}")}
    db.execute("UPDATE articles SET story_id = :own, development = 0 WHERE id = :id", values)
    # Where it was the first of its cluster, the next one is the first of those that stay.
    db.execute(
        """UPDATE story_sketches SET story = (
               SELECT min(article_id) FROM story_sketches WHERE story = :id AND article_id <> :id)
           WHERE story = :id AND article_id <> :id""",
        values,
    )
    db.execute("UPDATE story_sketches SET story = :id, development = 0 WHERE article_id = :id", values)
    db.execute("UPDATE story_joins SET parted_at = :now, parted_from = :story WHERE article_id = :id", values)
    return True


def _join(row: Row) -> StoryJoin:
    return StoryJoin(
        article_id=row["article_id"],
        joined_to=row["joined_to"],
        rule=JoinRule(row["rule"]),
        likeness=row["likeness"],
        shared=tuple(json.loads(row["shared"])),
        parted_at=from_us_or_none(row["parted_at"]),
    )
