"""Decides whether two articles tell of different things, however alike their wording is (pure).

Forecasts, results, accidents, verdicts and advisories share the words of their form. What differs is what they name.
"""

from __future__ import annotations

from bot.models.articles import StorySketch
from bot.stories.sketches import counts_in_words, is_slot, number_terms, weekday_terms
from bot.stories.spellings import unknown_names

# The words beside those of the titles are the form of a series if the two share so much of the fewer, ...
FORM_SHARE = 0.45
FORM_TERMS = 4  # ... if they are that many.
# Of a title's words that its own lead takes up, the other article knows so many (and more, the more alike the form is)
# if it tells the same: where names are told by their capitals, and where nothing but this tells them.
NAMED = 0.1, 0.85
UNNAMED = 0.3, 0.7
# Of the figures and days of the one that has fewer; so many in common are no chance.
FIGURES_SHARE, SAME_FIGURES = 0.6, 4
SAME_NAMES = 2  # that both know, and one of the two no other: then only numbers and words in their places part them
# In the next title of a series so many words at most, or one more or fewer, stand in the place of others, ...
SWAPPED_WORDS = 4
SAME_HEADING = 0.5  # ... and both titles have more than this of the longer one in common.
# A title of fewer terms, without a name that both know, is the heading of notices, ...
HEADING_TERMS = 6
FILLED_WORDS = 2  # ... if each text has numbers of its own, and so many words.


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
    return alike >= FORM_SHARE and (_is_filled_anew(one, other, alike) or _is_next_notice(one, other))


def _figures_agree(one: StorySketch, other: StorySketch) -> bool:
    """Whether both tell several figures, and much the same ones: no form is filled twice with those."""
    if not counts_in_words(one.language):
        return False
    weekdays = weekday_terms(one.language)
    figures, others = (frozenset(filter(is_slot, text.terms)) - weekdays for text in (one, other))
    shared = len(figures & others)
    return shared >= SAME_FIGURES and shared >= FIGURES_SHARE * min(len(figures), len(others))


def _is_filled_anew(one: StorySketch, other: StorySketch, alike: float) -> bool:
    """Whether two texts of one form have other names, or titles that share less than the form does.

    `alike`: the share of the form that both have. Of two reports of one event the titles are what agrees first.
    """
    names, others = one.names | one.lead_names, other.names | other.lead_names
    if _names_differ(names, others, one, other):
        return True
    if _is_swapped(one, other):
        return True
    if _names_agree(names, others, one, other) and not _counts_differ(one.topics, other.topics, one, other):
        return False
    if _figures_agree(one, other):
        return False
    known = max(_known_share(one, other), _known_share(other, one))
    least, more = NAMED if names and others else UNNAMED
    return known < least + more * alike


def _is_swapped(one: StorySketch, other: StorySketch) -> bool:
    """Whether a few words took the place of others in much the same title, and each text goes on about its own.

    So do names that are written small, or that begin a sentence: those of packages, of firms, of goods that are called
    back. Where each text has its own figures, too, it need not say the place again: two accidents.
    """
    words, others = _words(one.title), _words(other.title)
    gone, come = words - others, others - words
    are_alike = len(words & others) > SAME_HEADING * max(len(words), len(others))
    if not are_alike or max(len(gone), len(come)) > SWAPPED_WORDS or abs(len(gone) - len(come)) > 1:
        return False
    swapped, others = (_words(part) for part in (_unknown_topics(one, other), _unknown_topics(other, one)))
    if swapped and others and not (swapped | others) <= number_terms(one.language):
        return True
    has_own = gone - other.terms and come - one.terms and _counts_differ(one.terms, other.terms, one, other)
    return bool(has_own) and not _figures_agree(one, other)


def _is_next_notice(one: StorySketch, other: StorySketch) -> bool:
    """Whether both stand under one heading that names nobody, and tell of other days or sums, and of other things."""
    words, others = _words(one.title), _words(other.title)
    if max(len(words), len(others)) >= HEADING_TERMS or max(len(words - others), len(others - words)) > 1:
        return False
    if one.names & other.names or not words & others or not _counts_differ(one.terms, other.terms, one, other):
        return False
    return min(len(_words(one.terms - other.terms)), len(_words(other.terms - one.terms))) >= FILLED_WORDS


def _words(terms: frozenset[int]) -> frozenset[int]:
    """The terms without numbers and days."""
    return frozenset(term for term in terms if not is_slot(term))


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
    return 1 - len(_unknown_topics(one, other)) / len(one.topics) if one.topics else 1.0


def _unknown_topics(one: StorySketch, other: StorySketch) -> frozenset[int]:
    """What the title says and its own lead takes up, and the other article does not know."""
    return one.topics - other.terms | unknown_names(one.topics & one.names, one, other)
