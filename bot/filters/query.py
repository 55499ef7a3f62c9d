"""What people type to search: the grammar of rules, in which a word without a sign is one to find (pure)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.filters.folding import fold, is_written_apart
from bot.filters.grammar import RuleProblem, parse_rules
from bot.models.filters import Rule, RuleKind
from bot.text.characters import QUOTES
from bot.text.clean import clean_line
from bot.text_keys import TextKey

MAX_QUERY_CHARACTERS = 200

_NOT_BEGUN = frozenset(("filter-no-word", "filter-no-language"))
_QUOTE = re.compile(f"[{QUOTES}]")
# What parsing says of filters, as it is said of searches.
_SAID: dict[str, TextKey] = {  # not of literals: `get` of so many keeps mypy for minutes
    "filter-usage": "search-usage",
    "filter-too-many-typed": "search-too-long",
    "filter-too-long": "search-too-long",
    "filter-contradiction": "search-contradiction",
}


def parse_query(typed: str) -> tuple[Rule, ...] | RuleProblem:
    """The rules of a search, or why nothing can be searched for."""
    if len(typed) > MAX_QUERY_CHARACTERS:
        return RuleProblem(key="search-too-long")
    rules = parse_rules(typed, bare_shows=True)
    if isinstance(rules, RuleProblem):
        key = _SAID.get(rules.key) or rules.key
        return RuleProblem(key=key, part=rules.part)
    wanted = [rule for rule in rules if not rule.hides]
    if not wanted:
        return RuleProblem(key="search-only-hidden")
    if all(rule.kind is RuleKind.WORD and not _says_enough(rule.value) for rule in wanted):
        is_sign = not any(map(str.isalnum, wanted[0].value))
        return RuleProblem(key="search-sign" if is_sign else "search-one-letter", part=wanted[0].value)
    return rules


def parse_unfinished(typed: str) -> tuple[Rule, ...] | RuleProblem:
    """The same of a query that is still being typed: quotes may not end yet, and its last rule may have no word."""
    text = clean_line(typed)
    rules = parse_query(text)
    if isinstance(rules, RuleProblem) and rules.key == "filter-no-end":
        text = _QUOTE.sub(" ", text).strip()
        rules = parse_query(text)
    if isinstance(rules, RuleProblem) and rules.key in _NOT_BEGUN and " " in text:
        return parse_query(text.rpartition(" ")[0])
    return rules


def words_of(rules: Sequence[Rule]) -> frozenset[str]:
    """The words to find, folded."""
    return frozenset(fold(rule.value) for rule in rules if rule.kind is RuleKind.WORD and not rule.hides)


def _says_enough(word: str) -> bool:
    """Whether a word can be searched for by itself: no single letter, which nearly every text has, and no sign."""
    folded = fold(word)
    letters = [character for character in folded if character.isalnum()]
    return bool(letters) and (len(folded) > 1 or is_written_apart(folded))
