"""Folds texts so that case, width, accents and Chinese script make no difference, and knows where words begin and end.

Folding keeps what tells words apart: vowel signs of India's scripts and of Thai, the dots of kana, й beside и.
"""

from __future__ import annotations

import re
import unicodedata

from bot.text.characters import (
    ATTACHED_PREFIXES,
    HAN_NUMBERS,
    HAN_SUPPLEMENTARY,
    HANGUL,
    MYANMAR_EXTENDED,
    UNSPACED,
    WORD_MARKS,
)
from bot.text.clean import clean_text
from summarizer import simplified_characters

# Accents, points of Hebrew, vowel signs and the lengthening stroke of Arabic; but for those that make another letter
# in Cyrillic (й, ї, ў, ѓ, ќ).
_ACCENTS = re.compile(
    "(?<![\u0438\u0456\u0443\u0433\u043a])[\u0300-\u036f]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7]"
    "|[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]|(?<=[\u0438\u0456\u0443])[\u0300\u0301]"
)
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

_ANYWHERE = re.compile(f"[{UNSPACED}{MYANMAR_EXTENDED}{HAN_NUMBERS}{HAN_SUPPLEMENTARY}]")
_IN_WORDS = re.compile(rf"[\w{WORD_MARKS}]")
_HANGUL = re.compile(f"[{HANGUL}]")
_LONGEST_PREFIX = max(len(prefix) for _, prefixes in ATTACHED_PREFIXES for prefix in prefixes)


def fold(text: str) -> str:
    """The text as it is compared: one space between words, no case, width or accents, Simplified characters."""
    if text.isascii():
        return " ".join(text.casefold().split())
    folded = unicodedata.normalize("NFKC", clean_text(text)).casefold()
    bare = _ACCENTS.sub("", unicodedata.normalize("NFKD", folded))
    whole = unicodedata.normalize("NFC", bare).translate(_LETTERS)
    return " ".join(whole.translate(simplified_characters()).split())


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
