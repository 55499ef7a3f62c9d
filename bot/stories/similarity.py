"""How surely two articles tell the same event, judged by their sketches (pure).

Knows nothing of clusters: `bot.stories.clusters` decides which story an article joins.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.models.articles import StorySketch
from bot.stories.conflicts import is_conflict
from bot.stories.copies import (
    FEWEST_TERMS,
    are_copies,
    are_titles_alike,
    are_worded_alike,
    has_other_figures,
    is_next_in_series,
    is_repeated,
)
from bot.stories.signs import UNLIKE, sameness
from bot.stories.weights import Weights, weight_of

LEAST_SHARED = 2.0  # what the terms in common weigh at least: no weaker pair of the sets is told to be the same
COPIED = 10.0  # the score of copies, and of what a publisher repeats
OTHER_FIGURES = 5.0  # what is taken off the score of two that say much in figures, and in others
# What falls so little short of one event is a step of it, which a source may tell that told the event.
NEXT_STEP = 3.0


def may_match(new: StorySketch, publisher: int, title: Sequence[int], terms: Sequence[int], weights: Weights) -> bool:
    """Whether an earlier article needs a closer look, by its terms; `weights` need hold the new article's terms only.

    What it rules out never matches. Most of a publisher's own articles are: it tells each once.
    """
    if publisher == new.publisher and not are_titles_alike(new.title, title):
        return False
    common = new.terms.intersection(terms)
    if len(common) < FEWEST_TERMS:
        return False
    if are_worded_alike(len(common), len(new.terms), len(terms)) or new.title == frozenset(title):
        return True
    return weight_of(common, weights) >= LEAST_SHARED


def match_score(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> float:
    """How surely the two tell the same or steps of it; 0 if not. `apart`: how much later the new one was published."""
    if is_next_in_series(new, old) or is_conflict(new, old):
        return 0.0
    if new.publisher == old.publisher:
        return COPIED if is_repeated(new, old, apart=abs(apart)) else 0.0
    return max(likeness(new, old, weights, apart=apart) + NEXT_STEP, 0.0)


def likeness(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> float:
    """How surely the two tell one event: above 0 if they do, below `-NEXT_STEP` if they have little in common.

    Copies do whatever their language and their words' weights, others in one language if they share enough.
    """
    if are_copies(new, old):
        return COPIED
    if new.language != old.language or weight_of(new.terms & old.terms, weights) < LEAST_SHARED:
        return UNLIKE
    return sameness(new, old, weights, apart=apart) - OTHER_FIGURES * has_other_figures(new, old)


def new_share(terms: frozenset[int], known: frozenset[int], weights: Weights) -> float:
    """The share of the terms, by weight, that is not among the known ones."""
    whole = weight_of(terms, weights)
    return weight_of(terms - known, weights) / whole if whole else 0.0
