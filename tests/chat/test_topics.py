"""A topic for each category, in a forum and in a private chat that may have topics."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.models.chats import ChatKey, DigestMode
from bot.models.filters import Lesson, Rule, RuleKind, TasteKind
from bot.models.places import MadeTopic
from bot.playground.world.state import FORUM_ID
from tests.botapi import set_bot_status
from tests.chat.rig import NOON, Rig, labels, text

MAKE, UNDO = "🗂 A topic for each category", "↩️ No topics of mine any more"
MEMBER = 901


@pytest.fixture
async def rig(rig: Rig) -> Rig:
    """With news in three categories, and the bot as an administrator of a forum."""
    for name in ("World", "Arts", "Economy"):
        await rig.publish(f"News of {name}", category=(name,))
    set_bot_status(rig.api.world, rig.api.world.chats[FORUM_ID], "administrator")
    return rig


def topics(rig: Rig) -> list[str]:
    """The names of the forum's topics."""
    return list(rig.api.world.chats[FORUM_ID].topics.values())


async def made(rig: Rig, chat_id: int = FORUM_ID) -> dict[str, MadeTopic]:
    return {topic.category[0]: topic for topic in await rig.store.made_topics.of(chat_id)}


async def test_each_category_gets_a_topic_once_with_its_news_and_all_of_it_is_undone(rig: Rig) -> None:
    shown = await rig.says("/subscribe World, Arts", chat=FORUM_ID)
    if MAKE not in labels(shown):  # the question for the time zone comes after it
        shown = rig.messages(FORUM_ID)[-2]
    assert MAKE in labels(shown)
    rule = Rule(kind=RuleKind.WORD, hides=True, value="football")
    await rig.store.filters.add(ChatKey(chat_id=FORUM_ID), [rule], now=NOON)
    liked = Lesson(kind=TasteKind.WORD, value="bridge", key="bridge")
    await rig.store.tastes.learn(ChatKey(chat_id=FORUM_ID), [liked], more=True, now=NOON)
    await rig.presses(MAKE, chat=FORUM_ID)
    for _ in range(2):
        await rig.says("/settings", chat=FORUM_ID)
        await rig.presses(MAKE, chat=FORUM_ID)
    assert topics(rig) == ["Science", "Sports", "Arts", "World"]
    assert "Each category has its topic already." in rig.answered().values()
    threads = {name: topic.thread_id for name, topic in (await made(rig)).items()}
    assert await rig.follows(FORUM_ID) == []
    assert await rig.follows(FORUM_ID, thread_id=threads["World"]) == [("World",)]
    [saved] = await rig.store.filters.of(ChatKey(chat_id=FORUM_ID, thread_id=threads["World"]))
    assert saved.rule == rule
    [taste] = await rig.store.tastes.of(ChatKey(chat_id=FORUM_ID, thread_id=threads["World"]))
    assert taste.lesson == liked
    assert (await rig.chat(FORUM_ID, thread_id=threads["Arts"])).title == "Neighbourhood · Arts"
    await rig.publish("Bridge opens", category=("World",))
    await rig.says("/digest", chat=FORUM_ID, thread_id=threads["World"])
    await rig.api.wait_for(lambda: any(entry.thread_id == threads["World"] and "Bridge" in text(entry)
                                       for entry in rig.messages(FORUM_ID)))  # fmt: skip
    await rig.says("/settings", chat=FORUM_ID)
    assert any("Topics of their own: Arts, World." in text(entry) for entry in rig.messages(FORUM_ID))
    rig.clock.advance(120)
    for command in ("/digest", "/subscriptions"):
        assert text(await rig.says(command, chat=FORUM_ID)) == "Topics of their own: Arts, World."
    await rig.says("/settings", chat=FORUM_ID)
    await rig.presses(UNDO, chat=FORUM_ID)
    assert any("the news comes where it came before" in text(entry) for entry in rig.messages(FORUM_ID))
    assert await rig.follows(FORUM_ID) == [("Arts",), ("World",)]
    assert topics(rig) == ["Science", "Sports", "World"]  # where news came people may read on
    assert "closeForumTopic" in {call.method for call in rig.api.calls}
    assert not (await rig.chat(FORUM_ID, thread_id=threads["World"])).active
    assert await made(rig) == {}


async def test_a_topic_that_is_new_to_the_bot_has_the_settings_of_its_group(rig: Rig) -> None:
    for command in ("/language Deutsch", "/timezone Berlin", "/schedule off", "/quiet 22:00-09:00"):
        await rig.says(command, chat=FORUM_ID)
    shown = await rig.says("/subscribe World", chat=FORUM_ID, thread_id=2)
    assert text(shown).endswith("Nächste Ausgabe: morgen um 09:00 (Berlin).")  # nor is the zone asked for
    topic = await rig.chat(FORUM_ID, thread_id=2)
    assert (topic.zone, topic.zone_chosen, topic.schedule.mode) == ("Europe/Berlin", True, DigestMode.TIMES)


