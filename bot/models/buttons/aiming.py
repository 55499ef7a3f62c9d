"""Aims buttons at another chat than the one they stand in: `@crth5zy2.3:se` is `se` for topic 3 of a channel or group.

The chat stands in the callback data, so a button keeps acting on it for as long as the button is there. Numbers are
written to the base of 36; ids of groups and channels are negative and stand without their sign. Who reads an aimed
button checks the rights of the person anew: data can be forged.
"""

from __future__ import annotations

import re
import string

from bot.models.buttons.callback_data import MAX_DATA_BYTES
from bot.models.chats import ChatKey

_DIGITS = string.digits + string.ascii_lowercase
_AIMED = re.compile(r"@([1-9a-z][0-9a-z]{0,11})(?:\.([1-9a-z][0-9a-z]{0,6}))?:(.+)", re.DOTALL)


def aim(data: str, key: ChatKey) -> str:
    """The data of a button that acts on this group or channel. Raises ValueError where that is too long."""
    topic = f".{_to_base_36(key.thread_id)}" if key.thread_id else ""
    aimed = f"@{_to_base_36(-key.chat_id)}{topic}:{data}"
    if len(aimed.encode()) > MAX_DATA_BYTES:
        raise ValueError(f"{data} is too long for a button that acts on another chat")
    return aimed


def aimed_at(data: str | None) -> tuple[ChatKey | None, str]:
    """The chat that a pressed button acts on, None for its own, and the data without it."""
    found = _AIMED.fullmatch(data or "")
    if found is None:
        return None, data or ""
    chat, topic, rest = found.groups()
    return ChatKey(chat_id=-int(chat, 36), thread_id=int(topic or "0", 36)), rest


def _to_base_36(number: int) -> str:
    if number <= 0:
        raise ValueError("only groups and channels are looked after from another chat")
    digits = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits
