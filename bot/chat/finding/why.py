"""Handles /why and the button "Why these?": why the stories of a digest are there, and what was left out."""

from __future__ import annotations

from bot.chat.turn import Turn
from bot.digest.why import reasons_of
from bot.models.buttons.digest_presses import ShowWhy
from bot.models.digests import SentDigest
from bot.render.why_page import render_why
from bot.text.markup import split_messages


async def why(turn: Turn) -> None:
    """Handle `/why`: of the digest that it replies to, else of the last one."""
    digests, key = turn.services.store.sent_digests, turn.chat.key
    replied = turn.message.reply_to_message if turn.message is not None else None
    found: SentDigest | None = None
    if replied is not None:
        in_album = replied.media_group_id is not None
        found = await digests.of_message(key, replied.message_id, in_album=in_album)
    found = found or await digests.last(key)
    if found is None:
        await turn.reply(turn.say("why-no-digest"))
        return
    if found.is_alert:
        await turn.reply(turn.say("why-alert"))
        return
    turn.in_background(_explain(turn, found))


async def on_show_why(turn: Turn, press: ShowWhy) -> None:
    """Explain the digest whose button was pressed."""
    await turn.toast()
    found = await turn.services.store.sent_digests.upto(turn.chat.key, press.upto_id)
    if found is None:
        await turn.reply(turn.say("digest-why-gone"))
        return
    turn.in_background(_explain(turn, found))


async def _explain(turn: Turn, digest: SentDigest) -> None:
    reasons = await reasons_of(digest, turn.chat, store=turn.services.store, summaries=turn.services.summaries)
    if not reasons.told:
        await turn.reply(turn.say("digest-why-gone"))
        return
    for part in split_messages(render_why(reasons, turn.reader)):
        await turn.reply(part)
