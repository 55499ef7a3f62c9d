"""All settings at a glance: summaries' language, pictures, format."""

from __future__ import annotations

from bot.models.chats import DigestFormat
from tests.chat.rig import Rig, labels, text


async def test_settings_show_all_there_is_with_a_button_each(rig: Rig) -> None:
    shown = await rig.says("/settings")
    assert text(shown) == (
        "Settings\n"
        "Digests: every day at 08:00.\n"
        "Time zone: UTC. Change it with /timezone.\n"
        "Interface language: English.\n"
        "Languages: English. Stories in others come last.\n"
        "Summaries: in each article's own language.\n"
        "Pictures: shown.\n"
        "Layout of digests: a picture with each story."
    )
    assert labels(shown) == [
        "⏰ Schedule",
        "🌍 Time zone",
        "💬 Interface language",
        "📝 Language of summaries",
        "🗣 Languages I read",
        "🖼 No pictures",
        "📰 Pictures first",
    ]


async def test_the_buttons_of_settings_with_a_command_show_what_it_shows_in_place_with_a_way_back(rig: Rig) -> None:
    for button, words in (
        ("⏰ Schedule", "/schedule"),
        ("🌍 Time zone", "/timezone"),
        ("💬 Interface language", "/language"),
    ):
        settings = await rig.says("/settings")
        shown = await rig.presses(button)
        assert shown.message_id == settings.message_id
        assert text(await rig.presses("◀️")) == text(settings)
        shown = await rig.presses(button)
        assert (text(shown), labels(shown)) == (text(answer := await rig.says(words)), labels(answer))


async def test_a_language_for_summaries_is_a_press_away_and_back_again(rig: Rig) -> None:
    rig.summarizer.can_translate = True
    settings = await rig.says("/settings")
    shown = await rig.presses("📝 Language of summaries")
    assert shown.message_id == settings.message_id
    assert labels(shown)[:3] == ["✅ The article's own language", "English", "中文 (繁體)"]
    assert labels(await rig.presses("中文 (繁體)"))[:3] == ["The article's own language", "English", "✅ 中文 (繁體)"]
    assert (await rig.chat()).summary_language == "zh-Hant"
    assert "Summaries: in Chinese (Traditional)." in text(await rig.presses("◀️"))
    await rig.presses("📝 Language of summaries")
    await rig.presses("The article's own language")
    assert (await rig.chat()).summary_language == "original"


async def test_it_is_said_where_nobody_can_translate(rig: Rig) -> None:
    assert "can't translate" not in text(await rig.says("/settings"))
    await rig.presses("📝 Language of summaries")
    assert "can't translate" in text(await rig.presses("Deutsch"))
    assert "can't translate" in text(await rig.presses("◀️"))


async def test_pictures_and_format_are_switched_in_place(rig: Rig) -> None:
    await rig.says("/settings")
    shown = await rig.presses("🖼 No pictures")
    assert "Pictures: not shown." in text(shown)
    assert not (await rig.chat()).pictures
    await rig.presses("🖼 Show pictures")
    assert (await rig.chat()).pictures
    shown = await rig.presses("📰 Pictures first")
    assert "Layout of digests: pictures first, then the text." in text(shown)
    assert (await rig.chat()).format is DigestFormat.CLASSIC
    await rig.presses("📰 A picture per story")
    assert (await rig.chat()).format is DigestFormat.AUTO


async def test_choices_that_nobody_offered_change_nothing(rig: Rig) -> None:
    message = await rig.says("/settings")
    before = await rig.chat()
    for data in ("sg:tlh", "fo:baroque"):
        message.keyboard[0][0]["callback_data"] = data
        await rig.presses(data)
    assert list(rig.answered().values()) == ["This button doesn't work any more."] * 2
    assert await rig.chat() == before


async def test_only_administrators_change_them_in_a_group(rig: Rig) -> None:
    rig.api.add_person(77)
    rig.api.world.chats[rig.api.group].members[77] = "member"
    await rig.says("/settings", chat=rig.api.group, sender=77)
    await rig.presses("🖼 No pictures", chat=rig.api.group, sender=77)
    assert "Only administrators can change settings here." in rig.answered().values()
    assert (await rig.chat(rig.api.group)).pictures
    await rig.presses("📝 Language of summaries", chat=rig.api.group, sender=77)
    assert "Which language" in text(rig.last(rig.api.group))
