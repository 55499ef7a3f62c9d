"""Which rule keeps a story, and which one drops it."""

from __future__ import annotations

import pytest

from bot.filters.folding import fold
from bot.filters.grammar import parse_rules, rule_text
from bot.filters.matching import Finder, ruleset
from bot.filters.reasons import dropped_by, kept_by
from bot.models.articles import Article
from bot.models.filters import Rule
from tests.fakes import an_article

STORY = [
    an_article(1, title="Bridge opens", source_name="City Paper", language="en", story_id="s", text=""),
    an_article(2, title="Die Brücke", source_name="Stadtblatt", language="de", story_id="s", text=""),
]


@pytest.mark.parametrize(
    ("typed", "dropped", "kept"),
    [
        ("-football", None, []),
        ("-brücke", "-brücke", []),
        ("+bridge +football", None, ["+bridge"]),
        ("+football +cup", "+football", []),
        ("-lang:de", None, []),
        ("-lang:de,en", "-lang:de,en", []),
        ("lang:de -source:stadtblatt", "lang:de", ["lang:de"]),  # each leaves one, together none
        ("source:city lang:de", "lang:de", ["lang:de", "source:city"]),
        ("source:city -bridge", "-bridge", ["source:city"]),
    ],
)
def test_the_rule_is_named(typed: str, dropped: str | None, kept: list[str]) -> None:
    rules = parse_rules(typed)
    assert isinstance(rules, tuple)
    chosen = ruleset(frozenset(rules))
    finder = Finder(chosen.words | chosen.names)

    def words(article: Article) -> frozenset[str]:
        return finder.found(fold(article.title))

    def names(name: str) -> frozenset[str]:
        return finder.found(fold(name))

    def shown(rule: Rule | None) -> str | None:
        return None if rule is None else rule_text(rule)

    assert shown(dropped_by(STORY, rules, words=words, names=names)) == dropped
    assert sorted(map(rule_text, kept_by(STORY, rules, words=words, names=names))) == kept
