"""Asks a statistical detector for the language of a text: pycld2 where there is a wheel of it, else py3langid.

pycld2 is the more accurate and twenty times as fast, but has no wheel for Python 3.14, ARM Linux and Intel Macs;
py3langid is plain Python on numpy. Both give BCP 47 tags of today. Either is imported when first asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any

Answer = tuple[str | None, bool]  # the language, None if unknown, and whether that is reliable
Detector = Callable[[str, str | None], Answer]

# Of py3langid's probabilities, chosen on 700 texts in 55 languages and their titles, half a line each:
RELIABLE = 0.5  # from here on it is believed against a declared language
KNOWN = 0.2  # below this it knows nothing
NEAR = 4.0  # a declared language wins that is this much less likely than the first ...
RANKED = 5  # ... if it is among so many

_CURRENT_TAGS = {
    "iw": "he", "jw": "jv", "sr-ME": "sr", "bh": "bho", "in": "id", "ji": "yi", "mo": "ro", "nb": "no", "tl": "fil",
    "ckb": "ku", "kmr": "ku", "sdh": "ku", "prs": "fa", "arz": "ar", "azb": "az", "grc": "el", "hbo": "he",
}  # fmt: skip
_CLD2_HINTS = {"he": "iw", "jv": "jw", "nb": "no", "fil": "tl", "zh-Hans": "zh"}
_CLD2_NO_LANGUAGES = ("xx", "zz", "un", "tlh")


def current_tag(code: str) -> str:
    """Tag of today for a code that was replaced; any other code as it is."""
    return _CURRENT_TAGS.get(code, code)


def detect(text: str, declared: str | None) -> Answer:
    """Language of a text without control characters; `declared` is a hint."""
    return detector()(text, declared)


@cache
def detector() -> Detector:
    """The detector that is installed, the better one if both are."""
    return by_cld2 if find_spec("pycld2") else by_langid


def by_cld2(text: str, declared: str | None) -> Answer:
    """Ask pycld2. A hint that it does not know is left out."""
    import pycld2

    code = _CLD2_HINTS.get(declared, declared) if declared else None
    try:
        if code in _cld2_codes():
            reliable, _, found = pycld2.detect(text, hintLanguage=code)
        else:
            reliable, _, found = pycld2.detect(text, bestEffort=True)
    except pycld2.error:
        return None, False
    name = found[0][1]
    return (None, False) if name.startswith(_CLD2_NO_LANGUAGES) else (current_tag(name), reliable)


def by_langid(text: str, declared: str | None) -> Answer:
    """Ask py3langid, which takes no hint: the declared language wins where it is nearly as likely as the first."""
    ranked: list[tuple[str, float]] = _langid().rank(text)
    first, probability = ranked[0]
    if probability < KNOWN:
        return None, False
    if declared and any(current_tag(code) == declared and near * NEAR > probability for code, near in ranked[:RANKED]):
        return declared, probability >= RELIABLE
    return current_tag(first), probability >= RELIABLE


@cache
def _cld2_codes() -> frozenset[str]:
    import pycld2

    return frozenset(code for _, code in pycld2.LANGUAGES)


@cache
def _langid() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
