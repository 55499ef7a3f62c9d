"""Topics that the bot made, and chats that people look after: what goes with a chat that is forgotten or moved."""

from __future__ import annotations

from bot.models.chats import ChatKey
from bot.models.places import MadeTopic, Place
from bot.store import Store
from tests.fakes import a_chat

PERSON, GROUP, MOVED = 7, -55, -100555


async def test_what_is_looked_after_is_listed_latest_first_and_goes_with_either_side(store: Store) -> None:
    looked_after = store.looked_after
    for chat_id in (GROUP, -77, PERSON):
        await store.chats.save(a_chat(chat_id, title=f"Chat {chat_id}"))
    for chat_id in (GROUP, -77, GROUP):
        await looked_after.add(PERSON, chat_id)
    assert await looked_after.of(PERSON, limit=9) == [
        Place(chat_id=GROUP, title=f"Chat {GROUP}"),
        Place(chat_id=-77, title="Chat -77"),
    ]
    await store.chats.migrate(GROUP, MOVED)
    assert [place.chat_id for place in await looked_after.of(PERSON, limit=9)] == [MOVED, -77]
    await store.chats.deactivate(MOVED)
    assert [place.chat_id for place in await looked_after.of(PERSON, limit=9)] == [-77]
    await store.chats.reactivate(MOVED)
    await store.chats.forget(-77)
    assert [place.chat_id for place in await looked_after.of(PERSON, limit=9)] == [MOVED]
    await store.chats.forget(PERSON)
    assert await looked_after.of(PERSON, limit=9) == []


async def test_a_topic_keeps_what_else_is_followed_there_and_goes_with_its_chat(store: Store) -> None:
    source = ChatKey(chat_id=GROUP)
    await store.chats.save(a_chat(GROUP, title="Friends"))
    await store.chats.subscribe(source, ("World",))
    await store.made_topics.add(source, 5, ("World",), title="Friends · World")
    await store.chats.subscribe(ChatKey(chat_id=GROUP, thread_id=5), ("Arts",))
    [topic] = await store.made_topics.of(GROUP)
    assert topic == MadeTopic(thread_id=5, category=("World",), made_from=0)
    await store.made_topics.undo(GROUP, topic)
    kept = await store.chats.get(ChatKey(chat_id=GROUP, thread_id=5))
    assert kept is not None
    assert kept.active
    assert await store.chats.subscriptions(source) == [("World",)]
    assert await store.chats.subscriptions(kept.key) == [("Arts",)]
    await store.made_topics.add(source, 6, ("World",), title="Friends · World")
    await store.chats.unsubscribe(ChatKey(chat_id=GROUP, thread_id=6), ("World",))
    [topic] = await store.made_topics.of(GROUP)
    await store.made_topics.undo(GROUP, topic)
    assert await store.chats.subscriptions(source) == []  # it was ended there
    await store.chats.subscribe(source, ("World",))
    await store.made_topics.add(source, 7, ("World",), title="Friends · World")
    await store.chats.forget(GROUP)
    assert await store.made_topics.of(GROUP) == []
