"""Converts Chinese between its two scripts by OpenCC's tables; leaves every other text alone."""

from __future__ import annotations

from functools import lru_cache

import opencc

from summarizer.language import chinese_script

# Traditional in the characters that Taiwan teaches: the general table writes forms that no newspaper prints (爲, 羣).
_CONVERSIONS = {"zh-Hant": "s2tw", "zh-Hans": "t2s"}


def to_script(text: str, language: str) -> str:
    """Give Chinese text in the script of `language`, "zh-Hant" or "zh-Hans"; any other tag gives the text itself.

    Text that is written in that script already is not touched, so converting twice changes nothing.
    """
    conversion = _CONVERSIONS.get(language)
    if conversion is None or chinese_script(text) in (None, language.removeprefix("zh-")):
        return text
    converted: str = _converter(conversion).convert(text)
    return converted


@lru_cache(maxsize=2)
def _converter(conversion: str) -> opencc.OpenCC:
    return opencc.OpenCC(conversion)
