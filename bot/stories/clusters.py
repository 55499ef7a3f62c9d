"""Says which articles tell the same story, and when a story goes on; knows nothing of what the store holds (pure).

An article is boiled down to a sketch: terms of its title and lead, and MinHash bands of their character n-grams. The
store finds earlier sketches that share a band or a rare term; what is decided about them is decided here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import log, sqrt

from bot.models.articles import StorySketch
from bot.stories.sketches import counts_in_words, is_slot

WINDOW = timedelta(days=3)  # articles further apart are never joined
SAME_STORY = 6.5  # likeness from which two sources tell the same; `benchmarks.stories` says what it reaches
UNKNOWN_ARTICLES = 21  # what a store is short of to tell a rare word from a usual one
TITLE_SHARE = 0.3  # what it counts that one text knows the other's title, beside a cosine of 1
# Texts that agree word by word say the same whatever the words are worth.
SAME_WORDING = 0.6  # of all terms of both, ...
SAME_WORDING_TERMS = 12  # ... if they are that many
SAME_EXCERPT = 0.85  # of the terms of the shorter, ...
SAME_EXCERPT_TERMS = 15  # ... if they are that many
KNOWN_TITLE = 1 / 3  # of one's title, that the other's text holds
SAME_TITLE = 0.6  # of the shorter of two titles of one source
# Two reports of one event repeat each other's figures and days; two bulletins, of two places or days, do not.
FEWEST_FIGURES = 4  # of each text, ...
SAME_FIGURES = 0.4  # ... of the fewer of which the other holds this share, if they tell the same; else ...
OTHER_FIGURES = 2  # ... they must be so many times as alike in all the rest
FEWEST_TERMS = 5  # below this a text says too little ("Live", "Morning briefing") to be like another
# A source takes up its own title again: a running story, if it is soon and the title says enough.
RETAKEN_WITHIN = timedelta(hours=18)
RETAKEN_TITLE_TERMS = 6
RETAKEN_LIKENESS = 0.15  # of the leads (cosine)
# A source comes back to a story it has told: a development, if it is later and mostly in new words.
RETURN_AFTER = timedelta(hours=6)
NEW_SHARE = 0.5

Worth = Mapping[int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An article that was told before: its sketch, when, and which story it belongs to (its first article's id)."""

    article_id: int
    story: int
    told_at: datetime
    sketch: StorySketch
    development: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The story that an article belongs to, by the earlier article that says so, and whether it tells news of it."""

    by: Told
    development: bool = False


def story_id(source_id: int, key: str) -> str:
    """The name of the story that an article begins: sixteen hexadecimal digits, the same for the same article."""
    return hashlib.blake2b(f"{source_id}\n{key}".encode("utf-8", "replace"), digest_size=8).hexdigest()


def term_worth(articles: int, among: int) -> float:
    """What a term says that stands in `articles` of `among`: 0 to 1, the square of its inverse document frequency.

    Sparck Jones (1972), on the scale of a term that two articles alone hold, so that it means the same in small and
    large stores. While few articles are known every word looks rare: terms are worth less then.
    """
    idf = log((among + 1) / (articles + 0.5))
    return min(max(idf, 0.0) / log((among + UNKNOWN_ARTICLES) / 2.5), 1.0) ** 2


def may_match(new: StorySketch, old: StorySketch, worth: Worth) -> bool:
    """Whether the two are worth a closer look; `worth` need hold the new article's terms only."""
    common = new.terms & old.terms
    if len(common) < FEWEST_TERMS:
        return False
    if new.title == old.title or _is_copy(new, old):
        return True
    shared = _sum(common, worth)
    weight: float = shared**1.5
    if (1 + TITLE_SHARE) * weight < SAME_STORY:  # not even if the new article said nothing else
        return False
    return (sqrt(shared / (_sum(new.terms, worth) or 1.0)) + TITLE_SHARE) * weight >= SAME_STORY


def matches(new: StorySketch, told_at: datetime, candidates: Iterable[Told], worth: Worth) -> list[Told]:
    """The candidates that tell the same as the new article, the most alike first."""
    found = [
        (likeness, -told.article_id, told)
        for told in candidates
        if abs(told.told_at - told_at) <= WINDOW and (likeness := _match(new, told_at, told, worth))
    ]
    return [told for *_, told in sorted(found, key=lambda entry: entry[:2], reverse=True)]


def join(new: StorySketch, told_at: datetime, by: Told, members: Sequence[Told], worth: Worth) -> Joined | None:
    """What the new article is to the story that `by` matches; `members` are all its articles so far.

    A source stands in a story once, unless it repeats itself or comes back later. Then it tells a development if its
    words are mostly new, and no other source has just told one. What else it tells meanwhile is a story of its own.
    """
    own = [told for told in members if told.sketch.teller == new.teller]
    if not own or by in own or any(_is_repeated(new, told_at, told) for told in own):
        return Joined(by=by)
    if told_at - max(told.told_at for told in own) < RETURN_AFTER:
        return None
    lately = told_at - RETURN_AFTER
    known = frozenset().union(*(told.sketch.terms for told in members if told.told_at <= lately))
    is_told = any(told.development and told.told_at > lately for told in members)
    return Joined(by=by, development=not is_told and _new_share(new.terms, known, worth) >= NEW_SHARE)


