"""What stands below a digest: why these stories, less of this, the settings, and once the simple look."""

from __future__ import annotations

import asyncio

import pytest

from bot.chat import lengthening
from bot.models.buttons.alert_presses import HideWord, OfferWords
from bot.models.buttons.digest_presses import Longer, Mute, Shorter, ShowLess, ShowWhy
from bot.models.buttons.presses import encode
from bot.models.chats import ChatKind, DigestFormat
from bot.playground.world.chats import Message, RichBody
from tests.chat.rig import Rig, labels, text

ROW = ["Why these?", "Less of this", "Settings"]
ALL = "That is all there is. The rest stands behind the link."
WHOLE = "That is all the article says."
LONGER = Longer(article_id=1)
OFFER = "Nothing above? Some apps don't show these digests. Tap for the simple look."


async def a_digest(rig: Rig, **changes: object) -> list[Message]:
    """The messages of a digest of two categories, without the placeholder."""
    await rig.publish("Bridge opens", "Talks go on")
    await rig.publish("Cup final", category=("Sport",))
    await rig.says("/subscribe World")
    await rig.says("/subscribe Sport")
    if changes:
        await rig.store.chats.change(await rig.chat(), **changes)  # type: ignore[arg-type]
    before = len(rig.messages())
    await rig.says("/digest")
    await delivered(rig)
    return [message for message in rig.messages()[before:] if "on its way" not in text(message)]


async def delivered(rig: Rig) -> None:
    """Until nothing of the digest waits in the outbox."""
    async with asyncio.timeout(10):
        while await rig.store.outbox.is_waiting((await rig.chat()).key):  # noqa: ASYNC110 - the outbox tells no event
            await asyncio.sleep(0.01)
    await rig.quiet()


async def offered(rig: Rig) -> list[Message]:
    await rig.api.wait_for(lambda: any(text(message) == OFFER for message in rig.messages()))
    return [message for message in rig.messages() if text(message) == OFFER]


async def test_the_last_message_of_a_digest_alone_has_a_row_of_buttons(rig: Rig) -> None:
    messages = [message for message in await a_digest(rig) if isinstance(message.body, RichBody)]
    assert [labels(message) for message in messages] == [[], ROW]  # the front page, and World


async def test_a_classic_digest_has_the_row_too(rig: Rig) -> None:
    messages = await a_digest(rig, format=DigestFormat.CLASSIC)
    assert labels(messages[-1]) == ROW
    assert not any(labels(message) for message in messages[:-1])
    await rig.quiet()
    assert OFFER not in map(text, rig.messages())


async def test_stories_and_categories_are_a_press_away_from_silence(rig: Rig) -> None:
    await a_digest(rig)
    shown = await rig.presses("Less of this")
    stories = ["🔕 Cup final", "🔕 Talks go on", "🔕 Bridge opens"]
    kinds = ["👎 Less like…", "👍 More like…"]
    sources = ["🔇 News of Sport", "🔇 News of World"]
    assert labels(shown) == [*kinds, *stories, *sources, "🙈 Hide a word…", "❌ Sport", "❌ World"]
    assert "nothing more of News of World." in text(await rig.presses("🔇 News of World"))
    answer = await rig.presses("🔕 Bridge opens")
    assert text(answer) == "You'll hear no more of “Bridge opens”."
    assert labels(await rig.presses("✅ Muted: tell it again")) == ["🔕 Mute this story"]
    await rig.presses("❌ Sport")
    assert await rig.follows() == [("World",)]


async def test_a_word_of_the_digest_is_hidden_after_a_preview(rig: Rig) -> None:
    await a_digest(rig)
    await rig.presses("Less of this")
    offered = await rig.presses("🙈 Hide a word…")
    assert set(labels(offered)) == {"🙈 Bridge", "🙈 opens", "🙈 Talks", "🙈 final"}
    preview = await rig.presses("🙈 Bridge")
    assert "-Bridge" in text(preview)
    await rig.presses("Save")
    assert [saved.rule.value for saved in await rig.store.filters.of((await rig.chat()).key)] == ["Bridge"]
    offered.keyboard[0][0]["callback_data"] = encode(HideWord(article_id=99, number=0))
    await rig.presses(encode(HideWord(article_id=99, number=0)))
    offered.keyboard[0][0]["callback_data"] = encode(OfferWords(upto_id=99))
    assert "I find no word to offer here." in text(await rig.presses(encode(OfferWords(upto_id=99))))


async def test_settings_come_as_a_message_of_their_own(rig: Rig) -> None:
    digest = (await a_digest(rig))[-1]
    shown = await rig.presses("Settings")
    assert shown.message_id > digest.message_id
    assert text(shown).startswith("Settings\n")


async def lengthened(rig: Rig, press: Longer | Shorter = LONGER) -> tuple[str, str]:
    """What the person is told after this press, and what the digest says then; it keeps its row. No message comes."""
    last = rig.last().message_id
    query = await rig.api.press(encode(press))
    await rig.api.wait_for(lambda: query in rig.answered())
    await rig.quiet()
    assert rig.last().message_id == last
    return rig.answered()[query], text(shown_digest(rig))


def shown_digest(rig: Rig) -> Message:
    return next(message for message in rig.messages() if labels(message) == ROW)


