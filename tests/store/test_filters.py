"""Rules and mutes of chats in the store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.models.chats import ChatKey
from bot.models.filters import Publisher, Rule, RuleKind
from bot.models.sources import SourceKind, SourceSpec
from bot.store import Store
from tests.fakes import NOON, a_chat, a_digest, a_message, a_new_article, an_update
from tests.stores import a_store

HIDE = Rule(kind=RuleKind.WORD, hides=True, value="football")
SHOW = Rule(kind=RuleKind.WORD, hides=False, value="football")
MUTE = Rule(kind=RuleKind.MUTE, hides=True, value="Paper")


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with a_store(tmp_path / "tidings.db") as opened:
        yield opened


async def a_stored_chat(store: Store, chat_id: int = 100, *rules: Rule, thread_id: int = 0) -> ChatKey:
    chat = a_chat(chat_id, thread_id=thread_id)
    await store.chats.save(chat)
    await store.filters.add(chat.key, rules, now=NOON)
    return chat.key


async def rules_of(store: Store, key: ChatKey) -> list[Rule]:
    return [saved.rule for saved in await store.filters.of(key)]


async def published(store: Store, name: str, *titles: str, kind: SourceKind = SourceKind.FEED, **changes: Any) -> None:
    source = await store.sources.add(SourceSpec(name=name, kind=kind, location=f"https://{name}.example"), now=NOON)
    await store.sources.apply(an_update(source.id, *(a_new_article(title, **changes) for title in titles)))


async def test_rules_are_kept_in_their_order_each_once(store: Store) -> None:
    key = await a_stored_chat(store, 100, HIDE, SHOW)
    await store.filters.add(key, [MUTE, HIDE], now=NOON)
    assert await rules_of(store, key) == [HIDE, SHOW, MUTE]
    assert await store.filters.of_each([key, ChatKey(chat_id=404)]) == {key: frozenset((HIDE, SHOW, MUTE))}


async def test_a_chat_removes_its_own_rules_only(store: Store) -> None:
    key, other = await a_stored_chat(store, 100, HIDE), await a_stored_chat(store, 200, HIDE)
    (saved,) = await store.filters.of(key)
    assert await store.filters.remove(other, saved.id) is None
    assert await store.filters.remove(key, saved.id) == HIDE
    assert await store.filters.remove(key, saved.id) is None
    assert await rules_of(store, other) == [HIDE]


async def test_the_rules_of_all_are_listed_once(store: Store) -> None:
    for chat_id in (100, 200):
        await a_stored_chat(store, chat_id, HIDE)
    await a_stored_chat(store, 300, SHOW)
    assert set(await store.filters.in_use()) == {HIDE, SHOW}
    assert len(await store.filters.in_use()) == 2


async def test_a_group_moves_with_its_rules(store: Store) -> None:
    topic = await a_stored_chat(store, -5, HIDE, thread_id=7)
    await a_stored_chat(store, -5, HIDE, SHOW)
    new = await a_stored_chat(store, -1005, HIDE)
    await store.chats.migrate(-5, -1005)
    assert await rules_of(store, new) == [HIDE, SHOW]
    assert await rules_of(store, ChatKey(chat_id=-1005, thread_id=7)) == [HIDE]
    assert await rules_of(store, topic) == []


async def test_a_forgotten_chat_leaves_no_rule(store: Store) -> None:
    key = await a_stored_chat(store, 100, HIDE, MUTE)
    other = await a_stored_chat(store, 200, HIDE)
    await store.chats.forget(100)
    assert await store.filters.in_use() == [HIDE]
    assert (await rules_of(store, key), await rules_of(store, other)) == ([], [HIDE])


async def test_publishers_are_sources_and_the_authors_of_posts(store: Store) -> None:
    assert await store.filters.publishers() == []
    await published(store, "Paper", "One", "Two")
    await published(store, "Posts", "Three", kind=SourceKind.FOLDER, authors=("眾聞",))
    await published(store, "Notes", "Four", "Five", kind=SourceKind.FOLDER)
    await published(store, "Empty")
    found = {publisher.name: publisher for publisher in await store.filters.publishers()}
    assert found == {
        "Paper": Publisher(name="Paper", article_id=2),
        "Posts": Publisher(name="Posts", article_id=None),
        "眾聞": Publisher(name="眾聞", article_id=3),
        "Notes": Publisher(name="Notes", article_id=5),
        "Empty": Publisher(name="Empty", article_id=None),
    }


async def test_a_muted_story_is_listed_until_it_is_told_again(store: Store) -> None:
    key = await a_stored_chat(store)
    await published(store, "Paper", "One", "Two")
    assert await store.digests.mute(key, 1, now=NOON)
    assert await store.filters.muted_stories(key, limit=9) == [1]
    assert not await store.filters.unmute_story(key, 2)
    assert await store.filters.unmute_story(key, 1)
    assert await store.filters.muted_stories(key, limit=9) == []
    assert await store.digests.already_sent(key, ["story:One"]) == {"story:One": 2}


async def test_the_sources_of_the_last_digest_come_with_those_that_were_shown_first(store: Store) -> None:
    key = await a_stored_chat(store)
    chat = await store.chats.get(key)
    assert await store.filters.told_last(key, limit=9) == []
    for name in ("First", "Second", "Third", "Shown", "Other"):
        title = "Apart" if name == "Other" else "Same"
        await published(store, name, title, authors=("Ada",))
    await published(store, "Many", "Same", key="a", authors=("Bo",))
    source = await store.sources.get("Many")
    assert source is not None
    await store.sources.apply(an_update(source.id, a_new_article("Same", key="b", authors=("Cleo",))))
    assert chat is not None
    assert await store.digests.commit([a_digest(chat, a_message(), stories=["story:Same"])], now=NOON)
    assert await store.filters.told_last(key, limit=9) == [4, 1, 2, 3, 6]
    assert await store.filters.told_last(key, limit=2) == [4, 1]
