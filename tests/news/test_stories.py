from __future__ import annotations

from datetime import UTC, datetime

from bot.news.stories import story_id

MONDAY = datetime(2026, 3, 2, 7, tzinfo=UTC)
TUESDAY = datetime(2026, 3, 3, 7, tzinfo=UTC)


def test_the_same_title_on_the_same_day_is_one_story() -> None:
    one = story_id("Harbour bridge opens!", "https://a.example/1", published_at=MONDAY)
    other = story_id("HARBOUR BRIDGE OPENS", "https://b.example/2", published_at=MONDAY.replace(hour=20))
    assert one == other


def test_a_title_in_both_chinese_scripts_is_one_story() -> None:
    assert story_id("眾新聞今日停止運作公告") == story_id("众新闻今日停止运作公告")


def test_a_recurring_title_is_a_new_story_each_day() -> None:
    assert story_id("Morning briefing", published_at=MONDAY) != story_id("Morning briefing", published_at=TUESDAY)


def test_titles_that_say_too_little_go_by_address() -> None:
    one = story_id("Live", "https://a.example/1", published_at=MONDAY)
    other = story_id("Live", "https://a.example/2", published_at=MONDAY)
    assert one != other
    assert story_id("Live") == story_id("live")


def test_the_id_is_sixteen_hexadecimal_digits() -> None:
    assert len(story_id("x")) == 16
    assert int(story_id("x"), 16) >= 0
