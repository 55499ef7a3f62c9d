"""Alerts: how they are typed, and which of them an article matches. All alerts are looked for in one pass over it.

An article matches an alert if it has one of its words, and passes its other rules.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from bot.filters.folding import fold
from bot.filters.grammar import RuleProblem, parse_rules, rule_text
from bot.filters.matching import Finder, Ruleset, admitted, ruleset, told
from bot.models.articles import Article
from bot.models.filters import Rule, RuleKind


def parse_alert(typed: str) -> tuple[Rule, ...] | RuleProblem:
    """The rules of an alert, or why they are none. A bare word is looked for, as if it had a plus."""
    rules = parse_rules(typed, bare_shows=True)
    if isinstance(rules, RuleProblem):
        return rules
    if all(rule.hides or rule.kind is RuleKind.LANGUAGE for rule in rules):
        return RuleProblem(key="alert-no-word")
    return rules


def alert_words(rules: Iterable[Rule]) -> str:
    """The alert as one types it, words without a plus; `parse_alert` reads it back."""
    return " ".join(rule_text(rule).removeprefix("+") for rule in rules)


@lru_cache(maxsize=4096)
def alert_ruleset(words: str) -> Ruleset:
    """The rules of an alert, ready to be used. One that an older version wrote and that cannot be read has none."""
    rules = parse_alert(words)
    return Ruleset() if isinstance(rules, RuleProblem) else ruleset(frozenset(rules))


@lru_cache(maxsize=4096)
def with_hidden(alert: Ruleset, chat: Ruleset) -> Ruleset:
    """The alert's rules, and what the chat hides, but for what the alert itself names."""
    named = Finder(alert.shown_sources)
    return replace(
        alert,
        hidden_words=alert.hidden_words | (chat.hidden_words - alert.shown_words),
        hidden_sources=alert.hidden_sources | (chat.hidden_sources - alert.shown_sources),
        hidden_languages=alert.hidden_languages | (chat.hidden_languages - alert.shown_languages),
        muted=frozenset(name for name in chat.muted if not named.found(name)),
    )


class AlertIndex:
    """The alerts of all chats, by their ids. It keeps little of each: there may be a hundred thousand."""

    def __init__(self, alerts: Iterable[tuple[int, str]] = ()) -> None:
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._by_source: dict[str, list[int]] = defaultdict(list)
        self._demanding: dict[int, Ruleset] = {}  # that ask for more than one of their words
        terms: set[str] = set()
        for number, words in alerts:
            rules = alert_ruleset(words)
            for word in rules.shown_words:
                self._by_word[word].append(number)
            if not rules.shown_words:
                for name in rules.shown_sources:
                    self._by_source[name].append(number)
            if rules != Ruleset(shown_words=rules.shown_words):
                self._demanding[number] = rules
            terms |= rules.words | rules.names
        self._finder = Finder(terms)

    def matches(self, article: Article) -> list[int]:
        """The ids of the alerts that the article matches, sorted."""
        found = self._finder.found(fold(f"{article.title}\n{article.text}"))
        called = [self._finder.found(fold(name)) for name in {article.source_name, article.feed_name}]
        candidates = {number for word in found for number in self._by_word.get(word, ())}
        candidates |= {number for names in called for name in names for number in self._by_source.get(name, ())}

        def fits(rules: Ruleset) -> bool:
            left = admitted([article], rules, names=lambda name: self._finder.found(fold(name)))
            return bool(told(left, rules, words=lambda _: found))

        return sorted(number for number in candidates if number not in self._demanding or fits(self._demanding[number]))
