"""Tells a sequel from a second telling by what titles say is done: a reply, a verdict, repairs, a successor (pure).

A sequel names whom and what the first report named, and recalls most of it. What is new is an act: the title of the
sequel says it, and nothing in the first report does.
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
from bot.stories.sketches import terms_of
from bot.stories.weights import Weights, covered

RECALLED = 0.35  # of the first report's title, that a sequel holds, ...
TAKEN_UP = 0.25, 0.65  # ... and of the sequel's, that the first report holds: whom it is about, but not what they do


def is_sequel(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> bool:
    """Whether one of two articles on one subject tells what followed on what the other tells.

    `apart`: how much later the new one was published; it is the earlier one if that is negative.
    """
    return (apart >= timedelta(0) and _follows(new, old, weights)) or (
        apart <= timedelta(0) and _follows(old, new, weights)
    )


def _follows(later: StorySketch, first: StorySketch, weights: Weights) -> bool:
    acts = _acts(later.language)
    if not _named(acts, later.title) & ~_named(acts, first.terms):
        return False
    least, most = TAKEN_UP
    is_about_it = least <= covered(later.title, first.terms, weights) <= most
    return is_about_it and covered(first.title, later.terms, weights) >= RECALLED


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
