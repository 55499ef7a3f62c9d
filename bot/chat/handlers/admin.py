"""Handles the owner's `/stats`: the figures, with a chart of the last two weeks."""

from __future__ import annotations

from datetime import timedelta

from bot.chat.files import send_picture
from bot.chat.handlers.owners import for_owners
from bot.chat.turn import Turn
from bot.models.pictures import Bars
from bot.stats import engine_line, gather_stats, stats_lines
from bot.text.markup import CAPTION_UNITS, escape, visible_length
from bot.text.schedule import local_midnight, local_time

DAYS = 14
_DIGESTS, _ARTICLES, _FAILURES = "#2f7fc1", "#2f8f5b", "#c2492f"


@for_owners
async def stats(turn: Turn) -> None:
    """Handle `/stats`: send the figures and the state of the summary engine."""
    await turn.typing()
    turn.in_background(_send_stats(turn))


async def _send_stats(turn: Turn) -> None:
    services = turn.services
    figures = await gather_stats(services.store, now=services.clock.now())
    lines = stats_lines(figures, say=turn.say, engine=engine_line(services.summaries.status, say=turn.say))
    if waiting := services.summaries.waiting:
        lines.append(turn.say("stats-summaries-waiting", count=waiting))
    text = "\n".join(map(escape, lines))
    fits = visible_length(text) <= CAPTION_UNITS
    chart = await _chart(turn)
    sent = chart is not None and await send_picture(turn, chart, caption=text if fits else "")
    if not (sent and fits):
        await turn.reply(text)


async def _chart(turn: Turn) -> bytes | None:
    """The chart of the days up to today, in the chat's time zone; None where it cannot be drawn."""
    zone, now = turn.chat.zone, turn.services.clock.now()
    today = local_midnight(now, zone)
    # From noon to noon, so that a day of 23 or 25 hours is one day, too.
    noons = [today + timedelta(days=number, hours=12) for number in range(1 - DAYS, 2)]
    days = await turn.services.store.owner.days([local_midnight(noon, zone) for noon in noons])
    rows = [
        Bars(title=turn.say("stats-chart-digests"), colour=_DIGESTS, values=tuple(day.digests for day in days)),
        Bars(title=turn.say("stats-chart-articles"), colour=_ARTICLES, values=tuple(day.articles for day in days)),
        Bars(title=turn.say("stats-chart-failures"), colour=_FAILURES, values=tuple(day.failures for day in days)),
    ]
    numbers = [str(local_time(day.begins_at, zone).day) for day in days]
    return await turn.services.thumbnails.chart(rows, numbers, language=turn.chat.ui_language)
