"""Scripts and unsafe characters, as ranges for the inside of a character class: `re.compile(f"[{HAN}{KANA}]")`.

The only place that lists them. https://www.unicode.org/charts/
"""

from __future__ import annotations

import re

# Scripts.
HAN = "\u3400-\u9fff"
HAN_COMPATIBILITY = "\uf900-\ufaff"
HAN_SUPPLEMENTARY = "\U00020000-\U0003ffff"
HAN_NUMBERS = "\u3005-\u3007"  # 々〆〇
KANA = "\u3040-\u30ff"
KANA_HALFWIDTH = "\uff66-\uff9f"
HANGUL = "\uac00-\ud7a3"  # whole syllables
THAI_LAO = "\u0e00-\u0eff"
MYANMAR = "\u1000-\u109f"
MYANMAR_EXTENDED = "\uaa60-\uaa7f"
KHMER = "\u1780-\u17ff"
HEBREW = "\u05d0-\u05ea"  # letters
ARABIC = "\u0620-\u06ff"

# Scripts that write no spaces between words.
UNSPACED = f"{THAI_LAO}{MYANMAR}{KHMER}{KANA}{HAN}{HAN_COMPATIBILITY}"

# Characters that join to the one before: accents, vowel signs, variation selectors, skin tones.
ACCENTS = "\u0300-\u036f"
VARIATION_SELECTORS = "\ufe00-\ufe0f"
EMOJI_SELECTORS = "\ufe0e\ufe0f"  # as text, as a picture
DEVANAGARI_VIRAMA = "\u094d"
EXTENDERS = (
    f"{ACCENTS}\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    f"{VARIATION_SELECTORS}\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
)
# Vowel signs and the like of Hebrew, Arabic and Indic scripts, which Python's \w leaves out.
WORD_MARKS = f"{ACCENTS}\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u0963\u0966-\u0dff\u200c\u200d"
FLAG_LETTERS = "\U0001f1e6-\U0001f1ff"  # two make a flag
ZERO_WIDTH_NON_JOINER = "\u200c"
ZERO_WIDTH_JOINER = "\u200d"

LINE_SEPARATORS = "\u2028\u2029"
LINE_ENDS = f"\x0b\x0c\x85{LINE_SEPARATORS}"  # beside "\n" and "\r"

# Unsafe: control characters but tab and newline.
CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
BINARY_CONTROLS = "\x00-\x08\x0e-\x1f"  # those of ASCII that no text file holds
SOFT_HYPHEN = "\xad"
BYTE_ORDER_MARK = "\ufeff"
BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
RIGHT_TO_LEFT_MARK = "\u200f"
DEPRECATED_FORMATS = "\u206a-\u206f"
INVISIBLE_OPERATORS = "\u2060-\u2065"  # word joiner, invisible plus and times
ANNOTATIONS = "\ufff9-\ufffb"
SURROGATES = "\ud800-\udfff"  # halves of a character that stand alone
NONCHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
TAGS = "\U000e0000-\U000e007f"

# What no text may hold, whatever its source says. Joiners stay: emoji and several scripts need them.
UNSAFE = (
    f"{CONTROLS}{SOFT_HYPHEN}{BIDI_CONTROLS}{DEPRECATED_FORMATS}{BYTE_ORDER_MARK}{ANNOTATIONS}{SURROGATES}"
    f"{NONCHARACTERS}{TAGS}"
)
# What shows nothing, but is allowed: fillers of Hangul, joiners, variation selectors, an empty Braille cell.
INVISIBLE = (
    f"\u200b{ZERO_WIDTH_NON_JOINER}{ZERO_WIDTH_JOINER}\u2060-\u2064\u115f\u1160\u3164\uffa0{VARIATION_SELECTORS}"
    "\u180e\u034f\u2800"
)
# What XML 1.0 allows in no document. https://www.w3.org/TR/xml/#charsets
NOT_XML = f"\x00-\x08\x0b\x0c\x0e-\x1f{SURROGATES}\ufffe\uffff"

_EAST_ASIAN = re.compile(f"[{KANA}{HAN}{HANGUL}]")
EAST_ASIAN_WEIGHT = 3  # what a character of Chinese, Japanese or Korean says, in letters


def weighted_length(text: str) -> int:
    """The length of a text in letters: a Chinese, Japanese or Korean character counts three."""
    return len(text) + (EAST_ASIAN_WEIGHT - 1) * len(_EAST_ASIAN.findall(text))
