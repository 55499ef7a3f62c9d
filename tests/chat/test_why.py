"""/why and "Why these?": why each story of a digest is there, and what was left out, by which rule."""

from __future__ import annotations

import pytest

from bot.models.chats import DigestFormat, OtherLanguages
from bot.render import why_page
from tests.chat.rig import Rig, text
from tests.chat.test_digest_buttons import delivered


async def a_digest(rig: Rig) -> None:
    """A digest with rules that keep and drop."""
    await rig.publish("Harbour bridge", "Harbour football", "Harbour talks", "Rice is cheap", text="People came.")
    await rig.publish("Harbour cup", category=("Sport",), text="People came.")
    for command in ("/subscribe World", "/subscribe Sport"):
        await rig.says(command)
    await rig.says("/filter -football +harbour")
    await rig.presses("Save")
    await rig.says('/mute "News of Sport"')
    await rig.says("/digest")
    await delivered(rig)


async def test_each_story_is_explained_and_what_was_left_out_with_its_rule(rig: Rig) -> None:
    assert text(await rig.says("/why")) == "You have had no digest yet. /digest sends one now."
    await a_digest(rig)
    expected = [
        "Why these? You follow their categories. What more sources tell comes first, then what is newer.",
        "",
        "World",
        "• Harbour talks — News of World · kept by +harbour",
        "• Harbour bridge — News of World · kept by +harbour",
        "",
        "Left out: 3 stories",
        "• hidden by 🔇 News of Sport: Harbour cup",
        "• hidden by +harbour: Rice is cheap",
        "• hidden by -football: Harbour football",
        "/filters ends filters and mutes, /settings has your languages. /today and /search show what there is.",
    ]
    assert text(await rig.says("/why")).splitlines() == expected
    assert text(await rig.presses("Why these?")).splitlines() == expected


async def test_a_reply_asks_about_its_own_digest(rig: Rig) -> None:
    await rig.publish("Bridge opens", "Talks go on")
    await rig.says("/subscribe World")
    await rig.store.chats.change(await rig.chat(), format=DigestFormat.CLASSIC)
    await rig.says("/digest")
    await delivered(rig)
    first = next(message for message in rig.messages() if "Talks go on" in text(message))
    rig.clock.advance(60)
    await rig.publish("Rice is cheap")
    await rig.says("/digest")
    await delivered(rig)
    last = text(await rig.says("/why"))
    assert "Rice is cheap — News of World" in last
    assert "Left out: 2 stories\n• told before: " in last
    replied = text(await rig.says("/why", reply_to=first.message_id))
    assert "Talks go on — News of World" in replied
    assert "Rice" not in replied
    other = await rig.says("/filters")
    assert text(await rig.says("/why", reply_to=other.message_id)) == last


async def test_a_long_answer_names_some_and_counts_the_rest(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    await a_digest(rig)
    monkeypatch.setattr(why_page, "MAX_STORIES", 1)
    monkeypatch.setattr(why_page, "MAX_REASONS", 1)
    await rig.says("/filter -talks -rice")
    await rig.presses("Save")
    await rig.says("/unsubscribe Sport")
    answer = text(await rig.says("/why"))
    assert "\n\nand 1 more\n\nLeft out: 2 stories\n" in answer
    assert "\n• and 1 more\n" in answer
    monkeypatch.setattr(why_page, "MAX_NAMED", 0)
    await rig.says("/unsubscribe World")
    answer = text(await rig.says("/why"))
    assert "World\n• Harbour talks" in answer  # which is not followed any more
    assert answer.endswith("Nothing was left out.")


async def test_stories_stand_in_the_order_of_the_digest(rig: Rig) -> None:
    await rig.publish("Harbour talks", "Rice is cheap", text="People came.")
    await rig.publish("Der Hafen", language="de")
    await rig.says("/subscribe World")
    await rig.store.chats.change(await rig.chat(), reads=("en",))
    await rig.says("/digest")
    await delivered(rig)
    opening, stories, _ = text(await rig.says("/why")).split("\n\n")
    assert opening.endswith("then what is newer. Your languages come first.")
    assert [line.split(" — ")[0] for line in stories.splitlines()[1:]] == [
        "• Rice is cheap", "• Harbour talks", "• Der Hafen"
    ]  # fmt: skip


async def test_mutes_languages_and_room_are_reasons_too(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pick", "why"):
        monkeypatch.setattr(f"bot.digest.{module}.MAX_HEADLINES", 0)
    monkeypatch.setattr(rig.services.composer, "_max_stories", 1)
    await rig.publish("Harbour talks", "Rice is cheap", "Harbour bridge", text="People came.")
    await rig.publish("Der Hafen", language="de", category=("Sport",))
    await rig.publish("Ein Spiel", language="de", category=("Sport",))
    for command in ("/subscribe World", "/subscribe Sport"):
        await rig.says(command)
    chat = await rig.chat()
    await rig.store.chats.change(chat, reads=("en",), other_languages=OtherLanguages.LEFT_OUT)
    await rig.store.digests.mute(chat.key, 2, now=rig.clock.now())
    await rig.says("/digest")
    await delivered(rig)
    answer = text(await rig.says("/why"))
    assert "• Harbour bridge — News of World" in answer
    assert "• 🔕 muted stories: Rice is cheap" in answer
    assert "• no room: Harbour talks" in answer
    assert "• in languages that you left out: Ein Spiel, Der Hafen" in answer
    monkeypatch.setattr(why_page, "MAX_NAMED", 1)
    assert "left out: Ein Spiel and 1 more" in text(await rig.says("/why"))


async def test_what_is_followed_only_since_was_not_left_out_for_want_of_room(rig: Rig) -> None:
    await rig.publish("Harbour talks")
    await rig.publish("Harbour cup", category=("Sport",))
    await rig.says("/subscribe World")
    await rig.says("/digest")
    await delivered(rig)
    await rig.says("/subscribe Sport")
    answer = text(await rig.says("/why"))
    assert "Left out: 1 story\n• not followed then, or hidden then: Harbour cup" in answer
