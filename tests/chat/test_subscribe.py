"""Following and leaving categories."""

from __future__ import annotations

import pytest

from bot.chat import following
from bot.models.sources import SourceKind, SourceSpec
from tests.chat.rig import NOON, Rig, labels, text


@pytest.fixture
async def rig(rig: Rig) -> Rig:
    """With a small tree of categories."""
    await rig.publish("Harbour bridge opens", "Ferry line ends")
    await rig.publish("Summit in Vienna", category=("World", "Europe"))
    await rig.publish("Cup final", category=("Sports", "Europe"))
    await rig.publish("立法會開會", category=("新媒体", "眾新聞"))
    await rig.says("/timezone UTC")  # so that the first subscription does not ask for it
    return rig


BELOW = ["🗞 Digest now", "⏰ Schedule", "🗣 Languages I read"]


async def test_the_tree_counts_today_with_children(rig: Rig) -> None:
    shown = await rig.says("/categories")
    assert labels(shown) == [
        "Sports · 1",
        "Sports › Europe · 1",
        "World · 3",
        "World › Europe · 1",
        "新媒体 · 1",
        "新媒体 › 眾新聞 · 1",
        *BELOW,
    ]


async def test_a_category_of_sources_toml_can_be_followed_before_an_article_came(rig: Rig) -> None:
    spec = SourceSpec(
        name="Harbour", kind=SourceKind.FEED, location="https://harbour.example/feed", category=("Town", "Harbour")
    )
    await rig.store.sources.sync([*(source.spec for source in await rig.store.sources.all()), spec], now=NOON)
    shown = await rig.says("/categories")
    assert [label for label in labels(shown) if "Town" in label] == ["Town", "Town › Harbour"]
    await rig.says("/subscribe town/harbour")
    assert await rig.follows() == [("Town", "Harbour")]


async def test_ticks_toggle_and_parents_include_children(rig: Rig) -> None:
    await rig.says("/categories")
    ticked = await rig.presses("World · 3")
    assert "☑️ World › Europe · 1" in labels(ticked)
    await rig.presses("☑️ World › Europe · 1")
    assert await rig.follows() == [("World",)]
    assert "World › Europe is already included: you follow World." in rig.answered().values()
    unticked = await rig.presses("✅ World · 3")
    assert "World · 3" in labels(unticked)
    assert await rig.follows() == []


async def test_pressing_an_old_tick_twice_changes_nothing_more(rig: Rig) -> None:
    shown = await rig.says("/categories")
    await rig.presses("World · 3")
    category_id = await rig.store.articles.category_id(("World",))
    query = await rig.api.press("🗞 Digest now", message_id=shown.message_id)
    await rig.api.wait_for(lambda: query in rig.answered())
    again = await rig.api.press(f"ti:{category_id}:0:0")
    await rig.api.wait_for(lambda: again in rig.answered())
    await rig.quiet()
    assert await rig.follows() == []


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("world", ("World",)),
        ("WORLD/europe", ("World", "Europe")),
        ("新媒體", ("新媒体",)),
        ("众新闻", ("新媒体", "眾新聞")),
    ],
)
async def test_subscribing_by_name_ignores_case_and_script(rig: Rig, words: str, path: tuple[str, ...]) -> None:
    shown = await rig.says(f"/subscribe {words}")
    assert text(shown).startswith("You now follow ")
    assert "Next digest: tomorrow at 08:00 (UTC)." in text(shown)
    assert await rig.follows() == [path]


async def test_several_names_are_followed_at_once_and_unknown_ones_are_named(rig: Rig) -> None:
    shown = await rig.says("/subscribe World, 新媒體、Atlantis")
    assert "You now follow World, 新媒体." in text(shown)
    assert "There is no category “Atlantis”." in text(shown)
    assert "Next digest: tomorrow at 08:00 (UTC)." in text(shown)
    assert await rig.follows() == [("World",), ("新媒体",)]
    again = await rig.says("/subscribe World; Sprots")
    assert "You already follow World." in text(again)
    assert "There is no category “Sprots”. Did you mean one of these?" in text(again)
    assert "Sports" in labels(again)
    both = await rig.says("/subscribe World, Sports, 新媒體")
    assert text(both).startswith("You now follow Sports.\nYou already follow World, 新媒体.\n\nNext digest")
    left = await rig.says("/unsubscribe World, 新媒体")
    assert text(left) == "You no longer follow World.\nYou no longer follow 新媒体."
    assert labels(left) == ["↩️ World", "↩️ 新媒体", "📚 Categories"]
    assert text(await rig.presses("↩️ World")).startswith("You now follow World.")
    assert text(await rig.says("/unsubscribe world, Atlantis")).startswith(
        "You no longer follow World.\n\nYou don't follow “Atlantis”."
    )


async def test_all_follows_the_whole_tree(rig: Rig) -> None:
    shown = await rig.says("/subscribe all")
    assert "You now follow Sports, World, 新媒体." in text(shown)
    assert await rig.follows() == [("Sports",), ("World",), ("新媒体",)]


async def test_the_first_of_several_asks_for_the_time_zone(rig: Rig) -> None:
    await rig.store.chats.change(await rig.chat(), zone_chosen=False)
    assert "What time is it where you are?" in text(await rig.says("/subscribe *"))


