"""What people type to search, and where the words found stand."""

from __future__ import annotations

import pytest

from bot.filters.folding import fold
from bot.filters.grammar import RuleProblem, rule_text
from bot.filters.matching import Finder
from bot.filters.places import best_part, places_in
from bot.filters.query import parse_query, parse_unfinished, words_of


@pytest.mark.parametrize(
    ("typed", "rules"),
    [
        ("harbour bridge", ["+harbour", "+bridge"]),
        ('harbour +bridge -"old town"', ["+harbour", "+bridge", '-"old town"']),
        ("harbour source:BBC lang:en", ["+harbour", "source:BBC", "lang:en"]),
        ("桥", ["+桥"]),
        ("물", ["+물"]),
        ("C++ c#", ["+C++", "+c#"]),
        ("vitamin c", ["+vitamin", "+c"]),
        ("a lang:en", ["+a", "lang:en"]),
        ("source:BBC", ["source:BBC"]),
    ],
)  # fmt: skip
def test_bare_words_are_to_be_found(typed: str, rules: list[str]) -> None:
    found = parse_query(typed)
    assert not isinstance(found, RuleProblem)
    assert [rule_text(rule) for rule in found] == rules


@pytest.mark.parametrize(
    ("typed", "key", "part"),
    [
        ("", "search-usage", ""),
        ("a", "search-one-letter", "a"),
        ("Я 7", "search-one-letter", "Я"),
        ("🎉", "search-sign", "🎉"),
        ("?!", "filter-no-word", "?!"),
        ("-bridge", "search-only-hidden", ""),
        ("bridge -bridge", "search-contradiction", "bridge"),
        ("x" * 201, "search-too-long", ""),
        ("x" * 61, "search-too-long", "x" * 61),
        (" ".join(f"w{number}" for number in range(30)), "search-too-long", ""),
        ('"climate ch', "filter-no-end", '"climate ch'),
    ],
)
def test_what_cannot_be_searched_for_is_said(typed: str, key: str, part: str) -> None:
    assert parse_query(typed) == RuleProblem(key=key, part=part)  # type: ignore[arg-type]


def test_quotes_that_do_not_end_yet_are_forgiven_while_somebody_types() -> None:
    found = parse_unfinished('"climate ch')
    assert not isinstance(found, RuleProblem)
    assert words_of(found) == {"climate", "ch"}
    assert parse_unfinished("-x") == RuleProblem(key="search-only-hidden")


@pytest.mark.parametrize("begun", ["-", "source:", "lang:", "lang:d", '-"'])
def test_a_rule_that_is_only_begun_hides_no_results_while_somebody_types(begun: str) -> None:
    assert parse_unfinished(f"climate {begun}") == parse_query("climate")
    assert isinstance(parse_unfinished(begun), RuleProblem)


@pytest.mark.parametrize(
    ("text", "words", "marked"),
    [
        ("The bridge, the BRIDGE and bridges", ["bridge"], ["bridge", "BRIDGE"]),
        ("Zürcher  Brücke", ["zürcher brücke"], ["Zürcher  Brücke"]),
        ("In der STRASSE, ﬁnal", ["straße", "final"], ["STRASSE", "ﬁnal"]),
        ("cafe\u0301 ouvert", ["café"], ["cafe\u0301"]),
        ("臺灣大橋", ["台湾", "湾大"], ["臺灣大"]),
        ("والجسر الكبير", ["جسر"], ["جسر"]),
        ("한국전쟁이 끝났다", ["한국전쟁"], ["한국전쟁"]),
        ("รัฐบาลไทย", ["ไทย"], ["ไทย"]),
        ("ＡＢＣ news", ["abc"], ["ＡＢＣ"]),
        ("Nothing", ["bridge"], []),
        ("Ничего, совсем", ["мост"], []),
        ("Мост и  новый\nмост", ["новый мост"], ["новый\nмост"]),
    ],
)
def test_found_words_are_marked_as_they_stand(text: str, words: list[str], marked: list[str]) -> None:
    finder = Finder(map(fold, words))
    assert [text[start:end] for start, end in places_in(text, finder)] == marked


def test_the_sentence_with_the_most_of_the_words_is_shown() -> None:
    finder = Finder(["bridge", "harbour"])
    text = "A ferry left the U.S. today. The bridge is new.\nThe bridge crosses the harbour. The harbour is old."
    assert best_part(text, finder) == "The bridge crosses the harbour."
    assert best_part("Nothing. At all.", finder) == ""
