"""Applies the rules of chats to articles; each article is looked through once for the rules of all chats.

Words are looked for in the title, the text, and the summary where one is made already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.digest.pick import Story, rank
from bot.filters.folding import fold
from bot.filters.matching import NOTHING, Finder, Found, Ruleset, admitted, ruleset, told
from bot.models.articles import Article, CategoryPath
from bot.models.chats import Chat, ChatKey
from bot.store import Store
from bot.summaries.service import SummaryService
from summarizer import Summary

HEADLINE_ARTICLES = 100  # the newest, for headlines
FILTERED_ARTICLES = 1000  # where rules may leave few of them
ARTICLES_AT_ONCE = 50  # looked through before other tasks run


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What more rules would hide of some stories."""

    stories: int  # without them
    hidden: tuple[Story, ...]


class Filtering:
    """What rules leave of articles. It keeps what it found, so it is made anew for each round."""

    def __init__(self, store: Store, summaries: SummaryService) -> None:
        self._store = store
        self._summaries = summaries
        self._finder = Finder(())
        self._in_articles: dict[int, Found] = {}
        self._in_summaries: dict[tuple[str, int], Found] = {}
        self._in_names: dict[str, Found] = {}

    async def rules_of(self, keys: Sequence[ChatKey]) -> dict[ChatKey, Ruleset]:
        """The rules of these chats; a chat without any is missing."""
        found = {key: ruleset(rules) for key, rules in (await self._store.filters.of_each(keys)).items()}
        await self.expect(found.values(), many=len(keys) > 1)
        return found

    async def expect(self, rules: Iterable[Ruleset], *, many: bool) -> None:
        """Look for the words of these rules from now on; where `many` chats are served, for those of all chats."""
        terms = {term for each in rules for term in _terms(each)}
        if not terms <= self._finder.terms and many:  # the chats that follow have rules, too
            terms |= _terms(ruleset(frozenset(await self._store.filters.in_use())))
        self._learn(terms)

    async def recent(self, chat: Chat, categories: Sequence[CategoryPath] | None, *, since: datetime) -> list[Article]:
        """What the chat's rules leave of the articles of these categories (None: of all) published since then."""
        rules = (await self.rules_of([chat.key])).get(chat.key)
        limit = FILTERED_ARTICLES if rules else HEADLINE_ARTICLES
        articles = await self._store.articles.recent(categories, since=since, limit=limit)
        return await self.visible(articles, rules, language=chat.summary_language) if rules else articles

    def learn(self, rules: Iterable[Ruleset]) -> None:
        """Look for the words of all these rules from now on, so that each article is looked through once for them."""
        self._learn({term for each in rules for term in _terms(each)})

    async def visible(self, articles: Sequence[Article], rules: Ruleset, *, language: str) -> list[Article]:
        """The articles that the rules leave, for a chat with summaries in this language."""
        self._learn(_terms(rules))
        left = admitted(articles, rules, names=self._names)
        if rules.words:
            await self._look_through(left, language)
        return told(left, rules, words=lambda article: self._words(article, language))

    async def lookups(
        self, articles: Sequence[Article], rules: Ruleset, *, language: str
    ) -> tuple[Callable[[Article], Found], Callable[[str], Found]]:
        """What finds the words of these rules in each of these articles, and in the names of sources."""
        self._learn(_terms(rules))
        await self._look_through(articles, language)
        return lambda article: self._words(article, language), self._names

    async def effect(self, articles: Sequence[Article], before: Ruleset, after: Ruleset, *, language: str) -> Effect:
        """What a chat's rules hide once they are those of `after`."""
        self._learn(_terms(before) | _terms(after))
        shown = rank(await self.visible(articles, before, language=language))
        left = {article.story_id for article in await self.visible(articles, after, language=language)}
        hidden = tuple(story for story in shown if story[0].story_id not in left)
        return Effect(stories=len(shown), hidden=hidden)

    def _learn(self, terms: Found | set[str]) -> None:
        """Look for these terms, too, from now on."""
        if not terms <= self._finder.terms:
            self._finder = Finder(self._finder.terms | terms)
            for kept in (self._in_articles, self._in_summaries, self._in_names):
                kept.clear()

    async def _look_through(self, articles: Sequence[Article], language: str) -> None:
        """Find the terms in these articles, some at a time. Another task's rules may make all of it begin anew."""
        while fresh := [article for article in articles if (language, article.id) not in self._in_summaries]:
            some = fresh[:ARTICLES_AT_ONCE]
            summaries = await self._summaries.known(some, language=language)
            for article in some:
                if article.id not in self._in_articles:
                    self._in_articles[article.id] = self._finder.found(fold(f"{article.title}\n{article.text}"))
                self._in_summaries[language, article.id] = self._in_summary(summaries.get(article.id))

    def _in_summary(self, summary: Summary | None) -> Found:
        return NOTHING if summary is None else self._finder.found(fold(f"{summary.title}\n{summary.text}"))

    def _words(self, article: Article, language: str) -> Found:
        return self._in_articles[article.id] | self._in_summaries[language, article.id]

    def _names(self, name: str) -> Found:
        if name not in self._in_names:
            self._in_names[name] = self._finder.found(fold(name))
        return self._in_names[name]


def _terms(rules: Ruleset) -> Found:
    return rules.words | rules.names