async def test_an_ambiguous_name_asks_which_one(rig: Rig) -> None:
    shown = await rig.says("/subscribe europe")
    assert "several categories" in text(shown)
    assert labels(shown) == ["Sports › Europe", "World › Europe"]
    joined = await rig.presses("World › Europe")
    assert "You now follow World › Europe." in text(joined)
    assert await rig.follows() == [("World", "Europe")]


async def test_an_unknown_name_offers_the_nearest(rig: Rig) -> None:
    shown = await rig.says("/subscribe <b>Wrold</b>")
    assert "There is no category “<b>Wrold</b>”" in text(shown)
    assert await rig.follows() == []
    shown = await rig.says("/subscribe Wrold")
    assert labels(shown)[0] == "World"
    shown = await rig.says("/subscribe zzzzzzzz")
    assert labels(shown) == ["📚 Categories"]
    tree = await rig.presses("📚 Categories")
    assert "World · 3" in labels(tree)


async def test_subscribing_without_a_name_shows_the_tree(rig: Rig) -> None:
    assert "World · 3" in labels(await rig.says("/subscribe"))


async def test_what_is_followed_already_is_not_followed_twice(rig: Rig) -> None:
    await rig.says("/subscribe World")
    assert "You already follow World." in text(await rig.says("/subscribe World"))
    assert "already included" in text(await rig.says("/subscribe World/Europe"))


async def test_there_is_a_limit(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "MAX_SUBSCRIPTIONS", 1)
    await rig.says("/subscribe World")
    assert "You can follow at most" in text(await rig.says("/subscribe Sports"))
    assert await rig.follows() == [("World",)]


async def test_the_first_subscription_starts_the_window_and_the_clock(rig: Rig) -> None:
    await rig.says("/start")
    rig.clock.advance(days=3)
    await rig.publish("Later news")
    await rig.says("/subscribe World")
    chat = await rig.chat()
    assert chat.cursor == await rig.store.articles.max_id()
    assert chat.next_digest_at is not None
    assert (chat.next_digest_at - NOON).days == 3
    await rig.publish("Even later news")
    await rig.says("/subscribe Sports")
    assert (await rig.chat()).cursor < await rig.store.articles.max_id()


async def test_leaving_by_name_takes_what_is_below_along(rig: Rig) -> None:
    await rig.says("/subscribe World/Europe")
    await rig.says("/subscribe World")
    await rig.says("/subscribe Sports")
    assert "You no longer follow World." in text(await rig.says("/unsubscribe world"))
    assert await rig.follows() == [("Sports",)]
    assert "You don't follow “World”." in text(await rig.says("/unsubscribe World"))


async def test_a_child_of_what_is_followed_cannot_be_left_alone(rig: Rig) -> None:
    await rig.says("/subscribe World")
    assert "is part of World" in text(await rig.says("/unsubscribe World/Europe"))
    assert await rig.follows() == [("World",)]


async def test_everything_can_be_left_at_once(rig: Rig) -> None:
    await rig.says("/subscribe World")
    await rig.says("/subscribe Sports")
    assert "2 categories removed." in text(await rig.says("/unsubscribe all"))
    assert await rig.follows() == []
    assert "don't follow anything" in text(await rig.says("/unsubscribe all"))


async def test_the_list_removes_by_button(rig: Rig) -> None:
    assert "don't follow anything" in text(await rig.says("/subscriptions"))
    await rig.says("/subscribe World")
    await rig.says("/subscribe Sports")
    shown = await rig.says("/unsubscribe")
    assert "You follow 2 categories" in text(shown)
    shorter = await rig.presses("❌ Sports")
    assert "You follow 1 category." in text(shorter)
    assert await rig.follows() == [("World",)]
    await rig.presses("↩️ Sports")
    assert sorted(await rig.follows()) == [("Sports",), ("World",)]


async def test_the_list_removes_everything_by_button(rig: Rig) -> None:
    await rig.says("/subscribe World")
    await rig.says("/subscribe Sports")
    await rig.says("/subscriptions")
    assert "2 categories removed" in text(await rig.presses("❌ Stop following all"))
    assert await rig.follows() == []


async def test_a_long_list_and_a_long_tree_turn_pages(rig: Rig) -> None:
    for number in range(12):
        await rig.publish(f"Story {number}", category=(f"A rather long topic {number:02}",))
    tree = await rig.says("/categories")
    assert "1 / 2" in labels(tree)
    second = await rig.presses("▶️")
    assert second.message_id == tree.message_id
    assert "2 / 2" in labels(second)
    for number in range(12):
        await rig.says(f"/subscribe A rather long topic {number:02}")
    await rig.says("/subscriptions")
    assert "❌ A rather long topic 11" in labels(await rig.presses("▶️"))


@pytest.mark.parametrize("data", ["ti:999:1:0", "jo:999", "le:999", "he:999:0"])
async def test_a_button_of_a_category_that_is_gone_says_so(rig: Rig, data: str) -> None:
    shown = await rig.says("/categories")
    room = rig.api.world.chats[rig.api.me]
    room.messages[shown.message_id].keyboard[0][0]["callback_data"] = data
    await rig.presses(data)
    assert "This category no longer exists." in rig.answered().values()
    assert await rig.follows() == []
