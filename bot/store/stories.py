"""Finds the story that a new article tells, and keeps what later ones are compared with; inside others' transactions.

What "the same story" means is decided in `bot.stories.clusters`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlite_utils import Database

from bot.models.articles import StorySketch
from bot.store.rows import EPOCH, Row, Value, all_rows, from_us, json_list, one_value, to_us
from bot.store.term_counts import TermWorth
from bot.stories.clusters import RETURN_AFTER, WINDOW, Joined, Told, join, matches, may_match

KEPT_TERMS = 20  # the rarest of an article, by which it is found
LOOKED_UP_TERMS = 24  # the rarest that other articles hold too
TITLE_BONUS = 0.15  # on a term's worth: what two articles share stands in their titles first
LOOKED_AT = 8  # earlier articles that are compared with a new one: those that share most keys
KEY_ROWS = 600  # read to find them, at most
LATER_TRIES = 3  # stories that are tried where the most alike cannot take the article
MEMBERS = 60  # of a story, the newest, that are asked whether they know an article's words

_WEEK = timedelta(days=7)
_COLUMNS = "article_id, story, told_at, development, sketch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a new article belongs, and by what it will be found."""

    joined: Joined | None = None
    story_id: str = ""  # of the story that it joins
    keys: tuple[int, ...] = field(default=())


def find_story(db: Database, sketch: StorySketch, told_at: datetime, worth: TermWorth) -> Place:
    """The story that an article tells, if a known one. Reads a bounded number of rows, however many are stored.

    `worth`: of terms in the article's language, this article and those of the same reading counted.
    """
    rank = {term: worth[term] + TITLE_BONUS if term in sketch.title else worth[term] for term in sketch.terms}
    rare = sorted(sorted(rank), key=rank.__getitem__, reverse=True)
    keys = (*sketch.bands, *rare[:KEPT_TERMS])
    held_once = worth.held_once
    shared = [term for term in rare if worth[term] < held_once][:LOOKED_UP_TERMS]
    near = [
        told for told in _candidates(db, (*sketch.bands, *shared), told_at) if may_match(sketch, told.sketch, worth)
    ]
    for by in matches(sketch, told_at, near, worth)[:LATER_TRIES]:
        if joined := join(sketch, told_at, by, _members(db, by.story), worth):
            story_id = one_value(db, "SELECT story_id FROM articles WHERE id = :id", {"id": by.article_id})
            return Place(joined=joined, story_id=story_id, keys=keys)
    return Place(keys=keys)


def twin_story(db: Database, values: dict[str, Value]) -> str | None:
    """The story of the same page as another source has just brought it: the feeds of a site's sections share articles,
    and a title of two words tells no story by itself. `values` are the new article's row.
    """
    near = RETURN_AFTER // timedelta(microseconds=1)
    same_page = f"""SELECT story_id FROM articles WHERE url_key = :url_key AND title = :title
                    AND published_at BETWEEN :published_at - {near} AND :published_at + {near}"""  # noqa: S608
    # A source that has brought the page itself, and brings it again, has another entry for it.
    sql = f"""{same_page} AND source_id <> :source_id AND NOT EXISTS ({same_page} AND source_id = :source_id)
              ORDER BY id LIMIT 1"""
    found: str | None = one_value(db, sql, values)
    return found


def remember(db: Database, article_id: int, sketch: StorySketch, told_at: datetime, place: Place) -> None:
    """Keep the article's sketch for those that come later."""
    db.execute(
        f"INSERT INTO story_sketches ({_COLUMNS}) VALUES (:id, :story, :told_at, :development, :sketch)",  # noqa: S608
        {
            "id": article_id,
            "story": place.joined.by.story if place.joined else article_id,
            "told_at": to_us(told_at),
            "development": bool(place.joined and place.joined.development),
            "sketch": _packed(sketch),
        },
    )
    week = _week(told_at)
    db.conn.executemany(
        "INSERT OR IGNORE INTO story_keys (week, key, article_id) VALUES (?, ?, ?)",
        [(week, key, article_id) for key in place.keys],
    )


def _candidates(db: Database, keys: Iterable[int], told_at: datetime) -> list[Told]:
    """The articles about that time which share most of the keys."""
    values: dict[str, Value] = {
        "keys": json_list(keys),
        "weeks": json_list(range(_week(told_at - WINDOW), _week(told_at + WINDOW) + 1)),
        "rows": KEY_ROWS,
        "limit": LOOKED_AT,
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
    return [_told(row) for row in found]


def _members(db: Database, story: int) -> list[Told]:
    """The first article of a story, and its newest ones."""
    found = all_rows(
        db,
        f"""SELECT {_COLUMNS} FROM story_sketches WHERE article_id = :story
            UNION ALL SELECT * FROM (SELECT {_COLUMNS} FROM story_sketches
            WHERE story = :story AND story <> article_id ORDER BY article_id DESC LIMIT {MEMBERS})""",  # noqa: S608
        {"story": story},
    )
    return [_told(row) for row in found]


def _week(moment: datetime) -> int:
    return (moment - EPOCH) // _WEEK


def _packed(sketch: StorySketch) -> bytes:
    lead = sketch.terms - sketch.title
    return array("I", [sketch.language, sketch.teller, len(sketch.title), *sketch.title, *lead]).tobytes()


def _told(row: Row) -> Told:
    numbers = array("I", row["sketch"])
    titled = 3 + numbers[2]
    return Told(
        article_id=row["article_id"],
        story=row["story"],
        told_at=from_us(row["told_at"]),
        development=bool(row["development"]),
        sketch=StorySketch(
            title=frozenset(numbers[3:titled]),
            terms=frozenset(numbers[3:]),
            bands=(),
            language=numbers[0],
            teller=numbers[1],
        ),
    )
