"""Reads back what the bot wrote into a message itself: what stands there as code, and the link of a button."""

from __future__ import annotations

from telegram import Message, MessageEntity


def coded(message: Message | None) -> list[str]:
    """What stands as code in a message of the bot, in order. What a press needs and does not carry is kept so."""
    if message is None:
        return []
    kinds: list[str | None] = [MessageEntity.CODE]
    found = message.parse_entities(kinds) | message.parse_caption_entities(kinds)
    return [text for _, text in sorted(found.items(), key=lambda entry: entry[0].offset)]


def link_below(message: Message | None) -> str | None:
    """The link of the button below a summary, or None. The button is where the link is stored."""
    rows = message.reply_markup.inline_keyboard if message is not None and message.reply_markup else ()
    return next((button.url for row in rows for button in row if button.url), None)
