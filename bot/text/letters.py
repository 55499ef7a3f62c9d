"""What is left of a text when it is compared without its signs, spaces and case. Pure."""

from __future__ import annotations

import unicodedata

from bot.text.patterns import late

_NOT_LETTERS = late(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and digits of a text alone, in one case."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())
