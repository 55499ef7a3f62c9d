"""Who is told to be more than another, and who is less."""

from __future__ import annotations

import pytest

from summarizer.checks.claims import unsupported
from summarizer.checks.clauses import Passage, passages
from summarizer.checks.comparing import comparisons, in_order_of
from summarizer.checks.order import has_other_s_top

_TURNED = [
    ("The bus carries more people than the tram.", "The tram carries more people than the bus.", "en"),
    ("Corrant outsold Velm.", "Velm outsold Corrant in May.", "en"),
    ("Velm was overtaken by Corrant.", "Velm overtook Corrant in May.", "en"),
    ("More girls than boys joined the choir.", "Fewer girls than boys joined the choir.", "en"),
    ("Its income was higher than a year before.", "Its income was lower than a year before.", "en"),
    ("Its income was higher than last year.", "Its income fell by a third.", "en"),
    ("Its profit exceeded the forecast.", "Its profit fell short of the forecast.", "en"),
    ("Fees are above the average.", "Fees are below the average.", "en"),
    ("Rowers are more numerous than golfers.", "The rowers counted 389 members, the golfers 412.", "en"),
    ("Der Bus befördert mehr Gäste als die Bahn.", "Die Bahn befördert mehr Gäste als der Bus.", "de"),
    ("Der Gewinn war höher als im Vorjahr.", "Der Gewinn ging im Mai um ein Drittel zurück.", "de"),
    ("Le bus transporte plus de gens que le tram.", "Le tram transporte plus de gens que le bus.", "fr"),
    ("Cendal supera a Nimbar.", "Nimbar superó a Cendal en mayo.", "es"),
    ("A Belmar vendeu mais café do que a Serrinha.", "A Serrinha vendeu mais café do que a Belmar.", "pt"),
    ("Canavari vende più pane di Tresoldi.", "Tresoldi vende più pane di Canavari.", "it"),
    ("Женщин в хоре больше, чем мужчин.", "Женщин в хоре меньше, чем мужчин.", "ru"),
    ("剧院的观众比马戏团多。", "马戏团的观众比剧院多。", "zh"),
    ("岭南的销量超过了远山。", "远山的销量超过了岭南。", "zh"),
    ("劇場の客は曲芸団より多い。", "劇場の客は曲芸団より少ない。", "ja"),
    ("灯台は噴水を抜いた。", "噴水は灯台を抜いた。", "ja"),
    ("극장 관객은 곡예단보다 많다.", "극장 관객은 곡예단보다 적다.", "ko"),
    ("في المتحف زوار أكثر من القلعة.", "في القلعة زوار أكثر من المتحف.", "ar"),
    ("تجاوزت الأرباح التوقعات.", "كانت الأرباح أقل من التوقعات.", "ar"),
    ("पुस्तकालय में संग्रहालय से ज़्यादा लोग आए।", "संग्रहालय में पुस्तकालय से ज़्यादा लोग आए।", "hi"),
    ("Perempuan lebih banyak daripada laki-laki.", "Laki-laki lebih banyak daripada perempuan.", "id"),
]


@pytest.mark.parametrize(("sentence", "article", "language"), _TURNED)
def test_the_greater_one_must_not_be_told_to_be_the_lesser(sentence: str, article: str, language: str) -> None:
    assert unsupported(sentence, "", article, language) == "compared"


@pytest.mark.parametrize(
    ("sentence", "article", "language", "told"),
    [
        (
            "The bus carries fewer people than the tram.",
            "The tram carries more people than the bus.",
            "en",
            "The tram carries more people than the bus.",
        ),
        (
            "Der Bus befördert weniger Gäste als die Bahn.",
            "Die Bahn befördert mehr Gäste als der Bus.",
            "de",
            "Der Bahn befördert mehr Gäste als die Bus.",
        ),
        ("马戏团的观众比剧院少。", "剧院的观众比马戏团多。", "zh", "剧院的观众比马戏团多。"),
    ],
)
def test_a_converse_tells_the_same_as_the_article(sentence: str, article: str, language: str, told: str) -> None:
    found = in_order_of(Passage.read(sentence, language), passages("", article, language))
    assert found is not None
    assert found.text == told
    assert unsupported(sentence, "", article, language) is None


@pytest.mark.parametrize(
    ("sentence", "article", "language"),
    [
        ("The tram carries more people than the bus.", "The tram carries more people than the bus.", "en"),
        ("The bus does not carry more people than the tram.", "The tram carries more people than the bus.", "en"),
        ("The bus carries more than 300 people.", "The tram carries fewer than 200 people.", "en"),
        ("The bus is more expensive.", "The tram is more expensive than the bus.", "en"),
        ("The bus is better than the tram.", "The tram carries more people than the bus.", "en"),
        ("Fares rose. Wages fell.", "Fares fell. Wages rose.", "en"),
        ("The bus is faster than the tram.", "The tram has 60 seats, the bus 40.", "en"),
        ("The bus carries more people than the tram.", "The tram takes 60 minutes, the bus 40 minutes.", "en"),
        ("The bus carries more people than the tram.", "It carries 60 people, the bus 40.", "en"),
        ("It fell short of the forecast, as fees did.", "Fees were lower than in the forecast.", "en"),
        ("Income was higher than expected.", "Expected income was lower than was.", "en"),
        ("剧院很多。", "剧院比马戏团多。", "zh"),
        ("劇場の客は多い。", "劇場の客は曲芸団より少ない。", "ja"),
        ("Buss więcej niż tramwaj.", "Tramwaj więcej niż buss.", "pl"),
    ],
)
def test_what_is_no_comparison_of_the_two_turns_nothing_round(sentence: str, article: str, language: str) -> None:
    claim = Passage.read(sentence, language)
    assert in_order_of(claim, passages("", article, language)) == claim


def test_of_two_comparisons_that_the_article_has_both_ways_none_is_turned() -> None:
    article = "In May the tram carried more people than the bus. In June the bus carried more people than the tram."
    assert in_order_of(Passage.read("The bus carried more people than the tram.", "en"), passages("", article, "en"))


def test_sides_that_lie_around_each_other_are_left_in_their_order() -> None:
    claim = Passage.read("灯台は噴水より庭園が多い。", "ja")
    assert in_order_of(claim, passages("", "噴水は灯台と庭園より少ない。", "ja")) == claim


def test_a_second_one_in_the_next_clause_belongs_to_the_comparison() -> None:
    (found,) = comparisons(Passage.read("Germany remained a big market, ahead of Norway.", "en"), "en")
    assert "norwa" in found.lesser
    assert "german" in found.greater


CLUBS = "The chess club is the smallest of all, the tennis club the largest."


@pytest.mark.parametrize(
    ("sentence", "article", "language", "found"),
    [
        ("The tennis club is the smallest.", CLUBS, "en", True),
        ("The chess club is the smallest.", CLUBS, "en", False),
        ("The golf club is the smallest.", CLUBS, "en", False),
        ("Smallest.", CLUBS, "en", False),
        ("The tennis club is small.", CLUBS, "en", False),
        ("La sala Verdi è la più antica.", "La sala Dante è la più antica, la sala Verdi la più bella.", "it", True),
        ("西馆最古老。", "东馆最古老，西馆最小。", "zh", True),
    ],
)
def test_a_superlative_is_not_given_to_who_has_another(sentence: str, article: str, language: str, found: bool) -> None:
    assert has_other_s_top(Passage.read(sentence, language), passages("", article, language)) is found
