"""Alerts: how they are typed, and which of them an article matches. All alerts are looked for in one pass over it.

An article matches an alert if it has one of its words, and passes its other rules.
"""

from __future__ import annotations

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
    """The words of all alerts, each once however many chats have them, and what articles have of them."""

    def __init__(self, alerts: Iterable[str] = ()) -> None:
        self._demanding: dict[str, Ruleset | None] = {}  # by words; None: one of the words is enough
        self._by_word: dict[str, dict[str, None]] = {}
        self._by_source: dict[str, dict[str, None]] = {}
        self._finder = Finder(())
        self.learn(alerts)

    def learn(self, alerts: Iterable[str]) -> None:
        """Know these alerts from now on, and no others. What stays the same costs next to nothing."""
        wanted = dict.fromkeys(alerts)
        for words in [words for words in self._demanding if words not in wanted]:
            del self._demanding[words]
            for terms, name in self._entries(_rules_of(words)):
                del terms[name][words]
                if not terms[name]:
                    del terms[name]
        for words in wanted:
            if words not in self._demanding:
                rules = _rules_of(words)
                self._demanding[words] = None if rules == Ruleset(shown_words=rules.shown_words) else rules
                for terms, name in self._entries(rules):
                    terms.setdefault(name, {})[words] = None
        demanded = (rules.words | rules.names for rules in self._demanding.values() if rules is not None)
        terms_now = {*self._by_word, *self._by_source}.union(*demanded)
        if terms_now != self._finder.terms:
            self._finder = Finder(terms_now)

    def matches(self, article: Article) -> list[str]:
        """The alerts that the article matches, by their words, sorted."""
        found = self._finder.found(fold(f"{article.title}\n{article.text}"))
        called = [self._finder.found(fold(name)) for name in {article.source_name, article.feed_name}]
        candidates = {words for word in found for words in self._by_word.get(word, ())}
        candidates |= {words for names in called for name in names for words in self._by_source.get(name, ())}

        def fits(rules: Ruleset) -> bool:
            left = admitted([article], rules, names=lambda name: self._finder.found(fold(name)))
            return bool(told(left, rules, words=lambda _: found))

        return sorted(words for words in candidates if (rules := self._demanding[words]) is None or fits(rules))

    def _entries(self, rules: Ruleset) -> list[tuple[dict[str, dict[str, None]], str]]:
        """Where an alert stands: at each of its words, or, without any, at each of its sources."""
        if rules.shown_words:
            return [(self._by_word, word) for word in rules.shown_words]
        return [(self._by_source, name) for name in rules.shown_sources]


def _rules_of(words: str) -> Ruleset:
    """The rules of an alert; most are a single word, which needs no parsing."""
    return Ruleset(shown_words=frozenset((fold(words),))) if words.isalnum() else alert_ruleset(words)
