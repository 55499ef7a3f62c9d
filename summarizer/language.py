"""Names the language of a text as a BCP 47 tag; what a source declares is a prior, not the truth.

A detector decides where it can, the script where it cannot; characters that exist in one script of Chinese only tell
zh-Hant from zh-Hans. Answers "und" rather than guess. Any thread may call it.
"""

from __future__ import annotations

import re
from collections import Counter

from summarizer.base import chinese_tag
from summarizer.chinese import chinese_script
from summarizer.detector import current_tag, detect
from summarizer.scripts import HAN
from summarizer.writing import script_of, scripts_of

UNKNOWN = "und"
MAX_DETECT_CHARS = 500  # the beginning of a text tells as much as all of it
MIN_RELIABLE_LETTERS = 24  # below this a matching hint outweighs the detector
WIDE_LETTERS = 2  # a Chinese or Japanese character says as much as so many letters of a name among them
MIN_GUESSED_LETTERS = 8  # below this only what the detector is sure of counts

# Languages that a detector tells apart poorly: within one of these the declared one is believed.
_SIBLINGS = tuple(
    frozenset(group.split())
    for group in ("sr hr bs sh cnr", "id ms", "no nn da", "cs sk", "rn rw", "gl pt", "zu xh ss nr", "en pcm", "lb de")
)
_SCRIPT_LANGUAGES = {
    "HANGUL": "ko", "THAI": "th", "LAO": "lo", "KHMER": "km", "MYANMAR": "my", "GREEK": "el", "HEBREW": "he",
    "ARMENIAN": "hy", "GEORGIAN": "ka", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn", "MALAYALAM": "ml",
    "SINHALA": "si", "GUJARATI": "gu", "GURMUKHI": "pa", "ORIYA": "or", "BENGALI": "bn", "TIBETAN": "bo",
    "ETHIOPIC": "am", "CHEROKEE": "chr", "THAANA": "dv",
}  # fmt: skip
_KANA = ("HIRAGANA", "KATAKANA")
_WIDE = ("CJK", *_KANA)
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_HAN = re.compile(f"[{HAN}]+")
_NOISE = re.compile(r"https?://\S+|[@#][\w.]+")


def detect_language(text: str, hint: str | None = None) -> str:
    """Name the language of `text`: "en", "zh-Hant", ...; "und" where nothing tells it.

    `hint` is a declared BCP 47 tag. It decides between near languages and for very short texts, and is
    overruled by a text that is clearly something else.
    """
    cleaned = _clean(text)
    declared = _canonical(hint)
    scripts = _scripts(cleaned)
    letters = sum(scripts.values())
    if not letters:
        return declared or UNKNOWN
    main_script, count = scripts.most_common(1)[0]
    if main_script in _WIDE or sum(scripts[name] for name in _WIDE) * WIDE_LETTERS > count:
        return _han_language(cleaned, scripts, declared)
    detected, reliable = detect(cleaned, declared)
    if not reliable and letters < MIN_GUESSED_LETTERS:
        detected = None
    by_script = _SCRIPT_LANGUAGES.get(main_script)
    if detected is None:
        return _fitting(declared, main_script) or (by_script if by_script and count * 2 >= letters else None) or UNKNOWN
    if (
        declared
        and declared != detected
        and _believes_hint(declared, detected, main_script, letters, reliable=reliable)
    ):
        return declared
    return detected


def are_siblings(left: str, right: str) -> bool:
    """Whether two languages are so near that no detector tells them apart."""
    return any({left, right} <= group for group in _SIBLINGS)


def _believes_hint(declared: str, detected: str, script: str, letters: int, *, reliable: bool) -> bool:
    if are_siblings(declared, detected):
        return True
    return (letters < MIN_RELIABLE_LETTERS or not reliable) and _fitting(declared, script) is not None


def _clean(text: str) -> str:
    """Drop what detectors raise on (controls, surrogates, unassigned) and what tells nothing (links, names)."""
    start = text[:MAX_DETECT_CHARS]
    noisy = "://" in start or "@" in start or "#" in start
    plain = " ".join((_NOISE.sub(" ", start) if noisy else start).split())
    return plain if plain.isprintable() else "".join(char if char.isprintable() else " " for char in plain)


def _scripts(text: str) -> Counter[str]:
    """Count the letters of each script."""
    if text.isascii():
        letters = len(text.encode().translate(None, _NO_LETTERS))
        return Counter({"LATIN": letters}) if letters else Counter()
    others = _HAN.sub("", text)  # of these a text holds hundreds of different ones
    counts = {"CJK": len(text) - len(others)} if len(others) < len(text) else {}
    for char, times in Counter(others).items():
        if script := script_of(char):
            counts[script] = counts.get(script, 0) + times
    return Counter(counts)


def _han_language(text: str, scripts: Counter[str], declared: str | None) -> str:
    kana = sum(scripts[name] for name in _KANA)
    if kana * 12 >= scripts["CJK"] + kana:
        return "ja"
    if declared in ("ja", "ko") and chinese_script(text) is None:
        return declared
    script = chinese_script(text)
    if script is None and declared is not None and declared.startswith("zh-"):
        return declared
    return f"zh-{script or 'Hans'}"


def _canonical(hint: str | None) -> str | None:
    """Return a declared tag in this module's spelling: "zh_TW" is "zh-Hant", "en-GB" is "en"; None for nonsense."""
    if not hint or not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*", hint.strip()):
        return None
    tag = hint.strip()
    base = re.split("[-_]", tag.lower())[0]
    if base == "und":
        return None
    return chinese_tag(tag) or current_tag(base)


def _fitting(declared: str | None, script: str) -> str | None:
    """Return the declared language unless it cannot be written in the script."""
    if declared is None or declared.startswith("zh") or declared == "ja":
        return None
    known = scripts_of(declared)
    return declared if not known or script in known else None
