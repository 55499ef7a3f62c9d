"""Tells a sequel from a second telling by what titles say is done: a reply, a verdict, repairs, a successor (pure).

A sequel names whom and what the first report named, and recalls most of it. What is new its title says and its text goes
on about, and nothing in the first report does. That alone is no proof, for another pen has other words: the sequel also
comes later, names another weekday or an act that often follows on another, or recalls all of the first title.
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
NEW_WORDS, SHORT_TITLE_TERMS = 2, 12
ALL_RECALLED = 0.7


def is_sequel(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> bool:
    """Whether one of two articles on one subject tells what followed on what the other tells.

    `apart`: how much later the new one was published; it is the earlier one if that is negative.
    """
    return (apart >= timedelta(0) and _follows(new, old, weights, apart)) or (
        apart <= timedelta(0) and _follows(old, new, weights, -apart)
    )


def is_of_another_day(one: StorySketch, other: StorySketch, *, apart: timedelta) -> bool:
    """Whether two articles come late after each other, or each names weekdays and none is the other's."""
    if abs(apart) >= LATER:
        return True
    weekdays = weekday_terms(one.language)
    days, others = one.terms & weekdays, other.terms & weekdays
    return bool(days and others) and days.isdisjoint(others)


def _follows(later: StorySketch, first: StorySketch, weights: Weights, apart: timedelta) -> bool:
    if later.topics <= first.terms or covered(later.topics, first.terms, weights) >= KNOWN:
        return False
    is_sentence = len(later.title) > TITLE_TERMS * (1 if counts_in_words(later.language) else 2)
    if not is_sentence and is_of_another_day(later, first, apart=apart):
        return True
    if not is_sentence and _names_act(later, first):
        least_recalled = RECALLED
    elif _says_more(later, first):
        least_recalled = ALL_RECALLED
    else:
        return False
    is_about_it = covered(later.title, first.terms, weights) >= ABOUT_IT
    return is_about_it and covered(first.title, later.terms, weights) >= least_recalled


def _names_act(later: StorySketch, first: StorySketch) -> bool:
    """Whether the later title names an act that the first report does not."""
    acts = _acts(later.language)
    return bool(_named(acts, later.title) & ~_named(acts, first.terms))


def _says_more(later: StorySketch, first: StorySketch) -> bool:
    """Whether the later title has words, neither usual ones nor names, that its text takes up and the first has not."""
    new = later.topics - first.terms
    if len(new) < NEW_WORDS or len(later.title) > SHORT_TITLE_TERMS or not counts_in_words(later.language):
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
    found: defaultdict[int, int] = defaultdict(int)
    for code, words in acts().items():
        if crc32(code.encode()) == language:
            for word, act in words.items():
                for term in terms_of(word, language=code):
                    found[term] |= act
    return found
