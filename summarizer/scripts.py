"""Ranges of scripts and of characters that nobody sees, for the classes of regular expressions: `f"[{HAN}]"`.

The only list of them: whoever asks whether a text is in a script, or removes what may mislead, takes these. Also the
pattern of a letter, and small letters that stand where the large ones stood.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Scripts, within the first 65,536 characters: a class with rarer ones is a hundred times as slow.
HAN = "\u3400-\u9fff\uf900-\ufaff"  # the hexagrams between the two large blocks, too: no text begins a word with one
KANA = "\u3040-\u30ff"
KATAKANA = "\u30a1-\u30fa\u30fc"  # letters and the sign of length
HANGUL = "\uac00-\ud7a3"  # syllables
THAI_LAO = "\u0e00-\u0eff"
MYANMAR = "\u1000-\u109f"
KHMER = "\u1780-\u17ff"
ACCENTS = "\u0300-\u036f"
LATIN = "A-Za-z\u00c0-\u024f"
CASED = LATIN + "\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u1e00-\u1eff"  # Latin, Greek, Cyrillic, Armenian
EAST_ASIAN = KANA + HAN + HANGUL
UNSPACED = THAI_LAO + MYANMAR + KHMER + KANA + HAN  # words do not stand apart
UNCASED = "\u0590-\u06ff\u0900-\u109f\u1100-\u139f" + KHMER + EAST_ASIAN  # Hebrew, Arabic, India's, ... : no capitals
SIGNED = ACCENTS + "\u0600-\u109f" + KHMER  # accents, and scripts whose letters carry signs
FIRST_UNSPACED = "\u0e00"  # the first of these, Thai's
FIRST_EAST_ASIAN = "\u2e80"  # from here on a character may be a word
RARE_HAN = "\U00020000-\U0003ffff"

# Vowel signs and accents that stand beside a letter, which \w leaves out.
MARKS = (
    ACCENTS + "\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u06d6-\u06ed"
    "\u0900-\u0963\u0971-\u0dff\u0e31-\u0e4e\u0eb1-\u0ece\u102b-\u103e\u135d-\u135f\u17b4-\u17d3"
)

# Patterns of a letter and of a run of them.
_MARK = rf"(?!\d)[{MARKS}]"
LETTER = rf"(?:[^\W\d_]|{_MARK})"  # also the signs beside it in Indic and other scripts, which \w leaves out
LETTERS = rf"[^\W\d_]+(?:(?:{_MARK})+[^\W\d_]*)*"  # the fast way

# In Vietnamese syllables that end in these, either vowel may carry the tone.
_FIRST_TONE = {
    f"{vowels[0]}{second}": f"{first}{vowels[1]}"
    for vowels, firsts, seconds in (("oa", "òóỏõọ", "àáảãạ"), ("oe", "òóỏõọ", "èéẻẽẹ"), ("uy", "ùúủũụ", "ỳýỷỹỵ"))
    for first, second in zip(firsts, seconds, strict=True)
}
_SECOND_TONE = re.compile(rf"(?<!q)(?:{'|'.join(_FIRST_TONE)})(?!\w)")

# What nobody sees. Zero-width joiners (\u200c, \u200d) are in none of these: scripts need them.
BINARY_CONTROLS = "\x00-\x08\x0e-\x1f"  # those of ASCII that no text file holds
CONTROLS = BINARY_CONTROLS + "\x7f-\x84\x86-\x9f"  # that are no white space
DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides, isolates
SOFT_HYPHEN = "\u00ad"
WORD_JOINERS = "\u2060-\u2065"  # and invisible plus and times
BYTE_ORDER_MARK = "\ufeff"
ZERO_WIDTH = SOFT_HYPHEN + "\u180e\u200b" + WORD_JOINERS + BYTE_ORDER_MARK
FORMATS = "\u206a-\u206f\ufff9-\ufffb"  # deprecated ones, annotations
TAGS = "\U000e0000-\U000e007f"
SURROGATES = "\ud800-\udfff"  # halves of a character: no UTF-8 can carry them
NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
HIDDEN = CONTROLS + DIRECTIONS + ZERO_WIDTH + FORMATS + TAGS + SURROGATES


def folded_in_place(text: str) -> str:
    """Return a text in small letters, each where it stood: "ß" stays, and "İ" is one letter.

    A Vietnamese tone that may stand on either of two vowels stands on the first: "thoả" is "thỏa".
    """
    folded = text.casefold()
    plain = folded if len(folded) == len(text) else "".join(map(_folded, text))
    return plain if plain.isascii() else _SECOND_TONE.sub(lambda match: _FIRST_TONE[match[0]], plain)


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    return next((form for form in (letter.casefold(), letter.lower()) if len(form) == 1), letter.lower()[0])
