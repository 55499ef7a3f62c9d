"""Rules: what is typed, the preview, saving, the list."""

from __future__ import annotations

import pytest

from bot.models.buttons.filter_presses import RemoveRule, RestoreRule, RestoreStoryMute, SaveRules, UnmuteStory
from bot.models.buttons.presses import encode
from bot.models.chats import ChatKey
from bot.models.filters import Rule, RuleKind
from tests.chat.rig import NOON, Rig, labels, text

TITLES = ("Football tonight", "Bridge opens", "Football is over", "Rice is cheap", "Talks go on")


async def with_news(rig: Rig) -> None:
    await rig.publish(*TITLES, text="People came. They went home late.")
    await rig.publish("Football elsewhere", category=("Sport",))
    await rig.says("/subscribe World")


async def rules_of(rig: Rig, chat_id: int | None = None, *, thread_id: int = 0) -> list[str]:
    key = ChatKey(chat_id=rig.api.me if chat_id is None else chat_id, thread_id=thread_id)
    return [saved.rule.value for saved in await rig.store.filters.of(key)]


async def test_a_preview_counts_and_names_what_would_be_hidden_before_anything_is_saved(rig: Rig) -> None:
    await with_news(rig)
    shown = await rig.says("/filter -FOOTBALL")
    assert "would hide 2 of 5 stories" in text(shown)
    assert "Football tonight" in text(shown)
    assert "Football is over" in text(shown)
    assert "Football elsewhere" not in text(shown)
    assert labels(shown) == ["Save", "Cancel"]
    assert await rules_of(rig) == []
    saved = await rig.presses("Save")
    assert text(saved) == "Saved. This filter holds from now on:\n-FOOTBALL"
    assert await rules_of(rig) == ["FOOTBALL"]
    assert "Football" not in text(await rig.says("/today"))


async def test_cancelling_saves_nothing(rig: Rig) -> None:
    await with_news(rig)
    assert "-football" in text(await rig.says("/filter-football"))
    shown = await rig.presses("Cancel")
    assert (text(shown), labels(shown)) == ("Nothing was saved.", [])
    assert await rules_of(rig) == []


async def test_several_rules_are_previewed_and_saved_together(rig: Rig) -> None:
    await with_news(rig)
    shown = await rig.says('/filter +"Rice is" +<b> -"talks go" lang:en source:"News of"')
    assert "would hide 4 of 5 stories" in text(shown)
    assert '+"Rice is"' in text(shown)
    assert "I know no source" not in text(shown)
    await rig.presses("Save")
    assert await rules_of(rig) == ["Rice is", "<b>", "talks go", "en", "News of"]


async def test_a_source_that_nobody_knows_is_said_in_the_preview(rig: Rig) -> None:
    await with_news(rig)
    shown = await rig.says("/filter -source:News source:Gazette")
    assert text(shown).splitlines()[1:4] == ["-source:News", "source:Gazette", "I know no source “Gazette”."]
    await rig.presses("Save")
    assert await rules_of(rig) == ["News", "Gazette"]


async def test_the_next_preview_counts_what_is_left(rig: Rig) -> None:
    await with_news(rig)
    await rig.says("/filter -football")
    await rig.presses("Save")
    assert "would hide 1 of 3 stories" in text(await rig.says("/filter -bridge -football"))


async def test_five_are_named_and_the_others_counted(rig: Rig) -> None:
    await rig.publish(*(f"Football {number}" for number in range(7)))
    await rig.says("/subscribe World")
    shown = text(await rig.says("/filter -football"))
    assert shown.count("• ") == 5
    assert shown.endswith("… and 2 more")


async def test_without_news_there_is_nothing_to_count(rig: Rig) -> None:
    shown = await rig.says("/filter -football")
    assert "there was no story in the last seven days" in text(shown)
    assert labels(shown) == ["Save", "Cancel"]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "Say what to hide"),
        ("foot<b>ball", "Shall I hide “foot<b>ball” or show only that? Write -foot<b>ball to hide it"),
        ("no sport", 'Shall I hide “no sport” or show only that? Write -"no sport" to hide it'),
        ("lang:english", "I don't know the language in “lang:english”"),
        ("-saved", "You have this filter already."),
        ("+SAVED", "You can't both hide “SAVED” and show only that."),
        ("-new +new", "A story can't both have “new” and not have it. Leave one of the two out."),
    ],
)
async def test_what_cannot_be_saved_is_said(rig: Rig, typed: str, answer: str) -> None:
    await rig.says("/filter -saved")
    await rig.presses("Save")
    shown = await rig.says(f"/filter {typed}")
    assert text(shown).startswith(answer)
    assert labels(shown) == ["🧹 All filters"]
    assert await rules_of(rig) == ["saved"]


