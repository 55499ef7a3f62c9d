"""Handles /quiet and its buttons: the hours in which news waits."""

from __future__ import annotations

from bot.chat.turn import Turn
from bot.chat.wording import MAX_CHARACTERS, typed
from bot.models.alert_presses import SetQuiet, ShowQuiet
from bot.models.chats import Chat
from bot.models.quiet import QuietHours
from bot.render.alert_keyboards import quiet_keyboard
from bot.render.moments import next_digest
from bot.text.markup import escape
from bot.text.quiet import changed_due_at, means_off, parse_quiet
from bot.text.time_zones import zone_city
from bot.texts import Say


async def quiet(turn: Turn) -> None:
    """Handle `/quiet [HOURS]`: show or set the quiet hours."""
    if not turn.words:
        await turn.reply(_text(turn), keyboard=quiet_keyboard(turn.chat.quiet, say=turn.say))
        return
    if not await turn.may_change():
        return
    words = turn.words[:MAX_CHARACTERS]
    wanted = parse_quiet(words)
    if wanted is None and not means_off(words):
        text = turn.say("quiet-unknown", text=typed(turn.words))
        await turn.reply(text, keyboard=quiet_keyboard(turn.chat.quiet, say=turn.say))
        return
    await _set(turn, wanted)
    await turn.reply(_text(turn), keyboard=quiet_keyboard(turn.chat.quiet, say=turn.say))


async def on_show_quiet(turn: Turn, press: ShowQuiet) -> None:
    """Show the quiet hours in place of the settings."""
    await turn.redraw(_text(turn), keyboard=quiet_keyboard(turn.chat.quiet, say=turn.say))


async def on_set_quiet(turn: Turn, press: SetQuiet) -> None:
    """Set the quiet hours that the button names."""
    wanted = parse_quiet(press.text)
    if wanted is None and not means_off(press.text):
        await turn.toast(turn.say("chat-button-unknown"))
        return
    await _set(turn, wanted)
    await turn.toast(turn.say("chat-saved"))
    await turn.redraw(_text(turn), keyboard=quiet_keyboard(turn.chat.quiet, say=turn.say))


def quiet_line(chat: Chat, say: Say) -> str:
    """The line of the settings on quiet hours, plain text."""
    if chat.quiet is None:
        return say("quiet-setting-none")
    key = "quiet-setting-alerts" if chat.quiet.except_alerts else "quiet-setting"
    return say(key, **_hours(chat, chat.quiet))  # type: ignore[arg-type]


async def _set(turn: Turn, wanted: QuietHours | None) -> None:
    """Set the hours. What waited for the end of others is due as the new ones say."""
    chat, now = turn.chat, turn.services.clock.now()
    due = changed_due_at(chat.schedule, chat.quiet, wanted, chat.zone, now)
    await turn.change(quiet=wanted, next_digest_at=due)
    await turn.services.store.outbox.end_rest(chat.key, now=now)
    turn.services.deliverer.wake()


def _text(turn: Turn) -> str:
    chat, say = turn.chat, turn.say
    if chat.quiet is None:
        lines = [say("quiet-none")]
    else:
        lines = [say("quiet-now-alerts" if chat.quiet.except_alerts else "quiet-now", **_hours(chat, chat.quiet))]
    lines.append(next_digest(chat, now=turn.services.clock.now(), say=say))
    return "\n".join([*map(escape, lines), "", say("quiet-how")])


def _hours(chat: Chat, quiet: QuietHours) -> dict[str, str]:
    zone = zone_city(chat.zone, chat.ui_language)
    return {"start": f"{quiet.start:%H:%M}", "end": f"{quiet.end:%H:%M}", "zone": zone}
