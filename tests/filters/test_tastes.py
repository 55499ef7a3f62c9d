"""What a press weighs, and how far tastes move stories."""

from __future__ import annotations

import pytest

from bot.filters.offers import offered_words
from bot.filters.tastes import Palate, lessons, move
from bot.models.articles import Article
from bot.models.filters import Lesson, Taste, TasteKind
from tests.fakes import an_article

SPORT, WORLD = ("Sport", "Football"), ("World",)


def a_taste(kind: TasteKind, value: str, weight: int) -> Taste:
    return Taste(id=0, lesson=Lesson(kind=kind, value=value, key=value.casefold()), weight=weight)


CATEGORY = a_taste(TasteKind.CATEGORY, "sport", -2)
SOURCE = a_taste(TasteKind.SOURCE, "Example News", -3)
WORD, OTHER_WORD = a_taste(TasteKind.WORD, "harbour", 2), a_taste(TasteKind.WORD, "bridge", -1)


def pressed(article: Article, weight: int) -> list[Taste]:
    """The tastes after that many presses on a story."""
    words = offered_words(article.title)
    learnt = lessons(article, article.categories[0], words)
    return [Taste(id=number, lesson=lesson, weight=weight) for number, lesson in enumerate(learnt)]


def test_a_press_weighs_the_category_the_source_and_telling_words() -> None:
    learnt = lessons(an_article(categories=(SPORT,)), SPORT, ("Harbour", "BRIDGE"))
    assert [(lesson.kind, lesson.value, lesson.key) for lesson in learnt] == [
        (TasteKind.CATEGORY, "Sport/Football", "sport/football"),
        (TasteKind.SOURCE, "Example News", "example news"),
        (TasteKind.WORD, "Harbour", "harbour"),
        (TasteKind.WORD, "BRIDGE", "bridge"),
    ]
    assert [lesson.kind for lesson in lessons(an_article(), None, ())] == [TasteKind.SOURCE]


@pytest.mark.parametrize("weight", [-3, -1, 1, 2])
def test_each_press_moves_the_story_it_was_made_on_by_one_source(weight: int) -> None:
    article = an_article()
    assert Palate(pressed(article, weight)).moved([article]) == {article.story_id: weight}


@pytest.mark.parametrize(
    ("title", "categories", "source", "moved"),
    [
        ("Cup final", (SPORT,), "Paper", -2 / 3),  # a category includes those below it
        ("Cup final", (("Sportswear",), WORLD), "Paper", None),
        ("Cup final", (WORLD,), "EXAMPLE NEWS", -1),
        ("A Harbour, of sorts", (WORLD,), "Paper", 2 / 3),
        ("Harbours", (WORLD,), "Paper", None),  # words are whole ones
        ("A bridge at the harbour", (WORLD,), "Paper", 1 / 3),  # what is liked and what is not, both count
        ("A bridge at the harbour", (WORLD, SPORT), "Example News", -4 / 3),
    ],
)
def test_stories_move_by_what_they_share(
    title: str, categories: tuple[tuple[str, ...], ...], source: str, moved: float | None
) -> None:
    article = an_article(title=title, categories=categories, source_name=source)
    found = Palate([CATEGORY, SOURCE, WORD, OTHER_WORD]).moved([article])
    assert found.get(article.story_id) == (None if moved is None else pytest.approx(moved))


def test_a_source_that_is_liked_less_moves_only_what_it_alone_tells() -> None:
    own, other = an_article(1, story_id="s"), an_article(2, story_id="s", source_name="Paper")
    liked = a_taste(TasteKind.SOURCE, "Paper", 1)
    assert Palate([SOURCE]).moved([own]) == {"s": -1}
    assert Palate([SOURCE]).moved([own, other]) == {}
    assert Palate([SOURCE, liked]).touched([own, other]) == [liked]


def test_no_tastes_move_nothing_and_all_of_them_move_by_three_sources_at_most() -> None:
    assert Palate(()).moved([an_article()]) == {}
    assert move([a_taste(kind, str(number), 3) for kind in TasteKind for number in range(9)]) == 3
