"""Alerts: what is one, which articles it matches, and what of the chat's filters holds for it."""

from __future__ import annotations

import pytest

from bot.filters.alerts import AlertIndex, alert_ruleset, alert_words, parse_alert, with_hidden
from bot.filters.grammar import RuleProblem
from bot.filters.matching import Ruleset, ruleset
from bot.filters.offers import offered_words, telling_words
from bot.models.filters import Rule, RuleKind
from tests.fakes import an_article


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("earthquake", "earthquake"),
        ("+earthquake", "earthquake"),
        ("earthquake, Tsunami", "earthquake Tsunami"),
        ('"climate change" flood', '"climate change" flood'),
        ("rail -strike lang:EN", "rail -strike lang:en"),
        ('source:"BBC World"', 'source:"BBC World"'),
        ("地震 颱風", "地震 颱風"),
        ('"-5"', '"-5"'),
    ],
)
def test_a_bare_word_is_looked_for_and_the_alert_reads_back(typed: str, kept: str) -> None:
    rules = parse_alert(typed)
    assert not isinstance(rules, RuleProblem)
    assert alert_words(rules) == kept
    assert parse_alert(kept) == rules


@pytest.mark.parametrize(
    ("typed", "problem"), [("-quake", "alert-no-word"), ("lang:en", "alert-no-word"), ("", "filter-usage")]
)
def test_an_alert_names_a_word_or_a_source(typed: str, problem: str) -> None:
    rules = parse_alert(typed)
    assert isinstance(rules, RuleProblem)
    assert rules.key == problem


@pytest.mark.parametrize(
    ("words", "matches"),
    [
        ("opens", True),
        ("HARBOUR ferry", True),
        ("ferry", False),
        ("open", False),
        ("harbour -opens", False),
        ("harbour lang:en", True),
        ("harbour lang:de", False),
        ("source:Example", True),
        ("source:Example lang:de", False),
        ("harbour source:Other", False),
        ("harbour -source:Example", False),
        ("-unreadable", False),
    ],
)
def test_an_article_matches_by_one_word_and_by_all_other_rules(words: str, matches: bool) -> None:
    index = AlertIndex(["nowhere", words])
    assert index.matches(an_article()) == ([words] if matches else [])


def test_an_index_learns_and_forgets() -> None:
    index = AlertIndex(["harbour", "harbour lang:en", "source:Example"])
    assert index.matches(an_article()) == ["harbour", "harbour lang:en", "source:Example"]
    index.learn(["harbour", "opens"])
    assert index.matches(an_article()) == ["harbour", "opens"]
    index.learn([])
    assert index.matches(an_article()) == []


def test_what_the_chat_hides_holds_but_for_what_the_alert_names() -> None:
    hides = [
        Rule(kind=RuleKind.WORD, hides=True, value="strike"),
        Rule(kind=RuleKind.WORD, hides=True, value="sport"),
        Rule(kind=RuleKind.SOURCE, hides=True, value="Daily"),
        Rule(kind=RuleKind.LANGUAGE, hides=True, value="de"),
        Rule(kind=RuleKind.MUTE, hides=True, value="The Evening Post"),
        Rule(kind=RuleKind.MUTE, hides=True, value="Other"),
        Rule(kind=RuleKind.WORD, hides=False, value="economy"),
    ]
    chat = ruleset(frozenset(hides))
    both = with_hidden(alert_ruleset("Strike source:evening lang:de"), chat)
    assert both == Ruleset(
        shown_words=frozenset({"strike"}),
        hidden_words=frozenset({"sport"}),
        shown_sources=frozenset({"evening"}),
        hidden_sources=frozenset({"daily"}),
        shown_languages=frozenset({"de"}),
        muted=frozenset({"other"}),
    )


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("The new bridge over the harbour opens", ("harbour", "bridge")),
        ("A to B in 12 days", ("days",)),
        ("高雄的輕軌將在六月通車", ("六月通車", "高雄")),
        ("Über Ärzte", ("Ärzte", "Über")),
        ("サッカーの試合", ("サッカー", "試合")),
        ("12 34", ()),
    ],
)
def test_long_words_of_a_title_are_offered(title: str, words: tuple[str, ...]) -> None:
    assert offered_words(title) == words


def test_rare_words_of_a_title_tell_most_but_for_those_that_only_it_has() -> None:
    assert telling_words({"government": 900, "Typpo": 1, "harbour": 40, "quay": 2}) == ("quay", "harbour")
    assert telling_words({"Typpo": 1}) == ("Typpo",)
