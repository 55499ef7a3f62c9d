"""What a digest told its chat, and stories of which a chat hears no more."""

from __future__ import annotations

from bot.digest.pick import pick
from bot.models.chats import Chat
from bot.models.digests import Told
from tests.digest.newsroom import Newsroom
from tests.fakes import an_article


async def told_now(room: Newsroom, chat: Chat, upto_id: int) -> list[Told]:
    digest = await room.store.sent_digests.upto(chat.key, upto_id)
    return list(digest.told) if digest is not None else []


async def test_the_stories_of_a_digest_are_known_with_the_sources_that_told_them_by_then(room: Newsroom) -> None:
    chat = await room.joins(("World",), ("Sport",))
    game = await room.arrives("Game won", ("Sport",))
    bridge = await room.arrives("Bridge opens", story="bridge")
    other = await room.arrives("A bridge is open", source="City Paper", story="bridge")
    await room.composer.compose_due()
    stories = await told_now(room, chat, other)
    assert {story.article_id: story.publishers for story in stories} == {game: 1, min(bridge, other): 2}
    await room.arrives("The bridge again", source="Third Paper", story="bridge")
    assert await told_now(room, chat, other) == stories
    assert await told_now(room, chat, other + 9) == []


async def test_a_later_digest_is_another_one(room: Newsroom) -> None:
    chat = await room.joins()
    first = await room.arrives("Talks begin")
    await room.composer.compose_due()
    await room.queued()
    room.clock.advance(days=1)
    second = await room.arrives("Rice is cheap")
    await room.composer.compose_due()
    assert [story.article_id for story in await told_now(room, chat, first)] == [first]
    assert [story.article_id for story in await told_now(room, chat, second)] == [second]


async def test_a_muted_story_does_not_go_on(room: Newsroom) -> None:
    chat = await room.joins()
    article = await room.arrives("Bridge opens", story="bridge")
    await room.composer.compose_due()
    assert await room.store.digests.mute(chat.key, article, now=room.clock.now())
    assert not await room.store.digests.mute(chat.key, 999, now=room.clock.now())
    sent = await room.store.digests.already_sent(chat.key, ["bridge"])
    development = an_article(10**9, story_id="bridge", development=True)
    assert pick([development], max_stories=5, sent={"bridge": article}).items
    assert not pick([development], max_stories=5, sent=sent).items


async def test_a_story_can_be_muted_before_it_was_told(room: Newsroom) -> None:
    chat = await room.joins()
    article = await room.arrives("Bridge opens", story="bridge")
    await room.store.digests.mute(chat.key, article, now=room.clock.now())
    assert await room.composer.compose_due() == 0
