"""Plans a chat's recap anew, once its time zone or its quiet hours changed."""

from __future__ import annotations

from dataclasses import replace

from bot.chat.turn import Turn
from bot.models.quiet import QuietHours
from bot.text.quiet import changed_due_at


async def replan_recap(turn: Turn, *, held_by: QuietHours | None = None) -> None:
    """Set when the recap comes, in the chat's zone and beside its quiet hours; `held_by`: those that it had before."""
    recaps, chat = turn.services.store.recaps, turn.chat
    if (plan := await recaps.plan(chat.key)) is None:
        return
    now = turn.services.clock.now()
    due_at = changed_due_at(plan.schedule, held_by, chat.quiet, chat.zone, now, planned=plan.due_at)
    assert due_at is not None  # a plan's schedule has times
    await recaps.schedule(replace(plan, due_at=due_at))
