"""Counts what is left of a rich message's limits (pure). https://core.telegram.org/bots/api#sendrichmessage"""

from __future__ import annotations

import re

from bot.text.markup import visible_length

RICH_UNITS = 32_768
RICH_BLOCKS = 500
RICH_MEDIA = 50

_BLOCK_TAG = re.compile(
    r"<(?:h[1-6]|p|pre|footer|hr|[uo]l|li|blockquote|aside|img|figure|figcaption|table|caption|tr|details|summary|tg-button-row)\b"
)
_MEDIA_TAG = re.compile(r"<img\b")


class RichBudget:
    """The characters (UTF-16 units), blocks and pictures that a message can still hold."""

    def __init__(self, *, units: int = RICH_UNITS, blocks: int = RICH_BLOCKS, media: int = RICH_MEDIA) -> None:
        self._units = units
        self._blocks = blocks
        self._media = media

    def take(self, html: str) -> bool:
        """Reserve room for `html`; return False and reserve nothing where it does not fit."""
        left = self._left_after(html)
        if min(left) < 0:
            return False
        self._units, self._blocks, self._media = left
        return True

    def holds(self, html: str) -> bool:
        """Whether `html` fits. Reserves nothing."""
        return min(self._left_after(html)) >= 0

    def _left_after(self, html: str) -> tuple[int, int, int]:
        return (
            self._units - visible_length(html),
            self._blocks - len(_BLOCK_TAG.findall(html)),
            self._media - len(_MEDIA_TAG.findall(html)),
        )
