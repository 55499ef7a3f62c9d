"""Judges by fitted signs whether two articles of two sources tell the same event, or a twin or a sequel of it (pure).

Twins share the words of a template and differ in names and numbers. A sequel names whom and what the first report
named, comes later, and its title says what nothing in the first report does: a verdict, repairs, a successor. The
report of a result no longer expects what its preview did. No sign decides alone: a weighted sum does. `python -m
benchmarks.fit_stories` makes the weights.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from math import log, sqrt
from typing import NamedTuple
from zlib import crc32

from bot.models.articles import StorySketch
from bot.stories.acts import AWAITED, COMING, DEATHS, acts
from bot.stories.sketches import counts_in_words, terms_of, weekday_terms
from bot.stories.weights import Weights, covered, weight_of

TITLE_TERMS = 22  # of a title; longer ones are sentences, in which a word means little
KNOWN = 0.9  # of what a title says and its own text takes up: an article that holds so much was told all of it
RECALLED, ABOUT_IT = 0.35, 0.25  # of the first title, that a sequel holds, and of its own, that the first article holds
FORM_TERMS = 4  # words beside the titles, below which they are no form
# Two long texts on one subject share many words that a young store takes for rare ones, but little of what each says.
LEAST_COSINE = 0.15
UNLIKE = -10.0  # the score of what tells of different things for sure


class Signs(NamedTuple):
    """What speaks for one event (above 0 in `WEIGHTS`) or against it; shares by weight, unless counted."""

    shared: float  # the logarithm of what the terms in common weigh
    part: float  # of the lighter one that is shared
    rarest: float  # the weight of the rarest term in common
    topics: float  # the logarithm of what weighs that both titles say and both texts take up
    cosine: float
    unknown: float  # of the later title: what its own text takes up, and the first one does not hold
    both_unknown: float  # the same of either title, the less: twins name two things
    form: float  # of the words beside the titles: twins share much of them
    act: float  # whether the later title names an act that follows on others, and the first article none such
    awaited: float  # the logarithm of how many more words of an expectation the first article has, as previews do
    sequel: float  # whether it also recalls the first title and says what its text takes up and the first does not hold
    toll: float  # whether the later title tells of dead, as the first article does
    more_deaths: float  # whether the later article alone does
    hours: float  # apart, the logarithm
    other_days: float  # whether the later one names a weekday beside those that the first one names
    pairs: float  # whether terms are pairs of characters or syllables


WEIGHTS = Signs(
    shared=4.55,
    part=8.04,
    rarest=2.83,
    topics=-1.14,
    cosine=-9.52,
    unknown=-1.67,
    both_unknown=-2.31,
    form=-4.44,
    act=-1.53,
    awaited=-2.62,
    sequel=-2.82,
    toll=2.83,
    more_deaths=1.98,
    hours=-0.98,
    other_days=-2.91,
    pairs=-3.45,
)
START = -4.13
LIMIT = 0.9  # so much less: two stories out of one do less harm than a hidden one


def sameness(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> float:
    """How surely the two tell one event: above 0 rather yes. `apart`: how much later the new one was published."""
    if _cosine(new.terms, old.terms, weights) < LEAST_COSINE:  # as most are: the other signs take three times as long
        return UNLIKE
    signs = signs_of(new, old, weights, apart=apart)
    return START - LIMIT + sum(weight * sign for weight, sign in zip(WEIGHTS, signs, strict=True))


def signs_of(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> Signs:
    """The signs of two articles; where they came at once, the new one is the later."""
    later, first = (new, old) if apart >= timedelta(0) else (old, new)
    common = later.terms & first.terms
    shared = weight_of(common, weights)
    whole, its_whole = weight_of(later.terms, weights), weight_of(first.terms, weights)
    title, its_title = weight_of(later.title, weights) or 1.0, weight_of(first.title, weights) or 1.0
    unknown = weight_of(later.topics - first.terms, weights) / title
    orders = [(later, first), (first, later)][: 1 if apart else 2]
    is_dead, was_dead = (bool(_named(later.language, text.terms) & DEATHS) for text in (later, first))
    follows = [order for order in orders if _names_new_act(*order)]
    weekdays = weekday_terms(later.language)
    days, its_days = later.terms & weekdays, first.terms & weekdays
    return Signs(
        shared=log(1 + shared),
        part=shared / (min(whole, its_whole) or 1.0),
        rarest=max(map(weights.__getitem__, common), default=0.0),
        topics=log(1 + weight_of(later.topics & first.topics, weights)),
        cosine=_cosine(later.terms, first.terms, weights),
        unknown=unknown,
        both_unknown=min(unknown, weight_of(first.topics - later.terms, weights) / its_title),
        form=_form(later, first),
        act=bool(follows),
        awaited=log(1 + max(0, _counted(first, AWAITED) - _counted(later, AWAITED | COMING))),
        sequel=any(_is_sequel(*order, weights) for order in follows),
        toll=was_dead and bool(_named(later.language, later.title) & DEATHS),
        more_deaths=is_dead and not was_dead,
        hours=log(1 + abs(apart) / timedelta(hours=1)),
        other_days=bool(its_days and days - its_days),
        pairs=not counts_in_words(later.language),
    )


def _cosine(one: frozenset[int], other: frozenset[int], weights: Weights) -> float:
    """The cosine of two sets of terms: 1 if they are the same, 0 if they have none in common."""
    apart = sqrt(weight_of(one, weights) * weight_of(other, weights))
    return weight_of(one & other, weights) / (apart or 1.0)


def _names_new_act(later: StorySketch, first: StorySketch) -> bool:
    """Whether the later title names an act that the first article does not."""
    named = _named(later.language, later.title) & ~(DEATHS | AWAITED | COMING)
    return bool(named and named & ~_named(later.language, first.terms))


def _is_sequel(later: StorySketch, first: StorySketch, weights: Weights) -> bool:
    """Whether the later one recalls the first title in a title of its own that says more; no sentence is a title."""
    return (
        len(later.title) <= TITLE_TERMS * (1 if counts_in_words(later.language) else 2)
        and not later.topics <= first.terms
        and covered(later.topics, first.terms, weights) < KNOWN
        and covered(later.title, first.terms, weights) >= ABOUT_IT
        and covered(first.title, later.terms, weights) >= RECALLED
    )


def _form(one: StorySketch, other: StorySketch) -> float:
    """The share of the words beside the titles that both have: the form of a series, if it is large."""
    titles = one.title | other.title
    form, its_form = one.terms - titles, other.terms - titles
    fewer = min(len(form), len(its_form))
    return len(form & its_form) / fewer if fewer >= FORM_TERMS else 0.0


def _counted(text: StorySketch, acts: int) -> int:
    """How many terms of an article, title and lead, name one of the acts."""
    return len(text.terms & _terms_for(text.language, acts))


@lru_cache(maxsize=64)
def _terms_for(language: int, acts: int) -> frozenset[int]:
    return frozenset(term for term, named in _acts(language).items() if named & acts)


def _named(language: int, terms: frozenset[int]) -> int:
    """The acts that the terms name, a bit each."""
    known, named = _acts(language), 0
    for term in known.keys() & terms:
        named |= known[term]
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
