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
LOOKED_AT = 12  # earlier articles that are compared with a new one: those that share most keys
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


def count_terms(db: Database, articles: Iterable[NewArticle]) -> None:
    """Count in how many articles each term stands; before their stories are found, so that these know of each other."""
    counts: Counter[int] = Counter()
    for article in articles:
        if (sketch := article.sketch) is not None and sketch.terms:
            counts.update({_all_row(sketch), *(_term_row(sketch, term) for term in sketch.terms)})
    db.conn.executemany(
        """INSERT INTO story_terms (term, articles) VALUES (?1, ?2)
           ON CONFLICT (term) DO UPDATE SET articles = articles + ?2""",
        sorted(counts.items()),
    )


def find_story(db: Database, article: NewArticle) -> Place:
    """The story that the article tells, if a known one. Reads a bounded number of rows, however many are stored."""
    sketch, told_at = article.sketch, article.published_at
    if sketch is None or not sketch.terms:
        return Place()
    counted = _counted(db, sketch, sketch.terms)
    worth = _worth(counted)
    rare = sorted(
        sketch.terms, key=lambda term: (worth[term] + TITLE_BONUS * (term in sketch.title), term), reverse=True
    )
    keys = (*sketch.bands, *rare[:KEPT_TERMS])
    shared = [term for term in rare if counted.articles[term] > 1]
    values: dict[str, Value] = {
        "keys": json_list((*sketch.bands, *shared[:LOOKED_UP_TERMS])),
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
    near = [told for told in map(_told, found) if may_match(sketch, told.sketch, worth)]
    if not near:
        return Place(keys=keys)
    worth |= _worth(_counted(db, sketch, frozenset().union(*(told.sketch.terms for told in near)) - sketch.terms))
    alike = matches(sketch, told_at, near, worth)
    for by in alike[:LATER_TRIES]:
        members = all_rows(
            db,
            f"""SELECT {_COLUMNS} FROM story_sketches WHERE article_id = :story
                UNION ALL SELECT * FROM (SELECT {_COLUMNS} FROM story_sketches
                WHERE story = :story AND story <> article_id ORDER BY article_id DESC LIMIT {MEMBERS})""",  # noqa: S608
            {"story": by.story},
        )
        if joined := join(sketch, told_at, by, [_told(row) for row in members], worth):
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """In how many articles of a language terms stand, and how many these are."""

    articles: Mapping[int, int]
    among: int


def _counted(db: Database, sketch: StorySketch, terms: Collection[int]) -> Counted:
    rows = {term: _term_row(sketch, term) for term in terms}
    found = all_rows(
        db,
        "SELECT term, articles FROM story_terms WHERE term IN (SELECT value FROM json_each(:rows))",
        {"rows": json_list([_all_row(sketch), *rows.values()])},
    )
    articles: Mapping[int, int] = {row["term"]: row["articles"] for row in found}
    return Counted(
        articles={term: articles.get(row, 1) for term, row in rows.items()}, among=articles.get(_all_row(sketch), 1)
    )


def _worth(counted: Counted) -> dict[int, float]:
    """What each of the terms says."""
    return {term: _cached_worth(articles, counted.among) for term, articles in counted.articles.items()}


@lru_cache(maxsize=4096)
def _cached_worth(articles: int, among: int) -> float:
    return term_worth(articles, among)


def _term_row(sketch: StorySketch, term: int) -> int:
    """Where the term is counted: languages apart, for a usual word of one is a rare one in another."""
    return ((term >> 1) ^ sketch.language) % TERM_ROWS


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
