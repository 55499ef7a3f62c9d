"""What a later telling of a story adds is found: new figures, new names, new words; what is told again is not."""

from __future__ import annotations

import pytest

from bot.stories.changes import MAX_NEWS, news_of
from tests.fakes import an_article

FIRST = (
    "A ferry sank off Varnholm on Monday evening. Twelve people were rescued and 3 are missing, the coast guard said."
    " The cause of the accident is not known."
)


def news(*texts: str, language: str = "en") -> list[tuple[str, ...]]:
    articles = [
        an_article(number, text=text, title="Ferry sinks off Varnholm", language=language)
        for number, text in enumerate(texts, 1)
    ]
    return news_of(articles)


@pytest.mark.parametrize(
    "sentence",
    [
        "The coast guard said that 5 people are missing.",  # a figure
        "Captain Erik Lund was among people rescued, the coast guard said.",  # a name
        "Divers searching through wreckage recovered damaged engine parts overnight.",  # words
    ],
)
def test_a_sentence_with_a_new_figure_a_new_name_or_new_words_is_new(sentence: str) -> None:
    again = "The cause of the accident is not known yet."
    assert news(FIRST, f"{again} {sentence}") == [(), (sentence,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Twelve people were rescued, and 3 are missing, the coast guard of Varnholm said.",
        "On Tuesday the coast guard said the cause of the accident is not known.",  # a weekday is no news
        "Photo: Ada Lovelace, 2026",  # no sentence
    ],
)
def test_what_is_told_again_is_not_new(sentence: str) -> None:
    assert news(FIRST, sentence) == [(), ()]


def test_a_sentence_is_new_once_and_a_telling_has_few() -> None:
    more = [f"Minister Number{letter} visited the harbour with {number} rescue teams." for letter, number in
            zip("ABCD", (41, 52, 63, 74), strict=True)]  # fmt: skip
    found = news(FIRST, " ".join(more), more[0])
    assert found == [(), tuple(more[:MAX_NEWS]), ()]


def test_where_capitals_mark_no_names_words_and_figures_decide() -> None:
    first = "渡輪週一在港口外沉沒，三人失蹤，海巡署說原因不明。"
    later = "船公司宣布停駛全部航線並接受調查。"
    assert news(first, f"渡輪在港口外沉沒，原因不明。{later}", language="zh-Hant") == [(), (later,)]
    german = "Eine Fähre ist am Montag vor Varnholm gesunken, drei Menschen werden vermisst."
    retold = (
        "Am Montag ist vor Varnholm eine Fähre gesunken; drei Menschen werden vermisst, Taucher suchen heute weiter."
    )
    assert news(german, retold, language="de") == [(), ()]


def test_tellings_in_different_languages_are_not_compared() -> None:
    articles = [
        an_article(1, text=FIRST),
        an_article(2, text="Eine Fähre mit 90 Menschen sank vor Varnholm in der Nacht.", language="de"),
    ]
    assert news_of(articles) == [(), ()]


def test_capitals_name_nothing_where_all_nouns_have_them() -> None:
    first = "Die Fähre sank am Montag vor Varnholm, zwölf Menschen wurden gerettet."
    again = "Die Fähre sank am Montag vor Varnholm, sagte der Kapitän Holm bei einer Pressekonferenz gestern Abend."
    assert news(first, again, language="de") == [(), ()]
