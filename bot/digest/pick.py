"""Picks the stories of a digest: each once, ranked, with a fair share for each source. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from math import ceil
from types import MappingProxyType

from bot.digest.languages import NOTHING_ASIDE, Aside
from bot.filters.tastes import NOT_MOVED, Moved
from bot.models.articles import Article, CategoryPath
from bot.models.composed import ToldStory
from bot.models.digests import MAX_HEADLINES
from bot.web.sites import address_key

MAX_ALSO = 4  # other sources of a story that are named

# A story: the article shown, and one article of each other source that has it.
Story = tuple[Article, tuple[Article, ...]]

NONE_SENT: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True)
class Picked:
    """The stories of a digest in order, the articles beyond the cap, and which stories the chat knows already."""

    items: tuple[Story, ...]
    more: tuple[Article, ...] = ()
    continued: frozenset[str] = frozenset()  # story ids
    lead_moved: float = 0  # by how many sources the chat's tastes move the first story

    @cached_property
    def told(self) -> tuple[ToldStory, ...]:
        """The stories that a reader sees, headlines included."""
        shown = (*(article for article, _ in self.items), *self.more[:MAX_HEADLINES])
        return tuple(ToldStory(story_id=article.story_id, article_id=article.id) for article in shown)

    def after_first(self) -> Picked:
        """The same without the first story."""
        return replace(self, items=self.items[1:])


Picks = tuple[tuple[CategoryPath, Picked], ...]  # by category, in reading order


def pick(
    articles: Iterable[Article],
    *,
    max_stories: int,
    sent: Mapping[str, int] = NONE_SENT,
    aside: Aside = NOTHING_ASIDE,
    moved: Moved = NOT_MOVED,
) -> Picked:
    """Up to `max_stories` stories: those of the most sources first, then the newest.

    Stories in languages that are put aside come below all others, where they are not left out.

    `sent` has the stories that the chat got before, each with the last article id it was told up to. They are left out
    unless a development came in since, which is then shown once.

    `moved` has the stories that count as told by more or fewer sources than they are.

    Where there are more stories than `max_stories`, each source gets an equal share first; what is left goes by rank.
    """
    chosen, rest = _chosen(rank(articles, sent=sent, aside=aside, moved=moved), max_stories, aside=aside)
    return Picked(
        items=tuple(chosen),
        more=tuple(article for article, _ in rest),
        continued=frozenset(article.story_id for article, _ in (*chosen, *rest) if article.story_id in sent),
        lead_moved=moved.get(chosen[0][0].story_id, 0) if chosen else 0,
    )


def pages(stories: Sequence[Story], *, page_size: int, aside: Aside = NOTHING_ASIDE) -> Iterator[tuple[Story, ...]]:
    """Ranked stories by pages, each made as it is asked for; each has a fair share for each source that is left."""
    while stories:
        chosen, stories = _chosen(stories, page_size, aside=aside)
        yield tuple(chosen)


def rank(
    articles: Iterable[Article],
    *,
    sent: Mapping[str, int] = NONE_SENT,
    aside: Aside = NOTHING_ASIDE,
    moved: Moved = NOT_MOVED,
) -> tuple[Story, ...]:
    """Each story once, those of the most sources first, then the newest; `sent` ones only with what is new.

    Before that, stories in languages that are read stand above those in others, which may be left out.
    """
    told: dict[str, list[Article]] = defaultdict(list)
    for article in {article.id: article for article in articles}.values():
        if article.id > sent.get(article.story_id, 0) or article.story_id not in sent:
            told[article.story_id].append(article)
    stories = [
        _story(versions, leads, aside)
        for story_id, versions in told.items()
        if (leads := [version for version in versions if version.development] if story_id in sent else versions)
    ]
    if aside.left_out:
        stories = [story for story in stories if not aside.holds(story[0])]

    def key(story: Story) -> tuple[bool, tuple[float, datetime, int]]:
        return not aside.holds(story[0]), story_rank(story, moved=moved.get(story[0].story_id, 0))

    return tuple(sorted(stories, key=key, reverse=True))


def _story(versions: Sequence[Article], leads: Sequence[Article], aside: Aside) -> Story:
    """The lead with the most to show, in a language that is read, stands for the story.

    Of the other versions one of each publisher is named.

    One address is one version: the feeds of a site's sections have the same article.
    """
    if len(versions) == 1:
        return versions[0], ()
    best = max(leads, key=lambda article: (not aside.holds(article), _richness(article)))
    others = [article for article in sorted(versions, key=_richness) if _address(article) != _address(best)]
    by_source = {_publisher(article): article for article in others if _publisher(article) != _publisher(best)}
    by_address = {_address(article): article for article in by_source.values()}
    also = sorted(by_address.values(), key=lambda article: (article.published_at, article.id))
    return best, tuple(also[:MAX_ALSO])


def count_publishers(articles: Iterable[Article]) -> int:
    """How many published these articles."""
    return len(set(map(_publisher, articles)))


def _publisher(article: Article) -> tuple[int, str]:
    """Who published an article: its source; in a folder of posts, which has many publishers, its author."""
    return article.source_id, article.source_name


def _address(article: Article) -> str | int:
    """The key of an article's address, whatever its variant; its id where it has no address."""
    return address_key(article.url) if article.url else article.id


def _richness(article: Article) -> tuple[bool, bool, datetime, int]:
    return bool(article.text.strip()), article.thumbnail_url is not None, article.published_at, article.id


def story_rank(story: Story, *, moved: float = 0) -> tuple[float, datetime, int]:
    """What stories are ordered by, the highest first: how many sources tell one, then how new it is.

    One that is `moved` counts as told by so many sources more.
    """
    article, also = story
    return len(also) + moved, max(version.published_at for version in (article, *also)), article.id


def _chosen(stories: Sequence[Story], count: int, *, aside: Aside) -> tuple[list[Story], list[Story]]:
    """The `count` stories that are shown, and the others, both in rank order. What is read is shared out first."""
    read = [story for story in stories if not aside.holds(story[0])]
    others = stories[len(read) :]
    shown, rest = _share_out(read, count)
    if not others:
        return shown, rest
    beside, beyond = _share_out(others, count - len(shown))
    return [*shown, *beside], [*rest, *beyond]


def _share_out(stories: Sequence[Story], count: int) -> tuple[list[Story], list[Story]]:
    """The `count` stories that are shown, and the others, both in rank order."""
    if len(stories) <= count:
        return list(stories), []
    share = ceil(count / len({article.source_id for article, _ in stories}))
    taken: Counter[int] = Counter()
    within: list[int] = []
    beyond: list[int] = []
    for index, (article, _) in enumerate(stories):
        taken[article.source_id] += 1
        (within if taken[article.source_id] <= share else beyond).append(index)
    chosen = set((within + beyond)[:count])
    return (
        [story for index, story in enumerate(stories) if index in chosen],
        [story for index, story in enumerate(stories) if index not in chosen],
    )
