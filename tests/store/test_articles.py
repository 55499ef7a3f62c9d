"""Articles by id, window, category and words; the tree of categories; the purge."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.models.articles import Article, CategoryCount
from bot.models.chats import ChatKey
from bot.models.decisions import Sent
from bot.models.sources import FileStamp, SourceKind, SourceSpec
from bot.parsers.feeds.xml_feed import MAX_ENTRIES
from bot.store import Store
from bot.store.database.rows import one_value
from bot.store.purge import KEPT_OF_A_FEED
from summarizer import Summary
from tests.fakes import NOON, a_chat, a_digest, a_message, a_new_article, an_update
from tests.stores import assert_hours_are_exact, assert_index_is_exact

EUROPE = ("World", "Europe")
HOUR = timedelta(hours=1)
SENT = Sent(message_ids=(1,))


@pytest.fixture
async def filled(store: Store) -> Store:
    """Five articles: ids 1-5, published an hour apart, the last the oldest."""
    await store.sources.add(SourceSpec(name="A", kind=SourceKind.FEED, location="https://a.example/f"), now=NOON)
    await store.sources.add(SourceSpec(name="B", kind=SourceKind.FOLDER, location="/posts"), now=NOON)
    await store.sources.apply(
        an_update(
            1,
            a_new_article("First", categories=(EUROPE,), published_at=NOON),
            a_new_article("Second", categories=(("World",),), published_at=NOON - HOUR),
            a_new_article("Third", categories=(("Sport",), EUROPE), published_at=NOON - 2 * HOUR),
        )
    )
    await store.sources.apply(
        an_update(
            2,
            a_new_article("Fourth", categories=(EUROPE,), published_at=NOON - 3 * HOUR, recent=False),
            a_new_article("Fifth", categories=(), published_at=NOON - 4 * HOUR),
            at=NOON + HOUR,
        )
    )
    return store


def ids(articles: Sequence[Article]) -> list[int]:
    return [article.id for article in articles]


async def test_many_keeps_the_order_asked_for_and_leaves_out_what_is_gone(filled: Store) -> None:
    assert ids(await filled.articles.many([3, 99, 1])) == [3, 1]
    assert await filled.articles.many([]) == []
    assert await filled.articles.get(99) is None


async def test_a_window_is_open_below_and_closed_above_and_holds_what_may_be_pushed(filled: Store) -> None:
    assert ids(await filled.articles.window(None, after_id=0, upto_id=5)) == [1, 2, 3, 5]
    assert ids(await filled.articles.window(None, after_id=1, upto_id=3)) == [2, 3]
    assert ids(await filled.articles.window(None, after_id=0, upto_id=5, limit=2)) == [1, 2]


async def test_a_parent_includes_its_children_but_not_the_reverse(filled: Store) -> None:
    assert ids(await filled.articles.window(("World",), after_id=0, upto_id=5)) == [1, 2, 3]
    assert ids(await filled.articles.window(EUROPE, after_id=0, upto_id=5)) == [1, 3]
    assert ids(await filled.articles.window(("Nowhere",), after_id=0, upto_id=5)) == []


async def test_recent_goes_by_publication_and_knows_several_categories(filled: Store) -> None:
    since = NOON - 3 * HOUR
    assert ids(await filled.articles.recent(None, since=since)) == [1, 2, 3, 4]
    assert ids(await filled.articles.recent([("World",)], since=since)) == [1, 2, 3, 4]
    assert ids(await filled.articles.recent([("Sport",), EUROPE], since=since)) == [1, 3, 4]
    assert ids(await filled.articles.recent([], since=since)) == []
    assert ids(await filled.articles.recent(None, since=since, limit=1)) == [1]


async def test_the_first_id_since_a_time_is_one_past_the_highest_if_nothing_came(filled: Store) -> None:
    assert await filled.articles.max_id() == 5
    assert await filled.articles.first_id_since(NOON) == 1
    assert await filled.articles.first_id_since(NOON + HOUR) == 4
    assert await filled.articles.first_id_since(NOON + 2 * HOUR) == 6


async def test_an_empty_store_has_no_highest_id(store: Store) -> None:
    assert await store.articles.max_id() == 0
    assert await store.articles.first_id_since(NOON) == 1


async def test_articles_are_found_by_source_and_address(filled: Store) -> None:
    assert ids(await filled.articles.by_source(1)) == [1, 2, 3]
    assert ids(await filled.articles.by_source(2, limit=1)) == [4]
    first = await filled.articles.get(1)
    assert first is not None
    assert first.url is not None
    assert await filled.articles.by_url(first.url) == first
    assert await filled.articles.by_url(first.url.replace("https://", "http://m.") + "/amp") == first
    assert await filled.articles.by_url("https://example.org/unknown") is None


async def test_the_tree_counts_children_in_their_parents(filled: Store) -> None:
    assert await filled.articles.categories(since=NOON - 2 * HOUR) == [
        CategoryCount(id=3, path=("Sport",), articles=1),
        CategoryCount(id=1, path=("World",), articles=3),
        CategoryCount(id=2, path=EUROPE, articles=2),
    ]
    counts = await filled.articles.categories(since=NOON - 3 * HOUR)
    assert [count.articles for count in counts] == [1, 4, 3]
    minutes = timedelta(minutes=1)  # no full hour: zones have other minutes than the sun's
    assert [count.articles for count in await filled.articles.categories(since=NOON - 2 * HOUR - minutes)] == [1, 3, 2]
    assert [count.articles for count in await filled.articles.categories(since=NOON + HOUR)] == [0, 0, 0]


@pytest.mark.usefixtures("long_feeds")
async def test_the_counts_of_hours_follow_edits_and_the_purge(filled: Store) -> None:
    later = a_new_article("First", categories=(("Sport",), ("World", "Asia")), published_at=NOON + HOUR)
    await filled.sources.apply(an_update(1, later, at=NOON + HOUR))
    await filled.sources._worker.write(assert_hours_are_exact)
    assert {count.path[-1]: count.articles for count in await filled.articles.categories(since=NOON + HOUR)} == {
        "Asia": 1, "Europe": 0, "Sport": 1, "World": 1,
    }  # fmt: skip
    await filled.sources._worker.write(lambda db: db.execute("DELETE FROM articles WHERE id IN (1, 4)"))
    await filled.sources._worker.write(assert_hours_are_exact)
    await filled.articles.purge(before=NOON + 9 * HOUR)
    left = await filled.sources._worker.read(lambda db: db.execute("SELECT count(*) FROM hourly_counts").fetchone()[0])
    assert left == 0


async def test_categories_are_found_by_id_path_and_name(filled: Store) -> None:
    assert await filled.articles.category(2) == EUROPE
    assert await filled.articles.category(99) is None
    assert await filled.articles.category_id(EUROPE) == 2
    assert await filled.articles.category_id(("Europe",)) is None
    assert await filled.articles.find_categories(" EUROPE ") == [EUROPE]
    assert await filled.articles.find_categories("world/europe") == [EUROPE]
    assert await filled.articles.find_categories("mars") == []


async def test_categories_are_found_in_either_chinese_script(store: Store) -> None:
    await store.sources.add(SourceSpec(name="A", kind=SourceKind.FOLDER, location="/p"), now=NOON)
    await store.sources.apply(an_update(1, a_new_article(categories=(("新媒體", "眾新聞"),))))
    assert await store.articles.find_categories("众新闻") == [("新媒體", "眾新聞")]


async def test_an_edit_moves_an_article_to_its_new_categories(filled: Store) -> None:
    again = a_new_article("First", categories=(("Sport",), ("Sport",), ()), published_at=NOON)
    assert (await filled.sources.apply(an_update(1, again))).updated == 1
    article = await filled.articles.get(1)
    assert article is not None
    assert article.categories == (("Sport",),)
    assert ids(await filled.articles.recent([EUROPE], since=NOON - timedelta(days=1))) == [3, 4]


async def test_copies_of_an_article_in_several_files_give_it_the_categories_of_all(filled: Store) -> None:
    copies = tuple(FileStamp(path=name, size=1, mtime_ns=1, article_key="k", own_key="k") for name in ("a.md", "b.md"))
    for path, stamp in zip((EUROPE, ("Sport",)), copies, strict=True):
        await filled.sources.apply(an_update(2, a_new_article("Copy", key="k", categories=(path,)), files=(stamp,)))
    article = await filled.articles.get(6)
    assert article is not None
    assert article.categories == (EUROPE, ("Sport",))


# --- plans -------------------------------------------------------------------------------------------


async def test_what_is_asked_all_day_reads_no_table_from_end_to_end(filled: Store) -> None:
    asked: list[str] = []
    readers = filled.articles._worker._readers
    for reader in readers:
        reader.conn.set_trace_callback(asked.append)
    await filled.articles.first_id_since(NOON)
    await filled.articles.categories(since=NOON)
    await filled.articles.window(("World",), after_id=0, upto_id=5)
    await filled.articles.recent([("World",)], since=NOON)
    for reader in readers:
        reader.conn.set_trace_callback(None)
    queries = [sql for sql in asked if sql.startswith(("SELECT", "WITH"))]
    steps = [row["detail"] for sql in queries for row in readers[0].execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]
    assert len(queries) >= 4
    # "SEARCH articles" alone: by row id from the first one on, until something is found.
    assert [step for step in steps if step == "SEARCH articles" or step.startswith("SCAN article")] == []


# --- purge --------------------------------------------------------------------------------------


@pytest.fixture
def long_feeds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Feeds list no more than their newest article."""
    monkeypatch.setattr("bot.store.purge.KEPT_OF_A_FEED", 1)
    monkeypatch.setattr("bot.store.purge.FOUND_AT_ONCE", 1)


