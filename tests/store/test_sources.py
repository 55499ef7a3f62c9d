"""Sources as their owner names them, and what their readings change."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.errors import SourceRejected
from bot.models.articles import Block, BlockKind
from bot.models.sources import AddedSource, Applied, FileStamp, SourceKind, SourceSpec, SourceUpdate
from bot.store import Store
from bot.store.database.rows import all_rows
from bot.stories.identity import FileKeys
from bot.stories.sketches import sketch
from tests.fakes import NOON, a_new_article, an_update
from tests.stores import assert_index_is_exact, searched


def a_spec(name: str = "BBC", **changes: Any) -> SourceSpec:
    location = f"https://example.org/{name.lower()}.xml"
    spec = SourceSpec(name=name, kind=SourceKind.FEED, location=location, category=("World", "Europe"))
    return replace(spec, **changes)


async def names(store: Store) -> list[str]:
    return [source.spec.name for source in await store.sources.all()]


async def test_sources_follow_the_file_and_added_ones_stay(store: Store) -> None:
    await store.sources.sync([a_spec("A"), a_spec("B")], now=NOON)
    await store.sources.add(a_spec("Mine"), now=NOON)
    await store.sources.sync([a_spec("B", language="en"), a_spec("C")], now=NOON)
    assert await names(store) == ["B", "C", "Mine"]
    kept = await store.sources.get("B")
    assert kept is not None
    assert kept.spec == a_spec("B", language="en")
    assert kept.id == 2
    assert await store.sources.get("A") is None


async def test_a_new_source_is_due_at_once_and_was_never_checked(store: Store) -> None:
    source = await store.sources.add(a_spec("A"), now=NOON)
    assert (source.next_check_at, source.checked_at, source.enabled) == (NOON, None, True)
    assert await store.sources.due(NOON) == [source]
    assert await store.sources.next_check_at() == NOON


async def test_a_category_without_a_name_is_none(store: Store) -> None:
    assert (await store.sources.add(a_spec("A", category=()), now=NOON)).spec.category is None


async def test_a_taken_name_or_location_is_rejected(store: Store) -> None:
    await store.sources.add(a_spec("A"), now=NOON)
    with pytest.raises(SourceRejected) as by_name:
        await store.sources.add(a_spec("A", location="https://example.org/other"), now=NOON)
    with pytest.raises(SourceRejected) as by_location:
        await store.sources.add(a_spec("B", location=a_spec("A").location), now=NOON)
    for rejected in (by_name.value, by_location.value):
        assert (rejected.text_key, rejected.detail) == ("source-exists", "A")


async def test_a_removed_source_is_hidden_and_revived_with_what_it_knew(store: Store) -> None:
    first = await store.sources.add(a_spec("A"), now=NOON)
    await store.sources.apply(an_update(first.id, a_new_article()))
    assert await store.sources.remove("A")
    assert not await store.sources.remove("A")
    assert await store.sources.all() == []
    assert await store.sources.by_location(first.spec.location) is None
    assert await store.sources.next_check_at() is None
    later = NOON + timedelta(days=1)
    again = await store.sources.add(a_spec("New name", location=first.spec.location), now=later)
    assert (again.id, again.next_check_at, again.checked_at) == (first.id, later, NOON)
    assert await store.sources.by_location(first.spec.location) == again


async def test_a_source_that_is_removed_while_it_is_read_brings_nothing_more(store: Store) -> None:
    source = await store.sources.add(a_spec("A"), now=NOON)
    await store.sources.remove("A")
    late = an_update(source.id, a_new_article(), at=NOON + timedelta(days=1), moved_to="https://example.org/new")
    assert await store.sources.apply(late) == Applied()
    assert await store.articles.count() == 0
    assert await store.sources.add(a_spec("A"), now=NOON) == source
    await store.sources.remove("A")
    await store.articles.purge(before=NOON)  # and the source itself, as nothing is left of it
    assert await store.sources.apply(late) == Applied()


async def test_a_renamed_source_of_the_file_keeps_its_articles_and_a_new_name_may_take_the_old_one(
    store: Store,
) -> None:
    await store.sources.sync([a_spec("Old")], now=NOON)
    await store.sources.sync([a_spec("New", location=a_spec("Old").location)], now=NOON)
    [source] = await store.sources.all()
    assert (source.id, source.spec.name) == (1, "New")
    await store.sources.sync(
        [a_spec("New", location=a_spec("Old").location), a_spec("Old", location="https://example.org/other")], now=NOON
    )
    assert [(source.id, source.spec.name) for source in await store.sources.all()] == [(1, "New"), (2, "Old")]


async def test_the_file_takes_over_a_source_added_by_hand(store: Store) -> None:
    await store.sources.add(a_spec("By hand", location="https://example.org/f"), now=NOON)
    await store.sources.sync([a_spec("In the file", location="https://example.org/f")], now=NOON)
    assert await names(store) == ["In the file"]
    await store.sources.sync([], now=NOON)
    assert await names(store) == []


async def test_another_location_is_read_as_if_for_the_first_time(store: Store) -> None:
    await store.sources.sync([a_spec("A", kind=SourceKind.FOLDER)], now=NOON)
    stamp = FileStamp(path="a.txt", size=1, mtime_ns=2)
    await store.sources.apply(an_update(1, files=(stamp,), etag="x", failures=3, last_error="bad", enabled=False))
    later = NOON + timedelta(hours=1)
    await store.sources.sync([a_spec("A", kind=SourceKind.FOLDER, location="/elsewhere")], now=later)
    [source] = await store.sources.all()
    assert (source.checked_at, source.etag, source.failures, source.last_error) == (None, None, 0, None)
    assert (source.enabled, source.next_check_at) == (True, later)
    assert await store.post_files.changed(1, [stamp]) == [stamp]


async def test_an_unchanged_source_keeps_its_state_when_the_file_is_read_again(store: Store) -> None:
    await store.sources.sync([a_spec("A")], now=NOON)
    await store.sources.apply(an_update(1, etag="x", enabled=False, last_error="410"))
    before = await store.sources.all()
    await store.sources.sync([a_spec("A")], now=NOON + timedelta(days=1))
    assert await store.sources.all() == before


async def test_due_gives_the_longest_due_first_and_leaves_out_disabled_ones(store: Store) -> None:
    for number in range(4):
        await store.sources.add(a_spec(f"S{number}"), now=NOON)
    for number, minutes in enumerate((30, 10, 20, 5)):
        await store.sources.apply(
            an_update(number + 1, next_check_at=NOON + timedelta(minutes=minutes), enabled=number != 3)
        )
    due = await store.sources.due(NOON + timedelta(minutes=25))
    assert [source.spec.name for source in due] == ["S1", "S2"]
    assert [source.id for source in await store.sources.due(NOON + timedelta(minutes=25), limit=1)] == [2]
    assert await store.sources.next_check_at() == NOON + timedelta(minutes=10)


async def test_a_source_that_is_read_once_a_month_waits_for_its_month(store: Store) -> None:
    source = await store.sources.add(a_spec("A"), now=NOON)
    await store.sources.apply(
        SourceUpdate(source_id=source.id, checked_at=NOON, next_check_at=NOON + timedelta(days=30))
    )
    assert await store.undo_clock_jump(now=NOON + timedelta(days=1)) == 0
    assert await store.sources.due(NOON + timedelta(days=29)) == []


async def test_what_a_clock_that_ran_ahead_has_read_or_added_is_due_again(store: Store) -> None:
    ahead = NOON + timedelta(hours=30)
    read = await store.sources.add(a_spec("A"), now=NOON)
    await store.sources.apply(SourceUpdate(source_id=read.id, checked_at=ahead, next_check_at=ahead))
    await store.sources.add(a_spec("B"), now=ahead)
    assert await store.sources.due(NOON) == []
    assert await store.undo_clock_jump(now=NOON) == 2
    assert [source.spec.name for source in await store.sources.due(NOON)] == ["A", "B"]
    assert await store.undo_clock_jump(now=NOON) == 0


async def test_what_a_clock_that_ran_ahead_took_for_old_or_for_the_newest_of_all_is_put_right(store: Store) -> None:
    source = await store.sources.add(a_spec("A"), now=NOON)
    ahead = NOON + timedelta(days=365)
    undated = a_new_article("Undated", published_at=None, recent=False)
    fresh, old = (a_new_article(f"{age} h", published_at=NOON - timedelta(hours=age), recent=False) for age in (1, 50))
    undated = replace(undated, published_at=ahead, sketch=sketch("Undated", "It stands.", language="en", publisher="1"))
    await store.sources.apply(an_update(source.id, undated, fresh, old, at=ahead))
    await store.undo_clock_jump(now=NOON)
    articles = await store.articles.many([1, 2, 3])
    ages = [(NOON - article.published_at) // timedelta(hours=1) for article in articles]
    assert (ages, [article.pushable for article in articles]) == ([0, 1, 50], [False, True, False])
    assert {article.seen_at for article in articles} == {NOON}
    assert await store.undo_clock_jump(now=NOON) == 0
    told = sketch("Harbour bridge opens", "It is long and wide.", language="en", publisher="1")
    await store.sources.apply(an_update(source.id, replace(a_new_article("Told"), sketch=told)))
    await store.articles.purge(before=NOON)
    kept = await store.sources._worker.read(lambda db: all_rows(db, "SELECT DISTINCT article_id FROM story_keys"))
    assert [row["article_id"] for row in kept] == [4]
    assert len(await store.sources._worker.read(lambda db: all_rows(db, "SELECT * FROM story_sketches"))) == 2


async def test_the_last_success_of_a_source_outlasts_its_failures(store: Store) -> None:
    source = await store.sources.add(a_spec("A"), now=NOON)
    assert source.succeeded_at is None
    await store.sources.apply(an_update(source.id, at=NOON))
    await store.sources.apply(an_update(source.id, at=NOON + timedelta(hours=1), failures=1, last_error="late"))
    [source] = await store.sources.all()
    assert (source.succeeded_at, source.checked_at) == (NOON, NOON + timedelta(hours=1))


async def test_a_reading_is_stored_as_it_was_made(store: Store) -> None:
    await store.sources.add(a_spec("A", category=None), now=NOON)
    stamp = FileStamp(path="posts/ü.txt", size=10, mtime_ns=2**60, problem="no title")
    update = an_update(
        1, files=(stamp,), etag="e", last_modified="m", failures=2, last_error="late", trouble="load-broke"
    )
    assert await store.sources.apply(update) == Applied()
    same, touched, other = stamp, replace(stamp, mtime_ns=1), replace(stamp, path="posts/u.txt")
    assert await store.post_files.changed(1, [same, touched, other]) == [touched, other]
    source = await store.sources.get("A")
    assert source is not None
    assert (source.etag, source.last_modified, source.failures, source.last_error) == ("e", "m", 2, "late")
    assert source.trouble == "load-broke"
    assert (source.checked_at, source.next_check_at) == (update.checked_at, update.next_check_at)
    newer = replace(stamp, size=11, problem=None)
    await store.sources.apply(an_update(1, files=(newer,)))
    assert await store.post_files.changed(1, [stamp, newer]) == [stamp]


async def test_a_moved_feed_is_read_at_its_new_address_unless_another_source_has_it(store: Store) -> None:
    await store.sources.add(a_spec("A"), now=NOON)
    await store.sources.add(a_spec("B"), now=NOON)
    await store.sources.apply(an_update(1, moved_to="https://example.org/new"))
    await store.sources.apply(an_update(2, moved_to="https://example.org/new"))
    assert [source.spec.location for source in await store.sources.all()] == [
        "https://example.org/new",
        "https://example.org/b.xml",
    ]


async def test_the_address_a_feed_moved_from_still_names_it(store: Store) -> None:
    old, new = a_spec("A").location, "https://example.org/new"
    await store.sources.sync([a_spec("A")], now=NOON)
    await store.sources.apply(an_update(1, etag="x", moved_to=new, articles_per_day=3.5))
    await store.sources.sync([a_spec("A", language="en")], now=NOON)
    [source] = await store.sources.all()
    assert (source.spec.location, source.moved_from, source.spec.language) == (new, old, "en")
    assert (source.etag, source.articles_per_day) == ("x", 3.5)
    assert await store.sources.by_location(old) == await store.sources.by_location(new) == source
    with pytest.raises(SourceRejected):
        await store.sources.add(a_spec("B", location=old), now=NOON)


async def test_an_owner_who_writes_the_new_address_has_nothing_read_anew(store: Store) -> None:
    new = "https://example.org/new"
    await store.sources.sync([a_spec("A")], now=NOON)
    await store.sources.apply(an_update(1, etag="x", moved_to=new))
    await store.sources.sync([a_spec("A", location=new)], now=NOON)
    [source] = await store.sources.all()
    assert (source.spec.location, source.moved_from, source.etag) == (new, None, "x")


async def test_an_owner_who_writes_a_third_address_has_it_read(store: Store) -> None:
    third = "https://example.org/third"
    await store.sources.sync([a_spec("A")], now=NOON)
    await store.sources.apply(an_update(1, etag="x", moved_to="https://example.org/new", articles_per_day=2.0))
    await store.sources.sync([a_spec("A", location=third)], now=NOON)
    [source] = await store.sources.all()
    assert (source.spec.location, source.moved_from, source.etag) == (third, None, None)
    assert source.articles_per_day is None


async def test_a_feed_that_moves_twice_is_known_by_its_first_address_and_one_that_moves_back_by_its_only_one(
    store: Store,
) -> None:
    old = a_spec("A").location
    await store.sources.add(a_spec("A"), now=NOON)
    for number in (2, 3):
        await store.sources.apply(an_update(1, moved_to=f"https://example.org/{number}"))
    [source] = await store.sources.all()
    assert (source.spec.location, source.moved_from) == ("https://example.org/3", old)
    await store.sources.apply(an_update(1, moved_to=old))
    [source] = await store.sources.all()
    assert (source.spec.location, source.moved_from) == (old, None)


async def test_many_are_added_at_once_and_each_is_told_what_became_of_it(store: Store) -> None:
    await store.sources.add(a_spec("Here"), now=NOON)
    await store.sources.add(a_spec("Gone"), now=NOON)
    await store.sources.remove("Gone")
    specs = [
        a_spec("Other", location=a_spec("Here").location),
        a_spec("Here", location="https://example.org/1"),
        a_spec("Here", location="https://example.org/2"),
        a_spec("Back", location=a_spec("Gone").location),
    ]
    assert await store.sources.add_all(specs, now=NOON) == [
        AddedSource(name="Here", was_here=True),
        AddedSource(name="Here 2", was_here=False),
        AddedSource(name="Here 3", was_here=False),
        AddedSource(name="Back", was_here=False),
    ]
    assert await names(store) == ["Back", "Here", "Here 2", "Here 3"]
    assert await store.sources.free_name("Here") == "Here 4"
    assert await store.sources.free_name("New") == "New"


async def test_articles_are_new_then_known_then_updated_in_place(store: Store) -> None:
    await store.sources.add(a_spec("A"), now=NOON)
    first = await store.sources.apply(an_update(1, a_new_article(key="k"), a_new_article("Other")))
    assert first == Applied(new_ids=(1, 2))
    assert await store.sources.known(1, ["k", "nobody"]) == {"k": a_new_article(key="k").fingerprint}
    again = await store.sources.apply(an_update(1, a_new_article(key="k")))
    assert again == Applied(known=1)
    edited = a_new_article("Harbour bridge closes", key="k", recent=False, published_at=NOON)
    later = NOON + timedelta(hours=2)
    assert await store.sources.apply(an_update(1, edited, at=later)) == Applied(updated=1)
    article = await store.articles.get(1)
    assert article is not None
    assert (article.title, article.published_at) == ("Harbour bridge closes", NOON)
    assert (article.seen_at, article.pushable) == (NOON, True)
    assert await searched(store, "closes") == [1]
    assert await searched(store, "opens") == []


async def test_an_edit_keeps_an_articles_story(store: Store) -> None:
    await store.sources.add(a_spec("A"), now=NOON)
    await store.sources.apply(an_update(1, a_new_article(key="k")))
    await store.sources.apply(an_update(1, a_new_article("Harbour bridge closes", key="k")))
    article = await store.articles.get(1)
    assert article is not None
    assert article.story_id == a_new_article().own_story_id


async def test_an_edit_makes_no_word_more_usual(store: Store) -> None:
    source = await store.sources.add(a_spec("A"), now=NOON)
    told = sketch("Harbour bridge opens", "It is long and wide.", language="en", publisher="1")
    await store.sources.apply(an_update(source.id, replace(a_new_article(), sketch=told)))
    for number in range(3):
        edited = a_new_article(text=f"It is long and wide, said {number} people.")
        await store.sources.apply(an_update(source.id, replace(edited, sketch=told)))
    counted = await store.sources._worker.read(lambda db: all_rows(db, "SELECT articles FROM language_counts"))
    assert [row["articles"] for row in counted] == [1]


async def test_an_older_version_that_comes_later_changes_nothing(store: Store) -> None:
    await store.sources.add(a_spec("A"), now=NOON)
    newer = a_new_article("Newer", key="k", updated_at=NOON)
    await store.sources.apply(an_update(1, newer))
    older = a_new_article("Older", key="k", updated_at=NOON - timedelta(minutes=1), categories=(("Sport",),))
    assert await store.sources.apply(an_update(1, older)) == Applied(known=1)
    article = await store.articles.get(1)
    assert article is not None
    assert (article.title, article.categories) == ("Newer", (("World",),))
    newest = a_new_article("Newest", key="k", updated_at=NOON + timedelta(minutes=1))
    assert await store.sources.apply(an_update(1, newest)) == Applied(updated=1)


async def test_a_date_alone_may_be_corrected_to_an_earlier_one(store: Store) -> None:
    await store.sources.add(a_spec("A"), now=NOON)
    await store.sources.apply(an_update(1, a_new_article(key="k", published_at=NOON)))
    earlier = NOON - timedelta(days=3)
    corrected = a_new_article(key="k", published_at=earlier)
    edited = replace(corrected, fingerprint=corrected.fingerprint[:24] + "0" * 8)
    assert await store.sources.apply(an_update(1, edited)) == Applied(updated=1)
    article = await store.articles.get(1)
    assert article is not None
    assert article.published_at == earlier


async def test_a_file_remembers_the_article_it_gave_and_its_own_key(store: Store) -> None:
    await store.sources.add(a_spec("A"), now=NOON)
    stamp = FileStamp(path="a.md", size=1, mtime_ns=1, article_key="k", own_key="k2")
    await store.sources.apply(an_update(1, files=(stamp, FileStamp(path="b.md", size=1, mtime_ns=1, problem="empty"))))
    assert await store.post_files.file_keys(1, ["a.md", "b.md", "c.md"]) == {
        "a.md": FileKeys(article_key="k", own_key="k2")
    }
    await store.sources.apply(an_update(1, files=(FileStamp(path="a.md", size=2, mtime_ns=2, problem="broken"),)))
    assert await store.post_files.file_keys(1, ["a.md"]) == {"a.md": FileKeys(article_key="k", own_key="k2")}


async def test_of_an_article_that_comes_twice_in_one_reading_the_last_is_found_alone(store: Store) -> None:
    await store.sources.add(a_spec("A"), now=NOON)
    await store.sources.apply(an_update(1, a_new_article("Ferries retire", key="old")))
    twice = [a_new_article(title, key="k") for title in ("Harbour bridge opens", "Harbour bridge closes")]
    again = [a_new_article(title, key="old") for title in ("Ferries return", "Ferries remain")]
    assert await store.sources.apply(an_update(1, *twice, *again)) == Applied(new_ids=(2,), updated=3)
    for words, found in (("closes", [2]), ("remain", [1]), ("opens", []), ("return", []), ("retire", [])):
        assert await searched(store, words) == found
    await store.sources._worker.write(assert_index_is_exact)


async def test_an_edit_of_an_undated_article_does_not_make_it_new(store: Store) -> None:
    await store.sources.add(a_spec("A"), now=NOON)
    await store.sources.apply(an_update(1, a_new_article(key="k", published_at=None)))
    later = NOON + timedelta(hours=2)
    edited = replace(a_new_article("Edited", key="k", published_at=None), published_at=later)
    await store.sources.apply(an_update(1, edited, at=later))
    article = await store.articles.get(1)
    assert article is not None
    assert article.published_at == NOON


async def test_everything_of_an_article_comes_back(store: Store) -> None:
    await store.sources.add(a_spec("A"), now=NOON)
    blocks = (
        Block(kind=BlockKind.HEADING, text="港", level=2),
        Block(kind=BlockKind.LIST, items=("a", "b"), level=1),
        Block(kind=BlockKind.PICTURE, url="https://example.org/p.jpg", text="caption"),
    )
    new = a_new_article(
        "港橋開通",
        authors=("林", "O'Neil"),
        categories=(("新媒體", "眾聞"), ("World",)),
        blocks=blocks,
        language="zh-Hant",
        thumbnail_url="https://example.org/t.jpg",
        more_pictures=("https://example.org/u.jpg",),
        published_at=NOON.replace(microsecond=123456),
    )
    await store.sources.apply(an_update(1, new))
    article = await store.articles.get(1)
    assert article is not None
    assert article.blocks == blocks
    assert (article.authors, article.categories) == (new.parsed.authors, new.parsed.categories)
    assert (article.title, article.text, article.url) == (new.parsed.title, new.parsed.text, new.parsed.url)
    assert (article.language, article.thumbnail_url) == ("zh-Hant", "https://example.org/t.jpg")
    assert article.more_pictures == ("https://example.org/u.jpg",)
    assert (article.published_at, article.story_id) == (new.published_at, new.own_story_id)
    assert (article.source_id, article.source_name) == (1, "A")


async def test_the_categories_of_sources_are_there_before_their_articles(store: Store) -> None:
    await store.sources.sync([a_spec(category=("World", "Europe")), a_spec("Blog", category=None)], now=NOON)
    await store.sources.add(a_spec("CNN", category=("Sport",)), now=NOON)
    counts = await store.articles.categories(since=NOON)
    assert [(count.path, count.articles) for count in counts] == [
        (("Sport",), 0),
        (("World",), 0),
        (("World", "Europe"), 0),
    ]


async def test_the_category_of_a_source_is_there_until_the_source_goes(store: Store) -> None:
    await store.sources.add(a_spec(category=("World", "Europe")), now=NOON)
    await store.articles.purge(before=NOON)
    assert len(await store.articles.categories(since=NOON)) == 2
    await store.sources.sync([a_spec(category=("World",))], now=NOON)
    await store.articles.purge(before=NOON)
    assert [count.path for count in await store.articles.categories(since=NOON)] == [("World",)]
    await store.sources.remove("BBC")
    await store.articles.purge(before=NOON)
    assert await store.articles.categories(since=NOON) == []
