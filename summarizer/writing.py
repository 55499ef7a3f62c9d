"""Which scripts a language is written in, and which script a letter belongs to (pure), by the names that Unicode has.

Likely scripts come from CLDR; the languages that newspapers write in several scripts are listed here.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LATIN = "LATIN"

_NAMES = {  # ISO 15924 -> first words of the names of its letters
    "Latn": "LATIN", "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Deva": "DEVANAGARI", "Grek": "GREEK", "Hebr": "HEBREW",
    "Armn": "ARMENIAN", "Geor": "GEORGIAN", "Thai": "THAI", "Laoo": "LAO", "Khmr": "KHMER", "Mymr": "MYANMAR",
    "Taml": "TAMIL", "Telu": "TELUGU", "Knda": "KANNADA", "Mlym": "MALAYALAM", "Sinh": "SINHALA", "Gujr": "GUJARATI",
    "Guru": "GURMUKHI", "Orya": "ORIYA", "Beng": "BENGALI", "Tibt": "TIBETAN", "Ethi": "ETHIOPIC", "Thaa": "THAANA",
    "Cher": "CHEROKEE", "Mong": "MONGOLIAN", "Hans": "CJK BOPOMOFO", "Hant": "CJK BOPOMOFO", "Kore": "HANGUL CJK",
    "Jpan": "CJK HIRAGANA KATAKANA",
}  # fmt: skip
_SEVERAL = {
    "sr": "Cyrl Latn", "bs": "Latn Cyrl", "cnr": "Latn Cyrl", "sh": "Latn Cyrl", "uz": "Latn Cyrl", "tk": "Latn Cyrl",
    "az": "Latn Cyrl Arab", "kk": "Cyrl Latn Arab", "ky": "Cyrl Arab", "tt": "Cyrl Latn", "ku": "Latn Arab",
    "pa": "Guru Arab", "ms": "Latn Arab", "ha": "Latn Arab", "mn": "Cyrl Mong", "ug": "Arab Cyrl Latn",
    "sd": "Arab Deva", "ks": "Arab Deva", "bho": "Deva", "jv": "Latn", "tg": "Cyrl Arab", "yue": "Hant",
}  # fmt: skip
SCRIPTS = frozenset(name for names in _NAMES.values() for name in names.split())


@lru_cache(maxsize=16_384)  # as many characters as news in every script hold
def script_of(char: str) -> str:
    """Name of the script of a letter; "" for what is no letter, or one of no script, such as a fullwidth one."""
    name = unicodedata.name(char, "").split(" ")[0].split("-")[0] if char.isalpha() else ""
    return name if name in SCRIPTS else ""


@lru_cache(maxsize=256)
def scripts_of(language: str) -> frozenset[str]:
    """Names of the scripts that a language is written in, by its BCP 47 tag; none where that is not known."""
    from babel.core import get_global

    base, *rest = language.split("-")
    named = [part for part in rest if part in _NAMES]
    likely = get_global("likely_subtags").get(base, "").split("_") if base != "und" else []
    codes = named or _SEVERAL.get(base, "").split() or [part for part in likely if part in _NAMES]
    return frozenset(name for code in codes for name in _NAMES[code].split())
