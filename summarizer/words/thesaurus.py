"""The words of one meaning of each language, looked up by dictionary: a pattern for each group would be slow (pure).

The groups are the list `same` of the section `[claims]`. A word may belong to several.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import product

from summarizer.words.loader import words_of
from summarizer.words.terms import pattern

MAX_PHRASE_WORDS = 4

_CHOICE = re.compile(r"(?:\((?P<or>[^()]*)\)|\[(?P<of>[^]]*)\]|(?P<one>.))(?P<maybe>\?)?")


@dataclass(frozen=True)
class Thesaurus:
    """Groups of words of one meaning by their spellings."""

    whole: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    begun: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))  # any ending may follow
    others: list[tuple[int, re.Pattern[str]]] = field(default_factory=list)
    phrases: set[str] = field(default_factory=set)  # first words of phrases; with "*" if any ending may follow

    @cached_property
    def longest(self) -> int:
        """Characters of the longest word as it stands."""
        return max(map(len, self.whole), default=0)

    def groups(self, word: str) -> set[int]:
        """Return the groups of a word as it stands."""
        found = {at for at, other in self.others if other.fullmatch(word)}
        found.update(self.whole.get(word, ()))
        for size in range(word.rfind(" ") + 1, len(word) + 1):
            found.update(self.begun.get(word[:size], ()))
        return found

    def begins_phrase(self, word: str) -> bool:
        """Whether a word may be the first one of a phrase."""
        return word in self.phrases or any(f"{word[:size]}*" in self.phrases for size in range(1, len(word) + 1))


@lru_cache(maxsize=64)
def thesaurus(language: str) -> Thesaurus:
    """Return the groups of a language by its tag; without words of its own, none."""
    own, known = words_of(language), Thesaurus()
    for at, group in enumerate(own.claims.same):
        for word in group.split():
            plain = word.replace("_", " ")
            written = [plain] if "(?" in plain else _spellings(plain)
            for spelling in dict.fromkeys(form for one in written for form in (one, one.casefold())):
                if "(" in spelling or "*" in spelling[:-1]:
                    known.others.append((at, pattern([word], spaced=own.spaced)))
                elif spelling.endswith("*"):
                    known.begun[spelling[:-1]].add(at)
                else:
                    known.whole[spelling].add(at)
                first, *more = spelling.split()
                if more:
                    known.phrases.add(first)
    return known


@lru_cache(maxsize=16384)
def meanings(word: str, language: str) -> frozenset[int]:
    """Return the groups to which a word or a phrase belongs, with its particles or without them."""
    known = thesaurus(language)
    particles = (one for one in words_of(language).claims.particles if word.startswith(one))
    return frozenset().union(*(known.groups(form) for form in (word, *(word[len(one) :] for one in particles))))


def _spellings(word: str) -> Iterator[str]:
    """Write out the choices of a pattern: "den(y|ied)", "colou?r", "л[её]д"; "*" stays."""
    choices = []
    for match in _CHOICE.finditer(word):
        some = match["or"].split("|") if match["or"] is not None else [*(match["of"] or match["one"])]
        choices.append([*some, ""] if match["maybe"] else some)
    for spelling in map("".join, product(*choices)):
        yield from _spellings(spelling) if {"[", "?"} & set(spelling) else (spelling,)
