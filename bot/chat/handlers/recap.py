"""Handles /recap, and the recaps that come by themselves: `/schedule sundays 18:00 recap`."""

from __future__ import annotations

from bot.chat.handlers.headlines import may_compose, with_placeholder
from bot.chat.turn import Turn
from bot.chat.wording import MAX_CHARACTERS, schedule_words, typed
from bot.models.buttons.recap_presses import SetRecap
from bot.models.chats import DigestMode, Schedule
from bot.models.messages import Keyboard
from bot.models.recaps import RecapPlan
from bot.render.keyboards import button
from bot.render.moments import zoned_moment
from bot.render.recap_page import render_recap_classic, render_recap_rich
from bot.text.clean import match_key
from bot.text.markup import escape
from bot.text.quiet import next_due_at
from bot.text.schedule import parse_recap
from bot.text.words import merged

USUAL = "sun 18:00"


async def recap(turn: Turn) -> None:
    """Handle `/recap [week]`: the most told stories of the last seven days; with a schedule, when they come."""
    words = match_key(turn.words[:MAX_CHARACTERS])
    if words and words not in map(match_key, merged().commands.week):
        # A bare number, or one sign (月), says how long a time people mean, not when recaps are to come.
        is_length = words.isdecimal() or len(words) == 1
        wanted = None if is_length else parse_recap(f"{turn.words[:MAX_CHARACTERS]} recap")
        if wanted is not None:
            if await turn.may_change():
                await set_from_schedule(turn, wanted)
            return
        await turn.reply(turn.say("recap-how", text=typed(turn.words)), keyboard=await _buttons(turn))
    elif not may_compose(turn):
        await turn.reply(turn.say("chat-digest-too-often"))
    else:
        turn.in_background(_send(turn))


async def set_from_schedule(turn: Turn, wanted: Schedule) -> None:
    """Handle `/schedule … recap`: the digests' own schedule stays as it is."""
    await turn.reply(await _set(turn, wanted), keyboard=await _buttons(turn))


async def recap_lines(turn: Turn) -> list[str]:
    """The line of the settings on recaps that come by themselves, plain text; none where none do."""
    plan = await turn.services.store.recaps.plan(turn.chat.key)
    if plan is None:
        return []
    words = schedule_words(plan.schedule, language=turn.language, say=turn.say)
    return [turn.say("recap-line", schedule=words)]


async def on_set_recap(turn: Turn, press: SetRecap) -> None:
    """Send recaps from now on, or none."""
    wanted = parse_recap(f"{press.text} recap")
    if wanted is None:
        await turn.toast(turn.say("chat-button-unknown"))
        return
    text = await _set(turn, wanted)
    await turn.toast(turn.say("chat-saved"))
    await turn.reply(text, keyboard=await _buttons(turn))


async def _set(turn: Turn, wanted: Schedule) -> str:
    """Store when recaps come; returns the sentence that says it, HTML."""
    recaps, now = turn.services.store.recaps, turn.services.clock.now()
    due_at = next_due_at(wanted, turn.chat.quiet, turn.chat.zone, now)
    if wanted.mode is DigestMode.OFF or due_at is None:
        await recaps.cancel(turn.chat.key)
        return turn.say("recap-off")
    await recaps.schedule(RecapPlan(key=turn.chat.key, schedule=wanted, due_at=due_at))
    when = zoned_moment(due_at, now=now, zone=turn.chat.zone, language=turn.language, say=turn.say)
    words = schedule_words(wanted, language=turn.language, say=turn.say)
    return escape(turn.say("recap-set", schedule=words, when=when))


async def _send(turn: Turn) -> None:
    found = await with_placeholder(turn, turn.services.recapper.recap(turn.chat), waiting="chat-today-gathering")
    keyboard = await _buttons(turn)
    if not found.stories:
        await turn.reply(turn.say("recap-empty"), keyboard=keyboard)
        return
    classic = render_recap_classic(found, turn.reader)
    if turn.wants_classic:
        await turn.reply(classic, keyboard=keyboard)
    else:
        await turn.reply(render_recap_rich(found, turn.reader), fallback=(classic,), keyboard=keyboard)


async def _buttons(turn: Turn) -> Keyboard:
    """The button that makes recaps come by themselves, or ends that."""
    if await turn.services.store.recaps.plan(turn.chat.key) is not None:
        return ((button(turn.say("recap-button-off"), SetRecap(text="off")),),)
    return ((button(turn.say("recap-button-on"), SetRecap(text=USUAL)),),)
