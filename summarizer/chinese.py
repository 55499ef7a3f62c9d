"""The two scripts of Chinese: tells them apart and converts between them; leaves every other text alone.

Characters that exist in one script only, from `chinese.toml`, tell the script; OpenCC converts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from summarizer.scripts import SURROGATES

if TYPE_CHECKING:
    from opencc import OpenCC

# Traditional in the characters that Taiwan teaches: the general table writes forms that no newspaper prints (爲, 羣).
_CONVERSIONS = {"zh-Hant": "s2tw", "zh-Hans": "t2s"}
MAX_TABLE_CHARACTERS = 30_000
_UNREADABLE = re.compile(f"([\x00{SURROGATES}]+)")  # OpenCC reads UTF-8, and stops at NUL


def chinese_script(text: str) -> str | None:
    """Script of a Chinese text, "Hant" or "Hans", by the characters of one script only; None if neither prevails."""
    traditional, simplified = _one_script_characters()
    hant, hans = len(traditional.findall(text)), len(simplified.findall(text))
    if hant == hans:
        return None
    return "Hant" if hant > hans else "Hans"


def to_script(text: str, language: str) -> str:
    """Chinese text in the script of `language`, "zh-Hant" or "zh-Hans"; for any other tag the text itself.

    Text that is written in that script already is not touched, so converting twice changes nothing.
    """
    conversion = _CONVERSIONS.get(language)
    if conversion is None or chinese_script(text) in (None, language.removeprefix("zh-")):
        return text
    converter = _converter(conversion)
    pieces = _UNREADABLE.split(text)
    pieces[::2] = map(converter.convert, pieces[::2])
    return "".join(pieces)


class _Table(dict[int, str]):
    """A table for `str.translate` that learns the characters it leaves alone: to miss one takes twice as long."""

    def __missing__(self, code: int) -> str:
        same = chr(code)
        if len(self) < MAX_TABLE_CHARACTERS:
            self[code] = same
        return same


@cache
def simplified_characters() -> Mapping[int, str]:
    """Table for `str.translate` from Traditional to Simplified, one by one: enough to compare texts."""
    data = _characters()
    sources, targets = data["traditional"] + data["others"], data["traditional_as"] + data["others_as"]
    return _Table((ord(source), target) for source, target in zip(sources, targets, strict=True))


@cache
def _one_script_characters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    data = _characters()
    return re.compile(f"[{data['traditional']}]"), re.compile(f"[{data['simplified']}]")


@cache
def _characters() -> dict[str, str]:
    return tomllib.loads((resources.files("summarizer") / "chinese.toml").read_text("utf-8"))


@cache
def _converter(conversion: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(conversion)