async def test_what_is_followed_again_goes_into_the_topic_there_is_and_a_lost_topic_is_made_again(rig: Rig) -> None:
    await rig.says("/subscribe World, Arts", chat=FORUM_ID)
    await rig.presses(MAKE, chat=FORUM_ID)
    threads = {name: topic.thread_id for name, topic in (await made(rig)).items()}
    await rig.says("/subscribe World, Economy", chat=FORUM_ID)
    await rig.presses(MAKE, chat=FORUM_ID)
    assert topics(rig)[2:] == ["Arts", "World", "Economy"]
    assert await rig.follows(FORUM_ID) == []
    del rig.api.world.chats[FORUM_ID].topics[threads["World"]]  # Telegram tells nobody
    await rig.publish("Bridge opens", category=("World",))
    chat = await rig.chat(FORUM_ID, thread_id=threads["World"])
    assert await rig.services.composer.compose_now(chat)
    rig.services.deliverer.wake()
    await rig.api.wait_for(lambda: any("the topic “World”" in text(entry) for entry in rig.messages(FORUM_ID)))
    await rig.quiet()
    assert not (await made(rig))["World"].active
    await rig.says("/settings", chat=FORUM_ID)
    await rig.presses(MAKE, chat=FORUM_ID)
    assert topics(rig)[2:] == ["Arts", "Economy", "World"]
    thread = (await made(rig))["World"].thread_id
    assert await rig.follows(FORUM_ID, thread_id=thread) == [("World",)]


async def test_what_stands_in_the_way_is_said_with_what_to_do(rig: Rig) -> None:
    await rig.says("/settings", chat=FORUM_ID)
    await rig.presses(MAKE, chat=FORUM_ID)
    assert "You don't follow anything here yet. Pick categories first: /categories" in rig.answered().values()
    await rig.says("/subscribe World", chat=FORUM_ID)
    for status, told in (("member", "switch on “Manage topics”"), ("administrator", "have a topic of their own now")):
        set_bot_status(rig.api.world, rig.api.world.chats[FORUM_ID], status)  # type: ignore[arg-type]
        await rig.says("/settings", chat=FORUM_ID)
        if status == "administrator":
            rig.api.fail_next("createForumTopic", 429, "Too Many Requests: retry after 9", {"retry_after": 9})
            assert "makes no more topics for the moment" in text(await rig.presses(MAKE, chat=FORUM_ID))
        assert told in text(await rig.presses(MAKE, chat=FORUM_ID))
    await rig.presses(UNDO, chat=FORUM_ID)
    await rig.says("/settings", chat=FORUM_ID)
    rig.api.add_person(MEMBER)
    rig.api.world.chats[FORUM_ID].members[MEMBER] = "member"
    await rig.presses(MAKE, chat=FORUM_ID, sender=MEMBER)
    assert "Only administrators can change settings here." in rig.answered().values()
    assert topics(rig) == ["Science", "Sports"]


async def test_a_group_without_topics_has_no_such_button_and_an_old_one_says_why(rig: Rig) -> None:
    shown = await rig.says("/settings", chat=rig.api.group)
    assert MAKE not in labels(shown)
    object.__setattr__(
        shown, "keyboard", (({"text": MAKE, "callback_data": "mt"}, {"text": UNDO, "callback_data": "ut"}),)
    )
    await rig.presses(MAKE, chat=rig.api.group)
    assert "This chat has no topics." in list(rig.answered().values())[-1]
    assert text(await rig.presses(UNDO, chat=rig.api.group)) == "There are no topics that I made."


async def test_while_many_are_made_others_are_answered_and_it_is_told_how_far_it_is(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat.handlers.topics.SHOWN_EACH", 1)
    await rig.says("/subscribe World, Arts", chat=FORUM_ID)
    await rig.says("/settings", chat=FORUM_ID)
    assert "have a topic of their own now" in text(await rig.presses(MAKE, chat=FORUM_ID))
    edits = [call.params["text"] for call in rig.api.calls if call.method.startswith("edit")]
    assert edits[0].endswith("Making the topics: 1 of 2…")


async def test_two_presses_at_once_make_one_topic(rig: Rig) -> None:
    await rig.says("/subscribe World", chat=FORUM_ID)
    shown = await rig.says(f"/settings {FORUM_ID}")
    assert MAKE in labels(shown)
    await rig.says("/settings", chat=FORUM_ID)
    queries = [await rig.api.press(MAKE), await rig.api.press(MAKE, chat=FORUM_ID)]
    await rig.api.wait_for(lambda: set(queries) <= rig.answered().keys())
    await rig.quiet()
    assert topics(rig)[2:] == ["World"]
    assert (await made(rig)).keys() == {"World"}


async def test_a_private_chat_that_may_have_topics_gets_them(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    bot: Any = rig.application.bot
    with bot.bot._unfrozen():
        bot.bot.has_topics_enabled = True
    rig.api.world.chats[rig.api.me].topics[77] = "Notes"
    await rig.says("/subscribe World, Arts")
    await rig.says("/settings")
    shown = await rig.presses(MAKE)
    assert "have a topic of their own now" in text(shown)
    assert (await made(rig, rig.api.me)).keys() == {"World", "Arts"}
    rig.api.fail_next("deleteForumTopic", 400, "Bad Request: not enough rights", times=2)
    await rig.presses(UNDO)
    assert await rig.follows() == [("Arts",), ("World",)]
    assert "closeForumTopic" not in {call.method for call in rig.api.calls}


async def test_a_topic_that_is_opened_again_gets_what_was_held(rig: Rig) -> None:
    await rig.says("/help", chat=FORUM_ID, thread_id=2)
    world = rig.api.world
    reopened = {
        "message_id": 99, "date": int(NOON.timestamp()), "message_thread_id": 2, "is_topic_message": True,
        "chat": {"id": FORUM_ID, "type": "supergroup", "title": "Neighbourhood", "is_forum": True},
        "from": {"id": rig.api.me, "is_bot": False, "first_name": "Ada"}, "forum_topic_reopened": {},
    }  # fmt: skip
    ended = asyncio.Event()

    async def end_pause(key: ChatKey) -> None:
        assert key == ChatKey(chat_id=FORUM_ID, thread_id=2)
        ended.set()

    rig.store.outbox.end_pause = end_pause  # type: ignore[method-assign]
    world.updates.add("message", reopened)
    async with asyncio.timeout(5):
        await ended.wait()
