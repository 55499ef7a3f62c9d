"""Folds texts so that case, width, accents and Chinese script make no difference, and knows where words begin and end.

Folding keeps what tells words apart: vowel signs of India's scripts and of Thai, the dots of kana, й beside и.
"""

from __future__ import annotations

import re
import unicodedata

from bot.text.characters import (
    ATTACHED_PREFIXES,
    HAN,
    HAN_NUMBERS,
    HAN_SUPPLEMENTARY,
    HANGUL,
    MYANMAR_EXTENDED,
    UNSPACED,
    WORD_MARKS,
)
from summarizer import ACCENTS, simplified_characters

# Accents, points of Hebrew, vowel signs and the lengthening stroke of Arabic; but for those that make another letter
# in Cyrillic (й, ї, ў, ѓ, ќ).
_MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
_ACCENTS = re.compile(
    f"[{_MARKS}]|(?<![\u0438\u0456\u0443\u0433\u043a])[{ACCENTS}]|(?<=[\u0438\u0456\u0443])[\u0300\u0301]"
)
_HAS_ACCENTS = re.compile(f"[{ACCENTS}{_MARKS}]")
# Letters that Unicode does not take apart.
_LETTERS = str.maketrans(
    {
        "\u00f8": "o",
        "\u0142": "l",
        "\u0111": "d",
        "\u0127": "h",
        "\u0167": "t",
        "\u0131": "i",
        "\u00e6": "ae",
        "\u0153": "oe",
    }
)
_HAS_LETTERS = re.compile("[\u00e6\u00f8\u0111\u0127\u0131\u0142\u0153\u0167]")
_HAS_HAN = re.compile(f"[{HAN}]")

_ANYWHERE = re.compile(f"[{UNSPACED}{MYANMAR_EXTENDED}{HAN_NUMBERS}{HAN_SUPPLEMENTARY}]")
_IN_WORDS = re.compile(rf"[\w{WORD_MARKS}]")
_HANGUL = re.compile(f"[{HANGUL}]")
_LONGEST_PREFIX = max(len(prefix) for _, prefixes in ATTACHED_PREFIXES for prefix in prefixes)


def fold(text: str) -> str:
    """The text as it is compared: one space between words, no case, width or accents, Simplified characters."""
    if text.isascii():
        return " ".join(text.casefold().split())
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    if _HAS_ACCENTS.search(folded):
        folded = _ACCENTS.sub("", folded)
    folded = unicodedata.normalize("NFC", folded)
    if _HAS_LETTERS.search(folded):
        folded = folded.translate(_LETTERS)
    if _HAS_HAN.search(folded):
        folded = folded.translate(simplified_characters())
    return " ".join(folded.split())


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] of a folded text stands for itself, and is not a part of a longer word.

    Scripts that write no spaces between words have parts only. Arabic and Hebrew attach articles and the like before a
    word, Korean attaches particles behind it.
    """
    return _begins(text, start) and _ends(text, end)


def _begins(text: str, start: int) -> bool:
    if start == 0 or not _joined(text[start - 1], text[start]):
        return True
    for script, prefixes in ATTACHED_PREFIXES:
        if script.match(text[start]):
            return any(
                text.endswith(prefix, max(0, start - _LONGEST_PREFIX), start)
                and (start == len(prefix) or not _joined(text[start - len(prefix) - 1], text[start]))
                for prefix in prefixes
            )
    return False


def _ends(text: str, end: int) -> bool:
    return end == len(text) or not _joined(text[end - 1], text[end]) or bool(_HANGUL.match(text[end - 1]))


def _joined(one: str, other: str) -> bool:
    """Whether two characters side by side are of one word."""
    return all(_IN_WORDS.match(character) and not _ANYWHERE.match(character) for character in (one, other))
