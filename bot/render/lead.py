"""The first story of a message: as much of its summary as leaves the other headlines on the first screen (pure).

Counts in letters of an alphabet; a Chinese character is as wide as two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from math import ceil

from bot.models.digests import DigestItem
from bot.text.markup import escape, shorten

LINE = 38  # letters in a line of a phone
LINES = 22  # on its first screen, below a picture
PICTURE_LINES = 8  # as high as a picture
LEAST_LINES = 2
LINES_LEFT_OVER = 4  # that headlines may take beyond, and still be seen: the estimate is a careful one
AMPLE_LINES = 7  # where the headlines need a second screen anyway
HEADLINE_WIDTH = 70  # two lines of a fold
SOURCE_WIDTH = 24


def room_for_lead(headlines: Iterable[str], *, has_picture: bool) -> int:
    """How wide the first story's summary may be, in letters, that these headlines are seen without scrolling.

    Headlines that need a second screen whatever is cut leave it ample room: nothing is won by cutting it.
    """
    left = _lines_left(headlines, has_picture=has_picture)
    return LINE * (AMPLE_LINES if left < -LINES_LEFT_OVER else max(left, LEAST_LINES))


def holds_all(headlines: Iterable[str], item: DigestItem, *, has_picture: bool) -> bool:
    """Whether the first screen holds these headlines and all of the first story's summary."""
    summary = item.summary.text.strip() if item.summary else ""
    return _lines_left([*headlines, summary], has_picture=has_picture) >= 0


def _lines_left(texts: Iterable[str], *, has_picture: bool) -> int:
    return LINES + (0 if has_picture else PICTURE_LINES) - sum(ceil(_width(text) / LINE) for text in texts)


def lead_text(item: DigestItem, *, room: int) -> str:
    """The first sentences of the summary that fit, or a part of the first; "" without a summary. HTML."""
    text = item.summary.text.strip() if item.summary else ""
    if not item.summary or _width(text) <= room:
        return escape(text)
    whole = [end for end in _sentence_ends(text, item.summary.language) if _width(text[:end]) <= room]
    return escape(text[: max(whole, default=0)] or shortened(text, room))


def _sentence_ends(text: str, language: str) -> Iterator[int]:
    from summarizer import split_sentences  # its rules and words, with the first digest

    end = 0
    for sentence in split_sentences(text, language):
        at = text.find(sentence, end)
        end = len(text) if at < 0 else at + len(sentence)
        yield end


def shortened(text: str, width: int) -> str:
    """The text cut to a width in letters. Plain text."""
    wide = _width(text)
    return text if wide <= width else shorten(text, width * len(text) // wide)


def _width(text: str) -> int:
    return len(text) + sum(unicodedata.east_asian_width(character) in "WF" for character in text)
