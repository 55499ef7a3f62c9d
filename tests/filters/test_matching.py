"""Which articles rules leave, as one sees it from a pair of stories."""

from __future__ import annotations

from typing import Any

import pytest

from bot.filters.folding import fold
from bot.filters.grammar import RuleProblem, parse_rules
from bot.filters.matching import Finder, admitted, ruleset, told
from bot.models.articles import Article
from bot.models.filters import Rule, RuleKind
from tests.fakes import an_article

BRIDGE = {"title": "Bridge opens", "story_id": "bridge", "text": "Thousands walked."}
CUP = {"title": "Cup final", "story_id": "cup", "text": "A football match."}


def left(rules: str | list[Rule], *articles: dict[str, Any]) -> list[int]:
    """The numbers of the articles that rules leave, from 1."""
    parsed = parse_rules(rules) if isinstance(rules, str) else rules
    assert not isinstance(parsed, RuleProblem)
    chosen = ruleset(frozenset(parsed))
    finder = Finder(chosen.words | chosen.names)

    def words(article: Article) -> frozenset[str]:
        return finder.found(fold(f"{article.title}\n{article.text}"))

    given = [an_article(number, **article) for number, article in enumerate(articles, start=1)]
    found = admitted(given, chosen, names=lambda name: finder.found(fold(name)))
    return [article.id for article in told(found, chosen, words=words)]


def muted(name: str) -> list[Rule]:
    return [Rule(kind=RuleKind.MUTE, hides=True, value=name)]


@pytest.mark.parametrize(
    ("rules", "numbers"),
    [
        ("-football", [1]),
        ("-cup", [1]),
        ("+football", [2]),
        ("+football +bridge", [1, 2]),
        ("+football +bridge -final", [1]),
        ("+absent", []),
        ('-"football match"', [1]),
        ('-"match football"', [1, 2]),
    ],
)
def test_words_hide_stories_or_show_only_some(rules: str, numbers: list[int]) -> None:
    assert left(rules, BRIDGE, CUP) == numbers


def test_a_word_counts_for_all_who_tell_the_story() -> None:
    other = {"title": "They won", "story_id": "cup", "text": "At last.", "source_name": "Paper"}
    assert left("-football", CUP, other, BRIDGE) == [3]
    assert left("+football", CUP, other, BRIDGE) == [1, 2]


def test_a_source_drops_its_articles_only() -> None:
    one, other = {**CUP, "source_name": "BBC World"}, {**CUP, "source_name": "Paper"}
    assert left("-source:bbc", one, other) == [2]
    assert left("source:bbc", one, other) == [1]
    assert left('source:"bbc wor"', one, other) == []
    assert left(muted("bbc WORLD"), one, other) == [2]
    assert left(muted("BBC"), one, other) == [1, 2]


def test_a_folder_of_posts_is_known_by_its_own_name_too() -> None:
    post = {**CUP, "source_name": "眾聞", "feed_name": "Posts"}
    assert left(muted("Posts"), post) == []
    assert left(muted("众闻"), post) == []
    assert left("-source:posts", post) == []


def test_a_hidden_source_says_nothing_of_the_words_of_a_story() -> None:
    one, other = {**CUP, "source_name": "Loud"}, {**CUP, "text": "A match.", "source_name": "Paper"}
    assert left("-football -source:loud", one, other) == [2]


@pytest.mark.parametrize(
    ("rules", "numbers"),
    [
        ("lang:en", [1]),
        ("lang:zh", [2, 3]),
        ("lang:zh-hant,en", [1, 2]),
        ("-lang:zh", [1]),
        ("lang:zh -lang:zh-hans", [2]),
    ],
)
def test_languages_by_their_tags(rules: str, numbers: list[int]) -> None:
    articles = [{**BRIDGE, "language": tag} for tag in ("en", "zh-Hant", "zh-Hans")]
    assert left(rules, *articles) == numbers
