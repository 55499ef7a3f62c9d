"""Decides whether two articles tell of different things, however alike their wording is (pure).

Forecasts, results, accidents, verdicts and advisories share the words of their form. What differs is what they name.
"""

from __future__ import annotations

from bot.models.articles import StorySketch
from bot.stories.sketches import is_slot
from bot.stories.spellings import unknown_names

# The words beside those of the titles are the form of a series if the two share so much of the fewer, ...
FORM_SHARE = 0.45
FORM_TERMS = 4  # ... if they are that many.
# Of a title's words that its own lead takes up, the other article knows so many (and more, the more alike the form is)
# if it tells the same: where names are told by their capitals, and where nothing but this tells them.
NAMED = 0.1, 0.85
UNNAMED = 0.3, 0.7
SAME_NAMES = 2  # that both know, and one of the two no other: then only numbers part what the form joins


def is_conflict(one: StorySketch, other: StorySketch) -> bool:
    """Whether the two name different things."""
    if _names_differ(one.names, other.names, one, other) or _counts_differ(one.names, other.names, one, other):
        return True
    titles = one.title | other.title
    form, its_form = one.terms - titles, other.terms - titles
    fewer = min(len(form), len(its_form))
    if fewer < FORM_TERMS:
        return False
    alike = len(form & its_form) / fewer
    return alike >= FORM_SHARE and _is_filled_anew(one, other, alike)


def _is_filled_anew(one: StorySketch, other: StorySketch, alike: float) -> bool:
    """Whether two texts of one form have other names, or titles that share less than the form does.

    `alike`: the share of the form that both have. Of two reports of one event the titles are what agrees first.
    """
    names, others = one.names | one.lead_names, other.names | other.lead_names
    if _names_differ(names, others, one, other):
        return True
    if _names_agree(names, others, one, other) and not _counts_differ(one.topics, other.topics, one, other):
        return False
    known = max(_known_share(one, other), _known_share(other, one))
    least, more = NAMED if names and others else UNNAMED
    return known < least + more * alike


def _names_agree(names: frozenset[int], others: frozenset[int], one: StorySketch, other: StorySketch) -> bool:
    """Whether both know several names, and one of the two no other."""
    missing, its_missing = unknown_names(names, one, other), unknown_names(others, other, one)
    return not (missing and its_missing) and len((names | others) - missing - its_missing) >= SAME_NAMES


def _counts_differ(terms: frozenset[int], others: frozenset[int], one: StorySketch, other: StorySketch) -> bool:
    """Whether each has numbers or days among these terms that the other article does not hold."""
    return any(map(is_slot, terms - other.terms)) and any(map(is_slot, others - one.terms))


def _names_differ(names: frozenset[int], others: frozenset[int], one: StorySketch, other: StorySketch) -> bool:
    """Whether each has names that the other article does not know, and more of these than both know."""
    unknown, its_unknown = unknown_names(names, one, other), unknown_names(others, other, one)
    missing = min(len(unknown), len(its_unknown))
    shared = len(names - unknown | others - its_unknown)
    return missing > shared or missing == shared == 1


def _known_share(one: StorySketch, other: StorySketch) -> float:
    """The share of what the title says and its own lead takes up that the other article knows, too."""
    if not one.topics:
        return 1.0
    unknown = one.topics - other.terms | unknown_names(one.topics & one.names, one, other)
    return 1 - len(unknown) / len(one.topics)
