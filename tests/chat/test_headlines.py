"""Today's headlines and the digest now."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.handlers import headlines
from bot.models.chats import ChatKey, DigestFormat
from bot.playground.world.chats import PhotoBody, RichBody
from tests.chat.rig import Rig, labels, running_rig, text
from tests.chat.test_digest_buttons import delivered
from tests.fakes import a_message


async def test_today_shows_headlines_with_thumbnails_in_pages(rig: Rig) -> None:
    await rig.publish(*(f"Story number {number}" for number in range(7)))
    shown = await rig.says("/today")
    assert isinstance(shown.body, RichBody)
    assert "Story number 6" in text(shown)
    assert "2 sentences on Story number 6." in text(shown)
    assert sorted(photo.width for photo in shown.body.rich.photos) == [640, 960, 960, 960, 960]  # a picture, cards
    assert labels(shown) == ["1 / 2", "▶️"]
    await rig.presses("▶️")
    turned = rig.api.world.chats[rig.api.me].messages[shown.message_id]
    assert "Story number 0" in text(turned)
    assert labels(turned) == ["◀️", "2 / 2"]


async def test_today_of_one_category(rig: Rig) -> None:
    await rig.publish("One", "Two", "Three")
    await rig.publish("Cup final", category=("Sports",))
    shown = await rig.says("/today sports")
    assert "Cup final" in text(shown)
    assert "One" not in text(shown)
    assert "Little has happened since midnight" in text(shown)


async def test_today_without_news_says_so(rig: Rig) -> None:
    assert "Nothing new today yet." in text(await rig.says("/today"))
    await rig.publish("One")
    rig.clock.advance(days=3)
    assert "Nothing new in World today." in text(await rig.says("/today world"))


async def test_today_of_an_unknown_category_offers_the_nearest(rig: Rig) -> None:
    await rig.publish("One", "Two", "Three")
    shown = await rig.says("/today Wrold")
    assert labels(shown) == ["World"]
    await rig.presses("World")
    assert "One" in text(rig.last())
    assert "/categories shows them all" in text(await rig.says("/today zzzzzzz"))


async def test_every_page_counts_the_stories_of_all(rig: Rig) -> None:
    await rig.publish(*(f"Story number {number}" for number in range(7)))
    assert "7 stories" in text(await rig.says("/today"))
    await rig.presses("▶️")
    assert "7 stories" in text(rig.last())


async def test_a_page_of_news_that_are_gone_changes_nothing(rig: Rig) -> None:
    await rig.publish(*(f"Story number {number}" for number in range(7)))
    shown = await rig.says("/today")
    rig.clock.advance(days=3)
    await rig.presses("▶️")
    assert rig.last() == shown


async def test_work_that_takes_long_shows_a_placeholder_meanwhile(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(headlines, "PLACEHOLDER_AFTER_SECONDS", 0)
    await rig.publish("One", "Two", "Three")
    rig.summarizer.gate.clear()
    await rig.api.user_says("/today")
    await rig.api.wait_for(lambda: rig.messages() and "Looking through" in text(rig.last()))
    rig.summarizer.gate.set()
    await rig.quiet()
    assert [isinstance(message.body, RichBody) for message in rig.messages()] == [True]


@pytest.mark.parametrize("pictures", [True, False])
async def test_classic_headlines_turn_pages_too(rig: Rig, pictures: bool) -> None:
    await rig.publish(*(f"Story number {number}" for number in range(7)))
    await rig.says("/start")
    chat = await rig.chat()
    await rig.store.chats.save(replace(chat, format=DigestFormat.CLASSIC, pictures=pictures))
    shown = await rig.says("/today")
    assert any(isinstance(message.body, PhotoBody) for message in rig.messages()) is pictures
    assert "1 / 2" in labels(shown)
    await rig.presses("▶️")
    assert "Story number 0" in text(rig.last())


async def test_the_owner_may_want_classic_messages_for_all(tmp_path: Path) -> None:
    async with running_rig(tmp_path, digest_format=DigestFormat.CLASSIC) as rig:
        await rig.publish("One")
        await rig.says("/today")
        assert not any(isinstance(message.body, RichBody) for message in rig.messages())
        assert "Little has happened" in text(rig.last())


async def test_an_old_server_gets_the_classic_form(rig: Rig) -> None:
    await rig.publish(*(f"Story number {number}" for number in range(7)))
    rig.api.fail_next("sendRichMessage", 404, "Not Found: method not found")
    await rig.says("/today")
    assert not any(isinstance(message.body, RichBody) for message in rig.messages())
    assert any("Story number 6" in text(message) for message in rig.messages())


async def test_digest_now_needs_something_to_follow(rig: Rig) -> None:
    await rig.publish("One")
    shown = await rig.says("/digest")
    assert "Pick a category first" in text(shown)
    assert labels(shown) == ["📚 Categories"]


async def test_digest_now_leaves_the_schedule_alone(rig: Rig) -> None:
    await rig.publish("One")
    await rig.says("/subscribe World")
    before = await rig.chat()
    rig.clock.advance(60)
    await rig.publish("Two")
    await rig.says("/digest")
    rig.clock.advance(10)
    await rig.api.wait_for(lambda: "Two" in text(rig.last()))
    assert (await rig.chat()).next_digest_at == before.next_digest_at


async def test_digest_now_without_news_says_so(rig: Rig) -> None:
    await rig.publish("One")
    await rig.says("/subscribe World")
    rig.clock.advance(days=4)
    await rig.says("/digest")
    assert "Nothing new today yet." in text(rig.last())
    await rig.publish("Two")
    await rig.says("/digest")
    await delivered(rig)
    await rig.says("/digest")
    assert "Nothing new since your last digest." in text(rig.last())
    assert "filters" not in text(rig.last())
    await rig.says("/filter +glacier")
    await rig.presses("Save")
    for command in ("/digest", "/today"):
        answer = await rig.says(command)
        assert text(answer).endswith("You have filters: they may hide what there is.")
        assert labels(answer) == ["🧹 All filters"]


async def test_digests_are_not_made_at_every_whim(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    await rig.publish("One")
    await rig.says("/start")
    await rig.presses("World · 1")
    rig.clock.advance(days=4)
    for _ in range(6):
        await rig.says("/digest")
    assert "You have just had several digests." in text(await rig.says("/digest"))
    await rig.presses("🗞 Digest now")
    assert "You have just had several digests. Please wait a few minutes." in rig.answered().values()


async def test_an_old_digest_button_without_subscriptions_says_so(rig: Rig) -> None:
    await rig.publish("One")
    await rig.says("/start")
    await rig.presses("World · 1")
    await rig.says("/unsubscribe all")
    await rig.presses("🗞 Digest now")
    assert any("Pick a category first" in answer for answer in rig.answered().values())


async def test_who_asks_while_a_digest_waits_is_told_that(rig: Rig) -> None:
    await rig.says("/start")
    await rig.publish("One")
    await rig.store.chats.subscribe(ChatKey(chat_id=rig.api.me), ("World",))
    await rig.says("/digest")
    waiting = a_message(1, chat_id=rig.api.me, not_before=rig.clock.now() + timedelta(hours=3))
    await rig.store.outbox.enqueue([waiting], now=rig.clock.now())
    await rig.says("/digest")
    assert "still waiting" in text(rig.last())
