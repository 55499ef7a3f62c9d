"""Handles /timezone and its buttons, the question for the zone after the first subscription, and shared locations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.chat.keyboard_requests import end_request, request_location
from bot.chat.location import zone_at
from bot.chat.replanning import replan_recap
from bot.chat.turn import Turn
from bot.chat.wording import MAX_CHARACTERS, typed, zone_name
from bot.models.buttons.reader_presses import AskLocation, SetZone, ShowZones
from bot.models.chats import ChatKind
from bot.models.messages import Keyboard
from bot.render.moments import clock_time, next_digest
from bot.render.phrases import SEPARATOR
from bot.render.reader_keyboards import zones_keyboard
from bot.text.cities import City
from bot.text.cldr import locale_of
from bot.text.markup import escape
from bot.text.quiet import next_due_at
from bot.text.schedule import is_zone
from bot.text.time_zones import Zones, find_zone, zone_city
from bot.text.zone_names import zones_of_language
from bot.text_keys import TextKey

MAX_USUAL = 10
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


async def timezone(turn: Turn) -> None:
    """Handle `/timezone [CITY or ZONE]`: show or set the time zone."""
    if not turn.words:
        await turn.reply(_zone_text(turn), keyboard=_usual(turn))
        return
    if not await turn.may_change():
        return
    found = find_zone(turn.words[:MAX_CHARACTERS])
    if not await _take(turn, found):
        offers = [zone for zone in found.offers if is_zone(zone)]
        key: TextKey = "chat-timezone-which" if offers else "chat-timezone-unknown"
        keyboard = _offers(turn, offers, found.cities) if offers else _usual(turn)
        await turn.reply(turn.say(key, text=typed(turn.words)), keyboard=keyboard)


async def take_named_place(turn: Turn, text: str) -> bool:
    """Set the zone of a place that somebody wrote instead of pressing a button, while the question is open."""
    asked = not turn.chat.zone_chosen and await turn.services.store.chats.subscriptions(turn.chat.key)
    return bool(asked) and await _take(turn, find_zone(text[:MAX_CHARACTERS]))


async def _take(turn: Turn, found: Zones) -> bool:
    """Set the zone that was found, and offer the others of its name; False if it is not one."""
    if found.zone is None or not is_zone(found.zone):
        return False
    await _set_zone(turn, found.zone)
    others = [zone for zone in found.offers if is_zone(zone)]
    await turn.reply(_zone_text(turn, how=bool(others)), keyboard=_offers(turn, others, found.cities))
    return True


async def ask_zone(turn: Turn) -> None:
    """Ask where the reader lives, after the first subscription, unless they said so. Channels are not asked."""
    if turn.chat.zone_chosen or turn.chat.kind is ChatKind.CHANNEL:
        return
    zone = zone_name(turn.chat.zone, turn.language)
    clock = clock_time(turn.services.clock.now(), turn.chat.zone)
    await turn.reply(turn.say("chat-timezone-ask", zone=escape(zone), time=clock), keyboard=_usual(turn, chosen=False))


async def on_show_zones(turn: Turn, press: ShowZones) -> None:
    """Show the time zone in place of the settings."""
    await turn.redraw(_zone_text(turn), keyboard=_usual(turn))


async def on_set_zone(turn: Turn, press: SetZone) -> None:
    """Set the time zone that the button names."""
    if not is_zone(press.zone):
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await _set_zone(turn, press.zone)
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(_zone_text(turn), keyboard=_usual(turn))


async def on_ask_location(turn: Turn, press: AskLocation) -> None:
    """Ask for the location with the button that Telegram has for it."""
    await turn.toast()
    await request_location(turn, turn.say("chat-location-ask"), label=turn.say("chat-location-share"))


async def location(turn: Turn) -> None:
    """Set the time zone of a location that somebody shares in a private chat."""
    place = turn.message.location if turn.message is not None else None
    zone = await zone_at(place.latitude, place.longitude) if place is not None else None
    if zone is None or not is_zone(zone):
        await end_request(turn, turn.say("chat-location-unknown"))
        return
    await _set_zone(turn, zone)
    await end_request(turn, _zone_text(turn, how=False))


async def _set_zone(turn: Turn, zone: str) -> None:
    following = next_due_at(turn.chat.schedule, turn.chat.quiet, zone, turn.services.clock.now())
    await turn.change(zone=zone, zone_chosen=True, next_digest_at=following)
    await replan_recap(turn)
    await turn.services.store.outbox.end_rest(turn.chat.key, now=turn.services.clock.now())


def _zone_text(turn: Turn, *, how: bool = True) -> str:
    """The zone and the next digest; `how` to change it, where there are zones to tap."""
    clock = clock_time(turn.services.clock.now(), turn.chat.zone)
    lines = [turn.say("chat-timezone-now", zone=zone_name(turn.chat.zone, turn.language), time=clock)]
    if turn.chat.next_digest_at is not None:
        lines.append(next_digest(turn.chat, now=turn.services.clock.now(), say=turn.say, language=turn.language))
    return "\n".join([*map(escape, lines), *(("", turn.say("chat-timezone-how")) if how else ())])


def _usual(turn: Turn, *, chosen: bool = True) -> Keyboard:
    """The usual zones, first those of the chat and of the person's language; `chosen`: the chat's own is marked."""
    language = (turn.user.language_code if turn.user is not None else None) or turn.language
    zones = dict.fromkeys((turn.chat.zone, *zones_of_language(language), *USUAL_ZONES))
    named = [zone for zone in zones if is_zone(zone)][:MAX_USUAL]
    return _offers(turn, named, {}, chosen=chosen)


def _offers(turn: Turn, zones: Iterable[str], cities: Mapping[str, City], *, chosen: bool = True) -> Keyboard:
    """The zones with their local times, each by the city that led to it."""
    now = turn.services.clock.now()
    labels = [
        (f"{_place(zone, cities.get(zone), turn.language)}{SEPARATOR}{clock_time(now, zone)}", zone) for zone in zones
    ]
    current = turn.chat.zone if chosen else ""
    return zones_keyboard(labels, say=turn.say, current=current, ask_location=turn.is_private and turn.target is None)


def _place(zone: str, city: City | None, language: str) -> str:
    if city is None:
        return zone_city(zone, language)
    country = str(locale_of(language).territories.get(city.country, city.country))
    return f"{city.name}, {city.region or country}"
