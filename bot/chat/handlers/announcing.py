"""Handles the owner's /announce: shows the text as it will be, and sends it to every chat after a press of "Send"."""

from __future__ import annotations

from telegram import Message, MessageEntity

from bot.chat.handlers.owners import for_owners
from bot.chat.turn import Turn
from bot.models.buttons.owner_presses import Announce
from bot.render.owner_keyboards import announcement_keyboard
from bot.text.markup import TEXT_UNITS, escape, utf16_length, visible_length

# A bot may not show these to everybody, and Telegram refuses a message with them.
_NOT_OURS = frozenset((MessageEntity.CUSTOM_EMOJI, MessageEntity.TEXT_MENTION))


@for_owners
async def announce(turn: Turn) -> None:
    """Handle `/announce TEXT`: keep the text and show it, with links and formats as they were typed."""
    html = html_after_command(turn.message) if turn.message is not None else ""
    if not html:
        await turn.reply(turn.say("announce-usage"))
        return
    announcements = turn.services.store.announcements
    number = await announcements.draft(turn.chat.key, html, now=turn.services.clock.now())
    heading = turn.say("announce-preview", count=await announcements.count_chats())
    whole = f"{heading}\n\n{html}"
    if visible_length(whole) > TEXT_UNITS:
        await turn.reply(html)
        whole = heading
    await turn.reply(whole, keyboard=announcement_keyboard(number, say=turn.say))


async def on_announce(turn: Turn, press: Announce) -> None:
    """Send the announcement from now on, or never; the message goes on to show how far it is."""
    announcements = turn.services.store.announcements
    if not press.sure:
        await turn.toast()
        if await announcements.cancel(press.announcement_id):
            await turn.redraw(turn.say("announce-cancelled"))
        return
    message_id = turn.message.message_id if turn.message is not None else None
    if not await announcements.start(press.announcement_id, message_id=message_id):
        await turn.toast(turn.say("announce-over"), alert=True)
        return
    await turn.toast(turn.say("announce-started"))
    await turn.redraw(turn.say("announce-sending", count=await announcements.count_chats()))


def html_after_command(message: Message) -> str:
    """The message without its first word, as HTML; formats stay, also those that begin within the command."""
    whole = message.text or ""
    _, _, text = whole.partition(next((sign for sign in whole if sign.isspace()), "\n"))
    text = text.lstrip()
    if not text:
        return ""
    start = utf16_length(whole[: len(whole) - len(text)])
    length = utf16_length(text.rstrip())
    entities = []
    for entity in message.entities:
        first, last = max(entity.offset - start, 0), min(entity.offset + entity.length - start, length)
        if first < last and entity.type not in _NOT_OURS:
            # PTB writes both as they are.
            url, language = (value and escape(value) for value in (entity.url, entity.language))
            entities.append(MessageEntity(entity.type, first, last - first, url=url, language=language))
    bare = Message(message.message_id, message.date, message.chat, text=text.rstrip(), entities=entities)
    html: str = bare.text_html
    return html
