"""Decides whether two articles are much the same text: copies of two sources, or one that a source repeats (pure)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from math import sqrt

from bot.models.articles import StorySketch
from bot.stories.sketches import counts_in_words, is_slot

FEWEST_TERMS = 5  # below this a text says too little ("Live", "Morning briefing") to be like another
# Texts that agree word by word say the same whatever their words weigh.
SAME_WORDING = 0.6  # of all terms of both, ...
SAME_WORDING_TERMS = 12  # ... if they are that many
SAME_EXCERPT = 0.85  # of the terms of the shorter, ...
SAME_EXCERPT_TERMS = 15  # ... if they are that many
KNOWN_TITLE = 1 / 3  # of one's title, that the other's text holds
KNOWN_TOPICS = 0.6  # of what a title says and its own text takes up: so much of either the other holds
SAME_TITLE = 0.6  # of the shorter of two titles of one publisher
# Two reports of one event repeat each other's figures; the bulletins of two cities, or of two days, do not. They tell
# of different things if each holds so many, and less than the share SAME_FIGURES of the fewer stands in the other.
FEWEST_FIGURES = 4
SAME_FIGURES = 0.4
# A publisher takes up its own title again: a running story, if it is soon and the title says enough.
RETAKEN_WITHIN = timedelta(hours=18)
RETAKEN_TITLE_TERMS = 6
RETAKEN_LIKENESS = 0.15  # of the leads (cosine)


def is_copy(one: StorySketch, other: StorySketch) -> bool:
    """Whether the texts agree in their wording, or one is an excerpt of the other."""
    return are_worded_alike(len(one.terms & other.terms), len(one.terms), len(other.terms))


def are_worded_alike(common: int, one: int, other: int) -> bool:
    """Whether two texts with so many terms have so many of them in common."""
    smaller, both = min(one, other), one + other - common
    if common == both:
        return common >= FEWEST_TERMS
    return (common >= SAME_WORDING * both and both >= SAME_WORDING_TERMS) or (
        common >= SAME_EXCERPT * smaller and smaller >= SAME_EXCERPT_TERMS
    )


def are_copies(one: StorySketch, other: StorySketch) -> bool:
    """Whether two texts agree in their wording and both know what the titles say: else what they share is a form."""
    pairs = (one, other), (other, one)
    return (
        is_copy(one, other)
        and not has_other_figures(one, other)
        and any(len(text.title & its.terms) >= KNOWN_TITLE * len(text.title) for text, its in pairs)
        and all(len(text.topics & its.terms) >= KNOWN_TOPICS * len(text.topics) for text, its in pairs)
    )


def is_repeated(new: StorySketch, old: StorySketch, *, apart: timedelta) -> bool:
    """Whether a publisher repeats its own article: under the same title, or a copy under one that is much the same.

    A copy under another title is the next use of a form: "The bridge opens", "The tunnel closes".
    """
    if not are_titles_alike(new.title, old.title):
        return False
    if is_next_in_series(new, old) or _differs_in_one_slot(new.title, old.title):
        return False
    return is_copy(new, old) or _is_retaken(new, old, apart=apart)


def are_titles_alike(one: frozenset[int], other: Collection[int]) -> bool:
    """Whether the titles are much the same: else nobody repeats an article."""
    return len(one.intersection(other)) >= SAME_TITLE * min(len(one), len(other))


def is_next_in_series(one: StorySketch, other: StorySketch) -> bool:
    """Whether the titles differ in numbers and days alone: "Briefing, 3 March" and "Briefing, 4 March"."""
    differing = one.title ^ other.title
    return bool(differing) and all(map(is_slot, differing))


def has_other_figures(one: StorySketch, other: StorySketch) -> bool:
    """Whether two texts in one language say much in figures, and little in the same ones."""
    if one.language != other.language or not counts_in_words(one.language):
        return False
    figures, others = (frozenset(filter(is_slot, text.terms)) for text in (one, other))
    fewer = min(len(figures), len(others))
    return fewer >= FEWEST_FIGURES and len(figures & others) < SAME_FIGURES * fewer


def _differs_in_one_slot(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether a word, and maybe numbers, took the place of another: "Horoscope: Aries" and "Horoscope: Taurus"."""
    words = [sum(not is_slot(term) for term in side) for side in (one - other, other - one)]
    return one != other and bool(one & other) and max(words) <= 1


def _is_retaken(new: StorySketch, old: StorySketch, *, apart: timedelta) -> bool:
    """Whether a publisher takes up a title again, soon and for a text that goes on."""
    if new.title != old.title or len(new.title) < RETAKEN_TITLE_TERMS or apart > RETAKEN_WITHIN:
        return False
    lead, known = new.terms - new.title, old.terms - old.title
    return len(lead & known) >= RETAKEN_LIKENESS * sqrt(len(lead) * len(known))
