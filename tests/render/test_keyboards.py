"""The rows of buttons: what they offer, and Telegram's limits."""

from __future__ import annotations

import pytest

from bot.models.articles import CategoryCount, CategoryPath
from bot.models.buttons.presses import (
    DigestNow,
    Join,
    Leave,
    PartTelling,
    Press,
    Resize,
    SetLanguage,
    SetSchedule,
    ShowCategories,
    ShowHeadlines,
    ShowSchedule,
    ShowSettings,
    ShowStory,
    ShowSubscriptions,
    Tick,
    decode,
)
from bot.models.buttons.reader_presses import SetZone, ShowReading
from bot.models.messages import Button, Keyboard
from bot.render.keyboards import (
    CATEGORIES_PER_PAGE,
    categories_keyboard,
    headlines_keyboard,
    headlines_offers,
    is_covered,
    languages_keyboard,
    offers_keyboard,
    schedule_keyboard,
    subscriptions_keyboard,
    summary_keyboard,
)
from bot.render.reader_keyboards import zones_keyboard
from bot.render.story_keyboards import parting_keyboard, story_keyboard
from bot.texts import speaker

SAY = speaker("en")


def a_tree(*names: str, articles: int = 0) -> list[CategoryCount]:
    return [
        CategoryCount(id=number, path=tuple(name.split("/")), articles=articles)
        for number, name in enumerate(names, start=1)
    ]


def many(count: int) -> list[CategoryCount]:
    return a_tree(*(f"A category with a long name {number}" for number in range(count)))


def buttons(keyboard: Keyboard) -> list[Button]:
    return [button for row in keyboard for button in row]


def presses(keyboard: Keyboard) -> list[Press]:
    found = [decode(button.data) for button in buttons(keyboard) if button.data]
    return [press for press in found if press is not None]


def test_the_tree_shows_what_is_ticked_what_is_included_and_what_is_new() -> None:
    tree = [*a_tree("World", "World/Europe"), CategoryCount(id=3, path=("Science",), articles=4)]
    keyboard = categories_keyboard(tree, [("World",)], page=0, say=SAY)
    assert [button.text for button in buttons(keyboard)][:3] == ["✅ World", "☑️ World › Europe", "Science · 4"]
    assert presses(keyboard)[:3] == [
        Tick(category_id=1, on=False, page=0),
        Tick(category_id=2, on=True, page=0),
        Tick(category_id=3, on=True, page=0),
    ]


def test_short_names_share_a_row_and_long_ones_do_not() -> None:
    keyboard = categories_keyboard(
        a_tree("World", "Science", "A rather long category name", "Art"), [], page=0, say=SAY
    )
    assert [len(row) for row in keyboard] == [2, 1, 1, 2, 1]


@pytest.mark.parametrize("ticked", [[], [("World",)], [("World",), ("Science",)], [("A much longer name",)]])
def test_no_tick_moves_a_button(ticked: list[CategoryPath]) -> None:
    names = (
        "World",
        "World/Europe",
        "World/Asia",
        "Science",
        "A much longer name",
        "Seventeen letters",
        "Art",
        "Sport",
    )
    rows = [[button.data for button in row] for row in categories_keyboard(a_tree(*names), [], page=0, say=SAY)]
    after = categories_keyboard(a_tree(*names), ticked, page=0, say=SAY)
    assert [len(row) for row in after] == [len(row) for row in rows]
    assert presses(after)[-3:] == [DigestNow(), ShowSchedule(), ShowReading(apart=True)]


def test_a_long_tree_is_paged() -> None:
    tree = many(CATEGORIES_PER_PAGE * 2 + 1)
    first, second, third = (presses(categories_keyboard(tree, [], page=page, say=SAY))[:-3] for page in range(3))
    assert first[-3:] == [ShowCategories(page=2), ShowCategories(page=0), ShowCategories(page=1)]
    assert second[-3:] == [ShowCategories(page=0), ShowCategories(page=1), ShowCategories(page=2)]
    assert third == [
        Tick(category_id=21, on=True, page=2),
        ShowCategories(page=1),
        ShowCategories(page=2),
        ShowCategories(page=0),
    ]


def test_a_page_beyond_the_last_shows_the_last() -> None:
    assert presses(categories_keyboard(many(3), [], page=99, say=SAY))[0] == Tick(category_id=1, on=True, page=0)


