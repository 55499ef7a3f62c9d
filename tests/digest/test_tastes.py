"""The order of stories for chats that like some more or less than others."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.digest.recap import Recapper
from bot.filters.tastes import lessons
from bot.models.chats import Chat, ChatKey, DigestFormat
from bot.models.filters import TasteKind
from tests.digest.newsroom import Newsroom, html
from tests.fakes import NOON, an_article

SPORT = ("Sport",)


async def presses(room: Newsroom, chat: Chat, source: str, *words: str, more: bool, times: int = 1) -> None:
    learnt = lessons(an_article(source_name=source), None, words)
    for _ in range(times):
        await room.store.tastes.learn(chat.key, learnt, more=more, now=NOON)


async def digests(room: Newsroom) -> dict[int, str]:
    await room.composer.compose_due()
    return {message.chat.chat_id: html(message) for message in await room.queued()}


def order(page: str, *titles: str) -> list[str]:
    return sorted(titles, key=page.index)


async def test_tastes_order_the_stories_of_their_chat_alone_and_hide_none(
    room: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "bot.digest.compose")
    chats = [await room.joins(chat_id=number) for number in range(1, 6)]
    await presses(room, chats[1], "Loud Paper", more=False)
    await presses(room, chats[2], "Quiet Paper", "rice", more=True, times=3)
    await presses(room, chats[3], "No Such Paper", "unheard", more=False)
    await room.arrives("Bridge opens", story="bridge", source="Loud Paper")
    await room.arrives("A bridge is open", story="bridge", source="Paper")
    await room.arrives("Cup final", source="Loud Paper")
    await room.arrives("Rice is cheap", source="Quiet Paper")
    found = await digests(room)
    titles = ("Bridge opens", "Cup final", "Rice is cheap")
    usual = ["Bridge opens", "Cup final", "Rice is cheap"]
    assert {key: order(page, *titles) for key, page in found.items()} == {
        1: usual,
        2: ["Bridge opens", "Rice is cheap", "Cup final"],
        3: ["Rice is cheap", "Bridge opens", "Cup final"],
        4: usual,
        5: usual,
    }
    assert found[1] == found[4] == found[5]
    assert "digests composed chats=5 drawn=3" in caplog.text  # tastes that meet no story cost no drawing


async def test_a_liked_story_leads_an_edition(room: Newsroom) -> None:
    chat = await room.joins(("World",), SPORT)
    await room.arrives("Cup final", SPORT, source="Loud Paper")
    await room.arrives("Talks go on", source="Quiet Paper")
    await presses(room, chat, "Quiet Paper", more=True)
    await room.composer.compose_due()
    front = html((await room.queued())[0])
    assert order(front, "Cup final", "Talks go on")[0] == "Talks go on"


async def test_headlines_and_recaps_have_the_same_order(room: Newsroom) -> None:
    chat = await room.joins()
    for title in ("Cup final", "Bridge opens", "Rice is cheap"):
        await room.arrives(title, source=f"{title} Paper")
    await presses(room, chat, "Cup final Paper", more=False)
    await presses(room, chat, "Another Paper", "rice", more=True)
    expected = ["Rice is cheap", "Bridge opens", "Cup final"]
    headlines = await room.composer.headlines(chat, None)
    assert [item.article.title for item in headlines.digest.items] == expected
    recapper = Recapper(
        store=room.store,
        summaries=room.summaries,
        thumbnails=room.thumbnails,
        clock=room.clock,
        digest_format=DigestFormat.CLASSIC,
        bot_username="tidings_bot",
    )
    assert [story.newest.title for story in (await recapper.recap(chat)).stories] == expected


async def test_tastes_are_bounded_and_the_oldest_ones_give_way(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = await room.joins()
    await presses(room, chat, "Paper", "rice", more=False, times=5)
    assert {taste.weight for taste in await room.store.tastes.of(chat.key)} == {-3}
    await presses(room, chat, "Paper", more=True, times=3)
    (rice,) = await room.store.tastes.of(chat.key)  # what weighs nothing any more is gone
    assert (rice.lesson.kind, rice.lesson.value) == (TasteKind.WORD, "rice")
    monkeypatch.setattr("bot.store.filters.MAX_TASTES", 2)
    learnt = lessons(an_article(source_name="Paper"), None, ("tea",))
    await room.store.tastes.learn(chat.key, learnt, more=True, now=NOON + timedelta(minutes=1))
    assert [taste.lesson.value for taste in await room.store.tastes.of(chat.key)] == ["Paper", "tea"]


async def test_tastes_move_with_their_group_and_are_forgotten_one_by_one_or_all(room: Newsroom) -> None:
    chat, other = await room.joins(chat_id=-5), await room.joins(chat_id=-6)
    await presses(room, chat, "Paper", "rice", more=False)
    await presses(room, other, "Paper", more=True)
    paper, rice = await room.store.tastes.of(chat.key)
    assert not await room.store.tastes.forget(other.key, rice.id)
    assert await room.store.tastes.forget(chat.key, rice.id)
    await room.store.chats.migrate(-5, -100)
    moved = ChatKey(chat_id=-100)
    assert await room.store.tastes.of(moved) == [paper]
    assert await room.store.tastes.forget(moved)
    assert not await room.store.tastes.forget(moved)
    assert len(await room.store.tastes.of(other.key)) == 1
