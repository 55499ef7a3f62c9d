"""In which messages a digest of several categories comes, what it opens and ends with, and what rings."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest

from bot.models.chats import ChatKind, DigestFormat, DigestLayout, DigestLook, DigestMode, Schedule
from bot.models.messages import NewMessage, PhotoContent, RichContent
from tests.digest.newsroom import Newsroom, html
from tests.fakes import NOON
from tests.render.drawing import read_rich

MORNING = Schedule(mode=DigestMode.TIMES, times=(time(8),))
END = "That's all. Next: tomorrow at 08:00 (Taipei)"
PICTURE = {"thumbnail_url": "https://example.org/other.jpg"}


async def of_three(room: Newsroom, **changes: Any) -> list[NewMessage]:
    """The messages of a digest of three categories; two sources tell of the bridge, in Asia."""
    chat = {"zone": "Asia/Taipei", "schedule": MORNING, "next_digest_at": NOON, **changes}
    await room.joins(("World",), ("Asia",), ("Sport",), **chat)
    await room.arrives("Game won", ("Sport",))
    await room.arrives("Bridge opens", ("Asia",), story="bridge", **PICTURE)
    await room.arrives("A bridge is open", ("Asia",), source="City Paper", story="bridge", **PICTURE)
    await room.arrives("Rice is cheap", ("Asia",), **PICTURE)
    await room.arrives("Talks go on", ("World",), **PICTURE)
    await room.composer.compose_due()
    messages = await room.queued()
    for message in messages:
        if isinstance(message.content, RichContent):
            read_rich(message.content)
    return messages


async def test_an_edition_opens_with_its_first_story_and_all_headlines_and_rings_once(room: Newsroom) -> None:
    front, asia, sport, world = await of_three(room)
    assert [message.silent for message in (front, asia, sport, world)] == [False, True, True, True]
    page = html(front)
    assert page.startswith("<h3>Good evening</h3><footer>Mon 2 Mar · 4 stories · 1 minute to read</footer><img")
    assert page.count("<img") == 1
    assert not any("2 Mar" in html(message) for message in (asia, sport, world))  # the front page has the day
    assert ">Bridge opens</a>" in page.split("</h4>")[0]  # of the most sources
    assert "<h5>Asia</h5><ul><li>" in page
    for title in ("Game won", "Rice is cheap", "Talks go on"):
        assert f">{title}</a></li>" in page
    assert page.count("Bridge opens") == 1


async def test_the_first_story_stands_on_the_front_page_only_and_the_last_message_ends_the_digest(
    room: Newsroom,
) -> None:
    front, asia, sport, world = await of_three(room)
    assert "Rice is cheap" in html(asia)
    assert "Bridge opens" not in html(asia)
    assert [END in html(message) for message in (front, asia, sport, world)] == [False, False, False, True]
    assert END in world.fallback[-1].html


async def test_a_category_of_the_first_story_alone_has_no_message(room: Newsroom) -> None:
    await room.joins(("World",), ("Asia",))
    await room.arrives("Bridge opens", ("Asia",), story="bridge")
    await room.arrives("Bridge is open", ("Asia",), source="City Paper", story="bridge")
    await room.arrives("Talks go on", ("World",))
    assert await room.composer.compose_due() == 2
    front, world = await room.queued()
    assert "<h5>Asia</h5>" not in html(front)
    assert "Talks go on" in html(world)
    assert "That's all." in html(world)
    room.clock.advance(days=1)
    assert await room.composer.compose_due() == 0  # all were told


async def test_news_of_one_category_comes_as_one_message_with_an_end(room: Newsroom) -> None:
    await room.joins(("World",), ("Asia",))
    await room.arrives("Talks go on", ("World",))
    await room.composer.compose_due()
    (message,) = await room.queued()
    assert not message.silent
    assert html(message).startswith("<h3>World</h3>")
    assert "That's all. Next: tomorrow at 12:00" in html(message)


async def test_a_digest_by_category_rings_once_too(room: Newsroom) -> None:
    messages = await of_three(room, layout=DigestLayout.CATEGORIES)
    assert [message.silent for message in messages] == [False, True, True]
    assert [html(message).count("<h3>") for message in messages] == [1, 1, 1]
    assert [END in html(message) for message in messages] == [False, False, True]


async def test_one_message_for_all_has_a_section_for_each_category(room: Newsroom) -> None:
    (message,) = await of_three(room, layout=DigestLayout.TOGETHER)
    assert [part.split("</h3>")[0] for part in html(message).split("<h3>")[1:]] == ["Asia", "Sport", "World"]
    assert (html(message).count("2 Mar"), html(message).count("<footer>1 story</footer>")) == (1, 2)  # the day, once
    assert END in html(message)
    assert [END in content.html for content in message.fallback] == [False] * (len(message.fallback) - 1) + [True]


async def test_of_headlines_alone_the_front_page_is_the_whole_edition(room: Newsroom) -> None:
    (message,) = await of_three(room, look=DigestLook.HEADLINES)
    page = html(message)
    assert page.startswith("<h3>Good evening</h3><footer>Mon 2 Mar · 4 stories · 1 minute to read</footer><h3>Asia")
    assert [page.count(title) for title in ("Bridge opens", "Rice is cheap", "Game won", "Talks go on")] == [1] * 4
    assert (page.count("2 Mar"), "quoted" in page, "<img" in page) == (1, False, False)
    assert page.endswith(f"<footer>{END}</footer>")
    assert "quoted" in message.fallback[-1].html
    room.clock.advance(days=1)
    assert await room.composer.compose_due() == 0  # all were told


@pytest.mark.parametrize("kind", [ChatKind.GROUP, ChatKind.CHANNEL])
async def test_groups_and_channels_get_a_message_for_each_category_unless_they_chose(
    room: Newsroom, kind: ChatKind
) -> None:
    messages = await of_three(room, kind=kind)
    assert [html(message)[:4] for message in messages] == ["<h3>"] * 3
    assert not any("That's all" in html(message) for message in messages)


async def test_a_group_can_have_an_edition(room: Newsroom) -> None:
    front, *_, last = await of_three(room, kind=ChatKind.GROUP, layout=DigestLayout.EDITION)
    assert html(front).startswith("<h3>Good evening</h3>")
    assert END in html(last)


async def test_news_at_once_has_neither_front_page_nor_end(room: Newsroom) -> None:
    schedule = Schedule(mode=DigestMode.INSTANT)
    messages = await of_three(room, schedule=schedule, next_digest_at=None)
    assert [html(message)[:4] for message in messages] == ["<h3>"] * 3
    assert not any("That's all" in html(message) for message in messages)


async def test_a_digest_of_a_schedule_that_was_switched_off_ends_without_a_next_one(room: Newsroom) -> None:
    chat = await room.joins(("World",), schedule=Schedule(mode=DigestMode.OFF), next_digest_at=None)
    await room.arrives("Talks go on")
    await room.composer.compose_now(chat)
    (message,) = await room.queued()
    assert "<footer>That's all.</footer>" in html(message).replace("&#x27;", "'")


async def test_a_classic_edition_opens_with_a_photo(room: Newsroom) -> None:
    front, *_, last = await of_three(room, format=DigestFormat.CLASSIC)
    assert isinstance(front.content, PhotoContent)
    assert html(front).startswith("<b>Good evening</b>\n<i>Mon 2 Mar · 4 stories")
    assert "<b>Asia</b>\n• <a" in html(front)
    assert END in html(last)


@pytest.mark.parametrize(
    ("hours", "greeting"), [(0, "evening"), (-8, "afternoon"), (-9, "morning"), (8, "morning"), (7, "evening")]
)
async def test_the_greeting_is_that_of_the_reader_s_hour(room: Newsroom, hours: int, greeting: str) -> None:
    room.clock.advance(days=1, hours=hours)
    front, *_ = await of_three(room, next_digest_at=NOON)
    assert f"<h3>Good {greeting}</h3>" in html(front)


async def test_headlines_alone_are_a_look(room: Newsroom) -> None:
    (message,) = await of_three(room, layout=DigestLayout.TOGETHER, look=DigestLook.HEADLINES)
    assert "<img" not in html(message)
    assert html(message).count("<li>") == 4
    assert "<details" not in html(message)


async def test_the_compact_look_folds_all_stories_but_the_first(room: Newsroom) -> None:
    await room.joins(("World",))
    for number in range(3):
        await room.arrives(f"News {number}", thumbnail_url=f"https://example.org/{number}.jpg")
    await room.composer.compose_due()
    (message,) = await room.queued()
    first, *folded = html(message).split("<details>")
    assert first.count("<h4>") == 1
    assert [fold.split("</summary>")[0] for fold in folded] == ["<summary>News 1", "<summary>News 2"]


async def test_a_story_that_only_has_a_card_is_shown_without_it_where_room_is_short(room: Newsroom) -> None:
    await room.joins(("World",), chat_id=1)
    await room.joins(("World",), chat_id=2, look=DigestLook.PICTURES)
    await room.arrives("Talks go on")
    await room.composer.compose_due()
    assert sorted("<img" in html(message) for message in await room.queued()) == [False, True]


async def test_a_digest_with_an_end_has_buttons_at_each_story_and_below_it(room: Newsroom) -> None:
    messages = await of_three(room)
    assert [html(message).count("<tg-button-row>") for message in messages] == [1, 1, 1, 1]
    assert [bool(message.keyboard) for message in messages] == [False, False, False, True]
    assert not any("tg-button" in content.html for message in messages for content in message.fallback)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": ChatKind.GROUP},
        {"schedule": Schedule(mode=DigestMode.INSTANT), "next_digest_at": None},
    ],
)
async def test_groups_and_news_at_once_have_buttons_too(room: Newsroom, changes: dict[str, Any]) -> None:
    messages = await of_three(room, **changes)
    assert all("tg-button-row" in html(message) for message in messages)
    assert [bool(message.keyboard) for message in messages] == [False, False, True]


async def test_channels_that_chose_no_layout_have_no_buttons(room: Newsroom) -> None:
    messages = await of_three(room, kind=ChatKind.CHANNEL)
    assert not any("tg-button" in html(message) or message.keyboard for message in messages)


async def test_a_group_and_a_channel_with_the_same_digest_share_no_buttons(room: Newsroom) -> None:
    group, channel = -200, -300
    for chat_id, kind in ((group, ChatKind.GROUP), (channel, ChatKind.CHANNEL)):
        await room.joins(("World",), chat_id=chat_id, kind=kind, schedule=MORNING, next_digest_at=NOON)
    await room.arrives("Talks go on", ("World",))
    await room.composer.compose_due()
    found = {message.chat.chat_id: message for message in await room.queued()}
    assert [bool(found[chat_id].keyboard) for chat_id in (group, channel)] == [True, False]
    assert ["tg-button" in html(found[chat_id]) for chat_id in (group, channel)] == [True, False]


async def test_next_digest_comes_a_day_later(room: Newsroom) -> None:
    await of_three(room)
    room.clock.advance(days=1)
    await room.arrives("New talks", ("World",))
    room.clock.advance(hours=12)
    await room.composer.compose_due()
    (message,) = await room.queued()
    assert "New talks" in html(message)
    assert message.expires_at == NOON + timedelta(days=2, hours=12)