def test_a_keyboard_keeps_telegrams_limits() -> None:
    keyboard = categories_keyboard(many(500), [("x",)], page=3, say=SAY)
    assert len(buttons(keyboard)) <= 100
    assert all(len(row) <= 8 for row in keyboard)
    assert all(len(button.text) <= 64 for button in buttons(keyboard))


def test_a_category_is_covered_by_its_parents_only() -> None:
    assert is_covered(("World", "Europe"), [("World",)])
    assert not is_covered(("World",), [("World",)])
    assert not is_covered(("World",), [("World", "Europe")])
    assert not is_covered(("Sports", "World"), [("World",)])


def test_offers_subscribe_and_headline_offers_show() -> None:
    tree = a_tree("World", "Sports/World")
    assert presses(offers_keyboard(tree)) == [Join(category_id=1), Join(category_id=2)]
    assert [button.text for button in buttons(headlines_offers(tree))] == ["World", "Sports › World"]
    assert presses(headlines_offers(tree))[1] == ShowHeadlines(category_id=2, page=0)


def test_each_subscription_can_be_removed_and_all_at_once() -> None:
    one = presses(subscriptions_keyboard(a_tree("World"), page=0, say=SAY))
    assert one == [Leave(category_id=1), ShowCategories(page=0)]
    two = presses(subscriptions_keyboard(a_tree("World", "Science"), page=0, say=SAY))
    assert two[-2:] == [Leave(category_id=None), ShowCategories(page=0)]
    assert ShowSubscriptions(page=1) in presses(subscriptions_keyboard(many(15), page=0, say=SAY))


def test_headlines_turn_pages_only_where_there_are_some() -> None:
    assert headlines_keyboard(None, page=0, pages=1) == ()
    assert presses(headlines_keyboard(7, page=0, pages=2)) == [
        ShowHeadlines(category_id=7, page=0),
        ShowHeadlines(category_id=7, page=1),
    ]


def test_the_current_schedule_is_marked() -> None:
    keyboard = schedule_keyboard("hourly", say=SAY)
    assert [button.text for button in buttons(keyboard) if button.text.startswith("✅")] == ["✅ Every hour"]
    assert SetSchedule(text="weekdays 07:30") in presses(keyboard)


def test_zones_and_languages_are_chosen_by_name() -> None:
    assert presses(zones_keyboard([("Berlin · 14:00", "Europe/Berlin")], say=SAY))[0] == SetZone(zone="Europe/Berlin")
    keyboard = languages_keyboard([("English", "en"), ("繁體中文", "zh-Hant")], current="zh-Hant")
    assert [button.text for button in buttons(keyboard)] == ["English", "✅ 繁體中文", "◀️"]
    assert presses(keyboard) == [SetLanguage(language="en"), SetLanguage(language="zh-Hant"), ShowSettings()]


def test_a_summary_grows_and_shrinks_within_bounds_and_keeps_its_link() -> None:
    def sizes(sentences: int) -> list[Press]:
        keyboard = summary_keyboard("https://example.org/a", host="example.org", sentences=sentences, say=SAY)
        assert buttons(keyboard)[-1] == Button(text="🔗 example.org", url="https://example.org/a")
        return [press for press in presses(keyboard) if isinstance(press, Resize)]

    assert sizes(2) == [Resize(sentences=5), Resize(sentences=1)]
    assert sizes(1) == [Resize(sentences=4)]
    assert sizes(12) == [Resize(sentences=9)]


def test_a_storys_page_grows_and_shrinks_in_place_and_an_owner_can_part_it() -> None:
    grown = ShowStory(article_id=9, sentences=5)
    assert presses(story_keyboard(9, sentences=2, say=SAY)) == [grown, ShowStory(article_id=9, sentences=1)]
    assert presses(story_keyboard(9, sentences=12, say=SAY)) == [ShowStory(article_id=9, sentences=9)]
    assert story_keyboard(9, sentences=1, say=SAY, longer=False) == ()
    owned = story_keyboard(9, sentences=1, say=SAY, partings=[("A paper with a name of very many letters", 8)])
    assert presses(owned) == [ShowStory(article_id=9, sentences=4), PartTelling(article_id=8)]
    sure = [PartTelling(article_id=8, sure=True), ShowStory(article_id=8, sentences=2)]
    assert presses(parting_keyboard(8, sentences=2, say=SAY)) == sure
