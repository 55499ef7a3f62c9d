"""What a press on a story weighs, and how much the tastes of a chat move stories in its order (pure).

Stories are ordered by how many sources tell them, and tastes count as sources: one press moves the story that it was
made on by about one, and others by a third for each that they share of its category, its source and its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

from bot.filters.folding import fold
from bot.filters.matching import Finder
from bot.models.articles import Article, CategoryPath
from bot.models.filters import Lesson, Taste, TasteKind

KINDS = len(TasteKind)  # each gives this part of what a story is moved by

Tastes = frozenset[Taste]
NO_TASTES: Tastes = frozenset()
# By how many sources stories are moved, by their ids; a story that is not moved is missing.
Moved = Mapping[str, float]
NOT_MOVED: Moved = {}


def lessons(article: Article, category: CategoryPath | None, words: Iterable[str]) -> tuple[Lesson, ...]:
    """What a press weighs that was made on a story of this article; `words` are telling ones of its title."""
    named = [(TasteKind.CATEGORY, "/".join(category))] if category else []
    named += [(TasteKind.SOURCE, article.source_name), *((TasteKind.WORD, word) for word in words)]
    return tuple(Lesson(kind=kind, value=value, key=_folded(value)) for kind, value in named)


class Palate:
    """Applies the tastes of one chat."""

    def __init__(self, tastes: Iterable[Taste]) -> None:
        self._tastes = {(taste.lesson.kind, taste.lesson.key): taste for taste in tastes}
        self._words = Finder(key for kind, key in self._tastes if kind is TasteKind.WORD)

    def moved(self, articles: Iterable[Article]) -> Moved:
        """By how many sources each story of these articles is moved."""
        if not self._tastes:
            return NOT_MOVED
        stories: dict[str, list[Article]] = defaultdict(list)
        for article in articles:
            stories[article.story_id].append(article)
        found = {story_id: move(self.touched(versions)) for story_id, versions in stories.items()}
        return {story_id: sources for story_id, sources in found.items() if sources}

    def touched(self, versions: Sequence[Article]) -> list[Taste]:
        """The tastes that move a story with these articles."""
        keys = {(TasteKind.WORD, word) for article in versions for word in self._in_title(article)}
        keys |= {(TasteKind.CATEGORY, key) for article in versions for key in _category_keys(article.categories)}
        found = [self._tastes[key] for key in keys if key in self._tastes] + self._of_sources(versions)
        return sorted(found, key=lambda taste: (list(TasteKind).index(taste.lesson.kind), taste.id))

    def _in_title(self, article: Article) -> Collection[str]:
        return self._words.found(_folded(article.title)) if self._words.terms else ()

    def _of_sources(self, versions: Sequence[Article]) -> list[Taste]:
        """A source that is liked less moves only what no other tells."""
        keys = {_folded(article.source_name) for article in versions}
        found = [taste for key in keys if (taste := self._tastes.get((TasteKind.SOURCE, key)))]
        liked = [taste for taste in found if taste.weight > 0]
        return liked if liked or len(found) < len(keys) else found


def move(tastes: Iterable[Taste]) -> float:
    """By how many sources these tastes move a story: of each kind the strongest counts, either way."""
    weights: dict[TasteKind, list[int]] = defaultdict(lambda: [0])
    for taste in tastes:
        weights[taste.lesson.kind].append(taste.weight)
    return sum(max(found) + min(found) for found in weights.values()) / KINDS


def _category_keys(categories: Iterable[CategoryPath]) -> set[str]:
    return {_folded("/".join(path[:length])) for path in categories for length in range(1, len(path) + 1)}


_folded = lru_cache(maxsize=8192)(fold)  # titles are read for every chat that has tastes
