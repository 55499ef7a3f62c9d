"""New articles find the story they tell: at once, after a restart, in a bounded time; and old ones are forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.models.articles import Article, CountedTerms, NewArticle
from bot.models.sources import SourceKind, SourceSpec
from bot.store import Store
from bot.store.database.rows import all_rows
from bot.stories.sketches import counted_terms, sketch
from tests.fakes import NOON, a_new_article, an_update
from tests.stores import a_store

HOUR = timedelta(hours=1)
TITLE = "Varnholm harbour bridge opens to thousands"
LEAD = (
    "Thousands walked across the Varnholm harbour bridge, which Mayor Ingrid Solberg opened after nine years of work."
)
RETOLD = "After nine years Mayor Solberg opened the new bridge in Varnholm harbour; thousands of people came."
CRACKS = (
    "Mayor Ingrid Solberg shut the Varnholm harbour bridge, opened after nine years of work, because engineers from"
    " Aalberg found cracks in two cables; divers, cranes and welders arrive tonight, and ferries sail again meanwhile."
)
OTHERS = (
    "Parliament votes on budget",
    "Storm nears the coast",
    "Chess title goes to Rapport",
    "Rail strike called off",
)
COUNTED = (
    "Ministers met in the capital on Wednesday and put off the vote until Friday evening, a spokeswoman said.",
    "Forecasters expect heavy rain and gusts; ferries stay in port, and schools near the shore remain shut today.",
    "After twelve draws the challenger won the final game with the black pieces and thanked the crowd in tears.",
    "Unions and the operator agreed on higher wages late at night, so trains run as usual from Thursday on.",
)


def telling(
    title: str = TITLE, text: str = LEAD, *, publisher: str = "a", hours: float = 0, **changes: Any
) -> NewArticle:
    article = a_new_article(title, text=text, published_at=NOON + hours * HOUR, key=f"{publisher}:{title}", **changes)
    made = sketch(title, text, language="en", publisher=publisher)
    return replace(article, sketch=made, own_story_id=f"story:{publisher}:{title}")


@pytest.fixture
async def known(store: Store) -> Store:
    """A store that has read enough to tell a usual word from a rare one."""
    await store.sources.add(SourceSpec(name="A", kind=SourceKind.FEED, location="https://a.example/f"), now=NOON)
    long_ago = -2000
    await store.sources.apply(
        an_update(
            1,
            *(
                telling(f"{title} {number}", text, publisher=f"t{number}", hours=long_ago)
                for number in range(10)
                for title, text in zip(OTHERS, COUNTED, strict=True)
            ),
        )
    )
    return store


async def stored(store: Store, *articles: NewArticle) -> list[Article]:
    applied = await store.sources.apply(an_update(1, *articles))
    return await store.articles.many(applied.new_ids)


async def test_a_later_telling_joins_the_story_and_the_first_keeps_its_id(known: Store) -> None:
    (first,) = await stored(known, telling())
    (second,) = await stored(known, telling("New bridge for Varnholm", RETOLD, publisher="b", hours=2))
    assert (first.story_id, second.story_id) == (f"story:a:{TITLE}", f"story:a:{TITLE}")
    assert (first.development, second.development) == (False, False)


async def test_tellings_in_one_reading_find_each_other(known: Store) -> None:
    one, other = await stored(known, telling(), telling("New bridge for Varnholm", RETOLD, publisher="b"))
    assert one.story_id == other.story_id


async def test_in_an_empty_store_copies_find_each_other(store: Store) -> None:
    await store.sources.add(SourceSpec(name="A", kind=SourceKind.FEED, location="https://a.example/f"), now=NOON)
    (one,) = await stored(store, telling())
    (other,) = await stored(store, telling("Bridge opens to thousands in Varnholm harbour", publisher="b"))
    assert one.story_id == other.story_id


async def test_in_an_empty_store_tellings_in_other_words_find_each_other(store: Store) -> None:
    await store.sources.add(SourceSpec(name="A", kind=SourceKind.FEED, location="https://a.example/f"), now=NOON)
    (one,) = await stored(store, telling())
    (other,) = await stored(store, telling("New bridge for Varnholm", RETOLD, publisher="b"))
    (news,) = await stored(store, telling("Parliament votes on budget", COUNTED[0], publisher="b"))
    assert one.story_id == other.story_id != news.story_id


async def test_other_news_begins_a_story_of_its_own(known: Store) -> None:
    one, other = await stored(known, telling(), telling("Parliament votes on budget", COUNTED[0], publisher="b"))
    assert one.story_id != other.story_id


async def test_what_was_told_a_week_before_is_another_story(known: Store) -> None:
    one, other = await stored(known, telling(), telling(publisher="b", hours=24 * 7))
    assert one.story_id != other.story_id


async def test_a_late_article_joins_the_story_of_its_day_across_the_weeks_border(known: Store) -> None:
    border = timedelta(days=3) - timedelta(hours=12)  # weeks are counted from a Thursday, 00:00: 1970-01-01
    hours = border / HOUR
    (later,) = await stored(known, telling(hours=hours + 1))
    (earlier,) = await stored(known, telling(publisher="b", hours=hours - 1))
    assert earlier.story_id == later.story_id


async def test_a_source_that_comes_back_with_news_tells_a_development(known: Store) -> None:
    await stored(known, telling(), telling("New bridge for Varnholm", RETOLD, publisher="b"))
    cracks = "Varnholm harbour bridge shut for cracks"
    (news,) = await stored(known, telling(cracks, CRACKS, publisher="a", hours=9))
    (other,) = await stored(known, telling(cracks, CRACKS, publisher="c", hours=9.5))
    assert (news.story_id, news.development) == (f"story:a:{TITLE}", True)
    assert (other.story_id, other.development) == (f"story:a:{TITLE}", False)
    (echo,) = await stored(known, telling(cracks, f"{CRACKS} Buses run.", publisher="b", hours=10))
    assert (echo.story_id, echo.development) == (f"story:a:{TITLE}", False)


async def test_the_next_step_by_a_source_that_was_not_there_is_a_story_of_its_own(known: Store) -> None:
    await stored(known, telling())
    cracks = "Varnholm harbour bridge shut for cracks"
    (step,) = await stored(known, telling(cracks, CRACKS, publisher="b", hours=15))
    (same,) = await stored(known, telling(cracks, CRACKS, publisher="c", hours=20))
    assert step.story_id == f"story:b:{cracks}" == same.story_id


async def test_a_source_that_goes_on_telling_tells_a_story_of_its_own(known: Store) -> None:
    await stored(known, telling(), telling("New bridge for Varnholm", RETOLD, publisher="b"))
    (more,) = await stored(
        known, telling("Bridge for Varnholm opened", f"{RETOLD} Trains follow.", publisher="a", hours=1)
    )
    assert more.story_id == "story:a:Bridge for Varnholm opened"


async def test_an_edit_leaves_an_article_in_its_story(known: Store) -> None:
    (first,) = await stored(known, telling())
    edited = telling("Something else altogether", "Nothing of it is left.")
    await known.sources.apply(an_update(1, replace(edited, parsed=replace(edited.parsed, key=first.key))))
    (after,) = await known.articles.many([first.id])
    assert (after.title, after.story_id) == ("Something else altogether", first.story_id)


async def test_an_article_without_words_or_sketch_stands_alone(known: Store) -> None:
    silent = telling("🎉", "")
    bare = replace(telling(publisher="b"), sketch=None)
    one, other, third = await stored(known, silent, bare, telling(publisher="c"))
    assert len({one.story_id, other.story_id, third.story_id}) == 3


async def test_the_same_page_from_two_feeds_is_one_story_however_little_it_says(store: Store) -> None:
    for name in "AB":
        await store.sources.add(
            SourceSpec(name=name, kind=SourceKind.FEED, location=f"https://a.example/{name}"), now=NOON
        )
    page, other = "https://a.example/live", "https://a.example/live2"

    async def brought(source: int, *, url: str | None = page, title: str = "Live", hours: float = 0) -> str:
        article = a_new_article(
            title, text="", url=url, key=f"{source}{url}{title}{hours}", published_at=NOON + hours * HOUR
        )
        applied = await store.sources.apply(
            an_update(source, replace(article, own_story_id=f"story:{article.parsed.key}"))
        )
        [shown] = await store.articles.many(applied.new_ids)
        return shown.story_id

    first = await brought(1)
    assert await brought(2, url="https://m.a.example/live?amp=1") == first
    others = {"url": other}, {"title": "Live again"}, {"hours": 24}, {"url": None}
    assert not {first} & {await brought(2, **changes) for changes in others}
    assert await brought(1, hours=0.1) != first  # one source may use an address again


async def test_articles_of_an_archive_are_counted_and_found_by_no_story(store: Store) -> None:
    counted = counted_terms(TITLE, LEAD, language="en")
    old = replace(a_new_article(TITLE, key="old"), counted=counted, own_story_id="old")
    silent = replace(a_new_article("201", key="silent"), counted=CountedTerms(terms=frozenset(), language=1))
    await store.sources.add(SourceSpec(name="A", kind=SourceKind.FEED, location="https://a.example/f"), now=NOON)
    await stored(store, old, silent)
    (new,) = await stored(store, telling(publisher="b"))
    assert new.story_id != "old"
    rows = await store.articles._worker.read(lambda db: all_rows(db, "SELECT * FROM language_counts"))
    assert [tuple(row) for row in rows] == [(counted.language, 2)]


async def test_stories_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "tidings.db"
    async with a_store(path) as store:
        await store.sources.add(SourceSpec(name="A", kind=SourceKind.FEED, location="https://a.example/f"), now=NOON)
        (first,) = await stored(store, telling())
    async with Store.open(path) as store:
        (second,) = await stored(store, telling(publisher="b"))
    assert second.story_id == first.story_id


async def test_sketches_of_past_weeks_go_and_the_stories_stay(known: Store) -> None:
    (old,) = await stored(known, telling(hours=-24 * 30))
    (new,) = await stored(known, telling(publisher="b"))
    await known.articles.purge(before=NOON - timedelta(days=90))
    read = known.articles._worker.read
    held = await read(lambda db: [row["article_id"] for row in all_rows(db, "SELECT article_id FROM story_sketches")])
    keyed = await read(lambda db: {row["article_id"] for row in all_rows(db, "SELECT article_id FROM story_keys")})
    assert held == [new.id]
    assert keyed == {new.id}
    assert (await known.articles.many([old.id]))[0].story_id == old.story_id


async def test_the_articles_of_a_story_come_in_order_of_time_the_newest_of_them(known: Store) -> None:
    (first,) = await stored(known, telling())
    (third,) = await stored(known, telling(publisher="c", hours=2))
    (second,) = await stored(known, telling("New bridge for Varnholm", RETOLD, publisher="b", hours=1))
    assert [article.id for article in await known.articles.of_story(first.story_id)] == [first.id, second.id, third.id]
    assert await known.articles.of_story(first.story_id, limit=2) == [second, third]
    assert await known.articles.of_story("no such story") == []
