"""Patterns of the words by which claims are compared, such as "increas*" or "den(y|ied)"; made once a language (pure).

`*` stands for any letters, `_` for a space. Where words do not stand apart, a word is found wherever it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.scripts import MARKS
from summarizer.words.loader import words_of

_NEVER = re.compile(r"(?!)")
_LETTER = rf"[\w{MARKS}]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A language's patterns; all for case-folded text."""

    joints: re.Pattern[str]
    negators: re.Pattern[str]
    denials: re.Pattern[str]
    modals: re.Pattern[str]
    hedges: re.Pattern[str]  # modals but those of the future
    doubts: re.Pattern[str]
    absolutes: re.Pattern[str]
    passives: re.Pattern[str]
    auxiliaries: re.Pattern[str]
    gone: re.Pattern[str]
    to_come: re.Pattern[str]
    speech: re.Pattern[str]
    roles: re.Pattern[str]
    actors: re.Pattern[str]
    prepositions: re.Pattern[str]
    definites: re.Pattern[str]
    obliques: re.Pattern[str]
    relatives: re.Pattern[str]
    causes: re.Pattern[str]
    sequels: re.Pattern[str]
    fates: tuple[re.Pattern[str], ...]  # each what befalls people
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
        hedges=pattern([word for word in claims.modals if word not in claims.futures], spaced=spaced),
        doubts=pattern(claims.doubts, spaced=spaced),
        absolutes=pattern(claims.absolutes, spaced=spaced),
        passives=pattern(claims.passives, spaced=spaced),
        auxiliaries=pattern(claims.auxiliaries, spaced=spaced),
        gone=pattern(claims.gone, spaced=spaced),
        to_come=pattern(claims.to_come, spaced=spaced),
        speech=pattern(claims.speech, spaced=spaced),
        roles=pattern(claims.roles, spaced=spaced),
        actors=pattern(claims.actors, spaced=spaced),
        prepositions=pattern(claims.prepositions, spaced=spaced),
        definites=pattern(claims.definites, spaced=spaced),
        obliques=pattern(claims.obliques, spaced=spaced),
        relatives=pattern(claims.relatives, spaced=spaced),
        causes=pattern(claims.causes, spaced=spaced),
        sequels=pattern(claims.sequels, spaced=spaced),
        fates=tuple(pattern(group.split(), spaced=spaced) for group in claims.fates),
        opposites=tuple(direction for left, right in pairs for direction in ((left, right), (right, left))),
        grave=tuple(
            (pattern(own.split(), spaced=spaced), pattern([*own.split(), *other.split()], spaced=spaced))
            for own, _, other in (group.partition(" | ") for group in claims.grave)
        ),
    )


def pattern(words: tuple[str, ...] | list[str], *, spaced: bool) -> re.Pattern[str]:
    """Return the pattern of any of these words; the longest first."""
    if not words:
        return _NEVER
    any_of = "|".join(_plain(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!{_LETTER})(?:{any_of})(?!{_LETTER})" if spaced else f"(?:{any_of})")


def _plain(word: str) -> str:
    text = re.sub(r"\((?!\?)", "(?:", word).replace("_", r"\s+").replace(" ", r"\s+")
    return text.replace("*", rf"{_LETTER}*").replace("ß", "(?:ß|ss)")
