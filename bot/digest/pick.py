"""Which stories a digest tells: each once, none twice, no source drowning the others (pure)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from types import MappingProxyType

from bot.models.articles import Article
from bot.web.sites import address_key

# How many other sources of a story are named.
MAX_ALSO = 4

# A story: the article shown, and one article of each other source that tells it.
Story = tuple[Article, tuple[Article, ...]]


NONE_SENT: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """The stories to tell, in order, the articles beyond the cap, and which of all were told before."""

    items: tuple[Story, ...]
    more: tuple[Article, ...] = ()
    continued: frozenset[str] = frozenset()  # story ids


def pick(articles: Iterable[Article], *, max_stories: int, sent: Mapping[str, int] = NONE_SENT) -> Picked:
    """Up to `max_stories` stories: the most told first, then the newest.

    `sent` names stories that were told before, with the article id they were told up to. They are left out, unless
    a development came in since: then that is told, once.

    Where there are more stories than places, each source gets an equal share of the places first,
    and the places that are left go by rank.
    """
    chosen, rest = _share_out(rank(articles, sent=sent), max_stories)
    return Picked(
        items=tuple(chosen),
        more=tuple(article for article, _ in rest),
        continued=frozenset(article.story_id for article, _ in (*chosen, *rest) if article.story_id in sent),
    )


def pages(articles: Iterable[Article], *, page_size: int) -> tuple[tuple[Story, ...], ...]:
    """All stories, page by page, each page shared out fairly between the sources that are left."""
    rest: Sequence[Story] = rank(articles)
    found: list[tuple[Story, ...]] = []
    while rest:
        chosen, rest = _share_out(rest, page_size)
        found.append(tuple(chosen))
    return tuple(found)


def rank(articles: Iterable[Article], *, sent: Mapping[str, int] = NONE_SENT) -> tuple[Story, ...]:
    """Each story once, the one told by most sources first, then the newest; of `sent` ones what is new."""
    told: dict[str, list[Article]] = defaultdict(list)
    for article in {article.id: article for article in articles}.values():
        if article.id > sent.get(article.story_id, 0) or article.story_id not in sent:
            told[article.story_id].append(article)
    stories = [
        _story(versions, leads)
        for story_id, versions in told.items()
        if (leads := [version for version in versions if version.development] if story_id in sent else versions)
    ]
    return tuple(sorted(stories, key=_rank, reverse=True))


def _story(versions: Sequence[Article], leads: Sequence[Article]) -> Story:
    """Of the leads the one with most to show stands for the story; the other versions are named, one a publisher.

    One address is one version: the feeds of a site's sections bring the same article.
    """
    best = max(leads, key=_worth)
    others = [article for article in sorted(versions, key=_worth) if _place(article) != _place(best)]
    by_source = {_publisher(article): article for article in others if _publisher(article) != _publisher(best)}
    by_place = {_place(article): article for article in by_source.values()}
    also = sorted(by_place.values(), key=lambda article: (article.published_at, article.id))
    return best, tuple(also[:MAX_ALSO])


def _publisher(article: Article) -> tuple[int, str]:
    """A folder gathers posts of many sources: there each author tells for himself."""
    return article.source_id, article.source_name


def _place(article: Article) -> str | int:
    """Where an article is read: its address, whatever its variant; its id where it has none."""
    return address_key(article.url) if article.url else article.id


def _worth(article: Article) -> tuple[bool, bool, datetime, int]:
    return bool(article.text.strip()), article.thumbnail_url is not None, article.published_at, article.id


def _rank(story: Story) -> tuple[int, datetime, int]:
    article, also = story
    return len(also), max(version.published_at for version in (article, *also)), article.id


def _share_out(stories: Sequence[Story], places: int) -> tuple[list[Story], list[Story]]:
    """The stories that get a place, and the others, both in rank order."""
    if len(stories) <= places:
        return list(stories), []
    share = ceil(places / len({article.source_id for article, _ in stories}))
    taken: Counter[int] = Counter()
    within: list[int] = []
    beyond: list[int] = []
    for index, (article, _) in enumerate(stories):
        taken[article.source_id] += 1
        (within if taken[article.source_id] <= share else beyond).append(index)
    chosen = set((within + beyond)[:places])
    return (
        [story for index, story in enumerate(stories) if index in chosen],
        [story for index, story in enumerate(stories) if index not in chosen],
    )
