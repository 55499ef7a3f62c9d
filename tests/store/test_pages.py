"""Readings of pages: what is due, what came of it, and who waits for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.models.articles import Article, Block, BlockKind, NewArticle, PageReading
from bot.models.chats import DigestMode, Schedule
from bot.models.sources import SourceKind, SourceSpec
from bot.store import Store
from bot.store.page_queue import MAX_PAGE_WAIT
from tests.fakes import NOON, a_chat, a_new_article, a_parsed_article, an_update
from tests.stores import searched

TEASER = "The bridge is open."
FULL = "The new bridge over the harbour opened on Monday. Thousands of people walked across it. " * 5
PAGE = a_parsed_article(
    text=FULL,
    blocks=(Block(kind=BlockKind.PARAGRAPH, text=FULL),),
    thumbnail_url="https://example.org/p.jpg",
    more_pictures=("https://example.org/q.jpg",),
)
SECOND = timedelta(seconds=1)


@pytest.fixture
async def store(store: Store) -> Store:
    await store.sources.add(SourceSpec(name="A", kind=SourceKind.FEED, location="https://a.example/f"), now=NOON)
    return store


def a_stub(title: str = "Stub", **changes: Any) -> NewArticle:
    fields = {"key": "k", "text": TEASER, "wants_page": True, "thumbnail_url": None, **changes}
    return a_new_article(title, **fields)


async def apply(store: Store, article: NewArticle, **changes: Any) -> None:
    await store.sources.apply(an_update(1, article, **changes))


async def the_article(store: Store) -> Article:
    article = await store.articles.get(1)
    assert article is not None
    return article


async def test_a_stub_is_due_at_once_and_a_whole_article_never(store: Store) -> None:
    await apply(store, a_stub())
    await apply(store, a_new_article("Whole"))
    [reading] = await store.pages.due(NOON, limit=9)
    assert reading == PageReading(
        article_id=1,
        url=a_stub().parsed.url or "",
        title="Stub",
        teaser=TEASER,
        language="en",
        is_language_fixed=False,
        source_location="https://a.example/f",
        tries=0,
    )
    assert await store.pages.due(NOON - SECOND, limit=9) == []


async def test_an_owners_word_on_the_language_is_told(store: Store) -> None:
    spec = SourceSpec(name="A", kind=SourceKind.FEED, location="https://a.example/f", language="fr")
    await store.sources.sync([spec], now=NOON)
    await apply(store, a_stub())
    [reading] = await store.pages.due(NOON, limit=9)
    assert reading.is_language_fixed


async def test_the_newest_articles_page_is_read_first(store: Store) -> None:
    for number in range(3):
        await apply(store, a_stub(f"Stub {number}", key=f"k{number}"))
    assert [reading.article_id for reading in await store.pages.due(NOON, limit=2)] == [3, 2]


async def test_a_page_gives_text_blocks_picture_and_language_and_leaves_the_rest(store: Store) -> None:
    await apply(store, a_stub())
    before = await the_article(store)
    await store.pages.take(1, PAGE, language="de")
    after = await the_article(store)
    assert after == replace(
        before,
        text=FULL,
        blocks=tuple(PAGE.blocks),
        language="de",
        thumbnail_url=PAGE.thumbnail_url,
        more_pictures=PAGE.more_pictures,
    )
    assert await searched(store, "Thousands of people") == [1]
    assert await store.pages.due(NOON + timedelta(days=9), limit=9) == []


async def test_a_picture_of_the_feeds_own_stays(store: Store) -> None:
    await apply(store, a_stub(thumbnail_url="https://a.example/own.jpg"))
    await store.pages.take(1, PAGE, language="en")
    article = await the_article(store)
    assert article.thumbnail_url == "https://a.example/own.jpg"
    assert article.more_pictures == ("https://example.org/p.jpg", "https://example.org/q.jpg")


async def test_further_pictures_of_the_feeds_own_stay(store: Store) -> None:
    more = ("https://a.example/more.jpg",)
    await apply(store, a_stub(thumbnail_url="https://a.example/own.jpg", more_pictures=more))
    await store.pages.take(1, PAGE, language="en")
    assert (await the_article(store)).more_pictures == more


async def test_a_page_that_failed_is_due_again_or_never(store: Store) -> None:
    await apply(store, a_stub())
    await store.pages.leave(1, until=NOON + SECOND)
    assert await store.pages.due(NOON, limit=9) == []
    [reading] = await store.pages.due(NOON + SECOND, limit=9)
    assert reading.tries == 1
    await store.pages.leave(1)
    assert await store.pages.due(NOON + timedelta(days=9), limit=9) == []


async def test_the_same_teaser_again_is_no_reason_to_read_the_page_again(store: Store) -> None:
    await apply(store, a_stub())
    await store.pages.take(1, PAGE, language="en")
    await apply(store, a_stub())
    await apply(store, a_stub(thumbnail_url="https://a.example/new.jpg"))
    assert await store.pages.due(NOON + timedelta(days=9), limit=9) == []
    article = await the_article(store)
    assert (article.text, article.thumbnail_url) == (FULL, "https://a.example/new.jpg")


async def test_an_edited_teaser_keeps_the_pages_text_until_the_page_is_read_again(store: Store) -> None:
    await apply(store, a_stub())
    await store.pages.take(1, PAGE, language="de")
    await apply(store, a_stub("Edited", text="The bridge is closed again."))
    article = await the_article(store)
    assert (article.title, article.text, article.language) == ("Edited", FULL, "de")
    assert (article.thumbnail_url, article.more_pictures) == (PAGE.thumbnail_url, PAGE.more_pictures)
    [reading] = await store.pages.due(NOON, limit=9)
    assert (reading.teaser, reading.tries) == ("The bridge is closed again.", 0)


async def test_a_feed_that_gives_the_whole_text_after_all_is_believed(store: Store) -> None:
    await apply(store, a_stub())
    await store.pages.take(1, PAGE, language="en")
    await apply(store, a_new_article("Stub", key="k", text="The whole text of the feed. " * 40))
    assert (await the_article(store)).text.startswith("The whole text of the feed.")
    assert await store.pages.due(NOON, limit=9) == []


async def test_a_teaser_that_changes_before_its_page_was_read_is_taken_over(store: Store) -> None:
    await apply(store, a_stub())
    await apply(store, a_stub(text="The bridge is closed again."))
    assert (await the_article(store)).text == "The bridge is closed again."


async def test_a_purged_article_takes_its_reading_along(store: Store) -> None:
    await apply(store, a_stub())
    await store.sources.remove("A")
    assert await store.articles.purge(before=NOON + SECOND) == 1
    assert await store.pages.due(NOON, limit=9) == []


async def test_news_at_once_waits_for_the_first_reading_for_a_while(store: Store) -> None:
    chat = a_chat(schedule=Schedule(mode=DigestMode.INSTANT), next_digest_at=None)
    await store.chats.save(chat)
    await apply(store, a_new_article("Whole"))
    await apply(store, a_stub())
    await apply(store, a_new_article("Another"))
    assert await store.articles.settled_id(NOON) == 1
    assert (await store.chats.due(NOON)).last == chat
    await store.chats.save(replace(chat, cursor=1))
    assert (await store.chats.due(NOON)).audiences == []
    assert await store.articles.settled_id(NOON + MAX_PAGE_WAIT) == 3
    assert (await store.chats.due(NOON + MAX_PAGE_WAIT)).last == replace(chat, cursor=1)
    assert await store.articles.settled_id(NOON - SECOND) == 3  # a clock that was wrong holds up nothing
    await store.pages.leave(2, until=NOON + SECOND)
    assert await store.articles.settled_id(NOON) == 3


async def test_nothing_is_summarised_ahead_that_waits_for_its_page(store: Store) -> None:
    chat = a_chat()
    await store.chats.save(chat)
    await store.chats.subscribe(chat.key, ("World",))
    await apply(store, a_stub())
    assert await store.articles.awaited(after_id=0, now=NOON) == []
    await store.pages.take(1, PAGE, language="en")
    assert [entry.article_id for entry in await store.articles.awaited(after_id=0, now=NOON)] == [1]


async def test_a_reading_that_a_wrong_clock_put_off_is_brought_back(store: Store) -> None:
    await apply(store, a_stub())
    await store.pages.leave(1, until=NOON + timedelta(days=400))
    assert await store.undo_clock_jump(now=NOON) == 1
    assert len(await store.pages.due(NOON, limit=9)) == 1
