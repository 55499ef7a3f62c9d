"""Scripts and unsafe characters, as ranges for the inside of a character class: `re.compile(f"[{HANGUL}{KANA}]")`.

What the summarizer needs, too, stands in `summarizer.scripts`; the rest stands here, and nowhere else.
https://www.unicode.org/charts/
"""

from __future__ import annotations

import summarizer
from bot.text.patterns import late

# Scripts.
HAN = summarizer.HAN
HAN_SUPPLEMENTARY = summarizer.RARE_HAN
BEYOND_BASIC_PLANE = "\U00010000-\U0010ffff"  # rare Han, old scripts, emoji
HAN_NUMBERS = "\u3005-\u3007"  # 々〆〇
KANA = summarizer.KANA
KANA_HALFWIDTH = "\uff66-\uff9f"
HANGUL = summarizer.HANGUL
MYANMAR_EXTENDED = "\uaa60-\uaa7f"
HEBREW = "\u05d0-\u05ea"  # letters
ARABIC = "\u0620-\u06ff"
THAI = "\u0e01-\u0e2e"  # consonants
UNSPACED = summarizer.UNSPACED  # scripts that write no spaces between words

# Characters that join to the one before: accents, vowel signs, variation selectors, skin tones.
VARIATION_SELECTORS = "\ufe00-\ufe0f"
EMOJI_SELECTORS = "\ufe0e\ufe0f"  # as text, as a picture
DEVANAGARI_VIRAMA = "\u094d"
EXTENDERS = (
    f"{summarizer.ACCENTS}\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    f"{VARIATION_SELECTORS}\ufe20-\ufe2f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef"
)
# Vowel signs and the like of Hebrew, Arabic and Indic scripts, which Python's \w leaves out.
WORD_MARKS = f"{summarizer.ACCENTS}\u0591-\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u0963\u0966-\u0dff\u200c\u200d"
# The larger blocks that hold letters, ideographs, signs and punctuation, and no mark that joins to the one before. A
# regular expression knows them at once, where `\w` looks up each character.
NO_MARKS = (
    "\x00-\u02ff\u0370-\u0482\u048a-\u0590\u2000-\u20cf\u2100-\u2cee\u3000-\u3029\u3030-\u3098\u309b-\ua66e"
    "\uac00-\ud7ff\uff00-\uffff"
)
FLAG_LETTERS = "\U0001f1e6-\U0001f1ff"  # two make a flag
ZERO_WIDTH_NON_JOINER = "\u200c"
ZERO_WIDTH_JOINER = "\u200d"

# What is written for "|", among it a click letter and a vowel of Hangul.
BARS = r"|｜￨丨\u3163\u01c0∣│┃❘‖⎮⎟︱"

LINE_SEPARATORS = "\u2028\u2029"
LINE_ENDS = f"\x0b\x0c\x85{LINE_SEPARATORS}"  # beside "\n" and "\r"

BINARY_CONTROLS = summarizer.BINARY_CONTROLS
BYTE_ORDER_MARK = summarizer.BYTE_ORDER_MARK
RIGHT_TO_LEFT_MARK = "\u200f"
INVISIBLE_OPERATORS = summarizer.WORD_JOINERS

# What no text may hold, whatever its source says. Joiners stay: emoji and several scripts need them.
UNSAFE = (
    f"{summarizer.CONTROLS}\x0b-\x0d\x85"  # all control characters but tab and newline
    f"{summarizer.SOFT_HYPHEN}{BYTE_ORDER_MARK}{summarizer.DIRECTIONS}{summarizer.FORMATS}{summarizer.TAGS}"
    f"{summarizer.SURROGATES}{summarizer.NONCHARACTERS}"
)
# What shows nothing, but is allowed: fillers of Hangul, joiners, variation selectors, an empty Braille cell.
INVISIBLE = (
    f"\u200b{ZERO_WIDTH_NON_JOINER}{ZERO_WIDTH_JOINER}\u2060-\u2064\u115f\u1160\u3164\uffa0{VARIATION_SELECTORS}"
    "\u180e\u034f\u2800"
)
# What XML 1.0 allows in no document. https://www.w3.org/TR/xml/#charsets
NOT_XML = f"{BINARY_CONTROLS}\x0b\x0c{summarizer.SURROGATES}\ufffe\uffff"

