"""Handles /schedule, /timezone and /language, and their buttons."""

from __future__ import annotations

from collections.abc import Iterable

from bot.chat.handlers.subscribe import typed
from bot.chat.turn import Turn
from bot.chat.wording import schedule_words
from bot.models.chats import ChatChanges, DigestMode, Schedule
from bot.models.messages import Keyboard
from bot.models.presses import SetLanguage, SetSchedule, SetZone, ShowLanguages, ShowSchedule, ShowZones
from bot.render.keyboards import languages_keyboard, schedule_keyboard, zones_keyboard
from bot.render.moments import clock_time, next_digest
from bot.render.phrases import SEPARATOR
from bot.text.clean import match_key
from bot.text.markup import escape
from bot.text.schedule import format_schedule, is_zone, next_digest_at, parse_schedule
from bot.text.time_zones import find_zone, zone_city
from bot.text.words import by_language
from bot.text_keys import TextKey
from bot.texts import languages, match_language, say

MAX_CHARACTERS = 200  # of a schedule, city or language that are parsed
USUAL_ZONES = (
    "Europe/London",
    "Europe/Berlin",
    "America/New_York",
    "America/Los_Angeles",
    "Asia/Taipei",
    "Asia/Hong_Kong",
    "Asia/Tokyo",
    "Asia/Kolkata",
)


# --- schedule ---------------------------------------------------------------------------------


async def schedule(turn: Turn) -> None:
    """Handle `/schedule [TIMES]`: show or set when digests come."""
    if not turn.words:
        await turn.reply(_schedule_text(turn), keyboard=_schedule_buttons(turn))
        return
    if not await turn.may_change():
        return
    wanted = parse_schedule(turn.words[:MAX_CHARACTERS])
    if wanted is None:
        text = turn.say("chat-schedule-unknown", text=typed(turn))
        await turn.reply(text, keyboard=_schedule_buttons(turn))
        return
    await _set_schedule(turn, wanted)
    await turn.reply(_schedule_text(turn), keyboard=_schedule_buttons(turn))


async def on_show_schedule(turn: Turn, press: ShowSchedule) -> None:
    """Send the schedule as a new message, so that the message with the button stays usable."""
    await turn.toast()
    await turn.reply(_schedule_text(turn), keyboard=_schedule_buttons(turn))


async def on_set_schedule(turn: Turn, press: SetSchedule) -> None:
    """Set the schedule that the button names."""
    wanted = parse_schedule(press.text)
    if wanted is None:
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await _set_schedule(turn, wanted)
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(_schedule_text(turn), keyboard=_schedule_buttons(turn))


async def _set_schedule(turn: Turn, wanted: Schedule) -> None:
    now = turn.services.clock.now()
    changes: ChatChanges = {
        "schedule": wanted,
        "next_digest_at": next_digest_at(wanted, turn.chat.zone, now),
    }
    was_off = turn.chat.schedule.mode is DigestMode.OFF
    never_had_one = wanted.mode is DigestMode.INSTANT and turn.chat.last_digest_at is None
    if was_off or never_had_one:  # news from now on, not all of the past
        changes["cursor"] = await turn.services.store.articles.max_id()
    await turn.change(**changes)


def _schedule_text(turn: Turn) -> str:
    words = schedule_words(turn.chat.schedule, language=turn.chat.ui_language, say=turn.say)
    following = next_digest(turn.chat, now=turn.services.clock.now(), say=turn.say)
    lines = [turn.say("chat-schedule-now", schedule=words)]
    if turn.chat.schedule.mode in (DigestMode.TIMES, DigestMode.HOURLY):
        lines += [following, turn.say("chat-schedule-zone", zone=zone_name(turn, turn.chat.zone))]
    return "\n".join([*map(escape, lines), "", turn.say("chat-schedule-how")])


def _schedule_buttons(turn: Turn) -> Keyboard:
    return schedule_keyboard(format_schedule(turn.chat.schedule), say=turn.say)


# --- time zone --------------------------------------------------------------------------------


