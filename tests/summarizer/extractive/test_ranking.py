"""The choice of sentences: by weights, within the limit, without saying a thing twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.extractive.article import SENTENCE_FEATURES, SET_FEATURES, Article
from summarizer.extractive.ranking import choose
from summarizer.extractive.weights import weights

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


def features_of(article: Article, index: int) -> dict[str, float]:
    return dict(zip(SENTENCE_FEATURES, article.sentence_features(index), strict=True))


def pair_of(article: Article, left: int, right: int, *, overlap: float) -> dict[str, float]:
    return dict(zip(SET_FEATURES, article.pair_features(left, right, overlap=overlap), strict=True))


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    article = read(NEWS, TITLE)
    assert features_of(article, 0).keys() == weights().sentence.keys()
    assert pair_of(article, 0, 1, overlap=0.0).keys() == weights().set.keys()


def test_the_sentence_most_like_the_title_is_known() -> None:
    features = [features_of(read(NEWS, TITLE), index) for index in range(len(NEWS))]
    assert max(range(len(NEWS)), key=lambda index: features[index]["title"]) == 3
    assert [entry["title_best"] for entry in features] == [0, 0, 0, 1, 0]
    assert features[3]["title_coverage"] > 0.5


def test_without_a_title_nothing_is_like_it() -> None:
    article = read(NEWS)
    features, pair = features_of(article, 0), pair_of(article, 0, 1, overlap=0.0)
    assert {features[name] for name in ("title", "title_best", "title_coverage")} == {0.0}
    assert pair["title_coverage"] == 0.0
    assert pair["untitled_length"] == pair["length"] > 0.0
    assert pair_of(read(NEWS, TITLE), 0, 1, overlap=0.0)["untitled_length"] == 0.0


def test_a_title_that_shares_no_word_is_most_like_no_sentence() -> None:
    assert {features_of(read(NEWS, "Zebra"), index)["title_best"] for index in range(len(NEWS))} == {0.0}


def test_signs_within_a_sentence_are_seen() -> None:
    features = features_of(read(["Did 12 of them See Rome?", "No."]), 0)
    assert features["digits"] == pytest.approx(2 / 6)
    assert features["capitals"] == pytest.approx(2 / 5)


def test_place_and_length_are_seen() -> None:
    article = read(NEWS)
    assert [features_of(article, index)["late"] for index in range(len(NEWS))] == [0, 0, 0, 1, 1]
    assert features_of(article, 0)["decay"] == 1.0
    assert [pair_of(article, 0, right, overlap=0.0)["lead"] for right in (1, 2)] == [1, 0]
    assert pair_of(article, 0, 1, overlap=0.0)["length"] == pytest.approx((len(NEWS[0]) + len(NEWS[1])) / 400)


def test_a_sentence_is_central_that_shares_words_with_the_others() -> None:
    sentences = ["The ferry sank near the harbour.", "The ferry left the harbour late.", "Apples cost more."]
    centrality = [features_of(read(sentences), index)["centrality"] for index in range(3)]
    assert centrality[2] < centrality[0]
    assert centrality[2] < centrality[1]


def test_sentences_of_the_same_words_overlap_wholly_and_others_not_at_all() -> None:
    article = read(["The ferry came back.", "The ferry came back!", "Nobody knew."])
    assert article.overlap(0, 1) == pytest.approx(1.0)
    assert article.overlap(0, 2) == 0.0


def test_scripts_without_spaces_are_compared_by_pairs_of_characters() -> None:
    article = read(["天氣很好。", "渡輪週一復航。", "。"], "渡輪復航")
    assert article.title_likeness[1] > article.title_likeness[0] == 0.0
    assert pair_of(article, 0, 1, overlap=0.0)["title_coverage"] > 0.3
    assert article.words[2] == frozenset()


def test_the_title_may_call_a_sentence_from_far_behind() -> None:
    sentences = [f"Nothing much of note was seen at place {name}." for name in "abcdefghijklmno"]
    sentences[13] = "Parliament raised the wage of bakers."
    assert 13 in read(sentences, TITLE).candidates()
    assert 13 not in read(sentences).candidates()


def test_where_the_lead_tells_best_the_first_two_that_fit_stand() -> None:
    assert "de" in weights().lead_languages
    assert choose(NEWS, TITLE, count=2, max_chars=400, joint=1, language="de") == [0, 1]
    assert choose(NEWS, TITLE, count=2, max_chars=68, joint=1, language="de") == [0, 1]
    assert choose(NEWS, TITLE, count=2, max_chars=67, joint=1, language="de") == [0, 4]


@pytest.mark.parametrize("language", ["en", "tlh", "und"])
def test_in_every_other_language_the_sentences_are_ranked(language: str) -> None:
    assert language not in weights().lead_languages
    assert 3 in choose(NEWS, TITLE, count=2, max_chars=400, joint=1, language=language)


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (1, 1), (2, 2), (3, 3), (9, 5)])
def test_as_many_as_asked_for_are_chosen(count: int, expected: int) -> None:
    assert len(choose(NEWS, TITLE, count=count, max_chars=400, joint=1)) == expected


def test_one_sentence_stands_alone_where_a_second_would_only_lengthen_it() -> None:
    told = (
        "Parliament voted on Tuesday evening, after a debate of nine hours and by a majority of only two votes, to "
        "raise the wage of all bakers in the country by ten per cent from the first day of next year."
    )
    aside = "Grandmother likes her tea with lemon and " + "a spoonful of honey and " * 6 + "some ginger."
    assert choose([told, aside], TITLE, count=2, max_chars=400, joint=1) == [0]
    assert choose([told, aside], TITLE, count=3, max_chars=600, joint=1) == [0, 1]


def test_alone_a_sentence_is_weighed_as_a_set_of_one() -> None:
    article = read(NEWS, TITLE)
    single = dict(zip(SET_FEATURES, article.single_features(3), strict=True))
    assert single["length"] == pytest.approx(len(NEWS[3]) / 400)
    assert single["title"] == article.title_likeness[3]
    assert single["overlap"] == single["lead"] == 0.0


def test_where_the_lead_tells_best_one_sentence_is_the_first() -> None:
    assert choose(NEWS, TITLE, count=1, max_chars=400, joint=1, language="de") == [0]


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
