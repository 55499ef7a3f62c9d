"""Times and schedules in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.chat.wording import categories_text, schedule_words, typed_name
from bot.models.articles import CategoryCount
from bot.models.chats import DigestMode, Schedule
from bot.models.filters import Lesson, Taste, TasteKind
from bot.render.filter_keyboards import taste_name
from bot.render.moments import moment, next_digest
from bot.text.cldr import locale_of
from bot.text.schedule import parse_schedule
from bot.texts import speaker
from tests.fakes import NOON, a_chat


@pytest.mark.parametrize(
    ("hours", "zone", "language", "words"),
    [
        (6.5, "UTC", "en", "today at 18:30"),
        (20, "UTC", "en", "tomorrow at 08:00"),
        (11, "Asia/Taipei", "en", "tomorrow at 07:00"),
        (68, "UTC", "en", "Thu 5 Mar, 08:00"),
        (6.5, "UTC", "zh-Hant", "今天 18:30"),
        (68, "UTC", "zh-Hant", "3月5日週四 08:00"),
    ],
)
def test_a_moment_is_told_as_the_reader_would(hours: float, zone: str, language: str, words: str) -> None:
    at = NOON + timedelta(hours=hours)
    told = moment(at, now=NOON, zone=zone, language=language, say=speaker(language))
    assert told.replace("日 週", "日週") == words  # Babel's data had a space there until 2.18


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("08:00", "en", "every day at 08:00"),
        ("08:00 18:30", "en", "every day at 08:00 and 18:30"),
        ("weekdays 07:30", "en", "on weekdays at 07:30"),
        ("weekends 10:00", "en", "at weekends at 10:00"),
        ("mon wed 9:00", "en", "on Mon and Wed at 09:00"),
        ("hourly", "en", "every hour"),
        ("instant", "en", "as soon as there is news"),
        ("off", "en", "off"),
        ("08:00 18:30", "zh-Hant", "每天 08:00和18:30"),
    ],
)
def test_a_schedule_reads_as_part_of_a_sentence(text: str, language: str, words: str) -> None:
    schedule = parse_schedule(text)
    assert schedule is not None
    assert schedule_words(schedule, language=language, say=speaker(language)) == words


def test_the_next_digest_is_announced() -> None:
    say = speaker("en")
    at = datetime(2026, 3, 3, 8, tzinfo=UTC)
    assert next_digest(a_chat(next_digest_at=at), now=NOON, say=say) == "Next digest: tomorrow at 08:00 (UTC)."
    off = a_chat(next_digest_at=None, schedule=Schedule(mode=DigestMode.OFF))
    assert next_digest(off, now=NOON, say=say).startswith("Digests are off")
    instant = a_chat(next_digest_at=None, schedule=Schedule(mode=DigestMode.INSTANT))
    assert next_digest(instant, now=NOON, say=say) == "News comes to you as it appears."


def test_a_language_babel_does_not_know_counts_in_english() -> None:
    assert locale_of("tlh").language == "en"
    assert locale_of("??").language == "en"


def test_the_numbers_of_the_tree_are_told_only_where_there_are_any() -> None:
    quiet = CategoryCount(id=1, path=("World",), articles=0)
    busy = CategoryCount(id=2, path=("City",), articles=3)
    assert categories_text([quiet], say=speaker("en")) == "Tap what you would like to follow."
    assert "The number is how many articles are new today." in categories_text([quiet, busy], say=speaker("en"))
    told = categories_text([busy], say=speaker("ja"))
    assert "。" in told
    assert "。 " not in told


@pytest.mark.parametrize(("language", "told"), [("en", "“мост” −1"), ("ru", "«мост» −1"), ("ja", "「мост」 −1")])
def test_a_word_that_is_weighed_stands_in_the_quotes_of_the_language(language: str, told: str) -> None:
    taste = Taste(id=1, lesson=Lesson(kind=TasteKind.WORD, value="мост", key="мост"), weight=-1)
    assert taste_name(taste, say=speaker(language)) == told


@pytest.mark.parametrize("written", ["Harbour «News»", ' "Harbour «News»"', "„Harbour «News»“", "「 Harbour «News» 」"])
def test_a_name_is_read_without_the_quotes_around_it(written: str) -> None:
    assert typed_name(written) == "Harbour «News»"