async def timezone(turn: Turn) -> None:
    """Handle `/timezone [CITY or ZONE]`: show or set the time zone."""
    if not turn.words:
        await _show_zones(turn)
        return
    if not await turn.may_change():
        return
    found = find_zone(turn.words[:MAX_CHARACTERS])
    if found.zone is not None and is_zone(found.zone):
        await _set_zone(turn, found.zone)
        await turn.reply(_zone_text(turn))
        return
    offers = [zone for zone in found.offers if is_zone(zone)]
    key: TextKey = "chat-timezone-which" if offers else "chat-timezone-unknown"
    await turn.reply(turn.say(key, text=typed(turn)), keyboard=zones_keyboard(_zone_offers(turn, offers)))


async def on_show_zones(turn: Turn, press: ShowZones) -> None:
    """Send the time zone as a new message."""
    await turn.toast()
    await _show_zones(turn)


async def _show_zones(turn: Turn) -> None:
    await turn.reply(_zone_text(turn), keyboard=zones_keyboard(_zone_offers(turn, USUAL_ZONES)))


async def on_set_zone(turn: Turn, press: SetZone) -> None:
    """Set the time zone that the button names."""
    if not is_zone(press.zone):
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await _set_zone(turn, press.zone)
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(_zone_text(turn))


async def _set_zone(turn: Turn, zone: str) -> None:
    following = next_digest_at(turn.chat.schedule, zone, turn.services.clock.now())
    await turn.change(zone=zone, next_digest_at=following)


def _zone_text(turn: Turn) -> str:
    clock = clock_time(turn.services.clock.now(), turn.chat.zone)
    lines = [turn.say("chat-timezone-now", zone=zone_name(turn, turn.chat.zone), time=clock)]
    if turn.chat.next_digest_at is not None:
        lines.append(next_digest(turn.chat, now=turn.services.clock.now(), say=turn.say))
    return "\n".join([*map(escape, lines), "", turn.say("chat-timezone-how")])


def zone_name(turn: Turn, zone: str) -> str:
    """A time zone for a reader: "Berlin (Europe/Berlin)"."""
    city = zone_city(zone, turn.chat.ui_language)
    return city if zone.startswith("Etc/") else zone if city == zone else f"{city} ({zone})"


def _zone_offers(turn: Turn, zones: Iterable[str]) -> list[tuple[str, str]]:
    """The zones as (label, IANA name); a label is the city and its local time."""
    now = turn.services.clock.now()
    return [(f"{zone_city(zone, turn.chat.ui_language)}{SEPARATOR}{clock_time(now, zone)}", zone) for zone in zones]


# --- language ---------------------------------------------------------------------------------


async def language(turn: Turn) -> None:
    """Handle `/language [NAME]`: show or set the interface language."""
    if not turn.words:
        await _show_languages(turn)
        return
    if not await turn.may_change():
        return
    found = _language_of(turn.words[:MAX_CHARACTERS])
    if found is None:
        await turn.reply(turn.say("chat-language-unknown", text=typed(turn)), keyboard=_language_buttons(turn))
        return
    await turn.change(ui_language=found)
    await turn.reply(turn.say("chat-language-set"))


async def on_show_languages(turn: Turn, press: ShowLanguages) -> None:
    """Send the interface languages as a new message."""
    await turn.toast()
    await _show_languages(turn)


async def _show_languages(turn: Turn) -> None:
    await turn.reply(turn.say("chat-language"), keyboard=_language_buttons(turn))


async def on_set_language(turn: Turn, press: SetLanguage) -> None:
    """Set the interface language that the button names."""
    if press.language not in languages():
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await turn.change(ui_language=press.language)
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(turn.say("chat-language-set"), keyboard=_language_buttons(turn))


def _language_of(text: str) -> str | None:
    """The interface language that a name or a tag means ("english", "zh_TW", "中文"), or None."""
    wanted = match_key(text.replace("_", "-"))
    named = next((tag for tag in languages() if wanted in map(match_key, _names(tag))), None)
    if named is not None:
        return named
    return (
        match_language(wanted) if wanted.partition("-")[0] in {tag.partition("-")[0] for tag in languages()} else None
    )


def _names(tag: str) -> tuple[str, ...]:
    """What people call an interface language."""
    return tag, _own_name(tag), *by_language()[tag].commands.language_names


def _own_name(tag: str) -> str:
    return say(tag, "chat-language-name")


def _language_buttons(turn: Turn) -> Keyboard:
    return languages_keyboard([(_own_name(tag), tag) for tag in languages()], current=turn.chat.ui_language)
