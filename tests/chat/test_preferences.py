"""All settings at a glance: summaries' language, pictures, format."""

from __future__ import annotations

from bot.models.chats import DigestFormat, DigestLayout, DigestLook
from bot.playground.world.chats import PhotoBody
from tests.chat.rig import Rig, labels, text


async def test_settings_show_all_there_is_with_a_button_each(rig: Rig) -> None:
    shown = await rig.says("/settings")
    assert text(shown) == (
        "Settings\n"
        "Digests: every day at 08:00.\n"
        "Time zone: UTC. Change it with /timezone.\n"
        "Quiet hours: none.\n"
        "Interface language: English.\n"
        "Languages: English. Stories in others come last.\n"
        "Summaries: in each article's own language.\n"
        "Pictures: shown.\n"
        "Look of digests: Compact.\n"
        "Several categories: Front page, then categories."
    )
    assert labels(shown) == [
        "⏰ Schedule",
        "🌍 Time zone",
        "💬 Interface language",
        "📝 Language of summaries",
        "🗣 Languages I read",
        "🖼 No pictures",
        "🎨 Look of digests",
        "🗂 One message or several",
        "🌙 Quiet hours",
        "📣 Channels and groups",
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
    assert labels(shown)[:3] == ["✅ The article's own language", "English", "繁體中文"]
    assert labels(await rig.presses("繁體中文"))[:3] == ["The article's own language", "English", "✅ 繁體中文"]
    assert (await rig.chat()).summary_language == "zh-Hant"
    assert "Summaries: in Traditional Chinese." in text(await rig.presses("◀️"))
    await rig.presses("📝 Language of summaries")
    await rig.presses("The article's own language")
    assert (await rig.chat()).summary_language == "original"


async def test_it_is_said_where_nobody_can_translate(rig: Rig) -> None:
    assert "can't translate" not in text(await rig.says("/settings"))
    await rig.presses("📝 Language of summaries")
    assert "can't translate" in text(await rig.presses("Deutsch"))
    assert "can't translate" in text(await rig.presses("◀️"))


async def test_pictures_are_switched_in_place(rig: Rig) -> None:
    await rig.says("/settings")
    shown = await rig.presses("🖼 No pictures")
    assert "Pictures: not shown." in text(shown)
    assert not (await rig.chat()).pictures
    await rig.presses("🖼 Show pictures")
    assert (await rig.chat()).pictures


async def test_looks_are_chosen_from_pictures_of_them_in_place_and_there_is_a_way_back(rig: Rig) -> None:
    settings = await rig.says("/settings")
    shown = await rig.presses("🎨 Look of digests")
    assert shown.message_id == settings.message_id
    assert isinstance(shown.body, PhotoBody)
    assert labels(shown) == ["✅ Compact", "Big pictures", "Headlines only", "Simple look", "◀️"]
    other = await rig.presses("Headlines only")
    assert isinstance(other.body, PhotoBody)
    assert other.body.photo != shown.body.photo  # another page is framed
    assert (await rig.chat()).look is DigestLook.HEADLINES
    back = await rig.presses("◀️")
    assert back.message_id == settings.message_id
    assert "Look of digests: Headlines only." in text(back)
    assert "Which language" in text(await rig.presses("📝 Language of summaries"))


async def test_the_simple_look_is_the_format_of_classic_messages(rig: Rig) -> None:
    await rig.says("/settings")
    await rig.presses("🎨 Look of digests")
    await rig.presses("Simple look")
    assert (await rig.chat()).format is DigestFormat.CLASSIC
    assert labels(rig.last())[3] == "✅ Simple look"
    await rig.presses("Big pictures")
    assert ((await rig.chat()).format, (await rig.chat()).look) == (DigestFormat.AUTO, DigestLook.PICTURES)


async def test_a_button_of_an_old_message_still_sets_the_format(rig: Rig) -> None:
    message = await rig.says("/settings")
    message.keyboard[0][0]["callback_data"] = "fo:classic"
    assert "Look of digests: Simple look." in text(await rig.presses("fo:classic"))
    assert (await rig.chat()).format is DigestFormat.CLASSIC


async def test_looks_are_listed_without_pictures_where_telegram_takes_none(rig: Rig) -> None:
    await rig.says("/settings")
    rig.api.fail_next("editMessageMedia", 400, "Bad Request: not enough rights to send photos to the chat")
    shown = await rig.presses("🎨 Look of digests")
    assert text(shown).startswith("What should digests look like?")
    assert labels(shown)[0] == "✅ Compact"


async def test_the_messages_of_a_digest_are_chosen_in_place(rig: Rig) -> None:
    await rig.says("/settings")
    shown = await rig.presses("🗂 One message or several")
    assert labels(shown) == ["✅ Front page, then categories", "A message per category", "All in one message", "◀️"]
    assert labels(await rig.presses("All in one message"))[2] == "✅ All in one message"
    assert (await rig.chat()).layout is DigestLayout.TOGETHER
    assert "Several categories: All in one message." in text(await rig.presses("◀️"))


async def test_who_saw_nothing_gets_the_simple_look_and_what_they_missed(rig: Rig) -> None:
    message = await rig.says("/settings")
    message.keyboard[0][0]["callback_data"] = "si"
    shown = await rig.presses("si")
    assert text(shown) == "Your digests come in the simple look from now on."
    assert labels(shown) == ["Today's headlines", "Settings"]
    assert (await rig.chat()).format is DigestFormat.CLASSIC
    assert text(await rig.presses("Settings")).startswith("Settings")


async def test_choices_that_nobody_offered_change_nothing(rig: Rig) -> None:
    message = await rig.says("/settings")
    before = await rig.chat()
    for data in ("sg:tlh", "fo:baroque", "lk:baroque", "ly:auto"):
        message.keyboard[0][0]["callback_data"] = data
        await rig.presses(data)
    assert list(rig.answered().values()) == ["This button doesn't work any more."] * 4
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
