"""Patterns of the words by which claims are compared, such as "increas*" or "den(y|ied)"; made once a language (pure).

`*` stands for any letters, `_` for a space. Where words do not stand apart, a word is found wherever it stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from summarizer.scripts import MARKS
from summarizer.words.loader import words_of

_NEVER = re.compile(r"(?!)")
_CLAUSE_END = re.compile(r"(?:(?<!\d)[,،:]|[,،:](?!\d)|[;；：，、。؛।!?！？()（）]|\s[–—-]\s)+")
_LETTER = rf"[\w{MARKS}]"
_CHOICE = re.compile(r"(?:\((?P<or>[^()]*)\)|\[(?P<of>[^]]*)\]|(?P<one>.))(?P<maybe>\?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """A language's patterns; all for case-folded text."""

    joints: re.Pattern[str]
    negators: re.Pattern[str]
    denials: re.Pattern[str]
    modals: re.Pattern[str]
    hedges: re.Pattern[str]  # modals but those of the future
    doubts: re.Pattern[str]
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
        causes=pattern(claims.causes, spaced=spaced),
        sequels=pattern(claims.sequels, spaced=spaced),
        fates=tuple(pattern(group.split(), spaced=spaced) for group in claims.fates),
        opposites=tuple(direction for left, right in pairs for direction in ((left, right), (right, left))),
        grave=tuple(
            (pattern(own.split(), spaced=spaced), pattern([*own.split(), *other.split()], spaced=spaced))
            for own, _, other in (group.partition(" | ") for group in claims.grave)
        ),
    )


@lru_cache(maxsize=16384)
def meanings(word: str, language: str) -> frozenset[int]:
    """Return the groups of words of one meaning to which a word belongs, with its particles or without them."""
    known = _thesaurus(language)
    particles = (one for one in words_of(language).claims.particles if word.startswith(one))
    return frozenset().union(*(known.groups(form) for form in (word, *(word[len(one) :] for one in particles))))


class _Thesaurus(NamedTuple):
    """The groups of words of one meaning, looked up by dictionary: a pattern for each group would be slow."""

    whole: defaultdict[str, set[int]]
    begun: defaultdict[str, set[int]]  # words with any ending, by their beginning
    others: list[tuple[int, re.Pattern[str]]]

    def groups(self, word: str) -> set[int]:
        """Return the groups of a word as it stands."""
        found = {at for at, other in self.others if other.fullmatch(word)}
        found.update(self.whole.get(word, ()))
        for size in range(word.rfind(" ") + 1, len(word) + 1):
            found.update(self.begun.get(word[:size], ()))
        return found


@lru_cache(maxsize=64)
def _thesaurus(language: str) -> _Thesaurus:
    own = words_of(language)
    known = _Thesaurus(defaultdict(set), defaultdict(set), [])
    for at, group in enumerate(own.claims.same):
        for word in group.split():
            plain = word.replace("_", " ")
            for spelling in [plain] if "(?" in plain else _spellings(plain):
                if "(" in spelling or "*" in spelling[:-1]:
                    known.others.append((at, pattern([word], spaced=own.spaced)))
                elif spelling.endswith("*"):
                    known.begun[spelling[:-1]].add(at)
                else:
                    known.whole[spelling].add(at)
    return known


def _spellings(word: str) -> Iterator[str]:
    """Write out the choices of a pattern: "den(y|ied)", "colou?r", "л[её]д"; "*" stays."""
    choices = []
    for match in _CHOICE.finditer(word):
        some = match["or"].split("|") if match["or"] is not None else [*(match["of"] or match["one"])]
        choices.append([*some, ""] if match["maybe"] else some)
    for spelling in map("".join, product(*choices)):
        yield from _spellings(spelling) if {"[", "?"} & set(spelling) else (spelling,)


def clause_spans(sentence: str, language: str) -> list[tuple[int, int]]:
    """Return where the clauses of a sentence stand: between commas, colons, dashes, brackets, "but" and "and"."""
    cuts = sorted(
        match.span()
        for cut in (_CLAUSE_END, terms_of(language).joints)
        for match in cut.finditer(sentence.casefold() if cut is not _CLAUSE_END else sentence)
    )
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(sentence)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if sentence[start:end].strip()]


def pattern(words: tuple[str, ...] | list[str], *, spaced: bool) -> re.Pattern[str]:
    """Return the pattern of any of these words; the longest first."""
    if not words:
        return _NEVER
    any_of = "|".join(_plain(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!{_LETTER})(?:{any_of})(?!{_LETTER})" if spaced else f"(?:{any_of})")


def _plain(word: str) -> str:
    text = re.sub(r"\((?!\?)", "(?:", word).replace("_", r"\s+").replace(" ", r"\s+")
    return text.replace("*", rf"{_LETTER}*")
