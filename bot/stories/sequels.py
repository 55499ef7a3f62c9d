"""Tells a sequel from a second telling by what titles say is done: a reply, a verdict, repairs, a successor (pure).

A sequel names whom and what the first report named, and recalls most of it. What is new its title says, and nothing in
the first report does: an act that often follows on another, or several words that its text goes on about.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from importlib import resources
from itertools import chain
from zlib import crc32

from bot.models.articles import StorySketch
from bot.stories.sketches import counts_in_words, is_slot, terms_of, usual_terms
from bot.stories.weights import Weights, covered

RECALLED = 0.35  # of the first report's title, that a sequel holds, ...
TAKEN_UP = 0.25, 0.65  # ... and of the sequel's, that the first report holds: whom it is about, but not what they do
# Where no such act is named, but so many words at least are new in a title of so many terms at most (no sentence):
NEW_WORDS, TITLE_TERMS = 2, 12
ALL_RECALLED = 0.7


def is_sequel(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> bool:
    """Whether one of two articles on one subject tells what followed on what the other tells.

    `apart`: how much later the new one was published; it is the earlier one if that is negative.
    """
    return (apart >= timedelta(0) and _follows(new, old, weights)) or (
        apart <= timedelta(0) and _follows(old, new, weights)
    )


def _follows(later: StorySketch, first: StorySketch, weights: Weights) -> bool:
    if _names_act(later, first):
        least_recalled = RECALLED
    elif _says_more(later, first):
        least_recalled = ALL_RECALLED
    else:
        return False
    least, most = TAKEN_UP
    is_about_it = least <= covered(later.title, first.terms, weights) <= most
    return is_about_it and covered(first.title, later.terms, weights) >= least_recalled


def _names_act(later: StorySketch, first: StorySketch) -> bool:
    """Whether the later title names an act that the first report does not."""
    acts = _acts(later.language)
    return bool(_named(acts, later.title) & ~_named(acts, first.terms))


def _says_more(later: StorySketch, first: StorySketch) -> bool:
    """Whether the later title has words, neither usual ones nor names, that its text takes up and the first has not."""
    new = later.topics - first.terms
    if len(new) < NEW_WORDS or len(later.title) > TITLE_TERMS or not counts_in_words(later.language):
        return False
    new = new - usual_terms(later.language) - later.names
    return sum(not is_slot(term) for term in new) >= NEW_WORDS


def _named(acts: Mapping[int, int], terms: frozenset[int]) -> int:
    """The acts that the terms name, a bit each."""
    named = 0
    for term in acts.keys() & terms:
        named |= acts[term]
    return named


@lru_cache(maxsize=32)
def _acts(language: int) -> Mapping[int, int]:
    """The acts that a term names in a sketch's language, a bit each."""
    acts: defaultdict[int, int] = defaultdict(int)
    for code, act, words in _table():
        if crc32(code.encode()) == language:
            for term in chain.from_iterable(terms_of(word, language=code) for word in words.split()):
                acts[term] |= act
    return acts


@lru_cache(maxsize=1)
def _table() -> list[tuple[str, int, str]]:
    """Languages, acts (a bit each), and words for them."""
    table = (resources.files("bot.stories") / "acts.tsv").read_text(encoding="utf-8")
    lines = [line.split("\t") for line in table.splitlines() if not line.startswith("#")]
    acts = {act: 1 << at for at, act in enumerate(dict.fromkeys(act for _, act, _ in lines))}
    return [(code, acts[act], words) for code, act, words in lines]
