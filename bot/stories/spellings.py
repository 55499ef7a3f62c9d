"""Tells names apart that begin alike: "Northport", "Northgate" and "north-west" (pure).

Terms go by the first letters of words, which is enough to find what is alike. A spelling holds what follows them.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from bot.models.articles import StorySketch

STEM_CHARS = 5  # words with this beginning in common are one term, a stemmer for every language
TAIL_CHARS = 6  # letters behind these that a spelling holds, in four bits each
# Where names take cases, two forms of one differ in so many letters at most, the shorter ending and the longer one ...
CASE_ENDINGS = 2, 4
FEW_ENDINGS = 1, 2  # ... and where they take none but those of a plural or of an adjective: "Mexico", "Mexican".
ADJECTIVE_TAIL = (
    3  # names with so few letters behind the first five are known by their adjective: "gallega", "казанский"
)
_FEW_ENDINGS_IN = frozenset(
    crc32(code.encode())
    for code in ("af", "ca", "da", "en", "es", "fr", "gl", "id", "it", "ms", "nb", "nl", "nn", "no", "pt", "sv", "vi")
)
_TAIL_BITS = 4 * TAIL_CHARS
# The digits of letters that no ending of a plural or an adjective ends in: what they follow on makes another name.
_LAST_OF_OTHER_NAMES = tuple(f"{ord(letter) % 15 + 1:x}" for letter in "aou")


def spelling(term: int, word: str) -> int:
    """32 bits for a word: the highest of its term, and its letters behind the first five."""
    tail = 0
    for letter in word[STEM_CHARS : STEM_CHARS + TAIL_CHARS]:
        tail = tail << 4 | ord(letter) % 15 + 1
    return term >> _TAIL_BITS << _TAIL_BITS | tail


def unknown_names(names: Iterable[int], one: StorySketch, other: StorySketch) -> frozenset[int]:
    """Those of the names of `one` that the other does not hold, or only in other words with the same beginning."""
    known = {name for name in names if name in other.terms}
    same = {spelled >> _TAIL_BITS for spelled in one.spellings & other.spellings}
    return frozenset(names) - {name for name in known if name >> _TAIL_BITS in same or _has_form(name, one, other)}


def _has_form(name: int, one: StorySketch, other: StorySketch) -> bool:
    """Whether the other writes the name in some form; a number has none, nor has anything in a sketch of old.

    What is written small there alone is an adjective of the name, or another word: the longer the name, the likelier.
    """
    forms = [spelled for spelled in one.spellings if (spelled ^ name) >> _TAIL_BITS == 0]
    if not forms or not other.spellings:
        return True
    others = [spelled for spelled in other.spellings if (spelled ^ name) >> _TAIL_BITS == 0]
    if not others:
        return min(len(_letters(form)) for form in forms) <= ADJECTIVE_TAIL
    endings = FEW_ENDINGS if one.language in _FEW_ENDINGS_IN else CASE_ENDINGS
    return any(_differ_in_ending(form, another, *endings) for form in forms for another in others)


def _differ_in_ending(one: int, other: int, shorter: int, longer: int) -> bool:
    """Whether two spellings are alike but for endings of so many letters at most."""
    tail, its_tail = _letters(one), _letters(other)
    common = 0
    for letter, its_letter in zip(tail, its_tail, strict=False):
        if letter != its_letter:
            break
        common += 1
    ends = sorted((len(tail) - common, len(its_tail) - common))
    if not ends[0] and longer == FEW_ENDINGS[1] and max(tail, its_tail, key=len)[common:][-1:] in _LAST_OF_OTHER_NAMES:
        return False  # Niger and Nigeria, Dominica and Dominicana, Robert and Roberta
    return ends[0] <= shorter and ends[1] <= longer


def _letters(spelled: int) -> str:
    """A digit for each letter behind the first five."""
    tail = spelled & (1 << _TAIL_BITS) - 1
    return f"{tail:x}" if tail else ""
