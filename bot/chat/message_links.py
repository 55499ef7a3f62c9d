"""Finds the link that a message holds, and the one behind a summary's button."""

from __future__ import annotations

import re

from telegram import Message, MessageEntity

_LINKS: list[str | None] = [MessageEntity.URL, MessageEntity.TEXT_LINK]
_WEB_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_BARE_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?")


def link_of(message: Message | None, *, words: str = "") -> str | None:
    """The first link that Telegram marked in the message, else the first that `words` hold, or None."""
    if message is not None:
        entities = message.parse_entities(_LINKS) | message.parse_caption_entities(_LINKS)
        for entity in sorted(entities, key=lambda entity: entity.offset):
            url = entity.url or entities[entity]
            return url if _WEB_LINK.match(url) else f"https://{url}"
    if match := _WEB_LINK.search(words):
        return match[0]
    return f"https://{words}" if _BARE_HOST.fullmatch(words) else None


def link_below(message: Message | None) -> str | None:
    """The link of the button below a summary, or None. The button is where the link is stored."""
    rows = message.reply_markup.inline_keyboard if message is not None and message.reply_markup else ()
    return next((button.url for row in rows for button in row if button.url), None)
