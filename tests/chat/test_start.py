"""The first minute with the bot, its help, and what deep links open."""

from __future__ import annotations

from bot.models.articles import Block, BlockKind
from bot.models.chats import ChatKind, DigestMode
from bot.playground.world import people
from bot.playground.world.chats import RichBody
from tests.botapi import set_bot_status
from tests.chat.rig import NOON, PICTURE_URL, Rig, labels, text

BELOW = ["🗞 Digest now", "⏰ Schedule", "🗣 Languages I read"]


async def test_three_taps_lead_to_a_first_digest(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens", "Ferry line ends")
    greeting = await rig.says("/start")
    assert "Hello" in text(greeting)
    assert labels(greeting) == ["World · 2", *BELOW]
    await rig.presses("World · 2")
    ticked = next(message for message in rig.messages() if message.message_id == greeting.message_id)
    assert labels(ticked) == ["✅ World · 2", *BELOW]
    assert await rig.follows() == [("World",)]
    await rig.presses("🗞 Digest now")
    rig.clock.advance(10)
    await rig.api.wait_for(lambda: "Ferry line ends" in text(rig.last()))
    assert "Harbour bridge opens" in text(rig.last())


async def test_a_new_chat_gets_the_owners_defaults_and_only_news_from_now_on(rig: Rig) -> None:
    await rig.publish("Old news")
    await rig.says("/start")
    chat = await rig.chat()
    assert chat.kind is ChatKind.PRIVATE
    assert chat.zone == "UTC"
    assert chat.schedule.mode is DigestMode.TIMES
    assert chat.next_digest_at is not None
    assert (chat.next_digest_at - NOON).total_seconds() == 20 * 3600
    assert chat.cursor == await rig.store.articles.max_id()


async def test_the_greeting_speaks_the_persons_language(rig: Rig) -> None:
    rig.api.world.me.language_code = "zh-TW"
    assert "你好" in text(await rig.says("/start"))
    assert (await rig.chat()).ui_language == "zh-Hant"


async def test_a_name_cannot_smuggle_markup(rig: Rig) -> None:
    rig.api.world.me.first_name = "<b>Ada</b> & Co"
    assert "<b>Ada</b> & Co" in text(await rig.says("/start"))


async def test_before_the_first_news_the_greeting_says_so(rig: Rig) -> None:
    greeting = await rig.says("/start")
    assert "No news has been loaded yet" in text(greeting)
    assert labels(greeting) == []
    assert "No news has been loaded yet" in text(await rig.says("/categories"))


async def test_help_names_every_command(rig: Rig) -> None:
    shown = text(await rig.says("/help"))
    for command in (
        "/today",
        "/digest",
        "/summary",
        "/categories",
        "/subscribe",
        "/schedule",
        "/timezone",
        "/language",
    ):
        assert command in shown


async def test_help_offers_the_categories_too(rig: Rig) -> None:
    await rig.publish("Cup final", category=("Sport",))
    shown = await rig.says("/help")
    assert labels(shown) == ["Sport · 1", *BELOW]
    await rig.presses("Sport · 1")
    assert await rig.follows() == [("Sport",)]


async def test_an_unknown_command_is_answered_in_private_only(rig: Rig) -> None:
    assert "don't know this command" in text(await rig.says("/frobnicate"))


async def test_a_deep_link_shows_the_whole_article_with_its_pictures(rig: Rig) -> None:
    blocks = (
        Block(kind=BlockKind.PARAGRAPH, text="The first words."),
        Block(kind=BlockKind.PICTURE, url=PICTURE_URL, text="The bridge at noon"),
        Block(kind=BlockKind.PARAGRAPH, text="The last words."),
    )
    await rig.publish("Harbour bridge opens", url=None, blocks=blocks)
    article_id = await rig.store.articles.max_id()
    shown = await rig.says(f"/start a{article_id}")
    assert isinstance(shown.body, RichBody)
    assert len(shown.body.rich.photos) == 1
    assert "The first words.The bridge at noonThe last words." in text(shown)


async def test_a_long_article_is_read_page_by_page(rig: Rig) -> None:
    words = "\n".join(f"{'word ' * 80}line{number}" for number in range(120))
    await rig.publish("Harbour bridge opens", url=None, text=words)
    article_id = await rig.store.articles.max_id()
    first = await rig.says(f"/start a{article_id}")
    assert "Read on: part 2 of 2" in text(first)
    assert isinstance(first.body, RichBody)
    assert f"?start=a{article_id}-2" in first.body.rich.html
    second = text(await rig.says(f"/start a{article_id}-2"))
    assert "Part 2 of 2" in second
    assert "line119" in second
    assert "line1 " not in second


async def test_a_deep_link_to_an_article_that_is_gone_says_so(rig: Rig) -> None:
    assert "no longer here" in text(await rig.says("/start a999"))


async def test_a_deep_link_follows_a_category(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens")
    category_id = await rig.store.articles.category_id(("World",))
    question = await rig.says(f"/start c{category_id}")
    assert "What time is it where you are?" in text(question)
    shown = rig.messages()[-2]
    assert "You now follow World." in text(shown)
    assert "Next digest: tomorrow at 08:00 (UTC)." in text(shown)
    assert await rig.follows() == [("World",)]


async def test_a_deep_link_is_no_way_around_the_administrators(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens")
    rig.api.add_person(901)
    rig.api.world.chats[rig.api.group].members[901] = "member"
    category_id = await rig.store.articles.category_id(("World",))
    await rig.says(f"/start c{category_id}", chat=rig.api.group, sender=901)
    assert await rig.follows(rig.api.group) == []


async def test_a_deep_link_to_nothing_greets(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens")
    assert "Hello" in text(await rig.says("/start c999"))
    assert "Hello" in text(await rig.says("/start x1"))


async def test_a_group_is_greeted_when_the_bot_comes_in_and_left_alone_when_it_goes(rig: Rig) -> None:
    await rig.publish("Harbour bridge opens")
    room = rig.api.world.chats[rig.api.group]
    before = len(rig.api.accepted)
    people.announce(rig.api.world, room)
    await rig.quiet(more_than=before)
    assert "Hello everyone!" in text(rig.last(rig.api.group))
    await rig.api.user_says("/start", chat=rig.api.group)  # as links that add the bot to a group do
    await rig.says("/help")
    assert len(rig.messages(rig.api.group)) == 1
    assert "Hello everyone!" in text(await rig.says("/start", chat=rig.api.group))
    set_bot_status(rig.api.world, room, "kicked")
    await rig.says("/help")
    assert not (await rig.chat(rig.api.group)).active
    set_bot_status(rig.api.world, room, "administrator")
    await rig.says("/help")
    assert (await rig.chat(rig.api.group)).active


async def test_a_channel_is_not_greeted(rig: Rig) -> None:
    people.announce(rig.api.world, rig.api.world.chats[rig.api.channel])
    await rig.says("/help")
    assert rig.messages(rig.api.channel) == []


async def test_blocking_the_bot_stops_it_and_coming_back_revives_it(rig: Rig) -> None:
    await rig.says("/start")
    me = rig.api.world.chats[rig.api.me]
    set_bot_status(rig.api.world, me, "kicked")
    await rig.api.wait_for(lambda: rig.api.calls)
    await rig.says("/help", chat=rig.api.add_person(500).id)
    assert not (await rig.chat()).active
    await rig.says("/start")
    assert (await rig.chat()).active
