"""Phrases for moments in a reader's local time, and for when the next digest comes (pure; plain text)."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.models.chats import Chat, DigestMode
from bot.text.cldr import formatted
from bot.text.quiet import quiet_until
from bot.text.schedule import local_time
from bot.text.time_zones import zone_city
from bot.texts import Say


def clock_time(at: datetime, zone: str) -> str:
    """The local time of `at` in `zone`: "18:30"."""
    return f"{local_time(at, zone):%H:%M}"


def moment(at: datetime, *, now: datetime, zone: str, language: str, say: Say) -> str:
    """The moment `at` in local time of `zone`: "today at 18:30", "Mon, 4 May, 08:00"."""
    local = local_time(at, zone)
    today = local_time(now, zone).date()
    clock = clock_time(at, zone)
    if local.date() == today:
        return say("chat-when-today", time=clock)
    if local.date() == today + timedelta(days=1):
        return say("chat-when-tomorrow", time=clock)
    day = formatted(local, "MMMEd", language)
    return say("chat-when-day", day=day, time=clock)


def next_digest(chat: Chat, *, now: datetime, say: Say, language: str | None = None) -> str:
    """The sentence that says when the chat's next digest comes. `language`: of the sentence, where not the chat's."""
    at = chat.next_digest_at
    if chat.schedule.mode is DigestMode.INSTANT:
        at = quiet_until(chat.quiet, chat.zone, now)
        if at is None:
            return say("chat-next-instant")
    if at is None:
        return say("chat-next-off")
    when = zoned_moment(at, now=now, zone=chat.zone, language=language or chat.ui_language, say=say)
    return say("chat-next-at", when=when)


def zoned_moment(at: datetime, *, now: datetime, zone: str, language: str, say: Say) -> str:
    """The moment `at` in local time with the city of the zone: "tomorrow at 08:00 (Taipei)"."""
    when = moment(at, now=now, zone=zone, language=language, say=say)
    return say("chat-when-zone", when=when, zone=zone_city(zone, language))
