"""Phrases of several messages: schedules, time zones, and what to do with the category tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from bot.chat.lookup import unquoted
from bot.models.articles import CategoryCount
from bot.models.chats import DigestMode, Schedule
from bot.text.cldr import day_names, listed
from bot.text.markup import escape, sentences, shorten
from bot.text.schedule_grammar import EVERY_DAY, WEEKEND, WORKDAYS
from bot.text.time_zones import zone_city
from bot.texts import Say

_TYPED_UNITS = 60
MAX_CHARACTERS = 200  # of a schedule, city or language that are parsed
MAX_NAME_CHARACTERS = 300  # of a name, or of several


def typed(words: str) -> str:
    """What the person typed, shortened and escaped for a message."""
    return escape(shorten(words, _TYPED_UNITS))


def zone_name(zone: str, language: str) -> str:
    """A time zone for a reader, plain text: "Berlin (Europe/Berlin)"."""
    city = zone_city(zone, language)
    return city if zone.startswith("Etc/") else zone if city == zone else f"{city} ({zone})"


def categories_text(tree: Sequence[CategoryCount], *, say: Say) -> str:
    """The text above the category tree; it explains the counts where there are any."""
    counts = [say("chat-categories-counts")] if any(entry.articles for entry in tree) else []
    return sentences(say("chat-categories"), *counts)


def typed_name(words: str) -> str:
    """The name of one thing that was typed behind a command, without quotes around it."""
    return unquoted(words[:MAX_NAME_CHARACTERS])


def schedule_words(schedule: Schedule, *, language: str, say: Say) -> str:
    """The schedule as part of a sentence: "every day at 08:00 and 18:30"."""
    match schedule.mode:
        case DigestMode.TIMES:
            times = listed([f"{time:%H:%M}" for time in sorted(schedule.times)], language)
            return say("chat-schedule-times", times=times, days=_days(schedule.weekdays, language=language, say=say))
        case DigestMode.HOURLY:
            return say("chat-schedule-hourly")
        case DigestMode.INSTANT:
            return say("chat-schedule-instant")
        case DigestMode.OFF:
            return say("chat-schedule-off")
        case mode:
            assert_never(mode)


def _days(weekdays: frozenset[int], *, language: str, say: Say) -> str:
    if weekdays == EVERY_DAY:
        return say("chat-days-all")
    if weekdays == WORKDAYS:
        return say("chat-days-workdays")
    if weekdays == WEEKEND:
        return say("chat-days-weekend")
    names = day_names(language, width="wide" if len(weekdays) == 1 else "abbreviated")
    return say("chat-days-some", days=listed([names[number] for number in sorted(weekdays)], language))