async def test_there_is_a_limit(rig: Rig) -> None:
    await rig.says("/filter -last")
    words = [Rule(kind=RuleKind.WORD, hides=True, value=f"w{number}") for number in range(50)]
    await rig.store.filters.add((await rig.chat()).key, words, now=NOON)
    shown = await rig.presses("Save")  # the room went meanwhile
    assert text(shown).startswith("You can have up to 50 filters.")
    assert labels(await rig.presses("🧹 All filters"))[-2:] == ["1 / 5", "▶️"]
    assert text(await rig.says("/filter -last")).startswith("You can have up to 50 filters.")


async def test_the_list_names_what_each_button_removes(rig: Rig) -> None:
    await with_news(rig)
    assert text(await rig.says("/filters")).startswith("You have no filters.")
    await rig.says('/filter -football source:"News of World"')
    await rig.presses("Save")
    await rig.says("/mute News of Sport")
    key = (await rig.chat()).key
    assert await rig.store.digests.mute(key, 2, now=NOON)
    shown = await rig.says("/filters")
    assert text(shown) == "You have 4 filters and mutes. Tap one to remove it."
    entries = ["❌ -football", '❌ source:"News of World"', "❌ 🔇 News of Sport", "❌ 🔕 Bridge opens"]
    assert labels(shown) == entries
    left = await rig.presses("❌ -football")
    assert "Removed: -football" in rig.answered().values()
    assert labels(left) == [*entries[1:], "↩️ Undo"]
    assert text(left).startswith("Removed: -football\n\nYou have 3 filters")
    await rig.presses("❌ 🔕 Bridge opens")
    await rig.presses("❌ 🔇 News of Sport")
    assert "You have no filters." in text(await rig.presses(entries[1]))


async def test_what_was_removed_comes_back_by_one_press(rig: Rig) -> None:
    await with_news(rig)
    await rig.says('/filter source:"News of World"')
    await rig.presses("Save")
    await rig.says("/mute News of Sport")
    key = (await rig.chat()).key
    assert await rig.store.digests.mute(key, 2, now=NOON)
    entries = ['❌ source:"News of World"', "❌ 🔇 News of Sport", "❌ 🔕 Bridge opens"]
    assert labels(await rig.says("/filters")) == entries
    for entry in entries:
        await rig.presses(entry)
        assert sorted(labels(await rig.presses("↩️ Undo"))) == sorted(entries)
    for entry in entries:
        left = await rig.presses(entry)
    left.keyboard[0][0]["callback_data"] = encode(RestoreStoryMute(article_id=99))
    assert text(await rig.presses(encode(RestoreStoryMute(article_id=99)))).startswith("You have no filters.")


async def test_what_cannot_come_back_is_said(rig: Rig) -> None:
    await rig.says("/filter -football")
    await rig.presses("Save")
    await rig.says("/filters")
    shown = await rig.presses("❌ -football")
    key = (await rig.chat()).key
    await rig.store.filters.add(key, [Rule(kind=RuleKind.WORD, hides=True, value="football")], now=NOON)
    assert text(await rig.presses("↩️ Undo")).startswith("You have this filter already.")
    mutes = [Rule(kind=RuleKind.MUTE, hides=True, value=f"Paper {number}") for number in range(51)]
    await rig.store.filters.add(key, mutes, now=NOON)
    await rig.says("/filters")
    await rig.presses("❌ 🔇 Paper 0")
    shown = await rig.presses("↩️ Undo")
    assert "You can hide up to 50 sources. Please remove one first: /filters" in rig.answered().values()
    shown.keyboard[0][0]["callback_data"] = encode(RestoreRule(mute=True))  # of a message that names nothing
    await rig.presses(encode(RestoreRule(mute=True)))
    assert list(rig.answered().values())[-1] == "That is removed already."
    assert len(await rules_of(rig)) == 51


async def test_old_buttons_do_no_harm(rig: Rig) -> None:
    message = await rig.says("/filter -football")
    await rig.presses("Save")
    message = await rig.says("/filters")
    for press in (RemoveRule(rule_id=9), UnmuteStory(article_id=9)):
        message.keyboard[0][0]["callback_data"] = encode(press)
        message = await rig.presses(encode(press))
    assert list(rig.answered().values())[1:] == ["That is removed already."] * 2
    message.keyboard[0][0]["callback_data"] = encode(SaveRules())
    shown = await rig.presses(encode(SaveRules()))  # the list has no rule to save
    assert text(shown).startswith("Say what to hide")
    assert await rules_of(rig) == ["football"]


async def test_in_a_group_only_administrators_filter(rig: Rig) -> None:
    group = rig.api.group
    rig.api.add_person(77)
    rig.api.world.chats[group].members[77] = "member"
    for command in ("/filter -football", "/mute Paper"):
        shown = await rig.says(command, chat=group, sender=77)
        assert text(shown) == "Only administrators can change settings here."
    await rig.says("/filter -football", chat=group)
    await rig.presses("Save", chat=group, sender=77)
    assert await rules_of(rig, group) == []
    await rig.presses("Save", chat=group)
    assert await rules_of(rig, group) == ["football"]
