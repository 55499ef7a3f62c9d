"""Which stories a chat's rules leave: all words of all rules are found in one pass over a text (Aho-Corasick).

Rules on sources and languages drop single articles: a story stays if others tell it. Rules on words drop, or keep, a
story with all its articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.filters.folding import fold, is_whole
from bot.models.articles import Article
from bot.models.filters import Rule, RuleKind

Found = frozenset[str]  # folded terms
NOTHING: Found = frozenset()


class Finder:
    """Finds folded words and phrases in folded texts, in time that grows with the text, not with how many there are."""

    def __init__(self, terms: Iterable[str]) -> None:
        from ahocorasick_rs import AhoCorasick  # commands that only read the store need none

        self.terms = frozenset(terms)
        self._listed = sorted(self.terms)
        self._automaton = AhoCorasick(self._listed)

    def found(self, folded: str) -> Found:
        """Those of the terms that stand in the text, whole."""
        found: set[str] = set()
        for number, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            term = self._listed[number]
            if term not in found and is_whole(folded, start, end):
                found.add(term)
        return frozenset(found)

    def places(self, folded: str) -> list[tuple[int, int]]:
        """Where they begin and end in the text, whole, in order; what overlaps is one place."""
        places: list[tuple[int, int]] = []
        matches = self._automaton.find_matches_as_indexes(folded, overlapping=True)
        for start, end in sorted((start, end) for _, start, end in matches if is_whole(folded, start, end)):
            if places and start < places[-1][1]:
                places[-1] = (places[-1][0], max(end, places[-1][1]))
            else:
                places.append((start, end))
        return places


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruleset:
    """The rules of a chat, folded. Chats with equal ones share their digests."""

    hidden_words: Found = NOTHING
    shown_words: Found = NOTHING
    hidden_sources: Found = NOTHING  # words of names
    shown_sources: Found = NOTHING
    hidden_languages: frozenset[str] = frozenset()  # tags
    shown_languages: frozenset[str] = frozenset()
    muted: frozenset[str] = frozenset()  # whole names

    @property
    def words(self) -> Found:
        """What is looked for in texts."""
        return self.hidden_words | self.shown_words

    @property
    def names(self) -> Found:
        """What is looked for in the names of sources."""
        return self.hidden_sources | self.shown_sources


@lru_cache(maxsize=4096)  # the rules of a chat are asked for at each of its digests
def ruleset(rules: frozenset[Rule]) -> Ruleset:
    """The rules of a chat, ready to be used."""

    def values(kind: RuleKind, *, hides: bool) -> frozenset[str]:
        return frozenset(fold(rule.value) for rule in rules if rule.kind is kind and rule.hides == hides)

    def tags(*, hides: bool) -> frozenset[str]:
        return frozenset(tag for value in values(RuleKind.LANGUAGE, hides=hides) for tag in value.split(","))

    return Ruleset(
        hidden_words=values(RuleKind.WORD, hides=True),
        shown_words=values(RuleKind.WORD, hides=False),
        hidden_sources=values(RuleKind.SOURCE, hides=True),
        shown_sources=values(RuleKind.SOURCE, hides=False),
        hidden_languages=tags(hides=True),
        shown_languages=tags(hides=False),
        muted=values(RuleKind.MUTE, hides=True),
    )


def admitted(articles: Iterable[Article], rules: Ruleset, *, names: Callable[[str], Found]) -> list[Article]:
    """The articles that the rules on sources and languages leave. `names` finds words in the name of a source."""
    return [article for article in articles if _is_admitted(article, rules, names)]


def told(articles: Sequence[Article], rules: Ruleset, *, words: Callable[[Article], Found]) -> list[Article]:
    """The articles of the stories that the rules on words leave. `words` finds them in an article."""
    if not rules.words:
        return list(articles)
    found: dict[str, set[str]] = defaultdict(set)
    for article in articles:
        found[article.story_id] |= words(article)
    return [article for article in articles if _is_told(found[article.story_id], rules)]


def _is_told(found: Collection[str], rules: Ruleset) -> bool:
    if not rules.hidden_words.isdisjoint(found):
        return False
    return not rules.shown_words or not rules.shown_words.isdisjoint(found)


def _is_admitted(article: Article, rules: Ruleset, names: Callable[[str], Found]) -> bool:
    called = {article.source_name, article.feed_name} - {""}
    if rules.muted and any(_key(name) in rules.muted for name in called):
        return False
    if rules.names:
        found = frozenset().union(*map(names, called))
        if rules.hidden_sources & found or (rules.shown_sources and not rules.shown_sources & found):
            return False
    if _speaks(article.language, rules.hidden_languages):
        return False
    return not rules.shown_languages or _speaks(article.language, rules.shown_languages)


def _speaks(language: str, tags: frozenset[str]) -> bool:
    """Whether a tag names the language, or one that it is a form of: zh names zh-Hant."""
    parts = language.casefold().split("-")
    return any("-".join(parts[:length]) in tags for length in range(1, len(parts) + 1)) if tags else False


_key = lru_cache(maxsize=4096)(fold)  # sources are few
