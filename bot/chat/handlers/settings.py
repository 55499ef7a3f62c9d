"""Handles /schedule and /language, and their buttons."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.handlers.recap import recap_lines, set_from_schedule
from bot.chat.replanning import replan_recap
from bot.chat.turn import Turn
from bot.chat.wording import MAX_CHARACTERS, schedule_words, typed, zone_name
from bot.digest.languages import is_read
from bot.models.buttons.alert_presses import SetQuiet, ShowQuiet
from bot.models.buttons.presses import SetLanguage, SetSchedule, ShowLanguages, ShowSchedule
from bot.models.chats import ChatChanges, DigestMode, Schedule
from bot.models.messages import Keyboard
from bot.models.quiet import QuietHours
from bot.render.alert_keyboards import quiet_keyboard
from bot.render.keyboards import button, languages_keyboard, schedule_keyboard
from bot.render.moments import next_digest
from bot.render.phrases import language_name
from bot.text.clean import match_key
from bot.text.markup import escape
from bot.text.quiet import changed_due_at, lets_alerts_through, means_off, next_due_at, parse_quiet
from bot.text.schedule import differs_by_day, format_schedule, parse_recap, parse_schedule
from bot.text.time_zones import zone_city
from bot.text.words import by_language
from bot.text_keys import TextKey
from bot.texts import FALLBACK_LANGUAGE, languages, match_language, say

# --- schedule ---------------------------------------------------------------------------------


async def schedule(turn: Turn) -> None:
    """Handle `/schedule [TIMES]`: show or set when digests come."""
    if not turn.words:
        await turn.reply(await _schedule_text(turn), keyboard=_schedule_buttons(turn))
        return
    if not await turn.may_change():
        return
    words = turn.words[:MAX_CHARACTERS]
    if (recaps := parse_recap(words)) is not None:
        await set_from_schedule(turn, recaps)
        return
    wanted = parse_schedule(words)
    if wanted is None:
        await _ask_again(turn, words)
        return
    await _set_schedule(turn, wanted)
    await turn.reply(await _schedule_text(turn), keyboard=_schedule_buttons(turn))


async def _ask_again(turn: Turn, words: str) -> None:
    """Say why the words are no schedule; of days without a time ("weekdays") a button has a usual one."""
    key: TextKey = "chat-schedule-same-times" if differs_by_day(words) else "chat-schedule-unknown"
    offer: Keyboard = ()
    if (meant := parse_schedule(f"{words} 08:00")) is not None:
        key = "chat-schedule-when"
        label = schedule_words(meant, language=turn.language, say=turn.say)
        offer = ((button(label, SetSchedule(text=format_schedule(meant))),),)
    await turn.reply(turn.say(key, text=typed(words)), keyboard=(*offer, *_schedule_buttons(turn)))


async def on_show_schedule(turn: Turn, press: ShowSchedule) -> None:
    """Show the schedule: in place of the settings, else as a new message, so that what has the button stays usable."""
    if press.here:
        await turn.redraw(await _schedule_text(turn), keyboard=_schedule_buttons(turn))
        return
    await turn.toast()
    await turn.reply(await _schedule_text(turn), keyboard=_schedule_buttons(turn))


async def on_set_schedule(turn: Turn, press: SetSchedule) -> None:
    """Set the schedule that the button names."""
    wanted = parse_schedule(press.text)
    if wanted is None:
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await _set_schedule(turn, wanted)
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(await _schedule_text(turn), keyboard=_schedule_buttons(turn))


async def _set_schedule(turn: Turn, wanted: Schedule) -> None:
    now = turn.services.clock.now()
    changes: ChatChanges = {
        "schedule": wanted,
        "next_digest_at": next_due_at(wanted, turn.chat.quiet, turn.chat.zone, now),
    }
    was_off = turn.chat.schedule.mode is DigestMode.OFF
    never_had_one = wanted.mode is DigestMode.INSTANT and turn.chat.last_digest_at is None
    if was_off or never_had_one:  # news from now on, not all of the past
        changes["cursor"] = await turn.services.store.articles.max_id()
    await turn.change(**changes)


async def _schedule_text(turn: Turn) -> str:
    words = schedule_words(turn.chat.schedule, language=turn.language, say=turn.say)
    following = next_digest(turn.chat, now=turn.services.clock.now(), say=turn.say, language=turn.language)
    lines = [turn.say("chat-schedule-now", schedule=words)]
    if turn.chat.schedule.mode in (DigestMode.TIMES, DigestMode.HOURLY):
        lines += [following, turn.say("chat-schedule-zone", zone=zone_name(turn.chat.zone, turn.language))]
    lines += await recap_lines(turn)
    return "\n".join([*map(escape, lines), "", turn.say("chat-schedule-how")])


def _schedule_buttons(turn: Turn) -> Keyboard:
    return schedule_keyboard(format_schedule(turn.chat.schedule), say=turn.say)


# --- quiet hours ------------------------------------------------------------------------------


async def quiet(turn: Turn) -> None:
    """Handle `/quiet [HOURS]`: show or set the quiet hours."""
    if not turn.words:
        await turn.reply(_quiet_text(turn), keyboard=quiet_keyboard(turn.chat.quiet, say=turn.say))
        return
    if not await turn.may_change():
        return
    words = turn.words[:MAX_CHARACTERS]
    wanted = parse_quiet(words)
    if wanted is None and turn.chat.quiet is not None and lets_alerts_through(words):
        wanted = replace(turn.chat.quiet, except_alerts=True)
    if wanted is None and not means_off(words):
        text = turn.say("quiet-unknown", text=typed(turn.words))
        await turn.reply(text, keyboard=quiet_keyboard(turn.chat.quiet, say=turn.say))
        return
    await _set_quiet(turn, wanted)
    await turn.reply(_quiet_text(turn), keyboard=quiet_keyboard(turn.chat.quiet, say=turn.say))


async def on_show_quiet(turn: Turn, press: ShowQuiet) -> None:
    """Show the quiet hours in place of the settings."""
    await turn.redraw(_quiet_text(turn), keyboard=quiet_keyboard(turn.chat.quiet, say=turn.say))


async def on_set_quiet(turn: Turn, press: SetQuiet) -> None:
    """Set the quiet hours that the button names."""
    wanted = parse_quiet(press.text)
    if wanted is None and not means_off(press.text):
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await _set_quiet(turn, wanted)
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(_quiet_text(turn), keyboard=quiet_keyboard(turn.chat.quiet, say=turn.say))


def quiet_line(turn: Turn) -> str:
    """The line of the settings on quiet hours, plain text."""
    chat, say = turn.chat, turn.say
    if chat.quiet is None:
        return say("quiet-setting-none")
    key = "quiet-setting-alerts" if chat.quiet.except_alerts else "quiet-setting"
    return say(key, **_hours(turn, chat.quiet))  # type: ignore[arg-type]


async def _set_quiet(turn: Turn, wanted: QuietHours | None) -> None:
    """Set the hours. What waited for the end of others is due as the new ones say."""
    chat, now = turn.chat, turn.services.clock.now()
    due = changed_due_at(chat.schedule, chat.quiet, wanted, chat.zone, now, planned=chat.next_digest_at)
    await turn.change(quiet=wanted, next_digest_at=due)
    await replan_recap(turn, held_by=chat.quiet)
    await turn.services.store.outbox.end_rest(chat.key, now=now)
    turn.services.deliverer.wake()


def _quiet_text(turn: Turn) -> str:
    chat, say = turn.chat, turn.say
    if chat.quiet is None:
        lines = [say("quiet-none")]
    else:
        lines = [say("quiet-now-alerts" if chat.quiet.except_alerts else "quiet-now", **_hours(turn, chat.quiet))]
    lines.append(next_digest(chat, now=turn.services.clock.now(), say=say, language=turn.language))
    return "\n".join([*map(escape, lines), "", say("quiet-how")])


def _hours(turn: Turn, quiet: QuietHours) -> dict[str, str]:
    zone = zone_city(turn.chat.zone, turn.language)
    return {"start": f"{quiet.start:%H:%M}", "end": f"{quiet.end:%H:%M}", "zone": zone}


# --- language ---------------------------------------------------------------------------------


async def language(turn: Turn) -> None:
    """Handle `/language [NAME]`: show or set the interface language."""
    if not turn.words:
        await turn.reply(turn.say("chat-language"), keyboard=_language_buttons(turn))
        return
    if not await turn.may_change():
        return
    found = _language_of(turn.words[:MAX_CHARACTERS], turn)
    if found is None:
        await turn.reply(turn.say("chat-language-unknown", text=typed(turn.words)), keyboard=_language_buttons(turn))
        return
    await _set_language(turn, found)
    await turn.reply(_language_text(turn))


async def on_show_languages(turn: Turn, press: ShowLanguages) -> None:
    """Show the interface languages in place of the settings."""
    await turn.redraw(turn.say("chat-language"), keyboard=_language_buttons(turn))


async def on_set_language(turn: Turn, press: SetLanguage) -> None:
    """Set the interface language that the button names."""
    if press.language not in languages():
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await _set_language(turn, press.language)
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(_language_text(turn), keyboard=_language_buttons(turn))


def _language_text(turn: Turn) -> str:
    """That the language is set: in it, or to who set it for another chat in the one that they read."""
    tag = turn.chat.ui_language
    if turn.target is None:
        return say(tag, "chat-language-set")
    return turn.say("place-language-set", language=language_name(tag, turn.language))


async def _set_language(turn: Turn, tag: str) -> None:
    """Set the interface language. Who chose it reads it; a chat that reads all languages goes on doing so."""
    reads = turn.chat.reads
    if reads and not is_read(tag, reads):
        reads = (tag, *reads)
    await turn.change(ui_language=tag, reads=reads)


def _language_of(text: str, turn: Turn) -> str | None:
    """The interface language that a name or a tag means ("english", "zh_TW"), or None.

    Of several ("中文" is the name of two) the one that the person reads Telegram in, else the first.
    """
    wanted = match_key(text.replace("_", "-"))
    named = [tag for tag in languages() if wanted in map(match_key, _names(tag, spoken=turn.chat.ui_language))]
    if named:
        own = match_language(turn.user.language_code if turn.user is not None else None)
        return own if own in named else named[0]
    return match_language(wanted) if match_language(wanted) != FALLBACK_LANGUAGE or wanted.startswith("en-") else None


def _names(tag: str, *, spoken: str) -> tuple[str, ...]:
    """What people call an interface language: those who speak it, and those who speak `spoken`."""
    return tag, _own_name(tag), *by_language()[tag].commands.language_names, language_name(tag, spoken)


def _own_name(tag: str) -> str:
    return say(tag, "chat-language-name")


def _language_buttons(turn: Turn) -> Keyboard:
    return languages_keyboard([(_own_name(tag), tag) for tag in languages()], current=turn.chat.ui_language)