def likeness(one: StorySketch, other: StorySketch, worth: Worth) -> float:
    """How surely two sketches tell the same: their cosine, what of a title the other knows, and how much they share.

    What they share weighs more than its part of the whole: many rare names in common are no chance, however long the
    texts. The power of 1.5 did best of those tried on the pairs of `benchmarks.stories`, both halves.
    """
    common = one.terms & other.terms
    if len(common) < FEWEST_TERMS:
        return 0.0
    shared = _sum(common, worth)
    whole = sqrt(_sum(one.terms, worth) * _sum(other.terms, worth))
    if not whole:
        return 0.0
    covered = max(_covered(one.title, other.terms, worth), _covered(other.title, one.terms, worth))
    return (shared / whole + TITLE_SHARE * covered) * float(shared**1.5)


def _match(new: StorySketch, told_at: datetime, told: Told, worth: Worth) -> float:
    """How much the two are alike, 0 unless they tell the same."""
    old = told.sketch
    if _is_next_in_series(new.title, old.title):
        return 0.0
    if new.teller == old.teller:
        return 2 * SAME_STORY if _is_repeated(new, told_at, told) else 0.0
    alike = likeness(new, old, worth) if new.language == old.language else 0.0
    if _has_other_figures(new, old):
        return alike if alike >= OTHER_FIGURES * SAME_STORY else 0.0
    if _is_copy(new, old) and (_speaks_of(new, old) or _speaks_of(old, new)):
        return max(alike, 2 * SAME_STORY)
    return alike if alike >= SAME_STORY else 0.0


def _is_next_in_series(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether the titles differ in numbers and days alone: "Briefing, 3 March" and "Briefing, 4 March"."""
    differing = one ^ other
    return bool(differing) and all(is_slot(term) for term in differing)


def _has_other_figures(one: StorySketch, other: StorySketch) -> bool:
    """Whether two texts in one language say much in figures, and little in the same ones, as those do that tell of
    different things: the day's infections in two cities, the results of two companies.
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


def _is_copy(one: StorySketch, other: StorySketch) -> bool:
    """Whether the texts agree in their wording, or one is an excerpt of the other."""
    common, smaller = len(one.terms & other.terms), min(len(one.terms), len(other.terms))
    both = len(one.terms) + len(other.terms) - common
    if common == both:
        return common >= FEWEST_TERMS
    return (common >= SAME_WORDING * both and both >= SAME_WORDING_TERMS) or (
        common >= SAME_EXCERPT * smaller and smaller >= SAME_EXCERPT_TERMS
    )


def _is_repeated(new: StorySketch, told_at: datetime, told: Told) -> bool:
    """Whether a source tells its own article again: under the same title, or a copy under one that is much the same.

    A copy under another title is the next use of a form: "The bridge opens", "The tunnel closes".
    """
    old = told.sketch
    alike = len(new.title & old.title) >= SAME_TITLE * min(len(new.title), len(old.title))
    if _is_next_in_series(new.title, old.title) or _differs_in_one_slot(new.title, old.title):
        return False
    return (alike and _is_copy(new, old)) or _is_retaken(new, told_at, told)


def _speaks_of(one: StorySketch, other: StorySketch) -> bool:
    """Whether a text knows the other's title: else what they share is a form, or a line that stands everywhere."""
    return len(one.title & other.terms) >= KNOWN_TITLE * len(one.title)


def _is_retaken(new: StorySketch, told_at: datetime, told: Told) -> bool:
    """Whether a source takes up a title again, soon and for a text that goes on."""
    old = told.sketch
    if new.title != old.title or len(new.title) < RETAKEN_TITLE_TERMS or abs(told_at - told.told_at) > RETAKEN_WITHIN:
        return False
    lead, known = new.terms - new.title, old.terms - old.title
    return len(lead & known) >= RETAKEN_LIKENESS * sqrt(len(lead) * len(known))


def _covered(title: frozenset[int], terms: frozenset[int], worth: Worth) -> float:
    whole = _sum(title, worth)
    return _sum(title & terms, worth) / whole if whole else 0.0


def _new_share(terms: frozenset[int], known: frozenset[int], worth: Worth) -> float:
    whole = _sum(terms, worth)
    return _sum(terms - known, worth) / whole if whole else 0.0


def _sum(terms: Iterable[int], worth: Worth) -> float:
    return sum(map(worth.__getitem__, terms))
