"""How alike two articles are, judged by their sketches: a score, and whether it is enough to be the same story (pure).

Knows nothing of clusters: `bot.stories.clusters` decides which story an article joins.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from math import sqrt

from bot.models.articles import StorySketch
from bot.stories.conflicts import is_conflict
from bot.stories.sequels import is_later_step, is_sequel, says_more
from bot.stories.sketches import counts_in_words, is_slot
from bot.stories.weights import Weights, covered, weight_of

SAME_STORY = 5.5  # likeness from which two publishers tell the same; `benchmarks.stories` says what it reaches
# So much is enough if each text holds so much of the other's title, and the two come within a day.
SAME_EVENT, TITLES_HELD, SAME_DAY = 4.0, 0.3, timedelta(hours=24)
# Of cosine and title together: two long texts on one subject share many words that a young store takes for rare ones,
# but little of what each says, and not their titles.
LEAST_ALIKE = 0.2
TITLE_SHARE = 0.3  # what it counts that one text holds the other's title, beside a cosine of 1
# Texts that agree word by word say the same whatever their words weigh.
SAME_WORDING = 0.6  # of all terms of both, ...
SAME_WORDING_TERMS = 12  # ... if they are that many
SAME_EXCERPT = 0.85  # of the terms of the shorter, ...
SAME_EXCERPT_TERMS = 15  # ... if they are that many
KNOWN_TITLE = 1 / 3  # of one's title, that the other's text holds
SAME_TITLE = 0.6  # of the shorter of two titles of one publisher
# Two reports of one event repeat each other's figures and days; the bulletins of two cities, or of two days, do not.
# If both texts hold at least FEWEST_FIGURES, and less than the share SAME_FIGURES of the fewer figures stands in the
# other text too, then the two must score OTHER_FIGURES times as high as others to be the same story.
FEWEST_FIGURES = 4
SAME_FIGURES = 0.4
OTHER_FIGURES = 2.4
# Of what is so much alike one is no sequel, whatever its title adds: the two are much the same text.
NO_SEQUEL = 4 * SAME_STORY
NO_LATER_STEP = 2 * NO_SEQUEL
FEWEST_TERMS = 5  # below this a text says too little ("Live", "Morning briefing") to be like another
# A publisher takes up its own title again: a running story, if it is soon and the title says enough.
RETAKEN_WITHIN = timedelta(hours=18)
RETAKEN_TITLE_TERMS = 6
RETAKEN_LIKENESS = 0.15  # of the leads (cosine)


def may_match(new: StorySketch, whole: float, title: Sequence[int], terms: Sequence[int], weights: Weights) -> bool:
    """Whether an earlier article needs a closer look, by its terms; `weights` need hold the new article's terms only.

    A cheap upper bound of `match_score`: what it rules out never matches. `whole`: the weight of the new one's terms.
    """
    common = new.terms.intersection(terms)
    if len(common) < FEWEST_TERMS:
        return False
    if _is_copy(len(common), len(new.terms), len(terms)) or new.title == frozenset(title):
        return True
    shared = weight_of(common, weights)
    factor: float = shared**1.5
    if (1 + TITLE_SHARE) * factor < SAME_EVENT:  # not even if the new article said nothing else
        return False
    return (sqrt(shared / (whole or 1.0)) + TITLE_SHARE) * factor >= SAME_EVENT


def match_score(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> float:
    """How alike the two are; 0 unless they tell the same story. `apart`: how much later the new one was published."""
    if _is_next_in_series(new.title, old.title) or is_conflict(new, old):
        return 0.0
    if new.publisher == old.publisher:
        return 2 * SAME_STORY if is_repeated(new, old, apart=abs(apart)) else 0.0
    alike = likeness(new, old, weights) if new.language == old.language else 0.0
    least = SAME_STORY
    if _has_other_figures(new, old):
        least *= OTHER_FIGURES
    elif is_copy(new, old) and (_holds_title_of(new, old) or _holds_title_of(old, new)):
        return max(alike, 2 * SAME_STORY)
    elif SAME_EVENT <= alike < SAME_STORY and abs(apart) <= SAME_DAY and _hold_titles(new, old, weights):
        least = SAME_EVENT
    return alike if alike >= least and not follows_on(new, old, weights, apart=apart) else 0.0


def follows_on(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> bool:
    """Whether one of the two is the sequel of the other; `apart`: how much later the new one was published."""
    return is_sequel(new, old, weights, apart=apart) and likeness(new, old, weights) < NO_SEQUEL


def is_next_step(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> bool:
    """Whether one of the two tells a later step of what the other tells."""
    if is_later_step(new, old, weights, apart=apart):
        most = NO_LATER_STEP
    elif says_more(new, old, weights, apart=apart):
        most = NO_SEQUEL
    else:
        return False
    return likeness(new, old, weights) < most


def likeness(one: StorySketch, other: StorySketch, weights: Weights) -> float:
    """How surely two sketches tell the same: their cosine, what of a title the other holds, and how much they share.

    What they share weighs more than its part of the whole: many rare names in common are no chance, however long the
    texts. The power of 1.5 did best of those tried on the pairs of `benchmarks.stories`, both halves.
    """
    common = one.terms & other.terms
    if len(common) < FEWEST_TERMS:
        return 0.0
    shared = weight_of(common, weights)
    whole = sqrt(weight_of(one.terms, weights) * weight_of(other.terms, weights))
    if not whole:
        return 0.0
    held = max(covered(one.title, other.terms, weights), covered(other.title, one.terms, weights))
    part = shared / whole + TITLE_SHARE * held
    return part * float(shared**1.5) if part >= LEAST_ALIKE else 0.0


def is_repeated(new: StorySketch, old: StorySketch, *, apart: timedelta) -> bool:
    """Whether a publisher repeats its own article: under the same title, or a copy under one that is much the same.

    A copy under another title is the next use of a form: "The bridge opens", "The tunnel closes".
    """
    alike = len(new.title & old.title) >= SAME_TITLE * min(len(new.title), len(old.title))
    if _is_next_in_series(new.title, old.title) or _differs_in_one_slot(new.title, old.title):
        return False
    return (alike and is_copy(new, old)) or _is_retaken(new, old, apart=apart)


def is_copy(one: StorySketch, other: StorySketch) -> bool:
    """Whether the texts agree in their wording, or one is an excerpt of the other."""
    return _is_copy(len(one.terms & other.terms), len(one.terms), len(other.terms))


def _is_copy(common: int, one: int, other: int) -> bool:
    """Whether two texts with so many terms have so many of them in common."""
    smaller, both = min(one, other), one + other - common
    if common == both:
        return common >= FEWEST_TERMS
    return (common >= SAME_WORDING * both and both >= SAME_WORDING_TERMS) or (
        common >= SAME_EXCERPT * smaller and smaller >= SAME_EXCERPT_TERMS
    )


def new_share(terms: frozenset[int], known: frozenset[int], weights: Weights) -> float:
    """The share of the terms, by weight, that is not among the known ones."""
    whole = weight_of(terms, weights)
    return weight_of(terms - known, weights) / whole if whole else 0.0


def _is_next_in_series(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the titles differ in numbers and days alone: "Briefing, 3 March" and "Briefing, 4 March"."""
    differing = one ^ other
    return bool(differing) and all(is_slot(term) for term in differing)


