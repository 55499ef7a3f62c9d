"""The choice of sentences: by weights, within the limit, without saying a thing twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.ranking import Article, choose
from summarizer.weights import PAIR_WEIGHTS, RANKED_LANGUAGES, SENTENCE_WEIGHTS

NEWS = [
    "Maria gets up at five each morning.",
    "The dog sleeps beside the stove.",
    "It had been raining for days on end.",
    "Parliament voted on Tuesday to raise the wage of bakers by ten per cent.",
    "The neighbours say nothing.",
]
TITLE = "Parliament raises bakers' wage"


def read(sentences: list[str], title: str = "") -> Article:
    return Article.read(sentences, title, max_chars=400)


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    article = read(NEWS, TITLE)
    assert article.sentence_features(0).keys() == SENTENCE_WEIGHTS.keys()
    assert article.pair_features(0, 1, overlap=0.0).keys() == PAIR_WEIGHTS.keys()


def test_the_sentence_most_like_the_title_is_known() -> None:
    features = [read(NEWS, TITLE).sentence_features(index) for index in range(len(NEWS))]
    assert max(range(len(NEWS)), key=lambda index: features[index]["title"]) == 3
    assert [entry["title_best"] for entry in features] == [0, 0, 0, 1, 0]
    assert features[3]["title_words"] > 0.5
    assert features[3]["title_coverage"] > 0.5
    assert features[3]["title_relative"] == pytest.approx(1.0)


def test_without_a_title_nothing_is_like_it() -> None:
    features = read(NEWS).sentence_features(0)
    assert {features[name] for name in ("title", "title_best", "title_coverage", "title_words")} == {0.0}
    assert features["untitled_first"] == 1.0


def test_signs_within_a_sentence_are_seen() -> None:
    features = read(['Did 12 of "them" See Rome?', "No."]).sentence_features(0)
    assert features["digits"] == pytest.approx(2 / 6)
    assert features["quote"] == 1.0
    assert features["question"] == 1.0
    assert features["capitals"] == pytest.approx(2 / 4)


def test_scripts_without_spaces_are_compared_by_pairs_of_characters() -> None:
    article = read(["天氣很好。", "渡輪週一復航。"], "渡輪復航")
    assert article.title_likeness[1] > article.title_likeness[0] == 0.0
    assert article.pair_features(0, 1, overlap=0.0)["title_coverage"] > 0.5


def test_the_title_may_call_a_sentence_from_far_behind() -> None:
    sentences = [f"Nothing much of note was seen at place {name}." for name in "abcdefghijklmno"]
    sentences[13] = "Parliament raised the wage of bakers."
    assert 13 in read(sentences, TITLE).candidates()
    assert 13 not in read(sentences).candidates()


@pytest.mark.parametrize("language", ["de", "tlh", "und"])
def test_where_ranking_has_not_proved_better_the_lead_stands_if_it_fits(language: str) -> None:
    assert language not in RANKED_LANGUAGES
    assert choose(NEWS, TITLE, count=2, max_chars=400, joint=1, language=language) == [0, 1]
    assert 3 in choose(NEWS, TITLE, count=2, max_chars=400, joint=1, language="en")
    assert choose(NEWS, TITLE, count=2, max_chars=60, joint=1, language=language) != [0, 1]


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 1), (2, 2), (3, 3), (9, 5)])
def test_as_many_as_asked_for_are_chosen(count: int, expected: int) -> None:
    assert len(choose(NEWS, TITLE, count=count, max_chars=400, joint=1)) == expected


def test_nothing_is_chosen_where_nothing_fits() -> None:
    assert choose(NEWS, TITLE, count=2, max_chars=10, joint=1) == []
    assert choose([], TITLE, count=2, max_chars=400, joint=1) == []


def test_one_is_chosen_where_two_do_not_fit() -> None:
    assert len(choose(NEWS, TITLE, count=2, max_chars=40, joint=1)) == 1


def test_the_same_thing_is_not_said_twice() -> None:
    assert choose(["The ferry came back.", "The ferry came back!"], "", count=2, max_chars=400, joint=1) in ([0], [1])


SENTENCES = st.lists(st.text(min_size=1, max_size=30), max_size=25)


@given(SENTENCES, st.text(max_size=30), st.integers(0, 4), st.integers(1, 60))
def test_a_choice_is_ascending_and_fits(sentences: list[str], title: str, count: int, max_chars: int) -> None:
    chosen = choose(sentences, title, count=count, max_chars=max_chars, joint=1)
    assert chosen == sorted(set(chosen))
    assert len(chosen) <= count
    assert len(" ".join(sentences[index] for index in chosen)) <= max_chars
