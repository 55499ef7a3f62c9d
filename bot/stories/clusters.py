"""Decides which story (cluster) a new article belongs to, and whether it is a development of it (pure).

The store finds earlier articles that share a MinHash band or a rare term with the new one, or its page; everything
else is decided here, one article after the other, with `bot.stories.similarity` as the measure.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice

from bot.models.articles import StorySketch
from bot.models.stories import JoinRule
from bot.stories.conflicts import is_conflict
from bot.stories.copies import is_copy, is_repeated
from bot.stories.similarity import likeness, match_score, new_share
from bot.stories.weights import TermWeights, Weights

WINDOW = timedelta(days=3)  # articles further apart are never joined
# A publisher comes back to a story that it is a part of: a development, if it is later and mostly in new words.
RETURN_AFTER = timedelta(hours=6)
NEW_SHARE = 0.5
SAME_PAGE_WITHIN = timedelta(hours=6)  # two sources bring one page under one title: one article
STORED_TERMS = 20  # the rarest of an article, by which later ones find it
SEARCHED_TERMS = 24  # the rarest that other articles hold too
TITLE_BONUS = 0.15  # on a term's weight: what two articles share is in their titles first
SHOWN_TERMS = 8  # kept of what an article shares with the one that it joins
TRIED_MATCHES = 3  # where the most alike story cannot take the article, the next ones are tried


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """An earlier article: its sketch, when it was published, and its cluster (the id of that one's first article)."""

    article_id: int
    cluster: int
    published_at: datetime
    sketch: StorySketch
    development: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePage:
    """What a source has brought from the page of a new article, under the same title and at about the same time."""

    article_id: int  # of its first article from there
    source_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexKeys:
    """The hashes an article is found by: `stored` for later articles, `searched` among those of earlier ones."""

    stored: tuple[int, ...]
    searched: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an article joins another: the rule, how alike they are, and the terms that say most of what they share."""

    rule: JoinRule
    likeness: float = 0.0
    shared: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a new article belongs: in the story of the article `joins`, or in one that it begins (None).

    `cluster`: the one that it becomes a member of; None: it begins one, of which others may become members.
    """

    joins: int | None = None
    cluster: int | None = None
    development: bool = False
    reason: Reason | None = None  # of joining


BEGINS_STORY = Placement()


def story_id(source_id: int, key: str) -> str:
    """The name of the story that an article begins: sixteen hexadecimal digits, the same for the same article."""
    return hashlib.blake2b(f"{source_id}\n{key}".encode("utf-8", "replace"), digest_size=8).hexdigest()


def index_keys(sketch: StorySketch, weights: TermWeights) -> IndexKeys:
    """The keys of an article: its bands and its rarest terms, of which only those that others hold are searched."""
    weighed = dict(zip(sketch.terms, map(weights.__getitem__, sketch.terms), strict=True))
    rare = _rarest(_ranks(weighed, sketch.title))
    held_once = weights.held_once
    shared = islice((term for term in rare if weighed[term] < held_once), SEARCHED_TERMS)
    return IndexKeys(stored=(*sketch.bands, *rare[:STORED_TERMS]), searched=(*sketch.bands, *shared))


def assign(
    new: StorySketch,
    published_at: datetime,
    candidates: Iterable[Member],
    weights: Weights,
    *,
    members: Callable[[int], Sequence[Member]],
) -> Placement:
    """The story of the most alike candidate that takes the new article; one of its own if there is none.

    `candidates` need be those alone that `similarity.may_match` lets through. `members` gives all articles of a cluster
    so far; it is asked for a few clusters at most.
    """
    for match in matches(new, published_at, candidates, weights)[:TRIED_MATCHES]:
        if found := join(new, published_at, match, members(match.cluster), weights):
            apart = published_at - match.published_at
            return replace(found, reason=reason_of(new, match.sketch, weights, apart=apart))
    return BEGINS_STORY


def assign_by_page(source_id: int, same_page: Iterable[SamePage]) -> Placement:
    """The story of the same page as another source has just brought it, for articles that `assign` leaves alone.

    The feeds of a site's sections share articles, and a title of two words is too short for `assign`. A source that has
    brought the page before, and brings it again, has another entry for it.
    """
    found = sorted(same_page, key=lambda one: one.article_id)
    if not found or any(one.source_id == source_id for one in found):
        return BEGINS_STORY
    return Placement(joins=found[0].article_id, reason=Reason(rule=JoinRule.PAGE))


def reason_of(new: StorySketch, old: StorySketch, weights: Weights, *, apart: timedelta) -> Reason:
    """Why the two, which match, tell the same."""
    if new.publisher == old.publisher:
        rule = JoinRule.REPEATED
    else:
        rule = JoinRule.COPY if is_copy(new, old) else JoinRule.ALIKE
    rank = _ranks({term: weights[term] for term in new.terms & old.terms}, new.title)
    alike = likeness(new, old, weights, apart=apart)
    return Reason(rule=rule, likeness=alike, shared=tuple(_rarest(rank)[:SHOWN_TERMS]))


def matches(new: StorySketch, published_at: datetime, candidates: Iterable[Member], weights: Weights) -> list[Member]:
    """The candidates that tell the same as the new article, the most alike first, of these the same words first.

    So what comes again of an article that was taken out of its story joins that one, and not the story.
    """
    found = []
    for candidate in candidates:
        apart = published_at - candidate.published_at
        if abs(apart) <= WINDOW and (score := match_score(new, candidate.sketch, weights, apart=apart)):
            found.append((score, new.terms == candidate.sketch.terms, -candidate.article_id, candidate))
    return [candidate for *_, candidate in sorted(found, key=lambda entry: entry[:3], reverse=True)]


def join(
    new: StorySketch, published_at: datetime, match: Member, members: Sequence[Member], weights: Weights
) -> Placement | None:
    """How the new article joins the cluster of `match`, or None; `members` are all articles of that cluster so far.

    A publisher is in a cluster once, unless it repeats itself or comes back later. Then its article is a development if
    its words are mostly new, and no other publisher has just brought one. Its other articles begin their own stories.
    So does the next step of what `match` tells, by a publisher that was not there: of a development it would be none.
    """
    if 2 * sum(is_conflict(new, member.sketch) for member in members) >= len(members):
        return None  # one member that is like both may not bring different things together
    joined = Placement(joins=match.article_id, cluster=match.cluster)
    own = [member for member in members if member.sketch.publisher == new.publisher]
    if not own:
        apart = published_at - match.published_at
        return joined if likeness(new, match.sketch, weights, apart=apart) > 0 else None
    if match in own:
        return joined
    if any(is_repeated(new, member.sketch, apart=abs(published_at - member.published_at)) for member in own):
        return joined
    if published_at - max(member.published_at for member in own) < RETURN_AFTER:
        return None
    lately = published_at - RETURN_AFTER
    known = frozenset().union(*(member.sketch.terms for member in members if member.published_at <= lately))
    is_echo = any(member.development and member.published_at > lately for member in members)
    development = not is_echo and new_share(new.terms, known, weights) >= NEW_SHARE
    return Placement(joins=match.article_id, cluster=match.cluster, development=development)


def _ranks(weighed: Weights, title: frozenset[int]) -> dict[int, float]:
    """The weights of terms, those of the title with their bonus."""
    return {**weighed, **{term: weighed[term] + TITLE_BONUS for term in title.intersection(weighed)}}


def _rarest(rank: Mapping[int, float]) -> list[int]:
    return sorted(sorted(rank), key=rank.__getitem__, reverse=True)
