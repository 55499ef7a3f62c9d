"""Reads back what the bot wrote into a message itself: what stands there as code, its buttons, the link of one."""

from __future__ import annotations

from telegram import InlineKeyboardButton, Message, MessageEntity

from bot.models.messages import Button, Keyboard


def coded(message: Message | None) -> list[str]:
    """What stands as code in a message of the bot, in order. What a press needs and does not carry is kept so."""
    if message is None:
        return []
    kinds: list[str | None] = [MessageEntity.CODE]
    found = message.parse_entities(kinds) | message.parse_caption_entities(kinds)
    return [text for _, text in sorted(found.items(), key=lambda entry: entry[0].offset)]


def link_below(message: Message | None) -> str | None:
    """The link of the button below a summary, or None. The button is where the link is stored."""
    return next((button.url for row in keyboard_of(message) for button in row if button.url), None)


def keyboard_of(message: Message | None) -> Keyboard:
    """The buttons below a message."""
    rows = message.reply_markup.inline_keyboard if message is not None and message.reply_markup else ()
    return tuple(tuple(_button(entry) for entry in row) for row in rows)


def _button(entry: InlineKeyboardButton) -> Button:
    data = entry.callback_data
    return Button(text=entry.text, data=data if isinstance(data, str) else None, url=entry.url)
