"""Which picture stands with each story: the best that can be had, none twice."""

from __future__ import annotations

import pytest

from bot.models.digests import PictureRef
from bot.pictures.illustrate import alike, candidates, illustrate
from tests.fakes import an_article

LOOK = 0x0F1E_2D3C_4B5A_6978


def a_ref(
    key: str, look: int | None = None, *, width: int = 1200, height: int = 800, tone: str = "808080"
) -> PictureRef:
    return PictureRef(key=key, width=width, height=height, look=None if look is None else f"{look:016x}{tone}")


def test_an_article_s_pictures_in_order() -> None:
    article = an_article(thumbnail_url="a", more_pictures=("b", "c"))
    assert candidates(article) == ("a", "b", "c")
    assert candidates(an_article(thumbnail_url=None)) == ()


def test_each_article_wants_its_first_picture_then_the_next_where_that_failed() -> None:
    articles = [an_article(1, thumbnail_url="a", more_pictures=("b",)), an_article(2, thumbnail_url="c")]
    assert illustrate(articles, {}, tried=set()).wanted == ("a", "c")
    ready = {"c": a_ref("c")}
    after = illustrate(articles, ready, tried={"a", "c"})
    assert after.wanted == ("b",)
    assert after.pictures == {2: ready["c"]}
    assert illustrate(articles, ready, tried={"a", "b", "c"}).wanted == ()


def test_a_photo_of_an_agency_stands_once_and_the_second_story_gets_its_next() -> None:
    articles = [an_article(1, thumbnail_url="a"), an_article(2, thumbnail_url="b", more_pictures=("c",))]
    ready = {"a": a_ref("one", LOOK), "b": a_ref("two", LOOK ^ 0b101), "c": a_ref("three", ~LOOK & (1 << 64) - 1)}
    assert illustrate(articles, {"a": ready["a"], "b": ready["b"]}, tried={"a", "b"}).wanted == ("c",)
    assert illustrate(articles, ready).pictures == {1: ready["a"], 2: ready["c"]}


def test_where_everything_was_tried_nothing_is_wanted() -> None:
    assert illustrate([an_article(thumbnail_url="a")], {}).wanted == ()


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (a_ref("k"), True),
        (a_ref("x"), False),
        (a_ref("x", LOOK), True),
        (a_ref("x", LOOK ^ 0b111111), True),
        (a_ref("x", LOOK ^ 0b1111111), False),
        (a_ref("x", LOOK, tone="809870"), True),
        (a_ref("x", LOOK, tone="8080a0"), False),
        (a_ref("x", LOOK, width=800, height=800), False),
        (a_ref("x", LOOK, width=600, height=420), True),
    ],
)
def test_pictures_are_alike_by_their_bytes_or_by_look_and_shape(other: PictureRef, same: bool) -> None:
    assert alike(a_ref("k", LOOK), other) is same
    assert alike(other, a_ref("k", LOOK)) is same
