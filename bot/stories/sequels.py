"""Tells a sequel from a second telling by what titles say is done: a reply, a verdict, repairs, a successor (pure).

A sequel names whom and what the first report named, and recalls most of it. What is new its title says and its text
takes up, and nothing in the first report does. That alone is no proof, for another pen has other words: the sequel also
comes later, names another weekday or an act that often follows on another, or recalls most of the first title in a
short one of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from zlib import crc32

from bot.models.articles import StorySketch
from bot.stories.acts import acts
from bot.stories.sketches import counts_in_words, is_slot, terms_of, usual_terms, weekday_terms
from bot.stories.weights import Weights, covered

KNOWN = 0.9  # of what a title says and its own text takes up: an article that holds so much was told all of it
LATER = timedelta(hours=8)  # so late the others have told it: what then is new in a title has happened since
TITLE_TERMS = 22  # of a title; longer ones are sentences, in which a word means little
RECALLED = 0.35  # of the first report's title, that a sequel holds, ...
ABOUT_IT = 0.25  # ... and of the sequel's, that the first report holds
# Where no such act is named, but so many words at least are new in a title of so many terms at most:
NEW_WORDS, SHORT_TITLE_TERMS = 2, 9
MORE_RECALLED = 0.6


def is_sequel(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> bool:
    """Whether the title of one of two articles on one subject names an act that follows on what the other tells.

    `apart`: how much later the new one was published; it is the earlier one if that is negative.
    """
    return any(
        _names_act(later, first)
        and not _is_sentence(later)
        and _goes_beyond(later, first, weights)
        and _recalls(later, first, weights, least=RECALLED)
        for later, first in _in_time(new, old, apart)
    )


def says_more(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> bool:
    """Whether one of the two recalls most of the other's title, and has a short one of its own that says more."""
    return any(
        _has_new_words(later, first)
        and _goes_beyond(later, first, weights)
        and _recalls(later, first, weights, least=MORE_RECALLED)
        for later, first in _in_time(new, old, apart)
    )


def is_later_step(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> bool:
    """Whether one of the two comes late after the other, or names other weekdays, and its title says more."""
    return (abs(apart) >= LATER or _names_other_days(new, old)) and any(
        not _is_sentence(later) and _goes_beyond(later, first, weights) for later, first in _in_time(new, old, apart)
    )


def _in_time(new: StorySketch, old: StorySketch, apart: timedelta) -> list[tuple[StorySketch, StorySketch]]:
    """The later and the earlier one; both orders where they came at once."""
    orders = (new, old), (old, new)
    return [order for order, is_so in zip(orders, (apart >= timedelta(0), apart <= timedelta(0)), strict=True) if is_so]


def _recalls(later: StorySketch, first: StorySketch, weights: Weights, *, least: float) -> bool:
    """Whether the later article holds so much of the first title, and its own title is about that."""
    is_about_it = covered(later.title, first.terms, weights) >= ABOUT_IT
    return is_about_it and covered(first.title, later.terms, weights) >= least


def _goes_beyond(later: StorySketch, first: StorySketch, weights: Weights) -> bool:
    """Whether the later title says what its text takes up, and the first article does not hold."""
    return not later.topics <= first.terms and covered(later.topics, first.terms, weights) < KNOWN


def _names_other_days(one: StorySketch, other: StorySketch) -> bool:
    weekdays = weekday_terms(one.language)
    days, others = one.terms & weekdays, other.terms & weekdays
    return bool(days and others) and days.isdisjoint(others)


def _is_sentence(sketch: StorySketch) -> bool:
    return len(sketch.title) > TITLE_TERMS * _terms_a_word(sketch)


def _names_act(later: StorySketch, first: StorySketch) -> bool:
    """Whether the later title names an act that the first report does not."""
    acts = _acts(later.language)
    return bool(_named(acts, later.title) & ~_named(acts, first.terms))


def _has_new_words(later: StorySketch, first: StorySketch) -> bool:
    """Whether a short later title has words that are not usual, which its text takes up and the first has not."""
    many = _terms_a_word(later)
    new = later.topics - first.terms
    if len(new) < NEW_WORDS * many or len(later.title) > SHORT_TITLE_TERMS * many:
        return False
    return sum(not is_slot(term) for term in new - usual_terms(later.language)) >= NEW_WORDS * many


def _terms_a_word(sketch: StorySketch) -> int:
    """How many terms a word makes, about: two where pairs of characters or syllables are terms."""
    return 1 if counts_in_words(sketch.language) else 2


def _named(acts: Mapping[int, int], terms: frozenset[int]) -> int:
    """The acts that the terms name, a bit each."""
    named = 0
    for term in acts.keys() & terms:
        named |= acts[term]
    return named


@lru_cache(maxsize=32)
def _acts(language: int) -> Mapping[int, int]:
    """The acts that a term names in a sketch's language, a bit each."""
    found: defaultdict[int, int] = defaultdict(int)
    for code, words in acts().items():
        if crc32(code.encode()) == language:
            for word, act in words.items():
                for term in terms_of(word, language=code):
                    found[term] |= act
    return found