def _has_other_figures(one: StorySketch, other: StorySketch) -> bool:
    """Whether two texts in one language say much in figures, and little in the same ones.

    So do those that tell of different things: the day's infections in two cities, the results of two companies.
    """
    if one.language != other.language or not counts_in_words(one.language):
        return False
    figures, others = ({term for term in terms if is_slot(term)} for terms in (one.terms, other.terms))
    fewer = min(len(figures), len(others))
    return fewer >= FEWEST_FIGURES and len(figures & others) < SAME_FIGURES * fewer


def _differs_in_one_slot(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether a word, and maybe numbers, took the place of another: "Horoscope: Aries" and "Horoscope: Taurus"."""
    words = [sum(not is_slot(term) for term in side) for side in (one - other, other - one)]
    return one != other and bool(one & other) and max(words) <= 1


def _holds_title_of(one: StorySketch, other: StorySketch) -> bool:
    """Whether a text holds the other's title: else what they share is a form, or a line that stands everywhere."""
    return len(one.title & other.terms) >= KNOWN_TITLE * len(one.title)


def _hold_titles(one: StorySketch, other: StorySketch, weights: Weights) -> bool:
    """Whether each text holds a good part of the other's title."""
    held = covered(one.title, other.terms, weights), covered(other.title, one.terms, weights)
    return min(held) >= TITLES_HELD


def _is_retaken(new: StorySketch, old: StorySketch, *, apart: timedelta) -> bool:
    """Whether a publisher takes up a title again, soon and for a text that goes on."""
    if new.title != old.title or len(new.title) < RETAKEN_TITLE_TERMS or apart > RETAKEN_WITHIN:
        return False
    lead, known = new.terms - new.title, old.terms - old.title
    return len(lead & known) >= RETAKEN_LIKENESS * sqrt(len(lead) * len(known))
