"""Handles the owner's commands. Answers everybody else as if these commands did not exist."""

from __future__ import annotations

from bot.chat.handlers.unknown import unknown_command
from bot.chat.turn import Turn
from bot.stats import engine_line, gather_stats, stats_lines
from bot.text.markup import escape


async def stats(turn: Turn) -> None:
    """Handle `/stats`: send the figures and the state of the summary engine."""
    if not turn.is_owner:
        await unknown_command(turn)
        return
    services = turn.services
    figures = await gather_stats(services.store, now=services.clock.now())
    lines = stats_lines(figures, say=turn.say, engine=engine_line(services.summaries.status))
    if waiting := services.summaries.waiting:
        lines.append(turn.say("stats-summaries-waiting", count=waiting))
    await turn.reply("\n".join(map(escape, lines)))