async def test_a_purge_keeps_what_a_feed_may_still_list_for_it_would_come_back_as_new(filled: Store) -> None:
    assert KEPT_OF_A_FEED >= MAX_ENTRIES
    assert await filled.articles.purge(before=NOON + 2 * HOUR) == 0
    assert len(await filled.sources.known(1, ["key:First", "key:Second", "key:Third"])) == 3


@pytest.mark.usefixtures("long_feeds")
async def test_a_purge_forgets_feeds_articles_and_keeps_the_owners_folders(filled: Store) -> None:
    await filled.sources.apply(an_update(1, a_new_article("Newest"), at=NOON + 3 * HOUR))
    assert await filled.articles.purge(before=NOON + 2 * HOUR) == 3
    assert ids(await filled.articles.recent(None, since=NOON - 9 * HOUR)) == [6, 4, 5]
    await filled.sources._worker.write(assert_index_is_exact)
    assert await filled.sources.known(1, ["key:First"]) == {}
    assert [count.path for count in await filled.articles.categories(since=NOON)] == [("World",), EUROPE]


async def test_a_purge_merges_what_its_writes_leave_in_the_index(
    filled: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.purge.WRITE_SECONDS", 0.0)  # so that each article is deleted by a write of its own
    await filled.sources.apply(an_update(1, *(a_new_article(f"Item {number}") for number in range(14))))
    await filled.sources.remove("A")
    assert await filled.articles.purge(before=NOON + 2 * HOUR) == 17
    pieces = "SELECT count(DISTINCT segid) FROM articles_text_idx"
    assert await filled._worker.read(lambda db: one_value(db, pieces)) < 4
    await filled.sources._worker.write(assert_index_is_exact)


async def test_a_batch_of_posts_is_one_segment_of_the_index(filled: Store) -> None:
    words = (" ".join(f"word{number}x{at}" for at in range(150)) for number in range(200))
    posts = (a_new_article(f"Post {number}", text=text) for number, text in enumerate(words))
    pieces = "SELECT count(DISTINCT segid) FROM articles_text_idx"
    before = await filled._worker.read(lambda db: one_value(db, pieces))
    await filled.sources.apply(an_update(2, *posts))
    assert await filled._worker.read(lambda db: one_value(db, pieces)) == before + 1


async def test_a_purge_forgets_all_of_a_removed_source_and_then_the_source(filled: Store) -> None:
    await filled.sources.remove("B")
    assert await filled.articles.purge(before=NOON + 2 * HOUR) == 2
    again = await filled.sources.add(SourceSpec(name="B", kind=SourceKind.FOLDER, location="/posts"), now=NOON)
    assert again.id == 3
    assert again.checked_at is None


async def test_a_purge_keeps_subscribed_categories(filled: Store) -> None:
    await filled.chats.save(a_chat())
    await filled.chats.subscribe(a_chat().key, ("Sport", "Chess"))
    await filled.sources.remove("A")
    await filled.sources.remove("B")
    await filled.articles.purge(before=NOON + 2 * HOUR)
    paths = [count.path for count in await filled.articles.categories(since=NOON)]
    assert paths == [("Sport",), ("Sport", "Chess")]


async def test_a_purge_forgets_settled_messages_old_stories_summaries_and_failures(filled: Store) -> None:
    key = ChatKey(chat_id=100)
    await filled.chats.save(a_chat())
    await filled.digests.commit([a_digest(None, a_message(1), a_message(2), stories=["s"])], now=NOON)
    [claimed] = await filled.outbox.claim(owner="b", now=NOON, limit=1)
    await filled.outbox.settle(claimed.id, owner="b", decision=SENT, now=NOON)
    await filled.summaries.put({"k": Summary(text="x", language="en", engine="e", grounded=True)}, now=NOON)
    await filled.pictures.failed("https://a.example/p", until=NOON)
    await filled.articles.purge(before=NOON)
    assert (await filled.outbox.stats()).sent == 1
    assert (await filled.digests.already_sent(key, ["s"])).keys() == {"s"}
    await filled.articles.purge(before=NOON + HOUR)
    stats = await filled.outbox.stats()
    assert (stats.sent, stats.pending) == (0, 1)
    assert await filled.digests.already_sent(key, ["s"]) == {}
    assert await filled.summaries.get(["k"]) == {}
    assert await filled.pictures.is_failed(["https://a.example/p"], now=NOON - HOUR) == set()
    [second] = await filled.outbox.claim(owner="b", now=NOON, limit=9)
    assert second.message.content == a_message(2).content


async def test_a_post_of_a_folder_is_told_by_its_author_and_a_feeds_article_by_its_feed(filled: Store) -> None:
    await filled.sources.apply(an_update(1, a_new_article("By Ada", authors=("Ada",))))
    await filled.sources.apply(an_update(2, a_new_article("By the Example", authors=("The Example", "Ada"))))
    [feed, folder] = await filled.articles.many([6, 7])
    assert (feed.source_name, feed.authors) == ("A", ("Ada",))
    assert (folder.source_name, folder.authors) == ("The Example", ("The Example", "Ada"))
