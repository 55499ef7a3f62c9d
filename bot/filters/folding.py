"""Folds texts so that case, width, accents and Chinese script make no difference, and knows where words begin and end.

Folding keeps what tells words apart: vowel signs of India's scripts and of Thai, the dots of kana, й beside и.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain

from bot.text.characters import (
    ACCENTED_CYRILLIC,
    ATTACHED_PREFIXES,
    BEYOND_BASIC_PLANE,
    HAN,
    HAN_NUMBERS,
    HAN_SUPPLEMENTARY,
    HANGUL,
    MYANMAR_EXTENDED,
    PLAIN_LETTERS,
    READING_MARKS,
    SHORT_CYRILLIC,
    STRESS_MARKS,
    UNSPACED,
    WORD_MARKS,
)
from bot.text.clean import single_spaced
from bot.text.patterns import late
from summarizer import ACCENTS, simplified_characters

# Each kind begins with one class of characters, which `re` finds several times as fast as the first of three.
_ACCENTS = late(
    f"[{READING_MARKS}{ACCENTS}](?:(?<=[{READING_MARKS}])|(?<=[{ACCENTS}])(?<![{ACCENTED_CYRILLIC}].)"
    f"|(?<=[{SHORT_CYRILLIC}][{STRESS_MARKS}]))"
)
_HAS_ACCENTS = late(f"[{ACCENTS}{READING_MARKS}]")
_LETTERS = str.maketrans(PLAIN_LETTERS)
_HAS_LETTERS = late(f"[{''.join(PLAIN_LETTERS)}]")
_HAS_HAN = late(f"[{HAN}]")

MAX_KNOWN_CHARACTERS = 30_000

# Where Unicode puts letters and marks together; syllables of Hangul, which folding leaves alone, stand elsewhere.
_COMPOSED = range(0xC0, 0x2300), range(0x3040, 0x3100)

_ANYWHERE = late(f"[{UNSPACED}{MYANMAR_EXTENDED}{HAN_NUMBERS}{HAN_SUPPLEMENTARY}]")
_IN_WORDS = late(rf"[\w{WORD_MARKS}]")
_HANGUL = late(f"[{HANGUL}]")
_LONGEST_PREFIX = max(len(prefix) for _, prefixes in ATTACHED_PREFIXES for prefix in prefixes)


def fold(text: str) -> str:
    """The text as it is compared: one space between words, no case, width or accents, Simplified characters."""
    return single_spaced(fold_characters(text))


def fold_characters(text: str) -> str:
    """`fold` but for the space between words, which stays as it is."""
    if text.isascii():
        return text.casefold()
    folded = unicodedata.normalize("NFKC", text).casefold()
    pieces = _changing().split(folded)
    plain = list(map(_FOLDED.__getitem__, pieces[1::2]))  # `sub` would call a function for each
    if "" in plain:  # a mark that may be folded away, or belong to the letter before it
        return _folded_in_context(folded)
    pieces[1::2] = plain
    return "".join(pieces)


def _folded_in_context(text: str) -> str:
    """`fold` of a text without case and width, in which a mark may change the letter before it."""
    folded = unicodedata.normalize("NFKD", text)
    if _HAS_ACCENTS.search(folded):
        folded = _ACCENTS.sub("", folded)
    folded = unicodedata.normalize("NFC", folded)
    if _HAS_LETTERS.search(folded):
        folded = folded.translate(_LETTERS)
    if _HAS_HAN.search(folded):
        folded = folded.translate(simplified_characters())
    return folded


class _Folded(dict[str, str]):
    """What each character is folded to by itself, filled as characters are met."""

    def __missing__(self, character: str) -> str:
        if len(self) >= MAX_KNOWN_CHARACTERS:
            self.clear()
        plain = self[character] = _folded_in_context(character)
        return plain


_FOLDED = _Folded()


@lru_cache(maxsize=1)
def _changing() -> re.Pattern[str]:
    """A character that folding may change by itself: `re` finds these in a tenth of the time of a translation.

    After NFKC none is left that is made of one other, or only looks like what it is made of.
    """
    composed = filter(unicodedata.decomposition, map(chr, chain(*_COMPOSED)))
    chars = [*PLAIN_LETTERS, *composed]
    folded = _folded_in_context("\n".join(chars)).split("\n")  # all at once, in a tenth of the time
    change = {char for char, plain in zip(chars, folded, strict=True) if char != plain}
    simplified = [(chr(code), plain) for code, plain in list(simplified_characters().items())]
    change.update(char for char, plain in simplified if char != plain and _HAS_HAN.match(char))
    return re.compile(f"([{READING_MARKS}{ACCENTS}{re.escape(''.join(sorted(change)))}{BEYOND_BASIC_PLANE}])")


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] of a folded text stands for itself, and is not a part of a longer word.

    Scripts that write no spaces between words have parts only. Arabic and Hebrew attach articles and the like before a
    word, Korean attaches particles behind it.
    """
    return _begins(text, start) and _ends(text, end)


def stands_in(term: str, text: str) -> bool:
    """Whether a folded term stands in a folded text, whole: for a few terms, which need no `Finder`."""
    start = text.find(term)
    while start >= 0:
        if is_whole(text, start, start + len(term)):
            return True
        start = text.find(term, start + 1)
    return False


def is_written_apart(character: str) -> bool:
    """Whether a character says something by itself: of scripts without spaces between words, and of Korean."""
    return bool(_ANYWHERE.match(character) or _HANGUL.match(character))


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
    return _is_joined(one) and _is_joined(other)


@lru_cache(maxsize=4096)
def _is_joined(character: str) -> bool:
    """Whether a character is of one word with others beside it."""
    return bool(_IN_WORDS.match(character)) and not _ANYWHERE.match(character)
