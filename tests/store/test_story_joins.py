"""Why an article is in its story can be read, and an article can be taken out of it for good."""

from __future__ import annotations

from array import array
from datetime import timedelta

from sqlite_utils import Database

from bot.models.stories import JoinRule
from bot.store import Store
from bot.store.database.migrations import migrations
from bot.store.database.rows import all_rows
from tests.fakes import NOON
from tests.store.test_stories import LEAD, RETOLD, TITLE, known, stored, telling

__all__ = ["known"]  # the fixture
LATER = NOON + timedelta(hours=9)
BRIDGE = "New bridge for Varnholm"


async def test_of_a_joined_article_the_rule_and_the_shared_words_are_kept(known: Store) -> None:
    (first,) = await stored(known, telling())
    (second,) = await stored(known, telling(BRIDGE, RETOLD, publisher="b", hours=2))
    (why,) = await known.stories.joins(first.story_id)
    assert (why.article_id, why.joined_to, why.rule) == (second.id, first.id, JoinRule.ALIKE)
    assert why.likeness > 0
    assert {"varnh", "bridg"} <= {word[:5] for word in why.shared}
    assert why.parted_at is None


async def test_a_parted_article_is_a_story_of_its_own_and_the_others_stay_together(known: Store) -> None:
    (first,) = await stored(known, telling())
    (second,) = await stored(known, telling(BRIDGE, RETOLD, publisher="b", hours=1))
    (third,) = await stored(known, telling(publisher="c", hours=2))
    assert await known.stories.part(second.id, now=LATER)
    assert not await known.stories.part(second.id, now=LATER)  # it is one already
    one, two, three = await known.articles.many([first.id, second.id, third.id])
    assert one.story_id == three.story_id == first.story_id != two.story_id
    parted = [why for why in await known.stories.joins(first.story_id) if why.parted_at == LATER]
    assert [why.article_id for why in parted] == [second.id]


async def test_what_comes_again_of_a_parted_article_joins_that_one(known: Store) -> None:
    (first,) = await stored(known, telling())
    (copy,) = await stored(known, telling(publisher="b", text=f"{LEAD} Trains follow.", hours=1))
    assert await known.stories.part(copy.id, now=LATER)
    (again,) = await stored(known, telling(publisher="c", text=f"{LEAD} Trains follow.", hours=2))
    (own,) = await known.articles.many([copy.id])
    assert again.story_id == own.story_id != first.story_id


async def test_the_article_that_began_a_story_can_be_parted_from_it(known: Store) -> None:
    (first,) = await stored(known, telling())
    (second,) = await stored(known, telling(BRIDGE, RETOLD, publisher="b", hours=1))
    (third,) = await stored(known, telling(BRIDGE, RETOLD, publisher="c", hours=1))
    assert await known.stories.part(first.id, now=LATER)
    one, two, three = await known.articles.many([first.id, second.id, third.id])
    assert two.story_id == three.story_id == f"story:a:{TITLE}" != one.story_id
    (later,) = await stored(known, telling(BRIDGE, RETOLD, publisher="d", hours=2))
    assert later.story_id == two.story_id


async def test_names_that_begin_alike_are_told_apart_by_what_is_stored(known: Store) -> None:
    bulletin = "Showers cross {} on Friday before a bright evening. The breeze is north-easterly, 11 degrees at best."
    (first,) = await stored(known, telling("Showers are on their way to Northaven", bulletin.format("Northaven")))
    (second,) = await stored(
        known, telling("Southaven: no more than 11 degrees", bulletin.format("Southaven"), publisher="b", hours=1)
    )
    assert first.story_id != second.story_id


async def test_an_article_that_is_not_stored_cannot_be_parted(known: Store) -> None:
    assert not await known.stories.part(999, now=LATER)
    assert await known.stories.joins("no such story") == []


def test_sketches_of_the_schema_before_are_kept_without_names() -> None:
    db = Database(memory=True)
    migrations.apply(db, stop_before="m014_why_stories")
    db.execute("PRAGMA foreign_keys = OFF")
    for article_id, numbers in ((1, [5, 6, 2, 10, 12, 14]), (2, [5, 6, 0])):
        db.execute(
            "INSERT INTO story_sketches (article_id, story, told_at, development, sketch) VALUES (?, 1, 0, 0, ?)",
            [article_id, array("I", numbers).tobytes()],
        )
    migrations.apply(db)
    found = [list(array("I", sketch)) for (sketch,) in all_rows(db, "SELECT sketch FROM story_sketches")]
    assert found == [[5, 6, 0, 0, 0, 2, 0, 1, 10, 12, 14], [5, 6, 0, 0, 0, 0, 0, 0]]
