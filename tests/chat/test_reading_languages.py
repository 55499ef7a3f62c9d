"""The languages that are read in a chat."""

from __future__ import annotations

from bot.models.chats import OtherLanguages
from tests.chat.rig import Rig, labels, text


async def test_the_greeting_says_which_language_comes_first_and_leads_to_the_others(rig: Rig) -> None:
    rig.api.world.me.language_code = "it"
    await rig.publish("One")
    assert "Stories in Italian come first." in text(await rig.says("/start"))
    assert (await rig.chat()).reads == ("it",)
    page = await rig.presses("🗣 Languages I read")
    assert "Languages: Italian. Stories in others come last." in text(page)
    assert labels(page)[:3] == ["Any language", "✅ italiano", "English"]
    changed = await rig.presses("English")
    assert changed.message_id == page.message_id
    assert labels(changed)[:3] == ["Any language", "✅ italiano", "✅ English"]
    assert "Languages: Italian and English." in text(changed)
    await rig.presses("✅ italiano")
    assert (await rig.chat()).reads == ("en",)


async def test_it_opens_in_place_of_the_settings_and_leads_back(rig: Rig) -> None:
    settings = await rig.says("/settings")
    page = await rig.presses("🗣 Languages I read")
    assert page.message_id == settings.message_id
    await rig.presses("No others")
    assert "Languages: English. Stories in others are left out." in text(await rig.presses("◀️"))
    assert (await rig.chat()).other_languages is OtherLanguages.LEFT_OUT


async def test_any_language_takes_the_others_away(rig: Rig) -> None:
    await rig.says("/settings")
    await rig.presses("🗣 Languages I read")
    assert "Languages: any." in text(await rig.presses("Any language"))
    assert (await rig.chat()).reads == ()


async def test_it_is_said_where_nothing_can_be_translated(rig: Rig) -> None:
    await rig.says("/settings")
    await rig.presses("🗣 Languages I read")
    assert "so they come last" in text(await rig.presses("Translate"))
    rig.summarizer.can_translate = True
    assert "so they come last" not in text(await rig.presses("français"))


async def test_stories_in_other_languages_are_translated_with_their_titles(rig: Rig) -> None:
    rig.summarizer.can_translate = True
    rig.api.world.me.language_code = "it"
    await rig.says("/settings")
    await rig.presses("🗣 Languages I read")
    await rig.presses("Translate")
    await rig.publish("One", "Two", "Three")
    assert "[it] Three" in text(await rig.says("/today"))


async def test_groups_read_all_until_somebody_says_otherwise(rig: Rig) -> None:
    await rig.says("/settings", chat=rig.api.group)
    assert (await rig.chat(rig.api.group)).reads == ()


async def test_who_changes_the_interface_to_a_language_reads_it(rig: Rig) -> None:
    await rig.says("/language 繁體中文")
    assert (await rig.chat()).reads == ("zh-Hant", "en")
    assert "。其他語言" in text(await rig.says("/settings"))
    await rig.says("/language English")
    assert (await rig.chat()).reads == ("zh-Hant", "en")


async def test_a_language_that_nobody_offered_changes_nothing(rig: Rig) -> None:
    message = await rig.says("/settings")
    before = await rig.chat()
    for data in ("rt:1:tlh", "ro:burnt"):
        message.keyboard[0][0]["callback_data"] = data
        await rig.presses(data)
    assert list(rig.answered().values()) == ["This button doesn't work any more."] * 2
    assert await rig.chat() == before
