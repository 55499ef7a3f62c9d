"""Finds the story that a new article tells, and keeps what later ones are compared with; inside others' transactions.

What "the same story" means is decided in `bot.news.stories`.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache

from sqlite_utils import Database

from bot.models import NewArticle, StorySketch
from bot.news.stories import WINDOW, Joined, Told, join, matches, may_match, term_worth
from bot.store.rows import EPOCH, Row, Value, all_rows, from_us, json_list, one_value, to_us

KEPT_TERMS = 20  # the rarest of an article, by which it is found
LOOKED_UP_TERMS = 24  # the rarest that other articles hold too
TITLE_BONUS = 0.15  # on a term's worth: what two articles share stands in their titles first
LOOKED_AT = 8  # earlier articles that are compared with a new one: those that share most keys
KEY_ROWS = 600  # read to find them, at most
LATER_TRIES = 3  # stories that are tried where the most alike cannot take the article
MEMBERS = 60  # of a story, the newest, that are asked whether they know an article's words
TERM_ROWS = 1 << 17  # terms that fall together only make each other a little less rare

_WEEK = timedelta(days=7)
_COLUMNS = "article_id, story, told_at, development, sketch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a new article belongs, and by what it will be found."""

    joined: Joined | None = None
    story_id: str = ""  # of the story that it joins
    keys: tuple[int, ...] = field(default=())


def count_terms(db: Database, articles: Iterable[NewArticle]) -> dict[int, int]:
    """Count in how many articles each term stands, and give the counts of theirs by row of the table.

    To be called before their stories are found, so that the articles of one reading know of each other.
    """
    counts: Counter[int] = Counter()
    for article in articles:
        if (sketch := article.sketch) is not None and sketch.terms:
            counts.update({_all_row(sketch), *_term_rows(sketch, sketch.terms)})
    db.conn.executemany(
        """INSERT INTO story_terms (term, articles) VALUES (?1, ?2)
           ON CONFLICT (term) DO UPDATE SET articles = articles + ?2""",
        sorted(counts.items()),
    )
    return _frequency(db, counts)


def find_story(db: Database, article: NewArticle, frequency: Mapping[int, int]) -> Place:
    """The story that the article tells, if a known one. Reads a bounded number of rows, however many are stored.

    `frequency`: what `count_terms` gave for this article among others.
    """
    sketch, told_at = article.sketch, article.published_at
    if sketch is None or not sketch.terms:
        return Place()
    worth = _worth(sketch, sketch.terms, frequency)
    rank = {term: worth[term] + TITLE_BONUS if term in sketch.title else worth[term] for term in sketch.terms}
    rare = sorted(sorted(rank), key=rank.__getitem__, reverse=True)
    keys = (*sketch.bands, *rare[:KEPT_TERMS])
    held_once = _cached_worth(1, frequency[_all_row(sketch)])
    shared = [term for term in rare if worth[term] < held_once][:LOOKED_UP_TERMS]
    near = [
        told for told in _candidates(db, (*sketch.bands, *shared), told_at) if may_match(sketch, told.sketch, worth)
    ]
    if near:
        others = frozenset().union(*(told.sketch.terms for told in near)) - sketch.terms
        rows = {_all_row(sketch), *_term_rows(sketch, others)}
        worth |= _worth(sketch, others, _frequency(db, rows))
    for by in matches(sketch, told_at, near, worth)[:LATER_TRIES]:
        if joined := join(sketch, told_at, by, _members(db, by.story), worth):
            story_id = one_value(db, "SELECT story_id FROM articles WHERE id = :id", {"id": by.article_id})
            return Place(joined=joined, story_id=story_id, keys=keys)
    return Place(keys=keys)


def remember(db: Database, article_id: int, article: NewArticle, place: Place) -> None:
    """Keep the article's sketch for those that come later."""
    sketch = article.sketch
    if sketch is None or not sketch.terms:
        return
    db.execute(
        f"INSERT INTO story_sketches ({_COLUMNS}) VALUES (:id, :story, :told_at, :development, :sketch)",  # noqa: S608
        {
            "id": article_id,
            "story": place.joined.by.story if place.joined else article_id,
            "told_at": to_us(article.published_at),
            "development": bool(place.joined and place.joined.development),
            "sketch": _packed(sketch),
        },
    )
    week = _week(article.published_at)
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


def _frequency(db: Database, rows: Iterable[int]) -> dict[int, int]:
    """In how many articles the terms of these rows stand."""
    sql = "SELECT term, articles FROM story_terms WHERE term IN (SELECT value FROM json_each(:rows))"
    return dict(map(tuple, all_rows(db, sql, {"rows": json_list(rows)})))


def _worth(sketch: StorySketch, terms: Collection[int], frequency: Mapping[int, int]) -> dict[int, float]:
    """What each of the terms says in the sketch's language."""
    among = frequency[_all_row(sketch)]
    counts = (frequency.get(row, 1) for row in _term_rows(sketch, terms))
    return {term: _cached_worth(count, among) for term, count in zip(terms, counts, strict=True)}


@lru_cache(maxsize=4096)
def _cached_worth(articles: int, among: int) -> float:
    return term_worth(articles, among)


def _term_rows(sketch: StorySketch, terms: Collection[int]) -> list[int]:
    """Where the terms are counted: languages apart, for a usual word of one is a rare one in another."""
    language = sketch.language
    return [(term >> 1 ^ language) % TERM_ROWS for term in terms]


def _all_row(sketch: StorySketch) -> int:
    """Where the articles in the sketch's language are counted."""
    return -1 - sketch.language


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