# Prefixes that Arabic and Hebrew attach to the next word: articles, "and", "in", "for", "like".
ATTACHED_PREFIXES = (
    (late(f"[{ARABIC}]"), ("ال", "و", "وال", "ب", "بال", "ل", "لل", "ك", "كال", "ف", "فال")),
    (late(f"[{HEBREW}]"), ("ה", "ו", "וה", "ב", "ל", "מ", "ש", "שה", "כ")),
)

_EAST_ASIAN = late(f"[{summarizer.EAST_ASIAN}]")
EAST_ASIAN_WEIGHT = 3  # what a character of Chinese, Japanese or Korean says, in letters
# Points of Hebrew, vowel signs and the lengthening stroke of Arabic: readers type words without them.
READING_MARKS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
# Cyrillic letters that an accent makes another letter of, and those of them that may bear a mark of stress.
ACCENTED_CYRILLIC = "\u0438\u0456\u0443\u0433\u043a"
SHORT_CYRILLIC = "\u0438\u0456\u0443"
STRESS_MARKS = "\u0300\u0301"
# Signs and marks that people and telephones type for one another, inside of a set of characters.
MINUS_SIGNS = "\\-\u2212\u2010-\u2015\ufe63\uff0d"  # hyphens and dashes, too
TILDES = "~\u301c\uff5e"  # typed for dashes, too
PLUS_SIGNS = "+\ufe62\uff0b"
QUOTES = '"\u201c-\u201f\u00ab\u00bb\u300c-\u300f\uff02'
# Quotes that are apostrophes, or signs of comparison, where they stand elsewhere than around words.
SINGLE_QUOTES = "'`\u2018-\u201b\u2039\u203a\u3008-\u300b\u301d-\u301f"
COLONS = ":\uff1a"
FOREIGN_LIST_MARKS = "\uff0c\uff1b\u3001\u060c\u061b"  # of East Asia and of Arabic: no word holds one
COMMAS = ",\uff0c\u3001\u060c"
LIST_MARKS = f",;{FOREIGN_LIST_MARKS}"
PRIVATE_LETTERS = "\ue000\ue001\ue002"  # FTS5 counts them as letters; the search index marks words with them
ZERO_WIDTH_SPACES = "\u200b\u2060"  # where lines may break, or may not: copied along, never typed
LABEL_DOTS = ".\u3002\uff0e\uff61"  # between the labels of a host's name (IDNA)
SENTENCE_ENDS = ".!?\u2026\u3002\uff01\uff0e\uff1f\u061f\u0964"
# Letters and signs that Unicode does not take apart, as people type them.
PLAIN_LETTERS = {
    "\u00f8": "o",
    "\u0142": "l",
    "\u0111": "d",
    "\u0127": "h",
    "\u0167": "t",
    "\u0131": "i",
    "\u00e6": "ae",
    "\u0153": "oe",
    "\u06a9": "\u0643",  # K and Y of Persian and Urdu, as Arabic keyboards have them
    "\u06cc": "\u064a",
    **dict.fromkeys("\u2018\u2019\u201b\u02bc\u05f3", "'"),  # telephones make one of them of an apostrophe
    **dict.fromkeys(ZERO_WIDTH_SPACES, ""),
}


def weighted_length(text: str) -> int:
    """The length of a text in letters: a Chinese, Japanese or Korean character counts three."""
    return len(text) + (EAST_ASIAN_WEIGHT - 1) * len(_EAST_ASIAN.findall(text))
