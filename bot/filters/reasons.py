"""Which of a chat's rules keep a story, and which one drops it: what `bot.filters.matching` decides, rule by rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.filters.matching import Found, admitted, ruleset, told
from bot.models.articles import Article
from bot.models.filters import Rule, RuleKind

InArticles = Callable[[Article], Found]
InNames = Callable[[str], Found]


def kept_by(articles: Sequence[Article], rules: Sequence[Rule], *, words: InArticles, names: InNames) -> list[Rule]:
    """The rules that show a story with these articles."""
    shown = [rule for rule in rules if not rule.hides]
    return [rule for rule in shown if _left(articles, [rule], words, names)]


def dropped_by(articles: Sequence[Article], rules: Sequence[Rule], *, words: InArticles, names: InNames) -> Rule | None:
    """The rule that leaves nothing of a story with these articles; None if there is none.

    Of several rules that show, the first stands for all: any of them would do.
    """
    for group in _groups(rules):
        articles = _left(articles, group, words, names)
        if not articles:
            return group[0]
    return None


def _left(articles: Sequence[Article], rules: Sequence[Rule], words: InArticles, names: InNames) -> list[Article]:
    own = ruleset(frozenset(rules))
    return told(admitted(articles, own, names=names), own, words=words)


def _groups(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in the order in which they are applied; those that show with others of their kind."""
    kinds = (RuleKind.MUTE, RuleKind.SOURCE, RuleKind.LANGUAGE, RuleKind.WORD)
    groups: list[list[Rule]] = []
    for kind in kinds:
        of_kind = [rule for rule in rules if rule.kind is kind]
        groups += [[rule] for rule in of_kind if rule.hides]
        groups += [shown] if (shown := [rule for rule in of_kind if not rule.hides]) else []
    return groups
