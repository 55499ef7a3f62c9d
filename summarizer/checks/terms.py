"""Patterns of the words by which claims are compared: "increas*", "den(y|ied)", "ex_mayor"; built once a language (pure).

`*` stands for any letters, `_` for a space. Where words do not stand apart, a word is found wherever it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.scripts import MARKS
from summarizer.words.loader import words_of

_NEVER = re.compile(r"(?!)")
_CLAUSE_END = re.compile(r"(?:(?<!\d)[,،]|[,،](?!\d)|[;:；：，、。؛।!?！？()（）]|\s[–—-]\s)+")
_LETTER = rf"[\w{MARKS}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A language's patterns; all for case-folded text."""

    joints: re.Pattern[str]
    negators: re.Pattern[str]
    denials: re.Pattern[str]
    modals: re.Pattern[str]
    doubts: re.Pattern[str]
    passives: re.Pattern[str]
    speech: re.Pattern[str]
    roles: re.Pattern[str]
    opposites: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]  # both directions
    grave: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]  # the event's words, and all that may tell it


@lru_cache(maxsize=64)
def terms_of(language: str) -> Terms:
    """Return the patterns of a language by its tag; without words of its own, those that find nothing."""
    own = words_of(language)
    claims, spaced = own.claims, own.spaced
    pairs = [tuple(pattern(side.split(), spaced=spaced) for side in pair.split(" | ")) for pair in claims.opposites]
    return Terms(
        joints=pattern(claims.joints, spaced=spaced),
        negators=pattern(claims.negators, spaced=spaced),
        denials=pattern(claims.denials, spaced=spaced),
        modals=pattern(claims.modals, spaced=spaced),
        doubts=pattern(claims.doubts, spaced=spaced),
        passives=pattern(claims.passives, spaced=spaced),
        speech=pattern(claims.speech, spaced=spaced),
        roles=pattern(claims.roles, spaced=spaced),
        opposites=tuple(
            direction for left, right in pairs for direction in ((left, right), (right, left))
        ),
        grave=tuple(
            (pattern(own.split(), spaced=spaced), pattern([*own.split(), *other.split()], spaced=spaced))
            for own, _, other in (group.partition(" | ") for group in claims.grave)
        ),
    )


def clauses_of(sentence: str, language: str) -> list[str]:
    """Split a sentence at its commas, colons, dashes and brackets, and at "but" and "and"."""
    joints = terms_of(language).joints
    pieces = (part for piece in _CLAUSE_END.split(sentence) for part in joints.split(piece))
    return [piece.strip() for piece in pieces if piece.strip()]


def pattern(words: tuple[str, ...] | list[str], *, spaced: bool) -> re.Pattern[str]:
    """Return the pattern of any of these words; the longest first."""
    if not words:
        return _NEVER
    any_of = "|".join(_plain(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!{_LETTER})(?:{any_of})(?!{_LETTER})" if spaced else f"(?:{any_of})")


def _plain(word: str) -> str:
    text = re.sub(r"\((?!\?)", "(?:", word).replace("_", r"\s+").replace(" ", r"\s+")
    return text.replace("*", rf"{_LETTER}*")