async def test_a_story_is_told_longer_in_its_digest_and_shorter_again(rig: Rig) -> None:
    await a_digest(rig)
    before = text(shown_digest(rig))
    toast, longer = await lengthened(rig)
    story, end = before.partition("2 sentences on Bridge")[0], before[before.rindex("Follow") :]
    assert toast == ""
    assert longer == f"{story}7 sentences on Bridge opens.News of World · example.org · 11:30Shorter{end}"
    row = shown_digest(rig).keyboard[0]
    why, row[0]["callback_data"] = row[0]["callback_data"], encode(LONGER)  # as it was before the edit came
    assert await lengthened(rig) == ("", longer)
    row[0]["callback_data"] = why
    second = Longer(article_id=2)
    _, both = await lengthened(rig, second)
    assert ("7 sentences on Bridge" in both, "7 sentences on Talks" in both) == (True, True)
    _, one = await lengthened(rig, Shorter(article_id=1))
    assert ("2 sentences on Bridge" in one, "7 sentences on Talks" in one) == (True, True)
    assert await lengthened(rig, Shorter(article_id=2)) == ("", before)


async def test_a_press_is_answered_before_a_slow_engine_has_written(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    await a_digest(rig)
    monkeypatch.setattr(lengthening, "SOON_SECONDS", 0)
    rig.summarizer.gate.clear()
    query = await rig.api.press(encode(LONGER))
    await rig.api.wait_for(lambda: rig.answered().get(query) == "One moment…")
    await rig.api.press(encode(LONGER))
    await rig.api.wait_for(lambda: "I am still busy" in " ".join(rig.answered().values()))
    rig.summarizer.fails = True
    rig.summarizer.gate.set()
    await rig.quiet()
    assert f"2 sentences on Bridge opens.{ALL}" in text(shown_digest(rig))
    assert "2 sentences on Bridge opens.News" in (await lengthened(rig, Shorter(article_id=1)))[1]


async def test_an_article_that_is_told_to_its_end_says_so(rig: Rig) -> None:
    await rig.publish("Ferry returns", text="7 sentences on Ferry returns.")
    await a_digest(rig)
    assert f"7 sentences on Ferry returns.{WHOLE}" in (await lengthened(rig))[1]
    rig.summarizer.fails = True
    assert (await lengthened(rig, Longer(article_id=2)))[0] == ALL


async def test_a_message_answers_where_the_digest_cannot_show_more(rig: Rig) -> None:
    """Below what is no digest, and where Telegram refuses the edit; its buttons are not doubted for that."""
    await a_digest(rig)
    before = text(shown_digest(rig))
    rig.api.fail_next("editMessageText", 400, "Bad Request: something new")
    answer = "Bridge opens\n7 sentences on Bridge opens."
    assert text(await rig.presses(encode(LONGER))) == answer
    assert text(shown_digest(rig)) == before
    other = await rig.says("/settings")
    other.keyboard[0][0]["callback_data"] = encode(LONGER)
    assert text(await rig.presses(encode(LONGER))) == answer
    rig.summarizer.fails = True
    other.keyboard[0][0]["callback_data"] = encode(Longer(article_id=2))
    assert text(await rig.presses(encode(Longer(article_id=2)))) == f"Talks go on\n{ALL}"
    other.keyboard[0][0]["callback_data"] = encode(Shorter(article_id=1))
    await rig.presses(encode(Shorter(article_id=1)))
    assert "too old" in list(rig.answered().values())[-1]


async def test_buttons_of_what_is_gone_say_so(rig: Rig) -> None:
    message = await rig.says("/settings")
    for press in (ShowWhy(upto_id=99), ShowLess(upto_id=99)):
        message.keyboard[0][0]["callback_data"] = encode(press)
        assert text(await rig.presses(encode(press))) == "I no longer know what was in this digest."
    for gone in (Mute(article_id=99), Longer(article_id=99)):
        message.keyboard[0][0]["callback_data"] = encode(gone)
        await rig.presses(encode(gone))
    assert list(rig.answered().values())[-2:] == ["This article is no longer here."] * 2


async def test_the_simple_look_is_offered_once_behind_the_first_rich_digest(rig: Rig) -> None:
    digest = await a_digest(rig)
    (offer,) = await offered(rig)
    assert offer.message_id > max(message.message_id for message in digest if isinstance(message.body, RichBody))
    assert labels(offer) == ["Simple look"]
    sent = next(call for call in rig.api.accepted if call.text == OFFER)
    assert str(sent.params["disable_notification"]).lower() == "true"
    assert (await rig.chat()).simple_look_offered
    await rig.publish("More talks")
    await rig.says("/digest")
    await delivered(rig)
    assert len(await offered(rig)) == 1
    await rig.presses("Simple look")
    assert (await rig.chat()).format is DigestFormat.CLASSIC


async def test_readers_of_a_channel_are_offered_nothing(rig: Rig) -> None:
    await a_digest(rig, kind=ChatKind.CHANNEL)
    await rig.quiet()
    assert OFFER not in map(text, rig.messages())


async def test_a_story_that_is_muted_below_a_digest_is_followed_no_more(rig: Rig) -> None:
    await a_digest(rig)
    key = (await rig.chat()).key
    assert await rig.store.alerts.follow(key, 1, now=rig.clock.now())
    message = await rig.presses("Less of this")
    message.keyboard[0][0]["callback_data"] = encode(Mute(article_id=1))
    await rig.presses(encode(Mute(article_id=1)))
    assert await rig.store.alerts.of(key) == []
